import { assert } from "../../fault.ts";
import type { Entity } from "../entity/entity.ts";
import type { Json } from "../json.ts";
import { captionOf } from "./delta.ts";
import { compareIds, packTexts, textAt } from "./entity-store.ts";
import { type FactKind, factKindOf, inOrderOfKinds, type KindChange } from "./entry-facts.ts";
import { openSnapshotFile, writeSnapshot } from "./file.ts";
import type { Section } from "./sections.ts";

/*
 * What each edition of one list states, told once: a value of a fact with the editions that state it as bits, the oldest
 * edition's the lowest. Most values stand in all editions, so that a history is hardly larger than its newest edition.
 *
 *   history.ids, history.idEnds     ids of all entries of any edition, in the order of `compareIds`
 *   history.rows, history.rowEnds   per entry [caption, schema, editions, fact, value, editions, fact, value, editions …]
 */

/** Editions are bits of a number that is an integer in every engine's short form. */
export const HISTORY_EDITIONS_MAX = 30;

/** A value that a fact of an entry has, or had. `schema` and `edtf.<property>` are facts like others. */
export type StatedValue = {
  readonly kind: FactKind;
  readonly fact: string;
  readonly value: string;
  /** Dates of the editions that state it, oldest first. */
  readonly editions: readonly string[];
};

/** Everything that the editions held say of one entry. */
export type EntryHistory = {
  readonly id: string;
  /** As the newest edition that holds it says. */
  readonly caption: string;
  readonly schema: string;
  readonly editions: readonly string[];
  readonly values: readonly StatedValue[];
};

/** An entry that two editions hold, with what differs. */
export type EntryChange = {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly changes: readonly KindChange[];
};

/** Whether two editions hold an entry, and by fact whether each states it and whether they differ. */
export type EntryComparison = {
  readonly schema: string;
  readonly before: boolean;
  readonly after: boolean;
  readonly facts: ReadonlyMap<
    string,
    { readonly before: boolean; readonly after: boolean; readonly differs: boolean }
  >;
};

type Facts = Map<string, Map<string, number>>;
type Folded = { caption: string; schema: string; editions: number; readonly facts: Facts };

/** Folds editions into a history, one at a time, so that only one need be in memory; the oldest first. */
export class HistoryBuilder {
  readonly #entries = new Map<string, Folded>();
  readonly #dates: string[] = [];

