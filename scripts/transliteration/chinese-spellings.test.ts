import { describe, expect, it } from "vitest";
import pinyin from "../../data/names/pinyin.json" with { type: "json" };
import { hangulBySound, wadeGiles } from "./chinese-spellings.ts";

describe("Mandarin syllables in other spellings", () => {
  it.each([
    ["zhi", "즈"],
    ["xiao", "샤오"],
    ["jiang", "장"],
    ["quan", "취안"],
    ["lü", null],
    ["zhou", "저우"],
    ["sen", "썬"],
    ["liu", "류"],
    ["hui", "후이"],
  ])("writes %s in Hangul by its sound", (syllable, hangul) => {
    expect(hangulBySound(syllable)).toBe(hangul);
  });

  it.each([
    ["zheng", "cheng"],
    ["xi", "hsi"],
    ["guo", "kuo"],
    ["dong", "tung"],
    ["jian", "chien"],
    ["zi", "tzu"],
    ["rong", "jung"],
  ])("spells %s as Wade and Giles do", (syllable, older) => {
    expect(wadeGiles(syllable)).toBe(older);
  });

  it("has a Hangul spelling of one or two syllables for nearly every syllable of the table", () => {
    const all = Object.keys(pinyin);
    const made = all.map(hangulBySound);
    expect(made.filter((hangul) => hangul === null).length / all.length).toBeLessThan(0.05);
    expect(made.every((hangul) => hangul === null || /^[가-힣]{1,2}$/u.test(hangul))).toBe(true);
  });
});
