import { Fault } from "../../../fault.ts";
import { writePercent } from "../share.ts";
import { type Bounds, UNKNOWN_SHARE } from "./bounds.ts";
import { Column } from "./column.ts";
import { ALWAYS, type Period } from "./period.ts";

/** Bounds of one graph: all companies of a large country's register with their owners fit in it. */
export const GRAPH_LIMITS = {
  partiesMax: 8_000_000,
  tiesMax: 30_000_000,
  /** Distinct problems kept one by one; all are counted. */
  problemsMax: 1_000,
  nameCharsMax: 1_000,
} as const;

/**
 * What an owner has in an asset. The first four can be counted in shares; `nominator` has the whole of what a nominee
 * holds; `board-majority` and `control` control; `influence`, `consolidated` and `linked` may; those of a trust and a
 * `nominee` leave open whose the asset is; `director` and `rebutted-control` are told and decide nothing by themselves.
 */
export const INTERESTS = [
  "ownership",
  "votes",
  "profit",
  "surplus",
  "nominator",
  "board-majority",
  "control",
  "influence",
  "consolidated",
  "settlor",
  "trustee",
  "beneficiary",
  "protector",
  "nominee",
  "director",
  "linked",
  "rebutted-control",
  "unspecified",
] as const;
export type Interest = (typeof INTERESTS)[number];
const INTEREST_CODES: ReadonlyMap<Interest, number> = new Map(INTERESTS.map((name, code) => [name, code]));

/** What a party is, as far as the rules differ. `unknown`: somebody of whom the source says only that he exists. */
export type PartyKind = "company" | "person" | "state" | "arrangement" | "trust" | "unknown" | "asset";

/** How well a tie is attested. A `doubtful` one may hold, and never proves. */
export type Confidence = "confirmed" | "stated" | "doubtful";

export type GraphParty = {
  readonly id: string;
  readonly name: string | null;
  readonly kind: PartyKind;
  /** ISO 3166-1 alpha-2 in capitals, of jurisdiction or country; null where not stated. */
  readonly country: string | null;
};

/** Shares that several hold: one block held jointly (`holding`), or blocks of each exercised together (`arrangement`). */
export type Joint = { readonly kind: "holding" | "arrangement"; readonly id: string };

/** One tie of an owner to an asset, as its source states it. */
export type Tie = {
  readonly owner: string;
  readonly asset: string;
  readonly interest: Interest;
  /** Null where the source states none. */
  readonly share: Bounds | null;
  readonly period: Period;
  readonly confidence: Confidence;
  /** Name of the file, register or list, and the entry in it. */
  readonly source: string;
  readonly reference: string;
  readonly joint: Joint | null;
};

/** Something in the data that a person should look at; the tie it is about is never lost by it. */
export type GraphProblem = {
  readonly problem:
    | "row-unreadable"
    | "share-unreadable"
    | "share-negative"
    | "share-over-whole"
    | "dates-contradict"
    | "date-in-future"
    | "party-undescribed"
    | "party-repeated"
    | "interest-unknown"
    | "owner-unspecified"
    | "statement-superseded";
  readonly where: string;
  readonly words: string;
  /** The party whose ownership it touches; null where it is the file's. */
  readonly party: string | null;
};

/** The graph as columns: a tie is its place in them, a party its place in `parties`. */
export type OwnershipGraph = {
  readonly parties: readonly GraphParty[];
  readonly indexOf: (id: string) => number;
  readonly size: number;
  readonly ownerOf: Uint32Array;
  readonly assetOf: Uint32Array;
  readonly interestOf: Uint32Array;
  readonly shareOf: Uint32Array;
  readonly periodOf: Uint32Array;
  readonly confidenceOf: Uint32Array;
  readonly sourceOf: Uint32Array;
  readonly jointOf: Uint32Array;
  readonly references: readonly string[];
  /** What the columns point into. The first share is the unknown one, the first joint is none. */
  readonly shares: readonly Bounds[];
  readonly periods: readonly Period[];
  readonly sources: readonly string[];
  readonly joints: readonly (Joint | null)[];
  readonly problems: readonly GraphProblem[];
  readonly problemCount: number;
  /** Ties into a party, whatever their interest and period; the index is made when first asked for. */
  readonly tiesInto: (party: number) => readonly number[];
};

