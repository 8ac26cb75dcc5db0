import { NAME_LIMITS } from "../names/limits.ts";
import { bitsApart, editDistance } from "./edit-distance.ts";
import {
  EDITS_MET_MAX,
  GRADES,
  isBetter,
  isNumber,
  KOREAN_WORDS,
  MEETINGS,
  type Meeting,
  meetingEdits,
  meetingGrade,
  meetingKind,
  meetLately as meetWords,
  SHORT_WORDS,
} from "./grade.ts";
import type { IndexData } from "./index-data.ts";
import type { QueryReading } from "./query.ts";
import { editsAllowed } from "./token.ts";

const WORDS = NAME_LIMITS.tokensMax;
/** Edits that words written together may be apart at the most. */
const EDITS_ALLOWED_MAX = editsAllowed(Number.MAX_SAFE_INTEGER);

/** One-to-one alignment of two names' words, with what it adds up to; one is reused for all pairs of a query. */
export type Alignment = {
  /** For each word of the query: place of the listed word it met, or -1. */
  readonly listedOf: Int16Array;
  readonly gradeOf: Float32Array;
  /** For each word of the query that met: place in `MEETINGS`, and the edits between the two. */
  readonly kindOf: Uint8Array;
  readonly editsOf: Uint8Array;
  /** For each word of the query: place of the second listed word that it is written together with, or -1. */
  readonly secondOf: Int16Array;
  /** For each listed word: place of the word of the query, or -1. */
  readonly queryOf: Int16Array;
  /** Meetings of each word of the query with each listed one, as `meet` gives them. */
  readonly codes: Int32Array;
  /** Letters of two listed words written together. */
  readonly letters: Uint8Array;
  /** Lengths and letter masks of the listed words, where not all met as they are. */
  readonly sizes: Uint8Array;
  readonly masks: Int32Array;
  /** Weight kept by the words that met. */
  matched: number;
  /** Weight lost in words that met inexactly. */
  altered: number;
  extraQuery: number;
  extraListed: number;
  rarestExtraQuery: number;
  rarestExtraListed: number;
  meetings: number;
  worstGrade: number;
  outOfOrder: number;
  numbersDiffer: number;
  /** 1 where one side alone has a word with a digit left over. */
  numberExtra: number;
};

/** An alignment to write into. */
export function newAlignment(): Alignment {
  return {
    listedOf: new Int16Array(WORDS),
    gradeOf: new Float32Array(WORDS),
    secondOf: new Int16Array(WORDS),
    queryOf: new Int16Array(WORDS),
    kindOf: new Uint8Array(WORDS),
    editsOf: new Uint8Array(WORDS),
    codes: new Int32Array(WORDS * WORDS),
    letters: new Uint8Array(NAME_LIMITS.lettersPerTokenMax * 2),
    sizes: new Uint8Array(WORDS),
    masks: new Int32Array(WORDS),
    matched: 0,
    altered: 0,
    extraQuery: 0,
    extraListed: 0,
    rarestExtraQuery: 0,
    rarestExtraListed: 0,
    meetings: 0,
    worstGrade: 1,
    outOfOrder: 0,
    numbersDiffer: 0,
    numberExtra: 0,
  };
}

/** Words written together on one side must be this much alike; less may be chance. */
const JOINED_MIN = 0.8;
/** Places in `MEETINGS` by name. */
export const MEETING_PLACES = Object.fromEntries(MEETINGS.map((meeting, at) => [meeting, at])) as Readonly<
  Record<Meeting, number>
>;
const { exact: EXACT, joined: JOINED, romanization: ROMANIZATION, edit: EDIT } = MEETING_PLACES;

/** Words written together must be the other word by their letters: consonants alone are easily met by chance. */
function mayBeJoined(kind: number): boolean {
  return kind === EXACT || kind === EDIT || kind === ROMANIZATION;
}

function freeListed(to: Alignment, at: number): boolean {
  return to.queryOf[at] === -1;
}

/** Two neighbours of the query that are one listed word. */
function alignJoinedQuery(
  data: IndexData,
  reading: QueryReading,
  row: number,
  scope: number,
  to: Alignment,
): void {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  const byLetters = !reading.spelled && (scope & KOREAN_WORDS) === 0;
  for (let word = 0; word + 1 < reading.count; word += 1) {
    const joined = reading.count + word;
    const length = reading.length[joined] as number;
    if (length === 0) continue;
    const mask = reading.mask[joined] as number;
    for (let at = 0; at < listed; at += 1) {
      if (to.listedOf[word] !== -1 || to.listedOf[word + 1] !== -1 || !freeListed(to, at)) continue;
      if (byLetters && Math.abs(length - (to.sizes[at] as number)) > EDITS_MET_MAX) continue;
      if (byLetters && bitsApart(mask, to.masks[at] as number) > 2 * EDITS_MET_MAX) continue;
      const code = meetWords(data, reading, joined, data.rowTokens[first + at] as number, scope);
      const grade = meetingGrade(code);
      if (grade < JOINED_MIN || !mayBeJoined(meetingKind(code))) continue;
      meet(to, word, at, grade * GRADES.joined, JOINED, meetingEdits(code));
      meet(to, word + 1, at, grade * GRADES.joined, JOINED, 0);
    }
  }
}

