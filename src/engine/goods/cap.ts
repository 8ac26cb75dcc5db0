import type { Quantity } from "../transaction.ts";
import { total } from "../waivers/amount.ts";
import type { Cap } from "./measure.ts";

/** The period of a cap that a day lies in: its first day, and the first day after it. */
export type CapPeriod = { readonly from: string; readonly until: string };

/**
 * The period that holds on the day, counted from the measure's first day: calendar years, or twelve months each that
 * begin on the same day of the year (29 February begins on 28 February in other years).
 */
export function capPeriodOn(cap: Cap, measureFrom: string, day: string): CapPeriod {
  const year = Number(day.slice(0, 4));
  if (cap.period === "calendar-year") return { from: `${year}-01-01`, until: `${year + 1}-01-01` };
  const begins = (of: number): string => {
    const monthDay = measureFrom.slice(5);
    const leap = of % 4 === 0 && (of % 100 !== 0 || of % 400 === 0);
    return `${of}-${monthDay === "02-29" && !leap ? "02-28" : monthDay}`;
  };
  const first = day >= begins(year) ? year : year - 1;
  return { from: begins(first), until: begins(first + 1) };
}

/** How far a cap is used. `percent` is rounded down, so that a notice is never said to be due before it is. */
export type CapState = {
  readonly used: Quantity;
  readonly limit: Quantity;
  readonly percent: number;
  /** The highest share at which a notice is due and which is reached, or null. */
  readonly notice: number | null;
  /** True where the amount is more than the cap allows. Exactly the cap is not over it. */
  readonly over: boolean;
};

/** Adds what would be supplied to what was; null where the cap has no limit in that unit. */
export function capState(cap: Cap, used: Quantity, added: Quantity): CapState | null {
  const limit = cap.limits.find(({ unit }) => unit === used.unit);
  const sum = total([used, added]);
  if (limit === undefined || sum === null) return null;
  const scale = Math.max(limit.scale, sum.scale);
  const at = (quantity: Quantity) => BigInt(quantity.amount) * 10n ** BigInt(scale - quantity.scale);
  const percent = (at(sum) * 100n) / at(limit);
  const reached = cap.noticesPercent.filter((share) => percent >= BigInt(share));
  return {
    used: sum,
    limit,
    percent: Number(percent > 999n ? 999n : percent),
    notice: reached.length === 0 ? null : Math.max(...reached),
    over: at(sum) > at(limit),
  };
}
