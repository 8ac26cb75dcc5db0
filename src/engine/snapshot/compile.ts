import { type Entity, valuesOf } from "../entity/entity.ts";
import { isA } from "../entity/model.ts";
import type { Json } from "../json.ts";
import { buildIndex } from "../match/build-index.ts";
import { indexTargetOf } from "../match/target.ts";
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
  return writeSnapshot(
    header,
    new Map<string, Section>([...sections, ...encodeListings(merged), ...encodeIndex(merged)]),
  );
}

/** Attached entities whose identifiers are their holder's own. */
const HELD = ["Identification", "CryptoWallet"] as const;

function encodeIndex({ entities, listings }: MergedLists): ReadonlyMap<string, Section> {
  const held = new Map<string, Entity[]>();
  for (const entity of entities) {
    if (!HELD.some((schema) => isA(entity.schema, schema))) continue;
    for (const holder of valuesOf(entity, "holder")) {
      const others = held.get(holder);
      if (others === undefined) held.set(holder, [entity]);
      else others.push(entity);
    }
  }
  const targets = entities.slice(0, listings.length);
  return buildIndex(targets.map((target) => indexTargetOf(target, held.get(target.id))));
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
