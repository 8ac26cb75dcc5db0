import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readerContract } from "../reader.contract.ts";
import { jpMetiXlsx } from "./read.ts";

const CONTEXT = { prefix: "jp-meti", authority: "Ministry of Economy, Trade and Industry", country: "jp" };
const fixture = {
  name: "user-list.xlsx",
  bytes: new Uint8Array(readFileSync(new URL("fixtures/meti_2025-09-29.xlsx", import.meta.url))),
};

readerContract(jpMetiXlsx, { files: [fixture], rowPerTarget: true, runs: 60 });

test("an entry keeps its country, its names in both scripts and what it is listed for, under an id that lasts", async () => {
  const content = await jpMetiXlsx.read([fixture], CONTEXT);
  expect(content.report.rejected).toEqual([]);
  const [first, sanction] = content.entities;
  expect(first).toMatchObject({
    id: "jp-meti-af-Al-Qa-ida-Islamic-Army",
    schema: "Organization",
    properties: { name: ["Al Qa'ida/Islamic Army"], country: ["af"], topics: ["export.control"] },
  });
  expect(first?.properties.alias).toContain("Usama Bin Laden Network");
  expect(sanction?.properties.provisions).toEqual([
    "Biological weapons",
    "Chemical weapons",
    "Missiles",
    "Nuclear weapons",
    "Conventional weapons",
  ]);
  expect(content.entities.filter(({ properties }) => properties.country?.includes("kp")).length).toBe(6);
});
