import data from "../../../data/legal-forms/forms.json" with { type: "json" };
import { cleanText, splitWords, type Word } from "./normalize.ts";
import { memoOfWords } from "./word-memo.ts";

/** Coarse kinds of legal form; a name's forms are a set of them, one bit each in this order. */
export const FORM_KINDS = [
  "limited",
  "stock",
  "partnership",
  "cooperative",
  "foundation",
  "association",
  "state",
  "sole",
  "company",
  "branch",
] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** Forms that tell as much as a word of the name (`Relief Foundation`): they stay words beside the bit. */
const STAY_WORDS: ReadonlySet<FormKind> = new Set([
  "cooperative",
  "foundation",
  "association",
  "state",
  "branch",
]);

const PHRASE_WORDS_MAX = 6;

const PHRASES = new Map<string, FormKind>();
/** Forms written without spaces at either end of a run, longest first. */
const ATTACHED: [string, FormKind][] = [];

for (const kind of FORM_KINDS) {
  for (const form of data[kind]) {
    const words = splitWords(cleanText(form, new Set()), new Set());
    const key = words.map((word) => word.text).join(" ");
    if (key === "") continue;
    PHRASES.set(key, kind);
    const run = words.length === 1 ? words[0] : undefined;
    if (run !== undefined && (run.script === "han" || run.script === "hangul") && run.text.length >= 2) {
      ATTACHED.push([run.text, kind]);
    }
  }
}
ATTACHED.sort((a, b) => b[0].length - a[0].length);

/** Long forms that are found mistyped or written together with the word before. */
const LONG_LETTERS_MIN = 6;
const MISTYPED = new Map<string, { readonly form: string; readonly kind: FormKind }>();
const GLUED_AFTER: readonly string[] =
  "limited company corporation incorporated coltd ltda ltd llc gmbh sarl corp inc pte pvt fzco fze jsc ooo sro".split(
    " ",
  );
const GLUED_BEFORE: readonly string[] = "company ooo llc jsc pjsc".split(" ");
/** What is left of a word when a form is cut off its end; no other word ends in one of the long forms. */
const STEM_LETTERS_MIN = 4;
const STEM_OF_LONG_MIN = 2;

