import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { request as rawRequest } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HARBOR, startYenteService, type YenteService } from "./fixtures/yente-service.ts";

let its: YenteService;
let file: string;

beforeAll(async () => {
  its = await startYenteService();
  file = join(its.folder, "swap.ftm.json");
  copyFileSync(HARBOR, file);
});
afterAll(() => its.close());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a client of yente does.
type Json = any;

const json = async (answer: Promise<Response>, status = 200): Promise<Json> => {
  const response = await answer;
  const body = await response.text();
  expect(response.status, body).toBe(status);
  return JSON.parse(body);
};
const get = (path: string, status = 200): Promise<Json> => json(its.get(path), status);
const match = (queries: unknown, parameters = "", status = 200): Promise<Json> =>
  json(its.post(`/match/harbor?${parameters}`, { queries }), status);

const OKAFOR = {
  schema: "Person",
  properties: { name: ["Adaeze Nkemdilim OKAFOR"], birthDate: [1971], country: "Nigeria" },
};
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

function expectEntity(entity: Json): void {
  const keys = [
    "id",
    "caption",
    "schema",
    "properties",
    "datasets",
    "referents",
    "target",
    "first_seen",
    "last_seen",
    "last_change",
  ];
  expect(Object.keys(entity)).toEqual(expect.arrayContaining(keys));
  for (const values of Object.values<Json>(entity.properties)) {
    expect(Array.isArray(values)).toBe(true);
    for (const value of values) if (typeof value !== "string") expectEntity(value);
  }
  for (const moment of [entity.first_seen, entity.last_seen, entity.last_change])
    if (moment !== null) expect(moment).toMatch(MOMENT);
  expect(typeof entity.target).toBe("boolean");
}

test("a batch of examples is answered query by query, with the cleaned example and the best first", async () => {
  const response = await its.post("/match/harbor", { queries: { a: OKAFOR, b: OKAFOR, c: OKAFOR } });
  expect(response.headers.get("x-batch-size")).toBe("3");
  const { responses, limit } = (await response.json()) as Json;
  expect(limit).toBe(5);
  const { a } = responses;
  expect(a.status).toBe(200);
  expect(a.query.schema).toBe("Person");
  expect(a.query.properties).toMatchObject({ country: ["ng"], birthDate: ["1971"] });
  expect(a.total).toEqual({ value: 1, relation: "eq" });
  expect(a.results[0]).toMatchObject({ id: "hb-okafor", match: true, datasets: ["harbor"], target: true });
  expect(a.results[0].score).toBeGreaterThan(0.9);
  expect(Object.values<Json>(a.results[0].explanations)[0]).toMatchObject({ detail: expect.any(String) });
  expectEntity(a.results[0]);
});

test("the caller's id is sent back and says nothing for the score", async () => {
  const { responses } = await match({ q: { ...OKAFOR, id: "mine" } });
  expect(responses.q.query.id).toBe("mine");
});

test.each(["best", "logic-v1", "logic-v2", "name-based", "name-qualified", "ofac", "regression-v1"])(
  "the algorithm %s is known",
  async (algorithm) => {
    const { responses } = await match({ q: OKAFOR }, `algorithm=${algorithm}&fuzzy=false`);
    expect(responses.q.results[0].id).toBe("hb-okafor");
    expect(responses.q.results[0].score).toBeGreaterThan(0.7);
  },
);

test("an algorithm, a setting, a schema that there is not answer 400, and say which", async () => {
  expect((await match({ q: OKAFOR }, "algorithm=neural-net", 400)).detail).toBe(
    "Invalid algorithm: neural-net",
  );
  const config = { queries: { q: OKAFOR }, config: { invalid_option: 0.4 } };
  expect((await json(its.post("/match/harbor?algorithm=logic-v2", config), 400)).detail).toBe(
    "Invalid configuration parameter: invalid_option for algorithm logic-v2",
  );
  expect(
    (await match({ q: { schema: "xxx", properties: { name: "Banana" } }, ok: OKAFOR }, "", 400)).detail,
  ).toContain("Cannot parse example entity");
  expect((await match({ q: { schema: "Ownership", properties: {} } }, "", 400)).detail).toContain(
    "Non-matchable",
  );
  await json(its.post("/match/harbor", { queries: { q: OKAFOR }, config: { nm_number_mismatch: 0.4 } }));
});

