import {
  namesParty,
  type RecognizedColumns,
  recognizeColumns,
} from "../../engine/lists/plain-csv/columns.ts";
import type { Subject } from "../../engine/match/subject.ts";
import { factsOfCells, rowOfFacts } from "../screening/files/subject-of-cells.ts";
import { openTable, tableFault } from "./table-file.ts";

type Place = { readonly row: number; readonly line: number; readonly name: string };

/** A row that can be screened, with the listed party that it should find where the file says one. */
export type SubjectRow = Place & { readonly subject: Subject; readonly expected: string | null };

/** A row of a file of subjects, or why it counts for nothing. */
export type LabelledSubject = SubjectRow | (Place & { readonly problem: string });

/** Headers that say which listed party a row should find. */
const EXPECTED =
  /^(?:expected(?:[\s_-]*(?:id|entry|name|listing))?|listed[\s_-]*(?:id|entry|name)|match[\s_-]*id|entry|reference)$/i;

type Header = { readonly columns: RecognizedColumns["columns"]; readonly expected: number };

function headerOf(name: string, headers: readonly string[], needsExpected: boolean): Header {
  const expected = headers.findIndex((header) => EXPECTED.test(header));
  const found = headers.slice(0, 20).join(", ");
  if (needsExpected && expected < 0) {
    const reason = `no column says whom a row should find: name one "expected" (id, reference or listed name); found: ${found}`;
    throw tableFault(name, "header", reason);
  }
  const { columns } = recognizeColumns(headers.map((header, at) => (at === expected ? "" : header)));
  if (!namesParty(columns)) throw tableFault(name, "header", `no column names a party; found: ${found}`);
  return { columns, expected };
}

/**
 * The subjects of a table, some at a time. `needsExpected` for positives: a column `expected` (or `expected_id`,
 * `listed_name`, `reference` …) then says whom each should find. Throws `input-invalid` for a file that is no such table.
 */
export async function* readLabelledSubjects(
  path: string,
  options: {
    readonly needsExpected: boolean;
    readonly schema: string | null;
    readonly onProgress: (fraction: number) => void;
  },
): AsyncGenerator<readonly LabelledSubject[]> {
  const table = await openTable(path, options.onProgress);
  const { columns, expected } = headerOf(table.name, table.headers, options.needsExpected);
  for await (const rows of table.rows) {
    yield rows.map((entry): LabelledSubject => {
      const { row, line } = entry;
      if ("problem" in entry) return { row, line, name: "", problem: entry.problem };
      const read = rowOfFacts(entry, factsOfCells(entry.cells, columns), options.schema);
      const name = read.name ?? "";
      if ("problem" in read) return { row, line, name, problem: read.problem };
      const text = expected < 0 ? "" : (entry.cells[expected] ?? "").trim();
      if (options.needsExpected && text === "")
        return { row, line, name, problem: "says nobody whom it should find" };
      return { row, line, name, subject: read.subject, expected: text === "" ? null : text };
    });
  }
}
