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
/** The words that these end with. */
const LAST_WORDS = new Set<string>();
/** Forms written without spaces at either end of a run, longest first. */
const ATTACHED: [string, FormKind][] = [];

for (const kind of FORM_KINDS) {
  for (const form of data[kind]) {
    const words = splitWords(cleanText(form, new Set()), new Set());
    const key = words.map((word) => word.text).join(" ");
    if (key === "") continue;
    PHRASES.set(key, kind);
    LAST_WORDS.add(words.at(-1)?.text ?? "");
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
  "limited company corporation incorporated coltd ltda ltd llc gmbh sarl corp inc pte pvt fzco fze pjsc ojsc cjsc jsc ooo sro".split(
    " ",
  );
const GLUED_BEFORE: readonly string[] = "company ooo oao llc pjsc ojsc cjsc jsc".split(" ");
/** What is left of a word when a form is cut off its end; no other word ends in one of the long forms. */
const STEM_LETTERS_MIN = 4;
const STEM_OF_LONG_MIN = 2;
/** Short forms that no other word begins or ends with. */
const UNLIKE_WORDS: ReadonlySet<string> = new Set("ltd llc gmbh pjsc ojsc cjsc jsc ooo oao".split(" "));

/** Words of forms that are seen at the end or the beginning of another word: `OBSHCHESTVOTORGOVYI`. */
const GLUED_WORDS: readonly string[] =
  "obshchestvo obshestvo obschestvo otvetstvennostyu ogranichennoi ogranichennoy aktsionernoe aktsionernoye proprietary incorporated corporation liability limited company".split(
    " ",
  );
/** A short word of a form is cut off only beside the word that follows or precedes it in the form. */
const GLUED_BESIDE: readonly (readonly [end: string, next: string])[] = [
  ["joint", "stock"],
  ["limited", "liability"],
  ["public", "joint"],
];

/** The word with each letter left out in turn, and whole. */
function oneLess(word: string): string[] {
  return [word, ...Array.from(word, (_letter, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** Forms of several words written without spaces, so that any break between them is seen through. */
const COMPACT = new Map<string, FormKind>();
const COMPACT_LETTERS_MIN = 5;
/** Beginnings and ends of these forms: a letter wrong in one leaves one of the two as it is. */
const COMPACT_EDGES = new Set<string>();
const EDGE_LETTERS = 3;
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
  COMPACT_EDGES.add(`${compact.slice(0, EDGE_LETTERS)}-`).add(`-${compact.slice(-EDGE_LETTERS)}`);
  if (compact.length < MISTYPED_LETTERS_MIN) continue;
  for (const key of oneLess(compact))
    if (!COMPACT_MISTYPED.has(key)) COMPACT_MISTYPED.set(key, { form: compact, kind });
}

/** Letters of the longest of these forms. */
const COMPACT_LETTERS_MAX = Math.max(...[...COMPACT.keys()].map(({ length }) => length));

/** The kind of a form of several words with one letter wrong, missing, too many or exchanged; null for other letters. */
const mistypedCompact = memoOfWords((together): { readonly kind: FormKind | null } => {
  if (!/^[a-z]+$/.test(together)) return { kind: null };
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

/** Edits between two short words, neighbors exchanged counting as one; more than `most` is all the same. */
function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      let least = Math.min(
        (row[to - 1] as number) + (same ? 0 : 1),
        (row[to] as number) + 1,
        (next[to - 1] as number) + 1,
      );
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1])
        least = Math.min(least, (before[to - 2] as number) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[other.length] as number;
}

/** The kind of a long form written with one letter wrong, missing, too many or exchanged; null for other words. */
const mistypedForm = memoOfWords((word): FormKind | null => {
  if (word.length < LONG_LETTERS_MIN - 1 || !/^[a-z]+$/.test(word)) return null;
  for (const key of oneLess(word)) {
    const found = MISTYPED.get(key);
    // Companies are no compagnie: a letter left out of each of two words is not yet one letter wrong.
    if (found !== undefined && slips(word, found.form, 1) <= 1) return found.kind;
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
/** Letters of each of them, of which two are another word's for each two letters wrong. */
const LONG_WORDS: { readonly length: number; readonly letters: number }[] = [];
for (const word of FORM_WORDS.split(" ")) {
  if (word.length < LONG_WORD_LETTERS_MIN) continue;
  LONG_WORDS.push({ length: word.length, letters: lettersOf(word) });
  for (const less of oneLess(word)) for (const key of oneLess(less)) CORRECTED_TWICE.set(key, word);
}

/** The letters a to z that a word has, as bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

function isTwoAtMost(bits: number): boolean {
  const less = bits & (bits - 1);
  return (less & (less - 1)) === 0;
}

function correctedTwice(word: string): string | undefined {
  if (word.length < LONG_WORD_LETTERS_MIN - 2) return undefined;
  const letters = lettersOf(word);
  const like = LONG_WORDS.some(
    (form) =>
      Math.abs(form.length - word.length) <= 2 &&
      isTwoAtMost(form.letters & ~letters) &&
      isTwoAtMost(letters & ~form.letters),
  );
  // All ways to leave two letters out are some hundred words to look up.
  if (!like) return undefined;
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
  // Cooperation is no corporation with slips.
  if (PHRASES.has(word)) return word;
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
  const sure = form.length >= LONG_LETTERS_MIN || UNLIKE_WORDS.has(form);
  const least = sure ? STEM_OF_LONG_MIN : STEM_LETTERS_MIN;
  return text.length >= least || /^[0-9]+$/.test(text);
}

/** A word of a form and the word that it is glued to, in order; null for any other word. */
const gluedApart = memoOfWords((word): readonly [string, string] | null => {
  if (CORRECTED.has(word) || PHRASES.has(word)) return null;
  for (const form of GLUED_WORDS) {
    const rest = word.length - form.length;
    if (rest < STEM_OF_LONG_MIN) continue;
    if (word.startsWith(form)) return [form, word.slice(form.length)];
    if (word.endsWith(form)) return [word.slice(0, rest), form];
  }
  return null;
});

/** Words that a lost space put together with a word of a form, apart again. */
function apart(words: readonly Word[]): readonly Word[] {
  if (!words.some(({ script, text }) => script === "latin" && text.length > LONG_LETTERS_MIN)) return words;
  return words.flatMap((word, at): readonly Word[] => {
    const { text, script } = word;
    if (script !== "latin" || text.length <= LONG_LETTERS_MIN) return [word];
    const [next, before] = [words[at + 1]?.text, words[at - 1]?.text];
    for (const [end, start] of GLUED_BESIDE) {
      if (next === start && text.endsWith(end) && text.length > end.length)
        return [
          { text: text.slice(0, -end.length), script },
          { text: end, script },
        ];
      if (before === end && text.startsWith(start) && text.length > start.length)
        return [
          { text: start, script },
          { text: text.slice(start.length), script },
        ];
    }
    const parts = gluedApart(text);
    return parts === null ? [word] : parts.map((part) => ({ text: part, script }));
  });
}

/** A word that a form is glued to, without it: `HOLDINGLIMITED`, `OOOVESTA`. */
const unglued = memoOfWords((word): { readonly text: string; readonly kind: FormKind } | null => {
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
});

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

/** Phrases of forms by all their words but one, with that one: `joint * company` of `joint stock company`. */
const WITHOUT_ONE = new Map<string, { readonly word: string; readonly kind: FormKind }[]>();
const PART_WORDS = new Set<string>();
/** Words of these short forms are the whole of it where they end a name: any other pair of words may be the name's own. */
const ENDING_PAIRS: ReadonlySet<string> = new Set([
  "co ltd",
  "pte ltd",
  "pvt ltd",
  "pty ltd",
  "company limited",
]);

for (const [form, kind] of PHRASES) {
  const words = form.split(" ");
  if (STAY_WORDS.has(kind) || !/^[a-z ]+$/.test(form)) continue;
  if (words.length < 3 && !ENDING_PAIRS.has(form)) continue;
  words.forEach((word, at) => {
    if (word.length < 3) return;
    const key = words.with(at, "*").join(" ");
    WITHOUT_ONE.set(key, [...(WITHOUT_ONE.get(key) ?? []), { word, kind }]);
    for (const part of words) PART_WORDS.add(part);
  });
}

/** Slips by which the one word that does not fit may still be the word of the form: the others vouch for it. */
function slipsVouched(letters: number): number {
  return letters < 5 ? 1 : 2;
}

/** The kind of a form of which the word at `at` is written wrong beyond what is seen through by itself, or null. */
function kindOfGarbled(phrase: readonly string[], at: number, last: boolean): FormKind | null {
  if (phrase.length === 2 && !last) return null;
  const found = WITHOUT_ONE.get(phrase.with(at, "*").join(" "));
  if (found === undefined) return null;
  const written = phrase[at] ?? "";
  // A pair has one word to vouch, which must be spelled as it is.
  const most = (word: string): number => (phrase.length === 2 ? 1 : slipsVouched(word.length));
  return found.find(({ word }) => slips(written, word, most(word)) <= most(word))?.kind ?? null;
}

/** A word of a name as forms are looked for: with what tells of most phrases beforehand that they are none. */
type FormWord = {
  readonly written: string;
  /** With the slips in words of forms seen through. */
  readonly corrected: string;
  /** It is a word of a form of several. */
  readonly part: boolean;
  /** Some form ends with it. */
  readonly last: boolean;
  /** It may begin, or end, a form whose words are broken at other places. */
  readonly begins: boolean;
  readonly ends: boolean;
};

function mayBegin(word: string): boolean {
  return word.length < EDGE_LETTERS || COMPACT_EDGES.has(`${word.slice(0, EDGE_LETTERS)}-`);
}

function mayEnd(word: string): boolean {
  return word.length < EDGE_LETTERS || COMPACT_EDGES.has(`-${word.slice(-EDGE_LETTERS)}`);
}

const formWord = memoOfWords((written): FormWord => {
  const seenThrough = corrected(written);
  return {
    written,
    corrected: seenThrough,
    part: PART_WORDS.has(seenThrough),
    last: LAST_WORDS.has(seenThrough),
    begins: mayBegin(seenThrough) || mayBegin(written),
    ends: mayEnd(seenThrough) || mayEnd(written),
  };
});

/** The kind of form that words `from` to `end` (exclusive) are, or null. */
function kindOfPhrase(words: readonly FormWord[], from: number, end: number): FormKind | null {
  const [first, last] = [words[from] as FormWord, words[end - 1] as FormWord];
  let [strange, strangers] = [-1, 0];
  for (let at = from; at < end; at += 1) {
    if ((words[at] as FormWord).part) continue;
    strange = at - from;
    strangers += 1;
  }
  const compact = first.begins || last.ends;
  // A phrase of six words asks six maps: most names are told by their last word and edges that they are no form, and a
  // word by itself has no others to vouch for it.
  if (!compact && !last.last && (strangers !== 1 || end - from === 1)) return null;
  const some = words.slice(from, end);
  const phrase = some.map((word) => word.corrected);
  const spaced = PHRASES.get(phrase.join(" "));
  if (spaced !== undefined) return spaced;
  const asWritten = some.map((word) => word.written).join("");
  if (compact) {
    const found = COMPACT.get(phrase.join("")) ?? COMPACT.get(asWritten);
    if (found !== undefined) return found;
  }
  if (phrase.length < 2) return null;
  if (phrase.every((word) => word.length === 1)) {
    const dotted = PHRASES.get(phrase.join(""));
    if (dotted !== undefined) return dotted;
  }
  const garbled = strangers === 1 ? kindOfGarbled(phrase, strange, end === words.length) : null;
  if (garbled !== null) return garbled;
  // Two short words may be a name's last and a form that only look like a longer form with a slip.
  const letters = asWritten.length;
  const telling = phrase.length > 2 ? letters >= MISTYPED_LETTERS_MIN - 1 : letters >= TWO_WORDS_LETTERS_MIN;
  return compact && telling && letters <= COMPACT_LETTERS_MAX + 1 ? mistypedCompact(asWritten).kind : null;
}

/** The form that ends with the word at `end` (exclusive), longest first: its kind and first word. */
function formEndingAt(words: readonly FormWord[], end: number): { kind: FormKind; from: number } | null {
  for (let from = Math.max(0, end - PHRASE_WORDS_MAX); from < end; from += 1) {
    const kind = kindOfPhrase(words, from, end);
    if (kind !== null) return { kind, from };
  }
  const kind = end > 1 ? mistypedForm(words[end - 1]?.written ?? "") : null;
  return kind === null ? null : { kind, from: end - 1 };
}

/** Takes the legal form off; a name made of nothing but forms keeps all its words. */
export function withoutForm(all: readonly Word[]): WithoutForm {
  const detached = detach(apart(all));
  const texts = detached.words.map((word) => formWord(word.text));
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
