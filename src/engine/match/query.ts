import { countryCode } from "../entity/country.ts";
import { valuesOf } from "../entity/entity.ts";
import { IDENTIFIER_KINDS, normalizeIdentifier } from "../entity/identifier.ts";
import { parsePartialDate } from "../entity/partial-date.ts";
import { withoutShipPrefix, withoutTitles } from "../names/bare-name.ts";
import { koreanKey } from "../names/korean-key.ts";
import { NAME_LIMITS } from "../names/limits.ts";
import {
  type AnalyzedName,
  analyzeName,
  type NameBearer,
  type NameReading,
  type WordSource,
} from "../names/name.ts";
import { birthSpanOf } from "./birth-date.ts";
import { bearerOf, IDENTIFIER_LETTERS_MIN, identifierClass, type NameAnalysis } from "./build-index.ts";
import { cutWordOf, wordsBeginning } from "./cut-word.ts";
import {
  isFormWord,
  isNearFormWord,
  isSlippedDotted,
  isSlippedFormWord,
  isSlippedShortForm,
} from "./form-words.ts";
import { genderBits, type IndexData, packCountry } from "./index-data.ts";
import { joinedWord, type QueryWord, queryWordsOf } from "./query-word.ts";
import { FORM_WORD_WEIGHT, isJoiningWord, tokenWeight } from "./rarity.ts";
import { runApart, runOf } from "./run-apart.ts";
import { likelihoodIn, NO_SPELLINGS, type Spellings, spellingsOf } from "./spellings.ts";
import type { Subject } from "./subject.ts";
import { countriesOf, namesOf, type PartyKind, partyKindOf } from "./target.ts";
import { findToken, spread, textHash, tokenKeys } from "./token.ts";

/**
 * A reading of a subject's name, ready to be compared: parallel arrays over its `count` words, and after these over each
 * two neighbours written together (`count + n` is words n and n + 1; of length 0 where too long).
 */
export type QueryReading = {
  readonly name: AnalyzedName;
  readonly words: readonly string[];
  readonly count: number;
  /** Number of the first word, of which no word of another reading has the same: what was found out of a word is kept under it. */
  readonly serial: number;
  readonly korean: boolean;
  /** The name was written in other letters. */
  readonly romanized: boolean;
  /** It was written in Hebrew, whose spellings leave more open than those of scripts with learnt tables. */
  readonly hebrew: boolean;
  /** The reading is of Hanzi by their Mandarin sound alone, which many names share. */
  readonly homophones: boolean;
  /** The reading is of a run in local script as one word, which is taken by its spellings alone. */
  readonly whole: boolean;
  /** What each of the words is against the index. */
  readonly known: readonly QueryWord[];
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
  /** Some word has spellings. */
  readonly spelled: boolean;
  /** The words are one run of local letters: family name and syllables of the given one. */
  readonly run: boolean;
  /** How much less likely this reading is than the likeliest of the name, in nats. */
  readonly behind: number;
  /** Tokens of the index that are nicknames of the word or the other way round. */
  readonly nicknames: readonly Int32Array[];
  /** Letter codes of the words one after another, and where each starts. */
  readonly codes: Uint8Array;
  readonly start: Uint16Array;
  readonly equal: number;
  readonly forms: number;
};

/** A subject, analysed once against one index. */
export type Query = {
  readonly kind: PartyKind;
  readonly organization: boolean;
  readonly names: readonly AnalyzedName[];
  readonly readings: readonly QueryReading[];
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

/** Each two neighbours written together, where that is short enough for a word (else empty). */
function joinedWords(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at + 1 < words.length; at += 1) {
    const word = `${words[at] ?? ""}${words[at + 1] ?? ""}`;
    joined.push(word.length > NAME_LIMITS.lettersPerTokenMax ? "" : word);
  }
  return joined;
}

let serial = 0;

/** Takes numbers for so many words: whole numbers outlast any process. */
function nextSerial(words: number): number {
  const taken = serial;
  serial += words;
  return taken;
}

/** Keys by sound of a name that is not Korean. */
const NO_KEYS = new Uint32Array(2 * NAME_LIMITS.tokensMax);

/** What is left of a legal form that a slip or a break hides says as little as the form. */
function lightenForms(
  own: Pick<QueryReading, "words" | "token" | "weight" | "known">,
  joined: readonly string[],
): void {
  const { words, token, weight, known } = own;
  words.forEach((word, at) => {
    const broken = at + 1 < words.length && isFormWord(joined[at] ?? "");
    if (broken) {
      weight[at] = FORM_WORD_WEIGHT / 2;
      weight[at + 1] = FORM_WORD_WEIGHT / 2;
    } else if (token[at] === -1) {
      const one = known[at] as QueryWord;
      one.slippedForm ??= isSlippedFormWord(one.codes) || isNearFormWord(word);
      const edge = words.length > 1 && (at === 0 || at === words.length - 1);
      const short = edge && isSlippedShortForm(one.codes);
      if (one.slippedForm || short) weight[at] = FORM_WORD_WEIGHT;
    }
  });
  lightenDotted(words, weight);
}

