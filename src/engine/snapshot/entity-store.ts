import { assert, must } from "../../fault.ts";
import type { Entity, Properties } from "../entity/entity.ts";
import { isSchema, propertyOf } from "../entity/model.ts";
import type { Json } from "../json.ts";
import type { Section, Sections } from "./sections.ts";
import type { EntityIndex } from "./snapshot.ts";

/*
 * Entities as bytes, decoded one at a time when they are asked for:
 *
 *   entity.ids       ids in UTF-8, one after the other     entity.idEnds     where each ends
 *   entity.rows      one JSON array per entity             entity.rowEnds    where each ends
 *   refs.ends        per entity, where its referrers end   refs.from, refs.property
 *
 * A row is [schema, property, values, property, values …], then, where there is any, an object with the EDTF dates.
 * Schemata and properties are numbers into the names of the header. Within targets, and within the rest, entities
 * stand in the order of their ids' bytes, so that an id is found by halving.
 */

/** Names that rows and references are numbered by; part of the snapshot's header. */
export type EntityNames = { readonly schemata: readonly string[]; readonly properties: readonly string[] };

type Row = readonly [schema: number, ...(number | readonly string[] | Record<string, readonly string[]>)[]];

/** Ids in the one order that is the same on every machine: by their UTF-8 bytes. */
export function compareIds(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Entities compiled to sections. `entities` are targets first, each part in the order of `compareIds`, ids distinct. */
export function encodeEntities(entities: readonly Entity[]): {
  readonly names: EntityNames;
  readonly sections: ReadonlyMap<string, Section>;
} {
  const names = namesOf(entities);
  const schemaNumber = new Map(names.schemata.map((name, number) => [name, number]));
  const propertyNumber = new Map(names.properties.map((name, number) => [name, number]));
  const number = (numbers: ReadonlyMap<string, number>, name: string): number =>
    must(numbers.get(name), "every name was collected");
  const rows = entities.map((entity) => {
    const row: Json[] = [number(schemaNumber, entity.schema)];
    for (const [name, values] of statedIn(entity.properties)) row.push(number(propertyNumber, name), values);
    const edtf = statedIn(entity.edtf ?? {});
    if (edtf.length > 0) row.push(Object.fromEntries(edtf));
    return JSON.stringify(row);
  });
  const ids = packTexts(entities.map(({ id }) => id));
  const packed = packTexts(rows);
  return {
    names,
    sections: new Map<string, Section>([
      ["entity.ids", ids.bytes],
      ["entity.idEnds", ids.ends],
      ["entity.rows", packed.bytes],
      ["entity.rowEnds", packed.ends],
      ...encodeReferences(entities, propertyNumber),
    ]),
  };
}

function statedIn(properties: Properties): [string, readonly string[]][] {
  return Object.entries(properties)
    .filter(([, values]) => values.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function namesOf(entities: readonly Entity[]): EntityNames {
  const schemata = new Set<string>();
  const properties = new Set<string>();
  for (const entity of entities) {
    schemata.add(entity.schema);
    for (const name of Object.keys(entity.properties)) properties.add(name);
  }
  return { schemata: [...schemata].sort(), properties: [...properties].sort() };
}

/** Texts one after the other in UTF-8, and where each ends. */
export function packTexts(texts: readonly string[]): {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
} {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [index, text] of texts.entries()) {
    end += Buffer.byteLength(text);
    ends[index] = end;
  }
  const bytes = Buffer.alloc(end);
  for (const [index, text] of texts.entries()) bytes.write(text, index === 0 ? 0 : (ends[index - 1] ?? 0));
  return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), ends };
}

/** One of the texts of `packTexts`. */
export function textAt(bytes: Uint8Array, ends: Uint32Array, index: number): string {
  const start = index === 0 ? 0 : (ends[index - 1] as number);
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, (ends[index] as number) - start).toString(
    "utf8",
  );
}

