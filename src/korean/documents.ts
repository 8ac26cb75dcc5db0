import { DOCUMENT_LABELS } from "./document-labels.ts";
import { sayAmount } from "./goods-sentences.ts";
import { sayInKorean } from "./service-sentences.ts";

/** The languages that the service prints its documents in. Names, numbers and quoted texts stay as they are. */
export const DOCUMENT_LANGUAGES = ["en", "ko"] as const;
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

/** A sentence of the service in the document's language; one that is not known in Korean stays as it was written. */
export function sentenceIn(language: DocumentLanguage, words: string): string {
  return language === "en" ? words : (sayInKorean(words) ?? words);
}

/** A heading, a label or a fixed phrase of a document; `Party 3` is the third of its kind. */
export function labelIn(language: DocumentLanguage, label: string): string {
  if (language === "en") return label;
  const known = DOCUMENT_LABELS[label];
  if (known !== undefined) return known;
  const [, kind = "", number = ""] = /^(.*) (\d+)$/.exec(label) ?? [];
  const numbered = DOCUMENT_LABELS[kind];
  return numbered === undefined ? label : `${numbered} ${number}`;
}

const MONTHS: readonly string[] =
  "January February March April May June July August September October November December".split(" ");

/** A day (YYYY-MM-DD) as people write it: 8 March 2019, 2019년 3월 8일; what is none stays as it is. */
export function dayIn(language: DocumentLanguage, day: string): string {
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day.slice(0, 10)) ?? [];
  if (year === "") return day;
  if (language === "ko") return `${year}년 ${Number(month)}월 ${Number(date)}일`;
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

/** An instant of ISO 8601 in UTC: 8 March 2019, 05:05 UTC; 2019년 3월 8일 05:05(UTC). */
export function instantIn(language: DocumentLanguage, instant: string): string {
  const time = instant.slice(11, 16);
  return language === "ko" ? `${dayIn("ko", instant)} ${time}(UTC)` : `${dayIn("en", instant)}, ${time} UTC`;
}

/** A quantity as the service says it, `20 pieces`: 20개. */
export function amountIn(language: DocumentLanguage, words: string): string {
  return language === "en" ? words : sayAmount(words);
}
