import type { Random } from "../../src/service/evaluation/random.ts";
import { inHebrew } from "./in-hebrew.ts";

/** A way in which people write a listed name otherwise than the list does. */
export type Perturbation =
  | "as-listed"
  | "typo"
  | "two-typos"
  | "first-letter"
  | "order"
  | "word-dropped"
  | "initial"
  | "joined"
  | "split"
  | "transliteration"
  | "noise"
  | "homoglyph"
  | "legal-form"
  | FurtherPerturbation;

/** The ways that were added after the first frozen run: they are measured apart, so that its figures stay comparable. */
export type FurtherPerturbation = "given-name-added" | "word-added" | "country-added" | "cut-off" | "hebrew";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const words = (name: string) => name.split(/\s+/).filter((word) => word !== "");

/** One wrong, missing, extra or swapped letter in a word, not the first unless asked for. */
function misspell(word: string, random: Random, first: boolean): string {
  if (word.length < 3) return word;
  const at = first ? 0 : 1 + random.below(word.length - 1);
  const letter = random.pick([...LETTERS]);
  switch (random.below(4)) {
    case 0:
      return word.slice(0, at) + letter + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at);
    default:
      return at + 1 < word.length
        ? word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2)
        : word.slice(0, at);
  }
}

/** The same, in one of the longer words. */
function misspellOne(name: string, random: Random, first: boolean): string {
  const parts = words(name);
  const long = parts.flatMap((part, index) => (part.length >= 4 ? [index] : []));
  if (long.length === 0) return name;
  const chosen = random.pick(long);
  return parts.map((part, index) => (index === chosen ? misspell(part, random, first) : part)).join(" ");
}

/** Spellings of one sound in different romanisations; either side may stand for the other. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/q/g, "k"],
  [/k(?!h)/g, "q"],
  [/x/g, "ks"],
  [/ks/g, "x"],
  [/j/g, "dj"],
  [/dj/g, "j"],
  [/ou/g, "u"],
  [/u/g, "ou"],
  [/oo/g, "u"],
  [/ee/g, "i"],
  [/kh/g, "h"],
  [/sh/g, "ch"],
  [/zh/g, "j"],
  [/v/g, "w"],
  [/w/g, "v"],
  [/ph/g, "f"],
  [/f/g, "ph"],
  [/y/g, "i"],
  [/i/g, "y"],
  [/ya/g, "ia"],
  [/yu/g, "iu"],
  [/ts/g, "tz"],
  [/ey/g, "ei"],
  [/ck/g, "k"],
  [/ss/g, "s"],
  [/mm/g, "m"],
  [/ll/g, "l"],
  [/dd/g, "d"],
  [/l(?=[aeiou])/g, "ll"],
  [/aa/g, "a"],
  [/e/g, "i"],
  [/o(?=[nm])/g, "u"],
  [/ch/g, "j"],
  [/jo/g, "cho"],
  [/^ri$/g, "lee"],
  [/^pak$/g, "park"],
  [/^choe$/g, "choi"],
  [/^ryu$/g, "yu"],
  [/eo/g, "o"],
  [/eu/g, "u"],
  [/hwa/g, "wha"],
  [/g(?=$)/g, "k"],
];

/** One word written by another romanisation. */
function respell(name: string, random: Random): string {
  const parts = words(name.toLowerCase());
  const options = parts.flatMap((part, index) =>
    part.length < 2
      ? []
      : SOUNDS.flatMap(([from, to]) => (part.search(from) >= 0 ? [{ index, from, to }] : [])),
  );
  if (options.length === 0) return name;
  const { index, from, to } = random.pick(options);
  return parts
    .map((part, place) => (place === index ? part.replace(new RegExp(from.source), to) : part))
    .join(" ");
}

const HOMOGLYPHS: Readonly<Record<string, string>> = {
  a: "а",
  e: "е",
  o: "о",
  p: "р",
  c: "с",
  x: "х",
  i: "і",
  s: "ѕ",
};
const ACCENTS = ["\u0301", "\u0308", "\u0302", "\u0300"];

