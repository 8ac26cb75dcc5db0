import { describe, expect, it } from "vitest";
import { Fault } from "../../../fault.ts";
import { cellValues, namesParty, recognizeColumns, schemaOfWord } from "./columns.ts";

describe("recognizeColumns", () => {
  it("knows English headers however they are written", () => {
    const { columns, unrecognized } = recognizeColumns([
      "ID",
      "Full Name",
      "Date of Birth (dd/mm/yyyy)",
      "alias_1",
      "alias_2",
      "Passport No.",
      "shoe size",
    ]);
    expect(columns).toEqual({ id: [0], name: [1], birthDate: [2], alias: [3, 4], passportNumber: [5] });
    expect(unrecognized).toEqual(["shoe size"]);
  });

  it("knows Korean headers", () => {
    const headers = [
      "번호",
      "성명",
      "별칭",
      "유형",
      "생년월일",
      "국적",
      "여권번호",
      "주소",
      "등재일",
      "비고",
    ];
    const { columns, unrecognized } = recognizeColumns(headers);
    expect(unrecognized).toEqual([]);
    expect(Object.keys(columns)).toEqual([
      ...["id", "name", "alias", "schema", "birthDate", "nationality", "passportNumber", "address"],
      ...["listingDate", "notes"],
    ]);
  });

  it("knows FollowTheMoney's own property names", () => {
    expect(recognizeColumns(["name", "registrationNumber", "okpoCode", "unscId"]).columns).toEqual({
      name: [0],
      registrationNumber: [1],
      okpoCode: [2],
      unscId: [3],
    });
  });

  it("lets a mapping win over the header", () => {
    expect(recognizeColumns(["name", "wer"], { wer: "name", name: "alias" }).columns).toEqual({
      alias: [0],
      name: [1],
    });
  });

  it("refuses a mapping of a column that isn't there, or to a property that doesn't exist", () => {
    expect(() => recognizeColumns(["a"], { b: "name" })).toThrow(Fault);
    expect(() => recognizeColumns(["a"], { a: "nonsense" })).toThrow(/no property "nonsense"/);
  });

  it("is not led astray by headers that are names of Object's own members", () => {
    expect(recognizeColumns(["constructor", "__proto__", "name"]).unrecognized).toEqual([
      "constructor",
      "__proto__",
    ]);
  });
});

describe("the words of a table", () => {
  it("tells whether a table names parties", () => {
    expect(namesParty(recognizeColumns(["성명"]).columns)).toBe(true);
    expect(namesParty(recognizeColumns(["country"]).columns)).toBe(false);
  });

  it("reads the kind of party", () => {
    expect(schemaOfWord("Individual")).toBe("Person");
    expect(schemaOfWord("선박")).toBe("Vessel");
    expect(schemaOfWord("PublicBody")).toBe("PublicBody");
    expect(schemaOfWord("Sanction")).toBeNull();
    expect(schemaOfWord("banana")).toBeNull();
  });

  it("divides cells that hold many values", () => {
    expect(cellValues("alias", "A; B |C;")).toEqual(["A", "B", "C"]);
    expect(cellValues("notes", "one; two")).toEqual(["one; two"]);
  });
});
