import { beforeAll, describe, expect, it } from "vitest";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";
import { subjectWords } from "./print-matches.ts";
import { widthOf } from "./terminal.ts";

let lists: OpenedSnapshot;
beforeAll(async () => {
  lists = await openSmallLists();
});

describe("printScreening", () => {
  it("says how many hits, against what, and of each who it is, where it is listed and why it matches", async () => {
    const { out, code } = await tryCommand(lists)("screen", "Jong Song Hwa", "--birth", "1970-02-05");
    expect(out).toMatch(/^1 HIT at 0\.55 or over\n/);
    expect(out.replace(/\s+/g, " ")).toContain(
      "against 1 list, 74 entries, as of the newest edition of each list.",
    );
    expect(out).toMatch(/^HIT {2}\d\.\d\d JONG, Song Hwa \(Person, us-ofac-24979\)$/m);
    expect(out).toContain("listed: us-ofac-sdn, entry 24979 (DPRK4), since 2018-09-13, edition of");
    expect(out).toContain("+ The birth dates are equal.");
    expect(code).toBe(2);
  });

  it("says that there is none, and tells apart what would match but is not in force", async () => {
    const day = await tryCommand(lists)("screen", "Jong Song Hwa", "--at", "2018-09-12");
    expect(day.out).toMatch(/^NO HITS at/);
    expect(day.out).toContain("Would match, but not in force");
    expect(day.out).toContain("not yet listed on that day: us-ofac-sdn, entry 24979");
    expect(day.code).toBe(0);
  });

  it("leaves out the odds before any evidence, which are the same for every match", async () => {
    const run = tryCommand(lists);
    expect((await run("screen", "Jong Song Hwa")).out).not.toContain("Most parties");
    expect((await run("explain", "Jong Song Hwa", "us-ofac-24979")).out).toContain("prior");
  });

  it.each([24, 40, 80])("fits %i columns in any script", async (columns) => {
    for (const name of ["정성화", "Чон Сон Хва", "延边银星网络科技有限公司", "Jong Song Hwa"]) {
      const { out } = await tryCommand(lists, { columns })("screen", name);
      for (const line of out.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    }
  });
});

describe("subjectWords", () => {
  it("names the subject and its facts, and leaves out a kind that says nothing", () => {
    const properties = { name: ["정성화"], birthDate: ["1970"] };
    expect(subjectWords({ schema: "Person", properties })).toBe("“정성화”, Person, birthDate 1970");
    expect(subjectWords({ schema: "Thing", properties })).toBe("“정성화”, birthDate 1970");
  });
});
