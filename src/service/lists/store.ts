import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { sha256 } from "../../engine/digest.ts";
import { canonicalJson } from "../../engine/json.ts";
import { compileSnapshot } from "../../engine/snapshot/compile.ts";
import { loadSnapshot } from "../../engine/snapshot/load.ts";
import type { EditionInput } from "../../engine/snapshot/merge.ts";
import type { Snapshot } from "../../engine/snapshot/snapshot.ts";
import { Fault, type FaultDetails } from "../../fault.ts";
import { readFileIfThere, writeFileAtomic } from "../../platform/files.ts";
import { homeFolder, programFolder } from "../../platform/paths.ts";
import { readDesignations } from "./catalogue.ts";
import { type HeldEdition, heldEditions, readEdition } from "./held-editions.ts";
import { type OwnList, ownEditions } from "./own-lists.ts";

export type StoreOptions = {
  /** The folder for snapshots and updated editions; by default `homeFolder` of `src/platform/paths.ts`. */
  readonly home?: string;
  /** True to leave out what updates fetched: the editions that came with the program alone. */
  readonly bundledOnly?: boolean;
  /** Own lists, compiled beside the publishers'. */
  readonly own?: readonly OwnList[];
  /** The program's folder, with the catalogue and the bundled editions; another one in tests. */
  readonly folder?: string;
};

/** A snapshot with how it came to be. */
export type OpenedSnapshot = {
  readonly snapshot: Snapshot;
  /** Where its file is: `<hash>.snapshot`. */
  readonly file: string;
  /** `compiled` the first time, `loaded` ever after. */
  readonly how: "compiled" | "loaded";
  readonly editions: readonly HeldEdition[];
  /** Updated editions that could not be read any more and were left out. */
  readonly problems: readonly Fault[];
};

/** Snapshots kept in the home folder: enough for the old and the new program side by side, each with an update or two. */
const SNAPSHOTS_MAX = 6;

/**
 * The snapshot of the editions at hand. It is compiled once for these editions and this program and then only loaded;
 * any number of processes may do so at the same time.
 */
export async function openSnapshot(options: StoreOptions = {}): Promise<OpenedSnapshot> {
  const home = homeFolder(options.home, process.env);
  const program = options.folder ?? programFolder();
  const editions = [
    ...heldEditions(options.bundledOnly === true ? null : home, program),
    ...ownEditions(options.own ?? []),
  ];
  const folder = join(home, "snapshots");
  const keyFile = join(folder, `${keyOf(editions, program)}.key`);
  const kept = loadKept(folder, keyFile);
  if (kept !== null) return { ...kept, how: "loaded", editions };
  const { inputs, problems } = await readEditions(editions);
  const bytes = compileSnapshot(inputs, readDesignations(program));
  const snapshot = loadSnapshot(bytes, "the new snapshot");
  const file = snapshotFile(folder, snapshot.hash);
  writeFileAtomic(file, bytes);
  const key: Key = { hash: snapshot.hash, problems: problems.map(({ details }) => details) };
  writeFileAtomic(keyFile, JSON.stringify(key));
  prune(folder, file);
  return { snapshot, file, how: "compiled", editions, problems };
}

/** The snapshot of the bundled and updated editions, as `openSnapshot` gives it. */
export async function openBundledSnapshot(options: StoreOptions = {}): Promise<Snapshot> {
  return (await openSnapshot(options)).snapshot;
}

/** Reads all editions; an updated one that fails is left out and named, any other failure is thrown. */
export async function readEditions(
  editions: readonly HeldEdition[],
): Promise<{ readonly inputs: readonly EditionInput[]; readonly problems: readonly Fault[] }> {
  const inputs: EditionInput[] = [];
  const problems: Fault[] = [];
  for (const held of editions) {
    try {
      inputs.push(await readEdition(held));
    } catch (error) {
      if (!(error instanceof Fault) || held.origin !== "updated") throw error;
      problems.push(error);
    }
  }
  return { inputs, problems };
}

function snapshotFile(folder: string, hash: string): string {
  return join(folder, `${hash}.snapshot`);
}

/** What a key file holds: the snapshot made of the editions it is named for, and why some were left out. */
type Key = { readonly hash: string; readonly problems: readonly FaultDetails[] };

function readKey(file: string): Key | null {
  const bytes = readFileIfThere(file);
  if (bytes === null) return null;
  try {
    const key = JSON.parse(Buffer.from(bytes).toString("utf8")) as Key;
    return /^[0-9a-f]{64}$/.test(key.hash) && Array.isArray(key.problems) ? key : null;
  } catch {
    return null;
  }
}

/** A kept snapshot that is damaged is compiled again: it is a cache, and its hash has done its work. */
function loadKept(
  folder: string,
  keyFile: string,
): Pick<OpenedSnapshot, "snapshot" | "file" | "problems"> | null {
  const key = readKey(keyFile);
  if (key === null) return null;
  const file = snapshotFile(folder, key.hash);
  const bytes = readFileIfThere(file);
  if (bytes === null) return null;
  try {
    const snapshot = loadSnapshot(bytes, file);
    const problems = key.problems.map((details) => new Fault(details));
    return snapshot.hash === key.hash ? { snapshot, file, problems } : null;
  } catch (error) {
    if (error instanceof Fault && error.code === "snapshot-damaged") return null;
    throw error;
  }
}

/** Names what a snapshot is made of: the editions by their files' hashes, and the program by the text of its engine. */
function keyOf(editions: readonly HeldEdition[], program: string): string {
  return sha256(
    canonicalJson({
      program: programVersion(program),
      editions: editions.map(({ list, date, format, files, notes }) => ({
        list: { ...list, editions: null, leaveOut: list.leaveOut ?? [] },
        date,
        format,
        notes,
        files: files.map(({ name, url, sha256: digest }) => ({ name, url, sha256: digest })),
      })),
    }),
  );
}

/** SHA-256 over the engine's code and the data that it is compiled with: what decides a snapshot's bytes beside the editions. */
export function programVersion(root: string = programFolder()): string {
  const engine = join(import.meta.dirname, "../../engine");
  const hash = createHash("sha256");
  for (const [folder, wanted] of [
    [engine, /(?<!\.test|\.contract|\.d)\.(?:ts|js|json)$/],
    [join(root, "data"), /\.(?:json|csv|tsv|txt)$/],
  ] as const) {
    for (const file of filesIn(folder, wanted)) {
      const content = readFileSync(file);
      hash.update(`${relative(folder, file)} ${content.length}\n`).update(content);
    }
  }
  return hash.digest("hex");
}

/** Folders whose files are no part of the program: test fixtures, and editions, whose hashes the catalogue states. */
const NOT_PROGRAM: ReadonlySet<string> = new Set(["fixtures", "editions"]);

function filesIn(folder: string, wanted: RegExp): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return NOT_PROGRAM.has(entry.name) ? [] : filesIn(path, wanted);
      return wanted.test(entry.name) ? [path] : [];
    });
}

/** Removes the snapshots used longest ago. Another process may do the same: what is gone already is no failure. */
function prune(folder: string, newest: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".snapshot"))
    .map((name) => join(folder, name))
    .filter((file) => file !== newest)
    .map((file) => ({ file, usedMs: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.usedMs - a.usedMs);
  for (const { file } of files.slice(SNAPSHOTS_MAX - 1)) rmSync(file, { force: true });
}
