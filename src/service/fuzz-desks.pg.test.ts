import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { TestBrowser } from "./accounts/fixtures/test-service.ts";
import { fillOrganization } from "./fixtures/filled-organization.ts";
import { type OwnedService, startOwnedService } from "./fixtures/owned-service.ts";
import { type BodySchema, bodyOf, junkOrText } from "./fixtures/schema-arbitrary.ts";
import type { YenteService } from "./screening/yente/fixtures/yente-service.ts";

/** `npm run test:fuzz` sends half a million, and as many to yente's routes. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 480);
const ANSWER_MS_MAX = 30_000;
const AT_ONCE = 8;
/** So often it is looked whether the owner is still let in: else all that follows is refused at the door. */
const LOOKED_AFTER = 8_000;
const IDS_OF_A_LIST_MAX = 200;

type Operation = {
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly schema: BodySchema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: BodySchema }>> };
};
type Route = { readonly method: string; readonly path: string; readonly operation: Operation };

let owned: OwnedService;
let service: YenteService;
let owner: TestBrowser;
let routes: readonly Route[];
/** Ids of what there is, by the address of its list, so that requests get past the first look. */
let idsUnder: ReadonlyMap<string, readonly string[]>;

/** A stream never ends, and who signs out or leaves asks nothing more. */
const LEFT_OUT =
  /^(GET \/api\/v1\/events|PUT \/api\/v1\/session\/organization|POST \/api\/v1\/lists\/update)$/;

const Problem = z.object({ code: z.string(), todo: z.string(), status: z.number() });
/** What was wrong, by route: one run shows all of them. */
const wrong = new Map<string, string>();

beforeAll(async () => {
  owned = await startOwnedService({ SLUICE_WEBHOOKS_ALLOWED: "127.0.0.1" });
  ({ service, owner } = owned);
  const document = (await owner.ask("GET", "/openapi.json")).json as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  routes = Object.entries(document.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    )
    .filter(({ method, path }) => !LEFT_OUT.test(`${method} ${path}`));
  idsUnder = await made();
}, 600_000);
afterAll(async () => {
  await owned.close();
});

/** Something of each kind, and every id that then stands in a list. */
async function made(): Promise<ReadonlyMap<string, readonly string[]>> {
  await fillOrganization(owner, "Fuzzy");
  // Who asks must not be taken out, or all that follows is refused at the door.
  const self = String((await owner.ask("GET", "/api/v1/session")).json.id);
  const found = new Map<string, readonly string[]>();
  for (const { method, path } of routes) {
    if (method !== "GET" || path.includes("{") || !path.startsWith("/api/v1/")) continue;
    const { text } = await owner.ask("GET", path);
    const ids = [...text.matchAll(/"(?:id|ref|sequence)":"?([\w.-]+)/g)].map(([, id = ""]) => id);
    if (ids.length > 0)
      found.set(path, [...new Set(ids)].filter((id) => id !== self).slice(0, IDS_OF_A_LIST_MAX));
  }
  expect(found.size).toBeGreaterThan(5);
  return found;
}

/** The ids of the list that an address with a parameter begins with; of any list when it has none. */
function idsFor(path: string): readonly string[] {
  const own = idsUnder.get(path.slice(0, path.indexOf("/{")));
  return own ?? [...idsUnder.values()].flat();
}

/** What stands in an address for a parameter: the nth id of its list, or none. */
const Part = fc.oneof(
  { weight: 6, arbitrary: fc.noBias(fc.nat()) },
  fc.constantFrom("1", "0", "-1", "us-ofac-24979", "%00", "default", "8528.52", "pdf", "9".repeat(30)),
  junkOrText.map((text) => encodeURIComponent(text.slice(0, 200).toWellFormed()) || "x"),
);

// Without the bias towards small numbers: each route is as likely as any other.
const Request = fc.noBias(fc.nat()).chain((at) => {
  // Chosen here, for the routes are known once the service runs.
  const route = routes[at % routes.length];
  const { method = "GET", path = "/", operation = {} } = route ?? {};
  const json = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const queries = (operation.parameters ?? []).filter((one) => one.in === "query").map(({ name }) => name);
  return fc.record({
    method: fc.constant(method),
    path: fc.constant(path),
    parts: fc.array(Part, { minLength: 3, maxLength: 3 }),
    query: fc.array(fc.tuple(fc.constantFrom("x", ...queries), junkOrText), { maxLength: 3 }),
    body: fc.oneof(
      {
        weight: 8,
        arbitrary:
          json === undefined ? fc.constant("{}") : bodyOf(json).map((value) => JSON.stringify(value) ?? ""),
      },
      fc.constantFrom("", "{", "[]", "null", '"x"', "[".repeat(3_000), '{"__proto__":{"a":1}}'),
    ),
    type: fc.oneof(
      { weight: 8, arbitrary: fc.constant("application/json") },
      fc.constantFrom("text/csv", "application/pdf", "nonsense", "application/x-www-form-urlencoded"),
    ),
    match: fc.constantFrom(null, '"1"', "*", "nonsense"),
  });
});
type Request = typeof Request extends fc.Arbitrary<infer T> ? T : never;

async function send({ method, path, parts, query, body, type, match }: Request): Promise<void> {
  let at = 0;
  const ids = idsFor(path);
  const address = path.replaceAll(/\{\w+\}/g, () => {
    const part = parts[at++ % parts.length] ?? "x";
    return typeof part === "number" ? (ids[part % ids.length] ?? "x") : part;
  });
  const asked = new URLSearchParams(
    query.map(([name, value]): [string, string] => [name, value.toWellFormed().slice(0, 300)]),
  );
  const url = new URL(`${address}?${asked}`, owner.url);
  const hasBody = !["GET", "HEAD"].includes(method);
  const answer = await fetch(url, {
    method,
    redirect: "manual",
    signal: AbortSignal.timeout(ANSWER_MS_MAX),
    headers: {
      origin: owner.url,
      cookie: owner.cookie,
      ...(hasBody ? { "content-type": type } : {}),
      ...(match === null ? {} : { "if-match": match, "idempotency-key": match }),
    },
    ...(hasBody ? { body: Buffer.from(body) } : {}),
  });
  const text = await answer.text();
  const told = (what: string): void => {
    const shown = `${url.pathname}${url.search} ${body.slice(0, 300)} → ${answer.status} ${text.slice(0, 300)}`;
    wrong.set(`${method} ${path} ${what}`, shown);
  };
  if (answer.status >= 500) told("is no answer to anything that a caller can send");
  const foreign = !path.startsWith("/api/") && !/^\/checks?\b/.test(path);
  if (answer.status < 400 || foreign || method === "HEAD" || answer.status === 414) return;
  if (!Problem.safeParse(JSON.parse(text)).success) told("is refused without words");
}

test(
  "no body, address or header makes a desk answer 500 or hang, and every refusal says what to do",
  async () => {
    for (let round = 0; round < RUNS; round += AT_ONCE) {
      await fc.assert(
        fc.asyncProperty(fc.array(Request, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (requests) => {
          await Promise.all(requests.map(send));
        }),
        { numRuns: 1, endOnFailure: true },
      );
      if (round % LOOKED_AFTER === 0)
        expect((await owner.ask("GET", "/api/v1/alerts")).status, `after ${round} requests`).toBe(200);
    }
    expect(Object.fromEntries(wrong)).toEqual({});
    expect((await service.get("/healthz")).status).toBe(200);
    expect((await owner.ask("GET", "/api/v1/alerts")).status).toBe(200);
  },
  Math.max(300_000, RUNS * 40),
);
