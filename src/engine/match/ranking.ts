import { scoreOf } from "./features.ts";
import type { IndexData } from "./index-data.ts";
import type { Query } from "./query.ts";
import type { Scorer } from "./scorer.ts";
import type { Match, ScreenPolicy } from "./subject.ts";

/** The best pair of names found for a listed party, and the log-odds of the two being one. */
export type Best = {
  readonly entity: number;
  readonly reading: number;
  readonly row: number;
  readonly logOdds: number;
};

/** Pairs of names kept for each party: the quick look may prefer the wrong one of two spellings. */
const PAIRS_PER_ENTITY = 3;
/** Parties that the model weighs at the least, where more are wanted than these, so many as are wanted. */
const WEIGHED_MIN = 16;
/**
 * Rough log-odds under which the model has nothing to find: of 17,000 pairs that it weighed none of these scored .1. The
 * first few are weighed all the same, so that there is an answer to show.
 */
const ROUGH_MIN = -10;
const SHOWN_MIN = 2;
/** Another spelling of the same party is weighed too where the quick look is about as good. */
const QUICK_APART_MAX = 3;
/** Matches below this share of the threshold are noise, and are not returned even where there is room. */
const SCORE_SHARE_MIN = 0.5;

type Pair = { quick: number; reading: number; row: number };
type Met = {
  readonly entity: number;
  readonly pairs: Pair[];
  organization: boolean;
  identified: boolean;
  rough: number;
};

/** Collects the pairs of names that a search comes upon, and ranks the parties that bear them. */
export class Ranking {
  readonly #data: IndexData;
  readonly #query: Query;
  readonly #scorer: Scorer;
  readonly #met = new Map<number, Met>();

  constructor(data: IndexData, query: Query, scorer: Scorer) {
    this.#data = data;
    this.#query = query;
    this.#scorer = scorer;
  }

  #of(entity: number): Met {
    let met = this.#met.get(entity);
    if (met === undefined) {
      met = { entity, pairs: [], organization: false, identified: false, rough: 0 };
      this.#met.set(entity, met);
    }
    return met;
  }

  /** A pair worth comparing: place of the query's reading, and row of the index. */
  meet(reading: number, row: number): void {
    const own = this.#query.readings[reading];
    if (own === undefined) return;
    const quick = this.#scorer.weighRow(own, row);
    const met = this.#of(this.#data.nameEntity[this.#data.rowName[row] as number] as number);
    const { pairs } = met;
    if (pairs.some((pair) => pair.row === row && pair.reading === reading)) return;
    let at = pairs.length;
    while (at > 0 && (pairs[at - 1] as Pair).quick < quick) at -= 1;
    if (at >= PAIRS_PER_ENTITY) return;
    if (at === 0) met.organization = this.#scorer.evidence.organization;
    pairs.splice(at, 0, { quick, reading, row });
    if (pairs.length > PAIRS_PER_ENTITY) pairs.pop();
  }

  /** A party that has an identifier of the subject. */
  meetIdentified(entity: number): void {
    this.#of(entity).identified = true;
  }

  #weigh({ entity, pairs, identified }: Met): Best {
    let best = { entity, reading: -1, row: -1, logOdds: Number.NEGATIVE_INFINITY };
    const least = (pairs[0]?.quick ?? 0) - QUICK_APART_MAX;
    for (const { quick, reading, row } of pairs) {
      if (quick < least) break;
      const logOdds = this.#scorer.weighEntity(entity, reading, row);
      if (logOdds > best.logOdds) best = { entity, reading, row, logOdds };
    }
    if (pairs.length > 0 || !identified) return best;
    return { ...best, logOdds: this.#scorer.weighEntity(entity, -1, -1) };
  }

  /** The parties met, best first, with the log-odds of names and facts together; `wanted` of them at the least, where so many were met. Ties in the order of the snapshot. */
  best(wanted: number): readonly Best[] {
    const all = [...this.#met.values()];
    for (const met of all) {
      const [first] = met.pairs;
      if (met.identified || first === undefined) met.rough = Number.POSITIVE_INFINITY;
      else met.rough = first.quick + this.#scorer.weighFactsAlone(met.entity, met.organization);
    }
    all.sort((one, other) => other.rough - one.rough || one.entity - other.entity);
    return all
      .slice(0, Math.max(WEIGHED_MIN, wanted))
      .filter(({ rough }, at) => at < SHOWN_MIN || rough >= ROUGH_MIN)
      .map((met) => this.#weigh(met))
      .sort((one, other) => other.logOdds - one.logOdds || one.entity - other.entity);
  }

  /** Everything met, weighed in full: for the exhaustive reference. */
  all(): readonly Best[] {
    return [...this.#met.values()]
      .map((met) => this.#weigh(met))
      .sort((one, other) => other.logOdds - one.logOdds || one.entity - other.entity);
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
