import { afterAll, beforeAll, expect, it } from "vitest";
import type { Api } from "../../../platform/http/routes.ts";
import { alertRoutes } from "../alerts/routes.ts";
import { directApi } from "../fixtures/direct-api.ts";
import { listedPerson, type TestDesk, testDesk } from "../fixtures/test-desk.ts";
import { policyRoutes } from "../policy/routes.ts";
import { screenRoutes } from "../screen-routes.ts";
import { checkRoutes } from "./routes.ts";

let desk: TestDesk;
let api: Api;

beforeAll(async () => {
  desk = await testDesk([listedPerson("1", "Qarbon Zelmira Testov", { birthDate: ["1970-02-05"] })]);
  api = await directApi([
    alertRoutes(desk),
    checkRoutes(desk),
    policyRoutes(desk, { enqueue: async () => "job_1" as never }),
    screenRoutes(desk),
  ]);
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

const party = (name: string) => ({
  kind: "party",
  reference: name,
  purpose: "",
  parties: [{ role: "other", schema: "LegalEntity", properties: { name: [name] } }],
  jurisdictions: ["us", "eu", "gb"],
});

async function post(url: string, payload: object) {
  const answer = await api.inject({ method: "POST", url, payload });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const itemsOf = async (url: string): Promise<readonly unknown[]> =>
  (await api.inject({ method: "GET", url })).json().items;

it("a preview says what the check then says, and keeps neither a check nor an alert", async () => {
  const [transaction, at] = [party("Qarbon Zelmira Testov"), "2024-06-01"];
  const { verdict, policyVersion } = await post("/api/v1/check/preview", { transaction, at });
  expect(verdict.answer).toBe("refer");
  expect(verdict.summary).toMatch(
    /^This party must not pass on 1 June 2024 .* “Qarbon Zelmira Testov” may be /,
  );
  expect(await itemsOf("/api/v1/checks")).toEqual([]);
  expect(await itemsOf("/api/v1/alerts?view=all")).toEqual([]);
  const check = await post("/api/v1/check", { transaction, at });
  expect(check.verdict).toEqual(verdict);
  expect(check).toMatchObject({ kind: "party", policyVersion });
  expect(await itemsOf("/api/v1/alerts?view=all")).toHaveLength(1);
  expect((await post(`/api/v1/checks/${check.id}/replay`, {})).same).toBe(true);
});

it("a preview refuses what a check refuses", async () => {
  const answer = await api.inject({
    method: "POST",
    url: "/api/v1/check/preview",
    payload: { transaction: { ...party("Nobody"), kind: "wish" } },
  });
  expect(answer.statusCode).toBe(400);
});

it("a screening holds a name against the organisation's own threshold, unless the question names another", async () => {
  const subject = { schema: "Person", properties: { name: ["Qarbon Zelmira Testov"] } };
  const hits = async (policy?: object): Promise<readonly boolean[]> => {
    const { matches } = await post("/api/v1/screen", {
      subject,
      ...(policy === undefined ? {} : { policy }),
    });
    return matches.map(({ hit }: { hit: boolean }) => hit);
  };
  expect(await hits()).toEqual([true]);
  const { policy } = (await api.inject({ method: "GET", url: "/api/v1/policy" })).json();
  const stricter = { ...policy, screen: { ...policy.screen, threshold: 1 } };
  const reason = "Only what is certain is looked at here.";
  const proposed = await post("/api/v1/policy/proposals", { policy: stricter, reason });
  const [{ id }] = proposed.history;
  const answer = await api.inject({
    method: "POST",
    url: `/api/v1/policy/proposals/${id}/decision`,
    headers: { "x-person": "bob" },
    payload: { decision: "approved", reason },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(await hits()).toEqual([false]);
  expect(await hits({ threshold: 0.5 })).toEqual([true]);
});
