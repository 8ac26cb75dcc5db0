import { normalizeIdentifier } from "../../entity/identifier.ts";
import type { Draft } from "../draft.ts";
import type { EditionBuilder } from "../edition-builder.ts";
import { attributeOf, textsAt, type XmlElement } from "../xml.ts";

/** What each of the list's type codes is, and the property that repeats the number on its holder. */
const TYPES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["passport", ["Passport", "passportNumber"]],
  ["id", ["National identification card", "idNumber"]],
  ["other", ["Other identification number", "idNumber"]],
  ["regnumber", ["Registration number", "registrationNumber"]],
  ["fiscalcode", ["Fiscal code", "taxNumber"]],
  ["taxid", ["Tax identification number", "taxNumber"]],
  ["ssn", ["Social security number", "socialSecurityNumber"]],
  ["unssn", ["UN social security number", "socialSecurityNumber"]],
  ["imo", ["IMO number", "imoNumber"]],
  ["swiftbic", ["SWIFT BIC", "swiftBic"]],
  ["euvat", ["EU VAT number", "vatCode"]],
  ["birthcert", ["Birth certificate", "idNumber"]],
  ["nationcert", ["Certificate of nationality", "idNumber"]],
  ["drivinglicence", ["Driving licence", "idNumber"]],
  ["travelcardid", ["Temporary travel document", "idNumber"]],
  ["residentperm", ["Resident permit", "idNumber"]],
  ["electionid", ["Election identification", "idNumber"]],
  ["tradelic", ["Trade licence", "licenseNumber"]],
]);

const FLAGS: readonly (readonly [string, string])[] = [
  ["diplomatic", "diplomatic"],
  ["knownExpired", "known to be expired"],
  ["knownFalse", "known to be false"],
  ["reportedLost", "reported lost"],
  ["revokedByIssuer", "revoked by its issuer"],
];

/** A Russian number tells by its check digits what it is, whatever type it was given. */
function propertyFor(stated: string, number: string): string {
  const holds = (kind: "inn" | "ogrn" | "uscc" | "lei"): boolean =>
    normalizeIdentifier(kind, number).valid === true;
  if (stated === "taxNumber") return holds("inn") ? "innCode" : stated;
  if (stated !== "registrationNumber" && stated !== "idNumber") return stated;
  if (/^\d{13}(?:\d{2})?$/u.test(number) && holds("ogrn")) return "ogrnCode";
  if (holds("uscc")) return "uscCode";
  return holds("lei") ? "leiCode" : stated;
}

/** The country of an element: the code, or the description where the code is the list's `00`. */
export function countryOf(element: XmlElement): string {
  const code = attributeOf(element, "countryIso2Code") ?? "";
  if (code !== "" && code !== "00") return code;
  const described = attributeOf(element, "countryDescription") ?? "";
  return described === "UNKNOWN" ? "" : described;
}

/** Attaches one identification; one that states no number stays as a note. */
export function addIdentification(builder: EditionBuilder, holder: Draft, element: XmlElement): void {
  const text = (name: string): string => attributeOf(element, name) ?? "";
  const code = text("identificationTypeCode");
  const known = TYPES.get(code);
  if (known === undefined) builder.unread(`identificationTypeCode ${code.slice(0, 40)}`);
  const [type, stated] = known ?? [text("identificationTypeDescription") || code || "Document", "idNumber"];
  const remarks = [
    ...textsAt(element, "remark"),
    ...FLAGS.filter(([name]) => text(name) === "true").map(([, words]) => words),
    text("nameOnDocument") === "" ? "" : `name on the document: ${text("nameOnDocument")}`,
  ].filter((remark) => remark !== "");
  const number = /^[-–.\s]*$/u.test(text("number")) ? text("latinNumber") : text("number");
  if (number === "" || number === "-") {
    holder.keep([type, ...remarks, countryOf(element)].filter((part) => part !== "").join("; "));
    return;
  }
  const property = propertyFor(stated, number);
  const numbers = [number, text("latinNumber")].filter((value) => value !== "");
  for (const value of new Set(numbers)) {
    builder.identification(holder, {
      type,
      number: value,
      passport: code === "passport",
      property: holder.allows(property) ? property : "registrationNumber",
      country: countryOf(element),
      authority: [text("issuedBy"), text("region")].filter((part) => part !== "").join(", "),
      issued: text("issueDate") || text("validFrom"),
      expires: text("validTo"),
      summary: remarks.join("; "),
      key: text("logicalId"),
    });
  }
}
