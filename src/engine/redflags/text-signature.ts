/** Numbers of a signature; the share of equal ones estimates how much of two texts is the same (standard error 0.09 at one half, 0.06 at 0.85). */
export const SIGNATURE_SIZE = 32;
/** Numbers that make a band: two texts with a likeness of 0.85 share one of the eight bands in 997 cases of 1,000. */
const BAND_SIZE = 4;
/** Words that make a shingle. */
const SHINGLE_WORDS = 3;
/** Shorter texts are greetings, and alike by nature. */
const WORDS_MIN = 12;
const WORDS_MAX = 2_000;

/** A 32-bit hash of a text (FNV-1a with a final mix), the same on every machine. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

const SEEDS = Array.from({ length: SIGNATURE_SIZE }, (_, at) => hash32(`minhash ${at}`));

/**
 * The MinHash signature of a text's shingles (Broder 1997) in hexadecimal, eight digits a number; null for texts that
 * are too short to be told apart. The text itself cannot be had back from it.
 */
export function textSignature(text: string): string | null {
  const words =
    text
      .toLowerCase()
      .normalize("NFKC")
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, WORDS_MAX) ?? [];
  if (words.length < WORDS_MIN) return null;
  const least = new Uint32Array(SIGNATURE_SIZE).fill(0xffffffff);
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at += 1) {
    const shingle = hash32(words.slice(at, at + SHINGLE_WORDS).join(" "));
    for (let one = 0; one < SIGNATURE_SIZE; one += 1) {
      let mixed = Math.imul(shingle ^ (SEEDS[one] ?? 0), 0x9e3779b1);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
      mixed = (mixed ^ (mixed >>> 13)) >>> 0;
      if (mixed < (least[one] ?? 0)) least[one] = mixed;
    }
  }
  return [...least].map((number) => number.toString(16).padStart(8, "0")).join("");
}

/** The bands by which texts that may be alike find each other. */
export function bandsOf(signature: string): readonly string[] {
  const size = BAND_SIZE * 8;
  return Array.from(
    { length: signature.length / size },
    (_, at) => `${at}:${signature.slice(at * size, (at + 1) * size)}`,
  );
}

/** The estimated share of shingles that two texts have in common, from 0 to 1. */
export function likenessOf(a: string, b: string): number {
  let equal = 0;
  for (let at = 0; at < a.length; at += 8) if (a.slice(at, at + 8) === b.slice(at, at + 8)) equal += 1;
  return equal / SIGNATURE_SIZE;
}

const BITS = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

/** In how many of 64 bits two perceptual hashes differ. */
export function hashDistance(a: string, b: string): number {
  let bits = 0;
  for (let at = 0; at < a.length; at += 1)
    bits += BITS[Number.parseInt(a[at] ?? "0", 16) ^ Number.parseInt(b[at] ?? "0", 16)] ?? 0;
  return bits;
}
