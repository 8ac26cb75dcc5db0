import { describe, expect, it } from "vitest";
import { balanceOf, type Entry } from "./balance.ts";

const entry = (sequence: number, kind: string, amount: string): Entry => ({
  sequence,
  at: `2019-04-2${sequence}T00:00:00Z`,
  kind,
  reservation: "r",
  lines: [{ line: "1", quantity: { amount, scale: 0, unit: "piece" } }],
});

describe("what was taken of a line over time", () => {
  it("is counted back from what is taken now", () => {
    const entries = [
      entry(1, "reserve", "8"),
      entry(2, "commit", "5"),
      entry(3, "release", "3"),
      entry(4, "draw", "2"),
    ];
    expect(balanceOf("1", 7, entries, false).map(({ taken }) => taken)).toEqual([0, 8, 5, 7]);
    expect(balanceOf("2", 0, entries, false)).toEqual([{ at: "", taken: 0 }]);
  });

  it("gives back what came back only where the waiver says so", () => {
    const entries = [entry(1, "draw", "8"), entry(2, "return", "3")];
    expect(balanceOf("1", 5, entries, true).map(({ taken }) => taken)).toEqual([0, 8, 5]);
    expect(balanceOf("1", 8, entries, false).map(({ taken }) => taken)).toEqual([0, 8]);
  });
});
