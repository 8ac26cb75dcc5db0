import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Fault } from "../../../fault.ts";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent } from "../reader.ts";
import { ofacSdnXml } from "./read.ts";

const CONTEXT = { prefix: "us-ofac", authority: "Office of Foreign Assets Control", country: "us" };
const TEXT = readFileSync(new URL("fixtures/consolidated.xml", import.meta.url), "utf8");
const FILE = { name: "consolidated.xml", bytes: new TextEncoder().encode(TEXT) };

readerContract(ofacSdnXml, { files: [FILE], context: CONTEXT, rowPerTarget: true });

function read(text: string): EditionContent {
  const content = ofacSdnXml.read(
    [{ name: "consolidated.xml", bytes: new TextEncoder().encode(text) }],
    CONTEXT,
  );
  if (content instanceof Promise) throw new Error("not a promise");
  return content;
}

function entityOf(content: EditionContent, id: string) {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity;
}

test("the edition carries the publisher's own date and every element is known", () => {
  const content = read(TEXT);
  expect(content.date).toBe("2025-03-28");
  expect(Object.keys(content.report.unread).filter((label) => label.startsWith("element"))).toEqual([]);
});

test("strong, weak and former names are told apart", () => {
  expect(entityOf(read(TEXT), "us-ofac-15268").properties).toMatchObject({
    name: ["BANK OF KUNLUN CO LTD"],
    previousName: ["KARAMAY URBAN CREDIT COOPERATIVES", "KARAMAY CITY COMMERCIAL BANK CO LTD."],
    swiftBic: ["CKLBCNBJ"],
    country: ["cn"],
  });
  expect(entityOf(read(TEXT), "us-ofac-9639").properties).toMatchObject({
    name: ["HANIYA, Ismail Abdul Salah"],
    alias: ["HANIYA, Ismail", "HANIYYA, Ismaeel"],
    birthDate: ["1962"],
    birthPlace: ["Shati"],
  });
});

test("identity documents keep the publisher's number, issuer and dates", () => {
  const passport = read(TEXT).entities.find(({ schema }) => schema === "Passport");
  expect(passport?.properties).toMatchObject({ number: ["U00242309"], country: ["tr"] });
});

test("a vessel keeps its particulars, its owner and its links", () => {
  const content = read(TEXT);
  expect(entityOf(content, "us-ofac-15036")).toMatchObject({
    schema: "Vessel",
    properties: {
      imoNumber: ["9187655"],
      mmsi: ["572469210"],
      callSign: ["T2EU4"],
      flag: ["ir"],
      tonnage: ["99144"],
      grossRegisteredTonnage: ["56068"],
    },
  });
  expect(entityOf(content, "us-ofac-15268-ownership-15036").properties).toEqual({
    owner: ["us-ofac-15268"],
    asset: ["us-ofac-15036"],
    role: ["Vessel Owner"],
  });
  expect(entityOf(content, "us-ofac-15036-unknownlink-17013").properties.object).toEqual(["us-ofac-17013"]);
  expect(entityOf(content, "us-ofac-15036-unknownlink-15268").properties.object).toEqual(["us-ofac-15268"]);
});

test("a file with another number of entries than its publisher states is refused", () => {
  const entry = TEXT.slice(TEXT.indexOf("  <sdnEntry>"), TEXT.indexOf("</sdnEntry>") + "</sdnEntry>".length);
  expect(() => read(TEXT.replace(entry, ""))).toThrow(Fault);
  expect(() => read(TEXT.replace(entry, ""))).toThrow(
    /consolidated.xml: line 3, column \d+: the publisher states \d+ entries, the file holds \d+/,
  );
});

test("an element that the schema does not have is counted", () => {
  const content = read(TEXT.replace("<uid>9639</uid>", "<uid>9639</uid><euReference>1</euReference>"));
  expect(content.report.unread).toMatchObject({ "element euReference": 1 });
});
