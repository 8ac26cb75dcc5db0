import fc from "fast-check";
import { expect, test } from "vitest";
import { buildTrie, follow, openTrie } from "./trie.ts";

const word = fc.string({ unit: fc.constantFrom(..."abcxyz"), minLength: 1, maxLength: 8 });

function codesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) - 96);
}

test("leads to each word's own token, and to nothing for other words", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word), word, (words, other) => {
      const trie = openTrie(buildTrie(words));
      words.forEach((text, token) => {
        const node = follow(trie, 0, codesOf(text), 0, text.length);
        expect(trie.token[node]).toBe(token + 1);
      });
      const node = follow(trie, 0, codesOf(other), 0, other.length);
      expect(node >= 0 && trie.token[node] !== 0).toBe(words.includes(other));
    }),
  );
});

test("leaves words in other letters out", () => {
  const trie = openTrie(buildTrie(["kim", "김", "k2"]));
  expect([...trie.token].filter((token) => token > 0)).toEqual([1]);
});
