import { valuesOf } from "../../../engine/entity/entity.ts";
import { type Catalogue, findEntity, type Shelf } from "./catalogue.ts";
import { type Schema, schemaNamed } from "./ftm-schema.ts";
import { QueryParameters } from "./query-parameters.ts";
import { Refusal } from "./refusal.ts";
import { PAGE_LIMITS, parseSorts } from "./search.ts";
import { type Hit, type Sort, sortHits } from "./sort-hits.ts";
import { type WireEntity, wireEntity } from "./wire-entity.ts";

/** Entities shown inside one entity; a bank or a street may be named by thousands. */
const NESTED_MAX = 9_999;

type Value = string | WireEntity;
/** What one answer may still nest. */
type Budget = { left: number };

/** Edges at a place of a book: an edge leads on to its other side, a thing does not. */
type Spot = { readonly shelf: Shelf; readonly place: number };

function schemaAt({ shelf, place }: Spot): Schema | null {
  return schemaNamed(shelf.book.entity(place).schema);
}

/** The entity with its references followed once more where it is an edge; ids on the way here stay ids. */
function nestedValue(spot: Spot, path: ReadonlySet<string>, budget: Budget): WireEntity {
  budget.left -= 1;
  const { book } = spot.shelf;
  const entity = book.entity(spot.place);
  const schema = schemaNamed(entity.schema);
  const next = new Set([...path, entity.id]);
  const properties: Record<string, readonly Value[]> = {};
  for (const [name, values] of Object.entries(entity.properties)) {
    const follows = schema?.edge != null && schema.properties.get(name)?.type === "entity";
    properties[name] = follows ? values.map((id) => followed(spot.shelf, id, next, budget)) : values;
  }
  return wireEntity(entity, book.envelope(spot.place), properties);
}

function followed(shelf: Shelf, id: string, path: ReadonlySet<string>, budget: Budget): Value {
  const place = path.has(id) || budget.left <= 0 ? -1 : shelf.book.find(id);
  return place < 0 ? id : nestedValue({ shelf, place }, path, budget);
}

/** Entities that refer to this one, by the property under which they are shown on it. */
function inbound({ shelf, place }: Spot): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { index, property } of shelf.book.referrers(place)) {
    const reverse = schemaAt({ shelf, place: index })?.properties.get(property)?.reverse;
    if (reverse === null || reverse === undefined) continue;
    const others = found.get(reverse);
    if (others === undefined) found.set(reverse, [index]);
    else if (!others.includes(index)) others.push(index);
  }
  const { stated } = shelf.book;
  for (const others of found.values())
    others.sort((one, other) => (stated[one] as number) - (stated[other] as number));
  return found;
}

/** The entity with what it refers to, and what refers to it, in place of ids. */
export function nestedEntity(spot: Spot): WireEntity {
  const { shelf, place } = spot;
  const entity = shelf.book.entity(place);
  const schema = schemaNamed(entity.schema);
  const path = new Set([entity.id]);
  const budget = { left: NESTED_MAX };
  const properties: Record<string, readonly Value[]> = {};
  for (const [reverse, places] of inbound(spot))
    properties[reverse] = places
      .slice(0, NESTED_MAX)
      .map((other) => nestedValue({ shelf, place: other }, path, budget));
  for (const [name, values] of Object.entries(entity.properties)) {
    const follows = schema?.properties.get(name)?.type === "entity";
    properties[name] = follows ? values.map((id) => followed(shelf, id, path, budget)) : values;
  }
  return wireEntity(entity, shelf.book.envelope(place), properties);
}

type Page = {
  readonly results: readonly Value[];
  readonly total: { readonly value: number; readonly relation: "eq" };
  readonly limit: number;
  readonly offset: number;
};
type PageWish = { readonly sorts: readonly Sort[]; readonly limit: number; readonly offset: number };

