import { sniff } from "../decoding.ts";
import { EditionBuilder } from "../edition-builder.ts";
import { createEntryWriter } from "../eu-fsf-xml/entry.ts";
import { parseJsonLine, readJsonLines } from "../ftm-jsonl/lines.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import type { XmlElement } from "../xml.ts";

const FORMAT = "eu-fsf-jsonl";

/** The conversion's names of lists, and the elements that they hold. */
const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ["regulations", "regulation"],
  ["regulation_summaries", "regulationSummary"],
  ["corrigenda", "corrigendum"],
  ["subject_type", "subjectType"],
  ["name_aliases", "nameAlias"],
  ["citizenships", "citizenship"],
  ["birthdates", "birthdate"],
  ["addresses", "address"],
  ["contact_infos", "contactInfo"],
  ["contact_info", "contactInfo"],
  ["identifications", "identification"],
  ["additional_informations", "additionalInformation"],
]);
/** Members that are elements with a text and no attributes in the official file. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ["remark", "remark"],
  ["remarks", "remark"],
  ["publication_url", "publicationUrl"],
]);

function camel(name: string): string {
  return name.replace(/_(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textElement(name: string, text: string, line: number): XmlElement {
  return { name, attributes: {}, children: [], text: text.trim(), line, column: 1 };
}

/** A JSON value as the element of the official XML that it was made of. */
function toElement(name: string, value: Readonly<Record<string, unknown>>, line: number): XmlElement {
  const attributes: Record<string, string> = {};
  const children: XmlElement[] = [];
  for (const [key, member] of Object.entries(value)) {
    for (const one of Array.isArray(member) ? (member as readonly unknown[]) : [member]) {
      if (isRecord(one)) children.push(toElement(ELEMENTS.get(key) ?? camel(key), one, line));
      else if (one === null || one === undefined || one === "") continue;
      else if (TEXTS.has(key) && !(key === "publication_url" && name !== "regulation")) {
        children.push(textElement(TEXTS.get(key) ?? key, String(one), line));
      } else attributes[camel(key)] = String(one);
    }
  }
  return { name, attributes, children, text: "", line, column: 1 };
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({
    format: FORMAT,
    basis: "conversion",
    context,
    files,
    notes: [
      "This is a third party's conversion of the list of the European Union, without spans of birth years and without remarks on names and documents; the first `lists update` replaces it with the official file.",
    ],
  });
  const writer = createEntryWriter(builder);
  for (const file of files) {
    for (const { line, parsed, text } of readJsonLines(file, FORMAT)) {
      builder.row({ file: file.name, where: `line ${line}`, text }, () => {
        if ("problem" in parsed) return parsed.problem;
        if (!isRecord(parsed.value)) return "the line is no object";
        const { _file: _, ...entry } = parsed.value;
        return writer.add(toElement("sanctionEntity", entry, line));
      });
    }
  }
  writer.finish();
  // The conversion does not say of which day the list is that it was made of.
  return builder.finish(null);
}

function looksConverted(file: SourceFile): boolean {
  const head = sniff(file, 65_536);
  const end = head.indexOf("\n");
  const first = end < 0 ? head : head.slice(0, end);
  // A long first line is cut short: then its beginning has to do.
  if (end < 0 && head.length >= 60_000) return /^\{.*"eu_reference_number":/u.test(head.slice(0, 400));
  const parsed = parseJsonLine(new TextEncoder().encode(first));
  return (
    "value" in parsed &&
    isRecord(parsed.value) &&
    "eu_reference_number" in parsed.value &&
    "name_aliases" in parsed.value
  );
}

/** Reads the European Union's list as a third party converted it, one JSON object a line. */
export const euFsfJsonl: ListReader = {
  format: FORMAT,
  basis: "conversion",
  recognizes: (files) => files.length > 0 && files.every(looksConverted),
  read,
};
