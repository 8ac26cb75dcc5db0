import { type Alignment, MEETING_PLACES } from "./align.ts";
import { editDistance, LETTER_CODES } from "./edit-distance.ts";
import type { IndexData } from "./index-data.ts";
import type { QueryReading } from "./query.ts";
import { WEIGHT_MAX } from "./rarity.ts";
import { SOUND_UNIT, soundDistance } from "./sound-distance.ts";
import { letterCode } from "./token.ts";

/** A number that the model looks at: its name, and -1 or 1 where more of it can only lower or raise the score. */
type Input = readonly [name: string, monotone: -1 | 0 | 1];

/** All numbers of a pair of names, in the order of the model's columns. Weights of words are in nats of rarity. */
export const INPUTS = [
  ["matched", 1],
  ["matchedExact", 1],
  ["coverQuery", 1],
  ["coverListed", 1],
  ["extraQuery", -1],
  ["extraListed", -1],
  ["swapped", -1],
  ["rarestExtraQuery", -1],
  ["rarestExtraListed", -1],
  ["rarestSwapped", -1],
  ["altered", -1],
  ["worstGrade", 1],
  ["edits", -1],
  ["soundCost", -1],
  ["soundShare", -1],
  ["exactWords", 1],
  ["joinedWords", 0],
  ["spellingWords", 0],
  ["nicknameWords", 0],
  ["abbreviatedWords", 0],
  ["initialWords", 0],
  ["editedWords", 0],
  ["wordsQuery", 0],
  ["wordsListed", 0],
  ["extraWordsQuery", -1],
  ["extraWordsListed", -1],
  ["letterShareQuery", 1],
  ["letterShareListed", 1],
  ["disorder", 0],
  ["firstWord", 1],
  ["lastWord", 1],
  ["initialsDiffer", -1],
  ["numbersDiffer", -1],
  ["numberExtra", 0],
  ["formsSame", 0],
  ["formsDiffer", -1],
  ["formsMissing", 0],
  ["equal", 1],
  ["romanized", 0],
  ["homophones", 0],
  ["korean", 0],
  ["rarestMatched", 1],
  ["secondRarestMatched", 1],
  ["knownQueryWord", -1],
  ["knownListedWord", -1],
  ["shortestAltered", 0],
  ["extrasLike", 1],
  ["fatherNames", 0],
] as const satisfies readonly Input[];

/** How many numbers a pair of names has. */
export const INPUT_COUNT = INPUTS.length;
export type InputName = (typeof INPUTS)[number][0];

const PLACE = Object.fromEntries(INPUTS.map(([name], at) => [name, at])) as Readonly<
  Record<InputName, number>
>;

/** Place of an input among the columns. */
export function inputPlace(name: InputName): number {
  return PLACE[name];
}

const { exact, joined, romanization, nickname, abbreviation, initial, edit } = MEETING_PLACES;

/** What is known of the pair beside its words. */
export type PairFacts = {
  readonly equal: boolean;
  /** 1 legal forms of a kind in common, -1 of different kinds, 0 where a name states none. */
  readonly forms: number;
  readonly formsMissing: boolean;
};

function share(part: number, rest: number): number {
  return part + rest === 0 ? 0 : part / (part + rest);
}

/** Words by which two names could be the same person's written otherwise: a letter against a word, or two letters. */
function initialsDiffer(data: IndexData, reading: QueryReading, row: number, to: Alignment): number {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  let [queryLetters, listedLetters, queryWords, listedWords] = [0, 0, 0, 0];
  for (let word = 0; word < reading.count; word += 1) {
    if (to.listedOf[word] !== -1) continue;
    if (reading.length[word] === 1) queryLetters += 1;
    else queryWords += 1;
  }
  for (let at = 0; at < listed; at += 1) {
    if (to.queryOf[at] !== -1) continue;
    const token = data.rowTokens[first + at] as number;
    if ((data.tokenStart[token + 1] as number) - (data.tokenStart[token] as number) === 1) listedLetters += 1;
    else listedWords += 1;
  }
  // A letter that stands for a word of the other name has met it: one left over stands for another.
  return Math.min(queryLetters, listedLetters + listedWords) + Math.min(listedLetters, queryWords);
}

/** The most that a word left over on one side is like one left over on the other, 0 to 1. */
function extrasLike(data: IndexData, reading: QueryReading, row: number, to: Alignment): number {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  let best = 0;
  for (let word = 0; word < reading.count; word += 1) {
    const length = reading.length[word] as number;
    if (to.listedOf[word] !== -1 || length < 3) continue;
    for (let at = 0; at < listed; at += 1) {
      if (to.queryOf[at] !== -1) continue;
      const token = data.rowTokens[first + at] as number;
      const start = data.tokenStart[token] as number;
      const other = (data.tokenStart[token + 1] as number) - start;
      if (other < 3) continue;
      const distance = editDistance(reading.bits, word * LETTER_CODES, length, data.tokenCodes, start, other);
      const like = 1 - distance / Math.max(length, other);
      if (like > best) best = like;
    }
  }
  return best;
}

