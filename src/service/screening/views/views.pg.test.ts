import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../../../platform/database/tenant.ts";
import type { Api } from "../../../platform/http/routes.ts";
import { directApi } from "../fixtures/direct-api.ts";
import { type TestDesk, testDesk } from "../fixtures/test-desk.ts";
import { deskOf } from "../tables.ts";
import { viewRoutes } from "./routes.ts";
import { VIEWS_MAX } from "./view-store.ts";

let desk: TestDesk;
let api: Api;
beforeAll(async () => {
  desk = await testDesk([]);
  api = await directApi([viewRoutes(desk)]);
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

type Who = { readonly person?: string; readonly role?: string; readonly org?: string };

async function ask(who: Who, method: "GET" | "POST" | "DELETE", url: string, payload?: object) {
  const headers = {
    "x-person": who.person ?? "ann",
    "x-role": who.role ?? "analyst",
    "x-org": who.org ?? "org_1",
  };
  const answer = await api.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
}
const save = (who: Who, name: string, more: object = {}) =>
  ask(who, "POST", "/api/v1/views", { page: "alerts", name, query: "view=mine&order=score", ...more });
const names = async (who: Who) =>
  (await ask(who, "GET", "/api/v1/views?page=alerts")).body.items.map(({ name }: { name: string }) => name);

test("a person's own view is seen by that person, the team's by everybody of the organisation", async () => {
  expect((await save({}, "my worst")).status).toBe(201);
  const team = await save({}, "Overdue", { team: true, query: "overdue=true" });
  expect(team.body).toMatchObject({ query: "overdue=true", team: true, createdBy: { name: "ann" } });
  expect(await names({})).toEqual(["Overdue", "my worst"]);
  expect(await names({ person: "bob" })).toEqual(["Overdue"]);
  expect(await names({ org: "org_2" })).toEqual([]);
});

test("a name stands once in each place, whatever its case", async () => {
  const who = { org: "org_3" };
  expect((await save(who, "Late")).status).toBe(201);
  expect((await save(who, "LATE")).body.code).toBe("conflict");
  expect((await save(who, "Late", { team: true })).status).toBe(201);
  expect((await save({ ...who, person: "bob" }, "Late")).status).toBe(201);
});

test("who only reads keeps own views and leaves the team's as they are", async () => {
  const auditor = { org: "org_4", person: "eve", role: "auditor" };
  const { body: own } = await save(auditor, "Mine");
  expect((await save(auditor, "Ours", { team: true })).body.code).toBe("forbidden");
  const { body: ours } = await save({ org: "org_4" }, "Ours", { team: true });
  expect((await ask(auditor, "DELETE", `/api/v1/views/${ours.id}`)).status).toBe(403);
  expect((await ask({ org: "org_4" }, "DELETE", `/api/v1/views/${own.id}`)).status).toBe(404);
  expect((await ask(auditor, "DELETE", `/api/v1/views/${own.id}`)).status).toBe(204);
  const other = { org: "org_4", person: "bob" };
  expect((await ask({ ...other, org: "org_5" }, "DELETE", `/api/v1/views/${ours.id}`)).status).toBe(404);
  expect((await ask(other, "DELETE", `/api/v1/views/${ours.id}`)).status).toBe(204);
  expect(await names(auditor)).toEqual([]);
});

test("views are bounded in number, and in what they say", async () => {
  const who = { org: "org_6" };
  for (let at = 0; at < VIEWS_MAX.own; at += 1) await save(who, `v${at}`);
  expect((await save(who, "one more")).body.code).toBe("rule-broken");
  expect((await save(who, "", { team: true })).status).toBe(400);
  expect((await save(who, "x", { query: "a#b" })).status).toBe(400);
  expect((await save(who, "x", { query: "a".repeat(2_001) })).status).toBe(400);
  expect((await save(who, "x", { page: "elsewhere" })).status).toBe(400);
});

test("the database itself gives no view to another organisation, with the service's checks bypassed", async () => {
  await save({ org: "org_7" }, "Secret", { team: true });
  const seen = await inOrganization(desk.database, "org_8", (trx) =>
    deskOf(trx).selectFrom("saved_views").selectAll().execute(),
  );
  expect(seen).toEqual([]);
});
