import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withParticles } from "./particles.ts";

describe("Korean particles", () => {
  it.each([
    ["4개 계정이 pw70021(으)로 지급받습니다.", "4개 계정이 pw70021로 지급받습니다."],
    ["의뢰인 client-40이(가) 평점을 주었습니다.", "의뢰인 client-40이 평점을 주었습니다."],
    ["Sopka Digital LLC이(가) 예금주입니다.", "Sopka Digital LLC가 예금주입니다."],
    ["정성화이(가) 임원입니다.", "정성화가 임원입니다."],
    ["북한이(가) 아니라면", "북한이 아니라면"],
    ["“서울”(으)로 이어집니다.", "“서울”로 이어집니다."],
    ["부산(으)로 갑니다.", "부산으로 갑니다."],
    ["Toyota와(과) 같습니다.", "Toyota와 같습니다."],
    ["Silver Star(으)로 이어집니다.", "Silver Star로 이어집니다."],
    ["Chong Song-hwa(으)로 이어집니다.", "Chong Song-hwa로 이어집니다."],
    ["Kim은(는) 임원입니다.", "Kim은 임원입니다."],
    ["Primorye Outsourcing이(가) 지배합니다.", "Primorye Outsourcing이 지배합니다."],
    ["Night Line이(가) 지배합니다.", "Night Line이 지배합니다."],
    ["Trust을(를) 설립했습니다.", "Trust를 설립했습니다."],
  ])("are those that the word before them asks for: %s", (both, one) => {
    expect(withParticles(both)).toBe(one);
  });

  it("stay in both forms where letters do not tell how a word sounds", () => {
    expect(withParticles("Park이(가)")).toBe("Park이(가)");
  });

  it("change nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/이\(가\)|은\(는\)|을\(를\)|와\(과\)|\(으\)로/.test(text));
        expect(withParticles(text)).toBe(text);
      }),
    );
  });
});
