import { normalizeIdentifier } from "../../entity/identifier.ts";
import { parsePartialDate } from "../../entity/partial-date.ts";
import { sniff } from "../decoding.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { elementText, placeOf, readElements, rootName, type XmlElement } from "../xml.ts";
import { readAliases, readEntityName, readPersonName, type StatedName } from "./names.ts";

const FORMAT = "ca-sema-xml";

type Field =
  | ("Country" | "LastName" | "GivenName" | "EntityOrShip" | "TitleOrShip" | "Aliases" | "ShipIMONumber")
  | ("DateOfBirthOrShipBuildDate" | "Schedule" | "Item" | "DateOfListing");

const FIELDS: ReadonlySet<string> = new Set<Field>([
  ...(["Country", "LastName", "GivenName", "EntityOrShip", "TitleOrShip", "Aliases"] as const),
  ...(["ShipIMONumber", "DateOfBirthOrShipBuildDate", "Schedule", "Item", "DateOfListing"] as const),
]);

type Entry = Readonly<Partial<Record<Field, string>>>;

function isField(name: string): name is Field {
  return FIELDS.has(name);
}

/** The publisher has named elements in both languages, too (`Country-Pays`): the English one comes first. */
function readEntry(builder: EditionBuilder, element: XmlElement): Entry {
  const entry: Partial<Record<Field, string>> = {};
  for (const child of element.children) {
    const name = child.name.split("-")[0] ?? child.name;
    if (isField(name)) entry[name] = child.text.replace(/\s+/gu, " ").trim();
    else builder.unread(child.name);
    for (const below of child.children) builder.unread(`${child.name}/${below.name}`);
  }
  return entry;
}

/** `Russia` of `Russia / Russie`, `JVCFOR` of the regulations' long name. */
function regimeOf(country: string): string {
  const acronym = /\(([A-Z]{4,})\)/u.exec(country)?.[1];
  return acronym ?? (country.split(" / ")[0] ?? "").trim();
}

/** Regulation, schedule and item: the list's only reference, unique in it and the same while the item keeps its number. */
function referenceOf(entry: Entry): string {
  return [regimeOf(entry.Country ?? ""), entry.Schedule ?? "", entry.Item ?? ""]
    .filter((part) => part !== "")
    .join(" ");
}

function schemaOf(entry: Entry): string {
  if (entry.ShipIMONumber) return "Vessel";
  return entry.EntityOrShip ? "Organization" : "Person";
}

function addNames(draft: Draft, names: readonly StatedName[]): void {
  for (const { property, name } of names) {
    const taken = property !== "name" && draft.values("name").includes(name);
    if (!taken) draft.add(property, name);
  }
}

function addPerson(draft: Draft, entry: Entry): void {
  addNames(draft, readPersonName(entry.GivenName ?? "", entry.LastName ?? ""));
  const last = (entry.LastName ?? "").replace(/\s*\([^()]*\)\s*$/u, "");
  draft.add("firstName", entry.GivenName).add("lastName", last);
  draft.add("title", entry.TitleOrShip?.split("/")[0]);
}

function addDates(draft: Draft, property: string, text: string): void {
  const dates = text.split(/\s+or\s+/iu);
  if (dates.every((date) => parsePartialDate(date) !== null)) {
    for (const date of dates) draft.addDate(property, date);
  } else draft.addDate(property, text);
}

function addShip(builder: EditionBuilder, draft: Draft, entry: Entry): void {
  const stated = entry.ShipIMONumber ?? "";
  const { value, valid } = normalizeIdentifier("imo", stated);
  draft.add("imoNumber", value).add("type", entry.TitleOrShip);
  if (valid === true) return;
  builder.unread("IMO number that fails its check digit");
  draft.keep(`IMO number as stated: ${stated}`);
}

function addEntry(builder: EditionBuilder, entry: Entry): string | null {
  if (!entry.EntityOrShip && !entry.LastName && !entry.GivenName) return "the record has no name";
  if (!entry.Country) return "the record has no country";
  if (!entry.Item) return "the record has no item number";
  const schema = schemaOf(entry);
  const reference = referenceOf(entry);
  const draft = builder.begin(schema, reference);
  if (draft === null) return builder.duplicateReason(reference);
  draft.add("topics", "sanction");
  if (schema === "Person") addPerson(draft, entry);
  else addNames(draft, readEntityName(entry.EntityOrShip ?? ""));
  if (draft.values("name").length === 0) return "the record has no name";
  addNames(draft, readAliases(entry.Aliases ?? "", schema === "Person"));
  if (schema === "Vessel") addShip(builder, draft, entry);
  else if (schema === "Organization") draft.keep(entry.TitleOrShip);
  const dated = { Person: "birthDate", Vessel: "buildDate" }[schema] ?? "incorporationDate";
  addDates(draft, dated, entry.DateOfBirthOrShipBuildDate ?? "");
  const schedule = entry.Schedule ? `Schedule ${entry.Schedule.replace(/,\s*/u, ", ")}, ` : "";
  builder.sanction(draft, {
    program: [entry.Country],
    programId: [/\bJVCFOR\b/u.test(entry.Country) ? "CA-JVCFOA" : "CA-SEMA"],
    provisions: [`${regimeOf(entry.Country)}: ${schedule}item ${entry.Item}`],
    listingDate: entry.DateOfListing,
  });
  return null;
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  let newest = "";
  for (const file of files) {
    const options = { format: FORMAT, roots: ["data-set"], records: ["record"] };
    const frame = readElements(file, options, (element) => {
      const place = { file: file.name, where: placeOf(element), text: () => elementText(element) };
      builder.row(place, () => {
        const entry = readEntry(builder, element);
        const listed = parsePartialDate(entry.DateOfListing ?? "")?.values[0] ?? "";
        if (listed > newest) newest = listed;
        return addEntry(builder, entry);
      });
    });
    for (const [path, count] of frame.others) builder.unread(path, count);
  }
  if (newest !== "") builder.note(`The file states no date of its own; its newest listing is of ${newest}.`);
  return builder.finish(null);
}

/** Reads Canada's consolidated autonomous sanctions list (SEMA and JVCFOA) in the XML that Global Affairs publishes. */
export const caSemaXml: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) =>
    files.length > 0 &&
    files.every(
      (file) =>
        rootName(file) === "data-set" && /<record>\s*<(?:Country|LastName|EntityOrShip)/u.test(sniff(file)),
    ),
  read,
};
