import { type PartialDate, parsePartialDate, partialDateOf } from "../../entity/partial-date.ts";

/** The year before each era's first. */
const ERAS: ReadonlyMap<string, number> = new Map([
  ["明治", 1867],
  ["大正", 1911],
  ["昭和", 1925],
  ["平成", 1988],
  ["令和", 2018],
]);

const ABOUT = "(?:およそ|おおよそ|おおむね|概ね|約)";
const TOKEN = new RegExp(
  String.raw`(${ABOUT})?\s*(?<!\d)((?:1[89]|20)\d\d)(?!\d)\s*(?:年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?)?\s*(?:生まれ|生)?\s*(頃|ごろ|ころ)?`,
  "gu",
);
const DAY_MS = 86_400_000;

/** `昭和45年`, `令和元年`: the era's years as western ones. */
function westernYears(text: string): string {
  return text.replace(/(明治|大正|昭和|平成|令和)\s*(元|\d{1,2})\s*年/gu, (_, era: string, year: string) => {
    const base = ERAS.get(era) ?? 0;
    return `${base + (year === "元" ? 1 : Number(year))}年`;
  });
}

/** A day that a sheet kept as a bare serial number, counted from 30 December 1899; null for other numbers. */
function dateOfSerial(text: string): string | null {
  if (!/^\d{4,5}$/u.test(text)) return null;
  const days = Number(text);
  // A number below 3000 is a year; 60000 is the year 2064.
  if (days < 3_000 || days > 60_000) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10);
}

type Found = { readonly at: number; readonly end: number; readonly value: string; readonly about: boolean };

function tokensOf(text: string): readonly Found[] {
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const value = partialDateOf(Number(match[2]), Number(match[3] ?? 0), Number(match[4] ?? 0));
    const about = match[1] !== undefined || match[5] !== undefined;
    return value === null ? [] : [{ at: match.index, end: match.index + match[0].length, value, about }];
  });
}

function mark(found: Found, about: boolean): string {
  return about ? `${found.value}~` : found.value;
}

/**
 * Every date of a Japanese text: `1955年-1958年頃`, `昭和45年2月5日`, `1965年又は1966年`, `(a)1944年 (b)1945年1月1日`, an ISO
 * date or a sheet's serial number. Empty where it states none.
 */
export function readJapaneseDates(text: string): readonly PartialDate[] {
  const plain = westernYears(text.normalize("NFKC")).trim();
  const serial = dateOfSerial(plain);
  if (serial !== null) return [{ values: [serial], edtf: null }];
  const whole = parsePartialDate(plain);
  if (whole !== null) return [whole];
  // The English beside it says the same once more.
  const [japanese = ""] = plain.split(/\b(?:Born|Date of birth)\b/iu);
  const tokens = tokensOf(japanese.trim() === "" ? plain : japanese);
  const dates: PartialDate[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    const second = tokens[at + 1];
    if (first === undefined) break;
    const between = second === undefined ? "" : plain.slice(first.end, second.at);
    if (second !== undefined && /^\s*(?:から|[-~〜–])\s*$/u.test(between) && first.value < second.value) {
      const about = first.about || second.about;
      dates.push({
        values: [first.value, second.value],
        edtf: `${mark(first, about)}/${mark(second, about)}`,
      });
      at += 1;
    } else dates.push({ values: [first.value], edtf: first.about ? `${first.value}~` : null });
  }
  return dates;
}

/** The days of a notice, `2001.9.22⏎2008.6.25改訂`, oldest first, as YYYY-MM-DD. */
export function readNoticeDates(text: string): readonly string[] {
  const found = text.normalize("NFKC").matchAll(/(\d{4})[./](\d{1,2})[./](\d{1,2})/gu);
  const dotted = [...found].flatMap(
    ([, year, month, day]) => partialDateOf(Number(year), Number(month), Number(day)) ?? [],
  );
  if (dotted.length > 0) return dotted.toSorted();
  return readJapaneseDates(text)
    .flatMap(({ values }) => values)
    .toSorted();
}
