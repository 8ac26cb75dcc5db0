import { sayDay } from "../day.ts";
import { compareHs, readHsCode, sayHs } from "../goods/hs-code.ts";
import { plainName } from "../names/plain-name.ts";
import type { GoodsLine, Quantity, Transaction } from "../transaction.ts";
import { remainder, sayQuantity } from "./amount.ts";
import type { Waiver, WaiverLine } from "./waiver.ts";

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

/** What is still to be had of each line, by line, while one transaction draws on it line by line. */
export class Drawdown {
  readonly #waiver: Waiver;
  readonly #drawn = new Map<string, Quantity[]>();

  constructor(waiver: Waiver, reference: string) {
    this.#waiver = waiver;
    for (const use of waiver.uses) {
      // The same shipment asked about again has not been made twice.
      if (use.reference === reference) continue;
      for (const { line, quantity } of use.lines) this.#add(line, quantity);
    }
  }

  #add(line: string, quantity: Quantity): void {
    const drawn = this.#drawn.get(line);
    if (drawn === undefined) this.#drawn.set(line, [quantity]);
    else drawn.push(quantity);
  }

  /** Takes a goods line's quantity from the first waiver line that has it, or says why none has. */
  take(
    goods: GoodsLine,
  ):
    | { readonly kind: "taken"; readonly line: WaiverLine; readonly left: Quantity }
    | { readonly kind: "refused"; readonly reason: string } {
    const code = goods.hs === null ? null : readHsCode(goods.hs);
    if (code === null || code.kind === "invalid")
      return { kind: "refused", reason: "the line has no valid HS code to compare with its annex" };
    const fitting = this.#waiver.lines.filter(({ hs }) =>
      hs.some((scope) => compareHs(code.digits, scope) === "within"),
    );
    if (fitting.length === 0)
      return { kind: "refused", reason: `no line of its annex has HS ${sayHs(code.digits)}` };
    let reason = "";
    for (const line of fitting) {
      const rest = remainder(line.quantity, this.#drawn.get(line.line) ?? []);
      const after = rest === null ? null : remainder(rest.left, [goods.quantity]);
      if (rest === null || after === null) {
        reason = `its line ${line.line} is counted in ${line.quantity.unit}, the goods in ${goods.quantity.unit}`;
      } else if (rest.over || after.over) {
        reason = `its line ${line.line} allows ${sayQuantity(line.quantity)}, of which ${sayQuantity(rest.left)} are left, and ${sayQuantity(goods.quantity)} are asked for`;
      } else {
        this.#add(line.line, goods.quantity);
        return { kind: "taken", line, left: after.left };
      }
    }
    return { kind: "refused", reason };
  }
}
