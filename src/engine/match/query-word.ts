import { memoOfWords } from "../names/word-memo.ts";
import type { IndexData } from "./index-data.ts";
import { nicknamesOf } from "./nicknames.ts";
import { tokenWeight } from "./rarity.ts";
import { findToken, letterBit, letterCode, skeletonKey, textHash } from "./token.ts";

/** Words of the index that a word may be, in the order in which they vote, with how well each meets it, 0 to 1. */
export type Expansion = {
  readonly tokens: Int32Array;
  readonly grades: Float32Array;
  /** Rows of the index that hold any of them; one that holds several counts for each. */
  readonly postings: number;
};

/** Words with their grades, in the order in which they vote. */
export function expansionOf(data: IndexData, tokens: Int32Array, grades: Float32Array): Expansion {
  let postings = 0;
  for (const token of tokens)
    postings += (data.postStart[token + 1] as number) - (data.postStart[token] as number);
  return { tokens, grades, postings };
}

/** What a word of a query is against one index: a pure function of its letters, so that it is worked out once. */
export type QueryWord = {
  /** Token of the index with the same letters, or -1. */
  readonly token: number;
  readonly weight: number;
  readonly mask: number;
  readonly codes: Uint8Array;
  readonly skeleton: number;
  /** Tokens of the index that are nicknames of the word or the other way round. */
  readonly nicknames: Int32Array;
  /** Whether it is a word of a legal form with a slip in it; undefined until it is asked. */
  slippedForm: boolean | undefined;
  /** What the search for candidates found for it, by the ways in which it may be read; filled as it is asked for. */
  readonly expansions: (Expansion | undefined)[];
  /** Words of the index, two by two, that are the word when they are written together; null until it is asked. */
  splits: readonly Part[] | null;
};

/** A word of the index that is a part of what is written, and the share of its letters. */
export type Part = { readonly expansion: Expansion; readonly share: number };

const NO_TOKENS = new Int32Array(0);
const NO_PARTS: readonly Part[] = [];

function nicknameTokens(data: IndexData, word: string): Int32Array {
  const others = nicknamesOf(word);
  if (others.length === 0) return NO_TOKENS;
  return Int32Array.from(
    others.map((other) => findToken(data, textHash(other), other.length)).filter((token) => token >= 0),
  );
}

/** Shortest word that may be two words of the list written together, and the shortest half. */
const SPLIT_LETTERS_MIN = 5;
const HALF_LETTERS_MIN = 2;

/** Shortest half by which alone a word of two is looked for, where the other half is mistyped, and the shortest rest. */
const LONE_HALF_LETTERS_MIN = 4;
const REST_LETTERS_MIN = 3;
/** A half that one party in 50 bears brings in names by the thousand and tells none from another, in nats. */
const LONE_HALF_WEIGHT_MIN = 4;

/**
 * Words of the index, two by two, that are the word when they are written together, each at this grade; for a word that
 * the index lacks and that is no such two, the longest ones that it begins and ends with: the rest of it may be mistyped.
 */
export function splitsOf(data: IndexData, text: string, known: boolean, grade: number): readonly Part[] {
  if (text.length < SPLIT_LETTERS_MIN) return NO_PARTS;
  const halves: number[] = [];
  let [begins, ends] = [-1, -1];
  for (let cut = HALF_LETTERS_MIN; cut <= text.length - HALF_LETTERS_MIN; cut += 1) {
    const rest = text.length - cut;
    const left = findToken(data, textHash(text.slice(0, cut)), cut);
    const lone = !known && ends < 0 && rest >= LONE_HALF_LETTERS_MIN && cut >= REST_LETTERS_MIN;
    if (left < 0 && !lone) continue;
    const right = findToken(data, textHash(text.slice(cut)), rest);
    if (left >= 0 && right >= 0) halves.push(left, right);
    if (left >= 0 && cut >= LONE_HALF_LETTERS_MIN && rest >= REST_LETTERS_MIN) begins = left;
    if (lone && right >= 0) ends = right;
  }
  if (halves.length === 0 && !known)
    halves.push(
      ...[begins, ends].filter(
        (token) => token >= 0 && (data.tokenWeight[token] as number) >= LONE_HALF_WEIGHT_MIN,
      ),
    );
  return halves.length === 0 ? NO_PARTS : halves.map((token) => partOf(data, token, text, grade));
}

function partOf(data: IndexData, token: number, text: string, grade: number): Part {
  const letters = (data.tokenStart[token + 1] as number) - (data.tokenStart[token] as number);
  return {
    expansion: expansionOf(data, Int32Array.of(token), Float32Array.of(grade)),
    share: letters / text.length,
  };
}

/** Letters by which a slip moves the space between two words. */
const MOVED_MAX = 2;

/**
 * Words of the index, two by two, that two words are when the space between them stands a letter or two elsewhere
 * (`RMT EREX` is `RM TEREX`), each at this grade. `space` is the letters before it.
 */
export function movedOf(data: IndexData, joined: string, space: number, grade: number): readonly Part[] {
  const parts: Part[] = [];
  const last = Math.min(space + MOVED_MAX, joined.length - HALF_LETTERS_MIN);
  for (let cut = Math.max(space - MOVED_MAX, HALF_LETTERS_MIN); cut <= last; cut += 1) {
    if (cut === space) continue;
    const left = findToken(data, textHash(joined.slice(0, cut)), cut);
    if (left < 0) continue;
    const right = findToken(data, textHash(joined.slice(cut)), joined.length - cut);
    if (right < 0) continue;
    parts.push(partOf(data, left, joined, grade), partOf(data, right, joined, grade));
  }
  return parts;
}

/** Looks up two words written together, which have no nicknames. */
export function joinedWord(data: IndexData, word: string): QueryWord {
  return wordWith(data, word, NO_TOKENS);
}

/** Looks a word up in an index, by all that does not depend on the words around it. */
function queryWord(data: IndexData, word: string): QueryWord {
  return wordWith(data, word, nicknameTokens(data, word));
}

function wordWith(data: IndexData, word: string, nicknames: Int32Array): QueryWord {
  const codes = new Uint8Array(word.length);
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = letterCode(word.charCodeAt(at));
    codes[at] = code;
    mask |= letterBit(code);
  }
  const token = findToken(data, textHash(word), word.length);
  const weight = token >= 0 ? (data.tokenWeight[token] as number) : tokenWeight(word, 1, data.entities);
  return {
    token,
    weight,
    mask,
    codes,
    skeleton: skeletonKey(word),
    nicknames,
    slippedForm: undefined,
    expansions: [],
    splits: null,
  };
}

const opened = new WeakMap<IndexData, (word: string) => QueryWord>();

/** The words of queries against an index, the latest remembered: customers' names are made of the same words again and again. */
export function queryWordsOf(data: IndexData): (word: string) => QueryWord {
  const held = opened.get(data);
  if (held !== undefined) return held;
  const made = memoOfWords((word) => queryWord(data, word));
  opened.set(data, made);
  return made;
}
