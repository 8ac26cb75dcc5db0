import { sniff, unreadable } from "../decoding.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder, type RowPlace } from "../edition-builder.ts";
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
import { addRelation } from "../ofac-relations.ts";
import { applyRemarks } from "../ofac-remarks.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  elementsAt,
  elementText,
  placeOf,
  readElements,
  rootName,
  textAt,
  textsAt,
  type XmlElement,
} from "../xml.ts";
import {
  dateOf,
  locationOf,
  locationText,
  periodOf,
  ReferenceValues,
  UnknownReference,
} from "./references.ts";

const FORMAT = "ofac-advanced-xml";
const ROOT = "Sanctions";
const NOTE =
  "Read by the published schema and short samples of the layout; no whole file of this format was at hand.";

const PARTIES = "DistinctParties/DistinctParty";
/** What parties refer to stands before them and after them in the file: it is all collected in a first pass. */
const REFERRED = [
  "DateOfIssue",
  "ReferenceValueSets",
  "Locations/Location",
  "IDRegDocuments/IDRegDocument",
  "ProfileRelationships/ProfileRelationship",
  "SanctionsEntries/SanctionsEntry",
] as const;

type Reading = {
  readonly edition: EditionBuilder;
  readonly file: SourceFile;
  readonly references: ReferenceValues;
  readonly locations: Map<string, XmlElement>;
  readonly documents: XmlElement[];
  /** By profile. */
  readonly entries: Map<string, XmlElement[]>;
  readonly relations: XmlElement[];
  /** By identity. */
  readonly parties: Map<string, OfacParty>;
  readonly names: OfacNames;
  readonly pending: PendingLink[];
  /** Elements within a party that could not be read; the party itself stays. */
  readonly refused: { readonly element: XmlElement; readonly reason: string }[];
};

function placed(reading: Reading, element: XmlElement): RowPlace {
  return { file: reading.file.name, where: placeOf(element), text: () => elementText(element) };
}

/** Runs what may meet an unknown reference, and gives its reason; null where there was none. */
function guarded(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof UnknownReference) return error.message;
    throw error;
  }
}

/** A detail with an unknown reference is rejected alone: a party must not be lost for one feature. */
function orRefuse(reading: Reading, element: XmlElement, run: () => void): void {
  const reason = guarded(run);
  if (reason !== null) reading.refused.push({ element, reason });
}

type NamePart = { readonly type: string | null; readonly text: string };

function partsOf(name: XmlElement, types: ReadonlyMap<string, string>): readonly NamePart[] {
  return childrenOf(name, "DocumentedNamePart").flatMap((part) => {
    const value = childOf(part, "NamePartValue");
    if (value === null || value.text === "") return [];
    const [before, after] = ["LeadingChars", "TrailingChars"].map((side) => attributeOf(part, side) ?? "");
    const type = types.get(attributeOf(value, "NamePartGroupID") ?? "") ?? null;
    return [{ type, text: `${before}${value.text}${after}` }];
  });
}

/** Korean, Chinese and Japanese names are written together, family name first. */
const UNSPACED = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

/** A person's name as OFAC prints it: family name, comma, the others. */
function fullName(parts: readonly NamePart[]): string {
  if (parts.length > 1 && parts.every(({ text }) => UNSPACED.test(text))) {
    return parts.map(({ text }) => text).join("");
  }
  const last = parts.filter(({ type }) => type === "Last Name").map(({ text }) => text);
  const rest = parts.filter(({ type }) => type !== "Last Name").map(({ text }) => text);
  return [last.join(" "), rest.join(" ")].filter((text) => text !== "").join(last.length > 0 ? ", " : " ");
}

const PART_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ["Middle Name", "middleName"],
  ["Patronymic", "fatherName"],
  ["Matronymic", "motherName"],
  ["Maiden Name", "previousName"],
  ["Nickname", "weakAlias"],
]);

function addPrimaryParts(draft: Draft, parts: readonly NamePart[]): void {
  if (draft.schema !== "Person") return;
  const of = (type: string) => parts.find((part) => part.type === type)?.text;
  addPersonName(draft, of("Last Name"), of("First Name"));
  for (const [type, property] of PART_PROPERTIES) draft.add(property, of(type));
}

