import type { Subject } from "../../match/subject.ts";
import type { ScreenResult } from "../../screen.ts";
import { standingListings } from "../../snapshot/listing-state.ts";
import type { EntityIndex, Listing, ListingState, Snapshot } from "../../snapshot/snapshot.ts";
import { type Period, presenceOn } from "../ownership/period.ts";
import { type ListedFacts, listedTies } from "./listed-facts.ts";
import { captionOf, type RecordBook } from "./record-book.ts";
import { freshnessOf, type RelationKind, rarityOf, SHARERS_MAX, TIES, type TieKind } from "./tie-kind.ts";

/** Bounds of one search. */
export const PATH_LIMITS = {
  /** Farther away than this everybody is joined to everybody. */
  stepsMax: 4,
  /** Parties looked at for one question. */
  partiesMax: 2_000,
  /** A path that is worth less is no reason for anything. */
  strengthMin: 0.05,
  /** Listed parties told of. */
  targetsMax: 10,
  /** Paths to one listed party that share no tie. */
  waysMax: 3,
} as const;

/** A party on a path: of one's own records, or listed. */
export type PathParty =
  | { readonly kind: "record"; readonly id: string; readonly caption: string }
  | { readonly kind: "listed"; readonly id: string; readonly caption: string; readonly index: EntityIndex };

/** One step of a path, with what shows it. */
export type PathStep = {
  readonly tie: TieKind;
  readonly from: PathParty;
  readonly to: PathParty;
  /** The fact as each side writes it; null where the tie is a relation. */
  readonly written: { readonly from: string; readonly to: string } | null;
  readonly role: string | null;
  /** True where `from` has the part in `to`, as a director in a company; null where the tie is no relation. */
  readonly forward: boolean | null;
  readonly period: Period | null;
  /** How many parties have the same fact, or stand in the same relation to either. */
  readonly sharers: number;
  /** Years since it was last known to hold; 0 where it holds. */
  readonly ageYears: number;
  readonly strength: number;
  readonly source: string;
};

/** A path from the party asked about to a listed one. */
export type FrontPath = { readonly steps: readonly PathStep[]; readonly strength: number };

/** A listed party that the one asked about leads to, with the best ways there that share no tie. */
export type FrontLink = {
  readonly target: Extract<PathParty, { readonly kind: "listed" }>;
  readonly state: ListingState;
  readonly listings: readonly Listing[];
  readonly paths: readonly FrontPath[];
  /** What the paths are worth together, 0 to 1: an order for a reviewer, no likelihood. */
  readonly strength: number;
};

/** What a search found and what it left aside. */
export type FrontSearch = {
  readonly links: readonly FrontLink[];
  /** Facts that too many have, so that they join nobody. */
  readonly passedOver: readonly { readonly party: string; readonly fact: string; readonly sharers: number }[];
  /** True where the search ended at a bound, so that something farther may have been missed. */
  readonly cut: boolean;
};

/** What a search reads. */
export type FrontWorld = {
  readonly snapshot: Snapshot;
  /** Only these lists; all where null. */
  readonly lists: readonly string[] | null;
  /** Whom a party may be on the lists on a day, by name and facts. */
  readonly screen: (party: Subject, day: string) => ScreenResult;
  readonly listed: ListedFacts;
  readonly book: RecordBook;
};

type Reached = { readonly party: PathParty; readonly steps: readonly PathStep[]; readonly strength: number };

const keyOf = (party: PathParty): string => `${party.kind}:${party.id}`;
/** What two ways must not share: the fact as either side writes it, or the relation. */
const tieKeys = ({ tie, from, to, written, source }: PathStep): readonly string[] =>
  written === null || tie === "name"
    ? [`${tie} ${[keyOf(from), keyOf(to)].sort().join(" ")} ${source}`]
    : [`${tie} ${written.from}`, `${tie} ${written.to}`];

