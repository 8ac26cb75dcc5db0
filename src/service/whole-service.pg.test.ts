import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientTypes } from "../../scripts/client-types.ts";
import { EVENT_KINDS } from "../platform/live/event.ts";
import type { TestBrowser } from "./accounts/fixtures/test-service.ts";
import { type OwnedService, startOwnedService } from "./fixtures/owned-service.ts";
import type { YenteService } from "./screening/yente/fixtures/yente-service.ts";

let owned: OwnedService;
let service: YenteService;
let owner: TestBrowser;

beforeAll(async () => {
  owned = await startOwnedService();
  ({ service, owner } = owned);
}, 600_000);
afterAll(async () => {
  await owned.close();
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

const ROOT = join(import.meta.dirname, "../..");

/** The only block of code of that language in a page of the docs. */
function example(page: string, language: string): string {
  const text = readFileSync(join(ROOT, "docs", page), "utf8");
  const [, code] = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "m").exec(text) ?? [];
  expect(code, `${page} has an example in ${language}`).toBeDefined();
  return code ?? "";
}

const runProgram = promisify(execFile);

/** Runs the example as a user would, with the service's address and a key in place of the made-up ones. */
async function runExample(
  program: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<string> {
  const env = { ...process.env, ...environment, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
  const { stdout } = await runProgram(program, [...args], {
    cwd: ROOT,
    env,
    timeout: 200_000,
    maxBuffer: 1 << 26,
  });
  return stdout;
}

const hasPython = spawnSync("python3", ["--version"]).status === 0;

test("the examples of the API's page do what they say, by curl, in TypeScript and in Python", async () => {
  const permissions = ["checks.create", "checks.read", "lists.read"];
  const made = await owner.ask("POST", "/api/v1/keys", { name: "docs", permissions });
  const key = String(made.json.key);
  const folder = mkdtempSync(join(tmpdir(), "sluice-examples-"));
  try {
    const shell = example("api.md", "sh").replace(/^URL=.*$/m, `URL=${service.url}; KEY=${key}`);
    const said = await runExample(
      "bash",
      ["-euc", shell.replaceAll(/receipt\.json|check\.pdf/g, (file) => join(folder, file))],
      {},
    );
    expect(said).toContain('"us-ofac-24979"');
    expect(said).toContain('"answer":"refer"');
    expect(said).toContain('"answer":"prohibited"');
    expect(said).toContain('"format":"mt103"');
    expect(said).toContain('"cameCount":');
    expect(readFileSync(join(folder, "check.pdf")).subarray(0, 5).toString()).toBe("%PDF-");

    const script = join(folder, "example.ts");
    const client = join(ROOT, "src/client/client.ts");
    writeFileSync(
      script,
      example("api.md", "ts")
        .replace("sluice/client", client)
        .replace("https://sluice.bank.example", service.url),
    );
    expect(await runExample(process.execPath, [script], { SLUICE_KEY: key })).toContain("JONG, Song Hwa");

    if (!hasPython) return;
    const python = example("api.md", "python").replace("http://127.0.0.1:8000", service.url);
    expect(await runExample("python3", ["-c", python], {})).toContain("us-ofac-24979");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);

test("the client's types are what the service's document says: npm run api-client", async () => {
  const document = (await owner.ask("GET", "/openapi.json")).json;
  const written = readFileSync(join(ROOT, "src/client/schema.ts"), "utf8");
  // Compared as a truth: the two have half a megabyte, and what differs is seen by writing them anew.
  expect((await clientTypes(document)) === written, "src/client/schema.ts is stale").toBe(true);
});

test("the page on events names every kind of event and no other", () => {
  const page = readFileSync(join(ROOT, "docs/events.md"), "utf8");
  const table = page.slice(page.indexOf("## Kinds"), page.indexOf("## Watch"));
  const named = [...table.matchAll(/`([a-z-]+\.[a-z-]+)`/g)].map(([, kind]) => kind);
  expect(named.sort()).toEqual([...EVENT_KINDS].sort());
});
