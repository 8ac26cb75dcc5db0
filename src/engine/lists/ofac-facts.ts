import { countryCode } from "../entity/country.ts";
import { isA } from "../entity/model.ts";
import type { Draft, Stated } from "./draft.ts";
import type { EditionBuilder } from "./edition-builder.ts";

/**
 * One statement that OFAC makes about a party, in whatever file it stands: the remarks of the CSV, the ids of `sdn.xml`,
 * the features and documents of the newer formats. They share one vocabulary of labels.
 */
export type OfacFact = {
  /** As published: `Passport`, `Secondary sanctions risk:`, `Digital Currency Address - XBT`. */
  readonly label: string;
  readonly value: string;
  readonly country?: Stated;
  readonly authority?: Stated;
  readonly issued?: Stated;
  readonly expires?: Stated;
  /** The list's own number of the statement. */
  readonly key?: string;
};

/** A party as it is read: its entity, its designation, and the names that it points to. */
export type OfacParty = {
  readonly edition: EditionBuilder;
  readonly draft: Draft;
  readonly sanction: Draft;
  readonly pending: PendingLink[];
};

/** A relation to a party that the source gives by name only; resolved when the whole edition is read. */
export type PendingLink = { readonly from: Draft; readonly name: string; readonly role: string };

type Rule =
  | { readonly kind: "value" | "date" | "country"; readonly property: string }
  | {
      readonly kind: "provision" | "wallet" | "note" | "birthplace" | "office" | "security" | "vessel-number";
    }
  | { readonly kind: "listing" | "effective" }
  | { readonly kind: "named"; readonly role: string }
  | { readonly kind: "document"; readonly property: string; readonly passport?: boolean };

const value = (property: string): Rule => ({ kind: "value", property });
const date = (property: string): Rule => ({ kind: "date", property });
const country = (property: string): Rule => ({ kind: "country", property });
const document = (property: string): Rule => ({ kind: "document", property });
const PROVISION: Rule = { kind: "provision" };
const NOTE: Rule = { kind: "note" };
const PASSPORT: Rule = { kind: "document", property: "passportNumber", passport: true };

