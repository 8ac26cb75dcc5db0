import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent } from "../reader.ts";
import { ofacEnhancedXml } from "./read.ts";

const CONTEXT = { prefix: "us-ofac", authority: "Office of Foreign Assets Control", country: "us" };
const TEXT = readFileSync(new URL("fixtures/enhanced.xml", import.meta.url), "utf8");

readerContract(ofacEnhancedXml, {
  files: [{ name: "enhanced.xml", bytes: new TextEncoder().encode(TEXT) }],
  context: CONTEXT,
  rowPerTarget: true,
});

function read(text = TEXT): EditionContent {
  const files = [{ name: "enhanced.xml", bytes: new TextEncoder().encode(text) }];
  const content = ofacEnhancedXml.read(files, CONTEXT);
  if (content instanceof Promise) throw new Error("not a promise");
  return content;
}

function entityOf(id: string, content = read()) {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity;
}

test("the edition has the publisher's date, says that it is an extract, and knows every element", () => {
  const { date, report } = read();
  expect(date).toBe("2024-08-28");
  expect(report.notes).toEqual(["An extract that the publisher made of the programmes IRGC."]);
  expect(Object.keys(report.unread).filter((label) => !label.startsWith("related party"))).toEqual([]);
});

test("typed relations become edges in the direction of their words", () => {
  expect(entityOf("us-ofac-26526-representation-12478").properties).toEqual({
    agent: ["us-ofac-26526"],
    client: ["us-ofac-12478"],
    role: ["Acting for or on behalf of"],
  });
  expect(entityOf("us-ofac-12478-ownership-26527").properties).toEqual({
    owner: ["us-ofac-12478"],
    asset: ["us-ofac-26527"],
    role: ["Owned or Controlled By"],
  });
  expect(entityOf("us-ofac-27255-directorship-10465").properties).toMatchObject({
    director: ["us-ofac-27255"],
    organization: ["us-ofac-10465"],
  });
});

test("the designation keeps its list, programmes, legal authority, kind and day", () => {
  expect(entityOf("us-ofac-26719-sanction-1").properties).toMatchObject({
    program: ["FTO", "IRGC"],
    reason: ["INA"],
    summary: ["SDN List"],
    listingDate: ["2019-04-15"],
    provisions: ["Block", "Additional Sanctions Information - Subject to Secondary Sanctions"],
  });
});

test("a birth year that the publisher writes as a span of days stays a year, and circa stays circa", () => {
  expect(entityOf("us-ofac-26526").properties.birthDate).toEqual(["1972"]);
  const about = read().entities.find(({ edtf }) => edtf?.birthDate?.[0]?.endsWith("~"));
  expect(about?.edtf?.birthDate?.[0]).toMatch(/^19\d\d~$/);
});

test("names in other scripts are kept beside the Latin ones", () => {
  const names = read().entities.flatMap(({ properties }) => [
    ...(properties.name ?? []),
    ...(properties.alias ?? []),
  ]);
  expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true);
});

test("a low-quality alias is weak, and a feature marked as false is no fact", () => {
  const weak = read(
    TEXT.replace(/(<aliasType refId="1400">A\.K\.A\.<\/aliasType>\s*<isLowQuality>)false/, "$1true"),
  );
  expect(entityOf("us-ofac-26719", weak).properties).toMatchObject({
    weakAlias: ["ISLAMIC REVOLUTION GUARDS CORPS GROUND FORCE"],
  });
  const disproved = read(
    TEXT.replace(
      "<value>Qomshaneh, Hamadan Province, Iran</value>",
      '<value>Qomshaneh, Hamadan Province, Iran</value><reliability refId="1561">False</reliability>',
    ),
  );
  const person = entityOf("us-ofac-26526", disproved);
  expect(person.properties.birthPlace).toBeUndefined();
  expect(person.properties.notes).toEqual([
    "stated to be false: Place of Birth Qomshaneh, Hamadan Province, Iran",
  ]);
});

test("a relation to a party outside the edition is counted and kept", () => {
  const content = read(TEXT.replaceAll('<entity id="12478">', '<entity id="99912478">'));
  expect(content.report.unread["related party not in this edition"]).toBeGreaterThan(0);
  expect(entityOf("us-ofac-26526", content).properties.notes).toEqual([
    "Acting for or on behalf of: ANSAR BANK (us-ofac-12478)",
  ]);
});
