import variants from "../../../data/names/simplified.json" with { type: "json" };

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  [...variants.traditional].map((letter, at): [string, string] => [letter, variants.simplified.charAt(at)]),
);

/** Stands before a Korean family name, whose syllables are spelled otherwise than those of a given name. */
export const FAMILY_MARK = "^";

/** Letters of a word as the tables of spellings know them: Chinese names in simplified characters, others as they are. */
export function localLetters(table: string, word: string): string[] {
  const letters: string[] = word.match(/\^?./gsu) ?? [];
  return table === "chinese" ? letters.map((letter) => SIMPLIFIED.get(letter) ?? letter) : letters;
}
