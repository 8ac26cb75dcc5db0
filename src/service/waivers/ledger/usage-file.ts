import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDay } from "../../../engine/day.ts";
import type { StatedUse } from "../../../engine/waivers/reconcile.ts";
import { unitName } from "../../../engine/waivers/unit.ts";
import { Fault } from "../../../fault.ts";
import { openSubjects } from "../../screening/files/opened-file.ts";
import { readRecords } from "../../screening/files/read-rows.ts";
import { exactNumber } from "../applications/line-import.ts";

type Column = "licence" | "line" | "quantity" | "unit" | "day" | "declaration";

/** What usage files call their columns: plain words, and those of customs' licence usage (CHIEF, CDS). */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  licence: [
    "licence",
    "license",
    "licenceref",
    "licenceno",
    "licencenumber",
    "licencereference",
    "transactionid",
    "reference",
    "waiver",
  ],
  line: ["line", "lineno", "linenum", "linenumber", "lineitem", "goodsline"],
  quantity: ["quantity", "quantityused", "usage", "usedquantity", "qty", "used"],
  unit: ["unit", "unitofmeasure", "measurementunit", "quantityunit", "uom"],
  day: ["date", "day", "usagedate", "acceptancedate", "clearancedate"],
  declaration: ["declaration", "declarationucr", "mrn", "entryno", "entrynumber", "ucr", "usageid"],
};

/** Codes of units that customs write instead of names. */
const CUSTOMS_UNITS: ReadonlyMap<string, string> = new Map([
  ["30", "piece"],
  ["NAR", "piece"],
  ["23", "kg"],
  ["KGM", "kg"],
  ["21", "g"],
  ["31", "pair"],
  ["57", "metre"],
  ["MTR", "metre"],
  ["76", "litre"],
  ["LTR", "litre"],
]);

const USES_MAX = 50_000;
const HEADER_ROWS_MAX = 10;
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The uses that a file states, and rows that could not be read: these are told, never dropped. */
export type UsageFile = {
  readonly uses: readonly StatedUse[];
  readonly problems: readonly { readonly row: number; readonly problem: string }[];
};

/** `20190422` or `2019-04-22` or `22/04/2019`, as customs write days; null for none. */
function dayOf(text: string): string | null {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const british = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  const day =
    compact !== null
      ? `${compact[1]}-${compact[2]}-${compact[3]}`
      : british !== null
        ? `${british[3]}-${british[2]}-${british[1]}`
        : text.slice(0, 10);
  return isDay(day) ? day : null;
}

function statedUse(
  cells: readonly string[],
  columns: ReadonlyMap<Column, number>,
  row: number,
): StatedUse | string {
  const cell = (column: Column): string => (cells[columns.get(column) ?? -1] ?? "").trim();
  const exact = exactNumber(cell("quantity"));
  if (typeof exact === "string") return exact;
  if (cell("licence") === "" || cell("line") === "") return "it names no licence or no line";
  const day = cell("day") === "" ? null : dayOf(cell("day"));
  if (cell("day") !== "" && day === null) return `“${cell("day")}” is no day`;
  const unit = CUSTOMS_UNITS.get(cell("unit").toUpperCase()) ?? unitName(cell("unit") || "piece");
  return {
    row,
    licence: cell("licence"),
    line: cell("line"),
    quantity: { ...exact, unit },
    day,
    declaration: cell("declaration") === "" ? null : cell("declaration"),
  };
}

/** Reads a usage file in CSV. Throws `input-invalid` where it names no licence, line and quantity. */
export async function readUsage(name: string, bytes: Uint8Array): Promise<UsageFile> {
  const folder = await mkdtemp(join(tmpdir(), "sluice-usage-"));
  try {
    const path = join(folder, "usage.csv");
    await writeFile(path, bytes, { mode: 0o600 });
    return await readUses(path, name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readUses(path: string, name: string): Promise<UsageFile> {
  const uses: StatedUse[] = [];
  const problems: { row: number; problem: string }[] = [];
  let columns: Map<Column, number> | null = null;
  let seen = 0;
  const reason = "no header names licence, line and quantity";
  const noHeader = new Fault({ code: "input-invalid", file: name, where: "header", reason });
  for await (const records of readRecords(await openSubjects(path), {
    sheet: null,
    onProgress: () => undefined,
  })) {
    for (const record of records) {
      seen += 1;
      if (columns === null) {
        const found = "problem" in record ? new Map<Column, number>() : columnsOf(record.cells);
        if (found.has("licence") && found.has("line") && found.has("quantity")) columns = found;
        else if (seen >= HEADER_ROWS_MAX) throw noHeader;
        continue;
      }
      if (uses.length >= USES_MAX)
        throw new Fault({ code: "limit-exceeded", limit: "usesMax", allowed: USES_MAX, where: name });
      const use = "problem" in record ? record.problem : statedUse(record.cells, columns, record.line);
      if (typeof use === "string") problems.push({ row: record.line, problem: use });
      else uses.push(use);
    }
  }
  if (columns === null) throw noHeader;
  return { uses, problems };
}

function columnsOf(cells: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [at, cell] of cells.entries()) {
    const named = (Object.keys(HEADERS) as Column[]).find((column) => HEADERS[column].includes(plain(cell)));
    if (named !== undefined && !columns.has(named)) columns.set(named, at);
  }
  return columns;
}
