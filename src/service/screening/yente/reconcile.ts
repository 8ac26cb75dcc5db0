import { valuesOf } from "../../../engine/entity/entity.ts";
import { algorithmNamed } from "./algorithms.ts";
import { type Catalogue, findEntity, type Scope, scopeOf } from "./catalogue.ts";
import { commonName } from "./common-name.ts";
import { BASE_SCHEMA, cleanExample, type Example, subjectOf } from "./example.ts";
import { captionOf, PROPERTY_BY_QNAME, SCHEMA_BY_NAME, type Schema, schemaNamed } from "./ftm-schema.ts";
import { matchSubject, THRESHOLD_USUAL } from "./match.ts";
import { ANY } from "./place-filter.ts";
import { QueryParameters } from "./query-parameters.ts";
import { type ExtendQuery, type ReconQuery, readExtendQuery, readReconQueries } from "./recon-queries.ts";
import { Refusal } from "./refusal.ts";
import type { Rules } from "./rules.ts";
import { PlaceSearch } from "./search-places.ts";
import { searchWords } from "./search-words.ts";
import { sortHits } from "./sort-hits.ts";

const REFERENCE = "https://www.opensanctions.org/reference/#schema";
/** What a list of suggestions shows. */
const SUGGESTIONS = { usual: 10, max: 500, shown: 5 } as const;

type FreebaseType = { readonly id: string; readonly name: string; readonly description: string };

function typeOf(schema: Schema): FreebaseType {
  return { id: schema.name, name: schema.plural, description: schema.description ?? schema.label };
}

/** Schemata of the scope's entities that can be matched, and all that those descend from. */
function matchableSchemata(scope: Scope): readonly Schema[] {
  const present = scope.shelves.flatMap(({ book }) => book.columns.schema.names);
  const lineage = present.flatMap((name) => {
    const schema = schemaNamed(name);
    return schema?.matchable === true ? schema.lineage : [];
  });
  return [...new Set(lineage)].sort().flatMap((name) => SCHEMA_BY_NAME.get(name) ?? []);
}

/** `GET /reconcile/{dataset}`: what the service offers; `origin` is the address by which it was asked. */
export function answerManifest(
  catalogue: Catalogue,
  request: { readonly dataset: string; readonly query: string; readonly origin: string },
): unknown {
  const scope = scopeOf(catalogue, request.dataset);
  const service_url = `${request.origin}/reconcile/${request.dataset}`;
  const passedOn = request.query === "" ? "" : `?${request.query}`;
  const service = (path: string): unknown => ({ service_url, service_path: `${path}${passedOn}` });
  return {
    versions: ["0.2"],
    name: `${scope.dataset.title} (Sluice)`,
    identifierSpace: REFERENCE,
    schemaSpace: REFERENCE,
    documentation: `${request.origin}/docs`,
    view: { url: `${request.origin}/entities/{{id}}` },
    batchSize: 3,
    preview: { url: `${request.origin}/entities/{{id}}`, width: 430, height: 600 },
    suggest: {
      entity: service("/suggest/entity"),
      type: service("/suggest/type"),
      property: service("/suggest/property"),
    },
    extend: {
      propose_properties: service("/extend/property"),
      property_settings: EXTEND_SETTINGS,
      propose_settings: EXTEND_SETTINGS,
    },
    defaultTypes: matchableSchemata(scope).map(typeOf),
  };
}

const EXTEND_SETTINGS = [
  {
    name: "limit",
    label: "Limit",
    type: "number",
    default: 0,
    help_text: "Most values of a property per row; 0 for all.",
  },
  {
    name: "render",
    label: "Value rendering",
    type: "select",
    default: "caption",
    choices: [
      { id: "caption", name: "Value for people" },
      { id: "raw", name: "Value for programs" },
    ],
    help_text: "Russia (for people) or ru (for programs).",
  },
];

