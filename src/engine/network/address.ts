import { countryCode } from "../entity/country.ts";
import { mandarinWords } from "../names/hanzi.ts";
import { romanizeCyrillic } from "../names/letters.ts";

/** Mandarin sound of one sign. */
function latinOf(sign: string): string {
  return mandarinWords(sign, false)
    .map(({ latin }) => latin)
    .join("");
}

/** What an address says, apart from how it is written. */
export type AddressKey = {
  readonly raw: string;
  /** House, building and room numbers, with their letters: `20998b`, `26`. */
  readonly numbers: readonly string[];
  /** Street and place words in Latin letters, joined, road words in English: `changbaishaneastroad`. */
  readonly letters: string;
};

/** Words that addresses keep in one transliteration and lose or translate in the next. */
const PLACE_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lu: "road",
    rd: "road",
    jie: "street",
    dajie: "street",
    str: "street",
    ulitsa: "street",
    ul: "street",
    st: "street",
    dong: "east",
    xi: "west",
    nan: "south",
    bei: "north",
    zhong: "middle",
    prospekt: "avenue",
    prospect: "avenue",
    pr: "avenue",
    ave: "avenue",
    pereulok: "lane",
    per: "lane",
    ...Object.fromEntries(
      "hao no number num shi sheng qu room rm dom kv of the".split(" ").map((word) => [word, ""]),
    ),
  }),
);

/** Road words written together with the name before them: `Renminlu`, `Donglu`. */
const JOINED_ROAD = /^(.*?)(dong|xi|nan|bei|zhong)?(lu|dajie|jie)$/;

/** Letters that an address has beside its city at the least: fewer cannot name a street. */
const LETTERS_MIN = 6;
/** Pure digits of this length are postal codes far more often than houses: they never tell one house from another. */
const POSTAL_DIGITS_MIN = 5;

function inLatin(raw: string): string {
  return raw
    .normalize("NFKC")
    .replace(/\p{Script=Han}+/gu, (run) => ` ${[...run].map(latinOf).join(" ")} `)
    .replace(/\p{Script=Cyrillic}+/gu, (word) => romanizeCyrillic(word.toLowerCase(), "english"))
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}

/** One source names the country and the next leaves it out; it never tells one house from another. */
function withoutCountry(raw: string): string {
  const parts = raw.split(",");
  const rest = parts.filter((part) => countryCode(part.trim()) === null);
  return rest.length === 0 ? raw : rest.join(",");
}

/** Takes an address apart. Null where nothing in it could tell one house from another. */
export function readAddress(raw: string): AddressKey | null {
  const numbers: string[] = [];
  let letters = "";
  for (const token of inLatin(withoutCountry(raw)).split(/[^\p{L}\p{N}]+/u)) {
    if (token === "") continue;
    if (!/\d/.test(token)) {
      for (const word of token.replace(JOINED_ROAD, "$1 $2 $3").split(" "))
        letters += PLACE_WORDS.get(word) ?? word;
      continue;
    }
    const number = token.replace(/(hao|shi|nd|rd|th)$/, "").replace(/^0+(?=\d)/, "");
    if (!/^\d+$/.test(number) || number.length < POSTAL_DIGITS_MIN) numbers.push(number);
  }
  return numbers.length === 0 || letters.length < LETTERS_MIN ? null : { raw, numbers, letters };
}

/** Pairs of neighbouring letters, each once. */
function pairs(letters: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at++) found.add(letters.slice(at, at + 2));
  return found;
}

/** Shares of the pairs of letters that the two have in common: of the shorter's, and of both. */
function likeness(a: string, b: string): { readonly ofShorter: number; readonly ofBoth: number } {
  const [short, long] = a.length <= b.length ? [pairs(a), pairs(b)] : [pairs(b), pairs(a)];
  let common = 0;
  for (const pair of short) if (long.has(pair)) common++;
  return { ofShorter: common / short.size, ofBoth: (2 * common) / (short.size + long.size) };
}

/**
 * Whether two addresses name one place: two thirds of the shorter's numbers are in the other, and the words agree but
 * for transliteration and what one leaves out. One number alone must be telling (a letter in it, or four signs), or all
 * words agree. A city in common, a postal code in common, are nothing.
 */
export function samePlace(a: AddressKey, b: AddressKey): boolean {
  const [few, many] = a.numbers.length <= b.numbers.length ? [a, b] : [b, a];
  const known = new Set(many.numbers);
  const shared = [...new Set(few.numbers)].filter((number) => known.has(number));
  if (shared.length === 0 || shared.length * 3 < new Set(few.numbers).size * 2) return false;
  const telling =
    shared.length >= 2 || shared.some((number) => number.length >= 4 || /^\d.*\p{L}/u.test(number));
  const { ofShorter, ofBoth } = likeness(a.letters, b.letters);
  return telling ? ofShorter >= 0.8 : ofBoth >= 0.9;
}
