import { createTargetWriter } from "../ch-seco-xml/target.ts";
import { sniff } from "../decoding.ts";
import { EditionBuilder } from "../edition-builder.ts";
import { parseJsonLine, readJsonLines } from "../ftm-jsonl/lines.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import type { XmlElement } from "../xml.ts";

const FORMAT = "ch-seco-jsonl";

/** The conversion's names of lists, and the elements that they hold. */
const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ["identities", "identity"],
  ["names", "name"],
  ["name_parts", "name-part"],
  ["spelling_variants", "spelling-variant"],
  ["addresses", "address"],
  ["nationalities", "nationality"],
  ["places_of_birth", "place-of-birth"],
  ["identification_documents", "identification-document"],
  ["relations", "relation"],
  ["modifications", "modification"],
]);
/** Members that are elements with a text in the official file, and not attributes. */
const TEXTS: ReadonlySet<string> = new Set([
  ...["sanctions_set_id", "sanctions_set_ids", "foreign_identifier", "justification", "justifications"],
  ...["other_information", "value", "address_details", "zip_code", "p_o_box", "c_o", "remarks", "remark"],
  ...["location", "area", "country", "number", "issuer", "date_of_issue", "expiry_date"],
]);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kebab(name: string): string {
  return name.replaceAll("_", "-");
}

/** A JSON value as the element of the official XML that it was made of. */
function toElement(name: string, value: Readonly<Record<string, unknown>>, line: number): XmlElement {
  const attributes: Record<string, string> = {};
  const children: XmlElement[] = [];
  for (const [key, member] of Object.entries(value)) {
    for (const one of Array.isArray(member) ? (member as readonly unknown[]) : [member]) {
      if (isRecord(one)) children.push(toElement(ELEMENTS.get(key) ?? kebab(key), one, line));
      else if (one === null || one === undefined || one === "") continue;
      else if (TEXTS.has(key)) {
        const child = kebab(key.replace(/^(justification|sanctions_set_id)s$/u, "$1"));
        children.push({
          name: child,
          attributes: {},
          children: [],
          text: String(one).trim(),
          line,
          column: 1,
        });
      } else attributes[kebab(key)] = String(one);
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
      "This is a third party's conversion of SECO's list: it has lost the ordinances, the ships, the documents and nationalities, and it holds parties that have left the list without saying so.",
    ],
  });
  const writer = createTargetWriter(builder);
  const frame = { sets: new Map(), places: new Map(), date: null } as const;
  for (const file of files) {
    for (const { line, parsed, text } of readJsonLines(file, FORMAT)) {
      builder.row({ file: file.name, where: `line ${line}`, text }, () => {
        if ("problem" in parsed) return parsed.problem;
        if (!isRecord(parsed.value)) return "the line is no object";
        const { _file: _, ...target } = parsed.value;
        return writer.add(toElement("target", target, line), frame);
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
  const parsed = parseJsonLine(new TextEncoder().encode(end < 0 ? head : head.slice(0, end)));
  return (
    "value" in parsed &&
    isRecord(parsed.value) &&
    "ssid" in parsed.value &&
    ("sanctions_set_id" in parsed.value || "individual" in parsed.value || "entity" in parsed.value)
  );
}

/** Reads Switzerland's list as a third party converted it, one JSON object a line. */
export const chSecoJsonl: ListReader = {
  format: FORMAT,
  basis: "conversion",
  recognizes: (files) => files.length > 0 && files.every(looksConverted),
  read,
};
