/** Longest word that is compared, as the analysis of names cuts them. */
const LETTERS_MAX = 32;
/** What a full edit costs; slips within one sound cost less. */
export const SOUND_UNIT = 4;

const CODES = 64;

/** Letters that stand for one another when a sound is written down anew, with what that costs. */
const ALIKE: readonly (readonly [letters: string, cost: number])[] = [
  ["ckq", 1],
  ["iy", 1],
  ["ou", 1],
  ["ei", 1],
  ["sz", 1],
  ["vw", 1],
  ["pf", 1],
  ["xk", 1],
  ["aeiouy", 2],
  ["sc", 2],
  ["gkq", 2],
  ["dt", 2],
  ["bp", 2],
  ["fv", 2],
  ["bv", 2],
  ["zj", 2],
  ["jy", 2],
  ["gj", 2],
  ["dj", 2],
  ["lr", 2],
  ["mn", 2],
  ["kh", 2],
  ["gh", 2],
  ["wu", 2],
];

const code = (letter: string): number => letter.charCodeAt(0) - 96;

const SUBSTITUTE: Uint8Array = (() => {
  const costs = new Uint8Array(CODES * CODES).fill(SOUND_UNIT);
  for (let at = 0; at < CODES; at += 1) costs[at * CODES + at] = 0;
  for (const [letters, cost] of ALIKE) {
    for (const one of letters) {
      for (const other of letters) {
        const at = code(one) * CODES + code(other);
        costs[at] = Math.min(costs[at] as number, cost);
      }
    }
  }
  return costs;
})();

/** What it costs to leave out a letter beside another: doubled, or written with its like (ck, ou, dj), it is one sound. */
const BESIDE = SUBSTITUTE.map((cost) => Math.max(1, cost));

/** What it costs to leave a letter out: vowels and h come and go between spellings. */
const LEAVE_OUT: Uint8Array = (() => {
  const costs = new Uint8Array(CODES).fill(SOUND_UNIT);
  for (const letter of "aeiouyw") costs[code(letter)] = 2;
  costs[code("h")] = 1;
  return costs;
})();

const [S, K] = [code("s"), code("k")];

function small(letter: number): number {
  return letter < CODES ? letter : CODES - 1;
}

function leaveOut(codes: Uint8Array, start: number, at: number, length: number): number {
  const letter = small(codes[start + at] as number);
  let cost = LEAVE_OUT[letter] as number;
  // The s of ks is the second half of an x.
  if (letter === S && at > 0 && codes[start + at - 1] === K) cost = 2;
  if (at > 0)
    cost = Math.min(cost, BESIDE[letter * CODES + small(codes[start + at - 1] as number)] as number);
  if (at + 1 < length)
    cost = Math.min(cost, BESIDE[letter * CODES + small(codes[start + at + 1] as number)] as number);
  return cost;
}

/** Where what it costs to leave out each letter of the second word stands, after the rows of the table. */
const GAPS = (LETTERS_MAX + 1) * (LETTERS_MAX + 1);

/** Rows of the table that the distance is computed in; one is reused for all words of a query. */
export function soundScratch(): Uint8Array {
  return new Uint8Array(GAPS + LETTERS_MAX + 1);
}

/** A word as letter codes within an array. */
export type Letters = { readonly codes: Uint8Array; readonly start: number; readonly length: number };

/**
 * How far two words are apart by sound, in quarters of an edit: 1 for letters that are written for one another (q and k),
 * 2 for vowels, 4 for a letter that is simply wrong. Words are compared up to 32 letters.
 */
export function soundDistance(one: Letters, other: Letters, table: Uint8Array): number {
  const [rows, columns] = [Math.min(one.length, LETTERS_MAX), Math.min(other.length, LETTERS_MAX)];
  const width = LETTERS_MAX + 1;
  table[0] = 0;
  for (let column = 1; column <= columns; column += 1) {
    const gap = leaveOut(other.codes, other.start, column - 1, columns);
    table[GAPS + column] = gap;
    table[column] = (table[column - 1] as number) + gap;
  }
  for (let row = 1; row <= rows; row += 1) {
    const letter = small(one.codes[one.start + row - 1] as number);
    const skip = leaveOut(one.codes, one.start, row - 1, rows);
    const here = row * width;
    table[here] = (table[here - width] as number) + skip;
    for (let column = 1; column <= columns; column += 1) {
      const facing = small(other.codes[other.start + column - 1] as number);
      let best =
        (table[here - width + column - 1] as number) + (SUBSTITUTE[letter * CODES + facing] as number);
      best = Math.min(best, (table[here - width + column] as number) + skip);
      best = Math.min(best, (table[here + column - 1] as number) + (table[GAPS + column] as number));
      if (row > 1 && column > 1) {
        const before = one.codes[one.start + row - 2] as number;
        const swapped =
          small(before) === facing && small(other.codes[other.start + column - 2] as number) === letter;
        if (swapped) best = Math.min(best, (table[here - 2 * width + column - 2] as number) + SOUND_UNIT);
      }
      table[here + column] = best;
    }
  }
  return table[rows * width + columns] as number;
}
