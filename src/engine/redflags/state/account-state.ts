import type { EventKind, EventOf, WorkerEvent } from "../event.ts";
import { EVENT_LIMITS } from "../event.ts";
import { textSignature } from "../text-signature.ts";
import {
  type DayDigest,
  dayNumber,
  emptyDay,
  hourBit,
  joinVisit,
  markSlots,
  visitName,
} from "./day-digest.ts";
import { addLargest, makeRoom } from "./largest.ts";

/** Days with logins that are kept of an account, the latest: no rule looks back further. */
const DAYS_MAX = 62;
/** Months in which there was anything: ten years, for what lay dormant. */
const MONTHS_MAX = 120;

/** Kinds of events that are kept one by one, with how many of the latest. */
export const ROWS_MAX = {
  account: 60,
  bid: 300,
  rating: 300,
  message: 200,
  payment: 500,
  wallet: 50,
  interview: 50,
  observation: 100,
  shipment: 50,
  endpoint: 60,
  repository: 200,
  company: 50,
} as const satisfies Readonly<Record<Exclude<EventKind, "login">, number>>;

export type RowKind = keyof typeof ROWS_MAX;
export const ROW_KINDS = Object.keys(ROWS_MAX) as readonly RowKind[];

/** An event as it is kept: without its texts, of which only signatures stay. */
export type Row<K extends RowKind = RowKind> = Kept<EventOf<K>>;

type Kept<E> = E extends unknown ? Omit<E, "text" | "resume"> & { readonly signature?: string } : never;

/**
 * What is known of one account, in bounded room. States form a join-semilattice: events may come late, in any order and
 * more than once, and states made of parts may be joined, and the outcome is the same (decisions/037).
 */
export type AccountState = {
  readonly account: string;
  readonly days: Map<number, DayDigest>;
  /** Months (twelve times the year plus the month) in which there was anything. */
  readonly months: Set<number>;
  readonly rows: { [K in RowKind]?: Map<string, string> };
  /** Kinds of which there was more than is kept. */
  readonly beyond: Set<string>;
};

export function emptyState(account: string): AccountState {
  return { account, days: new Map(), months: new Set(), rows: {}, beyond: new Set() };
}

const later = <T>(a: T, b: T): boolean => a > b;

/** The text by which rows are ordered: time, then id. */
function rowKey({ at, id }: WorkerEvent): string {
  return `${String(Date.parse(at)).padStart(15, "0")} ${id}`;
}

/** A row by its key; where two events have one id and one instant, the same one of them always stays. True for a new one. */
function joinRow(state: AccountState, kind: RowKind, key: string, row: string): boolean {
  const rows = state.rows[kind] ?? new Map<string, string>();
  state.rows[kind] = rows;
  const known = rows.get(key);
  if (known !== undefined) {
    if (row > known) rows.set(key, row);
    return false;
  }
  const isFull = rows.size >= ROWS_MAX[kind];
  if (isFull) state.beyond.add(kind);
  if (makeRoom(rows, key, ROWS_MAX[kind], later)) rows.set(key, row);
  return !isFull;
}

function dayOf(state: AccountState, day: number): DayDigest | null {
  const known = state.days.get(day);
  if (known !== undefined) return known;
  if (state.days.size >= DAYS_MAX) state.beyond.add("days");
  if (!makeRoom(state.days, day, DAYS_MAX, later)) return null;
  const digest = emptyDay();
  state.days.set(day, digest);
  return digest;
}

