import { countryCode } from "../../entity/country.ts";
import { normalizeIdentifier } from "../../entity/identifier.ts";
import { parsePartialDate } from "../../entity/partial-date.ts";
import type { Draft } from "../draft.ts";
import type { EditionBuilder } from "../edition-builder.ts";
import { splitEnumerated } from "../enumeration.ts";

/** An identity document: its number, and what the list says of it in words. */
export type StatedDocument = { readonly number: string; readonly info: string };

/** What the words beside a document's number say. Null where they don't. */
export type DocumentNote = {
  readonly country: string | null;
  readonly issued: string | null;
  readonly expires: string | null;
};

const DATE = String.raw`(?:on|in|at)?[:\s]*(\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+\.?,?\s+\d{4}|\p{L}+\.?\s+\d{4}|\d{4})`;
const ISSUED = new RegExp(
  String.raw`(?:issued?|issue date|date of issue|date of delivery|valid from)[:\s]*${DATE}`,
  "iu",
);
const EXPIRES = new RegExp(
  String.raw`(?:expires?|expired|expiring|expiry|expiry date|expiration date|valid (?:until|to)|date of expiry)[:\s]*${DATE}`,
  "iu",
);

function dateAfter(shape: RegExp, text: string): string | null {
  const found = shape.exec(text)?.[1];
  return found !== undefined && parsePartialDate(found) !== null ? found : null;
}

