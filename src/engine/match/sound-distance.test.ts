import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Letters, SOUND_UNIT, soundDistance, soundScratch } from "./sound-distance.ts";
import { letterCode } from "./token.ts";

const lettersOf = (word: string): Letters => ({
  codes: Uint8Array.from(word, (letter) => letterCode(letter.charCodeAt(0))),
  start: 0,
  length: word.length,
});
const TABLE = soundScratch();
const apart = (one: string, other: string): number => soundDistance(lettersOf(one), lettersOf(other), TABLE);

describe("the distance by sound", () => {
  it.each([
    ["qadir", "kadir"],
    ["alexei", "aleksei"],
    ["mohamed", "mohammed"],
    ["yusuf", "iusuf"],
    ["phillip", "filip"],
  ])("holds %s and %s for nearer than a slip", (one, other) => {
    expect(apart(one, other)).toBeLessThanOrEqual(SOUND_UNIT);
  });

  it("counts a wrong letter whole", () => {
    expect(apart("kadir", "kafir")).toBe(SOUND_UNIT);
    expect(apart("kadir", "kaidr")).toBeLessThanOrEqual(SOUND_UNIT);
  });

  it("is none for the same word, the same both ways round, and never more than the letters", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), maxLength: 32 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(apart(one, one)).toBe(0);
        expect(apart(one, other)).toBe(apart(other, one));
        expect(apart(one, other)).toBeLessThanOrEqual(SOUND_UNIT * (one.length + other.length));
      }),
    );
  });
});
