import { INPUT_LIMITS } from "./input-row.ts";

/** A record of a CSV file: its cells, or why it is none. `line` is 1-based, where it begins. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly broken: string };

type Scanned =
  | {
      readonly kind: "record";
      readonly cells: readonly string[];
      readonly end: number;
      readonly lines: number;
    }
  | { readonly kind: "broken"; readonly reason: string }
  | { readonly kind: "more" };

const QUOTE = '"';

/** The end of a quoted cell that begins at `from`: the place after its closing quote, or -1 where it is not closed. */
function quoteEnd(text: string, from: number): number {
  for (let at = text.indexOf(QUOTE, from + 1); at >= 0; at = text.indexOf(QUOTE, at + 2)) {
    if (text[at + 1] !== QUOTE) return at + 1;
  }
  return -1;
}

function countLines(text: string, from: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

/** Reads one record of `text` from `from` on; `final` where nothing follows the text. */
function scan(text: string, from: number, delimiter: string, final: boolean): Scanned {
  const cells: string[] = [];
  for (let at = from; ; ) {
    if (text[at] === QUOTE) {
      const end = quoteEnd(text, at);
      // The last quote of a part may be the first of a doubled one.
      if (end < 0 || (end === text.length && !final)) {
        if (!final && text.length - from <= INPUT_LIMITS.recordCharsMax) return { kind: "more" };
        return { kind: "broken", reason: "a quote is opened and not closed" };
      }
      cells.push(text.slice(at + 1, end - 1).replaceAll('""', QUOTE));
      at = end;
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r")
        end += 1;
      if (end - from > INPUT_LIMITS.recordCharsMax) return { kind: "broken", reason: "the line is too long" };
      cells.push(text.slice(at, end));
      at = end;
    }
    if (cells.length > INPUT_LIMITS.columnsMax) return { kind: "broken", reason: "too many columns" };
    if (at >= text.length) return final ? record(text, cells, from, at) : { kind: "more" };
    const next = text[at];
    if (next === delimiter) at += 1;
    else if (next === "\n") return record(text, cells, from, at + 1);
    else if (next === "\r") {
      if (at + 1 >= text.length && !final) return { kind: "more" };
      return record(text, cells, from, text[at + 1] === "\n" ? at + 2 : at + 1);
    } else return { kind: "broken", reason: "text follows a closing quote" };
  }
}

function record(text: string, cells: readonly string[], from: number, end: number): Scanned {
  return { kind: "record", cells, end, lines: countLines(text, from, end) };
}

/** The delimiter that stands most often in a header line: comma, semicolon, tab or bar. */
export function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [",", ";", "\t", "|"].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/**
 * Reads comma-separated records (RFC 4180) as their text arrives, blank lines left out. A record that cannot be read is
 * given as broken and reading goes on at the line after its first, so that one stray quote costs one row.
 */
export async function* readCsvRecords(
  parts: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  let text = "";
  let line = 1;
  // A broken line without its end yet: what follows up to the end belongs to it.
  let skipping = false;
  const take = function* (final: boolean): Generator<CsvRecord> {
    let from = 0;
    while (from < text.length) {
      if (skipping) {
        const end = text.indexOf("\n", from);
        if (end < 0) {
          from = text.length;
          break;
        }
        from = end + 1;
        line += 1;
        skipping = false;
        continue;
      }
      const found = scan(text, from, delimiter, final);
      if (found.kind === "more") break;
      if (found.kind === "broken") {
        yield { line, broken: found.reason };
        skipping = true;
        continue;
      }
      if (found.cells.some((cell) => cell.trim() !== "")) yield { line, cells: found.cells };
      from = found.end;
      line += found.lines;
    }
    text = text.slice(from);
  };
  for await (const part of parts) {
    text += part;
    yield* take(false);
  }
  yield* take(true);
}
