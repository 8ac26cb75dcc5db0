import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSnapshot } from "../service/lists/store.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";

const root = join(import.meta.dirname, "../..");
const bin = join(root, "bin/sluice.js");
let folder: string;
let trySluice: ReturnType<typeof tryCommand>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sluice-cli-"));
  trySluice = tryCommand(await openSmallLists());
  // Compiled here where it is not yet, so that no command below pays for it.
  await openSnapshot();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Run = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the real command line in a process of its own. */
function sluice(
  typed: readonly string[],
  settings: { env?: Record<string, string>; input?: string } = {},
): Run {
  const run = spawnSync(process.execPath, [bin, ...typed], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "", COLUMNS: "", ...settings.env },
    ...(settings.input === undefined ? {} : { input: settings.input }),
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("help and misuse", () => {
  it("names every command and every exit code", async () => {
    const { code, out } = sluice(["--help"]);
    expect(code).toBe(0);
    for (const name of ["screen", "check", "explain", "compare", "eval", "lists", "replay", "demo"]) {
      expect(out).toContain(`  ${name} `);
      const help = await trySluice(name, "--help");
      expect(help.code).toBe(0);
      expect(help.out).toContain(`sluice ${name}`);
      expect(help.out).toContain("--json");
    }
    for (const exit of [0, 1, 2, 64, 65, 66, 69, 70, 74])
      expect(out).toMatch(new RegExp(`^ {2}${exit} `, "m"));
    expect(sluice(["--version"]).out).toMatch(/^sluice \d+\.\d+\.\d+\n$/);
  });

  it("tells misuse in one line", () => {
    expect(sluice([]).code).toBe(64);
    const run = sluice(["screen", "x", "--brith", "1970"]);
    expect(run.code).toBe(64);
    expect(run.err).toBe(
      'sluice: unknown flag --brith; did you mean --birth? ("sluice screen --help" lists the flags)\n',
    );
    expect(run.out).toBe("");
  });

  it.each([
    [["scren", "x"], 64, 'unknown command "scren"; did you mean screen?'],
    [["screen", "x", "--brith", "1970"], 64, "unknown flag --brith; did you mean --birth?"],
    [["screen", "x", "--birth"], 64, "--birth needs a value"],
    [["screen", "x", "--birth", "31/02/1970"], 64, 'birthDate "31/02/1970" is no date'],
    [["screen", "x", "--threshold", "2"], 64, "--threshold 2: not a number from 0 to 1"],
    [["screen", "x", "--at", "2018-13-01"], 64, "not a day that exists"],
    [["screen", "x", "--out", "y.csv"], 64, "--out is for screening a FILE"],
    [["screen", "a.csv", "b.csv"], 64, "one FILE"],
    [["screen", "nowhere.csv"], 66, "nowhere.csv: no such file"],
    [["screen", "./customers"], 66, "no such file"],
    [["check"], 64, "check needs one FILE"],
    [["check", "nowhere.json"], 66, "nowhere.json: no such file"],
    [["check", "package.json", "--at", "2018-09-13"], 65, "package.json"],
    [["lists", "updte"], 64, "did you mean update?"],
    [["lists", "diff", "us-ofac-sdn"], 64, "lists diff needs two editions"],
    [["lists", "diff", "us-ofac-sdn@1999-01-01", "us-ofac-sdn"], 69, "us-ofac-sdn"],
    [["explain", "Kim", "nobody-1"], 65, "nobody-1"],
    [["replay", "package.json"], 65, "package.json"],
  ])("%j ends with %i in one line", async (typed, code, words) => {
    const run = await trySluice(...typed);
    expect(run.code, run.err).toBe(code);
    expect(run.err).toContain(words);
    expect(run.err.trimEnd().split("\n")).toHaveLength(1);
    expect(run.err).not.toContain("bug");
  });
});

describe("screening a name", () => {
  it.each([
    [["Jong Song Hwa", "--birth", "1970-02-05"]],
    [["정성화"]],
    [["Чон Сон Хва"]],
    [["延边银星网络科技有限公司"]],
  ])("%j finds whom Treasury designated on 13 September 2018, with the reasons", (typed) => {
    const run = sluice(["screen", ...typed, "--json"]);
    expect(run.code).toBe(2);
    const { matches } = JSON.parse(run.out) as {
      matches: { id: string; hit: boolean; features: { words: string }[] }[];
    };
    const found = matches.find(({ id }) => ["us-ofac-24979", "us-ofac-24977"].includes(id));
    expect(found?.hit).toBe(true);
    expect(found?.features.length).toBeGreaterThan(1);
  });

  it("says on a day before the designation that the party was not listed yet", () => {
    const run = sluice(["screen", "Jong Song Hwa", "--birth", "1970-02-05", "--at", "2018-09-12", "--json"]);
    const { outOfForce } = JSON.parse(run.out) as { outOfForce: { id: string; state: string }[] };
    expect(outOfForce).toContainEqual(
      expect.objectContaining({ id: "us-ofac-24979", state: "not-yet-listed" }),
    );
  });

  it("ends with 0 where nobody matches, and keeps escape sequences of a name off the terminal", () => {
    const run = sluice(["screen", "Qzxv Wqpl\u001b[31m Vbnm"]);
    expect(run.code).toBe(0);
    expect(run.out).toContain("NO HITS");
    expect(run.out).not.toContain("\u001b");
  });

  it("colors for a terminal alone, and never where NO_COLOR is set", () => {
    const typed = ["screen", "정성화"];
    expect(sluice(typed).out).not.toContain("\u001b");
    expect(sluice(typed, { env: { FORCE_COLOR: "1" } }).out).toContain("\u001b[31m");
    expect(sluice(typed, { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).out).not.toContain("\u001b");
  });
});

describe("pipes", () => {
  it("ends quietly, and not as if the answer had been delivered, when the reader goes away", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `Qzxv Wqpl ${at}`).join("\n");
    const path = put("pipe.csv", `name\n${rows}\n`);
    const child = spawn(process.execPath, [bin, "screen", path], { cwd: root });
    let err = "";
    child.stderr.on("data", (text: Buffer) => {
      err += text.toString();
    });
    child.stdout.once("data", () => child.stdout.destroy());
    expect(await ended(child)).toBe(74);
    expect(err).not.toContain("EPIPE");
    expect(err).not.toContain("at ");
  });

  it("checks a transaction from standard input", () => {
    const input = readFileSync(
      join(root, "examples/2018-silverstar/payout-to-china-silver-star.json"),
      "utf8",
    );
    const run = sluice(["check", "-", "--at", "2018-09-13", "--json"], { input });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({ answer: "prohibited" });
  });
});

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("close", (code) => resolve(code));
  });
}

