import type { Visit } from "../state/day-digest.ts";
import type { AccountView } from "./view.ts";

/** One row of evidence: what was seen, when, of which account. */
export type Evidence = {
  readonly at: string | null;
  readonly account: string;
  readonly fact: string;
  readonly value: string;
};

/** What a rule found: the rows that it rests on, and the values that its reason is told with. */
export type Found = {
  readonly evidence: readonly Evidence[];
  readonly values: Readonly<Record<string, string | number>>;
};

/** A rule as a pure function of what is known of one account; null where it finds nothing. */
export type RuleFunction = (view: AccountView, threshold: (name: string) => number) => Found | null;

/** Rows of evidence that a flag shows; the rest is counted. */
const ROWS_MAX = 12;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

export const isoOf = (ms: number): string => new Date(ms).toISOString();
export const msOf = (at: string): number => Date.parse(at);
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** What was found, with as many rows as can be read; null where there are none. */
export function found(rows: readonly Evidence[], values: Found["values"] = {}): Found | null {
  if (rows.length === 0) return null;
  return { evidence: rows.slice(0, ROWS_MAX), values: { count: rows.length, ...values } };
}

/** A row about something that happened. */
export function row(
  event: { readonly at: string; readonly account: string },
  fact: string,
  value: string | number,
): Evidence {
  return { at: event.at, account: event.account, fact, value: String(value) };
}

/** A row about a visit. */
export function visitRow(account: string, visit: Visit, fact = "login"): Evidence {
  const words = [visit.ip, visit.country, visit.place, visit.service ?? visit.type, visit.device]
    .filter((part) => part !== null)
    .join(", ");
  return { at: isoOf(visit.first), account, fact, value: words };
}

export function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** All visits in the order of time. */
export function visitsIn(view: AccountView): readonly Visit[] {
  return view.days.flatMap(({ visits }) => visits);
}

/** The newest value that a profile states. */
export function newest<T>(
  view: AccountView,
  pick: (profile: AccountView["profiles"][number]) => T | undefined,
): T | null {
  for (const profile of view.profiles.toReversed()) {
    const value = pick(profile);
    if (value !== undefined) return value;
  }
  return null;
}

/** All values that profiles state, each once. */
export function stated<T>(
  view: AccountView,
  pick: (profile: AccountView["profiles"][number]) => readonly T[] | undefined,
): readonly T[] {
  return distinct(view.profiles.flatMap((profile) => pick(profile) ?? []));
}

/** The country that the account claims, as last stated. */
export const claimedCountry = (view: AccountView): string | null =>
  newest(view, ({ claimedCountry: country }) => country);

/**
 * The longest run of items within a window of time, as the items of the fullest window; the items are in the order of
 * time.
 */
export function fullestWindow<T>(
  items: readonly T[],
  timeOf: (item: T) => number,
  windowMs: number,
): readonly T[] {
  let best: readonly [number, number] = [0, 0];
  let start = 0;
  for (let end = 0; end < items.length; end += 1) {
    const item = items[end];
    if (item === undefined) continue;
    for (
      let first = items[start];
      first !== undefined && timeOf(item) - timeOf(first) > windowMs;
      first = items[start]
    )
      start += 1;
    if (end + 1 - start > best[1] - best[0]) best = [start, end + 1];
  }
  return items.slice(...best);
}

/** Kilometers between two places on the globe (haversine). */
export function kilometers(
  a: { readonly latitude: number; readonly longitude: number },
  b: { readonly latitude: number; readonly longitude: number },
): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * 6_371 * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** Words of a name in small letters, in the order of the alphabet: `KIM, Chol Su` and `Chol Su Kim` are one. */
export function plainName(name: string): string {
  return (
    name
      .normalize("NFKD")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .sort()
    .join(" ");
}

/** True where one name's words all stand in the other's. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [plainName(a), plainName(b)].map((name) => new Set(name.split(" ")));
  if (x === undefined || y === undefined) return false;
  const [few, many] = x.size <= y.size ? [x, y] : [y, x];
  return [...few].every((word) => many.has(word));
}

/** An amount as a number, for comparing alone: no sum that anybody is paid is computed here. */
export const sizeOf = ({ amount }: { readonly amount: string }): number => Number(amount);

/** The day on which the person was hired, as last stated. */
export const hiredOn = (view: AccountView): string | null => newest(view, ({ hiredOn: day }) => day);
