import type { NameKind } from "../target.ts";

/** A listed party with its names. */
export type NamedParty = { readonly names: readonly { readonly text: string; readonly kind: NameKind }[] };

/**
 * The names of listed parties as words with a number each: entity owns names (`nameStart`), a name owns words
 * (`wordStart` into `words`). `whole` are the words of a name with a space between.
 */
export type ListedNames = {
  readonly vocabulary: readonly string[];
  readonly nameStart: Uint32Array;
  readonly wordStart: Uint32Array;
  readonly words: Uint32Array;
  readonly whole: readonly string[];
};

/** Names of the parties in the order given, each taken apart by `wordsOf`. */
export function listedNamesOf(
  parties: Iterable<NamedParty>,
  wordsOf: (text: string) => readonly string[],
): ListedNames {
  const numbers = new Map<string, number>();
  const [nameStart, wordStart, words, whole] = [[0], [0], [] as number[], [] as string[]];
  for (const { names } of parties) {
    for (const { text } of names) {
      const own = wordsOf(text);
      for (const word of own) {
        const number = numbers.get(word) ?? numbers.size;
        numbers.set(word, number);
        words.push(number);
      }
      wordStart.push(words.length);
      whole.push(own.join(" "));
    }
    nameStart.push(whole.length);
  }
  return {
    vocabulary: [...numbers.keys()],
    nameStart: Uint32Array.from(nameStart),
    wordStart: Uint32Array.from(wordStart),
    words: Uint32Array.from(words),
    whole,
  };
}
