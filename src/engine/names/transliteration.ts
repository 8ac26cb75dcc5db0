import arabic from "../../../data/names/transliteration/arabic.json" with { type: "json" };
import burmese from "../../../data/names/transliteration/burmese.json" with { type: "json" };
import chinese from "../../../data/names/transliteration/chinese.json" with { type: "json" };
import cyrillic from "../../../data/names/transliteration/cyrillic.json" with { type: "json" };
import foreign from "../../../data/names/transliteration/foreign.json" with { type: "json" };
import greek from "../../../data/names/transliteration/greek.json" with { type: "json" };
import hangul from "../../../data/names/transliteration/hangul.json" with { type: "json" };
import hebrew from "../../../data/names/transliteration/hebrew.json" with { type: "json" };
import indic from "../../../data/names/transliteration/indic.json" with { type: "json" };
import japanese from "../../../data/names/transliteration/japanese.json" with { type: "json" };
import kanji from "../../../data/names/transliteration/kanji.json" with { type: "json" };
import latin from "../../../data/names/transliteration/letters.json" with { type: "json" };
import sino from "../../../data/names/transliteration/sino.json" with { type: "json" };
import thai from "../../../data/names/transliteration/thai.json" with { type: "json" };
import { mandarinOf } from "./hanzi.ts";
import { FAMILY_MARK, localLetters } from "./local-letters.ts";

/** Stands before a Mandarin syllable: what is known of a character by its sound alone. */
export const SOUND_MARK = "~";

const TABLES = {
  arabic,
  burmese,
  chinese,
  cyrillic,
  foreign,
  greek,
  hangul,
  hebrew,
  indic,
  japanese,
  kanji,
  sino,
  thai,
} as const;

/** A table of how letters of a local script are spelled in Latin ones: learnt, or by rule where there are no pairs to learn from. */
export type SpellingTable = keyof typeof TABLES;

/** What one local letter may be in Latin letters: codes of the chunks one after another, where each ends, and what it costs. */
export type Chunks = {
  readonly codes: Uint8Array;
  readonly ends: Uint16Array;
  /** Tenths of a nat, the least first. */
  readonly costs: Uint16Array;
  /** Bits of the letters that chunks begin with: bit of the code less one. */
  readonly letters: number;
  /**
   * The chunks by the code of their first letter (0: the empty chunk), each group with its cheapest first: where in `order`
   * each group begins.
   */
  readonly groups: Uint16Array;
  readonly order: Uint16Array;
};

/** Codes of the first letters of chunks, the empty chunk's among them. */
const FIRST_CODES = 27;

/** Chunks by their first letters: a search asks for those alone that some word goes on with. */
function groupsOf(chunks: readonly string[]): Pick<Chunks, "letters" | "groups" | "order"> {
  const codes = chunks.map((chunk) => (chunk === "" ? 0 : chunk.charCodeAt(0) - 96));
  const order = Uint16Array.from(chunks.keys()).sort(
    (one, other) => (codes[one] ?? 0) - (codes[other] ?? 0) || one - other,
  );
  return {
    letters: codes.reduce((bits, code) => (code === 0 ? bits : bits | (1 << (code - 1))), 0),
    groups: Uint16Array.from(
      { length: FIRST_CODES + 1 },
      (_, code) => codes.filter((own) => own < code).length,
    ),
    order,
  };
}

/** What a chunk costs more, in tenths of a nat, that is known of a letter but not in its context. */
const BACK_OFF = 20;
/** Chunks that a context leaves out are rarer there than those that it has. */
const LEFT_OUT_COST = 60;

const opened = new Map<string, Chunks>();

function partsOf(table: SpellingTable, context: string): Map<string, number> | null {
  const tables: Readonly<Record<string, string>> = TABLES[table];
  const text = Object.hasOwn(tables, context) ? tables[context] : undefined;
  if (text === undefined) return null;
  return new Map(
    [...text.matchAll(/([a-z]+|-)(\d+)/g)].map(([, chunk = "", cost]) => [
      chunk === "-" ? "" : chunk,
      Number(cost),
    ]),
  );
}

