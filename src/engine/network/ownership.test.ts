import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockedByOwnership, type Stake } from "./ownership.ts";
import { addShares, atLeastHalf, sayShare, shareOfPercent } from "./share.ts";

/** `X 50 A, A 50 B` as stakes. */
const stakes = (text: string): Stake[] =>
  text.split(", ").map((one) => {
    const [owner = "", percent = "", asset = ""] = one.split(" ");
    return { owner, asset, share: shareOfPercent(percent) };
  });
const blocked = (listed: string, text: string) =>
  [...blockedByOwnership(listed.split(" "), stakes(text)).keys()].filter((id) => !listed.includes(id)).sort();

describe("OFAC's 50 Percent Rule, by the examples of its FAQ 401 and 399", () => {
  it.each([
    [1, "half of half: a stake is not multiplied down the chain", "X", "X 50 A, A 50 B", ["A", "B"]],
    [2, "two blocked owners of a quarter each", "X", "X 50 A, X 50 B, A 25 C, B 25 C", ["A", "B", "C"]],
    [3, "a direct tenth and forty through a blocked company", "X", "X 50 A, X 10 B, A 40 B", ["A", "B"]],
    [4, "an owner that is not blocked passes nothing on", "X", "X 50 A, X 25 B, A 25 C, B 25 C", ["A"]],
    [5, "two quarters in companies that are not blocked", "X", "X 25 A, X 25 B, A 50 C, B 50 C", []],
    [6, "owners blocked under different programmes add up", "X Y", "X 25 A, Y 25 A", ["A"]],
    [7, "a hundredth of a percent less, whatever the control", "X", "X 49.99 A", []],
    [8, "a loop proves nothing by itself", "X", "X 30 A, B 20 A, A 100 B", []],
  ])("%i: %s", (_, __, listed, text, expected) => {
    expect(blocked(listed, text)).toEqual(expected);
  });

  it("gives the proof: which stakes, and their sum", () => {
    const proof = blockedByOwnership(["X"], stakes("X 10 B, X 50 A, A 40.5 B, Z 9 B")).get("B");
    expect(proof?.kind === "owned" && proof.stakes.map(({ owner }) => owner)).toEqual(["X", "A"]);
    expect(proof?.kind === "owned" && sayShare(proof.total)).toBe("50.5 %");
  });

  it("is monotonic: one more listed owner, or one more stake, frees nobody", () => {
    const node = fc.constantFrom("A", "B", "C", "D", "E");
    const stake = fc.record({ owner: node, asset: node, percent: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(
        fc.array(stake, { maxLength: 12 }),
        fc.uniqueArray(node, { maxLength: 3 }),
        (some, listed) => {
          const all = some.map(({ owner, asset, percent }) => ({
            owner,
            asset,
            share: shareOfPercent(String(percent)),
          }));
          const full = new Set(blockedByOwnership(listed, all).keys());
          for (const id of blockedByOwnership(listed.slice(1), all).keys()) expect(full).toContain(id);
          for (const id of blockedByOwnership(listed, all.slice(1)).keys()) expect(full).toContain(id);
        },
      ),
    );
  });
});

describe("shares", () => {
  it("are exact where floating point is not", () => {
    const tenth = shareOfPercent("16.666666666666");
    const sum = addShares(addShares(tenth, tenth), tenth);
    expect(atLeastHalf(sum)).toBe(false);
    expect(atLeastHalf(addShares(sum, shareOfPercent("0.000000000002")))).toBe(true);
    expect(sayShare(sum)).toBe("49.999999 %");
  });
});
