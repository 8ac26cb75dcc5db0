import { expect, it } from "vitest";
import { sayCountryNamed, sayValue } from "./saying.ts";

it("a country that evidence states by its English name is said in the language of the page", () => {
  expect(sayCountryNamed("ko", "North Korea")).toBe("북한");
  expect(sayCountryNamed("en", "North Korea")).toBe("North Korea");
  expect(sayCountryNamed("ko", "Nowhere")).toBe("Nowhere");
});

it("values of the model's own lists, and identifiers, are said in words", () => {
  expect(sayValue("ko", "gender", "male")).toBe("남성");
  expect(sayValue("en", "topics", "sanction")).toBe("Sanctioned");
  expect(sayValue("ko", "identifier", "document 927220230")).toBe("문서 927220230");
  expect(sayValue("en", "identifier", "imo 9362059")).toBe("IMO 9362059");
  expect(sayValue("en", "identifier", "927220230")).toBe("927220230");
});
