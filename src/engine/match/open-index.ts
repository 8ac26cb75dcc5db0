import type { Sections } from "../snapshot/sections.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import { CandidateFinder, type VisitPair } from "./candidates.ts";
import { type EntityAccess, explainWhenRead } from "./explain.ts";
import { type IndexData, openIndexData } from "./index-data.ts";
import { AS_MEASURED, fullWeights, type PolicyWeights } from "./policy-weights.ts";
import { type Query, queryOf, wordWeight } from "./query.ts";
import { type Best, leastLogOdds, matchesOf, Ranking } from "./ranking.ts";
import { type Scorer, scorerOf, scorerSpace } from "./scorer.ts";
import type { ScreenPolicy, Subject } from "./subject.ts";

/** Parties that are weighed at the least where a policy has weights of its own, which may order them otherwise. */
const REWEIGHED_MIN = 100;

/**
 * Opens the compiled index over the sections of a snapshot: views, and scratch space of 17 bytes per reading of a name.
 * Throws `snapshot-damaged` where the sections are of another version.
 */
export function openIndex(sections: Sections, access: EntityAccess): CandidateIndex {
  const data: IndexData = openIndexData(sections);
  const finder = new CandidateFinder(data);
  const ranking = new Ranking(data);
  const space = scorerSpace();
  const scorerFor = (query: Query, weights?: PolicyWeights): Scorer =>
    scorerOf(data, query, space, weights === undefined ? AS_MEASURED : fullWeights(weights));
  const rank = (query: Query, wanted: number, least: number, weights?: PolicyWeights): readonly Best[] => {
    ranking.ask(query, scorerFor(query, weights), least);
    const visit: VisitPair = (reading, row, vote, weight) => ranking.meet(reading, row, vote, weight);
    finder.visitRows(query, visit, ranking.leastNames);
    finder.visitIdentified(query, (entity) => ranking.meetIdentified(entity));
    return ranking.best(wanted);
  };
  return {
    candidates: (subject, limit) =>
      rank(queryOf(data, subject), limit, Number.NEGATIVE_INFINITY)
        .slice(0, limit)
        .map((best) => best.entity),
    match: (subject: Subject, policy: ScreenPolicy) => {
      const query = queryOf(data, subject);
      // What is left out early is left out by the weights as they were measured.
      const ranked =
        policy.weights === undefined
          ? rank(query, policy.limit, leastLogOdds(policy))
          : rank(query, Math.max(policy.limit, REWEIGHED_MIN), Number.NEGATIVE_INFINITY, policy.weights);
      const context = { access, threshold: policy.threshold };
      const scorer = (): Scorer => scorerFor(query, policy.weights);
      return matchesOf(ranked, policy, (best) => explainWhenRead(data, query, scorer, best, context));
    },
    wordWeight: (word) => wordWeight(data, word),
  };
}
