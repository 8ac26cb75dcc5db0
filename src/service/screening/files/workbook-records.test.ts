import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkbook } from "../../../engine/lists/workbook.ts";
import type { TableRecord } from "./line-records.ts";
import { openSubjects } from "./opened-file.ts";
import { readWorkbookRecords } from "./workbook-records.ts";

const ROWS = 5_000;
let folder: string;
let bytes: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sluice-workbook-"));
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Cover").addRows([["Prepared by"], ["김민지"]]);
  const sheet = book.addWorksheet("Customers");
  sheet.addRow(["name", "born"]);
  for (let row = 1; row <= ROWS; row += 1) sheet.addRow([`홍길동 ${row}`, new Date(Date.UTC(1950, 0, row))]);
  bytes = Buffer.from(await book.xlsx.writeBuffer());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function recordsOf(
  content: Uint8Array,
  sheet: string | null,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<readonly TableRecord[]> {
  const path = join(folder, `${Math.random()}.xlsx`);
  writeFileSync(path, content);
  const file = await openSubjects(path);
  const all: TableRecord[] = [];
  for await (const some of readWorkbookRecords(file, { sheet, onProgress })) all.push(...some);
  return all;
}

test("a sheet that is read piece by piece is the sheet that is read whole, and tells how far it is", async () => {
  const book = openWorkbook({ name: "list.xlsx", bytes }, "xlsx");
  const seen: number[] = [];
  const records = await recordsOf(bytes, "Customers", (fraction) => seen.push(fraction));
  expect(records).toEqual(book.rows(book.sheets[1] ?? expect.fail()));
  expect(records).toHaveLength(ROWS + 1);
  expect(records.at(-1)).toEqual({ line: ROWS + 1, cells: [`홍길동 ${ROWS}`, "1963-09-09"] });
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toBe(1);
  expect(await recordsOf(bytes, null)).toEqual([
    { line: 1, cells: ["Prepared by"] },
    { line: 2, cells: ["김민지"] },
  ]);
});

test("many read at once are each read whole", async () => {
  const all = await Promise.all(Array.from({ length: 24 }, () => recordsOf(bytes, "Customers")));
  for (const records of all) expect(records).toHaveLength(ROWS + 1);
});

test("a sheet that is not there, a cut file and a part that unpacks to more than it states are refused", async () => {
  await expect(recordsOf(bytes, "Clients")).rejects.toThrow(
    'workbook: no sheet "Clients"; found: Cover, Customers',
  );
  await expect(recordsOf(bytes.subarray(0, bytes.length - 60), null)).rejects.toThrow(/not a whole workbook/);
  const name = Buffer.from("xl/worksheets/sheet2.xml");
  const directory = bytes.lastIndexOf(name) - 46;
  for (const stated of [1_000, 600_000]) {
    const changed = Buffer.from(bytes);
    changed.writeUInt32LE(stated, directory + 24);
    await expect(recordsOf(changed, "Customers")).rejects.toThrow(/size that the archive states/);
  }
});
