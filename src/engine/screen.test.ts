import { describe, expect, it } from "vitest";
import { must } from "../fault.ts";
import type { Entity } from "./entity/entity.ts";
import { openAlgorithmIndex } from "./match/algorithms/algorithm-index.ts";
import { sectionsFor } from "./match/fixtures/listed.ts";
import { openIndex } from "./match/open-index.ts";
import { DEFAULT_POLICY } from "./match/policy.ts";
import { screen } from "./screen.ts";
import type { Listing, ListRecord, Snapshot } from "./snapshot/snapshot.ts";

function listOf(id: string, dates: readonly string[]): ListRecord {
  const editions = dates.map((date) => ({
    date,
    format: "x",
    files: [],
    targets: 1,
    rejected: 0,
    notes: [],
  }));
  return { id, title: id, publisher: id, url: "", kind: "sanctions", editions };
}

const LISTS = [listOf("one", ["2018-01-01", "2020-01-01"]), listOf("two", ["2019-01-01"])];
const ENTITIES: readonly Entity[] = Array.from({ length: 60 }, (_, at) => ({
  id: `party-${String(at).padStart(2, "0")}`,
  schema: "Person",
  properties: { name: ["Qarbon Zelmira Testov"], birthDate: [String(1940 + at)] },
}));

/** Party 0 is on list one throughout, party 1 was taken off it, party 2 is on list two, all others came off list one. */
function listings(target: number): readonly Listing[] {
  const common = { entry: String(target), programmes: ["P"], listedOn: "2017-01-01", listedOnSource: null };
  if (target === 0) return [{ ...common, list: "one", editions: ["2018-01-01", "2020-01-01"] }];
  if (target === 2) return [{ ...common, list: "two", editions: ["2019-01-01"] }];
  return [{ ...common, list: "one", editions: ["2018-01-01"] }];
}

const entityAt = (index: number): Entity => must(ENTITIES[index], "an entity");
const SNAPSHOT: Snapshot = {
  hash: "0",
  lists: LISTS,
  size: ENTITIES.length,
  targets: ENTITIES.length,
  entity: entityAt,
  find: (id) => ENTITIES.findIndex((entity) => entity.id === id),
  listings,
  referrers: () => [],
  index: openIndex(sectionsFor(ENTITIES), { entity: entityAt }),
  algorithm: (algorithm) => openAlgorithmIndex(algorithm, ENTITIES.length, entityAt),
};
const SUBJECT = { schema: "Person", properties: { name: ["Qarbon Zelmira Testov"] } };

describe("screening on a day", () => {
  it("tells those listed from those listed no more", () => {
    const { matches, outOfForce } = screen(SNAPSHOT, SUBJECT, DEFAULT_POLICY, null);
    expect(matches.map(({ id, state }) => `${id} ${state}`)).toEqual(["party-00 listed", "party-02 listed"]);
    expect(outOfForce).toHaveLength(DEFAULT_POLICY.limit);
    expect(outOfForce[0]?.state).toBe("delisted");
  });

  it("compares as another system does, where the policy says so", () => {
    const policy = { ...DEFAULT_POLICY, algorithm: "ofac-249" as const, threshold: 1 };
    const { matches } = screen(SNAPSHOT, SUBJECT, policy, null);
    expect(matches.map(({ id, score }) => `${id} ${score}`)).toEqual(["party-00 1", "party-02 1"]);
  });

  it("takes nothing for a hit that lacks the evidence required, and says so", () => {
    const policy = { ...DEFAULT_POLICY, require: ["birth-date" as const] };
    const bare = screen(SNAPSHOT, SUBJECT, policy, null).matches;
    expect(bare.map(({ hit }) => hit)).toEqual([false, false]);
    expect(bare[0]?.features.at(-1)?.words).toContain("asks for a birth date that agrees");
    const dated = { ...SUBJECT, properties: { ...SUBJECT.properties, birthDate: ["1940"] } };
    const [first] = screen(SNAPSHOT, dated, policy, null).matches;
    expect(first).toMatchObject({ id: "party-00", hit: true });
  });

  it("finds the listed one behind dozens that are out of force", () => {
    const policy = { ...DEFAULT_POLICY, limit: 1, lists: ["two"] };
    expect(screen(SNAPSHOT, SUBJECT, policy, null).matches.map(({ id }) => id)).toEqual(["party-02"]);
  });

  it("knows every listing that stood on the day asked for", () => {
    const { matches } = screen(SNAPSHOT, SUBJECT, { ...DEFAULT_POLICY, limit: 100 }, "2018-06-01");
    expect(matches).toHaveLength(60);
    expect(matches.find(({ id }) => id === "party-01")?.state).toBe("listed");
  });

  it("keeps to the lists of the policy", () => {
    const { matches } = screen(SNAPSHOT, SUBJECT, { ...DEFAULT_POLICY, lists: ["one"] }, null);
    expect(matches.map(({ id }) => id)).toEqual(["party-00"]);
    expect(matches[0]?.listings).toMatchObject([{ state: "listed", listing: { list: "one", entry: "0" } }]);
  });
});
