import {
  addShares,
  compareShares,
  NONE,
  reduced,
  type Share,
  sayShare,
  shareOfPercent,
  WHOLE,
  writePercent,
} from "../share.ts";

/**
 * What is known of a share: not less than `min` and not more than `max`; where an end is open the share is strictly more
 * than `min`, or strictly less than `max`. An exact share has equal ends.
 */
export type Bounds = {
  readonly min: Share;
  readonly max: Share;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
};

/** A share of which nothing is stated. */
export const UNKNOWN_SHARE: Bounds = { min: NONE, max: WHOLE, minOpen: false, maxOpen: false };

/** Longer than any way in which a register writes a share. */
const SHARE_CHARS_MAX = 120;
/** Digits of a fraction's parts: the shares of a company with a billion shares have ten. */
const FRACTION_DIGITS_MAX = 15;
/** Decimals of a percentage. */
const DECIMALS_MAX = 12;

/** Exactly this share. */
export function exactly(share: Share): Bounds {
  return { min: share, max: share, minOpen: false, maxOpen: false };
}

/** Bounds from their ends, or why there are none. */
export function between(bounds: Bounds): Bounds | string {
  const { min, max, minOpen, maxOpen } = bounds;
  if (min.numerator < 0n || max.numerator < 0n) return "a negative share";
  if (compareShares(max, WHOLE) > 0 || compareShares(min, WHOLE) > 0) return "a share over 100 %";
  const order = compareShares(min, max);
  if (order > 0) return "a band that ends before it begins";
  if (order === 0 && (minOpen || maxOpen)) return "a band with nothing in it";
  return bounds;
}

export const isExact = ({ min, max }: Bounds): boolean => compareShares(min, max) === 0;

/** The narrowest bounds that hold both. */
export function hull(a: Bounds, b: Bounds): Bounds {
  const low = compareShares(a.min, b.min);
  const high = compareShares(a.max, b.max);
  return {
    min: low <= 0 ? a.min : b.min,
    max: high >= 0 ? a.max : b.max,
    minOpen: low < 0 ? a.minOpen : low > 0 ? b.minOpen : a.minOpen && b.minOpen,
    maxOpen: high > 0 ? a.maxOpen : high < 0 ? b.maxOpen : a.maxOpen && b.maxOpen,
  };
}

/** What two stakes come to: as much as the one and the other, and never more than the whole. */
export function sumOfBounds(a: Bounds, b: Bounds): Bounds {
  const [min, max] = [addShares(a.min, b.min), addShares(a.max, b.max)];
  const capped = compareShares(max, WHOLE) > 0;
  return {
    min: compareShares(min, WHOLE) > 0 ? WHOLE : min,
    max: capped ? WHOLE : max,
    minOpen: a.minOpen || b.minOpen,
    maxOpen: !capped && (a.maxOpen || b.maxOpen),
  };
}

const NUMBER = `\\d{1,${FRACTION_DIGITS_MAX}}(?:[.,]\\d{1,${DECIMALS_MAX}})?`;
const FRACTION = new RegExp(`^(\\d{1,${FRACTION_DIGITS_MAX}})\\s*/\\s*(\\d{1,${FRACTION_DIGITS_MAX}})$`, "u");
const PLAIN = new RegExp(`^(${NUMBER})$`, "u");
const BAND = new RegExp(`^(?:from |between )?(${NUMBER})(?: ?(?:-|–|—|to|and|\\.\\.) ?)(${NUMBER})$`, "u");
const OPEN_BAND = new RegExp(
  `^(?:more than|over|above|>) ?(${NUMBER}),? ?(?:but |and )?(?:(?:not more than|up to|at most|<=|≤|-|–|to) ?(${NUMBER})|(?:less than|under|below|<) ?(${NUMBER}))$`,
  "u",
);
const UNDER_BAND = new RegExp(
  `^(${NUMBER}) ?(?:-|–|—|to|and) ?(?:<|less than|under|below) ?(${NUMBER})$`,
  "u",
);
const SIDES: readonly (readonly [RegExp, "min" | "max", boolean])[] = [
  [new RegExp(`^(?:>=|≥|at least|not less than|minimum) ?(${NUMBER})$`, "u"), "min", false],
  [new RegExp(`^(${NUMBER}) ?(?:\\+|or more|and more)$`, "u"), "min", false],
  [new RegExp(`^(?:>|more than|over|above) ?(${NUMBER})$`, "u"), "min", true],
  [new RegExp(`^(?:<=|≤|at most|up to|not more than|maximum) ?(${NUMBER})$`, "u"), "max", false],
  [new RegExp(`^(?:<|less than|under|below) ?(${NUMBER})$`, "u"), "max", true],
];
/** What the United Kingdom's register of persons with significant control calls its bands. */
const REGISTER_BAND = /(25-to-50|50-to-75|75-to-100|75-or-more)(?:-percent)?/u;

