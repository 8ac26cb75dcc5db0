import { Fault } from "../../fault.ts";
import { refuseForeignContent, unreadable } from "./decoding.ts";
import type { SourceFile } from "./reader.ts";
import type { TableRow } from "./table.ts";
import {
  attributeOf,
  childrenOf,
  elementsAt,
  readElements,
  streamElements,
  textAt,
  type XmlElement,
} from "./xml.ts";
import { isZip, openZip, type PackedPart, type Zip } from "./zip.ts";

/** One sheet as rows of texts: dates as YYYY-MM-DD, numbers as the shortest decimal, booleans as TRUE and FALSE. */
export type Sheet = { readonly name: string; readonly hidden: boolean; readonly rows: readonly TableRow[] };

/** Bounds of a workbook. */
export const WORKBOOK_LIMITS = {
  /** The largest workbook of a list has 45 sheets. */
  sheetsMax: 500,
  /** The widest table of a list has 36 columns; sheets carry stray formatted cells far to the right. */
  columnsMax: 1_024,
  /** The longest sheet of a list has about 19,000 rows. */
  rowsMax: 1_048_576,
} as const;

/** Number formats of ECMA-376 part 1, 18.8.30 that show a date, with the East Asian ones. */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
const DAY_MS = 86_400_000;

/** A sheet of a workbook that is open. */
export type SheetPlace = { readonly name: string; readonly hidden: boolean; readonly path: string };

/** A workbook that is open: its sheets in their order, each to be read whole or piece by piece. */
export type OpenWorkbook = {
  readonly sheets: readonly SheetPlace[];
  readonly rows: (sheet: SheetPlace) => readonly TableRow[];
  readonly packed: (sheet: SheetPlace) => PackedPart;
  /** The rows of a sheet whose part is unpacked piece by piece: those of each piece together. */
  readonly stream: (
    sheet: SheetPlace,
    pieces: AsyncIterable<Uint8Array>,
  ) => AsyncGenerator<readonly TableRow[]>;
};

type Book = {
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly epochMs: number;
};

function collect<T>(
  zip: Zip,
  { path, root, record }: { readonly path: string; readonly root: string; readonly record: string },
  format: string,
  take: (element: XmlElement) => T,
): readonly T[] {
  const part = zip.part(path);
  if (part === null) return [];
  const found: T[] = [];
  readElements(part, { format, roots: [root], records: [record], verbatim: true }, (element) => {
    found.push(take(element));
  });
  return found;
}

const itself = (element: XmlElement): XmlElement => element;
const STYLES = { path: "xl/styles.xml", root: "styleSheet" };
const WORKBOOK = { path: "xl/workbook.xml", root: "workbook" };

/** The text of a string item: plain or in runs, without the phonetic guides that Japanese workbooks carry. */
function stringOf(item: XmlElement): string {
  const direct = childrenOf(item, "t").map(({ text }) => text);
  const runs = elementsAt(item, "r", "t").map(({ text }) => text);
  return [...direct, ...runs].join("").replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code === 0x0d ? "" : String.fromCharCode(code);
  });
}

function dateStyles(zip: Zip, format: string): ReadonlySet<number> {
  const custom = new Map<string, string>();
  for (const entry of collect(zip, { ...STYLES, record: "numFmts/numFmt" }, format, itself)) {
    custom.set(attributeOf(entry, "numFmtId") ?? "", attributeOf(entry, "formatCode") ?? "");
  }
  const styles = new Set<number>();
  collect(zip, { ...STYLES, record: "cellXfs/xf" }, format, itself).forEach((style, index) => {
    const id = attributeOf(style, "numFmtId") ?? "0";
    const code = (custom.get(id) ?? "").replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
    if (DATE_FORMATS.has(Number(id)) || /[yd]/i.test(code)) styles.add(index);
  });
  return styles;
}

function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "")
    index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A serial day number as a date; times of day are left out, as no list dates by the hour. */
function dateOfSerial(serial: number, epochMs: number): string | null {
  const date = new Date(epochMs + Math.floor(serial) * DAY_MS);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

function cellText(cell: XmlElement, book: Book): string {
  const type = attributeOf(cell, "t") ?? "n";
  const value = textAt(cell, "v")?.trim() ?? "";
  if (type === "s") return book.strings[Number(value)] ?? "";
  if (type === "inlineStr") return elementsAt(cell, "is").map(stringOf).join("");
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "e") return "";
  if (type !== "n" || value === "") return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (book.dateStyles.has(Number(attributeOf(cell, "s") ?? "-1"))) {
    return dateOfSerial(number, book.epochMs) ?? value;
  }
  return String(number);
}

const SHEET = { roots: ["worksheet"], records: ["sheetData/row"], verbatim: true };

