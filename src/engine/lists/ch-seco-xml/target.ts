import { parsePartialDate } from "../../entity/partial-date.ts";
import type { Draft } from "../draft.ts";
import type { EditionBuilder } from "../edition-builder.ts";
import { type DescribedParty, linkParties } from "../un-xml/relations.ts";
import { attributeOf, childrenOf, reportUnknown, textAt, textsAt, type XmlElement } from "../xml.ts";
import {
  addAddress,
  addBirthPlace,
  addDate,
  addDocument,
  addNationality,
  addOtherInformation,
  otherInformation,
} from "./facts.ts";
import { addName } from "./names.ts";

/** What stands beside the targets of the list: the measures that a target names by number, and places. */
export type SecoFrame = {
  readonly sets: ReadonlyMap<string, MeasureSet>;
  readonly places: ReadonlyMap<string, XmlElement>;
  /** The list's own date, or null. */
  readonly date: string | null;
};

/** A set of measures of an ordinance. */
export type MeasureSet = {
  readonly program: readonly string[];
  readonly measure: string;
  readonly origin: string;
};

const PARTIES = ["individual", "entity", "object"] as const;
const NAME = "name";
const LOCATED = ["@ssid", "@place-id", "@quality", "/location", "/area", "/country", "/country@iso-code"];
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  "": ["@ssid", "@main"],
  [NAME]: ["@ssid", "@name-type", "@quality", "@lang"],
  [`${NAME}/name-part`]: ["@ssid", "@order", "@name-part-type", "/value"],
  [`${NAME}/name-part/spelling-variant`]: ["@ssid", "@lang", "@script", "@spelling-variant-type"],
  nationality: ["@ssid", "/country", "/country@iso-code"],
  "day-month-year": ["@ssid", "@day", "@month", "@year", "@calendar", "@quality"],
  "place-of-birth": LOCATED,
  address: [...LOCATED, "@main", "/c-o", "/address-details", "/p-o-box", "/zip-code", "/remarks"],
  "identification-document": [
    ...["@ssid", "@document-type", "/number", "/issuer", "/issuer@code", "/date-of-issue", "/expiry-date"],
    ...["/remark", "/remarks", "/place-of-issue", "/place-of-issue@place-id", "/place-of-issue@ssid"],
  ],
};
const KNOWN: ReadonlySet<string> = new Set([
  ...["@ssid", "@sanctions-set-id", "sanctions-set-id", "foreign-identifier", "modification"],
  ...["modification-type", "enactment-date", "publication-date", "effective-date"].map(
    (name) => `modification@${name}`,
  ),
  ...PARTIES.flatMap((party) => [
    ...[party, `${party}@sex`, `${party}@object-type`, `${party}/identity`],
    ...["justification", "other-information"].flatMap((name) => [
      `${party}/${name}`,
      `${party}/${name}@ssid`,
    ]),
    ...[`${party}/relation`, `${party}/relation/remark`],
    ...["ssid", "target-id", "relation-type"].map((name) => `${party}/relation@${name}`),
    ...Object.entries(IDENTITY).flatMap(([path, names]) => {
      const full = path === "" ? `${party}/identity` : `${party}/identity/${path}`;
      return [full, ...names.map((name) => `${full}${name}`)];
    }),
  ]),
]);

type Relation = { readonly draft: Draft; readonly element: XmlElement };

/** Takes targets into an edition; `finish` draws the relations once every party is known. */
export type TargetWriter = {
  /** Null, or why the target is not listed or could not be read. */
  readonly add: (target: XmlElement, frame: SecoFrame) => string | null;
  readonly finish: () => void;
};

/** Starts writing the list's targets into the builder. */
export function createTargetWriter(builder: EditionBuilder): TargetWriter {
  const relations: Relation[] = [];
  const parties: DescribedParty[] = [];
  return {
    add: (target, frame) => {
      reportUnknown(target, KNOWN, (path) => builder.unread(path));
      const party = target.children.find(({ name }) => PARTIES.some((kind) => kind === name));
      if (party === undefined) return "the target has no individual, entity or object";
      const state = stateOf(target, frame.date);
      if (state.delisted !== null) return `de-listed with effect from ${state.delisted}`;
      const ssid = attributeOf(target, "ssid") ?? "";
      const draft = builder.begin(schemaOf(builder, party), ssid);
      if (draft === null) return builder.duplicateReason(ssid);
      draft.add("topics", "sanction");
      addIdentities(builder, draft, { party, frame });
      if (draft.values("name").length === 0) {
        const others = ["alias", "weakAlias", "previousName"].flatMap((name) => draft.values(name));
        if (others.length === 0) return "the target has no name";
        draft.add("name", others[0]);
      }
      const reasons = addStatements(builder, draft, party);
      addSanctions(builder, draft, { target, frame, reasons, state });
      for (const element of childrenOf(party, "relation")) relations.push({ draft, element });
      parties.push({ draft, texts: [...reasons, ...otherInformation(party)] });
      return null;
    },
    finish: () => {
      for (const relation of relations) drawRelation(builder, relation);
      linkParties(builder, parties);
    },
  };
}

function schemaOf(builder: EditionBuilder, party: XmlElement): string {
  if (party.name === "individual") return "Person";
  if (party.name === "entity") return "Organization";
  const type = attributeOf(party, "object-type") ?? "";
  if (/^vessel$/iu.test(type)) return "Vessel";
  if (/^aircraft$/iu.test(type)) return "Airplane";
  builder.unread(`object-type ${type.slice(0, 40)}`);
  return "Asset";
}

type Stated = { readonly party: XmlElement; readonly frame: SecoFrame };

