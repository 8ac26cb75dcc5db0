import data from "@opensanctions/followthemoney/dist/defaultModel.json" with { type: "json" };
import { must } from "../../../fault.ts";

/** A property as clients see it: with its names for people and its reverse. */
export type SchemaProperty = {
  readonly name: string;
  readonly qname: string;
  readonly label: string;
  readonly description: string | null;
  readonly type: string;
  /** Another entity's property, shown on the entity that it points to. */
  readonly stub: boolean;
  readonly hidden: boolean;
  /** The schema that the values of an `entity` property have. */
  readonly range: string | null;
  /** Name of the property that shows this one from the other side. */
  readonly reverse: string | null;
};

/** A schema of the model, inherited properties included. */
export type Schema = {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly description: string | null;
  readonly matchable: boolean;
  readonly edge: { readonly source: string; readonly target: string } | null;
  readonly caption: readonly string[];
  readonly featured: readonly string[];
  /** The schema itself and all it descends from. */
  readonly lineage: readonly string[];
  readonly properties: ReadonlyMap<string, SchemaProperty>;
};

type PropertyData = {
  readonly label: string;
  readonly qname: string;
  readonly description?: string;
  readonly type: string;
  readonly stub?: boolean;
  readonly hidden?: boolean;
  readonly range?: string;
  readonly reverse?: string;
};

type SchemaData = {
  readonly label: string;
  readonly plural: string;
  readonly description?: string;
  readonly matchable?: boolean;
  readonly edge?: { readonly source: string; readonly target: string };
  readonly caption?: readonly string[];
  readonly featured?: readonly string[];
  readonly extends: readonly string[];
  readonly properties: Readonly<Record<string, PropertyData>>;
};

type TypeData = {
  readonly label: string;
  readonly plural: string;
  readonly group?: string;
  readonly values?: Readonly<Record<string, string>>;
};

const SCHEMATA = data.schemata as unknown as Readonly<Record<string, SchemaData>>;
const TYPES = data.types as unknown as Readonly<Record<string, TypeData>>;

function lineageOf(name: string): readonly string[] {
  const parents = SCHEMATA[name]?.extends ?? [];
  return [...new Set([name, ...parents.flatMap(lineageOf)])];
}

function propertyOf(name: string, found: PropertyData): SchemaProperty {
  return {
    name,
    qname: found.qname,
    label: found.label,
    description: found.description ?? null,
    type: found.type,
    stub: found.stub === true,
    hidden: found.hidden === true,
    range: found.range ?? null,
    reverse: found.reverse ?? null,
  };
}

/** The first of the lineage that states it: what a schema does not say itself it has from its parents. */
function inherited<T>(lineage: readonly string[], get: (schema: SchemaData) => T | undefined): T | undefined {
  for (const name of lineage) {
    const schema = SCHEMATA[name];
    const found = schema === undefined ? undefined : get(schema);
    if (found !== undefined && !(Array.isArray(found) && found.length === 0)) return found;
  }
  return undefined;
}

function schemaOf(name: string): Schema {
  const own = must(SCHEMATA[name], "a name of the model");
  const lineage = lineageOf(name);
  const properties = new Map<string, SchemaProperty>();
  for (const ancestor of lineage) {
    for (const [property, found] of Object.entries(SCHEMATA[ancestor]?.properties ?? {}))
      if (!properties.has(property)) properties.set(property, propertyOf(property, found));
  }
  return {
    name,
    label: own.label,
    plural: own.plural,
    description: own.description?.trim() ?? null,
    matchable: own.matchable === true,
    edge: inherited(lineage, (schema) => schema.edge) ?? null,
    caption: inherited(lineage, (schema) => schema.caption) ?? [],
    featured: inherited(lineage, (schema) => schema.featured) ?? [],
    lineage,
    properties,
  };
}

/** Every schema of the FollowTheMoney model by its name. */
export const SCHEMA_BY_NAME: ReadonlyMap<string, Schema> = new Map(
  Object.keys(SCHEMATA).map((name) => [name, schemaOf(name)]),
);

/** Every property by the schema that states it and its name: `Person:birthDate`. */
export const PROPERTY_BY_QNAME: ReadonlyMap<string, SchemaProperty> = new Map(
  Object.entries(SCHEMATA).flatMap(([, { properties }]) =>
    Object.entries(properties).map(([name, found]): [string, SchemaProperty] => [
      found.qname,
      propertyOf(name, found),
    ]),
  ),
);

/** The schema of that name, or null. */
export function schemaNamed(name: string): Schema | null {
  return SCHEMA_BY_NAME.get(name) ?? null;
}

/** Schemata that a search for this one finds: itself, what it may be compared with, and below an abstract one all. */
export function searchedSchemata(schema: Schema): ReadonlySet<string> {
  const below = [...SCHEMA_BY_NAME.values()].filter(({ lineage }) => lineage.includes(schema.name));
  if (!schema.matchable) return new Set(below.map(({ name }) => name));
  const above = schema.lineage.flatMap((name) => SCHEMA_BY_NAME.get(name) ?? []);
  const near = [...above, ...below].filter(({ matchable }) => matchable);
  return new Set([schema.name, ...near.map(({ name }) => name)]);
}

/** A type of property with its names for people, by the group its values are searched in (`countries`). */
export const TYPE_BY_GROUP: ReadonlyMap<string, { readonly type: string; readonly plural: string }> = new Map(
  Object.entries(TYPES).flatMap(([type, { group, plural }]) =>
    group === undefined ? [] : [[group, { type, plural }] as const],
  ),
);

/** A value as people read it: `ru` is Russia, `crime.fin` is Financial crime. */
export function captionOf(type: string, value: string): string {
  const values = TYPES[type]?.values ?? {};
  return Object.hasOwn(values, value) ? (values[value] ?? value) : value;
}

/** Topics that make an entity a target: sanctions, export control, crime, exposure (docs/moving-from-yente.md). */
export const RISK_TOPICS: ReadonlySet<string> = new Set([
  "corp.disqual",
  "crime",
  "crime.boss",
  "crime.cyber",
  "crime.env",
  "crime.fin",
  "crime.fraud",
  "crime.terror",
  "crime.theft",
  "crime.traffick",
  "crime.traffick.drug",
  "crime.traffick.human",
  "crime.war",
  "debarment",
  "export.control",
  "export.control.linked",
  "export.risk",
  "invest.ban",
  "invest.risk",
  "mare.detained",
  "mare.shadow",
  "poi",
  "reg.action",
  "reg.warn",
  "role.oligarch",
  "role.pep",
  "role.rca",
  "role.spy",
  "sanction",
  "sanction.control",
  "sanction.counter",
  "sanction.linked",
  "wanted",
]);