/** Labels by the property that repeats the number on the party; documents of all other labels repeat it as `idNumber`. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  taxNumber:
    "tax id no.|nit|r.f.c.|rfc|ruc|rif|c.u.i.t.|rtn|us fein|italian fiscal code|fiscal code|n.i.f.|c.i.f.|paraguayan tax identification number|romanian tax registration|numero unico de identificacao tributaria (nuit)",
  registrationNumber:
    "registration number|registration id|business registration number|business registration document|company number|uk company number|commercial registry number|c.r. no.|romanian c.r.|public registration number|enterprise number|chamber of commerce number|certificate of incorporation number|folio mercantil no.|matricula mercantil no|istanbul chamber of comm. no.|central registration system number|economic register number (cbls)|organization code|branch unit number|file number|business number|registered charity no.|rsin|msb registration number|dubai chamber of commerce membership no.|registration certificate number (dubai)|russian state individual business registration number pattern (ogrnip)",
  licenseNumber:
    "trade license no.|license|permit number|tourism license no.|sre permit no.|afghan money service provider license number|pilot license number",
  vatCode: "v.a.t. number",
  leiCode: "legal entity number",
  dunsCode: "d-u-n-s number",
  uscCode: "unified social credit code (uscc)|united social credit code certificate (usccc)",
  okpoCode: "government gazette number",
  socialSecurityNumber: "ssn",
  bikCode: "bik (ru)",
  idNumber:
    "national id no.|cedula no.|c.u.r.p.|c.u.i.p.|c.u.i.|d.n.i.|i.f.e.|n.i.e.|c.i.n.|identification number|driver's license no.|electoral registry no.|birth certificate number|national foreign id number|credencial electoral|cartilla de servicio militar nacional|personal id card|bosnian personal id no.|kenyan id no.|moroccan personal id no.|turkish identification number|residency number|travel document number|le number|numero de identidad|citizen's card number|visanumberid|refugee id card|stateless person id card|tazkira national id card|military registration number|chinese commercial code|immigration no.|public security and immigration no.|cnp (personal numerical code)|romanian permanent resident|seafarer's identification document|uae identification|serial no.|trademark number",
};

const RULES: ReadonlyMap<string, Rule> = new Map([
  ...Object.entries(DOCUMENTS).flatMap(([property, labels]) =>
    labels.split("|").map((label): [string, Rule] => [label, document(property)]),
  ),
  ...[
    "passport",
    "diplomatic passport",
    "stateless person passport",
    "british national overseas passport",
    "u.s.a. passport",
  ].map((label): [string, Rule] => [label, PASSPORT]),
  ["dob", date("birthDate")],
  ["birthdate", date("birthDate")],
  ["pob", { kind: "birthplace" }],
  ["place of birth", { kind: "birthplace" }],
  ["nationality", country("nationality")],
  ["nationality country", country("nationality")],
  ["citizen", country("citizenship")],
  ["citizenship country", country("citizenship")],
  ["nationality of registration", country("jurisdiction")],
  ["registration country", country("jurisdiction")],
  ["gender", value("gender")],
  ["title", { kind: "office" }],
  ["ethnicity", value("ethnicity")],
  ["website", value("website")],
  ["email address", value("email")],
  ["phone number", value("phone")],
  ["telephone", value("phone")],
  ["telephone no.", value("phone")],
  ["phone no.", value("phone")],
  ["phone", value("phone")],
  ["fax", NOTE],
  ["fax no.", NOTE],
  ["tribe", NOTE],
  ["location", NOTE],
  ["un/locode", NOTE],
  ["issuer name", NOTE],
  ["micex code", { kind: "security" }],
  ["isin", { kind: "security" }],
  ["equity ticker", { kind: "security" }],
  ["swift/bic", value("swiftBic")],
  ["organization established date", date("incorporationDate")],
  ["organization type", value("classification")],
  ["target type", value("classification")],
  ["linked to", { kind: "named", role: "Linked To" }],
  ["aircraft operator", { kind: "named", role: "Aircraft Operator" }],
  ["vessel owner", { kind: "named", role: "Vessel Owner" }],
  ["aircraft model", value("model")],
  ["aircraft manufacture date", date("buildDate")],
  ["aircraft tail number", value("registrationNumber")],
  ["previous aircraft tail number", NOTE],
  ["aircraft manufacturer's serial number (msn)", value("serialNumber")],
  ["aircraft construction number (also called l/n or s/n or f/n)", value("serialNumber")],
  ["aircraft serial identification", value("serialNumber")],
  ["aircraft mode s transponder code", value("icaoCode")],
  ["vessel registration identification", { kind: "vessel-number" }],
  ["mmsi", value("mmsi")],
  ["vessel year of build", date("buildDate")],
  ["vessel call sign", value("callSign")],
  ["other vessel call sign", value("callSign")],
  ["vessel type", value("type")],
  ["other vessel type", value("type")],
  ["vessel flag", country("flag")],
  ["other vessel flag", country("flag")],
  ["former vessel flag", country("pastFlags")],
  ["vessel tonnage", value("tonnage")],
  ["vessel gross registered tonnage", value("grossRegisteredTonnage")],
]);

/** Labels that begin so are read by the rule; what follows the beginning varies with the order or the currency. */
const PREFIXES: readonly (readonly [string, Rule])[] = [
  ["digital currency address", { kind: "wallet" }],
  ["listing date", { kind: "listing" }],
  ["effective date", { kind: "effective" }],
  ["purchase/sales for divestment date", PROVISION],
  ["secondary sanctions risk", PROVISION],
  ["additional sanctions information", PROVISION],
  ["transactions prohibited for", PROVISION],
  ["executive order", PROVISION],
  ["caatsa section", PROVISION],
  ["ifca determination", PROVISION],
  ["peesa information", PROVISION],
  ["for more information on directives", PROVISION],
];

/** Every label that is read by name, longest first: a text that begins with one of them states that fact. */
export const OFAC_LABELS: readonly string[] = [...RULES.keys()].sort((a, b) => b.length - a.length);

/** Beginnings of labels whose end varies. */
export const OFAC_LABEL_PREFIXES: readonly string[] = PREFIXES.map(([prefix]) => prefix);

