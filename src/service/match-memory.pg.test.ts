import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TEST_SECRET, type TestDatabase, testDatabase } from "../platform/database/test-database.ts";
import { PASSWORD, TestBrowser } from "./accounts/fixtures/test-service.ts";
import { startYenteService, type YenteService } from "./screening/yente/fixtures/yente-service.ts";

let its: TestDatabase;
let service: YenteService;
let owner: TestBrowser;

beforeAll(async () => {
  its = await testDatabase();
  service = await startYenteService({
    SLUICE_DATABASE: "url",
    DATABASE_URL: its.ownerUrl,
    SLUICE_SECRET: TEST_SECRET,
    SLUICE_DEMO: "false",
    SLUICE_WITH_LISTS: "true",
    SLUICE_HOME: process.env.SLUICE_HOME ?? join(import.meta.dirname, "../../.cache/sluice"),
    SLUICE_WAIT_MS_MAX: "60000",
  });
  owner = new TestBrowser(service.url.replace("127.0.0.1", "localhost"));
  const token = service.service.ownerLink?.split("/").at(-1);
  const facts = {
    name: "Olga",
    email: "o@bank.example",
    organizationName: "Bank",
    password: PASSWORD,
    token,
  };
  expect((await owner.ask("POST", "/api/v1/links/use", facts)).status).toBe(201);
}, 300_000);
afterAll(async () => {
  await service.close();
  await its.close();
});

const PERSON = { schema: "Person", properties: { name: ["Jong Song Hwa"], birthDate: ["1970-02-05"] } };

async function found(key: string | null): Promise<readonly string[]> {
  const headers: Record<string, string> = key === null ? {} : { authorization: `ApiKey ${key}` };
  const answer = await service.post("/match/default", { queries: { q: PERSON } }, headers);
  expect(answer.status).toBe(200);
  const { responses } = (await answer.json()) as { responses: { q: { results: { id: string }[] } } };
  return responses.q.results.map(({ id }) => id);
}

/** What was decided a moment ago is read within a second. */
async function eventually(
  key: string,
  holds: (ids: readonly string[]) => boolean,
): Promise<readonly string[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const ids = await found(key);
    if (holds(ids)) return ids;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return found(key);
}

test("a decided false positive is left out of /match for its organisation's key, and for nobody else", async () => {
  const made = await owner.ask("POST", "/api/v1/keys", { name: "match", permissions: ["match.use"] });
  const key = String(made.json.key);
  const before = await found(key);
  expect(before).toContain("us-ofac-24979");

  const subjects = [{ ref: "c-1", ...PERSON }];
  const brought = await owner.ask("POST", "/api/v1/subjects", { subjects });
  const alerts = brought.json.opened as string[];
  let settled = "";
  for (const alert of alerts) {
    const shown = (await owner.ask("GET", `/api/v1/alerts/${alert}`)).json;
    for (const [at, answer] of ["ofac", "same-kind", "whole-name", "compared", "none"].entries())
      await owner.ask("POST", `/api/v1/alerts/${alert}/steps/${at + 1}`, { answer });
    const decision = {
      outcome: "false-positive",
      reasonCode: "birth-date-differs",
      narrative: "Another person: seen in the passport.",
    };
    const decided = await owner.ask("POST", `/api/v1/alerts/${alert}/decisions`, decision);
    expect(decided.status, decided.text).toBe(200);
    if (JSON.stringify(shown).includes("us-ofac-24979")) settled = decided.json.suppression;
  }
  const left = await eventually(key, (ids) => !ids.includes("us-ofac-24979"));
  expect(left).not.toContain("us-ofac-24979");
  expect(await found(null)).toEqual(before);
  expect(await found("slk_of_nobody_known")).toEqual(before);

  const revocation = await owner.ask("POST", `/api/v1/suppressions/${settled}/revocation`, {
    reason: "Looked again.",
  });
  expect(revocation.status, revocation.text).toBeLessThan(300);
  expect(await eventually(key, (ids) => ids.includes("us-ofac-24979"))).toContain("us-ofac-24979");
});