const YEAR_MS = 365.25 * 86_400_000;
const yearsBetween = (from: string, to: string): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / YEAR_MS);

/** One question: the world, the day, and what was seen on the way. */
class Search {
  readonly #world: FrontWorld;
  readonly #day: string;
  readonly #passedOver = new Map<string, FrontSearch["passedOver"][number]>();
  readonly #steps = new Map<string, readonly PathStep[]>();
  #cut = false;

  constructor(world: FrontWorld, day: string) {
    this.#world = world;
    this.#day = day;
  }

  get passedOver(): FrontSearch["passedOver"] {
    return [...this.#passedOver.values()];
  }

  get cut(): boolean {
    return this.#cut;
  }

  /** The best path to each listed party that is near enough, without the ties that are barred. */
  reach(start: PathParty, barred: ReadonlySet<string>): ReadonlyMap<EntityIndex, FrontPath> {
    const best = new Map<string, number>([[keyOf(start), 1]]);
    const done = new Set<string>();
    const waiting: Reached[] = [{ party: start, steps: [], strength: 1 }];
    const found = new Map<EntityIndex, FrontPath>();
    while (waiting.length > 0) {
      const at = strongest(waiting);
      const [reached] = waiting.splice(at, 1);
      if (reached === undefined || done.has(keyOf(reached.party))) continue;
      done.add(keyOf(reached.party));
      if (reached.party.kind === "listed") {
        found.set(reached.party.index, { steps: reached.steps, strength: reached.strength });
      }
      if (reached.steps.length >= PATH_LIMITS.stepsMax) continue;
      if (done.size >= PATH_LIMITS.partiesMax) {
        this.#cut = true;
        break;
      }
      for (const step of this.#from(reached.party)) {
        const strength = reached.strength * step.strength;
        const key = keyOf(step.to);
        if (strength < PATH_LIMITS.strengthMin || strength <= (best.get(key) ?? 0)) continue;
        if (barred.size > 0 && tieKeys(step).some((key) => barred.has(key))) continue;
        best.set(key, strength);
        waiting.push({ party: step.to, steps: [...reached.steps, step], strength });
      }
    }
    return found;
  }

  #from(party: PathParty): readonly PathStep[] {
    const key = keyOf(party);
    const known = this.#steps.get(key);
    if (known !== undefined) return known;
    const steps =
      party.kind === "listed"
        ? this.#listTies(party)
        : [...this.#facts(party), ...this.#places(party), ...this.#relations(party), ...this.#names(party)];
    this.#steps.set(key, steps);
    return steps;
  }

  #record(id: string): PathParty {
    const party = this.#world.book.party(id);
    return { kind: "record", id, caption: party?.caption ?? id };
  }

