import { withLate } from "./late.ts";
import { namedAlgorithm } from "./match/algorithms/algorithm-index.ts";
import { policyFor } from "./match/policy.ts";
import { withRequiredEvidence } from "./match/required-evidence.ts";
import type { Match, ScreenPolicy, Subject } from "./match/subject.ts";
import { listingStateOn } from "./snapshot/listing-state.ts";
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

const STRONGEST: readonly ListingState[] = ["listed", "unknown", "not-yet-listed", "delisted"];

/** First look beyond the policy's limit, so that matches out of scope or force seldom need a second. */
const LOOK_BEYOND = 10;
/** Where a look is full of matches out of scope, the next one goes so many times further. */
const LOOK_GROWTH = 8;

type Placed = Pick<ScreenMatch, "index" | "state"> & { readonly listings: () => ScreenMatch["listings"] };

/** The match as it stands on the lists; its reasons and its listings stay unread. */
function listed(match: Match, { index, state, listings }: Placed): ScreenMatch {
  const { id, caption, schema, score, hit, name, nameFindings } = match;
  const findings = nameFindings === undefined ? {} : { nameFindings };
  const told = { id, caption, schema, score, hit, name, ...findings, index, state };
  return withLate(told, { features: () => match.features, change: () => match.change, listings });
}

function listingsOf(
  snapshot: Snapshot,
  index: EntityIndex,
  { lists }: ScreenPolicy,
  at: string | null,
): ScreenMatch["listings"] {
  return snapshot.listings(index).flatMap((listing) => {
    if (lists !== null && !lists.includes(listing.list)) return [];
    const list = snapshot.lists.find((held) => held.id === listing.list);
    return list === undefined ? [] : [{ listing, state: listingStateOn(listing, list, at) }];
  });
}

function strongest(listings: ScreenMatch["listings"]): ListingState | undefined {
  return STRONGEST.find((one) => listings.some((listing) => listing.state === one));
}

/** How each party of a snapshot stands on all lists by their newest editions, as far as it was asked: place in `STRONGEST` and one more. */
const standing = new WeakMap<Snapshot, Uint8Array>();

function standingIn(snapshot: Snapshot): Uint8Array {
  const held = standing.get(snapshot);
  if (held !== undefined) return held;
  const made = new Uint8Array(snapshot.targets);
  standing.set(snapshot, made);
  return made;
}

/** The strongest state by the newest editions of all lists, for which a party's listings are read once. */
function newestState(
  snapshot: Snapshot,
  index: EntityIndex,
  listings: () => ScreenMatch["listings"],
): ListingState | undefined {
  const known = standingIn(snapshot);
  const held = known[index] as number;
  if (held > 0) return STRONGEST[held - 1];
  const state = strongest(listings());
  if (state !== undefined) known[index] = STRONGEST.indexOf(state) + 1;
  return state;
}

function placed(
  snapshot: Snapshot,
  match: Match,
  policy: ScreenPolicy,
  at: string | null,
): ScreenMatch | null {
  const index = snapshot.find(match.id);
  let read: ScreenMatch["listings"] | null = null;
  const listings = (): ScreenMatch["listings"] => {
    read ??= listingsOf(snapshot, index, policy, at);
    return read;
  };
  const state =
    at === null && policy.lists === null ? newestState(snapshot, index, listings) : strongest(listings());
  return state === undefined ? null : listed(match, { index, state, listings });
}

/**
 * Whom the subject may be among the listed parties, best first, at most `policy.limit` of each kind. `at` is a day
 * (YYYY-MM-DD), or null for the newest edition of each list.
 */
export function screen(
  snapshot: Snapshot,
  subject: Subject,
  stated: ScreenPolicy,
  at: string | null,
): ScreenResult {
  const policy = policyFor(stated, subject);
  const algorithm = policy.algorithm === undefined ? null : namedAlgorithm(policy.algorithm);
  const index = algorithm === null ? snapshot.index : snapshot.algorithm(algorithm);
  for (let look = policy.limit + LOOK_BEYOND; ; look *= LOOK_GROWTH) {
    const seen = index.match(subject, { ...policy, limit: look });
    const all = seen.flatMap((match) => {
      const weighed = policy.require === undefined ? match : withRequiredEvidence(match, policy.require);
      return placed(snapshot, weighed, policy, at) ?? [];
    });
    const matches = all.filter(({ state }) => state === "listed" || state === "unknown");
    if (seen.length < look || matches.length >= policy.limit) {
      const outOfForce = all.filter(({ state }) => state === "not-yet-listed" || state === "delisted");
      return { matches: matches.slice(0, policy.limit), outOfForce: outOfForce.slice(0, policy.limit) };
    }
  }
}
