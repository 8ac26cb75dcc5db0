import terms from "../../../data/names/terms.json" with { type: "json" };
import learnt from "../../../data/names/words.json" with { type: "json" };
import { cleanText } from "./normalize.ts";
import { type Script, scriptOf } from "./scripts.ts";

/** Endings of adjectives and nouns in the Slavic languages that are written in Cyrillic, longest first. */
const CYRILLIC_ENDING =
  /(?:ого|его|ому|ему|ыми|ими|ями|ами|ата|ото|ите|ият|ый|ий|ая|яя|ое|ее|ой|ей|ых|их|ам|ям|ах|ях|ов|ев|ом|ем|ия|ие|ии|ию|та|то|те|а|я|о|е|ы|и|у|ю|ь|й)$/;
const STEM_LETTERS_MIN = 4;
/** "And", "the" and "to the", which Arabic writes together with the word after. */
const ARABIC_PREFIX = /^(?:وال|بال|لل|ال|و(?=..{3}))/;

/** The article and "and", which Hebrew writes together with the word after. */
const HEBREW_PREFIX = /^ו?ה(?=..)|^ו(?=..)/;

/** A word without what its place in a sentence does to it, as the table of words knows it. */
export function wordKey(word: string, script: Script): string {
  if (script === "cyrillic") {
    const stem = word.replace(CYRILLIC_ENDING, "");
    return stem.length >= STEM_LETTERS_MIN ? stem : word;
  }
  if (script !== "arabic") return word;
  const letters = word.replace(/ی|ى/g, "ي").replace(/ک/g, "ك");
  const bare = letters.replace(ARABIC_PREFIX, "");
  return bare.length > 2 ? bare : letters;
}

const NONE: readonly string[] = [];

/** Words of bodies' and companies' names with their English, and what the lists' own parties teach beside. */
const WORDS: ReadonlyMap<string, readonly string[]> = (() => {
  const words = new Map<string, string[]>();
  const add = (key: string, latin: string): void => {
    const held = words.get(key) ?? [];
    words.set(key, [...new Set([...held, ...latin.split(" ")])]);
  };
  for (const [word, latin] of Object.entries(learnt)) add(word, latin);
  for (const [word, latin] of Object.entries(terms)) {
    const clean = cleanText(word, new Set());
    add(wordKey(clean, scriptOf(clean.codePointAt(0) ?? 0)), latin);
  }
  return words;
})();

/** Latin words that the lists use for a word in another script, the likeliest first. */
export function listedWordsFor(word: string, script: Script): readonly string[] {
  const found = WORDS.get(wordKey(word, script));
  if (found !== undefined) return found;
  // A stem that ends in t with a vowel (института) looks as if it had the Bulgarian article.
  if (script === "cyrillic") return WORDS.get(wordKey(word.slice(0, -1), script)) ?? NONE;
  return script === "hebrew" ? (WORDS.get(word.replace(HEBREW_PREFIX, "")) ?? NONE) : NONE;
}
