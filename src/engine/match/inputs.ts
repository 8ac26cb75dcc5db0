import { type Alignment, MEETING_PLACES } from "./align.ts";
import { LINE_LETTERS_MIN } from "./cut-word.ts";
import { editDistance } from "./edit-distance.ts";
import type { IndexData } from "./index-data.ts";
import type { QueryReading } from "./query.ts";
import { WEIGHT_MAX } from "./rarity.ts";
import { SOUND_UNIT, soundDistance, soundScratch } from "./sound-distance.ts";
import { codesOf } from "./token.ts";

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
  ["acronym", 1],
  ["cutOff", 1],
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

/** Two names that were aligned, and what is known of them beside their words; one is reused for all pairs of a query. */
export type NamePair = {
  readonly data: IndexData;
  readonly alignment: Alignment;
  reading: QueryReading;
  row: number;
  equal: boolean;
  /** 1 legal forms of a kind in common, -1 of different kinds, 0 where a name states none. */
  forms: number;
  formsMissing: boolean;
};

/** Sums over the words of a pair, and the space that words are compared by sound in; one is reused for all pairs. */
export type Tally = ReturnType<typeof newTally>;

/** Sums to write into. */
export function newTally() {
  return {
    exactWeight: 0,
    exactWords: 0,
    joinedWords: 0,
    spellings: 0,
    nicknames: 0,
    abbreviations: 0,
    initials: 0,
    edited: 0,
    edits: 0,
    sound: 0,
    soundLetters: 0,
    rarest: 0,
    second: 0,
    knownQuery: 0,
    knownListed: 0,
    shortest: 0,
    lettersQuery: 0,
    metQuery: 0,
    lettersListed: 0,
    metListed: 0,
    extraQuery: 0,
    extraListed: 0,
    disorder: 0,
    met: 0,
    fathers: 0,
    own: { codes: new Uint8Array(0) as Uint8Array, start: 0, length: 0 },
    other: { codes: new Uint8Array(0) as Uint8Array, start: 0, length: 0 },
    table: soundScratch(),
  };
}

/** What `shortestAltered` is where no word is altered. */
const SHORTEST_NONE = 16;

function clear(tally: Tally): void {
  tally.exactWeight = 0;
  tally.exactWords = 0;
  tally.joinedWords = 0;
  tally.spellings = 0;
  tally.nicknames = 0;
  tally.abbreviations = 0;
  tally.initials = 0;
  tally.edited = 0;
  tally.edits = 0;
  tally.sound = 0;
  tally.soundLetters = 0;
  tally.rarest = 0;
  tally.second = 0;
  tally.knownQuery = 0;
  tally.knownListed = 0;
  tally.shortest = SHORTEST_NONE;
  tally.lettersQuery = 0;
  tally.metQuery = 0;
  tally.lettersListed = 0;
  tally.metListed = 0;
  tally.extraQuery = 0;
  tally.extraListed = 0;
  tally.disorder = 0;
  tally.met = 0;
  tally.fathers = 0;
}

function share(part: number, rest: number): number {
  return part + rest === 0 ? 0 : part / (part + rest);
}

function tokenLength(data: IndexData, token: number): number {
  return (data.tokenStart[token + 1] as number) - (data.tokenStart[token] as number);
}

/** Letters that stand for a word of the other name have met it: one left over stands for another. */
function initialsDiffer({ data, reading, row, alignment }: NamePair): number {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  let [queryLetters, listedLetters, queryWords, listedWords] = [0, 0, 0, 0];
  for (let word = 0; word < reading.count; word += 1) {
    if (alignment.listedOf[word] !== -1) continue;
    if (reading.length[word] === 1) queryLetters += 1;
    else queryWords += 1;
  }
  for (let at = 0; at < listed; at += 1) {
    if (alignment.queryOf[at] !== -1) continue;
    if (tokenLength(data, data.rowTokens[first + at] as number) === 1) listedLetters += 1;
    else listedWords += 1;
  }
  return Math.min(queryLetters, listedLetters + listedWords) + Math.min(listedLetters, queryWords);
}

/** The most that a word left over on one side is like one left over on the other, 0 to 1. */
function extrasLike({ data, reading, row, alignment }: NamePair): number {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  let best = 0;
  for (let word = 0; word < reading.count; word += 1) {
    const length = reading.length[word] as number;
    if (alignment.listedOf[word] !== -1 || length < 3) continue;
    for (let at = 0; at < listed; at += 1) {
      if (alignment.queryOf[at] !== -1) continue;
      const token = data.rowTokens[first + at] as number;
      const start = data.tokenStart[token] as number;
      const other = tokenLength(data, token);
      if (other < 3) continue;
      const distance = editDistance(
        reading.codes,
        reading.start[word] as number,
        length,
        data.tokenCodes,
        start,
        other,
      );
      const like = 1 - distance / Math.max(length, other);
      if (like > best) best = like;
    }
  }
  return best;
}

