import { Fault } from "../../fault.ts";
import type { TableRecord } from "../screening/files/line-records.ts";
import { type OpenedFile, openSubjects } from "../screening/files/opened-file.ts";
import { readRecords } from "../screening/files/read-rows.ts";

/** A row of a table with its cells in the order of the header, or why it is none. `row` counts data rows from 1. */
export type TableRow = { readonly row: number; readonly line: number } & (
  | { readonly cells: readonly string[] }
  | { readonly problem: string }
);

/** A table whose first line names its columns. */
export type TableFile = {
  readonly name: string;
  readonly headers: readonly string[];
  /** Where the table's lines come from; gone through once. */
  readonly rows: AsyncGenerator<readonly TableRow[]>;
};

/** A table wider than this is no table of parties. */
const COLUMNS_MAX = 500;

/** A refusal of the file as a whole. */
export function tableFault(file: string, where: string, reason: string): Fault {
  return new Fault({ code: "input-invalid", file, where, reason });
}

function rowOf(record: TableRecord, row: number, width: number): TableRow {
  const { line } = record;
  if ("problem" in record) return { row, line, problem: record.problem };
  if (record.cells.slice(width).some((cell) => cell.trim() !== "")) {
    const problem = `${record.cells.length} cells under ${width} headers: a delimiter inside a cell needs quotes`;
    return { row, line, problem };
  }
  return { row, line, cells: record.cells };
}

async function* rowsAfter(
  rest: readonly TableRecord[],
  records: AsyncGenerator<readonly TableRecord[]>,
  width: number,
): AsyncGenerator<readonly TableRow[]> {
  let row = 0;
  const some = (chunk: readonly TableRecord[]): readonly TableRow[] =>
    chunk.map((record) => rowOf(record, ++row, width));
  if (rest.length > 0) yield some(rest);
  for await (const chunk of records) yield some(chunk);
}

/**
 * Opens a table (CSV and its kin, XLSX) and reads its header; the rows follow as they are asked for, so that a file of any
 * size takes the same memory. Throws `input-invalid` for a file that is no table.
 */
export async function openTable(path: string, onProgress: (fraction: number) => void): Promise<TableFile> {
  const file: OpenedFile = await openSubjects(path);
  if (file.format === "jsonl") {
    throw tableFault(
      file.name,
      "file",
      "JSON lines are not read here: a table is needed (.csv, .tsv, .xlsx)",
    );
  }
  const records = readRecords(file, { sheet: null, onProgress });
  const first = await records.next();
  const [header, ...rest] = first.done === true ? [] : first.value;
  if (header === undefined) throw tableFault(file.name, "file", "no rows");
  if ("problem" in header) throw tableFault(file.name, `line ${header.line}`, header.problem);
  if (header.cells.length > COLUMNS_MAX) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "columnsMax",
      allowed: COLUMNS_MAX,
      where: `${file.name}: header`,
    });
  }
  const headers = header.cells.map((cell) => cell.trim());
  return { name: file.name, headers, rows: rowsAfter(rest, records, headers.length) };
}

/** Yes or no as tables write it, or null for anything else. */
export function truthOf(text: string): boolean | null {
  if (/^(?:true|t|yes|y|1|match|예|참|일치)$/i.test(text.trim())) return true;
  if (/^(?:false|f|no|n|0|non-match|nomatch|아니오|거짓|불일치)$/i.test(text.trim())) return false;
  return null;
}
