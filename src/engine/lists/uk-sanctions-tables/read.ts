import { Fault } from "../../../fault.ts";
import { parsePartialDate } from "../../entity/partial-date.ts";
import { sniff } from "../decoding.ts";
import { EditionBuilder } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { readCsv, rowText, type Table, type TableRow, tableOf } from "../table.ts";
import {
  createDesignationWriter,
  type Designation,
  NO_FACTS,
  schemaOfKind,
} from "../uk-sanctions-xml/designation.ts";
import { NO_VESSEL } from "../uk-sanctions-xml/vessel.ts";
import { looksLikeFields, readFields } from "./fields.ts";
import { REGIMES } from "./regimes.ts";

const FORMAT = "uk-sanctions-tables";

/** The tables by the columns that only they have, all joined on unique_id. */
const TABLES = {
  subjects: ["unique_id", "subject_type", "un_reference_number", "date_designated", "last_updated"],
  names: ["unique_id", "name_type", "alias_strength", "full_name", "name_6", "name_1"],
  births: ["unique_id", "year", "month", "day", "precision"],
  identifiers: ["unique_id", "raw_value", "identifier_type", "additional_info"],
  countries: ["unique_id", "raw_value", "country_type", "iso"],
} as const;

/** What the tables have beside: their own numbers, and how the converter came to its values. */
const KNOWN = new Set([
  ...Object.values(TABLES).flat(),
  ...["id", "name_id", "dob_id", "parse_issues", "ofsi_group_id", "resolution_method", "iso_available"],
  ...["name_2", "name_3", "name_4", "name_5"],
]);

type TableName = keyof typeof TABLES;
type Cell = (column: string) => string;
/** A designation while its rows come in from five tables. */
type Growing = {
  readonly [K in keyof Designation]: Designation[K] extends readonly (infer T)[] ? T[] : Designation[K];
};
type Lists = Omit<Growing, "vessel"> & { readonly imoNumbers: string[] };

function tableName(file: SourceFile): TableName | null {
  const header = new Set((/^[^\r\n]*/u.exec(sniff(file))?.[0] ?? "").replace(/^\ufeff/u, "").split(","));
  const names = Object.keys(TABLES) as TableName[];
  return names.find((name) => TABLES[name].every((column) => header.has(column))) ?? null;
}

function begin(cell: Cell): Lists {
  const reference = cell("unique_id");
  return {
    ...emptyLists(),
    reference,
    authorityIds: [reference],
    groupId: cell("ofsi_group_id"),
    unReferences: cell("un_reference_number") === "" ? [] : [cell("un_reference_number")],
    kind: cell("subject_type"),
    regime: [],
    designatedOn: cell("date_designated"),
    updatedOn: cell("last_updated"),
  };
}

function emptyLists(): Lists {
  const { vessel: _, ...facts } = NO_FACTS;
  const copies = Object.entries(facts).map(([key, value]) => [
    key,
    Array.isArray(value) ? [...value] : value,
  ]);
  return { ...(Object.fromEntries(copies) as Omit<Growing, "vessel">), imoNumbers: [] };
}

const ADDERS: Readonly<Record<Exclude<TableName, "subjects">, (to: Lists, cell: Cell) => string | null>> = {
  names: (to, cell) => {
    if (cell("full_name") === "") return "the row has no name";
    const first = [1, 2, 3, 4, 5].map((box) => cell(`name_${box}`));
    const last = cell("name_6");
    const parts = last === "" && first.every((part) => part === "") ? cell("full_name") : last;
    to.names.push({ first, last: parts, type: cell("name_type"), strength: cell("alias_strength") });
    return null;
  },
  births: (to, cell) => {
    const parts = [cell("year"), cell("month"), cell("day")].filter((part) => part !== "");
    if (parsePartialDate(parts.join("-")) === null) return `no date: ${parts.join("-")}`;
    to.births.push(parts.join("-"));
    return null;
  },
  identifiers: (to, cell) => {
    const document = { number: cell("raw_value"), info: cell("additional_info") };
    const kind = cell("identifier_type");
    if (kind === "passport") to.passports.push(document);
    else if (kind === "national") to.nationalIds.push(document);
    else if (kind === "business_registration_numbers") to.registrations.push(document.number);
    else if (kind === "imo") to.imoNumbers.push(document.number);
    else return `unknown kind of identifier: ${kind.slice(0, 60)}`;
    return null;
  },
  countries: (to, cell) => {
    const place = cell("iso") === "" ? cell("raw_value") : cell("iso");
    const kind = cell("country_type");
    if (kind === "birth") to.birthCountries.push(place);
    else if (kind === "nationality") to.nationalities.push(place);
    else if (kind === "address") to.countries.push(place);
    else return `unknown kind of country: ${kind.slice(0, 60)}`;
    return null;
  },
};

