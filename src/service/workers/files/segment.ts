import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { EventLedger } from "../../../engine/redflags/ledger.ts";
import {
  type AccountState,
  joinState,
  readState,
  type WrittenState,
  writeState,
} from "../../../engine/redflags/state/account-state.ts";
import {
  joinLink,
  type LinkState,
  readLink,
  type WrittenLink,
  writeLink,
} from "../../../engine/redflags/state/link-state.ts";
import { must } from "../../../fault.ts";

/** What states are kept of. */
type What = "accounts" | "links";

/** States of a part of the events on disk, sorted by name, a line each: two files. */
export type Segment = { readonly name: string; readonly level: number };

const pathOf = (folder: string, segment: Segment, what: What): string =>
  join(folder, `${segment.name}.${what}.jsonl`);

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** Writes lines to a file that is only called by its name once it is whole. */
async function writeWhole(path: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const out = createWriteStream(`${path}.part`);
  // Errors of the stream end the loop below instead of the process.
  const failed = once(out, "error").then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  let batch: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const ok = out.write(batch.join(""));
    batch = [];
    size = 0;
    if (!ok) await Promise.race([once(out, "drain"), failed]);
  };
  for await (const line of lines) {
    batch.push(line, "\n");
    size += line.length;
    if (size > 1_000_000) await flush();
  }
  await flush();
  out.end();
  await Promise.race([once(out, "close"), failed]);
  await rename(`${path}.part`, path);
}

function* linesOf<T>(
  named: readonly (readonly [string, T])[],
  write: (value: T) => unknown,
): Generator<string> {
  for (const [, value] of named) yield JSON.stringify(write(value));
}

/** Writes what a ledger holds as a segment. */
export async function writeSegment(folder: string, segment: Segment, ledger: EventLedger): Promise<void> {
  const accounts = [...ledger.accounts()].map((state) => [state.account, state] as const).sort(byName);
  const links = [...ledger.links()].map((link) => [link.key, link] as const).sort(byName);
  await writeWhole(pathOf(folder, segment, "accounts"), linesOf(accounts, writeState));
  await writeWhole(pathOf(folder, segment, "links"), linesOf(links, writeLink));
}

/** Removes a segment's files; one that is not there is fine. */
export async function removeSegment(folder: string, segment: Segment): Promise<void> {
  for (const what of ["accounts", "links"] as const) await rm(pathOf(folder, segment, what), { force: true });
}

type Cursor<T> = { readonly lines: AsyncIterator<string>; name: string; value: T };

/** The joined states of several files in the order of their names, each whole. */
async function* merged<T>(
  paths: readonly string[],
  of: {
    readonly read: (line: string) => T;
    readonly nameOf: (value: T) => string;
    readonly join: (value: T, other: T) => void;
  },
): AsyncGenerator<T> {
  const cursors: Cursor<T>[] = [];
  for (const path of paths) {
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })[
      Symbol.asyncIterator
    ]();
    const cursor = await advance(lines);
    if (cursor !== null) cursors.push(cursor);
  }
  async function advance(lines: AsyncIterator<string>): Promise<Cursor<T> | null> {
    const next = await lines.next();
    if (next.done === true) return null;
    const value = of.read(next.value);
    return { lines, name: of.nameOf(value), value };
  }
  while (cursors.length > 0) {
    let least = must(cursors[0], "there is a cursor").name;
    for (const { name } of cursors) if (name < least) least = name;
    let whole: T | null = null;
    for (let at = cursors.length - 1; at >= 0; at -= 1) {
      const cursor = must(cursors[at], "the cursor stands there");
      if (cursor.name !== least) continue;
      if (whole === null) whole = cursor.value;
      else of.join(whole, cursor.value);
      const next = await advance(cursor.lines);
      if (next === null) cursors.splice(at, 1);
      else cursors[at] = next;
    }
    yield must(whole, "the least name has a value");
  }
}

/** The accounts of all segments, each once and whole, in the order of their names. */
export function accountsOf(folder: string, segments: readonly Segment[]): AsyncGenerator<AccountState> {
  return merged(
    segments.map((segment) => pathOf(folder, segment, "accounts")),
    {
      read: (line) => readState(JSON.parse(line) as WrittenState),
      nameOf: ({ account }) => account,
      join: joinState,
    },
  );
}

/** The shared things of all segments, each once and whole, in the order of their keys. */
export function linksOfSegments(folder: string, segments: readonly Segment[]): AsyncGenerator<LinkState> {
  return merged(
    segments.map((segment) => pathOf(folder, segment, "links")),
    { read: (line) => readLink(JSON.parse(line) as WrittenLink), nameOf: ({ key }) => key, join: joinLink },
  );
}

/** Makes one segment of several. */
export async function mergeSegments(
  folder: string,
  segments: readonly Segment[],
  into: Segment,
): Promise<void> {
  const lines = async function* <T>(
    values: AsyncGenerator<T>,
    write: (value: T) => unknown,
  ): AsyncGenerator<string> {
    for await (const value of values) yield JSON.stringify(write(value));
  };
  await writeWhole(pathOf(folder, into, "accounts"), lines(accountsOf(folder, segments), writeState));
  await writeWhole(pathOf(folder, into, "links"), lines(linksOfSegments(folder, segments), writeLink));
}
