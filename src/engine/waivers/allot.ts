import { compareHs, readHsCode, sayHs } from "../goods/hs-code.ts";
import type { GoodsLine, Quantity } from "../transaction.ts";
import { remainder, sayQuantity } from "./amount.ts";
import type { Waiver, WaiverLine } from "./waiver.ts";

/** A goods line that needs one authority's waiver, and the waivers of that authority which may be asked for it. */
export type Demand = { readonly goods: GoodsLine; readonly waivers: readonly Waiver[] };

/** The waiver's line that a goods line draws on, with what is left of it then; or why none has it in full. */
export type Allotment =
  | { readonly kind: "taken"; readonly waiver: Waiver; readonly line: WaiverLine; readonly left: Quantity }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Ways tried before the search for a full allotment ends. A kit under a handful of waivers is found at the first try;
 * only many lines that compete for many waivers' remainders come near, and then each line takes the first that has it.
 */
const WAYS_MAX = 20_000;

/** A waiver's line with what was drawn on it before and is drawn on it now. */
type Slot = { readonly waiver: Waiver; readonly line: WaiverLine; readonly drawn: Quantity[] };

/**
 * Allots each goods line, whole, to one line of one waiver, so that no waiver's line is overdrawn: all of them at once
 * where there is a way, whatever the order, so that one waiver more never undoes what was covered. Where there is none,
 * in order, and what is left over is refused. Uses under `reference` are this very shipment, and not counted twice.
 */
export function allot(demands: readonly Demand[], reference: string): readonly Allotment[] {
  const slots = slotsOf(demands, reference);
  const options = demands.map((demand) => optionsOf(demand, slots));
  const way = options.every((some) => some.length > 0) ? fullWay(demands, options) : null;
  return demands.map((demand, at) => {
    const tried = way === null ? (options[at] ?? []) : [way[at]].filter((slot) => slot !== undefined);
    for (const slot of tried) {
      const left = leftAfter(slot, demand.goods.quantity);
      if (left === null) continue;
      slot.drawn.push(demand.goods.quantity);
      return { kind: "taken", waiver: slot.waiver, line: slot.line, left };
    }
    return { kind: "refused", reason: refusal(demand, slots) };
  });
}

function slotsOf(demands: readonly Demand[], reference: string): readonly Slot[] {
  const waivers = [...new Set(demands.flatMap((demand) => demand.waivers))].sort((a, b) =>
    a.reference < b.reference ? -1 : 1,
  );
  return waivers.flatMap((waiver) => {
    const uses = waiver.uses.filter((use) => use.reference !== reference).flatMap(({ lines }) => lines);
    return waiver.lines.map((line) => ({
      waiver,
      line,
      drawn: uses.filter((use) => use.line === line.line).map(({ quantity }) => quantity),
    }));
  });
}

/** What would be left of the slot, or null where it has not that much, or counts in another unit. */
function leftAfter({ line, drawn }: Slot, quantity: Quantity): Quantity | null {
  const rest = remainder(line.quantity, [...drawn, quantity]);
  return rest === null || rest.over ? null : rest.left;
}

function digitsOf({ hs }: GoodsLine): string | null {
  const code = hs === null ? null : readHsCode(hs);
  return code?.kind === "code" ? code.digits : null;
}

function fitting({ goods, waivers }: Demand, slots: readonly Slot[]): readonly Slot[] {
  const digits = digitsOf(goods);
  if (digits === null) return [];
  return slots.filter(
    ({ waiver, line }) =>
      waivers.includes(waiver) && line.hs.some((scope) => compareHs(digits, scope) === "within"),
  );
}

function optionsOf(demand: Demand, slots: readonly Slot[]): readonly Slot[] {
  return fitting(demand, slots).filter((slot) => leftAfter(slot, demand.goods.quantity) !== null);
}

/**
 * A slot for every demand, in the order of the demands: of the ways found, one that draws on the fewest waivers, as each gives
 * up one of its shipments. Null where there is no way, or none was found in time.
 */
