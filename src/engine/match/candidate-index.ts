import type { EntityIndex } from "../snapshot/snapshot.ts";
import type { Match, ScreenPolicy, Subject } from "./subject.ts";

/**
 * Finds the listed parties that a subject may be. Two implementations run the same contract suite: the compiled one
 * (typed arrays inside the snapshot) and the exhaustive reference (compares every name; slow and obvious).
 */
export type CandidateIndex = {
  /** Targets worth scoring for this subject, best vote first, at most `limit`. */
  readonly candidates: (subject: Subject, limit: number) => readonly EntityIndex[];
  /** Scored and explained matches, best first; not filtered by day. */
  readonly match: (subject: Subject, policy: ScreenPolicy) => readonly Match[];
  /** How much a word says here, in nats: the rarer among the listed parties and people at large, the more. */
  readonly wordWeight: (word: string) => number;
};
