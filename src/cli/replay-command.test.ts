import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";
import { widthOf } from "./terminal.ts";

const PAYOUT = new URL("../../examples/2018-silverstar/payout-to-china-silver-star.json", import.meta.url)
  .pathname;
let then: OpenedSnapshot;
let now: OpenedSnapshot;
let folder: string;
let receipt: string;

beforeAll(async () => {
  then = await openSmallLists();
  now = await openSmallLists("2024-06-30");
  folder = mkdtempSync(join(tmpdir(), "sluice-replay-"));
  receipt = join(folder, "receipt.json");
  await tryCommand(then)("check", PAYOUT, "--at", "2018-09-14", "--receipt", receipt);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("sluice replay", () => {
  it("says line by line what differs on other lists, ends with 1, and fits 40 columns", async () => {
    const { out, code } = await tryCommand(now, { columns: 40 })("replay", receipt);
    expect(out).toMatch(/^NOT THE SAME\n/);
    expect(out).toContain("The snapshot is another one");
    for (const line of out.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(40);
    expect(code).toBe(1);
  });

  it("decides on the snapshot that the receipt names where that is still kept after an update", async () => {
    copyFileSync(then.file, join(dirname(now.file), basename(then.file)));
    const { out, code } = await tryCommand(now)("replay", receipt, "--json");
    expect(JSON.parse(out)).toMatchObject({ same: true });
    expect(code).toBe(0);
  });
});
