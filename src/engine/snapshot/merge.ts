import { Fault, must } from "../../fault.ts";
import { type Entity, firstOf, type Properties, valuesOf } from "../entity/entity.ts";
import { isA } from "../entity/model.ts";
import { idPart } from "../lists/edition-builder.ts";
import type { EditionContent } from "../lists/reader.ts";
import { compareIds, isReference } from "./entity-store.ts";
import type { EditionRecord, Listing, ListRecord } from "./snapshot.ts";

/** A list as the compiler needs to know it; several lists of one publisher may share the prefix of their ids. */
export type ListSource = Omit<ListRecord, "editions"> & { readonly prefix: string };

/** One edition, read, with what its list is and where its files came from. */
export type EditionInput = {
  readonly list: ListSource;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly files: EditionRecord["files"];
  readonly content: EditionContent;
};

/** A day of listing that a cited public document states, for an entry of a list that states none. */
export type Designation = {
  readonly list: string;
  readonly entry: string;
  /** The name on the list: the day is not applied to an entry without it. Null where the publisher's own table gives the day. */
  readonly name: string | null;
  readonly listedOn: string;
  readonly source: string;
  /** Names by which the source calls the party and which the list itself does not hold; added as aliases. */
  readonly aliases?: readonly string[] | undefined;
};

/** Everything that the editions held say: targets first, each part in the order of the ids' bytes. */
export type MergedLists = {
  readonly lists: readonly ListRecord[];
  readonly entities: readonly Entity[];
  /** Per target, in the order of `entities`. */
  readonly listings: readonly (readonly Listing[])[];
};

type ListContent = {
  readonly record: ListRecord;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly listings: ReadonlyMap<string, Listing>;
};

/**
 * Merges editions. Within a list an entity's content, with all that is attached to it, is the newest edition's that holds
 * it. Entities that several lists hold under one id get the values of all, the list with the newest edition first.
 */
export function mergeEditions(
  editions: readonly EditionInput[],
  designations: readonly Designation[],
): MergedLists {
  const byList = Map.groupBy(editions, ({ list }) => list.id);
  const stated = new Map(designations.map((designation) => [designationKey(designation), designation]));
  const contents = [...byList.keys()]
    .sort()
    .map((id) => mergeList(must(byList.get(id), "a group has members"), stated));
  return joinLists(contents);
}

function mergeList(
  unordered: readonly EditionInput[],
  stated: ReadonlyMap<string, Designation>,
): ListContent {
  const editions = [...unordered].sort((a, b) => (a.date < b.date ? -1 : 1));
  for (const [index, { date, list, files }] of editions.entries()) {
    if (editions[index + 1]?.date !== date) continue;
    const file = files.map(({ name }) => name).join(", ");
    throw new Fault({
      code: "list-refused",
      list: list.id,
      file,
      reason: `there are two editions of ${date}`,
    });
  }
  const { list } = must(editions[0], "a group has members");
  const entities = new Map<string, Entity>();
  const newest = new Map<string, { readonly sanctions: readonly Entity[]; readonly editions: string[] }>();
  for (const { date, content } of editions.toReversed()) {
    const sanctions = sanctionsOf(content.entities);
    const unseen = [...sanctions.keys()].filter((id) => !newest.has(id));
    if (entities.size === 0) for (const entity of content.entities) entities.set(entity.id, entity);
    else addAttached(entities, content.entities, unseen, new Set(sanctions.keys()));
    for (const id of unseen) newest.set(id, { sanctions: sanctions.get(id) ?? [], editions: [] });
    for (const id of sanctions.keys()) newest.get(id)?.editions.unshift(date);
  }
  const listings = new Map<string, Listing>();
  for (const [id, found] of newest) {
    // A Sanction on an entity that the edition does not hold lists nobody.
    const entity = entities.get(id);
    if (entity === undefined) continue;
    const listing = listingOf(list, entity, found, stated);
    listings.set(id, listing);
    const designation = stated.get(designationKey({ list: list.id, entry: listing.entry }));
    if (designation !== undefined && standsFor(designation, entity))
      entities.set(id, withAliases(entity, designation));
  }
  const { prefix: _, ...described } = list;
  return { record: { ...described, editions: editions.map(editionRecord) }, entities, listings };
}

function editionRecord({ date, files, content }: EditionInput): EditionRecord {
  const { format, targets, rejected, notes } = content.report;
  const reasons = reasonsOf(rejected);
  const rejectedFor = reasons.length === 0 ? {} : { rejectedFor: reasons };
  return { date, format, files, targets, rejected: rejected.length, ...rejectedFor, notes };
}

/** Reasons that a record keeps; the rest are in the reader's own report. */
const REASONS_MAX = 3;

function reasonsOf(rejected: readonly { readonly reason: string }[]) {
  const rows = new Map<string, number>();
  for (const { reason } of rejected) rows.set(reason, (rows.get(reason) ?? 0) + 1);
  return [...rows]
    .sort(([one, many], [other, few]) => few - many || (one < other ? -1 : 1))
    .slice(0, REASONS_MAX)
    .map(([reason, count]) => ({ reason, rows: count }));
}

function sanctionsOf(entities: readonly Entity[]): ReadonlyMap<string, readonly Entity[]> {
  const found = new Map<string, Entity[]>();
  for (const entity of entities) {
    if (!isA(entity.schema, "Sanction")) continue;
    for (const target of valuesOf(entity, "entity")) {
      const sanctions = found.get(target);
      if (sanctions === undefined) found.set(target, [entity]);
      else sanctions.push(entity);
    }
  }
  return found;
}

