import { EditionBuilder } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { createDesignationWriter } from "../uk-sanctions-xml/designation.ts";
import { createDesignationRows } from "../uk-sanctions-xml/merge.ts";
import { FORMAT, isConlist, readConlist } from "./rows.ts";

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  const writer = createDesignationWriter(builder);
  const groups = createDesignationRows();
  const dates: string[] = [];
  for (const file of files) {
    const { date, unknownColumns, rows } = readConlist(file);
    if (date !== null) dates.push(date);
    for (const column of unknownColumns) builder.unread(`column ${column}`);
    for (const { line, text, designation, problem } of rows) {
      builder.row({ file: file.name, where: `line ${line}`, text }, () => {
        if (problem === null) groups.add(designation);
        return problem;
      });
    }
  }
  for (const designation of groups.merged()) writer.add(designation);
  writer.finish();
  builder.note("The Treasury closed this list on 28 January 2026; the UK Sanctions List takes its place.");
  return builder.finish(dates.toSorted().at(-1) ?? null);
}

/** Reads the former consolidated list of the Office of Financial Sanctions Implementation, CSV or XLSX. */
export const ofsiConlist: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) => files.length > 0 && files.every(isConlist),
  read,
};
