/** Zones that a map shows, as whole hours east of UTC, from west to east: where platforms and their clients mostly are. */
export const ZONES = [-8, -5, -3, 0, 1, 3, 5, 8, 9, 10] as const;

/** Hours in which most people work. */
const WORK = { from: 8, until: 20 } as const;
const HOURS = 24;

/** Hours counted in UTC as the clocks of a zone show them; the zone in whole hours east of UTC. */
export function localHours(utc: readonly number[], zone: number): readonly number[] {
  return Array.from({ length: HOURS }, (_, local) => utc[(((local - zone) % HOURS) + HOURS) % HOURS] ?? 0);
}

/** Hours of several accounts together. */
export function sumHours(all: readonly (readonly number[])[]): readonly number[] {
  return Array.from({ length: HOURS }, (_, hour) => all.reduce((sum, hours) => sum + (hours[hour] ?? 0), 0));
}

/** How much of it lies between 8 and 20 o'clock, from 0 to 1; null where there is nothing. */
export function workShare(local: readonly number[]): number | null {
  const all = local.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  return local.slice(WORK.from, WORK.until).reduce((sum, count) => sum + count, 0) / all;
}

/** A zone as people write it: UTC+9, UTC−8, UTC. */
export function sayZone(zone: number): string {
  return zone === 0 ? "UTC" : `UTC${zone > 0 ? "+" : "−"}${Math.abs(zone)}`;
}
