import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** NIST SP 800-63B-4 asks for 15 characters where a password stands alone and 8 with a second factor; between them, with an estimate. */
export const PASSWORD_CHARS_MIN = 12;
export const PASSWORD_CHARS_MAX = 128;

/** Guesses that a stolen hash must withstand: scrypt makes ten thousand a second dear, and this takes them years. */
const GUESSES_LOG10_MIN = 10;
/** The estimate looks at this much: it grows with the square of the length, and more only makes a password better. */
const ESTIMATED_CHARS_MAX = 64;

const SENTENCES = {
  short: `a password has at least ${PASSWORD_CHARS_MIN} characters`,
  long: `a password has at most ${PASSWORD_CHARS_MAX} characters`,
  guessable:
    "this password is among those that are tried first: a common one, a pattern, or built from your name; take several words that do not belong together",
} as const;

/**
 * Why a password is refused, or null where it is good: its length, and an estimate of the guesses it withstands against
 * the lists of passwords that leaked (bundled: nothing is asked of anyone). `words` are what an attacker knows of the
 * person: name, address, organisation. No rule about kinds of characters: those make worse passwords.
 */
export function refusePassword(password: string, words: readonly string[]): string | null {
  const chars = [...password.normalize("NFC")].length;
  if (chars < PASSWORD_CHARS_MIN) return SENTENCES.short;
  if (chars > PASSWORD_CHARS_MAX) return SENTENCES.long;
  const known = words
    .flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length > 2);
  const { guessesLog10 } = estimator().check(password.slice(0, ESTIMATED_CHARS_MAX), [...known, "sluice"]);
  return guessesLog10 < GUESSES_LOG10_MIN ? SENTENCES.guessable : null;
}

// The dictionaries take a tenth of a second to lay out: made at the first question, and the same ever after.
const estimator = (() => {
  let made: ZxcvbnFactory | null = null;
  return (): ZxcvbnFactory => {
    made ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
    return made;
  };
})();
