import { sha256 } from "../../digest.ts";
import { countryCode, isCountryCode } from "../../entity/country.ts";
import { canonicalJson, type Json } from "../../json.ts";

/** A record of another system's export, as JSON says it. */
export type ForeignRecord = Readonly<Record<string, unknown>>;

/** What a record became: events of the common model, or why it is none. */
export type Adapted =
  | { readonly events: readonly unknown[] }
  /** The record is understood, and says nothing that a rule asks for. */
  | { readonly passedOver: string };

/** Reads the records of one system. */
export type Adapter = {
  /** `okta`, as reports of a run name it. */
  readonly name: string;
  readonly matches: (record: ForeignRecord) => boolean;
  readonly read: (record: ForeignRecord) => Adapted;
};

/** A member deep within a record by its path, or undefined where the record has no such place. */
export function memberOf(record: unknown, ...path: readonly string[]): unknown {
  let value = record;
  for (const name of path) {
    if (value === null || typeof value !== "object") return undefined;
    value = (value as ForeignRecord)[name];
  }
  return value;
}

/** A text at a path; undefined where there is none. */
export function textOf(record: unknown, ...path: readonly string[]): string | undefined {
  const value = memberOf(record, ...path);
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** A number at a path; undefined where there is none. */
export function numberOf(record: unknown, ...path: readonly string[]): number | undefined {
  const value = memberOf(record, ...path);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** A country's code from a code or a name; undefined where it is neither. */
export function countryOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const code = text.length === 2 && isCountryCode(text.toLowerCase()) ? text : countryCode(text);
  return code === null || !/^[a-z]{2}$/i.test(code) ? undefined : code.toUpperCase();
}

/** Seconds since 1970 lie below this, milliseconds above: as seconds it is the year 5138. */
const MILLISECONDS_FROM = 100_000_000_000;

/**
 * An instant from what exports write: ISO 8601, `2024-04-02 19:17:37.621000000` without an offset (then UTC), or seconds
 * or milliseconds since 1970. Undefined for anything else.
 */
export function instantOf(value: unknown): string | undefined {
  if (typeof value === "number" || (typeof value === "string" && /^\d{9,13}$/.test(value))) {
    const number = Number(value);
    const ms = number < MILLISECONDS_FROM ? number * 1_000 : number;
    return Number.isSafeInteger(Math.trunc(ms)) && Math.abs(ms) < 8.64e15
      ? new Date(ms).toISOString()
      : undefined;
  }
  if (typeof value !== "string") return undefined;
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(\.\d{1,9})?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(
      value.trim(),
    );
  if (match === null) return undefined;
  const [, day = "", minute = "00:00", second = "00", fraction = "", zone = "Z"] = match;
  const offset = /^(z|utc)$/i.test(zone) ? "Z" : zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  return `${day}T${minute}:${second}${fraction.slice(0, 4)}${offset}`;
}

/** The record's own id, or, where it has none, one made of its content: the same record read twice is one event. */
export function idOf(record: ForeignRecord, own: string | undefined): string {
  return own ?? sha256(canonicalJson(record as Json)).slice(0, 32);
}

/** The object without members that are undefined. */
export function compact(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