/** Endings of names made of the father's: they are left out more often than any other. */
const FATHER_ENDINGS: readonly Uint8Array[] = ["vich", "vna", "chna", "ovic", "oglu", "qizi", "kyzy"].map(
  codesOf,
);
const FATHER_LETTERS_MIN = 6;

const ACRONYM_LETTERS_MIN = 3;

/** Words this short (of, and, the, al) may give no letter to an acronym. */
const LETTERLESS_MAX = 3;

/** True where the one word of a side is made of the first letters of the words of the other. */
function isAcronym({ data, reading, row }: NamePair): boolean {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  const words = Math.max(reading.count, listed);
  if (words < ACRONYM_LETTERS_MIN || Math.min(reading.count, listed) !== 1) return false;
  const ownShort = reading.count === 1;
  const short = data.rowTokens[first] as number;
  const size = ownShort ? (reading.length[0] as number) : tokenLength(data, short);
  if (size < ACRONYM_LETTERS_MIN || size > words) return false;
  let met = 0;
  for (let at = 0; at < words; at += 1) {
    const token = data.rowTokens[first + at] as number;
    const letters = ownShort ? tokenLength(data, token) : (reading.length[at] as number);
    const initial = ownShort
      ? data.tokenCodes[data.tokenStart[token] as number]
      : reading.codes[reading.start[at] as number];
    const wanted = ownShort ? reading.codes[met] : data.tokenCodes[(data.tokenStart[short] as number) + met];
    if (met < size && initial === wanted) met += 1;
    else if (letters > LETTERLESS_MAX) return false;
  }
  return met === size;
}

/**
 * True where a name as long as a line has the first words of the listed one and no others, and the listed one goes on: the
 * last word may be cut as well.
 */
function isCutOff({ data, reading, row, alignment }: NamePair): boolean {
  const words = reading.count;
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  if (reading.name.text.length < LINE_LETTERS_MIN || listed < words) return false;
  for (let word = 0; word < words - 1; word += 1)
    if (alignment.listedOf[word] !== word || alignment.kindOf[word] !== exact) return false;
  const token = data.rowTokens[first + words - 1] as number;
  const [own, other] = [reading.start[words - 1] as number, data.tokenStart[token] as number];
  const [length, size] = [reading.length[words - 1] as number, tokenLength(data, token)];
  if (length > size || (length === size && listed === words)) return false;
  for (let at = 0; at < length; at += 1)
    if (reading.codes[own + at] !== data.tokenCodes[other + at]) return false;
  return true;
}

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
function edge(same: boolean, ownMet: boolean, listedMet: boolean): number {
  if (same) return 1;
  return ownMet && listedMet ? 0.66 : ownMet || listedMet ? 0.33 : 0;
}

/** Two words that met inexactly by spelling, slip or nickname. */
function tallyAltered(
  { data, reading }: NamePair,
  tally: Tally,
  word: number,
  token: number,
  kind: number,
): void {
  const length = reading.length[word] as number;
  const size = tokenLength(data, token);
  const own = reading.weight[word] as number;
  if (kind === nickname) tally.nicknames += 1;
  else {
    if (kind === edit) tally.edited += 1;
    else tally.spellings += 1;
    tally.own.codes = reading.codes;
    tally.own.start = reading.start[word] as number;
    tally.own.length = length;
    tally.other.codes = data.tokenCodes;
    tally.other.start = data.tokenStart[token] as number;
    tally.other.length = size;
    tally.sound += kind === romanization ? 1 : soundDistance(tally.own, tally.other, tally.table);
    tally.soundLetters += Math.max(length, size);
  }
  // A slip gives no word that others bear: one that does is another name.
  if (reading.token[word] !== -1 || own < WEIGHT_MAX)
    tally.knownQuery = Math.max(tally.knownQuery, 2 * WEIGHT_MAX - own);
  tally.knownListed = Math.max(tally.knownListed, WEIGHT_MAX - (data.tokenWeight[token] as number));
  tally.shortest = Math.min(tally.shortest, length, size);
}

/** Two words that met, however. */
function tallyMet(pair: NamePair, tally: Tally, word: number, token: number): void {
  const { data, reading, alignment } = pair;
  const grade = alignment.gradeOf[word] as number;
  const weight = Math.min(reading.weight[word] as number, data.tokenWeight[token] as number);
  const kept = weight * grade;
  if (kept > tally.rarest) {
    tally.second = tally.rarest;
    tally.rarest = kept;
  } else if (kept > tally.second) tally.second = kept;
  const kind = alignment.kindOf[word] as number;
  const edits = alignment.editsOf[word] as number;
  tally.met += 1;
  tally.metQuery += (reading.length[word] as number) * grade;
  tally.edits += edits;
  if (kind === exact) {
    tally.exactWords += 1;
    tally.exactWeight += weight;
  } else if (kind === joined) {
    tally.joinedWords += 1;
    tally.sound += edits * SOUND_UNIT * JOINED_EDIT;
  } else if (kind === initial) tally.initials += 1;
  else if (kind === abbreviation) tally.abbreviations += 1;
  else tallyAltered(pair, tally, word, token, kind);
}

