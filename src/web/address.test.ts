import fc from "fast-check";
import { expect, it } from "vitest";
import { readSearch, writeSearch } from "./address.ts";

/** What a page is given: each part as a text. */
const texts = (search: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(search).map(([key, value]) => [key, String(value)]));

it("writes what looks like a number into an address without quotation marks", () => {
  expect(writeSearch({ threshold: "0.58", minutes: "5" })).toBe("?threshold=0.58&minutes=5");
});

it("still reads the quoted numbers of older addresses", () => {
  expect(texts(readSearch("?threshold=%220.58%22&minutes=7"))).toEqual({ threshold: "0.58", minutes: "7" });
});

it("reads back whatever text it wrote, quotation marks and numbers of any form too", () => {
  const text = fc.oneof(
    fc.string({ minLength: 1, unit: "grapheme" }),
    fc.constantFrom('"Silver Star"', '"', '""', "007", "1e3", "null", "true", "[1]", "{}", "-0"),
  );
  fc.assert(
    fc.property(text, (q) => {
      expect(texts(readSearch(writeSearch({ q })))).toEqual({ q });
    }),
  );
});
