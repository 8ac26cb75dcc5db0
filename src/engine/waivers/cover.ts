import { sayDay } from "../day.ts";
import { plainName } from "../names/plain-name.ts";
import type { Transaction } from "../transaction.ts";
import type { Waiver } from "./waiver.ts";

/** Why a waiver does not cover a transaction as a whole: a sentence each; empty where it does. */
export function waiverReasons(waiver: Waiver, transaction: Transaction, at: string): readonly string[] {
  const day = at.slice(0, 10);
  const reasons: string[] = [];
  if (day < waiver.approvedOn) reasons.push(`it was approved only on ${sayDay(waiver.approvedOn)}`);
  else if (day < waiver.from) reasons.push(`it begins on ${sayDay(waiver.from)}`);
  if (day > waiver.until) reasons.push(`it ended on ${sayDay(waiver.until)}`);
  if (waiver.revokedOn !== null && day >= waiver.revokedOn)
    reasons.push(`it was revoked on ${sayDay(waiver.revokedOn)}`);
  reasons.push(...routeReasons(waiver, transaction), ...partyReasons(waiver, transaction));
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

function routeReasons({ route }: Waiver, transaction: Transaction): readonly string[] {
  if (route === null) return [];
  if (transaction.route.length === 0) return ["it names the route, and the transaction states none"];
  const same =
    route.length === transaction.route.length &&
    route.every((place, index) => plainName(place) === plainName(transaction.route[index] ?? ""));
  return same ? [] : [`it allows the route ${route.join(" – ")}, not ${transaction.route.join(" – ")}`];
}

function partyReasons({ parties }: Waiver, transaction: Transaction): readonly string[] {
  if (parties === null) return [];
  const allowed = new Set(parties.map(plainName));
  return transaction.parties.flatMap((party) => {
    const names = party.properties.name ?? [];
    // Every name that a party gives must be one the waiver names: a second name is a second party until shown otherwise.
    const strange = names.find((name) => !allowed.has(plainName(name)));
    if (names.length === 0) return ["a party without a name cannot be one that it names"];
    return strange === undefined ? [] : [`it does not name ${strange} as a party`];
  });
}
