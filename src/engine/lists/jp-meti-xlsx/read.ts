import { countryCode } from "../../entity/country.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder } from "../edition-builder.ts";
import { readMainName } from "../jp-mof-xlsx/japanese-name.ts";
import { countryOfPlace } from "../jp-mof-xlsx/japanese-place.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { rowText, type TableRow } from "../table.ts";
import { readWorkbook } from "../workbook.ts";
import { isZip } from "../zip.ts";

const FORMAT = "jp-meti-xlsx";
/** Headers in two languages; either will do. */
const HEADERS = {
  number: /^No\.?$/iu,
  country: /国名|Country or Region/iu,
  name: /企業|Company or Organization/iu,
  alias: /別名|Also Known As/iu,
  weapons: /懸念区分|Type of WMD/iu,
  conventional: /通常兵器|Conventional Weapons/iu,
} as const;
type Column = keyof typeof HEADERS;

const CONCERNS: Readonly<Record<string, string>> = {
  B: "Biological weapons",
  C: "Chemical weapons",
  M: "Missiles",
  N: "Nuclear weapons",
};
/** Longest part of a name in an id. */
const ID_CHARS_MAX = 100;

function columnsOf(row: TableRow | undefined): ReadonlyMap<Column, number> {
  const cells = row?.cells ?? [];
  const columns = Object.keys(HEADERS) as Column[];
  return new Map(
    columns.flatMap((column): [Column, number][] => {
      const at = cells.findIndex((cell) => HEADERS[column].test(cell.normalize("NFKC").trim()));
      return at < 0 ? [] : [[column, at]];
    }),
  );
}

/** `ミサイル、核⏎M,N` */
function concernsOf(text: string): readonly string[] {
  const letters = text.normalize("NFKC").match(/(?<![A-Z])[BCMN](?![A-Z])/gu) ?? [];
  return [...new Set(letters)].flatMap((letter) => CONCERNS[letter] ?? []);
}

/** `アフガニスタン⏎Islamic Republic of Afghanistan` */
function countryOf(text: string): string | null {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.map((line) => countryCode(line) ?? countryOfPlace(line)).find((code) => code !== null) ?? null;
}

function addNames(draft: Draft, name: string, aliases: string): void {
  const main = readMainName(name);
  draft.add("name", main.name).add("alias", ...main.others);
  const lines = aliases.split(/\n(?=\s*[・･•])|^(?=[・･•])/u);
  for (const line of lines) {
    const bare = line.trim().replace(/^[・･•]\s*/u, "");
    if (bare === "") continue;
    const alias = readMainName(bare);
    draft.add("alias", alias.name);
    // Letters in an alias's brackets are often those of the house it belongs to.
    for (const other of alias.others)
      draft.add(/^[A-Z0-9&-]{2,8}$/u.test(other) ? "weakAlias" : "alias", other);
  }
}

/**
 * The list numbers its rows anew with each edition, so an entry is known by country and name; two of one name are told
 * apart by their order.
 */
function beginEntry(builder: EditionBuilder, country: string, name: string): Draft | null {
  const stem = `${country}-${name.slice(0, ID_CHARS_MAX)}`;
  for (let copy = 1; copy <= 20; copy++) {
    const draft = builder.begin("Organization", copy === 1 ? stem : `${stem}-${copy}`);
    if (draft !== null) return draft;
  }
  return null;
}

function addEntry(builder: EditionBuilder, cell: (column: Column) => string): string | null {
  const { name } = readMainName(cell("name"));
  if (!/\p{L}/u.test(name)) return "the row has no name";
  const country = countryOf(cell("country"));
  if (country === null) return `unknown country: ${cell("country").replace(/\s+/gu, " ").slice(0, 60)}`;
  const draft = beginEntry(builder, country, name);
  if (draft === null) return "more entries of one name than are told apart";
  draft.add("topics", "export.control").add("country", country);
  addNames(draft, cell("name"), cell("alias"));
  const concerns = [
    ...concernsOf(cell("weapons")),
    ...(/CW|通常兵器/u.test(cell("conventional").normalize("NFKC")) ? ["Conventional weapons"] : []),
  ];
  builder.sanction(draft, {
    program: ["外国ユーザーリスト (Foreign End User List)"],
    authorityId: [cell("number")],
    provisions: concerns,
  });
  return null;
}

function readFile(builder: EditionBuilder, file: SourceFile): void {
  for (const sheet of readWorkbook(file, FORMAT)) {
    const headerAt = sheet.rows.findIndex(
      (row) => columnsOf(row).has("name") && columnsOf(row).has("country"),
    );
    const columns = columnsOf(sheet.rows[headerAt]);
    sheet.rows.forEach((row, at) => {
      if (at === headerAt) return;
      const place = {
        file: file.name,
        where: `sheet ${sheet.name}, row ${row.line}`,
        text: () => rowText(row),
      };
      const cell = (column: Column): string => row.cells[columns.get(column) ?? -1]?.trim() ?? "";
      builder.row(place, () => {
        if (headerAt < 0 || at < headerAt) return "a row before or without the columns of the list";
        return addEntry(builder, cell);
      });
    });
  }
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({
    format: FORMAT,
    basis: "official",
    context,
    files,
    notes: ["The workbook states no date of its own."],
  });
  for (const file of files) readFile(builder, file);
  return builder.finish(null);
}

function looksLikeEndUserList(file: SourceFile): boolean {
  if (!isZip(file)) return false;
  try {
    return readWorkbook(file, FORMAT).some(({ rows }) => columnsOf(rows[0]).size >= 5);
  } catch {
    return false;
  }
}

/** Reads the Foreign End User List of Japan's Ministry of Economy, Trade and Industry, the workbook. */
export const jpMetiXlsx: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) => files.length > 0 && files.every(looksLikeEndUserList),
  read,
};
