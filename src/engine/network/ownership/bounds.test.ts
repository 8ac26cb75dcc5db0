import { describe, expect, it } from "vitest";
import { readBounds, sayBounds } from "./bounds.ts";

const say = (text: string) => {
  const read = readBounds(text);
  return typeof read === "string" ? `! ${read}` : sayBounds(read);
};

describe("a share as people and registers write it", () => {
  it.each([
    ["50", "50 %"],
    ["33.3 %", "33.3 %"],
    ["33,3%", "33.3 %"],
    ["1/3", "33.333333… %"],
    ["25-50 %", "25 to 50 %"],
    ["25 – 50", "25 to 50 %"],
    ["> 25", "more than 25 %"],
    ["at least 50", "at least 50 %"],
    ["75+", "at least 75 %"],
    ["less than 5%", "less than 5 %"],
    ["more than 25 but not more than 50", "more than 25 % and at most 50 %"],
    [">50-75", "more than 50 % and at most 75 %"],
    ["ownership-of-shares-50-to-75-percent", "more than 50 % and less than 75 %"],
    ["voting-rights-75-to-100-percent", "at least 75 %"],
    ["majority", "more than 50 %"],
    ["unknown", "an unknown share"],
    ["0", "0 %"],
    ["49.999999999999", "49.999999999999 %"],
    ["-5", "! a negative share"],
    ["150", "! a share over 100 %"],
    ["4/3", "! a share over 100 %"],
    ["1/0", "! a fraction of nothing"],
    ["60-40", "! a band that ends before it begins"],
    ["some", "! not a share"],
    ["", "! not a share"],
    ["9".repeat(500), "! too long for a share"],
  ])("%s is %s", (text, words) => {
    expect(say(text)).toBe(words);
  });
});
