import { parsePartialDate } from "../../entity/partial-date.ts";
import { EditionBuilder } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import {
  elementText,
  placeOf,
  readElements,
  reportUnknown,
  rootName,
  textAt,
  textsAt,
  type XmlElement,
} from "../xml.ts";
import { createDesignationWriter, type Designation, NO_FACTS, type StatedName } from "./designation.ts";
import { NO_VESSEL } from "./vessel.ts";

const FORMAT = "uk-sanctions-xml";
const ONE_BOX = "Name1 Name2 Name3 Name4 Name5 Name6".split(" ");
const LINES = [1, 2, 3, 4, 5, 6].map((line) => `AddressLine${line}`);

const PERSON = "IndividualDetails/Individual";
const ENTITY = "EntityDetails/Entity";
const SHIP = "ShipDetails/Ship";

/** Where each fact stands below a Designation; what stands elsewhere is reported as unread. */
const PATHS = {
  names: "Names/Name",
  otherScripts: "NonLatinNames/NonLatinName",
  titles: "Titles/Title",
  addresses: "Addresses/Address",
  phones: "PhoneNumbers/PhoneNumber",
  websites: "Websites/Website",
  emails: "EmailAddresses/EmailAddress",
  births: `${PERSON}/DOBs/DOB`,
  nationalities: `${PERSON}/Nationalities/Nationality`,
  nationalIds: `${PERSON}/NationalIdentifierDetails/NationalIdentifier`,
  passports: `${PERSON}/PassportDetails/Passport`,
  positions: `${PERSON}/Positions/Position`,
  genders: `${PERSON}/Genders/Gender`,
  birthPlaces: `${PERSON}/BirthDetails/Location`,
  entityTypes: `${ENTITY}/TypeOfEntities/TypeOfEntity`,
  subsidiaries: `${ENTITY}/Subsidiaries/Subsidiary`,
  parents: `${ENTITY}/ParentCompanies/ParentCompany`,
  registrations: `${ENTITY}/BusinessRegistrationNumbers/BusinessRegistrationNumber`,
  imoNumbers: `${SHIP}/IMONumbers/IMONumber`,
  ownersOrOperators: `${SHIP}/CurrentOwnerOperators/CurrentOwnerOperator`,
  previousOwnersOrOperators: `${SHIP}/PreviousOwnerOperators/PreviousOwnerOperator`,
  flags: `${SHIP}/CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip`,
  previousFlags: `${SHIP}/PreviousFlags/PreviousFlag`,
  types: `${SHIP}/TypeOfShipDetails/TypeOfShip`,
  tonnages: `${SHIP}/TonnageOfShipDetails/TonnageOfShip`,
  lengths: `${SHIP}/LengthOfShipDetails/LengthOfShip`,
  yearsBuilt: `${SHIP}/YearsBuilt/YearBuilt`,
  hullNumbers: `${SHIP}/HullIdentificationNumbers/HullIdentificationNumber`,
} as const;

const BELOW: Readonly<Record<string, readonly string[]>> = {
  [PATHS.names]: [...ONE_BOX, "NameType", "AliasStrength"],
  [PATHS.otherScripts]: ["NameNonLatinScript", "NonLatinScriptType", "NonLatinScriptLanguage"],
  [PATHS.addresses]: [...LINES, "AddressPostalCode", "AddressCountry"],
  [PATHS.nationalIds]: ["NationalIdentifierNumber", "NationalIdentifierAdditionalInformation"],
  [PATHS.passports]: ["PassportNumber", "PassportAdditionalInformation"],
  [PATHS.birthPlaces]: ["TownOfBirth", "CountryOfBirth"],
};

const SINGLE = [
  ...["LastUpdated", "DateDesignated", "UniqueID", "OFSIGroupID", "UNReferenceNumber", "RegimeName"],
  ...["IndividualEntityShip", "DesignationSource", "SanctionsImposed", "OtherInformation"],
  ...["UKStatementofReasons"],
];

const KNOWN: ReadonlySet<string> = new Set([
  ...SINGLE,
  // The same measures once more, as flags.
  "SanctionsImposedIndicators",
  ...Object.values(PATHS).flatMap((path) => {
    const steps = path.split("/");
    const above = steps.map((_, at) => steps.slice(0, at + 1).join("/"));
    return [...above, ...(BELOW[path] ?? []).map((leaf) => `${path}/${leaf}`)];
  }),
]);

function at(element: XmlElement, name: string): string {
  return textAt(element, name) ?? "";
}

function all(element: XmlElement, path: string): readonly string[] {
  return textsAt(element, ...path.split("/"));
}

function each<T>(element: XmlElement, path: string, take: (found: XmlElement) => T): readonly T[] {
  const walk = (from: XmlElement, steps: readonly string[]): readonly XmlElement[] => {
    const [step, ...rest] = steps;
    if (step === undefined) return [from];
    return from.children.filter((child) => child.name === step).flatMap((child) => walk(child, rest));
  };
  return walk(element, path.split("/")).map(take);
}

