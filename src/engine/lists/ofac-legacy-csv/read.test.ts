import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Fault } from "../../../fault.ts";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent, SourceFile } from "../reader.ts";
import { ofacLegacyCsv } from "./read.ts";

const CONTEXT = { prefix: "us-ofac", authority: "Office of Foreign Assets Control", country: "us" };

function fixture(name: string): SourceFile {
  return { name, bytes: new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))) };
}

const SDN = fixture("sdn.csv");
const FILES = [SDN, fixture("alt.csv"), fixture("add.csv"), fixture("sdn_comments.csv")];

readerContract(ofacLegacyCsv, { files: FILES, context: CONTEXT, runs: 150 });

async function edition(): Promise<EditionContent> {
  return ofacLegacyCsv.read(FILES, CONTEXT);
}

function entityOf(content: EditionContent, id: string) {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity;
}

function row(remarks: string, name = "X"): SourceFile {
  const nulls = Array.from({ length: 7 }, () => "-0- ").join(",");
  return {
    name: "sdn.csv",
    bytes: new TextEncoder().encode(
      `1,"${name}","individual","DPRK",${nulls},"${remarks}"\r\n2,"LAZARUS GROUP",-0- ,"DPRK3",${nulls},-0- \r\n`,
    ),
  };
}

async function remarks(text: string, name?: string) {
  const content = await ofacLegacyCsv.read([row(text, name)], CONTEXT);
  const attached = content.entities.filter(
    ({ id }) => id.startsWith("us-ofac-1-") && !id.includes("sanction"),
  );
  return { person: entityOf(content, "us-ofac-1"), attached, content };
}

test("the designation of 13 September 2018 comes out with every fact that the files state", async () => {
  const content = await edition();
  expect(entityOf(content, "us-ofac-24977").properties).toMatchObject({
    name: ["YANBIAN SILVERSTAR NETWORK TECHNOLOGY CO., LTD."],
    alias: expect.arrayContaining(["CHINA SILVER STAR INTERNET TECHNOLOGY COMPANY", "SILVER STAR CHINA"]),
    uscCode: ["91222401MA0Y31E659"],
    country: ["cn"],
  });
  expect(entityOf(content, "us-ofac-24977-sanction-1").properties).toMatchObject({
    program: ["DPRK3", "DPRK4"],
    authorityId: ["24977"],
    provisions: [
      "Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210",
      "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions: North Korea Sanctions Regulations section 510.214",
    ],
  });
  expect(entityOf(content, "us-ofac-24977-addr-45353").properties).toEqual({
    full: ["Chang Bai Shan Dong Lu, 20998B-26Hao, Yanji, Jilin 133000, China"],
    street: ["Chang Bai Shan Dong Lu, 20998B-26Hao"],
    city: ["Yanji"],
    region: ["Jilin"],
    postalCode: ["133000"],
    country: ["cn"],
  });
  expect(entityOf(content, "us-ofac-24979").properties).toMatchObject({
    name: ["JONG, Song Hwa"],
    lastName: ["JONG"],
    firstName: ["Song Hwa"],
    birthDate: ["1970-02-05"],
    nationality: ["kp"],
    gender: ["male"],
    passportNumber: ["927220230"],
  });
  expect(entityOf(content, "us-ofac-24979-id-927220230")).toEqual({
    id: "us-ofac-24979-id-927220230",
    schema: "Passport",
    properties: {
      holder: ["us-ofac-24979"],
      type: ["Passport"],
      number: ["927220230"],
      passportNumber: ["927220230"],
      country: ["kp"],
      startDate: ["2017-05-11"],
      endDate: ["2022-05-11"],
    },
  });
});

test("remarks that were cut within a word go on in the comments file", async () => {
  const tian = entityOf(await edition(), "us-ofac-28264");
  expect(tian.properties).toMatchObject({
    phone: expect.arrayContaining(["8613314257947", "8618004121000"]),
    weakAlias: ["blackjack1987", "khaleesi"],
    idNumber: ["210302198701102136"],
  });
  const without = await ofacLegacyCsv.read([SDN], CONTEXT);
  expect(entityOf(without, "us-ofac-28264").properties.phone).toBeUndefined();
  expect(without.report.unread).toMatchObject({
    "remarks cut off at 1000 characters, without their continuation": 3,
  });
});

test("a party linked by name becomes an edge, and wallets name their holder", async () => {
  const content = await edition();
  const lazarus = content.entities.find(({ properties }) => properties.name?.[0] === "LAZARUS GROUP");
  expect(
    entityOf(content, `us-ofac-28264-unknownlink-${lazarus?.id.replace("us-ofac-", "")}`).properties,
  ).toEqual({
    subject: ["us-ofac-28264"],
    object: [lazarus?.id],
    role: ["Linked To"],
  });
  const wallet = content.entities.find(({ schema }) => schema === "CryptoWallet");
  expect(wallet?.properties).toMatchObject({
    holder: [expect.stringMatching(/^us-ofac-/)],
    currency: ["XBT"],
  });
});

