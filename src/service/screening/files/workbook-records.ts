import { createReadStream } from "node:fs";
import type ExcelJS from "exceljs";
import { Fault } from "../../../fault.ts";
import type { TableRecord } from "./line-records.ts";
import type { OpenedFile } from "./opened-file.ts";

/** Records handed over at once. */
const RECORDS_AT_ONCE = 200;
/** Sheets carry stray formatted cells far to the right; no customer table is wider. */
const COLUMNS_MAX = 1_024;

/** Which sheet is read (the first one where null), and who is told how much of the file has been read, 0 to 1. */
export type WorkbookOptions = {
  readonly sheet: string | null;
  readonly onProgress: (fraction: number) => void;
};

type Cell = ExcelJS.CellValue;

/** What a cell shows: dates as YYYY-MM-DD, a formula by its result, rich text and links by their words. */
function textOfCell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("hyperlink" in value) return typeof value.text === "string" ? value.text : textOfCell(value.text);
  if ("result" in value) return textOfCell(value.result as Cell);
  return "";
}

function recordOf(row: ExcelJS.Row): TableRecord | null {
  // The reader's sparse array counts columns from 1.
  const values = (Array.isArray(row.values) ? row.values : []).slice(1, COLUMNS_MAX + 1);
  const cells = Array.from(values, (value) => textOfCell(value));
  return cells.every((cell) => cell.trim() === "") ? null : { line: row.number, cells };
}

function unreadable(file: OpenedFile, reason: string, cause?: unknown): Fault {
  return new Fault({ code: "input-invalid", file: file.name, where: "workbook", reason }, cause);
}

async function* recordsOf(
  file: OpenedFile,
  options: WorkbookOptions,
): AsyncGenerator<readonly TableRecord[]> {
  // Loaded here, as it takes a fifth of a second that every other command would wait for.
  const { default: excel } = await import("exceljs");
  const stream = createReadStream(file.path);
  const reader = new excel.stream.xlsx.WorkbookReader(stream, {
    worksheets: "emit",
    sharedStrings: "cache",
    styles: "cache",
    hyperlinks: "ignore",
    entries: "ignore",
  });
  const seen: string[] = [];
  for await (const sheet of reader) {
    const name = (sheet as unknown as { readonly name?: string }).name ?? "";
    seen.push(name);
    if (options.sheet !== null && name !== options.sheet) {
      // A sheet that is not drained stops the reader.
      for await (const _row of sheet);
      continue;
    }
    let records: TableRecord[] = [];
    for await (const row of sheet) {
      const record = recordOf(row);
      if (record !== null) records.push(record);
      if (records.length < RECORDS_AT_ONCE) continue;
      options.onProgress(stream.bytesRead / file.bytes);
      yield records;
      records = [];
    }
    if (records.length > 0) yield records;
    stream.destroy();
    return;
  }
  const reason =
    options.sheet === null ? "no sheet" : `no sheet "${options.sheet}"; found: ${seen.join(", ")}`;
  throw unreadable(file, reason);
}

/** The rows of one sheet as they are read; memory is bounded by the shared texts. Throws `input-invalid` for no workbook. */
export async function* readWorkbookRecords(
  file: OpenedFile,
  options: WorkbookOptions,
): AsyncGenerator<readonly TableRecord[]> {
  try {
    yield* recordsOf(file, options);
  } catch (error) {
    if (error instanceof Fault || !(error instanceof Error)) throw error;
    throw unreadable(file, `not a whole workbook: ${error.message}`, error);
  }
}