test("a body whose shape is wrong answers 422 with the place", async () => {
  const { detail } = await match({ fail: { properties: { name: "Banana" } } }, "", 422);
  expect(detail[0]).toMatchObject({ type: "missing", loc: ["body", "queries", "fail", "schema"] });
  expect((await json(its.post("/match/harbor", "{"), 422)).detail[0].type).toBe("json_invalid");
  expect((await json(its.post("/match/harbor", ""), 422)).detail[0].loc).toEqual(["body"]);
  expect((await json(its.post("/match/harbor", "[]"), 422)).detail[0].loc).toEqual(["body"]);
  expect((await json(its.post("/match/harbor", "{}"), 422)).detail[0].loc).toEqual(["body", "queries"]);
});

test("no queries and too many answer 400, an unknown dataset 404", async () => {
  expect((await match({}, "", 400)).detail).toBe("No queries provided.");
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`q${at}`, OKAFOR]));
  expect((await match(many, "", 400)).detail).toBe("Too many queries in one batch (limit: 100)");
  expect((await json(its.post("/match/banana", { queries: { q: OKAFOR } }), 404)).detail).toBe(
    "No such dataset.",
  );
  expect((await get("/search/banana", 404)).detail).toBe("No such dataset.");
});

test("names of more words than can be looked for are refused", async () => {
  const name = Array.from({ length: 900 }, (_, at) => `word${at}`);
  const { detail } = await match({ q: { schema: "Person", properties: { name } } }, "", 400);
  expect(detail).toContain("requires 901 clauses; maximum is 900");
});

test.each([
  ["limit=501", "limit"],
  ["limit=x", "limit"],
  ["threshold=high", "threshold"],
  ["changed_since=yesterday", "changed_since"],
])("the parameter in %s is refused with its name", async (parameters, name) => {
  const { detail } = await match({ q: OKAFOR }, parameters, 422);
  expect(detail[0].loc).toEqual(["query", name]);
});

test("datasets, topics, schemata, moments and ids narrow what a match finds", async () => {
  const found = async (parameters: string): Promise<number> =>
    (await match({ q: OKAFOR }, parameters)).responses.q.results.length;
  expect(await found("exclude_dataset=harbor")).toBe(0);
  expect(await found("include_dataset=elsewhere&include_dataset=other")).toBe(0);
  expect(await found("include_dataset=harbor&include_dataset=other")).toBe(1);
  expect(await found("include_dataset=harbor&exclude_dataset=harbor")).toBe(0);
  expect(await found("topics=crime.cyber")).toBe(0);
  expect(await found("topics=crime.cyber&topics=sanction")).toBe(1);
  expect(await found("exclude_schema=Person")).toBe(0);
  expect(await found("changed_since=2026-04-24")).toBe(1);
  expect(await found("changed_since=2099-01-01T00:00")).toBe(0);
  expect(await found("exclude_entity_ids=hb-okafor")).toBe(0);
  expect(await found("exclude_entity_ids=ofac-900001")).toBe(0);
  expect(await found("exclude_entity_ids=nobody")).toBe(1);
  const ids = Array.from({ length: 51 }, (_, at) => `exclude_entity_ids=x${at}`).join("&");
  await match({ q: OKAFOR }, ids, 422);
});

test("the threshold says what is a match, the cutoff what is shown at all, and the total counts past the limit", async () => {
  const query = { schema: "Thing", properties: { name: "Lagoon" } };
  const strict = (await match({ q: query }, "threshold=0.999")).responses.q;
  expect(strict.total.value).toBe(0);
  const loose = (await match({ q: query }, "threshold=0.001&limit=1")).responses.q;
  expect(loose.results).toHaveLength(1);
  expect(loose.total.value).toBeGreaterThan(1);
  expect((await match({ q: query }, "limit=0&threshold=0.001")).responses.q.results).toEqual([]);
});

