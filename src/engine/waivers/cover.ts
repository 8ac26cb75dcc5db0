import { sayDay } from "../day.ts";
import { plainName } from "../names/plain-name.ts";
import type { Transaction } from "../transaction.ts";
import { compareMoney, sayMoney, timesOf, totalMoney } from "./amount.ts";
import type { Waiver } from "./waiver.ts";
import { dayIn } from "./zone.ts";

/** Why a waiver does not hold at that moment, by its own days and acts: a sentence each; empty where it does. */
export function standingReasons(
  waiver: Pick<Waiver, "approvedOn" | "from" | "until" | "revokedOn" | "suspensions" | "zone">,
  at: string,
): readonly string[] {
  const day = waiver.zone === undefined ? at.slice(0, 10) : dayIn(waiver.zone, at);
  const reasons: string[] = [];
  if (day < waiver.approvedOn) reasons.push(`it was approved only on ${sayDay(waiver.approvedOn)}`);
  else if (day < waiver.from) reasons.push(`it begins on ${sayDay(waiver.from)}`);
  if (day > waiver.until) reasons.push(`it expired on ${sayDay(waiver.until)}`);
  if (waiver.revokedOn !== null && day >= waiver.revokedOn)
    reasons.push(`it was revoked on ${sayDay(waiver.revokedOn)}`);
  for (const { from, until, reason } of waiver.suspensions ?? []) {
    if (isReached(from, at) && (until === null || !isReached(until, at)))
      reasons.push(`it is suspended since ${sayDay(from)}: ${reason}`);
  }
  return reasons;
}

/** True where the moment has come at `at`; a day has come with its first minute, whatever part of a day is asked about. */
function isReached(moment: string, at: string): boolean {
  const length = Math.min(moment.length, at.length) <= 10 ? 10 : Math.max(moment.length, at.length);
  return moment.slice(0, length) <= at.slice(0, length);
}

/** Why a waiver does not cover a transaction as a whole: a sentence each; empty where it does. */
export function waiverReasons(waiver: Waiver, transaction: Transaction, at: string): readonly string[] {
  const reasons = [
    ...standingReasons(waiver, at),
    ...routeReasons(waiver, transaction.route),
    ...partyReasons(
      waiver,
      transaction.parties.map(({ properties }) => properties.name ?? []),
    ),
    ...valueReasons(waiver, transaction),
  ];
  const shipments = new Set(
    waiver.uses.map(({ reference }) => reference).filter((reference) => reference !== transaction.reference),
  );
  if (waiver.shipmentsMax !== null && shipments.size >= waiver.shipmentsMax) {
    reasons.push(
      `its ${waiver.shipmentsMax === 1 ? "one shipment has" : `${waiver.shipmentsMax} shipments have`} been made`,
    );
  }
  return reasons;
}

/** Why the route is not the waiver's; it must be stated, and be it place by place. */
export function routeReasons({ route }: Pick<Waiver, "route">, stated: readonly string[]): readonly string[] {
  if (route === null) return [];
  if (stated.length === 0) return ["it names the route, and the transaction states none"];
  const same =
    route.length === stated.length &&
    route.every((place, index) => plainName(place) === plainName(stated[index] ?? ""));
  if (same) return [];
  const known = new Set(route.map(plainName));
  const through = stated.filter((place) => !known.has(plainName(place)));
  const allows = `it allows the route ${route.join(" – ")}, not ${stated.join(" – ")}`;
  return [
    through.length === 0 ? allows : `route through ${through.join(" and ")} is not in the letter: ${allows}`,
  ];
}

/** Why the parties are not the waiver's, each party by all names that it gives. */
export function partyReasons(
  { parties }: Pick<Waiver, "parties">,
  stated: readonly (readonly string[])[],
): readonly string[] {
  if (parties === null) return [];
  const allowed = new Set(parties.map(plainName));
  return stated.flatMap((names) => {
    // Every name that a party gives must be one the waiver names: a second name is a second party until shown otherwise.
    const strange = names.find((name) => !allowed.has(plainName(name)));
    if (names.length === 0) return ["a party without a name cannot be one that it names"];
    return strange === undefined ? [] : [`it does not name ${strange} as a party`];
  });
}

/** Why what the goods are worth is more than the waiver still allows: what other shipments drew or hold counts against it. */
function valueReasons({ valueMax, uses }: Waiver, { goods, reference }: Transaction): readonly string[] {
  if (valueMax === undefined || goods.length === 0) return [];
  const unknown = goods.find(({ unitValue }) => unitValue === undefined);
  if (unknown !== undefined) return [`it limits the value, and line ${unknown.line} states none`];
  const worth = totalMoney(
    goods.flatMap(({ unitValue, quantity }) =>
      unitValue === undefined ? [] : [timesOf(unitValue, quantity)],
    ),
  );
  if (worth === null || compareMoney(worth, valueMax) === null)
    return [`it limits the value in ${valueMax.currency}, and the goods are valued otherwise`];
  const drawn = uses.flatMap((use) =>
    use.value === undefined || use.reference === reference ? [] : [use.value],
  );
  const all = totalMoney([worth, ...drawn]);
  if (all === null)
    return [`it limits the value in ${valueMax.currency}, and what was drawn is valued otherwise`];
  if ((compareMoney(all, valueMax) ?? 0) <= 0) return [];
  const used = totalMoney(drawn);
  const before = used === null ? "" : `, of which ${sayMoney(used)} is used`;
  return [`the goods are worth ${sayMoney(worth)}, and it allows ${sayMoney(valueMax)}${before}`];
}