function addAlias(
  reading: Reading,
  draft: Draft,
  alias: XmlElement,
  types: ReadonlyMap<string, string>,
): void {
  const kind = reading.references.text("AliasType", attributeOf(alias, "AliasTypeID"));
  const primary = attributeOf(alias, "Primary") === "true";
  const weak = attributeOf(alias, "LowQuality") === "true";
  childrenOf(alias, "DocumentedName").forEach((documented, index) => {
    const parts = partsOf(documented, types);
    const name = fullName(parts);
    if (parts.some(({ type }) => type === null)) reading.edition.unread("name part of no declared group");
    draft.add(primary ? "name" : aliasProperty(kind, weak), name);
    if (name !== "") reading.names.learn(draft, primary ? "name" : "alias", name);
    if (primary && index === 0) addPrimaryParts(draft, parts);
  });
}

function addIdentity(reading: Reading, draft: Draft, identity: XmlElement): void {
  const types = new Map<string, string>();
  for (const group of elementsAt(identity, "NamePartGroups", "MasterNamePartGroup", "NamePartGroup")) {
    orRefuse(reading, group, () => {
      const type = reading.references.text("NamePartType", attributeOf(group, "NamePartTypeID"));
      types.set(attributeOf(group, "ID") ?? "", type);
    });
  }
  for (const alias of childrenOf(identity, "Alias")) {
    orRefuse(reading, alias, () => addAlias(reading, draft, alias, types));
  }
}

function located(reading: Reading, id: string | null) {
  const element = reading.locations.get(id ?? "");
  if (element === undefined) throw new UnknownReference("Location", id);
  return locationOf(element, reading.references);
}

function addAddress(reading: Reading, draft: Draft, id: string | null): void {
  const { parts, country, remarks } = located(reading, id);
  const part = (type: string) => parts.get(type)?.[0];
  const address = reading.edition.address(draft, {
    street: part("ADDRESS1"),
    street2: [part("ADDRESS2"), part("ADDRESS3")].filter((text) => text !== undefined).join(", "),
    city: part("CITY"),
    state: part("STATE/PROVINCE"),
    region: part("REGION"),
    postalCode: part("POSTAL CODE"),
    country,
    remarks,
    key: id ?? "",
  });
  // The same address in other scripts.
  const others = [...parts.values()].flatMap((values) => values.slice(1));
  if (others.length > 0) address?.add("full", others.join(", "));
}

function statedValue(reading: Reading, version: XmlElement): string | null {
  const period = periodOf(childOf(version, "DatePeriod"));
  if (period !== null) return period;
  const texts = childrenOf(version, "VersionDetail").map((detail) => {
    const reference = attributeOf(detail, "DetailReferenceID");
    return reference === null ? detail.text : reading.references.text("DetailReference", reference);
  });
  const places = childrenOf(version, "VersionLocation").map((place) =>
    locationText(located(reading, attributeOf(place, "LocationID"))),
  );
  const value = [...texts, ...places].filter((text) => text !== "").join("; ");
  return value === "" ? textAt(version, "Comment") : value;
}

function addFeature(reading: Reading, party: OfacParty, feature: XmlElement): void {
  const label = reading.references.text("FeatureType", attributeOf(feature, "FeatureTypeID"));
  for (const version of childrenOf(feature, "FeatureVersion")) {
    orRefuse(reading, version, () => {
      if (label === "Location") {
        for (const place of childrenOf(version, "VersionLocation")) {
          addAddress(reading, party.draft, attributeOf(place, "LocationID"));
        }
        return;
      }
      const value = statedValue(reading, version);
      if (value === null) {
        party.edition.unread(`feature without value: ${label.slice(0, 60)}`);
        return;
      }
      const reliability = reading.references.text("Reliability", attributeOf(version, "ReliabilityID"));
      if (reliability === "False") party.draft.keep(`stated to be false: ${label} ${value}`);
      else applyFact(party, { label, value, key: attributeOf(version, "ID") ?? "" });
    });
  }
}

