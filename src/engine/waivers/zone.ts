import { Fault } from "../../fault.ts";

type Parts = { readonly day: string; readonly minutes: number };

/** More zones than IANA knows; spellings of one zone in other capitals cannot fill the memory. */
const ZONES_MAX = 1_000;

/** Made once for each zone: a ledger asks for the day of each drawing, and making one takes 0.2 ms. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(zone);
  if (known !== undefined) return known;
  const made = makeFormatter(zone);
  if (FORMATTERS.size >= ZONES_MAX) FORMATTERS.clear();
  FORMATTERS.set(zone, made);
  return made;
}

function makeFormatter(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  } catch {
    throw new Fault({
      code: "input-invalid",
      file: "waiver",
      where: "zone",
      reason: `${zone} is no time zone`,
    });
  }
}

function partsIn(format: Intl.DateTimeFormat, ms: number): Parts {
  const parts = format.formatToParts(ms);
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === name)?.value ?? "";
  return {
    day: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    minutes: Number(part("hour")) * 60 + Number(part("minute")),
  };
}

/** The calendar day at that place: of an instant (ISO 8601) the day there, of a day that very day. */
export function dayIn(zone: string, at: string): string {
  return at.length <= 10 ? at : partsIn(formatterOf(zone), Date.parse(at)).day;
}

/** True where the text names a time zone that is known (IANA). */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

const MINUTE_MS = 60_000;
const HOUR_MINUTES_MAX = 26 * 60;

/**
 * The instant at which clocks there show that time on that day, ISO 8601 in UTC. An hour that a change of clocks leaves out
 * gives the moment at which it is passed over; of an hour that comes twice, one of the two.
 */
export function instantIn(zone: string, day: string, time: string): string {
  const format = formatterOf(zone);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const wanted = hours * 60 + minutes;
  const middle = Date.parse(`${day}T00:00:00Z`) + wanted * MINUTE_MS;
  // Zones lie within 14 hours of UTC; the first minute that is not before the wanted one is looked for by halves.
  let low = middle - HOUR_MINUTES_MAX * MINUTE_MS;
  let high = middle + HOUR_MINUTES_MAX * MINUTE_MS;
  const isBefore = (ms: number): boolean => {
    const there = partsIn(format, ms);
    return there.day < day || (there.day === day && there.minutes < wanted);
  };
  while (high - low > MINUTE_MS) {
    const half = low + Math.floor((high - low) / (2 * MINUTE_MS)) * MINUTE_MS;
    if (isBefore(half)) low = half;
    else high = half;
  }
  return new Date(high).toISOString();
}
