/** Words kept in the younger half; both halves together take a few megabytes. */
const WORDS_MAX = 8_192;
/** Longer words are rare, and would make the memory of the memo depend on what is asked. */
const LETTERS_MAX = 40;

/**
 * A pure function of a word that remembers its latest answers: the words of names come again and again. Bounded: when
 * the younger half is full it becomes the older one, and what was not asked for since is forgotten.
 */
export function memoOfWords<T>(make: (word: string) => T): (word: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (word) => {
    const held = young.get(word);
    if (held !== undefined) return held;
    const made = old.get(word) ?? make(word);
    if (word.length > LETTERS_MAX) return made;
    if (young.size >= WORDS_MAX) {
      old = young;
      young = new Map();
    }
    young.set(word, made);
    return made;
  };
}