test("vessels and aircraft keep their particulars", async () => {
  const content = await edition();
  expect(entityOf(content, "us-ofac-15036")).toMatchObject({
    schema: "Vessel",
    properties: {
      callSign: ["T2EU4"],
      type: ["Crude/Oil Products Tanker"],
      tonnage: ["99144"],
      grossRegisteredTonnage: ["56068"],
      flag: ["ir"],
      pastFlags: ["mt", "tv", "tz"],
    },
  });
  expect(entityOf(content, "us-ofac-4243").properties).toMatchObject({
    imoNumber: ["7406784"],
    previousName: ["ANA I", "SAND SWAN"],
  });
  expect(entityOf(content, "us-ofac-47176")).toMatchObject({
    schema: "Airplane",
    properties: {
      model: ["AN-124"],
      registrationNumber: ["RF-82011"],
      serialNumber: ["9773054616023"],
      icaoCode: ["15405B"],
      buildDate: ["1986-12-31"],
    },
  });
});

test("dates that are approximate or a range stay so", async () => {
  const content = await edition();
  expect(entityOf(content, "us-ofac-7782")).toMatchObject({
    properties: { birthDate: ["1951"], birthPlace: ["Foca, Bosnia-Herzegovina"], birthCountry: ["ba"] },
    edtf: { birthDate: ["1951~"] },
  });
  expect(entityOf(content, "us-ofac-16912").edtf).toEqual({ birthDate: ["1957/1959"] });
});

test("documents keep issuer, place and dates, whatever their label", async () => {
  const { person, attached } = await remarks(
    "Diplomatic Passport 836110034 (Korea, North) expires 01 Jan 2020; alt. Passport 1 issued 21 Jun 1992 in Amman, Jordan; Tax ID No. 7707083893 (Russia); Kenyan ID No. 12773667; File Number 7136946 (Delaware) (United States); Wizard Licence Number 77 (Iran).",
  );
  expect(person.properties).toMatchObject({
    passportNumber: ["836110034", "1"],
    innCode: ["7707083893"],
    idNumber: ["12773667", "77"],
    registrationNumber: ["7136946"],
  });
  expect(
    attached.map(({ schema, properties }) => [
      schema,
      properties.type?.[0],
      properties.country,
      properties.authority,
    ]),
  ).toEqual([
    ["Passport", "Diplomatic Passport", ["kp"], undefined],
    ["Passport", "Passport", undefined, ["Amman, Jordan"]],
    ["Identification", "Tax ID No.", ["ru"], undefined],
    ["Identification", "Kenyan ID No.", undefined, undefined],
    ["Identification", "File Number", ["us"], ["Delaware"]],
    ["Identification", "Wizard Licence Number", ["ir"], undefined],
  ]);
});

test("what is not understood is counted by its label and kept", async () => {
  const { person, content } = await remarks(
    "Wizard Licence Number 77; DOB spring 1970; citizen Atlantis; Linked To: NOBODY; Haji.",
  );
  expect(content.report.unread).toEqual({
    "label Wizard Licence Number": 1,
    "date spring 9999": 1,
    "country Atlantis": 1,
    "linked name not in this edition": 1,
  });
  expect(person.properties.notes).toEqual([
    "birthDate: spring 1970",
    "citizenship: Atlantis",
    "Haji",
    "Linked To: NOBODY",
  ]);
});

test("a name that ends in a full stop keeps it, and only the remark's own is dropped", async () => {
  const { attached } = await remarks("Linked To: LAZARUS GROUP.", "KIM, Il");
  expect(attached.map(({ properties }) => properties.object)).toEqual([["us-ofac-2"]]);
  const { person } = await remarks("a.k.a. 'K.I.'; Korea Ryonbong General Corporation Official.");
  expect(person.properties).toMatchObject({
    weakAlias: ["K.I."],
    position: ["Korea Ryonbong General Corporation Official"],
  });
});

test("names and addresses of entries newer than the file of parties are rejected, not lost", async () => {
  const { report } = await edition();
  expect(report.rejected.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
    ...Array(2).fill("alt.csv: its entry is not in the file of parties"),
    ...Array(2).fill("add.csv: its entry is not in the file of parties"),
  ]);
  // The fixture holds a part of the list: six linked parties and two continuations are outside it.
  expect(report.unread).toEqual({
    "linked name not in this edition": 6,
    "remarks cut off at 1000 characters, without their continuation": 2,
  });
});

test("a duplicate entry, a foreign row and a missing file are named", async () => {
  const twice = { name: "sdn.csv", bytes: new Uint8Array([...row("-0- ").bytes, ...row("-0- ").bytes]) };
  const { report } = await ofacLegacyCsv.read([twice], CONTEXT);
  expect(report.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
    "line 3: reference 1 is used by an earlier entry",
    "line 4: reference 2 is used by an earlier entry",
  ]);
  expect(report.rows).toBe(report.targets + report.rejected.length);
  expect(() => ofacLegacyCsv.read([fixture("alt.csv")], CONTEXT)).toThrow(Fault);
  expect(() => ofacLegacyCsv.read([fixture("alt.csv")], CONTEXT)).toThrow(
    /alt.csv: line 1: the file of parties \(12 columns\) is missing/,
  );
});
