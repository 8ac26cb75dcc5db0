import { AlikeMemo } from "./alike-rows.ts";
import { scoreOf } from "./features.ts";
import { type IndexData, ROW_FIELDS } from "./index-data.ts";
import type { Query, QueryReading } from "./query.ts";
import { FACTS_MAX, type Scorer, weighFactsCode } from "./scorer.ts";
import type { Match, ScreenPolicy } from "./subject.ts";
import { estimateQuickly } from "./weights.ts";

/** The best pair of names found for a listed party, and the log-odds of the two being one. */
export type Best = {
  readonly entity: number;
  readonly reading: number;
  readonly row: number;
  readonly logOdds: number;
};

/** Pairs of names kept for each party: the quick look may prefer the wrong one of two spellings. */
const PAIRS_PER_ENTITY = 5;
/** Parties that the model weighs at the least, where more are wanted than these, so many as are wanted. */
const WEIGHED_MIN = 16;
/**
 * Rough log-odds under which the model has nothing to find: of 17,000 pairs that it weighed none of these scored .1. Where
 * any match is wanted, whatever its score, as many as are wanted are weighed all the same.
 */
const ROUGH_MIN = -10;
/**
 * Where only matches over some log-odds are wanted, those that the rough ones fall short of by more than this are not
 * weighed: of 50,000 such pairs none was a hit, and 22 scored over half the usual threshold.
 */
const ROUGH_APART_MAX = 6;
/**
 * Pairs of names are not even compared where the votes estimate log-odds, facts included, that fall short by more than
 * this: of 23,600 parties found over half the usual threshold, 22,600 of them hits, the nearest fell short by 4.3.
 */
const ESTIMATE_APART_MAX = 4.7;
/** Another spelling of the same party is weighed too where the quick look is about as good. */
const QUICK_APART_MAX = 3;
/** Matches below this share of the threshold are noise, and are not returned even where there is room. */
const SCORE_SHARE_MIN = 0.5;

/** Parties met at first; more make the space grow. A power of two. */
const MET_FIRST = 256;
/** Slots for each party that there is room for: so few of them are taken that the first one looked at is mostly right. */
const SLOTS_EACH = 4;

/** What is kept of the parties that one query meets, by the order in which they were met. */
class MetSpace {
  /** Open addressing by entity: its place among those met, where `stamp` is that of the query at hand. Small, so that it stays in the cache. */
  place = new Uint32Array(MET_FIRST * SLOTS_EACH);
  stamp = new Uint32Array(MET_FIRST * SLOTS_EACH);
  query = 0;
  count = 0;
  entity = new Uint32Array(MET_FIRST);
  pairs = new Uint8Array(MET_FIRST);
  organization = new Uint8Array(MET_FIRST);
  identified = new Uint8Array(MET_FIRST);
  rough = new Float64Array(MET_FIRST);
  quick = new Float64Array(MET_FIRST * PAIRS_PER_ENTITY);
  reading = new Uint8Array(MET_FIRST * PAIRS_PER_ENTITY);
  row = new Uint32Array(MET_FIRST * PAIRS_PER_ENTITY);

  /** Forgets the parties of the query before. */
  clear(): void {
    this.count = 0;
    this.query += 1;
    if (this.query < 0xffffffff) return;
    this.stamp.fill(0);
    this.query = 1;
  }

  /** Place of an entity, a new one where it was not met yet. */
  of(entity: number): number {
    let slot = this.#slotOf(entity);
    if (this.stamp[slot] === this.query) return this.place[slot] as number;
    const place = this.count;
    if (place === this.entity.length) {
      this.#grow();
      slot = this.#slotOf(entity);
    }
    this.#take(slot, place);
    this.entity[place] = entity;
    this.pairs[place] = 0;
    this.organization[place] = 0;
    this.identified[place] = 0;
    this.count += 1;
    return place;
  }

