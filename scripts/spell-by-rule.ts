/**
 * Writes the tables of spellings for scripts of which there are too few pairs of names to learn from: what each letter of
 * Hebrew and Thai may be in Latin letters, by rule, with costs in tenths of a nat.
 * Usage: npx node scripts/spell-by-rule.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Ways to write a letter, the likeliest first; `-` for nothing. Each costs more than the one before. */
type Rules = Readonly<Record<string, string>>;

const HEBREW_CONSONANTS: Rules = {
  ב: "b v",
  ג: "g j",
  ד: "d",
  ז: "z",
  ח: "h ch kh",
  ט: "t",
  כך: "k ch kh c",
  ל: "l",
  מם: "m",
  נן: "n",
  ס: "s",
  פף: "p f ph",
  צץ: "tz ts z",
  ק: "k q c",
  ר: "r",
  ש: "sh s sch",
  ת: "t th",
};
/** Letters that are read as vowels, as consonants, or not at all. */
const HEBREW_VOWELS: Rules = {
  א: "a - e o i u",
  ה: "h a ah ha e eh he - ho hi",
  ו: "o v u w va ve vi vo -",
  י: "i y e ya - ai ye yi ei yo",
  ע: "a - e o i",
};
/** Vowels that are not written; a consonant with one is the likelier, or no spelling without them were ever unlikely. */
const HEBREW_BETWEEN = { "": 20, a: 9, e: 10, i: 15, o: 13, u: 21 };
const HEBREW_AT_END = { "": 3, a: 29, e: 29, i: 35, o: 33, u: 40 };

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

/** The same at the end of a word: its key tells what follows. */
function atEnd(rows: readonly (readonly [string, string])[]): [string, string][] {
  return rows.map(([letter, chunks]) => [`${letter}>$`, chunks]);
}

write("hebrew", [
  ...withVowels(HEBREW_CONSONANTS, HEBREW_BETWEEN),
  ...atEnd(withVowels(HEBREW_CONSONANTS, HEBREW_AT_END)),
  ...asTheyAre(HEBREW_VOWELS),
]);
write("thai", [
  ...withVowels(THAI_CONSONANTS, THAI_BETWEEN),
  ...asTheyAre(THAI_VOWELS),
  ...silent(THAI_CONSONANTS),
]);
