import { namesOf } from "../../engine/match/target.ts";
import type { EntityIndex, Snapshot } from "../../engine/snapshot/snapshot.ts";

/** A name without case, accents, punctuation and the order of its words: what two writings of one name share. */
function bagOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return words.sort().join(" ");
}

/** Finds the listed parties that a text means. */
export type ExpectedFinder = (text: string) => ReadonlySet<string>;

/**
 * Listed parties by what a file may call them: the id (`us-ofac-24979`), the publisher's reference (`24979`, `KPi.001`) or
 * a listed name, in any order of its words. All that bear the first name of the one meant are meant too: many parties
 * stand on several lists. Made once, in a second or so.
 */
export function expectedFinder(snapshot: Snapshot): ExpectedFinder {
  const byEntry = new Map<string, EntityIndex[]>();
  const byName = new Map<string, EntityIndex[]>();
  const bags: string[] = [];
  const file = (map: Map<string, EntityIndex[]>, key: string, index: EntityIndex): void => {
    const held = map.get(key);
    if (held === undefined) map.set(key, [index]);
    else if (held.at(-1) !== index) held.push(index);
  };
  for (let index = 0; index < snapshot.targets; index += 1) {
    for (const { entry } of snapshot.listings(index)) file(byEntry, entry.toLowerCase(), index);
    const names = namesOf(snapshot.entity(index));
    bags.push(bagOf(names[0]?.text ?? ""));
    for (const { text } of names) file(byName, bagOf(text), index);
  }
  return (text) => {
    const trimmed = text.trim();
    const id = snapshot.find(trimmed);
    const meant =
      id >= 0 && id < snapshot.targets
        ? [id]
        : (byEntry.get(trimmed.toLowerCase()) ?? byName.get(bagOf(trimmed)) ?? []);
    const all = meant.flatMap((index) => [index, ...(byName.get(bags[index] ?? "") ?? [])]);
    return new Set(all.map((index) => snapshot.entity(index).id));
  };
}
