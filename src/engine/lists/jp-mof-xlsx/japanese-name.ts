import { countryCode } from "../../entity/country.ts";

/** What a Japanese list's cell of names comes to. */
export type JapaneseNames = {
  readonly names: readonly string[];
  /** True where words of the cell are no name: they belong into the notes. */
  readonly rest: boolean;
};

const LABELS =
  /\b(?:a\.?\s?k\.?\s?a\b\.?|f\.?\s?k\.?\s?a\b\.?|also known as|formerly|previously listed as|original script)\s*[:.]?|(?:別称|旧称|別名|通称|以前の名称)\s*[、,:]?/giu;
const NOT_STATED = /^(?:不明|なし|無し|n\/?a|unknown|-+)$/iu;
/** Words about a person, not names of one: born, passport, number, son of, listed before. */
const ABOUT = /[年月]|生まれ|旅券|番号|息子|以前|掲載|氏名|名義|意味|による|における/u;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LETTERS = /\p{L}{2,}/u;

function isName(piece: string): boolean {
  return LETTERS.test(piece) && !NOT_STATED.test(piece) && !(JAPANESE.test(piece) && ABOUT.test(piece));
}

/** Takes brackets out: a list in brackets is a list, a Latin or Arabic variant is a name, other words are not. */
function openBrackets(text: string): {
  readonly open: string;
  readonly inner: readonly string[];
  readonly rest: boolean;
} {
  const inner: string[] = [];
  let rest = false;
  let open = text;
  for (let depth = 0; depth < 6; depth++) {
    const next = open.replace(/\(([^()]*)\)/gu, (_, content: string) => {
      if (content.includes(";")) return `;${content};`;
      if (JAPANESE.test(content)) rest = true;
      else if (content.trim() !== "") inner.push(content);
      return " ";
    });
    if (next === open) break;
    open = next;
  }
  return { open: open.replace(/[()]/gu, ";"), inner, rest };
}

function tidy(piece: string): string {
  return piece
    .replace(/\s+/gu, " ")
    .replace(/,?\s*\bborn\b.*$/iu, "")
    .replace(/^[\s,.:;、。・･「『“"]+|[\s,:;、。」』”"]+$/gu, "")
    .trim();
}

/**
 * The names of a cell in which a Japanese list runs them together: `(a)フランク（FRANK）、(b)…`, `サーズマーネ; エー⏎Sazeman-e;
 * AEOI`, `(別称、A社、B社)⏎(a.k.a. A; a.k.a. B)`.
 */
export function readJapaneseNames(cell: string): JapaneseNames {
  const text = cell
    .normalize("NFKC")
    .replace(/\(\s?[a-z]{1,2}\s?\)/gu, ";")
    .replace(/(?<![\p{L}\p{N}])[a-z]\)/gu, ";")
    .replace(LABELS, ";")
    .replace(/[\n\t;；]/gu, ";");
  const { open, inner, rest } = openBrackets(text);
  const pieces = [...open.split(";"), ...inner.flatMap((content) => content.split(/\s*,\s+|、/u))].flatMap(
    (piece) => (JAPANESE.test(piece) ? piece.split(/、|､|又は|及び/u) : [piece]),
  );
  const tidied = pieces.map(tidy).filter((piece) => piece !== "" && !NOT_STATED.test(piece));
  const names = [...new Set(tidied.filter(isName))];
  return { names, rest: rest || names.length < new Set(tidied).size };
}

/** The main name of an entry, and the spellings that its brackets give. */
export type MainName = { readonly name: string; readonly others: readonly string[] };

/**
 * A main name, `Rahim (Rakhim) Azimov` with the spelling `Rakhim Azimov`, `Korea Mining … Corporation (KOMID)` with the
 * short form, `… (original script: محمد)` with the name in its script.
 */
export function readMainName(cell: string): MainName {
  const text = cell.normalize("NFKC");
  const script = /\(\s*original\s+script\s*:\s*([^()]+)\)/iu.exec(text);
  const lines = text.replace(script?.[0] ?? "", "").split(/[\n;]/u);
  const [first = "", ...more] = lines.map((line) => line.trim()).filter((line) => line !== "");
  const wrapped = more.map((line) => tidy(/^\(([^()]+)\)$/u.exec(line)?.[1] ?? line.replace(/[()]/gu, " ")));
  // `FOUNDATION (TANZANIA)` is one of several branches: the country is part of its name.
  const branch = bracketsOf(first).some((inner) => countryCode(inner) !== null);
  const name = tidy((branch ? first : first.replace(/\s*\([^()]*\)/gu, "")).replace(/[()]/gu, " "));
  const others = [
    ...(script === null ? [] : [tidy(script[1] ?? "")]),
    ...(branch ? [] : spellings(first, name)),
    ...wrapped,
  ];
  return { name, others: [...new Set(others)].filter((other) => other !== name && LETTERS.test(other)) };
}

function bracketsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/\(([^()]+)\)/gu), ([, inner]) => (inner ?? "").trim());
}

/** `(KOMID)`, `(BAL)`: capitals that are no other spelling of the name's last word. */
function isShortForm(bracket: string, name: string): boolean {
  const words = name.split(/\s+/u);
  const last = words.at(-1) ?? "";
  const spelling = bracket.charAt(0) === last.charAt(0) && bracket.length > last.length / 2;
  return /^[A-Z0-9&-]{2,}$/u.test(bracket) && (words.length > 2 || !spelling);
}

function spellings(stated: string, name: string): readonly string[] {
  const text = stated.replace(/\(\s*(?:旧称|別称|旧姓|旧名|現)\s*[:、]\s*/gu, "(");
  const brackets = bracketsOf(text);
  if (brackets.length === 0) return [];
  const oneWord = brackets.every((inner) => /^[^\s・]+(?:\s*[,/、]\s*[^\s・]+)*$/u.test(inner));
  const inMiddle = /\)\s*\S/u.test(text) || /[・\s]\p{L}+\s*\([^()]+\)\s*$/u.test(text);
  if (oneWord && inMiddle && !(brackets.length === 1 && isShortForm(brackets[0] ?? "", name))) {
    const swapped = text.replace(/[^・\s()]+\s*\(([^(),/、]+)[^()]*\)/gu, "$1");
    return [tidy(swapped.replace(/[()]/gu, " "))];
  }
  return brackets.filter((inner) => !/^(?:自称|旧$|現$)/u.test(inner)).map(tidy);
}
