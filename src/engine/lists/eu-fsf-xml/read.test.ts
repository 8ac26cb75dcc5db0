import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Entity } from "../../entity/entity.ts";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent, SourceFile } from "../reader.ts";
import { euFsfXml } from "./read.ts";

const CONTEXT = { prefix: "eu-fsf", authority: "Council of the European Union", country: "eu" };

function fixture(name: string): SourceFile {
  return { name, bytes: new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))) };
}

const EXTRACT = fixture("fsf_1_1_2022-03-18_cut.xml");

readerContract(euFsfXml, { files: [fixture("fsf_sample_2020.xml")] });
readerContract(euFsfXml, { files: [EXTRACT], runs: 30 });

function find(content: EditionContent, id: string): Entity {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity;
}

async function readEntries(entries: string): Promise<EditionContent> {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-05-01T10:00:00.000+02:00">${entries}</export>`;
  return euFsfXml.read([{ name: "list.xml", bytes: new TextEncoder().encode(xml) }], CONTEXT);
}

function entry(reference: string, programme: string, inner: string): string {
  return `<sanctionEntity euReferenceNumber="${reference}" logicalId="1" designationDate=""><regulation numberTitle="1/2026" programme="${programme}" regulationType="amendment" publicationDate="2026-01-02" entryIntoForceDate="2026-01-03"/><subjectType code="person" classificationCode="P"/>${inner}</sanctionEntity>`;
}

function alias(name: string, more = "", inner = ""): string {
  return `<nameAlias wholeName="${name}" strong="true" ${more}>${inner}</nameAlias>`;
}

test("real entries are read whole, with nothing unknown left", async () => {
  const content = await euFsfXml.read([EXTRACT], CONTEXT);
  expect(content.date).toBe("2022-03-18");
  expect(content.report).toMatchObject({ rejected: [], unread: {} });
  expect(find(content, "eu-fsf-EU.27.28").properties).toMatchObject({
    name: ["Saddam Hussein Al-Tikriti"],
    alias: ["Abu Ali", "Abou Ali"],
    firstName: ["Saddam"],
    lastName: ["Hussein Al-Tikriti"],
    birthDate: ["1937-04-28"],
    birthCountry: ["iq"],
    gender: ["male"],
  });
  expect(find(content, "eu-fsf-EU.27.28-sanction-IRQ").properties).toMatchObject({
    programId: ["EU-IRQ"],
    authorityId: ["EU.27.28"],
    provisions: ["regulation 1210/2003 (OJ L169), published 2003-07-08, in force 2003-07-07"],
  });
});

test("a party under two programmes is one listing with a sanction for each", async () => {
  const content = await euFsfXml.read([EXTRACT], CONTEXT);
  expect(content.report.rows).toBeGreaterThan(content.report.targets);
  expect(find(content, "eu-fsf-EU.472.57-sanction-AFG").properties.programId).toEqual(["EU-AFG"]);
  expect(find(content, "eu-fsf-EU.472.57-sanction-TAQA").properties.programId).toEqual(["EU-TAQA-EUAQ"]);
});

test("names that are not strong, or whose remark calls them low in quality, are weak", async () => {
  const content = await readEntries(
    entry(
      "EU.1.1",
      "PRK",
      alias("Kim One", 'function="Director" logicalId="9"') +
        alias("Comrade K", "", "<remark>low quality alias</remark>") +
        `<nameAlias wholeName="K" strong="false"/>${alias("김일", 'nameLanguage="KO"')}` +
        alias("Kim Ilsan", "", "<remark>formerly listed as</remark>"),
    ),
  );
  expect(find(content, "eu-fsf-EU.1.1").properties).toMatchObject({
    name: ["Kim One"],
    weakAlias: ["Comrade K", "K"],
    alias: ["김일"],
    previousName: ["Kim Ilsan"],
    position: ["Director"],
  });
});

