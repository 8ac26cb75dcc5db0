import type { Language } from "./words.ts";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", ko: "ko-KR" };

/** `2018-09-13` as people write it: 13 Sep 2018, 2018년 9월 13일. */
export function sayDay(language: Language, day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: "numeric",
    month: language === "en" ? "short" : "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(date);
}

/** A number with the separators of the language. */
export function sayNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

/** `0.968` as `97 %` (`97%` in Korean). Never 100 where something is missing to it. */
export function sayShare(language: Language, share: number): string {
  const percent = share >= 1 ? 100 : Math.min(99, Math.round(share * 100));
  return language === "en" ? `${percent} %` : `${percent}%`;
}

/** Whole days between two days, as people say it: today, 3 days. */
export function sayAge(language: Language, from: string, today: string): string {
  const days = Math.round((Date.parse(today.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
  if (days <= 0) return language === "en" ? "today" : "오늘";
  if (language === "ko") return `${sayNumber("ko", days)}일`;
  return days === 1 ? "1 day" : `${sayNumber("en", days)} days`;
}

/** A country's name by its ISO code, in the language of the page; the code itself where it names none. */
export function sayCountry(language: Language, code: string): string {
  if (!/^[a-z]{2}$/i.test(code)) return code;
  return (
    new Intl.DisplayNames([LOCALES[language]], { type: "region", fallback: "code" }).of(code.toUpperCase()) ??
    code
  );
}

/** An instant in the reader's own time, with its zone: 8 Mar 2019, 14:05 KST. */
export function sayInstant(language: Language, instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: "numeric",
    month: language === "en" ? "short" : "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(date);
}
