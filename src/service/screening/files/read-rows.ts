import { parseJsonLine } from "../../../engine/lists/ftm-jsonl/lines.ts";
import { namesParty, recognizeColumns } from "../../../engine/lists/plain-csv/columns.ts";
import { Fault } from "../../../fault.ts";
import { delimiterOf, recordReader, type TableRecord } from "./line-records.ts";
import { LINE_CHARS_MAX, readLines, type TextLine } from "./lines.ts";
import { factsOfObject } from "./object-facts.ts";
import type { OpenedFile } from "./opened-file.ts";
import { factsOfCells, type InputRow, rowOfFacts } from "./subject-of-cells.ts";
import { readWorkbookRecords } from "./workbook-records.ts";

/** How a file's rows are to be understood. */
export type RowOptions = {
  /** Header as written to property; wins over what is recognized. */
  readonly map: Readonly<Record<string, string>>;
  /** Schema of rows that state none; guessed from their facts where null. */
  readonly schema: string | null;
  /** Sheet of a workbook by its name; the first one where null. */
  readonly sheet: string | null;
  /** Told how much of the file has been read, 0 to 1. */
  readonly onProgress: (fraction: number) => void;
};

/** What a table's columns were taken for: each property with its headers (`name ← 성명`), and headers that were ignored. */
export type RecognizedHeader = {
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
};

/** The rows of a file, some at a time. */
export type RowSource = {
  /** Null until the header was read, and where there is none. */
  readonly recognized: () => RecognizedHeader | null;
  readonly rows: AsyncGenerator<readonly InputRow[]>;
};

type Columns = ReturnType<typeof recognizeColumns>["columns"];

function invalid(file: OpenedFile, where: string, reason: string): Fault {
  return new Fault({ code: "input-invalid", file: file.name, where, reason });
}

/** The header may stand below a title, a date and blank lines: it is looked for in so many records. */
const HEADER_RECORDS_MAX = 10;

type Header = { readonly columns: Columns; readonly recognized: RecognizedHeader; readonly width: number };

/** The record as a header, or null where it names no party. Throws where --map names a column that it has not. */
function headerOf(record: TableRecord, options: RowOptions): Header | null {
  if ("problem" in record) return null;
  const headers = record.cells;
  const { columns, unrecognized } = recognizeColumns(headers, options.map);
  if (!namesParty(columns)) return null;
  const understood = Object.entries(columns).map(
    ([property, places]) => `${property} ← ${places.map((place) => headers[place]).join(", ")}`,
  );
  return { columns, recognized: { understood, ignored: unrecognized }, width: headers.length };
}

/** The header among a file's first records and what follows it. Throws `input-invalid`, or `usage` for a wrong --map. */
function findHeader(file: OpenedFile, first: readonly TableRecord[], options: RowOptions) {
  let failure: Fault | null = null;
  for (const [at, record] of first.slice(0, HEADER_RECORDS_MAX).entries()) {
    try {
      const header = headerOf(record, options);
      if (header !== null) return { header, rest: first.slice(at + 1) };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      failure ??= error;
    }
  }
  if (failure !== null) throw failure;
  const cells = first.flatMap((record) => ("problem" in record ? [] : [record.cells]));
  const widest = cells.reduce((best, next) => (next.length > best.length ? next : best), cells[0] ?? []);
  const found = widest.join(", ").slice(0, 300);
  throw invalid(
    file,
    "header",
    `no column names a party; found: ${found}; say which with --map "HEADER=name"`,
  );
}

/** A record with more cells than the header has columns was cut by a delimiter inside a name: no part of it can be trusted. */
function rowOfRecord(record: TableRecord, row: number, header: Header, options: RowOptions): InputRow {
  const place = { row, line: record.line };
  const nothing = { id: null, name: null, notes: [] };
  if ("problem" in record) return { ...place, ...nothing, problem: record.problem };
  const beyond = record.cells.slice(header.width).some((cell) => cell.trim() !== "");
  if (beyond) {
    const problem = `${record.cells.length} cells under ${header.width} headers: a delimiter inside a cell needs quotes`;
    return { ...place, ...nothing, problem };
  }
  return rowOfFacts(place, factsOfCells(record.cells, header.columns), options.schema);
}

/** Turns records into rows: what follows the header. */
async function* rowsOfRecords(
  file: OpenedFile,
  options: RowOptions,
  records: AsyncGenerator<readonly TableRecord[]>,
  onRecognized: (recognized: RecognizedHeader) => void,
): AsyncGenerator<readonly InputRow[]> {
  let header: Header | null = null;
  let first: TableRecord[] = [];
  let row = 0;
  for await (const some of records) {
    let rest = some;
    if (header === null) {
      first.push(...some);
      if (first.length < HEADER_RECORDS_MAX) continue;
      ({ header, rest } = findHeader(file, first, options));
      onRecognized(header.recognized);
      first = [];
    }
    const known: Header = header;
    yield rest.map((record) => rowOfRecord(record, ++row, known, options));
  }
  if (header !== null) return;
  if (first.length === 0) throw invalid(file, "file", "no rows");
  const { header: found, rest } = findHeader(file, first, options);
  onRecognized(found.recognized);
  yield rest.map((record) => rowOfRecord(record, ++row, found, options));
}

function linesOf(file: OpenedFile, options: RowOptions): AsyncGenerator<readonly TextLine[]> {
  return readLines(file.path, file.encoding, (bytes) => options.onProgress(bytes / file.bytes));
}

