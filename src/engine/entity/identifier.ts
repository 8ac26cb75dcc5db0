import { checkCryptoAddress } from "./crypto-address.ts";

/** The kinds of identifier that have a notation of their own; everything else is a `document` number. */
export type IdentifierKind =
  | "lei"
  | "bic"
  | "iban"
  | "imo"
  | "mmsi"
  | "container"
  | "uscc"
  | "inn"
  | "ogrn"
  | "isin"
  | "crypto"
  | "document";

/**
 * An identifier in the form to compare. `valid` is true where its check digit or checksum holds, false where that fails
 * or the shape is not the kind's, null where the notation carries no check.
 */
export type NormalizedIdentifier = { readonly value: string; readonly valid: boolean | null };

/** FollowTheMoney property to the kind of identifier it holds. Properties that are missing here are not identifiers. */
export const IDENTIFIER_KINDS: Readonly<Record<string, IdentifierKind>> = {
  leiCode: "lei",
  swiftBic: "bic",
  bic: "bic",
  iban: "iban",
  ibanMentioned: "iban",
  imoNumber: "imo",
  mmsi: "mmsi",
  uscCode: "uscc",
  innCode: "inn",
  ogrnCode: "ogrn",
  isinCode: "isin",
  isin: "isin",
  publicKey: "crypto",
  passportNumber: "document",
  idNumber: "document",
  taxNumber: "document",
  vatCode: "document",
  registrationNumber: "document",
  socialSecurityNumber: "document",
  licenseNumber: "document",
  number: "document",
  personalNumber: "document",
  accountNumber: "document",
  accountId: "document",
  callSign: "document",
  crsNumber: "document",
  serialNumber: "document",
  icaoCode: "document",
  dunsCode: "document",
  cageCode: "document",
  uniqueEntityId: "document",
  npiCode: "document",
  okpoCode: "document",
  kppCode: "document",
  bikCode: "document",
  cikCode: "document",
  giiNumber: "document",
  irsCode: "document",
  ticker: "document",
  wikidataId: "document",
};

/** Brings an identifier of this kind into the form to compare and checks it; never throws. */
export function normalizeIdentifier(kind: IdentifierKind, raw: string): NormalizedIdentifier {
  if (kind === "crypto") return checkCryptoAddress(raw);
  const value = bare(raw);
  switch (kind) {
    case "lei":
      return { value, valid: /^[0-9A-Z]{18}\d{2}$/u.test(value) && mod97(value) === 1 };
    case "bic":
      return { value, valid: /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/u.test(value) ? null : false };
    case "iban":
      return { value, valid: /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/u.test(value) && ibanRemainder(value) === 1 };
    case "imo":
      return checkImo(value);
    case "mmsi":
      return {
        value: value.replace(/^MMSI(?=\d)/u, ""),
        valid: /^(MMSI)?\d{9}$/u.test(value) ? null : false,
      };
    case "container":
      return { value, valid: /^[A-Z]{3}[UJZ]\d{7}$/u.test(value) && containerHolds(value) };
    case "uscc":
      return { value, valid: usccHolds(value) };
    case "inn":
      return checkPrefixed(value, "INN", innHolds);
    case "ogrn":
      return checkPrefixed(value, "OGRN", ogrnHolds);
    case "isin":
      return { value, valid: /^[A-Z]{2}[0-9A-Z]{9}\d$/u.test(value) && isinHolds(value) };
    case "document":
      return { value, valid: null };
  }
}

/** Letters and digits alone, full-width forms folded, upper case: what is left of a number when its writing is not counted. */
function bare(raw: string): string {
  return raw
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** ISO 7064 mod 97-10 over digits and letters (A = 10 … Z = 35). */
function mod97(text: string): number {
  let rest = 0;
  for (const char of text) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

function ibanRemainder(value: string): number {
  return mod97(value.slice(4) + value.slice(0, 4));
}

function digitsOf(text: string): number[] {
  return Array.from(text, Number);
}

function weighted(text: string, weights: readonly number[]): number {
  return digitsOf(text)
    .slice(0, weights.length)
    .reduce((sum, digit, at) => sum + digit * (weights[at] ?? 0), 0);
}

function checkImo(value: string): NormalizedIdentifier {
  const digits = /^(?:IMO)?(?:NUMBER|NO)?(\d{7})$/u.exec(value)?.[1];
  if (digits === undefined) return { value: value.replace(/^IMO(?=\d)/u, ""), valid: false };
  return { value: digits, valid: weighted(digits, [7, 6, 5, 4, 3, 2]) % 10 === Number(digits[6]) };
}

/** ISO 6346: letters count from 10 and step over multiples of 11; position weighs 2^n; a remainder of 10 is written 0. */
function containerHolds(value: string): boolean {
  let sum = 0;
  for (let at = 0; at < 10; at++) {
    const base = Number.parseInt(value.charAt(at), 36);
    const skipped = base > 9 ? base + Math.floor((base - 1) / 10) : base;
    sum += skipped * 2 ** at;
  }
  return (sum % 11) % 10 === Number(value[10]);
}

const USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** GB 32100-2015: weights are powers of 3 mod 31 over 31 signs (no I, O, S, V, Z). */
function usccHolds(value: string): boolean {
  if (value.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 17; at++) {
    const sign = USCC.indexOf(value.charAt(at));
    if (sign < 0) return false;
    sum += sign * weight;
    weight = (weight * 3) % 31;
  }
  return USCC.charAt((31 - (sum % 31)) % 31) === value.charAt(17);
}

function checkPrefixed(
  value: string,
  prefix: string,
  holds: (digits: string) => boolean,
): NormalizedIdentifier {
  const digits = value.startsWith(prefix) ? value.slice(prefix.length) : value;
  return /^\d+$/u.test(digits) ? { value: digits, valid: holds(digits) } : { value, valid: false };
}

/** Order of the Federal Tax Service MMV-7-6/435: one check digit for companies (10), two for persons (12). */
function innHolds(digits: string): boolean {
  const check = (weights: readonly number[]): boolean =>
    (weighted(digits, weights) % 11) % 10 === Number(digits[weights.length]);
  const person = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
  if (digits.length === 10) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]);
  return digits.length === 12 && check(person.slice(1)) && check(person);
}

/** Company (13 digits, modulus 11) or entrepreneur (15 digits, modulus 13). */
function ogrnHolds(digits: string): boolean {
  if (digits.length !== 13 && digits.length !== 15) return false;
  const body = BigInt(digits.slice(0, -1));
  return Number(body % BigInt(digits.length - 2)) % 10 === Number(digits.at(-1));
}

/** Luhn over the digits that the letters expand to (ISO 6166). */
function isinHolds(value: string): boolean {
  const digits = digitsOf(Array.from(value, (char) => String(Number.parseInt(char, 36))).join(""));
  const sum = digits.reverse().reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
