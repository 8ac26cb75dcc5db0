import { parsePartialDate } from "../../entity/partial-date.ts";
import { unreadable } from "../decoding.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder } from "../edition-builder.ts";
import {
  addPersonName,
  aliasProperty,
  applyFact,
  OfacNames,
  type OfacParty,
  ofacSchema,
  type PendingLink,
  resolveLinks,
} from "../ofac-facts.ts";
import { applyRemarks } from "../ofac-remarks.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import {
  elementsAt,
  elementText,
  placeOf,
  readElements,
  reportUnknown,
  rootName,
  textAt,
  textsAt,
  type XmlElement,
} from "../xml.ts";

const FORMAT = "ofac-sdn-xml";
const ROOT = "sdnList";

/** Every element of the publisher's schema; another one is counted as unread. */
const KNOWN: ReadonlySet<string> = new Set([
  ...["uid", "firstName", "lastName", "title", "sdnType", "remarks", "programList", "programList/program"],
  ...listOf("idList/id", "uid", "idType", "idNumber", "idCountry", "issueDate", "expirationDate"),
  ...listOf("akaList/aka", "uid", "type", "category", "lastName", "firstName"),
  ...listOf(
    "addressList/address",
    "uid",
    "address1",
    "address2",
    "address3",
    "city",
    "stateOrProvince",
    "postalCode",
    "country",
  ),
  ...listOf("nationalityList/nationality", "uid", "country", "mainEntry"),
  ...listOf("citizenshipList/citizenship", "uid", "country", "mainEntry"),
  ...listOf("dateOfBirthList/dateOfBirthItem", "uid", "dateOfBirth", "mainEntry"),
  ...listOf("placeOfBirthList/placeOfBirthItem", "uid", "placeOfBirth", "mainEntry"),
  ...[
    "vesselInfo",
    "callSign",
    "vesselType",
    "vesselFlag",
    "vesselOwner",
    "tonnage",
    "grossRegisteredTonnage",
  ].map((name) => (name === "vesselInfo" ? name : `vesselInfo/${name}`)),
]);

function listOf(item: string, ...names: readonly string[]): readonly string[] {
  return [item.slice(0, item.indexOf("/")), item, ...names.map((name) => `${item}/${name}`)];
}

function fullName(element: XmlElement): string | null {
  const parts = [textAt(element, "lastName"), textAt(element, "firstName")].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(", ");
}

type Reading = {
  readonly edition: EditionBuilder;
  readonly names: OfacNames;
  readonly pending: PendingLink[];
};

function addAliases({ names, edition }: Reading, draft: Draft, entry: XmlElement): void {
  for (const aka of elementsAt(entry, "akaList", "aka")) {
    const name = fullName(aka);
    const category = textAt(aka, "category") ?? "strong";
    if (category !== "strong" && category !== "weak") edition.unread(`aka category ${category.slice(0, 40)}`);
    draft.add(aliasProperty(textAt(aka, "type") ?? "a.k.a.", category !== "strong"), name);
    if (name !== null) names.learn(draft, "alias", name);
  }
}

function addAddresses({ edition }: Reading, draft: Draft, entry: XmlElement): void {
  for (const address of elementsAt(entry, "addressList", "address")) {
    const lines = [2, 3].flatMap((line) => textsAt(address, `address${line}`)).join(", ");
    edition.address(draft, {
      street: textAt(address, "address1"),
      street2: lines,
      city: textAt(address, "city"),
      state: textAt(address, "stateOrProvince"),
      postalCode: textAt(address, "postalCode"),
      country: textAt(address, "country"),
      key: textAt(address, "uid") ?? "",
    });
  }
}

function addVessel(party: OfacParty, entry: XmlElement): void {
  const facts: readonly (readonly [string, string])[] = [
    ["callSign", "Vessel Call Sign"],
    ["vesselType", "Vessel Type"],
    ["vesselFlag", "Vessel Flag"],
    ["vesselOwner", "Vessel Owner"],
    ["tonnage", "Vessel Tonnage"],
    ["grossRegisteredTonnage", "Vessel Gross Registered Tonnage"],
  ];
  for (const [name, label] of facts) {
    const value = textAt(entry, "vesselInfo", name);
    if (value !== null) applyFact(party, { label, value });
  }
}

