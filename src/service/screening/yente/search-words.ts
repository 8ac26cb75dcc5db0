import { analyzeName } from "../../../engine/names/name.ts";

/** Longer text is searched in its beginning only: a word so far into a remark finds nobody. */
const TEXT_CHARS_MAX = 20_000;
/** Longer words are cut: no word of any language has so many letters, keys and addresses do. */
const WORD_CHARS_MAX = 64;

/** The words of a text as the search compares them: lower case, without accents, split at all that is no letter or digit. */
export function searchWords(text: string): readonly string[] {
  const plain = text
    .slice(0, TEXT_CHARS_MAX)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/ı/g, "i");
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, WORD_CHARS_MAX));
}

const LATIN_ONLY = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{C}]*$/u;

/** The words of a name, and those of its readings in Latin letters where it is written in others. */
export function nameWords(name: string): readonly string[] {
  const words = searchWords(name);
  if (LATIN_ONLY.test(name)) return words;
  const read = analyzeName(name.slice(0, 500), "unknown").readings.flatMap((reading) => reading.words);
  return [...words, ...read.map((word) => word.slice(0, WORD_CHARS_MAX))];
}
