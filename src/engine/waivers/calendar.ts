import { z } from "zod";
import { assert, Fault } from "../../fault.ts";
import { daySchema } from "../day.ts";

/** The days that an office works, with its holidays as data: nobody computes the Feast of Sacrifice. */
export const calendarSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z-]+$/),
    name: z.string(),
    /** IANA time zone in which its days begin and end. */
    zone: z.string(),
    /** Years of which the holidays are held; a deadline beyond them is refused, not guessed. */
    years: z.tuple([z.int(), z.int()]).readonly(),
    holidays: z.array(z.strictObject({ day: daySchema, name: z.string() }).readonly()).readonly(),
    basis: z.enum(["read", "background"]),
    source: z.string(),
  })
  .readonly();
export type OfficeCalendar = z.infer<typeof calendarSchema>;

const DAY_MS = 86_400_000;
/** Steps further than this are a slip: a year of working days. */
const STEPS_MAX = 260;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** True where the office works on that day. Throws `input-invalid` for a year of which no holidays are held. */
export function isWorkingDay(calendar: OfficeCalendar, day: string): boolean {
  const year = Number(day.slice(0, 4));
  const [first, last] = calendar.years;
  if (year < first || year > last) {
    const reason = `the holidays of ${calendar.name} are held for ${first} to ${last} only, not for ${year}`;
    throw new Fault({ code: "input-invalid", file: "calendar", where: calendar.id, reason });
  }
  const weekday = new Date(timeOf(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.some((holiday) => holiday.day === day);
}

/** The day that is so many working days after `day`, which itself does not count; a day is the day itself for 0. */
export function addWorkingDays(calendar: OfficeCalendar, day: string, steps: number): string {
  assert(Number.isInteger(steps) && steps >= 0 && steps <= STEPS_MAX, `${steps} is a number of working days`);
  let time = timeOf(day);
  for (let left = steps; left > 0; ) {
    time += DAY_MS;
    if (isWorkingDay(calendar, dayOf(time))) left -= 1;
  }
  return dayOf(time);
}

/** So many calendar months later, on the same day of the month or its last where it has none such. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return dayOf(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())));
}

/** So many calendar days later. */
export function addCalendarDays(day: string, days: number): string {
  return dayOf(timeOf(day) + days * DAY_MS);
}
