import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listedEntities, sectionsFor } from "../../../engine/match/fixtures/listed.ts";
import { openReference } from "../../../engine/match/reference.ts";
import { must } from "../../../fault.ts";
import { touchKeys } from "./touch-keys.ts";

const ENTITIES = listedEntities().slice(0, 400);
const KEYS = ENTITIES.map((entity) => new Set(touchKeys("listing", entity)));
const index = openReference(sectionsFor(ENTITIES), { entity: (at) => must(ENTITIES[at], "an entity") });

/** A listed name as a customer might write it: letters dropped, doubled or exchanged, words joined, cut off where a line ends or turned round. */
const asked = fc
  .record({
    at: fc.nat(ENTITIES.length - 1),
    name: fc.nat(3),
    edits: fc.array(fc.tuple(fc.constantFrom("drop", "double", "swap", "join", "turn", "line"), fc.nat(40)), {
      maxLength: 2,
    }),
  })
  .map(({ at, name, edits }) => {
    const entity = must(ENTITIES[at], "an entity");
    const names = [...(entity.properties.name ?? []), ...(entity.properties.alias ?? [])];
    const text = edits.reduce(
      (now, [edit, where]) => {
        const place = where % Math.max(1, now.length);
        if (edit === "drop") return now.slice(0, place) + now.slice(place + 1);
        if (edit === "double") return now.slice(0, place) + (now[place] ?? "") + now.slice(place);
        if (edit === "line") return now.slice(0, 24 + (where % 12));
        if (edit === "join") return now.replace(" ", "");
        if (edit === "turn") return now.split(" ").reverse().join(" ");
        return now.slice(0, place) + (now[place + 1] ?? "") + (now[place] ?? "") + now.slice(place + 2);
      },
      names[name % names.length] ?? "",
    );
    return { schema: entity.schema, properties: { name: [text] } };
  });

describe("touch keys", () => {
  it("are shared by every subject and listing that the exhaustive reference calls a hit", {
    timeout: 300_000,
  }, () => {
    fc.assert(
      fc.property(asked, (subject) => {
        const own = touchKeys("subject", subject);
        for (const match of index.match(subject, { name: "t", threshold: 0.6, limit: 20, lists: null })) {
          if (!match.hit) continue;
          const at = ENTITIES.findIndex(({ id }) => id === match.id);
          const shared = own.some((key) => must(KEYS[at], "keys").has(key));
          expect([subject.properties.name, match.caption, shared]).toEqual([
            subject.properties.name,
            match.caption,
            true,
          ]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("are few enough to keep for each subject", () => {
    const sizes = ENTITIES.map(
      ({ schema, properties }) =>
        touchKeys("subject", { schema, properties: { name: (properties.name ?? []).slice(0, 1) } }).length,
    ).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(150);
  });

  it("tell most pairs of strangers apart", () => {
    const mine = touchKeys("subject", {
      schema: "Person",
      properties: { name: ["Wolfgang Amadeus Schikaneder"] },
    });
    const touched = KEYS.filter((keys) => mine.some((key) => keys.has(key))).length;
    expect(touched).toBeLessThan(ENTITIES.length / 10);
  });
});
