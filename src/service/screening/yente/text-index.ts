import type { Section, Sections } from "../../../engine/snapshot/sections.ts";

/*
 * Words and where they stand, for `/search`: a dictionary in the order of the words' code units, and per word the
 * documents (places of entities) with it, ascending. The lowest bit of a posting says that the word stands in a name.
 *
 *   words.bytes, words.ends      the words in UTF-8, one after the other, and where each ends
 *   words.postEnds, words.post   per word, where its postings end; document * 2 + in a name
 *   words.names, words.texts     per document, how many words its names and all its values have, at most 65,535
 */

/** Collects words per document. */
export class TextIndexBuilder {
  readonly #postings = new Map<string, number[]>();
  readonly #names: number[] = [];
  readonly #texts: number[] = [];

  /** Adds the next document; names are part of the texts as well. */
  add(names: Iterable<string>, texts: Iterable<string>): void {
    const document = this.#texts.length;
    const inNames = new Set<string>();
    let nameWords = 0;
    for (const word of names) {
      nameWords += 1;
      inNames.add(word);
    }
    const seen = new Set(inNames);
    let textWords = nameWords;
    for (const word of texts) {
      textWords += 1;
      seen.add(word);
    }
    for (const word of seen) {
      const posting = document * 2 + (inNames.has(word) ? 1 : 0);
      const held = this.#postings.get(word);
      if (held === undefined) this.#postings.set(word, [posting]);
      else held.push(posting);
    }
    this.#names.push(Math.min(nameWords, 0xffff));
    this.#texts.push(Math.min(textWords, 0xffff));
  }

