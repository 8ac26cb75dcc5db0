import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Entity } from "../../engine/entity/entity.ts";
import { recognize } from "../../engine/lists/formats.ts";
import { type Delta, deltaBetween } from "../../engine/snapshot/delta.ts";
import { entryFacts } from "../../engine/snapshot/entry-facts.ts";
import { HistoryBuilder, ListHistory } from "../../engine/snapshot/list-history.ts";
import type { Snapshot } from "../../engine/snapshot/snapshot.ts";
import { Fault, must } from "../../fault.ts";
import { homeFolder } from "../../platform/paths.ts";
import { type EntryChanges, entryChanges } from "./entry-changes.ts";
import { type HeldEdition, heldEditions, readEdition } from "./held-editions.ts";

/** A loaded list as `sluice lists` shows it; editions newest first. */
export type ListSummary = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly kind: string;
  readonly url: string;
  readonly editions: readonly {
    readonly date: string;
    /** Whole days from the edition's date to the day asked. */
    readonly ageDays: number;
    readonly format: string;
    readonly targets: number;
    readonly rejected: number;
    readonly notes: readonly string[];
  }[];
};

/** What is loaded, how old, how many. */
export function summarizeLists(snapshot: Snapshot, now: Date): readonly ListSummary[] {
  const day = Date.parse(now.toISOString().slice(0, 10));
  return snapshot.lists.map(({ id, title, publisher, kind, url, editions }) => ({
    id,
    title,
    publisher,
    kind,
    url,
    editions: editions.toReversed().map(({ date, format, targets, rejected, notes }) => ({
      date,
      ageDays: Math.round((day - Date.parse(date)) / 86_400_000),
      format,
      targets,
      rejected,
      notes,
    })),
  }));
}

/** What lies between two editions: listed parties added, changed (which fact), removed. */
export type EditionDiff = {
  readonly before: string;
  readonly after: string;
  readonly delta: Delta;
  /** Of the changed entries: how many changed in what, and which facts one of the editions does not hold. */
  readonly counts: EntryChanges["counts"];
  readonly notCompared: EntryChanges["notCompared"];
};

/**
 * The difference between two editions, each named `<list>@<date>`, `<list>` (its newest), or by the path of a file; the
 * ids of a file are those of the other edition's list. Throws `edition-unavailable` where none is held, and as readers do.
 */
export async function diffEditions(
  before: string,
  after: string,
  options: { readonly home?: string } = {},
): Promise<EditionDiff> {
  const all = heldEditions(homeFolder(options.home, process.env));
  const found = [find(all, before), find(all, after)] as const;
  const list = (found[0] ?? found[1])?.list;
  if (list === undefined) {
    throw new Fault({ code: "usage", reason: "one of the two must be an edition held: <list>@<date>" });
  }
  const [older, newer] = await Promise.all([
    entitiesOf(found[0], before, list),
    entitiesOf(found[1], after, list),
  ]);
  const [was, is] = [entryFacts(older), entryFacts(newer)];
  const builder = new HistoryBuilder();
  builder.add("before", was);
  builder.add("after", is);
  const history = new ListHistory(builder.encode(), "the two editions");
  const { counts, notCompared } = await entryChanges(history, "before", "after");
  return { before, after, delta: deltaBetween(was, is), counts, notCompared };
}

function find(all: readonly HeldEdition[], name: string): HeldEdition | null {
  const [id, date] = name.split("@");
  const ofList = all.filter(({ list }) => list.id === id);
  if (ofList.length === 0) return null;
  const held = date === undefined ? ofList.at(-1) : ofList.find((edition) => edition.date === date);
  if (held !== undefined) return held;
  const dates = ofList.map((edition) => edition.date).join(", ");
  throw new Fault({
    code: "edition-unavailable",
    list: must(id, "a list was found"),
    reason: `${date} is not held (held: ${dates})`,
  });
}

async function entitiesOf(
  held: HeldEdition | null,
  name: string,
  list: HeldEdition["list"],
): Promise<readonly Entity[]> {
  if (held !== null) return (await readEdition(held)).content.entities;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(name);
  } catch (error) {
    const reason = `${name} is neither an edition held (<list>@<date>) nor a file`;
    throw new Fault({ code: "usage", reason }, error);
  }
  const files = [{ name: basename(name), bytes }];
  const reader = recognize(files);
  if (reader === null) {
    throw new Fault({ code: "input-invalid", file: name, where: "the file", reason: "no known list format" });
  }
  const { prefix, authority, country } = list;
  return (await reader.read(files, { prefix, authority, country })).entities;
}
