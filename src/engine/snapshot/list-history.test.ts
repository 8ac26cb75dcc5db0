import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../fault.ts";
import type { Entity } from "../entity/entity.ts";
import type { KindChange } from "./entry-facts.ts";
import { HistoryBuilder, ListHistory } from "./list-history.ts";

const values = fc.uniqueArray(fc.constantFrom("a", "b", "한", "1970", "😀"), { minLength: 1, maxLength: 4 });
const properties = fc.dictionary(fc.constantFrom("name", "alias", "birthDate", "sanction.program"), values);
const entry = fc.record(
  {
    id: fc.constantFrom("l-1", "l-2", "l-한", "l-😀"),
    schema: fc.constantFrom("Person", "Company"),
    properties,
    edtf: fc.dictionary(fc.constant("birthDate"), values),
  },
  { requiredKeys: ["id", "schema", "properties"] },
);
const edition = fc.uniqueArray(entry, { selector: ({ id }) => id }) as fc.Arbitrary<Entity[]>;
const DATES = ["2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01"];

type Facts = Readonly<Record<string, readonly string[]>>;

function historyOf(editions: readonly (readonly Entity[])[]): ListHistory {
  const builder = new HistoryBuilder();
  for (const [at, entries] of editions.entries()) builder.add(DATES[at] ?? "", entries);
  return new ListHistory(builder.encode(), "a history");
}

/** Facts as sets of values, those of none left out: the order of values is no fact. */
function asSets(facts: Facts): unknown {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, held]) => held.length > 0)
      .map(([fact, held]) => [fact, [...held].sort()])
      .sort(),
  );
}

const factsOf = ({ schema, properties: stated, edtf = {} }: Entity): Facts => ({
  ...stated,
  schema: [schema],
  ...Object.fromEntries(Object.entries(edtf).map(([name, held]) => [`edtf.${name}`, held])),
});

function applied(facts: Facts, changes: readonly KindChange[]): Facts {
  const now: Record<string, readonly string[]> = { ...facts };
  for (const { fact, gained, lost } of changes)
    now[fact] = [...(now[fact] ?? []).filter((value) => !lost.includes(value)), ...gained];
  return now;
}

describe("a history of editions", () => {
  it("gives back what each edition states of each entry, and null where it holds none", () => {
    fc.assert(
      fc.property(fc.array(edition, { minLength: 1, maxLength: DATES.length }), (editions) => {
        const history = historyOf(editions);
        for (const [at, entries] of editions.entries()) {
          const held = new Map(entries.map((one) => [one.id, one]));
          for (let place = 0; place < history.size; place += 1) {
            const stated = held.get(history.id(place));
            const facts = history.factsIn(place, DATES[at] ?? "");
            expect(facts && asSets(facts)).toEqual(stated === undefined ? null : asSets(factsOf(stated)));
          }
        }
      }),
    );
  });

  it("tells changes that, applied to what the older edition states, give what the newer states", () => {
    fc.assert(
      fc.property(edition, edition, (before, after) => {
        const history = historyOf([before, after]);
        for (const older of before) {
          const newer = after.find(({ id }) => id === older.id);
          const change = history.changes(history.find(older.id), "2021-01-01", "2022-01-01");
          if (newer === undefined) expect(change).toBeNull();
          else expect(asSets(applied(factsOf(older), change?.changes ?? []))).toEqual(asSets(factsOf(newer)));
        }
      }),
    );
  });

  it("finds every entry by its id and no other, and says of which editions each value is", () => {
    const person = (birthDate: readonly string[]): Entity => ({
      id: "l-1",
      schema: "Person",
      properties: { name: ["Jong Song Hwa"], birthDate },
    });
    const history = historyOf([[person(["1970"])], [person(["1970-02-05"])], []]);
    expect(history.find("l-0")).toBe(-1);
    expect(history.entry(history.find("l-1"))).toEqual({
      id: "l-1",
      caption: "Jong Song Hwa",
      schema: "Person",
      editions: ["2021-01-01", "2022-01-01"],
      values: [
        { kind: "birth", fact: "birthDate", value: "1970", editions: ["2021-01-01"] },
        { kind: "birth", fact: "birthDate", value: "1970-02-05", editions: ["2022-01-01"] },
        { kind: "name", fact: "name", value: "Jong Song Hwa", editions: ["2021-01-01", "2022-01-01"] },
        { kind: "other", fact: "schema", value: "Person", editions: ["2021-01-01", "2022-01-01"] },
      ],
    });
  });

  it("is refused where one bit of it is not as written", () => {
    const builder = new HistoryBuilder();
    builder.add("2021-01-01", [{ id: "l-1", schema: "Person", properties: { name: ["Jong"] } }]);
    const bytes = builder.encode();
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    expect(() => new ListHistory(bytes, "a history")).toThrow(Fault);
  });
});