function addFacts(party: OfacParty, entry: XmlElement): void {
  const lists: readonly (readonly [string, string, string, string])[] = [
    ["DOB", "dateOfBirthList", "dateOfBirthItem", "dateOfBirth"],
    ["POB", "placeOfBirthList", "placeOfBirthItem", "placeOfBirth"],
    ["nationality", "nationalityList", "nationality", "country"],
    ["citizen", "citizenshipList", "citizenship", "country"],
  ];
  for (const [label, ...path] of lists) {
    for (const value of textsAt(entry, ...path)) applyFact(party, { label, value });
  }
  for (const id of elementsAt(entry, "idList", "id")) {
    const label = textAt(id, "idType");
    const value = textAt(id, "idNumber");
    if (label === null || value === null) {
      party.edition.unread("id without type or number");
      party.draft.keep([label, value].filter((part) => part !== null).join(" "));
      continue;
    }
    applyFact(party, {
      label,
      value,
      country: textAt(id, "idCountry"),
      issued: textAt(id, "issueDate"),
      expires: textAt(id, "expirationDate"),
      key: textAt(id, "uid") ?? "",
    });
  }
}

function takeEntry(reading: Reading, entry: XmlElement): string | null {
  const { edition, names, pending } = reading;
  const reference = textAt(entry, "uid") ?? "";
  const name = fullName(entry);
  if (name === null) return "the entry has no name";
  const schema = ofacSchema(textAt(entry, "sdnType") ?? "");
  if (schema === null) return `type ${textAt(entry, "sdnType")} is not known`;
  const programs = textsAt(entry, "programList", "program");
  if (programs.length === 0) return "the entry has no programme";
  const draft = edition.begin(schema, reference);
  if (draft === null) return edition.duplicateReason(reference);
  draft.add("name", name).add("topics", "sanction");
  if (schema === "Person") addPersonName(draft, textAt(entry, "lastName"), textAt(entry, "firstName"));
  const sanction = edition.sanction(draft, { authorityId: [reference], program: programs });
  const party: OfacParty = { edition, draft, sanction, pending };
  const title = textAt(entry, "title");
  if (draft.allows("position")) draft.add("position", title);
  else draft.keep(title);
  addAliases(reading, draft, entry);
  addFacts(party, entry);
  addVessel(party, entry);
  addAddresses(reading, draft, entry);
  applyRemarks(party, textAt(entry, "remarks") ?? "");
  names.learn(draft, "name", name);
  reportUnknown(entry, KNOWN, (path) => edition.unread(`element ${path}`));
  return null;
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const edition = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  const reading: Reading = { edition, names: new OfacNames(), pending: [] };
  let date: string | null = null;
  for (const file of files) {
    let published: XmlElement | null = null;
    let entries = 0;
    const options = { format: FORMAT, roots: [ROOT], records: ["publshInformation", "sdnEntry"] };
    const frame = readElements(file, options, (element, path) => {
      if (path === "publshInformation") {
        published = element;
        return;
      }
      entries += 1;
      edition.row({ file: file.name, where: placeOf(element), text: () => elementText(element) }, () =>
        takeEntry(reading, element),
      );
    });
    for (const [path, count] of frame.others) edition.unread(`element ${path}`, count);
    date = dateOf(file, published, entries) ?? date;
  }
  resolveLinks(edition, reading.pending, reading.names);
  return edition.finish(date);
}

/** The edition's date; refuses a file that holds another number of entries than its publisher states. */
function dateOf(file: SourceFile, published: XmlElement | null, entries: number): string | null {
  if (published === null) return null;
  const count = textAt(published, "Record_Count");
  if (count !== null && Number(count) !== entries) {
    const reason = `the publisher states ${count.slice(0, 20)} entries, the file holds ${entries}`;
    throw unreadable(FORMAT, file, { where: placeOf(published), reason });
  }
  const date = parsePartialDate(textAt(published, "Publish_Date") ?? "", "mdy")?.values[0] ?? null;
  return date?.length === 10 ? date : null;
}

/** OFAC's `sdn.xml` and `consolidated.xml`, which share one layout. */
export const ofacSdnXml: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) => files.length > 0 && files.every((file) => rootName(file) === ROOT),
  read,
};
