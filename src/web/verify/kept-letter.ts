import type { components } from "../../client/schema.ts";

type Verification = components["schemas"]["LetterVerification"];

/** What the service said of a letter, and when this browser heard it. */
export type KeptLetter = { readonly at: string; readonly found: Verification };

const PREFIX = "sluice.letter.";
/** Whoever stands at a gate looks at a few letters; the oldest make room. */
const LETTERS_MAX = 20;

/** Keeps what was said of a letter, for the day on which it is looked at without a network. */
export function keepLetter(letter: string, found: Verification): void {
  try {
    const held = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && key !== PREFIX + letter);
    const byAge = held.toSorted((one, other) => (atOf(one) < atOf(other) ? -1 : 1));
    for (const key of byAge.slice(0, Math.max(0, held.length - LETTERS_MAX + 1)))
      localStorage.removeItem(key);
    localStorage.setItem(PREFIX + letter, JSON.stringify({ at: new Date().toISOString(), found }));
  } catch {
    // A browser that keeps nothing shows the letter all the same.
  }
}

/** What this browser heard of a letter last; null where it never did. */
export function keptLetter(letter: string): KeptLetter | null {
  return read(PREFIX + letter);
}

const atOf = (key: string): string => read(key)?.at ?? "";

function read(key: string): KeptLetter | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as KeptLetter | null;
  } catch {
    return null;
  }
}
