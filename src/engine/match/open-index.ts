import type { Sections } from "../snapshot/sections.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import { CandidateFinder } from "./candidates.ts";
import { type Best, type EntityAccess, explain } from "./explain.ts";
import { scoreOf } from "./features.ts";
import { type IndexData, openIndexData } from "./index-data.ts";
import { type Query, queryOf, wordWeight } from "./query.ts";
import { type Scorer, scorerOf } from "./scorer.ts";
import type { Match, ScreenPolicy, Subject } from "./subject.ts";

/** Matches below this share of the threshold are noise, and are not returned even where there is room. */
const SCORE_SHARE_MIN = 0.5;

/** The best pair of names of each entity met; entities met by an identifier alone have none. */
export class BestPairs {
  readonly #pairs = new Map<number, { logOdds: number; reading: number; row: number }>();

  meet(entity: number, logOdds: number, reading: number, row: number): void {
    const held = this.#pairs.get(entity);
    if (held === undefined) this.#pairs.set(entity, { logOdds, reading, row });
    else if (logOdds > held.logOdds) {
      held.logOdds = logOdds;
      held.reading = reading;
      held.row = row;
    }
  }

  meetIdentified(entity: number): void {
    if (!this.#pairs.has(entity))
      this.#pairs.set(entity, { logOdds: Number.NEGATIVE_INFINITY, reading: -1, row: -1 });
  }

  /** All entities met with the log-odds of names and facts together, best first; ties in the order of the snapshot. */
  ranked(scorer: Scorer): Best[] {
    const all: Best[] = [];
    for (const [entity, { reading, row }] of this.#pairs) {
      all.push({ entity, reading, row, logOdds: scorer.weighEntity(entity, reading, row) });
    }
    return all.sort((one, other) => other.logOdds - one.logOdds || one.entity - other.entity);
  }
}

/** The best of the ranked as matches: as many as the policy allows, none that says nothing. */
export function matchesOf(
  ranked: readonly Best[],
  policy: ScreenPolicy,
  explained: (best: Best) => Match,
): readonly Match[] {
  const least = policy.threshold * SCORE_SHARE_MIN;
  const matches: Match[] = [];
  for (const best of ranked) {
    if (matches.length >= policy.limit || scoreOf(best.logOdds) < least) break;
    matches.push(explained(best));
  }
  return matches;
}

/**
 * Opens the compiled index over the sections of a snapshot: views, and scratch space of 16 bytes per reading of a name.
 * Throws `snapshot-damaged` where the sections are of another version.
 */
export function openIndex(sections: Sections, access: EntityAccess): CandidateIndex {
  const data: IndexData = openIndexData(sections);
  const finder = new CandidateFinder(data);
  const rank = (query: Query): { ranked: Best[]; scorer: Scorer } => {
    const scorer = scorerOf(data, query);
    const pairs = new BestPairs();
    finder.visitRows(query, (reading, row) => {
      const chosen = query.readings[reading];
      if (chosen === undefined) return;
      pairs.meet(
        data.nameEntity[data.rowName[row] as number] as number,
        scorer.weighRow(chosen, row),
        reading,
        row,
      );
    });
    finder.visitIdentified(query, (entity) => pairs.meetIdentified(entity));
    return { ranked: pairs.ranked(scorer), scorer };
  };
  return {
    candidates: (subject, limit) =>
      rank(queryOf(data, subject))
        .ranked.slice(0, limit)
        .map((best) => best.entity),
    match: (subject: Subject, policy: ScreenPolicy) => {
      const query = queryOf(data, subject);
      const { ranked, scorer } = rank(query);
      const context = { access, threshold: policy.threshold };
      return matchesOf(ranked, policy, (best) => explain(data, query, scorer, best, context));
    },
    wordWeight: (word) => wordWeight(data, word),
  };
}
