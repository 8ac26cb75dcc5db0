import type { Language } from "../words/words.ts";

/** A measure by what it stands in: a resolution with its paragraph; one of other law by its own name. */
export function sayMeasure(language: Language, id: string): string {
  const [, resolution, paragraph = ""] = /^un-(\d{4})-(\d+(?:[a-z](?=-))?)-/.exec(id) ?? [];
  if (resolution === undefined) return id;
  const part = /[a-z]$/.test(paragraph) ? `${paragraph.slice(0, -1)}(${paragraph.slice(-1)})` : paragraph;
  return language === "en"
    ? `UNSCR ${resolution}, paragraph ${part}`
    : `안보리 결의 ${resolution}호 ${part}항`;
}
