import { Fault } from "../fault.ts";

type Field = ReadonlySet<number>;

/** Times by the clock: minute, hour, day of the month, month, day of the week (0 and 7 are Sunday), in UTC. */
export type Cron = {
  readonly minutes: Field;
  readonly hours: Field;
  readonly days: Field;
  readonly months: Field;
  readonly weekdays: Field;
  /** True where both a day of the month and one of the week are named: either will do, as cron has it. */
  readonly eitherDay: boolean;
};

const RANGES = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

function readField(text: string, [min, max]: readonly [number, number]): Field | null {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const [, all, from, to, step] = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part) ?? [];
    if (all === undefined && from === undefined) return null;
    const first = all === undefined ? Number(from) : min;
    const last = all !== undefined || (to === undefined && step !== undefined) ? max : Number(to ?? from);
    const stride = step === undefined ? 1 : Number(step);
    if (first < min || last > max || first > last || stride < 1) return null;
    for (let value = first; value <= last; value += stride) values.add(value);
  }
  return values;
}

/** Reads the five fields. Throws `usage` where they are none. */
export function parseCron(text: string, setting: string): Cron {
  const parts = text.trim().split(/\s+/);
  const fields = parts.map((part, at) => readField(part, RANGES[at] ?? [1, 0]));
  const [minutes, hours, days, months, weekdays] = fields;
  if (fields.length !== 5 || !minutes || !hours || !days || !months || !weekdays) {
    const reason = `${setting}: "${text.slice(0, 60)}" is not minute hour day month weekday, such as 0 * * * *`;
    throw new Fault({ code: "usage", reason });
  }
  const sundays = weekdays.has(7) ? new Set([...weekdays, 0]) : weekdays;
  const eitherDay = parts[2] !== "*" && parts[4] !== "*";
  return { minutes, hours, days, months, weekdays: sundays, eitherDay };
}

/** True where the moment's minute is one of them. */
export function isDue(cron: Cron, at: Date): boolean {
  const day = cron.days.has(at.getUTCDate());
  const weekday = cron.weekdays.has(at.getUTCDay());
  return (
    cron.minutes.has(at.getUTCMinutes()) &&
    cron.hours.has(at.getUTCHours()) &&
    cron.months.has(at.getUTCMonth() + 1) &&
    (cron.eitherDay ? day || weekday : day && weekday)
  );
}
