/** Letters of a text that are compared; longer ones are cut. One byte for each is kept between calls. */
export const JARO_LETTERS_MAX = 512;

/** Scratch space of one comparer: which letters of either text have met. */
export type JaroScratch = { readonly one: Uint8Array; readonly other: Uint8Array };

/** Scratch space for comparing texts one pair after another. */
export function newJaroScratch(): JaroScratch {
  return { one: new Uint8Array(JARO_LETTERS_MAX), other: new Uint8Array(JARO_LETTERS_MAX) };
}

/** Letters at the beginning that Winkler's bonus looks at, and what each adds (Winkler 1990). */
const PREFIX_MAX = 4;
const PREFIX_BONUS = 0.1;
/** Below this Winkler gives no bonus; SimMetrics, an older library, gives it always. */
const BONUS_FROM = 0.7;

/** Jaro's similarity of two texts, 0 to 1: letters in common that stand near each other, less those out of order. */
export function jaro(one: string, other: string, scratch: JaroScratch): number {
  const left = Math.min(one.length, JARO_LETTERS_MAX);
  const right = Math.min(other.length, JARO_LETTERS_MAX);
  if (left === 0 || right === 0) return 0;
  const reach = Math.max(0, (Math.max(left, right) >> 1) - 1);
  scratch.one.fill(0, 0, left);
  scratch.other.fill(0, 0, right);
  let met = 0;
  for (let at = 0; at < left; at += 1) {
    const letter = one.charCodeAt(at);
    const to = Math.min(right - 1, at + reach);
    for (let place = Math.max(0, at - reach); place <= to; place += 1) {
      if (scratch.other[place] === 1 || other.charCodeAt(place) !== letter) continue;
      scratch.one[at] = 1;
      scratch.other[place] = 1;
      met += 1;
      break;
    }
  }
  if (met === 0) return 0;
  let turned = 0;
  let place = 0;
  for (let at = 0; at < left; at += 1) {
    if (scratch.one[at] === 0) continue;
    while (scratch.other[place] === 0) place += 1;
    if (one.charCodeAt(at) !== other.charCodeAt(place)) turned += 1;
    place += 1;
  }
  return (met / left + met / right + (met - (turned >> 1)) / met) / 3;
}

/** Jaro's similarity with Winkler's bonus for an equal beginning; `always` gives it to unlike texts too. */
export function jaroWinkler(
  one: string,
  other: string,
  scratch: JaroScratch,
  bonus: "from-threshold" | "always",
): number {
  const plain = jaro(one, other, scratch);
  if (plain === 0 || (bonus === "from-threshold" && plain < BONUS_FROM)) return plain;
  let same = 0;
  const most = Math.min(PREFIX_MAX, one.length, other.length);
  while (same < most && one.charCodeAt(same) === other.charCodeAt(same)) same += 1;
  return plain + same * PREFIX_BONUS * (1 - plain);
}
