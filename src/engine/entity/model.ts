import data from "@opensanctions/followthemoney/dist/defaultModel.json" with { type: "json" };

/** A property as the model defines it: its type, and for `entity` types the schema that it points to. */
export type ModelProperty = { readonly type: string; readonly range: string | null };

type ModelEdge = { readonly source: string; readonly target: string };
type SchemaData = {
  readonly schemata?: readonly string[];
  readonly edge?: ModelEdge;
  readonly properties: Readonly<
    Record<string, { readonly type: string; readonly range?: string; readonly stub?: boolean }>
  >;
  readonly extends: readonly string[];
};

type ModelSchema = {
  readonly ancestors: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, ModelProperty>;
  readonly edge: ModelEdge | null;
};

const SCHEMATA = data.schemata as unknown as Readonly<Record<string, SchemaData>>;

function lineage(name: string): readonly string[] {
  return [name, ...(SCHEMATA[name]?.extends ?? []).flatMap(lineage)];
}

function compile(name: string): ModelSchema {
  const ancestors = new Set(lineage(name));
  const properties = new Map<string, ModelProperty>();
  for (const ancestor of ancestors) {
    for (const [property, definition] of Object.entries(SCHEMATA[ancestor]?.properties ?? {})) {
      if (definition.stub === true || properties.has(property)) continue;
      properties.set(property, { type: definition.type, range: definition.range ?? null });
    }
  }
  const edge = [...ancestors]
    .map((ancestor) => SCHEMATA[ancestor]?.edge)
    .find((found) => found !== undefined);
  return { ancestors, properties, edge: edge ?? null };
}

const MODEL: ReadonlyMap<string, ModelSchema> = new Map(
  Object.keys(SCHEMATA).map((name) => [name, compile(name)]),
);

const TOPICS: ReadonlySet<string> = new Set(Object.keys(data.types.topic.values));

/** True for the name of a schema of the FollowTheMoney model. */
export function isSchema(name: string): boolean {
  return MODEL.has(name);
}

/** True where `schema` is `ancestor` or descends from it. */
export function isA(schema: string, ancestor: string): boolean {
  return MODEL.get(schema)?.ancestors.has(ancestor) ?? false;
}

/** The property of a schema, inherited ones included; null where the model has none of that name. */
export function propertyOf(schema: string, property: string): ModelProperty | null {
  return MODEL.get(schema)?.properties.get(property) ?? null;
}

/** The two ends of an edge schema (`Ownership`: owner, asset); null for schemata that are no edges. */
export function edgeOf(schema: string): ModelEdge | null {
  return MODEL.get(schema)?.edge ?? null;
}

/** True for the model's topics, e.g. `sanction` and `export.control`. */
export function isTopic(text: string): boolean {
  return TOPICS.has(text);
}
