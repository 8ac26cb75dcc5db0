import { bitsApart, editDistance, LETTER_CODES } from "./edit-distance.ts";
import type { IndexData } from "./index-data.ts";
import type { QueryReading } from "./query.ts";
import { editsAllowed } from "./token.ts";

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
  nickname: 0.75,
  initial: 0.6,
  /** The least that mistyped words keep: 1 less edits by letter, but not below this. */
  editFloor: 0.55,
} as const;

/** How two words met, as a number; the words for a person are in `MEETINGS`. */
export const MEETINGS = [
  "none",
  "exact",
  "joined",
  "romanization",
  "nickname",
  "skeleton",
  "initial",
  "edit",
] as const;
export type Meeting = (typeof MEETINGS)[number];

/** Longest usual spelling of one Korean syllable. */
const SYLLABLE_LETTERS_MAX = 5;

/** Of a word in the query and a token of the index: grade 0 to 1; 0 where they do not meet. */
export function gradeOf(
  data: IndexData,
  reading: QueryReading,
  word: number,
  token: number,
  korean: boolean,
): number {
  if (reading.token[word] === token) return GRADES.exact;
  const length = reading.length[word] as number;
  const start = data.tokenStart[token] as number;
  const other = (data.tokenStart[token + 1] as number) - start;
  let best = 0;
  if (korean) {
    const fine = reading.fine[word] as number;
    if (fine !== 0 && fine === data.tokenFine[token]) return GRADES.romanization;
    const coarse = reading.coarse[word] as number;
    if (coarse !== 0 && coarse === data.tokenCoarse[token]) best = GRADES.romanizationLoose;
    // Two Korean syllables a letter apart (Song, Jong) are two words, not one mistyped.
    else if (
      coarse !== 0 &&
      data.tokenCoarse[token] !== 0 &&
      length <= SYLLABLE_LETTERS_MAX &&
      other <= SYLLABLE_LETTERS_MAX
    )
      return 0;
  }
  if (length === 1 || other === 1) {
    const same = reading.codes[reading.start[word] as number] === data.tokenCodes[start];
    return same ? Math.max(best, GRADES.initial) : best;
  }
  const bones = reading.skeleton[word] as number;
  if (bones !== 0 && bones === data.tokenSkeleton[token]) best = Math.max(best, GRADES.skeleton);
  const allowed = editsAllowed(Math.min(length, other));
  if (
    allowed > 0 &&
    Math.abs(length - other) <= allowed &&
    bitsApart(reading.mask[word] as number, data.tokenMask[token] as number) <= 2 * allowed
  ) {
    const distance = editDistance(reading.bits, word * LETTER_CODES, length, data.tokenCodes, start, other);
    if (distance <= allowed) best = Math.max(best, GRADES.editFloor, 1 - distance / Math.max(length, other));
  }
  if (best < GRADES.nickname && isNickname(reading, word, token)) return GRADES.nickname;
  return best;
}

function isNickname(reading: QueryReading, word: number, token: number): boolean {
  const tokens = reading.nicknames[word];
  if (tokens === undefined) return false;
  for (let at = 0; at < tokens.length; at += 1) if (tokens[at] === token) return true;
  return false;
}

/** Why two words met, for the explanation of a grade given before. */
export function meetingOf(
  data: IndexData,
  reading: QueryReading,
  word: number,
  token: number,
  korean: boolean,
): Meeting {
  if (reading.token[word] === token) return "exact";
  const grade = gradeOf(data, reading, word, token, korean);
  if (grade === 0) return "none";
  if (korean && reading.coarse[word] !== 0 && reading.coarse[word] === data.tokenCoarse[token])
    return "romanization";
  const other = (data.tokenStart[token + 1] as number) - (data.tokenStart[token] as number);
  if (reading.length[word] === 1 || other === 1) return "initial";
  if (isNickname(reading, word, token) && grade === GRADES.nickname) return "nickname";
  return grade === GRADES.skeleton && reading.skeleton[word] === data.tokenSkeleton[token]
    ? "skeleton"
    : "edit";
}