/** Turns the rows of a sheet into texts, one after the other; null for a row without a value. */
function rowReader(name: string, format: string, book: Book): (row: XmlElement) => TableRow | null {
  let met = 0;
  let held = 0;
  return (row) => {
    met += 1;
    const cells: string[] = [];
    for (const cell of childrenOf(row, "c")) {
      const reference = attributeOf(cell, "r");
      const index = reference === null ? cells.length : columnIndex(reference);
      const text = cellText(cell, book).trim();
      if (text === "") continue;
      if (index < 0 || index >= WORKBOOK_LIMITS.columnsMax) {
        throw unreadable(
          format,
          { name },
          { where: `cell ${reference}`, reason: `outside the first ${WORKBOOK_LIMITS.columnsMax} columns` },
        );
      }
      while (cells.length < index) cells.push("");
      cells[index] = text;
    }
    if (cells.length === 0) return null;
    held += 1;
    if (held > WORKBOOK_LIMITS.rowsMax) {
      const { rowsMax } = WORKBOOK_LIMITS;
      throw new Fault({ code: "limit-exceeded", limit: "rowsMax", allowed: rowsMax, where: name });
    }
    return { line: Number(attributeOf(row, "r") ?? met), cells };
  };
}

function sheetPaths(zip: Zip, format: string): readonly SheetPlace[] {
  const targets = new Map<string, string>();
  const links = { path: "xl/_rels/workbook.xml.rels", root: "Relationships", record: "Relationship" };
  for (const link of collect(zip, links, format, itself)) {
    const target = attributeOf(link, "Target") ?? "";
    targets.set(attributeOf(link, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  return collect(zip, { ...WORKBOOK, record: "sheets/sheet" }, format, itself).flatMap((sheet) => {
    // The relation's id carries a namespace prefix in the file; the sheet's own number is sheetId.
    const path = targets.get(attributeOf(sheet, "id") ?? "");
    const hidden = (attributeOf(sheet, "state") ?? "visible") !== "visible";
    return path === undefined ? [] : [{ name: attributeOf(sheet, "name") ?? "", hidden, path }];
  });
}

/**
 * Opens an XLSX workbook, in bounded memory and without any I/O; rows without a value are left out and `line` is the row's
 * own number. Throws a `Fault` for what is no whole workbook.
 */
export function openWorkbook(file: SourceFile, format: string, unpackedBytesMax?: number): OpenWorkbook {
  if (!isZip(file)) refuseForeignContent(file, format);
  const zip = openZip(file, format, unpackedBytesMax);
  const sheets = sheetPaths(zip, format);
  if (sheets.length === 0 || sheets.length > WORKBOOK_LIMITS.sheetsMax) {
    throw unreadable(format, file, {
      where: "xl/workbook.xml",
      reason: `${sheets.length} sheets; a workbook has 1 to ${WORKBOOK_LIMITS.sheetsMax}`,
    });
  }
  const [settings] = collect(zip, { ...WORKBOOK, record: "workbookPr" }, format, itself);
  const from1904 = /^(?:1|true)$/.test((settings && attributeOf(settings, "date1904")) ?? "");
  const texts = { path: "xl/sharedStrings.xml", root: "sst", record: "si" };
  const book: Book = {
    strings: collect(zip, texts, format, stringOf),
    dateStyles: dateStyles(zip, format),
    epochMs: from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30),
  };
  const there = <T>({ name, path }: SheetPlace, part: T | null): T => {
    if (part !== null) return part;
    throw unreadable(format, file, { where: path, reason: `the sheet ${name} is missing` });
  };
  return {
    sheets,
    rows: (sheet) => {
      const part = there(sheet, zip.part(sheet.path));
      const read = rowReader(part.name, format, book);
      const rows: TableRow[] = [];
      readElements(part, { format, ...SHEET }, (element) => {
        const row = read(element);
        if (row !== null) rows.push(row);
      });
      return rows;
    },
    packed: (sheet) => there(sheet, zip.packed(sheet.path)),
    stream: async function* (sheet, pieces) {
      const name = `${file.name}/${sheet.path}`;
      const read = rowReader(name, format, book);
      for await (const elements of streamElements(name, { format, ...SHEET }, pieces)) {
        const rows = elements.flatMap((element) => read(element) ?? []);
        if (rows.length > 0) yield rows;
      }
    },
  };
}

/** Reads every sheet of an XLSX workbook, as `openWorkbook` opens it. */
export function readWorkbook(file: SourceFile, format: string): readonly Sheet[] {
  const book = openWorkbook(file, format);
  return book.sheets.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden, rows: book.rows(sheet) }));
}

/** The names of a workbook's sheets, for recognition; empty where the file is no workbook. Never throws. */
export function sheetNames(file: SourceFile): readonly string[] {
  if (!isZip(file)) return [];
  try {
    return sheetPaths(openZip(file, "xlsx"), "xlsx").map(({ name }) => name);
  } catch (error) {
    if (error instanceof Fault) return [];
    throw error;
  }
}
