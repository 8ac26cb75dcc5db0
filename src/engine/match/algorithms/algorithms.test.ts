import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { must } from "../../../fault.ts";
import type { Entity } from "../../entity/entity.ts";
import type { ScreenPolicy } from "../subject.ts";
import { NAMED_ALGORITHMS, namedAlgorithm, openAlgorithmIndex } from "./algorithm-index.ts";
import { jaro, jaroWinkler, newJaroScratch } from "./jaro-winkler.ts";
import { NAME_BASED } from "./name-based.ts";
import { OFAC_249 } from "./ofac-249.ts";
import { soundex } from "./soundex.ts";

const person = (id: string, ...name: string[]): Entity => ({ id, schema: "Person", properties: { name } });
const LISTED: readonly Entity[] = [
  person("kim", "KIM, Jong Un", "Kim Chong-un"),
  person("bush", "HASWANI, George"),
  person("zawahiri", "AL-ZAWAHIRI, Dr. Ayman"),
  { id: "ship", schema: "Vessel", properties: { name: ["KIM JONG"] } },
];
const POLICY: ScreenPolicy = { name: "test", threshold: 0, limit: 10, lists: null };

function scoreOf(algorithm: typeof OFAC_249, name: string, id: string): number | null {
  const index = openAlgorithmIndex(algorithm, LISTED.length, (at) => must(LISTED[at], "listed"));
  const matches = index.match({ schema: "Person", properties: { name: [name] } }, POLICY);
  return matches.find((match) => match.id === id)?.score ?? null;
}

describe("Jaro and Winkler", () => {
  // Winkler's own examples (1990).
  it.each([
    ["MARTHA", "MARHTA", 0.9444, 0.9611],
    ["DIXON", "DICKSONX", 0.7667, 0.8133],
    ["DWAYNE", "DUANE", 0.8222, 0.84],
    ["ABC", "XYZ", 0, 0],
  ])("gives %s and %s the scores of the literature", (one, other, plain, winkler) => {
    expect(jaro(one, other, newJaroScratch())).toBeCloseTo(plain, 4);
    expect(jaroWinkler(one, other, newJaroScratch(), "from-threshold")).toBeCloseTo(winkler, 4);
  });

  it("stays within 0 and 1, and is 1 for equal texts", () => {
    const scratch = newJaroScratch();
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const score = jaroWinkler(one, other, scratch, "always");
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-9);
        if (one !== "") expect(jaro(one, one, scratch)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe("Soundex", () => {
  // The National Archives' own examples.
  it.each([
    ["WASHINGTON", "W252"],
    ["LEE", "L000"],
    ["GUTIERREZ", "G362"],
    ["PFISTER", "P236"],
    ["JACKSON", "J250"],
    ["TYMCZAK", "T522"],
    ["VANDEUSEN", "V532"],
    ["ASHCRAFT", "A261"],
    ["정", ""],
  ])("codes %s as %s", (word, code) => {
    expect(soundex(word)).toBe(code);
  });
});

describe("ofac-249", () => {
  it("scores an exact name 1, whatever its punctuation and accents", () => {
    expect(scoreOf(OFAC_249, "kim jóng-un", "kim")).toBe(1);
    expect(scoreOf(OFAC_249, "Al Zawahiri Dr Ayman", "zawahiri")).toBe(1);
  });

  it("leaves out short parts of the name entered, as the public search does", () => {
    expect(scoreOf(OFAC_249, "KIM JONG UN", "kim")).toBe(1);
    expect(scoreOf(OFAC_249, "KIM JONG IL", "kim")).toBe(1);
  });

  it("counts nothing for a part that is less than half alike", () => {
    expect(scoreOf(OFAC_249, "GEORGE BUSH", "bush")).toBeCloseTo(0.5, 2);
  });

  it("compares whole names only where they begin with the same letter", () => {
    const index = openAlgorithmIndex(OFAC_249, LISTED.length, (at) => must(LISTED[at], "listed"));
    const [match] = index.match({ schema: "Person", properties: { name: ["JONG UN KIM"] } }, POLICY);
    expect(match?.features[0]).toMatchObject({ feature: "whole-name-similarity", weight: 0 });
  });
});

describe("name-based", () => {
  it("scores the same words 1 in any order", () => {
    expect(scoreOf(NAME_BASED, "Un Jong Kim", "kim")).toBe(1);
  });

  it("reads names in other letters by their romanization", () => {
    expect(scoreOf(NAME_BASED, "Айман Завахири", "zawahiri")).toBeGreaterThan(0.7);
  });
});

describe.each(NAMED_ALGORITHMS.map((algorithm) => [algorithm.name, algorithm] as const))(
  "%s",
  (name, algorithm) => {
    it("is found by its name, and never takes a person for a ship", () => {
      expect(namedAlgorithm(name)).toBe(algorithm);
      expect(scoreOf(algorithm, "KIM JONG", "ship")).toBeNull();
    });

    it("takes any text for a name, and stays within 0 and 1", () => {
      const index = openAlgorithmIndex(algorithm, LISTED.length, (at) => must(LISTED[at], "listed"));
      fc.assert(
        fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
          for (const { score } of index.match({ schema: "Thing", properties: { name: [text] } }, POLICY)) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
          }
        }),
        { numRuns: 60 },
      );
    });
  },
);