/** Most listed words among which two are looked for that the query writes together; neighbours only beyond. */
const PAIRS_OF_MAX = 6;

/** Two listed words that are one word of the query, in any order: family names may stand first or last. */
function alignJoinedListed(data: IndexData, reading: QueryReading, row: number, to: Alignment): void {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  const longest = longestLeft(reading, to) + EDITS_ALLOWED_MAX;
  for (let one = 0; one < listed; one += 1) {
    const leftSize = to.sizes[one] as number;
    for (let other = 0; other < listed; other += 1) {
      const size = leftSize + (to.sizes[other] as number);
      if (size > longest || other === one || !freeListed(to, one) || !freeListed(to, other)) continue;
      if (listed > PAIRS_OF_MAX && other !== one + 1) continue;
      const mask = (to.masks[one] as number) | (to.masks[other] as number);
      const word = wordLike(reading, to, size, mask);
      if (word === -1) continue;
      copyLetters(data, data.rowTokens[first + one] as number, to.letters, 0);
      copyLetters(data, data.rowTokens[first + other] as number, to.letters, leftSize);
      const length = reading.length[word] as number;
      const distance = editDistance(
        reading.codes,
        reading.start[word] as number,
        length,
        to.letters,
        0,
        size,
      );
      const grade = 1 - distance / Math.max(length, size);
      if (distance > editsAllowed(Math.min(length, size)) || grade < JOINED_MIN) continue;
      meet(to, word, other, grade * GRADES.joined, JOINED, distance);
      meet(to, word, one, grade * GRADES.joined, JOINED, distance);
      to.secondOf[word] = other;
    }
  }
}

/** Three neighbors of a listed name that are one word of the query: Nuraldin for Nur al-Din. */
function alignThreeListed(data: IndexData, reading: QueryReading, row: number, to: Alignment): void {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  const { sizes, masks } = to;
  const longest = Math.min(longestLeft(reading, to) + EDITS_ALLOWED_MAX, NAME_LIMITS.lettersPerTokenMax);
  for (let one = 0; one + 2 < listed; one += 1) {
    if (!freeListed(to, one) || !freeListed(to, one + 1) || !freeListed(to, one + 2)) continue;
    const two = (sizes[one] as number) + (sizes[one + 1] as number);
    const size = two + (sizes[one + 2] as number);
    if (size > longest) continue;
    const mask = (masks[one] as number) | (masks[one + 1] as number) | (masks[one + 2] as number);
    const word = wordLike(reading, to, size, mask);
    if (word === -1) continue;
    copyLetters(data, data.rowTokens[first + one] as number, to.letters, 0);
    copyLetters(data, data.rowTokens[first + one + 1] as number, to.letters, sizes[one] as number);
    copyLetters(data, data.rowTokens[first + one + 2] as number, to.letters, two);
    const length = reading.length[word] as number;
    const distance = editDistance(reading.codes, reading.start[word] as number, length, to.letters, 0, size);
    const grade = 1 - distance / Math.max(length, size);
    if (distance > editsAllowed(Math.min(length, size)) || grade < JOINED_MIN) continue;
    for (let at = one + 2; at >= one; at -= 1) meet(to, word, at, grade * GRADES.joined, JOINED, distance);
    to.secondOf[word] = one + 1;
  }
}

/** Two neighbors of the query that are two neighbors of the listed name, broken at another letter: Ala-qsa for Al-Aqsa. */
function alignBrokenElsewhere(data: IndexData, reading: QueryReading, row: number, to: Alignment): void {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  for (let word = 0; word + 1 < reading.count; word += 1) {
    const joined = reading.count + word;
    const length = reading.length[joined] as number;
    if (length < BROKEN_LETTERS_MIN || to.listedOf[word] !== -1 || to.listedOf[word + 1] !== -1) continue;
    for (let at = 0; at + 1 < listed; at += 1) {
      if (!freeListed(to, at) || !freeListed(to, at + 1)) continue;
      if ((to.sizes[at] as number) + (to.sizes[at + 1] as number) !== length) continue;
      if (!isWrittenAs(data, reading, joined, first + at)) continue;
      meet(to, word, at, GRADES.joined, JOINED, 0);
      meet(to, word + 1, at + 1, GRADES.joined, JOINED, 0);
      break;
    }
  }
}

