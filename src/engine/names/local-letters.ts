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

/** Greek letters that are one sound together; a name from abroad has its b, d, g and j by them. */
const GREEK_LETTERS = /μπ|ντ|γκ|γγ|γχ|τζ|τσ|τς|ου|αι|ει|οι|υι|αυ|ευ|./gsu;

/** Devanagari's place of a letter of its sister scripts, whose blocks have the same order. */
function devanagari(word: string): string {
  return word.replace(/[\u0980-\u0dff]/gu, (letter) =>
    String.fromCharCode(0x900 + ((letter.codePointAt(0) as number) & 0x7f)),
  );
}

/** Hebrew letters with the sign that makes another sound of them, and two of a letter that are one sound. */
const HEBREW_LETTERS = /וו|יי|.\u05bf?/gsu;

/** Consonants of an Indic word, with a sign of silence where no vowel of their own follows, and its vowels. */
function indicLetters(word: string): string[] {
  return (devanagari(word).match(/.\u093c?\u094d?/gsu) ?? []).map((letter, at, all) =>
    /^[\u0915-\u0939]\u093c?$/.test(letter) && /^[\u093e-\u094c]/.test(all[at + 1] ?? "")
      ? `${letter}\u094d`
      : letter,
  );
}

/** A consonant of Burmese with its signs, but for the w that belongs to what follows. */
const BURMESE_ONSET = "[\u1000-\u102a\u103f](?:[\u103b\u103c])?";
/** What follows: w, h of the consonant, vowels, and a consonant that ends the syllable. */
const BURMESE_RIME = "(?:\u103d)?(?:\u103e)?[\u102b-\u1032\u1036]*(?:[\u1000-\u1021][\u103a\u1039]|\u103a)?";
const BURMESE_SYLLABLE = new RegExp(`(${BURMESE_ONSET})(${BURMESE_RIME})`, "gu");

/** Burmese without its tones. */
function toneless(word: string): string {
  return word.replace(/[\u1037\u1038]/g, "");
}

/** Syllables of a Burmese word, which are written together and spelled apart. */
export function burmeseSyllables(word: string): string[] {
  return toneless(word).match(BURMESE_SYLLABLE) ?? [];
}

/** Onset and rime of each syllable; the h that is written behind the w belongs to the onset. */
function burmeseLetters(word: string): string[] {
  return [...toneless(word).matchAll(BURMESE_SYLLABLE)].flatMap(([, onset = "", rime = ""]) => {
    const breathed = rime.includes("\u103e");
    return [
      breathed ? `${onset}\u103e` : onset,
      `=${rime.replace("\u103e", "").replace("\u102b", "\u102c").replace("\u1039", "\u103a")}`,
    ];
  });
}

/**
 * Letters of a word as the tables of spellings know them: Chinese names in simplified characters, Persian ones in Arabic
 * letters, foreign ones in Hangul by single letters and not by syllables, Thai ones as they are spoken, others as they are.
 */
export function localLetters(table: string, word: string): string[] {
  if (table === "foreign")
    return [...word.replace(FAMILY_MARK, "").normalize("NFD")].filter((letter) => letter !== SILENT);
  if (table === "thai") return thaiLetters(word);
  if (table === "greek") return word.match(GREEK_LETTERS) ?? [];
  if (table === "hebrew") return word.match(HEBREW_LETTERS) ?? [];
  if (table === "indic") return indicLetters(word);
  if (table === "burmese") return burmeseLetters(word);
  const letters: string[] = word.match(/\^?./gsu) ?? [];
  if (table === "arabic") return letters.map((letter) => ARABIC.get(letter) ?? letter);
  return table === "chinese" ? letters.map((letter) => SIMPLIFIED.get(letter) ?? letter) : letters;
}
