import forms from "../../../data/legal-forms/forms.json" with { type: "json" };
import { editDistance } from "./edit-distance.ts";
import { codesOf, textHash } from "./token.ts";

/** Kinds of form whose words say what a company is and nothing of who it is. */
const KINDS = ["limited", "stock", "partnership", "sole", "company"] as const;
const LETTERS_MIN = 4;
const SHORT_FORMS =
  "ltd llc inc jsc pjsc ojsc cjsc gmbh ooo oao zao pao sarl srl bv nv plc pte pvt fze sdn bhd".split(" ");

/**
 * Words that legal forms are made of. A form that is recognised is taken off a name; where a slip hides it, its words
 * stay behind, and must not count for rare because no listed name is left with them.
 */
const FORM_WORDS: ReadonlySet<string> = new Set([
  ...SHORT_FORMS,
  ...KINDS.flatMap((kind) => forms[kind]).flatMap((form) =>
    form
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word.length >= LETTERS_MIN),
  ),
]);

const FORM_WORD_HASHES: ReadonlySet<number> = new Set([...FORM_WORDS].map(textHash));

/** False for letters whose hash no word of a legal form has: they need not be cut out of a text to be looked up. */
export function mayBeFormWord(hash: number): boolean {
  return FORM_WORD_HASHES.has(hash);
}

/** True for a word that legal forms are made of. */
export function isFormWord(word: string): boolean {
  return FORM_WORDS.has(word);
}

/** Forms' words that are long and common enough to be looked for with slips in them. */
const SLIPPED =
  "limited liability company public private joint stock corporation incorporated obshchestvo ogranichennoi otvetstvennostyu aktsionernoe sociedad anonima responsabilidad limitada societe gesellschaft sirketi"
    .split(" ")
    .map(codesOf);

/** Short forms: at a name's edge a word that stands on no list and is a letter from one of these is that form mistyped. */
const SLIPPED_SHORT =
  "ltd llc inc corp gmbh pjsc ojsc cjsc jsc ltda sarl fze fzco pte pvt ooo zao oao pao plc srl sro bhd"
    .split(" ")
    .map(codesOf);

/** True where a word is a letter from a short form. */
export function isSlippedShortForm(codes: Uint8Array): boolean {
  const { length } = codes;
  if (length < 2 || length > 5) return false;
  for (const form of SLIPPED_SHORT) {
    if (Math.abs(form.length - length) > 1) continue;
    if (editDistance(codes, 0, length, form, 0, form.length) === 1) return true;
  }
  return false;
}

/** Forms' words of every language are looked for with one slip, by all ways to leave a letter out of them. */
const ONE_LESS_LETTERS_MIN = 6;
const ONE_LESS: ReadonlyMap<string, string> = new Map(
  [...FORM_WORDS]
    .filter((word) => word.length >= ONE_LESS_LETTERS_MIN)
    .flatMap((word) => oneLess(word).map((key): [string, string] => [key, word])),
);

function oneLess(word: string): string[] {
  return [word, ...Array.from(word, (_letter, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** True where a word is a word of a form, of whatever language, but for a letter. */
export function isNearFormWord(word: string): boolean {
  if (word.length < ONE_LESS_LETTERS_MIN - 1) return false;
  return oneLess(word).some((key) => {
    const form = ONE_LESS.get(key);
    return form !== undefined && Math.abs(form.length - word.length) <= 1;
  });
}

/** Forms that are written with points between their letters, as they come apart at a name's end. */
const DOTTED = "sa sal sas srl spa sro sia ag bv nv llc llp cv".split(" ");

/** These whole, and those of three letters with one of them left out. */
const DOTTED_LESS: ReadonlySet<string> = new Set(
  DOTTED.flatMap((form) => (form.length > 2 ? oneLess(form) : [form])),
);

/** True where letters at the end of a name are such a form but for one of them: `S.rA.`, `S.A.Lj.` */
export function isSlippedDotted(letters: string): boolean {
  return (
    DOTTED_LESS.has(letters) ||
    oneLess(letters).some((less) => DOTTED.includes(less)) ||
    DOTTED.some((form) => isOneOff(letters, form))
  );
}

/** True where one letter of the two is another. */
function isOneOff(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 3) return false;
  return [...one].filter((letter, at) => letter !== other[at]).length === 1;
}

/** Edits by which a word of this length may still be one of them. */
function slipsAllowed(length: number): number {
  return length < 5 ? 0 : length < 7 ? 1 : 2;
}

/** True where a word, given by the codes of its letters, is a slip or two from a word of a legal form. */
export function isSlippedFormWord(codes: Uint8Array): boolean {
  const { length } = codes;
  const allowed = slipsAllowed(length);
  if (allowed === 0) return false;
  for (const form of SLIPPED) {
    if (Math.abs(form.length - length) > allowed) continue;
    if (editDistance(codes, 0, length, form, 0, form.length) <= allowed) return true;
  }
  return false;
}
