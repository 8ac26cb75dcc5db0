import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessDays, CALENDARS, isBusinessDay } from "./business-day.ts";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("business days", () => {
  it("knows the federal holidays of 2026", () => {
    const holidays = [
      ...["2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03"],
      ...["2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25"],
    ];
    for (const holiday of holidays)
      expect([holiday, isBusinessDay(holiday, "us-federal")]).toEqual([holiday, false]);
    expect(isBusinessDay("2026-07-06", "us-federal")).toBe(true);
    expect(isBusinessDay("2021-12-31", "us-federal")).toBe(false);
    expect(isBusinessDay("2026-12-25", "weekdays")).toBe(true);
  });

  it("counts ten business days past weekends and holidays", () => {
    expect(addBusinessDays("2026-11-23", 10, "us-federal")).toBe("2026-12-08");
    expect(addBusinessDays("2026-11-23", 10, "weekdays")).toBe("2026-12-07");
    expect(addBusinessDays("2026-11-21", 1, "weekdays")).toBe("2026-11-23");
  });

  it("lands on a working day, and never backwards", () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(...CALENDARS),
        (from, steps, calendar) => {
          const due = addBusinessDays(from, steps, calendar);
          expect(isBusinessDay(due, calendar)).toBe(true);
          expect(due > from).toBe(true);
          expect(due).toBe(addBusinessDays(addBusinessDays(from, steps - 1, calendar), 1, calendar));
        },
      ),
    );
  });
});
