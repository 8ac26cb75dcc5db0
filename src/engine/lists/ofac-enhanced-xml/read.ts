import { isPartialDate, parsePartialDate } from "../../entity/partial-date.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder } from "../edition-builder.ts";
import {
  addPersonName,
  aliasProperty,
  applyFact,
  applyFreeText,
  OfacNames,
  type OfacParty,
  ofacSchema,
  type PendingLink,
  resolveLinks,
} from "../ofac-facts.ts";
import { periodText } from "../ofac-period.ts";
import { addRelation } from "../ofac-relations.ts";
import { applyRemarks } from "../ofac-remarks.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import {
  attributeOf,
  childOf,
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
import { KNOWN_ELEMENTS } from "./elements.ts";

const FORMAT = "ofac-enhanced-xml";
const ROOT = "sanctionsData";

/** Parts of the file that say in codes what the entities say in words. */
const REPEATED = /^(?:referenceValues|featureTypes)(?:\/|$)/;

type Relation = {
  readonly from: Draft;
  readonly to: string;
  readonly name: string;
  readonly element: XmlElement;
};

type Reading = {
  readonly edition: EditionBuilder;
  readonly names: OfacNames;
  readonly pending: PendingLink[];
  readonly relations: Relation[];
};

function isTrue(element: XmlElement, name: string): boolean {
  return textAt(element, name) === "true";
}

function periodOf(element: XmlElement | null): string | null {
  const from = element === null ? null : textAt(element, "fromDateBegin");
  if (element === null || from === null) return null;
  const to = textAt(element, "toDateEnd") ?? from;
  if (!isPartialDate(from) || !isPartialDate(to)) return `${from} to ${to}`;
  return periodText({ from, to, approximate: isTrue(element, "isApproximate") });
}

const NAME_PARTS: ReadonlyMap<string, string> = new Map([
  ["Middle Name", "middleName"],
  ["Patronymic", "fatherName"],
  ["Matronymic", "motherName"],
  ["Maiden Name", "previousName"],
  ["Nickname", "weakAlias"],
]);

function addNames({ edition, names }: Reading, draft: Draft, entity: XmlElement): void {
  for (const name of elementsAt(entity, "names", "name")) {
    const primary = isTrue(name, "isPrimary");
    const kind = textAt(name, "aliasType") ?? "A.K.A.";
    const property = primary ? "name" : aliasProperty(kind, isTrue(name, "isLowQuality"));
    if (!/^[AFN]\.K\.A\.$/.test(kind)) edition.unread(`alias type ${kind.slice(0, 40)}`);
    for (const translation of elementsAt(name, "translations", "translation")) {
      const full = textAt(translation, "formattedFullName");
      draft.add(property, full);
      if (full !== null) names.learn(draft, primary ? "name" : "alias", full);
      if (primary && isTrue(translation, "isPrimary")) addParts(draft, translation);
    }
  }
}

function addParts(draft: Draft, translation: XmlElement): void {
  if (draft.schema !== "Person") return;
  addPersonName(draft, textAt(translation, "formattedLastName"), textAt(translation, "formattedFirstName"));
  for (const part of elementsAt(translation, "nameParts", "namePart")) {
    const property = NAME_PARTS.get(textAt(part, "type") ?? "");
    if (property !== undefined) draft.add(property, textAt(part, "value"));
  }
}

function addressText(translation: XmlElement): string {
  return elementsAt(translation, "addressParts", "addressPart")
    .flatMap((part) => textsAt(part, "value"))
    .join(", ");
}

function addAddresses({ edition }: Reading, draft: Draft, entity: XmlElement): void {
  for (const address of elementsAt(entity, "addresses", "address")) {
    const translations = elementsAt(address, "translations", "translation");
    const main = translations.find((translation) => isTrue(translation, "isPrimary")) ?? translations[0];
    const parts = new Map<string, string>();
    for (const part of main === undefined ? [] : elementsAt(main, "addressParts", "addressPart")) {
      parts.set(textAt(part, "type") ?? "", textAt(part, "value") ?? "");
    }
    const added = edition.address(draft, {
      street: parts.get("ADDRESS1"),
      street2: [parts.get("ADDRESS2"), parts.get("ADDRESS3")].filter((part) => part !== undefined).join(", "),
      city: parts.get("CITY"),
      state: parts.get("STATE/PROVINCE"),
      region: parts.get("REGION"),
      postalCode: parts.get("POSTAL CODE"),
      country: textAt(address, "country"),
      key: attributeOf(address, "id") ?? "",
    });
    for (const translation of translations) {
      if (translation !== main) added?.add("full", addressText(translation));
    }
  }
}

function addFeatures(party: OfacParty, entity: XmlElement): void {
  for (const feature of elementsAt(entity, "features", "feature")) {
    const label = textAt(feature, "type");
    const value = textAt(feature, "value") ?? periodOf(childOf(feature, "valueDate"));
    if (label === null || value === null) {
      party.edition.unread("feature without type or value");
      continue;
    }
    const dated = childOf(feature, "valueDate");
    const period = dated === null || parsePartialDate(value) !== null ? null : periodOf(dated);
    // What the publisher itself marks as false must not be matched as a fact.
    if (textAt(feature, "reliability") === "False") {
      party.draft.keep(`stated to be false: ${label} ${value}`);
    } else {
      applyFact(party, { label, value: period ?? value, key: attributeOf(feature, "id") ?? "" });
    }
  }
}

