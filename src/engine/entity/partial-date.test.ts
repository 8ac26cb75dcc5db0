import fc from "fast-check";
import { expect, test } from "vitest";
import { isPartialDate, parsePartialDate } from "./partial-date.ts";

test("dates keep exactly the precision that the source states", () => {
  const cases: readonly (readonly [string, readonly string[], string | null])[] = [
    ["05 Feb 1970", ["1970-02-05"], null],
    ["5 February 1970", ["1970-02-05"], null],
    ["February 5, 1970", ["1970-02-05"], null],
    ["Feb 1970", ["1970-02"], null],
    ["1970", ["1970"], null],
    ["1970-02-05T00:00:00", ["1970-02-05"], null],
    ["1970-02-05Z", ["1970-02-05"], null],
    ["12/05/1980", ["1980-05-12"], null],
    ["00/00/1970", ["1970"], null],
    ["00/02/1970", ["1970-02"], null],
    ["dd/mm/1970", ["1970"], null],
    ["dd/02/1970", ["1970-02"], null],
    ["circa 1970", ["1970"], "1970~"],
    ["circa Feb 1970", ["1970-02"], "1970-02~"],
    ["Approximately 1970", ["1970"], "1970~"],
    ["1965 to 1969", ["1965", "1969"], "1965/1969"],
    ["1965-1969", ["1965", "1969"], "1965/1969"],
    ["Between 1965 and 1969", ["1965", "1969"], "1965/1969"],
    ["01 Jan 1965 to 31 Dec 1969", ["1965-01-01", "1969-12-31"], "1965-01-01/1969-12-31"],
    ["circa 1955-1957", ["1955", "1957"], "1955~/1957~"],
    ["circa 1955 to circa 1957", ["1955", "1957"], "1955~/1957~"],
    ["1960s", ["1960", "1969"], "196X"],
    ["1970年2月5日", ["1970-02-05"], null],
    ["18-Jun-1995", ["1995-06-18"], null],
    ["19700205", ["1970-02-05"], null],
  ];
  for (const [text, values, edtf] of cases) expect(parsePartialDate(text), text).toEqual({ values, edtf });
});

test("the order of day and month is the caller's to say", () => {
  expect(parsePartialDate("03/28/2025", "mdy")?.values).toEqual(["2025-03-28"]);
  expect(parsePartialDate("03/28/2025")).toBeNull();
});

test("a date that isn't one is null", () => {
  for (const text of [
    "31 Feb 1970",
    "1970-13",
    "1970-02-30",
    "29 Feb 1970",
    "0000",
    "05/00/1970",
    "",
    "Jong",
  ]) {
    expect(parsePartialDate(text), text).toBeNull();
  }
});

test("whatever is read is a real partial date", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/ .-]{4,12}$/)), (text) => {
      for (const value of parsePartialDate(text)?.values ?? []) expect(isPartialDate(value)).toBe(true);
    }),
  );
});
