import { must } from "../../../fault.ts";
import type { Draft } from "../draft.ts";
import { type EditionBuilder, idPart } from "../edition-builder.ts";
import { readCountries } from "../stated-countries.ts";
import { addDocument, addRegistrations, type StatedDocument } from "./document.ts";
import { addVessel, NO_VESSEL, type VesselFacts } from "./vessel.ts";

/** A name in the United Kingdom's six boxes: the first five, then `Name 6`, the surname or the whole name of an entity. */
export type StatedName = {
  readonly first: readonly string[];
  readonly last: string;
  /** `Primary Name`, `Primary Name Variation`, `Alias`, `AKA`, `FKA`, `Prime Alias`. */
  readonly type: string;
  /** `Good quality a.k.a`, `Low quality a.k.a` or blank. */
  readonly strength: string;
};

export type StatedAddress = {
  readonly lines: readonly string[];
  readonly postalCode: string;
  readonly country: string;
};

/** One designation, whichever of the UK's files it was read from. Absent facts are blank or empty. */
export type Designation = {
  /** What the listing's id is made of: UniqueID, or the Group ID of the former list. */
  readonly reference: string;
  readonly authorityIds: readonly string[];
  readonly groupId: string;
  readonly unReferences: readonly string[];
  /** Individual, Entity or Ship. */
  readonly kind: string;
  readonly regime: readonly string[];
  readonly source: string;
  readonly measures: readonly string[];
  readonly reasons: readonly string[];
  readonly notes: readonly string[];
  readonly designatedOn: string;
  readonly startedOn: string;
  readonly updatedOn: string;
  readonly names: readonly StatedName[];
  readonly otherScripts: readonly { readonly text: string; readonly property: string }[];
  readonly titles: readonly string[];
  readonly addresses: readonly StatedAddress[];
  readonly phones: readonly string[];
  readonly websites: readonly string[];
  readonly emails: readonly string[];
  readonly births: readonly string[];
  readonly birthPlaces: readonly { readonly town: string; readonly country: string }[];
  /** Countries of birth and of addresses that the source states apart from any place. */
  readonly birthCountries: readonly string[];
  readonly countries: readonly string[];
  readonly nationalities: readonly string[];
  readonly positions: readonly string[];
  readonly genders: readonly string[];
  readonly passports: readonly StatedDocument[];
  readonly nationalIds: readonly StatedDocument[];
  readonly entityTypes: readonly string[];
  readonly registrations: readonly string[];
  readonly parents: readonly string[];
  readonly subsidiaries: readonly string[];
  readonly vessel: VesselFacts;
};

/** Takes designations into an edition; `finish` draws the links to owners once every party is known. */
export type DesignationWriter = {
  /** Null, or why the designation could not be taken. */
  readonly add: (designation: Designation) => string | null;
  readonly finish: () => void;
};

type PendingLink = {
  readonly draft: Draft;
  readonly name: string;
  readonly kind: "owner" | "subsidiary" | "operator";
  readonly role: string;
};

const SCHEMATA: ReadonlyMap<string, string> = new Map([
  ["individual", "Person"],
  ["entity", "Organization"],
  ["ship", "Vessel"],
]);

/** OpenSanctions' keys of programmes, where it is known that they are used. */
const PROGRAM_KEYS: readonly (readonly [RegExp, string])[] = [
  [/democratic people.?s republic of korea|north korea/iu, "GB-DPRK"],
];

/** The schema of a designation's kind, or null for one that is not known. */
export function schemaOfKind(kind: string): string | null {
  return SCHEMATA.get(kind.trim().toLowerCase()) ?? null;
}

/** FollowTheMoney's property for a type of name; null for a type that is not known. */
export function nameProperty(type: string, strength: string): string | null {
  const plain = type.trim().toLowerCase();
  if (plain === "primary name" || plain === "prime alias" || plain === "primary") return "name";
  if (/^(?:fka|formerly known as)$/u.test(plain)) return "previousName";
  if (/low/iu.test(strength)) return "weakAlias";
  return /^(?:primary[ _]name[ _]variation|primary_variation|alias|aka|a\.?k\.?a\.?)$/u.test(plain)
    ? "alias"
    : null;
}

/** Why a row can't be part of a designation, or null where it can. */
export function rowProblem(row: Designation): string | null {
  if (idPart(row.reference) === "") return "the row has no reference";
  if (schemaOfKind(row.kind) === null) return `unknown kind of designation: ${row.kind.slice(0, 60)}`;
  const named = row.names.some((name) => wholeName(name) !== "") || row.otherScripts.length > 0;
  return named ? null : "the row has no name";
}

