import { sayDay } from "../day.ts";
import type { Money, Quantity } from "../transaction.ts";
import { moneyAt, sayMoney, sayQuantity } from "./amount.ts";
import { type Book, type LineBook, leftOf, MONEY_SCALE, type Reservation } from "./ledger.ts";
import { countIn, quantityOf } from "./unit.ts";
import type { PeriodLimit, Waiver } from "./waiver.ts";

/** The waiver's own terms, as far as its ledger needs them. */
export type LedgerTerms = Pick<
  Waiver,
  | "approvedOn"
  | "from"
  | "until"
  | "revokedOn"
  | "suspensions"
  | "zone"
  | "route"
  | "parties"
  | "periodLimits"
> & {
  /** True where goods that came back can be drawn again. */
  readonly returnsRestore: boolean;
};

/** What became of an operation: the reservation that it made or touched, or a sentence for each reason against it. */
export type Posted =
  | { readonly kind: "posted"; readonly reservation: Reservation; readonly moved: readonly MovedLine[] }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/** What an operation moved on one line, and what is left of the line then. */
export type MovedLine = {
  readonly line: string;
  readonly amount: bigint;
  readonly unit: string;
  readonly left: Quantity;
};

/** Where an operation is posted: the book, the terms, the instant (ISO 8601), and the id that a new reservation takes. */
export type Posting = {
  readonly book: Book;
  readonly terms: LedgerTerms;
  readonly at: string;
  readonly newId: string;
};

/** Steps that take a posting back, the last first. */
export type Undo = (() => void)[];
/** Amounts by the lines that they are of. */
export type Parts = readonly { readonly book: LineBook; readonly amount: bigint }[];

/** Adds to a member of an account, and remembers how to take it away again. */
export function add<K extends string>(
  account: Record<K, bigint>,
  member: K,
  amount: bigint,
  undo: Undo,
): void {
  account[member] += amount;
  undo.push(() => {
    account[member] -= amount;
  });
}

/** The stated lines counted in the units of the book; several statements of a line add up. */
export function countLines(
  { book }: Posting,
  stated: readonly { readonly line: string; readonly quantity: Quantity }[],
): { readonly parts: Parts; readonly reasons: readonly string[] } {
  const amounts = new Map<LineBook, bigint>();
  const reasons: string[] = [];
  for (const { line, quantity } of stated) {
    const account = book.lines.get(line);
    if (account === undefined) {
      reasons.push(`it has no line ${line}`);
      continue;
    }
    const counted = countIn(quantity, account.unit);
    if (counted.kind === "refused") reasons.push(`line ${line}: ${counted.reason}`);
    else if (counted.amount === 0n) reasons.push(`line ${line}: nothing is asked for`);
    else amounts.set(account, (amounts.get(account) ?? 0n) + counted.amount);
  }
  return { parts: [...amounts].map(([one, amount]) => ({ book: one, amount })), reasons };
}

export const say = (amount: bigint, unit: string) => sayQuantity(quantityOf(amount, unit));

/** Why a line has not so much left. */
export function lineReasons(parts: Parts): readonly string[] {
  return parts.flatMap(({ book, amount }) => {
    const left = book.allowed - book.committed - book.reserved;
    if (amount <= left) return [];
    const missing = say(amount - left, book.unit);
    const held = book.reserved > 0n ? `, ${say(book.reserved, book.unit)} are reserved` : "";
    return [
      `line ${book.line}: ${missing} of ${say(amount, book.unit)} are not covered: ${say(book.allowed, book.unit)} are allowed, ${say(book.committed, book.unit)} are used${held}, ${sayQuantity(leftOf(book))} left`,
    ];
  });
}

export function countValue({ book }: Posting, stated: Money | undefined): bigint | string {
  if (book.value === null) return 0n;
  const { currency } = book.value;
  if (stated === undefined) return `the waiver limits the value: state it in ${currency}`;
  if (stated.currency !== currency)
    return `the waiver counts its value in ${currency}, and ${stated.currency} is not converted`;
  return moneyAt(stated, MONEY_SCALE) ?? `${sayMoney(stated)} has more than ${MONEY_SCALE} decimal places`;
}

