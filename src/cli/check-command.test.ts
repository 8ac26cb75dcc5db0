import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "../engine/json.ts";
import type { Verdict } from "../engine/verdict.ts";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";
import { widthOf } from "./terminal.ts";

let lists: OpenedSnapshot;
let folder: string;
beforeAll(async () => {
  lists = await openSmallLists();
  folder = mkdtempSync(join(tmpdir(), "sluice-check-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const example = (file: string) => new URL(`../../examples/${file}`, import.meta.url).pathname;
const PAYOUT = example("2018-silverstar/payout-to-china-silver-star.json");
const KIT = example("2019-video-reunion/shipment.json");
const UN = example("2019-video-reunion/un-exemption.json");
const US = example("2019-video-reunion/us-approval.json");

const clean = JSON.stringify({
  kind: "payment",
  reference: "p-1",
  purpose: "rent",
  parties: [
    { role: "payee", schema: "Person", properties: { name: ["Maria Gonzalez"], nationality: ["es"] } },
  ],
});

describe("sluice check", () => {
  it("ends with 1 where the transaction is prohibited, and says why with the citation", async () => {
    const said = await tryCommand(lists)("check", PAYOUT, "--at", "2018-09-14");
    expect(said.out).toMatch(/^PROHIBITED {2}/);
    expect(said.out).toContain("24977");
    expect(said.out).toContain("What would change the answer");
    expect(said.out).toContain("What this answer cannot see");
    expect(said.code).toBe(1);
  });

  it("ends with 0 where waivers permit it, and with 1 where one of them is missing", async () => {
    const run = tryCommand(lists);
    const both = await run("check", KIT, "--at", "2019-04-22", "--waiver", UN, "--waiver", US);
    expect(both.out).toMatch(/^PERMITTED/);
    expect(both.code).toBe(0);
    const one = await run("check", KIT, "--at", "2019-04-22", "--waiver", UN);
    expect(one.out).toMatch(/^PROHIBITED/);
    expect(one.code).toBe(1);
  });

  it("reads a transaction from standard input, and asks about today where no day is given", async () => {
    const said = await tryCommand(lists, { stdin: clean })("check", "-", "--json");
    const verdict: Verdict = JSON.parse(said.out);
    expect(verdict.at).toBe("2024-06-01");
    expect(verdict.answer).toBe("clear");
    expect(said.out).toBe(`${canonicalJson(JSON.parse(said.out))}\n`);
    expect(said.code).toBe(0);
  });

  it("says in one line what is wrong with a document, and ends with 65 or 66", async () => {
    const broken = join(folder, "broken.json");
    writeFileSync(broken, '{"kind": "payment",\n "parties": [}');
    const incomplete = join(folder, "incomplete.json");
    writeFileSync(incomplete, '{"kind": "payment", "reference": "x"}');
    const run = tryCommand(lists);
    for (const [path, words, code] of [
      [broken, "not JSON", 65],
      [incomplete, "incomplete.json: purpose", 65],
      [join(folder, "nowhere.json"), "no such file", 66],
    ] as const) {
      const said = await run("check", path);
      expect(said.err).toContain(words);
      expect(said.err.trimEnd().split("\n")).toHaveLength(1);
      expect(said.code).toBe(code);
    }
  });

  it("refuses a day that never was", async () => {
    const said = await tryCommand(lists)("check", PAYOUT, "--at", "2018-02-30");
    expect(said.err).toContain("2018-02-30");
    expect(said.code).toBeGreaterThanOrEqual(64);
  });

  it("fits 80 columns and 40, in any script", async () => {
    const chinese = example("2018-silverstar/payout-in-chinese.json");
    for (const columns of [40, 80]) {
      const run = tryCommand(lists, { columns });
      for (const typed of [
        [chinese, "--at", "2018-09-14"],
        [KIT, "--at", "2019-04-22", "--waiver", UN, "--waiver", US],
      ]) {
        const { out } = await run("check", ...typed);
        for (const line of out.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      }
    }
  });
});

describe("receipts", () => {
  it("are written beside the verdict, replay to the same bytes, and are never written over", async () => {
    const receipt = join(folder, "receipt.json");
    const run = tryCommand(lists);
    const asked = ["check", KIT, "--at", "2019-04-22", "--waiver", UN, "--waiver", US, "--receipt", receipt];
    expect((await run(...asked)).code).toBe(0);
    const written = readFileSync(receipt, "utf8");
    expect(written).toBe(`${canonicalJson(JSON.parse(written))}\n`);
    const again = await run("replay", receipt);
    expect(again.out).toContain("THE SAME, byte for byte");
    expect(again.code).toBe(0);
    const over = await run(...asked);
    expect(over.code).toBeGreaterThanOrEqual(64);
    expect(over.out).toBe("");
    expect(readFileSync(receipt, "utf8")).toBe(written);
  });

  it("replay to the same where the answer was a prohibition: 0 says that nothing differs", async () => {
    const receipt = join(folder, "prohibited.json");
    const run = tryCommand(lists);
    expect((await run("check", PAYOUT, "--at", "2018-09-14", "--receipt", receipt)).code).toBe(1);
    const again = await run("replay", receipt, "--json");
    expect(JSON.parse(again.out)).toMatchObject({ same: true, verdict: { answer: "prohibited" } });
    expect(again.code).toBe(0);
  });

  it("that were altered are refused", async () => {
    const receipt = join(folder, "altered.json");
    const run = tryCommand(lists);
    await run("check", PAYOUT, "--at", "2018-09-14", "--receipt", receipt);
    writeFileSync(receipt, readFileSync(receipt, "utf8").replaceAll('"prohibited"', '"clear"'));
    const said = await run("replay", receipt);
    expect(said.err).toContain("altered");
    expect(said.code).toBe(65);
  });

  it("are not written where the check itself is refused", async () => {
    const receipt = join(folder, "none.json");
    await tryCommand(lists)("check", join(folder, "nowhere.json"), "--receipt", receipt);
    expect(existsSync(receipt)).toBe(false);
  });
});