function normalized(label: string): string {
  return label
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/[\s:#-]+$/, "")
    .trim();
}

function ruleOf(label: string): Rule | null {
  const name = normalized(label);
  const exact = RULES.get(name);
  if (exact !== undefined) return exact;
  return PREFIXES.find(([prefix]) => name.startsWith(prefix))?.[1] ?? null;
}

function wholeText(fact: OfacFact): string {
  return `${fact.label.trim()} ${fact.value.trim()}`.trim();
}

function addBirthplace(draft: Draft, place: string): void {
  draft.add("birthPlace", place);
  const last = place.slice(place.lastIndexOf(",") + 1);
  // `Korea, North` ends in a part that names no country alone.
  const code = countryCode(last) ?? countryCode(place.split(",").slice(-2).join(","));
  if (code !== null) draft.add("birthCountry", code);
}

function addWallet({ edition, draft }: OfacParty, fact: OfacFact): void {
  const currency = /-\s*([A-Z0-9]{2,10})$/i.exec(fact.label.trim())?.[1];
  const key = fact.value.trim();
  const wallet = edition.attach(draft, "CryptoWallet", "wallet", key);
  wallet.add("publicKey", key).add("currency", currency);
  // A vessel can't hold a wallet in the model.
  if (isA(draft.schema, "LegalEntity")) wallet.add("holder", draft.id);
  else draft.keep(wholeText(fact));
}

function addDocument({ edition, draft }: OfacParty, fact: OfacFact, rule: Rule | null): void {
  const number = fact.value.trim();
  const imo = /^IMO\s*(\d{7})$/.exec(number)?.[1];
  if (imo !== undefined && draft.allows("imoNumber")) {
    draft.add("imoNumber", imo);
    return;
  }
  const russian = countryCode(fact.country ?? "") === "ru";
  const base = rule?.kind === "document" ? rule.property : "idNumber";
  // Only Companies have these in the model, and only companies have them in life.
  if (base === "bikCode" || base === "isinCode") draft.narrow("Company");
  let property = base;
  if (russian && base === "registrationNumber" && /^(?:\d{13}|\d{15})$/.test(number)) property = "ogrnCode";
  if (russian && base === "taxNumber" && /^(?:\d{10}|\d{12})$/.test(number)) property = "innCode";
  edition.identification(draft, {
    type: fact.label.trim().replace(/[\s:]+$/, ""),
    number,
    property: draft.allows(property) ? property : base,
    passport: rule?.kind === "document" && rule.passport === true,
    ...(fact.key === undefined ? {} : { key: fact.key }),
    country: fact.country,
    authority: fact.authority,
    issued: fact.issued,
    expires: fact.expires,
  });
}

function addSecurity(party: OfacParty, fact: OfacFact): void {
  const { draft } = party;
  if (!draft.narrow("Company")) {
    draft.keep(wholeText(fact));
    return;
  }
  draft.add(normalized(fact.label) === "isin" ? "isinCode" : "ticker", fact.value);
}

function addVesselNumber(party: OfacParty, fact: OfacFact): void {
  const imo = /^(?:IMO\s*)?(\d{7})$/.exec(fact.value.trim())?.[1];
  if (imo !== undefined && party.draft.allows("imoNumber")) party.draft.add("imoNumber", imo);
  else addDocument(party, fact, document("registrationNumber"));
}

function addNamed(party: OfacParty, fact: OfacFact, role: string): void {
  party.pending.push({ from: party.draft, name: fact.value.trim(), role });
}

function addProvision(party: OfacParty, fact: OfacFact, property: "listingDate" | "startDate" | null): void {
  if (property !== null) party.sanction.addDate(property, fact.value.replace(/^[\s:]+/, ""));
  party.sanction.add("provisions", wholeText(fact));
}

/** Writes one statement onto its party. A label that is not known is taken for a document's and counted as unread. */
export function applyFact(party: OfacParty, fact: OfacFact): void {
  const { draft, edition } = party;
  if (fact.value.trim() === "") return;
  const rule = ruleOf(fact.label);
  if (rule === null) {
    edition.unread(`label ${fact.label.trim().slice(0, 60)}`);
    addDocument(party, fact, null);
    return;
  }
  switch (rule.kind) {
    case "value":
      draft.add(rule.property, fact.value);
      return;
    case "date":
      draft.addDate(rule.property, fact.value);
      return;
    case "country":
      draft.addCountry(draft.allows(rule.property) ? rule.property : "country", fact.value);
      return;
    case "document":
      addDocument(party, fact, rule);
      return;
    case "birthplace":
      addBirthplace(draft, fact.value);
      return;
    case "provision":
      addProvision(party, fact, null);
      return;
    case "listing":
      addProvision(party, fact, "listingDate");
      return;
    case "effective":
      addProvision(party, fact, "startDate");
      return;
    case "wallet":
      addWallet(party, fact);
      return;
    case "security":
      addSecurity(party, fact);
      return;
    case "vessel-number":
      addVesselNumber(party, fact);
      return;
    case "named":
      addNamed(party, fact, rule.role);
      return;
    case "office":
      for (const part of fact.value.split(/;\s*/)) applyFreeText(party, part);
      return;
    case "note":
      draft.keep(wholeText(fact));
      return;
  }
}

/** Words of an office or rank: a statement without a label that has one says what the person is. */
const OFFICE =
  /\b(?:member|minister|director|general|chair(?:man|woman|person)|deput(?:y|ies)|governor|commander|representative|official|chief|president|vice|head|secretary|judge|advis[eo]r|officer|colonel|major|captain|admiral|marshal|lieutenant|leader|manager|employee|ambassador|senator|rector|magistrate|founder|owner|prosecutor|spokes(?:man|person)|inspector|mayor|chancellor|envoy|constituent|dean|professor|assistant|aide|treasurer|partner|shareholder|figure|emir|imam)\b/i;

/** A statement without a label: an office of a person, or else a note. */
export function applyFreeText({ draft }: OfacParty, text: string): void {
  if (isA(draft.schema, "Person") && OFFICE.test(text) && text.length <= 200) draft.add("position", text);
  else draft.keep(text);
}

/** Finds parties by the name that the list gives them; a name that two parties bear finds neither. */
export class OfacNames {
  readonly #names = new Map<string, Draft | null>();
  readonly #aliases = new Map<string, Draft | null>();
  readonly #others: OfacNames | null;

  /** `others` is asked for names that are not known here at all. */
  constructor(others: OfacNames | null = null) {
    this.#others = others;
  }

  /** Learns a party's names: first its own, and where these say nothing, its other names. */
  learn(draft: Draft, kind: "name" | "alias", name: string): void {
    const names = kind === "name" ? this.#names : this.#aliases;
    // The list names operators and owners in another case than the entries themselves.
    const key = name.toUpperCase();
    const known = names.get(key);
    names.set(key, known === undefined || known === draft ? draft : null);
  }

  /** The party, `null` where more than one bears the name, `undefined` where none does. */
  find(text: string): Draft | null | undefined {
    const name = text.toUpperCase();
    for (const names of [this.#names, this.#aliases]) {
      for (const spelling of [name, `${name}.`, name.replace(/\.$/, "")]) {
        const found = names.get(spelling);
        if (found !== undefined) return found;
      }
    }
    return this.#others?.find(name);
  }
}

function keepName(edition: EditionBuilder, link: PendingLink, found: null | undefined): void {
  link.from.keep(`${link.role}: ${link.name}`);
  // An operator or owner is seldom listed itself; that its name alone is stated is no gap in the reading.
  if (link.role !== "Linked To") return;
  edition.unread(found === null ? "linked name borne by several entries" : "linked name not in this edition");
}

/** Turns names into edges, now that all parties are known; a name that finds none stays as a note and is counted. */
export function resolveLinks(
  edition: EditionBuilder,
  pending: readonly PendingLink[],
  names: OfacNames,
): void {
  for (const link of pending) {
    const found = names.find(link.name);
    if (found === undefined || found === null) {
      keepName(edition, link, found);
    } else if (link.role === "Vessel Owner") {
      edition.link("Ownership", { source: found, target: link.from, role: link.role });
    } else {
      edition.link("UnknownLink", { source: link.from, target: found, role: link.role });
    }
  }
}

/** The schema of a party by OFAC's type: Individual, Entity, Vessel, Aircraft, in any case; null for any other. */
export function ofacSchema(type: string): string | null {
  switch (type.trim().toLowerCase()) {
    case "individual":
      return "Person";
    case "entity":
    case "":
      return "Organization";
    case "vessel":
      return "Vessel";
    case "aircraft":
      return "Airplane";
    default:
      return null;
  }
}

/** Writes a person's name as the list does (`JONG, Song Hwa`), with its two halves apart. */
export function addPersonName(draft: Draft, last: Stated, first: Stated): void {
  draft.add("lastName", last).add("firstName", first);
}

/** OFAC's words for the kind of another name, to the model's property. */
export function aliasProperty(type: string, weak: boolean): "alias" | "weakAlias" | "previousName" | "name" {
  const kind = type.toLowerCase().replace(/[^a-z]/g, "");
  if (kind === "fka") return "previousName";
  if (weak) return "weakAlias";
  return kind === "nka" ? "name" : "alias";
}

/** True for a label of OFAC's vocabulary that is read by name. */
export function isOfacLabel(label: string): boolean {
  return ruleOf(label) !== null;
}