/** Fewer letters are met so by chance. */
const BROKEN_LETTERS_MIN = 5;

/** True where a joined word of the query has the letters of the listed word at `place` and of the one after it. */
function isWrittenAs(data: IndexData, reading: QueryReading, joined: number, place: number): boolean {
  const left = data.rowTokens[place] as number;
  const right = data.rowTokens[place + 1] as number;
  const [leftStart, rightStart] = [data.tokenStart[left] as number, data.tokenStart[right] as number];
  const leftSize = (data.tokenStart[left + 1] as number) - leftStart;
  const size = leftSize + (data.tokenStart[right + 1] as number) - rightStart;
  if (size !== reading.length[joined]) return false;
  const start = reading.start[joined] as number;
  for (let at = 0; at < size; at += 1) {
    const letter =
      at < leftSize ? data.tokenCodes[leftStart + at] : data.tokenCodes[rightStart + at - leftSize];
    if (reading.codes[start + at] !== letter) return false;
  }
  return true;
}

/** Letters of the longest word of the query that is left over. */
function longestLeft(reading: QueryReading, to: Alignment): number {
  let longest = 0;
  for (let word = 0; word < reading.count; word += 1)
    if (to.listedOf[word] === -1) longest = Math.max(longest, reading.length[word] as number);
  return longest;
}

function copyLetters(data: IndexData, token: number, letters: Uint8Array, to: number): void {
  const start = data.tokenStart[token] as number;
  const length = (data.tokenStart[token + 1] as number) - start;
  for (let at = 0; at < length; at += 1) letters[to + at] = data.tokenCodes[start + at] as number;
}

/** The first word left over that may be as long as this and of these letters, or -1. */
function wordLike(reading: QueryReading, to: Alignment, size: number, mask: number): number {
  if (size > to.letters.length) return -1;
  for (let word = 0; word < reading.count; word += 1) {
    if (to.listedOf[word] !== -1) continue;
    const length = reading.length[word] as number;
    const allowed = editsAllowed(Math.min(length, size));
    if (Math.abs(length - size) > allowed) continue;
    if (bitsApart(reading.mask[word] as number, mask) <= 2 * allowed) return word;
  }
  return -1;
}

function meet(to: Alignment, word: number, listed: number, grade: number, kind: number, edits: number): void {
  to.listedOf[word] = listed;
  to.queryOf[listed] = word;
  to.gradeOf[word] = grade;
  to.kindOf[word] = kind;
  to.editsOf[word] = edits;
  to.secondOf[word] = -1;
}

/** Greedy by grade: of all pairs left, the one that keeps most, until none meets. */
function alignRest(to: Alignment, words: number, listed: number): void {
  for (;;) {
    let best = 0;
    let bestWord = -1;
    let bestListed = -1;
    for (let word = 0; word < words; word += 1) {
      if (to.listedOf[word] !== -1) continue;
      for (let at = 0; at < listed; at += 1) {
        const code = to.codes[word * WORDS + at] as number;
        // Of equal grades the pair in the same place, so that a repeated word keeps its order.
        if (isBetter(code, best) && to.queryOf[at] === -1) {
          best = code;
          bestWord = word;
          bestListed = at;
        }
      }
    }
    if (bestWord === -1) return;
    meet(to, bestWord, bestListed, meetingGrade(best), meetingKind(best), meetingEdits(best));
  }
}

/** Lengths and masks of the listed words; gives how many of them have not met. */
function lookAtListed(data: IndexData, first: number, listed: number, to: Alignment): number {
  let free = 0;
  for (let at = 0; at < listed; at += 1) {
    const token = data.rowTokens[first + at] as number;
    to.sizes[at] = (data.tokenStart[token + 1] as number) - (data.tokenStart[token] as number);
    to.masks[at] = data.tokenMask[token] as number;
    if (to.queryOf[at] === -1) free += 1;
  }
  return free;
}

