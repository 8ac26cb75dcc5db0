import { searchWords } from "./search-words.ts";

/** Names beyond so many are not compared: each is compared with each. */
const NAMES_MAX = 100;

const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u;

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return both === 0 ? 0 : both / (one.size + other.size - both);
}

/**
 * The name that has most words in common with the others, in Latin letters where one is, or null where there is none.
 * What yente calls an entity when it suggests it: the spelling that most sources agree on.
 */
export function commonName(names: readonly string[]): string | null {
  const latin = names.filter((name) => LATIN.test(name));
  const chosen = (latin.length > 0 ? latin : names).slice(0, NAMES_MAX);
  const words = chosen.map((name) => new Set(searchWords(name)));
  const likeness = words.map((own) => words.reduce((sum, other) => sum + shared(own, other), 0));
  return chosen[likeness.indexOf(Math.max(...likeness))] ?? null;
}
