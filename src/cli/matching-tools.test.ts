import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenedSnapshot, openSnapshot } from "../service/lists/store.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";
import { widthOf } from "./terminal.ts";

const root = join(import.meta.dirname, "../..");
let folder: string;
let lists: OpenedSnapshot;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sluice-tools-"));
  lists = await openSmallLists();
  // Compiled here where it is not yet, so that no command below pays for it.
  await openSnapshot();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The real command line in a process of its own, on the bundled lists. */
function sluice(...typed: readonly string[]) {
  const run = spawnSync(process.execPath, [join(root, "bin/sluice.js"), ...typed], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe("sluice compare", () => {
  it("says how alike two names are, why, and ends with 2 where they match", async () => {
    const said = await tryCommand(lists)(
      "compare",
      "Chong Song-hwa",
      "정성화",
      "--birth1",
      "1970",
      "--birth2",
      "1970-02-05",
    );
    expect(said.out).toMatch(/^MATCH {2}(?:0\.\d\d|1\.00)/);
    expect(said.out).toContain("birth-date-year-equal");
    expect(said.code).toBe(2);
  });

  it("ends with 0 where they do not, and knows a person from a ship", async () => {
    const run = tryCommand(lists);
    expect((await run("compare", "Maria Gonzalez", "Jong Song Hwa")).code).toBe(0);
    const kinds = await run(
      "compare",
      "Silver Star",
      "Maria Gonzalez",
      "--id1",
      "imoNumber=9074729",
      "--birth2",
      "1970",
    );
    expect(kinds.out).toContain("NO MATCH");
  });

  it("reports characters that nobody sees and letters that look like others", async () => {
    const run = tryCommand(lists);
    const hidden = await run("compare", "Jоng So\u200bng Hwa", "Jong Song Hwa");
    expect(hidden.out).toContain("holds characters that nobody sees");
    expect(hidden.out.replace(/\s+/g, " ")).toContain("mixes letters of two alphabets");
    const record = JSON.parse((await run("compare", "Jоng Song Hwa", "Jong Song Hwa", "--json")).out);
    expect(record.findings).toEqual([{ finding: "mixed-lookalikes", name: "Jоng Song Hwa", side: "first" }]);
    expect(record.match.hit).toBe(true);
  });

  it("explains in Korean", async () => {
    const { out } = await tryCommand(lists)("compare", "정성화", "Jong Song Hwa", "--lang", "ko");
    expect(out).toMatch(/^일치/);
    expect(out).toContain("로그 오즈");
  });

  it.each([24, 40, 80])("fits %i columns", async (columns) => {
    const { out } = await tryCommand(lists, { columns })(
      "compare",
      "정성화",
      "Chong Song-hwa",
      "--lang",
      "ko",
    );
    for (const line of out.split("\n").slice(1)) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });

  it("refuses misuse in a line", async () => {
    const run = tryCommand(lists);
    for (const typed of [
      ["compare", "one"],
      ["compare", "a", "b", "c"],
      ["compare", "a", "b", "--out", "x.csv"],
      ["compare", "a", "b", "--lang", "fr"],
      ["compare", "a", "b", "--birth1", "soon"],
      ["compare", "a", "--pairs", "x.csv"],
    ]) {
      const { code, err } = await run(...typed);
      expect([typed, code]).toEqual([typed, 64]);
      expect(err.trimEnd().split("\n")).toHaveLength(1);
    }
  });
});

const PAIRS = `schema,name1,birth_date1,name2,birth_date2,is_match,case
Person,Jong Song Hwa,1970,"JONG, Song Hwa",1970-02-05,true,a
Person,Maria Gonzalez,,Jong Song Hwa,,no,b
Person,,,Jong Song Hwa,,true,c
Person,Ivan Petrov,32/13/1970,Ivan Petrov,,perhaps,d
Company,Silver Star Trading Ltd,,SILVER STAR TRADING LIMITED,,1,e
`;

describe("sluice compare --pairs", () => {
  it("gives every row back with its score, and says of each that could not be compared why", () => {
    const { code, out, err } = sluice("compare", "--pairs", put("pairs.csv", PAIRS));
    const [header, ...rows] = out.trimEnd().split("\n");
    expect(header).toBe("schema,name1,birth_date1,name2,birth_date2,is_match,case,score,problem,notes");
    expect(rows).toHaveLength(5);
    expect(Number(rows[0]?.split(",").at(-3))).toBeGreaterThan(0.9);
    expect(rows[2]).toContain("name1: neither a name nor an identifier");
    expect(rows[3]).toContain('is_match ""perhaps"" is neither true nor false');
    expect(rows[3]).toContain('birthDate ""32/13/1970"" is no date');
    expect(err).toContain("5 pairs, 1 not compared");
    expect(err).toContain("3 say whether they match, 2 of them that they do");
    expect(err).toMatch(/F1 {9}1\.000 \(/);
    expect(err).toContain("not used: case");
    expect(code).toBe(2);
  });

  it("writes a new file and never over one", async () => {
    const run = tryCommand(lists);
    const out = join(folder, "scored.csv");
    const asked = ["compare", "--pairs", put("pairs.csv", PAIRS), "--out", out] as const;
    const first = await run(...asked, "--json");
    expect(JSON.parse(first.out)).toMatchObject({ pairs: 5, notCompared: 1, labelled: 3, positives: 2 });
    expect(readFileSync(out, "utf8").trimEnd().split("\n")).toHaveLength(6);
    const second = await run(...asked);
    expect(second.err).toContain("exists and is not written over");
    expect(second.code).toBe(74);
  });

  it("gives JSON lines where they are asked for", async () => {
    const { out } = await tryCommand(lists)("compare", "--pairs", put("pairs.csv", PAIRS), "--json");
    const rows = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows[0]).toMatchObject({ row: 1, line: 2, cells: { name1: "Jong Song Hwa" }, problem: null });
  });

  it.each([
    ["no-name2.csv", "schema,name1\nPerson,x\n", "no column name2"],
    ["empty.csv", "", "empty"],
    ["lines.jsonl", "{}\n", "a table is needed"],
  ])("refuses %s as a whole", async (name, content, reason) => {
    const { code, err } = await tryCommand(lists)("compare", "--pairs", put(name, content));
    expect(err).toContain(reason);
    expect(code).toBe(65);
  });

  it("reads a broken row as a row, and goes on after it", async () => {
    const text = 'name1,name2\na,b,c,d\n"open,x\nJong Song Hwa,Jong Song Hwa\n';
    const { out, err } = await tryCommand(lists)("compare", "--pairs", put("broken.csv", text));
    expect(out).toContain("4 cells under 2 headers");
    expect(out).toContain("Jong Song Hwa,Jong Song Hwa,0.9");
    expect(err).toContain("3 pairs, 2 not compared");
  });
});

describe("sluice eval", () => {
  const positives = `name,birth date,expected
Jong Song Hwa,1970-02-05,us-ofac-24979
Yanbian Silverstar,,24977
Volasys Silver Star,,VOLASYS SILVER STAR
Nobody At All,,us-ofac-24979
Somebody,,us-ofac-0
`;
  const negatives = `name\n${Array.from({ length: 200 }, (_, at) => `Customer Number${at} Zelmira`).join("\n")}\nJong Song Hwa\n`;

  it("says what is found at how many hits, and who is missed", () => {
    const asked = [
      "eval",
      "--positives",
      put("pos.csv", positives),
      "--negatives",
      put("neg.csv", negatives),
    ];
    const { code, out } = sluice(...asked, "--capacity", "10", "--per", "1000");
    expect(code).toBe(0);
    const text = out.replace(/\s+/g, " ");
    expect(text).toContain("4 positives and 201 negatives");
    expect(text).toContain("row 5 is left out: expected “us-ofac-0”");
    expect(text).toContain("is the first match 75.0 %");
    expect(text).toContain("Nobody At All for us-ofac-24979");
    expect(text).toContain("With 10 reviews for every 1,000 screened");
    const { missed, curve, capacity } = JSON.parse(
      sluice(...asked, "--capacity", "1", "--per", "1000", "--json").out,
    );
    expect(missed).toHaveLength(1);
    expect(curve.at(-1).hitsPerThousand.value).toBeLessThanOrEqual(100);
    expect(capacity).toMatchObject({ point: null, negativesNeeded: 1_000 });
  });

  it("refuses what it cannot measure, in a line", async () => {
    const run = tryCommand(lists);
    const [pos, neg] = [put("pos.csv", positives), put("neg.csv", negatives)];
    for (const [typed, code] of [
      [["eval", "--positives", pos], 64],
      [["eval", "--positives", neg, "--negatives", neg], 65],
      [["eval", "--positives", pos, "--negatives", neg, "--capacity", "5"], 64],
      [["eval", "--positives", join(folder, "none.csv"), "--negatives", neg], 66],
    ] as const) {
      const said = await run(...typed);
      expect([said.code, said.err.trimEnd().split("\n").length]).toEqual([code, 1]);
    }
  });
});

describe("screening by a policy", () => {
  it("takes the threshold from a review capacity, and says what is missed there", async () => {
    const run = tryCommand(lists);
    const { out } = await run("screen", "Jong Song Hwa", "--capacity", "40", "--per", "5000");
    expect(out.replace(/\s+/g, " ")).toMatch(
      /A capacity of 8 in 1,000 customers means a threshold of 0\.\d{4} \(by the name alone\)/,
    );
    const record = JSON.parse(
      (await run("screen", "Jong Song Hwa", "--birth", "1970", "--capacity", "40", "--per", "5000", "--json"))
        .out,
    );
    expect(record.policy).toMatchObject({ name: "review-capacity", threshold: record.capacity.threshold });
    expect(record.capacity.curve).toBe("with-facts");
  });

  it("needs fewer reviews at a higher threshold", async () => {
    const thresholds = [];
    for (const capacity of ["1", "10", "100"]) {
      const { out } = await tryCommand(lists)(
        "screen",
        "x y",
        "--capacity",
        capacity,
        "--per",
        "1000",
        "--json",
      );
      thresholds.push(JSON.parse(out).policy.threshold);
    }
    expect(thresholds).toEqual([...thresholds].sort((one, other) => other - one));
  });

  it("takes a file's columns for what is known of its customers", () => {
    const file = put("customers.csv", "name,birth date\nJong Song Hwa,1970-02-05\n");
    const out = join(folder, "results.csv");
    const { err, code } = sluice("screen", file, "--out", out, "--capacity", "40", "--per", "5000");
    expect(err.replace(/\s+/g, " ")).toContain("birth date and nationality known");
    expect(existsSync(out)).toBe(true);
    expect(code).toBe(2);
  });

  it("says of a row that its name hides something", async () => {
    const file = put("hidden.csv", "name\nJоng So\u200bng Hwa\nMaria Gonzalez\n");
    const { out } = sluice("screen", file);
    const [, first, second] = out.split("\n");
    expect(first).toContain("holds characters that nobody sees");
    expect(first).toContain("mixes letters of two alphabets");
    expect(second).not.toContain("nobody sees");
  });

  it("compares as OFAC's search and as yente's name-based do, and says so", () => {
    const ofac = sluice("screen", "Jong Song Hwa", "--algorithm", "ofac-249");
    expect(ofac.out).toContain("HIT  1.00 JONG, Song Hwa");
    expect(ofac.out.replace(/\s+/g, " ")).toContain(
      "Algorithm ofac-249. The score of OFAC's Sanctions List Search",
    );
    const yente = sluice("screen", "Chong Songhwa", "--algorithm", "name-based", "--json");
    expect(JSON.parse(yente.out).policy).toMatchObject({ algorithm: "name-based", threshold: 0.7 });
  });

  it("takes nothing for a hit that lacks the evidence asked for", async () => {
    const run = tryCommand(lists);
    const bare = await run("screen", "Jong Song Hwa", "--require", "birth-date,country");
    expect(bare.code).toBe(0);
    expect(bare.out.replace(/\s+/g, " ")).toContain("asks for a birth date that agrees and a country");
    const both = await run(
      "screen",
      "Jong Song Hwa",
      "--birth",
      "1970",
      "--nationality",
      "kp",
      "--schema",
      "Person",
      "--require",
      "birth-date,country",
    );
    expect(both.code).toBe(2);
  });

  it("knows lists by --lists as by --list", async () => {
    const run = tryCommand(lists);
    expect((await run("screen", "Jong Song Hwa", "--lists", "us-ofac-sdn")).code).toBe(2);
    expect((await run("screen", "Jong Song Hwa", "--lists", "us-ofac-sdn,nope")).err).toContain(
      "nope: not held",
    );
  });

  it("refuses policies that contradict themselves", async () => {
    const run = tryCommand(lists);
    for (const typed of [
      ["--capacity", "40"],
      ["--capacity", "40", "--per", "10"],
      ["--capacity", "40", "--per", "5000", "--threshold", "0.5"],
      ["--capacity", "40", "--per", "5000", "--algorithm", "ofac-249"],
      ["--algorithm", "logic-v3"],
      ["--require", "shoe-size"],
    ]) {
      const { code, err } = await run("screen", "x y", ...typed);
      expect([typed, code, err.trimEnd().split("\n").length]).toEqual([typed, 64, 1]);
    }
  });

  it("explains matches in Korean, in text and in JSON", async () => {
    const run = tryCommand(lists);
    const { out } = await run("screen", "정성화", "--lang", "ko");
    expect(out).toMatch(/^일치 1건/);
    expect(out).toContain("등재: us-ofac-sdn, 항목 24979");
    const record = JSON.parse((await run("screen", "정성화", "--lang", "ko", "--json")).out);
    expect(record.matches[0].features[0].words).toMatch(/[가-힣]/);
  });
});

describe("sluice lists", () => {
  it("says which rows of an edition are not used, and why", () => {
    const { out } = sluice("lists");
    const text = out.replace(/\s+/g, " ");
    expect(text).toMatch(/us-ofac-sdn: 8,325 rows are not used: its entry is not in the file of parties\./);
    expect(text).toContain("those of parties listed after 2024-05-03 have no party here");
    expect(text).toContain("us-csl: 1 row is not used: ");
  });
});