function reconciled(
  scope: Scope,
  query: ReconQuery,
  options: { readonly reads: "name" | "facts"; readonly changedSince: string | null },
): unknown {
  const properties: Record<string, unknown[]> = query.query === null ? {} : { name: [query.query] };
  for (const { pid, values } of query.properties) {
    const property = PROPERTY_BY_QNAME.get(pid);
    if (property === undefined) continue;
    properties[property.name] = [...(properties[property.name] ?? []), ...values];
  }
  const example: Example = { id: null, schema: query.type ?? BASE_SCHEMA, properties };
  const { results } = matchSubject(subjectOf(cleanExample(example), options.reads), {
    scope,
    filter: { ...ANY, changedSince: options.changedSince },
    threshold: THRESHOLD_USUAL,
    cutoff: 0,
    limit: query.limit,
    decided: null,
  });
  return {
    result: results.map(({ id, caption, schema, score, match }) => {
      const found = schemaNamed(schema);
      const type = found === null ? [] : [typeOf(found)];
      return { id, name: caption, description: found?.label ?? null, type, score, match };
    }),
  };
}

function extended(catalogue: Catalogue, query: ExtendQuery): unknown {
  const meta = new Map<string, { readonly id: string; readonly name: string }>();
  const rows = query.ids.map((id): [string, unknown] => {
    const found = findEntity(catalogue, id);
    if (found === null) return [id, {}];
    if (!found.canonical) throw new Refusal(400, "Please specify the canonical entity ID, not a referent");
    const entity = found.shelf.book.entity(found.place);
    const cells = query.properties.flatMap(({ id: name, limit, render }) => {
      const property = schemaNamed(entity.schema)?.properties.get(name);
      if (property === undefined) return [];
      meta.set(name, { id: property.name, name: property.label });
      const values = valuesOf(entity, name).slice(0, limit > 0 ? limit : undefined);
      const shown = values.map((value) => ({
        str: render === "caption" ? captionOf(property.type, value) : value,
      }));
      return [[name, shown] as const];
    });
    return [id, Object.fromEntries(cells)];
  });
  return { meta: [...meta.values()], rows: Object.fromEntries(rows) };
}

/** `POST /reconcile/{dataset}`: `form` is the url-encoded body. */
export function answerReconcile(
  catalogue: Catalogue,
  request: { readonly dataset: string; readonly query: string; readonly form: string },
): { readonly answer: unknown; readonly batch: number } {
  const form = new URLSearchParams(request.form);
  const parameters = new QueryParameters(request.query);
  const algorithmName = parameters.text("algorithm", catalogue.rules.bestAlgorithm);
  const changedSince = parameters.moment("changed_since");
  parameters.done();
  const extend = form.get("extend")?.trim() ?? "";
  if (extend !== "") {
    const query = readExtendQuery(extend);
    refuseBatch(query.ids.length, catalogue.rules);
    return { answer: extended(catalogue, query), batch: query.ids.length };
  }
  const scope = scopeOf(catalogue, request.dataset);
  const queries = readReconQueries(
    form.get("queries") ?? new URLSearchParams(request.query).get("queries"),
    catalogue.rules,
  );
  refuseBatch(queries.length, catalogue.rules);
  const { reads } = algorithmNamed(algorithmName, catalogue.rules.bestAlgorithm);
  const answers = queries.map(([key, query]) => [key, reconciled(scope, query, { reads, changedSince })]);
  return { answer: Object.fromEntries(answers), batch: queries.length };
}

function refuseBatch(size: number, { batchMax }: Rules): void {
  if (size > batchMax) throw new Refusal(400, `Too many queries in one batch (limit: ${batchMax})`);
}

const OK = { code: "/api/status/ok", status: "200 OK" } as const;

/** True where the text or one of its words starts with the prefix. */
function starts(prefix: string, ...texts: readonly string[]): boolean {
  const wanted = prefix.trim().toLowerCase();
  return wanted !== "" && texts.some((text) => text.toLowerCase().startsWith(wanted));
}

