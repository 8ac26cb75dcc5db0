import { bagOf, isLatin } from "../../bench/eval/fold.ts";
import type { Party } from "../../bench/eval/parties.ts";
import { isOtherScript } from "../../bench/eval/positives.ts";
import { isTestOriginal } from "../../bench/eval/script-split.ts";
import { arabicWords, romanizeArabic } from "../../src/engine/names/arabic.ts";
import { localLetters } from "../../src/engine/names/local-letters.ts";
import { cleanText, splitWords } from "../../src/engine/names/normalize.ts";
import type { SpelledPair } from "./align.ts";
import { alikeWords } from "./likeness.ts";

/** Least likeness, 0 to 1, of an Arabic word and the Latin one that it is taken for. */
const LIKE_MIN = 0.4;
/** Spellings of one word count up to this often: the lists repeat each other. */
const WEIGHT_MAX = 5;
const LATIN_NAMES_MAX = 6;

/** Names in original script that the evaluation asks for, whatever the order of their words. */
export function testedOriginals(parties: readonly Party[]): ReadonlySet<string> {
  const names = parties.flatMap((party) => party.names.map(({ text }) => text));
  return new Set(names.filter((name) => isOtherScript(name) && isTestOriginal(name)).map(bagOf));
}

/** Latin words with the article written to the word after it, as Arabic does. */
function latinWords(text: string): string[] {
  const words = splitWords(cleanText(text.replace(/\b[ae]l[- ](?=\p{L})/giu, "al"), new Set()), new Set());
  return words.map(({ text: word }) => word).filter((word) => /^[a-z]{2,}$/.test(word));
}

/** Words of persons' names in Arabic letters with the listed spellings, of parties that bear no name of the evaluation. */
export function listedArabicPairs(parties: readonly Party[]): readonly SpelledPair[] {
  const tested = testedOriginals(parties);
  const seen = new Map<string, number>();
  for (const party of parties) {
    if (party.kind !== "person") continue;
    const names = party.names.filter(({ kind }) => kind !== "weakAlias").map(({ text }) => text);
    if (names.some((name) => tested.has(bagOf(name)))) continue;
    const arabic = names.filter((name) => /^[\p{Script=Arabic}\P{L}]+$/u.test(name) && isOtherScript(name));
    for (const one of arabic) {
      const words = splitWords(cleanText(one, new Set()), new Set()).flatMap(({ text }) => arabicWords(text));
      const local = words.map((word) => ({ word, spoken: romanizeArabic(word) }));
      for (const other of names.filter(isLatin).slice(0, LATIN_NAMES_MAX))
        for (const [word, latin] of alikeWords(local, latinWords(other), LIKE_MIN))
          seen.set(`${word} ${latin}`, (seen.get(`${word} ${latin}`) ?? 0) + 1);
    }
  }
  return [...seen].map(([key, count]) => {
    const [word = "", latin = ""] = key.split(" ");
    return { local: localLetters("arabic", word), latin, weight: Math.min(WEIGHT_MAX, 1 + count) };
  });
}
