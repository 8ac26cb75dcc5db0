import { z } from "zod";
import { moneySchema, quantitySchema } from "../transaction.ts";
import { quantityOf } from "./unit.ts";

/** Bounds of one operation on a ledger. */
export const LEDGER_LIMITS = {
  linesMax: 2_000,
  /** A reservation that holds goods for longer hides what others could use; it can be made again. */
  reservationMinutesMax: 90 * 24 * 60,
  reservationMinutesUsual: 3 * 24 * 60,
} as const;

const words = z.string().trim().min(1).max(4_000);
const reference = z.string().trim().min(1).max(200);
const line = z.strictObject({ line: z.string().min(1).max(80), quantity: quantitySchema }).readonly();
const lines = z.array(line).min(1).max(LEDGER_LIMITS.linesMax).readonly();
const reason = z.string().trim().min(10).max(4_000);

const taking = {
  /** The shipment that it is for. */
  reference,
  lines,
  /** What the goods are worth together, in the waiver's currency, where it limits the value. */
  value: moneySchema.optional(),
  route: z.array(words.max(200)).max(50).readonly().default([]),
  /** Names of those who take part, where the waiver names them. */
  parties: z.array(words.max(400)).max(200).readonly().default([]),
};

/** What can be asked of a ledger. Quantities are positive; a correction says in which direction it goes. */
export const operationSchema = z.discriminatedUnion("kind", [
  /** Holds what a shipment will need; ends by itself after `minutes`. */
  z.strictObject({
    kind: z.literal("reserve"),
    ...taking,
    minutes: z
      .int()
      .min(1)
      .max(LEDGER_LIMITS.reservationMinutesMax)
      .default(LEDGER_LIMITS.reservationMinutesUsual),
  }),
  /** Draws at once, without a reservation before. */
  z.strictObject({ kind: z.literal("draw"), ...taking }),
  /** What is reserved has passed: all that is open where no lines are given. With `final` the rest is set free. */
  z.strictObject({
    kind: z.literal("commit"),
    reservation: reference,
    lines: lines.optional(),
    value: moneySchema.optional(),
    final: z.boolean().default(false),
  }),
  /** Sets reserved goods free: all that are open where no lines are given. */
  z.strictObject({
    kind: z.literal("release"),
    reservation: reference,
    lines: lines.optional(),
    value: moneySchema.optional(),
    reason: reason.optional(),
  }),
  /** Goods that passed have come back. They can be drawn again only where the waiver says so. */
  z.strictObject({ kind: z.literal("return"), reservation: reference, lines, reason }),
  /** What was written down was wrong: an entry of its own, with the reason. */
  z.strictObject({
    kind: z.literal("correct"),
    reservation: reference,
    direction: z.enum(["more", "less"]),
    lines,
    value: moneySchema.optional(),
    reason,
  }),
]);
export type LedgerOperation = z.infer<typeof operationSchema>;
export type LedgerOperationInput = z.input<typeof operationSchema>;

/** One line's account, in `10^-LEDGER_SCALE` of its unit. `committed` is what has passed, less what came back to be drawn again. */
export type LineBook = {
  readonly line: string;
  readonly unit: string;
  readonly allowed: bigint;
  committed: bigint;
  reserved: bigint;
  returned: bigint;
};

/** The account of values, in `10^-MONEY_SCALE` of the currency. */
export type ValueBook = {
  readonly currency: string;
  readonly allowed: bigint;
  committed: bigint;
  reserved: bigint;
};

/** What one shipment holds and has drawn. */
export type Reservation = {
  readonly id: string;
  readonly reference: string;
  /** ISO 8601; null for what was drawn at once. */
  readonly expiresAt: string | null;
  /** The authority's day on which it was made: the periods that it counts in. */
  readonly day: string;
  readonly lines: Map<string, { open: bigint; committed: bigint; returned: bigint }>;
  readonly value: { open: bigint; committed: bigint };
};

/** How much of a period's bound is used. */
export type PeriodBook = { readonly limit: number; readonly start: string; used: bigint };

/** Everything that a ledger's arithmetic reads and changes. */
export type Book = {
  readonly lines: Map<string, LineBook>;
  readonly value: ValueBook | null;
  readonly shipmentsMax: number | null;
  /** References that count as shipments, each with how many reservations hold or have drawn something for it. */
  readonly shipments: Map<string, { holders: number }>;
  readonly periods: Map<string, PeriodBook>;
  readonly reservations: Map<string, Reservation>;
};

/** Minor units of money are counted to this many places: no currency has more than four. */
export const MONEY_SCALE = 4;

/** What is left of a line. */
export function leftOf({ allowed, committed, reserved, unit }: LineBook) {
  return quantityOf(allowed - committed - reserved, unit);
}

/** True where the reservation holds nothing any more, because its time is over; nobody has to end it. */
export function hasRunOut({ expiresAt, lines: held }: Reservation, at: string): boolean {
  if (expiresAt === null || at < expiresAt) return false;
  return [...held.values()].some(({ open }) => open > 0n);
}

/** True where something of it has passed. */
export function hasPassed({ lines: held }: Reservation): boolean {
  return [...held.values()].some(({ committed }) => committed > 0n);
}

/** True where it still holds something. */
export function holds(reservation: Reservation, at: string): boolean {
  return !hasRunOut(reservation, at) && [...reservation.lines.values()].some(({ open }) => open > 0n);
}
