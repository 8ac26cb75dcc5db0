import type { Entity } from "../../entity/entity.ts";
import { buildIndex } from "../../match/build-index.ts";
import type { CandidateIndex } from "../../match/candidate-index.ts";
import type { ComparedPair, PairComparer } from "../../match/compare.ts";
import { openReference } from "../../match/reference.ts";
import type { Subject } from "../../match/subject.ts";
import { indexTargetOf, namesOf } from "../../match/target.ts";
import { sectionsOf } from "../../snapshot/sections.ts";

const OTHER_ID = "other";
const NOBODY: Entity = { id: "", schema: "Thing", properties: {} };

const entityOf = ({ schema, properties }: Subject): Entity => ({ id: OTHER_ID, schema, properties });

/**
 * Asks of two records what a screening asks of a customer and a listing: are they one party? An equal common name says
 * little here, as most who bear it are others, while `pairComparer` asks whether two names are one name.
 */
export function recordComparer(index: Pick<CandidateIndex, "wordWeight">): PairComparer {
  return ({ subject, other }: ComparedPair, threshold) => {
    const entity = entityOf(other);
    const target = indexTargetOf(entity);
    // The subject stands in the index as a second party, so that its own words are weighed by the lists too.
    const words = { ...indexTargetOf(entityOf(subject)), identifiers: [], names: namesOf(subject) };
    const sections = sectionsOf(buildIndex([target, words], index.wordWeight));
    const reference = openReference(sections, { entity: (place) => (place === 0 ? entity : NOBODY) });
    const matches = reference.match(subject, { name: "records", threshold: 0, limit: 2, lists: null });
    const found = matches.find(({ id }) => id === OTHER_ID);
    if (found === undefined) return null;
    const { change: _ofAnotherThreshold, ...match } = found;
    return { ...match, hit: match.score >= threshold };
  };
}
