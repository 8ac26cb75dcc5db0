/**
 * Writes the tables of spellings for scripts of which there are too few pairs of names to learn from: what each letter of
 * Hebrew, Thai, Greek, Burmese and the Indic scripts may be in Latin letters, by rule, with costs in tenths of a nat.
 * Usage: npx node scripts/spell-by-rule.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Ways to write a letter, the likeliest first; `-` for nothing. Each costs more than the one before. */
type Rules = Readonly<Record<string, string>>;

/** The sign by which Hebrew writes sounds of other languages (geresh), as `local-letters.ts` keeps it. */
const GERESH = "\u05bf";
const HEBREW_CONSONANTS: Rules = {
  ב: "b v bb",
  ג: "g j gh gg",
  [`ג${GERESH}`]: "j dj g zh",
  ד: "d dd dh",
  [`ד${GERESH}`]: "dh d th z",
  וו: "v w uw ow",
  ז: "z s zz dh",
  [`ז${GERESH}`]: "zh j g z",
  ח: "h kh ch hh",
  [`ח${GERESH}`]: "kh h ch",
  ט: "t tt th",
  [`ט${GERESH}`]: "z th dh",
  כ: "k kh c ch kk q",
  ל: "l ll",
  מ: "m mm",
  נ: "n nn",
  ס: "s ss c z",
  [`ע${GERESH}`]: "gh g",
  פ: "p f pp ff ph",
  צ: "ts tz s c z",
  [`צ${GERESH}`]: "ch tch j",
  ק: "k q c kk ck",
  ר: "r rr",
  ש: "sh s ch sch ss",
  ת: "t th tt",
  [`ת${GERESH}`]: "th t",
};
/** The same letters at the end of a word. */
const HEBREW_FINAL: Readonly<Record<string, string>> = { כ: "ך", מ: "ם", נ: "ן", פ: "ף", צ: "ץ" };
/** Letters that are read as vowels, as consonants, or not at all. */
const HEBREW_VOWELS: Rules = {
  א: "a e - aa ia i o",
  ו: "u o ou oo v w aw - ow",
  י: "i y ee e iy ia ya - ye ie ai",
  יי: "ei ai ay ey i y ie iy aye yi",
  ע: "a - e aa i o",
};
/** At the beginning of a word they carry a vowel, or are consonants. */
const HEBREW_AT_START: Rules = {
  א: "a e - i o u",
  ו: "v w va wa ve we vi wi u vo",
  י: "y ya ye yu j yo i e",
  ע: "a o e i u -",
};
const HEBREW_LAST: Rules = { ה: "a ah e h eh ia", א: "a ah aa", י: "i y ee ie iy ay ii ei" };
/** Vowels that are not written; o, u and i mostly are, and before a written vowel there is none. */
const HEBREW_BETWEEN = { "": 9, a: 8, e: 9, i: 22, o: 24, u: 24 };
const HEBREW_BEFORE_VOWEL = { "": 2, a: 24, e: 26, i: 34 };
const HEBREW_AT_END = { "": 2, a: 30, e: 27, i: 36 };

const THAI_CONSONANTS: Rules = {
  ก: "k g c",
  ขคฆ: "kh k c g",
  ง: "ng",
  จ: "ch j c",
  ฉชฌ: "ch sh j g",
  ซศษส: "s c z ss",
  ญ: "y n",
  ดฎ: "d t",
  ตฏ: "t d",
  ถทธฐฑฒ: "th t d",
  นณ: "n",
  บ: "b p",
  ป: "p b",
  ผพภ: "ph p",
  ฝฟ: "f ph",
  ม: "m",
  ย: "y i",
  ร: "r l -",
  ลฬ: "l r ll",
  ว: "w v u",
  หฮ: "h -",
  อ: "- o or er a",
};
const THAI_VOWELS: Rules = {
  "\u0e30": "a u",
  "\u0e31": "a u",
  "\u0e32": "a ar",
  "\u0e4d": "m -",
  "\u0e34": "i e y",
  "\u0e35": "i ee y e ie",
  "\u0e36\u0e37": "ue u",
  "\u0e38\u0e39": "u oo ou",
  "\u0e47": "- e",
  "\u0e40": "e a ae",
  "\u0e41": "ae a e",
  "\u0e42": "o oh",
  "\u0e43\u0e44": "ai i y",
};
const THAI_BETWEEN = { "": 4, o: 17, a: 17, e: 26 };
/** A Thai consonant under the sign of silence is a letter that the foreign word has and Thai does not speak. */
const SILENCE = "\u0e4c";
const SILENT_COST = 16;