  #listedParty(index: EntityIndex): Extract<PathParty, { readonly kind: "listed" }> {
    const entity = this.#world.snapshot.entity(index);
    return { kind: "listed", id: entity.id, caption: captionOf(entity), index };
  }

  /** Years since both sides were last seen with what they share. */
  #age(...ids: readonly string[]): number {
    const days = ids.flatMap((id) => this.#world.book.party(id)?.seen ?? []);
    return days.length === 0 ? 0 : yearsBetween(days.toSorted()[0] ?? this.#day, this.#day);
  }

  #facts(from: PathParty): readonly PathStep[] {
    const { book, listed } = this.#world;
    return book.factsOf(from.id).flatMap((fact) => {
      const others = book.holdersOf(fact.key).filter((id) => id !== from.id);
      const onLists = listed.holdersOf(fact);
      const sharers = book.sharersOf(fact.key, 1 + others.length) + Math.min(1, onLists.length);
      const shared = { tie: fact.kind, own: fact.raw, sharers };
      return this.#shared(from, shared, [
        ...others.map((id) => ({ party: this.#record(id), raw: book.writtenBy(id, fact.key) ?? fact.raw })),
        ...onLists.map(({ target, raw }) => ({ party: this.#listedParty(target), raw })),
      ]);
    });
  }

  #places(from: PathParty): readonly PathStep[] {
    const { book, listed } = this.#world;
    return book.addressesOf(from.id).flatMap((text) => {
      const others = [...book.holdersAt(text)].filter(([id]) => id !== from.id);
      const onLists = listed.addresses().at(text);
      const sharers = book.sharersOf(text, 1 + others.length) + Math.min(1, onLists.length);
      const shared = { tie: "address", own: text, sharers } as const;
      return this.#shared(from, shared, [
        ...others.map(([id, raw]) => ({ party: this.#record(id), raw })),
        ...onLists.map(({ target, address }) => ({ party: this.#listedParty(target), raw: address.raw })),
      ]);
    });
  }

  /** Listed parties at one place count as one sharer: many of them there make a place no commoner. */
  #shared(
    from: PathParty,
    fact: { readonly tie: Exclude<TieKind, "name">; readonly own: string; readonly sharers: number },
    others: readonly { readonly party: PathParty; readonly raw: string }[],
  ): readonly PathStep[] {
    if (others.length === 0) return [];
    const rarity = rarityOf(fact.sharers);
    if (rarity === 0) {
      this.#passOver(from, `${fact.tie} ${fact.own}`, fact.sharers);
      return [];
    }
    return others.map(({ party, raw }) => {
      const ageYears = party.kind === "record" ? this.#age(from.id, party.id) : this.#age(from.id);
      return {
        tie: fact.tie,
        from,
        to: party,
        written: { from: fact.own, to: raw },
        role: null,
        forward: null,
        period: null,
        sharers: fact.sharers,
        ageYears,
        strength: TIES[fact.tie].strength * rarity * freshnessOf(fact.tie, ageYears),
        source: party.kind === "listed" ? party.id : "the records",
      };
    });
  }

  #passOver(from: PathParty, fact: string, sharers: number): void {
    this.#passedOver.set(`${from.id} ${fact}`, { party: from.id, fact, sharers });
  }

  #relations(from: PathParty): readonly PathStep[] {
    const { book } = this.#world;
    return book.relationsOf(from.id).flatMap((relation): readonly PathStep[] => {
      const other = relation.from === from.id ? relation.to : relation.from;
      const alike = (id: string) => book.relationsOf(id).filter(({ kind }) => kind === relation.kind).length;
      const sharers = Math.max(alike(from.id), alike(other));
      const { kind: tie, role, period, source } = relation;
      const forward = relation.from === from.id;
      return this.#related({ tie, from, to: this.#record(other), forward, role, period, sharers, source });
    });
  }

  #related(tie: {
    readonly tie: RelationKind;
    readonly from: PathParty;
    readonly to: PathParty;
    readonly forward: boolean;
    readonly role: string | null;
    readonly period: Period;
    readonly sharers: number;
    readonly source: string;
  }): readonly PathStep[] {
    const { period, sharers } = tie;
    const begins = period.fromMin;
    if (!period.contradicts && begins !== null && begins > this.#day) return [];
    const ended = presenceOn(period, this.#day) === "absent" ? period.untilMax : null;
    const ageYears = ended === null ? 0 : yearsBetween(ended, this.#day);
    const rarity = rarityOf(sharers);
    if (rarity === 0) {
      this.#passOver(tie.from, `${tie.tie} ${tie.to.caption}`, sharers);
      return [];
    }
    const strength = TIES[tie.tie].strength * rarity * freshnessOf(tie.tie, ageYears);
    const { from, to, forward, role, source } = tie;
    return [
      { tie: tie.tie, from, to, written: null, forward, role, period, sharers, ageYears, strength, source },
    ];
  }

  /** Whom the party may be on the lists, by its name and facts. */
  #names(from: PathParty): readonly PathStep[] {
    const { book, screen } = this.#world;
    const party = book.party(from.id);
    if (party === null) return [];
    const { matches, outOfForce } = screen(party, this.#day);
    return [...matches, ...outOfForce]
      .filter(({ hit }) => hit)
      .map((match): PathStep => {
        const { name } = match;
        return {
          tie: "name",
          from,
          to: this.#listedParty(match.index),
          written: name === null ? null : { from: name.query, to: name.listed },
          role: null,
          forward: null,
          period: null,
          sharers: 2,
          ageYears: 0,
          strength: match.score,
          source: match.id,
        };
      });
  }

  /** What the lists themselves say: a listed director leads on to the company whose director he is. */
  #listTies(from: PathParty): readonly PathStep[] {
    if (from.kind !== "listed") return [];
    const ties = listedTies(this.#world.snapshot, from.index);
    return ties.flatMap((tie) =>
      this.#related({
        tie: tie.kind,
        from,
        to: this.#listedParty(tie.other),
        forward: tie.forward,
        role: tie.role,
        period: tie.period,
        sharers: Math.min(ties.length, SHARERS_MAX),
        source: tie.source,
      }),
    );
  }
}

function strongest(waiting: readonly Reached[]): number {
  let best = 0;
  for (let at = 1; at < waiting.length; at++) {
    if ((waiting[at]?.strength ?? 0) > (waiting[best]?.strength ?? 0)) best = at;
  }
  return best;
}

const STATES: readonly ListingState[] = ["listed", "unknown", "not-yet-listed", "delisted"];

function standing(
  { snapshot, lists }: FrontWorld,
  index: EntityIndex,
  day: string,
): { readonly state: ListingState; readonly listings: readonly Listing[] } | null {
  const states = standingListings(snapshot, index, { lists, day });
  const state = STATES.find((one) => states.some((each) => each.state === one));
  if (state === undefined) return null;
  return { state, listings: states.filter((each) => each.state === state).map(({ listing }) => listing) };
}

/**
 * The listed parties that a party of the records leads to on a day, over shared facts, relations and names; the
 * strongest first, each with up to three ways that share no tie. Pure: the same records, lists and day give the same.
 * Throws nothing; a party that is not in the records leads nowhere.
 */
export function nearestListed(world: FrontWorld, party: string, day: string): FrontSearch {
  const known = world.book.party(party);
  if (known === null) return { links: [], passedOver: [], cut: false };
  const search = new Search(world, day);
  const start: PathParty = { kind: "record", id: known.id, caption: known.caption };
  const first = search.reach(start, new Set());
  const links = [...first].flatMap(([index, path]): readonly FrontLink[] => {
    const place = standing(world, index, day);
    const target = path.steps.at(-1)?.to;
    if (place === null || target?.kind !== "listed") return [];
    return [{ target, ...place, paths: [path], strength: path.strength }];
  });
  const near = links.toSorted(byStrength).slice(0, PATH_LIMITS.targetsMax);
  return {
    links: near.map((link) => withOtherWays(search, start, link)).toSorted(byStrength),
    passedOver: search.passedOver,
    cut: search.cut || links.length > near.length,
  };
}

function withOtherWays(search: Search, start: PathParty, link: FrontLink): FrontLink {
  const paths = [...link.paths];
  const barred = new Set(paths.flatMap(({ steps }) => steps.flatMap(tieKeys)));
  while (paths.length < PATH_LIMITS.waysMax) {
    const path = search.reach(start, barred).get(link.target.index);
    if (path === undefined) break;
    paths.push(path);
    for (const key of path.steps.flatMap(tieKeys)) barred.add(key);
  }
  return { ...link, paths, strength: 1 - paths.reduce((rest, { strength }) => rest * (1 - strength), 1) };
}

/** The strongest first; equals in the order of their ids, so that an answer never depends on what was added first. */
function byStrength(a: FrontLink, b: FrontLink): number {
  return b.strength - a.strength || (a.target.id < b.target.id ? -1 : 1);
}
