import { describe, expect, it } from "vitest";
import { organization, payment } from "../../check/fixtures/small-world.ts";
import { createWorld } from "../../check/world.ts";
import { check } from "../../check.ts";
import type { Entity } from "../../entity/entity.ts";
import { compileSnapshot } from "../../snapshot/compile.ts";
import { loadSnapshot } from "../../snapshot/load.ts";
import { answerOf } from "./answer.ts";
import { GraphBuilder, tieAt } from "./graph.ts";
import { addListRelations } from "./list-relations.ts";
import { ruleOn } from "./policy.ts";
import { resolveOwnership } from "./resolution.ts";

const LIST = {
  id: "us-ofac-sdn",
  title: "OFAC SDN list",
  publisher: "OFAC",
  url: "https://ofac.treasury.gov/",
  kind: "sanctions",
  prefix: "us-ofac",
} as const;

const listed = (reference: string, name: string, listingDate: string): readonly Entity[] => [
  { id: `us-ofac-${reference}`, schema: "Company", properties: { name: [name] } },
  {
    id: `us-ofac-${reference}-sanction-1`,
    schema: "Sanction",
    properties: {
      entity: [`us-ofac-${reference}`],
      authorityId: [reference],
      program: ["DPRK4"],
      listingDate: [listingDate],
    },
  },
];
const edge = (id: string, schema: string, properties: Entity["properties"]): Entity => ({
  id,
  schema,
  properties,
});

/** A harbour company listed later than the bank that owns it, which is led by a ministry. */
const ENTITIES: readonly Entity[] = [
  ...listed("1", "Kwangmyong Harbour Works Company", "2020-06-01"),
  ...listed("2", "Ponghwa Trading Bank", "2016-03-16"),
  ...listed("3", "Eastern Sea Ministry", "2010-01-01"),
  edge("us-ofac-e1", "Ownership", {
    owner: ["us-ofac-2"],
    asset: ["us-ofac-1"],
    role: ["Owned or Controlled By"],
  }),
  edge("us-ofac-e2", "Ownership", {
    owner: ["us-ofac-3"],
    asset: ["us-ofac-2"],
    percentage: ["60"],
    role: ["parent company"],
  }),
  edge("us-ofac-e3", "UnknownLink", { subject: ["us-ofac-1"], object: ["us-ofac-3"], role: ["Linked To"] }),
];

const report = {
  format: "made-up",
  basis: "official",
  rows: 3,
  targets: 3,
  rejected: [],
  unread: {},
  notes: [],
} as const;
const snapshot = loadSnapshot(
  compileSnapshot(
    [
      {
        list: LIST,
        date: "2024-05-03",
        files: [{ name: "made-up", sha256: "0".repeat(64), url: null }],
        content: { date: "2024-05-03", entities: ENTITIES, report },
      },
    ],
    [],
  ),
  "made-up",
);

describe("the lists' own relations", () => {
  const read = (day: string) => {
    const builder = new GraphBuilder();
    const found = addListRelations(builder, snapshot, {
      roots: [snapshot.find("us-ofac-1")],
      day,
      aliases: new Map([["us-ofac-1", "our client"]]),
    });
    return { graph: builder.finish(), found };
  };

  it("are followed upwards, with words that leave open whether they mean owning left open", () => {
    const { graph } = read("2022-01-01");
    const ties = Array.from({ length: graph.size }, (_, at) => tieAt(graph, at));
    expect(ties.map(({ owner, interest, asset }) => `${owner} ${interest} ${asset}`).toSorted()).toEqual([
      "us-ofac-2 unspecified our client",
      "us-ofac-3 linked our client",
      "us-ofac-3 ownership us-ofac-2",
    ]);
  });

  it("say who is listed on the day", () => {
    const ids = (day: string) =>
      read(day)
        .found.map(({ id }) => id)
        .toSorted();
    expect(ids("2022-01-01")).toEqual(["our client", "us-ofac-2", "us-ofac-3"]);
    expect(ids("2019-01-01")).toEqual(["us-ofac-2", "us-ofac-3"]);
    expect(ids("2012-01-01")).toEqual(["us-ofac-3"]);
  });

  it("resolve by the rule: a ministry's 60 % blocks the bank before it is listed, and leaves its company open", () => {
    const { graph, found } = read("2012-01-01");
    const resolution = resolveOwnership(graph, {
      rule: ruleOn("ofac", "2015-01-01"),
      day: "2012-01-01",
      listed: found,
    });
    expect(answerOf(resolution, "us-ofac-2")?.status).toBe("blocked");
    expect(answerOf(resolution, "our client")?.status).toBe("undetermined");
  });

  it("make a check refer for a party whose owner was listed before it was", () => {
    const asked = payment([organization("payee", "Kwangmyong Harbour Works Company")], {
      jurisdictions: ["us"],
    });
    const verdict = check(createWorld(snapshot, []), asked, "2019-01-01");
    expect(verdict.answer).toBe("refer");
    expect(verdict.findings.map(({ finding }) => finding)).toEqual([
      "party-ownership-undecided",
      "party-not-yet-listed",
    ]);
    expect(verdict.wouldChange.join(" ")).toContain("Ponghwa Trading Bank");
    expect(check(createWorld(snapshot, []), asked, "2009-01-01").answer).toBe("clear");
  });
});
