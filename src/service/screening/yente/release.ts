import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { sha256 } from "../../../engine/digest.ts";
import { loadSnapshot } from "../../../engine/snapshot/load.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import { Fault } from "../../../fault.ts";
import { readFileIfThere, writeFileAtomic } from "../../../platform/files.ts";
import { homeFolder } from "../../../platform/paths.ts";
import { openSnapshot, programVersion } from "../../lists/store.ts";
import { openBook, openListsBook } from "./book.ts";
import { compileBook, compileFacts } from "./book-file.ts";
import { type Catalogue, type Dataset, leavesOf, type Shelf } from "./catalogue.ts";
import type { DatasetSource } from "./dataset-source.ts";
import { listsEntities } from "./lists-facts.ts";
import { readDataset } from "./read-dataset.ts";
import type { Rules } from "./rules.ts";
import { readSource, type SourceEntities } from "./source-file.ts";

/** What a release is to be made of. */
export type ReleasePlan = {
  readonly home: string | null;
  /** Datasets beside the lists, or instead of them. */
  readonly sources: readonly DatasetSource[];
  /** True to serve the bundled and updated lists. */
  readonly lists: boolean;
  /** Entities per dataset of the release in force: a file with far fewer is refused. */
  readonly before: Readonly<Record<string, number>>;
  readonly verifyChecksum: boolean;
  /** True to fetch what changed instead of the whole, where a publisher tells it. */
  readonly deltas: boolean;
  readonly rules: Rules;
};

/** A release as files: everything that a thread needs to open it. */
export type Release = {
  /** Names the data: the same hash gives the same answers. */
  readonly hash: string;
  readonly datasets: readonly Dataset[];
  readonly books: readonly {
    readonly file: string;
    readonly datasets: readonly string[];
    readonly entities: number;
  }[];
  readonly lists: {
    readonly snapshot: string;
    readonly facts: string;
    readonly datasets: readonly string[];
  } | null;
  /** What was left out or is older than it could be, one sentence each. */
  readonly problems: readonly string[];
  readonly rules: Rules;
};

/** The files' bytes by their paths, in memory that all threads share. */
export type ReleaseBytes = Readonly<Record<string, Uint8Array>>;

/** Raised whenever the meaning of a book's sections changes. */
const BOOK_VERSION = 3;
/** A dataset with less than this share of the entities before is refused: a download cut in half loses half. */
const ENTITIES_SHARE_MIN = 0.5;
/** Books kept on disk: enough for the old and the new release of a catalogue, each with an update or two. */
const BOOKS_MAX = 40;

/** `20260512103000`: versions compare as texts. */
function versionOf(date: Date): string {
  return date.toISOString().replace(/\D/g, "").slice(0, 14);
}

type BuiltBook = Release["books"][number] & { readonly version: string; readonly problem: string | null };

async function buildBook(source: DatasetSource, plan: ReleasePlan, home: string): Promise<BuiltBook | null> {
  if (!source.load) return null;
  const { verifyChecksum, deltas } = plan;
  const found = await readSource(source, { home, verifyChecksum, deltas });
  if (found === null) return null;
  const names = leavesOf(plan.sources.map(datasetOf), source.name);
  const key = sha256(
    JSON.stringify([
      BOOK_VERSION,
      programVersion(),
      sha256(found.bytes),
      source.name,
      [...names],
      source.namespace,
    ]),
  );
  const file = join(home, "books", `${key}.book`);
  const version = found.version ?? source.version ?? versionOf(found.date);
  const problem = found.stale === null ? null : `${source.name}: an older copy is served: ${found.stale}`;
  const kept = bookSize(file);
  const entities = kept ?? writeBook(file, source, found, names);
  const before = plan.before[source.name] ?? 0;
  if (entities < before * ENTITIES_SHARE_MIN) {
    const reason = `it has ${entities} entities, and the one in force has ${before}`;
    throw new Fault({ code: "list-refused", list: source.name, file: found.name, reason });
  }
  return { file, datasets: [...names], entities, version, problem };
}

function bookSize(file: string): number | null {
  const bytes = readFileIfThere(file);
  if (bytes === null) return null;
  try {
    return openBook(bytes, file).size;
  } catch (error) {
    if (error instanceof Fault && error.code === "snapshot-damaged") return null;
    throw error;
  }
}

function writeBook(
  file: string,
  source: DatasetSource,
  found: SourceEntities,
  names: ReadonlySet<string>,
): number {
  const { entities } = readDataset(found, { name: source.name, names, namespace: source.namespace });
  const bytes = compileBook(entities);
  writeFileAtomic(file, bytes);
  return new Set(entities.map(({ entity }) => entity.id)).size;
}

function datasetOf(source: DatasetSource): Dataset {
  const { name, title, summary, url, load, deltaUrl, namespace, children, lastExport, entities } = source;
  return {
    name,
    title,
    summary,
    url,
    version: source.version ?? "",
    indexVersion: null,
    load,
    entitiesUrl:
      entities === null ? null : entities.kind === "url" ? entities.url : `file:${basename(entities.path)}`,
    deltaUrl,
    namespace,
    children,
    lastExport,
  };
}

