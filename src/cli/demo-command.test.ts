import { beforeAll, describe, expect, it } from "vitest";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";
import { widthOf } from "./terminal.ts";

let lists: OpenedSnapshot;
beforeAll(async () => {
  lists = await openSmallLists();
});

describe("sluice demo", () => {
  it("tells both stories with a verdict for each case, within 80 columns", async () => {
    const { out } = await tryCommand(lists)("demo");
    expect(out).toContain("13 SEPTEMBER 2018");
    expect(out).toContain("14 MARCH 2019");
    for (const answer of ["PROHIBITED", "PERMITTED", "CLEAR"]) expect(out).toContain(answer);
    for (const line of out.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(80);
  });

  it("gives every verdict as JSON, and says by 70 where one is not what its story states", async () => {
    const said = await tryCommand(lists)("demo", "--json");
    const stories: { story: string; cases: { asked: { answer: string }; verdict: { answer: string } }[] }[] =
      JSON.parse(said.out);
    expect(stories.map(({ cases }) => cases.length)).toEqual([7, 9]);
    const wrong = stories.flatMap(({ cases }) =>
      cases.filter(({ asked, verdict }) => asked.answer !== verdict.answer),
    );
    expect(said.code).toBe(wrong.length === 0 ? 0 : 70);
  });
});
