/** A name made comparable by this evaluation's own rule, so that a change of the engine never changes what is measured. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[’'ʼ`´‘]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Words of a folded name; none for a name without letters and digits. */
export function foldedWords(text: string): readonly string[] {
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ");
}

/** The same for two names that differ in the order of their words alone. */
export function bagOf(text: string): string {
  return [...foldedWords(text)].sort().join(" ");
}

/** A 32-bit hash of a text (FNV-1a with a final mix): the same on any machine. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The values in an order that depends on `seed` and each value's own key alone: one more or less moves no other. */
export function shuffled<T>(values: readonly T[], seed: string, keyOf: (value: T) => string): readonly T[] {
  return values
    .map((value) => ({ value, key: keyOf(value), order: hashOf(`${seed} ${keyOf(value)}`) }))
    .sort((one, other) => one.order - other.order || (one.key < other.key ? -1 : 1))
    .map(({ value }) => value);
}

/** True where a name is written in Latin letters alone. */
export function isLatin(text: string): boolean {
  return /\p{L}/u.test(text) && !/[^\P{L}\p{Script=Latin}]/u.test(text);
}
