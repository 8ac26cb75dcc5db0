import { afterAll, beforeAll, expect, test } from "vitest";
import type { Api } from "../../../platform/http/routes.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { directApi } from "../fixtures/direct-api.ts";
import { listedPerson, type TestDesk, testDesk } from "../fixtures/test-desk.ts";
import { subjectRoutes } from "../subjects/routes.ts";
import { networkRoutes } from "./routes.ts";

const JONG = listedPerson("24979", "Jong Song Hwa", { birthDate: ["1970-02-05"], nationality: ["kp"] });
const OTHERS = Array.from({ length: 10 }, (_, at) => listedPerson(`${at}`, `Qarbon Zelmira Testov${at}`));

let desk: TestDesk;
let api: Api;
const jobs: JobQueue = { enqueue: async () => "job_1" as never };

beforeAll(async () => {
  desk = await testDesk([JONG, ...OTHERS]);
  api = await directApi([networkRoutes(desk), subjectRoutes(desk, jobs)]);
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

const call = async (method: "GET" | "POST" | "DELETE", url: string, payload?: object, org = "org_1") => {
  const answer = await api.inject({
    method,
    url,
    headers: { "x-org": org },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
};
const bring = (text: string, org = "org_1") =>
  api.inject({
    method: "POST",
    url: "/api/v1/network/sources?name=holdings.csv",
    headers: { "content-type": "text/csv", "x-org": org },
    payload: text,
  });

const HOLDINGS = `owner,owner_name,owner_kind,asset,asset_name,share,from,until,source
us-ofac-24979,,person,ALPHA,Alpha Trading,100,2016-04-01,,register
ALPHA,Alpha Trading,company,SKY,Skydev Co.,30,2017-06-15,,shareholder list
HAN,Han Yun-seo,person,SKY,Skydev Co.,46,2017-06-15,,shareholder list
NN,,unknown,SKY,Skydev Co.,24,2017-06-15,,shareholder list
SKY,Skydev Co.,company,GAMES,Skydev Games,100,2018-01-10,,register
ALPHA,Alpha Trading,company,PORT,Port Services,60,2015-03-01,2025-09-05,register
`;

test("who is behind a customer follows from the organisation's files and the lists, with the missing fact", async () => {
  expect((await bring(HOLDINGS)).statusCode).toBe(201);
  const { body } = await call("GET", "/api/v1/network/SKY");
  expect(body).toMatchObject({
    name: "Skydev Co.",
    rule: { policy: "ofac", isLaw: true },
    answer: { status: "undetermined", interval: { min: "30", max: "54" } },
  });
  expect(body.answer.missing.smallest).toMatchObject([{ kind: "owner", owner: { id: "NN" } }]);
  const lit = body.edges.filter(({ onPath }: { onPath: boolean }) => onPath);
  expect(lit.map(({ owner, asset }: { owner: string; asset: string }) => `${owner} ${asset}`).sort()).toEqual(
    ["ALPHA SKY", "NN SKY", "us-ofac-24979 ALPHA"],
  );
  const { body: alpha } = await call("GET", "/api/v1/network/ALPHA");
  expect(alpha.answer).toMatchObject({ status: "blocked", proof: { listed: [{ id: "us-ofac-24979" }] } });
});

test("what if a stake were another is computed anew, and nothing is written down", async () => {
  const ask = (alpha: string | null, han = "46") =>
    call("POST", "/api/v1/network/SKY/what-if", {
      changes: [
        { owner: "ALPHA", asset: "SKY", share: alpha },
        { owner: "HAN", asset: "SKY", share: han },
      ],
    });
  const { body: blocked } = await ask("50", "26");
  expect(blocked).toMatchObject({ before: { status: "undetermined" }, after: { status: "blocked" } });
  expect(blocked.statuses).toMatchObject({ SKY: "blocked", GAMES: "blocked" });
  expect((await ask("25.9")).body.after).toMatchObject({ status: "not-blocked", interval: { max: "49.9" } });
  expect((await ask(null)).body.after.status).toBe("not-blocked");
  // More than the whole proves only what is left when the excess is taken off.
  expect((await ask("50")).body.after).toMatchObject({ status: "undetermined", interval: { min: "30" } });
  const refused = await ask("101");
  expect([refused.status, refused.body.detail]).toEqual([400, expect.stringContaining("a share over 100 %")]);
  expect((await call("GET", "/api/v1/network/SKY")).body.answer.status).toBe("undetermined");
});

test("a fact that is written down decides, and taken out again it does not", async () => {
  const fact = { owner: "HAN", asset: "PORT", share: "40", source: "annual return" };
  const { status, body: made } = await call("POST", "/api/v1/network/facts", fact);
  expect(status).toBe(201);
  const after = await call("GET", "/api/v1/network/PORT?at=2025-01-01");
  expect(after.body.edges).toContainEqual(expect.objectContaining({ owner: "HAN", percent: "40" }));
  expect((await call("DELETE", `/api/v1/network/facts/${made.id}`)).status).toBe(204);
  const gone = await call("GET", "/api/v1/network/PORT?at=2025-01-01");
  expect(gone.body.edges).not.toContainEqual(expect.objectContaining({ owner: "HAN" }));
  expect((await call("POST", "/api/v1/network/facts", { ...fact, share: "lots" })).status).toBe(400);
});

test("a day asks for the ties of that day", async () => {
  const on = async (day: string) => (await call("GET", `/api/v1/network/PORT?at=${day}`)).body;
  expect((await on("2025-09-04")).answer.status).toBe("blocked");
  const later = await on("2025-09-05");
  expect(later.answer.status).toBe("not-blocked");
  expect(later.edges).toContainEqual(expect.objectContaining({ presence: "absent", until: "2025-09-05" }));
  expect(later.days).toEqual(["2015-03-01", "2016-04-01", "2025-09-05"]);
});

test("an owner whose name may be a listed one leaves the answer open until a person decides", async () => {
  await bring(
    "owner,owner_name,owner_kind,asset,asset_name,share\nO-1,Jong Song Hwa,person,SHOP,Corner Shop,80\n",
    "org_2",
  );
  const { body } = await call("GET", "/api/v1/network/SHOP", undefined, "org_2");
  expect(body.answer).toMatchObject({
    status: "undetermined",
    missing: { smallest: [{ kind: "identity" }] },
  });
  expect(body.nodes.find(({ id }: { id: string }) => id === "O-1").likeness).toMatchObject({
    entityId: "us-ofac-24979",
  });
});

test("one organisation's facts are nowhere in another's network", async () => {
  expect((await call("GET", "/api/v1/network/SKY", undefined, "org_3")).status).toBe(404);
  expect((await call("GET", "/api/v1/network", undefined, "org_3")).body).toMatchObject({
    parties: 0,
    ties: 0,
  });
  const { body } = await call("GET", "/api/v1/network");
  expect(body.items[0]).toMatchObject({ status: "blocked" });
});

test("a file that says nothing about ownership is refused in words", async () => {
  const refused = await bring("name,born\nA,1970\n");
  expect([refused.statusCode, refused.json().detail]).toEqual([400, expect.stringContaining("owner")]);
});
