import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readerContract } from "../reader.contract.ts";
import type { SourceFile } from "../reader.ts";
import { ukSanctionsCsv } from "./read.ts";

const CONTEXT = { prefix: "gb-uksl", authority: "FCDO", country: "gb" };
const fixture: SourceFile = {
  name: "UK-Sanctions-List.csv",
  bytes: new Uint8Array(readFileSync(new URL("fixtures/layout_2026-10-08.csv", import.meta.url))),
};

readerContract(ukSanctionsCsv, { files: [fixture] });

test("the layout sample is read whole, under the same id as in the XML", async () => {
  const content = await ukSanctionsCsv.read([fixture], CONTEXT);
  expect(content.date).toBe("2026-10-08");
  expect(content.report).toMatchObject({ rows: 1, targets: 1, rejected: [], unread: {} });
  expect(content.entities[0]).toMatchObject({
    id: "gb-uksl-RUS2176",
    schema: "Vessel",
    properties: { name: ["KOROLEV PROSPECT"], imoNumber: ["9826902"], flag: ["ga"], buildDate: ["2019"] },
  });
});

test("rows of one Unique ID are one listing with all its names and addresses", async () => {
  const header = new TextDecoder().decode(fixture.bytes).split("\n").slice(0, 2).join("\n");
  const columns = (header.split("\n")[1] ?? "").split(",");
  const row = (cells: Readonly<Record<string, string>>): string =>
    columns.map((column) => cells[column.trim()] ?? "").join(",");
  const same = { "Unique ID": "DPR0001", "Designation Type": "Entity", "Date Designated": "24/04/2009" };
  const rows = [
    row({
      ...same,
      "Name 6": "KOREA MINING",
      "Name type": "Primary Name",
      "Address Line 1": "Central District",
    }),
    row({ ...same, "Name 6": "KOMID", "Name type": "Alias", "Alias strength": "Low quality a.k.a" }),
    row({ "Name 6": "nobody's", "Designation Type": "Entity" }),
  ];
  const bytes = new TextEncoder().encode([header, ...rows].join("\n"));
  const content = await ukSanctionsCsv.read([{ name: "list.csv", bytes }], CONTEXT);
  expect(content.report).toMatchObject({ rows: 3, targets: 1 });
  expect(content.report.rejected).toMatchObject([{ where: "line 5", reason: "the row has no reference" }]);
  expect(content.entities[0]?.properties).toMatchObject({
    name: ["KOREA MINING"],
    weakAlias: ["KOMID"],
    address: ["Central District"],
  });
});