/** Shortest word that is taken for the first letters of the others. */
const ACRONYM_LETTERS_MIN = 3;

/** A last word made of the first letters of those before it (`… (CSIGC)`) says nothing that they do not. */
function lightenAcronym({ equalKey }: AnalyzedName, words: readonly string[], weight: Float32Array): void {
  const last = words.at(-1) ?? "";
  if (last.length < ACRONYM_LETTERS_MIN || !equalKey.endsWith(` ${last}`)) return;
  // The words as they were written: a legal form is among the letters.
  const before = equalKey.split(" ").slice(0, -1);
  if (before.length < last.length) return;
  const initials = (all: readonly string[]): string => all.map((word) => word.charAt(0)).join("");
  const telling = before.filter((word) => !isJoiningWord(word));
  if (initials(telling) === last || initials(before) === last) weight[words.length - 1] = FORM_WORD_WEIGHT;
}

/** Letters of a form with points between them, at most so many words of at most two. */
const DOTTED_WORDS_MAX = 3;

/** Letters at the end of a name that are a form with points but for a slip say as little together as the form. */
function lightenDotted(words: readonly string[], weight: Float32Array): void {
  let from = words.length;
  while (from > 1 && words.length - from < DOTTED_WORDS_MAX && (words[from - 1] as string).length <= 2)
    from -= 1;
  if (words.length - from < 2 || !isSlippedDotted(words.slice(from).join(""))) return;
  weight.fill(FORM_WORD_WEIGHT / (words.length - from), from, words.length);
}

/** Letters, keys and weight of a word or of two written together, at its place in the arrays of a reading. */
function placeWord(to: ReadingArrays, at: number, word: QueryWord): void {
  const { codes } = word;
  const from = to.start[at] as number;
  to.start[at + 1] = from + codes.length;
  to.length[at] = codes.length;
  to.mask[at] = word.mask;
  to.token[at] = word.token;
  to.weight[at] = word.weight;
  for (let letter = 0; letter < codes.length; letter += 1) to.codes[from + letter] = codes[letter] as number;
}

function lettersOf(words: readonly string[]): number {
  let letters = 0;
  for (const word of words) letters += word.length;
  return letters;
}

type ReadingArrays = Pick<QueryReading, "start" | "length" | "mask" | "token" | "weight" | "codes">;

function readingArrays(size: number, letters: number): ReadingArrays {
  return {
    start: new Uint16Array(size + 1),
    length: new Uint8Array(size),
    mask: new Int32Array(size),
    token: new Int32Array(size),
    weight: new Float32Array(size),
    codes: new Uint8Array(letters),
  };
}

function readingOf(
  data: IndexData,
  name: AnalyzedName,
  own: NameReading,
  organization: boolean,
): QueryReading {
  const { words, mayBeKorean: korean } = own;
  const wordOf = queryWordsOf(data);
  const known = words.map(wordOf);
  const joined = joinedWords(words);
  const size = words.length + joined.length;
  const arrays = readingArrays(size, lettersOf(words) + lettersOf(joined));
  const { token, weight } = arrays;
  const bones = new Uint32Array(size);
  const [fine, coarse] = korean ? [new Uint32Array(size), new Uint32Array(size)] : [NO_KEYS, NO_KEYS];
  for (let at = 0; at < size; at += 1) {
    const text = at < words.length ? (words[at] ?? "") : (joined[at - words.length] ?? "");
    const word = known[at] ?? joinedWord(data, text);
    placeWord(arrays, at, word);
    // A Korean syllable of one letter is a word, not an initial.
    if (text.length === 1 && korean) weight[at] = SYLLABLE_WEIGHT;
    // A run read as one word is taken by its spellings alone.
    if (own.system === "whole") continue;
    bones[at] = word.skeleton;
    // Keys by Korean sound are only asked for where both names may be Korean.
    if (!korean) continue;
    const keys = tokenKeys(text);
    fine[at] = keys.koreanFine;
    coarse[at] = keys.koreanCoarse;
  }
  if (organization) {
    lightenForms({ words, token, weight, known }, joined);
    lightenAcronym(name, words, weight);
  }
  // An array of what a word may be spelled as is made for names in local script alone.
  const local = own.sources.some((source) => source !== null);
  const spellings = local
    ? [...own.sources, ...joinedSources(own.sources)].map((source) => spellingsOfSource(data, source))
    : NONE_SPELLED.slice(0, size);
  let total = 0;
  for (let at = 0; at < words.length; at += 1) total += weight[at] as number;
  return {
    name,
    words,
    count: words.length,
    serial: nextSerial(size),
    korean,
    // Kontsevich's Cyrillic writes each Korean syllable in one way: it leaves less open than a Latin spelling.
    romanized: own.system !== "as-written" && own.system !== "kontsevich",
    hebrew: own.sources.some((source) => source?.script === "hebrew"),
    homophones: own.system === "mandarin",
    whole: own.system === "whole",
    known,
    ...arrays,
    totalWeight: total,
    fine,
    coarse,
    skeleton: bones,
    spellings,
    spelled: local && spellings.some(({ tokens }) => tokens.length > 0),
    run: local && own.sources.some((source) => source?.around.some((letter) => letter !== "")),
    behind: own.behind,
    nicknames: known.map(({ nicknames }) => nicknames),
    equal: spread(textHash(name.equalKey)),
    forms: name.forms,
  };
}

