import type { Language } from "./words.ts";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", ko: "ko-KR" };

/** `2018-09-13` as people write it: 13 Sep 2018, 2018년 9월 13일; `short` leaves the year out where it is this one. */
export function sayDay(language: Language, day: string, form: "whole" | "short" = "whole"): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const ofThisYear = form === "short" && date.getUTCFullYear() === new Date().getUTCFullYear();
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: "numeric",
    month: language === "en" ? "short" : "long",
    ...(ofThisYear ? {} : { year: "numeric" }),
    timeZone: "UTC",
  }).format(date);
}

/** A number with the separators of the language. */
export function sayNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
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

/** Zones by the names that people use where Intl has only an offset. */
const ZONES: Readonly<Record<string, readonly [en: string, ko: string]>> = {
  "Asia/Seoul": ["KST", "한국시간"],
  "Asia/Pyongyang": ["KST", "한국시간"],
};

/** An instant in the reader's own time, with its zone: 8 Mar 2019, 14:05 KST; 2019년 3월 8일 14:05(한국시간). */
export function sayInstant(language: Language, instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const day = new Intl.DateTimeFormat(LOCALES[language], {
    day: "numeric",
    month: language === "en" ? "short" : "long",
    year: "numeric",
  }).format(date);
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(date);
  const parts = new Intl.DateTimeFormat(LOCALES[language], { timeZoneName: "short" });
  const known = ZONES[parts.resolvedOptions().timeZone]?.[language === "en" ? 0 : 1];
  const zone = known ?? parts.formatToParts(date).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return language === "en" ? `${day}, ${time} ${zone}` : `${day} ${time}(${zone})`;
}

/** The day of an instant in the reader's own time, as the hours beside it are. */
export function sayDayOf(language: Language, instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: "numeric",
    month: language === "en" ? "short" : "long",
    year: "numeric",
  }).format(date);
}

/** Seconds as people say them: 9 min 5 s, 9분 5초. */
export function sayDuration(language: Language, seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const parts = [
    ...(minutes === 0 ? [] : [language === "en" ? `${minutes} min` : `${minutes}분`]),
    ...(rest === 0 && minutes > 0 ? [] : [language === "en" ? `${rest} s` : `${rest}초`]),
  ];
  return parts.join(" ");
}

const COUNTRY_FACTS: ReadonlySet<string> = new Set([
  "country",
  "nationality",
  "citizenship",
  "jurisdiction",
  "birthCountry",
  "flag",
  "mainCountry",
]);

const DAY_FACTS: ReadonlySet<string> = new Set([
  "birthDate",
  "deathDate",
  "incorporationDate",
  "dissolutionDate",
  "buildDate",
  "listingDate",
  "startDate",
  "endDate",
  "createdAt",
  "modifiedAt",
]);