/** Case, diacritics and punctuation that mean nothing. */
function makeNoise(name: string, random: Random): string {
  switch (random.below(4)) {
    case 0:
      return name.toLowerCase();
    case 1:
      return words(name).join(random.pick(["-", ".", "  ", "_", ", "]));
    case 2: {
      const vowels = [...name].flatMap((letter, index) => (/[aeiou]/i.test(letter) ? [index] : []));
      if (vowels.length === 0) return name.toUpperCase();
      const at = random.pick(vowels);
      return [...name]
        .map((letter, index) => (index === at ? (letter + random.pick(ACCENTS)).normalize("NFC") : letter))
        .join("");
    }
    default:
      return `"${name}" .`;
  }
}

const LEGAL: readonly (readonly string[])[] = [
  ["CO LTD", "Company Limited", "CO., LTD.", "Ltd", "Co"],
  ["LIMITED", "LTD", "LTD.", "Limited"],
  ["LLC", "L.L.C.", "Limited Liability Company", "OOO"],
  ["CORPORATION", "CORP", "CORP."],
  ["COMPANY", "CO", "CO.", "COMP"],
  ["GMBH", "G.m.b.H.", "Gesellschaft mit beschraenkter Haftung"],
  ["S.A.", "SA", "Sociedad Anonima"],
  ["JSC", "Joint Stock Company", "AO", "J.S.C."],
  ["INC", "INC.", "INCORPORATED"],
  ["INTERNATIONAL", "INTL", "INT'L"],
  ["TRADING", "TRDG"],
  ["GROUP", "GRP"],
  ["TECHNOLOGY", "TECH"],
];

/** A legal form or weak word shortened, written out or left off; null where the name has none. */
function changeLegalForm(name: string, random: Random): string | null {
  for (const spellings of LEGAL) {
    for (const spelling of spellings) {
      const found = new RegExp(
        `(?<![\\p{L}])${spelling.replace(/[.*+?^$()]/g, "\\$&").replaceAll(" ", "\\.?,? +")}(?![\\p{L}])\\.?`,
        "iu",
      ).exec(name);
      if (found === null) continue;
      const others = ["", ...spellings.filter((other) => other.toLowerCase() !== found[0].toLowerCase())];
      const changed = name
        .replace(found[0], random.pick(others))
        .replace(/[ ,]+$/, "")
        .replace(/\s+/g, " ")
        .trim();
      return words(changed).length >= 1 ? changed : null;
    }
  }
  return null;
}

/** Given names of many countries, as a passport has one more of them than a list. */
const GIVEN_NAMES =
  "Ahmad Mohammed Ali Hussein Abdul Mahmoud Yusuf Fatima Mariam Ivan Sergei Andrey Olga Natalia Jose Maria Luis Carlos Juan Antonio John Peter David Anna Michael Min Wei Jun Thu Hassan Reza Amir Samuel Grace".split(
    " ",
  );

/** One more given name behind the first word. */
function addGivenName(name: string, random: Random): string | null {
  const parts = words(name);
  const others = GIVEN_NAMES.filter((given) => !name.toLowerCase().includes(given.toLowerCase()));
  return parts.length < 2 ? null : [parts[0], random.pick(others), ...parts.slice(1)].join(" ");
}

const ADDED_WORDS = ["Group", "Group", "Holding", "Holdings", "Group of Companies", "International"];
const ADDED_COUNTRIES =
  "Russia Iran Syria China Turkey Lebanon Iraq Emirates Kazakhstan Panama Cyprus Germany Singapore".split(
    " ",
  );
const FORM_BEHIND =
  /[ ,]+(?:co\.?,? ltd|ltd|limited|llc|l\.l\.c|inc|corp|corporation|company|jsc|ojsc|pjsc|gmbh|fze|s\.a|sa|bv|ooo|ao)\.?$/i;

/** More words behind the name of a company, before its legal form; null where it has one of them. */
function addBehind(name: string, added: string): string | null {
  if (name.toLowerCase().includes(added.toLowerCase().slice(0, 5))) return null;
  const form = FORM_BEHIND.exec(name);
  return form === null
    ? `${name} ${added}`
    : `${name.slice(0, form.index)} ${added}${name.slice(form.index)}`;
}

