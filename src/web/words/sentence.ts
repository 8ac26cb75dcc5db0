/** A sentence that the service writes, as a pattern, and how the same is said in Korean from what its groups met; empty where it cannot be. */
export type Sentence = readonly [pattern: RegExp, say: (...groups: readonly string[]) => string];
