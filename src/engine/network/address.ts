/** What an address says, apart from how it is written: numbers, and the words as one run of letters. */
export type AddressKey = {
  readonly raw: string;
  /** House, building and room numbers, with their letters: `20998b`, `26`. */
  readonly numbers: readonly string[];
  /** Street and place words in Latin letters, joined, road words in English: `changbaishaneastroad`. */
  readonly letters: string;
};

/** Road words that Chinese and Russian addresses keep in one transliteration and lose in the next. */
const ROAD_WORDS: Readonly<Record<string, string>> = {
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
  hao: "",
  no: "",
  number: "",
  num: "",
  shi: "",
  sheng: "",
  qu: "",
  room: "",
  rm: "",
  dom: "",
  prospekt: "avenue",
  prospect: "avenue",
  pr: "avenue",
  ave: "avenue",
  pereulok: "lane",
  per: "lane",
};

/** Takes an address apart. Null where nothing in it could tell one house from another. */
export function readAddress(raw: string): AddressKey | null {
  const plain = raw.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const numbers: string[] = [];
  let letters = "";
  for (const token of plain.split(/[^\p{L}\p{N}]+/u)) {
    if (token === "") continue;
    if (/\d/.test(token)) {
      // `26hao` is number 26; `133000` behind the city is a postal code, and kept: it only ever confirms.
      numbers.push(token.replace(/(hao|shi|nd|rd|th)$/, "").replace(/^0+(?=\d)/, ""));
    } else letters += ROAD_WORDS[token] ?? token;
  }
  return numbers.length === 0 || letters.length < 6 ? null : { raw, numbers, letters };
}

/** Pairs of neighbouring letters, each once. */
function pairs(letters: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at++) found.add(letters.slice(at, at + 2));
  return found;
}

/**
 * Whether two addresses name one place: every number of the shorter list is in the other, at least one of them is
 * telling (three characters or more, or two numbers agree), and the letters of one lie in the other but for small
 * differences of transliteration. A shared city alone never is.
 */
export function samePlace(a: AddressKey, b: AddressKey): boolean {
  const [few, many] = a.numbers.length <= b.numbers.length ? [a, b] : [b, a];
  const known = new Set(many.numbers);
  const shared = few.numbers.filter((number) => known.has(number));
  const telling =
    shared.some((number) => number.length >= 3) ||
    shared.length >= 2 ||
    (shared.length === few.numbers.length && few.letters.length >= 14);
  if (!telling || shared.length < Math.ceil(few.numbers.length * 0.66)) return false;
  const [short, long] =
    a.letters.length <= b.letters.length ? [a.letters, b.letters] : [b.letters, a.letters];
  if (long.includes(short)) return true;
  const inLong = pairs(long);
  const inShort = pairs(short);
  let common = 0;
  for (const pair of inShort) if (inLong.has(pair)) common++;
  return common / inShort.size >= 0.8;
}
