import fc from "fast-check";
import { expect, test } from "vitest";
import { splitEnumerated } from "./enumeration.ts";

test.each([
  ["(1) Sudan (2) Chad", ["Sudan", "Chad"]],
  ["a) 12/05/1965;                     b) 1/1/1966", ["12/05/1965", "1/1/1966"]],
  ["a)1955 b)1956", ["1955", "1956"]],
  ["1) Chaman border town, Pakistan, 2) Pishin", ["Chaman border town, Pakistan", "Pishin"]],
  ["(1) to (6) Algeria (7) Morocco", ["Algeria", "Morocco"]],
  ["（a）1984年（b）1985年", ["1984年", "1985年"]],
  ["Kim (1) and Kim (2)", ["Kim (1) and Kim (2)"]],
  ["plain", ["plain"]],
  ["  ", []],
])("%s", (text, items) => {
  expect(splitEnumerated(text)).toEqual(items);
});

test("blank items keep their place where two cells are read side by side", () => {
  expect(splitEnumerated("(1) - (2) Russia", { blanks: true })).toEqual(["", "Russia"]);
});

test("nothing is lost but the marks and what divides the items", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Za-z]{4,8}$/), { minLength: 1, maxLength: 30 }), (words) => {
      expect(splitEnumerated(words.map((word, at) => `(${at + 1}) ${word}`).join("; "))).toEqual(words);
    }),
  );
});
