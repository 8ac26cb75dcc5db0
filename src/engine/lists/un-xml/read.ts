import { parsePartialDate } from "../../entity/partial-date.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { readCountries } from "../stated-countries.ts";
import {
  childrenOf,
  elementText,
  placeOf,
  readElements,
  reportUnknown,
  rootName,
  textAt,
  textsAt,
  type XmlElement,
} from "../xml.ts";
import { addFactsOf, measuresIn } from "./comments.ts";
import { addDocument } from "./documents.ts";
import { readAlias, readName } from "./names.ts";
import { type DescribedParty, linkParties } from "./relations.ts";

const FORMAT = "un-xml";
const BOXES = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"] as const;

/** Resolutions whose committees keep the parts of the list, by the list's own names of the parts. */
const PROGRAM_KEYS: ReadonlyMap<string, string> = new Map([
  ["al-qaida", "UN-SCISIL"],
  ["taliban", "UN-SC1988"],
  ["dprk", "UN-SC1718"],
  ["iraq", "UN-SC1518"],
  ["drc", "UN-SC1533"],
  ["iran", "UN-SC1737"],
  ["libya", "UN-SC1970"],
  ["somalia", "UN-SC751"],
  ["car", "UN-SC2127"],
  ["gb", "UN-SC2048"],
  ["yemen", "UN-SC2140"],
  ["haiti", "UN-SC2653"],
  ["sudan", "UN-SC1591"],
  ["southsudan", "UN-SC2206"],
]);

