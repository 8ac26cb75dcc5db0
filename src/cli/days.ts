import { isDay } from "../engine/day.ts";
import { usageFault } from "./command.ts";

/** The day that a flag states, or null where it is not given. Throws `usage` for what is no day. */
export function dayOf(flag: string, value: string | null): string | null {
  if (value !== null && !isDay(value))
    throw usageFault(`${flag} ${value}: not a day that exists, written YYYY-MM-DD`);
  return value;
}

/** Today in UTC. */
export function todayOf(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10);
}
