import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { koreanKey } from "./korean-key.ts";
import { NAME_LIMITS } from "./limits.ts";
import { analyzeName } from "./name.ts";

function words(text: string, bearer: "person" | "organization" = "person", askedOnly = false): string[] {
  return analyzeName(text, bearer)
    .readings.filter((reading) => reading.askedOnly === askedOnly)
    .map((reading) => reading.words.join(" "));
}

describe("a name, analysed", () => {
  it("reads a Hangul name the North Korean and the Southern way", () => {
    expect(words("정성화")).toEqual(["jong song hwa", "jeong seong hwa", "jongsonghwa"]);
    expect(words("정 성화")).toEqual(words("정성화"));
  });

  it("reads a Hangul name that is asked for as a Chinese and as a foreign one too, each by how likely it is", () => {
    expect(words("조조", "person", true)[0]).toMatch(/^cao /);
    const behind = (text: string, system: string): number | undefined =>
      analyzeName(text, "person").readings.find((reading) => reading.system === system)?.behind;
    expect(behind("김정화", "north-korean")).toBe(0);
    expect(behind("쑨전니", "foreign")).toBe(0);
    expect(behind("쑨전니", "north-korean")).toBeGreaterThan(2);
    expect(words("조조").join()).not.toMatch(/cao/);
  });

  it("takes Arabic words apart that are written without a space", () => {
    expect(words("بشارالاسد")).toEqual(words("بشار الاسد"));
  });

  it("hears a Korean name in Cyrillic", () => {
    expect(words("Чон Сон Хва")).toContain("jong song hwa");
    expect(words("Ким Чен Ын")).toContain("kim jong ung");
  });

  it("reads a Chinese company by words of two characters and takes its form off", () => {
    expect(words("延边银星网络科技有限公司", "organization")).toEqual([
      "yanbian yinxing wangluo keji",
      "yanbian silver star network technology",
    ]);
    expect(analyzeName("延边银星网络科技有限公司", "organization").forms).toBe(
      analyzeName("Yanbian Silverstar LLC", "organization").forms,
    );
  });

  it("reads Hanja as a Korean would, beside Mandarin", () => {
    expect(words("鄭成化")).toEqual(["zheng chenghua", "zhengchenghua", "jong song hwa"]);
  });

  it("finds the legal form wherever its country puts it", () => {
    for (const name of [
      "ООО Волга",
      "Volga LLC",
      "VOLGA, L.L.C.",
      "Volga GmbH",
      "Volga FZE",
      "Volga Co., Ltd.",
    ]) {
      expect(words(name, "organization")[0]).toBe("volga");
    }
    expect(words("주식회사 은성", "organization")).toContain("eunseong");
    expect(words("ALFA S.A. de C.V.", "organization")).toEqual(["alfa"]);
  });

  it("keeps the words of a name that is nothing but legal forms", () => {
    expect(words("S.A. de C.V.", "organization")).toEqual(["s a de c v"]);
  });

  it("sees through letters that only look Latin, and says so", () => {
    const name = analyzeName("Vladimir \u0420utin", "person");
    expect(name.equalKey).toBe("vladimir putin");
    expect(name.findings).toEqual(["mixed-lookalikes"]);
  });

  it("removes zero-width signs and direction controls, and says so", () => {
    const name = analyzeName("\u202EJo\u200Bng Song Hwa", "person");
    expect(name.equalKey).toBe("jong song hwa");
    expect(name.findings).toEqual(["direction-controls", "invisible-characters"]);
  });

  it("gives the usual spellings of a Korean word one key", () => {
    for (const spellings of [
      "jong jung chong jeong chung",
      "ri lee yi rhee",
      "pak park bak",
      "choe choi",
      "ro no roh noh",
      "ryu yu yoo",
      "rim im lim",
      "songhwa sunghwa seonghwa",
      "chinyong jinyong",
    ]) {
      expect(new Set(spellings.split(" ").map((word) => koreanKey(word)?.fine)).size, spellings).toBe(1);
    }
    expect(koreanKey("jong")?.fine).not.toBe(koreanKey("jon")?.fine);
    expect(koreanKey("vladimir")).toBeNull();
  });

  it("stays within its limits on any text", () => {
    const check = (text: string): void => {
      for (const bearer of ["person", "organization", "unknown"] as const) {
        const name = analyzeName(text, bearer);
        expect(name.readings.length).toBeLessThanOrEqual(NAME_LIMITS.readingsMax);
        for (const reading of name.readings) {
          expect(reading.words.length).toBeLessThanOrEqual(NAME_LIMITS.tokensMax);
          for (const word of reading.words)
            expect(word.length).toBeLessThanOrEqual(NAME_LIMITS.lettersPerTokenMax);
        }
      }
    };
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), check), { numRuns: 300 });
    check("\u0301".repeat(1_000_000));
    check("a b ".repeat(250_000));
    check("\ud800".repeat(2_000));
    check("ﷺ".repeat(1_000));
  });

  it("takes words that name parts of every object for words", () => {
    expect(analyzeName("Constructor Valueof", "person").readings[0]?.words).toEqual([
      "constructor",
      "valueof",
    ]);
  });
});
