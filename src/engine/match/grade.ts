import { bitsApart, editDistance } from "./edit-distance.ts";
import type { IndexData } from "./index-data.ts";
import { likelihoodOf, type QueryReading } from "./query.ts";
import { SOUND_UNIT, soundDistance, soundScratch } from "./sound-distance.ts";
import { editsAllowed, letterCode } from "./token.ts";

/** How two words may meet, and how much of the word's weight such a meeting keeps. */
export const GRADES = {
  exact: 1,
  /** The same words written together or apart. */
  joined: 0.97,
  /** Two spellings of one Korean word. */
  romanization: 0.95,
  /** Korean spellings that differ in n and ng at most. */
  romanizationLoose: 0.85,
  /** The same consonants. */
  skeleton: 0.8,
  /** Letters further apart than slips are, that write the same sounds: Husayn, Hussein. */
  sound: 0.8,
  nickname: 0.75,
  /** A word of a company's name cut short, or its first, some and last letters: TECH, TRDG. */
  abbreviation: 0.7,
  initial: 0.6,
  /** Share kept by a mistyped word that is read from local script otherwise than names of that script are spelled. */
  unspelled: 0.7,
  /** The least that mistyped words keep: 1 less edits by letter, but not below this. */
  editFloor: 0.55,
} as const;

/** How two words met, as a number; the words for a person are in `explain.ts`. */
export const MEETINGS = [
  "none",
  "exact",
  "joined",
  "romanization",
  "nickname",
  "abbreviation",
  "skeleton",
  "initial",
  "edit",
  "sound",
] as const;
export type Meeting = (typeof MEETINGS)[number];

const [, EXACT, , ROMANIZATION, NICKNAME, ABBREVIATION, SKELETON, INITIAL, EDIT, SOUND] = [
  ...MEETINGS.keys(),
];

/** Longest usual spelling of one Korean syllable. */
const SYLLABLE_LETTERS_MAX = 5;

/** A meeting in one number: grade in thousandths, edits, and place in `MEETINGS`; 0 where two words do not meet. */
function meetingCode(kind: number | undefined, grade: number, edits: number): number {
  return ((kind ?? 0) << 16) | (edits << 12) | Math.round(grade * 1_000);
}

/** Grade of a meeting, 0 to 1. */
export function meetingGrade(code: number): number {
  return (code & 0xfff) / 1_000;
}

/** Letters wrong, missing, too many or exchanged. */
export function meetingEdits(code: number): number {
  return (code >>> 12) & 0xf;
}

/** Place in `MEETINGS`. */
export function meetingKind(code: number): number {
  return code >>> 16;
}

/** Most edits at which words still meet in an alignment: more than the search for candidates takes for one word. */
function editsMet(length: number): number {
  return length <= 2 ? 0 : length === 3 ? 1 : length <= 6 ? 2 : 3;
}

/** The most of them, whatever the length. */
export const EDITS_MET_MAX = editsMet(Number.MAX_SAFE_INTEGER);

/** What two words may be to each other beside their letters, as bits: both names may be Korean; words may be cut short. */
export const KOREAN_WORDS = 1;
export const SHORT_WORDS = 2;

/** Meetings found lately: a word of a query is asked about the same word of the index for each name that holds it. A power of two. */
const LATELY = 1_024;
const LATELY_SHIFT = 22;
/** More than any scope. */
const SCOPES = 4;
/** Of each meeting the token and one more, the word's number with the scope, and how they met. */
const [latelyToken, latelyWord, latelyCode] = [
  new Uint32Array(LATELY),
  new Float64Array(LATELY),
  new Int32Array(LATELY),
];

/** The same as `meet`, remembered for the queries at hand: for pairs of names, whose words come again and again. */
export function meetLately(
  data: IndexData,
  reading: QueryReading,
  word: number,
  token: number,
  scope: number,
): number {
  const key = (reading.serial + word) * SCOPES + scope;
  const slot = Math.imul(Math.imul(token, 0x9e3779b1) ^ key, 0x85ebca6b) >>> LATELY_SHIFT;
  if (latelyToken[slot] === token + 1 && latelyWord[slot] === key) return latelyCode[slot] as number;
  const code = meet(data, reading, word, token, scope);
  latelyToken[slot] = token + 1;
  latelyWord[slot] = key;
  latelyCode[slot] = code;
  return code;
}

