import { countryCode } from "../entity/country.ts";
import { valuesOf } from "../entity/entity.ts";
import { IDENTIFIER_KINDS, normalizeIdentifier } from "../entity/identifier.ts";
import { parsePartialDate } from "../entity/partial-date.ts";
import { koreanKey } from "../names/korean-key.ts";
import { NAME_LIMITS } from "../names/limits.ts";
import {
  type AnalyzedName,
  analyzeName,
  type NameReading,
  SPELLING_TABLES,
  type WordSource,
} from "../names/name.ts";
import { birthSpanOf } from "./birth-date.ts";
import { bearerOf, IDENTIFIER_LETTERS_MIN, identifierClass, type NameAnalysis } from "./build-index.ts";
import { LETTER_CODES } from "./edit-distance.ts";
import { isFormWord, isSlippedFormWord, isSlippedShortForm } from "./form-words.ts";
import { genderBits, type IndexData, packCountry } from "./index-data.ts";
import { nicknamesOf } from "./nicknames.ts";
import { FORM_WORD_WEIGHT, tokenWeight } from "./rarity.ts";
import { likelihoodIn, NO_SPELLINGS, type Spellings, spellingsOf } from "./spellings.ts";
import type { Subject } from "./subject.ts";
import { countriesOf, namesOf, type PartyKind, partyKindOf } from "./target.ts";
import { findToken, letterBit, letterCode, spread, textHash, tokenKeys } from "./token.ts";

/**
 * A reading of a subject's name, ready to be compared: parallel arrays over its `count` words, and after these over each
 * two neighbours written together (`count + n` is words n and n + 1; of length 0 where too long).
 */
export type QueryReading = {
  readonly name: AnalyzedName;
  readonly words: readonly string[];
  readonly count: number;
  readonly korean: boolean;
  /** The name was written in other letters. */
  readonly romanized: boolean;
  /** The reading is of Hanzi by their Mandarin sound alone, which many names share. */
  readonly homophones: boolean;
  /** Token of the index with the same letters, or -1. */
  readonly token: Int32Array;
  readonly length: Uint8Array;
  readonly mask: Int32Array;
  readonly weight: Float32Array;
  readonly totalWeight: number;
  readonly fine: Uint32Array;
  readonly coarse: Uint32Array;
  readonly skeleton: Uint32Array;
  /** Words of the index that a word in local script is spelled as. */
  readonly spellings: readonly Spellings[];
  /** Tokens of the index that are nicknames of the word or the other way round. */
  readonly nicknames: readonly Int32Array[];
  /** Letter codes of the words one after another, and where each starts. */
  readonly codes: Uint8Array;
  readonly start: Uint16Array;
  /** Bits by letter code for the edit distance, `LETTER_CODES` for each word. */
  readonly bits: Uint32Array;
  readonly equal: number;
  readonly forms: number;
};

/** A subject, analysed once against one index. */
export type Query = {
  readonly kind: PartyKind;
  readonly organization: boolean;
  readonly names: readonly AnalyzedName[];
  readonly readings: readonly QueryReading[];
  /** Equal keys of all its names. */
  readonly equals: Uint32Array;
  readonly birthTexts: readonly string[];
  /** Pairs of `from` and `to`. */
  readonly birth: Uint32Array;
  readonly countryTexts: readonly string[];
  readonly countries: Uint32Array;
  readonly genderTexts: readonly string[];
  readonly gender: number;
  readonly identifiers: readonly { readonly text: string; readonly hash: number; readonly kind: number }[];
};

/** Readings of all of a subject's names that are compared, the first names first. */
const READINGS_MAX = 24;
/** What a Korean syllable of one letter says, in nats. */
const SYLLABLE_WEIGHT = 3;
/** Values of one fact that are looked at. */
const FACTS_MAX = 32;

/** How much a word says against this index, in nats; one that stands nowhere in it is as rare as if one party bore it. */
export function wordWeight(data: IndexData, word: string): number {
  const token = findToken(data, textHash(word), word.length);
  return token >= 0 ? (data.tokenWeight[token] as number) : tokenWeight(word, 1, data.entities);
}

