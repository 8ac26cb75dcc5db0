import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import { RESULT_COLUMNS, type RowResult, resultCells } from "../files/row-result.ts";

/** A sheet holds 1,048,576 rows with its header; what is more goes on in the next one. */
const SHEET_ROWS_MAX = 1_000_000;

/** Rows of results as an XLSX workbook, written while it is read; `pages` that throw break it off. */
export function resultsWorkbook(pages: AsyncIterable<readonly RowResult[]>): Readable {
  const out = new PassThrough();
  write(out, pages).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}

async function write(out: PassThrough, pages: AsyncIterable<readonly RowResult[]>): Promise<void> {
  // Loaded here, as it takes a fifth of a second that the start would wait for.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false });
  const begin = (number: number) => {
    const sheet = workbook.addWorksheet(number === 1 ? "Results" : `Results ${number}`, {
      views: [{ state: "frozen", ySplit: 1 }],
    });
    sheet.addRow([...RESULT_COLUMNS]).commit();
    return sheet;
  };
  let sheets = 1;
  let rows = 0;
  let sheet = begin(sheets);
  for await (const page of pages) {
    // Whoever reads slowly, or has gone, must not fill the memory.
    if (out.writableNeedDrain) await Promise.race([once(out, "drain"), once(out, "close")]);
    if (out.destroyed) return;
    for (const result of page) {
      if (rows === SHEET_ROWS_MAX) {
        sheet.commit();
        sheets += 1;
        rows = 0;
        sheet = begin(sheets);
      }
      // As texts, so that no cell of a stranger's file becomes a formula here.
      sheet.addRow([...resultCells(result)]).commit();
      rows += 1;
    }
  }
  sheet.commit();
  await workbook.commit();
}
