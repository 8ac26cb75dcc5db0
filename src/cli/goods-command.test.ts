import { beforeAll, describe, expect, it } from "vitest";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";
import { widthOf } from "./terminal.ts";

let lists: OpenedSnapshot;
beforeAll(async () => {
  lists = await openSmallLists();
});
const goods = (...typed: readonly string[]) => tryCommand(lists)("goods", ...typed);

describe("sluice goods CODE", () => {
  it("says which paragraph forbids it, from when, and that no party was looked at", async () => {
    const said = await goods("8528.52", "--to", "KP", "--at", "2019-04-22");
    expect(said.out).toContain("To North Korea: PROHIBITED");
    expect(said.out).toContain("UNSCR 2397 (2017), paragraph 7, in force from 2017-12-22");
    expect(said.out).toContain("no party, purpose or waiver");
    expect(said.code).toBe(1);
  });

  it("the day before the resolution it says when the goods will be forbidden", async () => {
    const said = await goods(
      "8528.52",
      "--to",
      "조선민주주의인민공화국",
      "--at",
      "2017-12-21",
      "--us-content",
      "no",
    );
    expect(said.out).toContain("CLEAR");
    expect(said.out).toContain("from 22 December 2017 on");
    expect(said.code).toBe(0);
  });

  it("reads a code of HS 2017 as what HS 2022 made of it", async () => {
    const said = await goods("8525.80", "--to", "KP", "--at", "2019-04-22", "--us-content", "no");
    expect(said.out).toContain("A code of HS 2017");
    expect(said.out).toContain("8525.89");
    expect(said.code).toBe(1);
  });

  it("asks every way that a measure speaks of where none is given", async () => {
    const said = await goods("2701.12", "--at", "2023-01-01", "--us-content", "no", "--jurisdiction", "eu");
    expect(said.out).toContain("From North Korea: PROHIBITED");
    expect(said.out).toContain("From Russia: PROHIBITED");
    expect(said.out).toContain("To Russia: CLEAR");
  });

  it("a measure that begins at a value needs the value of one item", async () => {
    const typed = [
      "7113.19",
      "--to",
      "RU",
      "--jurisdiction",
      "eu",
      "--at",
      "2023-01-01",
      "--us-content",
      "no",
    ];
    expect((await goods(...typed)).code).toBe(2);
    expect((await goods(...typed, "--item-value", "EUR 300")).code).toBe(0);
    expect((await goods(...typed, "--item-value", "300.01 EUR")).code).toBe(1);
  });

  it("gives the same as canonical JSON", async () => {
    const said = await goods("8528.52", "--to", "KP", "--at", "2019-04-22", "--json");
    expect(JSON.parse(said.out)).toMatchObject({
      code: "852852",
      placed: { kind: "current" },
      ways: [{ direction: "to", country: "KP", answer: "prohibited" }],
    });
  });

  it.each([
    [["77"], "reserved"],
    [["123"], "3 digits"],
    [["8528.52", "--to", "Atlantis"], "--to Atlantis"],
    [["8528.52", "--at", "2019-02-30"], "not a day"],
    [["8528.52", "--to", "KP", "--item-value", "350"], "amount with its currency"],
    [["8528.52", "--to", "KP", "--jurisdiction", "Europe"], "two letters"],
    [[], "needs an HS CODE"],
  ])("refuses %s in one clear line", async (typed, words) => {
    const said = await goods(...typed);
    expect(said.err).toContain(words);
    expect(said.err.trimEnd().split("\n")).toHaveLength(1);
    expect(said.code).toBeGreaterThanOrEqual(64);
  });
});

describe("sluice goods WORDS", () => {
  it("suggests codes with reasons and a question, and never decides: 2", async () => {
    const said = await goods("fibre", "cable", "--to", "KP", "--at", "2019-04-22", "--us-content", "no");
    expect(said.out).toContain("A person classifies");
    expect(said.out.indexOf("8544.70")).toBeLessThan(said.out.indexOf("9001.10"));
    expect(said.out).toContain("individually sheathed");
    expect(said.code).toBe(2);
  });

  it("reads Korean", async () => {
    expect((await goods("모니터")).out).toContain("8528.52");
  });

  it("says so where nothing is found", async () => {
    const said = await goods("zzyzx");
    expect(said.out).toContain("No code has these words");
    expect(said.code).toBe(2);
  });

  it("fits 40 columns", async () => {
    const { out } = await tryCommand(lists, { columns: 40 })("goods", "모니터", "--to", "KP");
    for (const line of out.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(40);
  });
});
