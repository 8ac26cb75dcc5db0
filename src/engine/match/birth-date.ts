/** A day of birth as far as it is stated: both ends as `yyyymmdd`, with 00 for a month or day that is not given. */
export type BirthSpan = { readonly from: number; readonly to: number };

/** What two statements of a birth date say of each other, from the most to the least alike. `none`: one has no date. */
export const BIRTH_CLASSES = [
  "none",
  "equal",
  "year-equal",
  "year-and-part-equal",
  "within-range",
  "neighbor-year-day-equal",
  "day-month-swapped",
  "year-digit",
  "neighbor-year",
  "day-different",
  "years-two-or-three",
  "disjoint",
] as const;
export type BirthClass = (typeof BIRTH_CLASSES)[number];

/** Log-odds of each class, measured on perturbed dates of real listings against clean customers. */
export const BIRTH_WEIGHTS: Readonly<Record<BirthClass, number>> = {
  none: 0,
  equal: 2.7,
  "year-equal": 2.3,
  "year-and-part-equal": 1.3,
  "within-range": 1.0,
  "neighbor-year-day-equal": 0.8,
  "day-month-swapped": 0.3,
  "year-digit": 0.2,
  "neighbor-year": 0,
  "day-different": -0.2,
  "years-two-or-three": -1.4,
  disjoint: -6.0,
};

/** Years on either side that `about 1970` allows. */
const ABOUT_YEARS = 1;

function packed(text: string): number | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text);
  if (parts === null) return null;
  return Number(parts[1]) * 10_000 + Number(parts[2] ?? 0) * 100 + Number(parts[3] ?? 0);
}

/** Reads a partial date, an approximation (`1970~`) or an interval (`1965/1969`); null for anything else. */
export function birthSpanOf(text: string): BirthSpan | null {
  const [first, last] = text.split("/");
  const decade = /^(\d{3})X$/.exec(text);
  if (decade !== null)
    return { from: Number(decade[1]) * 100_000, to: (Number(decade[1]) * 10 + 9) * 10_000 };
  const from = packed(first ?? "");
  if (from === null) return null;
  if (last !== undefined) {
    const to = packed(last);
    return to === null ? null : { from, to };
  }
  if (!text.endsWith("~")) return { from, to: from };
  const year = Math.floor(from / 10_000);
  return { from: (year - ABOUT_YEARS) * 10_000, to: (year + ABOUT_YEARS) * 10_000 };
}

/** A packed date divided: in 32 bits, since remainders of other numbers are worked out a dozen times slower. */
function whole(date: number, unit: number): number {
  return (date / unit) | 0;
}

function digitsApart(one: number, other: number): number {
  let apart = 0;
  for (let unit = 1; unit <= 1_000; unit *= 10) {
    if (whole(one, unit) % 10 !== whole(other, unit) % 10) apart += 1;
  }
  return apart;
}

/** Place in `BIRTH_CLASSES` of what two points say of each other. */
function comparePoints(one: number, other: number): number {
  const year1 = whole(one, 10_000);
  const month1 = whole(one, 100) % 100;
  const day1 = (one | 0) % 100;
  const year2 = whole(other, 10_000);
  const month2 = whole(other, 100) % 100;
  const day2 = (other | 0) % 100;
  if (year1 === year2) {
    if (month1 === 0 || month2 === 0) return 2;
    if (day1 === 0 || day2 === 0) return month1 === month2 ? 2 : 9;
    if (month1 === month2 && day1 === day2) return 1;
    if (month1 === month2 || day1 === day2) return 3;
    return month1 === day2 && month2 === day1 ? 6 : 9;
  }
  const apart = Math.abs(year1 - year2);
  if (apart === 1) return month1 !== 0 && month1 === month2 && day1 === day2 ? 5 : 8;
  if (digitsApart(year1, year2) === 1 && month1 === month2 && day1 === day2 && month1 !== 0) return 7;
  return apart <= 3 ? 10 : 11;
}

/** Place in `BIRTH_CLASSES` of what two spans say of each other. */
export function compareBirthSpans(from1: number, to1: number, from2: number, to2: number): number {
  if (from1 === to1 && from2 === to2) return comparePoints(from1, from2);
  const [first1, last1] = [Math.floor(from1 / 10_000), Math.floor(to1 / 10_000)];
  const [first2, last2] = [Math.floor(from2 / 10_000), Math.floor(to2 / 10_000)];
  const gap = Math.max(first1 - last2, first2 - last1);
  if (gap <= 0) return 4;
  if (gap === 1) return 8;
  return gap <= 3 ? 10 : 11;
}
