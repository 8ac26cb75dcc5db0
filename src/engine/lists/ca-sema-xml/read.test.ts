import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Entity, valuesOf } from "../../entity/entity.ts";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent, SourceFile } from "../reader.ts";
import { readAliases, readEntityName, readPersonName } from "./names.ts";
import { caSemaXml } from "./read.ts";

const CONTEXT = { prefix: "ca-sema", authority: "Global Affairs Canada", country: "ca" };
const FILE: SourceFile = {
  name: "sema-lmes.xml",
  bytes: new Uint8Array(readFileSync(new URL("fixtures/sema_2025-03_cut.xml", import.meta.url))),
};

readerContract(caSemaXml, { files: [FILE], rowPerTarget: true });

function named(content: EditionContent, name: string): Entity {
  const entity = content.entities.find((candidate) => valuesOf(candidate, "name").includes(name));
  if (entity === undefined) throw new Error(`no ${name}`);
  return entity;
}

async function readRecord(fields: string): Promise<EditionContent> {
  const xml = `<data-set><record><Country>Russia / Russie</Country><Schedule>1, Part 1</Schedule>${fields}</record></data-set>`;
  return caSemaXml.read([{ name: "list.xml", bytes: new TextEncoder().encode(xml) }], CONTEXT);
}

test("real records are read: ships, persons and entities with regulation, schedule and item", async () => {
  const content = await caSemaXml.read([FILE], CONTEXT);
  expect(content.date).toBeNull();
  expect(content.report.rejected).toEqual([]);
  const ship = named(content, "Balitiyskiy III");
  expect(ship).toMatchObject({
    id: "ca-sema-Russia-1.1-1",
    schema: "Vessel",
    properties: { imoNumber: ["7612448"], type: ["General Cargo / Multi Purpose"], buildDate: ["1980"] },
  });
  const sanction = content.entities.find(({ id }) => id === `${ship.id}-sanction-1`);
  expect(sanction?.properties).toMatchObject({
    program: ["Russia / Russie"],
    programId: ["CA-SEMA"],
    provisions: ["Russia: Schedule 1.1, item 1"],
    listingDate: ["2025-02-21"],
  });
  expect(content.entities.some(({ properties }) => properties.programId?.[0] === "CA-JVCFOA")).toBe(true);
});

test("births that are partial, a span or one of two stay so; words that are no date are kept and counted", async () => {
  const content = await caSemaXml.read([FILE], CONTEXT);
  const births = content.entities.map((entity) => [valuesOf(entity, "birthDate"), entity.edtf?.birthDate]);
  expect(births).toContainEqual([["1955-11"], undefined]);
  expect(births).toContainEqual([["1963", "1964"], ["1963/1964"]]);
  expect(births).toContainEqual([["1963", "1964"], undefined]);
  expect(content.report.unread).toEqual({ "date Sep-99": 1, "date born in the early 9999s": 1 });
});

test("the newer, bilingual names of elements are read, and unknown ones counted", async () => {
  const xml =
    "<data-set><record><Country-Pays>Iran</Country-Pays><EntityOrShip-EntiteOuNavire>Some Co</EntityOrShip-EntiteOuNavire><Item-Article>7</Item-Article><Colour>red</Colour></record></data-set>";
  const file = { name: "list.xml", bytes: new TextEncoder().encode(xml) };
  expect(caSemaXml.recognizes([file])).toBe(true);
  const content = await caSemaXml.read([file], CONTEXT);
  expect(named(content, "Some Co").id).toBe("ca-sema-Iran-7");
  expect(content.report.unread).toEqual({ Colour: 1 });
});

test("an IMO number that fails its check digit is kept as stated and counted", async () => {
  const content = await readRecord(
    "<EntityOrShip>Ship</EntityOrShip><ShipIMONumber>7612449</ShipIMONumber><Item>1</Item>",
  );
  expect(named(content, "Ship").properties).toMatchObject({
    imoNumber: ["7612449"],
    notes: ["IMO number as stated: 7612449"],
  });
  expect(content.report.unread).toEqual({ "IMO number that fails its check digit": 1 });
});

test("a record that is used twice, or has no name, is rejected with its reason", async () => {
  const record = "<LastName>IVANOV</LastName><Item>1</Item>";
  const { report } = await readRecord(
    `${record}</record><record><Country>Russia / Russie</Country><Schedule>1, Part 1</Schedule>${record}</record><record><Country>Iran</Country><Item>2</Item>`,
  );
  expect(report.rejected.map(({ reason }) => reason)).toEqual([
    "reference Russia 1, Part 1 1 is used by an earlier entry",
    "the record has no name",
  ]);
});

function show(names: readonly { readonly property: string; readonly name: string }[]): readonly string[] {
  return names.map(({ property, name }) => `${property} ${name}`);
}

test.each([
  ["Radiofizika JSC (also known as OAO\nRadiofizika)", ["name Radiofizika JSC", "alias OAO Radiofizika"]],
  ["Iranian Army/Armée iranienne", ["name Iranian Army", "alias Armée iranienne"]],
  [
    "Marine Industries Organization (MIO)",
    ["name Marine Industries Organization (MIO)", "alias Marine Industries Organization", "weakAlias MIO"],
  ],
  ["General Intelligence Directorate;", ["name General Intelligence Directorate"]],
])("the entity %s", (text, expected) => {
  expect(show(readEntityName(text))).toEqual(expected);
});

test("a bracket in a surname is another spelling of it", () => {
  expect(show(readPersonName("Aleksey Aleksandrovich", "DIKIY (DIKY)"))).toEqual([
    "name Aleksey Aleksandrovich DIKIY",
    "alias Aleksey Aleksandrovich DIKY",
  ]);
});

test.each([
  ["KOROLYOV", true, ["weakAlias KOROLYOV"]],
  [
    "Hanna Mikhailauna ASIPENKA,  Belarusian: Ганна АСIПЕНКА, Russian: Анна ОСИПЕНКО",
    true,
    ["alias Hanna Mikhailauna ASIPENKA", "alias Ганна АСIПЕНКА", "alias Анна ОСИПЕНКО"],
  ],
  ["Сергей КОВАЛЬЧУК / Сергiй КОВАЛЬЧУК", true, ["alias Сергей КОВАЛЬЧУК", "alias Сергiй КОВАЛЬЧУК"]],
  [
    "SSC RF Trinity, JSC; ГНЦ РФ Тринити, АО",
    false,
    ["alias SSC RF Trinity, JSC", "alias ГНЦ РФ Тринити, АО"],
  ],
  ["Azia LLC,\nAZSCO, Azia Co", false, ["alias Azia LLC", "alias AZSCO", "alias Azia Co"]],
  ["Министерство финансов or МинФин", false, ["alias Министерство финансов", "alias МинФин"]],
])("the aliases in %s", (text, person, expected) => {
  expect(show(readAliases(text, person))).toEqual(expected);
});
