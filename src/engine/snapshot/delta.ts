import type { Entity, Properties } from "../entity/entity.ts";
import { compareIds } from "./entity-store.ts";

/** A fact that changed between two editions: a property (or `schema`, or `edtf.` and a date property) and its values. */
export type FactChange = {
  readonly fact: string;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
};

/** An entity that both editions hold, with what differs. `caption` is the newer edition's first name. */
export type EntityChange = {
  readonly id: string;
  readonly caption: string;
  readonly facts: readonly FactChange[];
};

/** What turns one edition's entities into another's. Every part is in the order of ids. */
export type Delta = {
  readonly added: readonly Entity[];
  readonly changed: readonly EntityChange[];
  readonly removed: readonly Entity[];
};

/** The difference from `before` to `after`; the order of a property's values is no difference. */
export function deltaBetween(before: readonly Entity[], after: readonly Entity[]): Delta {
  const old = new Map(before.map((entity) => [entity.id, entity]));
  const added: Entity[] = [];
  const changed: EntityChange[] = [];
  for (const entity of after) {
    const earlier = old.get(entity.id);
    old.delete(entity.id);
    if (earlier === undefined) {
      added.push(entity);
      continue;
    }
    const facts = factChanges(earlier, entity);
    if (facts.length > 0) changed.push({ id: entity.id, caption: captionOf(entity), facts });
  }
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareIds(a.id, b.id);
  return { added: added.sort(byId), changed: changed.sort(byId), removed: [...old.values()].sort(byId) };
}

/** The entities that `delta` makes of `before`, in the order of ids. */
export function applyDelta(before: readonly Entity[], delta: Delta): readonly Entity[] {
  const entities = new Map(before.map((entity) => [entity.id, entity]));
  for (const { id } of delta.removed) entities.delete(id);
  for (const entity of delta.added) entities.set(entity.id, entity);
  for (const { id, facts } of delta.changed) {
    const entity = entities.get(id);
    if (entity !== undefined) entities.set(id, applyFacts(entity, facts));
  }
  return [...entities.values()].sort((a, b) => compareIds(a.id, b.id));
}

/** What a person calls the entity: its first name, or its id. */
export function captionOf(entity: Entity): string {
  return entity.properties.name?.[0] ?? entity.id;
}

function factChanges(before: Entity, after: Entity): readonly FactChange[] {
  const schema =
    before.schema === after.schema ? [] : [{ fact: "schema", gained: [after.schema], lost: [before.schema] }];
  return [
    ...schema,
    ...propertyChanges(before.properties, after.properties, ""),
    ...propertyChanges(before.edtf ?? {}, after.edtf ?? {}, EDTF),
  ];
}

const EDTF = "edtf.";

function propertyChanges(before: Properties, after: Properties, prefix: string): readonly FactChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const old = new Set(before[name] ?? []);
    const now = new Set(after[name] ?? []);
    const gained = [...now].filter((value) => !old.has(value));
    const lost = [...old].filter((value) => !now.has(value));
    return gained.length + lost.length === 0 ? [] : [{ fact: `${prefix}${name}`, gained, lost }];
  });
}

function applyFacts(entity: Entity, facts: readonly FactChange[]): Entity {
  const properties = new Map(Object.entries(entity.properties));
  const edtf = new Map(Object.entries(entity.edtf ?? {}));
  let schema = entity.schema;
  for (const { fact, gained, lost } of facts) {
    if (fact === "schema") {
      schema = gained[0] ?? schema;
      continue;
    }
    const [store, name] = fact.startsWith(EDTF) ? [edtf, fact.slice(EDTF.length)] : [properties, fact];
    const values = [...(store.get(name) ?? []).filter((value) => !lost.includes(value)), ...gained];
    if (values.length === 0) store.delete(name);
    else store.set(name, values);
  }
  const applied = { id: entity.id, schema, properties: Object.fromEntries(properties) };
  return edtf.size === 0 ? applied : { ...applied, edtf: Object.fromEntries(edtf) };
}
