import type { Share } from "../share.ts";
import type { Bounds } from "./bounds.ts";

/** Bits of a range: its lower end is open, its upper end is open. */
export const MIN_OPEN = 1;
export const MAX_OPEN = 2;

/** Twice a pot's sum stays an exact integer of a double below this. */
export const EXACT_MAX = 2 ** 51;

function greatestCommon(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The least number that both divide, or 0 where it is over the bound. */
export function leastCommon(a: number, b: number, max: number): number {
  if (a === b) return a;
  const product = (a / greatestCommon(a, b)) * b;
  return product <= max ? product : 0;
}

const asNumber = (value: bigint): number => (value <= BigInt(EXACT_MAX) ? Number(value) : 0);

/** A share in parts of the whole, cut; `rest` where the cut lost something. */
function partsOf(share: Share, whole: number): { readonly parts: number; readonly rest: boolean } {
  const product = share.numerator * BigInt(whole);
  return { parts: Number(product / share.denominator), rest: product % share.denominator !== 0n };
}

type PartsRange = { readonly low: number; readonly high: number; readonly open: number };

/** Bounds in parts of the whole; where they are no integers they are widened, and the ends are open. */
function rangeOf(bounds: Bounds, whole: number): PartsRange {
  const low = partsOf(bounds.min, whole);
  const high = partsOf(bounds.max, whole);
  return {
    low: low.parts,
    high: high.parts + (high.rest ? 1 : 0),
    open: (bounds.minOpen || low.rest ? MIN_OPEN : 0) | (bounds.maxOpen || high.rest ? MAX_OPEN : 0),
  };
}

/** Ranges met before, by whole and share: the same hundred shares come a million times. */
const RANGES_MAX = 200_000;

/** Remembers ranges for one day's graph. */
export class RangeCache {
  readonly #ranges = new WeakMap<Bounds, Map<number, PartsRange>>();
  readonly #denominators = new WeakMap<Bounds, number>();
  #held = 0;

  /** The least denominator of both ends; 0 where it is too large to count in. */
  denominator(bounds: Bounds): number {
    const known = this.#denominators.get(bounds);
    if (known !== undefined) return known;
    const [min, max] = [asNumber(bounds.min.denominator), asNumber(bounds.max.denominator)];
    const common = min === 0 || max === 0 ? 0 : leastCommon(min, max, EXACT_MAX);
    this.#denominators.set(bounds, common);
    return common;
  }

  range(bounds: Bounds, whole: number): PartsRange {
    let byWhole = this.#ranges.get(bounds);
    if (byWhole === undefined) {
      byWhole = new Map();
      this.#ranges.set(bounds, byWhole);
    }
    const known = byWhole.get(whole);
    if (known !== undefined) return known;
    const range = rangeOf(bounds, whole);
    if (this.#held < RANGES_MAX) {
      byWhole.set(whole, range);
      this.#held += 1;
    }
    return range;
  }
}
