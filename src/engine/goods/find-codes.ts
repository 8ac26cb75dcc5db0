import MiniSearch from "minisearch";
import { Fault } from "../../fault.ts";
import type { EverydayWord } from "./everyday-words.ts";
import { sayHs } from "./hs-code.ts";
import type { Nomenclature } from "./nomenclature.ts";

export const FIND_LIMITS = {
  /** A line of an invoice is far shorter; what is longer is no description of goods. */
  queryCharsMax: 300,
  suggestionsMax: 50,
} as const;

/** A code that goods described in these words may have. It suggests and never decides. */
export type CodeSuggestion = {
  /** A heading or subheading of HS 2022, digits alone. */
  readonly code: string;
  readonly english: string;
  /** The Korean title, which headings have and codes of six digits have not. */
  readonly korean: string | null;
  /** Why it is suggested, a sentence each. */
  readonly reasons: readonly string[];
  /** What the classification turns on, or null. */
  readonly asks: string | null;
};

/** Finds codes by what goods are called; `limit` at most, the likeliest first. Throws `input-invalid`, `limit-exceeded`. */
export type CodeFinder = (words: string, limit: number) => readonly CodeSuggestion[];

type Entry = {
  readonly id: string;
  readonly english: string;
  readonly heading: string;
  readonly korean: string;
};

/** Words of everyday language and the nomenclature's own spelling of them. */
const SPELLINGS = new Map([
  ["fiber", "fibre"],
  ["fibers", "fibre"],
  ["fibres", "fibre"],
  ["aluminum", "aluminium"],
  ["color", "colour"],
  ["tire", "tyre"],
  ["jewelry", "jewellery"],
  ["optic", "optical"],
  ["optics", "optical"],
]);

/** Words that say nothing of what goods are. */
const EMPTY_WORDS = new Set(
  "a an and for in of on or the to with without by not other than whether new used set sets piece pieces pcs n.e.c nec".split(
    " ",
  ),
);

/** A plural and its singular are one word; nothing else is cut off, so that “metallic” stays apart from “metal”. */
function singular(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word) || word.endsWith("ss")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** Latin words in lower case and singular; Hangul in pairs of syllables, as Korean joins words freely. */
function tokens(text: string): string[] {
  const found: string[] = [];
  for (const [word] of text
    .normalize("NFKC")
    .toLowerCase()
    .matchAll(/[a-z0-9]+|[가-힣]+/g)) {
    if (/^[가-힣]/.test(word)) {
      if (word.length === 1) found.push(word);
      for (let at = 0; at + 1 < word.length; at += 1) found.push(word.slice(at, at + 2));
    } else if (!EMPTY_WORDS.has(word)) {
      const one = singular(word);
      found.push(SPELLINGS.get(one) ?? one);
    }
  }
  return found;
}

/** Words by which a description is compared with what trade calls goods: Latin ones as above, Hangul ones whole. */
function wholeWords(text: string): readonly string[] {
  const folded = text.normalize("NFKC").toLowerCase();
  const hangul = [...folded.matchAll(/[가-힣]+/g)].map(([word]) => word);
  return [...tokens(folded.replace(/[가-힣]+/g, " ")), ...hangul];
}

type Everyday = { readonly words: readonly string[]; readonly said: string; readonly entry: EverydayWord };

const lengthOf = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0);

/**
 * How much of what was asked an everyday word is: 1 for the whole of it, 0 where one of its words is missing. Korean
 * joins words, so a Hangul word may stand within another.
 */
function everydayShare(asked: readonly string[], words: readonly string[]): number {
  const met = words.every((word) =>
    asked.some((one) => one === word || (/^[가-힣]/.test(word) && one.includes(word))),
  );
  return met && words.length > 0 ? lengthOf(words) / lengthOf(asked) : 0;
}

/** An everyday word outweighs the words of a description: whoever says “laptop” means one thing. */
const EVERYDAY_WEIGHT = 2_000;
/** The second and later codes of an everyday word weigh less than the first. */
const LATER_CODE = 0.9;

