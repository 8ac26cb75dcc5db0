import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { valuesOf } from "../../entity/entity.ts";
import { euFsfXml } from "../eu-fsf-xml/read.ts";
import { readerContract } from "../reader.contract.ts";
import type { SourceFile } from "../reader.ts";
import { euFsfJsonl } from "./read.ts";

const CONTEXT = { prefix: "eu-fsf", authority: "Council of the European Union", country: "eu" };

function fixture(path: string): SourceFile {
  return { name: path, bytes: new Uint8Array(readFileSync(new URL(path, import.meta.url))) };
}

const CONVERTED = fixture("fixtures/eu_fsf_2026_cut.jsonl");

readerContract(euFsfJsonl, { files: [CONVERTED], rowPerTarget: true, runs: 40 });

test("the conversion is read whole and says that it is one", async () => {
  const content = await euFsfJsonl.read([CONVERTED], CONTEXT);
  expect(content.date).toBeNull();
  expect(content.report).toMatchObject({ basis: "conversion", rejected: [], unread: {} });
  expect(content.report.notes[0]).toContain("third party's conversion");
});

test("it gives the parties of the official file the same ids, names and births", async () => {
  const converted = await euFsfJsonl.read([CONVERTED], CONTEXT);
  const official = await euFsfXml.read(
    [fixture("../eu-fsf-xml/fixtures/fsf_1_1_2022-03-18_cut.xml")],
    CONTEXT,
  );
  const byId = new Map(official.entities.map((entity) => [entity.id, entity]));
  const shared = converted.entities.filter(({ id, schema }) => schema === "Person" && byId.has(id));
  expect(shared.length).toBeGreaterThan(3);
  for (const entity of shared) {
    const other = byId.get(entity.id) ?? entity;
    // The conversion has lost the spans of years.
    if (other.edtf !== undefined) continue;
    expect(valuesOf(entity, "birthDate")).toEqual(expect.arrayContaining([...valuesOf(other, "birthDate")]));
    expect(valuesOf(entity, "birthCountry")).toEqual(valuesOf(other, "birthCountry"));
  }
  const saddam = converted.entities.find(({ id }) => id === "eu-fsf-EU.27.28");
  expect(saddam?.properties.name).toEqual(byId.get("eu-fsf-EU.27.28")?.properties.name);
});

test("the main name is the one that carries the function, not the first in the file", async () => {
  const content = await euFsfJsonl.read([CONVERTED], CONTEXT);
  const komid = content.entities.find(({ id }) => id === "eu-fsf-EU.4187.20");
  expect(komid?.properties.name).toEqual(["Korea Mining Development Trading Corporation"]);
});
