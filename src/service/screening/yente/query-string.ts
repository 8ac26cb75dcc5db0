import { Refusal } from "./refusal.ts";
import { searchWords } from "./search-words.ts";
import type { WordQuery } from "./text-index.ts";

/** What a search asks of an entity. */
export type SearchNode =
  | { readonly kind: "all" }
  | { readonly kind: "none" }
  | {
      readonly kind: "word";
      readonly field: string | null;
      readonly query: WordQuery;
      readonly boost: number;
    }
  | {
      readonly kind: "phrase";
      readonly field: string | null;
      readonly words: readonly string[];
      readonly boost: number;
    }
  | {
      readonly kind: "range";
      readonly field: string;
      readonly from: string | null;
      readonly to: string | null;
      readonly includesFrom: boolean;
      readonly includesTo: boolean;
    }
  | { readonly kind: "exists"; readonly field: string }
  | { readonly kind: "and"; readonly parts: readonly SearchNode[] }
  | { readonly kind: "or"; readonly parts: readonly SearchNode[] }
  | { readonly kind: "not"; readonly part: SearchNode };

/** How a text is read: `strict` refuses what the syntax does not allow, `simple` takes it as words. */
export type SearchSyntax = { readonly mode: "strict" | "simple"; readonly fuzzy: boolean };

/** Bounds of a search text. */
export const SEARCH_TEXT_LIMITS = {
  /** An address may have so many characters; what they can cost is bounded by the terms. */
  charsMax: 60_000,
  /** Each word is looked up and its entities marked. */
  termsMax: 256,
  depthMax: 16,
} as const;

type Token =
  | { readonly kind: "open" | "close" | "and" | "or" | "not" | "plus" | "minus" }
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "range"; readonly text: string; readonly open: string; readonly close: string }
  | { readonly kind: "phrase"; readonly text: string; readonly boost: number }
  | { readonly kind: "term"; readonly text: string; readonly edits: number | null; readonly boost: number };

