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

/** Thai letters in the order in which they are spoken, each with its sign of silence, without its tone. */
function thaiLetters(word: string): string[] {
  const toneless = word
    .replace(/[\u0e48-\u0e4b]/g, "")
    .replace(/[\u0e34-\u0e39](?=\u0e4c)/g, "")
    .replace(/(.)\1/g, "$1");
  return toneless.replace(/([\u0e40-\u0e44])([\u0e01-\u0e2e])/g, "$2$1").match(/.\u0e4c?/gsu) ?? [];
}

/**
 * Letters of a word as the tables of spellings know them: Chinese names in simplified characters, Persian ones in Arabic
 * letters, foreign ones in Hangul by single letters and not by syllables, Thai ones as they are spoken, others as they are.
 */
export function localLetters(table: string, word: string): string[] {
  if (table === "foreign")
    return [...word.replace(FAMILY_MARK, "").normalize("NFD")].filter((letter) => letter !== SILENT);
  if (table === "thai") return thaiLetters(word);
  const letters: string[] = word.match(/\^?./gsu) ?? [];
  if (table === "arabic") return letters.map((letter) => ARABIC.get(letter) ?? letter);
  return table === "chinese" ? letters.map((letter) => SIMPLIFIED.get(letter) ?? letter) : letters;
}
