import terms from "../../../data/names/terms.json" with { type: "json" };
import learnt from "../../../data/names/words.json" with { type: "json" };
import { type Script, scriptOf } from "./scripts.ts";

/** Endings of adjectives and nouns in the Slavic languages that are written in Cyrillic, longest first. */
const CYRILLIC_ENDING =
  /(?:ого|его|ому|ему|ыми|ими|ями|ами|ата|ото|ите|ият|ый|ий|ая|яя|ое|ее|ой|ей|ых|их|ам|ям|ах|ях|ов|ев|ом|ем|ия|ие|ии|ию|та|то|те|а|я|о|е|ы|и|у|ю|ь|й)$/;
const STEM_LETTERS_MIN = 4;
/** "And", "the" and "to the", which Arabic writes together with the word after. */
const ARABIC_PREFIX = /^(?:وال|بال|لل|ال|و(?=..{3}))/;

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
  for (const [word, latin] of Object.entries(terms))
    add(wordKey(word, scriptOf(word.codePointAt(0) ?? 0)), latin);
  return words;
})();

/** Latin words that the lists use for a word in another script, the likeliest first. */
export function listedWordsFor(word: string, script: Script): readonly string[] {
  return WORDS.get(wordKey(word, script)) ?? NONE;
}