/** Aligns a reading of the query with a row of the index, writing into `to`; `organization`: words may be cut short. */
export function align(
  data: IndexData,
  reading: QueryReading,
  row: number,
  organization: boolean,
  to: Alignment,
): void {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  const words = reading.count;
  const korean = reading.korean && data.rowFlags[row] === 1 ? KOREAN_WORDS : 0;
  const scope = korean | (organization ? SHORT_WORDS : 0);
  // By hand: for a few words a call costs more than the work.
  for (let word = 0; word < words; word += 1) to.listedOf[word] = -1;
  for (let at = 0; at < listed; at += 1) to.queryOf[at] = -1;
  let left = false;
  for (let word = 0; word < words; word += 1) {
    const token = reading.token[word] as number;
    for (let at = 0; token >= 0 && at < listed; at += 1) {
      if (data.rowTokens[first + at] !== token || to.queryOf[at] !== -1) continue;
      meet(to, word, at, GRADES.exact, EXACT, 0);
      break;
    }
    if (to.listedOf[word] === -1) left = true;
  }
  const free = left ? lookAtListed(data, first, listed, to) : 0;
  if (free > 0) {
    alignJoinedQuery(data, reading, row, scope, to);
    if (free > 1) alignJoinedListed(data, reading, row, to);
    if (free > 2) alignThreeListed(data, reading, row, to);
    if (free > 1) alignBrokenElsewhere(data, reading, row, to);
    for (let word = 0; word < words; word += 1) {
      if (to.listedOf[word] !== -1) continue;
      for (let at = 0; at < listed; at += 1) {
        const taken = to.queryOf[at] !== -1;
        to.codes[word * WORDS + at] = taken
          ? 0
          : meetWords(data, reading, word, data.rowTokens[first + at] as number, scope);
      }
    }
    alignRest(to, words, listed);
  }
  addUp(data, reading, row, scope, to);
}

/** A word with a digit first (`2nd`), or a Roman numeral in the name of a company. */
function counts(codes: Uint8Array, start: number, length: number, scope: number): boolean {
  const first = codes[start] as number;
  return (first >= 27 && first <= 36) || isNumber(codes, start, length, scope);
}

/** Sums are kept at hand and written once: a number of an object is a place in memory of its own. */
function addUp(data: IndexData, reading: QueryReading, row: number, scope: number, to: Alignment): void {
  const queryNumber = addUpQuery(data, reading, row, scope, to);
  const listedNumber = addUpListed(data, row, scope, to);
  to.numbersDiffer = queryNumber + listedNumber === 2 ? 1 : 0;
  to.numberExtra = queryNumber + listedNumber === 1 ? 1 : 0;
}

/** The words of the query; gives 1 where one that counts is left over. */
function addUpQuery(
  data: IndexData,
  reading: QueryReading,
  row: number,
  scope: number,
  to: Alignment,
): number {
  const first = data.rowStart[row] as number;
  let matched = 0;
  let altered = 0;
  let extra = 0;
  let rarest = 0;
  let worst = 1;
  let meetings = 0;
  let outOfOrder = 0;
  let number = 0;
  let before = -1;
  for (let word = 0; word < reading.count; word += 1) {
    const weight = reading.weight[word] as number;
    const at = to.listedOf[word] as number;
    if (at === -1) {
      extra += weight;
      if (weight > rarest) rarest = weight;
      if (counts(reading.codes, reading.start[word] as number, reading.length[word] as number, scope))
        number = 1;
      continue;
    }
    const grade = to.gradeOf[word] as number;
    // A mistyped word is as rare as the listed word that was meant, not as rare as the slip.
    let meant = data.tokenWeight[data.rowTokens[first + at] as number] as number;
    const second = to.secondOf[word] as number;
    if (second !== -1) meant += data.tokenWeight[data.rowTokens[first + second] as number] as number;
    const own = Math.min(weight, meant);
    matched += own * grade;
    altered += own * (1 - grade);
    meetings += 1;
    if (grade < worst) worst = grade;
    if (at < before) outOfOrder = 1;
    before = at;
  }
  to.matched = matched;
  to.altered = altered;
  to.extraQuery = extra;
  to.rarestExtraQuery = rarest;
  to.worstGrade = worst;
  to.meetings = meetings;
  to.outOfOrder = outOfOrder;
  return number;
}

/** The listed words; gives 1 where one that counts is left over. */
function addUpListed(data: IndexData, row: number, scope: number, to: Alignment): number {
  const first = data.rowStart[row] as number;
  const listed = (data.rowStart[row + 1] as number) - first;
  let extra = 0;
  let rarest = 0;
  let met = 0;
  let number = 0;
  for (let at = 0; at < listed; at += 1) {
    if (to.queryOf[at] !== -1) {
      met += 1;
      continue;
    }
    const token = data.rowTokens[first + at] as number;
    const weight = data.tokenWeight[token] as number;
    extra += weight;
    if (weight > rarest) rarest = weight;
    const start = data.tokenStart[token] as number;
    const length = (data.tokenStart[token + 1] as number) - start;
    if (counts(data.tokenCodes, start, length, scope)) number = 1;
  }
  to.extraListed = extra;
  to.rarestExtraListed = rarest;
  if (met > to.meetings) to.meetings = met;
  return number;
}