test("misspelled names are found at a low threshold, also where the first letters are wrong", async () => {
  for (const name of ["Adaezc Okafcr", "Xdaeze Ukafor"]) {
    const { responses } = await match({ q: { schema: "Person", properties: { name } } }, "threshold=0.1");
    expect(responses.q.results[0]?.id, name).toBe("hb-okafor");
  }
});

test("a name written without its spaces is found", async () => {
  const { responses } = await match({
    q: { schema: "Person", properties: { name: "adaezenkemdilimokafor" } },
  });
  expect(responses.q.results[0]?.id).toBe("hb-okafor");
});

test("first and last names make a name, and numbers that give a country away do so", async () => {
  const properties = {
    firstName: "Kwame",
    lastName: "Mensah-Boateng",
    phone: "+233 20 000 0000",
    shoeSize: 4,
  };
  const { query } = (await match({ q: { schema: "Person", properties } })).responses.q;
  expect(query.properties).toMatchObject({ name: ["Kwame Mensah-Boateng"], country: ["gh"] });
  expect(query.properties.shoeSize).toBeUndefined();
  const iban = { name: "X", iban: "DE89370400440532013000" };
  const company = (await match({ q: { schema: "BankAccount", properties: iban } })).responses.q;
  expect(company.query.properties.country).toEqual(["de"]);
});

test("JSON is read whatever its content type says", async () => {
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/nonsense",
    "no type at all",
  ]) {
    const answer = await its.post("/match/harbor", { queries: { q: OKAFOR } }, { "content-type": type });
    expect(answer.status, type).toBe(200);
  }
  const status = await new Promise<number>((resolve, reject) => {
    const call = rawRequest(`${its.url}/match/harbor`, { method: "POST" }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.on("error", reject);
    call.end(JSON.stringify({ queries: { q: OKAFOR } }));
  });
  expect(status).toBe(200);
});

test("a search finds by words, ranks names first, and shows facets", async () => {
  const found = await get("/search/harbor?q=adaeze okafor");
  expect(found).toMatchObject({ limit: 10, offset: 0, total: { value: 1, relation: "eq" } });
  expectEntity(found.results[0]);
  expect(found.results[0].datasets).toEqual(["harbor"]);
  expect(Object.keys(found.facets)).toEqual(["countries", "topics", "datasets"]);
  expect(found.facets.countries).toEqual({
    label: "Countries",
    values: [{ name: "ng", label: "Nigeria", count: 1 }],
  });
  const all = await get("/search/harbor");
  expect(all.total.value).toBe(8);
  expect(all.facets.topics.values.map(({ name }: Json) => name)).toContain("sanction");
  const chosen = await get("/search/harbor?facets=schema&facets=topics");
  expect(Object.keys(chosen.facets).sort()).toEqual(["schema", "topics"]);
  expect(chosen.facets.schema.values.map(({ name }: Json) => name)).toContain("Address");
});

test("the search's syntax is checked, and `simple` takes anything", async () => {
  for (const q of ["invalid/query", "(open", 'quote"', "AND x", "x OR", "birthDate:", "[a TO"]) {
    await get(`/search/harbor?q=${encodeURIComponent(q)}`, 400);
    await get(`/search/harbor?simple=true&q=${encodeURIComponent(q)}`);
  }
});

test.each([
  ["lagoon -holding", ["hb-company", "hb-org", "hb-vessel"]],
  ["okafor OR mensah", ["hb-mensah", "hb-okafor"]],
  ['"lagoon star"', ["hb-vessel"]],
  ['"star lagoon"', []],
  ["laGOO* AND ship*", ["hb-company"]],
  ["names:pilots", ["hb-org"]],
  ["notes:pilots", []],
  ["properties.notes:pilots", ["hb-org"]],
  ["okafot~1", ["hb-okafor"]],
  ["schema:vessel", ["hb-vessel"]],
  ["countries:de", ["hb-addr-2", "hb-holding"]],
  ["properties.birthDate:[1975 TO 1985]", ["hb-mensah"]],
  ["lagoon NOT (shipping OR holding OR pilots)", ["hb-vessel"]],
  ["Окафор", ["hb-okafor"]],
])("the search for %s finds %j", async (q, ids) => {
  const { results } = await get(`/search/harbor?q=${encodeURIComponent(q)}`);
  expect(results.map(({ id }: Json) => id).sort()).toEqual(ids);
});

