import { canonicalJson } from "../../../engine/json.ts";
import type { ScreenMatch, ScreenResult } from "../../../engine/screen.ts";
import { findingsOf, findingWords } from "../name-findings.ts";
import type { InputRow } from "./subject-of-cells.ts";

/** `error`: the row could not be screened, so nothing is known about it. */
export type RowOutcome = "hit" | "no-hit" | "error";

/** One match of a row, without its features: `sluice explain` gives them. */
export type RowMatch = {
  readonly id: string;
  readonly caption: string;
  readonly score: number;
  readonly state: ScreenMatch["state"];
  readonly listings: readonly {
    readonly list: string;
    readonly entry: string;
    readonly programmes: readonly string[];
  }[];
};

/** What a results file says about one row of the input. */
export type RowResult = {
  /** Counts data rows from 1. */
  readonly row: number;
  /** Line or sheet row where it begins, counted from 1. */
  readonly line: number;
  readonly id: string | null;
  readonly name: string | null;
  readonly result: RowOutcome;
  readonly matches: readonly RowMatch[];
  readonly problem: string | null;
  readonly notes: readonly string[];
};

/** How the results file is written. */
export type ResultFormat = "csv" | "jsonl";

function matchOf(match: ScreenMatch): RowMatch {
  return {
    id: match.id,
    caption: match.caption,
    score: Math.round(match.score * 1e4) / 1e4,
    state: match.state,
    listings: match.listings.map(({ listing }) => ({
      list: listing.list,
      entry: listing.entry,
      programmes: listing.programmes,
    })),
  };
}

/** The result of a row that could not be screened. */
export function problemResult(row: InputRow, problem: string): RowResult {
  const { line, id, name, notes } = row;
  return { row: row.row, line, id, name, result: "error", matches: [], problem, notes };
}

/** What is odd in how a row's names are written, in sentences. */
function findingNotes(row: InputRow): readonly string[] {
  if ("problem" in row) return [];
  return findingsOf(row.subject, "subject").map((finding) => findingWords(finding, "en"));
}

/** The result of a row that was screened: its hits, and in a note those that are not in force on the day. */
export function screenedResult(row: InputRow, screened: ScreenResult): RowResult {
  const { line, id, name } = row;
  const hits = screened.matches.filter(({ hit }) => hit).map(matchOf);
  const past = screened.outOfForce
    .filter(({ hit }) => hit)
    .map((match) => `${match.id} ${match.caption} matches, but is ${match.state}`);
  return {
    row: row.row,
    line,
    id,
    name,
    result: hits.length > 0 ? "hit" : "no-hit",
    matches: hits,
    problem: null,
    notes: [...row.notes, ...findingNotes(row), ...past],
  };
}

/** The columns of a table of results. */
export const RESULT_COLUMNS = [
  ...["row", "line", "id", "name", "result", "hits", "score", "match_id", "match_name", "match_state"],
  ...["lists", "entries", "programmes", "other_hits", "problem", "notes"],
] as const;

/** Place of a column among a CSV result's cells. */
export const RESULT_COLUMN = { row: 0, result: RESULT_COLUMNS.indexOf("result") } as const;

/** The first line of a CSV of results; JSON lines have none. */
export function resultHeader(format: ResultFormat): string {
  return format === "csv" ? `${RESULT_COLUMNS.join(",")}\n` : "";
}

/**
 * A cell on one line, so that a line of the file is a row of the input. A cell that a spreadsheet would run as a formula
 * gets an apostrophe before it, as a customer's name is not ours to trust (CWE-1236).
 */
export function csvCell(text: string): string {
  const line = text.replace(/[\r\n\t\u0000-\u001f]+/g, " ");
  const safe = /^\s*[=+\-@]/.test(line) ? `'${line}` : line;
  return /[",]/.test(safe) || safe.startsWith(" ") ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a table says of a row, by its columns: counts and scores are numbers. */
export function resultCells(result: RowResult): readonly (string | number)[] {
  const [best, ...others] = result.matches;
  const listings = best?.listings ?? [];
  return [
    result.row,
    result.line,
    result.id ?? "",
    result.name ?? "",
    result.result,
    result.matches.length,
    best === undefined ? "" : best.score,
    best?.id ?? "",
    best?.caption ?? "",
    best?.state ?? "",
    [...new Set(listings.map(({ list }) => list))].join("; "),
    listings.map(({ entry }) => entry).join("; "),
    [...new Set(listings.flatMap(({ programmes }) => programmes))].join("; "),
    others.map(({ id, score }) => `${id} ${score.toFixed(4)}`).join("; "),
    result.problem ?? "",
    result.notes.join("; "),
  ];
}

const SCORE = RESULT_COLUMNS.indexOf("score");

function csvLine(result: RowResult): string {
  const cells = resultCells(result).map((cell, column) =>
    typeof cell === "number" && column === SCORE ? cell.toFixed(4) : String(cell),
  );
  return `${cells.map(csvCell).join(",")}\n`;
}

/** One result as one line of the results file, with its line end. */
export function resultLine(result: RowResult, format: ResultFormat): string {
  return format === "csv" ? csvLine(result) : `${canonicalJson(result)}\n`;
}
