import { expect, test } from "vitest";
import { Fault } from "../../fault.ts";
import type { SourceFile } from "./reader.ts";
import { type CsvOptions, readCsv, tableOf } from "./table.ts";

function file(content: string | Uint8Array): SourceFile {
  return {
    name: "list.csv",
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  };
}

function reasonOf(content: string | Uint8Array, options: Partial<CsvOptions> = {}): string {
  try {
    readCsv(file(content), { format: "test", ...options });
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
  return "no fault";
}

test("rows keep their cells as they stand and the line where they begin", () => {
  const rows = readCsv(file('\ufeffid,name\r\n1,"a ""b"", c"\r\n\r\n2,"two\nlines"\r\n3\r\n\u001a'), {
    format: "test",
    dosEnd: true,
  });
  expect(rows).toEqual([
    { line: 1, cells: ["id", "name"] },
    { line: 2, cells: ["1", 'a "b", c'] },
    { line: 3, cells: ["2", "two\nlines"] },
    { line: 6, cells: ["3"] },
  ]);
});

test("columns are found by name, and missing ones are named", () => {
  const source = file("Unique ID, Name\nDPR0001,x\n");
  const rows = readCsv(source, { format: "test" });
  const table = tableOf(rows, { format: "test", file: source, required: ["unique id", "Name"] });
  expect(table.rows.map((row) => [table.cell(row, "UNIQUE ID"), table.cell(row, "no")])).toEqual([
    ["DPR0001", null],
  ]);
  expect(() => tableOf(rows, { format: "test", file: source, required: ["Regime", "Name", "DOB"] })).toThrow(
    "list.csv: line 1: missing columns: Regime, DOB (read as test)",
  );
});

test("an encoding other than UTF-8 is read only where it is marked or allowed", () => {
  const latin = new Uint8Array(Buffer.from("1,Ren\u00e9\n", "latin1"));
  expect(reasonOf(latin)).toMatch(/bytes that are not utf-8/);
  expect(readCsv(file(latin), { format: "test", fallback: "windows-1252" })[0]?.cells[1]).toBe("René");
  const utf16 = new Uint8Array(Buffer.from("\ufeff1,정성화\n", "utf16le"));
  expect(readCsv(file(utf16), { format: "test" })[0]?.cells).toEqual(["1", "정성화"]);
});

test("each kind of wrong file is named with its place", () => {
  expect(reasonOf("")).toMatch(/the file is empty/);
  expect(reasonOf("<html><title>503</title>")).toMatch(/HTML page/);
  expect(reasonOf('1,a\n2,"b')).toMatch(/line 2: .*quote/i);
  expect(reasonOf('1,a\n2,b"c"\n')).toMatch(/line 2: .*quote/i);
  expect(reasonOf("1,a\n2,b\u0019s\n")).toMatch(
    /line 2: control characters in the text \(the first at byte 7\)/,
  );
  expect(reasonOf("1,a\u001a")).toMatch(/control characters/);
  expect(reasonOf("x".repeat(3_000_000))).toMatch(
    /list.csv: line 1: more than 1048576 \(limit csvLineCharsMax\)/,
  );
  expect(reasonOf(`1,"${"x\n".repeat(800_000)}"`)).toMatch(/line 1: .*record/i);
});
