import { hash32 } from "../text-signature.ts";

/** Ways of coming in that are told apart on one day; an account with more of them is seen to have very many. */
const VISITS_MAX = 24;
/** A day has 96 slots of a quarter of an hour, in three numbers of 32 bits. */
const SLOT_MS = 900_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SLOTS_PER_NUMBER = 32;

/** What is the same in all logins of one visit, as the fields of a text: it is the visit's name. */
const FIELDS = [
  "ip",
  "country",
  "place",
  "latitude",
  "longitude",
  "type",
  "service",
  "device",
  "offset",
  "locale",
  "keyboard",
  "ports",
  "session",
  "network",
] as const;
/** A sign that JSON need not escape: names are written and read by the million. */
const SEPARATOR = "\u007f";

/** One way in which an account came in on one day: where from, with what, when first, when last, in which hours. */
export type Visit = {
  readonly ip: string;
  readonly country: string | null;
  readonly place: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly type: string | null;
  readonly service: string | null;
  readonly device: string | null;
  readonly offset: number | null;
  readonly locale: string | null;
  readonly keyboard: string | null;
  readonly ports: readonly number[];
  readonly session: string | null;
  readonly network: string | null;
  /** Milliseconds since 1970. */
  readonly first: number;
  readonly last: number;
  /** How many different hours (UTC) of the day it was seen in. */
  readonly hours: number;
};

/** A day (UTC) of an account's logins, in bounded room: joining the same login twice changes nothing. */
export type DayDigest = {
  /** A bit for each quarter of an hour with a session. */
  readonly slots: [number, number, number];
  /** In no order. A list takes a third of a map's room, and there are millions of days. */
  readonly visits: Seen[];
};

/** A visit's name, its first and last instant, and a bit for each hour. */
export type Seen = { readonly name: string; first: number; last: number; hours: number };

export function emptyDay(): DayDigest {
  return { slots: [0, 0, 0], visits: [] };
}

/** The number of the day (UTC) of an instant in milliseconds. */
export function dayNumber(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

/** The name of a visit; its parts in the order of `FIELDS`. */
export function visitName(parts: readonly (string | number | undefined)[]): string {
  return parts.map((part) => part ?? "").join(SEPARATOR);
}

// A hash stands for the name where room is short: which visits stay must not depend on the time of day.
const comesFirst = (a: string, b: string): boolean => {
  const [x, y] = [hash32(a), hash32(b)];
  return x === y ? a < b : x < y;
};

/** Joins what was seen of a visit into the day. False where the day has more visits than are kept. */
export function joinVisit({ visits }: DayDigest, seen: Seen): boolean {
  for (const known of visits) {
    if (known.name !== seen.name) continue;
    if (seen.first < known.first) known.first = seen.first;
    if (seen.last > known.last) known.last = seen.last;
    known.hours |= seen.hours;
    return true;
  }
  if (visits.length < VISITS_MAX) {
    visits.push({ ...seen });
    return true;
  }
  let last = 0;
  for (let at = 1; at < visits.length; at += 1)
    if (comesFirst(visits[last]?.name ?? "", visits[at]?.name ?? "")) last = at;
  if (comesFirst(seen.name, visits[last]?.name ?? "")) visits[last] = { ...seen };
  return false;
}

/** The bit of an instant's hour (UTC). */
export function hourBit(ms: number): number {
  return 1 << (Math.floor(ms / HOUR_MS) % 24);
}

/** Marks the slots of a session that lie on the day `day`. */
export function markSlots(digest: DayDigest, day: number, from: number, until: number): void {
  const start = Math.max(0, Math.floor((from - day * DAY_MS) / SLOT_MS));
  const end = Math.min(95, Math.floor((until - day * DAY_MS) / SLOT_MS));
  for (let slot = start; slot <= end; slot += 1) {
    const at = Math.floor(slot / SLOTS_PER_NUMBER) as 0 | 1 | 2;
    digest.slots[at] |= 1 << (slot % SLOTS_PER_NUMBER);
  }
}

/** The 96 slots of a day, true where there was a session. */
export function slotsOf({ slots }: DayDigest): readonly boolean[] {
  return Array.from(
    { length: 96 },
    (_, slot) =>
      ((slots[Math.floor(slot / SLOTS_PER_NUMBER) as 0 | 1 | 2] >>> (slot % SLOTS_PER_NUMBER)) & 1) === 1,
  );
}

function bitsIn(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}

/** The visits of a day as they can be read, in the order of their first instants. */
export function visitsOf({ visits }: DayDigest): readonly Visit[] {
  return visits
    .map(({ name, first, last, hours }) => {
      const parts = name.split(SEPARATOR);
      const at = (field: (typeof FIELDS)[number]): string | null => parts[FIELDS.indexOf(field)] || null;
      const number = (field: (typeof FIELDS)[number]): number | null => {
        const value = at(field);
        return value === null ? null : Number(value);
      };
      return {
        ip: at("ip") ?? "",
        country: at("country"),
        place: at("place"),
        latitude: number("latitude"),
        longitude: number("longitude"),
        type: at("type"),
        service: at("service"),
        device: at("device"),
        offset: number("offset"),
        locale: at("locale"),
        keyboard: at("keyboard"),
        ports: (at("ports") ?? "").split(",").flatMap((port) => (port === "" ? [] : [Number(port)])),
        session: at("session"),
        network: at("network"),
        first,
        last,
        hours: bitsIn(hours),
      };
    })
    .sort((a, b) => a.first - b.first || (a.ip < b.ip ? -1 : 1));
}
