import { z } from "zod";

/** What the document of the API says of yente's routes. Their requests are read by `query-parameters.ts`, which answers as yente does. */

const Failure = z.object({ detail: z.union([z.string(), z.array(z.unknown())]) }).meta({ id: "YenteError" });
const Total = z.object({ value: z.int(), relation: z.string() });
const Entity = z
  .object({
    id: z.string(),
    caption: z.string(),
    schema: z.string(),
    properties: z
      .record(z.string(), z.array(z.unknown()))
      .describe("Values; entities in place of their ids where the answer is nested"),
    datasets: z.array(z.string()),
    referents: z.array(z.string()),
    target: z.boolean(),
    first_seen: z.string().nullable(),
    last_seen: z.string().nullable(),
    last_change: z.string().nullable(),
  })
  .meta({ id: "YenteEntity" });
const Scored = Entity.extend({
  score: z.number(),
  match: z.boolean(),
  explanations: z.record(
    z.string(),
    z.object({
      detail: z.string(),
      score: z.number(),
      query: z.string().nullable(),
      candidate: z.string().nullable(),
    }),
  ),
}).meta({ id: "YenteScoredEntity" });
const Example = z
  .object({
    id: z.string().nullish(),
    schema: z.string(),
    properties: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "YenteExample" });
const Matches = z.object({ status: z.int(), results: z.array(Scored), total: Total, query: Example });
const Facet = z.object({
  label: z.string(),
  values: z.array(z.object({ name: z.string(), label: z.string(), count: z.int() })),
});
const Page = z.object({ results: z.array(z.unknown()), total: Total, limit: z.int(), offset: z.int() });

const dataset = z.object({ dataset: z.string().describe("Dataset or collection, such as default") });
const id = z.object({ id: z.string() });
const failures = { 400: Failure, 404: Failure, 422: Failure, 503: Failure };
const many = z.array(z.string()).optional();
const tags = ["yente"];
const paging = z.object({
  limit: z.int().max(500).optional(),
  offset: z.int().max(9499).optional(),
  sort: many.describe("field:asc or field:desc"),
});

export const yenteDocs = {
  match: {
    summary: "Whom each example may be",
    tags,
    params: dataset,
    querystring: z.object({
      limit: z.int().max(500).optional(),
      threshold: z.number().optional(),
      cutoff: z.number().optional(),
      algorithm: z.string().optional(),
      include_dataset: many,
      exclude_dataset: many,
      exclude_schema: many,
      topics: many,
      changed_since: z.string().optional(),
      exclude_entity_ids: many,
    }),
    body: z.object({
      queries: z.record(z.string(), Example),
      weights: z.record(z.string(), z.number()).optional(),
      config: z.record(z.string(), z.unknown()).optional(),
    }),
    response: { 200: z.object({ responses: z.record(z.string(), Matches), limit: z.int() }), ...failures },
  },
  search: {
    summary: "Entities that a text finds",
    tags,
    params: dataset,
    querystring: paging.extend({
      q: z.string().optional(),
      schema: z.string().optional(),
      countries: many,
      topics: many,
      datasets: many,
      filter: many,
      filter_op: z.enum(["OR", "AND"]).optional(),
      facets: many,
      include_dataset: many,
      exclude_dataset: many,
      exclude_schema: many,
      changed_since: z.string().optional(),
      fuzzy: z.boolean().optional(),
      simple: z.boolean().optional(),
    }),
    response: {
      200: z.object({
        limit: z.int(),
        offset: z.int(),
        total: Total,
        results: z.array(Entity),
        facets: z.record(z.string(), Facet),
      }),
      ...failures,
    },
  },
  entity: {
    summary: "One entity, with what belongs to it",
    tags,
    params: id,
    querystring: z.object({ nested: z.boolean().optional() }),
    response: { 200: Entity, 308: z.null(), ...failures },
  },
  adjacent: {
    summary: "What an entity is linked to, property by property",
    tags,
    params: id,
    querystring: paging,
    response: { 200: z.object({ entity: Entity, adjacent: z.record(z.string(), Page) }), ...failures },
  },
  adjacentProperty: {
    summary: "What an entity is linked to by one property",
    tags,
    params: id.extend({ property: z.string() }),
    querystring: paging,
    response: { 200: Page, ...failures },
  },
  reconcile: {
    summary: "What the reconciliation service offers (W3C Reconciliation 0.2)",
    tags,
    params: dataset,
    response: { 200: z.looseObject({ versions: z.array(z.string()), name: z.string() }), ...failures },
  },
  reconcilePost: {
    summary: "Reconciles texts, or extends rows by properties; a form with queries or extend",
    tags,
    params: dataset,
    response: { 200: z.looseObject({}), ...failures },
  },
  suggest: {
    summary: "What a prefix may become",
    tags,
    params: dataset,
    querystring: z.object({ prefix: z.string().optional(), limit: z.int().optional() }),
    response: { 200: z.looseObject({ result: z.array(z.unknown()) }), ...failures },
  },
  extendProperty: {
    summary: "Properties by which rows can be extended",
    tags,
    params: dataset,
    querystring: z.object({ type: z.string().optional(), limit: z.int().optional() }),
    response: { 200: z.looseObject({ properties: z.array(z.unknown()) }), ...failures },
  },
  catalogue: {
    summary: "The datasets served, with their versions",
    tags,
    response: {
      200: z.object({
        datasets: z.array(z.looseObject({ name: z.string(), title: z.string(), version: z.string() })),
        current: z.array(z.string()),
        outdated: z.array(z.string()),
        index_stale: z.boolean(),
      }),
      503: Failure,
    },
  },
  algorithms: {
    summary: "The names of algorithms that a match can ask for",
    tags,
    response: {
      200: z.looseObject({
        algorithms: z.array(z.looseObject({ name: z.string() })),
        default: z.string(),
        best: z.string(),
      }),
    },
  },
  health: { summary: "The process runs", tags, response: { 200: z.object({ status: z.string() }) } },
  ready: {
    summary: "The data is open, and how the last update went",
    tags,
    response: {
      200: z.object({
        status: z.string(),
        update: z.object({ ok: z.boolean(), problem: z.string().nullable(), at: z.string().nullable() }),
      }),
      503: Failure,
    },
  },
  update: {
    summary: "Reads the data anew",
    tags,
    querystring: z.object({ token: z.string().optional(), sync: z.boolean().optional() }),
    response: { 200: z.object({ status: z.string() }), 403: Failure, 500: Failure },
  },
};