/** Greek as it writes names from abroad, with letters of two signs. */
const GREEK: Rules = {
  α: "a",
  β: "v b",
  γ: "g y gh j",
  δ: "d dh",
  ε: "e ye ie a",
  ζ: "z j s",
  η: "i e y a",
  θ: "th t",
  ι: "i y j e",
  κ: "k c q ck",
  λ: "l ll",
  μ: "m mm",
  ν: "n nn",
  ξ: "x ks",
  ο: "o u",
  π: "p pp",
  ρ: "r rr",
  σς: "s sh z ss c",
  τ: "t th tt",
  υ: "y i u",
  φ: "f ph",
  χ: "h ch kh x",
  ψ: "ps",
  ω: "o w",
};
const GREEK_PAIRS: readonly (readonly [string, string])[] = [
  ["μπ", "b mp mb bb"],
  ["ντ", "d nt nd dd dh t"],
  ["γκ", "g gk ng gh"],
  ["γγ", "ng g gg"],
  ["γχ", "nch nh"],
  ["τζ", "j dj tz zh dz"],
  ["τσ", "ch ts tz cz c"],
  ["τς", "ts ch"],
  ["ου", "u ou oo w"],
  ["αι", "ai e ay ae"],
  ["ει", "ei i ey ay"],
  ["οι", "oi oy i"],
  ["υι", "yi i ui"],
  ["αυ", "av au af aw"],
  ["ευ", "ev eu ef"],
];

/** Consonants of Devanagari; its sister scripts are read by the same places, Tamil's voiced ones among them. */
const INDIC_CONSONANTS: Rules = {
  क: "k c q g",
  ख: "kh k",
  ग: "g gh",
  घ: "gh g",
  ङ: "ng n",
  च: "ch c s j",
  छ: "chh ch",
  ज: "j z",
  झ: "jh z j",
  ञ: "n ny",
  ट: "t d",
  ठ: "th t",
  ड: "d r",
  ढ: "dh d rh",
  णनऩ: "n nn",
  त: "t th d",
  थ: "th t",
  द: "d dh",
  ध: "dh d",
  प: "p b pp",
  फ: "ph f p",
  ब: "b v bh",
  भ: "bh b",
  म: "m mm",
  य: "y j i",
  रऱ: "r rr",
  लळऴ: "l ll zh",
  व: "v w b",
  शष: "sh s",
  स: "s ss",
  ह: "h -",
};
/** With the point below, which names from abroad have. */
const INDIC_POINTED: Rules = { क: "q k", ख: "kh k", ग: "gh g", ज: "z j", ड: "r d", ढ: "rh dh", फ: "f ph" };
const INDIC_VOWELS: Rules = {
  अ: "a u",
  आा: "a aa e",
  इि: "i e y",
  ईी: "i ee y",
  उु: "u o",
  ऊू: "u oo",
  ऋृ: "ri ru",
  एेॆऎ: "e a ay",
  ऐै: "ai e ay",
  ओोॊऒ: "o au",
  औौ: "au ou o aw",
  ऑॉऍॅ: "o a e",
  "ं": "n m ng -",
  "ँ": "n -",
  "ः": "h -",
};
const INDIC_INHERENT = { a: 0, "": 6, u: 13, o: 12, e: 18 };
const INDIC_AT_END = { "": 0, a: 7, o: 17 };
const INDIC_SILENCE = "\u094d";
const INDIC_POINT = "\u093c";

