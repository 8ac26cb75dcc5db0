/** Kinds of evidence that a policy may give another weight. An identifier in common is never outweighed, and has none. */
export const WEIGHED_EVIDENCE = ["birthDate", "country", "gender", "weakAlias"] as const;
export type WeighedEvidence = (typeof WEIGHED_EVIDENCE)[number];

/** How much a kind of evidence counts, as a multiple of what was measured: 0 leaves it out, 1 is as measured. */
export type PolicyWeights = Readonly<Partial<Record<WeighedEvidence, number>>>;

/** The same with a weight for each kind. */
export type FullWeights = Readonly<Record<WeighedEvidence, number>>;

/** The most that evidence may be counted for: beyond it a single fact would decide everything. */
export const WEIGHT_TIMES_MAX = 4;

/** Every kind of evidence as it was measured. */
export const AS_MEASURED: FullWeights = { birthDate: 1, country: 1, gender: 1, weakAlias: 1 };

/** The weights stated, the others as measured. */
export function fullWeights(weights: PolicyWeights): FullWeights {
  return { ...AS_MEASURED, ...weights };
}
