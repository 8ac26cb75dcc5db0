import { beforeAll, expect, it } from "vitest";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Transaction } from "../transaction.ts";
import { goods, organization, shipment, smallSnapshot } from "./fixtures/small-world.ts";
import { needsOf } from "./needs.ts";
import { createWorld } from "./world.ts";

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await smallSnapshot();
});
const british = (change: Partial<Transaction>): Transaction =>
  shipment({
    from: "GB",
    to: "KP",
    route: [],
    parties: [organization("consignee", "Buyers of the Delta")],
    jurisdictions: ["gb"],
    goods: [],
    ...change,
  });
const needed = (transaction: Transaction) =>
  needsOf(createWorld(snapshot), transaction, "2024-10-10").needs.map(({ template }) => template.id);

it("a British service to North Korea needs the licence for trade services, and goods need that for exports", () => {
  const services = [{ line: "1", description: "Reading of a database", kind: "it-work" as const }];
  expect(needed(british({ services }))).toEqual(["gb-otsi-licence"]);
  const monitors = needed(british({ goods: [goods("8528.52")] }));
  expect(monitors).toContain("gb-export-licence");
  expect(monitors).toContain("un-1718-exemption");
  expect(monitors).not.toContain("gb-otsi-licence");
});
