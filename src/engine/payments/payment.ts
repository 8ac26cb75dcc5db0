import { Fault } from "../../fault.ts";
import type { Money, Transaction } from "../transaction.ts";

/** Bounds of a payment message, with the reason for each. */
export const PAYMENT_LIMITS = {
  /** A hundred pacs.008 transactions with full addresses are below half of it. */
  charsMax: 2_000_000,
  /** As many as one request may check. */
  transactionsMax: 100,
} as const;

/** A payment as a message states it, ready to be checked. */
export type ReadPayment = {
  readonly transaction: Transaction;
  /** Parts of the message that were seen and say nothing to a check, by the message's own names. */
  readonly unread: readonly string[];
};

/** The message formats that are read. */
export const PAYMENT_FORMATS = ["mt103", "pacs.008", "pacs.009", "pain.001"] as const;
export type PaymentFormat = (typeof PAYMENT_FORMATS)[number];

/** Refuses a message, saying where it is wrong. */
export function refuseMessage(where: string, reason: string, cause?: unknown): Fault {
  return new Fault({ code: "input-invalid", file: "message", where, reason }, cause);
}

/** Digits behind the point that a currency's amounts have beside the usual two (ISO 4217). */
const FEWER_DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0, CLP: 0, ISK: 0 };

/**
 * An exact amount of money from its decimal text, with a point or a comma: nothing is rounded. Throws `input-invalid` for
 * anything else.
 */
export function readMoney(amount: string, currency: string, where: string): Money {
  const [, whole = "", part = ""] = /^(\d{1,18})(?:[.,](\d{0,6}))?$/.exec(amount.trim()) ?? [];
  if (whole === "") throw refuseMessage(where, `“${amount.slice(0, 40)}” is no amount`);
  if (!/^[A-Z]{3}$/.test(currency)) throw refuseMessage(where, `“${currency.slice(0, 10)}” is no currency`);
  const scale = Math.max(part.length, FEWER_DIGITS[currency] ?? 2);
  const digits = `${whole}${part.padEnd(scale, "0")}`.replace(/^0+(?=\d)/, "");
  return { amount: digits, scale, currency };
}

/** The country of a bank by its BIC (ISO 9362): its fifth and sixth letters; null where it is none. */
export function countryOfBic(bic: string): string | null {
  return /^[A-Z0-9]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.exec(bic.trim())?.[1] ?? null;
}

const EU = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);

/** Whose rules bind a payment by where its banks and parties are, and by a currency that clears in one country. */
export function jurisdictionsOf(countries: readonly (string | null)[], currency: string): readonly string[] {
  const all = new Set(countries);
  const bound = [
    ...(all.has("US") || currency === "USD" ? ["us"] : []),
    ...([...EU].some((country) => all.has(country)) || currency === "EUR" ? ["eu"] : []),
    ...(all.has("GB") || currency === "GBP" ? ["gb"] : []),
    ...(all.has("CA") ? ["ca"] : []),
    ...(all.has("KR") ? ["kr"] : []),
  ];
  return bound;
}

/** Properties of a party without those that nothing is stated of. */
export function statedProperties(
  given: Readonly<Record<string, readonly (string | null)[]>>,
): Readonly<Record<string, readonly string[]>> {
  const stated = Object.entries(given).flatMap(([property, values]) => {
    const kept = [
      ...new Set(values.flatMap((value) => (value === null || value.trim() === "" ? [] : [value.trim()]))),
    ];
    return kept.length === 0 ? [] : [[property, kept] as const];
  });
  return Object.fromEntries(stated);
}