/** Burmese consonants at the beginning of a syllable, with the signs that change them. */
const BURMESE_ONSETS: readonly (readonly [string, string])[] = [
  ["က", "k g"],
  ["ခ", "kh k"],
  ["ဂဃ", "g k"],
  ["င", "ng"],
  ["စ", "s z"],
  ["ဆ", "s hs z"],
  ["ဇဈ", "z s"],
  ["ညဉ", "ny"],
  ["တဋ", "t d"],
  ["ထဌ", "ht t"],
  ["ဒဓဍဎ", "d t"],
  ["နဏ", "n"],
  ["ပ", "p b"],
  ["ဖ", "hp ph p"],
  ["ဗ", "b v"],
  ["ဘ", "b bh ph p"],
  ["မ", "m"],
  ["ယ", "y"],
  ["ရ", "y r"],
  ["လဠ", "l"],
  ["ဝ", "w"],
  ["သ", "th t s"],
  ["ဟ", "h"],
  ["အ", "-"],
  ["ဣဤ", "i"],
  ["ဥဦ", "u oo"],
  ["ဧ", "ay e"],
  ["ဩဪ", "aw"],
  ["ဿ", "th"],
];
const BURMESE_SIGNED: readonly (readonly [string, string])[] = [
  ["ကျ", "ky ch gy"],
  ["ကြ", "ky ch gy"],
  ["ချ", "ch kh"],
  ["ခြ", "ch kh"],
  ["ဂျ", "gy j"],
  ["ဂြ", "gy j"],
  ["မျ", "my"],
  ["မြ", "my"],
  ["ပျ", "py by"],
  ["ပြ", "py by"],
  ["ဖျ", "phy hpy"],
  ["ဖြ", "phy hpy"],
  ["ဗျ", "by"],
  ["ဗြ", "by"],
  ["လျ", "ly"],
  ["တြ", "tr t"],
  ["သြ", "aw th"],
  ["ရှ", "sh"],
  ["ယှ", "sh"],
  ["လှ", "hl l"],
  ["မှ", "hm m"],
  ["နှ", "hn n"],
  ["ညှ", "hny ny"],
  ["ဝှ", "wh hw"],
  ["လျှ", "sh hly"],
  ["မြှ", "hmy my"],
  ["သျှ", "sh"],
];
/** What follows the consonant. */
const BURMESE_RIMES: readonly (readonly [string, string])[] = [
  ["", "a -"],
  ["ာ", "a ar ah"],
  ["ိ", "i e"],
  ["ီ", "i ee y"],
  ["ု", "u oo"],
  ["ူ", "u oo"],
  ["ေ", "e ay aye ei"],
  ["ဲ", "e eh ai ae"],
  ["ော", "aw au or"],
  ["ော်", "aw au or"],
  ["ံ", "an am"],
  ["ို", "o oe oh"],
  ["ုံ", "on ong oun one"],
  ["ိံ", "ein"],
  ["က်", "et ek"],
  ["င်", "in inn yn"],
  ["စ်", "it ic"],
  ["ည်", "i ee inn e yi"],
  ["ဉ်", "in inn"],
  ["တ်", "at"],
  ["န်", "an"],
  ["ဏ်", "an"],
  ["ပ်", "at ap"],
  ["မ်", "an am"],
  ["ယ်", "e al ai ay"],
  ["ောင်", "aung ong"],
  ["ောက်", "auk ok"],
  ["ိုင်", "aing ine"],
  ["ိုက်", "aik ike"],
  ["ိန်", "ein eine"],
  ["ိမ်", "ein eim"],
  ["ိတ်", "eik eit"],
  ["ိပ်", "eik eip"],
  ["ုန်", "on un oun one"],
  ["ုမ်", "on om"],
  ["ုတ်", "ok ote"],
  ["ုပ်", "ok op ote"],
  ["ွ", "wa"],
  ["ွာ", "wa war wah"],
  ["ွေ", "we way"],
  ["ွဲ", "we weh"],
  ["ွီ", "wi wee"],
  ["ွိ", "wi"],
  ["ွန်", "un on wun wan"],
  ["ွမ်", "un wan"],
  ["ွတ်", "ut wut"],
  ["ွပ်", "ut"],
  ["ွင်", "win wynn"],
  ["ွက်", "wet"],
  ["ွယ်", "we wai way"],
  ["ွံ", "un"],
];

const FIRST_COST = 4;
const STEP = 7;

function spelled(rule: string): [chunk: string, cost: number][] {
  return rule.split(" ").map((chunk, at) => [chunk === "-" ? "" : chunk, FIRST_COST + STEP * at]);
}

function written(chunks: readonly (readonly [chunk: string, cost: number])[]): string {
  const least = new Map<string, number>();
  for (const [chunk, cost] of chunks) least.set(chunk, Math.min(cost, least.get(chunk) ?? cost));
  return [...least]
    .sort((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1))
    .map(([chunk, cost]) => `${chunk === "" ? "-" : chunk}${cost}`)
    .join("");
}

function withVowels(rules: Rules, between: Readonly<Record<string, number>>): [string, string][] {
  return Object.entries(rules).flatMap(([letters, rule]) =>
    [...letters].map((letter): [string, string] => [
      letter,
      written(
        spelled(rule).flatMap(([chunk, cost]) =>
          Object.entries(between).map(([vowel, more]) => [chunk + vowel, cost + more] as const),
        ),
      ),
    ]),
  );
}

function asTheyAre(rules: Rules): [string, string][] {
  return Object.entries(rules).flatMap(([letters, rule]) =>
    [...letters].map((letter): [string, string] => [letter, written(spelled(rule))]),
  );
}

