import { describe, expect, it } from "vitest";
import type { Section, Sections } from "../snapshot/sections.ts";
import { buildIndex } from "./build-index.ts";
import { openIndexData } from "./index-data.ts";
import { likelihoodOf, queryOf } from "./query.ts";
import { findToken, textHash } from "./token.ts";

const LISTED = [
  "Mohamed",
  "Mahmoud",
  "Gilbert",
  "Zhilin",
  "Schubert",
  "Lee Jong",
  "Yamada",
  "Ministry",
  "Bank",
  "Freddie",
  "Cao",
  "Oil",
];

function dataOf(names: readonly string[]) {
  const built = buildIndex(
    names.map((text) => ({
      schema: "LegalEntity",
      names: [{ text, kind: "name" as const }],
      identifiers: [],
      birthDates: [],
      countries: [],
      genders: [],
    })),
  );
  const take = <T extends Section>(name: string): T => built.get(name) as T;
  const sections: Sections = { u8: take, u16: take, u32: take, i32: take, f32: take };
  return openIndexData(sections);
}

const data = dataOf(LISTED);

function likelihood(local: string, latin: string, schema = "Person"): number {
  const { readings } = queryOf(data, { schema, properties: { name: [local] } });
  const token = findToken(data, textHash(latin), latin.length);
  const all = readings.flatMap((reading) =>
    reading.spellings.map((_, word) => likelihoodOf(reading, word, token)),
  );
  return Math.max(0, ...all);
}

describe("spellings of words in other scripts", () => {
  it("finds the listed spelling that a word has", () => {
    for (const [local, latin] of [
      ["محمد", "mohamed"],
      ["محمود", "mahmoud"],
      ["жильбер", "gilbert"],
      ["シューベルト", "schubert"],
      ["이종", "lee"],
      ["프레디", "freddie"],
      ["조조", "cao"],
    ] as const)
      expect(likelihood(local, latin), `${local} ${latin}`).toBeGreaterThan(0.6);
  });

  it("knows the lists' own words for a word", () => {
    for (const [local, latin] of [
      ["министерство", "ministry"],
      ["وزارت", "ministry"],
      ["нефтяная", "oil"],
    ] as const)
      expect(likelihood(local, latin, "Organization"), `${local} ${latin}`).toBeGreaterThan(0.8);
  });

  it("says nothing of words that are no spelling", () => {
    expect(likelihood("محمد", "schubert")).toBe(0);
    expect(likelihood("жильбер", "bank")).toBe(0);
    expect(likelihood("gilbert", "gilbert")).toBe(0);
  });

  it("stays within its bounds on any run of letters", () => {
    for (const letter of ["ж", "م", "山", "カ", "한", "𠀀"]) {
      const { readings } = queryOf(data, { schema: "Person", properties: { name: [letter.repeat(900)] } });
      for (const reading of readings)
        for (const { tokens } of reading.spellings) expect(tokens.length).toBeLessThanOrEqual(48);
    }
  });
});
