import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledRules } from "../engine/redflags/rule.ts";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { runEventFiles } from "../service/workers/files/run-files.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");
const RING = join(EXAMPLES, "2018-silverstar/events.jsonl");
const folder = mkdtempSync(join(tmpdir(), "sluice-workers-test-"));
let lists: OpenedSnapshot;
beforeAll(async () => {
  lists = await openSmallLists();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (...typed: readonly string[]) => tryCommand(lists)("workers", ...typed);

const lines = (text: string): { type: string; [name: string]: unknown }[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("sluice workers", () => {
  it("writes flags with their evidence, then cases, then who is touched by country, a line each", async () => {
    const said = await ask(RING, "--at", "2018-09-12", "--json");
    expect(said.code, said.err).toBe(2);
    const all = lines(said.out);
    expect(all.map(({ type }) => type).filter((type, at, types) => type !== types[at - 1])).toEqual([
      "flag",
      "case",
      "summary",
    ]);
    expect(all.find(({ rule }) => rule === "RF-012")?.evidence).not.toEqual([]);
    expect(all.at(-1)).toMatchObject({ type: "summary", events: 92, rejected: 0, cases: 1 });
  });

  it("says reasons in Korean", async () => {
    const said = await ask(RING, "--at", "2018-09-12", "--lang", "ko");
    expect(said.out).toContain("여러 계정이 하나의 결제 계좌·지갑 사용");
  });

  it.each([
    [
      ["okta.jsonl", "entra.jsonl", "google.jsonl", "github.jsonl", "stripe.jsonl", "paypal.jsonl"],
      { okta: 2, google: 1, github: 7, stripe: 2, paypal: 1 },
      13,
    ],
    [["logins.csv"], { table: 2 }, 0],
    [["payoneer/dev-1041.csv"], { payoneer: 2 }, 0],
  ])("reads %s as their systems write them", async (names, formats, rejected) => {
    const said = await ask(...names.map((name) => join(EXAMPLES, "events", name)), "--json");
    expect(lines(said.out).at(-1)).toMatchObject({ formats, rejected });
  });

  it("reads a table by a mapping, and says which column a mapping names in vain", async () => {
    const table = join(EXAMPLES, "events/payouts.csv");
    const said = await ask(table, "--map", join(EXAMPLES, "events/payouts.mapping.json"), "--json");
    expect(lines(said.out).filter(({ rule }) => rule === "RF-012")).toHaveLength(2);
    const bad = join(folder, "bad.json");
    writeFileSync(bad, JSON.stringify({ kind: "payment", columns: { id: "Nowhere" } }));
    const refused = await ask(table, "--map", bad);
    expect(refused.code).toBe(65);
    expect(refused.err).toContain("there is no column “Nowhere”");
  });

  it("takes what can be read of a bad file, and tells the rest line by line", async () => {
    const file = join(folder, "bad.jsonl");
    const login = { kind: "login", id: "1", account: "a", at: "2024-01-01T00:00:00Z", ip: "192.0.2.1" };
    writeFileSync(
      file,
      [
        JSON.stringify(login),
        "{",
        JSON.stringify({ ...login, id: "2", at: "2050-01-01T00:00:00Z" }),
        JSON.stringify({ ...login, id: "3", race: "x" }),
      ].join("\n"),
    );
    const said = await ask(file, "--json");
    expect(lines(said.out).at(-1)).toMatchObject({ events: 1, rejected: 3 });
    for (const words of ["line 2: not JSON", "line 3: at: 2050", "line 4: Unrecognized key"])
      expect(said.err).toContain(words);
  });

  it("without files, with a folder or an unknown kind it says what is wrong", async () => {
    expect((await ask()).code).toBe(64);
    expect((await ask(folder)).err).toContain("not a file");
    expect((await ask(RING, "--kind", "logins")).err).toContain("login");
    expect((await ask(join(folder, "none.jsonl"))).code).toBe(66);
  });
});

describe("states on disk", () => {
  const run = (paths: readonly string[], state: string | null, eventsPerSegment: number) =>
    runEventFiles(
      {
        book: bundledRules(),
        day: "2018-09-12",
        paths,
        mapping: null,
        kind: null,
        now: Date.UTC(2020, 0),
        folder: state,
        eventsPerSegment,
      },
      async () => {},
    );

  it("give the same cases in parts, written and merged many times, as in one piece", async () => {
    const whole = await run([RING], null, 1_000_000);
    const parts = await run([RING], join(folder, "parts"), 3);
    expect(parts.cases).toEqual(whole.cases);
    expect(parts.countries).toEqual(whole.countries);
  });

  it("go on where a log has grown, and with other files, to the same answer", async () => {
    const all = readFileSync(RING, "utf8").trim().split("\n");
    const log = join(folder, "log.jsonl");
    const state = join(folder, "grown");
    writeFileSync(log, `${all.slice(0, 40).join("\n")}\n`);
    await run([log], state, 10);
    writeFileSync(log, `${all.join("\n")}\n`);
    const grown = await run([log], state, 10);
    const whole = await run([RING], null, 1_000_000);
    expect(grown.cases).toEqual(whole.cases);
    const again = await run([log, RING], state, 10);
    expect(again.cases).toEqual(whole.cases);
  });
});
