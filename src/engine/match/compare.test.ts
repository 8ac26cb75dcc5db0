import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { must } from "../../fault.ts";
import { firstOf } from "../entity/entity.ts";
import { OTHER_ID, pairComparer } from "./compare.ts";
import { listedEntities, sectionsFor } from "./fixtures/listed.ts";
import { openIndex } from "./open-index.ts";
import type { Subject } from "./subject.ts";

const ENTITIES = listedEntities();
const INDEX = openIndex(sectionsFor(ENTITIES), { entity: (at) => must(ENTITIES[at], "listed") });
const compare = pairComparer(INDEX);

const named = (schema: string, name: string, facts: Record<string, string[]> = {}): Subject => ({
  schema,
  properties: { name: [name], ...facts },
});

describe("comparing two parties", () => {
  it("gives what a screening gives where the other one is listed", () => {
    const persons = ENTITIES.filter(({ schema }) => schema === "Person").slice(0, 40);
    for (const { id, schema, properties, edtf } of persons) {
      if (edtf !== undefined) continue;
      const subject = named(schema, firstOf({ properties }, "name") ?? "", { birthDate: ["1970"] });
      const listed = INDEX.match(subject, { name: "", threshold: 0, limit: 20, lists: null });
      const screened = must(
        listed.find((match) => match.id === id),
        "a listed party finds itself",
      );
      const compared = compare({ subject, other: { schema, properties } }, 0.7);
      expect(compared?.score).toBeCloseTo(screened.score, 3);
    }
  });

  it("weighs facts of both sides, and says which agree", () => {
    const other = named("Person", "Ivan Petrov", { birthDate: ["1970-02-05"] });
    const same = compare({ subject: named("Person", "Ivan Petrov", { birthDate: ["1970"] }), other }, 0.7);
    const another = compare({ subject: named("Person", "Ivan Petrov", { birthDate: ["1993"] }), other }, 0.7);
    expect(must(same, "a match").score).toBeGreaterThan(must(another, "a match").score);
    expect(same?.features.some(({ feature }) => feature === "birth-date-year-equal")).toBe(true);
    expect(same?.id).toBe(OTHER_ID);
  });

  it("weighs words as rare as the lists have them", () => {
    const rare = compare(
      { subject: named("Person", "Qarbon Zelmira"), other: named("Person", "Qarbon Zelmira") },
      0,
    );
    const common = compare(
      { subject: named("Person", "Mohammed Ali"), other: named("Person", "Mohammed Ali") },
      0,
    );
    expect(must(rare, "a match").score).toBeGreaterThan(must(common, "a match").score);
  });

  it("never takes a person for a ship", () => {
    expect(
      compare({ subject: named("Person", "Silver Star"), other: named("Vessel", "Silver Star") }, 0),
    ).toBeNull();
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
