import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Entity } from "../../entity/entity.ts";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent, SourceFile } from "../reader.ts";
import { chSecoXml } from "./read.ts";

const CONTEXT = { prefix: "ch-seco", authority: "State Secretariat for Economic Affairs", country: "ch" };
const SAMPLE: SourceFile = {
  name: "seco.xml",
  bytes: new Uint8Array(readFileSync(new URL("fixtures/seco_small.xml", import.meta.url))),
};

function fileOf(xml: string): SourceFile {
  return { name: "list.xml", bytes: new TextEncoder().encode(xml) };
}

function find(content: EditionContent, id: string): Entity {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity;
}

function whole(name: string, more = ""): string {
  return `<identity ssid="9" main="true"><name ssid="8" name-type="primary-name" quality="good" lang="eng"><name-part order="1" name-part-type="whole-name"><value>${name}</value></name-part></name>${more}</identity>`;
}

const LIST = `<?xml version="1.0" encoding="UTF-8"?>
<swiss-sanctions-list list-type="whole-list" date="2026-08-27">
<sanctions-program ssid="20" version-date="2026-05-21">
 <program-key lang="ger">Nordkorea</program-key><program-key lang="eng">North Korea</program-key>
 <program-name lang="eng">Ordinance on measures against North Korea</program-name>
 <sanctions-set ssid="200" lang="ger">Anhang 1</sanctions-set><sanctions-set ssid="200" lang="eng">annex 1, asset freeze</sanctions-set><origin>UN</origin>
</sanctions-program>
<target ssid="1"><sanctions-set-id>200</sanctions-set-id><foreign-identifier>KPi.999</foreign-identifier>
 <individual sex="male"><identity ssid="11" main="true">
  <name ssid="12" name-type="primary-name" quality="good" lang="eng">
   <name-part order="2" name-part-type="given-name"><value>Dzmitry</value><spelling-variant lang="RUS" script="LATN">Dmitri</spelling-variant><spelling-variant lang="RUS" script="LATN">Dmitry</spelling-variant><spelling-variant lang="RUS" script="CYRL">Дмитрий</spelling-variant></name-part>
   <name-part order="1" name-part-type="family-name"><value>Lukash</value><spelling-variant lang="RUS" script="LATN">Lukas</spelling-variant><spelling-variant lang="RUS" script="CYRL">Лукаш</spelling-variant></name-part>
   <name-part order="3" name-part-type="title"><value>General</value></name-part></name>
  <name name-type="alias" quality="low"><name-part order="1" name-part-type="whole-name"><value>Comrade D</value></name-part></name>
  <name name-type="formerly-known-as" quality="good"><name-part order="1" name-part-type="whole-name"><value>Dzmitry Old</value></name-part></name>
  <nationality ssid="13"><country iso-code="KP">Korea</country></nationality>
  <day-month-year ssid="14" month="3" year="1980" calendar="Gregorian" quality="good"/>
  <day-month-year ssid="15" year="1981" calendar="Gregorian" quality="low"/>
  <place-of-birth ssid="16" place-id="500" quality="good"/>
  <address ssid="17" place-id="500" quality="good"><c-o>Sports Club</c-o><address-details>1 Main St</address-details><p-o-box>7</p-o-box><zip-code>99</zip-code></address>
  <identification-document ssid="18" document-type="diplomatic-passport"><number>P1</number><issuer code="KP">Korea</issuer><date-of-issue>2012-01-02</date-of-issue><expiry-date>2022-01-01</expiry-date><remark>seen in 2013</remark></identification-document>
 </identity>
 <justification ssid="19">Director of Some Trading.</justification>
 <relation ssid="21" target-id="2" relation-type="director-of"><remark>since 2010</remark></relation>
 <other-information ssid="20">E-mail: a@b.kp</other-information></individual>
 <modification modification-type="amended" publication-date="2024-01-02" effective-date="2024-01-03"><added><target ssid="1"><individual>${whole("Never Now")}</individual></target></added></modification>
 <modification modification-type="listed" enactment-date="2016-05-01" publication-date="2016-05-02" effective-date="2016-05-03"/></target>
<target ssid="2"><sanctions-set-id>200</sanctions-set-id><entity>${whole("Some Trading")}<other-information>Date of registration: 5 May 2005</other-information><new-thing/></entity></target>
<target ssid="3"><sanctions-set-id>200</sanctions-set-id><entity>${whole("Some Daughter")}<relation ssid="31" target-id="2" relation-type="owned-by"/></entity></target>
<target ssid="4"><sanctions-set-id>200</sanctions-set-id><object object-type="vessel">${whole("Hui Chon")}<other-information>IMO Number: 8405270</other-information></object></target>
<target ssid="5"><individual>${whole("Long Gone")}</individual>
 <modification modification-type="de-listed" effective-date="2016-03-01"/><modification modification-type="listed" effective-date="2010-01-01"/></target>
<target ssid="6"><individual>${whole("Back Again")}</individual>
 <modification modification-type="listed" effective-date="2020-01-01"/><modification modification-type="de-listed" effective-date="2016-03-01"/><modification modification-type="listed" effective-date="2010-01-01"/></target>
<target ssid="7"><individual>${whole("Leaves Soon")}</individual>
 <modification modification-type="listed" effective-date="2010-01-01"/><modification modification-type="de-listed" effective-date="2026-09-30"/></target>
<place ssid="500"><location>Pyongyang</location><area>Centre</area><country iso-code="KP">Korea (North)</country></place>
</swiss-sanctions-list>`;

