import { describe, expect, it } from "vitest";
import { localHours, sayZone, sumHours, workShare } from "./hours.ts";

/** Counts with `count` in one hour (UTC) and none elsewhere. */
const only = (hour: number, count: number): readonly number[] =>
  Array.from({ length: 24 }, (_, at) => (at === hour ? count : 0));

describe("hours of logins", () => {
  it("stand where the clocks of a zone show them, across midnight on both sides", () => {
    expect(localHours(only(0, 5), 9)).toEqual(only(9, 5));
    expect(localHours(only(20, 5), 9)).toEqual(only(5, 5));
    expect(localHours(only(3, 5), -8)).toEqual(only(19, 5));
    expect(localHours(only(3, 5), 0)).toEqual(only(3, 5));
  });

  it("add up over accounts, and say how much of it is by day", () => {
    const both = sumHours([only(9, 3), only(23, 1)]);
    expect(workShare(both)).toBe(0.75);
    expect(workShare(localHours(both, 10))).toBe(1);
    expect(workShare(only(0, 0))).toBe(null);
  });

  it("name zones as people do", () => {
    expect([9, 0, -8].map(sayZone)).toEqual(["UTC+9", "UTC", "UTC−8"]);
  });
});
