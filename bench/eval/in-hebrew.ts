import type { Random } from "../../src/service/evaluation/random.ts";

/** Foreign sounds as Hebrew newspapers write them, the longest first; several where usage varies. */
const SOUNDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^shch/, ["שצ׳"]],
  [/^kh/, ["ח׳", "ח"]],
  [/^sh/, ["ש"]],
  [/^zh/, ["ז׳"]],
  [/^ch/, ["צ׳"]],
  [/^th/, ["ת׳", "ת"]],
  [/^dh/, ["ד"]],
  [/^gh/, ["ע׳", "ג"]],
  [/^ph/, ["פ"]],
  [/^(?:ts|tz)/, ["צ"]],
  [/^(?:dj|j)/, ["ג׳"]],
  [/^(?:oo|ou|u)/, ["ו"]],
  [/^(?:ee|ii)/, ["י"]],
  [/^(?:ay|ai|ei|ey)/, ["יי", "י"]],
  [/^(?:ya|ia)$/, ["יה"]],
  [/^ck/, ["ק"]],
  [/^([bcdfgklmnprstz])\1/, []],
  [/^b/, ["ב"]],
  [/^[ckq]/, ["ק"]],
  [/^d/, ["ד"]],
  [/^f/, ["פ"]],
  [/^g/, ["ג"]],
  [/^h/, ["ה"]],
  [/^i/, ["י"]],
  [/^l/, ["ל"]],
  [/^m/, ["מ"]],
  [/^n/, ["נ"]],
  [/^o/, ["ו"]],
  [/^p/, ["פ"]],
  [/^r/, ["ר"]],
  [/^s/, ["ס"]],
  [/^t/, ["ט"]],
  [/^v/, ["ו", "ב"]],
  [/^w/, ["ו", "וו"]],
  [/^x/, ["קס"]],
  [/^y/, ["י"]],
  [/^z/, ["ז"]],
];
const VOWEL_FIRST = /^[aeiou]/;
const AT_END: Readonly<Record<string, string>> = { מ: "ם", נ: "ן", פ: "ף", צ: "ץ" };

/** An e is not written within a word, an a now and then. */
function vowel(letter: string, last: boolean, random: Random): string {
  if (letter === "a") return last ? random.pick(["ה", "א"]) : random.chance(0.35) ? "א" : "";
  return last ? random.pick(["ה", ""]) : "";
}

function hebrewWord(word: string, random: Random): string {
  let rest = word.toLowerCase();
  // A word that begins with a vowel begins with aleph.
  let written = VOWEL_FIRST.test(rest) ? "א" : "";
  if (/^[ae]/.test(rest)) rest = rest.slice(1);
  while (rest !== "") {
    const letter = rest.charAt(0);
    const rule = SOUNDS.find(([sound]) => sound.test(rest));
    if (rule === undefined) {
      written += vowel(letter, rest.length === 1, random);
      rest = rest.slice(1);
      continue;
    }
    const [sound, spellings] = rule;
    const found = sound.exec(rest)?.[0] ?? letter;
    // Hebrew doubles no consonant of a foreign name.
    if (spellings.length === 0) rest = rest.slice(1);
    else {
      written += random.pick(spellings);
      rest = rest.slice(found.length);
    }
  }
  const last = written.slice(-1);
  return written.length > 1 ? written.slice(0, -1) + (AT_END[last] ?? last) : written;
}

/** A name in Latin letters as Hebrew writes foreign names; null where it has a word that is no sequence of letters. */
export function inHebrew(name: string, random: Random): string | null {
  const plain = name.normalize("NFKD").replace(/[\p{M}'’`ʼ]/gu, "");
  const words = plain.split(/[\s-]+/).filter((word) => word !== "");
  if (words.length < 2 || !words.every((word) => /^[a-z]{2,}$/i.test(word))) return null;
  return words.map((word) => hebrewWord(word, random)).join(" ");
}
