import type { NearMatch } from "../tables.ts";

/** Scores of 0 and 1 have no odds; so near to either, the distance from any threshold is beyond every drift. */
const SCORE_EDGE = 1e-6;

/** The log-odds of a score from 0 to 1. */
export function logOdds(score: number): number {
  const kept = Math.min(1 - SCORE_EDGE, Math.max(SCORE_EDGE, score));
  return Math.log(kept / (1 - kept));
}

/** How far, in log-odds, the nearest match stands from the threshold on either side; null where there is no match. */
export function marginOf(near: readonly NearMatch[], threshold: number): number | null {
  const edge = logOdds(threshold);
  return near.reduce<number | null>((least, [, score]) => {
    const distance = Math.abs(logOdds(score) - edge);
    return least === null || distance < least ? distance : least;
  }, null);
}
