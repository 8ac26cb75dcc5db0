import { isKoreanName, isTestName } from "../../bench/eval/script-split.ts";
import { hangulWords } from "../../src/engine/names/hangul.ts";
import { FAMILY_MARK, localLetters } from "../../src/engine/names/local-letters.ts";
import { cleanText, splitWords } from "../../src/engine/names/normalize.ts";
import type { AlignedPair, SpelledPair } from "./align.ts";
import { alikeWords, likeness } from "./likeness.ts";
import type { SinoKorean } from "./sino-korean.ts";

/** Names in Hangul by whose they are: each kind is spelled by a table of its own. */
export type HangulNames = {
  /** Korean names, syllable by syllable, the family name marked. */
  readonly korean: readonly SpelledPair[];
  /** Chinese names by the Korean sound of their characters (조표 for Cao Biao). */
  readonly sino: readonly AlignedPair[];
  /** Words of foreign names by their sound, in single letters (프레디 for Freddie). */
  readonly foreign: readonly SpelledPair[];
  /** Short names written in one run, by kind: Korean, Chinese, foreign. */
  readonly runs: readonly [string[], string[], string[]];
};

/** Longest run that may be a family name and a given one. */
const RUN_MAX = 4;
/** Least likeness, 0 to 1, of a foreign word in Hangul and the Latin one that it is taken for. */
const LIKE_MIN = 0.4;
/** Least likeness of a name that may be Korean as well as Chinese. */
const EITHER_MIN = 0.8;
const WEIGHT_MAX = 5;

/** A word in Hangul in Latin letters, without the vowels that Korean only puts in to be able to speak. */
function spokenOf(hangul: string): string {
  return hangulWords(hangul, "revised", false)
    .map((word) => word.latin.replace(/eu/g, ""))
    .join("");
}

function wordsOf(text: string): string[] {
  return splitWords(cleanText(text, new Set()), new Set()).map((word) => word.text);
}

function foreignWords(
  hangul: readonly string[],
  latin: readonly string[],
): readonly (readonly [string, string])[] {
  return alikeWords(
    hangul.map((word) => ({ word, spoken: spokenOf(word) })),
    latin,
    LIKE_MIN,
  );
}

function koreanPair(local: string, words: readonly string[]): SpelledPair {
  return { local: localLetters("hangul", FAMILY_MARK + local), latin: words.join(""), weight: 1 };
}

/** Both orders of a name in Latin letters: the family name may stand last there. */
function orders(words: readonly string[]): readonly (readonly string[])[] {
  return [words, [words.at(-1) ?? "", ...words.slice(0, -1)]];
}

/** Sorts the pairs of the source that are for learning: Hangul and Latin names as they are written there. */
export function sortHangulNames(
  rows: readonly (readonly [latin: string, hangul: string])[],
  characters: SinoKorean,
): HangulNames {
  const korean: SpelledPair[] = [];
  const sino: AlignedPair[] = [];
  const foreign = new Map<string, SpelledPair>();
  const runs: [string[], string[], string[]] = [[], [], []];
  const addForeign = (local: string, latin: string): void => {
    const key = `${local} ${latin}`;
    const weight = Math.min(WEIGHT_MAX, (foreign.get(key)?.weight ?? 0) + 1);
    foreign.set(key, { local: localLetters("foreign", local), latin, weight });
  };
  for (const [written, local] of rows) {
    if (isTestName(local)) continue;
    const [hangul, words] = [wordsOf(local), wordsOf(written)];
    const [run = ""] = hangul;
    if (!/^\p{Script=Hangul}+$/u.test(hangul.join("")) || !/^[a-z]+$/.test(words.join(""))) continue;
    if (hangul.length > 1) for (const [one, other] of foreignWords(hangul, words)) addForeign(one, other);
    else {
      const chinese = characters.align(run, words);
      if (chinese !== null) sino.push(chinese);
      const kind = chinese !== null ? 1 : isKoreanName(local, written) ? 0 : 2;
      if (run.length > 1 && run.length <= RUN_MAX) runs[kind]?.push(run);
      // 송민 is Song Min in both languages.
      if (chinese !== null && likeness(spokenOf(run), words.join("")) < EITHER_MIN) continue;
      if (isKoreanName(local, written)) korean.push(...orders(words).map((order) => koreanPair(run, order)));
      else {
        const [best] = foreignWords(
          [run],
          orders(words).map((order) => order.join("")),
        );
        if (best !== undefined) addForeign(...best);
      }
    }
  }
  return { korean: inOrder(korean), sino, foreign: [...foreign.values()], runs };
}

/** Of a Korean name in two orders, the one whose family name begins as it should: chunks of the surname are few. */
function inOrder(pairs: readonly SpelledPair[]): SpelledPair[] {
  const starts = new Map<string, Map<string, number>>();
  const startOf = ({ latin }: SpelledPair): string => latin.slice(0, 2);
  for (const pair of pairs) {
    const held = starts.get(pair.local[0] ?? "") ?? new Map<string, number>();
    held.set(startOf(pair), (held.get(startOf(pair)) ?? 0) + 1);
    starts.set(pair.local[0] ?? "", held);
  }
  const seen = (pair: SpelledPair): number => starts.get(pair.local[0] ?? "")?.get(startOf(pair)) ?? 0;
  const kept: SpelledPair[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [one, other] = [pairs[at] as SpelledPair, pairs[at + 1] as SpelledPair];
    kept.push(seen(other) > seen(one) ? other : one);
  }
  return kept;
}

/**
 * What each syllable costs in a name of each kind, in tenths of a nat, with the kind's own share in the cost of the first
 * (the family name's); the empty key is any syllable that was not seen.
 */
export function kindCosts({ runs }: Pick<HangulNames, "runs">): Record<string, readonly number[]> {
  const counts = runs.map((own) => {
    const held = new Map<string, number>();
    for (const run of own)
      [...run].forEach((syllable, at) => {
        const key = at === 0 ? FAMILY_MARK + syllable : syllable;
        held.set(key, (held.get(key) ?? 0) + 1);
      });
    return held;
  });
  const all = runs.reduce((sum, own) => sum + own.length, 0);
  const cost = (kind: number, key: string): number => {
    const family = key.startsWith(FAMILY_MARK);
    const total = runs[kind]?.reduce((sum, run) => sum + (family ? 1 : run.length - 1), 0) ?? 0;
    const seen = counts[kind]?.get(key) ?? 0;
    const share = family ? Math.log((runs[kind]?.length ?? 0) / all) : 0;
    return Math.round(-10 * (Math.log((seen + ADDED) / (total + ADDED * SYLLABLES)) + share));
  };
  const keys = [...new Set(counts.flatMap((held) => [...held.keys()]))].sort();
  const costs = (key: string): readonly number[] => runs.map((_own, kind) => cost(kind, key));
  return Object.fromEntries([
    ["", costs("")],
    ...keys.map((key): [string, readonly number[]] => [key, costs(key)]),
  ]);
}

/** Added to each count, and how many syllables names are made of. */
const ADDED = 0.3;
const SYLLABLES = 1_000;