/** Consonants that swallow the l of the article before them. */
const SUN_LETTERS = "تثدذرزسشصضطظن";

/**
 * Two Arabic words as they are spoken together where the second has the article, whose vowel the first one's ending takes:
 * هدايت الله is Hidayatullah, شمس الدين is Shamsuddin. Null where it has none.
 */
function assimilated(before: string, after: string): string | null {
  if (!after.startsWith("ال") || after.length < 4) return null;
  const rest = after.slice(2);
  return `${before}و${SUN_LETTERS.includes(rest.charAt(0)) ? "" : "ل"}${rest}`;
}

/** Spellings of the longest name that has none. */
const NONE_SPELLED: readonly Spellings[] = new Array<Spellings>(2 * NAME_LIMITS.tokensMax).fill(NO_SPELLINGS);

/** What each two neighbours that stand in one script are read from together. */
function joinedSources(sources: readonly (WordSource | null)[]): (WordSource | null)[] {
  return sources.slice(1).map((after, at) => {
    const before = sources[at] ?? null;
    if (before === null || after === null || before.script !== after.script) return null;
    return {
      local: before.local + after.local,
      also: after.script === "arabic" ? assimilated(before.local, after.local) : null,
      script: after.script,
      tables: after.tables,
      around: [before.around[0], after.around[1]],
    };
  });
}

function spellingsOfSource(data: IndexData, source: WordSource | null): Spellings {
  return source === null ? NO_SPELLINGS : spellingsOf(data, source);
}

/** How likely a token of the index is to be the word in local script of the query, 0 to 1; 0 says nothing. */
export function likelihoodOf(reading: QueryReading, word: number, token: number): number {
  const own = reading.spellings[word];
  return own === undefined || own.tokens.length === 0 ? 0 : likelihoodIn(own, token);
}

/** Longest word that is taken for a form where it may be the beginning or the end of a word of the name. */
const BROKEN_FORM_LETTERS_MAX = 3;

/**
 * A company's name in which a short form is the end or the beginning of the listed word beside it, broken off by a slip
 * (`SINB AD`, `CO NFIDERI`); null where no word of the index is written so.
 */
function brokenReading(data: IndexData, name: AnalyzedName): NameReading | null {
  const [own] = name.readings;
  if (own === undefined || name.forms === 0 || own.system !== "as-written") return null;
  const all = name.equalKey.split(" ");
  for (let at = 0; at + 1 < all.length; at += 1) {
    const [one, other] = [all[at] ?? "", all[at + 1] ?? ""];
    const [keptOne, keptOther] = [own.words.indexOf(one), own.words.indexOf(other)];
    if (keptOne < 0 === keptOther < 0) continue;
    const kept = Math.max(keptOne, keptOther);
    if ((keptOne < 0 ? one : other).length > BROKEN_FORM_LETTERS_MAX) continue;
    const together = `${one}${other}`;
    const token = findToken(data, textHash(together), together.length);
    if (token < 0) continue;
    const rarer = (data.tokenWeight[token] as number) > wordWeight(data, own.words[kept] ?? "");
    const unknown = findToken(data, textHash(own.words[kept] ?? ""), (own.words[kept] ?? "").length) < 0;
    if (rarer || unknown) return { ...own, words: own.words.with(kept, together) };
  }
  return null;
}

