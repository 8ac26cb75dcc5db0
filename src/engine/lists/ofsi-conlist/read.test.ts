import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent, SourceFile } from "../reader.ts";
import { readOtherInformation, referenceOf, unReferenceIn } from "./other-information.ts";
import { ofsiConlist } from "./read.ts";

const CONTEXT = { prefix: "gb-ofsi", authority: "OFSI", country: "gb" };
const load = (name: string): SourceFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))),
});
const csv = load("conlist_2020-04-27.csv");
const xlsx = load("conlist_2025-04-10.xlsx");

describe("CSV of 2020", () => readerContract(ofsiConlist, { files: [csv] }));
describe("XLSX of 2025", () => readerContract(ofsiConlist, { files: [xlsx], runs: 40 }));

function properties(content: EditionContent, id: string): Readonly<Record<string, readonly string[]>> {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity.properties;
}

test("rows of one Group ID are one listing; 00/00/1980 is a year; the UN reference is found", async () => {
  const content = await ofsiConlist.read([csv], CONTEXT);
  expect(content.date).toBe("2020-04-27");
  expect(content.report.rejected).toEqual([]);
  expect(properties(content, "gb-ofsi-13349")).toMatchObject({
    birthDate: ["1980", "1981"],
    nationality: ["sa", "qa"],
    passportNumber: ["592667"],
  });
  expect(properties(content, "gb-ofsi-13349-sanction-1")).toMatchObject({
    unscId: ["QDe.004"],
    listingDate: ["2016-04-01"],
  });
});

test("typographic quotes of the Windows code page are read as they are meant", async () => {
  const content = await ofsiConlist.read([csv], CONTEXT);
  expect(JSON.stringify(properties(content, "gb-ofsi-13222").notes)).toContain(
    "‘2nd Army Corps’".slice(1, 5),
  );
});

test("a ship that the list of 2020 calls an entity is a vessel with its numbers", async () => {
  const content = await ofsiConlist.read([csv], CONTEXT);
  const ship = content.entities.find(({ id }) => id === "gb-ofsi-13556");
  expect(ship).toMatchObject({
    schema: "Vessel",
    properties: { imoNumber: ["8937675"], mmsi: ["445539000"] },
  });
});

test("the workbook keeps names in their script, reasons, the UK list's reference and both dates", async () => {
  const content = await ofsiConlist.read([xlsx], CONTEXT);
  expect(content.date).toBe("2025-04-10");
  expect(properties(content, "gb-ofsi-14393").name).toEqual(["Oleg Yurievich LEONOV", "Леонов Олег Юрьевич"]);
  expect(properties(content, "gb-ofsi-12439-sanction-1")).toMatchObject({
    authorityId: ["12439", "DPR0044"],
    programId: ["GB-DPRK"],
    listingDate: ["2011-12-21"],
    startDate: ["2020-12-31"],
  });
  expect(properties(content, "gb-ofsi-12439-sanction-1").reason?.[0]).toMatch(
    /^Elected member of the Workers/,
  );
});

test("the labels of Other Information are told apart from its words", () => {
  const read = readOtherInformation(
    "Before. (UK Sanctions List Ref):RUS1831. Imposed: Trust services. (UK Statement of Reasons):Because. (Gender):Male",
  );
  expect(referenceOf(read, "UK Sanctions List Ref")).toBe("RUS1831");
  expect(read.words).toBe("Before. Imposed: Trust services.");
  expect(read.labelled.get("Gender")).toBe("Male");
});

test.each([
  ["UN Ref QDe.004. Emir", "QDe.004"],
  ["UN REF:QE.A.146.14. Also", "QE.A.146.14"],
  ["UN Listing. UN Ref.KPI.067.", "KPI.067"],
  ["UN Ref E.29.I.11. Owned", "E.29.I.11"],
  ["UN Ref QI.Q.271.09. Associated", "QI.Q.271.09"],
  ["Former commander", null],
])("the UN reference in %s", (text, reference) => {
  expect(unReferenceIn(text)).toBe(reference);
});
