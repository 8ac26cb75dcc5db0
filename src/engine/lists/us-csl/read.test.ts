import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { valuesOf } from "../../entity/entity.ts";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent } from "../reader.ts";
import { usCsl } from "./read.ts";

const CONTEXT = { prefix: "us-csl", authority: "International Trade Administration", country: "us" };
const TEXT = readFileSync(new URL("fixtures/csl.csv", import.meta.url), "utf8");

readerContract(usCsl, {
  files: [{ name: "csl.csv", bytes: new TextEncoder().encode(TEXT) }],
  context: CONTEXT,
  rowPerTarget: true,
});

function read(text = TEXT): EditionContent {
  const content = usCsl.read([{ name: "csl.csv", bytes: new TextEncoder().encode(text) }], CONTEXT);
  if (content instanceof Promise) throw new Error("not a promise");
  return content;
}

function entityOf(id: string, content = read()) {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity;
}

function named(name: string, content = read()) {
  const entity = content.entities.find((candidate) => valuesOf(candidate, "name").includes(name));
  if (entity === undefined) throw new Error(`no ${name}`);
  return entity;
}

test("each listing names the list behind it, its agency and what it means", () => {
  const content = read();
  const plant = named("140 Repair Plant JSC", content);
  expect(plant).toMatchObject({
    schema: "LegalEntity",
    properties: {
      topics: ["export.control"],
      alias: ["Open Joint Stock Company 140 Repair Plant", "JSC 140 Repair Plant"],
      country: ["by"],
    },
  });
  expect(entityOf(`${plant.id}-sanction-1`, content).properties).toMatchObject({
    program: ["Entity List (EL) - Bureau of Industry and Security"],
    authority: ["International Trade Administration", "Bureau of Industry and Security"],
    reason: ["87 FR 20299"],
    startDate: ["2022-04-07"],
    provisions: [
      expect.stringMatching(/^License requirement: For all items subject to the EAR/),
      "License policy: Policy of denial.",
    ],
  });
});

test("a denial order keeps its first and last day", () => {
  const ash = named("I. ASH");
  expect(entityOf(`${ash.id}-sanction-1`).properties).toMatchObject({
    startDate: ["2003-06-19"],
    endDate: ["2056-06-29"],
    provisions: ["Standard order: Y"],
  });
});

test("the Treasury's entries carry the facts of its own vocabulary", () => {
  expect(entityOf("us-csl-SDN-24979").properties).toMatchObject({
    name: ["JONG, Song Hwa"],
    lastName: ["JONG"],
    birthDate: ["1970-02-05"],
    nationality: ["kp"],
    gender: ["male"],
    passportNumber: ["927220230"],
  });
  expect(entityOf("us-csl-SDN-24979-sanction-1").properties.program).toEqual([
    "Specially Designated Nationals (SDN) - Treasury Department",
    "DPRK4",
  ]);
  expect(read().entities.some(({ edtf }) => edtf?.birthDate?.[0]?.endsWith("~"))).toBe(true);
});

test("two days before a number are those of expiry and issue", () => {
  const passport = read().entities.find(({ properties }) => properties.number?.[0] === "K475336");
  expect(passport?.properties).toMatchObject({
    country: ["jo"],
    startDate: ["2009-08-31"],
    endDate: ["2014-08-30"],
  });
});

test("other names in brackets are names, and a name alone is never blank", () => {
  expect(named("Far East Trading Company, Inc.").properties.alias).toEqual(["FETCO, Inc."]);
});

test("a second row of one entry on one list is rejected, not lost", () => {
  const { report } = read();
  expect(report.rejected.map(({ reason }) => reason)).toEqual([
    "reference CAP-15268 is used by an earlier entry",
  ]);
  // The fixture holds a part of the list: the linked parties stand outside it.
  expect(report.unread).toEqual({ "linked name not in this edition": 8 });
});

test("a list behind the list that is not known, and a missing column, are named", () => {
  const { report } = read(TEXT.replaceAll("Entity List (EL)", "Naughty List (NL)"));
  expect(report.rejected[0]?.reason).toBe(
    "source Naughty List (NL) - Bureau of Industry and Security is not known",
  );
  expect(() => read(TEXT.replace("programs,name", "programmes,full_name"))).toThrow(
    /csl.csv: line 1: missing columns: programs, name/,
  );
});
