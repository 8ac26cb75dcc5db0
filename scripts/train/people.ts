import { readData } from "../../bench/eval/data-file.ts";
import { isTestName } from "../../bench/eval/script-split.ts";
import type { Random } from "../../src/service/evaluation/random.ts";

/**
 * Given and family names of people of all countries, as they write themselves in Latin letters: of the pairs of names in
 * two scripts (Wikidata) the part that tables are learnt from. A table of common names alone would teach that a name which
 * is not common is a listed one.
 */
export type People = { readonly givens: readonly string[]; readonly families: readonly string[] };

const WORDS = /^\p{Script=Latin}[\p{Script=Latin}'’-]+(?: \p{Script=Latin}[\p{Script=Latin}'’.-]*){1,3}$/u;

/** Rulers go by numbers and lands. */
const TITLES = /\b(?:of|the|[IVX]{2,})\b/u;

/** Reads them; the same on every call. */
export function readPeople(): People {
  const givens: string[] = [];
  const families: string[] = [];
  for (const line of readData("scripts/korean.tsv").split("\n")) {
    const [latin = "", local = ""] = line.split("\t");
    const name = latin.trim();
    if (!WORDS.test(name) || TITLES.test(name) || isTestName(local.replace(/\s/g, ""))) continue;
    const words = name.split(" ");
    givens.push(words.slice(0, -1).join(" "));
    families.push(words.at(-1) ?? "");
  }
  return { givens, families };
}

/** One's given name with another's family name: a name as people have it, and nobody known by it. */
export function someone({ givens, families }: People, random: Random): string {
  const given = random.pick(givens);
  const family = random.pick(families);
  return random.chance(0.1) ? `${given} ${random.pick(families)} ${family}` : `${given} ${family}`;
}
