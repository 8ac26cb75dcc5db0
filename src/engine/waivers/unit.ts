import type { Quantity } from "../transaction.ts";

/** A unit as a fraction of its kind's base: `per` base units are `of` of these, both whole numbers. */
type Unit = { readonly kind: string; readonly times: bigint; readonly over: bigint; readonly whole: boolean };

const whole = (kind: string, times: bigint): Unit => ({ kind, times, over: 1n, whole: true });
const of = (kind: string, times: bigint, over = 1n): Unit => ({ kind, times, over, whole: false });

/**
 * Units that convert into each other exactly. Pounds and feet are those of the international agreement of 1959
 * (0.45359237 kg, 0.3048 m), the gallon is 231 cubic inches and the barrel 42 gallons. Barrels do not become tonnes: that takes
 * a density, which is a fact of the cargo and not of the unit.
 */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ["piece", whole("count", 1n)],
  ["pair", whole("count", 2n)],
  ["dozen", whole("count", 12n)],
  ["gross", whole("count", 144n)],
  ["set", whole("set", 1n)],
  ["mg", of("mass", 1n)],
  ["g", of("mass", 1_000n)],
  ["kg", of("mass", 1_000_000n)],
  ["tonne", of("mass", 1_000_000_000n)],
  ["pound", of("mass", 45_359_237n, 100n)],
  ["mm", of("length", 1n)],
  ["cm", of("length", 10n)],
  ["metre", of("length", 1_000n)],
  ["km", of("length", 1_000_000n)],
  ["inch", of("length", 254n, 10n)],
  ["foot", of("length", 3_048n, 10n)],
  ["yard", of("length", 9_144n, 10n)],
  ["ml", of("volume", 1n)],
  ["litre", of("volume", 1_000n)],
  ["m3", of("volume", 1_000_000n)],
  ["gallon", of("volume", 3_785_411_784n, 1_000_000n)],
  ["barrel", of("volume", 158_987_294_928n, 1_000_000n)],
  ["m2", of("area", 1n)],
  ["hour", of("time", 1n)],
  ["day", of("time", 24n)],
  ["kwh", of("energy", 1n)],
  ["mwh", of("energy", 1_000n)],
]);

const SAME: ReadonlyMap<string, string> = new Map([
  ["pieces", "piece"],
  ["pc", "piece"],
  ["pcs", "piece"],
  ["unit", "piece"],
  ["units", "piece"],
  ["each", "piece"],
  ["ea", "piece"],
  ["nmb", "piece"],
  ["개", "piece"],
  ["대", "piece"],
  ["pairs", "pair"],
  ["sets", "set"],
  ["dozens", "dozen"],
  ["kgs", "kg"],
  ["kgm", "kg"],
  ["kilogram", "kg"],
  ["kilograms", "kg"],
  ["gram", "g"],
  ["grams", "g"],
  ["t", "tonne"],
  ["ton", "tonne"],
  ["tonnes", "tonne"],
  ["tne", "tonne"],
  ["lb", "pound"],
  ["lbs", "pound"],
  ["pounds", "pound"],
  ["m", "metre"],
  ["mtr", "metre"],
  ["meter", "metre"],
  ["meters", "metre"],
  ["metres", "metre"],
  ["in", "inch"],
  ["ft", "foot"],
  ["feet", "foot"],
  ["yd", "yard"],
  ["l", "litre"],
  ["ltr", "litre"],
  ["liter", "litre"],
  ["liters", "litre"],
  ["litres", "litre"],
  ["bbl", "barrel"],
  ["barrels", "barrel"],
  ["gal", "gallon"],
  ["hours", "hour"],
  ["days", "day"],
]);

/** Decimal places that ledgers count to: as fine as any quantity may be stated. */
export const LEDGER_SCALE = 12;

/** The unit's one spelling: `pcs` and `개` are `piece`. A unit that is not known stays as it is written. */
export function unitName(unit: string): string {
  const plain = unit.trim().toLowerCase();
  const name = SAME.get(plain) ?? plain;
  return UNITS.has(name) ? name : unit.trim();
}

/** True for units of which there is no part: half a monitor is not a quantity. */
export function isWholeUnit(unit: string): boolean {
  return UNITS.get(unitName(unit))?.whole === true;
}

/** A quantity counted in `10^-LEDGER_SCALE` of a unit, or why it cannot be. */
export type Counted =
  | { readonly kind: "exact"; readonly amount: bigint }
  | { readonly kind: "refused"; readonly reason: string };

const refused = (reason: string): Counted => ({ kind: "refused", reason });

/**
 * The quantity in units of `10^-LEDGER_SCALE` of `unit`. Exact or refused: another kind of unit, a fraction of what is counted
 * whole, and a result that decimals cannot write are told, and nothing is rounded.
 */
export function countIn(quantity: Quantity, unit: string): Counted {
  const [stated, wanted] = [unitName(quantity.unit), unitName(unit)];
  const amount = BigInt(quantity.amount) * 10n ** BigInt(LEDGER_SCALE - quantity.scale);
  const [from, to] = [UNITS.get(stated), UNITS.get(wanted)];
  let exact = amount;
  if (stated !== wanted) {
    if (from === undefined || to === undefined || from.kind !== to.kind)
      return refused(`${quantity.unit} cannot be counted in ${unit}`);
    const numerator = amount * from.times * to.over;
    const denominator = from.over * to.times;
    if (numerator % denominator !== 0n)
      return refused(
        `${quantity.unit} cannot be written exactly in ${unit} here; state the quantity in ${unit}`,
      );
    exact = numerator / denominator;
  }
  if (to?.whole === true && exact % 10n ** BigInt(LEDGER_SCALE) !== 0n)
    return refused(`${unit} is counted whole, and this is a fraction of one`);
  return { kind: "exact", amount: exact };
}

/** The count as a quantity of the unit, without needless decimals. */
export function quantityOf(amount: bigint, unit: string): Quantity {
  let [digits, scale] = [amount, LEDGER_SCALE];
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { amount: digits.toString(), scale, unit };
}
