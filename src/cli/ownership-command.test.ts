import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";
import { widthOf } from "./terminal.ts";

let lists: OpenedSnapshot;
let folder: string;
let holdings: string;
let table: string;

beforeAll(async () => {
  lists = await openSmallLists();
  folder = mkdtempSync(join(tmpdir(), "sluice-ownership-"));
  holdings = put(
    "holdings.csv",
    "owner,asset,share,from,until,source\nX,A,50,2015-01-01,,register\nA,B,50,,,register\nX,C,25-75,,,register\nX,D,60,,2018-09-05,register\nZ,E,90,,,register\nX,E,10,,,register\n",
  );
  table = put("listed.txt", "id,from\nX,2018-09-13\nsomebody else,2018-09-13\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const ask = (...typed: readonly string[]) => tryCommand(lists)("ownership", ...typed);
const AT = ["--at", "2018-09-20"] as const;

describe("sluice ownership", () => {
  it("writes one line for each party, with status, interval, and proof or missing facts", async () => {
    const { out, code } = await ask(holdings, "--listed", table, ...AT, "--json");
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(lines.map(({ id, status, basis }) => [id, status, basis])).toEqual([
      ["X", "blocked", "listed"],
      ["A", "blocked", "owned"],
      ["B", "blocked", "owned"],
      ["C", "undetermined", "owned"],
      ["D", "not-blocked", null],
      ["Z", "not-blocked", null],
      ["E", "not-blocked", null],
    ]);
    const [, , b, c, d] = lines;
    expect(
      b.proof.steps.map((step: { party: { id: string }; total: string }) => [step.party.id, step.total]),
    ).toEqual([
      ["B", "50"],
      ["A", "50"],
    ]);
    expect(b.proof.listed[0]).toMatchObject({ id: "X", since: "2018-09-13" });
    expect(c.interval).toEqual({ min: "25", max: "75", minOpen: false, maxOpen: false });
    expect(c.missing.smallest[0].words).toBe("What share X holds of C (stated: 25 to 75 %).");
    expect(d.flags[0].flag).toBe("divested-near-designation");
  });

  it("tells the proof as a tree, the missing facts and what to look at", async () => {
    const { out } = await ask(holdings, "--listed", "X:2018-09-13", ...AT);
    expect(out).toContain("BLOCKED  B");
    expect(out).toContain("    ↳ X owns 50 % of A, since 2015-01-01 [register; holdings.csv: line 2]");
    expect(out).toContain("      ↳ X is listed since 13 September 2018");
    expect(out).toContain("→ What share X holds of C (stated: 25 to 75 %).");
    expect(out).toMatch(/X held 60 % of D until 5 September 2018, 8 days before/u);
  });

  it.each([40, 80, 100])("fits into %i columns", async (columns) => {
    const { out } = await tryCommand(lists, { columns })(
      "ownership",
      holdings,
      "--listed",
      "X",
      ...AT,
      "--all",
    );
    for (const line of out.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });

  it("ends with 2 where a party is undetermined and none is blocked, and with 0 where none is either", async () => {
    expect((await ask(holdings, "--listed", "X", ...AT, "--party", "C")).code).toBe(2);
    expect((await ask(holdings, "--listed", "X", ...AT, "--party", "E")).code).toBe(0);
  });

  it("tells what changed between two days, and why", async () => {
    const { out } = await ask(holdings, "--listed", "X:2018-09-13", ...AT, "--since", "2018-09-12", "--json");
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["X", "not-blocked", "blocked"],
      ["A", "not-blocked", "blocked"],
      ["B", "not-blocked", "blocked"],
      ["C", "not-blocked", "undetermined"],
    ]);
    expect(lines[1].because).toEqual([
      "X is listed since 13 September 2018, and was not on 12 September 2018.",
    ]);
  });

  it("reads a day by the wording of that day, and says where a rule is not law", async () => {
    const status = async (policy: string, at: string) =>
      JSON.parse(
        (await ask(holdings, "--listed", "X", "--policy", policy, "--at", at, "--party", "A", "--json")).out,
      ).status;
    expect([await status("eu", "2024-07-02"), await status("eu", "2024-07-03")]).toEqual([
      "not-blocked",
      "blocked",
    ]);
    const { out } = await ask(holdings, "--listed", "X", "--policy", "bis", "--at", "2026-01-01");
    expect(out).toContain("This rule is not law on 1 January 2026");
  });

  it("asks the lists about ids that they know", async () => {
    const file = put("own.csv", "owner,asset,share\nus-ofac-24977,our-client,60\n");
    const { out, code } = await ask(file, "--lists", "--at", "2024-06-01", "--json", "--party", "our-client");
    expect([code, JSON.parse(out).status]).toEqual([1, "blocked"]);
    const before = await ask(file, "--lists", "--at", "2018-09-12", "--json", "--party", "our-client");
    expect([before.code, JSON.parse(before.out).status]).toEqual([0, "not-blocked"]);
  });

  it("writes BODS, which it reads again", async () => {
    const { out } = await ask(holdings, "--bods", ...AT);
    const again = await ask(put("out.jsonl", out), "--listed", "X", ...AT, "--json", "--party", "B");
    expect(JSON.parse(again.out).status).toBe("blocked");
  });

  it.each([
    [["nowhere.csv", "--listed", "X"], 66, "no such file"],
    [[], 64, "needs a FILE"],
    [["FILE"], 64, "nobody is listed"],
    [["FILE", "--listed", "Y"], 64, "--listed Y: no party"],
    [["FILE", "--listed", "X", "--policy", "ofca"], 64, "did you mean ofac?"],
    [["FILE", "--listed", "X", "--party", "BB"], 64, "no party has that id; did you mean B?"],
    [["FILE", "--listed", "X", "--at", "2018-02-30"], 64, "not a day that exists"],
    [["FILE", "--listed", "X", "--at", "2018-01-01", "--since", "2019-01-01"], 64, "is after --at"],
    [["FILE", "--listed", "gone.txt"], 64, "no such file"],
  ])("%j is one clear line", async (typed, code, line) => {
    const said = await ask(...typed.map((word) => (word === "FILE" ? holdings : word)));
    expect([said.code, said.err.split("\n").length]).toEqual([code, 2]);
    expect(said.err).toContain(line);
  });
});
