import { describe, expect, it } from "vitest";
import { isFormWord, isSlippedFormWord } from "./form-words.ts";
import { letterCode } from "./token.ts";

function isSlipped(word: string): boolean {
  return isSlippedFormWord(Uint8Array.from(word, (letter) => letterCode(letter.charCodeAt(0))));
}

describe("words of legal forms", () => {
  it("are known in many languages, and names are not among them", () => {
    for (const word of ["limited", "liability", "obshchestvo", "otvetstvennostyu", "sociedad", "gmbh"])
      expect(isFormWord(word), word).toBe(true);
    for (const word of ["silverstar", "rosneft", "volasys", "hwa", "al"])
      expect(isFormWord(word), word).toBe(false);
  });

  it("are seen through a slip or two, by their length", () => {
    for (const word of ["liabilty", "licabilbity", "compnay", "obshestvo"])
      expect(isSlipped(word), word).toBe(true);
    for (const word of ["liberty", "timid", "stick5", "volga"]) expect(isSlipped(word), word).toBe(false);
  });
});
