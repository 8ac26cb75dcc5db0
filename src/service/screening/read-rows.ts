import { readCsvRecords } from "./csv-records.ts";
import { type InputFile, readText } from "./input-file.ts";
import type { InputRow } from "./input-row.ts";
import { readJsonRows } from "./json-rows.ts";
import type { RowOptions } from "./row-subject.ts";
import { readTableRows, type TableColumns } from "./table-rows.ts";
import { readWorkbookRecords } from "./workbook-records.ts";

/** How a file is to be read, as the user says. */
export type ReadOptions = RowOptions & {
  /** Column as its header writes it, to FollowTheMoney property. */
  readonly map: Readonly<Record<string, string>>;
  /** The sheet of a workbook; the first visible one where null. */
  readonly sheet: string | null;
};

/** Rows of a file one by one; the same file and options give the same rows in the same order. */
export function readRows(
  input: InputFile,
  options: ReadOptions,
  onColumns: (columns: TableColumns) => void,
): AsyncGenerator<InputRow> {
  if (input.kind === "jsonl") return readJsonRows(readText(input), options.map, options);
  const records =
    input.kind === "csv"
      ? readCsvRecords(readText(input), input.delimiter)
      : readWorkbookRecords(input, options.sheet);
  return readTableRows(records, input.name, options.map, { ...options, onColumns });
}
