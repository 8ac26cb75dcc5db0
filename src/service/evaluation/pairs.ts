import { recognizeColumns } from "../../engine/lists/plain-csv/columns.ts";
import type { PairComparer } from "../../engine/match/compare.ts";
import type { Subject } from "../../engine/match/subject.ts";
import { type Facts, factsOfCells, rowOfFacts } from "../screening/files/subject-of-cells.ts";
import { type TableFile, type TableRow, tableFault, truthOf } from "./table-file.ts";

/** Columns of a file of pairs: for either side the places of its facts by property, and the label. */
type PairColumns = {
  readonly sides: readonly [Columns, Columns];
  /** Facts that hold for both sides: a column without a number, such as `schema`. */
  readonly both: Columns;
  readonly label: number | null;
  /** Header of the column that names each side. */
  readonly named: readonly [string, string];
  /** What was understood and what was not, for the reader of the results. */
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
};
type Columns = Readonly<Record<string, readonly number[]>>;

/** A pair of a file with its score; null where the two could not be compared, and why. */
export type ScoredRow = {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly score: number | null;
  /** What the file says of the pair, or null where it says nothing. */
  readonly right: boolean | null;
  readonly problem: string | null;
  readonly notes: readonly string[];
};

/** A file of pairs, opened. */
export type PairFile = {
  readonly name: string;
  readonly headers: readonly string[];
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
  readonly isLabelled: boolean;
  readonly rows: AsyncGenerator<readonly ScoredRow[]>;
};

const LABELS = /^(?:is_?match|match|label|same|expected|일치여부|일치)$/i;
/** Which of the two a header speaks of: `name1`, `birth_date_2`, `name a`. */
const SIDE = /^(.*?)[\s_-]*([12])$/;

/** Facts of the pair as a whole. */
const OF_BOTH = new Set(["schema"]);

function columnsOf(name: string, headers: readonly string[]): PairColumns {
  const sides: [Record<string, number[]>, Record<string, number[]>] = [{}, {}];
  const both: Record<string, number[]> = {};
  const [understood, ignored]: [string[], string[]] = [[], []];
  let label: number | null = null;
  headers.forEach((header, at) => {
    if (label === null && LABELS.test(header)) {
      label = at;
      understood.push(`is_match ← ${header}`);
      return;
    }
    const [, base = header, number] = SIDE.exec(header) ?? [];
    const [property] = Object.keys(recognizeColumns([base]).columns);
    const into = number === undefined ? both : sides[number === "1" ? 0 : 1];
    if (property === undefined || property === "id" || (number === undefined && !OF_BOTH.has(property))) {
      ignored.push(header);
      return;
    }
    into[property] = [...(into[property] ?? []), at];
    understood.push(`${property}${number === undefined ? "" : ` of ${number}`} ← ${header}`);
  });
  const [first, second] = sides.map((side) => nameHeader(side, headers));
  if (first === undefined || second === undefined) {
    const missing = first === undefined ? "name1" : "name2";
    throw tableFault(name, "header", `no column ${missing}; found: ${headers.slice(0, 20).join(", ")}`);
  }
  return { sides, both, label, named: [first, second], understood, ignored };
}

/** Header of the column by which a side is named. */
function nameHeader(side: Columns, headers: readonly string[]): string | undefined {
  const places = ["name", "firstName", "lastName", "publicKey", "imoNumber"].flatMap(
    (one) => side[one] ?? [],
  );
  return places[0] === undefined ? undefined : headers[places[0]];
}

type Side = { readonly subject: Subject; readonly notes: readonly string[] } | { readonly problem: string };

function sideOf(cells: readonly string[], columns: PairColumns, which: 0 | 1, place: TableRow): Side {
  const facts: Facts = {
    ...factsOfCells(cells, columns.both),
    ...factsOfCells(cells, columns.sides[which]),
  };
  const row = rowOfFacts(place, facts, null);
  const number = which + 1;
  if ("problem" in row) return { problem: `${columns.named[which]}: ${row.problem}` };
  return { subject: row.subject, notes: row.notes.map((note) => `party ${number}: ${note}`) };
}

function scoredRow(table: TableRow, columns: PairColumns, compare: PairComparer): ScoredRow {
  const { row, line } = table;
  const nothing = { row, line, score: null, right: null, notes: [] };
  if ("problem" in table) return { ...nothing, cells: [], problem: table.problem };
  const { cells } = table;
  const labelText = columns.label === null ? "" : (cells[columns.label] ?? "").trim();
  const right = labelText === "" ? null : truthOf(labelText);
  const labelNotes =
    labelText !== "" && right === null
      ? [`is_match "${labelText.slice(0, 40)}" is neither true nor false`]
      : [];
  const [one, other] = [sideOf(cells, columns, 0, table), sideOf(cells, columns, 1, table)];
  const problem = [one, other].flatMap((side) => ("problem" in side ? [side.problem] : [])).join("; ");
  if ("problem" in one || "problem" in other) return { ...nothing, cells, right, problem, notes: labelNotes };
  // Two that can't be one party (a person and a ship), or share nothing at all, are as unlike as can be.
  const score = compare({ subject: one.subject, other: other.subject }, 0)?.score ?? 0;
  return {
    row,
    line,
    cells,
    score,
    right,
    problem: null,
    notes: [...one.notes, ...other.notes, ...labelNotes],
  };
}

async function* scoredRows(
  table: TableFile,
  columns: PairColumns,
  compare: PairComparer,
): AsyncGenerator<readonly ScoredRow[]> {
  for await (const rows of table.rows) yield rows.map((row) => scoredRow(row, columns, compare));
}

/**
 * The pairs of a table, scored as they are read: columns `name1` and `name2`, optionally `schema`, facts of either side
 * (`birth_date1`, `country2`, …) and `is_match`. A row that can't be compared comes back with the reason. Throws
 * `input-invalid` where a side has no name column.
 */
export function scorePairs(table: TableFile, compare: PairComparer): PairFile {
  const columns = columnsOf(table.name, table.headers);
  return {
    name: table.name,
    headers: table.headers,
    understood: columns.understood,
    ignored: columns.ignored,
    isLabelled: columns.label !== null,
    rows: scoredRows(table, columns, compare),
  };
}
