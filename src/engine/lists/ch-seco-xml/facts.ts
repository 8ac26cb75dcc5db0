import { normalizeIdentifier } from "../../entity/identifier.ts";
import type { Draft } from "../draft.ts";
import type { EditionBuilder } from "../edition-builder.ts";
import { attributeOf, childOf, childrenOf, textAt, textsAt, type XmlElement } from "../xml.ts";

function at(element: XmlElement, name: string): string {
  return (textAt(element, name) ?? "").replace(/\s+/gu, " ").trim();
}

function countryIn(element: XmlElement | null): string {
  const country = element === null ? null : childOf(element, "country");
  return country === null ? "" : (attributeOf(country, "iso-code") ?? country.text);
}

/** Adds a day-month-year: as exact as it is stated; of low quality it is about that day. */
export function addDate(draft: Draft, element: XmlElement): void {
  const [year, month, day] = ["year", "month", "day"].map((name) => attributeOf(element, name) ?? "");
  const calendar = attributeOf(element, "calendar") ?? "Gregorian";
  const parts = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter(
    (part) => part && part !== "00",
  );
  const property = { Person: "birthDate", Vessel: "buildDate" }[draft.schema] ?? "incorporationDate";
  const about = attributeOf(element, "quality") === "low" ? "circa " : "";
  if (!year) {
    if (parts.length > 0)
      draft.keep(`${property}: day ${day || "?"}, month ${month || "?"}, year not stated`);
  } else if (!/^gregorian$/iu.test(calendar))
    draft.keep(`${property}: ${parts.join("-")} (${calendar} calendar)`);
  // A day without its month says no more than the year.
  else draft.addDate(property, `${about}${(month ? parts : [year]).join("-")}`);
}

type Place = { readonly city: string; readonly region: string; readonly country: string };

function placeOf(element: XmlElement, places: ReadonlyMap<string, XmlElement>): Place {
  const place = places.get(attributeOf(element, "place-id") ?? "") ?? null;
  const named = (name: string): string => at(element, name) || (place === null ? "" : at(place, name));
  return {
    city: named("location"),
    region: named("area"),
    country: countryIn(element) || countryIn(place),
  };
}

/** Attaches an address, with the place that it names by number. */
export function addAddress(
  builder: EditionBuilder,
  draft: Draft,
  stated: { readonly address: XmlElement; readonly places: ReadonlyMap<string, XmlElement> },
): void {
  const { address } = stated;
  const place = placeOf(address, stated.places);
  const weak = attributeOf(address, "quality") === "low" ? "of low quality" : "";
  builder.address(draft, {
    street2: at(address, "c-o") === "" ? "" : `c/o ${at(address, "c-o")}`,
    street: at(address, "address-details"),
    postOfficeBox: at(address, "p-o-box"),
    city: place.city,
    postalCode: at(address, "zip-code"),
    region: place.region,
    country: place.country,
    remarks: [weak, at(address, "remarks")].filter((remark) => remark !== "").join("; "),
    key: attributeOf(address, "ssid") ?? "",
  });
}

/** Adds a place of birth. */
export function addBirthPlace(
  draft: Draft,
  element: XmlElement,
  places: ReadonlyMap<string, XmlElement>,
): void {
  const { city, region, country } = placeOf(element, places);
  if (!draft.allows("birthPlace")) return;
  draft.add("birthPlace", [city, region, country].filter((part) => part !== "").join(", "));
  draft.addCountry("birthCountry", country);
}

/** Adds a nationality. */
export function addNationality(draft: Draft, element: XmlElement): void {
  draft.addCountry(draft.allows("nationality") ? "nationality" : "country", countryIn(element));
}

/** Attaches an identity document with its issuer and dates. */
export function addDocument(
  builder: EditionBuilder,
  draft: Draft,
  stated: { readonly document: XmlElement; readonly places: ReadonlyMap<string, XmlElement> },
): void {
  const { document } = stated;
  const type = attributeOf(document, "document-type") ?? "document";
  const passport = /passport/iu.test(type);
  const number = at(document, "number");
  const remarks = [...textsAt(document, "remark"), ...textsAt(document, "remarks")].join("; ");
  if (number === "") {
    draft.keep([type, remarks].filter((part) => part !== "").join(": "));
    return;
  }
  const issuer = childOf(document, "issuer");
  const place = childOf(document, "place-of-issue");
  const { city } = place === null ? { city: "" } : placeOf(place, stated.places);
  builder.identification(draft, {
    type: type.replaceAll("-", " "),
    number,
    passport,
    property: passport ? "passportNumber" : "idNumber",
    country: issuer === null ? "" : (attributeOf(issuer, "code") ?? issuer.text),
    authority: city,
    issued: at(document, "date-of-issue"),
    expires: at(document, "expiry-date"),
    summary: remarks,
    key: attributeOf(document, "ssid") ?? "",
  });
}

/** Statements of other-information whose value has a property of its own. */
const STATEMENTS: readonly (readonly [RegExp, string])[] = [
  [/^IMO number\s*:\s*(?:IMO\s*)?(\d{7})\.?$/iu, "imoNumber"],
  [/^(?:web\s?site|web)\s*:\s*((?:https?:|www\.)\S+)$/iu, "website"],
  [/^e-?mail(?: address)?\s*:\s*([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\.?$/iu, "email"],
  [/^tel(?:\.|ephone)?(?: number)?\s*:\s*(\+?[\d\s()/-]{6,40})$/iu, "phone"],
  [/^taxpayer identification number\s*:\s*(?:INN\s*)?(\d{10,12})\.?$/iu, "innCode"],
  [/^tax registration number\s*:\s*(\d+)\.?$/iu, "taxNumber"],
  [
    /^(?:ОГРН\/main )?(?:state |business |company )?registration number\s*:\s*(\S*\d\S*?)\.?$/iu,
    "registrationNumber",
  ],
  [/^SWIFT(?:\/BIC)?(?: code)?\s*:\s*([A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?)\.?$/u, "swiftBic"],
  [/^type of entity\s*:\s*(.+)$/iu, "legalForm"],
  [/^date of registration\s*:\s*(.+?)\.?$/iu, "incorporationDate"],
  [/^call sign\s*:\s*(\S+)$/iu, "callSign"],
  [/^MMSI\s*:\s*(\d{9})$/iu, "mmsi"],
];

/** Takes a statement of other-information apart; the whole stays as a note where it is more than its value. */
export function addOtherInformation(builder: EditionBuilder, draft: Draft, text: string): void {
  const statement = text.replace(/\s+/gu, " ").trim();
  for (const [shape, property] of STATEMENTS) {
    const value = shape.exec(statement)?.[1]?.trim();
    if (value === undefined || !draft.allows(property)) continue;
    if (property === "incorporationDate") draft.addDate(property, value);
    else draft.add(property, value);
    if (property === "imoNumber" && normalizeIdentifier("imo", value).valid !== true) {
      builder.unread("IMO number that fails its check digit");
      draft.keep(statement);
    }
    return;
  }
  draft.keep(text.trim());
}

/** The statements of a target's other-information elements. */
export function otherInformation(party: XmlElement): readonly string[] {
  return childrenOf(party, "other-information")
    .map(({ text }) => text.trim())
    .filter((text) => text !== "");
}
