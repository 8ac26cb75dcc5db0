/**
 * A date as precisely as its source states it. `values` are FollowTheMoney dates (`1970`, `1970-02`, `1970-02-05`; both
 * ends of a range); `edtf` says in ISO 8601-2 level 1 what they can't (`1970~` about 1970, `1965/1969` some time from
 * 1965 to 1969), and is null where they say all.
 */
export type PartialDate = { readonly values: readonly string[]; readonly edtf: string | null };

/** Which of day and month comes first where a source writes both as numbers. */
export type DateOrder = "dmy" | "mdy";

/** Longer than any date expression met; longer text is a sentence. */
const DATE_CHARS_MAX = 80;

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "january jan janvier enero",
    "february feb fevrier février febrero",
    "march mar mars marzo",
    "april apr avril abril",
    "may mai mayo",
    "june jun juin junio",
    "july jul juillet julio",
    "august aug aout août agosto",
    "september sep sept septembre septiembre",
    "october oct octobre octubre",
    "november nov novembre noviembre",
    "december dec decembre décembre diciembre",
  ].flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);

const APPROXIMATE =
  /^(?:circa|approximately|approx\.?|about|around|abt\.?|ca\.?|c\.|est\.?|estimated|vers|env\.?|environ)\s*/i;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `YYYY[-MM[-DD]]` where the parts make a real day; 0 for a month or day means that it is not stated. Null otherwise. */
export function partialDateOf(year: number, month: number, day: number): string | null {
  if (!Number.isInteger(year) || year < 1000 || year > 2199) return null;
  if (!(month >= 0 && month <= 12) || !(day >= 0 && day <= 31)) return null;
  const years = String(year);
  if (month === 0) return day === 0 ? years : null;
  const months = `${years}-${String(month).padStart(2, "0")}`;
  if (day === 0) return months;
  const last = month === 2 && !isLeap(year) ? 28 : (DAYS_IN_MONTH[month - 1] ?? 31);
  return day > last ? null : `${months}-${String(day).padStart(2, "0")}`;
}

/** True for a plain FollowTheMoney date that exists: `1970`, `1970-02` or `1970-02-05`. */
export function isPartialDate(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (parts === null || parts[2] === "00" || parts[3] === "00") return false;
  return partialDateOf(Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0)) !== null;
}

function numeric(text: string, order: DateOrder): string | null {
  const iso =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?|Z|[+-]\d{2}:\d{2})?$/.exec(
      text,
    );
  if (iso !== null) return partialDateOf(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 0));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return partialDateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const triple =
    /^(\d{1,2}|d{2})[-/.](\d{1,2}|m{2})[-/.](\d{4})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?)?$/i.exec(text);
  if (triple !== null) {
    const first = /^\d/.test(triple[1] ?? "") ? Number(triple[1]) : 0;
    const second = /^\d/.test(triple[2] ?? "") ? Number(triple[2]) : 0;
    const [day, month] = order === "dmy" ? [first, second] : [second, first];
    return partialDateOf(Number(triple[3]), month, day);
  }
  const pair = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (pair !== null) return partialDateOf(Number(pair[2]), Number(pair[1]), 0);
  const east = /^(\d{4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*)?(?:(\d{1,2})\s*[日일])?$/.exec(text);
  if (east !== null) return partialDateOf(Number(east[1]), Number(east[2] ?? 0), Number(east[3] ?? 0));
  return /^\d{4}$/.test(text) ? partialDateOf(Number(text), 0, 0) : null;
}

function worded(text: string): string | null {
  const dayFirst =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s.-]+)?(?:of\s+|de\s+)?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{4})$/u;
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
  const yearFirst = /^(\d{4})[\s-]+(\p{L}+)\.?(?:[\s-]+(\d{1,2}))?$/u;
  const orders: readonly (readonly [RegExp, number, number, number])[] = [
    [dayFirst, 3, 2, 1],
    [monthFirst, 3, 1, 2],
    [yearFirst, 1, 2, 3],
  ];
  for (const [shape, year, month, day] of orders) {
    const found = shape.exec(text);
    const number = MONTHS.get((found?.[month] ?? "").toLowerCase());
    if (found !== null && number !== undefined) {
      return partialDateOf(Number(found[year]), number, Number(found[day] ?? 0));
    }
  }
  return null;
}

function point(text: string, order: DateOrder): string | null {
  return numeric(text, order) ?? worded(text);
}

type End = { readonly value: string; readonly edtf: string };

function end(text: string, order: DateOrder): End | null {
  const bare = text.replace(APPROXIMATE, "").trim();
  const value = point(bare, order);
  return value === null ? null : { value, edtf: bare === text.trim() ? value : `${value}~` };
}

function range(text: string, order: DateOrder): PartialDate | null {
  const words = /^(?:between|from|entre)?\s*(.+?)\s+(?:to|and|until|through|et|-|–|—)\s+(.+)$/i.exec(text);
  const years = /^(\d{4})\s*[-–—/]\s*(\d{4})$/.exec(text) ?? /^(.{4,10})\s*[–—]\s*(.{4,10})$/.exec(text);
  const found = words ?? years;
  if (found === null) return null;
  const from = end(found[1] ?? "", order);
  const to = end(found[2] ?? "", order);
  if (from === null || to === null) return null;
  // Some lists state the later end first; the interval is the same.
  const [first, last] = from.value <= to.value ? [from, to] : [to, from];
  if (first.value === last.value) return { values: [first.value], edtf: null };
  return { values: [first.value, last.value], edtf: `${first.edtf}/${last.edtf}` };
}

function decade(text: string): PartialDate | null {
  const found = /^(?:the )?(\d{3})0'?s$/i.exec(text);
  if (found === null) return null;
  return { values: [`${found[1]}0`, `${found[1]}9`], edtf: `${found[1]}X` };
}

/**
 * Reads one date expression of a list: `05 Feb 1970`, `Feb 1970`, `1970`, `circa 1970`, `1965 to 1969`, `12/05/1980`,
 * `00/00/1970`, ISO dates. Null where the text is no date, or a day that never was (31 Feb).
 */
export function parsePartialDate(text: string, order: DateOrder = "dmy"): PartialDate | null {
  if (text.length > DATE_CHARS_MAX) return null;
  const clean = text.trim().replace(/\s+/g, " ");
  if (clean === "") return null;
  const plain = point(clean, order);
  if (plain !== null) return { values: [plain], edtf: null };
  const spread = range(clean, order) ?? decade(clean);
  if (spread !== null) return spread;
  const bare = clean.replace(APPROXIMATE, "").trim();
  if (bare === clean) return null;
  const about = point(bare, order);
  if (about !== null) return { values: [about], edtf: `${about}~` };
  const aboutRange = range(bare, order) ?? decade(bare);
  if (aboutRange === null) return null;
  const edtf = aboutRange.edtf ?? aboutRange.values.join("/");
  const marked = edtf.split("/").map((part) => (part.endsWith("~") ? part : `${part}~`));
  return { values: aboutRange.values, edtf: marked.join("/") };
}
