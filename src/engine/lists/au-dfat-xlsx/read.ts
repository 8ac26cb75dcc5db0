import { parsePartialDate } from "../../entity/partial-date.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { readCountries } from "../stated-countries.ts";
import { rowText, type Table, type TableRow, tableOf } from "../table.ts";
import { addDocument, addRegistrations } from "../uk-sanctions-xml/document.ts";
import { readWorkbook } from "../workbook.ts";
import { isZip } from "../zip.ts";
import { countryAtEnd, datesOf, firstListed, itemsOf, labelledItems, numbersIn, placesOf } from "./cells.ts";

const FORMAT = "au-dfat-xlsx";
const NAME = "Name of Individual or Entity";
const REQUIRED = [
  "Reference",
  NAME,
  "Type",
  "Name Type",
  "Listing Information",
  "Committees",
  "Control Date",
];
const KNOWN: ReadonlySet<string> = new Set(
  [
    ...REQUIRED,
    ...["Date of Birth", "Place of Birth", "Citizenship", "Address", "Additional Information"],
    // Columns of the later layout.
    ...["Alias Strength", "Instrument of Designation", "IMO Number"],
  ].map((column) => column.toLowerCase()),
);

const SCHEMATA: ReadonlyMap<string, string> = new Map([
  ["individual", "Person"],
  ["entity", "Organization"],
  ["vessel", "Vessel"],
]);

const NAME_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ["primary name", "name"],
  ["aka", "alias"],
  ["alias", "alias"],
  ["original script", "alias"],
  ["formerly known as", "previousName"],
  ["previously listed as", "previousName"],
]);

/** One row, tidied. */
type Entry = {
  /** The number that all rows of a party share: `12` of 12, 12a and 12c1. */
  readonly number: string;
  readonly schema: string;
  readonly name: string;
  readonly property: string;
  readonly cell: (column: string) => string;
};

function readEntry(table: Table, row: TableRow): Entry | string {
  const cell = (column: string): string => table.cell(row, column) ?? "";
  const number = /^(\d+)(?:[a-z]+\d*)?$/iu.exec(cell("Reference").replace(/\s+/gu, ""))?.[1];
  if (number === undefined) return `not a reference: ${cell("Reference").slice(0, 60)}`;
  const schema = SCHEMATA.get(cell("Type").toLowerCase());
  if (schema === undefined) return `unknown type: ${cell("Type").slice(0, 60)}`;
  const type = cell("Name Type").toLowerCase().replace(/\s+/gu, " ");
  const known = NAME_PROPERTIES.get(type);
  if (known === undefined) return `unknown name type: ${cell("Name Type").slice(0, 60)}`;
  if (cell(NAME) === "") return "the row has no name";
  const weak = known === "alias" && /weak|low/iu.test(cell("Alias Strength"));
  return { number, schema, name: cell(NAME), property: weak ? "weakAlias" : known, cell };
}

function addParty(builder: EditionBuilder, draft: Draft, entry: Entry): void {
  const { cell } = entry;
  for (const date of datesOf(cell("Date of Birth"))) draft.addDate("birthDate", date);
  for (const place of placesOf(cell("Place of Birth"))) {
    if (!draft.allows("birthPlace")) draft.keep(`Place of birth: ${place}`);
    else draft.add("birthPlace", place).add("birthCountry", countryAtEnd(place));
  }
  for (const text of itemsOf(cell("Citizenship"))) {
    const { codes, unread } = readCountries(text);
    draft.add("nationality", ...codes).addCountry("nationality", ...unread);
  }
  const information = cell("Additional Information");
  if (draft.schema === "Person") {
    draft.add("title", ...labelledItems(information, "Title"));
    draft.add("position", ...labelledItems(information, "Designation"));
  }
  if (draft.schema === "Vessel") draft.add("imoNumber", ...(cell("IMO Number").match(/\d{7}/gu) ?? []));
  draft.keep(information);
  const numbers = numbersIn(information);
  if (draft.schema === "Person") {
    for (const found of numbers.passports) addDocument(builder, draft, { ...found, passport: true });
    for (const found of numbers.nationalIds) addDocument(builder, draft, { ...found, passport: false });
  } else addRegistrations(builder, draft, numbers.registrations);
  for (const full of placesOf(cell("Address"))) {
    if (!draft.values("address").includes(full)) {
      builder.address(draft, { full, country: countryAtEnd(full) });
    }
  }
}

