import type { Json } from "../json.ts";
import { encodeEntities, packTexts } from "./entity-store.ts";
import { writeSnapshot } from "./file.ts";
import { type Designation, type EditionInput, type MergedLists, mergeEditions } from "./merge.ts";
import type { Section } from "./sections.ts";
import type { Listing } from "./snapshot.ts";

/** The bytes of a snapshot: the same editions and the same program give the same bytes, in whatever order they come. */
export function compileSnapshot(
  editions: readonly EditionInput[],
  designations: readonly Designation[] = [],
): Uint8Array {
  const merged = mergeEditions(editions, designations);
  const { names, sections } = encodeEntities(merged.entities);
  const header = { lists: merged.lists, names, targets: merged.listings.length } as unknown as Json;
  return writeSnapshot(header, new Map<string, Section>([...sections, ...encodeListings(merged)]));
}

/** A listing in the file: number of its list, entry, programmes, numbers of the list's editions, day and its source. */
export type ListingRow = readonly [
  list: number,
  entry: string,
  programmes: readonly string[],
  editions: readonly number[],
  listedOn: string | null,
  listedOnSource: string | null,
];

function encodeListings({ lists, listings }: MergedLists): [string, Section][] {
  const numbers = new Map(lists.map(({ id, editions }, number) => [id, { number, editions }]));
  const row = (listing: Listing): ListingRow => {
    const list = numbers.get(listing.list);
    const editions = listing.editions.map(
      (date) => list?.editions.findIndex((held) => held.date === date) ?? -1,
    );
    const { entry, programmes, listedOn, listedOnSource } = listing;
    return [list?.number ?? -1, entry, programmes, editions, listedOn, listedOnSource];
  };
  const packed = packTexts(listings.map((ofTarget) => JSON.stringify(ofTarget.map(row))));
  return [
    ["listing.rows", packed.bytes],
    ["listing.rowEnds", packed.ends],
  ];
}
