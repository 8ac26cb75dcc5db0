import { type Entity, firstOf, type Properties, valuesOf } from "../entity/entity.ts";
import { edgeOf, isA, isSchema, propertyOf } from "../entity/model.ts";
import { deltaBetween, type FactChange } from "./delta.ts";
import type { EntityIndex, Snapshot } from "./snapshot.ts";

/** What a fact of an entry is about, for people who ask only for some of what changed. */
export const FACT_KINDS = [
  "name",
  "alias",
  "birth",
  "country",
  "identifier",
  "address",
  "contact",
  "position",
  "programme",
  "reason",
  "date",
  "relation",
  "other",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

const KINDS: Readonly<Record<string, FactKind>> = {
  alias: "alias",
  weakAlias: "alias",
  previousName: "alias",
  birthDate: "birth",
  birthPlace: "birth",
  birthCountry: "birth",
  "edtf.birthDate": "birth",
  position: "position",
  title: "position",
  notes: "reason",
  summary: "reason",
  linked: "relation",
  document: "identifier",
  wallet: "identifier",
  "sanction.program": "programme",
  "sanction.provisions": "programme",
  "sanction.reason": "reason",
};

const KIND_OF_TYPE: Readonly<Record<string, FactKind>> = {
  name: "name",
  date: "date",
  country: "country",
  identifier: "identifier",
  address: "address",
  phone: "contact",
  email: "contact",
  url: "contact",
};

/** What a fact is about: a property of the schema, or one of those that `entryFacts` makes. */
export function factKindOf(schema: string, fact: string): FactKind {
  const own = KINDS[fact];
  if (own !== undefined) return own;
  if (/Name$/.test(fact)) return "name";
  if (fact.startsWith("sanction.")) return "date";
  const property = fact.replace(/^edtf\./, "");
  const type = isSchema(schema) ? propertyOf(schema, property)?.type : undefined;
  return KIND_OF_TYPE[type ?? ""] ?? (/(?:Number|Code)$/.test(fact) ? "identifier" : "other");
}

/** Properties that repeat what is told elsewhere: where an attached address stands, and that a listed party is listed. */
const REPEATED: ReadonlySet<string> = new Set(["addressEntity", "topics", "sourceUrl"]);
const SANCTION_FACTS = [
  "program",
  "reason",
  "provisions",
  "listingDate",
  "startDate",
  "endDate",
  "status",
] as const;

/** A line broken elsewhere says nothing else. */
const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();

class Gathered {
  readonly #facts = new Map<string, Map<string, Set<string>>>();

  add(id: string, fact: string, values: readonly string[]): void {
    if (values.length === 0) return;
    const ofEntity = this.#facts.get(id) ?? new Map<string, Set<string>>();
    if (ofEntity.size === 0) this.#facts.set(id, ofEntity);
    const held = ofEntity.get(fact) ?? new Set<string>();
    if (held.size === 0) ofEntity.set(fact, held);
    for (const value of values) held.add(plain(value));
  }

  of(id: string): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#facts.get(id) ?? new Map();
  }
}

/** What sanctions, edges, documents and wallets say of those whom they stand on. */
function gather(entities: readonly Entity[]): Gathered {
  const gathered = new Gathered();
  const names = new Map(entities.map((entity) => [entity.id, firstOf(entity, "name") ?? entity.id]));
  for (const entity of entities) {
    if (isA(entity.schema, "Sanction")) {
      for (const target of valuesOf(entity, "entity")) {
        for (const fact of SANCTION_FACTS) gathered.add(target, `sanction.${fact}`, valuesOf(entity, fact));
      }
    }
    if (isA(entity.schema, "Identification")) {
      const [number, country] = [firstOf(entity, "number"), firstOf(entity, "country")];
      const said = [firstOf(entity, "type") ?? entity.schema, number, country?.toUpperCase()];
      for (const holder of number === null ? [] : valuesOf(entity, "holder"))
        gathered.add(holder, "document", [said.filter((part) => part != null).join(" ")]);
    }
    if (isA(entity.schema, "CryptoWallet")) {
      for (const holder of valuesOf(entity, "holder"))
        gathered.add(holder, "wallet", valuesOf(entity, "publicKey"));
    }
    const edge = edgeOf(entity.schema);
    if (edge === null) continue;
    const roles = [...valuesOf(entity, "role"), ...valuesOf(entity, "relationship")].join(", ");
    for (const source of valuesOf(entity, edge.source)) {
      const others = valuesOf(entity, edge.target).map((id) => names.get(id) ?? id);
      gathered.add(
        source,
        "linked",
        others.map((name) => (roles === "" ? name : `${name} (${roles})`)),
      );
    }
  }
  return gathered;
}

