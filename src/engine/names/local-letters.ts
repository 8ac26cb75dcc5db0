import variants from "../../../data/names/simplified.json" with { type: "json" };

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  [...variants.traditional].map((letter, at): [string, string] => [letter, variants.simplified.charAt(at)]),
);

/** Stands before a Korean family name, whose syllables are spelled otherwise than those of a given name. */
export const FAMILY_MARK = "^";

/** Letters that Persian, Urdu, Pashto and Kurdish write otherwise than Arabic. */
const ARABIC: ReadonlyMap<string, string> = new Map(
  [..."یيىيےيکكھهہهۀهەهێيۆوټتډدړرږژښشګگڼنېيۍيځزڅسٹتڈدڑرںنۃةۇو".matchAll(/../gu)].map(([pair]) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);

/** Stands where a Hangul syllable begins with a vowel; it has no sound. */
const SILENT = "\u110b";

/**
 * Letters of a word as the tables of spellings know them: Chinese names in simplified characters, Persian ones in Arabic
 * letters, foreign ones in Hangul by single letters and not by syllables, others as they are.
 */
export function localLetters(table: string, word: string): string[] {
  if (table === "foreign")
    return [...word.replace(FAMILY_MARK, "").normalize("NFD")].filter((letter) => letter !== SILENT);
  const letters: string[] = word.match(/\^?./gsu) ?? [];
  if (table === "arabic") return letters.map((letter) => ARABIC.get(letter) ?? letter);
  return table === "chinese" ? letters.map((letter) => SIMPLIFIED.get(letter) ?? letter) : letters;
}
