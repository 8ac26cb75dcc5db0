import { expect, test } from "vitest";
import { Fault } from "../../fault.ts";
import { firstOf, valuesOf } from "../entity/entity.ts";
import { EditionBuilder } from "./edition-builder.ts";

const place = { file: "list.csv", where: "line 7", text: () => "the row itself" };

function builder(): EditionBuilder {
  return new EditionBuilder({
    format: "test",
    basis: "official",
    context: { prefix: "us-ofac", authority: "Office of Foreign Assets Control", country: "us" },
    files: [{ name: "list.csv", bytes: new Uint8Array() }],
  });
}

function list(edition: EditionBuilder, reference: string, schema = "Person"): void {
  edition.row(place, () => {
    const draft = edition.begin(schema, reference);
    if (draft === null) return edition.duplicateReason(reference);
    edition.sanction(draft, { program: ["DPRK4"], listingDate: "13 Sep 2018" });
    return null;
  });
}

test("a target carries its sanction, address and documents under ids made from its reference", () => {
  const edition = builder();
  list(edition, "24979");
  const jong = edition.get("24979");
  if (jong === null) throw new Error("not begun");
  jong
    .add("name", " JONG,  Song Hwa ", "", null, "JONG, Song Hwa")
    .addDate("birthDate", "circa 1970")
    .addCountry("nationality", "Korea, North");
  edition.address(jong, { city: "Yanji, Jilin", country: "China", key: "37796" });
  edition.identification(jong, {
    type: "Passport",
    passport: true,
    property: "passportNumber",
    number: "927220230",
    country: "Korea, North",
    issued: "11 May 2017",
  });
  const { entities, report } = edition.finish(null);
  expect(entities.map(({ id, schema }) => `${schema} ${id}`)).toEqual([
    "Person us-ofac-24979",
    "Sanction us-ofac-24979-sanction-1",
    "Address us-ofac-24979-addr-37796",
    "Passport us-ofac-24979-id-927220230",
  ]);
  const [person, sanction, address, passport] = entities;
  expect(person?.properties).toEqual({
    name: ["JONG, Song Hwa"],
    birthDate: ["1970"],
    nationality: ["kp"],
    addressEntity: ["us-ofac-24979-addr-37796"],
    address: ["Yanji, Jilin, China"],
    country: ["cn"],
    passportNumber: ["927220230"],
  });
  expect(person?.edtf).toEqual({ birthDate: ["1970~"] });
  expect(sanction && firstOf(sanction, "listingDate")).toBe("2018-09-13");
  expect(address && valuesOf(address, "country")).toEqual(["cn"]);
  expect(passport && valuesOf(passport, "startDate")).toEqual(["2017-05-11"]);
  expect(report).toMatchObject({ rows: 1, targets: 1, rejected: [], unread: {} });
});

test("what the model can't hold is counted and kept as a note", () => {
  const edition = builder();
  list(edition, "1", "Vessel");
  const ship = edition.get("1");
  ship?.add("email", "a@b.example").add("flag", "Korea").addDate("buildDate", "31 Feb 1990");
  const { entities, report } = edition.finish(null);
  expect(entities[0]?.properties).toEqual({
    notes: ["email: a@b.example", "flag: Korea", "buildDate: 31 Feb 1990"],
  });
  expect(report.unread).toEqual({ "Vessel.email": 1, "country Korea": 1, "date 99 Feb 9999": 1 });
});

test("a repeated reference is rejected with what it had begun, and nothing is lost silently", () => {
  const edition = builder();
  list(edition, "1");
  list(edition, "1");
  list(edition, " ");
  edition.row(place, () => {
    edition.begin("Person", "2");
    return "no name";
  });
  const { entities, report } = edition.finish("2024-05-03");
  expect(entities).toHaveLength(2);
  expect(report.rows).toBe(4);
  expect(report.targets + report.rejected.length).toBe(4);
  expect(report.rejected[0]).toEqual({
    file: "list.csv",
    where: "line 7",
    reason: "reference 1 is used by an earlier entry",
    text: "the row itself",
  });
});

test("an edition without a target is refused", () => {
  const edition = builder();
  edition.row(place, () => "no name");
  expect(() => edition.finish(null)).toThrow(Fault);
  expect(() => edition.finish(null)).toThrow(
    /us-ofac: edition list.csv is refused: no target could be read from 1 rows \(no name\)/,
  );
});

test("an edge that the model forbids between two parties becomes an UnknownLink with the same role", () => {
  const edition = builder();
  list(edition, "1", "Person");
  list(edition, "2", "Organization");
  list(edition, "3", "Person");
  const [one, two, three] = ["1", "2", "3"].map((reference) => edition.get(reference));
  if (!one || !two || !three) throw new Error("not begun");
  edition.link("Ownership", { source: one, target: two, role: "Owned or Controlled By" });
  edition.link("Ownership", { source: one, target: three, role: "Owned or Controlled By" });
  edition.link("Family", { source: one, target: three, role: "Brother of" });
  const links = edition
    .finish(null)
    .entities.filter(({ id }) => id.startsWith("us-ofac-1-") && !id.includes("sanction"));
  expect(links.map(({ id, properties }) => [id, properties])).toEqual([
    [
      "us-ofac-1-ownership-2",
      { owner: ["us-ofac-1"], asset: ["us-ofac-2"], role: ["Owned or Controlled By"] },
    ],
    [
      "us-ofac-1-unknownlink-3",
      { subject: ["us-ofac-1"], object: ["us-ofac-3"], role: ["Owned or Controlled By"] },
    ],
    ["us-ofac-1-family-3", { person: ["us-ofac-1"], relative: ["us-ofac-3"], relationship: ["Brother of"] }],
  ]);
  expect(two.schema).toBe("Company");
});
