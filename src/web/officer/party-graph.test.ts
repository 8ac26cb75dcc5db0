import { describe, expect, it } from "vitest";
import type { Network } from "../network/network-words.ts";
import type { Application } from "../waivers/shapes.ts";
import { DRAWN_PARTIES_MAX, drawParties, namesOf } from "./party-graph.ts";

const party = (role: string, name: string) => ({ role, schema: "Company", properties: { name: [name] } });
const application = (parties: readonly object[]) =>
  ({ title: "Video reunions", file: { parties } }) as unknown as Pick<Application, "file" | "title">;
const say = (key: string): string => key;
const NETWORK = {
  id: "sub_1",
  nodes: [
    {
      id: "sub_1",
      name: "Skydev",
      kind: "company",
      listed: null,
      onPath: true,
      folded: { owners: 0, assets: 0 },
    },
    {
      id: "own_1",
      name: "Alpha",
      kind: "company",
      listed: "sdn",
      onPath: true,
      folded: { owners: 0, assets: 0 },
    },
  ],
  edges: [
    {
      id: "e1",
      owner: "own_1",
      asset: "sub_1",
      interest: "ownership",
      percent: "60",
      share: null,
      presence: "holds",
      confidence: "sure",
      onPath: true,
    },
  ],
} as unknown as Network;

describe("the drawing of an application's parties", () => {
  it("has each party once around the application, by its parts, with who stands behind it and which list may name it", () => {
    const { nodes, edges } = drawParties(
      application([party("supplier", "Skydev"), party("carrier", "Skydev"), party("consignee", "Red Cross")]),
      {
        screened: [
          { name: "Skydev", state: "clear", words: "", listings: [] },
          { name: "Red Cross", state: "may-be-listed", words: "may be", listings: ["us-ofac 1 of 2019"] },
        ],
        networks: new Map([["Skydev", NETWORK]]),
      },
      say,
    );
    expect(nodes.map(({ id }) => id)).toEqual([
      "application",
      "sub_1",
      "own_1",
      "party:Red Cross",
      "listing:us-ofac 1 of 2019",
    ]);
    expect(edges.map(({ source, target, label, isSure }) => [source, target, label, isSure])).toEqual([
      ["own_1", "sub_1", "network.share.exact", true],
      ["sub_1", "application", "apply.party.role.supplier\napply.party.role.carrier", true],
      ["party:Red Cross", "application", "apply.party.role.consignee", true],
      ["listing:us-ofac 1 of 2019", "party:Red Cross", "check.graph.maybe", false],
    ]);
    expect(nodes.filter(({ isCenter }) => isCenter).map(({ id }) => id)).toEqual(["application"]);
  });

  it("is of no more parties than a person reads", () => {
    const many = Array.from({ length: 60 }, (_, at) => party("other", `Party ${at}`));
    expect(namesOf(application(many)).length).toBe(DRAWN_PARTIES_MAX);
    const { nodes } = drawParties(application(many), { screened: [], networks: new Map() }, say);
    expect(nodes.length).toBe(DRAWN_PARTIES_MAX + 1);
  });
});
