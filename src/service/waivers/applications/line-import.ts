import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDay } from "../../../engine/day.ts";
import { countryCode } from "../../../engine/entity/country.ts";
import type { Money, Quantity } from "../../../engine/transaction.ts";
import { type AnnexLine, APPLICATION_LIMITS, annexLineSchema } from "../../../engine/waivers/application.ts";
import { unitName } from "../../../engine/waivers/unit.ts";
import { Fault } from "../../../fault.ts";
import { tryParse } from "../../../parse.ts";
import { openSubjects } from "../../screening/files/opened-file.ts";
import { readRecords } from "../../screening/files/read-rows.ts";

/** Lines read from a table, and rows that were not taken, each with why. */
export type ImportedLines = {
  readonly lines: readonly AnnexLine[];
  readonly problems: readonly { readonly row: number; readonly problem: string }[];
};

type Column =
  | "line"
  | "item"
  | "hs"
  | "quantity"
  | "unit"
  | "unitValue"
  | "currency"
  | "origin"
  | "maker"
  | "specification"
  | "supplier"
  | "shipment"
  | "shipOn"
  | "controlNumber";

/** What tables call their columns, in English and Korean; compared without spaces, marks and capitals. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  line: ["line", "lineno", "linenumber", "no", "number", "번호", "연번", "순번"],
  item: ["item", "itemname", "name", "description", "goods", "product", "품명", "품목", "물품명"],
  hs: ["hs", "hscode", "hs6", "tariffcode", "commoditycode", "세번", "hs코드", "품목번호"],
  quantity: ["quantity", "qty", "amount", "수량"],
  unit: ["unit", "uom", "unitofmeasure", "단위"],
  unitValue: ["unitvalue", "unitprice", "price", "valueperunit", "단가"],
  currency: ["currency", "통화"],
  origin: ["origin", "countryoforigin", "madein", "원산지"],
  maker: ["maker", "manufacturer", "brand", "model", "manufacturermodel", "제조사", "모델"],
  specification: ["specification", "specifications", "spec", "specs", "규격", "사양"],
  supplier: ["supplier", "vendor", "seller", "공급자", "공급사"],
  shipment: ["shipment", "shipmentno", "consignment", "차수"],
  shipOn: ["shipmentdate", "shipdate", "estimatedshipmentdate", "date", "선적일"],
  controlNumber: ["eccn", "controlnumber", "dualuse", "통제번호"],
};

/** A header may stand below a title and blank rows. */
const HEADER_ROWS_MAX = 10;
const NO_HEADER = "no header names the items (item, HS code, quantity, unit …)";
const EXACT = /^\d{1,3}(,\d{3})*(\.\d+)?$|^\d+(\.\d+)?$/;

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

type Columns = ReadonlyMap<Column, number>;

function columnsOf(cells: readonly string[]): Columns {
  const columns = new Map<Column, number>();
  for (const [at, cell] of cells.entries()) {
    const named = (Object.keys(HEADERS) as Column[]).find((column) => HEADERS[column].includes(plain(cell)));
    if (named !== undefined && !columns.has(named)) columns.set(named, at);
  }
  return columns;
}

/** A number as a table writes it, exactly; a sentence where it is none. */
export function exactNumber(text: string): { readonly amount: string; readonly scale: number } | string {
  const trimmed = text.trim();
  if (!EXACT.test(trimmed)) return `“${trimmed}” is no number`;
  const [whole = "0", fraction = ""] = trimmed.replaceAll(",", "").split(".");
  const short = fraction.replace(/0+$/, "");
  if (short.length > 12)
    return `“${trimmed}” has more than 12 decimal places; write the exact number as text`;
  const amount = `${whole}${short}`.replace(/^0+(?=\d)/, "");
  return amount.length > 30 ? `“${trimmed}” is longer than 30 digits` : { amount, scale: short.length };
}