function addDocument(reading: Reading, party: OfacParty, document: XmlElement): void {
  const { references } = reading;
  const label = references.text("IDRegDocType", attributeOf(document, "IDRegDocTypeID"));
  const value = textAt(document, "IDRegistrationNo");
  if (value === null) {
    party.draft.keep(label);
    return;
  }
  const dates = new Map<string, string | null>();
  for (const date of childrenOf(document, "DocumentDate")) {
    const type = references.text("IDRegDocDateType", attributeOf(date, "IDRegDocDateTypeID"));
    dates.set(
      /^(?:issue|expir)/i.exec(type)?.[0].toLowerCase() ?? type,
      periodOf(childOf(date, "DatePeriod")),
    );
    if (!/^(?:issue|expir)/i.test(type)) party.edition.unread(`document date ${type.slice(0, 60)}`);
  }
  const country = attributeOf(document, "IssuedBy-CountryID");
  const place = attributeOf(document, "IssuedIn-LocationID");
  applyFact(party, {
    label,
    value,
    country: country === null ? null : references.country(country),
    authority: [
      ...textsAt(document, "IssuingAuthority"),
      ...(place === null ? [] : [locationText(located(reading, place))]),
    ].join("; "),
    issued: dates.get("issue") ?? null,
    expires: dates.get("expir") ?? null,
    key: attributeOf(document, "ID") ?? "",
  });
  const validity = attributeOf(document, "ValidityID");
  const said = validity === null ? "Valid" : references.text("Validity", validity);
  if (said !== "Valid") party.draft.keep(`${label} ${value}: ${said}`);
}

function addEntry(reading: Reading, draft: Draft, entry: XmlElement): Draft {
  const { references, edition } = reading;
  const programs: string[] = [];
  const measures: string[] = [];
  for (const measure of childrenOf(entry, "SanctionsMeasure")) {
    orRefuse(reading, measure, () => {
      const type = references.text("SanctionsType", attributeOf(measure, "SanctionsTypeID"));
      const comment = textAt(measure, "Comment");
      if (type === "Program") programs.push(comment ?? "");
      else measures.push(comment === null ? type : `${type}: ${comment}`);
    });
  }
  const reasons: string[] = [];
  const days: string[] = [];
  for (const event of childrenOf(entry, "EntryEvent")) {
    days.push(...[dateOf(childOf(event, "Date"))].filter((day) => day !== null));
    orRefuse(reading, event, () => {
      const basis = attributeOf(event, "LegalBasisID");
      if (basis !== null) reasons.push(references.text("LegalBasis", basis));
    });
  }
  const list = attributeOf(entry, "ListID");
  return edition.sanction(
    draft,
    {
      authorityId: [attributeOf(entry, "ProfileID")],
      program: programs,
      provisions: measures,
      reason: [...reasons, ...textsAt(entry, "Comment")],
      summary: list === null ? [] : [references.text("List", list)],
      listingDate: days.sort()[0],
    },
    attributeOf(entry, "ID") ?? "",
  );
}

function takeProfile(reading: Reading, profile: XmlElement): string | null {
  const { edition, references, pending } = reading;
  const reference = attributeOf(profile, "ID") ?? "";
  const entries = reading.entries.get(reference) ?? [];
  if (entries.length === 0) return `profile ${reference} has no sanctions entry`;
  const type = references.text("PartySubType", attributeOf(profile, "PartySubTypeID"));
  const parent = attributeOf(
    references.element("PartySubType", attributeOf(profile, "PartySubTypeID")),
    "PartyTypeID",
  );
  // Individuals and entities have the subtype "Unknown"; what they are stands in the type above it.
  const schema = ofacSchema(type) ?? ofacSchema(references.text("PartyType", parent));
  if (schema === null) return `party type ${type} is not known`;
  const draft = edition.begin(schema, reference);
  if (draft === null) return edition.duplicateReason(reference);
  for (const identity of childrenOf(profile, "Identity")) addIdentity(reading, draft, identity);
  if (draft.values("name").length === 0) return `profile ${reference} has no primary name`;
  const [sanction] = entries.map((entry) => addEntry(reading, draft, entry));
  if (sanction === undefined) return `profile ${reference} has no sanctions entry`;
  draft.add("topics", "sanction");
  const party: OfacParty = { edition, draft, sanction, pending };
  for (const feature of childrenOf(profile, "Feature")) {
    orRefuse(reading, feature, () => addFeature(reading, party, feature));
  }
  for (const identity of childrenOf(profile, "Identity")) {
    reading.parties.set(attributeOf(identity, "ID") ?? "", party);
  }
  for (const comment of textsAt(profile, "Comment")) applyRemarks(party, comment);
  return null;
}

/** Collects one referred element of the first pass. */
function collect(reading: Reading, path: string, element: XmlElement): void {
  if (path === "ReferenceValueSets") reading.references.learn(element);
  else if (path === "Locations/Location") reading.locations.set(attributeOf(element, "ID") ?? "", element);
  else if (path === "IDRegDocuments/IDRegDocument") reading.documents.push(element);
  else if (path === "ProfileRelationships/ProfileRelationship") reading.relations.push(element);
  else if (path === "SanctionsEntries/SanctionsEntry") {
    const profile = attributeOf(element, "ProfileID") ?? "";
    const entries = reading.entries.get(profile) ?? [];
    reading.entries.set(profile, entries);
    entries.push(element);
  }
}

