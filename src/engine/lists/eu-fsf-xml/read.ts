import { parsePartialDate } from "../../entity/partial-date.ts";
import { sniff } from "../decoding.ts";
import { EditionBuilder } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { elementText, placeOf, readElements, rootName } from "../xml.ts";
import { createEntryWriter } from "./entry.ts";

const FORMAT = "eu-fsf-xml";
const NAMESPACE = "http://eu.europa.ec/fpi/fsd/export";

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  const writer = createEntryWriter(builder);
  let date: string | null = null;
  for (const file of files) {
    const options = { format: FORMAT, roots: ["export"], records: ["sanctionEntity"] };
    const frame = readElements(file, options, (element) => {
      const place = { file: file.name, where: placeOf(element), text: () => elementText(element) };
      builder.row(place, () => writer.add(element));
    });
    const generated = parsePartialDate((frame.attributes.generationDate ?? "").slice(0, 10));
    date = generated?.values[0] ?? date;
    for (const [path, count] of frame.others) builder.unread(path, count);
  }
  writer.finish();
  return builder.finish(date?.length === 10 ? date : null);
}

/** Reads the European Union's consolidated list of financial sanctions in its XML 1.1. */
export const euFsfXml: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) =>
    files.length > 0 && files.every((file) => rootName(file) === "export" && sniff(file).includes(NAMESPACE)),
  read,
};
