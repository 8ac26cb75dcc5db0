import { parse } from "csv-parse/sync";
import { Fault } from "../../fault.ts";
import {
  controlCharacterAt,
  damageOf,
  decodeInto,
  encodingOfMark,
  type ListEncoding,
  refuseForeignContent,
  unreadable,
} from "./decoding.ts";
import { LIST_LIMITS, type SourceFile } from "./reader.ts";

/** A row of texts as they stand; `line` is 1-based, where the row begins. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

export type CsvOptions = {
  readonly format: string;
  /** Comma where not said. */
  readonly delimiter?: string;
  /** What a file without a byte order mark is in where it is not UTF-8; without it such a file is a fault. */
  readonly fallback?: ListEncoding;
  /** True where the publisher ends its files with the byte 0x1A, as MS-DOS did. */
  readonly dosEnd?: boolean;
};

/** A table with a header: rows are asked by column name. */
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** The cell's text, trimmed; null where the row has none or it is blank. */
  readonly cell: (row: TableRow, column: string) => string | null;
};

const DOS_END = 0x1a;

function withoutDosEnd(file: SourceFile): SourceFile {
  let end = file.bytes.length;
  while (end > 0 && file.bytes[end - 1] === DOS_END) end -= 1;
  return { name: file.name, bytes: file.bytes.subarray(0, end) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function encodingOf(file: SourceFile, fallback: ListEncoding | undefined): ListEncoding {
  const marked = encodingOfMark(file.bytes);
  if (marked !== null) return marked;
  if (fallback === undefined || isUtf8(file.bytes)) return "utf-8";
  return fallback;
}

/** Decodes with a bound on the line, so that a file without line ends is refused before it is held twice. */
function textOf(file: SourceFile, format: string, encoding: ListEncoding): string {
  const parts: string[] = [];
  let line = 1;
  let lineChars = 0;
  decodeInto(file, format, encoding, (part) => {
    let from = 0;
    for (let end = part.indexOf("\n"); end >= 0; end = part.indexOf("\n", from)) {
      from = end + 1;
      line += 1;
      lineChars = 0;
    }
    lineChars += part.length - from;
    if (lineChars > LIST_LIMITS.csvLineCharsMax) {
      throw new Fault({
        code: "limit-exceeded",
        limit: "csvLineCharsMax",
        allowed: LIST_LIMITS.csvLineCharsMax,
        where: `${file.name}: line ${line}`,
      });
    }
    parts.push(part);
  });
  return parts.join("");
}

function refuseDamage(file: SourceFile, format: string, encoding: ListEncoding): void {
  const damage = damageOf(file.bytes, encoding);
  if (damage === null) return;
  const at = controlCharacterAt(file.bytes);
  const line = file.bytes.subarray(0, at).reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 1);
  throw unreadable(format, file, { where: `line ${line}`, reason: damage });
}

/** Reads comma-separated rows (RFC 4180), blank lines left out. Throws a `Fault` with the line for what is no such file. */
export function readCsv(source: SourceFile, options: CsvOptions): readonly TableRow[] {
  const { format } = options;
  refuseForeignContent(source, format);
  const file = options.dosEnd === true ? withoutDosEnd(source) : source;
  const encoding = encodingOf(file, options.fallback);
  refuseDamage(file, format, encoding);
  const text = textOf(file, format, encoding);
  const rows: TableRow[] = [];
  let line = 1;
  try {
    parse(text, {
      bom: true,
      delimiter: options.delimiter ?? ",",
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LIST_LIMITS.csvLineCharsMax,
      info: true,
      on_record: ((found: {
        readonly record: readonly string[];
        readonly info: { readonly lines: number };
      }) => {
        rows.push({ line, cells: found.record });
        line = found.info.lines + 1;
        return null;
        // The package types the hook for bare records; with `info` it hands over both.
      }) as never,
    });
  } catch (error) {
    if (error instanceof Fault || !(error instanceof Error)) throw error;
    throw unreadable(format, source, { where: `line ${line}`, reason: error.message }, error);
  }
  return rows;
}

/**
 * Finds the columns by the header row. Names match whatever their case and surrounding space. Throws a `Fault` that names
 * the required columns that are missing.
 */
export function tableOf(
  rows: readonly TableRow[],
  options: {
    readonly format: string;
    readonly file: SourceFile;
    readonly required: readonly string[];
    /** Rows before the header (a title, a date); 0 where not said. */
    readonly headerAt?: number;
  },
): Table {
  const headerAt = options.headerAt ?? 0;
  const columns = (rows[headerAt]?.cells ?? []).map((cell) => cell.trim());
  const places = new Map<string, number>();
  columns.forEach((column, index) => {
    const key = column.toLowerCase();
    if (!places.has(key)) places.set(key, index);
  });
  const missing = options.required.filter((column) => !places.has(column.toLowerCase()));
  if (missing.length > 0) {
    throw unreadable(options.format, options.file, {
      where: `line ${rows[headerAt]?.line ?? 1}`,
      reason: `missing columns: ${missing.join(", ")}`,
    });
  }
  return {
    columns,
    rows: rows.slice(headerAt + 1),
    cell: (row, column) => {
      const index = places.get(column.toLowerCase());
      const text = index === undefined ? "" : (row.cells[index] ?? "").trim();
      return text === "" ? null : text;
    },
  };
}

/** A row as text again, for a rejected row. */
export function rowText(row: TableRow): string {
  return row.cells.join(",");
}