/** Entities of the scope with a name that has all words of the prefix, the last one perhaps unfinished. */
function suggestEntities(scope: Scope, prefix: string, limit: number): readonly unknown[] {
  const words = searchWords(prefix);
  const last = words.at(-1);
  if (last === undefined) return [];
  const hits = scope.shelves.flatMap((shelf) => {
    const search = new PlaceSearch(shelf.book);
    const parts = [
      ...words.slice(0, -1).map((word) => ({ kind: "word", word }) as const),
      { kind: "prefix", word: last } as const,
    ];
    const marks = search.marks({
      kind: "and",
      parts: parts.map((query) => ({ kind: "word", field: "names", query, boost: 1 })),
    });
    const fits = shelf.book.columns.schema.names.map((name) => schemaNamed(name)?.matchable === true);
    const datasets = shelf.book.columns.dataset;
    const inScope = datasets.names.map((name) => scope.names.has(name));
    return Array.from(marks.keys()).flatMap((place) => {
      if (marks[place] === 0 || fits[shelf.book.columns.schema.values[place] as number] !== true) return [];
      const from = place === 0 ? 0 : (datasets.ends?.[place - 1] ?? 0);
      const held = datasets.values.subarray(from, datasets.ends?.[place] ?? from);
      if (!held.some((number) => inScope[number] === true)) return [];
      const score = (search.scores[place] as number) + Math.sqrt(0.5 * (shelf.book.counts[place] as number));
      return [{ shelf, place, score }];
    });
  });
  return sortHits(hits, [], limit)
    .slice(0, limit)
    .map(({ shelf, place }) => {
      const { id, caption, schema } = shelf.book.wire(place);
      const found = schemaNamed(schema);
      return {
        id,
        name: commonName(valuesOf(shelf.book.entity(place), "name")) ?? caption,
        description: found?.label ?? null,
        type: found === null ? [] : [typeOf(found)],
      };
    });
}

/** `GET /reconcile/{dataset}/suggest/{what}`. */
export function answerSuggest(
  catalogue: Catalogue,
  request: {
    readonly dataset: string;
    readonly what: "entity" | "property" | "type";
    readonly query: string;
  },
): unknown {
  const parameters = new QueryParameters(request.query);
  const prefix = parameters.text("prefix", "").slice(0, 500);
  const limit = parameters.integer("limit", SUGGESTIONS.usual, SUGGESTIONS.max);
  parameters.done();
  const scope = scopeOf(catalogue, request.dataset);
  if (request.what === "entity") return { ...OK, prefix, result: suggestEntities(scope, prefix, limit) };
  const schemata = matchableSchemata(scope);
  if (request.what === "type") {
    const found = schemata.filter(({ name, label }) => starts(prefix, name, label));
    return { ...OK, prefix, result: found.slice(0, SUGGESTIONS.shown).map(typeOf) };
  }
  const names = new Set(schemata.map(({ name }) => name));
  const properties = [...PROPERTY_BY_QNAME.values()].filter(
    ({ qname, name, label, hidden, type }) =>
      names.has(qname.split(":")[0] ?? "") &&
      !hidden &&
      type !== "entity" &&
      (starts(prefix, name, label) || label.toLowerCase().includes(prefix.trim().toLowerCase())) &&
      prefix.trim() !== "",
  );
  const first = (name: string): number => (starts(prefix, name) ? 0 : 1);
  const result = properties
    .sort((one, other) => first(one.name) - first(other.name))
    .slice(0, SUGGESTIONS.usual)
    .map(({ qname, label, description }) => ({ id: qname, name: label, description }));
  return { ...OK, prefix, result };
}

/** `GET /reconcile/{dataset}/extend/property`. */
export function answerExtendProperty(
  catalogue: Catalogue,
  request: { readonly dataset: string; readonly query: string },
): unknown {
  const parameters = new QueryParameters(request.query);
  const type = parameters.text("type", BASE_SCHEMA);
  const limit = parameters.integer("limit", 0, SUGGESTIONS.max);
  parameters.done();
  scopeOf(catalogue, request.dataset);
  const schema = schemaNamed(type);
  if (schema === null) throw new Refusal(400, `Invalid type: ${type.slice(0, 100)}`);
  const featured = schema.featured.flatMap((name) => schema.properties.get(name) ?? []);
  const others = [...schema.properties.values()].filter(
    ({ name, hidden, type: of }) => !hidden && of !== "entity" && !schema.featured.includes(name),
  );
  const all = [...featured, ...others].map(({ name, label }) => ({ id: name, name: label }));
  const properties = all
    .slice(0, limit > 0 ? limit : undefined)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return { limit, type: schema.name, properties };
}
