import type { components } from "../../client/schema.ts";

export type Tuning = components["schemas"]["Tuning"];
type CurvePoint = Tuning["curve"]["withFacts"][number];

/** What a threshold would mean. */
export type Outlook = {
  readonly hits: number;
  readonly subjects: number;
  readonly hitsPerDay: number;
  readonly hoursPerDay: number;
  /** True matches that people decided, below the threshold, and all of them. */
  readonly missed: number;
  readonly known: number;
};

/** A bin counts where all of it is at or above the threshold; thresholds stand in hundredths, as bins do. */
const EDGE = 1e-9;

/** What the organisation's own subjects and decisions say of a threshold. */
export function outlookAt(tuning: Tuning, threshold: number, minutesPerHit: number): Outlook {
  const over = tuning.bins.filter(({ from }) => from >= threshold - EDGE);
  const under = tuning.bins.filter(({ from }) => from < threshold - EDGE);
  const sum = (bins: Tuning["bins"], of: "matches" | "subjects" | "trueMatches"): number =>
    bins.reduce((all, bin) => all + bin[of], 0);
  const hits = sum(over, "matches");
  const { total, perDay } = tuning.subjects;
  const hitsPerDay = total === 0 ? 0 : (hits / total) * perDay;
  return {
    hits,
    subjects: sum(over, "subjects"),
    hitsPerDay,
    hoursPerDay: (hitsPerDay * minutesPerHit) / 60,
    missed: sum(under, "trueMatches"),
    known: sum(tuning.bins, "trueMatches"),
  };
}

/** What was measured at a threshold: what is found at least, and how many hits there are at most. */
export type Measured = {
  readonly persons: number;
  readonly organizations: number;
  readonly perThousandMax: number;
  /** Where the threshold stands on the curve's axis. */
  readonly perThousand: number;
};

/**
 * The published curve at a threshold, read on the safe side: the share found at the next stricter point, the hits at the
 * next looser one. Null beyond the curve's ends.
 */
export function measuredAt(points: readonly CurvePoint[], threshold: number): Measured | null {
  const sorted = points.toSorted((a, b) => a.threshold - b.threshold);
  const stricter = sorted.find((point) => point.threshold >= threshold);
  const looser = sorted.findLast((point) => point.threshold <= threshold);
  if (stricter === undefined || looser === undefined) return null;
  return {
    persons: stricter.persons,
    organizations: stricter.organizations,
    perThousandMax: looser.perThousand,
    perThousand: Math.sqrt(stricter.perThousand * looser.perThousand),
  };
}