function monthOf(ms: number): number {
  const date = new Date(ms);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const SESSION_MS_MAX = EVENT_LIMITS.sessionHoursMax * 3_600_000;

function joinLogin(state: AccountState, login: EventOf<"login">, at: number): boolean {
  const until = login.until === undefined ? at : Math.min(Date.parse(login.until), at + SESSION_MS_MAX);
  const name = visitName([
    login.ip,
    login.country,
    login.place,
    login.latitude,
    login.longitude,
    login.addressType,
    login.service,
    login.device,
    login.utcOffsetMinutes,
    login.locale,
    login.keyboard,
    login.ports?.join(","),
    login.session,
    login.asName,
  ]);
  const first = dayNumber(at);
  let hasGrown = false;
  for (let day = first; day <= dayNumber(until); day += 1) {
    const digest = dayOf(state, day);
    if (digest === null) continue;
    if (day === first) {
      const before = digest.visits.length;
      if (!joinVisit(digest, { name, first: at, last: at, hours: hourBit(at) })) state.beyond.add("visits");
      if (digest.visits.length > before) hasGrown = true;
    }
    markSlots(digest, day, at, until);
  }
  return hasGrown;
}

/** What is kept of an event of another kind, as canonical text: its members in the order of their names. */
function rowText(event: Exclude<WorkerEvent, { kind: "login" }>): string {
  const text = event.kind === "account" ? event.resume : "text" in event ? event.text : undefined;
  const signature = text === undefined ? null : textSignature(text);
  const kept = Object.entries(event).filter(([name]) => name !== "text" && name !== "resume");
  if (signature !== null) kept.push(["signature", signature]);
  return JSON.stringify(Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Joins an event into the state of its account. True where the state takes more room than before. */
export function joinEvent(state: AccountState, event: WorkerEvent): boolean {
  const at = Date.parse(event.at);
  addLargest(state.months, monthOf(at), MONTHS_MAX);
  if (event.kind === "login") return joinLogin(state, event, at);
  return joinRow(state, event.kind, rowKey(event), rowText(event));
}

/** Joins what another state of the same account knows into `state`. */
export function joinState(state: AccountState, other: AccountState): void {
  for (const month of other.months) addLargest(state.months, month, MONTHS_MAX);
  for (const what of other.beyond) state.beyond.add(what);
  for (const kind of ROW_KINDS)
    for (const [key, row] of other.rows[kind] ?? []) joinRow(state, kind, key, row);
  for (const [day, digest] of other.days) {
    const own = dayOf(state, day);
    if (own === null) continue;
    for (const at of [0, 1, 2] as const) own.slots[at] |= digest.slots[at];
    for (const seen of digest.visits) if (!joinVisit(own, seen)) state.beyond.add("visits");
  }
}

/** The state as a value that JSON can say, in one order whatever the order of arrival. */
export type WrittenState = {
  readonly account: string;
  readonly days: readonly (readonly [
    day: number,
    slots: readonly number[],
    visits: readonly (readonly [string, number, number, number])[],
  ])[];
  readonly months: readonly number[];
  readonly rows: { readonly [kind: string]: readonly (readonly [key: string, row: string])[] };
  readonly beyond: readonly string[];
};

const byKey = (
  [a]: readonly [string | number, ...unknown[]],
  [b]: readonly [string | number, ...unknown[]],
): number => (a < b ? -1 : a > b ? 1 : 0);

export function writeState(state: AccountState): WrittenState {
  return {
    account: state.account,
    days: [...state.days]
      .sort(byKey)
      .map(([day, { slots, visits }]) => [
        day,
        slots.map((slot) => slot | 0),
        visits.map(({ name, first, last, hours }) => [name, first, last, hours] as const).sort(byKey),
      ]),
    months: [...state.months].sort((a, b) => a - b),
    rows: Object.fromEntries(
      ROW_KINDS.flatMap((kind) => {
        const rows = state.rows[kind];
        return rows === undefined ? [] : [[kind, [...rows].sort(byKey)]];
      }),
    ),
    beyond: [...state.beyond].sort(),
  };
}

/** Reads what `writeState` wrote. */
export function readState(written: WrittenState): AccountState {
  return {
    account: written.account,
    days: new Map(
      written.days.map(([day, [a = 0, b = 0, c = 0], visits]) => [
        day,
        {
          slots: [a, b, c],
          visits: visits.map(([name, first, last, hours]) => ({ name, first, last, hours })),
        },
      ]),
    ),
    months: new Set(written.months),
    rows: Object.fromEntries(
      ROW_KINDS.flatMap((kind) => {
        const rows = written.rows[kind];
        return rows === undefined ? [] : [[kind, new Map(rows)]];
      }),
    ),
    beyond: new Set(written.beyond),
  };
}

/** The rows of a kind, the oldest first. */
export function rowsOf<K extends RowKind>(state: AccountState, kind: K): readonly Row<K>[] {
  const rows = state.rows[kind];
  if (rows === undefined) return [];
  return [...rows].sort(byKey).map(([, row]) => JSON.parse(row) as Row<K>);
}
