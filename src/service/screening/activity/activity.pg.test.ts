import { afterAll, beforeAll, expect, test } from "vitest";
import type { Api } from "../../../platform/http/routes.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { alertRoutes } from "../alerts/routes.ts";
import { directApi } from "../fixtures/direct-api.ts";
import { listedPerson, type TestDesk, testDesk } from "../fixtures/test-desk.ts";
import { policyRoutes } from "../policy/routes.ts";
import { subjectRoutes } from "../subjects/routes.ts";
import { tuningRoutes } from "../tuning/routes.ts";
import { activityRoutes } from "./routes.ts";

const JONG = listedPerson("24979", "Jong Song Hwa", { birthDate: ["1970-02-05"], nationality: ["kp"] });
const OTHERS = Array.from({ length: 10 }, (_, at) => listedPerson(`${at}`, `Qarbon Zelmira Testov${at}`));

let desk: TestDesk;
let api: Api;
const jobs: JobQueue = { enqueue: async () => "job_1" as never };

const call = async (method: "GET" | "POST" | "PUT", url: string, payload?: object, by = "ann") => {
  const answer = await api.inject({
    method,
    url,
    headers: { "x-person": by },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.json() };
};

beforeAll(async () => {
  desk = await testDesk([JONG, ...OTHERS]);
  api = await directApi([
    activityRoutes(desk),
    alertRoutes(desk),
    policyRoutes(desk, jobs),
    subjectRoutes(desk, jobs),
    tuningRoutes(desk),
  ]);
  const names = ["Jong Song Hwa", "Jong Song Hwe", "Amara Okoye", "Mateo Brandvold"];
  await call("POST", "/api/v1/subjects", {
    subjects: names.map((name, at) => ({ ref: `C-${at}`, schema: "Person", properties: { name: [name] } })),
  });
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

test("the activity of a span counts what came, what hit, who decided and how long it took", async () => {
  const { body: queue } = await call("GET", "/api/v1/alerts?view=team");
  const [first] = queue.items;
  desk.setNow("2026-01-02T10:30:00Z");
  const decided = await call("POST", `/api/v1/alerts/${first.id}/decisions`, {
    outcome: "escalated",
    reasonCode: "other",
    narrative: "Somebody who knows the family must look.",
    action: "none",
    legalAuthority: null,
  });
  expect(decided.status, JSON.stringify(decided.body)).toBe(200);
  const { body } = await call("GET", "/api/v1/activity?from=2025-12-31&to=2026-01-02");
  expect(body.days.map(({ day }: { day: string }) => day)).toEqual([
    "2025-12-31",
    "2026-01-01",
    "2026-01-02",
  ]);
  expect(body.days[2]).toMatchObject({ subjects: 4, alerts: queue.items.length, clear: 0 });
  expect(body.days[0]).toMatchObject({ subjects: 0, alerts: 0 });
  expect(body.people).toMatchObject([{ name: "ann", decided: 1, medianMinutes: 30 }]);
  expect(body.speed).toMatchObject({ decided: 1, medianMinutes: 30, late: 0 });
  expect(body.lists).toMatchObject([{ edition: "2026-01-01", ageDays: 1 }]);
  expect(body.waiting.open).toBe(queue.items.length);
  expect((await call("GET", "/api/v1/activity?from=2026-01-02&to=2026-01-01")).status).toBe(400);
  expect((await call("GET", "/api/v1/activity?from=2020-01-01&to=2026-01-01")).status).toBe(413);
});

test("the distribution of scores says how many hits another threshold would show, and which they are", async () => {
  const { body } = await call("GET", "/api/v1/tuning");
  expect(body).toMatchObject({ threshold: 0.55, thresholdMin: 0.3, subjects: { total: 4, screened: 4 } });
  expect(body.bins).toHaveLength(70);
  expect(body.bins[0].from).toBe(0.3);
  const matches = body.bins.reduce((sum: number, { matches: at }: { matches: number }) => sum + at, 0);
  const { body: between } = await call("GET", "/api/v1/tuning/pairs?from=0.3&until=1.01");
  expect(between.items).toHaveLength(matches);
  expect(between.items[0]).toMatchObject({ caption: "Jong Song Hwa", entityCaption: "Jong Song Hwa" });
  const none = await call("GET", "/api/v1/tuning/pairs?from=0.9&until=0.9");
  expect(none.body.items).toEqual([]);
  expect(body.curve.withFacts.length).toBeGreaterThan(10);
});

test("who belongs to which business line is told", async () => {
  await call("PUT", "/api/v1/people/usr_bob/business-line", { businessLine: "Payments" });
  expect((await call("GET", "/api/v1/business-lines")).body).toEqual({
    items: [{ personId: "usr_bob", businessLine: "Payments" }],
  });
});
