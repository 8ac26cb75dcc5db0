import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent } from "../reader.ts";
import { ofacAdvancedXml } from "./read.ts";

const CONTEXT = { prefix: "us-ofac", authority: "Office of Foreign Assets Control", country: "us" };
const TEXT = readFileSync(new URL("fixtures/sdn_advanced.xml", import.meta.url), "utf8");

readerContract(ofacAdvancedXml, {
  files: [{ name: "sdn_advanced.xml", bytes: new TextEncoder().encode(TEXT) }],
  context: CONTEXT,
  runs: 150,
});

function read(text = TEXT): EditionContent {
  const files = [{ name: "sdn_advanced.xml", bytes: new TextEncoder().encode(text) }];
  const content = ofacAdvancedXml.read(files, CONTEXT);
  if (content instanceof Promise) throw new Error("not a promise");
  return content;
}

function entityOf(id: string, content = read()) {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity;
}

function reasons(content: EditionContent): readonly string[] {
  return content.report.rejected.map(({ where, reason }) => `${where.replace(/\d+/g, "N")}: ${reason}`);
}

test("the report says that the reader rests on a layout sample, and nothing of the sample is unread", () => {
  const { date, report } = read();
  expect(date).toBe("2024-03-06");
  expect(report).toMatchObject({ basis: "layout-sample", rows: 19, targets: 6, rejected: [], unread: {} });
  expect(report.notes[0]).toMatch(/no whole file of this format was at hand/);
});

test("names come in every script, and low-quality aliases are weak", () => {
  expect(entityOf("us-ofac-24977").properties).toMatchObject({
    name: ["Yanbian Silverstar Network Technology Co., Ltd.", "延边银星网络科技有限公司"],
    alias: ["China Silver Star Internet Technology Company"],
    previousName: ["Unsong Internet Technology Corporation"],
  });
  expect(entityOf("us-ofac-24979").properties).toMatchObject({
    name: ["Jong, Song Hwa", "정성화"],
    lastName: ["Jong"],
    firstName: ["Song Hwa"],
    position: ["Chief Executive Officer of Yanbian Silverstar"],
  });
  expect(entityOf("us-ofac-25057").properties.weakAlias).toEqual(["Emad Mohammad"]);
});

test("locations, documents and entries are joined by their ids", () => {
  expect(entityOf("us-ofac-24977-addr-37796").properties).toMatchObject({
    street: ["20998B-26 Changbaishan East Road"],
    city: ["Yanji"],
    state: ["Jilin"],
    country: ["cn"],
  });
  const passport = read().entities.find(({ properties }) => properties.passportNumber?.[0] === "927220230");
  expect(passport?.properties).toMatchObject({
    birthDate: ["1970-02-05"],
    nationality: ["kp"],
    gender: ["male"],
  });
  expect(entityOf("us-ofac-24979-id-2").properties).toMatchObject({
    startDate: ["2017-05-11"],
    endDate: ["2022-05-11"],
    country: ["kp"],
  });
  expect(entityOf("us-ofac-24979-sanction-24979").properties).toMatchObject({
    program: ["DPRK4"],
    listingDate: ["2018-09-13"],
    reason: ["Executive Order 13722 (North Korea)"],
    summary: ["SDN List"],
    provisions: ["Block"],
  });
  expect(entityOf("us-ofac-25057").properties.notes).toEqual([
    "stated to be false: Birthdate circa 1980 to 1982",
    "Passport G7843: Fraudulent",
  ]);
});

test("relations become edges in the direction of their words", () => {
  expect(entityOf("us-ofac-24979-directorship-24977").properties.director).toEqual(["us-ofac-24979"]);
  expect(entityOf("us-ofac-24977-ownership-24978").properties).toMatchObject({
    owner: ["us-ofac-24977"],
    asset: ["us-ofac-24978"],
  });
  expect(entityOf("us-ofac-24979-representation-24978").properties.summary).toEqual(["former"]);
});

test("an unknown reference is a rejection of what it stands on, and never of the whole party", () => {
  const feature = read(TEXT.replace('<FeatureType ID="10" ', '<FeatureType ID="99910" '));
  expect(reasons(feature)).toEqual([
    "line N, column N: FeatureType 10 is referred to but not in the file",
    "line N, column N: FeatureType 10 is referred to but not in the file",
  ]);
  expect(feature.report.targets).toBe(6);
  const relation = read(TEXT.replace('<RelationType ID="15003" ', '<RelationType ID="5" '));
  expect(new Set(reasons(relation))).toEqual(
    new Set(["line N, column N: RelationType 15003 is referred to but not in the file"]),
  );
  const location = read(TEXT.replace('<Location ID="37798">', '<Location ID="1">'));
  expect(reasons(location)).toEqual(["line N, column N: Location 37798 is referred to but not in the file"]);
});

test("a party without a sanctions entry is rejected with what refers to it", () => {
  const content = read(TEXT.replace('ProfileID="24978" ListID', 'ProfileID="7" ListID'));
  expect(reasons(content)).toEqual([
    "line N, column N: profile 24978 has no sanctions entry",
    "line N, column N: its profile is not among the parties",
    "line N, column N: profile 24978 of the relation is not among the parties",
    "line N, column N: profile 24978 of the relation is not among the parties",
  ]);
});

test("a file of changes is refused", () => {
  expect(() => read(TEXT.replace('Version="1"', 'Version="2" DeltaBaseVersion="1"'))).toThrow(
    /holds the changes since another version, not the whole list/,
  );
});
