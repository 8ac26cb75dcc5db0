import { firstOf, type Properties, valuesOf } from "../../entity/entity.ts";
import { isA } from "../../entity/model.ts";
import { type Datum, flatten, readDatum } from "../../lists/ftm-jsonl/datum.ts";
import type { Subject } from "../../match/subject.ts";
import { PlaceIndex } from "../address-index.ts";
import { type Period, readPeriod } from "../ownership/period.ts";
import type { PlacedRecord } from "../ownership/read-ftm.ts";
import { type TellingFact, tellingFacts } from "./telling-fact.ts";
import type { RelationKind } from "./tie-kind.ts";

/** Bounds of the records that are joined at once. */
export const RECORD_LIMITS = {
  /** Parties with what joins them take some 2 KB each in memory. */
  partiesMax: 2_000_000,
  /** Problems kept word by word; all are counted. */
  problemsMax: 1_000,
} as const;

/** A party of one's own records: a customer, an account, a company of a register. */
export type RecordParty = Subject & {
  readonly id: string;
  readonly caption: string;
  /** The day on which its facts were last known, YYYY-MM-DD; null where nothing says. */
  readonly seen: string | null;
};

/** A relation that the records state, from the one who has the part to the one in whom it is had. */
export type RecordRelation = {
  readonly kind: RelationKind;
  readonly from: string;
  readonly to: string;
  /** Part or role in the source's own words. */
  readonly role: string | null;
  readonly period: Period;
  readonly source: string;
};

/** A fact with those who have it. */
type Held = { readonly fact: TellingFact; readonly party: string };

const RELATIONS: ReadonlyMap<
  string,
  { readonly from: string; readonly to: string; readonly kind: RelationKind }
> = new Map([
  ["Directorship", { from: "director", to: "organization", kind: "director" }],
  ["Ownership", { from: "owner", to: "asset", kind: "owner" }],
  ["Employment", { from: "employee", to: "employer", kind: "employee" }],
  ["Membership", { from: "member", to: "organization", kind: "linked" }],
  ["Representation", { from: "agent", to: "client", kind: "linked" }],
  ["UnknownLink", { from: "subject", to: "object", kind: "linked" }],
  ["Family", { from: "person", to: "relative", kind: "family" }],
  ["Associate", { from: "person", to: "associate", kind: "associate" }],
]);

const FOUNDER = /\bfound(?:er|ed|ing)\b|\bincorporator\b|创始|設立|설립|учредител|основател/iu;

/** One's own records, joined by the facts that they have in common: add all, then ask. */
export class RecordBook {
  readonly #parties = new Map<string, RecordParty>();
  readonly #relations = new Map<string, RecordRelation[]>();
  readonly #facts = new Map<string, Held[]>();
  readonly #factsOf = new Map<string, TellingFact[]>();
  readonly #places = new PlaceIndex<string>();
  readonly #addressesOf = new Map<string, string[]>();
  /** Parties by the id of an address that stands as a record of its own. */
  readonly #atAddress = new Map<string, string[]>();
  readonly #waiting: { readonly datum: Datum; readonly where: string }[] = [];
  /** Facts, by key or by address, that more have than are in the book. */
  readonly #sharers = new Map<string, number>();
  readonly #problems: { readonly where: string; readonly words: string }[] = [];
  #problemCount = 0;

  /** Rows that could not be read, and relations to parties that are nowhere: the first of them. */
  get problems(): readonly { readonly where: string; readonly words: string }[] {
    return this.#problems;
  }

  get problemCount(): number {
    return this.#problemCount;
  }

  get size(): number {
    return this.#parties.size;
  }

  ids(): Iterable<string> {
    return this.#parties.keys();
  }

  party(id: string): RecordParty | null {
    return this.#parties.get(id) ?? null;
  }

  factsOf(id: string): readonly TellingFact[] {
    return this.#factsOf.get(id) ?? [];
  }

  addressesOf(id: string): readonly string[] {
    return this.#addressesOf.get(id) ?? [];
  }

  relationsOf(id: string): readonly RecordRelation[] {
    return this.#relations.get(id) ?? [];
  }

