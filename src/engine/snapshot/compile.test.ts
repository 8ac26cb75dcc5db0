import { describe, expect, it } from "vitest";
import type { Entity } from "../entity/entity.ts";
import { compileSnapshot } from "./compile.ts";
import { loadSnapshot } from "./load.ts";
import type { Designation, EditionInput, ListSource } from "./merge.ts";

const LIST: ListSource = {
  id: "xx-list",
  title: "List",
  publisher: "Publisher",
  url: "https://list.example/",
  kind: "sanctions",
  prefix: "xx",
};

function party(
  reference: string,
  names: readonly string[],
  sanction: Record<string, readonly string[]> = {},
): Entity[] {
  const id = `xx-${reference}`;
  const address = `${id}-addr-1`;
  return [
    { id, schema: "Company", properties: { name: names, addressEntity: [address] }, edtf: {} },
    { id: address, schema: "Address", properties: { full: [`Street of ${names[0]}`] } },
    {
      id: `${id}-sanction-1`,
      schema: "Sanction",
      properties: { entity: [id], program: ["DPRK3"], ...sanction },
    },
  ];
}

function edition(date: string, entities: readonly Entity[], list: ListSource = LIST): EditionInput {
  const sanctions = entities.filter(({ schema }) => schema === "Sanction").length;
  const report = {
    format: "made-up",
    basis: "official" as const,
    rows: 0,
    targets: sanctions,
    rejected: [],
    unread: {},
    notes: [],
  };
  return {
    list,
    date,
    files: [{ name: `${date}.csv`, sha256: "00", url: null }],
    content: { date, entities, report },
  };
}

const OWNERSHIP: Entity = {
  id: "xx-2-ownership-1",
  schema: "Ownership",
  properties: { owner: ["xx-2"], asset: ["xx-1"], percentage: ["60"] },
};
const EDITIONS: readonly EditionInput[] = [
  edition("2021-01-01", [
    ...party("1", ["OLD NAME"]),
    ...party("2", ["LEFT THE LIST"], { listingDate: ["2019-05-05"] }),
    OWNERSHIP,
  ]),
  edition("2023-01-01", [...party("1", ["NEW NAME", "은성"]), ...party("3", ["CAME IN"])]),
];
const snapshot = loadSnapshot(compileSnapshot(EDITIONS), "made-up");
const names = (id: string): unknown => snapshot.entity(snapshot.find(id)).properties.name;

describe("a compiled snapshot", () => {
  it("holds targets first, each under its id", () => {
    expect([snapshot.targets, snapshot.size]).toEqual([3, 10]);
    for (let index = 0; index < snapshot.size; index += 1) {
      const entity = snapshot.entity(index);
      expect(snapshot.find(entity.id)).toBe(index);
      expect(snapshot.listings(index).length > 0).toBe(index < snapshot.targets);
    }
    expect(snapshot.find("xx-4")).toBe(-1);
    expect(snapshot.find("")).toBe(-1);
  });

  it("takes an entity from the newest edition that holds it, and what is attached from the same one", () => {
    expect(names("xx-1")).toEqual(["NEW NAME", "은성"]);
    expect(snapshot.entity(snapshot.find("xx-1-addr-1")).properties.full).toEqual(["Street of NEW NAME"]);
    expect(names("xx-2")).toEqual(["LEFT THE LIST"]);
  });

  it("keeps in which editions a listing stands and the day that the list states", () => {
    expect(snapshot.listings(snapshot.find("xx-1"))).toEqual([
      {
        list: "xx-list",
        entry: "1",
        programmes: ["DPRK3"],
        editions: ["2021-01-01", "2023-01-01"],
        listedOn: null,
        listedOnSource: null,
      },
    ]);
    expect(snapshot.listings(snapshot.find("xx-2"))[0]).toMatchObject({
      editions: ["2021-01-01"],
      listedOn: "2019-05-05",
    });
    expect(snapshot.listings(snapshot.find("xx-3"))[0]).toMatchObject({ editions: ["2023-01-01"] });
    expect(snapshot.listings(snapshot.size - 1)).toEqual([]);
  });

  it("finds who refers to an entity, across editions too", () => {
    const referrers = (id: string): unknown =>
      snapshot
        .referrers(snapshot.find(id))
        .map(({ index, property }) => [snapshot.entity(index).id, property]);
    expect(referrers("xx-1")).toEqual([
      ["xx-1-sanction-1", "entity"],
      ["xx-2-ownership-1", "asset"],
    ]);
    expect(referrers("xx-3-addr-1")).toEqual([["xx-3", "addressEntity"]]);
  });

  it("is the same bytes in whatever order editions and entities come", () => {
    const shuffled = EDITIONS.toReversed().map((input) => ({
      ...input,
      content: { ...input.content, entities: input.content.entities.toReversed() },
    }));
    expect(compileSnapshot(shuffled)).toEqual(compileSnapshot(EDITIONS));
  });

  it("adds a cited day only where the list states none and the name is the one cited", () => {
    const cite = (entry: string, name: string): Designation => ({
      list: "xx-list",
      entry,
      name,
      listedOn: "2018-09-13",
      source: "sm481",
    });
    const cited = [cite("1", "은성"), cite("2", "LEFT THE LIST"), cite("3", "ANOTHER")];
    const dated = loadSnapshot(compileSnapshot(EDITIONS, cited), "made-up");
    const days = ["xx-1", "xx-2", "xx-3"].map((id) => {
      const listing = dated.listings(dated.find(id))[0];
      return [listing?.listedOn, listing?.listedOnSource];
    });
    expect(days).toEqual([
      ["2018-09-13", "sm481"],
      ["2019-05-05", null],
      [null, null],
    ]);
  });

  it("unites what two lists say of one id, with a listing of each", () => {
    const other: ListSource = { ...LIST, id: "xx-extract" };
    const input = edition("2024-01-01", party("1", ["NEW NAME", "THIRD NAME"]), other);
    const joined = loadSnapshot(compileSnapshot([...EDITIONS, input]), "made-up");
    const place = joined.find("xx-1");
    expect(joined.entity(place).properties.name).toEqual(["NEW NAME", "THIRD NAME", "은성"]);
    expect(joined.listings(place).map(({ list }) => list)).toEqual(["xx-extract", "xx-list"]);
  });

  it("refuses two editions of one day", () => {
    expect(() => compileSnapshot([...EDITIONS, ...EDITIONS])).toThrow("there are two editions of 2021-01-01");
  });
});
