import type { Entity } from "../entity/entity.ts";
import type { NamedAlgorithm } from "../match/algorithms/algorithm.ts";
import type { AlgorithmIndex } from "../match/algorithms/algorithm-index.ts";
import type { CandidateIndex } from "../match/candidate-index.ts";

/** One edition of a list as compiled into a snapshot. */
export type EditionRecord = {
  /** The edition's own date, YYYY-MM-DD. */
  readonly date: string;
  readonly format: string;
  /** SHA-256 of each source file, with its name and its publisher's address. */
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly url: string | null }[];
  readonly targets: number;
  readonly rejected: number;
  /** Why rows were rejected, the commonest reasons first; absent where none was. */
  readonly rejectedFor?: readonly { readonly reason: string; readonly rows: number }[];
  readonly notes: readonly string[];
};

/** A list and its editions held, oldest first. */
export type ListRecord = {
  /** `us-ofac-sdn`, `un-sc`, `gb-uksl` … also the dataset name in the API. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly kind: "sanctions" | "export-control" | "watch" | "allow";
  readonly editions: readonly EditionRecord[];
};

/** An entity's entry on a list: which editions hold it, and the days that the list itself states. */
export type Listing = {
  readonly list: string;
  /** The publisher's own reference: uid 24977, KPi.001, DPR0001. */
  readonly entry: string;
  readonly programmes: readonly string[];
  /** Dates of the held editions in which the entry stands, oldest first. */
  readonly editions: readonly string[];
  /** The day of listing that the list states, or that a cited document states (`listedOnSource`), else null. */
  readonly listedOn: string | null;
  /** Where `listedOn` comes from when the list itself does not state it. */
  readonly listedOnSource: string | null;
};

/** A listing as it stands on a day. `unknown`: the day is before the oldest edition held and no day of listing is stated. */
export type ListingState = "listed" | "not-yet-listed" | "delisted" | "unknown";

/** An entity by its place in the snapshot, 0 to `size - 1`. */
export type EntityIndex = number;

/** The immutable, compiled form of the editions held: everything that screening and checking read. */
export type Snapshot = {
  /** SHA-256 of the snapshot file: its name. */
  readonly hash: string;
  readonly lists: readonly ListRecord[];
  /** How many entities there are, targets first: entities below `targets` carry a listing. */
  readonly size: number;
  readonly targets: number;
  readonly entity: (index: EntityIndex) => Entity;
  /** Place of the entity with this id, or -1. */
  readonly find: (id: string) => EntityIndex;
  readonly listings: (target: EntityIndex) => readonly Listing[];
  /** Entities that refer to this one by a property (addresses' holders, sanctions, documents, edges), with that property. */
  readonly referrers: (
    index: EntityIndex,
  ) => readonly { readonly index: EntityIndex; readonly property: string }[];
  /** Names, identifiers and facts of the targets, as the matcher reads them. */
  readonly index: CandidateIndex;
  /** The targets compared as another system does it; opened when it is first asked for, in about a second. */
  readonly algorithm: (algorithm: NamedAlgorithm) => AlgorithmIndex;
};
