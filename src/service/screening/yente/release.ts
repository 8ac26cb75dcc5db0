import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { sha256 } from "../../../engine/digest.ts";
import { loadSnapshot } from "../../../engine/snapshot/load.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import { Fault } from "../../../fault.ts";
import { FETCH_LIMITS, fetchFile } from "../../../platform/fetch.ts";
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

type Entities = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly date: Date;
  readonly stale: string | null;
};

async function readSource(source: DatasetSource, home: string): Promise<Entities | null> {
  const { entities, name } = source;
  if (entities === null) return null;
  if (entities.kind === "url") return await download(source, entities.url, home);
  try {
    const bytes = readFileSync(entities.path);
    if (bytes.length > FETCH_LIMITS.bytesMax)
      throw new Fault({
        code: "limit-exceeded",
        limit: "bytesMax",
        allowed: FETCH_LIMITS.bytesMax,
        where: entities.path,
      });
    return { bytes, name: basename(entities.path), date: statSync(entities.path).mtime, stale: null };
  } catch (error) {
    if (error instanceof Fault) throw error;
    const reason = error instanceof Error ? error.message : "cannot be read";
    throw new Fault({ code: "input-invalid", file: entities.path, where: `dataset ${name}`, reason }, error);
  }
}

/** Downloads the file, or takes the one kept from before where the publisher cannot be reached or has nothing newer. */
async function download(source: DatasetSource, url: string, home: string): Promise<Entities> {
  const folder = join(home, "datasets", source.name);
  const file = join(folder, "entities.ftm.json");
  const noteFile = join(folder, "note.json");
  const kept = readFileIfThere(file);
  const note = readNote(noteFile, url);
  const date = existsSync(file) ? statSync(file).mtime : new Date(0);
  try {
    const known = kept === null || note === null ? { etag: null, lastModified: null } : note;
    const authorization = source.token === null ? null : `Token ${source.token}`;
    const fetched = await fetchFile(url, known, FETCH_LIMITS, authorization);
    if (fetched.kind === "not-modified" && kept !== null)
      return { bytes: kept, name: source.name, date, stale: null };
    const bytes = fetched.kind === "fetched" ? fetched.bytes : new Uint8Array();
    writeFileAtomic(file, bytes);
    const { etag, lastModified } = fetched.kind === "fetched" ? fetched : { etag: null, lastModified: null };
    writeFileAtomic(noteFile, JSON.stringify({ url, etag, lastModified }));
    return { bytes, name: source.name, date: statSync(file).mtime, stale: null };
  } catch (error) {
    if (!(error instanceof Fault) || kept === null || note === null) throw error;
    return { bytes: kept, name: source.name, date, stale: error.message };
  }
}

function readNote(
  file: string,
  url: string,
): { readonly etag: string | null; readonly lastModified: string | null } | null {
  try {
    const note = JSON.parse(readFileSync(file, "utf8")) as {
      url: string;
      etag: string | null;
      lastModified: string | null;
    };
    return note.url === url ? { etag: note.etag, lastModified: note.lastModified } : null;
  } catch {
    return null;
  }
}

function checkSum(source: DatasetSource, bytes: Uint8Array): void {
  if (source.checksum === null) return;
  const own = createHash("sha1").update(bytes).digest("hex");
  if (own === source.checksum.toLowerCase()) return;
  const reason = `its SHA-1 is ${own}, not ${source.checksum.slice(0, 80)} as the publisher states`;
  throw new Fault({ code: "list-refused", list: source.name, file: source.name, reason });
}

/** `20260512103000`: versions compare as texts. */
function versionOf(date: Date): string {
  return date.toISOString().replace(/\D/g, "").slice(0, 14);
}

type BuiltBook = Release["books"][number] & { readonly version: string; readonly problem: string | null };

async function buildBook(source: DatasetSource, plan: ReleasePlan, home: string): Promise<BuiltBook | null> {
  if (!source.load) return null;
  const found = await readSource(source, home);
  if (found === null) return null;
  if (plan.verifyChecksum) checkSum(source, found.bytes);
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
  const version = source.version ?? versionOf(found.date);
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

function writeBook(file: string, source: DatasetSource, found: Entities, names: ReadonlySet<string>): number {
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
    const indexVersion = book?.problem === null ? version : parts.length > 0 ? version : null;
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