/** Ties by the party at one end, as linked lists. */
function indexTies(ends: Uint32Array, parties: number): (party: number) => readonly number[] {
  const head = new Int32Array(parties).fill(-1);
  const next = new Int32Array(ends.length);
  for (let tie = ends.length - 1; tie >= 0; tie--) {
    next[tie] = head[ends[tie] as number] as number;
    head[ends[tie] as number] = tie;
  }
  return (party) => {
    const found: number[] = [];
    for (let tie = head[party] ?? -1; tie >= 0; tie = next[tie] as number) found.push(tie);
    return found;
  };
}

const CONFIDENCES: readonly Confidence[] = ["confirmed", "stated", "doubtful"];

/** Distinct values with their places. */
class Table<T> {
  readonly values: T[] = [];
  readonly #places = new Map<string, number>();

  place(key: string, value: () => T): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.values.length);
    return this.values.push(value()) - 1;
  }
}

const keyOfShare = ({ min, max, minOpen, maxOpen }: Bounds): string =>
  `${writePercent(min)} ${writePercent(max)} ${minOpen} ${maxOpen}`;

const keyOfPeriod = (period: Period): string =>
  `${period.fromMin} ${period.fromMax} ${period.untilMin} ${period.untilMax} ${period.contradicts}`;

/** Collects parties and ties from any number of sources into one graph; a party is the same wherever its id is. */
export class GraphBuilder {
  readonly #parties: GraphParty[] = [];
  readonly #described: boolean[] = [];
  readonly #places = new Map<string, number>();
  readonly #columns = {
    owner: new Column(),
    asset: new Column(),
    interest: new Column(),
    share: new Column(),
    period: new Column(),
    confidence: new Column(),
    source: new Column(),
    joint: new Column(),
  };
  readonly #references: string[] = [];
  readonly #shares = new Table<Bounds>();
  /** Shares met as objects: readers make the same one again and again, and its key takes long to write. */
  readonly #sharePlaces = new WeakMap<Bounds, number>();
  readonly #periods = new Table<Period>();
  readonly #periodPlaces = new WeakMap<Period, number>();
  readonly #sources = new Table<string>();
  readonly #joints = new Table<Joint | null>();
  readonly #problems: GraphProblem[] = [];
  #problemCount = 0;
  readonly #tellsUndescribed: boolean;

  /** `tellsUndescribed`: where sources describe parties, one that they do not describe is a problem. */
  constructor(tellsUndescribed = false) {
    this.#tellsUndescribed = tellsUndescribed;
    this.#sharePlace(UNKNOWN_SHARE);
    this.#periods.place(keyOfPeriod(ALWAYS), () => ALWAYS);
    this.#joints.place("", () => null);
  }

  /** Describes a party; what an earlier source said of it stands, and what it left out is filled in. */
  party(party: GraphParty): void {
    const place = this.#place(party.id);
    const known = this.#parties[place];
    const name = party.name?.slice(0, GRAPH_LIMITS.nameCharsMax) ?? null;
    this.#parties[place] =
      known === undefined || this.#described[place] !== true
        ? { ...party, name }
        : { ...known, name: known.name ?? name, country: known.country ?? party.country };
    this.#described[place] = true;
  }

  /** Adds a tie; ends that nobody describes become parties by their id. */
  tie(tie: Tie): void {
    const columns = this.#columns;
    if (columns.owner.length >= GRAPH_LIMITS.tiesMax) throw tooMany("tiesMax", tie.source);
    columns.owner.push(this.#place(tie.owner));
    columns.asset.push(this.#place(tie.asset));
    columns.interest.push(INTEREST_CODES.get(tie.interest) ?? 0);
    columns.share.push(this.#sharePlace(tie.share ?? UNKNOWN_SHARE));
    columns.period.push(this.#periodPlace(tie.period));
    columns.confidence.push(CONFIDENCES.indexOf(tie.confidence));
    columns.source.push(this.#sources.place(tie.source, () => tie.source));
    const { joint } = tie;
    columns.joint.push(joint === null ? 0 : this.#joints.place(`${joint.kind} ${joint.id}`, () => tie.joint));
    this.#references.push(tie.reference);
  }

  /** True where a source has described the party, or a tie has named it. */
  knows(id: string): boolean {
    return this.#places.has(id);
  }

  /** The ids of all parties so far. */
  ids(): readonly string[] {
    return this.#parties.map(({ id }) => id);
  }

  problem(problem: GraphProblem): void {
    this.#problemCount += 1;
    if (this.#problems.length < GRAPH_LIMITS.problemsMax) this.#problems.push(problem);
  }

  /** The graph of all that was added. */
  finish(): OwnershipGraph {
    const { owner, asset, interest, share, period, confidence, source, joint } = this.#columns;
    this.#parties.forEach(({ id }, place) => {
      if (this.#described[place] === true || !this.#tellsUndescribed) return;
      this.problem({
        problem: "party-undescribed",
        where: id,
        words: `${id} is named by a stake and described nowhere; it is taken for a company by that id.`,
        party: id,
      });
    });
    const places = this.#places;
    const assets = asset.values();
    let into: ((party: number) => readonly number[]) | null = null;
    return {
      parties: this.#parties,
      indexOf: (id) => places.get(id) ?? -1,
      size: this.#references.length,
      ownerOf: owner.values(),
      assetOf: assets,
      interestOf: interest.values(),
      shareOf: share.values(),
      periodOf: period.values(),
      confidenceOf: confidence.values(),
      sourceOf: source.values(),
      jointOf: joint.values(),
      references: this.#references,
      shares: this.#shares.values,
      periods: this.#periods.values,
      sources: this.#sources.values,
      joints: this.#joints.values,
      problems: this.#problems,
      problemCount: this.#problemCount,
      tiesInto: (party) => {
        into ??= indexTies(assets, this.#parties.length);
        return into(party);
      },
    };
  }

  #sharePlace(share: Bounds): number {
    const known = this.#sharePlaces.get(share);
    if (known !== undefined) return known;
    const place = this.#shares.place(keyOfShare(share), () => share);
    this.#sharePlaces.set(share, place);
    return place;
  }

  #periodPlace(period: Period): number {
    const known = this.#periodPlaces.get(period);
    if (known !== undefined) return known;
    const place = this.#periods.place(keyOfPeriod(period), () => period);
    this.#periodPlaces.set(period, place);
    return place;
  }

  #place(id: string): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    const place = this.#parties.length;
    if (place >= GRAPH_LIMITS.partiesMax) throw tooMany("partiesMax", "ownership graph");
    this.#places.set(id, place);
    this.#parties.push({ id, name: null, kind: "company", country: null });
    this.#described.push(false);
    return place;
  }
}

function tooMany(limit: "partiesMax" | "tiesMax", where: string): Fault {
  return new Fault({ code: "limit-exceeded", limit, allowed: GRAPH_LIMITS[limit], where });
}

/** The tie at a place, as its source states it. */
export function tieAt(graph: OwnershipGraph, at: number): Tie {
  const party = (place: number | undefined) => graph.parties[place ?? 0]?.id ?? "";
  const share = graph.shareOf[at] ?? 0;
  return {
    owner: party(graph.ownerOf[at]),
    asset: party(graph.assetOf[at]),
    interest: INTERESTS[graph.interestOf[at] ?? 0] ?? "unspecified",
    share: share === 0 ? null : (graph.shares[share] ?? null),
    period: graph.periods[graph.periodOf[at] ?? 0] ?? ALWAYS,
    confidence: CONFIDENCES[graph.confidenceOf[at] ?? 1] ?? "stated",
    source: graph.sources[graph.sourceOf[at] ?? 0] ?? "",
    reference: graph.references[at] ?? "",
    joint: graph.joints[graph.jointOf[at] ?? 0] ?? null,
  };
}
