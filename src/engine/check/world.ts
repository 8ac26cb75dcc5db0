import { type Properties, valuesOf } from "../entity/entity.ts";
import { bundledMeasures } from "../goods/bundled-measures.ts";
import { bundledNomenclature } from "../goods/bundled-nomenclature.ts";
import type { Measures } from "../goods/measure.ts";
import type { Nomenclature } from "../goods/nomenclature.ts";
import { DEFAULT_POLICY } from "../match/policy.ts";
import type { ScreenPolicy, Subject } from "../match/subject.ts";
import { type AddressIndex, buildAddressIndex } from "../network/address-index.ts";
import { buildContactIndex, type ContactIndex } from "../network/contact-index.ts";
import { type ListedFacts, listedFacts } from "../network/fronts/listed-facts.ts";
import { type ScreenResult, screen } from "../screen.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Party, Transaction } from "../transaction.ts";
import type { Waiver } from "../waivers/waiver.ts";
import type { Suppression } from "./suppression.ts";

/** What the one who asks has decided beforehand. Part of every receipt. */
export type CheckPolicy = {
  readonly name: string;
  readonly screen: ScreenPolicy;
  /** A name alone identifies a listed organization or vessel only from this score on: rarer words score higher. */
  readonly certainScoreMin: number;
  /** An edition older than this many days on the day asked about is mentioned in the verdict. */
  readonly editionAgeDaysMax: number;
};

/** Everything that a check reads beside the transaction and the day. */
export type World = {
  readonly snapshot: Snapshot;
  readonly measures: Measures;
  /** The codes of goods. */
  readonly nomenclature: () => Nomenclature;
  readonly waivers: readonly Waiver[];
  readonly policy: CheckPolicy;
  /** False positives that persons have decided; a hit that one of them settles becomes a note. */
  readonly suppressions: readonly Suppression[];
  /** Listed parties by their addresses; built from the snapshot when first asked for. */
  readonly addresses: () => AddressIndex;
  /** Listed parties by their telephone numbers, e-mail addresses and web sites; likewise. */
  readonly contacts: () => ContactIndex;
  /** Listed parties by every fact that few have by chance; likewise. */
  readonly facts: () => ListedFacts;
};

/** A check under way: its world, its question and the day. */
export type Question = {
  readonly world: World;
  readonly transaction: Transaction;
  /** As asked: a day or an instant, ISO 8601. */
  readonly at: string;
  /** The day of `at`, YYYY-MM-DD. */
  readonly day: string;
  /** Whom a subject may be on that day by the policy; each is screened once, however many ask. */
  readonly screen: (subject: Subject) => ScreenResult;
  /** Jurisdictions whose rules bind the transaction, `all` (the United Nations) among them. */
  readonly bound: ReadonlySet<string>;
};

/** Screens on a day, and remembers what it found of the same facts. */
export function screenOnce({ snapshot, policy }: World, day: string): Question["screen"] {
  const found = new Map<Properties, Map<string, ScreenResult>>();
  return (subject) => {
    const bySchema = found.get(subject.properties) ?? new Map<string, ScreenResult>();
    found.set(subject.properties, bySchema);
    const known = bySchema.get(subject.schema);
    if (known !== undefined) return known;
    const result = screen(snapshot, subject, policy.screen, day);
    bySchema.set(subject.schema, result);
    return result;
  };
}

const EU = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);

/** Properties by which a party states its country, its jurisdiction or its nationality. */
const COUNTRY_PROPERTIES = ["country", "jurisdiction", "nationality", "citizenship", "mainCountry"];

/** The party's countries as its facts state them, ISO 3166-1 alpha-2 in capitals. */
function countriesOf(party: Party): readonly string[] {
  return COUNTRY_PROPERTIES.flatMap((property) => valuesOf(party, property)).map((value) =>
    value.toUpperCase(),
  );
}

/** True where the party's own facts state that country. */
export function isOfCountry(party: Party, country: string): boolean {
  return countriesOf(party).includes(country);
}

/** Whose rules bind: those stated, those of the two countries and of the parties', and the United States' where dollars are paid. */
export function boundJurisdictions(transaction: Transaction): ReadonlySet<string> {
  const bound = new Set(["all", ...transaction.jurisdictions]);
  const countries = [transaction.from, transaction.to, ...transaction.parties.flatMap(countriesOf)];
  for (const country of countries) {
    if (country === null) continue;
    bound.add(country.toLowerCase());
    if (EU.has(country)) bound.add("eu");
  }
  if (transaction.funds?.currency === "USD") bound.add("us");
  return bound;
}

/** Who has what passes at its end, and at its beginning, by what it is. */
const ENDS: Readonly<
  Record<
    "goods" | "money",
    { readonly to: readonly Party["role"][]; readonly from: readonly Party["role"][] }
  >
> = {
  goods: { to: ["consignee", "end-user"], from: ["supplier", "manufacturer"] },
  money: { to: ["payee", "payee-bank"], from: ["payer", "payer-bank"] },
};

/** A UN/LOCODE names its country; other names of places do not. */
const isPlaceIn = (place: string | undefined, country: string) =>
  place !== undefined && /^[A-Z]{2} ?[A-Z2-9]{3}$/.test(place) && place.startsWith(country);

/** True where goods or money go to the country: by the destination, a place passed, or who receives them. */
export function goesTo(transaction: Transaction, country: string, what: "goods" | "money"): boolean {
  const { to, route, parties } = transaction;
  return (
    to === country ||
    route.slice(1).some((place) => isPlaceIn(place, country)) ||
    parties.some((party) => ENDS[what].to.includes(party.role) && isOfCountry(party, country))
  );
}

/** True where goods or money come from the country: by the origin, the place where they start, or who sends them. */
export function comesFrom(transaction: Transaction, country: string, what: "goods" | "money"): boolean {
  const { from, route, parties } = transaction;
  return (
    from === country ||
    isPlaceIn(route[0], country) ||
    parties.some((party) => ENDS[what].from.includes(party.role) && isOfCountry(party, country))
  );
}

/** The check policy used where none is given. */
export const DEFAULT_CHECK_POLICY: CheckPolicy = {
  name: "default",
  screen: DEFAULT_POLICY,
  certainScoreMin: 0.9,
  editionAgeDaysMax: 30,
};

/** A world over a snapshot with the measures that ship with Sluice; waivers are those given. */
export function createWorld(
  snapshot: Snapshot,
  waivers: readonly Waiver[] = [],
  policy: CheckPolicy = DEFAULT_CHECK_POLICY,
  suppressions: readonly Suppression[] = [],
): World {
  let addresses: AddressIndex | null = null;
  let contacts: ContactIndex | null = null;
  let facts: ListedFacts | null = null;
  const addressIndex = (): AddressIndex => {
    addresses ??= buildAddressIndex(snapshot);
    return addresses;
  };
  return {
    snapshot,
    measures: bundledMeasures(),
    nomenclature: bundledNomenclature,
    waivers,
    policy,
    suppressions,
    addresses: addressIndex,
    contacts: () => {
      contacts ??= buildContactIndex(snapshot);
      return contacts;
    },
    facts: () => {
      facts ??= listedFacts(snapshot, addressIndex);
      return facts;
    },
  };
}
