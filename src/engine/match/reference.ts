import { AlikeMemo } from "./alike-rows.ts";
import type { Sections } from "../snapshot/sections.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import { type EntityAccess, explain } from "./explain.ts";
import { openIndexData } from "./index-data.ts";
import { queryOf, wordWeight } from "./query.ts";
import { type Best, matchesOf, Ranking } from "./ranking.ts";
import { mayBeOneParty, type Scorer, scorerOf } from "./scorer.ts";
import type { Subject } from "./subject.ts";

/**
 * The exhaustive reference: compares the subject with every name of every party by the same table of features, and
 * leaves out nothing. Slow and obvious; what the compiled index is measured against.
 */
export function openReference(sections: Sections, access: EntityAccess): CandidateIndex {
  const data = openIndexData(sections);
  const rank = (
    subject: Subject,
  ): { ranked: readonly Best[]; scorer: Scorer; query: ReturnType<typeof queryOf> } => {
    const query = queryOf(data, subject);
    const scorer = scorerOf(data, query);
    // Nothing is remembered: each pair is compared by itself.
    const ranking = new Ranking(data, new AlikeMemo(data, 0));
    ranking.ask(query, scorer);
    for (let row = 0; row < data.rows; row += 1) {
      const entity = data.nameEntity[data.rowName[row] as number] as number;
      if (!mayBeOneParty(query.kind, data.entityKind[entity] as number)) continue;
      query.readings.forEach((_reading, place) => {
        ranking.meet(place, row);
      });
    }
    for (const { hash } of query.identifiers) {
      data.idHash.forEach((held, identifier) => {
        const entity = data.idEntity[identifier] as number;
        if (held === hash && mayBeOneParty(query.kind, data.entityKind[entity] as number))
          ranking.meetIdentified(entity);
      });
    }
    return { ranked: ranking.all(), scorer, query };
  };
  return {
    candidates: (subject, limit) =>
      rank(subject)
        .ranked.slice(0, limit)
        .map((best) => best.entity),
    match: (subject, policy) => {
      const { ranked, scorer, query } = rank(subject);
      const context = { access, threshold: policy.threshold };
      return matchesOf(ranked, policy, (best) => explain(data, query, scorer, best, context));
    },
    wordWeight: (word) => wordWeight(data, word),
  };
}
