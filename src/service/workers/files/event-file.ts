import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename, extname, parse } from "node:path";
import { type Mapping, mapRow, ownMapping } from "../../../engine/redflags/adapters/mapping.ts";
import { TABLE_ADAPTERS, type TableAdapter } from "../../../engine/redflags/adapters/payoneer-report.ts";
import { finishRecord, readRecord } from "../../../engine/redflags/adapters/read-record.ts";
import { EVENT_SCHEMAS, type EventKind, type WorkerEvent } from "../../../engine/redflags/event.ts";
import { Fault } from "../../../fault.ts";
import { delimiterOf, recordReader } from "../../screening/files/line-records.ts";
import { LINE_CHARS_MAX, readLines, type TextLine } from "../../screening/files/lines.ts";

/** A document that is one JSON value must fit in memory; a larger one is written as a line for each record. */
const DOCUMENT_BYTES_MAX = 64 * 1024 * 1024;

/** A record that could not be read, and why. */
export type Rejected = { readonly file: string; readonly line: number; readonly reason: string };

/** What one line of a file gave. */
export type LineRead = {
  readonly line: number;
  readonly format: string;
  readonly events: readonly WorkerEvent[];
  readonly passedOver: string | null;
  readonly rejected: string | null;
};

/** How a file of events is read. */
export type EventFileOptions = {
  /** How the columns of a table are called; null where they bear the model's own names. */
  readonly mapping: Mapping | null;
  /** The kind of a table's rows, where no column says it. */
  readonly kind: EventKind | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Lines up to this one are passed over: they were taken before. */
  readonly afterLine: number;
};

const TABLES: ReadonlySet<string> = new Set([".csv", ".tsv", ".txt"]);

/** True where a file's name ends like a table's. */
export function isTable(path: string): boolean {
  return TABLES.has(extname(path).toLowerCase());
}

function attempt(line: number, format: string, read: () => Omit<LineRead, "line" | "rejected">): LineRead {
  try {
    return { line, ...read(), rejected: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const reason = "reason" in error.details ? error.details.reason : error.message;
    return { line, format, events: [], passedOver: null, rejected: reason };
  }
}

/** The records of a file, many at a time. Throws the operating system's errors, and `input-invalid` for a table without columns. */
export async function* readEventFile(
  path: string,
  options: EventFileOptions,
): AsyncGenerator<readonly LineRead[]> {
  if (isTable(path)) yield* readTable(path, options);
  else if (await isDocument(path)) yield* readDocument(path, options);
  else yield* readJsonLines(path, options);
}

async function* readJsonLines(
  path: string,
  { now, afterLine }: EventFileOptions,
): AsyncGenerator<readonly LineRead[]> {
  const file = basename(path);
  for await (const lines of readLines(path, "utf-8", () => {})) {
    const read = lines
      .filter(({ line, text }) => line > afterLine && text.trim() !== "")
      .map((line) => readLine(file, line, now));
    if (read.length > 0) yield read;
  }
}

function readLine(file: string, { line, text, cut }: TextLine, now: number): LineRead {
  return attempt(line, "json", () => {
    const place = { file, where: `line ${line}` };
    if (cut)
      throw new Fault({
        code: "input-invalid",
        ...place,
        reason: `line longer than ${LINE_CHARS_MAX} characters`,
      });
    return readRecord(parseJson(text, place), place, now);
  });
}

function parseJson(text: string, place: { readonly file: string; readonly where: string }): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault(
      { code: "input-invalid", ...place, reason: `not JSON: ${error instanceof Error ? error.message : ""}` },
      error,
    );
  }
}

/** True where the file is one JSON value rather than a line for each: a list, or an object over several lines. */
async function isDocument(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4_096), 0, 4_096, 0);
    const head = buffer
      .subarray(0, bytesRead)
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .trimStart();
    return head.startsWith("[") || /^\{\s*\n/.test(head);
  } finally {
    await handle.close();
  }
}