  /** Every party that states the fact. */
  holdersOf(key: string): readonly string[] {
    return (this.#facts.get(key) ?? []).map(({ party }) => party);
  }

  /** Says how many parties have a fact (its key, or an address as written) where not all of them are in the book. */
  noteSharers(fact: string, count: number): void {
    this.#sharers.set(fact, Math.max(count, this.#sharers.get(fact) ?? 0));
  }

  /** How many parties of the records have the fact, at the least. */
  sharersOf(fact: string, seen: number): number {
    return Math.max(seen, this.#sharers.get(fact) ?? 0);
  }

  /** The value of a fact as one party writes it. */
  writtenBy(party: string, key: string): string | null {
    return this.#factsOf.get(party)?.find((fact) => fact.key === key)?.raw ?? null;
  }

  /** Every party at the place of the address, with the address as it writes it. */
  holdersAt(address: string): ReadonlyMap<string, string> {
    return new Map([...this.#places.at(address)].map(([party, { raw }]) => [party, raw]));
  }

  /** Facts that more than one party states, with their holders. */
  *sharedFacts(): Generator<{ readonly fact: TellingFact; readonly holders: readonly string[] }> {
    for (const held of this.#facts.values()) {
      const [first, ...others] = held;
      if (first !== undefined && others.length > 0)
        yield { fact: first.fact, holders: held.map(({ party }) => party) };
    }
  }

  /** Adds a party as it stands; a second one of the same id adds its facts to the first. */
  addParty(party: RecordParty): void {
    const known = this.#parties.get(party.id);
    const merged: RecordParty =
      known === undefined
        ? party
        : { ...known, properties: mergeProperties(known.properties, party.properties) };
    if (known === undefined && this.#parties.size >= RECORD_LIMITS.partiesMax) {
      this.#problem(party.id, `left out: more than ${RECORD_LIMITS.partiesMax} parties`);
      return;
    }
    this.#parties.set(party.id, merged);
    this.#addFacts(party.id, party.properties);
  }

  addRelation(relation: RecordRelation): void {
    for (const end of new Set([relation.from, relation.to])) {
      const known = this.#relations.get(end);
      if (known === undefined) this.#relations.set(end, [relation]);
      else known.push(relation);
    }
  }

  /** Takes FollowTheMoney records; what points from one to another is joined by `finish`. */
  addRecords(records: Iterable<PlacedRecord>): void {
    for (const { where, value } of records) {
      const datum = readDatum(value);
      if (typeof datum === "string") this.#problem(where, datum);
      else for (const part of flatten(datum)) this.#take(part, where);
    }
  }

  /** Joins what was added. Relations to parties that are nowhere are counted among the problems. */
  finish(): this {
    for (const { datum, where } of this.#waiting.splice(0)) {
      const shape = RELATIONS.get(datum.schema);
      if (shape === undefined) this.#giveToHolders(datum);
      else this.#relate(datum, where, shape);
    }
    return this;
  }

  #take(datum: Datum, where: string): void {
    if (RELATIONS.has(datum.schema) || !isA(datum.schema, "LegalEntity")) {
      this.#waiting.push({ datum, where });
      return;
    }
    this.addParty({
      id: datum.id,
      schema: datum.schema,
      properties: datum.values,
      caption: datum.caption ?? datum.values.name?.[0] ?? datum.id,
      seen: datum.seen ?? dayOf(datum.values.modifiedAt ?? datum.values.retrievedAt),
    });
    for (const address of datum.values.addressEntity ?? []) {
      const here = this.#atAddress.get(address);
      if (here === undefined) this.#atAddress.set(address, [datum.id]);
      else here.push(datum.id);
    }
  }

  /** A document, a wallet, an account, an address that stands as a record of its own belongs to whom it names. */
  #giveToHolders(datum: Datum): void {
    const holders = [...(datum.values.holder ?? []), ...(datum.values.accountHolder ?? [])];
    const text = datum.schema === "Address" ? (datum.values.full ?? datum.values.street ?? []) : [];
    for (const party of new Set([...holders, ...(this.#atAddress.get(datum.id) ?? [])])) {
      if (!this.#parties.has(party)) continue;
      this.#addFacts(party, text.length === 0 ? datum.values : { ...datum.values, address: text });
    }
  }

  #relate(
    datum: Datum,
    where: string,
    { from, to, kind }: { readonly from: string; readonly to: string; readonly kind: RelationKind },
  ): void {
    const role = datum.values.role?.[0] ?? datum.values.relationship?.[0] ?? null;
    const period = readPeriod(datum.values.startDate ?? [], datum.values.endDate ?? []);
    if (period.contradicts)
      this.#problem(where, `${datum.id}: its dates contradict each other; it may hold on any day`);
    for (const one of datum.values[from] ?? []) {
      for (const other of datum.values[to] ?? []) {
        const missing = [one, other].find((id) => !this.#parties.has(id));
        if (missing !== undefined || one === other) {
          this.#problem(
            where,
            missing === undefined
              ? `${datum.id} joins ${one} to itself`
              : `${datum.id} names ${missing}, which is nowhere`,
          );
          continue;
        }
        const founded = role !== null && FOUNDER.test(role);
        this.addRelation({
          kind: founded ? "founder" : kind,
          from: one,
          to: other,
          role,
          period,
          source: datum.id,
        });
      }
    }
  }

  #addFacts(party: string, properties: Properties): void {
    const own = this.#factsOf.get(party) ?? [];
    const known = new Set(own.map(({ key }) => key));
    for (const fact of tellingFacts({ properties })) {
      if (known.has(fact.key)) continue;
      own.push(fact);
      const held = this.#facts.get(fact.key);
      if (held === undefined) this.#facts.set(fact.key, [{ fact, party }]);
      else held.push({ fact, party });
    }
    if (own.length > 0) this.#factsOf.set(party, own);
    const addresses = this.#addressesOf.get(party) ?? [];
    for (const text of valuesOf({ properties }, "address")) {
      if (addresses.includes(text)) continue;
      addresses.push(text);
      this.#places.add(party, text);
    }
    if (addresses.length > 0) this.#addressesOf.set(party, addresses);
  }

  #problem(where: string, words: string): void {
    this.#problemCount++;
    if (this.#problems.length < RECORD_LIMITS.problemsMax) this.#problems.push({ where, words });
  }
}

function dayOf(values: readonly string[] | undefined): string | null {
  const text = values?.toSorted().at(-1);
  return text !== undefined && /^\d{4}-\d\d-\d\d/u.test(text) ? text.slice(0, 10) : null;
}

function mergeProperties(a: Properties, b: Properties): Properties {
  const merged: Record<string, readonly string[]> = { ...a };
  for (const [name, values] of Object.entries(b))
    merged[name] = [...new Set([...(merged[name] ?? []), ...values])];
  return merged;
}

/** How a party is called where nothing else names it. */
export function captionOf(party: { readonly id?: string; readonly properties: Properties }): string {
  return firstOf(party, "name") ?? party.id ?? "a party without a name";
}
