import { type Entity, valuesOf } from "../entity/entity.ts";
import { IDENTIFIER_KINDS, type IdentifierKind } from "../entity/identifier.ts";
import { isA } from "../entity/model.ts";

/** What a name is to its bearer, in the order of `Match["name"]["kind"]`. */
export const NAME_KINDS = ["name", "alias", "weakAlias", "previousName"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** A listed party as the index reads it. */
export type IndexTarget = {
  readonly schema: string;
  readonly names: readonly { readonly text: string; readonly kind: NameKind }[];
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly text: string }[];
  /** Partial dates (`1970`, `1970-02-05`), approximations (`1970~`) and intervals (`1965/1969`). */
  readonly birthDates: readonly string[];
  /** Lower-case country codes: nationality and citizenship of persons, countries and jurisdictions of others. */
  readonly countries: readonly string[];
  readonly genders: readonly string[];
};

/** Kinds of party that are never one another. `legal` is a person or an organization, `any` is not known at all. */
export const PARTY_KINDS = [
  "person",
  "organization",
  "legal",
  "vessel",
  "aircraft",
  "wallet",
  "security",
  "other",
  "any",
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** The kind of party that a schema of the model describes. */
export function partyKindOf(schema: string): PartyKind {
  if (schema === "Thing" || schema === "") return "any";
  if (schema === "LegalEntity") return "legal";
  if (isA(schema, "Person")) return "person";
  if (isA(schema, "Organization") || isA(schema, "Company")) return "organization";
  if (isA(schema, "Vessel")) return "vessel";
  if (isA(schema, "Airplane")) return "aircraft";
  if (isA(schema, "CryptoWallet")) return "wallet";
  if (isA(schema, "Security")) return "security";
  return "other";
}

/** Where each kind of name stands in the model; a name given under several kinds counts as the strongest. */
const NAME_PROPERTIES: readonly (readonly [string, NameKind])[] = [
  ["name", "name"],
  ["alias", "alias"],
  ["abbreviation", "alias"],
  ["previousName", "previousName"],
  ["weakAlias", "weakAlias"],
];

const PERSON_COUNTRIES = ["nationality", "citizenship"] as const;
const OTHER_COUNTRIES = ["jurisdiction", "mainCountry", "country", "flag"] as const;

/** Country codes that say where a party belongs; for persons `country` only where no nationality is stated. */
export function countriesOf(entity: Pick<Entity, "schema" | "properties">): readonly string[] {
  const person = isA(entity.schema, "Person");
  const own = (person ? PERSON_COUNTRIES : OTHER_COUNTRIES).flatMap((name) => valuesOf(entity, name));
  const stated = own.length > 0 || !person ? own : valuesOf(entity, "country");
  return [...new Set(stated)];
}

/** Names of an entity with their kinds; where it has none but parts of one, the parts joined. */
export function namesOf(entity: Pick<Entity, "properties">): readonly { text: string; kind: NameKind }[] {
  const seen = new Set<string>();
  const names: { text: string; kind: NameKind }[] = [];
  for (const [property, kind] of NAME_PROPERTIES) {
    for (const text of valuesOf(entity, property)) {
      if (seen.has(text)) continue;
      seen.add(text);
      names.push({ text, kind });
    }
  }
  if (names.length > 0) return names;
  const parts = ["firstName", "secondName", "middleName", "fatherName", "lastName"].flatMap((part) =>
    valuesOf(entity, part).slice(0, 1),
  );
  return parts.length === 0 ? [] : [{ text: parts.join(" "), kind: "name" }];
}

/** Identifiers stated on the entity and on the documents attached to it. */
function identifiersOf(entities: readonly Pick<Entity, "properties">[]): IndexTarget["identifiers"] {
  return entities.flatMap((entity) =>
    Object.keys(entity.properties).flatMap((property) => {
      const kind = Object.hasOwn(IDENTIFIER_KINDS, property) ? IDENTIFIER_KINDS[property] : undefined;
      return kind === undefined ? [] : valuesOf(entity, property).map((text) => ({ kind, text }));
    }),
  );
}

/**
 * What the index keeps of a listed entity. `attached` are the documents, wallets and other entities that refer to it
 * and whose identifiers are its own (Identification, Passport, CryptoWallet).
 */
export function indexTargetOf(entity: Entity, attached: readonly Entity[] = []): IndexTarget {
  const birthDates = entity.edtf?.birthDate ?? valuesOf(entity, "birthDate");
  return {
    schema: entity.schema,
    names: namesOf(entity),
    identifiers: identifiersOf([entity, ...attached]),
    birthDates,
    countries: countriesOf(entity),
    genders: valuesOf(entity, "gender"),
  };
}
