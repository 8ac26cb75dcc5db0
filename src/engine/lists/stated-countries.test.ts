import { expect, test } from "vitest";
import { readCountries } from "./stated-countries.ts";

test.each([
  ["Russia", ["ru"]],
  ["(1) Central African Republic. (2) South Sudan", ["cf", "ss"]],
  ["Russian and Ukrainian", ["ru", "ua"]],
  ["Former USSR (now Belarus)", ["suhh", "by"]],
  ["Former USSR Currently Ukraine", ["suhh", "ua"]],
  ["Ukrainian SSR", ["suhh"]],
  ["Iraq (previous address)", ["iq"]],
  ["Congo (Democratic Republic)", ["cd"]],
  ["Kuwaiti citizenship", ["kw"]],
  ["Panama. South Korea", ["pa", "kr"]],
  ["(1) to (6) Algeria (7) Morocco", ["dz", "ma"]],
])("the countries of %s", (text, codes) => {
  expect(readCountries(text)).toEqual({ codes, unread: [] });
});

test("a text that names something else beside a country is not half read", () => {
  expect(readCountries("Latakia Province, Syria")).toEqual({
    codes: [],
    unread: ["Latakia Province, Syria"],
  });
  expect(readCountries("Congolese").codes).toEqual([]);
});
