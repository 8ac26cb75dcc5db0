import type { NearMatch } from "../tables.ts";
import type { ListingDelta } from "./listing-delta.ts";
import { logOdds } from "./margin.ts";

/** What is kept of a subject's last screening. */
export type LastScreening = {
  readonly near: readonly NearMatch[];
  readonly margin: number | null;
  readonly crowded: boolean;
};

/** Beyond this distance from the threshold no change of a word's rarity carries a score: it halves or doubles at most. */
export const WORD_REACH = 0.7;
/** What any edition may shift, and how much of a shift of all words reaches a score: measured at 12, kept at ten times that. */
const BAND_MIN = 0.02;
const SHIFT_GAIN = 120;
/** A drift seen in a sample may be larger in another. */
const DRIFT_GAIN = 4;

/**
 * The band around the threshold, in log-odds, in which subjects are screened again although no listing that changed
 * reaches them: the scores of others shift with it, as words become rarer or more common. `driftSeen` is the largest
 * shift of an unchanged pair met so far in this run.
 */
export function driftBand(delta: ListingDelta, driftSeen: number): number {
  return Math.max(BAND_MIN + SHIFT_GAIN * delta.shift, DRIFT_GAIN * driftSeen);
}

/** True where a subject that shares no key with what changed must be screened all the same. */
export function reaches(
  delta: ListingDelta,
  last: LastScreening,
  asked: {
    readonly band: number;
    /** Thresholds that hold for one subject or another. */
    readonly thresholds: readonly number[];
    readonly bearsWord: (entity: string) => boolean;
  },
): boolean {
  if (last.crowded) return true;
  if (last.margin === null) return false;
  if (last.margin <= asked.band) return true;
  if (last.margin > WORD_REACH) return false;
  const edges = asked.thresholds.map(logOdds);
  const isNear = (score: number): boolean =>
    edges.some((edge) => Math.abs(logOdds(score) - edge) <= WORD_REACH);
  return last.near.some(
    ([entity, score]) => delta.touched.has(entity) || (isNear(score) && asked.bearsWord(entity)),
  );
}

/** The largest shift, in log-odds, among pairs that the delta does not touch. */
export function driftOf(
  delta: ListingDelta,
  before: readonly NearMatch[],
  after: readonly NearMatch[],
): number {
  const now = new Map(after);
  return before.reduce((most, [entity, score]) => {
    const other = now.get(entity);
    if (other === undefined || delta.touched.has(entity)) return most;
    return Math.max(most, Math.abs(logOdds(other) - logOdds(score)));
  }, 0);
}