function silent(rules: Rules): [string, string][] {
  return Object.entries(rules).flatMap(([letters, rule]) =>
    [...letters].map((letter): [string, string] => [
      letter + SILENCE,
      written([
        ["", FIRST_COST],
        ...spelled(rule).map(([chunk, cost]) => [chunk, cost + SILENT_COST] as const),
      ]),
    ]),
  );
}

function write(name: string, rows: readonly (readonly [string, string])[]): void {
  const text = rows
    .toSorted((one, other) => (one[0] < other[0] ? -1 : 1))
    .map(([letter, chunks]) => `${JSON.stringify(letter)}: ${JSON.stringify(chunks)}`)
    .join(",\n");
  const file = join(import.meta.dirname, `../data/names/transliteration/${name}.json`);
  writeFileSync(file, `{\n${text}\n}\n`);
}

/** Rows under keys that tell what stands before and after a letter. */
function around(
  rows: readonly (readonly [string, string])[],
  before: string,
  after: string,
): [string, string][] {
  return rows.map(([letter, chunks]) => [
    `${before === "" ? "" : `${before}<`}${letter}${after === "" ? "" : `>${after}`}`,
    chunks,
  ]);
}

/** Rules under whole letters, of which one may be of several signs. */
function byLetter(rules: Rules, between: Readonly<Record<string, number>>): [string, string][] {
  return Object.entries(rules).map(([letter, rule]): [string, string] => [
    letter,
    written(
      spelled(rule).flatMap(([chunk, cost]) =>
        Object.entries(between).map(([vowel, more]) => [chunk + vowel, cost + more] as const),
      ),
    ),
  ]);
}

const HEBREW_SOUNDED: Rules = { ...HEBREW_CONSONANTS, ה: "h" };
const AS_THEY_ARE = { "": 0 };

write("hebrew", [
  ...byLetter(HEBREW_SOUNDED, HEBREW_BETWEEN),
  ...["ו", "י", "יי", "א", "ע"].flatMap((vowel) =>
    around(byLetter(HEBREW_SOUNDED, HEBREW_BEFORE_VOWEL), "", vowel),
  ),
  ...around(byLetter(HEBREW_CONSONANTS, HEBREW_AT_END), "", "$"),
  // A final form tells of itself that nothing follows; some write it before a hyphen.
  ...byLetter(
    Object.fromEntries(
      Object.entries(HEBREW_FINAL).map(([letter, last]) => [last, HEBREW_CONSONANTS[letter] ?? ""]),
    ),
    HEBREW_AT_END,
  ),
  ...byLetter(HEBREW_VOWELS, AS_THEY_ARE),
  ...[...Object.keys(HEBREW_SOUNDED), ...Object.keys(HEBREW_VOWELS), ...Object.values(HEBREW_FINAL)].flatMap(
    (after) => around(byLetter(HEBREW_AT_START, AS_THEY_ARE), "^", after),
  ),
  ...around(byLetter(HEBREW_LAST, AS_THEY_ARE), "", "$"),
]);
write("thai", [
  ...withVowels(THAI_CONSONANTS, THAI_BETWEEN),
  ...asTheyAre(THAI_VOWELS),
  ...silent(THAI_CONSONANTS),
]);
write("greek", [
  ...asTheyAre(GREEK),
  ...GREEK_PAIRS.map(([letters, rule]): [string, string] => [letters, written(spelled(rule))]),
]);

/** Consonants of an Indic script in each place: with their own vowel, without, at the end, and these with a point below. */
function indicRows(rules: Rules, point: string): [string, string][] {
  const pointed = (rows: [string, string][], after: string): [string, string][] =>
    rows.map(([letter, chunks]) => [letter + point + after, chunks]);
  return [
    ...pointed(withVowels(rules, INDIC_INHERENT), ""),
    ...pointed(withVowels(rules, INDIC_AT_END), ">$"),
    ...pointed(asTheyAre(rules), INDIC_SILENCE),
  ];
}

write("indic", [
  ...indicRows(INDIC_CONSONANTS, ""),
  ...indicRows(INDIC_POINTED, INDIC_POINT),
  ...asTheyAre(INDIC_VOWELS),
]);

/** Signs that stand for either of two letters share a rule. */
function eachOf(rows: readonly (readonly [string, string])[]): [string, string][] {
  return rows.flatMap(([letters, rule]) =>
    [...letters].map((letter): [string, string] => [letter, written(spelled(rule))]),
  );
}

write("burmese", [
  ...eachOf(BURMESE_ONSETS),
  ...BURMESE_SIGNED.map(([letters, rule]): [string, string] => [letters, written(spelled(rule))]),
  ...BURMESE_RIMES.map(([rime, rule]): [string, string] => [`=${rime}`, written(spelled(rule))]),
]);