function chunksOf(table: SpellingTable, context: string): Chunks | null {
  const key = `${table} ${context}`;
  const held = opened.get(key);
  if (held !== undefined) return held;
  const own = partsOf(table, context);
  if (own === null) return null;
  const letter = context.replace(/^.*</u, "").replace(/>.*$/u, "");
  for (const [chunk, cost] of (letter === context ? null : partsOf(table, letter)) ?? [])
    if (!own.has(chunk)) own.set(chunk, Math.max(LEFT_OUT_COST, cost + BACK_OFF));
  const parts = [...own]
    .map(([chunk, cost]) => ({ chunk, cost }))
    .sort((one, other) => one.cost - other.cost);
  let end = 0;
  const made = {
    codes: Uint8Array.from(
      parts.flatMap(({ chunk }) => [...chunk].map((letter) => letter.charCodeAt(0) - 96)),
    ),
    ends: Uint16Array.from(parts.map(({ chunk }) => (end += chunk.length))),
    costs: Uint16Array.from(parts.map(({ cost }) => cost)),
    ...groupsOf(parts.map(({ chunk }) => chunk)),
  };
  opened.set(key, made);
  return made;
}

/**
 * The chunks of each local letter of a word, by its neighbours where these tell; null for a letter that no name of the
 * source has. `around` are the letters before and after the word, where it is part of a run.
 */
export function chunksOfWord(
  table: SpellingTable,
  word: string,
  around: readonly [before: string, after: string],
): readonly (Chunks | null)[] {
  const letters = localLetters(table, word);
  const first = localLetters(table, around[0]).at(-1) ?? "^";
  const last = localLetters(table, around[1])[0] ?? "$";
  return letters.map((letter, at) => {
    const [before, after] = [letters[at - 1] ?? first, letters[at + 1] ?? last];
    const key = `${table} ${before}<${letter}>${after}`;
    const held = inContext.get(key);
    if (held !== undefined) return held;
    const made =
      chunksOf(table, `${before}<${letter}>${after}`) ??
      chunksOf(table, `${letter}>${after}`) ??
      chunksOf(table, letter) ??
      (letter.startsWith(FAMILY_MARK) ? chunksOf(table, letter.slice(1)) : null) ??
      (table === "chinese" ? chunksOf(table, SOUND_MARK + mandarinOf(letter)) : null);
    if (inContext.size >= CONTEXTS_MAX) inContext.clear();
    inContext.set(key, made);
    return made;
  });
}

/** Contexts remembered with what was found for them; any letters may be asked for. */
const CONTEXTS_MAX = 16_384;
const inContext = new Map<string, Chunks | null>();

/** The likeliest spelling of a word by a table, letter by letter; letters that the table lacks are left out. */
export function likeliestSpelling(
  table: SpellingTable,
  word: string,
  around: readonly [before: string, after: string],
): string {
  return chunksOfWord(table, word, around)
    .map((chunks) =>
      String.fromCharCode(...(chunks?.codes.subarray(0, chunks.ends[0]) ?? []).map((code) => code + 96)),
    )
    .join("");
}

/** Letters of the Latin alphabet and the end of a word. */
const SIGNS = 27;
/** Cost of each letter after two others, in tenths of a nat, as `learn-transliteration.ts` writes it. */
const LETTER_COSTS = Uint8Array.from(latin.letters, (sign) => sign.charCodeAt(0) - 33);

/** How unlikely a Latin word is as a name, by its letters alone, in tenths of a nat; codes are 1 to 26. */
export function letterCost(codes: Uint8Array, start: number, length: number): number {
  let [cost, one, two] = [0, 0, 0];
  for (let at = 0; at <= length; at += 1) {
    const code = at === length ? 0 : (codes[start + at] as number);
    if (code >= SIGNS) return cost;
    cost += LETTER_COSTS[(one * SIGNS + two) * SIGNS + code] as number;
    one = two;
    two = code;
  }
  return cost;
}
