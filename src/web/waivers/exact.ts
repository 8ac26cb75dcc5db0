import type { Language } from "../words/words.ts";

/** An exact amount of something, as the API has it: 12.5 kg is 125 at scale 1. */
export type Quantity = { readonly amount: string; readonly scale: number; readonly unit: string };
/** An exact amount of money. */
export type Money = { readonly amount: string; readonly scale: number; readonly currency: string };

const EXACT = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,12})?$/;
const DIGITS_MAX = 30;

/** `1,200.50` as a whole number and its decimal places; null for what is no exact number. */
export function readExact(text: string): { readonly amount: string; readonly scale: number } | null {
  const plain = text.trim().replace(/\s/g, "");
  if (!EXACT.test(plain)) return null;
  const [whole = "0", fraction = ""] = plain.replaceAll(",", "").split(".");
  const amount = `${whole}${fraction}`.replace(/^0+(?=\d)/, "");
  return amount.length > DIGITS_MAX ? null : { amount, scale: fraction.length };
}

/** The number alone, without zeros that say nothing. */
export function sayExact({ amount, scale }: { readonly amount: string; readonly scale: number }): string {
  const digits = amount.padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return scale === 0 || fraction === "" ? whole : `${whole}.${fraction}`;
}

const GROUPS: Readonly<Record<Language, string>> = { en: "en-GB", ko: "ko-KR" };

const KOREAN_UNITS: Readonly<Record<string, string>> = {
  piece: "개",
  pair: "쌍",
  set: "세트",
  dozen: "다스",
  metre: "m",
  litre: "L",
  tonne: "t",
  barrel: "배럴",
  hour: "시간",
  day: "일",
};

/** A unit alone, in the language of the page. */
export const sayUnit = (language: Language, unit: string): string =>
  language === "en" ? unit : (KOREAN_UNITS[unit] ?? unit);

/** A unit that is a word, in the plural; symbols have none. */
function manyOf(unit: string): string {
  if (!/^[a-z]{3,}$/.test(unit) || unit.endsWith("s")) return unit;
  return /(?:x|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`;
}

/** Exact as it stands, in words: 1 piece, 1,200 pieces, 12.5 kg; 20개. */
export function sayQuantity(language: Language, quantity: Quantity): string {
  const number = sayExact(quantity);
  const [whole = "0", fraction] = number.split(".");
  const grouped = new Intl.NumberFormat(GROUPS[language]).format(BigInt(whole));
  const said = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  if (language === "en") return `${said} ${number === "1" ? quantity.unit : manyOf(quantity.unit)}`;
  const unit = KOREAN_UNITS[quantity.unit];
  return unit === undefined || /^[A-Za-z]/.test(unit) ? `${said} ${unit ?? quantity.unit}` : `${said}${unit}`;
}

/** For pictures alone: the exact number stands beside them. */
export function roughly({ amount, scale }: { readonly amount: string; readonly scale: number }): number {
  return Number(amount) / 10 ** scale;
}

/** `8528.52` as people write a code of six digits or more. */
export function sayCode(code: string): string {
  const digits = code.replace(/\D/g, "");
  return digits.length <= 4
    ? digits
    : [digits.slice(0, 4), ...(digits.slice(4).match(/.{1,2}/g) ?? [])].join(".");
}