function addIdentities(builder: EditionBuilder, draft: Draft, { party, frame }: Stated): void {
  const identities = [...childrenOf(party, "identity")].sort((a, b) => Number(isMain(b)) - Number(isMain(a)));
  for (const identity of identities) {
    const main = isMain(identity) || identities.length === 1;
    for (const name of childrenOf(identity, NAME)) addName(builder, draft, { name, main });
    for (const date of childrenOf(identity, "day-month-year")) addDate(draft, date);
    for (const nationality of childrenOf(identity, "nationality")) addNationality(draft, nationality);
    for (const place of childrenOf(identity, "place-of-birth")) addBirthPlace(draft, place, frame.places);
    for (const address of childrenOf(identity, "address")) {
      addAddress(builder, draft, { address, places: frame.places });
    }
    for (const document of childrenOf(identity, "identification-document")) {
      addDocument(builder, draft, { document, places: frame.places });
    }
  }
  const sex = attributeOf(party, "sex");
  if (draft.allows("gender")) draft.add("gender", sex);
}

function isMain(identity: XmlElement): boolean {
  return attributeOf(identity, "main") === "true";
}

function addStatements(builder: EditionBuilder, draft: Draft, party: XmlElement): readonly string[] {
  const reasons = textsAt(party, "justification");
  for (const reason of reasons) draft.keep(reason);
  for (const statement of otherInformation(party)) addOtherInformation(builder, draft, statement);
  return reasons;
}

/** How the target stands by its modifications. */
type State = {
  /** Since when it is off the list; null while it is on it. */
  readonly delisted: string | null;
  readonly listed: string;
  /** A day after the list's own on which it leaves the list. */
  readonly ends: string;
  readonly modified: string;
};

function dayOf(modification: XmlElement): string {
  const stated = ["effective-date", "publication-date", "enactment-date"].map((name) =>
    attributeOf(modification, name),
  );
  return parsePartialDate(stated.find((date) => date !== null) ?? "")?.values[0] ?? "";
}

/** The latest listing or de-listing by its day decides; the file does not keep them in order. */
function stateOf(target: XmlElement, listDate: string | null): State {
  const events = childrenOf(target, "modification")
    .map((element) => ({ type: attributeOf(element, "modification-type") ?? "", day: dayOf(element) }))
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const turns = events.filter(({ type }) => type === "listed" || type === "de-listed");
  const last = turns.at(-1);
  const ended = last?.type === "de-listed" ? last.day : null;
  const later = ended !== null && listDate !== null && ended > listDate;
  const before = turns.findLastIndex(
    ({ type }, at) => type === "de-listed" && (at < turns.length - 1 || !later),
  );
  const listed = turns.slice(before + 1).find(({ type }) => type === "listed");
  return {
    delisted: ended !== null && !later ? ended || "a day that is not stated" : null,
    listed: listed?.day ?? "",
    ends: later ? ended : "",
    modified: events.at(-1)?.day ?? "",
  };
}

type Designated = {
  readonly target: XmlElement;
  readonly frame: SecoFrame;
  readonly reasons: readonly string[];
  readonly state: State;
};

function addSanctions(builder: EditionBuilder, draft: Draft, designated: Designated): void {
  const { target, frame, reasons, state } = designated;
  const stated = [...textsAt(target, "sanctions-set-id"), attributeOf(target, "sanctions-set-id") ?? ""];
  const ids = [...new Set(stated.filter((id) => id !== ""))];
  const foreign = textsAt(target, "foreign-identifier");
  const unReferences = foreign.filter((id) => /^[A-Z]{2}[ie]\.?\d{3}$/iu.test(id));
  for (const id of ids.length === 0 ? [""] : ids) {
    const set = frame.sets.get(id);
    if (set === undefined && id !== "" && frame.sets.size > 0)
      builder.unread("sanctions-set-id without its set");
    const sanction = builder.sanction(
      draft,
      {
        program: set?.program ?? [],
        provisions: set === undefined ? [] : [set.measure],
        authorityId: [attributeOf(target, "ssid")],
        unscId: unReferences,
        reason: reasons,
        listingDate: state.listed,
        endDate: state.ends,
        modifiedAt: state.modified,
        summary: [
          ...foreign.filter((one) => !unReferences.includes(one)).map((one) => `Foreign identifier: ${one}`),
          set === undefined || set.origin === "" ? "" : `Origin: ${set.origin}`,
          set === undefined && id !== "" ? `Sanctions set ${id}` : "",
        ],
      },
      id,
    );
    sanction.add("recordId", id);
  }
}

function drawRelation(builder: EditionBuilder, { draft, element }: Relation): void {
  const type = (attributeOf(element, "relation-type") ?? "").replaceAll("-", " ");
  const reference = attributeOf(element, "target-id") ?? "";
  const remark = textAt(element, "remark") ?? element.text;
  const other = builder.get(reference);
  if (other === null || other === draft) {
    draft.keep(`Relation: ${type} target ${reference} ${remark}`.trim());
    return;
  }
  const facts = { role: type, summary: remark };
  if (/\b(?:owned|controlled|subsidiary)\b/iu.test(type)) {
    builder.link("Ownership", { source: other, target: draft, ...facts });
  } else if (/\b(?:owns|owner|controls|parent)\b/iu.test(type) && draft.schema !== "Person") {
    builder.link("Ownership", { source: draft, target: other, ...facts });
  } else {
    const family =
      /\b(?:brother|sister|son|daughter|father|mother|wife|husband|spouse|cousin|child|sibling|relative|family)\b/iu;
    builder.link(family.test(type) ? "Family" : "UnknownLink", { source: draft, target: other, ...facts });
  }
}
