import { bootstrap, type Interval, resamples, wilson } from "./interval.ts";
import type { Random } from "./random.ts";

/** What is allowed of the negatives: a positive is found where its score is above the threshold. */
export type Budget = {
  readonly threshold: number;
  /** The threshold on seeded resamples of the negatives: how much it is itself a matter of chance. */
  readonly resampled: Float64Array;
  readonly negatives: number;
};

/** Ranks beyond this many times the allowed ones are never the threshold of a resample. */
const RANKS_KEPT = 4;

function resampledThreshold(sorted: Float64Array, allowed: number, random: Random): number {
  const kept = Math.min(sorted.length, allowed * RANKS_KEPT + 20);
  const drawn = new Uint16Array(kept);
  for (let draw = 0; draw < sorted.length; draw += 1) {
    const rank = random.below(sorted.length);
    if (rank < kept) drawn[rank] = (drawn[rank] as number) + 1;
  }
  let seen = 0;
  for (let rank = 0; rank < kept; rank += 1) {
    seen += drawn[rank] as number;
    if (seen > allowed) return sorted[rank] as number;
  }
  return sorted[kept - 1] as number;
}

/** The score that only `perThousand` of a thousand negatives pass, of the best score of each negative. */
export function budgetOf(negatives: readonly number[], perThousand: number): Budget {
  const allowed = Math.floor((negatives.length * perThousand) / 1_000);
  const sorted = Float64Array.from(negatives).sort().reverse();
  return {
    threshold: sorted[allowed] ?? 0,
    resampled: resamples((random) => resampledThreshold(sorted, allowed, random)),
    negatives: negatives.length,
  };
}

/** A share with its interval. */
export type Share = Interval & { readonly value: number; readonly n: number };

/**
 * Share of the positives (score of the right party, 0 where it is not among the matches) that a budget finds. The
 * interval resamples positives and negatives alike, and is never narrower than Wilson's.
 */
export function recallAt(positives: readonly number[], budget: Budget): Share {
  const n = positives.length;
  if (n === 0) return { value: 0, n, low: 0, high: 1 };
  const hits = positives.filter((score) => score > budget.threshold).length;
  const resampled = bootstrap((random, at) => {
    const bound = budget.resampled[at] as number;
    let found = 0;
    for (let draw = 0; draw < n; draw += 1) if ((positives[random.below(n)] as number) > bound) found += 1;
    return found / n;
  });
  const alone = wilson(hits, n);
  return {
    value: hits / n,
    n,
    low: Math.min(resampled.low, alone.low),
    high: Math.max(resampled.high, alone.high),
  };
}

/** Share of the cases for which something holds. */
export function shareOf<T>(cases: readonly T[], holds: (one: T) => boolean): Share {
  const hits = cases.filter(holds).length;
  return {
    value: cases.length === 0 ? 0 : hits / cases.length,
    n: cases.length,
    ...wilson(hits, cases.length),
  };
}