/** Words, then each two neighbours written together where that is short enough for a word (else empty). */
function withJoined(words: readonly string[]): string[] {
  const joined = words.slice(1).map((word, at) => `${words[at] ?? ""}${word}`);
  return [...words, ...joined.map((word) => (word.length > NAME_LIMITS.lettersPerTokenMax ? "" : word))];
}

/** What is left of a legal form that a slip or a break hides says as little as the form. */
function lightenForms(own: Pick<QueryReading, "words" | "token" | "weight" | "length" | "bits">): void {
  const { words, token, weight, length, bits } = own;
  words.forEach((word, at) => {
    const broken = at + 1 < words.length && isFormWord(`${word}${words[at + 1] ?? ""}`);
    if (broken) {
      weight[at] = FORM_WORD_WEIGHT / 2;
      weight[at + 1] = FORM_WORD_WEIGHT / 2;
    } else if (token[at] === -1) {
      const size = length[at] as number;
      const edge = words.length > 1 && (at === 0 || at === words.length - 1);
      if (isSlippedFormWord(bits, at, size) || (edge && isSlippedShortForm(bits, at, size)))
        weight[at] = FORM_WORD_WEIGHT;
    }
  });
}

function readingOf(
  data: IndexData,
  name: AnalyzedName,
  own: NameReading,
  organization: boolean,
): QueryReading {
  const words = own.words;
  const all = withJoined(words);
  const size = all.length;
  const [token, mask] = [new Int32Array(size), new Int32Array(size)];
  const [length, weight] = [new Uint8Array(size), new Float32Array(size)];
  const [fine, coarse, bones] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  const start = new Uint16Array(size + 1);
  const codes = new Uint8Array(all.reduce((sum, word) => sum + word.length, 0));
  const bits = new Uint32Array(size * LETTER_CODES);
  all.forEach((word, at) => {
    const from = start[at] as number;
    start[at + 1] = from + word.length;
    length[at] = word.length;
    for (let letter = 0; letter < word.length; letter += 1) {
      const code = letterCode(word.charCodeAt(letter));
      codes[from + letter] = code;
      mask[at] = (mask[at] as number) | letterBit(code);
      bits[at * LETTER_CODES + code] = (bits[at * LETTER_CODES + code] as number) | (1 << letter);
    }
    const found = findToken(data, textHash(word), word.length);
    token[at] = found;
    weight[at] = found >= 0 ? (data.tokenWeight[found] as number) : tokenWeight(word, 1, data.entities);
    // A Korean syllable of one letter is a word, not an initial.
    if (word.length === 1 && own.mayBeKorean) weight[at] = SYLLABLE_WEIGHT;
    const keys = tokenKeys(word);
    // A run read as one word is taken by its spellings alone.
    if (own.system === "whole") return;
    fine[at] = keys.koreanFine;
    coarse[at] = keys.koreanCoarse;
    bones[at] = keys.skeleton;
  });
  if (organization) lightenForms({ words, token, weight, length, bits });
  let total = 0;
  for (let at = 0; at < words.length; at += 1) total += weight[at] as number;
  return {
    name,
    words,
    count: words.length,
    korean: own.mayBeKorean,
    // Kontsevich's Cyrillic writes each Korean syllable in one way: it leaves less open than a Latin spelling.
    romanized: own.system !== "as-written" && own.system !== "kontsevich",
    homophones: own.system === "mandarin",
    token,
    length,
    mask,
    weight,
    totalWeight: total,
    fine,
    coarse,
    skeleton: bones,
    spellings: [...own.sources, ...joinedSources(own.sources)].map((source) =>
      spellingsOfSource(data, source),
    ),
    nicknames: words.map((word) => nicknameTokens(data, word)),
    codes,
    start,
    bits,
    equal: spread(textHash(name.equalKey)),
    forms: name.forms,
  };
}

/** What each two neighbours that stand in one script are read from together. */
function joinedSources(sources: readonly (WordSource | null)[]): (WordSource | null)[] {
  return sources.slice(1).map((after, at) => {
    const before = sources[at] ?? null;
    if (before === null || after === null || before.script !== after.script) return null;
    return {
      local: before.local + after.local,
      script: after.script,
      around: [before.around[0], after.around[1]],
    };
  });
}