export const sayValue = (amount: bigint, currency: string) =>
  sayMoney({ amount: amount.toString(), scale: MONEY_SCALE, currency });

export function valueReasons({ book }: Posting, amount: bigint): readonly string[] {
  const { value } = book;
  if (value === null) return [];
  const left = value.allowed - value.committed - value.reserved;
  if (amount <= left) return [];
  return [
    `${sayValue(amount, value.currency)} are asked for, and ${sayValue(left, value.currency)} of ${sayValue(value.allowed, value.currency)} are left`,
  ];
}

/** The first day of the period that a day lies in. */
export function periodStart(each: PeriodLimit["each"], day: string): string {
  if (each === "day") return day;
  return each === "month" ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
}

/** By which name a book keeps what is used of a limit in a period. */
export const periodKey = (limit: number, start: string): string => `${limit} ${start}`;

/** What a limit counts of an operation: quantity of its line, value, or one for a new shipment. */
export function countedBy(
  limit: PeriodLimit,
  parts: Parts,
  value: bigint,
  isNewShipment: boolean,
): { readonly amount: bigint; readonly max: bigint; readonly words: string } {
  if (limit.of === "shipments") {
    const words = `${limit.max} ${limit.max === 1 ? "shipment" : "shipments"}`;
    return { amount: isNewShipment ? 1n : 0n, max: BigInt(limit.max), words };
  }
  if (limit.of === "value")
    return { amount: value, max: moneyAt(limit.max, MONEY_SCALE) ?? 0n, words: sayMoney(limit.max) };
  const part = parts.find(({ book }) => book.line === limit.line);
  const max = countIn(limit.max, part?.book.unit ?? limit.max.unit);
  return {
    amount: part?.amount ?? 0n,
    max: max.kind === "exact" ? max.amount : 0n,
    words: `${sayQuantity(limit.max)} of line ${limit.line}`,
  };
}

export function countPeriods(
  { book, terms }: Posting,
  used: {
    readonly parts: Parts;
    readonly value: bigint;
    readonly isNewShipment: boolean;
    readonly day: string;
  },
  sign: 1n | -1n,
  undo: Undo,
): readonly string[] {
  const reasons: string[] = [];
  for (const [at, limit] of (terms.periodLimits ?? []).entries()) {
    const { amount, max, words } = countedBy(limit, used.parts, used.value, used.isNewShipment);
    if (amount === 0n) continue;
    const start = periodStart(limit.each, used.day);
    const key = periodKey(at, start);
    const account = book.periods.get(key) ?? { limit: at, start, used: 0n };
    if (!book.periods.has(key)) book.periods.set(key, account);
    if (sign > 0n && account.used + amount > max) {
      reasons.push(`each ${limit.each} it allows ${words}, which this would exceed from ${sayDay(start)} on`);
      continue;
    }
    add(account, "used", sign * amount, undo);
  }
  return reasons;
}

/** Counts the reference as a shipment, or says that their number is used up. */
export function countShipment({ book }: Posting, reference: string, undo: Undo): readonly string[] {
  const { shipmentsMax, shipments } = book;
  const known = shipments.get(reference);
  if (known !== undefined) {
    known.holders += 1;
    undo.push(() => {
      known.holders -= 1;
    });
    return [];
  }
  if (shipmentsMax !== null && shipments.size >= shipmentsMax)
    return [
      shipmentsMax === 1 ? "its one shipment has been made" : `its ${shipmentsMax} shipments have been made`,
    ];
  shipments.set(reference, { holders: 1 });
  undo.push(() => shipments.delete(reference));
  return [];
}

export function movedOf(parts: Parts): readonly MovedLine[] {
  return parts.map(({ book, amount }) => ({ line: book.line, amount, unit: book.unit, left: leftOf(book) }));
}
