import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readerContract } from "../reader.contract.ts";
import type { SourceFile } from "../reader.ts";
import { chSecoJsonl } from "./read.ts";

const CONTEXT = { prefix: "ch-seco", authority: "State Secretariat for Economic Affairs", country: "ch" };
const FILE: SourceFile = {
  name: "targets.jsonl",
  bytes: new Uint8Array(readFileSync(new URL("fixtures/seco_2026-02_cut.jsonl", import.meta.url))),
};

readerContract(chSecoJsonl, { files: [FILE], rowPerTarget: true });

test("the conversion is read and says what it has lost", async () => {
  const content = await chSecoJsonl.read([FILE], CONTEXT);
  expect(content.date).toBeNull();
  expect(content.report).toMatchObject({ basis: "conversion", unread: {} });
  expect(content.report.notes[0]).toContain("third party's conversion");
  const senator = content.entities.find(({ id }) => id === "ch-seco-56318");
  expect(senator?.properties).toMatchObject({
    name: ["Velikdan Nikolay Timofeevich"],
    fatherName: ["Timofeevich"],
    birthDate: ["1956-03-06"],
  });
});

test("a ship, of which the conversion kept a number alone, is kept as a rejected row", async () => {
  const { report } = await chSecoJsonl.read([FILE], CONTEXT);
  expect(report.rejected.map(({ reason }) => reason)).toContain(
    "the target has no individual, entity or object",
  );
});

test("who owns whom is read from the reasons", async () => {
  const content = await chSecoJsonl.read([FILE], CONTEXT);
  const names = new Map(content.entities.map(({ id, properties }) => [id, properties.name?.[0]]));
  const owned = content.entities.filter(({ schema }) => schema === "Ownership");
  expect(owned.map(({ properties }) => names.get(properties.owner?.[0] ?? ""))).toContain("LLC Triple");
});
