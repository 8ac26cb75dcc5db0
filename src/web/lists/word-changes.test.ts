import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairTexts, wordChanges } from "./word-changes.ts";

const BEFORE =
  "Director of the Foreign Trade Bank, which finances the purchase of parts for ballistic missiles.";
const AFTER =
  "Deputy director of the Foreign Trade Bank, which finances the purchase of goods for ballistic missiles.";

describe("what changed between two texts", () => {
  it("is told word by word", () => {
    const pieces = wordChanges(BEFORE, AFTER) ?? [];
    const of = (kind: string) => pieces.filter((one) => one.kind === kind).map(({ text }) => text.trim());
    expect(of("gone")).toEqual(["Director", "parts"]);
    expect(of("new")).toEqual(["Deputy director", "goods"]);
  });

  it("gives both texts back whole", () => {
    const words = fc.array(fc.constantFrom("bank", "of", "trade", "2017", "정성화", "ships", "."), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(" "), other.join(" ")];
        const pieces = wordChanges(before, after);
        if (pieces === null) return;
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text }) => text)
            .join("");
        expect(without("new")).toBe(before);
        expect(without("gone")).toBe(after);
      }),
    );
  });

  it("pairs a text with the one that it became, and leaves short values and other texts alone", () => {
    const other = "A vessel that carried coal out of Nampo in the spring of 2018.";
    expect(pairTexts([AFTER, "1971"], [other, BEFORE, "1970"])).toMatchObject({
      changed: [{ before: BEFORE, after: AFTER }],
      gained: ["1971"],
      lost: [other, "1970"],
    });
  });
});
