import { describe, expect, it } from "vitest";
import { isFormWord, isSlippedDotted, isSlippedFormWord, mayBeFormWord } from "./form-words.ts";
import { hashOn, letterCode, textHash } from "./token.ts";

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

  it("are told by the hash of their letters, carried on from letter to letter", () => {
    for (const word of ["limited", "liability", "obshchestvo", "sociedad", "gmbh", "ltd"]) {
      let hash = 0;
      for (const letter of word) hash = hashOn(hash, letter.charCodeAt(0));
      expect(hash).toBe(textHash(word));
      expect(mayBeFormWord(hash), word).toBe(true);
    }
    expect(mayBeFormWord(textHash("silverstar"))).toBe(false);
  });

  it("are seen with points between their letters, one of them wrong, missing or too many", () => {
    for (const letters of ["srl", "srrl", "sxrl", "srlx", "sl", "rl", "srx", "bv", "bvx", "xnv"])
      expect(isSlippedDotted(letters), letters).toBe(true);
    for (const letters of ["b", "xv", "hwa", "srlxx", "ksr"])
      expect(isSlippedDotted(letters), letters).toBe(false);
  });

  it("are seen through a slip or two, by their length", () => {
    for (const word of ["liabilty", "licabilbity", "compnay", "obshestvo"])
      expect(isSlipped(word), word).toBe(true);
    for (const word of ["liberty", "timid", "stick5", "volga"]) expect(isSlipped(word), word).toBe(false);
  });
});
