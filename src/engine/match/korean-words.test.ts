import { describe, expect, it } from "vitest";
import { FACT_FEATURES, NAME_FEATURES } from "./features.ts";
import { changeIn, hasKoreanWords, wordsIn } from "./korean-words.ts";

describe("explanations in Korean", () => {
  it("have a sentence for every feature of the table", () => {
    const features = [...NAME_FEATURES, ...FACT_FEATURES].map(({ feature }) => feature);
    expect([...features, "prior"].filter((feature) => !hasKoreanWords(feature))).toEqual([]);
  });

  it("name the values compared, and how words met", () => {
    const words = wordsIn({
      feature: "name-words-altered",
      weight: -1,
      query: "Jong",
      listed: "정",
      words: "",
      meetings: [{ query: "jong", listed: "jeong", how: "romanization" }],
    });
    expect(words).toBe("꼭 같지는 않은 단어가 있습니다: “jong” ↔ “jeong” (같은 한국어의 다른 로마자 표기).");
  });

  it("say of which script a word is a spelling", () => {
    const said = wordsIn({
      feature: "name-words-altered",
      weight: 1,
      query: "министерство",
      listed: "Ministry",
      words: "",
      meetings: [
        {
          query: "ministerstvo",
          listed: "ministry",
          how: "romanization",
          from: { script: "cyrillic", local: "министерство" },
        },
      ],
    });
    expect(said).toContain("“министерство” ↔ “ministry” (키릴 문자의 로마자 표기 또는 번역)");
  });

  it("say what would turn the answer round", () => {
    const words =
      "With another country than North Korea and with a birth date years away from 1970-02-05: 0.31, no hit.";
    expect(changeIn({ words, score: 0.31 })).toBe(
      "국가가 North Korea이(가) 아니라면, 생년월일이 1970-02-05와(과) 여러 해 다르다면 0.31점으로 일치가 아닙니다.",
    );
    expect(changeIn({ words: "Otherwise worded.", score: 0.5 })).toBe("Otherwise worded.");
  });

  it("fall back to English where there is none", () => {
    const feature = { feature: "not-yet-known", weight: 1, query: null, listed: null, words: "In English." };
    expect(wordsIn(feature)).toBe("In English.");
  });
});
