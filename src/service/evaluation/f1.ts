import { bootstrap, type Interval } from "./interval.ts";

/** A score that was given, and whether the two are in truth one party. */
export type LabelledScore = { readonly score: number; readonly right: boolean };

/** Precision, recall and their harmonic mean at a threshold. */
export type Accuracy = { readonly precision: number; readonly recall: number; readonly f1: number };

type Counts = { readonly both: number; readonly found: number; readonly right: number };

function accuracyOf({ both, found, right }: Counts): Accuracy {
  return {
    precision: found === 0 ? 0 : both / found,
    recall: right === 0 ? 0 : both / right,
    f1: found + right === 0 ? 0 : (2 * both) / (found + right),
  };
}

/** What a threshold would have got right of these. */
export function accuracyAt(scores: readonly LabelledScore[], threshold: number): Accuracy {
  let [both, found, right] = [0, 0, 0];
  for (const one of scores) {
    const hit = one.score >= threshold;
    both += hit && one.right ? 1 : 0;
    found += hit ? 1 : 0;
    right += one.right ? 1 : 0;
  }
  return accuracyOf({ both, found, right });
}

/** The threshold with the best F1, the highest of equals; it was chosen on these very scores and so flatters. */
export function bestThreshold(scores: readonly LabelledScore[]): number {
  const ranked = [...scores].sort((one, other) => other.score - one.score);
  const right = ranked.filter((one) => one.right).length;
  let [best, bestF1, both] = [1, 0, 0];
  ranked.forEach(({ score, right: isRight }, at) => {
    both += isRight ? 1 : 0;
    if (ranked[at + 1]?.score === score) return;
    const { f1 } = accuracyOf({ both, found: at + 1, right });
    if (f1 > bestF1) [best, bestF1] = [score, f1];
  });
  return best;
}

/** A number with its 95 % interval. */
export type Measured = Interval & { readonly value: number };

/** The accuracy at a threshold, each number with the interval of seeded resamples of the cases. */
export function measuredAt(
  scores: readonly LabelledScore[],
  threshold: number,
): Readonly<Record<keyof Accuracy, Measured>> {
  const value = accuracyAt(scores, threshold);
  // One draw of a case is one of four outcomes: hit or not, right or not.
  const outcomes = Uint8Array.from(
    scores,
    ({ score, right }) => (score >= threshold ? 1 : 0) + (right ? 2 : 0),
  );
  const interval = (which: keyof Accuracy): Interval =>
    bootstrap((random) => {
      const counts = [0, 0, 0, 0];
      for (let draw = 0; draw < outcomes.length; draw += 1) {
        const outcome = outcomes[random.below(outcomes.length)] as number;
        counts[outcome] = (counts[outcome] as number) + 1;
      }
      const [, wrongHits = 0, missed = 0, both = 0] = counts;
      return accuracyOf({ both, found: both + wrongHits, right: both + missed })[which];
    });
  const measured = (which: keyof Accuracy): Measured => ({ value: value[which], ...interval(which) });
  return { precision: measured("precision"), recall: measured("recall"), f1: measured("f1") };
}