/** Reads the words of all codes once; the finder can then be asked any number of times. */
export function createCodeFinder(nomenclature: Nomenclature, everyday: readonly EverydayWord[]): CodeFinder {
  const search = new MiniSearch<Entry>({
    fields: ["english", "heading", "korean"],
    tokenize: tokens,
    processTerm: (term) => term,
    searchOptions: { boost: { english: 3, heading: 1, korean: 2 }, prefix: (term) => term.length > 3 },
  });
  search.addAll(
    [...nomenclature.english]
      .filter(([code]) => code.length > 2)
      .map(([code, english]) => ({
        id: code,
        english,
        heading: code.length === 6 ? (nomenclature.english.get(code.slice(0, 4)) ?? "") : "",
        // A Korean title says what the heading holds, and nothing of one of its codes.
        korean: code.length === 4 ? (nomenclature.korean.get(code) ?? "") : "",
      })),
  );
  const known: readonly Everyday[] = everyday.flatMap((entry) =>
    entry.words.map((said) => ({ said, words: wholeWords(said), entry })),
  );
  return (words, limit) => findCodes({ nomenclature, search, known }, words, limit);
}

type Words = {
  readonly nomenclature: Nomenclature;
  readonly search: MiniSearch<Entry>;
  readonly known: readonly Everyday[];
};

type Found = { score: number; reasons: string[]; asks: string | null };

function findCodes(from: Words, words: string, limit: number): readonly CodeSuggestion[] {
  if (words.length > FIND_LIMITS.queryCharsMax) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "queryCharsMax",
      allowed: FIND_LIMITS.queryCharsMax,
      where: "characters of a description of goods",
    });
  }
  const asked = wholeWords(words);
  if (asked.length === 0) {
    throw new Fault({
      code: "input-invalid",
      file: "goods",
      where: "description",
      reason: "has no word in Latin letters or Hangul that could describe goods",
    });
  }
  const found = new Map<string, Found>();
  const take = (code: string, score: number, reason: string, asks: string | null) => {
    const held = found.get(code) ?? { score: 0, reasons: [], asks: null };
    held.score += score;
    held.reasons.push(reason);
    held.asks ??= asks;
    found.set(code, held);
  };
  takeEveryday(from, asked, take);
  for (const { id, score, match } of from.search.search(words)) {
    take(String(id), score, sayMet(words, Object.keys(match)), null);
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.score - one.score || (a < b ? -1 : 1))
    .slice(0, Math.min(limit, FIND_LIMITS.suggestionsMax))
    .map(([code, { reasons, asks }]) => ({
      code,
      english: from.nomenclature.english.get(code) ?? "",
      korean: from.nomenclature.korean.get(code) ?? null,
      reasons,
      asks,
    }));
}

/** The words of the description that are met, in its own spelling where they are Hangul (which is compared in pairs). */
function sayMet(words: string, met: readonly string[]): string {
  const latin = met.filter((term) => !/^[가-힣]/.test(term));
  const hangul = [...words.matchAll(/[가-힣]+/g)]
    .map(([word]) => word)
    .filter((word) => met.some((term) => word.includes(term)));
  const said = [...latin.sort(), ...hangul].map((word) => `“${word}”`);
  return hangul.length === 0
    ? `Its description has ${said.length === 1 ? "the word" : "the words"} ${said.join(", ")}.`
    : `Its description has ${said.join(", ")} or a part of it.`;
}

function takeEveryday(
  { known }: Words,
  asked: readonly string[],
  take: (code: string, score: number, reason: string, asks: string | null) => void,
): void {
  const best = new Map<EverydayWord, { readonly share: number; readonly said: string }>();
  for (const { words, said, entry } of known) {
    const share = everydayShare(asked, words);
    if (share > (best.get(entry)?.share ?? 0)) best.set(entry, { share, said });
  }
  for (const [entry, { share, said }] of best) {
    entry.codes.forEach((code, at) => {
      const score = EVERYDAY_WEIGHT * share * LATER_CODE ** at;
      take(code, score, `Goods called “${said}” mostly have ${sayHs(code)}.`, entry.asks ?? null);
    });
  }
}
