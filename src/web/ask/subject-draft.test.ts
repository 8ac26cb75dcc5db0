import { describe, expect, it } from "vitest";
import { isBirth, partyOf } from "./subject-draft.ts";

describe("what Ask makes of the form", () => {
  it("a birth date speaks for a person, nothing for anyone", () => {
    expect(partyOf({ q: "Jong Song Hwa", birth: "1970-02-05", country: "kp" })).toEqual({
      schema: "Person",
      properties: { name: ["Jong Song Hwa"], birthDate: ["1970-02-05"], nationality: ["kp"] },
    });
    expect(partyOf({ q: " 정성화 " })).toEqual({ schema: "LegalEntity", properties: { name: ["정성화"] } });
  });

  it("a number is a passport's, a company's or a ship's by the kind chosen", () => {
    expect(partyOf({ q: "x", kind: "vessel", id: "8606173" }).properties.imoNumber).toEqual(["8606173"]);
    expect(partyOf({ q: "x", kind: "company", id: "1" }).properties.registrationNumber).toEqual(["1"]);
    expect(partyOf({ q: "x", kind: "person", id: "1" }).properties.passportNumber).toEqual(["1"]);
  });

  it.each(["1970", "1970-02", "1970-02-05"])("%s is a birth date", (text) => {
    expect(isBirth(text)).toBe(true);
  });

  it.each(["70", "1970-13", "1970-02-30", "5 Feb 1970", ""])("“%s” is none", (text) => {
    expect(isBirth(text)).toBe(false);
  });
});