test("a fuzzy search forgives misspelled words", async () => {
  expect((await get("/search/harbor?q=okefor")).total.value).toBe(0);
  expect((await get("/search/harbor?q=okefor&fuzzy=true")).results[0].id).toBe("hb-okafor");
});

test("a search is narrowed by schema, country, topic, dataset, field and moment", async () => {
  const total = async (parameters: string): Promise<number> =>
    (await get(`/search/harbor?${parameters}`)).total.value;
  expect(await total("q=lagoon&schema=Vessel")).toBe(1);
  expect(await total("q=lagos")).toBe(2);
  expect(await total("q=lagos&exclude_schema=Address")).toBe(1);
  expect(await total("schema=Address")).toBe(2);
  expect(await total("q=okafor&countries=ke")).toBe(0);
  expect(await total("q=okafor&countries=ke&countries=ng")).toBe(1);
  expect(await total("q=okafor&countries=ke&countries=ng&filter_op=AND")).toBe(0);
  expect(await total("topics=sanction")).toBe(1);
  expect(await total("q=okafor&exclude_dataset=harbor")).toBe(0);
  expect(await total("q=okafor&include_dataset=other")).toBe(0);
  expect(await total("filter=properties.birthDate:1971-03-09")).toBe(1);
  expect(await total("filter=properties.birthDate:1971-03-09x")).toBe(0);
  expect(await total("q=okafor&changed_since=2099-01-01T00:00")).toBe(0);
  expect(await total("schema=LegalEntity&target=false")).toBeGreaterThan(0);
  expect((await get("/search/harbor?filter=nothing", 400)).detail).toBe("Invalid filter: 'nothing'");
  expect((await get("/search/harbor?schema=Banana", 400)).detail).toBe("Invalid schema");
});

test("pages of a search are bounded and in the order asked for", async () => {
  const seen = (await get("/search/harbor?sort=first_seen:desc")).results.map(
    ({ first_seen }: Json) => first_seen,
  );
  const stated = seen.filter((moment: string | null) => moment !== null);
  expect(stated).toEqual([...stated].sort().reverse());
  expect(seen.slice(0, stated.length)).toEqual(stated);
  const all = (await get("/search/harbor?sort=caption:asc")).results.map(({ id }: Json) => id);
  const second = await get("/search/harbor?sort=caption:asc&limit=3&offset=3");
  expect(second.results.map(({ id }: Json) => id)).toEqual(all.slice(3, 6));
  expect((await get("/search/harbor?limit=0")).results).toEqual([]);
  expect(await get("/search/harbor?offset=100")).toMatchObject({ offset: 100, results: [] });
  for (const bad of ["offset=9999", "limit=10000", "limit=x", "fuzzy=perhaps"])
    await get(`/search/harbor?${bad}`, 422);
  await get("/search/nothing?offset=9999", 422);
});

test.each(["__proto__", "constructor", "toString"])(
  "a field named %s is a field that nothing has",
  async (name) => {
    for (const path of [
      `/search/harbor?sort=${name}`,
      `/search/harbor?q=${name}:x`,
      `/search/harbor?q=${name}:[a TO b]`,
      `/search/harbor?filter=${name}:x`,
      `/entities/hb-okafor/adjacent?sort=${name}`,
    ])
      expect((await its.get(path)).status, path).toBe(200);
    const properties = { name: ["Adaeze Okafor"], gender: [name], [name]: ["x"] };
    const answer = await its.post("/match/harbor", { queries: { [name]: { schema: "Person", properties } } });
    expect(answer.status).toBe(200);
  },
);

test("an address beyond the bound answers 414", async () => {
  expect(await get(`/search/harbor?q=${"a".repeat(60_100)}`, 414)).toEqual({
    detail: "Request URI too long",
  });
  await get(`/search/harbor?simple=true&q=${"a".repeat(8_000)}`);
});

