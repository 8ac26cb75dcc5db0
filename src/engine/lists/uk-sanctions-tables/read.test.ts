import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent, SourceFile } from "../reader.ts";
import { ukSanctionsTables } from "./read.ts";

const CONTEXT = { prefix: "gb-uksl", authority: "FCDO", country: "gb" };
const load = (name: string): SourceFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))),
});
const tables = ["subjects", "subject_names", "subject_dobs", "subject_identifiers", "subject_countries"].map(
  (name) => load(`${name}.csv`),
);
const fields = load("fields.jsonl");

readerContract(ukSanctionsTables, { files: [...tables, fields], runs: 60 });

function properties(content: EditionContent, id: string): Readonly<Record<string, readonly string[]>> {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity.properties;
}

test("five tables and the file of reasons become one edition, dated by its newest change", async () => {
  const content = await ukSanctionsTables.read([...tables, fields], CONTEXT);
  expect(content.report.targets).toBe(25);
  expect(content.report.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
    expect.stringMatching(/no subject RUS2639 in the tables/),
  ]);
  expect(content.date).toMatch(/^2026-0[2-4]-\d\d$/);
  expect(properties(content, "gb-uksl-DPR0001-sanction-1")).toMatchObject({
    program: ["The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019"],
    programId: ["GB-DPRK"],
    authorityId: ["DPR0001"],
  });
  expect(properties(content, "gb-uksl-DPR0075")).toMatchObject({ imoNumber: ["9562233"] });
  expect(properties(content, "gb-uksl-DPR0075-sanction-1").provisions).toEqual(["Prohibition of port entry"]);
});

test("the tables alone name the regime by the reference", async () => {
  const content = await ukSanctionsTables.read(tables, CONTEXT);
  expect(properties(content, "gb-uksl-AFG0006-sanction-1").program).toEqual([
    "The Afghanistan (Sanctions) (EU Exit) Regulations 2020",
  ]);
  expect(content.entities.some((entity) => entity.properties.weakAlias !== undefined)).toBe(true);
});

test("birth dates that the converter gave to the wrong subjects are set aside, and said so", async () => {
  const content = await ukSanctionsTables.read(tables, CONTEXT);
  expect(content.entities.filter((entity) => entity.properties.birthDate !== undefined)).toEqual([]);
  expect(content.report.unread).toMatchObject({
    "subject_dobs.csv: birth dates that contradict the official list": 55,
  });
  expect(content.report.notes).toContain(
    "The converted birth dates contradict the official list and are not read.",
  );
});

test("the Treasury's former list gives births, positions and owners under the same reference", async () => {
  const conlist = new URL("../ofsi-conlist/fixtures/conlist_2025-04-10.xlsx", import.meta.url);
  const former = { name: "conlist.xlsx", bytes: new Uint8Array(readFileSync(conlist)) };
  expect(ukSanctionsTables.recognizes([...tables, fields, former])).toBe(true);
  const content = await ukSanctionsTables.read([...tables, fields, former], CONTEXT);
  expect(properties(content, "gb-uksl-DPR0044")).toMatchObject({
    birthDate: ["1946"],
    birthPlace: ["Pyongan-Pukto, North Korea"],
    position: ["Vice Chairman of the Workers Party of Korea"],
    gender: ["male"],
  });
  expect(content.report.notes.join(" ")).toContain("the Treasury's list of 2025-04-10");
});

test("a missing table refuses the edition by name", () => {
  expect(() => ukSanctionsTables.read(tables.slice(0, 4), CONTEXT)).toThrow(/table of countries is missing/);
});