  /** The slot of an entity, or the free one where it belongs. */
  #slotOf(entity: number): number {
    const last = this.stamp.length - 1;
    let slot = (Math.imul(entity, 0x9e3779b1) >>> 8) & last;
    while (this.stamp[slot] === this.query && this.entity[this.place[slot] as number] !== entity)
      slot = (slot + 1) & last;
    return slot;
  }

  #take(slot: number, place: number): void {
    this.stamp[slot] = this.query;
    this.place[slot] = place;
  }

  #grow(): void {
    const size = this.entity.length * 2;
    this.place = new Uint32Array(size * SLOTS_EACH);
    this.stamp = new Uint32Array(size * SLOTS_EACH);
    for (let place = 0; place < this.count; place += 1)
      this.#take(this.#slotOf(this.entity[place] as number), place);
    const grown = <T extends Uint8Array | Uint32Array | Float64Array>(old: T, made: T): T => {
      made.set(old);
      return made;
    };
    this.entity = grown(this.entity, new Uint32Array(size));
    this.pairs = grown(this.pairs, new Uint8Array(size));
    this.organization = grown(this.organization, new Uint8Array(size));
    this.identified = grown(this.identified, new Uint8Array(size));
    this.rough = grown(this.rough, new Float64Array(size));
    this.quick = grown(this.quick, new Float64Array(size * PAIRS_PER_ENTITY));
    this.reading = grown(this.reading, new Uint8Array(size * PAIRS_PER_ENTITY));
    this.row = grown(this.row, new Uint32Array(size * PAIRS_PER_ENTITY));
  }
}

/**
 * Collects the pairs of names that a search comes upon, and ranks the parties that bear them. One per open index; `ask`
 * begins anew.
 */
export class Ranking {
  readonly #data: IndexData;
  readonly #met: MetSpace;
  readonly #alike: AlikeMemo;
  #query: Query | null = null;
  #scorer: Scorer | null = null;
  #least = Number.NEGATIVE_INFINITY;

  constructor(data: IndexData, alike: AlikeMemo = new AlikeMemo(data)) {
    this.#data = data;
    this.#met = new MetSpace();
    this.#alike = alike;
  }

  /** Begins with a query, and forgets the one before. Parties under `least` log-odds may be left out. */
  ask(query: Query, scorer: Scorer, least = Number.NEGATIVE_INFINITY): void {
    this.#query = query;
    this.#scorer = scorer;
    this.#least = least;
    this.#met.clear();
    this.#alike.clear();
  }

  /** Log-odds of the votes for two names under which no facts could make a match of them. */
  get leastNames(): number {
    const query = this.#query;
    const stated = query !== null && (query.birth.length > 0 || query.countries.length > 0);
    return this.#least - ESTIMATE_APART_MAX - (stated ? FACTS_MAX : 0);
  }

