/** A sentence that the service writes, as a pattern, and how the same is said in Korean from what its groups met; empty where it cannot be. */
export type Sentence = readonly [pattern: RegExp, say: (...groups: readonly string[]) => string];

const MONTHS: readonly string[] =
  "January February March April May June July August September October November December".split(" ");

/** `13 September 2018` in a text as 2018년 9월 13일. */
export const sayDates = (text: string): string =>
  text.replace(/\b(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b/g, (whole, day: string, month: string, year: string) => {
    const at = MONTHS.indexOf(month);
    return at < 0 ? whole : `${year}년 ${at + 1}월 ${Number(day)}일`;
  });
