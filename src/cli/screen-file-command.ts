import type { Json } from "../engine/json.ts";
import type { CapacityPoint } from "../engine/match/review-capacity.ts";
import type { Snapshot } from "../engine/snapshot/snapshot.ts";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { type Journal, openJournal } from "../service/screening/files/journal.ts";
import { type OpenedFile, openSubjects } from "../service/screening/files/opened-file.ts";
import { type RowOptions, type RowSource, readRows } from "../service/screening/files/read-rows.ts";
import { type ResultFormat, resultHeader } from "../service/screening/files/row-result.ts";
import { screenRows } from "../service/screening/files/screen-file.ts";
import { NOTHING, type Tally } from "../service/screening/files/tally.ts";
import { screeningProgram, startWorkerPool } from "../service/screening/files/worker-pool.ts";
import { type Context, type Given, usageFault } from "./command.ts";
import { dayOf } from "./days.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { sayNumber } from "./print-lists.ts";
import { showProgress } from "./progress.ts";
import { capacityWords, withCapacity } from "./review-capacity.ts";
import { capacityOf, policyOf, schemaFlag } from "./subject-flags.ts";
import { paragraph } from "./terminal.ts";

const THREADS_MAX = 8;

function mapOf(given: Given): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.values("map").map((text) => {
      const cut = text.lastIndexOf("=");
      if (cut < 1 || cut === text.length - 1)
        throw usageFault(`--map ${text}: write COLUMN=PROPERTY, such as Kunde=name`);
      return [text.slice(0, cut), text.slice(cut + 1)];
    }),
  );
}

function threadsOf(given: Given, processors: number): number {
  const text = given.value("threads");
  if (text === null) return Math.max(1, Math.min(processors, THREADS_MAX));
  const threads = Number(text);
  if (!/^\d{1,3}$/.test(text) || threads < 1 || threads > 64)
    throw usageFault(`--threads ${text}: a number from 1 to 64`);
  return threads;
}

function formatOf(given: Given, out: string | null): ResultFormat {
  if (out !== null && /\.(?:jsonl|ndjson|json)$/i.test(out)) return "jsonl";
  return out === null && given.has("json") ? "jsonl" : "csv";
}

function encodingOf(given: Given): string | null {
  const label = given.value("encoding");
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw usageFault(`--encoding ${label}: no encoding of that name`);
  }
}

/** All that a run is asked for, checked before anything is opened. */
function askedOf(context: Context, given: Given) {
  const out = given.value("out");
  return {
    out,
    format: formatOf(given, out),
    policy: policyOf(given),
    capacity: null as CapacityPoint | null,
    at: dayOf("--at", given.value("at")),
    threads: threadsOf(given, context.threads),
    encoding: encodingOf(given),
    reading: { map: mapOf(given), schema: schemaFlag(given), sheet: given.value("sheet") },
  };
}

type Asked = ReturnType<typeof askedOf>;

function sinkOf(context: Context, asked: Asked, file: OpenedFile, snapshot: Snapshot): Promise<Journal> {
  const { out, format, policy, at, reading, encoding } = asked;
  if (out === null) return standardOutput(context, format);
  const terms = {
    input: { name: file.name, sha256: file.sha256 },
    snapshot: snapshot.hash,
    policy,
    at,
    format,
    reading: { ...reading, encoding } as Json,
  };
  return openJournal(out, terms, context.terminal.now);
}

async function standardOutput({ terminal }: Context, format: ResultFormat): Promise<Journal> {
  await terminal.write(resultHeader(format));
  return { before: NOTHING, append: terminal.write, close: async () => undefined };
}

function columnsWords(source: RowSource): string | null {
  const found = source.recognized();
  if (found === null) return null;
  const ignored = found.ignored.length === 0 ? "" : `; not used: ${found.ignored.join(", ")}`;
  return `Columns: ${found.understood.join("; ")}${ignored}`;
}

function summaryWords(tally: Tally, seconds: number, out: string | null): string {
  const hits = `${sayNumber(tally.hits)} with hits`;
  const errors = tally.errors === 0 ? "" : `, ${sayNumber(tally.errors)} not screened (see "problem")`;
  return `${sayNumber(tally.rows)} rows: ${hits}${errors}; ${seconds.toFixed(1)} s${out === null ? "" : `; results in ${out}`}`;
}

async function runRows(
  context: Context,
  asked: Asked,
  opened: { readonly file: OpenedFile; readonly lists: OpenedSnapshot; readonly sink: Journal },
): Promise<Tally> {
  const { terminal } = context;
  const { file, lists, sink } = opened;
  const progress = showProgress(terminal, sink.before.rows);
  const options: RowOptions = { ...asked.reading, onProgress: progress.read };
  const source = readRows(file, options);
  const { policy, at, format } = asked;
  const pool = startWorkerPool(
    await screeningProgram({ snapshotPath: lists.file, policy, at, format }),
    asked.threads,
  );
  let columnsSaid = false;
  try {
    return await screenRows({
      file,
      source,
      pool,
      sink,
      onTally: (tally) => {
        const words = columnsSaid ? null : columnsWords(source);
        columnsSaid = true;
        if (words !== null) terminal.warn(paragraph(terminal, { mark: "", text: words }));
        progress.screened(tally);
      },
    });
  } finally {
    progress.end();
    await pool.close();
  }
}

/** What was asked with the threshold that --capacity implies: facts count where the file has a column of birth dates. */
async function withFileCapacity(asked: Asked, given: Given, file: OpenedFile): Promise<Asked> {
  if (capacityOf(given) === null) return asked;
  const source = readRows(file, { ...asked.reading, onProgress: () => undefined });
  await source.rows.next();
  await source.rows.return(undefined);
  const dated = source.recognized()?.understood.some((words) => words.startsWith("birthDate ")) === true;
  return { ...asked, ...withCapacity(asked.policy, given, dated ? "with-facts" : "name-alone") };
}

/** Screens a file row by row; resolves to the exit code. */
export async function screenFileCommand(context: Context, given: Given, path: string): Promise<number> {
  const { terminal } = context;
  const typed = askedOf(context, given);
  const started = terminal.now();
  const file = await openSubjects(path, typed.encoding);
  const asked = await withFileCapacity(typed, given, file);
  if (asked.capacity !== null)
    terminal.warn(paragraph(terminal, { mark: "", text: capacityWords(asked.capacity) }));
  const lists = await context.openLists();
  const sink = await sinkOf(context, asked, file, lists.snapshot);
  if (sink.before.rows > 0) {
    terminal.warn(`${asked.out} holds ${sayNumber(sink.before.rows)} rows; going on after them\n`);
  }
  let tally: Tally;
  try {
    tally = await runRows(context, asked, { file, lists, sink });
  } finally {
    await sink.close();
  }
  const seconds = (terminal.now() - started) / 1000;
  if (asked.out !== null && given.has("json")) {
    await terminal.write(
      jsonLine({ ...tally, out: asked.out, input: file.sha256, snapshot: lists.snapshot.hash }),
    );
  } else {
    const words = paragraph(terminal, { mark: "", text: summaryWords(tally, seconds, asked.out) });
    if (asked.out === null) terminal.warn(words);
    else await terminal.write(words);
  }
  return tally.hits + tally.errors > 0 ? EXIT.refer : EXIT.clear;
}
