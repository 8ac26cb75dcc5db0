import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { must } from "../../fault.ts";
import { firstOf } from "../entity/entity.ts";
import { OTHER_ID, pairComparer } from "./compare.ts";
import { listedEntities, sectionsFor } from "./fixtures/listed.ts";
import { openIndex } from "./open-index.ts";
import { PAIR_THRESHOLD } from "./pair-model.ts";
import type { Subject } from "./subject.ts";

const ENTITIES = listedEntities();
const INDEX = openIndex(sectionsFor(ENTITIES), { entity: (at) => must(ENTITIES[at], "listed") });
const compare = pairComparer(INDEX);

const named = (schema: string, name: string, facts: Record<string, string[]> = {}): Subject => ({
  schema,
  properties: { name: [name], ...facts },
});

describe("comparing two parties", () => {
  it.each([
    ["Person", "Sergei Lavrov", "Sergey Lavrov"],
    ["Person", "Emmanuel Marcon", "Emmanuel Macron"],
    ["Person", "Hans J. Friedrich", "Hans Joachim Friedrich"],
    ["Person", "SergeiLavrov", "Sergei Lavrov"],
    ["Person", "Saddam Husayn", "Saddam Hussein"],
    ["Company", "Daimler Aktiengesellschaft", "Daimler AG"],
    ["Company", "The Walt Disnei Company", "Walt Disney Company"],
    ["Organization", "Four Winds Shipping", "4 Winds Shipping"],
  ])("takes the %s %s and %s for one", (schema, one, other) => {
    const match = must(
      compare({ subject: named(schema, one), other: named(schema, other) }, PAIR_THRESHOLD),
      one,
    );
    expect(match.score).toBeGreaterThanOrEqual(PAIR_THRESHOLD);
    expect(match.hit).toBe(true);
  });

  it.each([
    ["Person", "Carlos Saldívar", "Carlos Salinas"],
    ["Person", "Boris Vekselberg", "Viktor Vekselberg"],
    ["Person", "Abdul Basir Haqqani", "Abdul Basir Noorzai"],
    ["Person", "김종은", "김정은"],
    ["Company", "Banco Santander México S.A.", "Banco Santander Chile S.A."],
    ["Company", "Apollo Investment Fund VIII L.P.", "Apollo Investment Fund IX L.P."],
    ["Company", "China National Pipeline Corporation", "China National Petroleum Corporation"],
  ])("tells the %s %s from %s", (schema, one, other) => {
    const match = compare({ subject: named(schema, one), other: named(schema, other) }, PAIR_THRESHOLD);
    expect(match?.score ?? 0).toBeLessThan(PAIR_THRESHOLD);
  });

  it("says the same of two parties whichever is named first", () => {
    const names = ENTITIES.filter(({ schema }) => schema === "Person" || schema === "Organization")
      .slice(0, 160)
      .map(({ schema, properties }) => named(schema, firstOf({ properties }, "name") ?? ""));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (one, other) => {
        const [there, back] = [
          compare({ subject: one, other }, 0),
          compare({ subject: other, other: one }, 0),
        ];
        expect(there?.score ?? 0).toBeCloseTo(back?.score ?? 0, 5);
      }),
      { numRuns: 60 },
    );
  });

  it("weighs facts of both sides, and says which agree", () => {
    const other = named("Person", "Ivan Petrov", { birthDate: ["1970-02-05"] });
    const same = compare({ subject: named("Person", "Ivan Petrov", { birthDate: ["1970"] }), other }, 0.7);
    const another = compare({ subject: named("Person", "Ivan Petrov", { birthDate: ["1993"] }), other }, 0.7);
    expect(must(same, "a match").score).toBeGreaterThan(must(another, "a match").score);
    expect(same?.features.some(({ feature }) => feature === "birth-date-year-equal")).toBe(true);
    expect(same?.id).toBe(OTHER_ID);
  });

  it("gives reasons that add up to the score", () => {
    const match = must(
      compare({ subject: named("Person", "Sergejs Lavrovs"), other: named("Person", "Sergey Lavrov") }, 0.5),
      "a match",
    );
    const sum = match.features.reduce((all, { weight }) => all + weight, 0);
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(match.score, 3);
  });

  it("never takes a person for a ship", () => {
    expect(
      compare({ subject: named("Person", "Silver Star"), other: named("Vessel", "Silver Star") }, 0),
    ).toBeNull();
  });

  it("never takes a person for a company, where the name alone says that it is one", () => {
    const person = named("Person", "Rising Sun");
    const scoreBeside = (name: string): number =>
      compare({ subject: person, other: named("LegalEntity", name) }, 0)?.score ?? 0;
    expect(scoreBeside("Rising Sun FZE")).toBeLessThan(0.05);
    expect(scoreBeside("Rising Sun")).toBeGreaterThan(0.5);
  });

  it("takes any two texts, and is told the same twice", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.string({ maxLength: 80 }));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const pair = { subject: named("Thing", one), other: named("Thing", other) };
        const first = compare(pair, 0.7);
        expect(compare(pair, 0.7)).toEqual(first);
        if (first !== null) expect(first.score >= 0 && first.score <= 1).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
