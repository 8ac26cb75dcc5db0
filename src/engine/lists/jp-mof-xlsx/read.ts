import type { Draft } from "../draft.ts";
import { EditionBuilder } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { rowText, type TableRow } from "../table.ts";
import { readWorkbook, type Sheet, sheetNames } from "../workbook.ts";
import { columnOf, isHeader } from "./columns.ts";
import { addEntry, cellsOf, entryNumber, type MofCells, type MofSheet } from "./entry.ts";
import { readNoticeDates } from "./japanese-date.ts";

const FORMAT = "jp-mof-xlsx";
/** The index of the workbook: titles that the sheets repeat. */
const INDEX = "一覧";
/** A sheet whose measures were lifted keeps its title and the notice that lifted them. */
const LIFTED = /解除/u;
/** An entry that a notice removed keeps its number. */
const REMOVED = /削除/u;

function titleOf(rows: readonly TableRow[], name: string): string {
  const lines = rows
    .map(({ cells }) => cells.filter((cell, at) => cell !== "" && cells.indexOf(cell) === at))
    .map((cells) => cells.filter((cell) => !/^\s*[（(]注/u.test(cell)).join(" "))
    .map((line) =>
      line
        .replace(/\n?\s*[（(]注[\s\S]*$/u, "")
        .replace(/\s+/gu, " ")
        .trim(),
    )
    .filter((line) => line !== "");
  return lines.join("") || name.replace(/^\d+\s*[.．]\s*/u, "").trim();
}

function kindOf(name: string): MofSheet["kind"] {
  const plain = name.normalize("NFKC");
  if (/個人/u.test(plain) && !/団体/u.test(plain)) return "individuals";
  if (/団体|特定銀行/u.test(plain) && !/個人/u.test(plain)) return "groups";
  return "both";
}

/** The parts of sheet 1 to 7 that are named without saying whom they list, by the paragraph of resolution 1483. */
function kindOfTitle(title: string): MofSheet["kind"] {
  if (/個人$|個人[）)]$/u.test(title)) return "individuals";
  return /団体$|団体[）)]$/u.test(title) && !/個人/u.test(title) ? "groups" : "both";
}

function sheetOf(sheet: Sheet, headerAt: number): MofSheet {
  const title = titleOf(sheet.rows.slice(0, headerAt), sheet.name);
  const named = kindOf(sheet.name);
  return {
    number: /^\d+/u.exec(sheet.name.normalize("NFKC"))?.[0] ?? "",
    title,
    kind: named === "both" ? kindOfTitle(title) : named,
    columns: (sheet.rows[headerAt]?.cells ?? []).map(columnOf),
  };
}

type Progress = { newest: string | null; removed: number; previous: Draft | null };

function takeRow(
  builder: EditionBuilder,
  sheet: MofSheet,
  cells: MofCells,
  progress: Progress,
): string | null {
  if (cells("number") === "" && cells("japanese") === "" && cells("english") === "") {
    // Long statements run on into rows of their own.
    const more = [cells("notes"), cells("reason"), cells("alias"), cells("address")].filter(
      (text) => text !== "",
    );
    if (progress.previous === null || more.length === 0) return "a row without number and name";
    for (const text of more) progress.previous.keep(text);
    return null;
  }
  const problem = addEntry(builder, sheet, cells);
  if (problem !== null) return problem;
  progress.previous = builder.get(`${sheet.number}-${entryNumber(cells("number"))}`);
  const newest = readNoticeDates(cells("noticeDate")).at(-1) ?? null;
  if (newest !== null && (progress.newest === null || newest > progress.newest)) progress.newest = newest;
  return null;
}

function readSheet(builder: EditionBuilder, file: SourceFile, sheet: Sheet, progress: Progress): void {
  const headerAt = sheet.rows.findIndex(({ cells }) => isHeader(cells));
  const place = (row: TableRow): { file: string; where: string; text: () => string } => ({
    file: file.name,
    where: `sheet ${sheet.name}, row ${row.line}`,
    text: () => rowText(row),
  });
  if (headerAt < 0) {
    for (const row of sheet.rows) builder.row(place(row), () => "a sheet without the columns of a list");
    return;
  }
  const known = sheetOf(sheet, headerAt);
  known.columns.forEach((column, at) => {
    const header = sheet.rows[headerAt]?.cells[at]?.trim() ?? "";
    if (column === null && header !== "") builder.unread(`column ${header.slice(0, 60)}`);
  });
  progress.previous = null;
  for (const row of sheet.rows.slice(headerAt + 1)) {
    const cells = cellsOf(known, row);
    if (REMOVED.test(cells("noticeDate")) && cells("japanese") === "" && cells("english") === "") {
      progress.removed += 1;
      progress.previous = null;
      continue;
    }
    builder.row(place(row), () => takeRow(builder, known, cells, progress));
  }
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  const progress: Progress = { newest: null, removed: 0, previous: null };
  const lifted: string[] = [];
  for (const file of files) {
    for (const sheet of readWorkbook(file, FORMAT)) {
      if (sheet.name.trim() === INDEX) continue;
      if (LIFTED.test(sheet.name)) lifted.push(sheet.name.trim());
      else readSheet(builder, file, sheet, progress);
    }
  }
  if (progress.removed > 0) {
    builder.note(`${progress.removed} numbers stand empty: a notice removed their entries.`);
  }
  if (lifted.length > 0)
    builder.note(`Sheets whose measures were lifted are not read: ${lifted.join(", ")}.`);
  return builder.finish(progress.newest);
}

/** Reads the workbook of asset freezes of Japan's Ministry of Finance: a sheet a programme, Japanese and English names. */
export const jpMofXlsx: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) =>
    files.length > 0 &&
    files.every((file) => {
      const names = sheetNames(file);
      return names.includes(INDEX) && names.some((name) => /^\d+[.．]/u.test(name));
    }),
  read,
};