function addDocuments({ edition, draft, sanction, pending }: OfacParty, entity: XmlElement): void {
  for (const document of elementsAt(entity, "identityDocuments", "identityDocument")) {
    const label = textAt(document, "type");
    const value = textAt(document, "documentNumber");
    if (label === null || value === null) {
      edition.unread("identity document without type or number");
      continue;
    }
    const extra = [
      ...textsAt(document, "idFeatures", "idFeature"),
      ...(textAt(document, "isValid") === "false" ? ["not valid"] : []),
    ];
    applyFact(
      { edition, draft, sanction, pending },
      {
        label,
        value,
        country: textAt(document, "issuingCountry"),
        authority: textAt(document, "issuingLocation"),
        issued: periodOf(childOf(document, "issueDate")),
        expires: periodOf(childOf(document, "expirationDate")),
        key: attributeOf(document, "id") ?? "",
      },
    );
    if (extra.length > 0) draft.keep(`${label} ${value}: ${extra.join("; ")}`);
  }
}

function addSanctions({ edition }: Reading, draft: Draft, entity: XmlElement): Draft | null {
  const programs = textsAt(entity, "sanctionsPrograms", "sanctionsProgram");
  const lists = elementsAt(entity, "sanctionsLists", "sanctionsList");
  if (programs.length === 0 || lists.length === 0) return null;
  const [first] = lists.map((list) =>
    edition.sanction(draft, {
      authorityId: [attributeOf(entity, "id")],
      program: programs,
      provisions: textsAt(entity, "sanctionsTypes", "sanctionsType"),
      reason: textsAt(entity, "legalAuthorities", "legalAuthority"),
      summary: [list.text],
      listingDate: attributeOf(list, "datePublished"),
    }),
  );
  return first ?? null;
}

function takeEntity(reading: Reading, entity: XmlElement): string | null {
  const { edition, pending, relations } = reading;
  const reference = attributeOf(entity, "id") ?? "";
  const type = textAt(entity, "generalInfo", "entityType") ?? "";
  const schema = ofacSchema(type);
  if (schema === null || type === "") return `type ${type.slice(0, 40)} is not known`;
  const draft = edition.begin(schema, reference);
  if (draft === null) return edition.duplicateReason(reference);
  addNames(reading, draft, entity);
  if (draft.values("name").length === 0) return "the entry has no primary name";
  const sanction = addSanctions(reading, draft, entity);
  if (sanction === null) return "the entry has no list or programme";
  draft.add("topics", "sanction");
  const party: OfacParty = { edition, draft, sanction, pending };
  const title = textAt(entity, "generalInfo", "title") ?? "";
  for (const part of title.split(/;\s*/).filter((text) => text !== "")) applyFreeText(party, part);
  addFeatures(party, entity);
  addDocuments(party, entity);
  addAddresses(reading, draft, entity);
  applyRemarks(party, textAt(entity, "generalInfo", "remarks") ?? "");
  for (const element of elementsAt(entity, "relationships", "relationship")) {
    const to = childOf(element, "relatedEntity");
    relations.push({
      from: draft,
      to: (to && attributeOf(to, "entityId")) ?? "",
      name: to?.text ?? "",
      element,
    });
  }
  reportUnknown(entity, KNOWN_ELEMENTS, (path) => edition.unread(`element ${path}`));
  return null;
}

function addRelations({ edition, relations }: Reading): void {
  for (const { from, to, name, element } of relations) {
    const type = textAt(element, "type") ?? "";
    const target = edition.get(to);
    if (target === null) {
      edition.unread("related party not in this edition");
      from.keep(`${type}: ${name} (${edition.idOf(to)})`);
      continue;
    }
    const quality = textAt(element, "quality");
    addRelation(edition, {
      from,
      to: target,
      type,
      remark: quality === null ? null : `relationship quality: ${quality}`,
    });
  }
}

function noteFilters(edition: EditionBuilder, info: XmlElement): void {
  const programs = textsAt(info, "filters", "sanctionsPrograms", "sanctionsProgram");
  if (programs.length === 0) return;
  edition.note(`An extract that the publisher made of the programmes ${programs.join(", ")}.`);
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const edition = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  const reading: Reading = { edition, names: new OfacNames(), pending: [], relations: [] };
  let date: string | null = null;
  for (const file of files) {
    const options = { format: FORMAT, roots: [ROOT], records: ["publicationInfo", "entities/entity"] };
    const frame = readElements(file, options, (element, path) => {
      if (path === "publicationInfo") {
        const stated = (textAt(element, "dataAsOf") ?? "").slice(0, 10);
        if (stated.length === 10 && isPartialDate(stated)) date = stated;
        noteFilters(edition, element);
        return;
      }
      const place = { file: file.name, where: placeOf(element), text: () => elementText(element) };
      edition.row(place, () => takeEntity(reading, element));
    });
    for (const [path, count] of frame.others) {
      if (!REPEATED.test(path)) edition.unread(`element ${path}`, count);
    }
  }
  addRelations(reading);
  resolveLinks(edition, reading.pending, reading.names);
  return edition.finish(date);
}

/** OFAC's enhanced XML: typed relations, identity documents and features of each party. */
export const ofacEnhancedXml: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) => files.length > 0 && files.every((file) => rootName(file) === ROOT),
  read,
};