test("an entity comes with what it refers to and what refers to it, one thing far", async () => {
  const { properties } = await get("/entities/hb-okafor");
  expect(properties.sanctions[0]).toMatchObject({
    schema: "Sanction",
    properties: { entity: ["hb-okafor"] },
  });
  expect(properties.addressEntity.map(({ id }: Json) => id)).toEqual(["hb-addr-1", "hb-addr-2"]);
  expect(properties.ownershipOwner).toHaveLength(2);
  const own = properties.ownershipOwner.find(({ id }: Json) => id === "hb-own-1");
  expect(own.properties.owner).toEqual(["hb-okafor"]);
  expect(own.properties.asset[0]).toMatchObject({ id: "hb-company", schema: "Company" });
  expect(own.properties.asset[0].properties.addressEntity).toEqual(["hb-addr-1"]);
  expectEntity(await get("/entities/hb-okafor"));
  const plain = await get("/entities/hb-okafor?nested=false");
  expect(plain.properties.addressEntity).toEqual(["hb-addr-1", "hb-addr-2"]);
  expect(plain.properties.ownershipOwner).toBeUndefined();
});

test("an id that was merged leads to the one that holds, and an unknown one answers 404", async () => {
  const moved = await its.get("/entities/ofac-900001?nested=false");
  expect([moved.status, moved.headers.get("location")]).toEqual([308, "/entities/hb-okafor"]);
  expect((await get("/entities/banana", 404)).detail).toBe("No such entity!");
  await get("/entities/banana/adjacent", 404);
});

test("what an entity is linked to comes property by property, in pages", async () => {
  const { entity, adjacent } = await get("/entities/hb-okafor/adjacent");
  expect(entity.caption).toBe("Adaeze Nkemdilim OKAFOR");
  expect(adjacent.addressEntity).toMatchObject({ total: { value: 2 }, limit: 10, offset: 0 });
  expect(adjacent.ownershipOwner.results[0].properties.asset[0].schema).toBe("Company");
  const first = await get("/entities/hb-okafor/adjacent/ownershipOwner?limit=1");
  const second = await get("/entities/hb-okafor/adjacent/ownershipOwner?limit=1&offset=1");
  expect([first.total.value, first.results.length, second.results.length]).toEqual([2, 1, 1]);
  // As the dataset states them, and not by their ids.
  expect([first.results[0].id, second.results[0].id]).toEqual(["hb-own-2", "hb-own-1"]);
  const sorted = await get("/entities/hb-okafor/adjacent/ownershipOwner?sort=id&limit=1");
  expect(sorted.results[0].id).toBe("hb-own-1");
  await get("/entities/hb-okafor/adjacent/name", 404);
  await get("/entities/hb-okafor/adjacent/nothing", 404);
});

test("the catalogue and the algorithms carry a tag, and are not sent again to who has them", async () => {
  const answer = await its.get("/catalog");
  const etag = answer.headers.get("etag") ?? "";
  expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
  const body = (await answer.json()) as Json;
  expect(body.datasets[0]).toMatchObject({ name: "harbor", load: true, index_current: true, children: [] });
  expect(body.datasets[0].version).toBe(body.datasets[0].index_version);
  expect([body.current, body.outdated, body.index_stale]).toEqual([["harbor"], [], false]);
  for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, "*"])
    expect((await its.get("/catalog", { "if-none-match": tags })).status).toBe(304);
  expect((await its.get("/catalog", { "if-none-match": '"other"' })).status).toBe(200);
  expect((await get("/manifest")).datasets).toHaveLength(1);
  const { algorithms, best, default: usual } = await get("/algorithms");
  expect([algorithms.length > 3, best, usual]).toEqual([true, "logic-v2", "best"]);
  expect(Object.keys(algorithms[0])).toEqual(
    expect.arrayContaining(["name", "description", "features", "docs"]),
  );
});