/** The word with each letter left out in turn, and whole. */
function oneLess(word: string): string[] {
  return [word, ...Array.from(word, (_letter, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** Forms of several words written without spaces, so that any break between them is seen through. */
const COMPACT = new Map<string, FormKind>();
const COMPACT_LETTERS_MIN = 5;
/** The same with a letter left out, for those long enough to be told from a name with a letter wrong. */
const COMPACT_MISTYPED = new Map<string, { readonly form: string; readonly kind: FormKind }>();
const MISTYPED_LETTERS_MIN = 6;
/** Letters of two words at which they are taken for a form with a letter wrong. */
const TWO_WORDS_LETTERS_MIN = 9;

for (const [form, kind] of PHRASES) {
  const compact = form.replace(/ /g, "");
  if (!form.includes(" ") || compact.length < COMPACT_LETTERS_MIN || STAY_WORDS.has(kind)) continue;
  if (!/^[a-z]+$/.test(compact)) continue;
  COMPACT.set(compact, kind);
  if (compact.length < MISTYPED_LETTERS_MIN) continue;
  for (const key of oneLess(compact))
    if (!COMPACT_MISTYPED.has(key)) COMPACT_MISTYPED.set(key, { form: compact, kind });
}

/** The kind of a form of several words with one letter wrong, missing, too many or exchanged; null for other letters. */
const mistypedCompact = memoOfWords((together): { readonly kind: FormKind | null } => {
  if (together.length < MISTYPED_LETTERS_MIN - 1 || !/^[a-z]+$/.test(together)) return { kind: null };
  for (const key of oneLess(together)) {
    const found = COMPACT_MISTYPED.get(key);
    if (found !== undefined && Math.abs(found.form.length - together.length) <= 1) return found;
  }
  return { kind: null };
});

for (const [form, kind] of PHRASES) {
  if (STAY_WORDS.has(kind) || form.length < LONG_LETTERS_MIN || !/^[a-z]+$/.test(form)) continue;
  for (const key of oneLess(form)) if (!MISTYPED.has(key)) MISTYPED.set(key, { form, kind });
}

/** The kind of a long form written with one letter wrong, missing, too many or exchanged; null for other words. */
const mistypedForm = memoOfWords((word): FormKind | null => {
  if (word.length < LONG_LETTERS_MIN - 1 || !/^[a-z]+$/.test(word)) return null;
  for (const key of oneLess(word)) {
    const found = MISTYPED.get(key);
    if (found !== undefined && Math.abs(found.form.length - word.length) <= 1) return found.kind;
  }
  return null;
});

/** Words that long forms are made of; one letter wrong in them is seen through when a form is looked for. */
const FORM_WORDS =
  "limited liability company joint stock public private corporation incorporated obshchestvo ogranichennoy ogranichennoi otvetstvennostyu aktsionernoe aktsionernoye sociedad anonima responsabilidad societe";
const CORRECTED = new Map<string, string>();
for (const word of FORM_WORDS.split(" ")) for (const key of oneLess(word)) CORRECTED.set(key, word);

/** The longest of these words, in which two letters may be wrong. */
const LONG_WORD_LETTERS_MIN = 11;
const CORRECTED_TWICE = new Map<string, string>();
for (const word of FORM_WORDS.split(" ")) {
  if (word.length < LONG_WORD_LETTERS_MIN) continue;
  for (const less of oneLess(word)) for (const key of oneLess(less)) CORRECTED_TWICE.set(key, word);
}

function correctedTwice(word: string): string | undefined {
  if (word.length < LONG_WORD_LETTERS_MIN - 2) return undefined;
  for (const less of oneLess(word)) {
    for (const key of oneLess(less)) {
      const found = CORRECTED_TWICE.get(key);
      if (found !== undefined && Math.abs(found.length - word.length) <= 2) return found;
    }
  }
  return undefined;
}

/** Short ways to write a word of a form that are not forms by themselves. */
const WRITTEN_SHORT: ReadonlyMap<string, string> = new Map([
  ["comp", "company"],
  ["coy", "company"],
  ["cmpny", "company"],
  ["copr", "corp"],
  ["crop", "corp"],
  ["lmtd", "limited"],
  ["lmt", "limited"],
  ["lim", "limited"],
]);

const corrected = memoOfWords((word): string => {
  const short = WRITTEN_SHORT.get(word);
  if (short !== undefined) return short;
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  for (const key of oneLess(word)) {
    const found = CORRECTED.get(key);
    if (found !== undefined && Math.abs(found.length - word.length) <= 1) return found;
  }
  return correctedTwice(word) ?? word;
});

/** The words of a company's name without its legal form, and the kinds of form as bits of `FORM_KINDS`. */
export type WithoutForm = { readonly words: readonly Word[]; readonly forms: number };

function bit(kind: FormKind): number {
  return 1 << FORM_KINDS.indexOf(kind);
}

/** Forms that no person's name has: all but those of people who trade under their own name. */
export const COMPANY_FORMS = (1 << FORM_KINDS.length) - 1 - bit("sole");

function isStem(text: string, form: string): boolean {
  const least = form.length >= LONG_LETTERS_MIN ? STEM_OF_LONG_MIN : STEM_LETTERS_MIN;
  return text.length >= least || /^[0-9]+$/.test(text);
}

/** A word that a form is glued to, without it: `HOLDINGLIMITED`, `OOOVESTA`. */
function unglued(word: string): { readonly text: string; readonly kind: FormKind } | null {
  const after = GLUED_AFTER.find((form) => word.endsWith(form) && isStem(word.slice(0, -form.length), form));
  const before =
    after === undefined
      ? GLUED_BEFORE.find((form) => word.startsWith(form) && isStem(word.slice(form.length), form))
      : undefined;
  const kind = PHRASES.get(after === "coltd" ? "co ltd" : (after ?? before ?? ""));
  if (kind === undefined) return null;
  return {
    text: after === undefined ? word.slice((before ?? "").length) : word.slice(0, -after.length),
    kind,
  };
}

function detach(words: readonly Word[]): { words: Word[]; forms: number } {
  let forms = 0;
  const rest: Word[] = [];
  for (const word of words) {
    let text = word.text;
    if (word.script === "han" || word.script === "hangul") {
      for (const [form, kind] of PHRASES.has(text) ? [] : ATTACHED) {
        if (text.length <= form.length) continue;
        const cut = text.endsWith(form)
          ? text.slice(0, -form.length)
          : text.startsWith(form)
            ? text.slice(form.length)
            : null;
        if (cut === null) continue;
        forms |= bit(kind);
        text = cut;
        break;
      }
    }
    const stem = word.script === "latin" && !PHRASES.has(text) ? unglued(text) : null;
    if (stem !== null) {
      forms |= bit(stem.kind);
      text = stem.text;
    }
    rest.push(text === word.text ? word : { text, script: word.script });
  }
  return { words: rest, forms };
}

/** A name's words as its form is looked for: as written, and with the slips in words of forms seen through. */
type FormTexts = { readonly written: readonly string[]; readonly corrected: readonly string[] };

/** The kind of form that words `from` to `end` (exclusive) are, or null. */
function kindOfPhrase({ written, corrected }: FormTexts, from: number, end: number): FormKind | null {
  const phrase = corrected.slice(from, end);
  const spaced = PHRASES.get(phrase.join(" "));
  if (spaced !== undefined) return spaced;
  const together = phrase.join("");
  const asWritten = written.slice(from, end).join("");
  const compact = COMPACT.get(together) ?? COMPACT.get(asWritten);
  if (compact !== undefined) return compact;
  if (phrase.length < 2) return null;
  if (phrase.every((word) => word.length === 1)) {
    const dotted = PHRASES.get(together);
    if (dotted !== undefined) return dotted;
  }
  // Two short words may be a name's last and a form that only look like a longer form with a slip.
  const telling = phrase.length > 2 || asWritten.length >= TWO_WORDS_LETTERS_MIN;
  return telling ? mistypedCompact(asWritten).kind : null;
}

/** The form that ends with the word at `end` (exclusive), longest first: its kind and first word. */
function formEndingAt(texts: FormTexts, end: number): { kind: FormKind; from: number } | null {
  for (let from = Math.max(0, end - PHRASE_WORDS_MAX); from < end; from += 1) {
    const kind = kindOfPhrase(texts, from, end);
    if (kind !== null) return { kind, from };
  }
  const kind = end > 1 ? mistypedForm(texts.written[end - 1] ?? "") : null;
  return kind === null ? null : { kind, from: end - 1 };
}

/** Takes the legal form off; a name made of nothing but forms keeps all its words. */
export function withoutForm(all: readonly Word[]): WithoutForm {
  const detached = detach(all);
  const written = detached.words.map((word) => word.text);
  const texts: FormTexts = { written, corrected: written.map(corrected) };
  let forms = detached.forms;
  const kept: Word[] = [];
  let end = detached.words.length;
  let trailing = true;
  while (end > 0) {
    const found = formEndingAt(texts, end);
    const letters =
      found === null
        ? 0
        : detached.words.slice(found.from, end).reduce((sum, word) => sum + word.text.length, 0);
    // Two letters in the middle of a name are a word of it (`AS` in `NUR AS SABA`).
    if (found !== null && (trailing || found.from === 0 || letters > 2)) {
      forms |= bit(found.kind);
      if (STAY_WORDS.has(found.kind)) kept.unshift(...detached.words.slice(found.from, end));
      end = found.from;
    } else {
      trailing = false;
      kept.unshift(detached.words[end - 1] as Word);
      end -= 1;
    }
  }
  return kept.length === 0 ? { words: all, forms } : { words: kept, forms };
}

/** The kinds in a set of forms, as words for a person. */
export function formNames(forms: number): string {
  return FORM_KINDS.filter((kind) => (forms & bit(kind)) !== 0).join(", ");
}
