import { Fault } from "../../../fault.ts";
import { parsePartialDate } from "../../entity/partial-date.ts";
import { sniff } from "../decoding.ts";
import { EditionBuilder } from "../edition-builder.ts";
import { isConlist, readConlist } from "../ofsi-conlist/rows.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { readCsv, rowText, tableOf } from "../table.ts";
import { createDesignationWriter, type Designation, NO_FACTS } from "../uk-sanctions-xml/designation.ts";
import { createDesignationRows } from "../uk-sanctions-xml/merge.ts";
import { NO_VESSEL } from "../uk-sanctions-xml/vessel.ts";
import { type FieldsFacts, looksLikeFields, readFields } from "./fields.ts";
import { REGIMES } from "./regimes.ts";
import {
  isBirthTable,
  KNOWN_COLUMNS,
  type Subject,
  TABLE_NAMES,
  TABLES,
  type TableName,
  tableName,
  takeRow,
} from "./tables.ts";

const FORMAT = "uk-sanctions-tables";

/** Everything known of the subjects, by reference. */
type Book = {
  readonly subjects: Map<string, Subject>;
  readonly fields: Map<string, FieldsFacts>;
  /** What the Treasury's former list says of the same designations. */
  readonly former: Map<string, Designation>;
};

function addTable(builder: EditionBuilder, file: SourceFile, name: TableName, book: Book): void {
  const table = tableOf(readCsv(file, { format: FORMAT }), { format: FORMAT, file, required: TABLES[name] });
  for (const column of table.columns) {
    if (!KNOWN_COLUMNS.has(column)) builder.unread(`${file.name} column ${column}`);
  }
  for (const row of table.rows) {
    const place = { file: file.name, where: `line ${row.line}`, text: (): string => rowText(row) };
    builder.row(place, () => takeRow(name, (column) => table.cell(row, column) ?? "", book.subjects));
  }
}

/**
 * The converter gave dates to the wrong subjects: of 974 whose birth years the official list of April 2025 states too,
 * 885 have no year in common with it. A wrong date hides a true match, so none of them is read.
 */
function setBirthsAside(builder: EditionBuilder, file: SourceFile): void {
  builder.unread(
    `${file.name}: birth dates that contradict the official list`,
    readCsv(file, { format: FORMAT }).length - 1,
  );
  builder.note("The converted birth dates contradict the official list and are not read.");
}

/** Adds the sixth file's reasons and measures; a designation that the tables don't have was removed between the two. */
function addFields(builder: EditionBuilder, file: SourceFile, book: Book): void {
  for (const { line, text, found } of readFields(file, FORMAT)) {
    builder.row({ file: file.name, where: `line ${line}`, text: () => text }, () => {
      if ("problem" in found) return found.problem;
      if (!book.subjects.has(found.reference))
        return `no subject ${found.reference.slice(0, 40)} in the tables`;
      book.fields.set(found.reference, found.facts);
      return null;
    });
  }
}

/** Takes from the Treasury's former list what the tables lack: births, positions, contacts, owners. */
function addFormer(builder: EditionBuilder, file: SourceFile, book: Book): void {
  const conlist = readConlist(file);
  const groups = createDesignationRows();
  for (const { designation, problem } of conlist.rows) {
    if (problem === null) groups.add(designation);
    else builder.unread(`${file.name}: ${problem}`);
  }
  for (const designation of groups.merged()) {
    const reference = designation.authorityIds.find((id) => book.subjects.has(id));
    if (reference === undefined) builder.unread(`${file.name}: a group that the tables don't have`);
    else book.former.set(reference, designation);
  }
  builder.note(
    `Birth dates and places, positions, contacts and owners are those of the Treasury's list of ${conlist.date ?? file.name}.`,
  );
}

function designationOf(subject: Subject, book: Book): Designation {
  const fields = book.fields.get(subject.reference);
  const former = book.former.get(subject.reference) ?? NO_FACTS;
  const regime = REGIMES.get(subject.reference.slice(0, 3));
  return {
    ...NO_FACTS,
    reference: subject.reference,
    authorityIds: [subject.reference],
    groupId: subject.groupId,
    unReferences: subject.unReference === "" ? [] : [subject.unReference],
    kind: subject.kind,
    designatedOn: subject.designatedOn,
    updatedOn: subject.updatedOn,
    regime: regime === undefined ? [] : [regime],
    names: subject.names,
    passports: distinct(subject.passports),
    nationalIds: distinct(subject.nationalIds),
    registrations: [...new Set(subject.registrations)],
    birthCountries: [...new Set(subject.birthCountries)],
    nationalities: [...new Set(subject.nationalities)],
    countries: [...new Set(subject.countries)],
    births: former.births,
    birthPlaces: former.birthPlaces,
    titles: former.titles,
    positions: former.positions,
    genders: former.genders,
    phones: former.phones,
    websites: former.websites,
    emails: former.emails,
    entityTypes: former.entityTypes,
    parents: former.parents,
    subsidiaries: former.subsidiaries,
    vessel: { ...NO_VESSEL, ...former.vessel, imoNumbers: [...new Set(subject.imoNumbers)] },
    ...fields,
  };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function tableOfName(files: readonly SourceFile[], name: TableName): SourceFile {
  const file = files.find((candidate) => tableName(candidate) === name);
  if (file !== undefined) return file;
  const all = files.map((found) => found.name).join(", ");
  const reason = `the table of ${name} is missing`;
  throw new Fault({ code: "list-unreadable", format: FORMAT, file: all, where: "files", reason });
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({
    format: FORMAT,
    basis: "conversion",
    context,
    files,
    notes: ["A third party's tables of the UK Sanctions List, not the official file."],
  });
  const book: Book = { subjects: new Map(), fields: new Map(), former: new Map() };
  for (const name of TABLE_NAMES) addTable(builder, tableOfName(files, name), name, book);
  for (const file of files) {
    if (isBirthTable(file)) setBirthsAside(builder, file);
    else if (looksLikeFields(sniff(file))) addFields(builder, file, book);
    else if (isConlist(file)) addFormer(builder, file, book);
  }
  const writer = createDesignationWriter(builder);
  for (const subject of book.subjects.values()) {
    // A subject's own row was read well; that no name came with it shows only now.
    const problem = writer.add(designationOf(subject, book));
    if (problem !== null) builder.refuse(`${subject.reference}: ${problem}`);
  }
  writer.finish();
  const dates = [...book.subjects.values()].flatMap(
    ({ updatedOn }) => parsePartialDate(updatedOn)?.values ?? [],
  );
  return builder.finish(dates.toSorted().at(-1) ?? null);
}

/**
 * Reads the tables that a third party made of the UK Sanctions List, with its file of reasons and measures, and with
 * the Treasury's former list for what the tables lack, where those are given.
 */
export const ukSanctionsTables: ListReader = {
  format: FORMAT,
  basis: "conversion",
  recognizes: (files) =>
    files.some((file) => tableName(file) === "subjects") &&
    files.every(
      (file) =>
        tableName(file) !== null || isBirthTable(file) || looksLikeFields(sniff(file)) || isConlist(file),
    ),
  read,
};