function lineOf(cells: readonly string[], columns: Columns, number: number): AnnexLine | string {
  const cell = (column: Column): string => (cells[columns.get(column) ?? -1] ?? "").trim();
  const quantityText = cell("quantity");
  let quantity: Quantity | null = null;
  if (quantityText !== "") {
    const exact = exactNumber(quantityText);
    if (typeof exact === "string") return exact;
    if (cell("unit") === "") return "the quantity has no unit";
    quantity = { ...exact, unit: unitName(cell("unit")) };
  }
  let unitValue: Money | null = null;
  if (cell("unitValue") !== "") {
    const exact = exactNumber(cell("unitValue"));
    if (typeof exact === "string") return exact;
    const currency = cell("currency").toUpperCase();
    if (!/^[A-Z]{3}$/.test(currency)) return "the value has no currency of three letters";
    unitValue = { ...exact, currency };
  }
  const origin = cell("origin") === "" ? null : countryCode(cell("origin"))?.slice(0, 2).toUpperCase();
  if (origin === undefined) return `“${cell("origin")}” is no country`;
  if (cell("shipOn") !== "" && !isDay(cell("shipOn"))) return `“${cell("shipOn")}” is no day (YYYY-MM-DD)`;
  const shipment = cell("shipment") === "" ? null : Number(cell("shipment"));
  const parsed = tryParse(annexLineSchema, {
    line: cell("line") === "" ? String(number) : cell("line"),
    item: cell("item"),
    hs: cell("hs") === "" ? null : cell("hs"),
    quantity,
    unitValue,
    origin,
    maker: cell("maker"),
    specification: cell("specification"),
    supplier: cell("supplier"),
    shipment,
    shipOn: cell("shipOn") === "" ? null : cell("shipOn"),
    controlNumber: cell("controlNumber") === "" ? null : cell("controlNumber"),
  });
  return parsed.problem === null ? parsed.data : `${parsed.problem.where}: ${parsed.problem.reason}`;
}

/** Reads the lines of an annex from a table, CSV or XLSX by the name. Throws `input-invalid` where it is no table of goods. */
export async function importLines(name: string, bytes: Uint8Array): Promise<ImportedLines> {
  const ending = /\.(csv|tsv|txt|xlsx)$/i.exec(name)?.[0].toLowerCase();
  const invalid = (reason: string): Fault =>
    new Fault({ code: "input-invalid", file: name, where: "table", reason });
  if (ending === undefined) throw invalid("a name that ends in .csv, .tsv or .xlsx");
  const folder = await mkdtemp(join(tmpdir(), "sluice-annex-"));
  try {
    const path = join(folder, `annex${ending}`);
    await writeFile(path, bytes, { mode: 0o600 });
    return await readLines(path, invalid);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readLines(path: string, invalid: (reason: string) => Fault): Promise<ImportedLines> {
  const lines: AnnexLine[] = [];
  const problems: { row: number; problem: string }[] = [];
  let columns: Columns | null = null;
  let seen = 0;
  const file = await openSubjects(path);
  for await (const records of readRecords(file, { sheet: null, onProgress: () => undefined })) {
    for (const record of records) {
      seen += 1;
      if (columns === null) {
        const found: Columns = "problem" in record ? new Map() : columnsOf(record.cells);
        if (found.has("item") || (found.has("hs") && found.has("quantity"))) columns = found;
        else if (seen >= HEADER_ROWS_MAX) throw invalid(NO_HEADER);
        continue;
      }
      if (lines.length >= APPLICATION_LIMITS.linesMax) {
        const allowed = APPLICATION_LIMITS.linesMax;
        throw new Fault({ code: "limit-exceeded", limit: "annexLinesMax", allowed, where: "table" });
      }
      const line = "problem" in record ? record.problem : lineOf(record.cells, columns, lines.length + 1);
      if (typeof line === "string") problems.push({ row: record.line, problem: line });
      else lines.push(line);
    }
  }
  if (columns === null) throw invalid(NO_HEADER);
  return { lines, problems };
}