readerContract(chSecoXml, { files: [SAMPLE], rowPerTarget: true });
readerContract(chSecoXml, { files: [fileOf(LIST)], rowPerTarget: true });

test("the layout sample is read whole, says that it is one and that it holds amendments", async () => {
  const content = await chSecoXml.read([SAMPLE], CONTEXT);
  expect(content.date).toBe("2024-01-17");
  expect(content.report).toMatchObject({ rows: 3, targets: 3, rejected: [], unread: {} });
  expect(content.report.notes).toHaveLength(2);
  expect(find(content, "ch-seco-64393").properties).toMatchObject({ name: ["Test A"], nationality: ["ch"] });
  expect(content.entities.filter(({ id }) => id.startsWith("ch-seco-64393-sanction-"))).toHaveLength(2);
});

test("names keep the list's order and their parts; spellings of one script go together", async () => {
  const content = await chSecoXml.read([fileOf(LIST)], CONTEXT);
  expect(find(content, "ch-seco-1").properties).toMatchObject({
    name: ["Lukash Dzmitry"],
    lastName: ["Lukash"],
    firstName: ["Dzmitry"],
    title: ["General"],
    alias: ["Lukas Dmitri", "Lukas Dmitry", "Лукаш Дмитрий"],
    weakAlias: ["Comrade D"],
    previousName: ["Dzmitry Old"],
  });
});

test("dates stay partial, places are found by number, documents keep issuer and dates", async () => {
  const content = await chSecoXml.read([fileOf(LIST)], CONTEXT);
  expect(find(content, "ch-seco-1")).toMatchObject({
    properties: {
      birthDate: ["1980-03", "1981"],
      birthPlace: ["Pyongyang, Centre, KP"],
      birthCountry: ["kp"],
      email: ["a@b.kp"],
      passportNumber: ["P1"],
    },
    edtf: { birthDate: ["1981~"] },
  });
  expect(find(content, "ch-seco-1-addr-17").properties).toMatchObject({
    city: ["Pyongyang"],
    street: ["1 Main St"],
    street2: ["c/o Sports Club"],
    country: ["kp"],
  });
  expect(find(content, "ch-seco-1-id-18").properties).toMatchObject({
    type: ["diplomatic passport"],
    country: ["kp"],
    startDate: ["2012-01-02"],
    endDate: ["2022-01-01"],
    summary: ["seen in 2013"],
  });
});

test("the sanction names ordinance, measure, the Council's reference and the day of listing", async () => {
  const content = await chSecoXml.read([fileOf(LIST)], CONTEXT);
  expect(find(content, "ch-seco-1-sanction-200").properties).toMatchObject({
    program: ["North Korea", "Ordinance on measures against North Korea"],
    provisions: ["annex 1, asset freeze"],
    unscId: ["KPi.999"],
    listingDate: ["2016-05-03"],
    modifiedAt: ["2024-01-03"],
    reason: ["Director of Some Trading."],
  });
});

test("relations between targets are drawn, in the direction that they are stated", async () => {
  const content = await chSecoXml.read([fileOf(LIST)], CONTEXT);
  expect(find(content, "ch-seco-1-unknownlink-2").properties).toMatchObject({
    role: ["director of", "Director of"],
    summary: ["since 2010", "Director of Some Trading."],
  });
  expect(find(content, "ch-seco-2-ownership-3").properties).toMatchObject({
    owner: ["ch-seco-2"],
    asset: ["ch-seco-3"],
  });
});

test("what has left the list is rejected with its day; what came back or leaves later stays", async () => {
  const content = await chSecoXml.read([fileOf(LIST)], CONTEXT);
  expect(content.report.rejected.map(({ reason }) => reason)).toEqual([
    "de-listed with effect from 2016-03-01",
  ]);
  expect(content.report.notes).toContain(
    "1 targets of the file are off the list; they are kept as rejected rows.",
  );
  expect(find(content, "ch-seco-6-sanction-1").properties.listingDate).toEqual(["2020-01-01"]);
  expect(find(content, "ch-seco-7-sanction-1").properties.endDate).toEqual(["2026-09-30"]);
  expect(JSON.stringify(content.entities)).not.toContain("Never Now");
});

test("ships keep their IMO number, and an unknown element is counted", async () => {
  const content = await chSecoXml.read([fileOf(LIST)], CONTEXT);
  expect(find(content, "ch-seco-4")).toMatchObject({
    schema: "Vessel",
    properties: { imoNumber: ["8405270"] },
  });
  expect(content.report.unread).toEqual({ "entity/new-thing": 1 });
});