/** What an edit within words written together counts by sound: their letters are not compared one by one. */
const JOINED_EDIT = 0.7;

function tallyQuery(pair: NamePair, tally: Tally): void {
  const { data, reading, row, alignment } = pair;
  const first = data.rowStart[row] as number;
  let before = -1;
  for (let word = 0; word < reading.count; word += 1) {
    const length = reading.length[word] as number;
    tally.lettersQuery += length;
    const at = alignment.listedOf[word] as number;
    if (at === -1) {
      tally.extraQuery += 1;
      if (isFatherName(reading.codes, reading.start[word] as number, length)) tally.fathers += 1;
      continue;
    }
    if (at < before) tally.disorder += 1;
    before = at;
    tallyMet(pair, tally, word, data.rowTokens[first + at] as number);
  }
}

function tallyListed({ data, row, alignment }: NamePair, tally: Tally): void {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  for (let at = 0; at < listed; at += 1) {
    const token = data.rowTokens[first + at] as number;
    const size = tokenLength(data, token);
    tally.lettersListed += size;
    const word = alignment.queryOf[at] as number;
    if (word !== -1) tally.metListed += size * (alignment.gradeOf[word] as number);
    else {
      tally.extraListed += 1;
      if (isFatherName(data.tokenCodes, data.tokenStart[token] as number, size)) tally.fathers += 1;
    }
  }
}

function writeWeights({ alignment: to }: NamePair, tally: Tally, values: Float32Array): void {
  values[PLACE.matched] = to.matched;
  values[PLACE.matchedExact] = tally.exactWeight;
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
  values[PLACE.rarestMatched] = tally.rarest;
  values[PLACE.secondRarestMatched] = tally.second;
  values[PLACE.knownQueryWord] = tally.knownQuery;
  values[PLACE.knownListedWord] = tally.knownListed;
}

function writeWords({ reading, data, row }: NamePair, tally: Tally, values: Float32Array): void {
  values[PLACE.edits] = tally.edits;
  values[PLACE.soundCost] = tally.sound / SOUND_UNIT;
  values[PLACE.soundShare] = tally.soundLetters === 0 ? 0 : tally.sound / SOUND_UNIT / tally.soundLetters;
  values[PLACE.exactWords] = tally.exactWords;
  values[PLACE.joinedWords] = tally.joinedWords;
  values[PLACE.spellingWords] = tally.spellings;
  values[PLACE.nicknameWords] = tally.nicknames;
  values[PLACE.abbreviatedWords] = tally.abbreviations;
  values[PLACE.initialWords] = tally.initials;
  values[PLACE.editedWords] = tally.edited;
  values[PLACE.wordsQuery] = reading.count;
  values[PLACE.wordsListed] = (data.rowStart[row + 1] as number) - (data.rowStart[row] as number);
  values[PLACE.extraWordsQuery] = tally.extraQuery;
  values[PLACE.extraWordsListed] = tally.extraListed;
  values[PLACE.letterShareQuery] = share(tally.metQuery, tally.lettersQuery - tally.metQuery);
  values[PLACE.letterShareListed] = share(tally.metListed, tally.lettersListed - tally.metListed);
  values[PLACE.shortestAltered] = tally.shortest;
  values[PLACE.fatherNames] = tally.fathers;
}

/** Writes the numbers of an aligned pair of names into `values`, in the order of `INPUTS`. */
export function fillInputs(pair: NamePair, tally: Tally, values: Float32Array): void {
  const { data, reading, row, alignment: to } = pair;
  clear(tally);
  tallyQuery(pair, tally);
  tallyListed(pair, tally);
  values.fill(0);
  writeWeights(pair, tally, values);
  writeWords(pair, tally, values);
  const lastQuery = reading.count - 1;
  const lastListed = (values[PLACE.wordsListed] as number) - 1;
  values[PLACE.disorder] = tally.met < 2 ? 0 : tally.disorder / (tally.met - 1);
  values[PLACE.firstWord] = edge(to.listedOf[0] === 0, to.listedOf[0] !== -1, to.queryOf[0] !== -1);
  values[PLACE.lastWord] = edge(
    to.listedOf[lastQuery] === lastListed,
    to.listedOf[lastQuery] !== -1,
    to.queryOf[lastListed] !== -1,
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
  if (tally.met === 0 && isAcronym(pair)) values[PLACE.acronym] = 1;
  if (tally.met + 1 >= reading.count && isCutOff(pair)) values[PLACE.cutOff] = 1;
  if (tally.extraQuery > 0 && tally.extraListed > 0) {
    values[PLACE.initialsDiffer] = initialsDiffer(pair);
    values[PLACE.extrasLike] = extrasLike(pair);
  }
}

/** Trees go in steps: within one, rarer words, equal spelling and the same legal form still put a pair before another. */
const TIES = { matched: 0.01, equal: 1, formsDiffer: -0.1, disorder: -0.02 } as const;
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