const FIELD = /^([A-Za-z_][\w.*-]*):/;
const RANGE = /^([[{])\s*(\S+)\s+TO\s+(\S+?)\s*([\]}])/;
/** Signs that end a bare term unless a backslash stands before them. */
const TERM = /^(?:\\.|[^\s()"{}[\]^~:/\\!+|&-]|(?<=\S)[-+&|!])+/u;
const EDITS_MAX = 2;

function refusal(text: string, reason: string): Refusal {
  return new Refusal(400, `Failed to parse query [${text.slice(0, 100)}]: ${reason}`);
}

/** Turns a text into tokens one after another; `simple` drops what `strict` refuses. */
class Tokenizer {
  readonly #text: string;
  readonly #simple: boolean;
  readonly #tokens: Token[] = [];
  #at = 0;

  constructor(text: string, mode: SearchSyntax["mode"]) {
    this.#text = text;
    this.#simple = mode === "simple";
  }

  tokens(): readonly Token[] {
    while (this.#at < this.#text.length) {
      if (this.#tokens.length > SEARCH_TEXT_LIMITS.termsMax * 4) throw this.#refuse("too many terms");
      this.#next();
    }
    return this.#tokens;
  }

  #next(): void {
    const rest = this.#text.slice(this.#at);
    const space = /^\s+/.exec(rest)?.[0];
    if (space !== undefined) this.#at += space.length;
    else if (!this.#sign(rest) && !this.#quoted(rest) && !this.#named(rest) && !this.#term(rest)) {
      if (!this.#simple) throw this.#refuse(`unexpected "${rest[0] ?? ""}"`);
      this.#at += 1;
    }
  }

  #sign(rest: string): boolean {
    const two = rest.slice(0, 2);
    const word = this.#simple ? null : /^(AND|OR|NOT)(?=[\s()]|$)/.exec(rest)?.[1];
    const signs: Readonly<Record<string, Exclude<Token["kind"], "field" | "range" | "phrase" | "term">>> = {
      "(": "open",
      ")": "close",
      "&&": "and",
      "||": "or",
      "+": "plus",
      "-": "minus",
      "!": "not",
      AND: "and",
      OR: "or",
      NOT: "not",
    };
    if (this.#simple && rest.startsWith("|")) return this.#take("or", 1);
    for (const sign of [word, two, rest.slice(0, 1)]) {
      const kind = sign === null || sign === undefined ? undefined : signs[sign];
      if (kind !== undefined && sign !== null && sign !== undefined) return this.#take(kind, sign.length);
    }
    return false;
  }

  #take(kind: Exclude<Token["kind"], "field" | "range" | "phrase" | "term">, length: number): true {
    this.#tokens.push({ kind });
    this.#at += length;
    return true;
  }

  #quoted(rest: string): boolean {
    if (!rest.startsWith('"')) return false;
    const found = /^"((?:\\.|[^"\\])*)"/s.exec(rest);
    if (found === null) {
      if (!this.#simple) throw this.#refuse("a quotation mark is not closed");
      this.#at += 1;
      return true;
    }
    this.#at += found[0].length;
    this.#edits();
    const boost = this.#boost();
    this.#tokens.push({ kind: "phrase", text: unescaped(found[1] ?? ""), boost });
    return true;
  }

  #named(rest: string): boolean {
    if (this.#simple) return false;
    const name = FIELD.exec(rest)?.[1];
    if (name !== undefined) {
      this.#tokens.push({ kind: "field", name });
      this.#at += name.length + 1;
      return true;
    }
    const range = RANGE.exec(rest);
    if (range === null) return false;
    const [all, open = "[", from = "*", to = "*", close = "]"] = range;
    this.#tokens.push({ kind: "range", text: `${from} ${to}`, open, close });
    this.#at += all.length;
    return true;
  }

  #term(rest: string): boolean {
    const found = TERM.exec(rest)?.[0];
    if (found === undefined) return false;
    this.#at += found.length;
    const edits = this.#edits();
    const boost = this.#boost();
    this.#tokens.push({ kind: "term", text: found, edits, boost });
    return true;
  }

  #edits(): number | null {
    const found = /^~(\d*(?:\.\d+)?)/.exec(this.#text.slice(this.#at));
    if (found === null) return null;
    this.#at += found[0].length;
    return found[1] === "" ? EDITS_MAX : Math.min(EDITS_MAX, Math.floor(Number(found[1])));
  }

  #boost(): number {
    const rest = this.#text.slice(this.#at);
    if (this.#simple || !rest.startsWith("^")) return 1;
    const found = /^\^(\d+(?:\.\d+)?)/.exec(rest);
    if (found === null) throw this.#refuse('"^" needs a number');
    this.#at += found[0].length;
    return Math.min(100, Number(found[1]));
  }

  #refuse(reason: string): Refusal {
    return refusal(this.#text, reason);
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, "$1");
}

