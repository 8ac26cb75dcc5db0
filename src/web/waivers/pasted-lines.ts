import { type Money, type Quantity, readExact } from "./exact.ts";

/** A line as it was read from a pasted table; what could not be read is null. */
export type PastedLine = {
  readonly line: string;
  readonly description: string;
  /** Digits and dots as written; null where there was no code. */
  readonly hs: string | null;
  readonly quantity: Quantity | null;
  readonly unitValue: Money | null;
  readonly origin: string | null;
};

type Column = "line" | "item" | "hs" | "quantity" | "unit" | "value" | "currency" | "origin";

/** What spreadsheets call their columns, compared without spaces, marks and capitals. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  line: ["line", "no", "number", "번호", "연번"],
  item: ["item", "description", "goods", "name", "품명", "품목", "물품명"],
  hs: ["hs", "hscode", "code", "commoditycode", "hs코드", "세번", "품목번호"],
  quantity: ["quantity", "qty", "amount", "수량"],
  unit: ["unit", "uom", "단위"],
  value: ["value", "unitvalue", "unitprice", "price", "단가"],
  currency: ["currency", "통화"],
  origin: ["origin", "countryoforigin", "원산지"],
};

/** More than anybody pastes; larger annexes are imported as files. */
export const PASTED_LINES_MAX = 500;

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const isCode = (text: string): boolean => /^\d{4}\.?\d{2}(?:\.?\d{2}){0,2}$|^\d{2}\.\d{2}$/.test(text);
const isUnit = (text: string): boolean => /^[\p{L}]{1,12}[23]?$/u.test(text);

/** Lines from what a spreadsheet puts on the clipboard: cells by tabs (or semicolons), with or without a header. */
export function readPasted(text: string): readonly PastedLine[] {
  const rows = text
    .split(/\r?\n/)
    .map((row) => row.split(/\t|;/).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""))
    .slice(0, PASTED_LINES_MAX + 1);
  const header = headerOf(rows[0] ?? []);
  const body = header === null ? rows : rows.slice(1);
  return body
    .slice(0, PASTED_LINES_MAX)
    .map((cells, at) => lineOf(header === null ? guess(cells) : byHeader(header, cells), at));
}

type Cells = Readonly<Partial<Record<Column, string>>>;

function headerOf(cells: readonly string[]): readonly (Column | null)[] | null {
  const columns = cells.map(
    (cell) => (Object.keys(HEADERS) as Column[]).find((one) => HEADERS[one].includes(plain(cell))) ?? null,
  );
  return columns.filter((one) => one !== null).length >= 2 ? columns : null;
}

function byHeader(header: readonly (Column | null)[], cells: readonly string[]): Cells {
  const found: Partial<Record<Column, string>> = {};
  for (const [at, column] of header.entries()) {
    const cell = cells[at] ?? "";
    if (column !== null && cell !== "") found[column] ??= cell;
  }
  return found;
}

/** Without a header: the first code, the first words, then quantity, unit and value in the order in which people write them. */
function guess(cells: readonly string[]): Cells {
  const found: Partial<Record<Column, string>> = {};
  for (const cell of cells) {
    if (cell === "") continue;
    if (found.hs === undefined && found.quantity === undefined && isCode(cell)) found.hs = cell;
    else if (readExact(cell) !== null) {
      if (found.quantity === undefined) found.quantity = cell;
      else found.value ??= cell;
    } else if (/^[A-Z]{3}$/.test(cell) && found.value !== undefined) found.currency ??= cell;
    else if (/^[A-Z]{2}$/.test(cell) && found.quantity !== undefined) found.origin ??= cell;
    else if (found.quantity !== undefined && found.unit === undefined && isUnit(cell)) found.unit = cell;
    else if (found.item === undefined) found.item = cell;
  }
  return found;
}

/** Spellings of the units that are pasted most; the service knows more, and takes any. */
const UNITS: Readonly<Record<string, string>> = {
  pieces: "piece",
  pcs: "piece",
  pc: "piece",
  units: "piece",
  ea: "piece",
  개: "piece",
  대: "piece",
  m: "metre",
  metres: "metre",
  meters: "metre",
  sets: "set",
};

/** `24 pcs` in one cell, as people write it. */
function quantityOf({ quantity, unit }: Cells): Quantity | null {
  const [, number = "", own = ""] = /^([\d.,\s]+?)\s*([\p{L}]+[23]?)?$/u.exec(quantity ?? "") ?? [];
  const exact = readExact(number);
  const name = unit ?? (own === "" ? "piece" : own);
  return exact === null ? null : { ...exact, unit: UNITS[name.toLowerCase()] ?? name };
}

function moneyOf({ value, currency }: Cells): Money | null {
  const [, before, number = "", after] =
    /^([A-Z]{3})?\s*([\d.,]+)\s*([A-Z]{3})?$/.exec((value ?? "").replace(/^[$]\s*/, "USD ")) ?? [];
  const exact = readExact(number);
  return exact === null ? null : { ...exact, currency: currency ?? before ?? after ?? "USD" };
}

function lineOf(cells: Cells, at: number): PastedLine {
  const code = (cells.hs ?? "").replace(/\s/g, "");
  const origin = (cells.origin ?? "").toUpperCase();
  const hs = /^[\d.]{2,20}$/.test(code) ? code : null;
  return {
    line: cells.line ?? String(at + 1),
    // A cell for a code that holds words says what the goods are.
    description: cells.item ?? (hs === null ? (cells.hs ?? "") : `HS ${hs}`),
    hs,
    quantity: quantityOf(cells),
    unitValue: moneyOf(cells),
    origin: /^[A-Z]{2}$/.test(origin) ? origin : null,
  };
}