function take(name: TableName, cell: Cell, subjects: Map<string, Lists>): string | null {
  const reference = cell("unique_id");
  const known = subjects.get(reference);
  if (name !== "subjects") {
    return known === undefined ? `no subject ${reference.slice(0, 40)}` : ADDERS[name](known, cell);
  }
  if (reference === "") return "the row has no unique_id";
  if (known !== undefined) return `unique_id ${reference.slice(0, 40)} is used by an earlier row`;
  if (schemaOfKind(cell("subject_type")) === null)
    return `unknown kind: ${cell("subject_type").slice(0, 60)}`;
  subjects.set(reference, begin(cell));
  return null;
}

function addTable(
  builder: EditionBuilder,
  file: SourceFile,
  name: TableName,
  subjects: Map<string, Lists>,
): void {
  const rows = readCsv(file, { format: FORMAT });
  const table: Table = tableOf(rows, { format: FORMAT, file, required: TABLES[name] });
  for (const column of table.columns) {
    if (!KNOWN.has(column)) builder.unread(`${file.name} column ${column}`);
  }
  for (const row of table.rows) {
    const place = { file: file.name, where: `line ${row.line}`, text: (): string => rowText(row) };
    builder.row(place, () => take(name, cellOf(table, row), subjects));
  }
}

function cellOf(table: Table, row: TableRow): Cell {
  return (column) => table.cell(row, column) ?? "";
}

/** Adds the sixth file's reasons and measures; a designation that the tables don't have was removed between the two. */
function addFields(builder: EditionBuilder, file: SourceFile, subjects: Map<string, Lists>): void {
  for (const { line, text, found } of readFields(file, FORMAT)) {
    builder.row({ file: file.name, where: `line ${line}`, text: () => text }, () => {
      if ("problem" in found) return found.problem;
      const subject = subjects.get(found.reference);
      if (subject === undefined) return `no subject ${found.reference.slice(0, 40)} in the tables`;
      subjects.set(found.reference, {
        ...subject,
        ...(found.facts as Pick<Lists, keyof typeof found.facts>),
      });
      return null;
    });
  }
}

function designationOf(subject: Lists): Designation {
  const { imoNumbers, ...facts } = subject;
  const regime = REGIMES.get(facts.reference.slice(0, 3));
  return {
    ...facts,
    regime: facts.regime.length > 0 || regime === undefined ? facts.regime : [regime],
    passports: distinct(facts.passports),
    nationalIds: distinct(facts.nationalIds),
    // A country that an address states already needs no saying again.
    countries: [...new Set(facts.countries)],
    nationalities: [...new Set(facts.nationalities)],
    birthCountries: [...new Set(facts.birthCountries)],
    registrations: [...new Set(facts.registrations)],
    vessel: { ...NO_VESSEL, imoNumbers: [...new Set(imoNumbers)] },
  };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({
    format: FORMAT,
    basis: "conversion",
    context,
    files,
    notes: [
      "A third party's tables of the UK Sanctions List, not the official file: few birth dates and no places of birth, positions or owners.",
    ],
  });
  const subjects = new Map<string, Lists>();
  const named = new Map(files.map((file) => [tableName(file), file]));
  for (const name of Object.keys(TABLES) as TableName[]) {
    const file = named.get(name);
    if (file === undefined) {
      const where = files.map((found) => found.name).join(", ");
      const reason = `the table of ${name} is missing`;
      throw new Fault({ code: "list-unreadable", format: FORMAT, file: where, where: "files", reason });
    }
    addTable(builder, file, name, subjects);
  }
  for (const file of files) if (looksLikeFields(sniff(file))) addFields(builder, file, subjects);
  const writer = createDesignationWriter(builder);
  for (const subject of subjects.values()) addSubject(builder, writer.add, designationOf(subject));
  writer.finish();
  const dates = [...subjects.values()].flatMap(({ updatedOn }) => parsePartialDate(updatedOn)?.values ?? []);
  return builder.finish(dates.toSorted().at(-1) ?? null);
}

/** A subject's own row was read well; that no name came with it shows only now. */
function addSubject(
  builder: EditionBuilder,
  add: (designation: Designation) => string | null,
  designation: Designation,
): void {
  const problem = add(designation);
  if (problem !== null) builder.refuse(`${designation.reference}: ${problem}`);
}

/** Reads the five tables that a third party made of the UK Sanctions List, and its file of reasons where that is given. */
export const ukSanctionsTables: ListReader = {
  format: FORMAT,
  basis: "conversion",
  recognizes: (files) =>
    files.some((file) => tableName(file) === "subjects") &&
    files.every((file) => tableName(file) !== null || looksLikeFields(sniff(file))),
  read,
};
