import { countryName } from "../../entity/country.ts";
import type { Draft } from "../draft.ts";
import type { EditionBuilder } from "../edition-builder.ts";
import { type DescribedParty, linkParties } from "../un-xml/relations.ts";
import { attributeOf, childOf, childrenOf, reportUnknown, textsAt, type XmlElement } from "../xml.ts";
import { addIdentification, countryOf } from "./identification.ts";

/** The list's programmes that OpenSanctions keys by another name than `EU-<programme>`. */
const PROGRAM_KEYS: ReadonlyMap<string, string> = new Map([
  ["TAQA", "EU-TAQA-EUAQ"],
  ["EUAQ", "EU-TAQA-EUAQ"],
  ["BIH", "EU-BOSNIA"],
  ["LBN", "EU-LEBANON"],
]);
/** The list's programmes that OpenSanctions keys as `EU-<programme>`. */
const PLAIN_KEYS: ReadonlySet<string> = new Set(
  "AFG BDI BLR CAF CHEM COD CYB GIN GNB GTM HAM HR HTI IRN IRQ LBY MDA MLI MMR NIC PRK RUS RUSDA SDN SDNZ SOM SSD SYR TERR TUN TUR UKR UNLI VEN YEM ZWE".split(
    " ",
  ),
);

const OPERABLE = ["@logicalId", "/remark", "/additionalInformation"];
const SUMMARY = ["@regulationType", "@publicationDate", "@numberTitle", "@publicationUrl"];
const LOCATION = [
  ...["@region", "@place", "@city", "@zipCode", "@countryIso2Code", "@countryDescription"],
  "@regulationLanguage",
];
const BELOW: Readonly<Record<string, readonly string[]>> = {
  "": [
    ...["@designationDetails", "@unitedNationId", "@euReferenceNumber", "@designationDate", "@delistingDate"],
    ...OPERABLE,
  ],
  regulation: [
    ...["@organisationType", "@entryIntoForceDate", "@programme", "/publicationUrl", "/corrigendum"],
    ...SUMMARY,
    ...OPERABLE,
  ],
  subjectType: ["@code", "@classificationCode", ...OPERABLE],
  nameAlias: [
    ...["@firstName", "@middleName", "@lastName", "@wholeName", "@function", "@gender", "@title"],
    ...["@nameLanguage", "@strong", "@regulationLanguage", "/regulationSummary", ...OPERABLE],
  ],
  citizenship: [
    ...["@acquisitionDate", "@disenfranchisementDate", "/regulationSummary"],
    ...LOCATION,
    ...OPERABLE,
  ],
  birthdate: [
    ...["@circa", "@calendarType", "@birthdate", "@dayOfMonth", "@monthOfYear", "@year", "@yearRangeFrom"],
    ...["@yearRangeTo", "/regulationSummary"],
    ...LOCATION,
    ...OPERABLE,
  ],
  address: [
    ...["@street", "@poBox", "@asAtListingTime", "/contactInfo", "/regulationSummary"],
    ...LOCATION,
    ...OPERABLE,
  ],
  identification: [
    ...["@identificationTypeCode", "@identificationTypeDescription", "@number", "@latinNumber", "@issuedBy"],
    ...["@issueDate", "@validFrom", "@validTo", "@nameOnDocument", "@diplomatic", "@knownExpired"],
    ...["@knownFalse", "@reportedLost", "@revokedByIssuer", "/regulationSummary", ...LOCATION, ...OPERABLE],
  ],
};

