import { parsePartialDate } from "../../entity/partial-date.ts";
import { sniff } from "../decoding.ts";
import { EditionBuilder } from "../edition-builder.ts";
import { splitEnumerated } from "../enumeration.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { readCsv, rowText, type Table, type TableRow, tableOf } from "../table.ts";
import {
  createDesignationWriter,
  type Designation,
  NO_FACTS,
  rowProblem,
} from "../uk-sanctions-xml/designation.ts";
import { pairDocuments } from "../uk-sanctions-xml/document.ts";
import { createDesignationRows } from "../uk-sanctions-xml/merge.ts";
import { NO_VESSEL } from "../uk-sanctions-xml/vessel.ts";

const FORMAT = "uk-sanctions-csv";
const REQUIRED = ["Unique ID", "Name 6", "Name type", "Regime Name", "Designation Type", "Date Designated"];
const LINES = [1, 2, 3, 4, 5, 6].map((line) => `Address Line ${line}`);

/** Every column of the layout of October 2026; another is reported as unread. */
const KNOWN: ReadonlySet<string> = new Set(
  [
    ...["Last Updated", "Unique ID", "OFSI Group ID", "UN Reference Number", "Name 6", "Name 1", "Name 2"],
    ...["Name 3", "Name 4", "Name 5", "Name type", "Alias strength", "Title", "Name non-latin script"],
    ...["Non-latin script type", "Non-latin script language", "Regime Name", "Designation Type"],
    ...["Designation source", "Sanctions Imposed", "Other Information", "UK Statement of Reasons", ...LINES],
    ...["Address Postal Code", "Address Country", "Phone number", "Website", "Email address"],
    ...["Date Designated", "D.O.B", "Nationality(/ies)", "National Identifier number"],
    ...["National Identifier additional information", "Passport number", "Passport additional information"],
    ...["Position", "Gender", "Town of birth", "Country of birth", "Type of entity", "Subsidiaries"],
    ...["Parent company", "Business registration number (s)", "IMO number", "Current owner/operator (s)"],
    ...["Previous owner/operator (s)", "Current believed flag of ship", "Previous flags", "Type of ship"],
    ...["Tonnage of ship", "Length of ship", "Year Built", "Hull identification number (HIN)"],
  ].map((column) => column.toLowerCase()),
);

type Cells = {
  readonly one: (column: string) => string;
  /** The items of a cell that numbers several. */
  readonly many: (column: string) => readonly string[];
};

function cellsOf(table: Table, row: TableRow): Cells {
  const one = (column: string): string => table.cell(row, column) ?? "";
  return { one, many: (column) => splitEnumerated(one(column)) };
}

function texts(...values: readonly string[]): readonly string[] {
  return values.filter((value) => value !== "");
}

function readRow({ one, many }: Cells): Designation {
  const reference = one("Unique ID");
  const other = one("Name non-latin script");
  const town = one("Town of birth");
  const country = one("Country of birth");
  return {
    ...NO_FACTS,
    reference,
    authorityIds: texts(reference),
    groupId: one("OFSI Group ID"),
    unReferences: texts(one("UN Reference Number")),
    kind: one("Designation Type"),
    regime: texts(one("Regime Name")),
    source: one("Designation source"),
    measures: texts(...one("Sanctions Imposed").split("|")),
    reasons: texts(one("UK Statement of Reasons")),
    notes: texts(one("Other Information")),
    designatedOn: one("Date Designated"),
    updatedOn: one("Last Updated"),
    names: [
      {
        first: [1, 2, 3, 4, 5].map((box) => one(`Name ${box}`)),
        last: one("Name 6"),
        type: one("Name type"),
        strength: one("Alias strength"),
      },
    ],
    otherScripts: other === "" ? [] : [{ text: other, property: "alias" }],
    titles: many("Title"),
    addresses: [
      {
        lines: LINES.map(one),
        postalCode: one("Address Postal Code"),
        country: one("Address Country"),
      },
    ],
    phones: many("Phone number"),
    websites: many("Website"),
    emails: many("Email address"),
    births: many("D.O.B"),
    birthPlaces: town === "" && country === "" ? [] : [{ town, country }],
    nationalities: many("Nationality(/ies)"),
    positions: many("Position"),
    genders: many("Gender"),
    passports: pairDocuments(one("Passport number"), one("Passport additional information")),
    nationalIds: pairDocuments(
      one("National Identifier number"),
      one("National Identifier additional information"),
    ),
    ...readBody({ one, many }),
  };
}

function readBody({
  many,
}: Cells): Pick<Designation, "entityTypes" | "registrations" | "parents" | "subsidiaries" | "vessel"> {
  return {
    entityTypes: many("Type of entity"),
    registrations: many("Business registration number (s)"),
    parents: many("Parent company"),
    subsidiaries: many("Subsidiaries"),
    vessel: {
      ...NO_VESSEL,
      imoNumbers: many("IMO number"),
      ownersOrOperators: many("Current owner/operator (s)"),
      previousOwnersOrOperators: many("Previous owner/operator (s)"),
      flags: many("Current believed flag of ship"),
      previousFlags: many("Previous flags"),
      types: many("Type of ship"),
      tonnages: many("Tonnage of ship"),
      lengths: many("Length of ship"),
      yearsBuilt: many("Year Built"),
      hullNumbers: many("Hull identification number (HIN)"),
    },
  };
}

/** `Report Date: 08-Oct-2026` stands before the header. */
function reportDate(rows: readonly TableRow[]): string | null {
  const text = /^Report Date:\s*(.+)$/iu.exec(rows[0]?.cells[0] ?? "")?.[1] ?? "";
  return parsePartialDate(text.replace(/-/gu, " "))?.values[0] ?? null;
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({
    format: FORMAT,
    basis: "layout-sample",
    context,
    files,
    notes: [
      "This reader rests on a retyped sample of the official layout: look at what it reports as unread.",
    ],
  });
  const writer = createDesignationWriter(builder);
  const designations = createDesignationRows();
  let date: string | null = null;
  for (const file of files) {
    const rows = readCsv(file, { format: FORMAT, fallback: "windows-1252" });
    date = reportDate(rows) ?? date;
    const headerAt = reportDate(rows) === null ? 0 : 1;
    const table = tableOf(rows, { format: FORMAT, file, required: REQUIRED, headerAt });
    for (const column of table.columns) {
      if (!KNOWN.has(column.toLowerCase())) builder.unread(`column ${column}`);
    }
    for (const row of table.rows) {
      builder.row({ file: file.name, where: `line ${row.line}`, text: () => rowText(row) }, () => {
        const designation = readRow(cellsOf(table, row));
        const problem = rowProblem(designation);
        if (problem === null) designations.add(designation);
        return problem;
      });
    }
  }
  for (const designation of designations.merged()) writer.add(designation);
  writer.finish();
  return builder.finish(date);
}

/** Reads the UK Sanctions List in the official CSV: one row per name and address, joined by Unique ID. */
export const ukSanctionsCsv: ListReader = {
  format: FORMAT,
  basis: "layout-sample",
  recognizes: (files) =>
    files.length > 0 &&
    files.every((file) => /Unique ID,OFSI Group ID,UN Reference Number/iu.test(sniff(file))),
  read,
};
