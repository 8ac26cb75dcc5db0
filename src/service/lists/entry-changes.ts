import { FACT_KINDS, type FactKind, factKindOf } from "../../engine/snapshot/entry-facts.ts";
import type { EntryChange, ListHistory } from "../../engine/snapshot/list-history.ts";

/** A fact that the two editions set down so differently that its changes say nothing of the parties. */
export type NotCompared = {
  readonly fact: string;
  /** Entries of each edition of which the fact is stated. */
  readonly before: number;
  readonly after: number;
};

/** What changed within the entries that two editions hold, found once and then paged through. */
export type EntryChanges = {
  readonly from: string;
  readonly to: string;
  readonly counts: readonly { readonly kind: FactKind; readonly entries: number }[];
  readonly notCompared: readonly NotCompared[];
  /** Places of the changed entries in the history, in the order of their ids, and per place which kinds as bits. */
  readonly places: Int32Array;
  readonly kinds: Uint16Array;
};

/**
 * An edition that states a fact ten times more often than the other was read from other tables: OFAC's of 2022 is held
 * without its aliases and addresses. Fewer than fifty may be a burst of news.
 */
const SHARE_MIN = 0.1;
const STATED_MIN = 50;

/** Entries looked at before others get their turn: some 5 ms of work. */
const CHUNK = 250;

const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

type Tally = { before: number; after: number };

const bitOf = (kind: FactKind): number => 1 << FACT_KINDS.indexOf(kind);

/** Compares two editions entry by entry, in turns that let the process do other work. */
export async function entryChanges(history: ListHistory, from: string, to: string): Promise<EntryChanges> {
  const stated = new Map<string, Tally>();
  const all: Tally = { before: 0, after: 0 };
  const found: { readonly place: number; readonly schema: string; readonly facts: readonly string[] }[] = [];
  for (let place = 0; place < history.size; place += 1) {
    if (place % CHUNK === 0) await breathe();
    const { schema, before, after, facts } = history.compare(place, from, to);
    all.before += before ? 1 : 0;
    all.after += after ? 1 : 0;
    for (const [fact, held] of facts) {
      const tally = stated.get(fact) ?? { before: 0, after: 0 };
      tally.before += held.before ? 1 : 0;
      tally.after += held.after ? 1 : 0;
      stated.set(fact, tally);
    }
    if (!before || !after) continue;
    const changed = [...facts].flatMap(([fact, { differs }]) => (differs ? [fact] : []));
    if (changed.length > 0) found.push({ place, schema, facts: changed });
  }
  const notCompared = [...stated].flatMap(([fact, tally]) =>
    isSetDownDifferently(tally, all) ? [{ fact, ...tally }] : [],
  );
  return { from, to, notCompared, ...countedOf(found, new Set(notCompared.map(({ fact }) => fact))) };
}

function isSetDownDifferently({ before, after }: Tally, all: Tally): boolean {
  const [was, is] = [before / Math.max(1, all.before), after / Math.max(1, all.after)];
  return Math.max(before, after) >= STATED_MIN && Math.min(was, is) < Math.max(was, is) * SHARE_MIN;
}

function countedOf(
  found: readonly { readonly place: number; readonly schema: string; readonly facts: readonly string[] }[],
  left: ReadonlySet<string>,
): Pick<EntryChanges, "counts" | "places" | "kinds"> {
  const rows = found.flatMap(({ place, schema, facts }) => {
    const kinds = facts
      .filter((fact) => !left.has(fact))
      .reduce((mask, fact) => mask | bitOf(factKindOf(schema, fact)), 0);
    return kinds === 0 ? [] : [{ place, kinds }];
  });
  const counts = FACT_KINDS.map((kind) => ({
    kind,
    entries: rows.filter(({ kinds }) => (kinds & bitOf(kind)) !== 0).length,
  }));
  return {
    counts: counts.filter(({ entries }) => entries > 0),
    places: Int32Array.from(rows, ({ place }) => place),
    kinds: Uint16Array.from(rows, ({ kinds }) => kinds),
  };
}

/** A page of the changed entries after a place (-1: from the first), of one kind or of all, with one more than asked for. */
export function changedEntries(
  history: ListHistory,
  { from, to, places, kinds, notCompared }: EntryChanges,
  asked: { readonly after: number; readonly limit: number; readonly kind: FactKind | null },
): readonly (EntryChange & { readonly place: number })[] {
  const left = new Set(notCompared.map(({ fact }) => fact));
  const page: (EntryChange & { readonly place: number })[] = [];
  for (const [at, place] of places.entries()) {
    if (page.length > asked.limit) break;
    if (place <= asked.after) continue;
    if (asked.kind !== null && ((kinds[at] ?? 0) & bitOf(asked.kind)) === 0) continue;
    const change = history.changes(place, from, to);
    if (change === null) continue;
    const changes = change.changes.filter(
      ({ fact, kind }) => !left.has(fact) && (asked.kind === null || kind === asked.kind),
    );
    page.push({ ...change, changes, place });
  }
  return page;
}
