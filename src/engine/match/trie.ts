import type { Section } from "../snapshot/sections.ts";

/** The words of the index as a tree of letters: children of a node stand together, in order of their letters. */
export type Trie = {
  /** First child of each node; the next node's first child is where they end. */
  readonly start: Uint32Array;
  /** Code of the letter that leads to a node: 1 to 26. */
  readonly letter: Uint8Array;
  /** Token + 1 of the word that ends at a node, or 0. */
  readonly token: Uint32Array;
  /** Bits of the letters that lead on from a node: bit of the code less one. */
  readonly letters: Uint32Array;
};

/** The tree as its sections hold it, with what is quicker to find than to keep. */
export function openTrie({ start, letter, token }: Omit<Trie, "letters">): Trie {
  const letters = new Uint32Array(token.length);
  for (let node = 0; node < token.length; node += 1) {
    const end = start[node + 1] as number;
    for (let child = start[node] as number; child < end; child += 1)
      letters[node] = (letters[node] as number) | (1 << ((letter[child] as number) - 1));
  }
  return { start, letter, token, letters };
}

type Span = { readonly from: number; readonly to: number; readonly depth: number };

/** Builds the tree over the words in plain Latin letters; `words` by token. */
export function buildTrie(words: readonly string[]): Omit<Trie, "letters"> {
  const tokens = words.flatMap((word, token) => (/^[a-z]+$/.test(word) ? [token] : []));
  const textAt = (at: number): string => words[tokens[at] ?? -1] ?? "";
  tokens.sort((one, other) => ((words[one] ?? "") < (words[other] ?? "") ? -1 : 1));
  const spans: Span[] = [{ from: 0, to: tokens.length, depth: 0 }];
  const [start, letter, token]: [number[], number[], number[]] = [[], [0], []];
  for (let node = 0; node < spans.length; node += 1) {
    const { from, to, depth } = spans[node] as Span;
    const ends = from < to && textAt(from).length === depth;
    token.push(ends ? (tokens[from] as number) + 1 : 0);
    start.push(spans.length);
    for (let at = ends ? from + 1 : from; at < to; ) {
      const code = textAt(at).charCodeAt(depth);
      let end = at + 1;
      while (end < to && textAt(end).charCodeAt(depth) === code) end += 1;
      spans.push({ from: at, to: end, depth: depth + 1 });
      letter.push(code - 96);
      at = end;
    }
  }
  start.push(spans.length);
  return { start: Uint32Array.from(start), letter: Uint8Array.from(letter), token: Uint32Array.from(token) };
}

/** The tree as sections of a snapshot. */
export function trieSections(words: readonly string[]): [string, Section][] {
  const { start, letter, token } = buildTrie(words);
  return [
    ["match.trieStart", start],
    ["match.trieLetter", letter],
    ["match.trieToken", token],
  ];
}

/** How many bits are set. */
function bitCount(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The node that letters lead to from a node, or -1. */
export function follow(trie: Trie, from: number, codes: Uint8Array, start: number, end: number): number {
  let node = from;
  for (let at = start; at < end; at += 1) {
    const bit = 1 << ((codes[at] as number) - 1);
    const letters = trie.letters[node] as number;
    if ((letters & bit) === 0) return -1;
    node = (trie.start[node] as number) + bitCount(letters & (bit - 1));
  }
  return node;
}
