import type { EditionRecord, EntityIndex, Listing, ListingState, ListRecord, Snapshot } from "./snapshot.ts";

/** The edition in force on a day: the newest one held of that day or before; or none, and the oldest day that is held. */
export type Coverage =
  | { readonly kind: "covered"; readonly edition: EditionRecord }
  | { readonly kind: "not-covered"; readonly oldest: string | null };

/** Which edition of the list is in force on `day` (YYYY-MM-DD; null for the newest edition held). */
export function coverageOn(list: ListRecord, day: string | null): Coverage {
  const edition = list.editions.findLast((held) => day === null || held.date <= day);
  if (edition !== undefined) return { kind: "covered", edition };
  return { kind: "not-covered", oldest: list.editions[0]?.date ?? null };
}

/**
 * How a listing stands on `day` (YYYY-MM-DD; null for the newest edition held). An edition held decides where it can;
 * the stated day of listing decides between editions and before the oldest; where neither does, the answer is `unknown`.
 */
export function listingStateOn(listing: Listing, list: ListRecord, day: string | null): ListingState {
  const coverage = coverageOn(list, day);
  const listedOn = listing.listedOn;
  if (coverage.kind === "not-covered") {
    if (listedOn === null || day === null) return "unknown";
    return listedOn <= day ? "listed" : "not-yet-listed";
  }
  const inForce = coverage.edition.date;
  if (listing.editions.includes(inForce)) return "listed";
  const stoodBefore = listing.editions.some((date) => date < inForce);
  const standsLater = listing.editions.some((date) => date > inForce);
  if (!standsLater || day === null) return stoodBefore ? "delisted" : "not-yet-listed";
  if (listedOn !== null) return betweenEditions({ listedOn, day, inForce, stoodBefore });
  return enteredAfter(listing, list, inForce) && day > inForce ? "unknown" : absence(stoodBefore);
}

/** A listing with its list, as it stands on a day. */
export type StandingListing = {
  readonly listing: Listing;
  readonly list: ListRecord;
  readonly state: ListingState;
};

/** The listings of a target on a day that may forbid something: on these lists (all where null), allow lists left out. */
export function standingListings(
  snapshot: Snapshot,
  target: EntityIndex,
  { lists, day }: { readonly lists: readonly string[] | null; readonly day: string | null },
): readonly StandingListing[] {
  return snapshot.listings(target).flatMap((listing): readonly StandingListing[] => {
    const list = snapshot.lists.find(({ id }) => id === listing.list);
    if (list === undefined || list.kind === "allow") return [];
    if (lists !== null && !lists.includes(list.id)) return [];
    return [{ listing, list, state: listingStateOn(listing, list, day) }];
  });
}

function betweenEditions(facts: {
  readonly listedOn: string;
  readonly day: string;
  readonly inForce: string;
  readonly stoodBefore: boolean;
}): ListingState {
  if (facts.listedOn > facts.day) return absence(facts.stoodBefore);
  // A day of listing before an edition that lacks the entry: after a delisting the edition is right about the gap;
  // for an entry never seen before, the publisher's own statement is not contradicted by anything but a silence.
  return facts.listedOn <= facts.inForce && facts.stoodBefore ? "delisted" : "listed";
}

/** True where the very next edition after the one in force holds the entry: it came in on some day in between. */
function enteredAfter(listing: Listing, list: ListRecord, inForce: string): boolean {
  const next = list.editions.find((held) => held.date > inForce);
  return next !== undefined && listing.editions.includes(next.date);
}

function absence(stoodBefore: boolean): ListingState {
  return stoodBefore ? "delisted" : "not-yet-listed";
}
