import type { Alignment } from "./align.ts";
import { INPUT_COUNT } from "./inputs.ts";
import { AS_MEASURED, type FullWeights } from "./policy-weights.ts";

/** The facts of one pair (subject, listed party) as numbers: all that a feature may look at. One is reused for all pairs. */
export type Evidence = {
  organization: boolean;
  /** Two parties set side by side, not a customer and a list. */
  pair: boolean;
  /** Half of what the two names say more when they are asked the other way round, in log-odds; of pairs alone. */
  turned: number;
  /** A pair of names was compared; without one only facts speak. */
  named: boolean;
  /** The names are equal but for case, accents, width, signs and punctuation. */
  equal: boolean;
  weakAlias: boolean;
  /** The subject is a person, and the listed name has a company's legal form. */
  companyListed: boolean;
  /** The subject's name was written in other letters. */
  romanized: boolean;
  /** They were Hebrew ones. */
  hebrew: boolean;
  /** The subject's name was read from Hanzi by sound. */
  homophones: boolean;
  wordsQuery: number;
  wordsListed: number;
  matched: number;
  altered: number;
  extraQuery: number;
  extraListed: number;
  rarestExtraQuery: number;
  rarestExtraListed: number;
  meetings: number;
  worstGrade: number;
  outOfOrder: boolean;
  numbersDiffer: boolean;
  /** Legal forms: 1 of a kind in common, -1 of different kinds, 0 where a name states none. */
  forms: number;
  /** One of the names states a legal form, the other none. */
  formsMissing: boolean;
  /** Place in `BIRTH_CLASSES`. */
  birth: number;
  /** 1 one in common, -1 none in common, 0 where a side states none. */
  country: number;
  gender: number;
  /** 1 an identifier in common, -1 different ones of a kind that a party has one of, 0 nothing to compare. */
  identifier: number;
  /** What the policy makes of each kind of evidence. */
  weights: FullWeights;
  /** What the model looks at, in the order of `INPUTS`; filled where the names are weighed by it. */
  readonly inputs: Float32Array;
  /** What the likelihood of the listed spelling adds where the subject's name is in local script, in log-odds. */
  spelled: number;
  /** What the model says of the names, in log-odds, with `spelled`. */
  nameSum: number;
  /** Log-odds of the features before this one in the table. */
  sum: number;
};

/** Evidence of nothing. */
export function newEvidence(): Evidence {
  return {
    weights: AS_MEASURED,
    organization: false,
    pair: false,
    turned: 0,
    named: false,
    equal: false,
    weakAlias: false,
    companyListed: false,
    romanized: false,
    hebrew: false,
    homophones: false,
    wordsQuery: 0,
    wordsListed: 0,
    matched: 0,
    altered: 0,
    extraQuery: 0,
    extraListed: 0,
    rarestExtraQuery: 0,
    rarestExtraListed: 0,
    meetings: 0,
    worstGrade: 1,
    outOfOrder: false,
    numbersDiffer: false,
    forms: 0,
    formsMissing: false,
    birth: 0,
    country: 0,
    gender: 0,
    identifier: 0,
    inputs: new Float32Array(INPUT_COUNT),
    spelled: 0,
    nameSum: 0,
    sum: 0,
  };
}

/** Forgets the names: facts alone speak. */
export function forgetNames(evidence: Evidence): void {
  const { inputs, pair } = evidence;
  Object.assign(evidence, { ...newEvidence(), inputs, pair });
}

/** Copies what an alignment adds up to. */
export function takeAlignment(evidence: Evidence, alignment: Alignment): void {
  evidence.matched = alignment.matched;
  evidence.altered = alignment.altered;
  evidence.extraQuery = alignment.extraQuery;
  evidence.extraListed = alignment.extraListed;
  evidence.rarestExtraQuery = alignment.rarestExtraQuery;
  evidence.rarestExtraListed = alignment.rarestExtraListed;
  evidence.meetings = alignment.meetings;
  evidence.worstGrade = alignment.worstGrade;
  evidence.outOfOrder = alignment.outOfOrder === 1;
  evidence.numbersDiffer = alignment.numbersDiffer === 1;
}
