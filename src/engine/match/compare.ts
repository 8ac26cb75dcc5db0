import type { Entity } from "../entity/entity.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import { compareNames, comparing } from "./compared-pair.ts";
import { explain } from "./explain.ts";
import { scorerSpace } from "./scorer.ts";
import type { Match, Subject } from "./subject.ts";

/** Compares two parties with one another: are they one? */
export type PairComparer = (pair: ComparedPair, threshold: number) => Match | null;

/** Two parties, neither of whom need be listed. */
export type ComparedPair = { readonly subject: Subject; readonly other: Subject };

/** Id of the other party in a match of two that are on no list. */
export const OTHER_ID = "other";

const NOBODY: Entity = { id: "", schema: "Thing", properties: {} };

/**
 * A comparer by the features of screening and the weights of pairs (`pair-model.ts`), with words as rare as on the lists
 * of `index`; null where the two can't be one party (a person and a ship) or one has neither name nor identifier. The
 * two may change places: the score is the mean of both ways.
 */
export function pairComparer(index: Pick<CandidateIndex, "wordWeight">): PairComparer {
  const [there, back] = [scorerSpace(), scorerSpace()];
  return ({ subject, other }, threshold) => {
    const comparison = comparing(subject, other, there);
    const own = compareNames(index, subject, other, comparison);
    if (own === null) return null;
    const { data, query, scorer, reading, row } = own;
    scorer.weighEntity(0, reading, row);
    if (reading < 0 && scorer.evidence.identifier <= 0) return null;
    const turned = reading < 0 ? null : compareNames(index, other, subject, { ...comparison, space: back });
    scorer.evidence.turned = turned === null || turned.reading < 0 ? 0 : (turned.nameSum - own.nameSum) / 2;
    const logOdds = scorer.weighEntity(0, reading, row);
    const entity: Entity = { id: OTHER_ID, schema: other.schema, properties: other.properties };
    const access = { entity: (place: number) => (place === 0 ? entity : NOBODY) };
    return explain(data, query, scorer, { entity: 0, reading, row, logOdds }, { access, threshold });
  };
}
