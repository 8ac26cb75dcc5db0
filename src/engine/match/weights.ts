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
  prior: 1.9754,
  equal: 0.5,
  matched: 0.2084,
  altered: -0.7022,
  alteredShare: -11.3368,
  extraQuery: -0.1301,
  extraQueryShare: -6.1803,
  extraListed: -0.0299,
  extraListedShare: -5.723,
  swapped: -0.0365,
  swappedRarest: -0.1265,
  worstGrade: 0,
  oneWord: -0.8404,
  outOfOrder: -0.0098,
  numbersDiffer: 0,
  formsSame: 0,
  formsDiffer: 0,
};

/** The same, with names of organizations whose telling word was replaced among the negatives. */
export const ORGANIZATION_WEIGHTS: NameWeights = {
  prior: 3.4569,
  equal: 0.5,
  matched: 0.0548,
  altered: 0,
  alteredShare: -9.3708,
  extraQuery: -0.0962,
  extraQueryShare: -6.5986,
  extraListed: -0.1322,
  extraListedShare: -8.3334,
  swapped: -0.0175,
  swappedRarest: -0.1369,
  worstGrade: -2.6474,
  oneWord: -0.2867,
  outOfOrder: -1.5457,
  numbersDiffer: 0,
  formsSame: 0.2976,
  formsDiffer: -1.9882,
};