  sections(): [string, Section][] {
    const words = [...this.#postings.keys()].sort();
    const encoder = new TextEncoder();
    const ends = new Uint32Array(words.length);
    const postEnds = new Uint32Array(words.length);
    const parts: Uint8Array[] = [];
    let bytes = 0;
    let posts = 0;
    words.forEach((word, at) => {
      const part = encoder.encode(word);
      parts.push(part);
      bytes += part.length;
      ends[at] = bytes;
      posts += this.#postings.get(word)?.length ?? 0;
      postEnds[at] = posts;
    });
    const text = new Uint8Array(bytes);
    const post = new Uint32Array(posts);
    words.forEach((word, at) => {
      text.set(parts[at] ?? [], at === 0 ? 0 : ends[at - 1]);
      post.set(this.#postings.get(word) ?? [], at === 0 ? 0 : postEnds[at - 1]);
    });
    return [
      ["words.bytes", text],
      ["words.ends", ends],
      ["words.postEnds", postEnds],
      ["words.post", post],
      ["words.names", Uint16Array.from(this.#names)],
      ["words.texts", Uint16Array.from(this.#texts)],
    ];
  }
}

/** Which words a query's term takes in. */
export type WordQuery =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "prefix"; readonly word: string }
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "near"; readonly word: string; readonly edits: number };

/** A pattern or a misspelled word takes in at most so many words of the dictionary. */
const WORDS_MAX = 512;

/** Weights of the ranking: BM25's usual constants, and a name counts three times. */
const RANK = { k1: 1.2, b: 0.75, nameBoost: 3 } as const;

/** A misspelled word says half of what the word itself says, however rare the misspelling is. */
const NEAR_BOOST = 0.5;

/** The dictionary over its sections. */
export class TextIndex {
  readonly #bytes: Uint8Array;
  readonly #ends: Uint32Array;
  readonly #postEnds: Uint32Array;
  readonly #post: Uint32Array;
  readonly #names: Uint16Array;
  readonly #texts: Uint16Array;
  readonly #namesMean: number;
  readonly #textsMean: number;
  /** The words as strings, made when a pattern first goes through all of them. */
  #words: readonly string[] | null = null;

  constructor(sections: Sections) {
    this.#bytes = sections.u8("words.bytes");
    this.#ends = sections.u32("words.ends");
    this.#postEnds = sections.u32("words.postEnds");
    this.#post = sections.u32("words.post");
    this.#names = sections.u16("words.names");
    this.#texts = sections.u16("words.texts");
    this.#namesMean = mean(this.#names);
    this.#textsMean = mean(this.#texts);
  }

  /** Adds the term's score to each document that it stands in; returns those documents, ascending. */
  visit(query: WordQuery, boost: number, scores: Float64Array): Uint32Array {
    const words = this.#find(query);
    if (words.length === 1) return this.#score(words[0] as number, { boost, scores });
    const documents = new Set<number>();
    const best = new Map<number, number>();
    const own = new Float64Array(scores.length);
    for (const word of words) {
      const nearness = query.kind === "near" && this.#word(word) !== query.word ? NEAR_BOOST : 1;
      for (const document of this.#score(word, { boost: boost * nearness, scores: own })) {
        documents.add(document);
        best.set(document, Math.max(best.get(document) ?? 0, own[document] as number));
        own[document] = 0;
      }
    }
    // Of the words that a pattern takes in, the best one counts: many spellings of one word are one word.
    for (const [document, score] of best) scores[document] = (scores[document] as number) + score;
    return Uint32Array.from(documents).sort();
  }

  #score(word: number, into: { readonly boost: number; readonly scores: Float64Array }): Uint32Array {
    const from = word === 0 ? 0 : (this.#postEnds[word - 1] as number);
    const until = this.#postEnds[word] as number;
    const count = until - from;
    const idf = Math.log(1 + (this.#texts.length - count + 0.5) / (count + 0.5));
    const found = new Uint32Array(count);
    for (let at = 0; at < count; at += 1) {
      const posting = this.#post[from + at] as number;
      const document = posting >>> 1;
      found[at] = document;
      const inName = (posting & 1) === 1;
      const length = inName
        ? (this.#names[document] as number) / this.#namesMean
        : (this.#texts[document] as number) / this.#textsMean;
      const weight = (RANK.k1 + 1) / (1 + RANK.k1 * (1 - RANK.b + RANK.b * length));
      const score = idf * weight * (inName ? RANK.nameBoost : 1) * into.boost;
      into.scores[document] = (into.scores[document] as number) + score;
    }
    return found;
  }

  #find(query: WordQuery): readonly number[] {
    if (query.kind === "word") {
      const at = this.#lowerBound(query.word);
      return at < this.#ends.length && this.#word(at) === query.word ? [at] : [];
    }
    if (query.kind === "prefix") return this.#prefixed(query.word);
    const words = this.#all();
    const found: number[] = [];
    if (query.kind === "pattern") {
      const literal = /^[^*?]*/.exec(query.pattern)?.[0] ?? "";
      for (const at of literal === "" ? words.keys() : this.#range(literal)) {
        if (found.length >= WORDS_MAX) break;
        if (fitsPattern(words[at] ?? "", query.pattern)) found.push(at);
      }
      return found;
    }
    for (let at = 0; at < words.length && found.length < WORDS_MAX; at += 1)
      if (isNear(query.word, words[at] as string, query.edits)) found.push(at);
    return found;
  }

  #prefixed(prefix: string): readonly number[] {
    return this.#range(prefix).slice(0, WORDS_MAX);
  }

  #range(prefix: string): readonly number[] {
    const found: number[] = [];
    for (let at = this.#lowerBound(prefix); at < this.#ends.length; at += 1) {
      if (!this.#word(at).startsWith(prefix)) break;
      found.push(at);
    }
    return found;
  }

  #all(): readonly string[] {
    this.#words ??= Array.from({ length: this.#ends.length }, (_, at) => this.#word(at));
    return this.#words;
  }

  #word(at: number): string {
    if (this.#words !== null) return this.#words[at] as string;
    const start = at === 0 ? 0 : (this.#ends[at - 1] as number);
    const { buffer, byteOffset } = this.#bytes;
    return Buffer.from(buffer, byteOffset + start, (this.#ends[at] as number) - start).toString("utf8");
  }

  #lowerBound(word: string): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#word(middle) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function mean(values: Uint16Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return Math.max(1, sum / Math.max(1, values.length));
}

/** True where the word fits a pattern of letters, `?` (one) and `*` (any); time is the product of both lengths at most. */
export function fitsPattern(word: string, pattern: string): boolean {
  let at = 0;
  let sign = 0;
  let star = -1;
  let resume = 0;
  while (at < word.length) {
    if (sign < pattern.length && (pattern[sign] === "?" || pattern[sign] === word[at])) {
      at += 1;
      sign += 1;
    } else if (pattern[sign] === "*") {
      star = sign;
      sign += 1;
      resume = at;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      sign = star + 1;
    } else return false;
  }
  while (pattern[sign] === "*") sign += 1;
  return sign === pattern.length;
}

/** True where so many letters changed, added or dropped make one word the other. */
export function isNear(one: string, other: string, edits: number): boolean {
  if (Math.abs(one.length - other.length) > edits) return false;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 0; i < one.length; i += 1) {
    const next = [i + 1];
    let least = i + 1;
    for (let j = 0; j < other.length; j += 1) {
      const same = one.charCodeAt(i) === other.charCodeAt(j);
      const cost = Math.min(
        (next[j] as number) + 1,
        (row[j + 1] as number) + 1,
        (row[j] as number) + (same ? 0 : 1),
      );
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > edits) return false;
    row = next;
  }
  return (row[other.length] as number) <= edits;
}
