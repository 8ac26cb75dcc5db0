import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Entity } from "../../entity/entity.ts";
import { valuesOf } from "../../entity/entity.ts";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent } from "../reader.ts";
import { readDocumentNote, readRegistrations, splitDocuments } from "./document.ts";
import { ukSanctionsXml } from "./read.ts";

const CONTEXT = { prefix: "gb-uksl", authority: "FCDO", country: "gb" };
const fixture = {
  name: "UK_Sanctions_List.xml",
  bytes: new Uint8Array(readFileSync(new URL("fixtures/layout_2026-09-02.xml", import.meta.url))),
};

readerContract(ukSanctionsXml, { files: [fixture], rowPerTarget: true });

async function read(xml: string): Promise<EditionContent> {
  return ukSanctionsXml.read([{ name: "list.xml", bytes: new TextEncoder().encode(xml) }], CONTEXT);
}

function find(content: EditionContent, id: string): Entity {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity;
}

test("the layout sample is read whole: the list's date, partial dates, ship and its operator", async () => {
  const content = await ukSanctionsXml.read([fixture], CONTEXT);
  expect(content.date).toBe("2026-09-02");
  expect(content.report).toMatchObject({ rows: 3, targets: 3, rejected: [], unread: {} });
  expect(find(content, "gb-uksl-AFG0006").properties).toMatchObject({
    name: ["MOHAMMAD HASSAN AKHUND"],
    lastName: ["AKHUND"],
    birthDate: ["1945", "1946"],
    country: ["af"],
    topics: ["sanction"],
  });
  expect(find(content, "gb-uksl-AFG0006-sanction-1").properties).toMatchObject({
    authorityId: ["AFG0006"],
    unscId: ["TAi.002"],
    provisions: ["Asset freeze", "Travel Ban"],
    listingDate: ["2001-01-25"],
  });
  expect(find(content, "gb-uksl-DPR0075").properties).toMatchObject({
    imoNumber: ["9562233"],
    flag: ["km"],
    pastFlags: ["in"],
    type: ["Bulk Carrier"],
    tonnage: ["7078"],
    buildDate: ["2011"],
  });
  const operator = content.entities.find(({ schema }) => schema === "UnknownLink");
  expect(operator?.properties).toMatchObject({
    object: ["gb-uksl-DPR0075"],
    role: ["Current owner or operator"],
  });
});

const ENTRIES = `<?xml version="1.0" encoding="utf-8"?><Designations><DateGenerated>01/10/2026</DateGenerated>
<Designation><UniqueID>DPR9001</UniqueID><DateDesignated>02/12/2016</DateDesignated>
 <Names><Name><Name1>Il</Name1><Name2>Ho</Name2><Name6>PAK</Name6><NameType>Primary Name</NameType></Name>
  <Name><Name6>Comrade Pak</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name></Names>
 <NonLatinNames><NonLatinName><NameNonLatinScript>박일호</NameNonLatinScript></NonLatinName></NonLatinNames>
 <RegimeName>The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019</RegimeName>
 <IndividualEntityShip>Individual</IndividualEntityShip><NewElement>something new</NewElement>
 <IndividualDetails><Individual><DOBs><DOB>dd/mm/1965</DOB></DOBs>
  <PassportDetails><Passport><PassportNumber>836210029</PassportNumber>
   <PassportAdditionalInformation>North Korea diplomatic passport. Issued on 5 April 2013, expires 4 April 2018</PassportAdditionalInformation></Passport></PassportDetails>
  <BirthDetails><Location><TownOfBirth>Pyongyang</TownOfBirth><CountryOfBirth>North Korea</CountryOfBirth></Location></BirthDetails>
 </Individual></IndividualDetails></Designation>
<Designation><UniqueID>DPR9002</UniqueID><Names><Name><Name6>Some Trading</Name6><NameType>Primary Name</NameType></Name></Names>
 <IndividualEntityShip>Entity</IndividualEntityShip>
 <EntityDetails><Entity><ParentCompanies><ParentCompany>SOME HOLDING</ParentCompany></ParentCompanies>
  <BusinessRegistrationNumbers><BusinessRegistrationNumber>INN: 7707083893 OGRN: 1027700132195</BusinessRegistrationNumber></BusinessRegistrationNumbers>
 </Entity></EntityDetails></Designation>
<Designation><UniqueID>DPR9003</UniqueID><Names><Name><Name6>Some Holding</Name6><NameType>Primary Name</NameType></Name></Names>
 <IndividualEntityShip>Entity</IndividualEntityShip></Designation>
<Designation><UniqueID>DPR9003</UniqueID><Names><Name><Name6>Twice</Name6></Name></Names><IndividualEntityShip>Entity</IndividualEntityShip></Designation>
<Designation><UniqueID>DPR9004</UniqueID><Names><Name><Name6>What</Name6></Name></Names><IndividualEntityShip>Aircraft</IndividualEntityShip></Designation>
<Designation><UniqueID>DPR9005</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip></Designation>
</Designations>`;

