import { type Entity, valuesOf } from "../../src/engine/entity/entity.ts";
import { namesOf } from "../../src/engine/match/target.ts";

/** The entries that are trained on: how many, and each by its place. */
export type Entries = { readonly targets: number; readonly entity: (place: number) => Entity };

/** Letters and digits of a name's words in alphabetical order: the same for two names that differ in order or case alone. */
export function wordBag(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}'’`ʼ]/gu, "");
  return [...plain.matchAll(/[\p{L}\p{N}]+/gu)]
    .map(([word]) => word)
    .sort()
    .join(" ");
}

/** Years of birth that an entity may have been born in; empty where none is stated. */
function yearsOf(entity: Entity): ReadonlySet<number> {
  return new Set(valuesOf(entity, "birthDate").map((date) => Number(date.slice(0, 4))));
}

function mayAgree(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  if (one.size === 0 || other.size === 0) return true;
  return [...one].some((year) => [year - 1, year, year + 1].some((near) => other.has(near)));
}

/** More bearers than this share a name by chance. */
const BEARERS_MAX = 12;

/**
 * Which entries of all lists are one party, as far as names tell: they share a name of two words or more and their years
 * of birth agree. Gives for each entry the number of its party. A rough rule that serves to leave doubtful pairs out.
 */
export function partyNumbers(snapshot: Entries): {
  readonly party: Int32Array;
  readonly bearers: ReadonlyMap<string, readonly number[]>;
} {
  const party = Int32Array.from({ length: snapshot.targets }, (_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (party[top] !== top) top = party[top] as number;
    party[at] = top;
    return top;
  };
  const bearers = new Map<string, number[]>();
  const years: ReadonlySet<number>[] = [];
  for (let at = 0; at < snapshot.targets; at += 1) {
    const entity = snapshot.entity(at);
    years.push(yearsOf(entity));
    for (const bag of new Set(
      namesOf(entity)
        .filter(({ kind }) => kind !== "weakAlias")
        .map(({ text }) => wordBag(text)),
    )) {
      const held = bearers.get(bag);
      if (held === undefined) bearers.set(bag, [at]);
      else held.push(at);
    }
  }
  for (const [bag, all] of bearers) {
    if (!bag.includes(" ") || all.length > BEARERS_MAX) continue;
    for (const one of all) {
      const [first = one] = all;
      if (mayAgree(years[first] ?? new Set(), years[one] ?? new Set())) party[root(one)] = root(first);
    }
  }
  for (let at = 0; at < party.length; at += 1) root(at);
  return { party, bearers };
}
