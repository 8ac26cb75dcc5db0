import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Fault } from "../../../fault.ts";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent, SourceFile } from "../reader.ts";
import { plainCsv, plainCsvReader } from "./read.ts";

const CONTEXT = { prefix: "own", authority: "My bank", country: "kr" };
const load = (name: string): SourceFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))),
});
const korean = load("watch-ko.csv");
const english = load("watch-en.csv");

describe("Korean headers", () => readerContract(plainCsv, { files: [korean], rowPerTarget: true }));
describe("English headers", () => readerContract(plainCsv, { files: [english], rowPerTarget: true }));

async function read(text: string, mapping = {}): Promise<EditionContent> {
  const file = { name: "own.csv", bytes: new TextEncoder().encode(text) };
  return plainCsvReader(mapping).read([file], CONTEXT);
}

test("a Korean table keeps names, aliases, dates, documents and programme", async () => {
  const content = await plainCsv.read([korean], CONTEXT);
  expect(content.entities[0]).toMatchObject({
    id: "own-1",
    schema: "Person",
    properties: {
      name: ["정성화"],
      alias: ["JONG Song Hwa", "Chong Song-hwa"],
      birthDate: ["1970-02-05"],
      nationality: ["kp"],
      passportNumber: ["927220230"],
      notes: ["CEO"],
    },
  });
  const sanctions = content.entities.filter(({ schema }) => schema === "Sanction");
  expect(sanctions.map(({ properties }) => properties)).toMatchObject([
    { authorityId: ["1"], program: ["DPRK3"], listingDate: ["2018-09-13"] },
    { authorityId: ["2"], program: ["DPRK3"], listingDate: ["2018-09-13"] },
  ]);
  expect(content.report.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
    "line 4: unknown kind of party: 도깨비",
    "line 5: the row has no name",
    "line 6: reference 2 is used by an earlier entry",
  ]);
});

test("what a party is follows from its facts where no column says it; semicolons divide as well", async () => {
  const content = await plainCsv.read([english], CONTEXT);
  const parties = content.entities.filter(({ properties }) => properties.name !== undefined);
  expect(parties.map(({ id, schema }) => `${schema} ${id}`)).toEqual([
    "Person own-row-2",
    "Vessel own-row-3",
    "LegalEntity own-row-4",
  ]);
  expect(parties[0]).toMatchObject({
    properties: { alias: ["Pak", "Il-ho Kim"], notes: ["Shoe size: 43"] },
    edtf: { birthDate: ["1970~"] },
  });
  expect(content.report.unread).toEqual({ "column Shoe size": 1 });
});

test("columns are mapped by name where their headers don't say it", async () => {
  const content = await read("wer,wann\nKim,1970\n", { wer: "name", wann: "birthDate" });
  expect(content.entities[0]).toMatchObject({
    schema: "Person",
    properties: { name: ["Kim"], birthDate: ["1970"] },
  });
});

test("forenames and surname make a name where the table has no whole one", async () => {
  const content = await read("first name,last name\nSong Hwa,JONG\n");
  expect(content.entities[0]?.properties).toMatchObject({ name: ["Song Hwa JONG"], lastName: ["JONG"] });
});

test("a row with more cells than columns is rejected, not cut", async () => {
  const { report } = await read("name,country\nKim, Chol,KP\nPark,KP\n");
  expect(report).toMatchObject({ targets: 1, rejected: [{ where: "line 2" }] });
});

test("a table without a name column is refused with the columns found", async () => {
  await expect(read("foo,country\n1,kp\n")).rejects.toThrow(/no column is a name; found: foo, country/);
  await expect(read("foo,country\n1,kp\n")).rejects.toBeInstanceOf(Fault);
});