function addSanction(builder: EditionBuilder, draft: Draft, entry: Entry): void {
  const { cell } = entry;
  const committees = cell("Committees").replace(/\s+/gu, " ");
  builder.sanction(draft, {
    program: [committees],
    programId: /\bDPRK\b/u.test(committees) ? ["AU-DPRK"] : [],
    authorityId: [entry.number],
    listingDate: firstListed(cell("Listing Information")),
    modifiedAt: cell("Control Date"),
    summary: [cell("Listing Information"), cell("Instrument of Designation")],
  });
}

/** A party's rows repeat its facts; a later row that states other facts adds them. */
function addEntry(builder: EditionBuilder, entry: Entry, seen: Map<string, Set<string>>): string | null {
  const known = builder.get(entry.number);
  const draft = known ?? builder.begin(entry.schema, entry.number);
  if (draft === null) return builder.duplicateReason(entry.number);
  draft.add(entry.property, entry.name);
  const facts = ["Date of Birth", "Place of Birth", "Citizenship", "Address", "Additional Information"]
    .map(entry.cell)
    .join("|");
  const stated = seen.get(entry.number) ?? new Set<string>();
  seen.set(entry.number, stated);
  if (known === null) {
    draft.add("topics", "sanction");
    addSanction(builder, draft, entry);
  }
  if (!stated.has(facts)) addParty(builder, draft, entry);
  stated.add(facts);
  return null;
}

/** A party whose rows have no primary name is called by the first of its others. */
function nameAll(builder: EditionBuilder, numbers: Iterable<string>): void {
  for (const number of numbers) {
    const draft = builder.get(number);
    if (draft === null || draft.values("name").length > 0) continue;
    const others = ["alias", "weakAlias", "previousName"].flatMap((property) => draft.values(property));
    draft.add("name", others[0]);
    builder.unread("party without a primary name");
  }
}

function readFile(builder: EditionBuilder, file: SourceFile): string | null {
  const rows = readWorkbook(file, FORMAT)[0]?.rows ?? [];
  const table = tableOf(rows, { format: FORMAT, file, required: REQUIRED });
  for (const column of table.columns) {
    if (column !== "" && !KNOWN.has(column.toLowerCase())) builder.unread(`column ${column}`);
  }
  const seen = new Map<string, Set<string>>();
  let newest: string | null = null;
  for (const row of table.rows) {
    builder.row({ file: file.name, where: `row ${row.line}`, text: () => rowText(row) }, () => {
      const entry = readEntry(table, row);
      if (typeof entry === "string") return entry;
      const date = parsePartialDate(entry.cell("Control Date"))?.values[0] ?? null;
      if (date !== null && (newest === null || date > newest)) newest = date;
      return addEntry(builder, entry, seen);
    });
  }
  nameAll(builder, seen.keys());
  return newest;
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  const dates = files.flatMap((file) => readFile(builder, file) ?? []);
  return builder.finish(dates.toSorted().at(-1) ?? null);
}

function looksLikeDfat(file: SourceFile): boolean {
  if (!isZip(file)) return false;
  try {
    const header = readWorkbook(file, FORMAT)[0]?.rows[0]?.cells ?? [];
    return header.includes(NAME) && header.includes("Control Date");
  } catch {
    return false;
  }
}

/** Reads the consolidated list of Australia's Department of Foreign Affairs and Trade, the workbook. */
export const auDfatXlsx: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) => files.length > 0 && files.every(looksLikeDfat),
  read,
};