function encodeReferences(
  entities: readonly Entity[],
  propertyNumber: ReadonlyMap<string, number>,
): [string, Section][] {
  const places = new Map(entities.map(({ id }, index) => [id, index]));
  assert(places.size === entities.length, "ids are distinct");
  const found: { to: number; from: number; property: number }[] = [];
  for (const [from, entity] of entities.entries()) {
    for (const [name, values] of Object.entries(entity.properties)) {
      if (!isReference(entity.schema, name)) continue;
      const property = must(propertyNumber.get(name), "every name was collected");
      for (const value of new Set(values)) {
        const to = places.get(value);
        if (to !== undefined) found.push({ to, from, property });
      }
    }
  }
  found.sort((a, b) => a.to - b.to || a.from - b.from || a.property - b.property);
  const ends = new Uint32Array(entities.length);
  for (const { to } of found) ends[to] = (ends[to] ?? 0) + 1;
  for (let index = 1; index < ends.length; index += 1)
    ends[index] = (ends[index] ?? 0) + (ends[index - 1] ?? 0);
  return [
    ["refs.ends", ends],
    ["refs.from", Uint32Array.from(found, ({ from }) => from)],
    ["refs.property", Uint16Array.from(found, ({ property }) => property)],
  ];
}

/** True where the property's values are ids of entities. A schema that the model lacks refers to nothing. */
export function isReference(schema: string, property: string): boolean {
  return isSchema(schema) && propertyOf(schema, property)?.type === "entity";
}

/** More ids than one answer has. */
const LATELY_MAX = 64;

/** Reads the sections of `encodeEntities`. */
export class EntityStore {
  readonly size: number;
  readonly #targets: number;
  readonly #names: EntityNames;
  readonly #ids: Uint8Array;
  readonly #idEnds: Uint32Array;
  readonly #rows: Uint8Array;
  readonly #rowEnds: Uint32Array;
  readonly #refEnds: Uint32Array;
  readonly #refFrom: Uint32Array;
  readonly #refProperty: Uint16Array;
  /** Entities whose ids were given lately: they are the ones that are looked for. */
  readonly #lately = new Map<string, EntityIndex>();

  constructor(sections: Sections, names: EntityNames, targets: number) {
    this.#names = names;
    this.#targets = targets;
    this.#ids = sections.u8("entity.ids");
    this.#idEnds = sections.u32("entity.idEnds");
    this.#rows = sections.u8("entity.rows");
    this.#rowEnds = sections.u32("entity.rowEnds");
    this.#refEnds = sections.u32("refs.ends");
    this.#refFrom = sections.u32("refs.from");
    this.#refProperty = sections.u16("refs.property");
    this.size = this.#idEnds.length;
  }

  /** Id of an entity, without decoding the rest of it. */
  id(index: EntityIndex): string {
    const id = textAt(this.#ids, this.#idEnds, index);
    if (this.#lately.size >= LATELY_MAX) this.#lately.clear();
    this.#lately.set(id, index);
    return id;
  }

  entity(index: EntityIndex): Entity {
    assert(index >= 0 && index < this.size, "an entity's place is inside the snapshot");
    const row = JSON.parse(textAt(this.#rows, this.#rowEnds, index)) as Row;
    const properties: Record<string, readonly string[]> = {};
    let at = 1;
    for (; at + 1 < row.length; at += 2) {
      properties[must(this.#names.properties[row[at] as number], "a known property")] = row[
        at + 1
      ] as readonly string[];
    }
    const id = textAt(this.#ids, this.#idEnds, index);
    const schema = must(this.#names.schemata[row[0]], "a known schema");
    return at < row.length
      ? { id, schema, properties, edtf: row[at] as unknown as Properties }
      : { id, schema, properties };
  }

  find(id: string): EntityIndex {
    const lately = this.#lately.get(id);
    if (lately !== undefined) return lately;
    const wanted = Buffer.from(id);
    const target = this.#halve(wanted, 0, this.#targets);
    return target >= 0 ? target : this.#halve(wanted, this.#targets, this.size);
  }

  referrers(index: EntityIndex): readonly { readonly index: EntityIndex; readonly property: string }[] {
    const start = index === 0 ? 0 : (this.#refEnds[index - 1] as number);
    const end = this.#refEnds[index] as number;
    return Array.from({ length: end - start }, (_, at) => ({
      index: this.#refFrom[start + at] as number,
      property: must(this.#names.properties[this.#refProperty[start + at] as number], "a known property"),
    }));
  }

  #halve(wanted: Buffer, from: number, until: number): EntityIndex {
    let low = from;
    let high = until - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const start = middle === 0 ? 0 : (this.#idEnds[middle - 1] as number);
      const order = wanted.compare(this.#ids, start, this.#idEnds[middle] as number);
      if (order === 0) return middle;
      if (order < 0) high = middle - 1;
      else low = middle + 1;
    }
    return -1;
  }
}
