import { sniff } from "../decoding.ts";
import type { SourceFile } from "../reader.ts";
import { type StatedName, schemaOfKind } from "../uk-sanctions-xml/designation.ts";
import type { StatedDocument } from "../uk-sanctions-xml/document.ts";

/** The tables by the columns that only they have, all joined on unique_id. */
export const TABLES = {
  subjects: ["unique_id", "subject_type", "un_reference_number", "date_designated", "last_updated"],
  names: ["unique_id", "name_type", "alias_strength", "full_name", "name_6", "name_1"],
  identifiers: ["unique_id", "raw_value", "identifier_type", "additional_info"],
  countries: ["unique_id", "raw_value", "country_type", "iso"],
} as const;
export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** What the tables have beside: their own numbers, and how the converter came to its values. */
export const KNOWN_COLUMNS: ReadonlySet<string> = new Set([
  ...Object.values(TABLES).flat(),
  ...["id", "name_id", "ofsi_group_id", "resolution_method", "iso_available"],
  ...["name_2", "name_3", "name_4", "name_5"],
]);

/** A subject while its rows come in from the tables. */
export type Subject = {
  readonly reference: string;
  readonly groupId: string;
  readonly unReference: string;
  readonly kind: string;
  readonly designatedOn: string;
  readonly updatedOn: string;
  readonly names: StatedName[];
  readonly passports: StatedDocument[];
  readonly nationalIds: StatedDocument[];
  readonly registrations: string[];
  readonly imoNumbers: string[];
  readonly birthCountries: string[];
  readonly nationalities: string[];
  readonly countries: string[];
};

type Cell = (column: string) => string;

function header(file: SourceFile): ReadonlySet<string> {
  const line = /^[^\r\n]*/u.exec(sniff(file))?.[0] ?? "";
  return new Set(line.replace(/^\ufeff/u, "").split(","));
}

/** Which of the tables a file is, by its header; null where it is none. */
export function tableName(file: SourceFile): TableName | null {
  const columns = header(file);
  return TABLE_NAMES.find((name) => TABLES[name].every((column) => columns.has(column))) ?? null;
}

/** True for the converter's table of birth dates. */
export function isBirthTable(file: SourceFile): boolean {
  const columns = header(file);
  return ["dob_id", "unique_id", "year", "month", "day"].every((column) => columns.has(column));
}

function begin(cell: Cell): Subject {
  return {
    reference: cell("unique_id"),
    groupId: cell("ofsi_group_id"),
    unReference: cell("un_reference_number"),
    kind: cell("subject_type"),
    designatedOn: cell("date_designated"),
    updatedOn: cell("last_updated"),
    names: [],
    passports: [],
    nationalIds: [],
    registrations: [],
    imoNumbers: [],
    birthCountries: [],
    nationalities: [],
    countries: [],
  };
}

function addName(subject: Subject, cell: Cell): string | null {
  if (cell("full_name") === "") return "the row has no name";
  const first = [1, 2, 3, 4, 5].map((box) => cell(`name_${box}`));
  const bare = [...first, cell("name_6")].every((part) => part === "");
  const last = bare ? cell("full_name") : cell("name_6");
  subject.names.push({ first, last, type: cell("name_type"), strength: cell("alias_strength") });
  return null;
}

function addIdentifier(subject: Subject, cell: Cell): string | null {
  const document = { number: cell("raw_value"), info: cell("additional_info") };
  const kind = cell("identifier_type");
  if (kind === "passport") subject.passports.push(document);
  else if (kind === "national") subject.nationalIds.push(document);
  else if (kind === "business_registration_numbers") subject.registrations.push(document.number);
  else if (kind === "imo") subject.imoNumbers.push(document.number);
  else return `unknown kind of identifier: ${kind.slice(0, 60)}`;
  return null;
}

function addCountry(subject: Subject, cell: Cell): string | null {
  const place = cell("iso") === "" ? cell("raw_value") : cell("iso");
  const kind = cell("country_type");
  if (kind === "birth") subject.birthCountries.push(place);
  else if (kind === "nationality") subject.nationalities.push(place);
  else if (kind === "address") subject.countries.push(place);
  else return `unknown kind of country: ${kind.slice(0, 60)}`;
  return null;
}

/** Takes one row of a table into the subjects; null, or why it could not. The table of subjects comes first. */
export function takeRow(table: TableName, cell: Cell, subjects: Map<string, Subject>): string | null {
  const reference = cell("unique_id");
  const known = subjects.get(reference);
  if (table !== "subjects") {
    if (known === undefined) return `no subject ${reference.slice(0, 40)}`;
    if (table === "names") return addName(known, cell);
    return table === "identifiers" ? addIdentifier(known, cell) : addCountry(known, cell);
  }
  if (reference === "") return "the row has no unique_id";
  if (known !== undefined) return `unique_id ${reference.slice(0, 40)} is used by an earlier row`;
  if (schemaOfKind(cell("subject_type")) === null)
    return `unknown kind: ${cell("subject_type").slice(0, 60)}`;
  subjects.set(reference, begin(cell));
  return null;
}