  /** Adds the next edition's entries, as `entryFacts` gives them. */
  add(date: string, entries: readonly Entity[]): void {
    assert(this.#dates.length < HISTORY_EDITIONS_MAX, "a history has a bit for each edition");
    const bit = 1 << this.#dates.length;
    this.#dates.push(date);
    for (const entry of entries) {
      const held = this.#entries.get(entry.id) ?? { caption: "", schema: "", editions: 0, facts: new Map() };
      if (held.editions === 0) this.#entries.set(entry.id, held);
      held.caption = captionOf(entry);
      held.schema = entry.schema;
      held.editions |= bit;
      const state = (fact: string, value: string): void => {
        const values = held.facts.get(fact) ?? new Map<string, number>();
        if (values.size === 0) held.facts.set(fact, values);
        values.set(value, (values.get(value) ?? 0) | bit);
      };
      state("schema", entry.schema);
      for (const [fact, values] of Object.entries(entry.properties))
        for (const value of values) state(fact, value);
      for (const [fact, values] of Object.entries(entry.edtf ?? {}))
        for (const value of values) state(`edtf.${fact}`, value);
    }
  }

  /** The history's bytes: the same editions give the same. */
  encode(): Uint8Array {
    const ids = [...this.#entries.keys()].sort(compareIds);
    const rows = ids.map((id) => {
      const entry = this.#entries.get(id);
      assert(entry !== undefined, "every id has its entry");
      const facts = [...entry.facts].sort(([one], [other]) => (one < other ? -1 : 1));
      const values = facts.flatMap(([fact, held]) =>
        [...held].flatMap(([value, editions]) => [fact, value, editions]),
      );
      return JSON.stringify([entry.caption, entry.schema, entry.editions, ...values]);
    });
    const [packedIds, packedRows] = [packTexts(ids), packTexts(rows)];
    const header = { history: this.#dates } as unknown as Json;
    return writeSnapshot(
      header,
      new Map<string, Section>([
        ["history.ids", packedIds.bytes],
        ["history.idEnds", packedIds.ends],
        ["history.rows", packedRows.bytes],
        ["history.rowEnds", packedRows.ends],
      ]),
    );
  }
}

type Row = readonly [caption: string, schema: string, editions: number, ...(string | number)[]];

/** A history read from its bytes: views on them, and one entry decoded at a time. */
export class ListHistory {
  /** SHA-256 of its bytes: its name. */
  readonly hash: string;
  readonly dates: readonly string[];
  readonly size: number;
  readonly #ids: Uint8Array;
  readonly #idEnds: Uint32Array;
  readonly #rows: Uint8Array;
  readonly #rowEnds: Uint32Array;

  /** Throws `snapshot-damaged`. */
  constructor(bytes: Uint8Array, name: string) {
    const { hash, header, sections } = openSnapshotFile(bytes, name);
    this.hash = hash;
    this.dates = (header as unknown as { readonly history: readonly string[] }).history;
    this.#ids = sections.u8("history.ids");
    this.#idEnds = sections.u32("history.idEnds");
    this.#rows = sections.u8("history.rows");
    this.#rowEnds = sections.u32("history.rowEnds");
    this.size = this.#idEnds.length;
  }

  id(index: number): string {
    return textAt(this.#ids, this.#idEnds, index);
  }

  /** Place of the entry with this id, or -1. */
  find(id: string): number {
    let [low, high] = [0, this.size - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compareIds(this.id(middle), id);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Everything that the editions say of an entry. */
  entry(index: number): EntryHistory {
    const row = this.#row(index);
    const [caption, schema, editions] = row;
    return {
      id: this.id(index),
      caption,
      schema,
      editions: this.#datesOf(editions),
      values: statedIn(row).map(({ fact, value, editions: mask }) => ({
        kind: factKindOf(schema, fact),
        fact,
        value,
        editions: this.#datesOf(mask),
      })),
    };
  }

  /** What differs in an entry between two editions; null where they do not both hold it, or say the same. */
  changes(index: number, from: string, to: string): EntryChange | null {
    const [before, after] = [this.#bitOf(from), this.#bitOf(to)];
    const row = this.#row(index);
    const [caption, schema, editions] = row;
    if ((editions & before) === 0 || (editions & after) === 0) return null;
    const facts = new Map<string, { gained: string[]; lost: string[] }>();
    for (const { fact, value, editions: mask } of statedIn(row)) {
      const [was, is] = [(mask & before) !== 0, (mask & after) !== 0];
      if (was === is) continue;
      const change = facts.get(fact) ?? { gained: [], lost: [] };
      if (change.gained.length + change.lost.length === 0) facts.set(fact, change);
      (is ? change.gained : change.lost).push(value);
    }
    if (facts.size === 0) return null;
    const changes = [...facts].map(([fact, change]) => ({ kind: factKindOf(schema, fact), fact, ...change }));
    return { id: this.id(index), caption, schema, changes: inOrderOfKinds(changes) };
  }

  /** Which of two editions state each fact of an entry, and whether they state it differently: enough to count by. */
  compare(index: number, from: string, to: string): EntryComparison {
    const [before, after] = [this.#bitOf(from), this.#bitOf(to)];
    const row = this.#row(index);
    const facts = new Map<string, { before: boolean; after: boolean; differs: boolean }>();
    for (const { fact, editions: mask } of statedIn(row)) {
      const known = facts.get(fact) ?? { before: false, after: false, differs: false };
      const [was, is] = [(mask & before) !== 0, (mask & after) !== 0];
      facts.set(fact, {
        before: known.before || was,
        after: known.after || is,
        differs: known.differs || was !== is,
      });
    }
    return { schema: row[1], before: (row[2] & before) !== 0, after: (row[2] & after) !== 0, facts };
  }

  /** The facts that an edition states of an entry; null where it does not hold it. */
  factsIn(index: number, date: string): Readonly<Record<string, readonly string[]>> | null {
    const bit = this.#bitOf(date);
    const row = this.#row(index);
    if ((row[2] & bit) === 0) return null;
    const stated = statedIn(row).filter(({ editions }) => (editions & bit) !== 0);
    return Object.fromEntries(
      [...Map.groupBy(stated, ({ fact }) => fact)].map(([fact, values]) => [
        fact,
        values.map(({ value }) => value),
      ]),
    );
  }

  #row(index: number): Row {
    assert(index >= 0 && index < this.size, "an entry's place is inside the history");
    return JSON.parse(textAt(this.#rows, this.#rowEnds, index)) as Row;
  }

  #bitOf(date: string): number {
    const place = this.dates.indexOf(date);
    assert(place >= 0, "an edition asked about is one of the history's");
    return 1 << place;
  }

  #datesOf(mask: number): readonly string[] {
    return this.dates.filter((_, place) => (mask & (1 << place)) !== 0);
  }
}

function statedIn(
  row: Row,
): readonly { readonly fact: string; readonly value: string; readonly editions: number }[] {
  const stated = [];
  for (let at = 3; at < row.length; at += 3) {
    stated.push({ fact: row[at] as string, value: row[at + 1] as string, editions: row[at + 2] as number });
  }
  return stated;
}