async function* readDocument(path: string, { now }: EventFileOptions): AsyncGenerator<readonly LineRead[]> {
  const file = basename(path);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    bytes += (chunk as Buffer).length;
    if (bytes > DOCUMENT_BYTES_MAX)
      throw new Fault({
        code: "limit-exceeded",
        limit: "documentBytesMax",
        allowed: DOCUMENT_BYTES_MAX,
        where: file,
      });
    chunks.push(chunk as Buffer);
  }
  const value = parseJson(
    Buffer.concat(chunks)
      .toString("utf8")
      .replace(/^\uFEFF/, ""),
    { file, where: "document" },
  );
  const records = listOf(value);
  yield records.map((record, index) =>
    attempt(index + 1, "json", () => readRecord(record, { file, where: `record ${index + 1}` }, now)),
  );
}

/** The records of a document: a list, or the list within the envelope of an API's page. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === null || typeof value !== "object") return [value];
  const lists = ["value", "items", "data", "events"].flatMap((name) => {
    const member = (value as Record<string, unknown>)[name];
    return Array.isArray(member) ? [member as readonly unknown[]] : [];
  });
  return "object" in value && value.object !== "list" ? [value] : (lists[0] ?? [value]);
}

/** The mapping of each row: one for all, or, where a column says the kind, one for each kind. */
function mappingsOf(
  columns: readonly string[],
  { mapping, kind }: EventFileOptions,
  file: string,
): (row: Readonly<Record<string, string>>) => Mapping {
  if (mapping !== null) {
    const missing = Object.values(mapping.columns).find((column) => !columns.includes(column));
    if (missing !== undefined)
      throw new Fault({
        code: "input-invalid",
        file,
        where: "line 1",
        reason: `there is no column “${missing}”; there are ${columns.join(", ")}`,
      });
    return () => mapping;
  }
  const own = new Map<string, Mapping>();
  return (row) => {
    const stated = kind ?? row.kind ?? "";
    if (!Object.hasOwn(EVENT_SCHEMAS, stated))
      throw new Fault({
        code: "input-invalid",
        file,
        where: "kind",
        reason: `“${stated}” is no kind of event; a table needs a column kind, or a mapping`,
      });
    const known = own.get(stated) ?? ownMapping(columns, stated as EventKind);
    own.set(stated, known);
    return known;
  };
}

async function* readTable(path: string, options: EventFileOptions): AsyncGenerator<readonly LineRead[]> {
  const file = basename(path);
  let columns: readonly string[] | null = null;
  let reader: ReturnType<typeof recordReader> | null = null;
  let mappingOf: ReturnType<typeof mappingsOf> | null = null;
  let adapter: TableAdapter | null = null;
  const rowOf = (names: readonly string[], cells: readonly string[]) =>
    Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  const take = (record: ReturnType<ReturnType<typeof recordReader>["push"]>[number]): readonly LineRead[] => {
    if ("problem" in record)
      return [{ line: record.line, format: "table", events: [], passedOver: null, rejected: record.problem }];
    if (columns === null) {
      const named = record.cells.map((cell) => cell.trim());
      columns = named;
      if (options.mapping === null) adapter = TABLE_ADAPTERS.find(({ matches }) => matches(named)) ?? null;
      mappingOf = mappingsOf(columns, options, file);
      return [];
    }
    const names = columns;
    const map = mappingOf;
    const known = adapter;
    if (record.line <= options.afterLine || map === null) return [];
    return [
      attempt(record.line, known?.name ?? "table", () => {
        const row = rowOf(names, record.cells);
        const adapted = known === null ? mapRow(row, map(row)) : known.read(row, parse(path).name);
        return finishRecord(
          known?.name ?? "table",
          adapted,
          { file, where: `line ${record.line}` },
          options.now,
        );
      }),
    ];
  };
  for await (const lines of readLines(path, "utf-8", () => {})) {
    reader ??= recordReader(delimiterOf(lines.slice(0, 5).map(({ text }) => text)));
    const current = reader;
    const read = lines.flatMap((line) => current.push(line).flatMap(take));
    if (read.length > 0) yield read;
  }
  const rest = (reader?.end() ?? []).flatMap(take);
  if (rest.length > 0) yield rest;
}
