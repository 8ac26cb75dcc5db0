import type { Match, ScreenPolicy, Subject } from "./match/subject.ts";
import type { EntityIndex, Listing, ListingState, Snapshot } from "./snapshot/snapshot.ts";

/** A match with the listings behind it, as they stand on the day asked for. */
export type ScreenMatch = Match & {
  readonly index: EntityIndex;
  /** The strongest state of its listings: `listed` before `unknown` before `not-yet-listed` before `delisted`. */
  readonly state: ListingState;
  /** The listings within the policy's lists, each with its state on that day. */
  readonly listings: readonly { readonly listing: Listing; readonly state: ListingState }[];
};

/** `matches` are listed on the day or may be (`unknown`); `outOfForce` match as well but are not yet listed or no longer. */
export type ScreenResult = {
  readonly matches: readonly ScreenMatch[];
  readonly outOfForce: readonly ScreenMatch[];
};

/**
 * Whom the subject may be among the listed parties, best first, at most `policy.limit` of each kind. `at` is a day
 * (YYYY-MM-DD), or null for the newest edition of each list.
 */
export function screen(
  _snapshot: Snapshot,
  _subject: Subject,
  _policy: ScreenPolicy,
  _at: string | null,
): ScreenResult {
  throw new Error("bug: screening is not built yet");
}