/** The lists as datasets of their own, and the two collections of all and of the sanctions lists. */
function listDatasets(snapshot: Snapshot): readonly Dataset[] {
  const plain = { summary: null, load: true, entitiesUrl: null, deltaUrl: null, namespace: false };
  const lists = snapshot.lists.map((list): Dataset => {
    const date = list.editions.at(-1)?.date ?? "1970-01-01";
    const version = `${date.replaceAll("-", "")}000000`;
    return {
      ...plain,
      name: list.id,
      title: list.title,
      url: list.url,
      version,
      indexVersion: version,
      children: [],
      lastExport: `${date}T00:00:00`,
    };
  });
  const version =
    lists
      .map((list) => list.version)
      .sort()
      .at(-1) ?? "";
  const collection = (name: string, title: string, children: readonly string[]): Dataset => ({
    ...plain,
    name,
    title,
    url: null,
    version,
    indexVersion: version,
    children,
    lastExport: null,
  });
  const sanctions = snapshot.lists.filter(({ kind }) => kind === "sanctions").map(({ id }) => id);
  return [
    collection(
      "default",
      "All lists",
      lists.map(({ name }) => name),
    ),
    collection("sanctions", "Sanctions lists", sanctions),
    ...lists,
  ];
}

async function buildLists(home: string): Promise<{
  readonly lists: NonNullable<Release["lists"]>;
  readonly datasets: readonly Dataset[];
  readonly hash: string;
  readonly problems: readonly string[];
}> {
  const { snapshot, file, problems } = await openSnapshot({ home });
  const key = sha256(JSON.stringify([BOOK_VERSION, programVersion(), snapshot.hash]));
  const facts = join(home, "books", `${key}.facts`);
  if (!isWhole(facts, snapshot)) writeFileAtomic(facts, compileFacts(listsEntities(snapshot)));
  return {
    lists: { snapshot: file, facts, datasets: snapshot.lists.map(({ id }) => id) },
    datasets: listDatasets(snapshot),
    hash: snapshot.hash,
    problems: problems.map(({ message }) => `left out: ${message}`),
  };
}

function isWhole(facts: string, snapshot: Snapshot): boolean {
  const bytes = readFileIfThere(facts);
  if (bytes === null) return false;
  try {
    return openListsBook(snapshot, bytes, facts).size === snapshot.size;
  } catch (error) {
    if (error instanceof Fault && error.code === "snapshot-damaged") return false;
    throw error;
  }
}

/** Removes the books used longest ago. Another process may do the same: what is gone already is no failure. */
function prune(folder: string, used: ReadonlySet<string>): void {
  const files = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((file) => !used.has(file))
    .map((file) => ({ file, usedMs: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.usedMs - a.usedMs);
  for (const { file } of files.slice(BOOKS_MAX)) rmSync(file, { force: true });
}

/**
 * Reads and compiles everything that is served, or finds it compiled already. It takes in all or nothing: what cannot be
 * read throws a `Fault`, and the release in force stays. Uses much of a processor for long: run it in a thread of its own.
 */
export async function buildRelease(plan: ReleasePlan): Promise<Release> {
  const home = homeFolder(plan.home ?? undefined, process.env);
  mkdirSync(join(home, "books"), { recursive: true });
  const lists = plan.lists ? await buildLists(home) : null;
  const built = new Map<string, BuiltBook>();
  for (const source of plan.sources) {
    const book = await buildBook(source, plan, home);
    if (book !== null) built.set(source.name, book);
  }
  const own = plan.sources.map((source): Dataset => {
    const book = built.get(source.name);
    const version = source.version ?? book?.version ?? "";
    const parts = source.children.filter((child) => built.has(child));
    const indexVersion = book?.problem === null ? book.version : parts.length > 0 ? version : null;
    return { ...datasetOf(source), version, load: book !== undefined || source.load, indexVersion };
  });
  const books = [...built.values()];
  const datasets = [...(lists?.datasets ?? []), ...own];
  prune(
    join(home, "books"),
    new Set([...books.map(({ file }) => file), ...(lists === null ? [] : [lists.lists.facts])]),
  );
  return {
    hash: sha256(JSON.stringify([lists?.hash ?? null, books.map(({ file }) => basename(file)), datasets])),
    datasets,
    books: books.map(({ file, datasets: names, entities }) => ({ file, datasets: names, entities })),
    lists: lists?.lists ?? null,
    problems: [...(lists?.problems ?? []), ...books.flatMap(({ problem }) => problem ?? [])],
    rules: plan.rules,
  };
}

/** Reads the release's files into memory that threads share. */
export function readRelease(release: Release): ReleaseBytes {
  const files = [
    ...release.books.map(({ file }) => file),
    ...(release.lists === null ? [] : [release.lists.snapshot, release.lists.facts]),
  ];
  return Object.fromEntries(
    files.map((file) => {
      const bytes = readFileSync(file);
      const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
      shared.set(bytes);
      return [file, shared];
    }),
  );
}

/** A release, open: what is asked about parties, and what yente's routes answer from. */
export type OpenRelease = { readonly catalogue: Catalogue; readonly snapshot: Snapshot | null };

/** Opens a release over its bytes: views, no copies. Throws `snapshot-damaged` where one bit is not as written. */
export function openRelease(release: Release, bytes: ReleaseBytes): OpenRelease {
  const bytesOf = (file: string): Uint8Array => bytes[file] ?? new Uint8Array();
  const shelves: Shelf[] = release.books.map(({ file, datasets }) => ({
    book: openBook(bytesOf(file), file),
    datasets: new Set(datasets),
    snapshot: null,
  }));
  const { lists } = release;
  let snapshot: Snapshot | null = null;
  if (lists !== null) {
    snapshot = loadSnapshot(bytesOf(lists.snapshot), lists.snapshot);
    const book = openListsBook(snapshot, bytesOf(lists.facts), lists.facts);
    shelves.unshift({ book, datasets: new Set(lists.datasets), snapshot });
  }
  const stale = release.problems.length > 0;
  return {
    catalogue: { hash: release.hash, datasets: release.datasets, shelves, stale, rules: release.rules },
    snapshot,
  };
}
