import type { Money, Quantity } from "../transaction.ts";

/** The amount in units of `10^-scale`; the scale must be at least the quantity's own, so that nothing is rounded. */
function atScale(quantity: { readonly amount: string; readonly scale: number }, scale: number): bigint {
  return BigInt(quantity.amount) * 10n ** BigInt(scale - quantity.scale);
}

/** Adds up exactly. All quantities must be in one unit, or null is the answer. */
export function total(quantities: readonly Quantity[]): Quantity | null {
  const [first] = quantities;
  if (first === undefined || quantities.some(({ unit }) => unit !== first.unit)) return null;
  const scale = Math.max(...quantities.map((quantity) => quantity.scale));
  const amount = quantities.reduce((sum, quantity) => sum + atScale(quantity, scale), 0n);
  return { amount: amount.toString(), scale, unit: first.unit };
}

/** What is left of `allowed` after `drawn`; null where the units differ, negative amounts are zero with `over` true. */
export function remainder(
  allowed: Quantity,
  drawn: readonly Quantity[],
): { readonly left: Quantity; readonly over: boolean } | null {
  const used = drawn.length === 0 ? { amount: "0", scale: 0, unit: allowed.unit } : total(drawn);
  if (used === null || used.unit !== allowed.unit) return null;
  const scale = Math.max(allowed.scale, used.scale);
  const left = atScale(allowed, scale) - atScale(used, scale);
  return { left: { amount: (left < 0n ? 0n : left).toString(), scale, unit: allowed.unit }, over: left < 0n };
}

/** `1250` at scale 2 as `12.5 pieces`, `1` as `1 piece`. */
export function sayQuantity({ amount, scale, unit }: Quantity): string {
  const digits = amount.padStart(scale + 1, "0");
  const whole = scale === 0 ? digits : digits.slice(0, -scale);
  const fraction = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/, "");
  const number = `${whole}${fraction === "" ? "" : `.${fraction}`}`;
  return `${number} ${number === "1" ? unit : manyOf(unit)}`;
}

/** A unit that is a word, in the plural; symbols (kg, kWh) have none. */
function manyOf(unit: string): string {
  if (!/^[a-z]{3,}$/.test(unit) || unit.endsWith("s")) return unit;
  return /(?:x|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`;
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`; null where the currencies differ. */
export function compareMoney(a: Money, b: Money): number | null {
  if (a.currency !== b.currency) return null;
  const scale = Math.max(a.scale, b.scale);
  const difference = atScale(a, scale) - atScale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `200050` at scale 2 as `USD 2000.5`. */
export function sayMoney({ amount, scale, currency }: Money): string {
  return `${currency} ${sayQuantity({ amount, scale, unit: "" }).trim()}`;
}

/** What so many are worth, exactly: the scales add up. */
export function timesOf(value: Money, quantity: Quantity): Money {
  return {
    amount: (BigInt(value.amount) * BigInt(quantity.amount)).toString(),
    scale: value.scale + quantity.scale,
    currency: value.currency,
  };
}

/** Adds up exactly. All must be in one currency, or null is the answer. */
export function totalMoney(amounts: readonly Money[]): Money | null {
  const sum = total(amounts.map(({ amount, scale, currency }) => ({ amount, scale, unit: currency })));
  return sum === null ? null : { amount: sum.amount, scale: sum.scale, currency: sum.unit };
}

/** The money in units of `10^-scale`; null where that is not exact. */
export function moneyAt({ amount, scale }: Money, wanted: number): bigint | null {
  if (scale <= wanted) return BigInt(amount) * 10n ** BigInt(wanted - scale);
  const divisor = 10n ** BigInt(scale - wanted);
  return BigInt(amount) % divisor === 0n ? BigInt(amount) / divisor : null;
}
