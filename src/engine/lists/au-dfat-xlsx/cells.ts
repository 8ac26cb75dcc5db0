import { countryCode } from "../../entity/country.ts";
import { parsePartialDate } from "../../entity/partial-date.ts";
import { splitEnumerated } from "../enumeration.ts";
import { type StatedDocument, splitDocuments } from "../uk-sanctions-xml/document.ts";

/** Cells that say that there is nothing to say. */
const BLANK = /^(?:n\/?a|nil|none|unknown|not known|not available)\.?$/iu;

/** The items of a cell; `NA` is none. */
export function itemsOf(cell: string): readonly string[] {
  const text = cell.replace(/\u00a0/gu, " ").trim();
  return splitEnumerated(text).filter((item) => !BLANK.test(item));
}

/** The places of a cell, which divides them by marks or by semicolons. */
export function placesOf(cell: string): readonly string[] {
  return itemsOf(cell)
    .flatMap((item) => item.split(";"))
    .map((place) => place.trim())
    .filter((place) => place !== "");
}

/**
 * The date expressions of a cell, which writes several in one: `a) 1961; b) circa 1960`, `12/05/1965; 1/1/1966`,
 * `1 Jan 1970 >> 2 Jan 1970`, `1958, Also: 1959`, `1949 (POB: Kunduz)`.
 */
export function datesOf(cell: string): readonly string[] {
  return itemsOf(cell)
    .flatMap((item) =>
      item.split(/>>|[;\n]|,(?=\s*(?:also|or)?\s*(?:\d{1,2}\s|\d{4}\s*(?:,|$)|\d{1,2}\/))/iu),
    )
    .flatMap(splitWords)
    .map(plainDate)
    .filter((text) => text !== "" && !BLANK.test(text));
}

/** `1958 or 1959`, `15 Sep 1965 and 1966`: two dates, unless the words make one range. */
function splitWords(text: string): readonly string[] {
  if (parsePartialDate(plainDate(text)) !== null) return [text];
  const parts = text.split(/\s+(?:or|and|also|alternatively|alt\.?)\b:?\s*/iu);
  return parts.every((part) => part.trim() === "" || parsePartialDate(plainDate(part)) !== null)
    ? parts
    : [text];
}

function plainDate(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^(?:DOB|also|or|and|alternative|alt\.?)\b:?\s*/iu, "")
    .replace(/\((?:POB|as per|place|Gregorian|Hijri|according)[^()]*\)?/giu, "")
    .replace(/^\((.*)\)$/u, "$1")
    .replace(/\s*-\s*(?=\d{4}$)/u, "-")
    .replace(/[\s.,;:]+$/u, "")
    .trim();
}

/** The country at the end of a place, as code; null where its last words name none. */
export function countryAtEnd(place: string): string | null {
  const plain = place
    .replace(/\([^()]*\)/gu, " ")
    .replace(/[.\s;]+$/u, "")
    .trim();
  const last = plain.split(",").at(-1)?.trim() ?? "";
  return countryCode(last) ?? countryCode(plain);
}

/** The day on which the entry was first listed, where the words say it; the instruments named are not read for dates. */
export function firstListed(text: string): string | null {
  const found =
    /(?<!re-?)(?:listed|designated)\b[^()]{0,140}?\bon:?\s*(\d{1,2}\s+\p{L}+\.?,?\s+\d{4}|\d{1,2}\/\d{1,2}\/\d{4})/iu.exec(
      text.replace(/\s+/gu, " "),
    );
  return found?.[1] ?? null;
}

/** `Title: a) Mullah b) Haji.` and `Designation: …` at the head of the additional information. */
export function labelledItems(text: string, label: "Title" | "Designation"): readonly string[] {
  const found = new RegExp(`\\b${label}:\\s*(.{1,600}?)(?:\\.\\s+(?=[\\p{Lu}])|\\.?$)`, "su").exec(text);
  return found === null ? [] : itemsOf(found[1] ?? "");
}

/** Identity documents and registrations that the additional information states in a sentence of their own. */
export type StatedNumbers = {
  readonly passports: readonly StatedDocument[];
  readonly nationalIds: readonly StatedDocument[];
  readonly registrations: readonly string[];
};

/** Reads the sentences that speak of passports, national identity numbers and company numbers. */
export function numbersIn(information: string): StatedNumbers {
  const sentences = information.split(/(?<=[.;])\s+(?=\p{Lu})|\n/u);
  const about = (shape: RegExp): readonly StatedDocument[] =>
    sentences
      .filter((sentence) => shape.test(sentence))
      .flatMap((sentence) => splitDocuments(sentence.replace(/^[^:]{0,40}\b(?:no|number)\.?:\s*/iu, "")))
      .filter(({ number }) => number !== "");
  return {
    passports: about(/\bpassport\b(?! Date)/iu),
    nationalIds: about(
      /^(?!.*passport).*\b(?:national (?:identification|identity|id)\b|identity card|tazkira)/isu,
    ),
    registrations: sentences.flatMap(
      (sentence) =>
        /\b(?:Company identification|Registration|OGRN|INN|TIN)\b[^\d]{0,24}(\d[\dA-Z-]{5,})/iu
          .exec(sentence)
          ?.slice(1, 2) ?? [],
    ),
  };
}