/** Edits that a misspelled word may be away: none for two letters, one up to five, then two. */
function usualEdits(word: string): number {
  return word.length <= 2 ? 0 : word.length <= 5 ? 1 : EDITS_MAX;
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #syntax: SearchSyntax;
  #at = 0;
  #terms = 0;

  constructor(text: string, syntax: SearchSyntax) {
    this.#text = text;
    this.#syntax = syntax;
    this.#tokens = new Tokenizer(text, syntax.mode).tokens();
  }

  parse(): SearchNode {
    const parts: SearchNode[] = [];
    while (this.#at < this.#tokens.length) {
      parts.push(this.#either(0));
      if (this.#tokens[this.#at]?.kind !== "close") continue;
      if (this.#syntax.mode === "strict") throw this.#refuse('unexpected ")"');
      this.#at += 1;
    }
    return joined("and", parts);
  }

  #either(depth: number): SearchNode {
    if (depth > SEARCH_TEXT_LIMITS.depthMax) throw this.#refuse("nested too deep");
    const parts = [this.#both(depth)];
    while (this.#tokens[this.#at]?.kind === "or") {
      this.#at += 1;
      this.#expectMore();
      parts.push(this.#both(depth));
    }
    return joined("or", parts);
  }

  #both(depth: number): SearchNode {
    const parts: SearchNode[] = [];
    for (let next = this.#tokens[this.#at]; next !== undefined; next = this.#tokens[this.#at]) {
      if (next.kind === "close" || next.kind === "or") break;
      if (next.kind === "and") {
        if (parts.length === 0 && this.#syntax.mode === "strict") throw this.#refuse("AND joins nothing");
        this.#at += 1;
        this.#expectMore();
        continue;
      }
      parts.push(this.#one(null, depth));
    }
    if (parts.length === 0 && this.#syntax.mode === "strict") throw this.#refuse("a part is empty");
    return joined("and", parts);
  }

  #one(field: string | null, depth: number): SearchNode {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case "not":
      case "minus":
        this.#expectMore();
        return { kind: "not", part: this.#one(field, depth) };
      case "plus":
        this.#expectMore();
        return this.#one(field, depth);
      case "field":
        this.#expectMore();
        return this.#one(token.name, depth);
      case "open":
        return this.#group(depth);
      case "range":
        return rangeOf(field ?? "text", token);
      case "phrase":
        return this.#phrase(field, token.text, token.boost);
      case "term":
        return this.#term(field, token);
      default:
        if (this.#syntax.mode === "strict") throw this.#refuse("a term is missing");
        return { kind: "all" };
    }
  }

  #group(depth: number): SearchNode {
    const part = this.#either(depth + 1);
    if (this.#tokens[this.#at]?.kind === "close") this.#at += 1;
    else if (this.#syntax.mode === "strict") throw this.#refuse('"(" is not closed');
    return part;
  }

  #phrase(field: string | null, text: string, boost: number): SearchNode {
    const words = searchWords(text);
    this.#count(words.length);
    return words.length === 0 ? { kind: "all" } : { kind: "phrase", field, words, boost };
  }

  #term(field: string | null, token: Extract<Token, { readonly kind: "term" }>): SearchNode {
    const { text, edits, boost } = token;
    if (text === "*") return field === null ? { kind: "all" } : { kind: "exists", field };
    if (field === "_exists_") return { kind: "exists", field: unescaped(text) };
    if (/(?<!\\)[*?]/.test(text)) return this.#pattern(field, text, boost);
    const words = searchWords(unescaped(text));
    this.#count(words.length);
    if (words.length === 0) return { kind: "all" };
    const parts = words.map((word): SearchNode => {
      const allowed = edits ?? (this.#syntax.fuzzy ? usualEdits(word) : 0);
      const query: WordQuery =
        allowed === 0 ? { kind: "word", word } : { kind: "near", word, edits: allowed };
      return { kind: "word", field, query, boost };
    });
    return joined("and", parts);
  }

  #pattern(field: string | null, text: string, boost: number): SearchNode {
    this.#count(1);
    const pattern = unescaped(text)
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "");
    const start = /^([^*?]+)\*$/.exec(pattern)?.[1];
    const query: WordQuery =
      start === undefined ? { kind: "pattern", pattern } : { kind: "prefix", word: start };
    return { kind: "word", field, query, boost };
  }

  #count(terms: number): void {
    this.#terms += terms;
    if (this.#terms > SEARCH_TEXT_LIMITS.termsMax) throw this.#refuse("too many terms");
  }

  #expectMore(): void {
    const next = this.#tokens[this.#at]?.kind;
    const missing = next === undefined || next === "close" || next === "and" || next === "or";
    if (missing && this.#syntax.mode === "strict") throw this.#refuse("a term is missing");
  }

  #refuse(reason: string): Refusal {
    return refusal(this.#text, reason);
  }
}

function rangeOf(field: string, token: Extract<Token, { readonly kind: "range" }>): SearchNode {
  const [from = "*", to = "*"] = token.text.split(" ");
  return {
    kind: "range",
    field,
    from: from === "*" ? null : unescaped(from),
    to: to === "*" ? null : unescaped(to),
    includesFrom: token.open === "[",
    includesTo: token.close === "]",
  };
}

function joined(kind: "and" | "or", parts: readonly SearchNode[]): SearchNode {
  const [first, ...others] = parts;
  if (first === undefined) return { kind: "all" };
  return others.length === 0 ? first : { kind, parts };
}

/**
 * Reads a search text: words that must all occur, `OR`, `NOT`, `-`, brackets, phrases, `field:value`, `*`, `?`, `~1`,
 * ranges. Throws 400 where it does not follow the syntax and `mode` is strict, and where it is too long in any mode.
 */
export function parseSearch(text: string, syntax: SearchSyntax): SearchNode {
  if (text.length > SEARCH_TEXT_LIMITS.charsMax) throw refusal(text, "too long");
  return text.trim() === "" ? { kind: "all" } : new Parser(text, syntax).parse();
}
