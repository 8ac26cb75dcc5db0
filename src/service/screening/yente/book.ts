import type { Entity } from "../../../engine/entity/entity.ts";
import type { CandidateIndex } from "../../../engine/match/candidate-index.ts";
import { openIndex } from "../../../engine/match/open-index.ts";
import { textHash } from "../../../engine/match/token.ts";
import { type EntityNames, EntityStore, textAt } from "../../../engine/snapshot/entity-store.ts";
import { openSnapshotFile } from "../../../engine/snapshot/file.ts";
import type { Sections } from "../../../engine/snapshot/sections.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import { Fault } from "../../../fault.ts";
import type { FactsHeader } from "./book-file.ts";
import { searchWords } from "./search-words.ts";
import { TextIndex } from "./text-index.ts";
import { type Envelope, type WireEntity, wireEntity } from "./wire-entity.ts";

/** One or several values of every entity, as numbers into `names`. */
export type Column = {
  readonly names: readonly string[];
  /** Null where each entity has exactly one. */
  readonly ends: Uint32Array | null;
  readonly values: Uint16Array;
};

/** Seconds since 1970, 0 where nothing is stated. */
export type Moments = {
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly change: Uint32Array;
};

/** The entities of a dataset, open for matching, search and look-up: views on one file. */
export type Book = {
  readonly size: number;
  readonly entity: (place: number) => Entity;
  readonly envelope: (place: number) => Envelope;
  readonly wire: (place: number) => WireEntity;
  /** Place of the entity with this id, or -1. */
  readonly find: (id: string) => number;
  /** Place of the entity that this id was merged into, or -1. */
  readonly findReferent: (referent: string) => number;
  /** Names of entities that are this word when they are written without their spaces. */
  readonly namesWrittenAs: (word: string) => readonly string[];
  readonly referrers: (place: number) => readonly { readonly index: number; readonly property: string }[];
  readonly index: CandidateIndex;
  readonly columns: Readonly<Record<"schema" | "country" | "topic" | "dataset", Column>>;
  readonly moments: Moments;
  /** How many values the entity states. */
  readonly counts: Uint16Array;
  /** The order in which the dataset states its entities: what is listed without another order comes so. */
  readonly stated: Uint32Array;
  /** The order of the entities' ids. */
  readonly ranks: Uint32Array;
  readonly text: TextIndex;
  /** True where some entities belong to no dataset any more: editions of the past still hold them. */
  readonly hasFormer: boolean;
};

type Store = Pick<Book, "size" | "entity" | "find" | "referrers" | "index">;

/** Opens what `compileBook` wrote. Throws `snapshot-damaged` where one bit of it is not as written. */
export function openBook(bytes: Uint8Array, fileName: string): Book {
  const { header, sections } = openSnapshotFile(bytes, fileName);
  // The hash was checked: the header is as this program wrote it.
  const { names, targets, facts } = header as unknown as {
    readonly names: EntityNames;
    readonly targets: number;
    readonly facts: FactsHeader;
  };
  const store = new EntityStore(sections, names, targets);
  const entity = (place: number): Entity => store.entity(place);
  return bookOver(
    {
      size: store.size,
      entity,
      find: (id) => store.find(id),
      referrers: (place) => store.referrers(place),
      index: openIndex(sections, { entity }),
    },
    sections,
    facts,
  );
}

/** The lists' snapshot as a book, with the facts that `compileFacts` wrote of its entities. */
export function openListsBook(snapshot: Snapshot, factsBytes: Uint8Array, fileName: string): Book {
  const { header, sections } = openSnapshotFile(factsBytes, fileName);
  const { facts } = header as unknown as { readonly facts: FactsHeader };
  const book = bookOver(snapshot, sections, facts);
  if (book.counts.length !== snapshot.size) {
    const reason = `facts of ${book.counts.length} entities for a snapshot of ${snapshot.size}`;
    throw new Fault({ code: "snapshot-damaged", file: fileName, reason });
  }
  return book;
}

function bookOver(store: Store, sections: Sections, facts: FactsHeader): Book {
  const rows = sections.u8("env.rows");
  const rowEnds = sections.u32("env.ends");
  const refHash = sections.u32("ref.hash");
  const refPlace = sections.u32("ref.place");
  const joinHash = sections.u32("join.hash");
  const joinPlace = sections.u32("join.place");
  const envelope = (place: number): Envelope => {
    const [caption, datasets, referents, firstSeen, lastSeen, lastChange] = JSON.parse(
      textAt(rows, rowEnds, place),
    ) as [string | null, string[], string[], string | null, string | null, string | null];
    return { caption, datasets, referents, firstSeen, lastSeen, lastChange };
  };
  const many = (name: "country" | "topic" | "dataset"): Column => ({
    names: facts[name],
    ends: sections.u32(`col.${name}Ends`),
    values: sections.u16(`col.${name}`),
  });
  const dataset = many("dataset");
  return {
    size: store.size,
    entity: store.entity,
    envelope,
    wire: (place) => wireEntity(store.entity(place), envelope(place)),
    find: store.find,
    findReferent: (referent) => {
      const hash = textHash(referent);
      for (let at = lowerBound(refHash, hash); refHash[at] === hash; at += 1) {
        const place = refPlace[at] as number;
        if (envelope(place).referents.includes(referent)) return place;
      }
      return -1;
    },
    namesWrittenAs: (word) => {
      const hash = textHash(word);
      const found = new Set<string>();
      for (let at = lowerBound(joinHash, hash); joinHash[at] === hash; at += 1) {
        const { properties } = store.entity(joinPlace[at] as number);
        for (const name of Object.values(properties).flat())
          if (name.length <= word.length * 2 && searchWords(name).join("") === word) found.add(name);
      }
      return [...found];
    },
    referrers: store.referrers,
    index: store.index,
    columns: {
      schema: { names: facts.schemata, ends: null, values: sections.u16("col.schema") },
      country: many("country"),
      topic: many("topic"),
      dataset,
    },
    moments: {
      first: sections.u32("col.first"),
      last: sections.u32("col.last"),
      change: sections.u32("col.change"),
    },
    counts: sections.u16("col.values"),
    stated: sections.u32("col.stated"),
    ranks: sections.u32("col.rank"),
    text: new TextIndex(sections),
    hasFormer: dataset.ends?.some((end, place, ends) => end === (place === 0 ? 0 : ends[place - 1])) ?? false,
  };
}

function lowerBound(values: Uint32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The values of an entity in a column. */
export function valuesIn(column: Column, place: number): readonly string[] {
  if (column.ends === null) return [column.names[column.values[place] as number] ?? ""];
  const from = place === 0 ? 0 : (column.ends[place - 1] as number);
  const values: string[] = [];
  for (let at = from; at < (column.ends[place] as number); at += 1)
    values.push(column.names[column.values[at] as number] ?? "");
  return values;
}

/** Per wanted value its number in the column, or -1 where no entity has it. */
export function numbersOf(column: Column, wanted: readonly string[]): readonly number[] {
  return wanted.map((value) => column.names.indexOf(value));
}

/** True where the entity has the numbered value. */
export function hasNumber(column: Column, place: number, number: number): boolean {
  if (column.ends === null) return column.values[place] === number;
  const from = place === 0 ? 0 : (column.ends[place - 1] as number);
  for (let at = from; at < (column.ends[place] as number); at += 1)
    if (column.values[at] === number) return true;
  return false;
}