/** How a word of the query and a token of the index meet, as one number (see `meetingGrade`). */
export function meet(
  data: IndexData,
  reading: QueryReading,
  word: number,
  token: number,
  scope: number,
): number {
  if (reading.token[word] === token) return meetingCode(EXACT, GRADES.exact, 0);
  const length = reading.length[word] as number;
  const start = data.tokenStart[token] as number;
  const other = (data.tokenStart[token + 1] as number) - start;
  let best = 0;
  const likelihood = likelihoodOf(reading, word, token);
  if (likelihood > 0) best = meetingCode(ROMANIZATION, likelihood, 0);
  if ((scope & KOREAN_WORDS) !== 0) {
    const korean = meetKorean(data, reading, word, token);
    if (korean < 0 && best === 0) return isDoubled(data, reading, word, token) ? DOUBLED : 0;
    best = better(best, Math.max(0, korean));
    if (meetingGrade(best) >= GRADES.romanization) return best;
  }
  if (length === 1 || other === 1) {
    const same = reading.codes[reading.start[word] as number] === data.tokenCodes[start];
    return best === 0 && same ? meetingCode(INITIAL, GRADES.initial, 0) : best;
  }
  // A word in local script is taken by what it is spelled as; letters alike by the plain romanisation say less, and of a
  // run that is read as one word nothing.
  const spelled = (reading.spellings[word]?.tokens.length ?? 0) > 0;
  if (spelled && (best > 0 || reading.whole)) return best;
  if (isNickname(reading, word, token)) best = better(best, meetingCode(NICKNAME, GRADES.nickname, 0));
  const bones = reading.skeleton[word] as number;
  if (!spelled && bones !== 0 && bones === data.tokenSkeleton[token])
    best = better(best, meetingCode(SKELETON, GRADES.skeleton, 0));
  if (isNumber(reading.codes, reading.start[word] as number, length, scope)) {
    // Another number is another name: no slip makes one of another.
    if (isNumber(data.tokenCodes, start, other, scope)) return best;
  }
  const least = Math.min(length, other);
  // Little words of a company's long name (`on`, `wa`) may be mistyped too; a person's are names.
  const little = least === 2 && (scope & SHORT_WORDS) !== 0 && Math.max(length, other) <= LITTLE_LETTERS_MAX;
  const allowed = little ? 1 : editsMet(least);
  const looked = least < SOUND_LETTERS_MIN ? allowed : allowed + SOUND_EDITS_MORE;
  if (
    allowed > 0 &&
    Math.abs(length - other) <= looked &&
    bitsApart(reading.mask[word] as number, data.tokenMask[token] as number) <= 2 * looked
  ) {
    const distance = editDistance(
      reading.codes,
      reading.start[word] as number,
      length,
      data.tokenCodes,
      start,
      other,
    );
    if (distance <= allowed) {
      const grade = (1 - distance / Math.max(length, other)) * (spelled ? GRADES.unspelled : 1);
      best = better(best, meetingCode(EDIT, grade, distance));
    } else if (!spelled && distance <= looked) {
      if (soundsAlike(data, reading, word, token, soundApartMax(least)))
        best = better(best, meetingCode(SOUND, GRADES.sound, 0));
    }
  }
  // Wu and Wou, Lu and Llu: too short for a slip, yet one sound.
  if (best === 0 && least === 2 && !spelled && Math.abs(length - other) === 1)
    if (soundsAlike(data, reading, word, token, 1)) return SHORT_SOUND;
  if (best === 0 && (scope & SHORT_WORDS) !== 0 && isAbbreviation(data, reading, word, token))
    return meetingCode(ABBREVIATION, GRADES.abbreviation, 0);
  return best;
}

const SHORT_SOUND = meetingCode(SOUND, GRADES.sound, 0);

/** Two words of at most so many letters, one of them of two, meet with a letter wrong. */
const LITTLE_LETTERS_MAX = 3;
/** Words of fewer letters sound alike by chance. */
const SOUND_LETTERS_MIN = 3;
/** Edits beyond those of slips at which two words may still be spellings of one sound. */
const SOUND_EDITS_MORE = 1;
/** Edits by sound, in quarters, that two spellings of one word are apart at the most, by the letters of the shorter. */
function soundApartMax(letters: number): number {
  return letters >= 5 ? SOUND_UNIT + 1 : letters - 1;
}

/** Space to compare two words by sound in: nothing is left in it from one comparison to the next. */
const SOUNDS = {
  table: soundScratch(),
  own: { codes: new Uint8Array(0) as Uint8Array, start: 0, length: 0 },
  other: { codes: new Uint8Array(0) as Uint8Array, start: 0, length: 0 },
};

function soundsAlike(
  data: IndexData,
  reading: QueryReading,
  word: number,
  token: number,
  apartMax: number,
): boolean {
  const { table, own, other } = SOUNDS;
  own.codes = reading.codes;
  own.start = reading.start[word] as number;
  own.length = reading.length[word] as number;
  other.codes = data.tokenCodes;
  other.start = data.tokenStart[token] as number;
  other.length = (data.tokenStart[token + 1] as number) - other.start;
  return soundDistance(own, other, table) <= apartMax;
}

const DOUBLED = meetingCode(EDIT, GRADES.romanizationLoose, 1);

/** True where one word is the other with a letter doubled. */
function isDoubled(data: IndexData, reading: QueryReading, word: number, token: number): boolean {
  const own = reading.start[word] as number;
  const start = data.tokenStart[token] as number;
  const [length, other] = [reading.length[word] as number, (data.tokenStart[token + 1] as number) - start];
  if (Math.abs(length - other) !== 1) return false;
  const [long, short] = length > other ? [reading.codes, data.tokenCodes] : [data.tokenCodes, reading.codes];
  const [longAt, shortAt] = length > other ? [own, start] : [start, own];
  const size = Math.min(length, other);
  let same = 0;
  while (same < size && long[longAt + same] === short[shortAt + same]) same += 1;
  if (same === 0 || long[longAt + same] !== long[longAt + same - 1]) return false;
  for (let at = same; at < size; at += 1) if (long[longAt + at + 1] !== short[shortAt + at]) return false;
  return true;
}

