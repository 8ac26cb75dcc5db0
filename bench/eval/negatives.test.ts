import { describe, expect, it } from "vitest";
import { hardNegatives, listedNames, nearMisses } from "./negatives.ts";
import type { Parties, Party } from "./parties.ts";

function party(
  index: number,
  kind: Party["kind"],
  names: readonly string[],
  facts: Partial<Party> = {},
): Party {
  return {
    index,
    entity: { id: `p${index}`, schema: "Person", properties: {} },
    kind,
    lists: ["un-sc"],
    names: names.map((text) => ({ text, kind: "name" })),
    birthDates: [],
    countries: [],
    ...facts,
  };
}

function person(index: number, given: string, family: string, year: number): Party {
  return party(index, "person", [`${given} ${family}`], {
    entity: { id: `p${index}`, schema: "Person", properties: { firstName: [given], lastName: [family] } },
    birthDates: [String(year)],
    countries: ["kp"],
  });
}

const partiesOf = (all: readonly Party[]): Parties => ({ all, bearersOf: () => [], sameAs: (id) => [id] });

describe("negatives", () => {
  it("know a listed name in another order, with a word more or a word less", () => {
    const listed = listedNames(
      partiesOf([party(1, "organization", ["Silver Star Trading Ltd"])]),
      "organization",
    );
    expect(listed.isListed("TRADING silver-star")).toBe(true);
    expect(listed.isListed("Silver Star Trading Pyongyang")).toBe(true);
    expect(listed.isListed("Silver Star")).toBe(true);
    expect(listed.isListed("Golden Star Trading")).toBe(false);
  });

  it("are a listed given name with another family name, born in a year of neither", () => {
    const all = ["Jong", "Kim", "Ri", "Pak"].map((family, at) => person(at, `Given${at}`, family, 1960 + at));
    const made = hardNegatives(partiesOf(all), 20);
    expect(made.length).toBeGreaterThan(5);
    const listed = new Set(all.flatMap(({ names }) => names.map(({ text }) => text)));
    for (const { withFacts } of made) {
      expect(listed.has(withFacts.properties.name?.[0] ?? "")).toBe(false);
      expect(withFacts.properties.birthDate?.[0]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it("are a listed organization with its rarest word replaced", () => {
    const names = [
      "Silver General Trading",
      "Golden General Trading",
      "Copper General Trading",
      "Birch General Trading",
    ];
    const made = nearMisses(partiesOf(names.map((name, at) => party(at, "organization", [name]))), 10);
    for (const { alone } of made) {
      const [name = ""] = alone.properties.name ?? [];
      expect(name).toMatch(/General Trading$/);
      expect(names).not.toContain(name);
    }
  });
});