async function untilBytes(path: string, bytes: number): Promise<void> {
  const deadline = Date.now() + 45_000;
  while (!existsSync(path) || statSync(path).size < bytes) {
    if (Date.now() > deadline) throw new Error(`${path} did not grow to ${bytes} bytes`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe("screening a file", () => {
  const ROWS = 4_000;
  const table = `번호,성명,생년월일\n${Array.from({ length: ROWS }, (_, at) =>
    at % 500 === 7 ? `c${at},정성화,1970-02-05` : at % 500 === 8 ? `c${at},,` : `c${at},Qzxv Wqpl ${at},1980`,
  ).join("\n")}\n`;

  it("goes on after kill -9 with no row lost or doubled", async () => {
    const input = put("kill.csv", table);
    const out = join(folder, "kill-out.csv");
    const typed = ["screen", input, "--out", out, "--threads", "2"];
    for (const bytes of [20_000, 80_000]) {
      const child = spawn(process.execPath, [bin, ...typed], { cwd: root, stdio: "ignore" });
      const end = ended(child);
      await untilBytes(out, bytes);
      child.kill("SIGKILL");
      await end;
    }
    const interrupted = statSync(out).size;
    const run = sluice(typed);
    expect(run.err).toContain("going on after them");
    expect(run.out).toContain("4,000 rows: 8 with hits, 8 not screened");
    expect(run.code).toBe(2);
    expect(statSync(out).size).toBeGreaterThan(interrupted);
    const [, ...lines] = readFileSync(out, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => Number(line.split(",")[0]))).toEqual(lines.map((_, at) => at + 1));
    expect(lines).toHaveLength(ROWS);
    expect(lines[7]).toContain("us-ofac-24979");
    expect(lines[8]).toContain("neither a name nor an identifier");
    expect(existsSync(`${out}.lock`)).toBe(false);
  });

  it("writes rows to standard output where no file is named, and says the columns and the sum on standard error", () => {
    const input = put("few.csv", "성명,생년월일,기타\n정성화,1970-02-05,x\nQzxv Wqpl,1980,y\n");
    const run = sluice(["screen", input, "--json"]);
    expect(
      run.out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { row: 1, line: 2, result: "hit", matches: [{ id: "us-ofac-24979" }] },
      { row: 2, line: 3, result: "no-hit", matches: [] },
    ]);
    expect(run.err).toContain("name ← 성명");
    expect(run.err).toContain("not used: 기타");
    expect(run.err).toContain("2 rows: 1 with hits");
  });

  it("refuses to go on where the input has changed", () => {
    const input = put("changed.csv", "name\nQzxv Wqpl\n");
    const out = join(folder, "changed-out.csv");
    expect(sluice(["screen", input, "--out", out]).code).toBe(0);
    put("changed.csv", "name\nQzxv Wqpl\nJong Song Hwa\n");
    const run = sluice(["screen", input, "--out", out]);
    expect(run.code).toBe(65);
    expect(run.err).toContain("another input");
  });
});

describe("lists", () => {
  it.each([40, 80, 100])("are shown within %i columns", (columns) => {
    const run = sluice(["lists"], { env: { COLUMNS: String(columns) } });
    expect(run.code).toBe(0);
    expect(run.out).toContain("us-ofac-sdn");
    for (const line of run.out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(columns);
  });

  it("are told apart edition by edition", () => {
    const { lists } = JSON.parse(sluice(["lists", "--json"]).out) as {
      lists: { id: string; editions: { date: string }[] }[];
    };
    const list = lists.find(({ id }) => id === "un-sc");
    const [older, newer] = list?.editions ?? [];
    const run = sluice(["lists", "diff", `un-sc@${older?.date}`, `un-sc@${newer?.date}`]);
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^Changed: /m);
    expect(run.out).toMatch(/^Removed: /m);
    expect(run.out.replace(/\s+/g, " ")).toMatch(/Entries changed in: names \d+, aliases \d+, birth \d+/);
  });
});