function readWish(queryString: string): PageWish {
  const parameters = new QueryParameters(queryString);
  const limit = parameters.integer("limit", PAGE_LIMITS.usual, PAGE_LIMITS.limitMax);
  const offset = parameters.integer("offset", 0, PAGE_LIMITS.offsetMax);
  const sorts = parameters.texts("sort");
  parameters.done();
  return { sorts: parseSorts(sorts), limit, offset };
}

/** One page of the entities that a property of the entity leads to, itself or from the other side. */
function adjacentPage(
  spot: Spot,
  property: string,
  wish: PageWish,
  reverse: ReadonlyMap<string, readonly number[]>,
): Page {
  const { shelf, place } = spot;
  const entity = shelf.book.entity(place);
  const own = valuesOf(entity, property).map((id) => shelf.book.find(id));
  const places = [...new Set([...own, ...(reverse.get(property) ?? [])])].filter((at) => at >= 0);
  const { stated } = shelf.book;
  // Where nobody asks for an order, and among equals, yente lists as the dataset does: earlier lines score more.
  const hits: readonly Hit[] = places.map((at) => ({ shelf, place: at, score: -(stated[at] as number) }));
  const { limit, offset, sorts } = wish;
  const page = sortHits(hits, sorts, offset + limit).slice(offset, offset + limit);
  const budget = { left: NESTED_MAX };
  return {
    results: page.map((hit) => nestedValue(hit, new Set([entity.id]), budget)),
    total: { value: places.length, relation: "eq" },
    limit,
    offset,
  };
}

/** What a look-up gives: the answer, or the id that the asked one was merged into. */
export type EntityAnswer =
  | { readonly kind: "answer"; readonly answer: unknown }
  | { readonly kind: "moved"; readonly id: string };

function spotOf(catalogue: Catalogue, id: string): Spot | { readonly moved: string } {
  const found = findEntity(catalogue, id);
  if (found === null) throw new Refusal(404, "No such entity!");
  return found.canonical ? found : { moved: found.shelf.book.entity(found.place).id };
}

/** `GET /entities/{id}`. */
export function answerEntity(
  catalogue: Catalogue,
  request: { readonly id: string; readonly query: string },
): EntityAnswer {
  const parameters = new QueryParameters(request.query);
  const nested = parameters.flag("nested", true);
  parameters.done();
  const spot = spotOf(catalogue, request.id);
  if ("moved" in spot) return { kind: "moved", id: spot.moved };
  return { kind: "answer", answer: nested ? nestedEntity(spot) : spot.shelf.book.wire(spot.place) };
}

/** `GET /entities/{id}/adjacent`. */
export function answerAdjacent(
  catalogue: Catalogue,
  request: { readonly id: string; readonly query: string },
): EntityAnswer {
  const wish = readWish(request.query);
  const spot = spotOf(catalogue, request.id);
  if ("moved" in spot) return { kind: "moved", id: spot.moved };
  const reverse = inbound(spot);
  const properties = [...(schemaAt(spot)?.properties.values() ?? [])].filter(({ type }) => type === "entity");
  const pages = properties
    .map(({ name }): [string, Page] => [name, adjacentPage(spot, name, wish, reverse)])
    .filter(([, { total }]) => total.value > 0);
  const entity = spot.shelf.book.wire(spot.place);
  return { kind: "answer", answer: { entity, adjacent: Object.fromEntries(pages) } };
}

/** `GET /entities/{id}/adjacent/{property}`. */
export function answerAdjacentProperty(
  catalogue: Catalogue,
  request: { readonly id: string; readonly property: string; readonly query: string },
): EntityAnswer {
  const wish = readWish(request.query);
  const spot = spotOf(catalogue, request.id);
  if ("moved" in spot) return { kind: "moved", id: spot.moved };
  const property = schemaAt(spot)?.properties.get(request.property);
  if (property?.type !== "entity") throw new Refusal(404, "No such property!");
  return { kind: "answer", answer: adjacentPage(spot, property.name, wish, inbound(spot)) };
}