/** A year, a month or a day as people write it: 1970, Feb 1970, 5 Feb 1970. */
export function sayDate(language: Language, date: string): string {
  const [, year = "", month] = /^(\d{4})(?:-(\d{2}))?$/.exec(date) ?? [];
  if (year === "") return /^\d{4}-\d{2}-\d{2}/.test(date) ? sayDay(language, date) : date;
  if (month === undefined) return language === "en" ? year : `${year}년`;
  return new Intl.DateTimeFormat(LOCALES[language], {
    month: language === "en" ? "short" : "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${year}-${month}-01T00:00:00Z`));
}

/** A fact's value as people say it: countries by name, dates by day, everything else as it is written. */
export function sayValue(language: Language, fact: string, value: string): string {
  if (COUNTRY_FACTS.has(fact)) return sayCountry(language, value);
  if (DAY_FACTS.has(fact)) return sayDate(language, value);
  if (fact === "schema") return saySchema(language, value);
  if (fact === "gender" || fact === "topics") return sayTerm(language, value);
  if (fact === "identifier") return sayIdentifier(language, value);
  return value;
}

/** Terms of the model's own lists of values. */
const TERMS: Readonly<Record<string, readonly [en: string, ko: string]>> = {
  male: ["Male", "남성"],
  female: ["Female", "여성"],
  other: ["Other", "기타"],
  sanction: ["Sanctioned", "제재 대상"],
  "sanction.linked": ["Linked to a sanctioned party", "제재 대상과 연계"],
  "sanction.counter": ["Counter-sanctioned", "맞제재 대상"],
  "export.control": ["Export controlled", "수출 통제 대상"],
  "export.control.linked": ["Linked to an export-controlled party", "수출 통제 대상과 연계"],
  debarment: ["Debarred", "입찰 제한"],
  crime: ["Crime", "범죄"],
  "crime.terror": ["Terrorism", "테러"],
  "role.pep": ["Politically exposed", "정치적 주요 인물"],
  poi: ["Person of interest", "주의 대상"],
  document: ["Document", "문서"],
  wallet: ["Wallet", "전자지갑"],
};

const sayTerm = (language: Language, term: string): string =>
  TERMS[term]?.[language === "en" ? 0 : 1] ?? term;

/** An identifier with what it is: Document 927220230, IMO 9362059. */
function sayIdentifier(language: Language, value: string): string {
  const [, kind = "", number] = /^([a-z]+) (.+)$/.exec(value) ?? [];
  return number === undefined
    ? value
    : `${TERMS[kind]?.[language === "en" ? 0 : 1] ?? kind.toUpperCase()} ${number}`;
}

/** Countries by their English names, in which the evidence of a match states them; and by those the United Nations use. */
const CODES = new Map<string, string>();
const UNITED_NATIONS: Readonly<Record<string, string>> = {
  "Bolivia (Plurinational State of)": "BO",
  "Brunei Darussalam": "BN",
  "Democratic People's Republic of Korea": "KP",
  "Iran (Islamic Republic of)": "IR",
  "Lao People's Democratic Republic": "LA",
  "Republic of Korea": "KR",
  "Republic of Moldova": "MD",
  "Russian Federation": "RU",
  "Syrian Arab Republic": "SY",
  "United Kingdom of Great Britain and Northern Ireland": "GB",
  "United Republic of Tanzania": "TZ",
  "United States of America": "US",
  "Venezuela (Bolivarian Republic of)": "VE",
  "Viet Nam": "VN",
};

/** A country that is stated by its English name, in the language of the page. */
export function sayCountryNamed(language: Language, english: string): string {
  if (language === "en") return english;
  if (CODES.size === 0) {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    for (const first of letters)
      for (const second of letters) {
        const code = `${first}${second}`;
        const name = sayCountry("en", code).replaceAll("’", "'");
        if (name !== code && !CODES.has(name)) CODES.set(name, code);
      }
  }
  const name = english.replaceAll("’", "'");
  const code = CODES.get(name) ?? UNITED_NATIONS[name];
  return code === undefined ? english : sayCountry(language, code);
}

const SCHEMAS: Readonly<Record<string, readonly [en: string, ko: string]>> = {
  Person: ["Person", "개인"],
  Company: ["Company", "회사"],
  Organization: ["Organisation", "단체"],
  PublicBody: ["Public body", "공공기관"],
  LegalEntity: ["Person or company", "개인 또는 법인"],
  Vessel: ["Vessel", "선박"],
  Airplane: ["Aircraft", "항공기"],
  Asset: ["Asset", "자산"],
  CryptoWallet: ["Wallet", "전자지갑"],
};

/** What a kind of party is called; the model's own name where it has none here. */
export function saySchema(language: Language, schema: string): string {
  return SCHEMAS[schema]?.[language === "en" ? 0 : 1] ?? schema;
}

/** A score as it is: two digits, never a percentage, for it is no probability of guilt. */
export function sayScore(score: number): string {
  return (Math.floor(score * 100) / 100).toFixed(2);
}

/** An exact amount: USD 4,200.00. Nothing is rounded. */
export function sayMoney(
  language: Language,
  { amount, scale, currency }: { readonly amount: string; readonly scale: number; readonly currency: string },
): string {
  const digits = amount.padStart(scale + 1, "0");
  const [whole, part] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale)];
  const grouped = new Intl.NumberFormat(LOCALES[language]).format(BigInt(whole));
  return `${currency} ${grouped}${part === "" ? "" : `.${part}`}`;
}
