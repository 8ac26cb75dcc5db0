import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitTo, paint, paragraph, plainText, widthOf, wrap } from "./terminal.ts";

const text = fc.string({
  unit: fc.constantFrom("a", "Z", " ", "정", "延", "é", "👨‍👩‍👧", "Ч", "-"),
  maxLength: 80,
});

describe("widthOf", () => {
  it("counts two columns for Hangul and Hanzi, one for Latin and Cyrillic", () => {
    expect(widthOf("정성화")).toBe(6);
    expect(widthOf("延边银星")).toBe(8);
    expect(widthOf("Чон Сон Хва")).toBe(11);
  });
});

describe("wrap", () => {
  it("breaks at spaces and keeps every line within the width", () => {
    expect(wrap("May this go through?", 9)).toEqual(["May this", "go", "through?"]);
  });

  it("loses no letter and passes no margin, in any script", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (words, width) => {
        const lines = wrap(words, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(words.replaceAll(" ", ""));
      }),
    );
  });
});

describe("paragraph", () => {
  it("hangs the text under its beginning, and less deep where the terminal is narrow", () => {
    expect(paragraph({ columns: 24 }, { mark: "  1. ", text: "one two three four five" })).toBe(
      "  1. one two three four\n     five\n",
    );
    expect(paragraph({ columns: 24 }, { mark: "            - ", text: "one two three" })).toBe(
      "            - one two\n  three\n",
    );
  });

  it("never passes the margin of a narrow terminal", () => {
    fc.assert(
      fc.property(text, (words) => {
        for (const line of paragraph({ columns: 40 }, { mark: "     ↳ ", text: words }).split("\n")) {
          expect(widthOf(line)).toBeLessThanOrEqual(40);
        }
      }),
    );
  });
});

describe("plainText", () => {
  it("takes out what would drive the terminal or turn the direction of a name", () => {
    expect(plainText("KIM\u001b[31m Jong\u202e nU\u0007\nx")).toBe("KIM [31m Jong nU x");
  });
});

describe("fitTo", () => {
  it("pads or cuts to the width, wide letters included", () => {
    expect(fitTo("정성화", 8)).toBe("정성화  ");
    for (const width of [3, 4, 5, 6]) expect(widthOf(fitTo("정성화 정성화", width))).toBe(width);
  });
});

describe("paint", () => {
  it("leaves the text as it is where colors are off", () => {
    expect(paint({ color: false }, "red", "x")).toBe("x");
    expect(paint({ color: true }, "red", "x")).toBe("\u001b[31mx\u001b[0m");
  });
});
