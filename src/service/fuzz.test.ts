import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HARBOR, startYenteService, type YenteService } from "./screening/yente/fixtures/yente-service.ts";

/** `npm run test:fuzz` sends half a million here, and as many to the desks. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
/** An answer that takes longer is a hang; the bound leaves room for a busy machine. */
const ANSWER_MS_MAX = 10_000;
const AT_ONCE = 8;

let its: YenteService;
beforeAll(async () => {
  its = await startYenteService({ SLUICE_WAIT_MS_MAX: "60000" });
});
afterAll(() => its.close());

const MATCH = JSON.stringify({
  queries: {
    q: {
      id: "x",
      schema: "Person",
      properties: { name: ["Adaeze Okafor"], birthDate: ["1971"], country: "ng" },
    },
  },
  weights: { name: 1 },
  config: { nm_number_mismatch: 0.3 },
});
const FORM = `queries=${encodeURIComponent(JSON.stringify({ q: { query: "Okafor", type: "Person", limit: 3, properties: [{ pid: "Person:birthDate", v: "1971" }] } }))}`;
const EXTEND = `extend=${encodeURIComponent(JSON.stringify({ ids: ["hb-okafor"], properties: [{ id: "name", settings: { limit: 1 } }] }))}`;
const LINE = readFileSync(HARBOR, "utf8").split("\n")[0] ?? "";

const TARGETS = [
  "POST /match/harbor",
  "POST /match/harbor?limit=5&threshold=0.5&algorithm=best&topics=sanction&exclude_entity_ids=x",
  "GET /search/harbor?q=okafor&limit=5&offset=1&sort=caption:asc&facets=schema&filter=id:x",
  "GET /entities/hb-okafor?nested=true",
  "GET /entities/hb-okafor/adjacent?limit=1",
  "GET /entities/hb-okafor/adjacent/ownershipOwner?sort=x",
  "GET /catalog",
  "GET /algorithms",
  "GET /reconcile/harbor?queries=%7B%7D",
  "POST /reconcile/harbor",
  "GET /reconcile/harbor/suggest/entity?prefix=ada",
  "GET /reconcile/harbor/suggest/property?prefix=na",
  "GET /reconcile/harbor/suggest/type?prefix=o",
  "GET /reconcile/harbor/extend/property?type=Person&limit=3",
  "POST /updatez?token=x",
  "GET /api/v1/lists",
  "POST /api/v1/lists/update",
  "GET /openapi.json",
] as const;

const SEEDS = [
  MATCH,
  FORM,
  EXTEND,
  LINE,
  "",
  "{",
  "[]",
  "null",
  '{"queries":{"__proto__":{"schema":"Person","properties":{}}}}',
];
const SPICE = [
  "\u0000",
  "\ud800",
  "%",
  "%00",
  "*",
  "?",
  "~",
  "^",
  "(",
  ")",
  '"',
  "\\",
  "/",
  ":",
  "[",
  "{",
  "AND",
  "OR",
  "NOT ",
  "constructor",
  "__proto__",
  "9".repeat(400),
  "a".repeat(3_000),
  "정성화",
  "ß",
  "\u202e",
  "'",
  "-",
  "+",
  "&",
  "|",
  "!",
  "null",
  "true",
  "-1",
  "1e999",
];

const Change = fc.record({
  at: fc.nat(1_000).map((share) => share / 1_000),
  cut: fc.nat(12),
  insert: fc.oneof(
    fc.constantFrom(...SPICE),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 6 }),
  ),
});
type Change = { readonly at: number; readonly cut: number; readonly insert: string };

function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((now, { at, cut, insert }) => {
    const from = Math.floor(at * now.length);
    return now.slice(0, from) + insert + now.slice(from + cut);
  }, text);
}

/** An address that a client could send: what no address may hold is written as it must be. */
function sendable(path: string): string {
  return path.toWellFormed().replace(/[^\x21-\x7e]|[#<>`\\^{|}]/gu, (sign) => encodeURIComponent(sign));
}

const Request = fc.record({
  target: fc.constantFrom(...TARGETS),
  seed: fc.constantFrom(...SEEDS),
  body: fc.array(Change, { maxLength: 4 }),
  address: fc.array(Change, { maxLength: 3 }),
  type: fc.constantFrom(
    "application/json",
    "application/x-www-form-urlencoded",
    "text/plain",
    "",
    "multipart/form-data; boundary=x",
    "nonsense",
  ),
});

async function send(request: typeof Request extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  const [method = "GET", path = "/"] = request.target.split(" ");
  const query = path.indexOf("?") < 0 ? path.length : path.indexOf("?");
  const address = sendable(path.slice(0, query) + changed(path.slice(query), request.address));
  const answer = await fetch(`${its.url}${address}`, {
    method,
    redirect: "manual",
    signal: AbortSignal.timeout(ANSWER_MS_MAX),
    ...(method === "POST" ? { body: Buffer.from(changed(request.seed, request.body)) } : {}),
    headers: request.type === "" ? {} : { "content-type": request.type },
  });
  const body = await answer.text();
  expect(answer.status, `${request.target} ${body.slice(0, 200)}`).toBeLessThan(500);
}

test(
  "mutated requests to every route are never answered 500 and never hang",
  async () => {
    for (let round = 0; round < RUNS; round += AT_ONCE) {
      await fc.assert(
        fc.asyncProperty(fc.array(Request, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (requests) => {
          await Promise.all(requests.map(send));
        }),
        { numRuns: 1, endOnFailure: true },
      );
    }
    expect((await its.get("/healthz")).status).toBe(200);
  },
  Math.max(120_000, RUNS * 20),
);