function takeDocument(reading: Reading, document: XmlElement): string | null {
  const party = reading.parties.get(attributeOf(document, "IdentityID") ?? "");
  if (party === undefined) return "its identity is not among the parties";
  addDocument(reading, party, document);
  return null;
}

function takeRelation({ edition, references }: Reading, element: XmlElement): string | null {
  const [from, to] = ["From-ProfileID", "To-ProfileID"].map((end) => attributeOf(element, end) ?? "");
  const [source, target] = [edition.get(from ?? ""), edition.get(to ?? "")];
  if (source === null || target === null) {
    return `profile ${source === null ? from : to} of the relation is not among the parties`;
  }
  const id = attributeOf(element, "RelationQualityID");
  const quality = id === null ? "Unknown" : references.text("RelationQuality", id);
  addRelation(edition, {
    from: source,
    to: target,
    type: references.text("RelationType", attributeOf(element, "RelationTypeID")),
    former: attributeOf(element, "Former") === "true",
    remark: [
      ...textsAt(element, "Comment"),
      ...(quality === "Unknown" ? [] : [`relationship quality: ${quality}`]),
    ].join("; "),
  });
  return null;
}

/** Everything but the parties: each element becomes part of a party or is rejected. */
function takeReferring(reading: Reading): void {
  const { edition } = reading;
  const take = (element: XmlElement, run: () => string | null) => {
    edition.row(placed(reading, element), () => {
      let reason: string | null = null;
      return (
        guarded(() => {
          reason = run();
        }) ?? reason
      );
    });
  };
  for (const document of reading.documents) take(document, () => takeDocument(reading, document));
  for (const [profile, entries] of reading.entries) {
    const known = edition.get(profile) !== null;
    for (const entry of entries) take(entry, () => (known ? null : "its profile is not among the parties"));
  }
  for (const relation of reading.relations) take(relation, () => takeRelation(reading, relation));
  for (const { element, reason } of reading.refused) edition.reject(placed(reading, element), reason);
}

function refuseDelta(file: SourceFile, attributes: Readonly<Record<string, string>>): void {
  if (!Object.hasOwn(attributes, "DeltaBaseVersion")) return;
  const reason = "this holds the changes since another version, not the whole list";
  throw unreadable(FORMAT, file, { where: "line 1", reason });
}

function readFile(edition: EditionBuilder, file: SourceFile): string | null {
  const reading: Reading = {
    edition,
    file,
    references: new ReferenceValues(),
    locations: new Map(),
    documents: [],
    entries: new Map(),
    relations: [],
    parties: new Map(),
    names: new OfacNames(),
    pending: [],
    refused: [],
  };
  let date: string | null = null;
  const options = { format: FORMAT, roots: [ROOT] };
  const frame = readElements(file, { ...options, records: REFERRED }, (element, path) => {
    if (path === "DateOfIssue") date = dateOf(element);
    else collect(reading, path, element);
  });
  refuseDelta(file, frame.attributes);
  for (const [path, count] of frame.others) {
    if (!/^(?:DistinctParties(?:\/|$)|SanctionsEntryLinks$)/.test(path))
      edition.unread(`element ${path}`, count);
  }
  readElements(file, { ...options, records: [PARTIES] }, (element) => {
    edition.row(placed(reading, element), () => {
      let reason: string | null = null;
      const unknown = guarded(() => {
        for (const profile of childrenOf(element, "Profile")) reason ??= takeProfile(reading, profile);
      });
      return unknown ?? reason ?? (childOf(element, "Profile") === null ? "the party has no profile" : null);
    });
  });
  takeReferring(reading);
  resolveLinks(edition, reading.pending, reading.names);
  return date;
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const edition = new EditionBuilder({
    format: FORMAT,
    basis: "layout-sample",
    context,
    files,
    notes: [NOTE],
  });
  const dates = files.map((file) => readFile(edition, file)).filter((date) => date !== null);
  return edition.finish(dates.find((date) => date.length === 10) ?? null);
}

/** OFAC's `sdn_advanced.xml` and `cons_advanced.xml`, in the Advanced Sanctions Data Model. */
export const ofacAdvancedXml: ListReader = {
  format: FORMAT,
  basis: "layout-sample",
  recognizes: (files) =>
    files.length > 0 && files.every((file) => rootName(file) === ROOT && sniff(file).includes("DateOfIssue")),
  read,
};