test("low-quality names are weak, original scripts are kept, documents carry issuer and dates", async () => {
  const content = await read(ENTRIES);
  expect(find(content, "gb-uksl-DPR9001").properties).toMatchObject({
    name: ["Il Ho PAK"],
    weakAlias: ["Comrade Pak"],
    alias: ["박일호"],
    birthDate: ["1965"],
    birthPlace: ["Pyongyang, North Korea"],
    birthCountry: ["kp"],
    passportNumber: ["836210029"],
  });
  expect(content.entities.find(({ schema }) => schema === "Passport")?.properties).toMatchObject({
    country: ["kp"],
    startDate: ["2013-04-05"],
    endDate: ["2018-04-04"],
  });
  expect(find(content, "gb-uksl-DPR9001-sanction-1").properties.programId).toEqual(["GB-DPRK"]);
});

test("a parent that is listed itself is linked to its own listing", async () => {
  const content = await read(ENTRIES);
  const ownership = content.entities.find(({ schema }) => schema === "Ownership");
  expect(ownership?.properties).toMatchObject({ owner: ["gb-uksl-DPR9003"], asset: ["gb-uksl-DPR9002"] });
  const company = find(content, "gb-uksl-DPR9002");
  expect(valuesOf(company, "innCode")).toEqual(["7707083893"]);
  expect(valuesOf(company, "ogrnCode")).toEqual(["1027700132195"]);
});

test("what the reader does not know is counted or rejected with its reason", async () => {
  const { report } = await read(ENTRIES);
  expect(report.unread).toMatchObject({ NewElement: 1 });
  expect(report.rejected.map(({ reason }) => reason)).toEqual([
    "reference DPR9003 is used by an earlier entry",
    "unknown kind of designation: Aircraft",
    "the row has no name",
  ]);
});

test.each([
  ["Afghan number 123 issued on 23 Oct. 2021, expires on 23 Oct. 2026", "23 Oct. 2021", "23 Oct. 2026"],
  ["Issue date: 27/04/1999, expiry date: 26/04/2004", "27/04/1999", "26/04/2004"],
  ["(Expiration date 12/02/2020)", null, "12/02/2020"],
  ["Ration card number", null, null],
])("the dates in %s", (text, issued, expires) => {
  expect(readDocumentNote(text)).toMatchObject({ issued, expires });
});

test.each([
  ["Qatari passport number expired on 27 Apr. 2014", "qa"],
  ["Cambodia", "kh"],
  ["Yemeni national identification number. Issued on 03/07/1996.", "ye"],
  ["P229856 (Tunisian). Issued on 1 Nov 2002", "tn"],
  ["Ration card number", null],
])("the issuer in %s", (text, country) => {
  expect(readDocumentNote(text).country).toBe(country);
});

test.each([
  ["456682. Issued 6 Nov 1990, expired 13 Sept 1995", ["456682"]],
  ["Qatari passport no.00868774. expired:27.4.2014", ["00868774"]],
  ["Passport No: 592667 (Qatari passport issued on 3 May 2007).", ["592667"]],
  ["X4662433 (place of issue: Switzerland)", ["X4662433"]],
  ["SE 012820 (Afghan). Issued on 4 Nov 2000", ["SE 012820"]],
  ["(1) 101423404 (2) 2541451 (Kuwaiti). Expires on 16 Feb 2017", ["101423404", "2541451"]],
])("the numbers in %s", (text, numbers) => {
  expect(splitDocuments(text).map(({ number }) => number)).toEqual(numbers);
});

test.each([
  ["INN: 7719898900 OGRN: 5147746464234", ["innCode", "ogrnCode"]],
  ["TIN: 7706812159", ["innCode"]],
  ["Kazakhstan BIN - 170440031562", ["registrationNumber"]],
  ["KPP: 668501001", ["kppCode"]],
  ["1037804006811 (Russia)", ["ogrnCode"]],
  ["CR No. 1350711", ["registrationNumber"]],
  ["none known", ["registrationNumber"]],
])("the registrations in %s", (text, properties) => {
  expect(readRegistrations(text).map(({ property }) => property)).toEqual(properties);
});