/** The whole name as one would write it: forenames, then surname. */
export function wholeName(name: { readonly first: readonly string[]; readonly last: string }): string {
  return [...name.first, name.last]
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "-")
    .join(" ");
}

/** Starts writing designations into the builder. */
export function createDesignationWriter(builder: EditionBuilder): DesignationWriter {
  const links: PendingLink[] = [];
  const parties = new Map<string, Draft | null>();
  return {
    add: (designation) => {
      const problem = rowProblem(designation);
      if (problem !== null) return problem;
      const schema = must(schemaOfKind(designation.kind), "a designation without a problem has a known kind");
      const names = designation.names.map(wholeName).filter((name) => name !== "");
      const draft = builder.begin(schema, designation.reference);
      if (draft === null) return builder.duplicateReason(designation.reference);
      draft.add("topics", "sanction");
      addNames(builder, draft, designation);
      addSanction(builder, draft, designation);
      addParty(builder, draft, designation);
      addAddresses(builder, draft, designation.addresses);
      if (schema === "Vessel") addVessel(builder, draft, designation.vessel);
      links.push(...linksOf(draft, designation));
      for (const name of names) {
        const key = partyKey(name);
        parties.set(key, parties.has(key) && parties.get(key) !== draft ? null : draft);
      }
      return null;
    },
    finish: () => {
      for (const link of links) drawLink(builder, link, parties.get(partyKey(link.name)) ?? null);
    },
  };
}

/** Adds values where the schema has the property, else keeps them as notes under their label. */
export function addOrKeep(
  draft: Draft,
  fact: { readonly property: string; readonly label: string; readonly values: readonly string[] },
): void {
  for (const value of fact.values) {
    if (value.trim() === "") continue;
    if (draft.allows(fact.property)) draft.add(fact.property, value);
    else draft.keep(`${fact.label}: ${value}`);
  }
}

function addNames(builder: EditionBuilder, draft: Draft, designation: Designation): void {
  for (const name of designation.names) {
    const property = nameProperty(name.type, name.strength);
    if (property === null) builder.unread(`name type ${name.type.slice(0, 40)}`);
    draft.add(property ?? "alias", wholeName(name));
    if (property !== "name" || draft.schema !== "Person") continue;
    const [first, ...middle] = name.first.filter((part) => part.trim() !== "");
    draft.add("firstName", first).add("middleName", middle.join(" ")).add("lastName", name.last);
  }
  for (const { text, property } of designation.otherScripts) draft.add(property, text);
  // A party without a primary name is called by the first of its others.
  const others = ["alias", "weakAlias", "previousName"].flatMap((property) => draft.values(property));
  if (draft.values("name").length === 0) draft.add("name", others[0]);
}

function addSanction(builder: EditionBuilder, draft: Draft, designation: Designation): void {
  const sanction = builder.sanction(draft, {
    program: designation.regime,
    programId: PROGRAM_KEYS.filter(([shape]) => designation.regime.some((text) => shape.test(text))).map(
      ([, key]) => key,
    ),
    authorityId: designation.authorityIds,
    unscId: designation.unReferences,
    provisions: designation.measures,
    reason: designation.reasons,
    listingDate: designation.designatedOn,
    startDate: designation.startedOn,
    modifiedAt: designation.updatedOn,
    summary: designation.source === "" ? [] : [`Source of the designation: ${designation.source}`],
  });
  if (designation.groupId !== "") sanction.add("recordId", `OFSI Group ID ${designation.groupId}`);
}

