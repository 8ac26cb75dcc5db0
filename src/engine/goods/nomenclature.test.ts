import { describe, expect, it } from "vitest";
import { bundledEverydayWords, bundledNomenclature } from "./bundled-nomenclature.ts";
import { placeCode, readNomenclature } from "./nomenclature.ts";

const NOMENCLATURE = bundledNomenclature();

describe("where a code stands", () => {
  it("a code of HS 2022 has its chapter, heading and own words, in Korean as far as there is a title", () => {
    const placed = placeCode(NOMENCLATURE, "8528520000");
    expect(placed).toMatchObject({ kind: "current", code: "852852" });
    if (placed.kind !== "current") return;
    expect(placed.path.map(({ code }) => code)).toEqual(["85", "8528", "852852"]);
    expect(placed.path[1]?.korean).toContain("모니터");
  });

  it("cameras of HS 2017 are four codes of HS 2022, and a few other things", () => {
    expect(placeCode(NOMENCLATURE, "852580")).toMatchObject({
      kind: "former",
      edition: 2017,
      now: ["852581", "852582", "852583", "852589"],
    });
  });

  it("a heading that is gone is known by what stood under it", () => {
    expect(placeCode(NOMENCLATURE, "8803")).toMatchObject({ kind: "former", edition: 2017, now: [] });
  });

  it.each(["859900", "9999", "0000", "77"])("%s was in no edition", (code) => {
    expect(placeCode(NOMENCLATURE, code).kind).toBe("unknown");
  });

  it("every code lies under its heading and chapter, and chapter 77 holds nothing", () => {
    for (const code of NOMENCLATURE.english.keys()) {
      for (const length of [2, 4]) expect(NOMENCLATURE.english.has(code.slice(0, length))).toBe(true);
      expect(code.startsWith("77")).toBe(false);
    }
  });

  it("every code that took another's place is one of HS 2022", () => {
    for (const [old, { now }] of NOMENCLATURE.former) {
      expect(NOMENCLATURE.english.has(old)).toBe(false);
      for (const one of now) expect(NOMENCLATURE.english.has(one)).toBe(true);
    }
  });
});

describe("the tables", () => {
  it("everyday words lead to codes that there are", () => {
    for (const { words, codes } of bundledEverydayWords())
      for (const code of codes) expect(NOMENCLATURE.english.has(code), `${words[0]} ${code}`).toBe(true);
  });

  it("a damaged nomenclature is refused with the place", () => {
    expect(() => readNomenclature({ edition: 2022, codes: { "8": "x" } }, "n.json")).toThrow(/n\.json/);
  });
});
