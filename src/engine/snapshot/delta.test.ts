import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entity } from "../entity/entity.ts";
import { applyDelta, deltaBetween } from "./delta.ts";

const values = fc.uniqueArray(fc.constantFrom("a", "b", "c", "한", "1970"), { minLength: 1, maxLength: 4 });
const properties = fc.dictionary(fc.constantFrom("name", "alias", "birthDate"), values);
const entity = fc.record(
  {
    id: fc.constantFrom("l-1", "l-2", "l-3", "l-한", "l-😀"),
    schema: fc.constantFrom("Person", "Company"),
    properties,
    edtf: properties,
  },
  { requiredKeys: ["id", "schema", "properties"] },
);
const edition: fc.Arbitrary<Entity[]> = fc.uniqueArray(entity, { selector: ({ id }) => id }) as fc.Arbitrary<
  Entity[]
>;

/** Values are sets: their order is no fact. */
function asFacts(entities: readonly Entity[]): unknown {
  const sorted = (stated: Entity["properties"]) =>
    Object.entries(stated).map(([name, all]) => [name, [...all].sort()]);
  return Object.fromEntries(
    entities.map(({ id, schema, properties, edtf }) => [
      id,
      {
        schema,
        properties: Object.fromEntries(sorted(properties)),
        edtf: Object.fromEntries(sorted(edtf ?? {})),
      },
    ]),
  );
}

describe("a delta", () => {
  it("applied to the older edition gives the newer one", () => {
    fc.assert(
      fc.property(edition, edition, (before, after) => {
        expect(asFacts(applyDelta(before, deltaBetween(before, after)))).toEqual(asFacts(after));
      }),
    );
  });

  it("between an edition and itself is empty", () => {
    fc.assert(
      fc.property(edition, (same) => {
        expect(deltaBetween(same, [...same].reverse())).toEqual({ added: [], changed: [], removed: [] });
      }),
    );
  });

  it("says which fact of an entity gained and lost which value", () => {
    const before: Entity = {
      id: "us-ofac-24977",
      schema: "Company",
      properties: { name: ["YANBIAN SILVERSTAR"], alias: ["YANBIAN SILVER STAR"], country: ["cn"] },
    };
    const after: Entity = {
      ...before,
      properties: {
        ...before.properties,
        alias: ["YANBIAN SILVER STAR", "SILVER STAR CHINA"],
        country: ["kp"],
      },
    };
    expect(deltaBetween([before], [after]).changed).toEqual([
      {
        id: "us-ofac-24977",
        caption: "YANBIAN SILVERSTAR",
        facts: [
          { fact: "alias", gained: ["SILVER STAR CHINA"], lost: [] },
          { fact: "country", gained: ["kp"], lost: ["cn"] },
        ],
      },
    ]);
  });
});
