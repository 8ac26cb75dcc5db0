/** Bounds of a name's analysis, with the reason for each. */
export const NAME_LIMITS = {
  /** Longest name on any list seen: 460 characters; more is a paragraph. The rest is left out and reported. */
  charsMax: 1_024,
  /** Longest listed name has 31 words; alignment costs grow with the square. */
  tokensMax: 24,
  /** One machine word of bits per token in the edit distance. */
  lettersPerTokenMax: 32,
  /** Ways to read one name: Hangul as Revised, as North Korean, as one word, as a Chinese and as a foreign name. */
  readingsMax: 5,
  /** Names of one subject that are looked at; the most aliases on one listing is about 150. */
  namesPerSubjectMax: 64,
} as const;
