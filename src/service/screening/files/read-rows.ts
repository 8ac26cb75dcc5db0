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

function columnsOf(file: OpenedFile, header: TableRecord, options: RowOptions) {
  if ("problem" in header) throw invalid(file, `line ${header.line}`, `the header: ${header.problem}`);
  const headers = header.cells;
  const { columns, unrecognized } = recognizeColumns(headers, options.map);
  if (!namesParty(columns)) {
    const found = headers.join(", ").slice(0, 300);
    throw invalid(
      file,
      "header",
      `no column names a party; found: ${found}; say which with --map "HEADER=name"`,
    );
  }
  const understood = Object.entries(columns).map(
    ([property, places]) => `${property} ← ${places.map((place) => headers[place]).join(", ")}`,
  );
  return { columns, recognized: { understood, ignored: unrecognized } };
}

/** Turns records into rows: the first one is the header. */
async function* rowsOfRecords(
  file: OpenedFile,
  options: RowOptions,
  records: AsyncGenerator<readonly TableRecord[]>,
  onRecognized: (recognized: RecognizedHeader) => void,
): AsyncGenerator<readonly InputRow[]> {
  let columns: Columns | null = null;
  let row = 0;
  for await (const some of records) {
    const rows: InputRow[] = [];
    for (const record of some) {
      if (columns === null) {
        const found = columnsOf(file, record, options);
        columns = found.columns;
        onRecognized(found.recognized);
        continue;
      }
      const place = { row: ++row, line: record.line };
      rows.push(
        "problem" in record
          ? { ...place, id: null, name: null, notes: [], problem: record.problem }
          : rowOfFacts(place, factsOfCells(record.cells, columns), options.schema),
      );
    }
    if (rows.length > 0) yield rows;
  }
  if (columns === null) throw invalid(file, "file", "no rows");
}

function linesOf(file: OpenedFile, options: RowOptions): AsyncGenerator<readonly TextLine[]> {
  return readLines(file.path, file.encoding, (bytes) => options.onProgress(bytes / file.bytes));
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
        reader ??= recordReader(file.name.toLowerCase().endsWith(".tsv") ? "\t" : delimiterOf(line.text));
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

/** Opens a file's rows. Reading them throws `input-invalid` where the file as a whole is unreadable; a bad row is a row. */
export function readRows(file: OpenedFile, options: RowOptions): RowSource {
  if (file.format === "jsonl") return { recognized: () => null, rows: jsonRows(file, options) };
  let recognized: RecognizedHeader | null = null;
  const records = file.format === "xlsx" ? readWorkbookRecords(file, options) : recordsOfText(file, options);
  const rows = rowsOfRecords(file, options, records, (found) => {
    recognized = found;
  });
  return { recognized: () => recognized, rows };
}
