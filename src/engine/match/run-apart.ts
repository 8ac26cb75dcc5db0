import type { AnalyzedName } from "../names/name.ts";
import { isFormWord, mayBeFormWord } from "./form-words.ts";
import type { IndexData } from "./index-data.ts";
import { FORM_WORD_WEIGHT } from "./rarity.ts";
import { findToken, hashOn, textHash } from "./token.ts";

/** What is looked at as a whole name written together: shorter runs are words but with a number, longer ones no names. */
const RUN = /^(?:[a-z0-9]{8,64}|[a-z]{3,7}[0-9]{1,4})$/;
/** Longest word of the lists that a run is made of; the few longer ones are not written together with others. */
const WORD_LETTERS_MAX = 20;
const WORD_LETTERS_MIN = 2;
/** Words of one letter (`s pizza`) are allowed, but cost as if they were rare: most runs could be made of them. */
const LETTER_COST = 9;
/** Every further word costs so much beside its rarity, in nats: of two ways to part a run the one with fewer words is likelier. */
const WORD_COST = 2;
const WORDS_MIN = 2;

/** The letters of a name that may be several words written together; null where it is written apart, or too short. */
export function runOf(name: AnalyzedName): string | null {
  const [own] = name.readings;
  if (own === undefined || own.words.length !== 1 || own.system !== "as-written") return null;
  const run = name.equalKey.includes(" ") ? (own.words[0] ?? "") : name.equalKey;
  return RUN.test(run) ? run : null;
}

/**
 * The words of the index that a name written without any space is made of (`mariammohammedfarhat`), by the likeliest way
 * to part it; null where it is a word itself, or cannot be parted. At most 64 × 20 look-ups.
 */
export function runApart(data: IndexData, run: string): readonly string[] | null {
  if (findToken(data, textHash(run), run.length) >= 0) return null;
  const costs = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int16Array(run.length + 1).fill(-1);
  costs[0] = 0;
  for (let start = 0; start < run.length; start += 1) {
    const before = costs[start] as number;
    if (before === Number.POSITIVE_INFINITY) continue;
    const last = Math.min(run.length, start + WORD_LETTERS_MAX);
    let hash = 0;
    for (let end = start + 1; end <= last; end += 1) {
      hash = hashOn(hash, run.charCodeAt(end - 1));
      const cost = before + WORD_COST + wordCost(data, run, start, end, hash);
      if (cost >= (costs[end] as number)) continue;
      costs[end] = cost;
      from[end] = start;
    }
  }
  if ((from[run.length] as number) < 0) return null;
  const words: string[] = [];
  for (let end = run.length; end > 0; end = from[end] as number) words.unshift(run.slice(from[end], end));
  return words.length < WORDS_MIN ? null : words;
}

/** What the letters of a run from `start` to `end` (exclusive), of which `hash` is the hash, cost as a word. */
function wordCost(data: IndexData, run: string, start: number, end: number, hash: number): number {
  // The index keeps few of them: a form is taken off a listed name.
  if (mayBeFormWord(hash) && isFormWord(run.slice(start, end))) return FORM_WORD_WEIGHT;
  const token = findToken(data, hash, end - start);
  if (token < 0) return Number.POSITIVE_INFINITY;
  return end - start < WORD_LETTERS_MIN ? LETTER_COST : (data.tokenWeight[token] as number);
}
