import type { SubjectDraft } from "./subject-draft.ts";

/** What a question is about, by the look of its text. */
export type Question =
  | { readonly kind: "payment"; readonly text: string }
  | { readonly kind: "transaction"; readonly transaction: unknown }
  | { readonly kind: "goods"; readonly q: string; readonly way: string | undefined }
  | { readonly kind: "party"; readonly draft: SubjectDraft };

/** Codes of ISO 3166-1 that a sentence may name by their names. */
const CODES =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW".split(
    " ",
  );

/** Names that people use beside the official ones. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  dprk: "kp",
  "north korean": "kp",
  북한: "kp",
  조선: "kp",
  북조선: "kp",
  "south korean": "kr",
  한국: "kr",
  대한민국: "kr",
  chinese: "cn",
  russian: "ru",
  usa: "us",
  uk: "gb",
};

function countryNames(): ReadonlyMap<string, string> {
  const names = new Map(Object.entries(OTHER_NAMES));
  for (const locale of ["en-GB", "ko-KR"]) {
    const display = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
    for (const code of CODES) {
      const name = display.of(code);
      if (name !== undefined) names.set(name.toLowerCase(), code.toLowerCase());
    }
  }
  return names;
}

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
  const countries = countryNames();
  const [first = "", ...parts] = text.split(/[,;，、\n]+/).map((part) => part.trim());
  const name = [first];
  let draft: SubjectDraft = before;
  for (const part of parts.filter((one) => one !== "")) {
    const bare = part.replace(LEADS, "").trim();
    const birth = readDate(bare.replace(/(?:생|출생)$/, ""));
    const country = countries.get(bare.toLowerCase());
    const says = LEADS.exec(part)?.[0]?.toLowerCase() ?? "";
    if (birth !== null && draft.birth === undefined) draft = { ...draft, birth };
    else if (country !== undefined && draft.country === undefined) draft = { ...draft, country };
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

const HS = /(?<![\d.])(\d{4}\.\d{2}(?:\.?\d{2}){0,2}|\d{6}|\d{8}|\d{10})(?![\d.])/;

/** What is asked, by the look of the text: a payment message, a transaction as JSON, goods with a code, or a party. */
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
  const code = /^\d{2,4}(\.?\d{2}){1,4}$/.test(trimmed) ? trimmed : HS.exec(trimmed)?.[1];
  const isGoods = code !== undefined && !/passport|여권|imo\b|born|출생/i.test(trimmed);
  if (isGoods) {
    const arrow = /[→>]|\bto\b|에서.*(?:으로|로)/.test(trimmed);
    const fromThere = /(pyongyang|평양|north korea|dprk|북한)\s*(?:→|->|to\b)/i.test(trimmed);
    return { kind: "goods", q: code, way: arrow && fromThere ? "from" : undefined };
  }
  return { kind: "party", draft: readParty(trimmed, facts) };
}
