/** Weights of the name's features, in log-odds. */
export type NameWeights = {
  readonly prior: number;
  readonly equal: number;
  /** Per nat of matched rarity, up to `matchedMax`. */
  readonly matched: number;
  readonly altered: number;
  readonly alteredShare: number;
  readonly extraQuery: number;
  readonly extraQueryShare: number;
  readonly extraListed: number;
  readonly extraListedShare: number;
  readonly swapped: number;
  readonly swappedRarest: number;
  readonly worstGrade: number;
  readonly oneWord: number;
  readonly outOfOrder: number;
  readonly numbersDiffer: number;
  readonly formsSame: number;
  readonly formsDiffer: number;
};

/** Matched rarity beyond this adds nothing: three rare words are enough. */
export const MATCHED_MAX = 24;

export const PERSON_WEIGHTS: NameWeights = {
  prior: -2,
  equal: 1,
  matched: 0.3,
  altered: -0.5,
  alteredShare: -2,
  extraQuery: -0.2,
  extraQueryShare: -3,
  extraListed: -0.15,
  extraListedShare: -3,
  swapped: -0.3,
  swappedRarest: -0.2,
  worstGrade: -2,
  oneWord: -1.5,
  outOfOrder: -0.2,
  numbersDiffer: -1,
  formsSame: 0,
  formsDiffer: 0,
};

export const ORGANIZATION_WEIGHTS: NameWeights = {
  ...PERSON_WEIGHTS,
  outOfOrder: -0.4,
  numbersDiffer: -2,
  formsSame: 0.2,
  formsDiffer: -0.4,
};
