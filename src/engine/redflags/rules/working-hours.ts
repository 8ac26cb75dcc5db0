import { newest } from "./found.ts";
import type { AccountView } from "./view.ts";

/** The middle of a working day, local time. */
const NOON = 13;
/** Whoever works from seven to three, or from eleven to seven, works by day. */
const DAYTIME_HOURS = 3;

/** Hours in a day (UTC) from 0 to 24 around which activity is centered: a mean on the circle. */
export function centerOf(view: AccountView): number | null {
  let [x, y, slots] = [0, 0, 0];
  for (const { slots: day } of view.days)
    for (const [slot, active] of day.entries()) {
      if (!active) continue;
      const angle = ((slot + 0.5) / 96) * 2 * Math.PI;
      x += Math.cos(angle);
      y += Math.sin(angle);
      slots += 1;
    }
  // Activity that is spread around the clock has no center.
  if (slots === 0 || Math.hypot(x, y) / slots < 0.2) return null;
  return ((((Math.atan2(y, x) / (2 * Math.PI)) * 24) % 24) + 24) % 24;
}

/** How many hours the center of activity lies from the middle of a working day in a zone. */
export function hoursFromNoon(center: number, zoneHours: number): number {
  const apart = Math.abs(((center + zoneHours + 48) % 24) - NOON);
  return Math.min(apart, 24 - apart);
}

/** True where the account is used in the daytime of the place that it claims; false also where neither is known. */
export function keepsClaimedHours(view: AccountView): boolean {
  const offset = newest(view, ({ utcOffsetMinutes }) => utcOffsetMinutes);
  const center = centerOf(view);
  return offset !== null && center !== null && hoursFromNoon(center, offset / 60) <= DAYTIME_HOURS;
}
