import { parsePartialDate } from "../../entity/partial-date.ts";
import { sniff } from "../decoding.ts";
import { splitEnumerated } from "../enumeration.ts";
import type { SourceFile } from "../reader.ts";
import { readCsv, rowText, type TableRow, tableOf } from "../table.ts";
import { type Designation, NO_FACTS, nameProperty, rowProblem } from "../uk-sanctions-xml/designation.ts";
import { pairDocuments, splitDocuments } from "../uk-sanctions-xml/document.ts";
import { NO_VESSEL, type VesselFacts } from "../uk-sanctions-xml/vessel.ts";
import { readWorkbook } from "../workbook.ts";
import { isZip } from "../zip.ts";
import {
  contactsIn,
  itemsOf,
  type OtherInformation,
  readOtherInformation,
  referenceOf,
  unReferenceIn,
} from "./other-information.ts";

/** The format's name. */
export const FORMAT = "ofsi-conlist";
const REQUIRED = ["Name 6", "Group Type", "Alias Type", "Regime", "Listed On", "Group ID"];
const LINES = [1, 2, 3, 4, 5, 6].map((line) => `Address ${line}`);

/** The columns of 2020 and of 2025; another is reported as unread. */
const KNOWN: ReadonlySet<string> = new Set(
  [
    ...["Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Title", "Name Non-Latin Script"],
    ...["Non-Latin Script Type", "Non-Latin Script Language", "DOB", "Town of Birth", "Country of Birth"],
    ...["Nationality", "Passport Number", "Passport Details", "National Identification Number"],
    ...["National Identification Details", "NI Number", "Position", ...LINES, "Post/Zip Code", "Country"],
    ...["Other Information", "Group Type", "Alias Type", "Alias Quality", "Regime", "Listed On"],
    ...["UK Sanctions List Date Designated", "Last Updated", "Group ID"],
  ].map((column) => column.toLowerCase()),
);

type Cell = (column: string) => string;

function texts(...values: readonly (string | null)[]): readonly string[] {
  return values.flatMap((value) => (value === null || value === "" ? [] : [value]));
}

function readRow(one: Cell, recent: boolean): Designation {
  const text = one("Other Information");
  const information = readOtherInformation(text);
  const contacts = contactsIn([...information.labelled.values()].join(" "));
  const groupId = one("Group ID");
  const other = one("Name Non-Latin Script");
  const [type, strength] = [one("Alias Type"), one("Alias Quality")];
  return {
    ...NO_FACTS,
    reference: groupId,
    authorityIds: texts(groupId, referenceOf(information, "UK Sanctions List Ref")),
    groupId,
    unReferences: texts(referenceOf(information, "UN Ref") || unReferenceIn(information.words)),
    kind: kindOf(one("Group Type"), text),
    regime: texts(one("Regime")),
    reasons: texts(information.labelled.get("UK Statement of Reasons") ?? ""),
    notes: texts(information.words, information.labelled.get("Further Identifying Information") ?? ""),
    designatedOn: one("Listed On"),
    startedOn: one("UK Sanctions List Date Designated"),
    updatedOn: one("Last Updated"),
    names: [{ first: [1, 2, 3, 4, 5].map((box) => one(`Name ${box}`)), last: one("Name 6"), type, strength }],
    otherScripts: other === "" ? [] : [{ text: other, property: nameProperty(type, strength) ?? "alias" }],
    titles: splitEnumerated(one("Title")),
    addresses: [{ lines: LINES.map(one), postalCode: one("Post/Zip Code"), country: one("Country") }],
    phones: itemsOf(information, "Phone number"),
    websites: contacts.websites,
    emails: contacts.emails,
    genders: itemsOf(information, "Gender"),
    entityTypes: itemsOf(information, "Type of entity"),
    registrations: itemsOf(information, "Business Reg No"),
    parents: itemsOf(information, "Parent company"),
    subsidiaries: itemsOf(information, "Subsidiaries"),
    vessel: readVessel(information, text),
    ...readPerson(one),
    passports: recent
      ? pairDocuments(one("Passport Number"), one("Passport Details"))
      : splitDocuments(one("Passport Details")),
    nationalIds: recent
      ? pairDocuments(one("National Identification Number"), one("National Identification Details"))
      : splitDocuments(one("NI Number")),
  };
}