/** Countries are named at the start (`Qatari passport …`), in brackets (`(Kuwaiti)`) or alone. */
function countryIn(text: string): string | null {
  const starts = text
    .replace(/^[([\s]+/u, "")
    .split(
      /[.,;()]|\b(?:diplomatic|passport|national|identity|identification|number|no|card|issued|expir\p{L}*)\b/iu,
      1,
    );
  const brackets = Array.from(text.matchAll(/\(([^()]{2,40})\)/gu), ([, inner]) => inner ?? "");
  for (const candidate of [...starts, ...brackets]) {
    const code = candidate === undefined ? null : countryCode(candidate.trim());
    if (code !== null) return code;
  }
  return null;
}

/** Reads the words beside a document's number. */
export function readDocumentNote(text: string): DocumentNote {
  return { country: countryIn(text), issued: dateAfter(ISSUED, text), expires: dateAfter(EXPIRES, text) };
}

/** Attaches a passport or a national identity document. */
export function addDocument(
  builder: EditionBuilder,
  holder: Draft,
  document: StatedDocument & { readonly passport: boolean },
): void {
  // A leading apostrophe is how a spreadsheet was told to keep a number's zeros.
  const stated = document.number
    .trim()
    .replace(/^['’`]+/u, "")
    .replace(/[\s.,;]+$/u, "")
    .trim();
  // `Indonesia, number T710219 (issued in …)` stands where only the number should.
  const worded = /\p{Ll}{3,}/u.test(stated) ? splitDocuments(stated)[0]?.number : undefined;
  const number = worded === undefined || worded === "" ? stated : worded;
  if (number === "" || number === "-") {
    if (document.info.trim() !== "") holder.keep(`Document: ${document.info}`);
    return;
  }
  const info = number === stated ? document.info : `${stated} ${document.info}`.trim();
  const note = readDocumentNote(info);
  const tax = document.passport ? null : taxNumber(`${number} ${document.info}`);
  builder.identification(holder, {
    type: document.passport ? "Passport" : "National identification",
    number: tax?.number ?? number,
    passport: document.passport,
    property: document.passport ? "passportNumber" : (tax?.property ?? "idNumber"),
    country: note.country,
    issued: note.issued,
    expires: note.expires,
    summary: info,
    key: tax?.number ?? number,
  });
}

/** `INN 772914217910`, `TIN: 041104686952`, and a number whose note says that it is an INN. */
function taxNumber(text: string): { readonly number: string; readonly property: string } | null {
  const digits = /(?<!\d)\d{10,12}(?!\d)/u.exec(text)?.[0];
  if (digits === undefined || !/\b(?:INN|TIN|tax)\b/iu.test(text)) return null;
  const inn = normalizeIdentifier("inn", digits).valid === true;
  return { number: digits, property: inn ? "innCode" : "taxNumber" };
}

type Registration = { readonly label: string; readonly number: string; readonly property: string };

const NUMBER = /[A-ZА-Я]{0,4}\d[\dA-ZА-Я/]*(?:[-.][\dA-ZА-Я]+)*/gu;

/** The numbers in a registration's text with the words that stand before each; the whole text where it has no number. */
export function readRegistrations(text: string): readonly Registration[] {
  const found: Registration[] = [];
  let from = 0;
  for (const match of text.matchAll(NUMBER)) {
    const number = match[0];
    if (number.replace(/\D/gu, "").length < 4) continue;
    const label = text
      .slice(from, match.index)
      .replace(/[\s:;,()–—-]+/gu, " ")
      .trim();
    from = match.index + number.length;
    found.push({ label, number, property: registrationProperty(label, number) });
  }
  if (found.length > 0) return found;
  return text.trim() === "" ? [] : [{ label: "", number: text.trim(), property: "registrationNumber" }];
}

function registrationProperty(label: string, number: string): string {
  const says = (shape: RegExp): boolean => shape.test(label);
  const holds = (kind: "inn" | "ogrn" | "uscc" | "lei"): boolean =>
    normalizeIdentifier(kind, number).valid === true;
  if (says(/\bOGRN/iu) || (number.length === 13 && holds("ogrn"))) return "ogrnCode";
  if (says(/\bINN\b/iu) || (says(/\bTIN\b|tax/iu) && holds("inn"))) return "innCode";
  if (says(/\bKPP\b/iu)) return "kppCode";
  if (says(/\bOKPO\b/iu)) return "okpoCode";
  if (holds("uscc")) return "uscCode";
  if (holds("lei")) return "leiCode";
  if (says(/\bIMO\b/iu)) return "imoNumber";
  return says(/\bTIN\b|\btax\b|\bVAT\b/iu) ? "taxNumber" : "registrationNumber";
}

/** Attaches every number of the registrations, each under its own property. */
export function addRegistrations(builder: EditionBuilder, holder: Draft, texts: readonly string[]): void {
  const seen = new Set<string>();
  for (const { label, number, property } of texts.flatMap(readRegistrations)) {
    if (seen.has(number)) continue;
    seen.add(number);
    if (property === "kppCode") holder.narrow("Company");
    const held = holder.allows(property) ? property : "registrationNumber";
    builder.identification(holder, {
      type: label === "" ? "Business registration number" : label.slice(0, 120),
      number,
      property: held,
      key: number,
    });
  }
}

/** The documents of two cells that number them side by side, `(1) D014433 (2) D009889` beside `(1) Sudan (2) Chad`. */
export function pairDocuments(numbers: string, infos: string): readonly StatedDocument[] {
  const left = splitEnumerated(numbers, { blanks: true });
  const right = splitEnumerated(infos, { blanks: true });
  if (left.length === right.length) return left.map((number, at) => ({ number, info: right[at] ?? "" }));
  if (left.length === 0) return infos === "" ? [] : [{ number: "", info: infos }];
  // Counts that differ can't be paired: every number keeps the whole statement.
  return left.map((number) => ({ number, info: infos }));
}

/**
 * Documents of a cell that states number and words together: `456682. Issued 6 Nov 1990`, `(1) X4662433 (place of issue:
 * Switzerland)`, `Qatari passport no.00868774`. The number is the first word with three digits in it.
 */
export function splitDocuments(cell: string): readonly StatedDocument[] {
  return splitEnumerated(cell).map((info) => {
    const number =
      /(?<![\p{L}\d./-])(?:\p{Lu}{1,4}[\s-]?)?\d[\dA-Z]*(?:[-./]\d[\dA-Z]*)*|(?<=\bno\.)\p{Lu}{0,4}\d[\dA-Z-]*/u.exec(
        info.replace(/\bpassport\b/giu, (word) => word.toLowerCase()),
      )?.[0];
    return { number: number === undefined || number.replace(/\D/gu, "").length < 3 ? "" : number, info };
  });
}
