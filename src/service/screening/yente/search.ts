import type { Book } from "./book.ts";
import { type Catalogue, chosenFrom, type Dataset, type Shelf, scopeOf } from "./catalogue.ts";
import { BASE_SCHEMA } from "./example.ts";
import { captionOf, schemaNamed, searchedSchemata, TYPE_BY_GROUP } from "./ftm-schema.ts";
import { type Filter, placeTest } from "./place-filter.ts";
import { QueryParameters } from "./query-parameters.ts";
import { parseSearch, type SearchNode } from "./query-string.ts";
import { Refusal } from "./refusal.ts";
import { columnOf, exactTest, fieldValues, PlaceSearch } from "./search-places.ts";
import { type Hit, type Sort, sortHits } from "./sort-hits.ts";
import type { WireEntity } from "./wire-entity.ts";

export const PAGE_LIMITS = {
  usual: 10,
  limitMax: 500,
  /** Elasticsearch looks at 9,999 results at most; limit and offset together stay below it. */
  offsetMax: 9_499,
} as const;

/** Values shown per facet. */
const FACET_VALUES_MAX = 300;
/** Facets that are not kept as columns are counted over so many of the best results at most. */
const FACET_ENTITIES_MAX = 10_000;

const FACETS = ["countries", "topics", "datasets"] as const;
const ALL_FACETS = ["countries", "topics", "datasets", "schema", "identifiers", "genders"];
/** Conditions beyond so many are refused: each is a look at every entity found. */
const FILTERS_MAX = 50;

type Facet = {
  readonly label: string;
  readonly values: readonly { readonly name: string; readonly label: string; readonly count: number }[];
};

type SearchAnswer = {
  readonly limit: number;
  readonly offset: number;
  readonly total: { readonly value: number; readonly relation: "eq" };
  readonly results: readonly WireEntity[];
  readonly facets: Readonly<Record<string, Facet>>;
};

/** `field:desc`, as yente writes it: whatever else stands behind the colon means ascending. */
export function parseSorts(texts: readonly string[]): readonly Sort[] {
  return texts.slice(0, 10).map((text) => {
    const at = text.lastIndexOf(":");
    return { field: at < 0 ? text : text.slice(0, at), descending: at >= 0 && text.slice(at + 1) === "desc" };
  });
}

function readFilters(
  texts: readonly string[],
): readonly { readonly field: string; readonly value: string }[] {
  if (texts.length > FILTERS_MAX) throw new Refusal(400, `Too many filters (limit: ${FILTERS_MAX})`);
  return texts.map((text) => {
    const at = text.indexOf(":");
    if (at < 0) throw new Refusal(400, `Invalid filter: '${text.slice(0, 100)}'`);
    return { field: text.slice(0, at), value: text.slice(at + 1) };
  });
}

/** Entities of a book that the search finds and the conditions let pass. */
function hitsIn(
  shelf: Shelf,
  node: SearchNode,
  passes: ((place: number) => boolean) | null,
  exact: readonly { readonly field: string; readonly value: string }[],
): readonly Hit[] {
  const { book } = shelf;
  const search = new PlaceSearch(book);
  const marks = search.marks(node);
  const tests = exact.map(({ field, value }) => exactTest(book, field, value));
  const hits: Hit[] = [];
  for (let place = 0; place < marks.length; place += 1) {
    if (marks[place] === 0 || passes?.(place) === false) continue;
    if (!tests.every((test) => test(place))) continue;
    // Entities of which much is known stand before their namesakes.
    const score = (search.scores[place] as number) + Math.sqrt(0.5 * (book.counts[place] as number));
    hits.push({ shelf, place, score });
  }
  return hits;
}

function labelOf(facet: string, value: string, datasets: readonly Dataset[]): string {
  if (facet === "datasets") return datasets.find(({ name }) => name === value)?.title ?? value;
  if (facet === "schema") return schemaNamed(value)?.plural ?? value;
  return captionOf(TYPE_BY_GROUP.get(facet)?.type ?? "", value);
}

function facetLabel(facet: string): string {
  if (facet === "datasets") return "Data sources";
  if (facet === "schema") return "Entity types";
  return TYPE_BY_GROUP.get(facet)?.plural ?? facet;
}