/** A line of a payment message holds so many letters. */
const LINE_LETTERS = 35;

/** The name written in this other way, or null where the name offers no place for it. */
export function perturb(name: string, how: Perturbation, random: Random): string | null {
  const parts = words(name);
  const at = parts.length > 1 ? random.below(parts.length - 1) : 0;
  switch (how) {
    case "as-listed":
      return name;
    case "typo":
      return changed(name, misspellOne(name, random, false));
    case "two-typos":
      return changed(name, misspellOne(misspellOne(name, random, false), random, false));
    case "first-letter":
      return changed(name, misspellOne(name, random, true));
    case "order":
      return parts.length < 2 ? null : changed(name, [...parts.slice(-1), ...parts.slice(0, -1)].join(" "));
    case "word-dropped": {
      if (parts.length < 3) return null;
      const dropped = 1 + random.below(parts.length - 2);
      return parts.filter((_, index) => index !== dropped).join(" ");
    }
    case "initial":
      return parts.length < 3
        ? null
        : parts.map((part, index) => (index === 1 ? `${part[0] ?? ""}.` : part)).join(" ");
    case "joined":
      return parts.length < 2
        ? null
        : [...parts.slice(0, at), (parts[at] ?? "") + (parts[at + 1] ?? ""), ...parts.slice(at + 2)].join(
            " ",
          );
    case "split": {
      const long = parts.flatMap((part, index) => (part.length >= 6 ? [index] : []));
      if (long.length === 0) return null;
      const chosen = random.pick(long);
      return parts
        .map((part, index) => {
          if (index !== chosen) return part;
          const cut = 2 + random.below(part.length - 3);
          return `${part.slice(0, cut)} ${part.slice(cut)}`;
        })
        .join(" ");
    }
    case "transliteration":
      return changed(name.toLowerCase(), respell(name, random));
    case "noise":
      return changed(name, makeNoise(name, random));
    case "homoglyph":
      return changed(
        name,
        [...name]
          .map((letter) => (random.chance(0.5) ? (HOMOGLYPHS[letter.toLowerCase()] ?? letter) : letter))
          .join(""),
      );
    case "legal-form":
      return changeLegalForm(name, random);
    default:
      return perturbFurther(name, how, random);
  }
}

function perturbFurther(name: string, how: FurtherPerturbation, random: Random): string | null {
  switch (how) {
    case "given-name-added":
      return addGivenName(name, random);
    case "word-added":
      return addBehind(name, random.pick(ADDED_WORDS));
    case "country-added":
      return addBehind(name, random.pick(ADDED_COUNTRIES));
    case "cut-off": {
      const cut = name.slice(0, LINE_LETTERS).trim();
      return name.length < LINE_LETTERS + 3 ? null : cut;
    }
    case "hebrew":
      return inHebrew(name, random);
  }
}

const changed = (from: string, to: string) => (to === from ? null : to);

/** What a customer record holds of a listed birth date: right, vague, missing or slightly wrong. */
export function perturbBirthDate(
  date: string,
  random: Random,
): { readonly date: string | null; readonly how: string } {
  const [year = "", month, day] = date.split("-");
  const roll = random.next();
  if (roll < 0.2) return { date: null, how: "missing" };
  if (roll < 0.35) return { date: year, how: "year-only" };
  if (day === undefined || month === undefined || roll < 0.75) return { date, how: "right" };
  if (roll < 0.83 && Number(day) <= 12 && day !== month)
    return { date: `${year}-${day}-${month}`, how: "day-month-swapped" };
  if (roll < 0.92) {
    const near = Math.min(28, Math.max(1, Number(day) + (random.chance(0.5) ? 1 : -1)));
    return { date: `${year}-${month}-${String(near).padStart(2, "0")}`, how: "neighbouring-day" };
  }
  return {
    // 29 February has no neighbour in the next year.
    date: `${Number(year) + (random.chance(0.5) ? 1 : -1)}-${month}-${day === "29" ? "28" : day}`,
    how: "neighbouring-year",
  };
}