const KNOWN: ReadonlySet<string> = new Set(
  Object.entries(BELOW).flatMap(([path, names]) => {
    const below = names.flatMap((name) => {
      const full = path === "" ? name.replace(/^\//u, "") : `${path}${name}`;
      if (/regulationSummary$|corrigendum$/u.test(full)) return [full, ...SUMMARY.map((leaf) => full + leaf)];
      if (/contactInfo$|additionalInformation$/u.test(full)) return [full, `${full}@key`, `${full}@value`];
      return [full];
    });
    return path === "" ? below : [path, ...below];
  }),
);

/** Takes sanctionEntity elements into an edition; `finish` draws the relations once every party is known. */
export type EntryWriter = {
  /** Null, or why the element could not become a listing. */
  readonly add: (element: XmlElement) => string | null;
  readonly finish: () => void;
};

/** Starts writing the list's entries into the builder. */
export function createEntryWriter(builder: EditionBuilder): EntryWriter {
  const texts = new Map<Draft, string[]>();
  const seen = new Set<string>();
  return {
    add: (element) => {
      reportUnknown(element, KNOWN, (path) => builder.unread(path));
      const reference = attributeOf(element, "euReferenceNumber") ?? attributeOf(element, "logicalId") ?? "";
      const named = childrenOf(element, "nameAlias").some((alias) => namesIn(alias).length > 0);
      if (!named) return "the entry has no name";
      const listed = builder.get(reference);
      // A party under two programmes has an entry for each, under one reference.
      if (listed !== null && seen.has(`${listed.id} ${programmesOf(element).join(" ")}`)) {
        return builder.duplicateReason(reference);
      }
      const draft = listed ?? builder.begin(schemaOf(builder, element), reference);
      if (draft === null) return builder.duplicateReason(reference);
      seen.add(`${draft.id} ${programmesOf(element).join(" ")}`);
      draft.add("topics", "sanction");
      const remarks = addEntry(builder, draft, { element, seen });
      texts.set(draft, [...(texts.get(draft) ?? []), ...remarks]);
      return null;
    },
    finish: () => {
      const parties: DescribedParty[] = [...texts].map(([draft, said]) => ({ draft, texts: said }));
      linkParties(builder, parties);
    },
  };
}

function programmesOf(element: XmlElement): readonly string[] {
  return childrenOf(element, "regulation").map((regulation) => attributeOf(regulation, "programme") ?? "");
}

function schemaOf(builder: EditionBuilder, element: XmlElement): string {
  const type = childOf(element, "subjectType");
  const code =
    type === null ? "" : (attributeOf(type, "code") ?? attributeOf(type, "classificationCode") ?? "");
  if (/^(?:person|p)$/iu.test(code)) return "Person";
  if (/^(?:enterprise|e)$/iu.test(code)) return "Organization";
  builder.unread(`subjectType ${code.slice(0, 40)}`);
  return "LegalEntity";
}

type Entry = { readonly element: XmlElement; readonly seen: Set<string> };

function addEntry(builder: EditionBuilder, draft: Draft, { element, seen }: Entry): readonly string[] {
  /** Both entries of one party repeat its details under the same numbers. */
  const fresh = (name: string): readonly XmlElement[] =>
    childrenOf(element, name).filter((child) => {
      const key = `${draft.id} ${name} ${attributeOf(child, "logicalId") ?? `${child.line}:${child.column}`}`;
      const known = seen.has(key);
      seen.add(key);
      return !known;
    });
  const remarks = textsAt(element, "remark").filter((remark) => !/^(?:none|n\/?a|[.-])$/iu.test(remark));
  const aliasRemarks = addNames(draft, fresh("nameAlias"));
  addSanction(builder, draft, element);
  draft.add("notes", ...remarks);
  for (const citizenship of fresh("citizenship")) addCitizenship(draft, citizenship);
  for (const birth of fresh("birthdate")) addBirth(draft, birth);
  for (const address of fresh("address")) addAddress(builder, draft, address);
  for (const identification of fresh("identification")) addIdentification(builder, draft, identification);
  for (const more of childrenOf(element, "additionalInformation")) {
    draft.keep(`${attributeOf(more, "key") ?? ""}: ${attributeOf(more, "value") ?? ""}`);
  }
  return [...remarks, ...aliasRemarks];
}

const QUALITY = /^(?:good|high) quality(?: alias| a\.?k\.?a\.?)?$/iu;
const WEAK = /\blow(?:-| )quality\b|\bweak\b/iu;
const FORMER = /\b(?:formerly|previously)\b|\bf\.?k\.?a\b/iu;

function propertyOf(alias: XmlElement): "alias" | "weakAlias" | "previousName" {
  const remark = textsAt(alias, "remark").join(" ");
  if (attributeOf(alias, "strong") === "false" || WEAK.test(remark)) return "weakAlias";
  return FORMER.test(remark) && remark.length < 60 ? "previousName" : "alias";
}

/**
 * The name to call the party by: a strong one, English or in no named language, that carries the party's function if any
 * does, and among those the one that was entered first.
 */
function primaryOf(aliases: readonly XmlElement[]): XmlElement | undefined {
  const named = aliases.filter((alias) => namesIn(alias).length > 0);
  const strong = named.filter((alias) => propertyOf(alias) === "alias");
  const plain = strong.filter((alias) => /^(?:en)?$/iu.test(attributeOf(alias, "nameLanguage") ?? ""));
  const among = [plain, strong, named].find((found) => found.length > 0) ?? [];
  const active = among.filter((alias) => attributeOf(alias, "function") !== null);
  const number = (alias: XmlElement): number => Number(attributeOf(alias, "logicalId") ?? Number.NaN);
  return [...(active.length > 0 ? active : among)].sort((a, b) => number(a) - number(b) || 0)[0];
}

function namesIn(alias: XmlElement): readonly string[] {
  const whole = attributeOf(alias, "wholeName") ?? "";
  // `„;` is a slip of the list inside a quotation, not the end of a name.
  return whole
    .split(/(?<![„“«"])\s*;\s+|;$/u)
    .map((name) => name.trim())
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
}

function addNames(draft: Draft, aliases: readonly XmlElement[]): readonly string[] {
  const primary = draft.values("name").length === 0 ? primaryOf(aliases) : undefined;
  const called = primary === undefined ? draft.values("name")[0] : namesIn(primary)[0];
  if (primary !== undefined) draft.add("name", called);
  const remarks: string[] = [];
  for (const alias of aliases) {
    const property = propertyOf(alias);
    draft.add(property, ...namesIn(alias).filter((name) => name !== called));
    if (draft.schema === "Person" && property === "alias") addNameParts(draft, alias);
    addFunction(draft, alias);
    for (const remark of textsAt(alias, "remark")) {
      if (QUALITY.test(remark) || /^low quality(?: alias)?$/iu.test(remark)) continue;
      draft.keep(remark);
      remarks.push(remark);
    }
  }
  return remarks;
}

function addNameParts(draft: Draft, alias: XmlElement): void {
  for (const part of ["firstName", "middleName", "lastName"]) draft.add(part, attributeOf(alias, part));
}

function addFunction(draft: Draft, alias: XmlElement): void {
  const [title, job, gender] = ["title", "function", "gender"].map((name) => attributeOf(alias, name));
  if (draft.schema === "Person") {
    draft.add("title", title).add("position", job).add("gender", gender);
    return;
  }
  draft.add("legalForm", title);
  if (job) draft.keep(`Function: ${job}`);
}

function addCitizenship(draft: Draft, element: XmlElement): void {
  const property = draft.allows("citizenship") ? "citizenship" : "country";
  draft.addCountry(property, countryOf(element));
  if (draft.allows("nationality")) draft.addCountry("nationality", countryOf(element));
  const dates = [
    ["acquired", attributeOf(element, "acquisitionDate")],
    ["lost", attributeOf(element, "disenfranchisementDate")],
  ].flatMap(([word, date]) => (date ? [`${word} ${date}`] : []));
  const said = [...dates, attributeOf(element, "region") ?? "", ...textsAt(element, "remark")];
  const words = said.filter((part) => part !== "");
  if (words.length > 0) draft.keep(`Citizenship ${countryOf(element)}: ${words.join("; ")}`);
}

function addBirth(draft: Draft, element: XmlElement): void {
  const text = (name: string): string => attributeOf(element, name) ?? "";
  const [year, month, day] = ["year", "monthOfYear", "dayOfMonth"].map((name) => text(name).padStart(2, "0"));
  const about = text("circa") === "true" ? "circa " : "";
  const gregorian = text("calendarType") === "" || text("calendarType") === "GREGORIAN";
  const parts = [text("year"), text("monthOfYear") && month, text("dayOfMonth") && day].filter(Boolean);
  const property = draft.allows("birthDate") ? "birthDate" : "incorporationDate";
  if (text("birthdate") !== "") draft.addDate(property, `${about}${text("birthdate")}`);
  else if (!gregorian && text("year") !== "") {
    // A year of 1343 may be lunar or solar: which, the list does not say.
    draft.keep(`Birth: ${about}${parts.join("-")} (${text("calendarType").toLowerCase()} calendar)`);
  } else if (text("year") !== "")
    draft.addDate(property, `${about}${parts.length > 1 ? parts.join("-") : year}`);
  else if (text("yearRangeFrom") !== "" || text("yearRangeTo") !== "") {
    const range = [text("yearRangeFrom"), text("yearRangeTo")].filter((end) => end !== "");
    draft.addDate(property, range.length === 2 ? `${about}${range.join(" to ")}` : `circa ${range[0]}`);
  }
  addBirthPlace(draft, element);
  for (const remark of textsAt(element, "remark")) draft.keep(`Birth: ${remark}`);
}

function addBirthPlace(draft: Draft, element: XmlElement): void {
  const country = countryOf(element);
  if (!draft.allows("birthPlace")) {
    draft.addCountry("country", country);
    return;
  }
  const parts = ["place", "city", "zipCode", "region"].map((name) => attributeOf(element, name) ?? "");
  const described = country === "" ? "" : (attributeOf(element, "countryDescription") ?? "");
  draft.add("birthPlace", [...parts, described].filter((part) => part !== "").join(", "));
  draft.addCountry("birthCountry", country);
}

const CONTACTS: Readonly<Record<string, string>> = { PHONE: "phone", EMAIL: "email", WEB: "website" };

function addAddress(builder: EditionBuilder, draft: Draft, element: XmlElement): void {
  const text = (name: string): string => attributeOf(element, name) ?? "";
  const listed = text("asAtListingTime") === "true" ? "as at the time of listing" : "";
  builder.address(draft, {
    street: text("street"),
    street2: text("place"),
    postOfficeBox: text("poBox"),
    city: text("city"),
    postalCode: text("zipCode"),
    region: text("region"),
    country: countryName(countryOf(element).toLowerCase()) ?? countryOf(element),
    remarks: [listed, ...textsAt(element, "remark")].filter((remark) => remark !== "").join("; "),
    key: text("logicalId"),
  });
  for (const contact of childrenOf(element, "contactInfo")) {
    const [key, value] = [attributeOf(contact, "key") ?? "", attributeOf(contact, "value") ?? ""];
    const property = CONTACTS[key.toUpperCase()];
    const values = value.split(/\s*;\s*(?:and\s+)?|\s+and\s+/u);
    if (property === undefined) draft.keep(`${key}: ${value}`);
    else draft.add(property, ...values.map((one) => (property === "email" ? one.replace(/\s+/gu, "") : one)));
  }
}

function addSanction(builder: EditionBuilder, draft: Draft, element: XmlElement): void {
  const details = attributeOf(element, "designationDetails") ?? "";
  const said = [details, ...textsAt(element, "remark")].map((text) =>
    /\bdate of listing:?\s*(\d{1,2}[./]\d{1,2}[./]\d{4})/iu.exec(text),
  );
  const listed =
    attributeOf(element, "designationDate") ??
    said.find((found) => found !== null)?.[1]?.replaceAll("/", ".");
  for (const regulation of childrenOf(element, "regulation")) {
    const text = (name: string): string => attributeOf(regulation, name) ?? "";
    const programme = text("programme");
    const key = PROGRAM_KEYS.get(programme) ?? (PLAIN_KEYS.has(programme) ? `EU-${programme}` : null);
    const act = [
      `${text("regulationType")} ${text("numberTitle")}`,
      text("publicationDate") && `published ${text("publicationDate")}`,
      text("entryIntoForceDate") && `in force ${text("entryIntoForceDate")}`,
    ];
    const sanction = builder.sanction(
      draft,
      {
        program: [programme],
        programId: [key],
        programUrl: textsAt(regulation, "publicationUrl"),
        authorityId: [attributeOf(element, "euReferenceNumber")],
        unscId: [attributeOf(element, "unitedNationId")],
        reason: textsAt(element, "remark").filter((remark) => remark.length > 30),
        provisions: [act.filter((part) => part.trim() !== "").join(", ")],
        summary: [details, ...textsAt(regulation, "remark")],
        listingDate: listed,
        endDate: attributeOf(element, "delistingDate"),
        modifiedAt: latestPublication(element),
      },
      programme,
    );
    sanction.add("recordId", attributeOf(element, "logicalId"));
  }
}

/** The newest act that any part of the entry rests on: since then the entry is as it stands. */
function latestPublication(element: XmlElement): string | undefined {
  const dates = element.children.flatMap((child) => [
    ...(child.name === "regulation" ? [attributeOf(child, "publicationDate") ?? ""] : []),
    ...childrenOf(child, "regulationSummary").map((act) => attributeOf(act, "publicationDate") ?? ""),
  ]);
  return dates
    .filter((date) => date !== "")
    .sort()
    .at(-1);
}
