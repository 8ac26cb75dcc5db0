import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import type { Book } from "./book.ts";
import { Refusal } from "./refusal.ts";
import type { Rules } from "./rules.ts";

/** A dataset as the catalogue shows it; a collection has children. */
export type Dataset = {
  readonly name: string;
  readonly title: string;
  readonly summary: string | null;
  readonly url: string | null;
  readonly version: string;
  /** The version that is in force; null where the dataset is described and not loaded. */
  readonly indexVersion: string | null;
  readonly load: boolean;
  readonly entitiesUrl: string | null;
  readonly deltaUrl: string | null;
  readonly namespace: boolean;
  readonly children: readonly string[];
  /** When the publisher last wrote it, ISO 8601, or null. */
  readonly lastExport: string | null;
};

/** A book with the datasets that its entities belong to. */
export type Shelf = {
  readonly book: Book;
  readonly datasets: ReadonlySet<string>;
  /** The lists behind the book, where it is theirs: what suppressions are decided on. */
  readonly snapshot: Snapshot | null;
};

/** Everything that yente's routes answer from: one release of the data. */
export type Catalogue = {
  /** Names the data: the same hash gives the same answers. */
  readonly hash: string;
  readonly datasets: readonly Dataset[];
  readonly shelves: readonly Shelf[];
  /** True where a newer version is known and could not be taken into force. */
  readonly stale: boolean;
  readonly rules: Rules;
};

/** Where a question is asked: books, and the datasets among theirs that count. */
export type Scope = {
  readonly dataset: Dataset;
  readonly names: ReadonlySet<string>;
  readonly shelves: readonly Shelf[];
};

/** The dataset's own name and those of all that it is made of. */
export function leavesOf(datasets: readonly Dataset[], name: string): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (names.has(next)) continue;
    names.add(next);
    waiting.push(...(datasets.find((dataset) => dataset.name === next)?.children ?? []));
  }
  return names;
}

/** The scope of a dataset's name. Throws 404 where there is none of that name. */
export function scopeOf(catalogue: Catalogue, name: string): Scope {
  const dataset = catalogue.datasets.find((one) => one.name === name);
  if (dataset === undefined) throw new Refusal(404, "No such dataset.");
  return narrowed(catalogue, dataset, leavesOf(catalogue.datasets, name));
}

function narrowed(
  catalogue: Pick<Catalogue, "shelves">,
  dataset: Dataset,
  names: ReadonlySet<string>,
): Scope {
  const shelves = catalogue.shelves.filter(({ datasets }) => [...datasets].some((name) => names.has(name)));
  return { dataset, names, shelves };
}

/** The scope with only these datasets, where any are named, and without those. */
export function chosenFrom(
  scope: Scope,
  include: readonly string[],
  exclude: readonly string[],
  datasets: readonly Dataset[],
): Scope {
  if (include.length === 0 && exclude.length === 0) return scope;
  const all = (names: readonly string[]): ReadonlySet<string> =>
    new Set(names.flatMap((name) => [...leavesOf(datasets, name)]));
  const [wanted, unwanted] = [all(include), all(exclude)];
  const names = [...scope.names].filter(
    (name) => (include.length === 0 || wanted.has(name)) && !unwanted.has(name),
  );
  return narrowed(scope, scope.dataset, new Set(names));
}

/** Where an id is found: as it stands, or as one that was merged into another. */
export type Found = { readonly shelf: Shelf; readonly place: number; readonly canonical: boolean };

/** The entity with this id in any book, or null. */
export function findEntity(catalogue: Catalogue, id: string): Found | null {
  for (const shelf of catalogue.shelves) {
    const place = shelf.book.find(id);
    if (place >= 0) return { shelf, place, canonical: true };
  }
  for (const shelf of catalogue.shelves) {
    const place = shelf.book.findReferent(id);
    if (place >= 0) return { shelf, place, canonical: false };
  }
  return null;
}
