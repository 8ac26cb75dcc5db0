import { countryNamed } from "./country-names.ts";
import { type AskedShipment, HS_CODE, readShipment } from "./shipment-sentence.ts";
import type { SubjectDraft } from "./subject-draft.ts";

/** What a question is about, by the look of its text. */
export type Question =
  | { readonly kind: "payment"; readonly text: string }
  | { readonly kind: "transaction"; readonly transaction: unknown }
  | { readonly kind: "goods"; readonly q: string }
  | { readonly kind: "shipment"; readonly text: string; readonly shipment: AskedShipment }
  | { readonly kind: "party"; readonly draft: SubjectDraft };

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const two = (number: string): string => number.padStart(2, "0");

/** A date as people write it in a sentence, as YYYY, YYYY-MM or YYYY-MM-DD; null for anything else. */
export function readDate(text: string): string | null {
  const plain = text.trim().replace(/\.$/, "");
  if (/^(1[89]|20)\d{2}(-\d{2}(-\d{2})?)?$/.test(plain)) return plain;
  const korean = /^(\d{4})년(?:\s*(\d{1,2})월(?:\s*(\d{1,2})일)?)?$/.exec(plain);
  const [, year, month, day] = korean ?? [];
  if (year !== undefined)
    return [
      year,
      ...(month === undefined ? [] : [two(month)]),
      ...(day === undefined ? [] : [two(day)]),
    ].join("-");
  const [, dayFirst, name = "", yearLast] =
    /^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})$/.exec(plain) ?? [];
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  if (yearLast === undefined || at < 0) return null;
  return [yearLast, two(String(at + 1)), ...(dayFirst === undefined ? [] : [two(dayFirst)])].join("-");
}

/** Words that only say what follows them. */
const LEADS =
  /^(?:born(?: on| in)?|birth ?date:?|date of birth:?|dob:?|nationality:?|national of|citizen of|from|passport(?: no\.?| number)?:?|imo:?|출생(?:일)?:?|생년월일:?|국적:?|여권(?: 번호)?:?)\s*/i;

/**
 * The facts in a sentence such as “Jong Song Hwa, born 5 Feb 1970, North Korea, passport 927220230”: the first part is
 * the name, the others are facts where they look like facts, and else stay with the name.
 */
export function readParty(text: string, before: SubjectDraft = {}): SubjectDraft {
  const [first = "", ...parts] = text.split(/[,;，、\n]+/).map((part) => part.trim());
  const name = [first];
  let draft: SubjectDraft = before;
  for (const part of parts.filter((one) => one !== "")) {
    const bare = part.replace(LEADS, "").trim();
    const birth = readDate(bare.replace(/(?:생|출생)$/, ""));
    const country = countryNamed(bare);
    const says = LEADS.exec(part)?.[0]?.toLowerCase() ?? "";
    if (birth !== null && draft.birth === undefined) draft = { ...draft, birth };
    else if (country !== null && draft.country === undefined) draft = { ...draft, country };
    else if (/^(passport|imo|여권)/.test(says) && draft.id === undefined)
      draft = {
        ...draft,
        id: bare,
        kind: draft.kind ?? (says.startsWith("imo") ? "vessel" : "person"),
      };
    else name.push(part);
  }
  return { ...draft, q: name.join(", ") };
}

/** What is asked, by the look of the text: a payment message, a transaction as JSON, goods with a code and perhaps a way, or a party. */
export function readQuestion(text: string, facts: SubjectDraft = {}): Question {
  const trimmed = text.trim();
  if (
    /^<(?:[?!]|[A-Za-z])/.test(trimmed) ||
    /\{4:\s*[\r\n]/.test(trimmed) ||
    (/^:20:/m.test(trimmed) && /^:32A:/m.test(trimmed))
  )
    return { kind: "payment", text: trimmed };
  if (trimmed.startsWith("{")) {
    try {
      const transaction: unknown = JSON.parse(trimmed);
      return { kind: "transaction", transaction };
    } catch {
      // Not JSON after all: a name may begin so.
    }
  }
  const code = /^\d{2,4}(\.?\d{2}){1,4}$/.test(trimmed) ? trimmed : HS_CODE.exec(trimmed)?.[1];
  if (code !== undefined && !/passport|여권|imo\b|born|출생/i.test(trimmed)) {
    const shipment = readShipment(trimmed);
    return shipment === null ? { kind: "goods", q: code } : { kind: "shipment", text: trimmed, shipment };
  }
  return { kind: "party", draft: readParty(trimmed, facts) };
}
