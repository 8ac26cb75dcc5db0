import type { Section } from "../snapshot/sections.ts";

/** The words of the index as a tree of letters: children of a node stand together, in order of their letters. */
export type Trie = {
  /** First child of each node; the next node's first child is where they end. */
  readonly start: Uint32Array;
  /** Code of the letter that leads to a node: 1 to 26. */
  readonly letter: Uint8Array;
  /** Token + 1 of the word that ends at a node, or 0. */
  readonly token: Uint32Array;
  /**
   * For each node, side by side since they are asked for together: bits of the letters that lead on from it (bit of the code
   * less one), and its first child.
   */
  readonly links: Uint32Array;
};

/** The tree as its sections hold it, with what is quicker to find than to keep. */
export function openTrie({ start, letter, token }: Omit<Trie, "links">): Trie {
  const links = new Uint32Array(token.length * 2);
  for (let node = 0; node < token.length; node += 1) {
    const end = start[node + 1] as number;
    let letters = 0;
    for (let child = start[node] as number; child < end; child += 1)
      letters |= 1 << ((letter[child] as number) - 1);
    links[node * 2] = letters;
    links[node * 2 + 1] = start[node] as number;
  }
  return { start, letter, token, links };
}

type Span = { readonly from: number; readonly to: number; readonly depth: number };

/** Builds the tree over the words in plain Latin letters; `words` by token. */
export function buildTrie(words: readonly string[]): Omit<Trie, "links"> {
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

/** The node that the letter of a bit leads to from a node that has it. */
export function childOf(trie: Trie, node: number, bit: number): number {
  return (trie.links[node * 2 + 1] as number) + bitCount((trie.links[node * 2] as number) & (bit - 1));
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
    const letters = trie.links[node * 2] as number;
    if ((letters & bit) === 0) return -1;
    node = (trie.links[node * 2 + 1] as number) + bitCount(letters & (bit - 1));
  }
  return node;
}
