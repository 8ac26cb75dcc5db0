import {
  namesParty,
  type RecognizedColumns,
  recognizeColumns,
} from "../../engine/lists/plain-csv/columns.ts";
import { Fault } from "../../fault.ts";
import type { CsvRecord } from "./csv-records.ts";
import { INPUT_LIMITS, type InputRow } from "./input-row.ts";
import { type RowOptions, rowOf, statedInCells } from "./row-subject.ts";

/** What a table's header was understood as, for telling the user. */
export type TableColumns = RecognizedColumns & { readonly headers: readonly string[]; readonly line: number };

type HeaderFound = { readonly at: number; readonly columns: TableColumns };

/** The first record whose cells are recognized as a table of parties, by the user's mapping or by the known headers. */
function findHeader(
  records: readonly CsvRecord[],
  map: Readonly<Record<string, string>>,
  file: string,
): HeaderFound {
  let refused: unknown;
  for (const [at, record] of records.entries()) {
    if ("broken" in record) continue;
    const headers = record.cells.map((cell) => cell.trim());
    try {
      const found = recognizeColumns(headers, map);
      const mapped = Object.keys(map).length > 0;
      if (namesParty(found.columns) || (mapped && Object.keys(found.columns).length > 0)) {
        return { at, columns: { ...found, headers, line: record.line } };
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refused ??= error;
    }
  }
  if (refused !== undefined) throw refused;
  const first = records.find((record) => "cells" in record);
  const headers = first === undefined ? "none" : first.cells.map((cell) => `“${cell.trim()}”`).join(", ");
  throw new Fault({
    code: "input-invalid",
    file,
    where: `line ${first?.line ?? 1}`,
    reason: `no column is known to hold a name; columns: ${headers}. Name one: --map "column=name"`,
  });
}

function rowOfRecord(row: number, record: CsvRecord, columns: TableColumns, options: RowOptions): InputRow {
  const place = { row, line: record.line };
  if ("broken" in record) return { ...place, kind: "unreadable", id: null, reason: record.broken };
  const stated = statedInCells(record.cells, columns.columns);
  const beyond = record.cells.slice(columns.headers.length).filter((cell) => cell.trim() !== "");
  if (beyond.length > 0) {
    const reason = `${record.cells.length} cells under ${columns.headers.length} headers: a delimiter stands in a cell without quotes`;
    return { ...place, kind: "unreadable", id: stated["id"]?.[0] ?? null, reason };
  }
  return rowOf(place, stated, options);
}

/**
 * Reads a table's records into rows. The header may stand below a title; `onColumns` is told once what was understood.
 * Throws a `Fault` where no column names a party.
 */
export async function* readTableRows(
  records: AsyncIterable<CsvRecord>,
  file: string,
  map: Readonly<Record<string, string>>,
  options: RowOptions & { readonly onColumns: (columns: TableColumns) => void },
): AsyncGenerator<InputRow> {
  let waiting: CsvRecord[] = [];
  let columns: TableColumns | null = null;
  let row = 0;
  const begin = (): readonly CsvRecord[] => {
    const found = findHeader(waiting, map, file);
    columns = found.columns;
    options.onColumns(found.columns);
    return waiting.slice(found.at + 1);
  };
  for await (const record of records) {
    if (columns === null) {
      waiting.push(record);
      if (waiting.length < INPUT_LIMITS.headerWithin) continue;
    }
    const ready: readonly CsvRecord[] = columns === null ? begin() : [record];
    waiting = [];
    for (const one of ready) {
      row += 1;
      yield rowOfRecord(row, one, columns as unknown as TableColumns, options);
    }
  }
  if (columns !== null) return;
  for (const one of begin()) {
    row += 1;
    yield rowOfRecord(row, one, columns as unknown as TableColumns, options);
  }
}