function countIn(book: Book, places: readonly number[], facet: string, counts: Map<string, number>): void {
  const column = columnOf(book, facet);
  const add = (value: string, count: number): void => {
    counts.set(value, (counts.get(value) ?? 0) + count);
  };
  if (column === null) {
    for (const place of places.slice(0, FACET_ENTITIES_MAX))
      for (const value of new Set(fieldValues(book, place, facet))) add(value, 1);
    return;
  }
  const numbers = new Uint32Array(column.names.length);
  for (const place of places) {
    const from = column.ends === null ? place : place === 0 ? 0 : (column.ends[place - 1] as number);
    const until = column.ends === null ? place + 1 : (column.ends[place] as number);
    for (let at = from; at < until; at += 1) {
      const number = column.values[at] as number;
      numbers[number] = (numbers[number] ?? 0) + 1;
    }
  }
  numbers.forEach((count, number) => {
    if (count > 0) add(column.names[number] ?? "", count);
  });
}

function facetOf(hits: readonly Hit[], facet: string, catalogue: Catalogue): Facet {
  const counts = new Map<string, number>();
  for (const [book, own] of Map.groupBy(hits, ({ shelf }) => shelf.book)) {
    countIn(
      book,
      own.map(({ place }) => place),
      facet,
      counts,
    );
  }
  const values = [...counts]
    .sort(([a, many], [b, others]) => others - many || (a < b ? -1 : 1))
    .slice(0, FACET_VALUES_MAX)
    .map(([name, count]) => ({ name, label: labelOf(facet, name, catalogue.datasets), count }));
  return { label: facetLabel(facet), values };
}

type SearchQuestion = {
  readonly node: SearchNode;
  readonly filter: Filter;
  readonly exact: readonly { readonly field: string; readonly value: string }[];
  readonly sorts: readonly Sort[];
  readonly facets: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly limit: number;
  readonly offset: number;
};

function readQuestion(queryString: string): SearchQuestion {
  const parameters = new QueryParameters(queryString);
  const schemaName = parameters.text("schema", BASE_SCHEMA);
  const every = parameters.choice("filter_op", ["OR", "AND"]) === "AND";
  const groups: Filter["groups"] = [
    { column: "country", values: parameters.texts("countries").map((code) => code.toLowerCase()), every },
    { column: "topic", values: parameters.texts("topics"), every },
    { column: "dataset", values: parameters.texts("datasets"), every },
  ];
  const excludeSchemata = parameters.texts("exclude_schema");
  const changedSince = parameters.moment("changed_since");
  const limit = parameters.integer("limit", PAGE_LIMITS.usual, PAGE_LIMITS.limitMax);
  const offset = parameters.integer("offset", 0, PAGE_LIMITS.offsetMax);
  const fuzzy = parameters.flag("fuzzy", false);
  const simple = parameters.flag("simple", false);
  // Deprecated and without effect in yente; a value that is none is still refused.
  parameters.flag("target", false);
  const facets = parameters.texts("facets");
  const wantedFacets = facets.length === 0 ? FACETS : ALL_FACETS.filter((facet) => facets.includes(facet));
  const [sorts, filters] = [parameters.texts("sort"), parameters.texts("filter")];
  const [include, exclude] = [parameters.texts("include_dataset"), parameters.texts("exclude_dataset")];
  parameters.done();
  const schema = schemaNamed(schemaName);
  if (schema === null) throw new Refusal(400, "Invalid schema");
  return {
    node: parseSearch(parameters.text("q", ""), { mode: simple ? "simple" : "strict", fuzzy }),
    filter: { schemata: searchedSchemata(schema), excludeSchemata, groups, changedSince, excludeIds: [] },
    exact: readFilters(filters),
    sorts: parseSorts(sorts),
    facets: wantedFacets,
    include,
    exclude,
    limit,
    offset,
  };
}

/** `GET /search/{dataset}`. */
export function answerSearch(
  catalogue: Catalogue,
  request: { readonly dataset: string; readonly query: string },
): SearchAnswer {
  const question = readQuestion(request.query);
  const { limit, offset, filter } = question;
  const scope = chosenFrom(
    scopeOf(catalogue, request.dataset),
    question.include,
    question.exclude,
    catalogue.datasets,
  );
  const hits = scope.shelves.flatMap((shelf) =>
    hitsIn(shelf, question.node, placeTest(shelf, scope, filter), question.exact),
  );
  const page = sortHits(hits, question.sorts, offset + limit).slice(offset, offset + limit);
  const facets = question.facets.map((facet) => [facet, facetOf(hits, facet, catalogue)]);
  return {
    limit,
    offset,
    total: { value: hits.length, relation: "eq" },
    results: page.map(({ shelf, place }) => shelf.book.wire(place)),
    facets: Object.fromEntries(facets) as SearchAnswer["facets"],
  };
}
