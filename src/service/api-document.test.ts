import { afterAll, beforeAll, expect, test } from "vitest";
import { yenteDocs } from "./screening/yente/docs.ts";
import { startYenteService, type YenteService } from "./screening/yente/fixtures/yente-service.ts";

let its: YenteService;
beforeAll(async () => {
  its = await startYenteService();
});
afterAll(() => its.close());

type Operation = { readonly summary?: string; readonly responses: Readonly<Record<string, unknown>> };
type Document = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

test("the document names every route with what it does and what it answers", async () => {
  const document = (await (await its.get("/openapi.json")).json()) as Document;
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(["/match/{dataset}", "/search/{dataset}", "/entities/{id}", "/api/v1/lists"]),
  );
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      expect(operation.summary, `${method} ${path}`).toBeTruthy();
      expect(Object.keys(operation.responses).length, `${method} ${path}`).toBeGreaterThan(0);
      if (path.startsWith("/api/v1/"))
        expect(operation.responses.default, `${method} ${path}`).toMatchObject({
          content: {
            "application/problem+json": { schema: { $ref: expect.stringMatching(/^#.*\/Problem$/) } },
          },
        });
    }
  }
});

test.each([
  ["/search/harbor?q=okafor&facets=schema", yenteDocs.search],
  ["/entities/hb-okafor", yenteDocs.entity],
  ["/entities/hb-okafor/adjacent", yenteDocs.adjacent],
  ["/entities/hb-okafor/adjacent/ownershipOwner", yenteDocs.adjacentProperty],
  ["/catalog", yenteDocs.catalogue],
  ["/algorithms", yenteDocs.algorithms],
  ["/healthz", yenteDocs.health],
  ["/readyz", yenteDocs.ready],
  ["/reconcile/harbor", yenteDocs.reconcile],
  ["/reconcile/harbor/suggest/entity?prefix=ada", yenteDocs.suggest],
  ["/reconcile/harbor/extend/property", yenteDocs.extendProperty],
])("the answer of %s is what the document says", async (path, docs) => {
  const answer = await its.get(path);
  expect(answer.status).toBe(200);
  expect(docs.response[200].safeParse(await answer.json()).error).toBeUndefined();
});

test("a match is what the document says, and so are its errors", async () => {
  const queries = { q: { schema: "Person", properties: { name: ["Adaeze Okafor"] } } };
  const good = await (await its.post("/match/harbor", { queries })).json();
  expect(yenteDocs.match.response[200].safeParse(good).error).toBeUndefined();
  for (const [path, body, status] of [
    ["/match/banana", { queries }, 404],
    ["/match/harbor", {}, 422],
    ["/match/harbor", { queries: {} }, 400],
  ] as const) {
    const answer = await its.post(path, body);
    expect(answer.status).toBe(status);
    expect(yenteDocs.match.response[status].safeParse(await answer.json()).error).toBeUndefined();
  }
});

test("the page of the API asks no other address", async () => {
  const page = await (await its.get("/docs/")).text();
  expect(page).not.toMatch(/(?:src|href)="https?:/);
  expect((await its.get("/docs/")).headers.get("content-security-policy")).toContain("connect-src 'self'");
});

test("own routes refuse the unknown, and an address that is none says so", async () => {
  const refused = await its.get("/api/v1/lists");
  expect([refused.status, refused.headers.get("content-type")]).toEqual([
    401,
    "application/problem+json; charset=utf-8",
  ]);
  expect(await refused.json()).toMatchObject({ code: "signed-out", todo: expect.any(String) });
  expect(((await (await its.get("/nothing")).json()) as { code: string }).code).toBe("unknown-route");
  expect((await fetch(`${its.url}/api/v1/lists`, { method: "PUT" })).status).toBe(405);
});
