import { type Share, shareOf } from "./curve.ts";
import {
  curveOf,
  type FoundPositive,
  type LeftOut,
  type OperatingPoint,
  operatingPoint,
  pointAtBudget,
  type ScreeningScores,
} from "./evaluate-screening.ts";

/** A point of the curve with the hits that it allows. */
export type CurveRow = OperatingPoint & { readonly perThousand: number };

/** A review capacity on one's own files: the point that it implies, null where the negatives are too few to tell. */
export type OwnCapacity = {
  readonly capacity: number;
  readonly per: number;
  readonly point: OperatingPoint | null;
  /** How many negatives it would take to tell. */
  readonly negativesNeeded: number;
  readonly missed: readonly FoundPositive[];
};

/** What an evaluation on one's own files says. */
export type ScreeningReport = {
  readonly positives: number;
  readonly negatives: number;
  readonly leftOut: readonly LeftOut[];
  /** The expected party is the first match, or among the first five, whatever its score. */
  readonly first: Share;
  readonly firstFive: Share;
  readonly atThreshold: OperatingPoint;
  readonly curve: readonly CurveRow[];
  readonly missed: readonly FoundPositive[];
  readonly capacity: OwnCapacity | null;
};

/** Positives under a threshold, the nearest to it first. */
function missedAt({ positives }: ScreeningScores, threshold: number): readonly FoundPositive[] {
  return positives
    .filter(({ score }) => score < threshold)
    .sort((one, other) => other.score - one.score || one.row - other.row);
}

/** The report at a threshold, without a capacity. */
export function screeningReport(scores: ScreeningScores, threshold: number): ScreeningReport {
  const within = (most: number): Share =>
    shareOf(scores.positives, ({ rank }) => rank !== null && rank <= most);
  return {
    positives: scores.positives.length,
    negatives: scores.negatives.length,
    leftOut: scores.leftOut,
    first: within(1),
    firstFive: within(5),
    atThreshold: operatingPoint(scores, threshold),
    curve: curveOf(scores),
    missed: missedAt(scores, threshold),
    capacity: null,
  };
}

/** The threshold at which so many of every so many negatives are hits, and who is missed there. */
export function capacityPointOf(
  scores: ScreeningScores,
  { capacity, per }: { readonly capacity: number; readonly per: number },
): OwnCapacity {
  const point = pointAtBudget(scores, (capacity / per) * 1_000);
  return {
    capacity,
    per,
    point,
    negativesNeeded: Math.ceil(per / capacity),
    missed: point === null ? [] : missedAt(scores, point.threshold),
  };
}
