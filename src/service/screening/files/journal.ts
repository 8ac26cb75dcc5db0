import { createReadStream } from "node:fs";
import { type FileHandle, open, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { canonicalJson, type Json } from "../../../engine/json.ts";
import { Fault } from "../../../fault.ts";
import { splitCells } from "./line-records.ts";
import { RESULT_COLUMN, type ResultFormat, type RowOutcome, resultHeader } from "./row-result.ts";
import { holdLock } from "./run-lock.ts";
import { addTallies, countRow, NOTHING, type Tally } from "./tally.ts";

/** What a run's results depend on: a stopped run resumes only where all of it is the same. */
export type RunTerms = {
  readonly input: { readonly name: string; readonly sha256: string };
  readonly snapshot: string;
  readonly policy: Json;
  readonly at: string | null;
  readonly format: ResultFormat;
  /** Column mapping, sheet and schema given by flags. */
  readonly reading: Json;
};

/**
 * The results file as its own journal: a line is a row, rows stand in order, and what a kill left half-written is cut
 * off on the next start. Beside it `FILE.run.json` keeps the terms of the run.
 */
export type Journal = {
  /** Rows that stood in the file when it was opened. */
  readonly before: Tally;
  readonly append: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const SIDECAR = z.object({
  input: z.object({ name: z.string(), sha256: z.string() }),
  snapshot: z.string(),
  policy: z.json(),
  at: z.string().nullable(),
  format: z.enum(["csv", "jsonl"]),
  reading: z.json(),
});

const OUTCOMES: readonly string[] = ["hit", "no-hit", "error"] satisfies RowOutcome[];
/** The disk is told to keep what was written at most this often; a kill loses nothing either way, a power cut this much. */
const SYNC_MS = 2_000;

type Entry = { readonly row: number; readonly outcome: RowOutcome };

/** What a line of a results file says, or null where it is no such line. */
function entryOf(line: string, format: ResultFormat): Entry | null {
  let row: unknown;
  let outcome: unknown;
  if (format === "csv") {
    const cells = splitCells(line, ",");
    if (typeof cells === "string") return null;
    row = Number(cells[RESULT_COLUMN.row]);
    outcome = cells[RESULT_COLUMN.result];
  } else {
    try {
      const value = JSON.parse(line) as { readonly row?: unknown; readonly result?: unknown } | null;
      row = value?.row;
      outcome = value?.result;
    } catch {
      return null;
    }
  }
  if (typeof row !== "number" || !OUTCOMES.includes(String(outcome))) return null;
  return { row, outcome: outcome as RowOutcome };
}

type Standing = { readonly bytes: number; readonly tally: Tally; readonly header: boolean };

/**
 * How far the file is whole: up to its last line end. Throws where a whole line is not the next row, as then someone has
 * sorted or edited the results, and to cut them would destroy that work.
 */
async function standingOf(path: string, format: ResultFormat): Promise<Standing> {
  const header = resultHeader(format);
  let bytes = 0;
  let tally = NOTHING;
  let headerSeen = header === "";
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      const line = rest.subarray(0, end).toString("utf8");
      const entry = headerSeen ? entryOf(line, format) : null;
      const expected = headerSeen ? entry?.row === tally.rows + 1 : `${line}\n` === header;
      if (!expected) {
        const where = headerSeen ? `row ${tally.rows + 1}` : "the header";
        throw refuse(
          path,
          `was changed by another hand: its line for ${where} is not that; name another --out`,
        );
      }
      if (entry !== null) tally = countRow(tally, entry.outcome);
      headerSeen = true;
      bytes += end + 1;
      rest = rest.subarray(end + 1);
    }
  }
  return { bytes, tally, header: headerSeen };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function refuse(path: string, reason: string): Fault {
  return new Fault({ code: "input-invalid", file: basename(path), where: "results", reason });
}

async function termsAt(path: string): Promise<RunTerms> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw refuse(path, `not the terms of a run: ${(error as Error).message}`);
  }
  const parsed = SIDECAR.safeParse(value);
  if (!parsed.success) throw refuse(path, "not the terms of a run");
  return parsed.data;
}

/** The first of a run's terms that differs, in words; null where none does. */
function differenceOf(held: RunTerms, asked: RunTerms): string | null {
  if (held.input.sha256 !== asked.input.sha256) return `another input (${held.input.name})`;
  if (held.snapshot !== asked.snapshot) return "another snapshot of the lists";
  if (canonicalJson(held.policy) !== canonicalJson(asked.policy)) return "another policy";
  if (held.at !== asked.at) return `another day (${held.at ?? "the newest editions"})`;
  if (held.format !== asked.format) return `another format (${held.format})`;
  if (canonicalJson(held.reading) !== canonicalJson(asked.reading)) return "other columns";
  return null;
}

async function writeTerms(path: string, terms: RunTerms): Promise<void> {
  // Written whole or not at all: a half-written sidecar would lock the results out.
  const draft = `${path}.part`;
  await writeFile(draft, `${canonicalJson(terms)}\n`);
  await rename(draft, path);
}

async function prepare(path: string, terms: RunTerms): Promise<Standing> {
  const sidecar = `${path}.run.json`;
  if (!(await exists(path))) {
    await writeTerms(sidecar, terms);
    return { bytes: 0, tally: NOTHING, header: false };
  }
  if (!(await exists(sidecar))) {
    throw refuse(path, "exists and is not the results of a run; name another --out or remove it");
  }
  const difference = differenceOf(await termsAt(sidecar), terms);
  if (difference !== null) {
    throw refuse(
      path,
      `holds the results of ${difference}; name another --out, or remove it and ${basename(sidecar)}`,
    );
  }
  return standingOf(path, terms.format);
}

/** Opens a results file to write on where it ends. Throws `input-invalid` where it belongs to another run or to none. */
export async function openJournal(path: string, terms: RunTerms, now: () => number): Promise<Journal> {
  const release = await holdLock(path, now);
  try {
    return await openHeld(path, terms, now, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function openHeld(
  path: string,
  terms: RunTerms,
  now: () => number,
  release: () => Promise<void>,
): Promise<Journal> {
  const standing = await prepare(path, terms);
  const handle: FileHandle = await open(path, standing.bytes === 0 ? "w" : "r+");
  await handle.truncate(standing.bytes);
  let at = standing.bytes;
  let synced = now();
  const append = async (text: string) => {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at);
      done += bytesWritten;
      at += bytesWritten;
    }
    if (now() - synced < SYNC_MS) return;
    await handle.datasync();
    synced = now();
  };
  if (!standing.header) await append(resultHeader(terms.format));
  return {
    before: addTallies(NOTHING, standing.tally),
    append,
    close: async () => {
      await handle.datasync();
      await handle.close();
      await release();
    },
  };
}
