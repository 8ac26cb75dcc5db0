import { must } from "../../../fault.ts";
import { LINE_CHARS_MAX, type TextLine } from "./lines.ts";

/** A record of a table, or a line that is none; `line` is where it begins. */
export type TableRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly problem: string };

/**
 * A quoted cell that runs over more lines than this was never closed. Such a line becomes a problem of its own and
 * reading goes on with the next one; csv-parse would swallow the rest of the file, which is why records are cut here.
 */
const CELL_LINES_MAX = 50;
const NEVER_CLOSED = "a quote is opened and never closed";

/**
 * The cells of a record's text (RFC 4180, a quote inside an unquoted cell taken as it stands); `open` while a quote is
 * open, `broken` where text follows a closing quote, as then the quote was no closing one.
 */
export function splitCells(text: string, delimiter: string): readonly string[] | "open" | "broken" {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      let cell = "";
      for (at += 1; ; at += 1) {
        const quote = text.indexOf('"', at);
        if (quote < 0) return "open";
        cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
      cells.push(cell);
      if (at >= text.length) return cells;
      if (text[at] !== delimiter) return "broken";
      at += 1;
      continue;
    }
    const end = text.indexOf(delimiter, at);
    if (end < 0) return [...cells, text.slice(at)];
    cells.push(text.slice(at, end));
    at = end + 1;
  }
}

/** The delimiter of a table's first lines: of comma, semicolon, tab and bar the one that makes the most cells of a line. */
export function delimiterOf(lines: readonly string[]): string {
  const cellsOf = (delimiter: string) =>
    Math.max(
      0,
      ...lines.map((line) => {
        const cells = splitCells(line, delimiter);
        return typeof cells === "string" ? 0 : cells.length;
      }),
    );
  const counts = [",", ";", "\t", "|"].map((delimiter) => ({ delimiter, count: cellsOf(delimiter) }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

/** Takes lines one by one and gives the records that they complete; `end` gives what is left. Blank lines are left out. */
export type RecordReader = {
  readonly push: (line: TextLine) => readonly TableRecord[];
  readonly end: () => readonly TableRecord[];
};

/** A reader of records divided by `delimiter`. */
export function recordReader(delimiter: string): RecordReader {
  let open: TextLine[] = [];

  /** The first open line is given up; those after it are read again as lines of their own. */
  const giveUp = (problem: string): readonly TableRecord[] => {
    const [first, ...rest] = open;
    open = [];
    const line = must(first, "a line is open").line;
    return [{ line, problem }, ...rest.flatMap(push)];
  };

  const push = (line: TextLine): readonly TableRecord[] => {
    if (line.cut) {
      const before: TableRecord[] = [];
      while (open.length > 0) before.push(...giveUp(NEVER_CLOSED));
      return [...before, { line: line.line, problem: `line longer than ${LINE_CHARS_MAX} characters` }];
    }
    if (open.length === 0 && line.text.trim() === "") return [];
    open.push(line);
    const cells = splitCells(open.map(({ text }) => text).join("\n"), delimiter);
    if (cells === "broken") return giveUp("text follows a closing quote");
    if (cells !== "open") {
      const begun = must(open[0], "a line was pushed").line;
      open = [];
      return cells.every((cell) => cell.trim() === "") ? [] : [{ line: begun, cells }];
    }
    return open.length >= CELL_LINES_MAX ? giveUp(NEVER_CLOSED) : [];
  };

  const end = (): readonly TableRecord[] => {
    const records: TableRecord[] = [];
    while (open.length > 0) records.push(...giveUp(NEVER_CLOSED));
    return records;
  };

  return { push, end };
}
