import ExcelJs from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Fault } from "../../fault.ts";
import type { SourceFile } from "./reader.ts";
import { readWorkbook, sheetNames } from "./workbook.ts";
import { openZip } from "./zip.ts";

async function workbook(): Promise<SourceFile> {
  const book = new ExcelJs.Workbook();
  const sheet = book.addWorksheet("명단");
  sheet.addRow(["이름", "Birth", "No.", "Listed"]);
  sheet.addRow([]);
  sheet.addRow([{ richText: [{ text: "JONG " }, { text: "Song Hwa" }] }, new Date("1970-02-05"), 1.5, true]);
  sheet.getCell("F4").value = "far";
  book.addWorksheet("Old", { state: "hidden" }).addRow(["a\nb"]);
  return { name: "list.xlsx", bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

function reasonOf(file: SourceFile): string {
  try {
    readWorkbook(file, "test");
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
  return "no fault";
}

test("sheets come out as rows of texts with dates in ISO and the row's own number", async () => {
  const file = await workbook();
  expect(readWorkbook(file, "test")).toEqual([
    {
      name: "명단",
      hidden: false,
      rows: [
        { line: 1, cells: ["이름", "Birth", "No.", "Listed"] },
        { line: 3, cells: ["JONG Song Hwa", "1970-02-05", "1.5", "TRUE"] },
        { line: 4, cells: ["", "", "", "", "", "far"] },
      ],
    },
    { name: "Old", hidden: true, rows: [{ line: 1, cells: ["a\nb"] }] },
  ]);
  expect(sheetNames(file)).toEqual(["명단", "Old"]);
  expect(sheetNames({ name: "x", bytes: new Uint8Array([1]) })).toEqual([]);
});

test("what is no whole workbook is refused with its reason", async () => {
  const file = await workbook();
  const html = new TextEncoder().encode("<html></html>");
  expect(reasonOf({ name: "list.xlsx", bytes: html })).toMatch(/HTML page/);
  expect(reasonOf({ name: "list.xlsx", bytes: file.bytes.subarray(0, file.bytes.length - 50) })).toMatch(
    /cut off/,
  );
});

test("a part that unpacks to more than it states is refused unread", async () => {
  const file = await workbook();
  const bytes = file.bytes.slice();
  const name = Buffer.from("xl/workbook.xml");
  const directory = Buffer.from(bytes).lastIndexOf(name) - 46;
  new DataView(bytes.buffer).setUint32(directory + 24, 10, true);
  expect(() => openZip({ name: "bomb.xlsx", bytes }, "test").part("xl/workbook.xml")).toThrow(
    /does not unpack to the size/,
  );
  new DataView(bytes.buffer).setUint32(directory + 24, 0xffff_ffff, true);
  expect(reasonOf({ name: "bomb.xlsx", bytes })).toMatch(/unpack to more than 536870912 bytes/);
});

test("a mutated workbook gives sheets or a Fault, never anything else", async () => {
  const file = await workbook();
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(file.bytes.length - 1), fc.nat(255)), { maxLength: 4 }),
      fc.integer({ min: 1, max: file.bytes.length }),
      (flips, length) => {
        const bytes = file.bytes.slice(0, length);
        for (const [at, byte] of flips) if (at < length) bytes[at] = byte;
        reasonOf({ name: "list.xlsx", bytes });
      },
    ),
    { numRuns: 300 },
  );
});
