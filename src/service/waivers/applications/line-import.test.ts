import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { importLines } from "./line-import.ts";

async function workbook(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("부속서");
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

it("an annex in a workbook, with a title above its header and Korean columns, is read line by line, exactly", async () => {
  const bytes = await workbook([
    ["화상상봉 장비"],
    [],
    ["번호", "품명", "세번", "수량", "단위", "단가", "통화", "원산지"],
    [1, "모니터", "8528.52", 20, "대", 240.5, "USD", "KR"],
    [2, "광케이블", "8544.70", 0.5, "km", null, null, "KR"],
    [3, "카메라", "8525.89", 0.1 + 0.2, "개", null, null, "KR"],
  ]);
  const { lines, problems } = await importLines("annex.xlsx", bytes);
  expect(
    lines.map(({ line, item, hs, quantity }) => [line, item, hs, quantity?.amount, quantity?.scale]),
  ).toEqual([
    ["1", "모니터", "8528.52", "20", 0],
    ["2", "광케이블", "8544.70", "5", 1],
  ]);
  expect(lines[0]?.unitValue).toEqual({ amount: "2405", scale: 1, currency: "USD" });
  // A number that the spreadsheet has rounded is told, and not taken for what it nearly is.
  expect(problems.map(({ row }) => row)).toEqual([6]);
});

it("a workbook without a header, and a file that is none, are refused in words", async () => {
  await expect(
    importLines(
      "annex.xlsx",
      await workbook([
        ["a", "b"],
        [1, 2],
      ]),
    ),
  ).rejects.toThrow(/no header names/);
  await expect(importLines("annex.xlsx", Buffer.from("MZ"))).rejects.toThrow();
});
