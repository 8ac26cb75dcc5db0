import { type Entity, valuesOf } from "../../../engine/entity/entity.ts";
import { RISK_TOPICS, schemaNamed } from "./ftm-schema.ts";

/** What a dataset says about an entity beside its properties. Moments are `YYYY-MM-DDTHH:MM:SS`, without a zone. */
export type Envelope = {
  readonly caption: string | null;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly lastChange: string | null;
};

/** An entity as yente's clients read it: these ten keys are always there. */
export type WireEntity = {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly (string | WireEntity)[]>>;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly target: boolean;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly last_change: string | null;
};

/** What an entity is called: what the dataset says, else the first of the properties that its schema is known by. */
export function captionOfEntity(entity: Entity, stated: string | null): string {
  if (stated !== null && stated !== "") return stated;
  const schema = schemaNamed(entity.schema);
  for (const property of schema?.caption ?? []) {
    const [first] = valuesOf(entity, property);
    if (first !== undefined) return first;
  }
  return schema?.label ?? entity.schema;
}

/** The entity with its envelope, its properties as they are or those given. */
export function wireEntity(
  entity: Entity,
  envelope: Envelope,
  properties: WireEntity["properties"] = entity.properties,
): WireEntity {
  return {
    id: entity.id,
    caption: captionOfEntity(entity, envelope.caption),
    schema: entity.schema,
    properties,
    datasets: envelope.datasets,
    referents: envelope.referents,
    target: valuesOf(entity, "topics").some((topic) => RISK_TOPICS.has(topic)),
    first_seen: envelope.firstSeen,
    last_seen: envelope.lastSeen,
    last_change: envelope.lastChange,
  };
}

/** A moment as the wire has it, or null: `2023-04-20` is its first second; zone and fractions are cut. */
export function wireMoment(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?)?/.exec(value);
  if (found === null) return null;
  const moment = `${found[1]}T${found[2] ?? "00:00"}${found[3] ?? ":00"}`;
  return Number.isNaN(Date.parse(`${moment}Z`)) ? null : moment;
}