/** Adds targets that only this older edition holds, and whatever hangs on them; other targets are where the walk ends. */
function addAttached(
  held: Map<string, Entity>,
  edition: readonly Entity[],
  unseen: readonly string[],
  targets: ReadonlySet<string>,
): void {
  const byId = new Map(edition.map((entity) => [entity.id, entity]));
  const neighbors = neighborsOf(edition, byId);
  const waiting = [...unseen];
  const seen = new Set(unseen);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entity = byId.get(id);
    if (entity === undefined) continue;
    if (!held.has(id)) held.set(id, entity);
    for (const next of neighbors.get(id) ?? []) {
      if (seen.has(next) || targets.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
}

function neighborsOf(
  edition: readonly Entity[],
  byId: ReadonlyMap<string, Entity>,
): ReadonlyMap<string, readonly string[]> {
  const neighbors = new Map<string, string[]>(edition.map(({ id }) => [id, []]));
  for (const entity of edition) {
    for (const [property, values] of Object.entries(entity.properties)) {
      if (!isReference(entity.schema, property)) continue;
      for (const value of values) {
        if (!byId.has(value)) continue;
        neighbors.get(entity.id)?.push(value);
        neighbors.get(value)?.push(entity.id);
      }
    }
  }
  return neighbors;
}

function listingOf(
  list: ListSource,
  entity: Entity,
  found: { readonly sanctions: readonly Entity[]; readonly editions: readonly string[] },
  stated: ReadonlyMap<string, Designation>,
): Listing {
  const all = (property: string): string[] => [
    ...new Set(found.sanctions.flatMap((sanction) => valuesOf(sanction, property))),
  ];
  const entry = entryOf(list.prefix, entity.id, [...all("authorityId"), ...all("unscId")]);
  const programmes = all("program");
  const dates = found.sanctions.flatMap(
    (sanction) => firstOf(sanction, "listingDate") ?? firstOf(sanction, "startDate") ?? [],
  );
  const listedOn = dates.sort()[0] ?? null;
  const designation = listedOn === null ? stated.get(designationKey({ list: list.id, entry })) : undefined;
  const applies = designation !== undefined && standsFor(designation, entity);
  return {
    list: list.id,
    entry,
    programmes: programmes.length > 0 ? programmes : all("programId"),
    editions: found.editions,
    listedOn: applies ? designation.listedOn : listedOn,
    listedOnSource: applies ? designation.source : null,
  };
}

/** A citation by name holds for an entry only while the entry bears that name. */
function standsFor({ name }: Designation, entity: Entity): boolean {
  return name === null || valuesOf(entity, "name").includes(name);
}

function withAliases(entity: Entity, { aliases = [] }: Designation): Entity {
  if (aliases.length === 0) return entity;
  const alias = [...new Set([...valuesOf(entity, "alias"), ...aliases])];
  return { ...entity, properties: { ...entity.properties, alias } };
}

/** The publisher's own spelling of the reference where a sanction keeps it, else what the id says. */
function entryOf(prefix: string, id: string, references: readonly string[]): string {
  if (!id.startsWith(`${prefix}-`)) return references[0] ?? id;
  const part = id.slice(prefix.length + 1);
  return references.find((reference) => idPart(reference) === part) ?? part;
}

function designationKey({ list, entry }: { readonly list: string; readonly entry: string }): string {
  return `${list}\n${entry}`;
}

function joinLists(contents: readonly ListContent[]): MergedLists {
  const newestFirst = [...contents].sort((a, b) => {
    const [left, right] = [a, b].map(({ record }) => record.editions.at(-1)?.date ?? "") as [string, string];
    if (left !== right) return left > right ? -1 : 1;
    return a.record.id < b.record.id ? -1 : 1;
  });
  const entities = new Map<string, Entity>();
  for (const { entities: held, record } of newestFirst) {
    for (const entity of held.values()) {
      const earlier = entities.get(entity.id);
      if (earlier === undefined) entities.set(entity.id, entity);
      else if (isSame(earlier, entity)) entities.set(entity.id, unite(earlier, entity));
      else entities.set(`${entity.id}-${record.id}`, { ...entity, id: `${entity.id}-${record.id}` });
    }
  }
  const listings = new Map<string, Listing[]>();
  for (const content of contents) {
    for (const [id, listing] of content.listings) {
      const others = listings.get(id);
      if (others === undefined) listings.set(id, [listing]);
      else others.push(listing);
    }
  }
  const targets = [...listings.keys()].sort(compareIds);
  const others = [...entities.keys()].filter((id) => !listings.has(id)).sort(compareIds);
  return {
    lists: contents.map(({ record }) => record),
    entities: [...targets, ...others].map((id) => must(entities.get(id), "a target is an entity held")),
    listings: targets.map((id) => listings.get(id) ?? []),
  };
}

/** Documents are numbered by each list for itself: two with one id and different numbers are two. */
function isSame(first: Entity, second: Entity): boolean {
  if (!isA(first.schema, "Identification") && !isA(second.schema, "Identification")) return true;
  return firstOf(first, "number") === firstOf(second, "number");
}

function unite(first: Entity, second: Entity): Entity {
  const schema = isA(second.schema, first.schema) ? second.schema : first.schema;
  const properties = uniteProperties(first.properties, second.properties);
  if (first.edtf === undefined && second.edtf === undefined) return { id: first.id, schema, properties };
  return { id: first.id, schema, properties, edtf: uniteProperties(first.edtf ?? {}, second.edtf ?? {}) };
}

function uniteProperties(first: Properties, second: Properties): Properties {
  const united: Record<string, readonly string[]> = { ...first };
  for (const [name, values] of Object.entries(second))
    united[name] = [...new Set([...(united[name] ?? []), ...values])];
  return united;
}
