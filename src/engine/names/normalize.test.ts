import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, splitWords } from "./normalize.ts";

const texts = (text: string): string[] => splitWords(text, new Set()).map((word) => word.text);

describe("words of a cleaned text", () => {
  it("are the same by the quick way for plain letters and by the way for all scripts", () => {
    const plain = fc.string({ unit: "grapheme-ascii", maxLength: 60 });
    fc.assert(
      fc.property(plain, (raw) => {
        const text = cleanText(raw, new Set());
        fc.pre(/[a-z0-9]/.test(text));
        // A letter with an accent after it keeps the quick way out.
        expect(texts(`${text} é`)).toEqual([...texts(text), "é"]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("hold letters together around an apostrophe, and are signs where there is nothing else", () => {
    expect(texts("d'arc o`neill 'x'")).toEqual(["darc", "oneill", "x"]);
    expect(texts("!?")).toEqual(["!", "?"]);
    expect(texts("")).toEqual([]);
  });
});
