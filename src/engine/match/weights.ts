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
  prior: 2.1081,
  equal: 0.5,
  matched: 0.2026,
  altered: -0.7872,
  alteredShare: -13.9534,
  extraQuery: -0.1419,
  extraQueryShare: -6.6343,
  extraListed: -0.0298,
  extraListedShare: -5.9247,
  swapped: -0.0332,
  swappedRarest: -0.1198,
  worstGrade: -0.0042,
  oneWord: -0.7306,
  outOfOrder: -0.397,
  numbersDiffer: 0,
  formsSame: 0,
  formsDiffer: 0,
};

/** The same, with names of organizations whose telling word was replaced among the negatives. */
export const ORGANIZATION_WEIGHTS: NameWeights = {
  prior: 3.2647,
  equal: 0.5,
  matched: 0.058,
  altered: 0,
  alteredShare: -9.7906,
  extraQuery: -0.0952,
  extraQueryShare: -6.6757,
  extraListed: -0.1314,
  extraListedShare: -8.4099,
  swapped: -0.0198,
  swappedRarest: -0.144,
  worstGrade: -2.7367,
  oneWord: -0.2509,
  outOfOrder: -1.5615,
  numbersDiffer: 0,
  formsSame: 0.3058,
  formsDiffer: -2.0688,
};
