import { beforeAll, describe, expect, it } from "vitest";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";
import { widthOf } from "./terminal.ts";

let lists: OpenedSnapshot;
beforeAll(async () => {
  lists = await openSmallLists();
});

describe("misuse", () => {
  it.each([
    [["scren", "x"], 'unknown command "scren"; did you mean screen?'],
    [["screen", "x", "--brith", "1970"], "unknown flag --brith; did you mean --birth?"],
    [["screen", "x", "--birth"], "--birth needs a value: DATE"],
    [["screen", "x", "--birth", "--json"], "--birth needs a value: DATE"],
    [["screen", "x", "--json=yes"], "--json takes no value"],
    [["screen", "x", "--limit", "5", "--limit", "6"], "--limit is given twice"],
    [["screen", "x", "--birth", "31/31/1970"], "is no date"],
    [["screen", "x", "--country", "Atlantis"], "is no country"],
    [["screen", "x", "--at", "2018-02-30"], "not a day that exists"],
    [["screen", "x", "--threshold", "2"], "--threshold 2"],
    [["screen", "x", "--list", "nope"], "--list nope"],
    [["check"], "check needs one FILE"],
    [["explain", "x"], "explain needs a NAME"],
    [["replay"], "replay needs one RECEIPT"],
    [["demo", "x"], "demo takes no argument"],
  ])("%j is one clear line on standard error, and ends with 64", async (typed, line) => {
    const said = await tryCommand(lists)(...typed);
    expect(said.err).toContain(line);
    expect(said.err.trimEnd().split("\n")).toHaveLength(1);
    expect(said.out).toBe("");
    expect(said.code).toBe(64);
  });

  it("takes what follows -- as it stands", async () => {
    const said = await tryCommand(lists)("screen", "--", "--birth");
    expect(said.code).toBe(0);
  });
});

describe("help", () => {
  const commands = ["screen", "check", "explain", "lists", "replay", "demo"];

  it("names every command and every exit code", async () => {
    const { out, code } = await tryCommand(lists)("--help");
    for (const command of commands) expect(out).toContain(command);
    for (const exit of [0, 1, 2, 64, 65, 66, 69, 70, 74]) expect(out).toMatch(new RegExp(`^ +${exit} `, "m"));
    expect(code).toBe(0);
  });

  it.each(commands)("of %s fits 40 columns and 80", async (command) => {
    for (const columns of [40, 80]) {
      const { out, code } = await tryCommand(lists, { columns })(command, "--help");
      for (const line of out.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      expect(out).toContain(`sluice ${command}`);
      expect(code).toBe(0);
    }
  });
});

describe("colors", () => {
  it("stand in the answer only where the terminal shows them", async () => {
    const plain = await tryCommand(lists)("screen", "Jong Song Hwa");
    const colored = await tryCommand(lists, { color: true })("screen", "Jong Song Hwa");
    expect(plain.out).not.toContain("\u001b");
    expect(colored.out).toContain("\u001b[");
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");
    expect(colored.out.replace(escapes, "")).toBe(plain.out);
  });
});
