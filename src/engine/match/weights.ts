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

/** Learnt on perturbed listed names against clean customers and other listed parties; `equal` only breaks ties. */
export const PERSON_WEIGHTS: NameWeights = {
  prior: 2.1297,
  equal: 0.5,
  matched: 0.201,
  altered: -0.7913,
  alteredShare: -13.5731,
  extraQuery: -0.1397,
  extraQueryShare: -6.5131,
  extraListed: -0.0299,
  extraListedShare: -5.8844,
  swapped: -0.0366,
  swappedRarest: -0.1328,
  worstGrade: 0,
  oneWord: -0.796,
  outOfOrder: -0.4196,
  numbersDiffer: 0,
  formsSame: 0,
  formsDiffer: 0,
};

/** The same, with names of organizations whose telling word was replaced among the negatives. */
export const ORGANIZATION_WEIGHTS: NameWeights = {
  prior: 3.3009,
  equal: 0.5,
  matched: 0.04,
  altered: 0,
  alteredShare: -10.2552,
  extraQuery: -0.1034,
  extraQueryShare: -5.3993,
  extraListed: -0.1205,
  extraListedShare: -7.081,
  swapped: -0.0204,
  swappedRarest: -0.1162,
  worstGrade: -2.3009,
  oneWord: -0.589,
  outOfOrder: -1.6372,
  numbersDiffer: 0,
  formsSame: 0.3919,
  formsDiffer: -1.1633,
};
