import { beforeAll, describe, expect, it } from "vitest";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";
import { widthOf } from "./terminal.ts";

let lists: OpenedSnapshot;
beforeAll(async () => {
  lists = await openSmallLists();
});

describe("sluice explain", () => {
  it("says feature by feature why a name is the listed party's", async () => {
    const said = await tryCommand(lists)("explain", "정성화", "us-ofac-24979", "--birth", "1970-02-05");
    expect(said.out).toContain("JONG, Song Hwa");
    expect(said.out).toContain("정성화");
    expect(said.out).toContain("birth-date-equal");
    expect(said.code).toBe(2);
  });

  it("says that nothing meets, and ends with 0", async () => {
    const said = await tryCommand(lists)("explain", "Maria Gonzalez", "us-ofac-24979");
    expect(said.out).toContain("NO MATCH");
    expect(said.code).toBe(0);
  });

  it("gives the whole match as canonical JSON", async () => {
    const run = tryCommand(lists);
    const said = await run("explain", "Jong Song Hwa", "us-ofac-24979", "--json");
    const record = JSON.parse(said.out);
    expect(record.match).toMatchObject({ id: "us-ofac-24979", hit: true });
    expect(record.match.features.length).toBeGreaterThan(0);
    expect(record.entity.id).toBe("us-ofac-24979");
    expect((await run("explain", "Jong Song Hwa", "us-ofac-24979", "--json")).out).toBe(said.out);
  });

  it("refuses an id that is on no list, in one line", async () => {
    const said = await tryCommand(lists)("explain", "x", "us-ofac-0");
    expect(said.err).toContain("us-ofac-0");
    expect(said.err.trimEnd().split("\n")).toHaveLength(1);
    expect(said.code).toBeGreaterThanOrEqual(64);
  });

  it("fits 40 columns", async () => {
    const { out } = await tryCommand(lists, { columns: 40 })("explain", "정성화", "us-ofac-24979");
    for (const line of out.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(40);
  });
});