/**
 * Each listed party of an edition with everything that the edition states of it as facts of its own: its properties, and
 * what its sanctions (`sanction.program`), documents (`document`), wallets (`wallet`) and relations (`linked`) say. Two
 * editions then differ by values of facts, whatever hung where.
 */
export function entryFacts(entities: readonly Entity[]): readonly Entity[] {
  const gathered = gather(entities);
  return entities.flatMap((entity) => {
    const own = gathered.of(entity.id);
    if (![...own.keys()].some((fact) => fact.startsWith("sanction."))) return [];
    const reasons = own.get("sanction.reason") ?? new Set();
    const stated = Object.entries(entity.properties).flatMap(([property, values]) => {
      if (REPEATED.has(property)) return [];
      const said = [...new Set(values.map(plain))];
      return [[property, property === "notes" ? said.filter((note) => !reasons.has(note)) : said] as const];
    });
    const attached = [...own].map(([fact, values]) => {
      // A document whose number stands among the party's own identifiers is told once.
      const told = fact === "document" ? [...values].filter((said) => !isTold(stated, said)) : [...values];
      return [fact, told] as const;
    });
    const facts: Properties = Object.fromEntries(
      [...stated, ...attached].filter(([, values]) => values.length > 0),
    );
    return [{ ...entity, properties: facts }];
  });
}

/** Shorter numbers may stand in a document's by chance. */
const NUMBER_CHARS_MIN = 4;

function isTold(stated: readonly (readonly [string, readonly string[]])[], document: string): boolean {
  return stated.some(([, values]) =>
    values.some((value) => value.length >= NUMBER_CHARS_MIN && document.includes(value)),
  );
}

/** A change of a fact with what the fact is about. */
export type KindChange = FactChange & { readonly kind: FactKind };

/** Changes as people read them: names first, what is said of a party last. */
export function inOrderOfKinds(changes: readonly KindChange[]): readonly KindChange[] {
  const place = ({ kind }: KindChange): number => FACT_KINDS.indexOf(kind);
  return [...changes].sort((one, other) => place(one) - place(other) || (one.fact < other.fact ? -1 : 1));
}

/** What differs between two states of one entry, as `entryFacts` or `entryOf` give them. */
export function changesBetween(before: Entity, after: Entity): readonly KindChange[] {
  const [changed] = deltaBetween([before], [{ ...after, id: before.id }]).changed;
  const facts = changed?.facts ?? [];
  return inOrderOfKinds(facts.map((change) => ({ ...change, kind: factKindOf(after.schema, change.fact) })));
}

/** A listed party of a snapshot with everything that its newest edition states of it as facts of its own. */
export function entryOf(snapshot: Snapshot, index: EntityIndex): Entity {
  const entity = snapshot.entity(index);
  const attached = snapshot.referrers(index).map((referrer) => snapshot.entity(referrer.index));
  const others = attached.flatMap((one) => {
    const edge = edgeOf(one.schema);
    return (edge === null ? [] : valuesOf(one, edge.target)).flatMap((id) => {
      const place = snapshot.find(id);
      return place < 0 || place === index ? [] : [snapshot.entity(place)];
    });
  });
  return entryFacts([entity, ...attached, ...others]).find(({ id }) => id === entity.id) ?? entity;
}
