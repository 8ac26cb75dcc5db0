import population from "../../../data/names/population.json" with { type: "json" };
import { isFormWord } from "./form-words.ts";

const POPULATION: ReadonlyMap<string, number> = new Map(Object.entries(population));

/** A list shorter than this says little about how rare a word is. */
const ENTITIES_MIN = 20_000;
/** Share of people that one table of a country's commonest names stands for. */
const SHARE_PER_TABLE = 1.5e-3;
/** The most that a word says: what a word that nobody bears says. */
export const WEIGHT_MAX = 9;
const WEIGHT_MIN = 0.7;
/** A single letter says little, whatever its rarity. */
const INITIAL_WEIGHT = 0.8;
/** So does a word of a legal form, also where few listed names keep it. */
export const FORM_WORD_WEIGHT = 1;

/** English words that join others: a name says as much without them. */
const JOINING_WORDS: ReadonlySet<string> = new Set(["the", "of", "and", "for"]);

/** True for an English word that joins others. */
export function isJoiningWord(word: string): boolean {
  return JOINING_WORDS.has(word);
}

/**
 * How much a word says, in nats: the negative logarithm of the share of parties that bear it, over the lists and the
 * general population together. `bearers` are the listed parties with that word.
 */
export function tokenWeight(word: string, bearers: number, entities: number): number {
  if (word.length === 1 && /[a-z]/.test(word)) return INITIAL_WEIGHT;
  if (isFormWord(word) || isJoiningWord(word)) return FORM_WORD_WEIGHT;
  const listed = Math.max(bearers, 1) / Math.max(entities, ENTITIES_MIN);
  const share = listed + (POPULATION.get(word) ?? 0) * SHARE_PER_TABLE;
  return Math.min(WEIGHT_MAX, Math.max(WEIGHT_MIN, -Math.log(share)));
}
