import { sayNumber } from "../words/saying.ts";
import type { Language, WordKey } from "../words/words.ts";

type Spoken = {
  readonly language: Language;
  readonly t: (key: WordKey, values?: Readonly<Record<string, string>>) => string;
};

/** Minutes as people say them: 12 min, 3 h, 2 days; a dash where there are none. */
export function sayMinutes({ language, t }: Spoken, minutes: number | null): string {
  if (minutes === null) return "–";
  const count = (value: number) => ({ count: sayNumber(language, Math.round(value * 10) / 10) });
  if (minutes < 90)
    return t("reports.minutes", { count: sayNumber(language, Math.max(1, Math.round(minutes))) });
  if (minutes < 36 * 60) return t("reports.hours", count(minutes / 60));
  return t("reports.days", count(minutes / 1_440));
}
