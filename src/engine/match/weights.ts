import type { Evidence } from "./evidence.ts";

/** Weights of the quick look, in log-odds. */
type NameWeights = {
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
const MATCHED_MAX = 24;

/** A rough sum that only chooses which pairs the model looks at: its own answer is never shown. */
const PERSON_WEIGHTS: NameWeights = {
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

const ORGANIZATION_WEIGHTS: NameWeights = {
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

/** A person is no company, whatever the names. */
const COMPANY_AGAINST_PERSON = -12;

function share(part: number, matched: number): number {
  return part === 0 ? 0 : part / (part + matched);
}

/**
 * What `weighQuickly` comes to, as far as votes tell: `vote` is the weight of the words that the names share, `query` and
 * `listed` that of all their words. Alignment finds a little more in common than votes do, seldom less.
 */
export function estimateQuickly(organization: boolean, vote: number, query: number, listed: number): number {
  const w = organization ? ORGANIZATION_WEIGHTS : PERSON_WEIGHTS;
  return (
    w.prior +
    w.matched * Math.min(vote, MATCHED_MAX) +
    w.extraQueryShare * Math.max(0, 1 - vote / query) +
    w.extraListedShare * Math.max(0, 1 - vote / listed)
  );
}

/** Rough log-odds of a pair of names, by which the best pairs are chosen for the model. */
export function weighQuickly(e: Evidence): number {
  const w = e.organization ? ORGANIZATION_WEIGHTS : PERSON_WEIGHTS;
  let sum = w.prior + w.matched * Math.min(e.matched, MATCHED_MAX);
  if (e.equal) sum += w.equal;
  if (e.altered > 0)
    sum +=
      w.altered * e.altered +
      w.alteredShare * share(e.altered, e.matched) +
      w.worstGrade * (1 - e.worstGrade);
  if (e.extraQuery > 0)
    sum += w.extraQuery * e.extraQuery + w.extraQueryShare * share(e.extraQuery, e.matched);
  if (e.extraListed > 0)
    sum += w.extraListed * e.extraListed + w.extraListedShare * share(e.extraListed, e.matched);
  if (e.extraQuery > 0 && e.extraListed > 0)
    sum +=
      w.swapped * Math.min(e.extraQuery, e.extraListed) +
      w.swappedRarest * Math.min(e.rarestExtraQuery, e.rarestExtraListed);
  if (e.meetings <= 1 && Math.max(e.wordsQuery, e.wordsListed) > 1) sum += w.oneWord;
  if (e.outOfOrder) sum += w.outOfOrder;
  if (e.numbersDiffer) sum += w.numbersDiffer;
  if (e.companyListed) sum += COMPANY_AGAINST_PERSON;
  if (e.forms !== 0) sum += e.forms > 0 ? w.formsSame : w.formsDiffer;
  return sum;
}
