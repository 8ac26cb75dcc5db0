import { readdirSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { sha256 } from "../../engine/digest.ts";
import { canonicalJson } from "../../engine/json.ts";
import { entryFacts } from "../../engine/snapshot/entry-facts.ts";
import { HISTORY_EDITIONS_MAX, HistoryBuilder, ListHistory } from "../../engine/snapshot/list-history.ts";
import type { ListRecord } from "../../engine/snapshot/snapshot.ts";
import { Fault, type FaultDetails } from "../../fault.ts";
import { writeFileAtomic } from "../../platform/files.ts";
import { homeFolder, programFolder } from "../../platform/paths.ts";
import { type HeldEdition, heldEditions, readEdition } from "./held-editions.ts";
import { type OwnList, ownEditions } from "./own-lists.ts";
import { programVersion } from "./store.ts";

/** What reading a list's editions again may cost; beyond, the question is refused and what is served goes on. */
const HISTORY_LIMITS = {
  /** Three editions of OFAC's list take seconds alone, and most of a minute on a machine with ten times the work it has cores for. */
  secondsMax: 300,
  /** One edition in memory at a time, and what all of them say together. */
  heapMbMax: 1_536,
  /** Histories kept in memory: the one that is looked at, and a few beside it (OFAC's has 8 MB). */
  openMax: 4,
  /** Files kept: one for each list that is asked about, and those of the releases before. */
  filesMax: 40,
} as const;

export type HistoryOptions = {
  /** The folder where histories are kept, as for snapshots. */
  readonly home?: string;
  readonly own?: readonly OwnList[];
  /** The program's folder, with the catalogue and the bundled editions; another one in tests. */
  readonly folder?: string;
};

/** What is said of one list's entries by each of its editions in force. */
export type Histories = {
  /**
   * The history of a list: read from its file where it was made before, else made of the editions' own files in a thread.
   * Throws `edition-unavailable` where an edition is not held any more or the making came to its bounds, and as readers do.
   */
  readonly of: (list: ListRecord) => Promise<ListHistory>;
};

/** Reads editions one after the other, the oldest first, and folds them into a history. Throws as readers do. */
export async function buildHistory(editions: readonly HeldEdition[]): Promise<Uint8Array> {
  const builder = new HistoryBuilder();
  for (const held of editions) builder.add(held.date, entryFacts((await readEdition(held)).content.entities));
  return builder.encode();
}

/** Histories of the lists that are held in `home`, kept beside the snapshots. */
export function keptHistories(options: HistoryOptions = {}): Histories {
  const home = homeFolder(options.home, process.env);
  const folder = options.folder ?? programFolder();
  const open = new Map<string, Promise<ListHistory>>();
  let version: string | null = null;
  return {
    of: (list) => {
      version ??= programVersion(folder);
      const key = keyOf(list, version);
      const known = open.get(key);
      if (known !== undefined) return known;
      const found = openHistory(join(home, "histories"), key, () => {
        const all = [...heldEditions(home, folder), ...ownEditions(options.own ?? [])];
        return editionsOf(list, all);
      });
      open.set(key, found);
      // What failed is tried again when it is next asked for.
      found.catch(() => open.delete(key));
      for (const oldest of [...open.keys()].slice(0, -HISTORY_LIMITS.openMax)) open.delete(oldest);
      return found;
    },
  };
}

/** Names a history by the editions' files and by the program that reads them. */
function keyOf({ id, editions }: ListRecord, program: string): string {
  const files = editions.map(({ date, format, files: all }) => [
    date,
    format,
    all.map((file) => file.sha256),
  ]);
  return sha256(canonicalJson({ program, id, files: files as never }));
}

/** The editions of the list in force, as they are held; the newest where there are more than a history tells apart. */
function editionsOf(list: ListRecord, held: readonly HeldEdition[]): readonly HeldEdition[] {
  return list.editions.slice(-HISTORY_EDITIONS_MAX).map(({ date, files }) => {
    const found = held.find(
      (one) =>
        one.list.id === list.id &&
        one.date === date &&
        one.files.every(({ sha256: hash }, at) => files[at]?.sha256 === hash),
    );
    if (found !== undefined) return found;
    throw new Fault({
      code: "edition-unavailable",
      list: list.id,
      reason: `the files of ${date} are not held any more`,
    });
  });
}

async function openHistory(
  folder: string,
  key: string,
  editions: () => readonly HeldEdition[],
): Promise<ListHistory> {
  const file = join(folder, `${key}.history`);
  try {
    return new ListHistory(await readFile(file), file);
  } catch {
    // Never made, pruned, or damaged: it is a cache, and the editions' own files have it all.
  }
  const bytes = await buildInThread(editions());
  writeFileAtomic(file, bytes);
  prune(folder, file);
  return new ListHistory(bytes, file);
}

/** Makes a history in a thread of its own, within bounds of time and memory: those that are served meanwhile do not wait. */
function buildInThread(editions: readonly HeldEdition[]): Promise<Uint8Array> {
  const module = new URL(`./history-thread${extname(import.meta.url)}`, import.meta.url);
  return new Promise((resolve, reject) => {
    const worker = new Worker(module, {
      workerData: editions,
      resourceLimits: { maxOldGenerationSizeMb: HISTORY_LIMITS.heapMbMax },
    });
    worker.unref();
    const list = editions[0]?.list.id ?? "";
    const refuse = (reason: string, cause?: unknown): void =>
      reject(new Fault({ code: "edition-unavailable", list, reason }, cause));
    const late = setTimeout(() => {
      refuse(`reading its editions took more than ${HISTORY_LIMITS.secondsMax} s`);
      void worker.terminate();
    }, HISTORY_LIMITS.secondsMax * 1_000);
    late.unref();
    worker.once("error", (error) => refuse("its editions could not be read within bounds", error));
    worker.once("exit", (code) => {
      clearTimeout(late);
      refuse(`the reader ended with code ${code}`);
    });
    worker.once(
      "message",
      (message: { bytes: Uint8Array } | { details: FaultDetails | null; message: string }) => {
        if ("bytes" in message) resolve(message.bytes);
        else if (message.details !== null) reject(new Fault(message.details));
        else refuse(message.message);
      },
    );
  });
}

/** Removes the histories used longest ago. Another process may do the same: what is gone already is no failure. */
function prune(folder: string, newest: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".history"))
    .map((name) => join(folder, name))
    .filter((file) => file !== newest)
    .map((file) => ({ file, usedMs: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.usedMs - a.usedMs);
  for (const { file } of files.slice(HISTORY_LIMITS.filesMax - 1)) rmSync(file, { force: true });
}
