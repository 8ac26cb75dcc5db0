import { describe, expect, it } from "vitest";
import { presenceOn, readPeriod, sayPeriod } from "./period.ts";

const on = (day: string, from: string | null, until: string | null) =>
  presenceOn(readPeriod(from === null ? [] : [from], until === null ? [] : [until]), day);

describe("a tie on a day", () => {
  it.each([
    ["2018-09-04", null, "2018-09-05", "holds"],
    ["2018-09-05", null, "2018-09-05", "absent"],
    ["2018-09-05", "2018-09-05", null, "holds"],
    ["2018-09-04", "2018-09-05", null, "absent"],
    ["2018-06-01", "2018", null, "may-hold"],
    ["2017-12-31", "2018", null, "absent"],
    ["2018-12-31", "2018", null, "holds"],
    ["2020-02-29", null, "2020-02", "may-hold"],
    ["2020-03-01", null, "2020-02", "absent"],
    ["2020-01-31", null, "2020-02", "holds"],
    ["2024-01-01", null, null, "holds"],
    ["2024-01-01", "2020-01-01", "2019-01-01", "may-hold"],
    ["2024-01-01", "2018-02-30", null, "may-hold"],
    ["2024-01-01", "some day", null, "may-hold"],
    ["2024-01-01", "2050-01-01", null, "absent"],
    ["2018-09-13", "2018-09-13T09:00:00Z", null, "holds"],
  ])("on %s, from %s until %s, %s", (day, from, until, presence) => {
    expect(on(day, from, until)).toBe(presence);
  });

  it("may hold between starts that sources state differently", () => {
    const period = readPeriod(["2017-01-01", "2018-01-01"], []);
    expect(["2016-12-31", "2017-06-01", "2018-01-01"].map((day) => presenceOn(period, day))).toEqual([
      "absent",
      "may-hold",
      "holds",
    ]);
    expect(sayPeriod(period)).toBe("since between 2017-01-01 and 2018-01-01");
  });
});
