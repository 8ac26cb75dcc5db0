import ExcelJs from "exceljs";
import { Fault } from "../../fault.ts";
import type { CsvRecord } from "./csv-records.ts";
import type { InputFile } from "./input-file.ts";
import { INPUT_LIMITS } from "./input-row.ts";

/** A cell as exceljs gives it. */
type CellValue =
  | null
  | undefined
  | string
  | number
  | boolean
  | Date
  | { readonly richText: readonly { readonly text: string }[] }
  | { readonly result: CellValue }
  | { readonly text: CellValue }
  | { readonly error: string };

/** Its stream reader, of which the package's own types leave out what is given here. */
type SheetStream = AsyncIterable<{ readonly number: number; readonly values: readonly CellValue[] }> & {
  readonly name?: string;
  readonly state?: string;
};

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("result" in value) return textOf(value.result);
  if ("text" in value) return textOf(value.text);
  return "";
}

function cellsOf(values: readonly CellValue[]): readonly string[] {
  // The first place is empty: columns are counted from 1.
  const cells = Array.from(values.slice(1, INPUT_LIMITS.columnsMax + 1), (value) => textOf(value).trim());
  while (cells.length > 0 && cells.at(-1) === "") cells.pop();
  return cells;
}

/** Reads the first visible sheet, or the one named, row by row. Throws `input-invalid` for what is no whole workbook. */
export async function* readWorkbookRecords(
  input: InputFile,
  sheet: string | null,
): AsyncGenerator<CsvRecord> {
  const invalid = (where: string, reason: string, cause?: unknown): Fault =>
    new Fault({ code: "input-invalid", file: input.name, where, reason }, cause);
  if (input.bytes > INPUT_LIMITS.workbookBytesMax) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "workbookBytesMax",
      allowed: INPUT_LIMITS.workbookBytesMax,
      where: input.name,
    });
  }
  const seen: string[] = [];
  let at = 0;
  try {
    const book = new ExcelJs.stream.xlsx.WorkbookReader(input.path, {
      worksheets: "emit",
      sharedStrings: "cache",
      styles: "cache",
      hyperlinks: "ignore",
      entries: "ignore",
    }) as unknown as AsyncIterable<SheetStream>;
    for await (const found of book) {
      const name = found.name ?? "";
      seen.push(name);
      if (sheet === null ? (found.state ?? "visible") !== "visible" : name !== sheet) continue;
      for await (const row of found) {
        at = row.number;
        const cells = cellsOf(row.values);
        if (cells.length > 0) yield { line: row.number, cells };
      }
      return;
    }
  } catch (error) {
    if (error instanceof Fault || !(error instanceof Error)) throw error;
    throw invalid(`after row ${at}`, `not a whole workbook (${error.message})`, error);
  }
  const names = seen.map((name) => `“${name}”`).join(", ") || "none";
  throw invalid("workbook", sheet === null ? "no visible sheet" : `no sheet “${sheet}”; sheets: ${names}`);
}
