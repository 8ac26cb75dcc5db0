import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../fault.ts";
import { bundledEverydayWords, bundledNomenclature } from "./bundled-nomenclature.ts";
import { createCodeFinder, FIND_LIMITS } from "./find-codes.ts";

const NOMENCLATURE = bundledNomenclature();
const find = createCodeFinder(NOMENCLATURE, bundledEverydayWords());
const first = (words: string, count = 1) => find(words, count).map(({ code }) => code);

describe("what goods are called", () => {
  it.each([
    ["모니터", "852852"],
    ["컴퓨터용 모니터", "852852"],
    ["fibre cable", "854470"],
    ["Fiber Optic Cables", "854470"],
    ["광케이블", "854470"],
    ["laptops", "847130"],
    ["노트북", "847130"],
    ["USB cable", "854442"],
    ["digital cameras", "852589"],
    ["wheelchairs", "871310"],
  ])("%s leads to %s", (words, code) => {
    expect(first(words)).toEqual([code]);
  });

  it("words of the nomenclature itself find their code among the first", () => {
    expect(first("caustic soda solid", 3)).toContain("281511");
    expect(first("수산화나트륨", 3)).toContain("2815");
    expect(first("penicillin medicaments", 5)).toContain("300410");
  });

  it("each suggestion says why, and asks what it turns on", () => {
    const [cable] = find("fibre cable", 1);
    expect(cable?.reasons.join(" ")).toContain("fibre cable");
    expect(cable?.asks).toContain("individually sheathed");
    for (const { reasons } of find("steel", 20)) expect(reasons.length).toBeGreaterThan(0);
  });

  it("case, width and plural make no difference", () => {
    expect(first("ＬＡＰＴＯＰ", 5)).toEqual(first("laptop", 5));
    expect(first("Laptops", 3)).toEqual(first("laptop", 3));
  });

  it("words that no code has are met by none", () => {
    expect(find("zzyzx qwfp", 5)).toEqual([]);
  });

  it("nothing to read, and too much to read, are refused", () => {
    expect(() => find("—", 5)).toThrow(/no word/);
    expect(() => find("x".repeat(FIND_LIMITS.queryCharsMax + 1), 5)).toThrow(/limit queryCharsMax/);
  });

  it("throws nothing but a fault, whatever is asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 320 }), (words) => {
        try {
          return find(words, 5).length <= 5;
        } catch (error) {
          return error instanceof Fault;
        }
      }),
      { numRuns: 300 },
    );
  });
});