function readName(element: XmlElement): StatedName {
  return {
    first: ONE_BOX.slice(0, 5).map((box) => at(element, box)),
    last: at(element, "Name6"),
    type: at(element, "NameType"),
    strength: at(element, "AliasStrength"),
  };
}

function texts(...values: readonly string[]): readonly string[] {
  return values.filter((value) => value !== "");
}

function readDesignation(element: XmlElement): Designation {
  const reference = at(element, "UniqueID");
  return {
    ...NO_FACTS,
    reference,
    authorityIds: texts(reference),
    groupId: at(element, "OFSIGroupID"),
    unReferences: texts(at(element, "UNReferenceNumber")),
    kind: at(element, "IndividualEntityShip"),
    regime: texts(at(element, "RegimeName")),
    source: at(element, "DesignationSource"),
    measures: at(element, "SanctionsImposed").split("|"),
    reasons: texts(at(element, "UKStatementofReasons")),
    notes: texts(at(element, "OtherInformation")),
    designatedOn: at(element, "DateDesignated"),
    updatedOn: at(element, "LastUpdated"),
    names: each(element, PATHS.names, readName),
    otherScripts: each(element, PATHS.otherScripts, (name) => ({
      text: at(name, "NameNonLatinScript"),
      property: "alias",
    })),
    titles: all(element, PATHS.titles),
    addresses: each(element, PATHS.addresses, (address) => ({
      lines: LINES.map((line) => at(address, line)),
      postalCode: at(address, "AddressPostalCode"),
      country: at(address, "AddressCountry"),
    })),
    ...readDetails(element),
  };
}

type Details = Pick<
  Designation,
  | ("phones" | "websites" | "emails" | "births" | "birthPlaces" | "nationalities" | "positions" | "genders")
  | ("passports" | "nationalIds" | "entityTypes" | "registrations" | "parents" | "subsidiaries" | "vessel")
>;

function readDetails(element: XmlElement): Details {
  return {
    phones: all(element, PATHS.phones),
    websites: all(element, PATHS.websites),
    emails: all(element, PATHS.emails),
    births: all(element, PATHS.births),
    birthPlaces: each(element, PATHS.birthPlaces, (place) => ({
      town: at(place, "TownOfBirth"),
      country: at(place, "CountryOfBirth"),
    })),
    nationalities: all(element, PATHS.nationalities),
    positions: all(element, PATHS.positions),
    genders: all(element, PATHS.genders),
    passports: each(element, PATHS.passports, (passport) => ({
      number: at(passport, "PassportNumber"),
      info: at(passport, "PassportAdditionalInformation"),
    })),
    nationalIds: each(element, PATHS.nationalIds, (document) => ({
      number: at(document, "NationalIdentifierNumber"),
      info: at(document, "NationalIdentifierAdditionalInformation"),
    })),
    entityTypes: all(element, PATHS.entityTypes),
    registrations: all(element, PATHS.registrations),
    parents: all(element, PATHS.parents),
    subsidiaries: all(element, PATHS.subsidiaries),
    vessel: {
      ...NO_VESSEL,
      imoNumbers: all(element, PATHS.imoNumbers),
      ownersOrOperators: all(element, PATHS.ownersOrOperators),
      previousOwnersOrOperators: all(element, PATHS.previousOwnersOrOperators),
      flags: all(element, PATHS.flags),
      previousFlags: all(element, PATHS.previousFlags),
      types: all(element, PATHS.types),
      tonnages: all(element, PATHS.tonnages),
      lengths: all(element, PATHS.lengths),
      yearsBuilt: all(element, PATHS.yearsBuilt),
      hullNumbers: all(element, PATHS.hullNumbers),
    },
  };
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({
    format: FORMAT,
    basis: "layout-sample",
    context,
    files,
    notes: [
      "This reader rests on a retyped sample of the official layout: look at what it reports as unread.",
    ],
  });
  const writer = createDesignationWriter(builder);
  let date: string | null = null;
  for (const file of files) {
    const options = {
      format: FORMAT,
      roots: ["Designations"],
      records: ["Designation", "DateGenerated"],
    };
    const frame = readElements(file, options, (element, path) => {
      if (path === "DateGenerated") {
        date = parsePartialDate(element.text)?.values[0] ?? date;
        return;
      }
      const place = { file: file.name, where: placeOf(element), text: () => elementText(element) };
      builder.row(place, () => {
        reportUnknown(element, KNOWN, (unknown) => {
          if (!unknown.startsWith("SanctionsImposedIndicators/")) builder.unread(unknown);
        });
        return writer.add(readDesignation(element));
      });
    });
    for (const [path, count] of frame.others) builder.unread(path, count);
  }
  writer.finish();
  return builder.finish(date);
}

/** Reads the UK Sanctions List in the XML that the Foreign, Commonwealth and Development Office publishes. */
export const ukSanctionsXml: ListReader = {
  format: FORMAT,
  basis: "layout-sample",
  recognizes: (files) => files.length > 0 && files.every((file) => rootName(file) === "Designations"),
  read,
};