function addParty(builder: EditionBuilder, draft: Draft, designation: Designation): void {
  const facts: readonly (readonly [string, string, readonly string[]])[] = [
    ["title", "Title", designation.titles],
    ["position", "Position", designation.positions],
    ["gender", "Gender", designation.genders],
    ["phone", "Phone number", designation.phones],
    ["website", "Website", designation.websites],
    ["email", "Email address", designation.emails],
    ["legalForm", "Type of entity", designation.entityTypes],
  ];
  for (const [property, label, values] of facts) addOrKeep(draft, { property, label, values });
  for (const birth of designation.births) draft.addDate("birthDate", birth);
  for (const { town, country } of designation.birthPlaces) {
    const place = splitCountry(country);
    draft.add("birthPlace", [town, country].filter((part) => part.trim() !== "").join(", "));
    addCountries(draft, "birthCountry", place.country);
  }
  for (const text of designation.birthCountries) addCountries(draft, "birthCountry", text);
  for (const text of designation.countries) addCountries(draft, "country", text);
  for (const text of designation.nationalities) {
    addCountries(draft, "nationality", text);
    if (splitCountry(text).remark !== "") draft.keep(`Nationality: ${text}`);
  }
  for (const note of designation.notes) draft.keep(note);
  for (const document of designation.passports) addDocument(builder, draft, { ...document, passport: true });
  for (const document of designation.nationalIds)
    addDocument(builder, draft, { ...document, passport: false });
  addRegistrations(builder, draft, designation.registrations);
}

/** `Iraq (previous address)`: the country and what the list says of it. `Congo (Democratic Republic)` is one name. */
function splitCountry(text: string): { readonly country: string; readonly remark: string } {
  const plain = text.trim().replace(/[.;,]+$/u, "");
  const found = /^([^()]+?)\s*\(([^()]*)\)$/u.exec(plain);
  if (
    found === null ||
    /republic|state|people|burma|south|north|brazzaville|kinshasa/iu.test(found[2] ?? "")
  ) {
    return { country: plain, remark: "" };
  }
  return { country: found[1] ?? "", remark: found[2] ?? "" };
}

function addCountries(draft: Draft, property: string, text: string): void {
  const { codes, unread } = readCountries(text);
  draft.add(property, ...codes).addCountry(property, ...unread);
}

function addAddresses(builder: EditionBuilder, draft: Draft, addresses: readonly StatedAddress[]): void {
  const seen = new Set<string>();
  for (const { lines, postalCode, country } of addresses) {
    const parts = [...lines, postalCode].map((line) => line.trim()).filter((line) => line !== "");
    const key = [...parts, country.trim()].join("|").toLowerCase();
    if (key === "" || seen.has(key)) continue;
    seen.add(key);
    const place = splitCountry(country);
    const full = parts.length === 0 ? "" : [...parts, place.country].filter((part) => part !== "").join(", ");
    builder.address(draft, { full, postalCode, country: place.country, remarks: place.remark });
  }
}

function linksOf(draft: Draft, designation: Designation): readonly PendingLink[] {
  const of = (kind: PendingLink["kind"], role: string, names: readonly string[]): readonly PendingLink[] =>
    names.filter((name) => name.trim() !== "").map((name) => ({ draft, name: name.trim(), kind, role }));
  const { vessel } = designation;
  return [
    ...of("owner", "Parent company", designation.parents),
    ...of("subsidiary", "Subsidiary", designation.subsidiaries),
    ...of("owner", "Current owner", vessel.owners),
    ...of("operator", "Current owner or operator", vessel.ownersOrOperators),
    ...of("operator", "Previous owner or operator", vessel.previousOwnersOrOperators),
  ];
}

function partyKey(name: string): string {
  return name
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Links to the listed party of that very name where there is exactly one, else to a party that is only named. */
function drawLink(builder: EditionBuilder, link: PendingLink, listed: Draft | null): void {
  if (listed === link.draft) return;
  const other =
    listed ??
    builder.attach(link.draft, "Organization", link.kind, link.name.slice(0, 80)).add("name", link.name);
  const [source, target] = link.kind === "subsidiary" ? [link.draft, other] : [other, link.draft];
  // The list states an owner or an operator in one box: who owns is not said.
  const schema = link.kind === "operator" ? "UnknownLink" : "Ownership";
  builder.link(schema, { source, target, role: link.role });
}

/** A designation of which nothing is stated yet, to fill in. */
export const NO_FACTS: Designation = {
  reference: "",
  authorityIds: [],
  groupId: "",
  unReferences: [],
  kind: "",
  regime: [],
  source: "",
  measures: [],
  reasons: [],
  notes: [],
  designatedOn: "",
  startedOn: "",
  updatedOn: "",
  names: [],
  otherScripts: [],
  titles: [],
  addresses: [],
  phones: [],
  websites: [],
  emails: [],
  births: [],
  birthPlaces: [],
  birthCountries: [],
  nationalities: [],
  countries: [],
  positions: [],
  genders: [],
  passports: [],
  nationalIds: [],
  entityTypes: [],
  registrations: [],
  parents: [],
  subsidiaries: [],
  vessel: NO_VESSEL,
};