test("births stay as exact as they are stated; a year of another calendar is no year", async () => {
  const birth = (attributes: string): string => `<birthdate countryIso2Code="00" ${attributes}/>`;
  const content = await readEntries(
    entry(
      "EU.1.1",
      "IRN",
      alias("A B") +
        birth('circa="true" calendarType="GREGORIAN" year="1958"') +
        birth('circa="false" calendarType="GREGORIAN" yearRangeFrom="1968" yearRangeTo="1973"') +
        birth('circa="false" calendarType="GREGORIAN" year="1960" monthOfYear="4"') +
        birth('circa="false" calendarType="ISLAMIC" year="1343"'),
    ),
  );
  expect(find(content, "eu-fsf-EU.1.1")).toMatchObject({
    properties: {
      birthDate: ["1958", "1968", "1973", "1960-04"],
      notes: ["Birth: 1343 (islamic calendar)"],
    },
    edtf: { birthDate: ["1958~", "1968/1973"] },
  });
});

test("documents keep issuer, dates and what is known of them; a tax number's check digits tell an INN", async () => {
  const content = await readEntries(
    entry(
      "EU.1.1",
      "UKR",
      alias("A B") +
        '<identification identificationTypeCode="passport" number="X1" countryIso2Code="RU" issuedBy="MVD" issueDate="2010-01-02" validTo="2020-01-02" knownFalse="true"/>' +
        '<identification identificationTypeCode="fiscalcode" number="644922239676" countryIso2Code="00"/>' +
        '<identification identificationTypeCode="other" number="-" countryIso2Code="00"><remark>ID no 5</remark></identification>',
    ),
  );
  expect(content.entities.find(({ schema }) => schema === "Passport")?.properties).toMatchObject({
    number: ["X1"],
    country: ["ru"],
    authority: ["MVD"],
    startDate: ["2010-01-02"],
    endDate: ["2020-01-02"],
    summary: ["known to be false"],
  });
  expect(find(content, "eu-fsf-EU.1.1").properties.innCode).toEqual(["644922239676"]);
  expect(find(content, "eu-fsf-EU.1.1").properties.notes).toEqual(["Other identification number; ID no 5"]);
});

test("an amendment's date is not taken for the day of the listing", async () => {
  const content = await readEntries(
    entry("EU.1.1", "SYR", alias("A B")) +
      entry("EU.1.2", "SYR", `<remark>Date of listing 1.12.2011</remark>${alias("C D")}`),
  );
  expect(find(content, "eu-fsf-EU.1.1-sanction-SYR").properties.listingDate).toBeUndefined();
  expect(find(content, "eu-fsf-EU.1.2-sanction-SYR").properties.listingDate).toEqual(["2011-12-01"]);
});

test("a relation to a listed party's exact name becomes an edge, a father's mere name does not", async () => {
  const content = await readEntries(
    entry("EU.1.1", "TERR", alias("Nazar Mohammad Khan")) +
      entry("EU.1.2", "TERR", `<remark>Associated with Nazar Mohammad Khan.</remark>${alias("C D")}`) +
      entry("EU.1.3", "TERR", `<remark>Father's name is Nazar Mohammad Khan.</remark>${alias("E F")}`),
  );
  expect(content.entities.filter(({ schema }) => schema === "UnknownLink")).toHaveLength(1);
  expect(content.entities.filter(({ schema }) => schema === "Family")).toHaveLength(0);
});

test("the same entry twice under one programme, and an entry without a name, are rejected", async () => {
  const { report } = await readEntries(
    entry("EU.1.1", "SYR", alias("A B")) +
      entry("EU.1.1", "SYR", alias("A B")) +
      entry("EU.1.2", "SYR", `<newElement/>${alias("-")}`),
  );
  expect(report.rejected.map(({ reason }) => reason)).toEqual([
    "reference EU.1.1 is used by an earlier entry",
    "the entry has no name",
  ]);
  expect(report.unread).toEqual({ newElement: 1 });
});
