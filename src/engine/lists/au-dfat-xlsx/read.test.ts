import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readerContract } from "../reader.contract.ts";
import { countryAtEnd, datesOf, firstListed, labelledItems, numbersIn } from "./cells.ts";
import { auDfatXlsx } from "./read.ts";

const CONTEXT = { prefix: "au-dfat", authority: "DFAT", country: "au" };
const fixture = {
  name: "regulation8_consolidated.xlsx",
  bytes: new Uint8Array(readFileSync(new URL("fixtures/dfat_2024-12.xlsx", import.meta.url))),
};

readerContract(auDfatXlsx, { files: [fixture], runs: 50 });

test("rows 2, 2a and 34c1 join the party of their number; original scripts and several dates are kept", async () => {
  const content = await auDfatXlsx.read([fixture], CONTEXT);
  expect(content.report).toMatchObject({ rejected: [] });
  const find = (id: string): unknown => content.entities.find((entity) => entity.id === id);
  expect(find("au-dfat-2")).toMatchObject({
    schema: "Person",
    properties: {
      name: ["MOHAMMAD HASSAN AKHUND"],
      alias: ["محمد حسن أخوند"],
      birthDate: ["1955", "1958", "1945", "1950"],
      nationality: ["af"],
      title: ["Mullah", "Haji"],
    },
    edtf: { birthDate: ["1955~/1958~", "1945~/1950~"] },
  });
  expect(find("au-dfat-2-sanction-1")).toMatchObject({
    properties: { program: ["1988 (Taliban)"], listingDate: ["2001-01-25"], modifiedAt: ["2014-12-15"] },
  });
  const korean = content.entities.filter((entity) => entity.properties.programId?.includes("AU-DPRK"));
  expect(korean.length).toBeGreaterThan(0);
});

test.each([
  ["a) 1961; b) circa 1960", ["1961", "circa 1960"]],
  ["12/05/1965; 1/1/1966", ["12/05/1965", "1/1/1966"]],
  ["a) 12/05/1965;                     b) 13/05/1965", ["12/05/1965", "13/05/1965"]],
  ["1 Jan 1970 >> 2 Jan 1970", ["1 Jan 1970", "2 Jan 1970"]],
  ["1958 or 1959", ["1958", "1959"]],
  ["Between 1955 and 1958", ["Between 1955 and 1958"]],
  ["NA", []],
])("the dates of %s", (cell, dates) => {
  expect(datesOf(cell)).toEqual(dates);
});

test.each([
  ["Listed by UN 1267 Committee on 25 January 2001 (amended on 20 December 2005)", "25 January 2001"],
  ["Listed on: 7 Jun. 2018 (amended on 17 Sep. 2018)", "7 Jun. 2018"],
  ["First listed on 20 Feb. 2024", "20 Feb. 2024"],
  ["Relisted on 12 January 2024", null],
  ["Instrument of first designation: Autonomous Sanctions (Amendment (No. 2)) Instrument 2023", null],
])("the day of listing in %s", (text, day) => {
  expect(firstListed(text)).toBe(day);
});

test("places end in their country, titles and numbers stand under their labels", () => {
  expect(countryAtEnd("Pashmul village, Kandahar Province, Afghanistan ")).toBe("af");
  expect(countryAtEnd("Homs")).toBeNull();
  expect(labelledItems("Title: a) Mullah b) Haji. Designation: Governor.", "Title")).toEqual([
    "Mullah",
    "Haji",
  ]);
  expect(
    numbersIn("Head. Passport no.: a) Kuwaiti passport number 001714467 b) 101505554. Review 1822 (2008)."),
  ).toMatchObject({
    passports: [{ number: "001714467" }, { number: "101505554" }],
  });
  expect(numbersIn("Company Identification No.1097746649681 (Russia)").registrations).toEqual([
    "1097746649681",
  ]);
});