  /** True where the votes for a row leave it possible that its party is one of those wanted. */
  #mayBeWanted(own: QueryReading, row: number, vote: number, weight: number): boolean {
    const data = this.#data;
    const scorer = this.#scorer as Scorer;
    const entity = data.rowFacts[row * ROW_FIELDS] as number;
    const organization = scorer.isOrganization(own, row);
    const names = estimateQuickly(organization, vote, own.totalWeight, weight);
    const facts = weighFactsCode(scorer.factsCode(entity), organization);
    return names + facts >= this.#least - ESTIMATE_APART_MAX;
  }

  /**
   * A pair worth comparing: place of the query's reading, and row of the index; `vote` is the weight of the words that they
   * share, as far as is known, `weight` then that of all words of the row.
   */
  meet(reading: number, row: number, vote = Number.POSITIVE_INFINITY, weight = 0): void {
    const own = this.#query?.readings[reading] as QueryReading;
    const met = this.#met;
    if (vote !== Number.POSITIVE_INFINITY && this.#least !== Number.NEGATIVE_INFINITY)
      if (!this.#mayBeWanted(own, row, vote, weight)) return;
    const slot = this.#compared(reading, row);
    const quick = this.#alike.quick[slot] as number;
    const place = met.of(this.#data.rowFacts[row * ROW_FIELDS] as number);
    const first = place * PAIRS_PER_ENTITY;
    const kept = met.pairs[place] as number;
    for (let at = first; at < first + kept; at += 1)
      if (met.row[at] === row && met.reading[at] === reading) return;
    let at = first + kept;
    while (at > first && (met.quick[at - 1] as number) < quick) at -= 1;
    if (at >= first + PAIRS_PER_ENTITY) return;
    if (at === first) met.organization[place] = this.#alike.organization[slot] as number;
    for (let to = Math.min(first + kept, first + PAIRS_PER_ENTITY - 1); to > at; to -= 1) {
      met.quick[to] = met.quick[to - 1] as number;
      met.reading[to] = met.reading[to - 1] as number;
      met.row[to] = met.row[to - 1] as number;
    }
    met.quick[at] = quick;
    met.reading[at] = reading;
    met.row[at] = row;
    if (kept < PAIRS_PER_ENTITY) met.pairs[place] = kept + 1;
  }

  /** The slot of a pair of names that were given a quick look. */
  #compared(reading: number, row: number): number {
    const alike = this.#alike;
    const held = alike.slotOf(reading, row);
    if (held >= 0) return held;
    const slot = -1 - held;
    const scorer = this.#scorer as Scorer;
    alike.quick[slot] = scorer.weighRow(this.#query?.readings[reading] as QueryReading, row);
    alike.organization[slot] = scorer.evidence.organization ? 1 : 0;
    return slot;
  }

  /** Log-odds of two parties by a pair of their names, which the model weighs once for all names written like them. */
  #weighPair(entity: number, reading: number, row: number): number {
    const scorer = this.#scorer as Scorer;
    const held = this.#alike.slotOf(reading, row);
    const slot = held < 0 ? -1 - held : held;
    const { nameSum } = this.#alike;
    const known = nameSum[slot] as number;
    const logOdds = scorer.weighEntity(entity, reading, row, known);
    nameSum[slot] = scorer.evidence.nameSum;
    return logOdds;
  }

  /** A party that has an identifier of the subject. */
  meetIdentified(entity: number): void {
    this.#met.identified[this.#met.of(entity)] = 1;
  }

  #weigh(place: number): Best {
    const met = this.#met;
    const scorer = this.#scorer as Scorer;
    const entity = met.entity[place] as number;
    const first = place * PAIRS_PER_ENTITY;
    const pairs = met.pairs[place] as number;
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    const least = pairs === 0 ? 0 : (met.quick[first] as number) - QUICK_APART_MAX;
    for (let at = first; at < first + pairs && (met.quick[at] as number) >= least; at += 1) {
      const logOdds = this.#weighPair(entity, met.reading[at] as number, met.row[at] as number);
      if (logOdds <= most) continue;
      best = at;
      most = logOdds;
    }
    if (pairs === 0 && met.identified[place] === 1) most = scorer.weighEntity(entity, -1, -1);
    if (best < 0) return { entity, reading: -1, row: -1, logOdds: most };
    return { entity, reading: met.reading[best] as number, row: met.row[best] as number, logOdds: most };
  }

  /** Rough log-odds of a party, names and facts together; without bound where an identifier is in common. */
  #roughOf(place: number): number {
    const met = this.#met;
    if (met.identified[place] === 1 || met.pairs[place] === 0) return Number.POSITIVE_INFINITY;
    const code = (this.#scorer as Scorer).factsCode(met.entity[place] as number);
    return (
      (met.quick[place * PAIRS_PER_ENTITY] as number) + weighFactsCode(code, met.organization[place] === 1)
    );
  }

  /**
   * The parties met, best first, with the log-odds of names and facts together; `wanted` of them at the least, where so
   * many were met. Ties in the order of the snapshot.
   */
  best(wanted: number): readonly Best[] {
    const met = this.#met;
    const least = this.#least;
    const { rough, entity } = met;
    const bound = Math.max(ROUGH_MIN, least - ROUGH_APART_MAX);
    const shown = least === Number.NEGATIVE_INFINITY ? wanted : 0;
    const places: number[] = [];
    for (let place = 0; place < met.count; place += 1) {
      rough[place] = this.#roughOf(place);
      if (shown > 0 || (rough[place] as number) >= bound) places.push(place);
    }
    places.sort(
      (one, other) =>
        (rough[other] as number) - (rough[one] as number) ||
        (entity[one] as number) - (entity[other] as number),
    );
    const ranked: Best[] = [];
    const end = Math.min(places.length, Math.max(WEIGHED_MIN, wanted));
    for (let at = 0; at < end; at += 1) {
      const place = places[at] as number;
      if (at < shown || (rough[place] as number) >= bound) ranked.push(this.#weigh(place));
    }
    return ranked.sort((one, other) => other.logOdds - one.logOdds || one.entity - other.entity);
  }

  /** Everything met, weighed in full: for the exhaustive reference. */
  all(): readonly Best[] {
    return Array.from({ length: this.#met.count }, (_, place) => this.#weigh(place)).sort(
      (one, other) => other.logOdds - one.logOdds || one.entity - other.entity,
    );
  }
}

/** Log-odds under which a policy has no use for a match. */
export function leastLogOdds({ threshold }: ScreenPolicy): number {
  const score = threshold * SCORE_SHARE_MIN;
  return score <= 0 ? Number.NEGATIVE_INFINITY : Math.log(score / (1 - score));
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
