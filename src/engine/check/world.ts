import { bundledMeasures } from "../goods/bundled-measures.ts";
import type { Measures } from "../goods/measure.ts";
import { DEFAULT_POLICY } from "../match/policy.ts";
import type { ScreenPolicy } from "../match/subject.ts";
import { type AddressIndex, buildAddressIndex } from "../network/address-index.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Transaction } from "../transaction.ts";
import type { Waiver } from "../waivers/waiver.ts";

/** What the one who asks has decided beforehand. Part of every receipt. */
export type CheckPolicy = {
  readonly name: string;
  readonly screen: ScreenPolicy;
  /** An edition older than this many days on the day asked about is mentioned in the verdict. */
  readonly editionAgeDaysMax: number;
};

/** Everything that a check reads beside the transaction and the day. */
export type World = {
  readonly snapshot: Snapshot;
  readonly measures: Measures;
  readonly waivers: readonly Waiver[];
  readonly policy: CheckPolicy;
  /** Listed parties by their addresses; built from the snapshot when first asked for. */
  readonly addresses: () => AddressIndex;
};

/** A check under way: its world, its question and the day. */
export type Question = {
  readonly world: World;
  readonly transaction: Transaction;
  /** As asked: a day or an instant, ISO 8601. */
  readonly at: string;
  /** The day of `at`, YYYY-MM-DD. */
  readonly day: string;
  /** Jurisdictions whose rules bind the transaction, `all` (the United Nations) among them. */
  readonly bound: ReadonlySet<string>;
};

const EU = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);

/** Whose rules bind: those stated, those of the two countries, and the United States' where dollars are paid. */
export function boundJurisdictions(transaction: Transaction): ReadonlySet<string> {
  const bound = new Set(["all", ...transaction.jurisdictions]);
  for (const country of [transaction.from, transaction.to]) {
    if (country === null) continue;
    bound.add(country.toLowerCase());
    if (EU.has(country)) bound.add("eu");
  }
  if (transaction.funds?.currency === "USD") bound.add("us");
  return bound;
}

/** The check policy used where none is given. */
export const DEFAULT_CHECK_POLICY: CheckPolicy = {
  name: "default",
  screen: DEFAULT_POLICY,
  editionAgeDaysMax: 30,
};

/** A world over a snapshot with the measures that ship with Sluice; waivers are those given. */
export function createWorld(
  snapshot: Snapshot,
  waivers: readonly Waiver[] = [],
  policy: CheckPolicy = DEFAULT_CHECK_POLICY,
): World {
  let addresses: AddressIndex | null = null;
  return {
    snapshot,
    measures: bundledMeasures(),
    waivers,
    policy,
    addresses: () => {
      addresses ??= buildAddressIndex(snapshot);
      return addresses;
    },
  };
}
