import { Fault } from "../../../fault.ts";
import { propertyOf } from "../../entity/model.ts";
import { sniff } from "../decoding.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder, idPart } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { readCountries } from "../stated-countries.ts";
import { readCsv, rowText, type TableRow } from "../table.ts";
import { readWorkbook } from "../workbook.ts";
import { isZip } from "../zip.ts";
import { cellValues, namesParty, type RecognizedColumns, recognizeColumns, schemaOfWord } from "./columns.ts";

const FORMAT = "plain-csv";

/** Facts of the designation, not of the party. */
const SANCTION = new Set(
  "authorityId program programId listingDate startDate endDate reason provisions unscId status".split(" "),
);

type Mapping = Readonly<Record<string, string>>;
/** A row's values by property. */
type Values = ReadonlyMap<string, readonly string[]>;

function rowsOf(file: SourceFile): readonly TableRow[] {
  if (isZip(file)) return readWorkbook(file, FORMAT).find(({ hidden }) => !hidden)?.rows ?? [];
  const delimiter = delimiterOf(sniff(file));
  return readCsv(file, { format: FORMAT, delimiter, fallback: "windows-1252" });
}

/** Spreadsheets of many countries write `;` or tabs where others write commas. */
function delimiterOf(head: string): string {
  const line = /^[^\r\n]*/u.exec(head)?.[0] ?? "";
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

function valuesOfRow(row: TableRow, columns: RecognizedColumns["columns"]): Values {
  return new Map(
    Object.entries(columns).flatMap(([property, places]): [string, readonly string[]][] => {
      const values = places.flatMap((at) => cellValues(property, row.cells[at] ?? ""));
      return values.length === 0 ? [] : [[property, values]];
    }),
  );
}

/** What the row says that the party is; else what its facts show it to be. */
function schemaOf(values: Values): string | { readonly problem: string } {
  const stated = values.get("schema")?.[0];
  if (stated !== undefined) {
    return schemaOfWord(stated) ?? { problem: `unknown kind of party: ${stated.slice(0, 60)}` };
  }
  const has = (...properties: readonly string[]): boolean =>
    properties.some((property) => values.has(property));
  if (has("imoNumber", "mmsi")) return "Vessel";
  if (has("birthDate", "passportNumber", "firstName", "lastName", "gender", "birthPlace")) return "Person";
  if (has("publicKey") && !has("name")) return "CryptoWallet";
  return has("leiCode", "jurisdiction", "incorporationDate", "uscCode") ? "Company" : "LegalEntity";
}

function nameParts(values: Values): string {
  const parts = ["firstName", "middleName", "lastName"].flatMap((property) => values.get(property) ?? []);
  return parts.join(" ");
}

function addValues(builder: EditionBuilder, draft: Draft, values: Values): void {
  for (const [property, stated] of values) {
    if (property === "id" || property === "schema" || SANCTION.has(property)) continue;
    if (property === "address") for (const full of stated) builder.address(draft, { full });
    else if (propertyOf(draft.schema, property)?.type === "country") {
      for (const text of stated) addCountries(draft, property, text);
    } else if (draft.allows(property)) draft.add(property, ...stated);
    else for (const value of stated) draft.keep(`${property}: ${value}`);
  }
  if (draft.values("name").length === 0) draft.add("name", nameParts(values));
}

function addCountries(draft: Draft, property: string, text: string): void {
  const { codes, unread } = readCountries(text);
  draft.add(property, ...codes).addCountry(property, ...unread);
}

function addParty(builder: EditionBuilder, values: Values, reference: string): string | null {
  const schema = schemaOf(values);
  if (typeof schema !== "string") return schema.problem;
  if (
    !values.has("name") &&
    nameParts(values) === "" &&
    !(schema === "CryptoWallet" && values.has("publicKey"))
  ) {
    return "the row has no name";
  }
  const draft = builder.begin(schema, reference);
  if (draft === null) return builder.duplicateReason(reference);
  addValues(builder, draft, values);
  const of = (property: string): readonly string[] => values.get(property) ?? [];
  builder.sanction(draft, {
    program: of("program"),
    programId: of("programId"),
    authorityId: of("authorityId").length > 0 ? of("authorityId") : of("id"),
    unscId: of("unscId"),
    reason: of("reason"),
    provisions: of("provisions"),
    status: of("status"),
    listingDate: of("listingDate")[0],
    startDate: of("startDate")[0],
    endDate: of("endDate")[0],
  });
  return null;
}

/** A row's own number where it has one, else its place: stable as long as rows are only added at the end. */
function referenceOf(values: Values, row: TableRow): string {
  const stated = values.get("authorityId")?.[0] ?? values.get("id")?.[0] ?? "";
  return idPart(stated) === "" ? `row-${row.line}` : stated;
}

function readFile(builder: EditionBuilder, file: SourceFile, mapping: Mapping): void {
  const [header, ...rows] = rowsOf(file);
  const headers = (header?.cells ?? []).map((cell) => cell.trim());
  const { columns, unrecognized } = recognizeColumns(headers, mapping);
  if (!namesParty(columns)) {
    throw new Fault({
      code: "list-unreadable",
      format: FORMAT,
      file: file.name,
      where: `line ${header?.line ?? 1}`,
      reason: `no column is a name; found: ${headers.join(", ").slice(0, 1_000)}`,
    });
  }
  for (const column of unrecognized) builder.unread(`column ${column.slice(0, 80)}`);
  const unknown = unrecognized.map((column) => ({ column, at: headers.indexOf(column.trim()) }));
  for (const row of rows) {
    const place = { file: file.name, where: `line ${row.line}`, text: (): string => rowText(row) };
    builder.row(place, () => {
      // `Kim, Chol,KP` without quotes would be read as the party "Kim".
      if (row.cells.slice(headers.length).some((cell) => cell.trim() !== "")) {
        return "more cells than the header has columns";
      }
      const values = valuesOfRow(row, columns);
      const reference = referenceOf(values, row);
      const problem = addParty(builder, values, reference);
      if (problem === null) keepUnknown(builder.get(reference), row, unknown);
      return problem;
    });
  }
}

/** Columns that say nothing to us may say something to the person who reads a hit. */
function keepUnknown(
  draft: Draft | null,
  row: TableRow,
  columns: readonly { readonly column: string; readonly at: number }[],
): void {
  for (const { column, at } of columns) {
    const text = row.cells[at]?.trim() ?? "";
    if (text !== "") draft?.keep(`${column.trim()}: ${text}`);
  }
}

function looksLikeTable(file: SourceFile): boolean {
  if (isZip(file)) {
    try {
      return namesParty(recognizeColumns(rowsOf(file)[0]?.cells ?? []).columns);
    } catch {
      return false;
    }
  }
  const head = sniff(file).replace(/^\ufeff/u, "");
  const line = /^[^\r\n]*/u.exec(head)?.[0] ?? "";
  const headers = line.split(delimiterOf(line)).map((cell) => cell.replace(/^"|"$/gu, ""));
  return /^[^<{[]/u.test(line) && namesParty(recognizeColumns(headers).columns);
}

/**
 * A reader of an own table, CSV or XLSX, one party a row. `mapping` names the property of columns by their header, where
 * the header itself does not say it; a table without a name column is a `Fault` that lists the columns found.
 */
export function plainCsvReader(mapping: Mapping = {}): ListReader {
  return {
    format: FORMAT,
    basis: "official",
    recognizes: (files) => files.length > 0 && files.every(looksLikeTable),
    read: (files: readonly SourceFile[], context: ReadContext): EditionContent => {
      const builder = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
      for (const file of files) readFile(builder, file, mapping);
      return builder.finish(null);
    },
  };
}

/** Reads an own watch list or allow list by its headers alone, in English or Korean. */
export const plainCsv: ListReader = plainCsvReader();
