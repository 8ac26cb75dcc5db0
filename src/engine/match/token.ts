import { koreanKey } from "../names/korean-key.ts";
import { skeleton } from "../names/skeleton.ts";
import { memoOfWords } from "../names/word-memo.ts";
import type { IndexData } from "./index-data.ts";

/** Multiplier of the rolling hash (FNV-1a's prime). */
const BASE = 0x01000193;

/** Rolling hash of a text, 32 bits. */
export function textHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = hashOn(hash, text.charCodeAt(at));
  return hash;
}

/** The rolling hash of a text with one letter more. */
export function hashOn(hash: number, unit: number): number {
  return (Math.imul(hash, BASE) + unit) >>> 0;
}

/** Spreads a rolling hash over all its bits, for use as a place in a table. */
export function spread(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The token of the index that is written like this, or -1. */
export function findToken(data: IndexData, hash: number, length: number): number {
  const size = data.tokenSlots.length - 1;
  let slot = spread(hash) & size;
  for (;;) {
    const found = data.tokenSlots[slot] as number;
    if (found === 0) return -1;
    const token = found - 1;
    const length1 = (data.tokenStart[token + 1] as number) - (data.tokenStart[token] as number);
    if (data.tokenHash[token] === hash && length1 === length) return token;
    slot = (slot + 1) & size;
  }
}

/** Code of a letter in one byte: a–z 1 to 26, digits 27 to 36, other letters share the rest. */
export function letterCode(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 96;
  if (unit >= 48 && unit <= 57) return unit - 21;
  return 37 + (unit % 219);
}

/** Multiplier that spreads a place in a table (the golden ratio of 32 bits). */
const GOLDEN = 0x9e3779b1;

/** Hash of two words of the index, in whatever order. */
export function pairHash(one: number, other: number): number {
  const [low, high] = one < other ? [one, other] : [other, one];
  return spread((Math.imul(low, GOLDEN) + high) >>> 0);
}

/** Codes of the letters of a word. */
export function codesOf(word: string): Uint8Array {
  return Uint8Array.from(word, (letter) => letterCode(letter.charCodeAt(0)));
}

/** Bit of a letter in the mask by which pairs that are far apart are passed over. */
export function letterBit(code: number): number {
  return 1 << (code & 31);
}

/** Keys of a word beside its letters: hashes, 0 where it has none. */
export type TokenKeys = {
  readonly koreanFine: number;
  readonly koreanCoarse: number;
  readonly skeleton: number;
};

function keyHash(kind: string, key: string): number {
  return key === "" ? 0 : spread(textHash(kind + key)) | 1;
}

/** Key of the consonants of a word. */
export function skeletonKey(word: string): number {
  return keyHash("s", skeleton(word)) >>> 0;
}

/** Keys of a word as the index and the query compute them alike. */
export const tokenKeys: (word: string) => TokenKeys = memoOfWords((word) => {
  const korean = koreanKey(word);
  return {
    koreanFine: keyHash("k", korean?.fine ?? ""),
    koreanCoarse: keyHash("c", korean?.coarse ?? ""),
    skeleton: skeletonKey(word),
  };
});

/** Most edits that two words of this length (the shorter) may be apart and still meet in an alignment. */
export function editsAllowed(length: number): number {
  return length <= 2 ? 0 : length <= 5 ? 1 : 2;
}

/** Edits that the index of mistyped words reaches by itself; more are found by the name's other words. */
export function editsIndexed(length: number): number {
  return length <= 2 ? 0 : length <= 4 ? 1 : 2;
}

/** Edits that are looked for in each word of a query; in one that says more than all others those that are indexed. */
export function editsLookedFor(length: number): number {
  return length <= 2 ? 0 : length <= 7 ? 1 : 2;
}

/** Letters that count in the index of mistyped words; edits further on are found by the letters before. */
const PREFIX = 7;

/** Calls `visit` with the hash of the word's first letters, and of each way to leave out up to `edits` of them. */
export function deletions(
  codes: Uint8Array,
  start: number,
  length: number,
  visit: (hash: number) => void,
  edits: number = editsIndexed(length),
): void {
  const size = Math.min(length, PREFIX);
  visit(skipHash(codes, start, size, -1, -1));
  if (edits === 0) return;
  for (let one = 0; one < size; one += 1) {
    visit(skipHash(codes, start, size, one, -1));
    if (edits < 2) continue;
    for (let other = one + 1; other < size; other += 1) visit(skipHash(codes, start, size, one, other));
  }
}

function skipHash(codes: Uint8Array, start: number, size: number, one: number, other: number): number {
  let hash = 7;
  for (let at = 0; at < size; at += 1) {
    if (at !== one && at !== other) hash = (Math.imul(hash, BASE) + (codes[start + at] as number)) >>> 0;
  }
  return spread(hash);
}