function delimiterIn(file: OpenedFile, lines: readonly TextLine[]): string {
  if (file.name.toLowerCase().endsWith(".tsv")) return "\t";
  return delimiterOf(lines.slice(0, HEADER_RECORDS_MAX).map(({ text }) => text));
}

async function* recordsOfText(file: OpenedFile, options: RowOptions): AsyncGenerator<readonly TableRecord[]> {
  let reader: ReturnType<typeof recordReader> | null = null;
  for await (const lines of linesOf(file, options)) {
    const records: TableRecord[] = [];
    for (const line of lines) {
      // Excel writes `sep=;` above the header where it is asked to.
      const sep = reader === null ? /^"?sep=(.)"?$/i.exec(line.text) : null;
      if (sep?.[1] !== undefined) reader = recordReader(sep[1]);
      else if (reader !== null || line.text.trim() !== "") {
        reader ??= recordReader(delimiterIn(file, lines));
        records.push(...reader.push(line));
      }
    }
    if (records.length > 0) yield records;
  }
  if (reader !== null) yield reader.end();
}

async function* jsonRows(file: OpenedFile, options: RowOptions): AsyncGenerator<readonly InputRow[]> {
  let row = 0;
  for await (const lines of linesOf(file, options)) {
    const rows: InputRow[] = [];
    for (const { line, text, cut } of lines) {
      if (text.trim() === "") continue;
      const place = { row: ++row, line };
      const parsed = cut
        ? { problem: `line longer than ${LINE_CHARS_MAX} characters` }
        : parseJsonLine(Buffer.from(text));
      const read = "problem" in parsed ? parsed : factsOfObject(parsed.value, options.map);
      rows.push(
        "problem" in read
          ? { ...place, id: null, name: null, notes: [], problem: read.problem }
          : rowOfFacts(place, read.facts, options.schema),
      );
    }
    if (rows.length > 0) yield rows;
  }
  if (row === 0) throw invalid(file, "file", "no rows");
}

/** The records of a table as they stand, header and all, some at a time. */
export function readRecords(
  file: OpenedFile,
  options: Pick<RowOptions, "sheet" | "onProgress">,
): AsyncGenerator<readonly TableRecord[]> {
  const all = { map: {}, schema: null, ...options };
  return file.format === "xlsx" ? readWorkbookRecords(file, all) : recordsOfText(file, all);
}

/** Cells of a column that are shown beside what it was taken for. */
const SAMPLES = 3;
const SAMPLE_CHARS_MAX = 80;

/** A table's columns as a person checks them: what each was taken for, and its first cells. */
export type TableHead = {
  readonly columns: readonly {
    readonly header: string;
    readonly property: string | null;
    readonly samples: readonly string[];
  }[];
  /** False where no column says who a row is about: then no row can be screened. */
  readonly namesParty: boolean;
};

/**
 * The first record that is as wide as most of them are, and as the widest of those where two widths are as common: titles
 * above the header are narrower, and a row with a delimiter too many is wider.
 */
function firstOfUsualWidth(records: readonly (readonly string[])[]): readonly string[] {
  const widths = Map.groupBy(records, (cells) => cells.length);
  const [usual] = [...widths.values()].toSorted(
    (a, b) => b.length - a.length || (b[0]?.length ?? 0) - (a[0]?.length ?? 0),
  );
  return usual?.[0] ?? [];
}

/** Reads no more than a table's head. Throws `input-invalid` for a file that is no table, `usage` for a wrong map. */
export async function readHead(
  file: OpenedFile,
  { map, sheet }: Pick<RowOptions, "map" | "sheet">,
): Promise<TableHead> {
  const first: (readonly string[])[] = [];
  for await (const some of readRecords(file, { sheet, onProgress: () => undefined })) {
    for (const record of some) if (!("problem" in record)) first.push(record.cells);
    if (first.length >= HEADER_RECORDS_MAX + SAMPLES) break;
  }
  const candidates = first.slice(0, HEADER_RECORDS_MAX);
  const named = candidates.find((cells) => namesParty(recognizeColumns(cells).columns));
  const headers = named ?? firstOfUsualWidth(candidates);
  if (headers.length === 0) throw invalid(file, "file", "no rows");
  const { columns } = recognizeColumns(headers, map);
  const properties = new Map(
    Object.entries(columns).flatMap(([property, places]) =>
      places.map((place) => [place, property] as const),
    ),
  );
  const rows = first.slice(first.indexOf(headers) + 1);
  return {
    namesParty: namesParty(columns),
    columns: headers.map((header, at) => ({
      header,
      property: properties.get(at) ?? null,
      samples: rows
        .map((cells) => (cells[at] ?? "").trim().slice(0, SAMPLE_CHARS_MAX))
        .filter((cell) => cell !== "")
        .slice(0, SAMPLES),
    })),
  };
}

/** Opens a file's rows. Reading them throws `input-invalid` where the file as a whole is unreadable; a bad row is a row. */
export function readRows(file: OpenedFile, options: RowOptions): RowSource {
  if (file.format === "jsonl") return { recognized: () => null, rows: jsonRows(file, options) };
  let recognized: RecognizedHeader | null = null;
  const records = readRecords(file, options);
  const rows = rowsOfRecords(file, options, records, (found) => {
    recognized = found;
  });
  return { recognized: () => recognized, rows };
}