const percent = (text: string | undefined): Share => shareOfPercent((text ?? "0").replace(",", "."));

function registerBand(name: string): Bounds {
  if (name === "25-to-50") return { min: percent("25"), max: percent("50"), minOpen: true, maxOpen: false };
  if (name === "50-to-75") return { min: percent("50"), max: percent("75"), minOpen: true, maxOpen: true };
  return { min: percent("75"), max: WHOLE, minOpen: false, maxOpen: false };
}

function wordBand(text: string): Bounds | null {
  if (/^(?:unknown|undisclosed|not (?:known|disclosed|stated)|n\/?a|\?|-)$/u.test(text)) return UNKNOWN_SHARE;
  if (/^(?:whole|wholly(?: owned)?|fully(?: owned)?|all|sole(?: owner)?)$/u.test(text)) return exactly(WHOLE);
  if (/^(?:a )?majority$/u.test(text)) return { ...UNKNOWN_SHARE, min: percent("50"), minOpen: true };
  if (/^(?:a )?minority$/u.test(text)) return { ...UNKNOWN_SHARE, max: percent("50"), maxOpen: true };
  if (/^(?:a )?half$/u.test(text)) return exactly(percent("50"));
  return null;
}

/**
 * Reads a share as registers and people write it: `33.3`, `33,3 %`, `1/3`, `25-50 %`, `>25`, `more than 25 but not more
 * than 50`, `75 or more`, `majority`, `ownership-of-shares-50-to-75-percent`. Numbers are percent. A text is returned
 * where it is no share, and says why.
 */
export function readBounds(stated: string): Bounds | string {
  if (stated.length > SHARE_CHARS_MAX) return "too long for a share";
  const text = stated
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?:%|\bper ?cent\b|\bpct\b)/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const band = REGISTER_BAND.exec(text)?.[1];
  if (band !== undefined) return registerBand(band);
  if (/^[-−–] ?\d/u.test(text)) return "a negative share";
  const fraction = FRACTION.exec(text);
  if (fraction !== null) {
    const denominator = BigInt(fraction[2] ?? "1");
    if (denominator === 0n) return "a fraction of nothing";
    return between(exactly(reduced({ numerator: BigInt(fraction[1] ?? "0"), denominator })));
  }
  const plain = PLAIN.exec(text);
  if (plain !== null) return between(exactly(percent(plain[1])));
  const ends = BAND.exec(text);
  if (ends !== null)
    return between({ min: percent(ends[1]), max: percent(ends[2]), minOpen: false, maxOpen: false });
  const open = OPEN_BAND.exec(text);
  if (open !== null) {
    const maxOpen = open[3] !== undefined;
    return between({ min: percent(open[1]), max: percent(open[2] ?? open[3]), minOpen: true, maxOpen });
  }
  const under = UNDER_BAND.exec(text);
  if (under !== null)
    return between({ min: percent(under[1]), max: percent(under[2]), minOpen: false, maxOpen: true });
  for (const [shape, side, isOpen] of SIDES) {
    const found = shape.exec(text);
    if (found === null) continue;
    const end = percent(found[1]);
    return between(
      side === "min"
        ? { ...UNKNOWN_SHARE, min: end, minOpen: isOpen }
        : { ...UNKNOWN_SHARE, max: end, maxOpen: isOpen },
    );
  }
  return wordBand(text) ?? "not a share";
}

/** A percentage as `writePercent` writes it, for people: `100/3` as `33.333333…`. */
export function sayPercent(text: string): string {
  const [numerator, denominator] = text.split("/");
  if (denominator === undefined) return text;
  const cut = sayShare({ numerator: BigInt(numerator ?? "0"), denominator: BigInt(denominator) * 100n });
  return cut.replace(" %", "…");
}

/** `50 %`, `25 to 50 %`, `more than 25, at most 50 %`, `unknown`. */
export function sayBounds(bounds: Bounds): string {
  const { min, max, minOpen, maxOpen } = bounds;
  const [low, high] = [sayPercent(writePercent(min)), sayPercent(writePercent(max))];
  if (isExact(bounds)) return `${low} %`;
  const bottom = min.numerator === 0n && !minOpen;
  const top = compareShares(max, WHOLE) === 0 && !maxOpen;
  if (bottom && top) return "an unknown share";
  if (top) return `${minOpen ? "more than" : "at least"} ${low} %`;
  if (bottom) return `${maxOpen ? "less than" : "at most"} ${high} %`;
  if (!minOpen && !maxOpen) return `${low} to ${high} %`;
  return `${minOpen ? "more than" : "at least"} ${low} % and ${maxOpen ? "less than" : "at most"} ${high} %`;
}
