import { countryCode } from "../../entity/country.ts";
import { parsePartialDate } from "../../entity/partial-date.ts";
import type { Draft } from "../draft.ts";
import type { EditionBuilder } from "../edition-builder.ts";
import { readDocumentNote } from "../uk-sanctions-xml/document.ts";
import { textAt, type XmlElement } from "../xml.ts";

/** `Afghan national identification card (tazkira) number 4414`, `Diplomatic Passport: Z30321794`, `Libya B/002210`. */
const WORDED =
  /^(?<label>\D*?\p{L}\D*?)(?:[:\s]\s*|no\.\s*)(?<number>(?:\p{Lu}{1,6}[\s/-]?)?\d[\p{L}\d]*(?:[-./ ]\p{L}?\d[\p{L}\d]*)*)(?<rest>[\s,.(;)].*)?$/su;
/** `R00012098, South Sudan`, `381110042 (Expired 25 Jan. 2016)`, `04643632 issued on 18 Jun. 1999`. */
const PLAIN = /^(?<number>[\p{L}\d][\p{L}\d\s./-]*?\d[\p{L}\d./-]*)(?:[\s,;(]+(?<rest>\p{L}.*))?$/su;

const DAY = String.raw`(\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s*\d{4}|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d{2}-\d{2}|\p{L}{3,9}\.?\s+\d{4}|\d{4})`;
const ISSUED = new RegExp(String.raw`\b(?:issued|date of issue|issue date)\b[^\d(]{0,60}?${DAY}`, "iu");
const EXPIRES = new RegExp(String.raw`\b(?:expir\p{L}*|valid until)(?:\s+date)?(?:\s+on)?[\s:]+${DAY}`, "iu");

function dateAfter(shape: RegExp, text: string): string | null {
  const found = shape.exec(text)?.[1];
  return found !== undefined && parsePartialDate(found) !== null ? found : null;
}

/** The country that the words begin with (`Indonesia travel document`), or that stands in a bracket. */
function countryIn(words: string): string | null {
  const start = words.split(" ").slice(0, 4);
  for (let count = start.length; count > 0; count--) {
    const code = countryCode(
      start
        .slice(0, count)
        .join(" ")
        .replace(/[),.;]+$/u, ""),
    );
    if (code !== null) return code;
  }
  return readDocumentNote(words).country;
}

/** A document's number as the list writes it, with the words around it taken apart. */
export type NumberReading = { readonly number: string; readonly label: string; readonly rest: string };

/** Takes a number out of its words; the whole text where it cannot be told apart. */
export function readNumber(text: string): NumberReading {
  const clean = text.replace(/\s+/gu, " ").trim();
  const compact = /^\p{Lu}{0,5}[\s./-]?\d/u.test(clean) || !/\p{L}{3}\s/u.test(clean);
  const found = (compact ? PLAIN.exec(clean) : (WORDED.exec(clean) ?? PLAIN.exec(clean)))?.groups;
  if (found === undefined) return { number: clean, label: "", rest: "" };
  return {
    number: (found.number ?? clean).trim(),
    label: (found.label ?? "").trim(),
    rest: (found.rest ?? "").replace(/^[\s,.(;)]+/u, "").trim(),
  };
}

function kindOf(element: XmlElement): { readonly type: string; readonly passport: boolean } {
  const type = (textAt(element, "TYPE_OF_DOCUMENT") ?? "").replace(/\s+/gu, " ").trim();
  const detail = (textAt(element, "TYPE_OF_DOCUMENT2") ?? "").replace(/\s+/gu, " ").trim();
  const passport = /passe?port|pasaporte/iu.test(`${type} ${detail}`);
  const plain = passport ? "Passport" : type;
  const same = detail === "" || detail.toLowerCase() === plain.toLowerCase();
  return { type: same ? plain : `${plain}: ${detail.replace(/[:\s]+$/u, "")}`, passport };
}

/** Attaches one INDIVIDUAL_DOCUMENT; where it states no number the whole of it stays as a note. */
export function addDocument(builder: EditionBuilder, holder: Draft, element: XmlElement): void {
  const text = (name: string): string => textAt(element, name) ?? "";
  const { type, passport } = kindOf(element);
  const note = text("NOTE").replace(/\s+/gu, " ").trim();
  // Some documents state the number at the end of their type, or in their note alone.
  const stated = [text("NUMBER"), text("TYPE_OF_DOCUMENT2"), note].find(
    (value) => /\d{3}/u.test(value) && !/^(?:19|20)\d{2}$/u.test(readNumber(value).number),
  );
  const issuer = text("ISSUING_COUNTRY") || text("COUNTRY_OF_ISSUE");
  const place = text("CITY_OF_ISSUE");
  if (stated === undefined) {
    const said = [text("NUMBER"), note, issuer, place].filter((part) => part !== "");
    if (said.length > 0) holder.keep([type, ...said].filter((part) => part !== "").join(": "));
    return;
  }
  const reading = readNumber(stated);
  const words = stated === note ? [note] : [reading.label, reading.rest, note];
  const said = words.map(countryIn).find((code) => code !== null);
  const country = issuer || (countryCode(place) === null ? "" : place) || said;
  builder.identification(holder, {
    type: type === "" ? "Document" : type,
    number: reading.number,
    passport,
    property: passport ? "passportNumber" : "idNumber",
    country,
    authority: countryCode(place) === null ? place : "",
    issued: text("DATE_OF_ISSUE") || dateAfter(ISSUED, words.join(". ")),
    expires: dateAfter(EXPIRES, words.join(". ")),
    summary: [stated === reading.number ? "" : stated, stated === note ? "" : note]
      .filter((part) => part !== "")
      .join("; "),
    key: reading.number,
  });
}
