import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { EXIT } from "./exit-code.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";

const STORY = join(import.meta.dirname, "../../examples/2018-silverstar/registry.ftm.jsonl");
let lists: OpenedSnapshot;
let folder: string;

beforeAll(async () => {
  lists = await openSmallLists();
  folder = mkdtempSync(join(tmpdir(), "sluice-fronts-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (...typed: readonly string[]) => tryCommand(lists)("fronts", ...typed);

describe("sluice fronts", () => {
  it("tells of each party its signs, what else they may mean, and the way to the listed one", async () => {
    const { out, code } = await ask(STORY, "--at", "2018-09-14");
    expect(code).toBe(EXIT.refer);
    expect(out).toMatch(/Bright Harbor App Studio \(harbor\)[\s\S]*RF-140 \(high\)[\s\S]*Or else:/);
    expect(out.replace(/\s+/g, " ")).toMatch(/has the address of YANBIAN SILVERSTAR/);
    expect(out).not.toMatch(/Maple/);
  });

  it("writes one line of JSON for each party, in Korean words too, and answers for the day before", async () => {
    const { out } = await ask(STORY, "--at", "2018-09-14", "--json", "--party", "harbor");
    const line = JSON.parse(out) as {
      readonly flags: readonly { readonly words: { readonly ko: string } }[];
    };
    expect(line.flags[0]?.words.ko).toMatch(/북한/);
    const before = JSON.parse(
      (await ask(STORY, "--at", "2018-09-12", "--json", "--party", "harbor")).out,
    ) as {
      readonly flags: readonly unknown[];
    };
    expect(before.flags).toEqual([]);
  });

  it("proposes records of one party, and leaves it to a person", async () => {
    const { out, code } = await ask(STORY, "--same");
    expect(code).toBe(EXIT.refer);
    expect(out).toMatch(/Li Guangri \(payroll\) and Ri Kwang-il \(ri\)/);
    expect(out).toMatch(/A person confirms/);
  });

  it("says what is wrong with a file, a flag or an id, and uses the rest", async () => {
    const file = join(folder, "rows.jsonl");
    writeFileSync(
      file,
      '{"id":"a","schema":"Company","properties":{"name":["Pebble"]}}\n{"id":"b"}\nnot json\n',
    );
    const { err, code } = await ask(file);
    expect(err).toMatch(/line 2.*unknown schema/);
    expect(err).toMatch(/line 3/);
    expect(code).toBe(EXIT.clear);
    expect((await ask(STORY, "--party", "harbr")).err).toMatch(/no party has that id.*harbor/);
    expect((await ask()).err).toMatch(/needs a FILE/);
    expect((await ask(join(folder, "none.jsonl"))).err).toMatch(/no such file/);
  });
});
