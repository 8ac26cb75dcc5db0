import { expect, test } from "vitest";
import { countryCode, countryName, isCountryCode } from "./country.ts";

test("the lists' spellings of the two Koreas are told apart", () => {
  for (const text of [
    "Korea, North",
    "DPRK",
    "D.P.R.K.",
    "Democratic People's Republic of Korea",
    "Democratic People’s Republic of Korea",
    "KP",
    "PRK",
    "북한",
    "조선민주주의인민공화국",
    "КНДР",
    "North Korea",
  ]) {
    expect(countryCode(text), text).toBe("kp");
  }
  for (const text of ["Korea, South", "Republic of Korea", "대한민국", "KR", "Korea, Republic of"]) {
    expect(countryCode(text), text).toBe("kr");
  }
});

test("a name that fits two countries is none", () => {
  for (const text of ["Korea", "Korean", "Congolese", "Virgin Islands", ""])
    expect(countryCode(text), text).toBeNull();
});

test("names are known whatever their case, article, inversion or language", () => {
  const cases: Readonly<Record<string, string>> = {
    Burma: "mm",
    "Congo, Democratic Republic of the": "cd",
    "Congo, Republic of the": "cg",
    "West Bank": "ps",
    "Region: Gaza": "ps",
    "Region: Crimea": "ua-cri",
    "THE GAMBIA": "gm",
    "Bahamas, The": "bs",
    "Côte d'Ivoire": "ci",
    "Cote d Ivoire": "ci",
    "Virgin Islands, British": "vg",
    "North Macedonia, The Republic of": "mk",
    "Iran (Islamic Republic of)": "ir",
    "Russian Federation": "ru",
    Россия: "ru",
    中国: "cn",
    الصين: "cn",
    ロシア: "ru",
    Allemagne: "de",
    Syrien: "sy",
    USSR: "suhh",
    SU: "suhh",
    YU: "yucs",
    Yugoslavia: "yucs",
    UAE: "ae",
    "Hong Kong": "hk",
    Türkiye: "tr",
    Namibia: "na",
    NA: "na",
  };
  for (const [text, code] of Object.entries(cases)) expect(countryCode(text), text).toBe(code);
});

test("what is not a country has no code", () => {
  for (const text of ["Pyongyang", "undetermined", "Region: Kafia Kingi", "x".repeat(5000)]) {
    expect(countryCode(text), text).toBeNull();
  }
  expect(isCountryCode("zz")).toBe(false);
  expect(countryName("kp")).toBe("North Korea");
});
