import type { Entity } from "../../../engine/entity/entity.ts";
import { normalizeIdentifier } from "../../../engine/entity/identifier.ts";
import { bearerOf, IDENTIFIER_LETTERS_MIN } from "../../../engine/match/build-index.ts";
import { CUT_LETTERS_MIN, cutWordOf } from "../../../engine/match/cut-word.ts";
import { nicknamesOf } from "../../../engine/match/nicknames.ts";
import { bareTexts } from "../../../engine/match/query.ts";
import { runOf } from "../../../engine/match/run-apart.ts";
import { indexTargetOf, partyKindOf } from "../../../engine/match/target.ts";
import { codesOf, deletions, spread, textHash, tokenKeys } from "../../../engine/match/token.ts";
import { koreanKey } from "../../../engine/names/korean-key.ts";
import { NAME_LIMITS } from "../../../engine/names/limits.ts";
import { type AnalyzedName, analyzeName } from "../../../engine/names/name.ts";

/** Keys kept for one party: a name has some 60, and few parties have more than thirty names. */
const KEYS_MAX = 8_192;
/** Listed words among which two are joined in any order; neighbours only beyond. As in the alignment. */
const PAIRS_OF_MAX = 6;

/** Which side of a comparison a party is on: listings are indexed by their words, subjects are looked up in that index. */
export type TouchSide = "subject" | "listing";

/**
 * The hashes by which a subject and a listing can come to be compared at all: words, their mistyped neighbours, Korean
 * sounds, consonants, nicknames, words written together, whole names with and without titles, identifiers. A listing that
 * shares none with a subject cannot become its match; sharing one proves nothing yet. Signed 32 bits.
 */
export function touchKeys(
  side: TouchSide,
  party: Pick<Entity, "schema" | "properties">,
  attached: readonly Entity[] = [],
): readonly number[] {
  const keys = new Set<number>();
  const add = (key: number) => {
    if (keys.size < KEYS_MAX) keys.add(key | 0);
  };
  const target = indexTargetOf({ id: "", ...party }, attached);
  for (const { kind, text } of target.identifiers) {
    const { value } = normalizeIdentifier(kind, text);
    if (value.length >= IDENTIFIER_LETTERS_MIN) add(named("i", value));
  }
  const kind = partyKindOf(party.schema);
  const bearer = bearerOf(kind);
  const names = side === "subject" ? target.names.slice(0, NAME_LIMITS.namesPerSubjectMax) : target.names;
  const texts = names.flatMap(({ text }) => (side === "subject" ? [text, ...bareTexts(kind, text)] : [text]));
  for (const text of texts) {
    const name = analyzeName(text, bearer);
    add(named("e", name.equalKey));
    if (side === "listing" || mayBeAnyWords(name)) add(named("s", ""));
    const cut = side === "subject" && bearer === "organization" ? cutWordOf(name) : null;
    if (cut !== null) add(named("c", cut));
    for (const { words, mayBeKorean } of name.readings) {
      if (side === "listing" && bearer !== "person") addBeginnings(words, add);
      addWords(side, words, add);
      if (mayBeKorean) addWords(side, syllables(words), add);
    }
  }
  return [...keys];
}

/**
 * A word in local script may be any listed word that it is spelled as, a long run of letters any words written together:
 * such a subject is touched by every listing.
 */
function mayBeAnyWords(name: AnalyzedName): boolean {
  return (
    runOf(name) !== null || name.readings.some(({ sources }) => sources.some((source) => source !== null))
  );
}

function syllables(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => koreanKey(word)?.parts ?? [word]);
}

function named(kind: string, text: string): number {
  return spread(textHash(`${kind} ${text}`));
}

/** A subject's neighbours are looked up as one word; a listing's, in any order, are met where a subject writes them so. */
function addWords(side: TouchSide, words: readonly string[], add: (key: number) => void): void {
  for (const word of words) addWord(word, add);
  // A name of any number of words may be written as one.
  if (words.length > 1) addWord(words.join("").slice(0, NAME_LIMITS.lettersPerTokenMax), add);
  if (side === "listing") {
    for (const word of joinedWords(words)) add(named("w", word));
    // Two words may be written together with a slip besides.
    for (const [at, word] of words.slice(1).entries()) addNeighbors(`${words[at] ?? ""}${word}`, add);
    return;
  }
  for (const [at, word] of words.slice(1).entries()) addWord(`${words[at] ?? ""}${word}`, add);
  // Two letters may be three of which one was left out.
  for (const word of words) if (word.length === 2) deletions(codesOf(word), 0, 2, add, 0);
}

/** Two words written together, in any order in a short name. */
function joinedWords(words: readonly string[]): readonly string[] {
  return words.flatMap((one, at) =>
    words.flatMap((other, place) => {
      const near = words.length <= PAIRS_OF_MAX ? place !== at : place === at + 1;
      return near ? [one + other] : [];
    }),
  );
}

/** A subject's last word may be the beginning of a listed one. */
function addBeginnings(words: readonly string[], add: (key: number) => void): void {
  for (const word of words)
    for (let letters = CUT_LETTERS_MIN; letters < word.length; letters += 1)
      add(named("c", word.slice(0, letters)));
}

/** Keys of all ways to write a word with a slip. */
function addNeighbors(word: string, add: (key: number) => void): void {
  // A letter alone has no neighbours, or every word would be one.
  if (word.length <= 2 || word.length > NAME_LIMITS.lettersPerTokenMax) return;
  deletions(codesOf(word), 0, word.length, add);
}

function addWord(word: string, add: (key: number) => void): void {
  if (word === "" || word.length > NAME_LIMITS.lettersPerTokenMax) return;
  addNeighbors(word, add);
  add(named("w", word));
  // Letters written twice count for little in a comparison, however many of them there are: CCIMEXX is CIMEX.
  add(named("d", word.replace(/(.)\1+/gu, "$1")));
  for (const other of nicknamesOf(word)) add(named("w", other));
  const { koreanCoarse, skeleton } = tokenKeys(word);
  if (koreanCoarse !== 0) add(koreanCoarse);
  if (skeleton !== 0) add(skeleton);
}