function fullWay(demands: readonly Demand[], options: readonly (readonly Slot[])[]): readonly Slot[] | null {
  // The line with the fewest choices first: what it needs must not be given away.
  const order = demands
    .map((_, at) => at)
    .sort((a, b) => (options[a]?.length ?? 0) - (options[b]?.length ?? 0));
  const chosen: Slot[] = [];
  const opened = new Map<Waiver, number>();
  let best: { readonly slots: readonly Slot[]; readonly waivers: number } | null = null;
  let ways = 0;
  const place = (depth: number): void => {
    const at = order[depth];
    const demand = at === undefined ? undefined : demands[at];
    if (best !== null && opened.size >= best.waivers) return;
    if (at === undefined || demand === undefined) {
      best = { slots: [...chosen], waivers: opened.size };
      return;
    }
    for (const slot of byCost(options[at] ?? [], demand, opened)) {
      ways += 1;
      if (ways > WAYS_MAX) return;
      if (leftAfter(slot, demand.goods.quantity) === null) continue;
      slot.drawn.push(demand.goods.quantity);
      chosen[at] = slot;
      opened.set(slot.waiver, (opened.get(slot.waiver) ?? 0) + 1);
      place(depth + 1);
      const held = (opened.get(slot.waiver) ?? 1) - 1;
      if (held === 0) opened.delete(slot.waiver);
      else opened.set(slot.waiver, held);
      slot.drawn.pop();
    }
  };
  place(0);
  return (best as { readonly slots: readonly Slot[] } | null)?.slots ?? null;
}

/** Slots in the order in which they are tried: of waivers drawn on already, then those that end first, then the closest fit. */
function byCost(
  slots: readonly Slot[],
  { goods }: Demand,
  opened: ReadonlyMap<Waiver, number>,
): readonly Slot[] {
  const cost = (slot: Slot) => {
    const left = leftAfter(slot, goods.quantity);
    const rest = left === null ? "" : `${left.amount.length}`.padStart(3, "0") + left.amount;
    return `${opened.has(slot.waiver) ? 0 : 1} ${slot.waiver.until} ${rest} ${slot.waiver.reference} ${slot.line.line}`;
  };
  return slots
    .map((slot) => ({ slot, cost: cost(slot) }))
    .sort((a, b) => (a.cost < b.cost ? -1 : a.cost > b.cost ? 1 : 0))
    .map(({ slot }) => slot);
}

function refusal(demand: Demand, slots: readonly Slot[]): string {
  const { goods } = demand;
  const digits = digitsOf(goods);
  if (digits === null) return "the line has no valid HS code to compare with its annex";
  const fit = fitting(demand, slots);
  const [first] = fit;
  if (first === undefined) return `no line of its annex has HS ${sayHs(digits)}`;
  const last = fit.findLast(({ line }) => line.quantity.unit === goods.quantity.unit) ?? first;
  const { waiver, line, drawn } = last;
  const where = `line ${line.line} of ${waiver.reference}`;
  if (line.quantity.unit !== goods.quantity.unit)
    return `${where} is counted in ${line.quantity.unit}, the goods in ${goods.quantity.unit}`;
  const rest = remainder(line.quantity, drawn);
  if (rest === null) return `${where}: what is left cannot be told`;
  const missing = remainder(goods.quantity, [rest.left]);
  const is = isOne(rest.left) ? "is" : "are";
  const lack =
    missing === null || missing.over
      ? ""
      : `${sayQuantity(missing.left)} of ${sayQuantity(goods.quantity)} ${isOne(missing.left) ? "is" : "are"} not covered: `;
  return `${lack}${where} allows ${sayQuantity(line.quantity)}, of which ${sayQuantity(rest.left)} ${is} left`;
}

const isOne = ({ amount, scale }: Quantity): boolean => BigInt(amount) === 10n ** BigInt(scale);
