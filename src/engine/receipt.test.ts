import { beforeAll, describe, expect, it } from "vitest";
import { Fault } from "../fault.ts";
import { goods, shipment, smallSnapshot, waiver } from "./check/fixtures/small-world.ts";
import { createWorld, type World } from "./check/world.ts";
import { check } from "./check.ts";
import { canonicalJson, type Json } from "./json.ts";
import { makeReceipt, parseReceipt, type Receipt, replay } from "./receipt.ts";

const AT = "2019-04-22";
const transaction = shipment({ goods: [goods("8528.52", "20")] });
let world: World;
let receipt: Receipt;

beforeAll(async () => {
  world = createWorld(await smallSnapshot(), [waiver()]);
  receipt = makeReceipt({
    world,
    transaction,
    at: AT,
    verdict: check(world, transaction, AT),
    programVersion: "0.1.0",
    previous: null,
  });
});

const reread = (value: Receipt): Receipt =>
  parseReceipt(JSON.parse(canonicalJson(value as unknown as Json)), "r.json");

describe("a receipt", () => {
  it("comes back from its file as it was written, and is decided the same, byte for byte", () => {
    const again = replay(reread(receipt), createWorld(world.snapshot), "0.1.0", "r.json");
    expect(again.same).toBe(true);
    expect(canonicalJson(again.verdict as unknown as Json)).toBe(canonicalJson(receipt.verdict as Json));
  });

  it("holds all that went in: editions with their files' hashes, waivers, policy, measures", () => {
    expect(receipt.editions).toContainEqual({
      list: "un-sc",
      date: "2026-02-27",
      files: [expect.stringMatching(/^20260227/)],
    });
    expect([receipt.snapshot, receipt.measures]).toEqual([world.snapshot.hash, world.measures.hash]);
    expect(receipt.waivers).toHaveLength(1);
  });

  it.each([
    ["the answer", (one: Receipt) => ({ ...one, verdict: { ...(one.verdict as object), answer: "clear" } })],
    ["the day", (one: Receipt) => ({ ...one, at: "2019-04-23" })],
    ["the one before it", (one: Receipt) => ({ ...one, previous: one.hash })],
  ])("is refused where %s was altered", (_, alter) => {
    expect(() => reread(alter(receipt))).toThrow(/altered/);
  });

  it.each([null, {}, [], "receipt", 7])("%j is none", (value) => {
    expect(() => parseReceipt(value, "r.json")).toThrow(Fault);
  });

  it("chains by the hash of the one before", () => {
    const verdict = check(world, transaction, AT);
    const next = makeReceipt({
      world,
      transaction,
      at: AT,
      verdict,
      programVersion: "0.1.0",
      previous: receipt.hash,
    });
    expect(reread(next).previous).toBe(receipt.hash);
    expect(next.hash).not.toBe(receipt.hash);
  });
});

describe("decided again in another world", () => {
  it("says that measures and program are others, and what was found then and not now", () => {
    const measures = { all: [], hash: "0".repeat(64) };
    const again = replay(receipt, { ...world, measures }, "0.2.0", "r.json");
    if (again.same) throw new Error("it cannot be the same");
    const differences = again.differences.join("\n");
    expect(differences).toContain("The measures are others");
    expect(differences).toContain("version 0.1.0 then, and is 0.2.0 now");
    expect(differences).toContain("The answer was permitted, and is clear now.");
    expect(differences).toContain("Found then and not now: Line 8528.52");
  });

  it("says which editions are not held now", () => {
    const snapshot = { ...world.snapshot, hash: "1".repeat(64), lists: world.snapshot.lists.slice(1) };
    const again = replay(receipt, { ...world, snapshot }, "0.1.0", "r.json");
    if (again.same) throw new Error("it cannot be the same");
    expect(again.differences.join("\n")).toMatch(/The edition .* is not held now/);
  });
});
