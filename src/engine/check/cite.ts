import { sayDay } from "../day.ts";
import { inForceOn, type Measure } from "../goods/measure.ts";
import type { ScreenMatch } from "../screen.ts";
import type { Listing, ListRecord, Snapshot } from "../snapshot/snapshot.ts";
import type { Citation, Finding } from "../verdict.ts";
import type { Question } from "./world.ts";

/** The list that a listing stands on. */
export function listOf(snapshot: Snapshot, listing: Listing): ListRecord | undefined {
  return snapshot.lists.find(({ id }) => id === listing.list);
}

/** The listing as a citation: the edition that was read is the newest held that has the entry. */
export function citeListing(snapshot: Snapshot, listing: Listing): Citation {
  const edition = listing.editions.at(-1) ?? "";
  const files = listOf(snapshot, listing)?.editions.find(({ date }) => date === edition)?.files ?? [];
  return {
    kind: "listing",
    list: listing.list,
    edition,
    entry: listing.entry,
    programmes: listing.programmes,
    listedOn: listing.listedOn,
    files: files.map(({ sha256 }) => sha256),
  };
}

export function citeMeasure(measure: Measure): Citation {
  return {
    kind: "measure",
    id: measure.id,
    programme: measure.programme,
    instrument: measure.instrument,
    paragraph: measure.paragraph,
    inForceFrom: measure.from,
    inForceUntil: measure.until,
    basis: measure.basis,
    source: measure.source,
  };
}

/** Measures that a listing brings with it on the day: those for its programme, else those for its whole list. */
export function measuresOfListing({ world, day }: Question, listing: Listing): readonly Measure[] {
  const own = world.measures.all.filter(
    ({ scope, ...measure }) =>
      scope.kind === "listed" && scope.lists.includes(listing.list) && inForceOn({ scope, ...measure }, day),
  );
  const exact = own.filter(
    ({ scope }) =>
      scope.kind === "listed" &&
      scope.programmes?.some((programme) => listing.programmes.includes(programme)),
  );
  return exact.length > 0
    ? exact
    : own.filter(({ scope }) => scope.kind === "listed" && scope.programmes === null);
}

/** What was compared, as evidence: each feature that fired. */
export function evidenceOf(match: ScreenMatch): Finding["evidence"] {
  return match.features.map(({ feature, query, listed, weight }) => ({
    fact: feature,
    query,
    listed,
    weight,
  }));
}

/** `OFAC SDN list, DPRK3 and DPRK4, listed on 13 September 2018`. */
export function sayListing(snapshot: Snapshot, listing: Listing): string {
  const title = listOf(snapshot, listing)?.title ?? listing.list;
  const programmes = listing.programmes.length === 0 ? "" : `, ${listing.programmes.join(" and ")}`;
  const since = listing.listedOn === null ? "" : `, since ${sayDay(listing.listedOn)}`;
  return `${title} ${listing.entry}${programmes}${since}`;
}

/** The words as a sentence: names such as “CO., LTD.” bring their own full stop. */
export function sentence(words: string): string {
  return words.endsWith(".") ? words : `${words}.`;
}
