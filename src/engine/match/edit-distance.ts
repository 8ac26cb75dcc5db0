/** Codes that a letter may have (one byte). */
const LETTER_CODES = 256;

/** Space for the bits of a pattern by letter code: all zero before and after each comparison. */
const BITS = new Uint32Array(LETTER_CODES);

/**
 * Edits (insertion, deletion, substitution, transposition of neighbours) between a pattern and a text of letter codes.
 * Myers' bit-parallel algorithm with Hyyrö's transpositions; at most 32 letters of pattern.
 */
export function editDistance(
  pattern: Uint8Array,
  patternAt: number,
  patternLength: number,
  text: Uint8Array,
  textAt: number,
  textLength: number,
): number {
  const bits = BITS;
  for (let at = 0; at < patternLength; at += 1) {
    const code = pattern[patternAt + at] as number;
    bits[code] = (bits[code] as number) | (1 << at);
  }
  let distance = patternLength;
  let plus = -1;
  let minus = 0;
  let diagonal = 0;
  let before = 0;
  const last = 1 << (patternLength - 1);
  for (let at = 0; at < textLength; at += 1) {
    const match = bits[text[textAt + at] as number] as number;
    const swapped = ((~diagonal & match) << 1) & before;
    diagonal = ((((match & plus) + plus) | 0) ^ plus) | match | minus | swapped;
    let up = minus | ~(diagonal | plus);
    let down = diagonal & plus;
    if ((up & last) !== 0) distance += 1;
    if ((down & last) !== 0) distance -= 1;
    up = (up << 1) | 1;
    down <<= 1;
    plus = down | ~(diagonal | up);
    minus = up & diagonal;
    before = match;
  }
  for (let at = 0; at < patternLength; at += 1) bits[pattern[patternAt + at] as number] = 0;
  return distance;
}

/** Letters that only one of two masks has: more than twice the edits allowed means too far apart. */
export function bitsApart(one: number, other: number): number {
  let bits = one ^ other;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