function readPerson(
  one: Cell,
): Pick<Designation, "births" | "birthPlaces" | "birthCountries" | "nationalities" | "positions"> {
  const towns = splitEnumerated(one("Town of Birth"), { blanks: true });
  const countries = splitEnumerated(one("Country of Birth"), { blanks: true });
  const paired = towns.length === countries.length;
  return {
    births: texts(one("DOB")),
    birthPlaces: towns
      .map((town, at) => ({ town, country: paired ? (countries[at] ?? "") : "" }))
      .filter(({ town, country }) => town !== "" || country !== ""),
    birthCountries: paired ? [] : texts(...countries),
    nationalities: splitEnumerated(one("Nationality")),
    positions: splitEnumerated(one("Position")),
  };
}

/** The list of 2020 had no group type for ships: it wrote `IMO: 8937675.` into an entity's information. */
function kindOf(groupType: string, information: string): string {
  return groupType === "Entity" && /^IMO:?\s*\d{7}\b/u.test(information) ? "Ship" : groupType;
}

function readVessel(information: OtherInformation, text: string): VesselFacts {
  const labelled = itemsOf(information, "IMO number");
  return {
    ...NO_VESSEL,
    imoNumbers: labelled.length > 0 ? labelled : texts(/\bIMO:?\s*(\d{7})\b/u.exec(text)?.[1] ?? ""),
    mmsis: texts(/\bMMSI:?\s*(\d{9})\b/u.exec(text)?.[1] ?? ""),
    owners: itemsOf(information, "Current owners"),
    previousOwnersOrOperators: itemsOf(information, "Previous owners"),
    flags: itemsOf(information, "Flag of ship"),
    previousFlags: itemsOf(information, "Previous flags"),
    types: itemsOf(information, "Type of ship"),
    tonnages: itemsOf(information, "Tonnage of ship"),
    lengths: itemsOf(information, "Length of ship"),
    yearsBuilt: itemsOf(information, "Year built"),
    hullNumbers: itemsOf(information, "Hull ID"),
  };
}

function rowsOf(file: SourceFile): readonly TableRow[] {
  if (!isZip(file)) return readCsv(file, { format: FORMAT, fallback: "windows-1252" });
  return readWorkbook(file, FORMAT)[0]?.rows ?? [];
}

/** `Last Updated,27/04/2020` stands before the header. */
function lastUpdated(rows: readonly TableRow[]): string | null {
  const [label, date] = rows[0]?.cells ?? [];
  return label?.trim() === "Last Updated" ? (parsePartialDate(date ?? "")?.values[0] ?? null) : null;
}

/** One row of the list; `problem` says why it can't be part of a designation. */
export type ConlistRow = {
  readonly line: number;
  readonly text: () => string;
  readonly designation: Designation;
  readonly problem: string | null;
};

/** The whole list, row by row, with its own date and the columns that are not known. */
export type Conlist = {
  readonly date: string | null;
  readonly unknownColumns: readonly string[];
  readonly rows: readonly ConlistRow[];
};

/** Reads the list from CSV or XLSX. Throws a `Fault` for what is no such file. */
export function readConlist(file: SourceFile): Conlist {
  const rows = rowsOf(file);
  const date = lastUpdated(rows);
  const table = tableOf(rows, { format: FORMAT, file, required: REQUIRED, headerAt: date === null ? 0 : 1 });
  const recent = table.columns.includes("Passport Number");
  return {
    date,
    unknownColumns: table.columns.filter((column) => !KNOWN.has(column.toLowerCase())),
    rows: table.rows.map((row) => {
      const designation = readRow((column) => table.cell(row, column) ?? "", recent);
      return { line: row.line, text: () => rowText(row), designation, problem: rowProblem(designation) };
    }),
  };
}

/** True where a file looks like this list, by content. Never throws. */
export function isConlist(file: SourceFile): boolean {
  if (!isZip(file)) return /^.{0,60}\s*Name 6,Name 1,.*Group Type,Alias Type/su.test(sniff(file));
  try {
    const cells = rowsOf(file)[1]?.cells ?? [];
    return cells.includes("Name 6") && cells.includes("Group ID") && cells.includes("Alias Type");
  } catch {
    return false;
  }
}
