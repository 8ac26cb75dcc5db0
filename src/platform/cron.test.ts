import { expect, test } from "vitest";
import { isDue, parseCron } from "./cron.ts";

const at = (text: string): Date => new Date(text);

test("every hour is due at its first minute alone", () => {
  const hourly = parseCron("0 * * * *", "X");
  expect(isDue(hourly, at("2026-11-24T10:00:00Z"))).toBe(true);
  expect(isDue(hourly, at("2026-11-24T10:01:00Z"))).toBe(false);
});

test("steps, ranges and lists are read as cron reads them", () => {
  const cron = parseCron("*/20 6-8,20 * * 1-5", "X");
  expect(isDue(cron, at("2026-11-24T07:40:00Z"))).toBe(true);
  expect(isDue(cron, at("2026-11-24T20:20:00Z"))).toBe(true);
  expect(isDue(cron, at("2026-11-22T07:40:00Z"))).toBe(false);
});

test("of a day of the month and one of the week either will do, and 7 is Sunday", () => {
  const cron = parseCron("0 0 13 * 7", "X");
  expect(isDue(cron, at("2026-11-13T00:00:00Z"))).toBe(true);
  expect(isDue(cron, at("2026-11-22T00:00:00Z"))).toBe(true);
  expect(isDue(cron, at("2026-11-24T00:00:00Z"))).toBe(false);
});

test.each(["", "* * * *", "60 * * * *", "5-1 * * * *", "a * * * *", "*/0 * * * *"])(
  "%j is refused with the setting's name",
  (text) => {
    expect(() => parseCron(text, "SLUICE_UPDATE_CRON")).toThrow("SLUICE_UPDATE_CRON");
  },
);