test("health, readiness and updates answer as yente does", async () => {
  expect(await get("/healthz")).toEqual({ status: "ok" });
  expect((await get("/readyz")).status).toBe("ok");
  await get("/updatez", 405);
  for (const token of ["", "?token=", "?token=wrong", "?sync=true"])
    await json(its.post(`/updatez${token}`, ""), 403);
  expect(await json(its.post("/updatez?token=test&sync=true", ""))).toEqual({ status: "ok" });
  expect(await json(its.post("/updatez?token=test", ""))).toEqual({ status: "ok" });
});

test("traces are carried on, and begun where there are none or broken ones", async () => {
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const carried = await its.get("/search/harbor?q=x", { traceparent, tracestate: "rojo=00f067aa0ba902b7" });
  expect(carried.headers.get("traceparent")).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
  expect(carried.headers.get("tracestate")).toMatch(/^yente=[0-9a-f]{16},\s?rojo=00f067aa0ba902b7$/);
  for (const broken of ["ff-0af7651916cd43dd8448eb211c80319c-0000000000000000-01", "x", ""]) {
    const { headers } = await its.get("/healthz", { traceparent: broken });
    expect(headers.get("traceparent")).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/);
  }
});

test("pages of any origin may ask", async () => {
  const preflight = await fetch(`${its.url}/match/harbor`, {
    method: "OPTIONS",
    headers: {
      origin: "https://page.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  });
  expect(preflight.status).toBeLessThan(300);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
  expect(
    (await its.get("/catalog", { origin: "https://page.example" })).headers.get(
      "access-control-allow-origin",
    ),
  ).toBe("*");
});

const form = (field: "queries" | "extend", value: unknown): Promise<Response> =>
  its.post("/reconcile/harbor", new URLSearchParams({ [field]: JSON.stringify(value) }));

test("OpenRefine finds the service, reconciles and extends", async () => {
  const manifest = await get("/reconcile/harbor?api_key=x");
  expect(manifest).toMatchObject({ versions: ["0.2"], batchSize: 3 });
  expect(manifest.suggest.entity.service_path).toBe("/suggest/entity?api_key=x");
  expect(manifest.defaultTypes.length).toBeGreaterThan(3);
  const answer = await json(
    form("queries", {
      one: {
        query: "Adaeze OKAFOR",
        type: "Person",
        limit: 5,
        properties: [{ pid: "Person:birthDate", v: "1971" }],
      },
    }),
  );
  expect(answer.one.result[0]).toMatchObject({
    id: "hb-okafor",
    name: "Adaeze Nkemdilim OKAFOR",
    type: [{ id: "Person" }],
  });
  const extended = await json(
    form("extend", {
      ids: ["hb-okafor", "nobody"],
      properties: [{ id: "name" }, { id: "nationality", settings: { limit: 1, render: "raw" } }],
    }),
  );
  expect(extended.meta.map(({ id }: Json) => id)).toEqual(["name", "nationality"]);
  expect(extended.rows["hb-okafor"].name).toHaveLength(3);
  expect(extended.rows["hb-okafor"].nationality).toEqual([{ str: "ng" }]);
  expect(extended.rows.nobody).toEqual({});
});

test("reconciling what is none answers 400", async () => {
  const { detail, errors } = await json(form("queries", { q: { query: 37_473_874 } }), 400);
  expect([detail, errors[0].loc]).toEqual([expect.stringContaining("q.query"), ["q", "query"]]);
  expect((await form("queries", { q: { type: "Banana" } })).status).toBe(400);
  expect((await its.post("/reconcile/harbor", "")).status).toBe(400);
  expect((await form("extend", { ids: ["ofac-900001"], properties: [] })).status).toBe(400);
});

test("prefixes suggest entities, properties and types", async () => {
  const suggest = async (what: string, prefix: string): Promise<Json[]> =>
    (
      await get(
        `/reconcile/harbor/suggest/${what}${prefix === "" ? "" : `?prefix=${encodeURIComponent(prefix)}`}`,
      )
    ).result;
  for (const what of ["entity", "property", "type"]) {
    expect(await suggest(what, "")).toEqual([]);
    expect(await suggest(what, "banana man")).toEqual([]);
  }
  expect((await suggest("entity", "adaeze oka"))[0].id).toBe("hb-okafor");
  expect((await suggest("type", "organ")).map(({ id }) => id)).toEqual(["Organization"]);
  const properties = (await suggest("property", "country")).map(({ id }) => id);
  expect(properties).toEqual(expect.arrayContaining(["LegalEntity:mainCountry", "Thing:country"]));
  const extend = await get("/reconcile/harbor/extend/property?limit=5&type=LegalEntity");
  expect(extend).toMatchObject({ type: "LegalEntity", limit: 5 });
  expect(extend.properties.map(({ id }: Json) => id)).toEqual(expect.arrayContaining(["name", "country"]));
  await get("/reconcile/harbor/extend/property?limit=5&type=Banana", 400);
});

test("what an operator set for yente holds, and what it cannot be stops the start in one line", async () => {
  const other = await startYenteService({
    YENTE_MATCH_PAGE: "1",
    YENTE_MAX_MATCHES: "2",
    YENTE_MAX_BATCH: "1",
    YENTE_DEFAULT_ALGORITHM: "name-based",
    YENTE_BEST_ALGORITHM: "logic-v1",
    YENTE_HIDDEN_ALGORITHMS: "ofac,regression-v1",
  });
  try {
    const ask = (queries: unknown, parameters = "") => other.post(`/match/harbor?${parameters}`, { queries });
    expect((await json(ask({ q: OKAFOR }))).limit).toBe(1);
    await json(ask({ q: OKAFOR }, "limit=3"), 422);
    expect((await json(ask({ q: OKAFOR, r: OKAFOR }), 400)).detail).toBe(
      "Too many queries in one batch (limit: 1)",
    );
    const { algorithms, best, default: usual } = await json(other.get("/algorithms"));
    expect(algorithms.map(({ name }: Json) => name)).not.toContain("ofac");
    expect([best, usual, algorithms.length]).toEqual(["logic-v1", "name-based", 4]);
    expect((await json(ask({ q: OKAFOR }, "algorithm=ofac"))).responses.q.results).toHaveLength(1);
  } finally {
    await other.close();
  }
  await expect(startYenteService({ YENTE_BEST_ALGORITHM: "logic-v9" })).rejects.toThrow(
    /^YENTE_BEST_ALGORITHM: "logic-v9" is not one of .*$/,
  );
});

test("where no app was built, the front door leads to the docs", async () => {
  const front = await its.get("/");
  if (front.status === 302) expect(front.headers.get("location")).toBe("/docs");
  else expect(await front.text()).toContain("<!doctype html>");
});

test("nobody's name is in the log", async () => {
  await get("/search/harbor?q=Adaeze%20Okafor");
  await match({ q: OKAFOR });
  const log = its.log.join("\n");
  expect(log).toContain('"route":"/search/:dataset"');
  expect(log).not.toMatch(/okafor/i);
});

test("a file that was damaged is refused and what was served stays, and is said in readiness and metrics", async () => {
  const other = await startYenteService({ SLUICE_DATASETS: `harbor=${file}` });
  try {
    const update = async (): Promise<number> =>
      (await other.post("/updatez?token=test&sync=true", "")).status;
    writeFileSync(file, "this is no dataset\n");
    expect(await update()).toBe(500);
    expect(((await (await other.get("/search/harbor?q=okafor")).json()) as Json).total.value).toBe(1);
    expect((await other.get("/readyz")).status).toBe(200);
    expect(((await (await other.get("/readyz")).json()) as Json).update.ok).toBe(false);
    expect(await (await other.get("/metrics")).text()).toContain("sluice_update_ok 0");
    const lines = readFileSync(HARBOR, "utf8").split("\n");
    writeFileSync(file, lines.slice(0, 2).join("\n"));
    expect(await update()).toBe(500);
    writeFileSync(file, lines.slice(1).join("\n"));
    expect(await update()).toBe(200);
    expect(((await (await other.get("/search/harbor?q=okafor")).json()) as Json).total.value).toBe(0);
    expect(await (await other.get("/metrics")).text()).toContain("sluice_update_ok 1");
  } finally {
    await other.close();
  }
});
