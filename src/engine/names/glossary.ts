import data from "../../../data/names/glossary.json" with { type: "json" };
import { hangulWords } from "./hangul.ts";
import { mandarinWords } from "./hanzi.ts";
import { romanizeLetters } from "./letters.ts";
import type { Word } from "./normalize.ts";

type Glossary = ReadonlyMap<string, string>;

const CHINESE: Glossary = new Map(Object.entries(data.zh));
const KOREAN: Glossary = new Map(Object.entries(data.ko));
const THAI: Glossary = new Map(Object.entries(data.th));
const BURMESE: Glossary = new Map(Object.entries(data.my));
const RUSSIAN: Glossary = new Map(Object.entries(data.ru));

const TERM_LETTERS_MAX = Math.max(
  ...[CHINESE, KOREAN, THAI, BURMESE].flatMap((glossary) => [...glossary.keys()].map(({ length }) => length)),
);

/** A piece of a run: a known term with what it is in English (empty for a legal form), or what lies between such. */
export type Piece = { readonly text: string; readonly meaning: string | null };

/** Cuts a run into known terms, longest first, and what lies between them. */
function cut(run: string, glossary: Glossary): Piece[] {
  const pieces: Piece[] = [];
  let open = "";
  const close = (): void => {
    if (open !== "") pieces.push({ text: open, meaning: null });
    open = "";
  };
  for (let at = 0; at < run.length; ) {
    let length = Math.min(TERM_LETTERS_MAX, run.length - at);
    while (length > 0 && !glossary.has(run.slice(at, at + length))) length -= 1;
    if (length === 0) {
      open += run.charAt(at);
      at += 1;
      continue;
    }
    close();
    const term = run.slice(at, at + length);
    pieces.push({ text: term, meaning: glossary.get(term) ?? null });
    at += length;
  }
  close();
  return pieces;
}

/** Pieces of a company's name in Thai or Burmese, which write words together. */
export function piecesOf({ text, script }: Word): readonly Piece[] {
  return cut(text, script === "thai" ? THAI : BURMESE);
}

/**
 * The words of a company's name with its common words put into English, as lists in English do (银星网络 → silver star
 * network), the rest romanised; null where no word is known.
 */
export function translatedWords(words: readonly Word[]): string[] | null {
  let known = false;
  const english = words.flatMap((word) => {
    if (word.script === "han" || word.script === "hangul") {
      const glossary = word.script === "han" ? CHINESE : KOREAN;
      return cut(word.text, glossary).flatMap(({ text, meaning }) => {
        if (meaning !== null) known = true;
        if (meaning !== null) return meaning.split(" ");
        return word.script === "han"
          ? mandarinWords(text, false).map(({ latin }) => latin)
          : hangulWords(text, "north", false).map(({ latin }) => latin);
      });
    }
    const meaning = word.script === "cyrillic" ? RUSSIAN.get(word.text) : undefined;
    if (meaning !== undefined) known = true;
    return meaning?.split(" ") ?? [romanizeLetters(word.text, word.script)];
  });
  return known ? english : null;
}
