import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Fault } from "../../../fault.ts";
import type { Entity } from "../../entity/entity.ts";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent, SourceFile } from "../reader.ts";
import { readNumber } from "./documents.ts";
import { readAlias } from "./names.ts";
import { unXml } from "./read.ts";

const CONTEXT = { prefix: "un-sc", authority: "United Nations Security Council", country: "un" };

function fixture(name: string): SourceFile {
  return { name, bytes: new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))) };
}

const NEWEST = fixture("un_2026-02-27_cut.xml");

readerContract(unXml, { files: [fixture("un_2018-10-29_cut.xml")], rowPerTarget: true });
readerContract(unXml, { files: [NEWEST], rowPerTarget: true, runs: 40 });

async function read(file: SourceFile = NEWEST): Promise<EditionContent> {
  return unXml.read([file], CONTEXT);
}

function find(content: EditionContent, id: string): Entity {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity;
}

test("real entries are read whole, with nothing unknown left", async () => {
  const content = await read();
  expect(content.date).toBe("2026-02-27");
  expect(content.report).toMatchObject({ rejected: [], unread: {} });
  expect(content.report.targets).toBe(content.report.rows);
});

test("a North Korean name keeps its order and its family name", async () => {
  const content = await read();
  expect(find(content, "un-sc-KPi.033").properties).toMatchObject({
    name: ["RI WON HO"],
    lastName: ["RI"],
    firstName: ["WON HO"],
    birthDate: ["1964-07-17"],
    nationality: ["kp"],
    passportNumber: ["381310014"],
    topics: ["sanction"],
  });
  expect(find(content, "un-sc-KPi.033-sanction-1").properties).toMatchObject({
    program: ["DPRK"],
    programId: ["UN-SC1718"],
    unscId: ["KPi.033"],
    listingDate: ["2016-11-30"],
  });
});

test("the older edition of 2018 gives the same listing the same id", async () => {
  const old = await read(fixture("un_2018-10-29_cut.xml"));
  expect(old.date).toBe("2018-10-29");
  expect(find(old, "un-sc-KPi.033").properties).toMatchObject({ name: ["RI WON HO"], lastName: ["RI"] });
});

test("low-quality aliases are weak, f.k.a. names former, original scripts and acronyms kept", async () => {
  const content = await read();
  expect(find(content, "un-sc-CDi.003").properties.weakAlias).toContain("Rumuli");
  expect(find(content, "un-sc-CDe.003").properties).toMatchObject({
    name: ["COMPAGNIE AERIENNE DES GRANDS LACS (CAGL)"],
  });
  expect(find(content, "un-sc-CDe.003").properties.alias).toContain("GREAT LAKES BUSINESS COMPANY");
  expect(find(content, "un-sc-CDe.003").properties.weakAlias).toContain("CAGL");
  expect(find(content, "un-sc-QDi.015").properties.alias).toContain("محفوظ ولد الوليد");
  expect(find(content, "un-sc-TAi.019").properties.previousName).toEqual(["Nik Mohammad"]);
});

test("approximate years and spans stay what they are", async () => {
  const content = await read();
  expect(find(content, "un-sc-TAi.019")).toMatchObject({
    properties: { birthDate: ["1957"] },
    edtf: { birthDate: ["1957~"] },
  });
});

test("relations stated by reference, or by the exact name of a listed party, become edges", async () => {
  const content = await read();
  expect(find(content, "un-sc-KPe.002-ownership-KPe.019").properties).toMatchObject({
    owner: ["un-sc-KPe.002"],
    asset: ["un-sc-KPe.019"],
    role: ["parent company"],
  });
  expect(find(content, "un-sc-TAi.144-family-TAi.040").properties).toMatchObject({
    relationship: ["Son of"],
  });
  expect(find(content, "un-sc-QDe.137-unknownlink-QDe.115").properties.object).toEqual(["un-sc-QDe.115"]);
  const link = find(content, "un-sc-KPe.005-unknownlink-KPe.003").properties;
  expect(link.role?.[0]).toMatch(/^Owned or controlled by, or acts or purports to act/u);
});

test("a bank's SWIFT code and a shipping company's IMO number stand in its comment alone", async () => {
  const content = await read();
  expect(find(content, "un-sc-KPe.023").properties.swiftBic).toEqual(["DCBKKPPY"]);
  expect(find(content, "un-sc-KPe.058").properties.imoNumber).toEqual(["5787684"]);
});

test("a download that lost every character's high byte is refused with its reason", async () => {
  const damaged = read(fixture("un_2025-08-16_damaged_cut.xml"));
  await expect(damaged).rejects.toBeInstanceOf(Fault);
  await expect(damaged).rejects.toThrow(/lost their high byte/u);
});

test("a second entry under the same reference is kept as rejected", async () => {
  const text = new TextDecoder().decode(NEWEST.bytes).replace("KPi.010", "KPi.001");
  const { report } = await read({ name: "twice.xml", bytes: new TextEncoder().encode(text) });
  expect(report.rejected.map(({ reason }) => reason)).toEqual([
    "reference KPi.001 is used by an earlier entry",
  ]);
});

test.each([
  ["Good", "Azim Adhajani; Azim Agha-Jani", "", ["alias Azim Adhajani", "alias Azim Agha-Jani"]],
  ["Low", "El Harrachi (الحراشي)", "", ["weakAlias El Harrachi", "weakAlias الحراشي"]],
  ["a.k.a.", "Al-Qaida in Egypt (AQE)", "", ["alias Al-Qaida in Egypt", "weakAlias AQE"]],
  ["f.k.a.", "Some Group", "", ["previousName Some Group"]],
  ["Good", "Mukhlis Yunos", "previously listed as", ["previousName Mukhlis Yunos"]],
  ["Good", "Ezatullah Haqqani (previously listed as)", "", ["previousName Ezatullah Haqqani"]],
  ["Low", "Sever", "original script: Север", ["weakAlias Sever", "alias Север"]],
  [
    "Good",
    "حسن غول (Hassan Ghul; Hassan Gul)",
    "",
    ["alias حسن غول", "alias Hassan Ghul", "alias Hassan Gul"],
  ],
  ["Good", ") Abdelrahman Mouhamad Juhan", "", ["alias Abdelrahman Mouhamad Juhan"]],
  ["Low", "Romeo", "Call sign", ["weakAlias Romeo"]],
])("the %s alias %s with note '%s'", (quality, name, note, expected) => {
  const { names } = readAlias({ quality, name, note });
  expect(names.map((read) => `${read.property} ${read.name}`)).toEqual(expected);
});

test.each([
  ["CAR diplomatic passport no. D00004262", "D00004262"],
  ["Afghan national identification card (tazkira) number 4414", "4414"],
  ["R00012098, South Sudan", "R00012098"],
  ["381110042 (Expired 25 Jan. 2016)", "381110042"],
  ["Tunisian passport number L 191609 issued on 28 Feb. 1996", "L 191609"],
  ["A 10472263", "A 10472263"],
  ["35202- 4135948-7", "35202- 4135948-7"],
  ["Libya B/002210", "B/002210"],
])("the number in %s", (text, number) => {
  expect(readNumber(text).number).toBe(number);
});