/** A Korean name whose syllables are written together is read with its syllables apart as well. */
function asSyllables(reading: NameReading): readonly NameReading[] {
  if (!reading.mayBeKorean) return [reading];
  const apart = reading.words.flatMap((word) => koreanKey(word)?.parts ?? [word]);
  const whole = apart.length === reading.words.length || apart.some((word) => word.length < 2);
  return whole ? [reading] : [reading, { ...reading, words: apart, sources: apart.map(() => null) }];
}

/** A name whose words are all written together, with the words of the index that it is made of. */
function partedReading(data: IndexData, name: AnalyzedName): NameReading | null {
  const [own] = name.readings;
  const run = runOf(name);
  if (own === undefined || run === null) return null;
  const words = runApart(data, run);
  return words === null ? null : { ...own, words, sources: words.map(() => null), mayBeKorean: false };
}

/** A company's long name whose last word a line cut off, with the words that may have stood there. */
function uncutReadings(data: IndexData, name: AnalyzedName): readonly NameReading[] {
  const [own] = name.readings;
  const cut = cutWordOf(name);
  if (own === undefined || cut === null) return [];
  return wordsBeginning(data, cut).map((word) => ({ ...own, words: own.words.with(-1, word) }));
}

/** What a name may be beside what it is read as: broken, written together at other places, or cut off. */
function otherReadings(data: IndexData, name: AnalyzedName, bearer: NameBearer): readonly NameReading[] {
  const broken = bearer === "organization" ? brokenReading(data, name) : null;
  const parted = partedReading(data, name);
  const uncut = bearer === "organization" ? uncutReadings(data, name) : [];
  return [broken, parted, ...uncut].filter((reading) => reading !== null);
}

/** What may stand around the name of each kind of party; of whom nothing is said, either may. */
const BARE: Readonly<Record<PartyKind, readonly ((text: string) => string | null)[]>> = {
  any: [withoutTitles, withoutShipPrefix],
  legal: [withoutTitles],
  person: [withoutTitles],
  organization: [],
  vessel: [withoutShipPrefix],
  aircraft: [],
  wallet: [],
  security: [],
  other: [],
};

/** A name without what stands around it and is no part of it: titles of persons, prefixes of ships. */
export function bareTexts(kind: PartyKind, text: string): readonly string[] {
  return BARE[kind].map((bare) => bare(text)).filter((bare) => bare !== null);
}

function bareNames(
  names: readonly AnalyzedName[],
  kind: PartyKind,
  analyze: NameAnalysis,
): readonly AnalyzedName[] {
  return names.flatMap((name) =>
    bareTexts(kind, name.text).map((text) => ({ ...analyze(text, bearerOf(kind)), text: name.text })),
  );
}

/** Dates as the subject gives them, and their spans: partial dates and EDTF as they are, anything else as a list would write it. */
function birthOf(subject: Subject): Pick<Query, "birthTexts" | "birth"> {
  const birthTexts: string[] = [];
  const birth: number[] = [];
  for (const text of valuesOf(subject, "birthDate").slice(0, FACTS_MAX)) {
    let [said, span] = [text, birthSpanOf(text)];
    if (span === null) {
      const read = parsePartialDate(text);
      said = read === null ? "" : (read.edtf ?? read.values[0] ?? "");
      span = birthSpanOf(said);
    }
    if (said !== "") birthTexts.push(said);
    if (span !== null) birth.push(span.from, span.to);
  }
  return { birthTexts, birth: new Uint32Array(birth) };
}

function packedCountries(texts: readonly string[]): Uint32Array {
  const packed = new Uint32Array(texts.length);
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] as string;
    packed[at] = packCountry(countryCode(text) ?? text.toLowerCase());
  }
  return packed;
}

/** Analyses a subject against an index; any subject, never throws. */
export function queryOf(data: IndexData, subject: Subject, analyze: NameAnalysis = analyzeName): Query {
  const kind = partyKindOf(subject.schema);
  const bearer = bearerOf(kind);
  const names = namesOf(subject)
    .slice(0, NAME_LIMITS.namesPerSubjectMax)
    .map(({ text }) => analyze(text, bearer));
  const readings: QueryReading[] = [];
  for (const name of [...names, ...bareNames(names, kind, analyze)]) {
    for (const reading of [...name.readings.flatMap(asSyllables), ...otherReadings(data, name, bearer)])
      if (readings.length < READINGS_MAX) readings.push(readingOf(data, name, reading, bearer !== "person"));
  }
  const countryTexts = countriesOf(subject).slice(0, FACTS_MAX);
  const genderTexts = valuesOf(subject, "gender").slice(0, FACTS_MAX);
  return {
    kind,
    organization: bearer === "organization",
    names,
    readings,
    ...birthOf(subject),
    countryTexts,
    countries: packedCountries(countryTexts),
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