const VALUED = ["TITLE", "DESIGNATION", "NATIONALITY", "LIST_TYPE", "LAST_DAY_UPDATED"];
const SINGLE = [
  ...BOXES,
  ...[
    "DATAID",
    "VERSIONNUM",
    "UN_LIST_TYPE",
    "REFERENCE_NUMBER",
    "LISTED_ON",
    "GENDER",
    "SUBMITTED_BY",
    "SUBMITTED_ON",
  ],
  ...["NAME_ORIGINAL_SCRIPT", "COMMENTS1", "NATIONALITY2", "SORT_KEY", "SORT_KEY_LAST_MOD", "DELISTED_ON"],
  "ENTITY_NAME_ORIGINAL_SCRIPT",
];
const ADDRESS = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE"];
const ALIAS = ["QUALITY", "ALIAS_NAME", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE"];
const BELOW: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(VALUED.map((name) => [name, ["VALUE"]])),
  INDIVIDUAL_ALIAS: ALIAS,
  ENTITY_ALIAS: ALIAS,
  INDIVIDUAL_ADDRESS: ADDRESS,
  ENTITY_ADDRESS: ADDRESS,
  INDIVIDUAL_PLACE_OF_BIRTH: ADDRESS,
  INDIVIDUAL_DATE_OF_BIRTH: ["TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE"],
  INDIVIDUAL_DOCUMENT: [
    ...["TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "DATE_OF_ISSUE"],
    ...["CITY_OF_ISSUE", "COUNTRY_OF_ISSUE", "NOTE"],
  ],
};
const KNOWN: ReadonlySet<string> = new Set([
  ...SINGLE,
  ...Object.entries(BELOW).flatMap(([name, below]) => [name, ...below.map((leaf) => `${name}/${leaf}`)]),
]);

function at(element: XmlElement, name: string): string {
  return (textAt(element, name) ?? "").trim();
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function addNames(draft: Draft, element: XmlElement): void {
  const boxes = BOXES.map((box) => tidy(at(element, box))).filter((part) => part !== "" && part !== "na");
  const whole = boxes.join(" ");
  const scripts = [at(element, "NAME_ORIGINAL_SCRIPT"), at(element, "ENTITY_NAME_ORIGINAL_SCRIPT")];
  if (draft.schema === "Person") {
    draft.add("name", whole);
    addNameParts(draft, boxes, at(element, "UN_LIST_TYPE"));
  } else addEntityName(draft, whole);
  draft.add("alias", ...scripts.flatMap((script) => script.split(/\s*[;؛]\s*/u)));
  for (const kind of ["INDIVIDUAL_ALIAS", "ENTITY_ALIAS"]) {
    for (const alias of childrenOf(element, kind)) addAlias(draft, alias);
  }
}

/** In the boxes stand the parts as the name is spoken; Korean names begin with the family's. */
function addNameParts(draft: Draft, boxes: readonly string[], list: string): void {
  const [first, ...rest] = boxes;
  if (list === "DPRK") {
    draft.add("lastName", first).add("firstName", rest.join(" "));
    return;
  }
  draft.add("firstName", first).add("lastName", rest.at(-1));
  if (rest.length > 1) draft.add("secondName", rest[0]);
  if (rest.length > 2) draft.add("middleName", rest.slice(1, -1).join(" "));
}

/** Two names of one entity stand in one box, divided by `;`; an acronym stands in brackets. */
function addEntityName(draft: Draft, whole: string): void {
  const [first, ...others] = whole.split(/\s*;\s*/u);
  draft.add("name", first).add("alias", ...others);
  for (const name of [first ?? "", ...others]) {
    const reading = readName(name, "alias").names.filter((read) => read.name !== first);
    for (const read of reading) draft.add(read.property, read.name);
  }
}

function addAlias(draft: Draft, element: XmlElement): void {
  const quality = at(element, "QUALITY");
  const read = readAlias({ quality, name: at(element, "ALIAS_NAME"), note: at(element, "NOTE") });
  for (const { property, name } of read.names) draft.add(property, name);
  for (const remark of read.remarks) draft.keep(remark.replace(/^: /u, ""));
  const place = [at(element, "CITY_OF_BIRTH"), at(element, "COUNTRY_OF_BIRTH")]
    .filter((part) => part !== "")
    .join(", ");
  const born = at(element, "DATE_OF_BIRTH");
  // A birth stated with an alias is the one on the papers in that name: it is the party's as well as any other.
  draft.addDate("birthDate", born);
  if (place !== "") draft.add("birthPlace", place);
  if (born !== "" || place !== "") {
    draft.keep(`${tidy(at(element, "ALIAS_NAME"))}: born ${[born, place].filter(Boolean).join(", ")}`);
  }
}

function addBirth(draft: Draft, element: XmlElement): void {
  const [date, year, from, to] = ["DATE", "YEAR", "FROM_YEAR", "TO_YEAR"].map((name) => at(element, name));
  const note = tidy(at(element, "NOTE"));
  const about = at(element, "TYPE_OF_DATE") === "APPROXIMATELY" || /^approx/iu.test(note) ? "circa " : "";
  const dated = parsePartialDate(`${note} ${year}`);
  if (date) draft.addDate("birthDate", `${about}${date}`);
  else if (from && to) draft.addDate("birthDate", `${about}${from} to ${to}`);
  else if (from || to) draft.addDate("birthDate", `circa ${from || to}`);
  else if (year && note !== "" && dated !== null) draft.addPartialDate("birthDate", dated);
  else if (year) draft.addDate("birthDate", `${about}${year}`);
  else addWordedBirth(draft, note);
  if (note !== "" && !/^approximately$/iu.test(note)) draft.keep(`Date of birth: ${note}`);
}

/** `Nov. 1973`, `Between Aug. and Sep. 1977`. */
function addWordedBirth(draft: Draft, note: string): void {
  const span = /^between (\S+) and (\S+ (\d{4}))$/iu.exec(note);
  const date = parsePartialDate(span === null ? note : `${span[1]} ${span[3]} to ${span[2]}`);
  if (date !== null) draft.addPartialDate("birthDate", date);
}

function addPlaces(draft: Draft, element: XmlElement): void {
  for (const place of childrenOf(element, "INDIVIDUAL_PLACE_OF_BIRTH")) {
    const parts = ["STREET", "CITY", "STATE_PROVINCE", "COUNTRY"].map((name) => tidy(at(place, name)));
    draft.add("birthPlace", parts.filter((part) => part !== "").join(", "));
    addCountries(draft, "birthCountry", parts[3] ?? "");
    if (at(place, "NOTE") !== "") draft.keep(`Place of birth: ${tidy(at(place, "NOTE"))}`);
  }
}

function addCountries(draft: Draft, property: string, text: string): void {
  if (tidy(text) === "" || /^(?:na|unknown|not known)$/iu.test(tidy(text))) return;
  const { codes, unread } = readCountries(tidy(text));
  draft.add(property, ...codes).addCountry(property, ...unread);
}

function addAddresses(builder: EditionBuilder, draft: Draft, element: XmlElement): void {
  const seen = new Set<string>();
  for (const kind of ["INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS"]) {
    for (const address of childrenOf(element, kind)) {
      const key = elementText(address);
      if (seen.has(key)) continue;
      seen.add(key);
      builder.address(draft, {
        street: at(address, "STREET"),
        city: at(address, "CITY"),
        state: at(address, "STATE_PROVINCE"),
        postalCode: at(address, "ZIP_CODE"),
        country: at(address, "COUNTRY"),
        remarks: tidy(at(address, "NOTE")),
      });
    }
  }
}

function addSanction(builder: EditionBuilder, draft: Draft, element: XmlElement): void {
  const list = at(element, "UN_LIST_TYPE");
  const key = PROGRAM_KEYS.get(list.toLowerCase().replace(/\s+/gu, ""));
  if (list !== "" && key === undefined) builder.unread(`UN_LIST_TYPE ${list.slice(0, 40)}`);
  const comment = at(element, "COMMENTS1");
  const sanction = builder.sanction(draft, {
    program: [list],
    programId: [key],
    authorityId: [at(element, "REFERENCE_NUMBER")],
    unscId: [at(element, "REFERENCE_NUMBER")],
    reason: [comment],
    provisions: measuresIn(comment),
    listingDate: at(element, "LISTED_ON"),
    endDate: at(element, "DELISTED_ON"),
    summary: [
      ...textsAt(element, "LIST_TYPE", "VALUE").filter((value) => value !== "UN List"),
      ...["SUBMITTED_BY", "SUBMITTED_ON"].flatMap((name) => {
        const words = name.toLowerCase().replace("_", " ");
        return at(element, name) === "" ? [] : [`${words} ${at(element, name)}`];
      }),
    ],
  });
  sanction.add("recordId", at(element, "DATAID"));
  for (const day of textsAt(element, "LAST_DAY_UPDATED", "VALUE")) sanction.addDate("modifiedAt", day);
  const interpol = /https?:\/\/www\.interpol\.int\/\S+/u.exec(comment)?.[0];
  sanction.add("sourceUrl", interpol?.replace(/[).,;]+$/u, ""));
}

function addParty(builder: EditionBuilder, draft: Draft, element: XmlElement): void {
  const comment = at(element, "COMMENTS1");
  draft.add("notes", comment);
  for (const title of textsAt(element, "TITLE", "VALUE")) {
    if (draft.allows("title")) draft.add("title", title);
    else draft.keep(title);
  }
  for (const position of textsAt(element, "DESIGNATION", "VALUE")) {
    if (draft.allows("position")) draft.add("position", position);
    else draft.keep(position);
  }
  const nationalities = [...textsAt(element, "NATIONALITY", "VALUE"), at(element, "NATIONALITY2")];
  const property = draft.allows("nationality") ? "nationality" : "country";
  for (const nationality of nationalities) addCountries(draft, property, nationality);
  const gender = at(element, "GENDER");
  if (draft.allows("gender") && !/^unknown$/iu.test(gender)) draft.add("gender", gender);
  for (const birth of childrenOf(element, "INDIVIDUAL_DATE_OF_BIRTH")) addBirth(draft, birth);
  addPlaces(draft, element);
  addAddresses(builder, draft, element);
  // The list repeats a document as often as it was entered.
  const documents = childrenOf(element, "INDIVIDUAL_DOCUMENT").map((one) => [elementText(one), one] as const);
  for (const document of new Map(documents).values()) addDocument(builder, draft, document);
  addFactsOf(draft, comment);
}

function readParty(builder: EditionBuilder, element: XmlElement, parties: DescribedParty[]): string | null {
  reportUnknown(element, KNOWN, (path) => builder.unread(path));
  const reference = at(element, "REFERENCE_NUMBER");
  if (BOXES.every((box) => tidy(at(element, box)) === "")) return "the entry has no name";
  const draft = builder.begin(element.name === "INDIVIDUAL" ? "Person" : "Organization", reference);
  if (draft === null) return builder.duplicateReason(reference);
  draft.add("topics", "sanction");
  addNames(draft, element);
  if (draft.values("name").length === 0) return "the entry has no name";
  addSanction(builder, draft, element);
  addParty(builder, draft, element);
  const texts = [at(element, "COMMENTS1"), ...textsAt(element, "DESIGNATION", "VALUE")];
  parties.push({ draft, texts });
  return null;
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  const parties: DescribedParty[] = [];
  let date: string | null = null;
  for (const file of files) {
    const options = {
      format: FORMAT,
      roots: ["CONSOLIDATED_LIST"],
      records: ["INDIVIDUALS/INDIVIDUAL", "ENTITIES/ENTITY"],
    };
    const frame = readElements(file, options, (element) => {
      const place = { file: file.name, where: placeOf(element), text: () => elementText(element) };
      builder.row(place, () => readParty(builder, element, parties));
    });
    date = parsePartialDate(frame.attributes.dateGenerated ?? "")?.values[0] ?? date;
    for (const [path, count] of frame.others) builder.unread(path, count);
  }
  linkParties(builder, parties);
  return builder.finish(date?.length === 10 ? date : null);
}

/** Reads the consolidated list of the United Nations Security Council in the XML that its secretariat publishes. */
export const unXml: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) => files.length > 0 && files.every((file) => rootName(file) === "CONSOLIDATED_LIST"),
  read,
};