const [I, V, X, DIGIT_FIRST, DIGIT_LAST] = ["i", "v", "x", "0", "9"].map((sign) =>
  letterCode(sign.charCodeAt(0)),
) as [number, number, number, number, number];

/** True for a word that counts: of digits alone, and of Roman numerals in the name of a company. */
export function isNumber(codes: Uint8Array, start: number, length: number, scope: number): boolean {
  const first = codes[start] as number;
  const digits = first >= DIGIT_FIRST && first <= DIGIT_LAST;
  if (!digits && ((scope & SHORT_WORDS) === 0 || length < 2 || !isRoman(first))) return false;
  for (let at = start + 1; at < start + length; at += 1) {
    const code = codes[at] as number;
    if (digits ? code < DIGIT_FIRST || code > DIGIT_LAST : !isRoman(code)) return false;
  }
  return true;
}

function isRoman(code: number): boolean {
  return code === I || code === V || code === X;
}

/** Of two spellings of a Korean word; -1 where two Korean syllables are a letter apart: two words, not one mistyped. */
function meetKorean(data: IndexData, reading: QueryReading, word: number, token: number): number {
  const fine = reading.fine[word] as number;
  if (fine !== 0 && fine === data.tokenFine[token]) return meetingCode(ROMANIZATION, GRADES.romanization, 0);
  const coarse = reading.coarse[word] as number;
  if (coarse === 0 || data.tokenCoarse[token] === 0) return 0;
  if (coarse === data.tokenCoarse[token]) return meetingCode(ROMANIZATION, GRADES.romanizationLoose, 0);
  const other = (data.tokenStart[token + 1] as number) - (data.tokenStart[token] as number);
  const short = (reading.length[word] as number) <= SYLLABLE_LETTERS_MAX && other <= SYLLABLE_LETTERS_MAX;
  return short ? -1 : 0;
}

/** True where a meeting keeps more than another. */
export function isBetter(code: number, than: number): boolean {
  return (code & 0xfff) > (than & 0xfff);
}

function better(one: number, other: number): number {
  return isBetter(other, one) ? other : one;
}

const ABBREVIATION_LETTERS_MIN = 3;
/** An abbreviation has at most this share of the word's letters. */
const ABBREVIATION_SHARE_MAX = 0.72;

/** True where the shorter word is the longer one's beginning, or its first, some and last letters in order. */
function isAbbreviation(data: IndexData, reading: QueryReading, word: number, token: number): boolean {
  const ownStart = reading.start[word] as number;
  const start = data.tokenStart[token] as number;
  // Most words begin with another letter: nothing is set up for them.
  if (reading.codes[ownStart] !== data.tokenCodes[start]) return false;
  const own = { codes: reading.codes, start: ownStart, size: reading.length[word] as number };
  const listed = { codes: data.tokenCodes, start, size: (data.tokenStart[token + 1] as number) - start };
  const [short, long] = own.size < listed.size ? [own, listed] : [listed, own];
  if (short.size < ABBREVIATION_LETTERS_MIN || short.size > long.size * ABBREVIATION_SHARE_MAX) return false;
  let met = 0;
  for (let at = 0; at < long.size && met < short.size; at += 1)
    if (short.codes[short.start + met] === long.codes[long.start + at]) met += 1;
  if (met < short.size) return false;
  let same = 0;
  while (same < short.size && short.codes[short.start + same] === long.codes[long.start + same]) same += 1;
  const ends = short.codes[short.start + short.size - 1] === long.codes[long.start + long.size - 1];
  return same === short.size || ends;
}

function isNickname(reading: QueryReading, word: number, token: number): boolean {
  const tokens = reading.nicknames[word];
  if (tokens === undefined) return false;
  for (let at = 0; at < tokens.length; at += 1) if (tokens[at] === token) return true;
  return false;
}

/** Edits at which the one telling word of a name is taken for a word of the index. */
function editsWide(length: number): number {
  return length <= 4 ? editsAllowed(length) : length <= 7 ? 2 : 3;
}

/**
 * Grade, 0 to 1, by which the search for candidates takes a token of the index for a word of the query; stricter than
 * `meet`, since each token that it accepts brings in all names that hold it. `wide`: the word is all that there is to go by.
 */
export function gradeOf(
  data: IndexData,
  reading: QueryReading,
  word: number,
  token: number,
  wide: boolean,
): number {
  const code = meet(data, reading, word, token, reading.korean ? KOREAN_WORDS : 0);
  const grade = meetingGrade(code);
  if (meetingKind(code) !== EDIT) return grade;
  const other = (data.tokenStart[token + 1] as number) - (data.tokenStart[token] as number);
  const least = Math.min(reading.length[word] as number, other);
  const allowed = wide ? editsWide(least) : editsAllowed(least);
  return meetingEdits(code) > allowed ? 0 : Math.max(GRADES.editFloor, grade);
}