/** Endings of names made of the father's: they are left out more often than any other. */
const FATHER_ENDINGS: readonly Uint8Array[] = ["vich", "vna", "chna", "ovic", "oglu", "qizi", "kyzy"].map(
  (ending) => Uint8Array.from(ending, (letter) => letterCode(letter.charCodeAt(0))),
);
const FATHER_LETTERS_MIN = 6;

function isFatherName(codes: Uint8Array, start: number, size: number): boolean {
  if (size < FATHER_LETTERS_MIN) return false;
  for (const ending of FATHER_ENDINGS) {
    let at = 0;
    while (at < ending.length && codes[start + size - ending.length + at] === ending[at]) at += 1;
    if (at === ending.length) return true;
  }
  return false;
}

/** Where a word at the edge of one name stands in the other: 1 at the same edge, less where one or none of the two met. */
function edge(first: boolean, ownMet: boolean, listedMet: boolean): number {
  if (first) return 1;
  return ownMet && listedMet ? 0.66 : ownMet || listedMet ? 0.33 : 0;
}

/** Writes the numbers of an aligned pair of names into `values`. */
export function fillInputs(
  data: IndexData,
  reading: QueryReading,
  row: number,
  to: Alignment,
  pair: PairFacts,
  values: Float32Array,
): void {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  values.fill(0);
  let [exactWeight, exactWords, edits, sound, soundLetters] = [0, 0, 0, 0, 0];
  let [rarest, second, knownQuery, knownListed, shortest] = [0, 0, 0, 0, 16];
  let [lettersQuery, metQuery, lettersListed, metListed] = [0, 0, 0, 0];
  let [joinedWords, spellings, nicknames, abbreviations, initials, edited] = [0, 0, 0, 0, 0, 0];
  let [extraQuery, extraListed, order, before, met, fathers] = [0, 0, 0, -1, 0, 0];
  for (let word = 0; word < reading.count; word += 1) {
    const length = reading.length[word] as number;
    lettersQuery += length;
    const at = to.listedOf[word] as number;
    if (at === -1) {
      extraQuery += 1;
      if (isFatherName(reading.codes, reading.start[word] as number, length)) fathers += 1;
      continue;
    }
    met += 1;
    const grade = to.gradeOf[word] as number;
    metQuery += length * grade;
    if (at < before) order += 1;
    before = at;
    const token = data.rowTokens[first + at] as number;
    const start = data.tokenStart[token] as number;
    const size = (data.tokenStart[token + 1] as number) - start;
    const own = reading.weight[word] as number;
    const meant = data.tokenWeight[token] as number;
    const weight = Math.min(own, meant);
    if (weight * grade > rarest) {
      second = rarest;
      rarest = weight * grade;
    } else if (weight * grade > second) second = weight * grade;
    const kind = to.kindOf[word] as number;
    edits += to.editsOf[word] as number;
    if (kind === exact) {
      exactWords += 1;
      exactWeight += weight;
      continue;
    }
    if (kind === joined) {
      joinedWords += 1;
      sound += (to.editsOf[word] as number) * SOUND_UNIT * 0.7;
      continue;
    }
    if (kind === initial) {
      initials += 1;
      continue;
    }
    if (kind === abbreviation) {
      abbreviations += 1;
      continue;
    }
    if (kind === nickname) nicknames += 1;
    else {
      if (kind === edit) edited += 1;
      else spellings += 1;
      to.own.codes = reading.codes;
      to.own.start = reading.start[word] as number;
      to.own.length = length;
      to.other.codes = data.tokenCodes;
      to.other.start = start;
      to.other.length = size;
      const cost = kind === romanization ? 1 : soundDistance(to.own, to.other, to.table);
      sound += cost;
      soundLetters += Math.max(length, size);
    }
    // A slip gives no word that others bear: one that does is another name.
    if (reading.token[word] !== -1 || own < WEIGHT_MAX)
      knownQuery = Math.max(knownQuery, 2 * WEIGHT_MAX - own);
    knownListed = Math.max(knownListed, WEIGHT_MAX - meant);
    shortest = Math.min(shortest, length, size);
  }
  for (let at = 0; at < listed; at += 1) {
    const token = data.rowTokens[first + at] as number;
    const size = (data.tokenStart[token + 1] as number) - (data.tokenStart[token] as number);
    lettersListed += size;
    const word = to.queryOf[at] as number;
    if (word === -1) {
      extraListed += 1;
      if (isFatherName(data.tokenCodes, data.tokenStart[token] as number, size)) fathers += 1;
    } else {
      metListed += size * (to.gradeOf[word] as number);
    }
  }
  const lastQuery = reading.count - 1;
  values[PLACE.matched] = to.matched;
  values[PLACE.matchedExact] = exactWeight;
  values[PLACE.coverQuery] = share(to.matched, to.altered + to.extraQuery);
  values[PLACE.coverListed] = share(to.matched, to.altered + to.extraListed);
  values[PLACE.extraQuery] = to.extraQuery;
  values[PLACE.extraListed] = to.extraListed;
  values[PLACE.swapped] = Math.min(to.extraQuery, to.extraListed);
  values[PLACE.rarestExtraQuery] = to.rarestExtraQuery;
  values[PLACE.rarestExtraListed] = to.rarestExtraListed;
  values[PLACE.rarestSwapped] = Math.min(to.rarestExtraQuery, to.rarestExtraListed);
  values[PLACE.altered] = to.altered;
  values[PLACE.worstGrade] = to.worstGrade;
  values[PLACE.edits] = edits;
  values[PLACE.soundCost] = sound / SOUND_UNIT;
  values[PLACE.soundShare] = soundLetters === 0 ? 0 : sound / SOUND_UNIT / soundLetters;
  values[PLACE.exactWords] = exactWords;
  values[PLACE.joinedWords] = joinedWords;
  values[PLACE.spellingWords] = spellings;
  values[PLACE.nicknameWords] = nicknames;
  values[PLACE.abbreviatedWords] = abbreviations;
  values[PLACE.initialWords] = initials;
  values[PLACE.editedWords] = edited;
  values[PLACE.wordsQuery] = reading.count;
  values[PLACE.wordsListed] = listed;
  values[PLACE.extraWordsQuery] = extraQuery;
  values[PLACE.extraWordsListed] = extraListed;
  values[PLACE.letterShareQuery] = lettersQuery === 0 ? 0 : metQuery / lettersQuery;
  values[PLACE.letterShareListed] = lettersListed === 0 ? 0 : metListed / lettersListed;
  values[PLACE.disorder] = met < 2 ? 0 : order / (met - 1);
  values[PLACE.firstWord] = edge(to.listedOf[0] === 0, to.listedOf[0] !== -1, to.queryOf[0] !== -1);
  values[PLACE.lastWord] = edge(
    to.listedOf[lastQuery] === listed - 1,
    to.listedOf[lastQuery] !== -1,
    to.queryOf[listed - 1] !== -1,
  );
  values[PLACE.numbersDiffer] = to.numbersDiffer;
  values[PLACE.numberExtra] = to.numberExtra;
  values[PLACE.formsSame] = pair.forms > 0 ? 1 : 0;
  values[PLACE.formsDiffer] = pair.forms < 0 ? 1 : 0;
  values[PLACE.formsMissing] = pair.formsMissing ? 1 : 0;
  values[PLACE.equal] = pair.equal ? 1 : 0;
  values[PLACE.romanized] = reading.romanized ? 1 : 0;
  values[PLACE.homophones] = reading.homophones ? 1 : 0;
  values[PLACE.korean] = reading.korean && data.rowFlags[row] === 1 ? 1 : 0;
  values[PLACE.rarestMatched] = rarest;
  values[PLACE.secondRarestMatched] = second;
  values[PLACE.knownQueryWord] = knownQuery;
  values[PLACE.knownListedWord] = knownListed;
  values[PLACE.shortestAltered] = shortest;
  values[PLACE.fatherNames] = fathers;
  if (extraQuery > 0 && extraListed > 0) {
    values[PLACE.initialsDiffer] = initialsDiffer(data, reading, row, to);
    values[PLACE.extrasLike] = extrasLike(data, reading, row, to);
  }
}

/** Trees go in steps: within one, rarer words, equal spelling and the same legal form still put a pair before another. */
const TIES = { matched: 0.01, equal: 0.5, formsDiffer: -0.1, disorder: -0.02 } as const;
/** Matched rarity beyond this breaks no ties: three rare words are enough. */
const TIE_MATCHED_MAX = 24;

/** What puts pairs in order that the trees hold for alike, in log-odds. */
export function weighTies(values: Float32Array): number {
  const matched = Math.min(values[PLACE.matched] as number, TIE_MATCHED_MAX);
  return (
    TIES.matched * matched +
    TIES.equal * (values[PLACE.equal] as number) +
    TIES.formsDiffer * (values[PLACE.formsDiffer] as number) +
    TIES.disorder * (values[PLACE.disorder] as number)
  );
}