function spellingsOfSource(data: IndexData, source: WordSource | null): Spellings {
  const tables = source === null ? undefined : SPELLING_TABLES[source.script];
  return source === null || tables === undefined ? NO_SPELLINGS : spellingsOf(data, tables, source);
}

/** How likely a token of the index is to be the word in local script of the query, 0 to 1; 0 says nothing. */
export function likelihoodOf(reading: QueryReading, word: number, token: number): number {
  const own = reading.spellings[word];
  return own === undefined || own.tokens.length === 0 ? 0 : likelihoodIn(own, token);
}

const NO_TOKENS = new Int32Array(0);

function nicknameTokens(data: IndexData, word: string): Int32Array {
  const others = nicknamesOf(word);
  if (others.length === 0) return NO_TOKENS;
  return Int32Array.from(
    others.map((other) => findToken(data, textHash(other), other.length)).filter((token) => token >= 0),
  );
}

/** A Korean name whose syllables are written together is read with its syllables apart as well. */
function syllablesApart(reading: NameReading): readonly string[] | null {
  if (!reading.mayBeKorean) return null;
  const apart = reading.words.flatMap((word) => koreanKey(word)?.parts ?? [word]);
  const whole = apart.length === reading.words.length || apart.some((word) => word.length < 2);
  return whole ? null : apart;
}

/** Dates as the subject gives them: partial dates and EDTF as they are, anything else as a list would write it. */
function birthTextsOf(subject: Subject): string[] {
  return valuesOf(subject, "birthDate")
    .slice(0, FACTS_MAX)
    .map((text) => {
      if (birthSpanOf(text) !== null) return text;
      const read = parsePartialDate(text);
      return read === null ? "" : (read.edtf ?? read.values[0] ?? "");
    })
    .filter((text) => text !== "");
}

/** Analyses a subject against an index; any subject, never throws. */
export function queryOf(data: IndexData, subject: Subject, analyze: NameAnalysis = analyzeName): Query {
  const kind = partyKindOf(subject.schema);
  const bearer = bearerOf(kind);
  const names = namesOf(subject)
    .slice(0, NAME_LIMITS.namesPerSubjectMax)
    .map(({ text }) => analyze(text, bearer));
  const readings: QueryReading[] = [];
  for (const name of names) {
    for (const reading of name.readings) {
      const apart = syllablesApart(reading);
      const all =
        apart === null ? [reading] : [reading, { ...reading, words: apart, sources: apart.map(() => null) }];
      for (const one of all)
        if (readings.length < READINGS_MAX) readings.push(readingOf(data, name, one, bearer !== "person"));
    }
  }
  const birthTexts = birthTextsOf(subject);
  const countryTexts = countriesOf(subject).slice(0, FACTS_MAX);
  const genderTexts = valuesOf(subject, "gender").slice(0, FACTS_MAX);
  return {
    kind,
    organization: bearer === "organization",
    names,
    readings,
    equals: Uint32Array.from(names, (name) => spread(textHash(name.equalKey))),
    birthTexts,
    birth: Uint32Array.from(
      birthTexts.flatMap((text) => {
        const span = birthSpanOf(text);
        return span === null ? [] : [span.from, span.to];
      }),
    ),
    countryTexts,
    countries: Uint32Array.from(countryTexts, (text) => packCountry(countryCode(text) ?? text.toLowerCase())),
    genderTexts,
    gender: genderBits(genderTexts),
    identifiers: identifiersOf(subject),
  };
}

function identifiersOf(subject: Subject): Query["identifiers"] {
  return Object.keys(subject.properties).flatMap((property) => {
    const kind = Object.hasOwn(IDENTIFIER_KINDS, property) ? IDENTIFIER_KINDS[property] : undefined;
    if (kind === undefined) return [];
    return valuesOf(subject, property)
      .slice(0, FACTS_MAX)
      .map((text) => ({ text, value: normalizeIdentifier(kind, text).value, kind: identifierClass(kind) }))
      .filter(({ value }) => value.length >= IDENTIFIER_LETTERS_MIN)
      .map(({ text, value, kind: number }) => ({ text, hash: spread(textHash(value)), kind: number }));
  });
}
