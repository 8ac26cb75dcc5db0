import { assert } from "../fault.ts";
import { isDay } from "./day.ts";

/** Which days are worked: Monday to Friday, or these without the holidays of the United States' government. */
export const CALENDARS = ["weekdays", "us-federal"] as const;
export type Calendar = (typeof CALENDARS)[number];

/** Steps further than this are a mistake: four years of working days. */
const STEPS_MAX = 1_000;
const DAY_MS = 86_400_000;

/** Holidays on a date, as month and day. Juneteenth is one since 2021 (Public Law 117-17). */
const FIXED: readonly (readonly [month: number, day: number, since: number])[] = [
  [1, 1, 1885],
  [6, 19, 2021],
  [7, 4, 1885],
  [11, 11, 1938],
  [12, 25, 1885],
];

/** Holidays on the nth weekday of a month (5 U.S.C. 6103); `last` counts from its end. Weekdays from Sunday, 0. */
const NTH: readonly (readonly [month: number, weekday: number, nth: number | "last"])[] = [
  [1, 1, 3],
  [2, 1, 3],
  [5, 1, "last"],
  [9, 1, 1],
  [10, 1, 2],
  [11, 4, 4],
];

function at(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day);
}

function nthWeekday(year: number, [month, weekday, nth]: (typeof NTH)[number]): number {
  if (nth === "last") {
    const end = at(year, month + 1, 0);
    return end - ((new Date(end).getUTCDay() - weekday + 7) % 7) * DAY_MS;
  }
  const first = at(year, month, 1);
  const offset = (weekday - new Date(first).getUTCDay() + 7) % 7;
  return first + (offset + (nth - 1) * 7) * DAY_MS;
}

/** A holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after (5 U.S.C. 6103(b); E.O. 11582). */
function kept(day: number): number {
  const weekday = new Date(day).getUTCDay();
  if (weekday === 6) return day - DAY_MS;
  return weekday === 0 ? day + DAY_MS : day;
}

function isFederalHoliday(day: number): boolean {
  const year = new Date(day).getUTCFullYear();
  // New Year's Day of the next year may be kept on 31 December.
  return [year, year + 1].some(
    (one) =>
      FIXED.some(([month, date, since]) => one >= since && kept(at(one, month, date)) === day) ||
      NTH.some((rule) => nthWeekday(one, rule) === day),
  );
}

function works(day: number, calendar: Calendar): boolean {
  const weekday = new Date(day).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return calendar === "weekdays" || !isFederalHoliday(day);
}

function parse(day: string): number {
  assert(isDay(day), `${day} is a calendar day`);
  return Date.parse(`${day}T00:00:00Z`);
}

/** True where the day (YYYY-MM-DD) is worked. */
export function isBusinessDay(day: string, calendar: Calendar): boolean {
  return works(parse(day), calendar);
}

/**
 * The day that is so many working days after `day`, which itself does not count: what is blocked on a Monday is due, in
 * ten business days, on the Monday two weeks later. `steps` is 0 to 1,000; 0 gives the day itself.
 */
export function addBusinessDays(day: string, steps: number, calendar: Calendar): string {
  assert(Number.isInteger(steps) && steps >= 0 && steps <= STEPS_MAX, `${steps} is a number of working days`);
  let time = parse(day);
  for (let left = steps; left > 0; ) {
    time += DAY_MS;
    if (works(time, calendar)) left -= 1;
  }
  return new Date(time).toISOString().slice(0, 10);
}

/** The day that is so many calendar days later. */
export function addDays(day: string, days: number): string {
  return new Date(parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
