import { normalizeIdentifier } from "../../entity/identifier.ts";
import type { Draft } from "../draft.ts";
import type { EditionBuilder } from "../edition-builder.ts";
import type { HtmlRow } from "./table.ts";

/** A day of designation with the cells of the measures beside it. */
type Designation = { readonly date: string; readonly measures: readonly string[] };

/** One vessel's rows as the table has them. */
export type VesselRows = {
  readonly line: number;
  readonly rows: HtmlRow[];
  /** The list's own number, or null while none of the rows has shown it. */
  number: number | null;
  readonly names: string;
  readonly identifiers: string;
  readonly designations: Designation[];
  readonly facts: (readonly [string, string])[];
};

const DATE = /^\d{1,2}-\p{L}{3}-\d{2}$/u;
const LABEL = /^(?:flag|call sign|type|other information|picture link)$/iu;
const RESOURCE_OF = /designated as economic resources? of\s+(.+?)\s*\(\s*(KPe\.\d{3})\s*\)/iu;

/** `1: Hyok Sin 2 2: Ji Hye San` as its items, in order; the whole where it numbers nothing. */
export function splitNumbered(text: string): readonly string[] {
  const marks: { readonly at: number; readonly end: number }[] = [];
  for (let number = 1; number < 20; number++) {
    const shape = new RegExp(`(?<![\\d.])${number}\\s*[:.](?!\\d{2})\\s*|(?<![\\d.])${number}:\\s*`, "gu");
    shape.lastIndex = marks.at(-1)?.end ?? 0;
    const found = shape.exec(text);
    if (found === null) break;
    marks.push({ at: found.index, end: found.index + found[0].length });
  }
  if (marks[0]?.at !== 0) return text.trim() === "" ? [] : [text.trim()];
  return marks
    .map(({ end }, index) => text.slice(end, marks[index + 1]?.at).trim())
    .filter((item) => item !== "");
}

function designationIn(cells: readonly string[]): Designation | null {
  const at = cells.findIndex((cell) => DATE.test(cell));
  return at < 0 ? null : { date: cells[at] ?? "", measures: cells.slice(at + 1) };
}

/**
 * The vessel that a row begins: a numbered name, then an identifier, then a day. A row with an identifier and a day but
 * no such name begins one too, to be rejected, so that its facts never pass to the vessel above. Null for any other row.
 */
export function beginVessel(row: HtmlRow): VesselRows | null {
  const named = row.cells.slice(0, 3).findIndex((cell) => /^1\s*[:.]\s*\S/u.test(cell));
  const designation = designationIn(row.cells);
  const identified = row.cells.findIndex((cell) => /^\d{7}\b|^does not exist/iu.test(cell));
  if (named < 0 && (identified < 0 || designation === null)) return null;
  const identifiers = row.cells[identified < 0 ? named + 1 : identified] ?? "";
  if (identified < 0 && designation === null) return null;
  const number = row.cells.slice(0, named < 0 ? identified : named).find((cell) => /^\d{1,4}$/u.test(cell));
  return {
    line: row.line,
    rows: [row],
    number: number === undefined ? null : Number(number),
    names: named < 0 ? "" : (row.cells[named] ?? ""),
    identifiers,
    designations: designation === null ? [] : [designation],
    facts: [],
  };
}

/** Adds a further row to the vessel above it; false where the row says nothing that is known. */
export function continueVessel(vessel: VesselRows, row: HtmlRow): boolean {
  vessel.rows.push(row);
  const cells = row.cells.filter((cell) => cell !== "");
  const [first] = cells;
  if (first !== undefined && /^\d{1,4}$/u.test(first)) {
    vessel.number ??= Number(first);
    cells.shift();
  }
  const further = designationIn(cells);
  if (further !== null) vessel.designations.push(further);
  const stated = further === null ? cells : cells.slice(0, cells.indexOf(further.date));
  const [label, value] = stated;
  if (label === undefined) return true;
  if (RESOURCE_OF.test(stated.join(" "))) vessel.facts.push(["resource of", stated.join(" ")]);
  else if (LABEL.test(label) && stated.length <= 2) vessel.facts.push([label.toLowerCase(), value ?? ""]);
  else return false;
  return true;
}

/** What each column of measures does, told by the paragraph that heads it; the heading itself is cited. */
export function measureOf(heading: string): string | null {
  const cited = heading.replace(/^p/u, "P");
  if (/12 ?\(a\) of resolution 2321/iu.test(heading)) return `De-flagging: ${cited}`;
  if (/12 ?\(d\) of resolution 2321/iu.test(heading)) return `Asset freeze: ${cited}`;
  if (/8 ?\(d\) of resolution 1718/iu.test(heading)) return `Asset freeze: ${cited}`;
  if (/6 of resolution 2371/iu.test(heading)) return `Port ban: ${cited}`;
  if (/economic resources controlled or operated by/iu.test(heading)) return `Asset freeze: ${cited}`;
  return null;
}

function dayOf(date: string): string {
  const parts = date.split("-");
  // The Committee was made by a resolution of 2006.
  return `${parts[0]} ${parts[1]} 20${parts[2]}`;
}

function addIdentifiers(builder: EditionBuilder, draft: Draft, text: string): void {
  const [first, mmsis] = text.split(/\bMMSI\s*:?/iu);
  const stated = (first ?? "").trim();
  if (/\d/u.test(stated)) {
    const { value, valid } = normalizeIdentifier("imo", stated);
    draft.add("imoNumber", value);
    if (valid !== true) {
      builder.unread("IMO number that fails its check digit");
      draft.keep(`IMO number as stated: ${stated}`);
    }
  } else draft.keep(`IMO number: ${stated}`);
  for (const mmsi of splitNumbered((mmsis ?? "").trim())) draft.add("mmsi", mmsi);
}

function addFact(builder: EditionBuilder, draft: Draft, [label, value]: readonly [string, string]): void {
  if (/^(?:na)?$/iu.test(value)) return;
  if (label === "flag") {
    draft.addCountry("flag", ...splitNumbered(value));
    draft.keep(`Flag: ${value}`);
  } else if (label === "call sign") draft.add("callSign", ...splitNumbered(value));
  else if (label === "type") draft.add("type", value);
  else if (label === "other information") addInformation(draft, value);
  else if (label === "picture link") draft.add("sourceUrl", value.replace(/\s+/gu, ""));
  else if (label === "resource of") addController(builder, draft, value);
}

/** `… is now operating as a DPRK flagged vessel named the KUMJINGANG3 or Kum Jin Gang 3.` */
function addInformation(draft: Draft, text: string): void {
  const named = /\bvessel named (?:the )?([^.,;]{2,80})/iu.exec(text)?.[1];
  draft.add("alias", ...(named?.split(/\s+or\s+/iu) ?? [])).keep(text);
}

function addController(builder: EditionBuilder, draft: Draft, text: string): void {
  const [, name, reference] = RESOURCE_OF.exec(text) ?? [];
  if (name === undefined || reference === undefined) return;
  const key = `KPe${reference.slice(3)}`;
  linkController(builder, draft, { name, key, role: "Designated as an economic resource of" });
}

type Controller = { readonly name: string; readonly key: string; readonly role: string };

/** The company stands on the Council's consolidated list, not on this one: here it is only named. */
function linkController(builder: EditionBuilder, draft: Draft, { name, key, role }: Controller): void {
  const company = builder.attach(draft, "Organization", "controller", key);
  company.add("name", name).add("notes", `Listed by the Security Council as ${key}`);
  builder.link("UnknownLink", { source: company, target: draft, role });
}

/** Writes one vessel into the edition: null, or why it could not be. */
export function addVessel(
  builder: EditionBuilder,
  vessel: VesselRows,
  headings: readonly string[],
): string | null {
  const names = splitNumbered(vessel.names);
  const imo = /\d{7}/u.exec(vessel.identifiers.split(/MMSI/iu)[0] ?? "")?.[0];
  if (names.length === 0) return "the vessel has no name";
  if (vessel.designations.length === 0) return "the vessel has no day of designation";
  const reference = imo === undefined ? (names[0] ?? "") : `IMO${imo}`;
  const draft = builder.begin("Vessel", reference);
  if (draft === null) return builder.duplicateReason(reference);
  // Which of several names is the present one, the list does not say.
  draft
    .add("topics", "sanction")
    .add("name", names[0])
    .add("alias", ...names.slice(1));
  addIdentifiers(builder, draft, vessel.identifiers);
  for (const fact of vessel.facts) addFact(builder, draft, fact);
  const reasons = vessel.facts.filter(([label]) => label === "other information").map(([, text]) => text);
  for (const { date, measures } of vessel.designations) {
    const imposed = headings.filter((_, at) => /^yes\b/iu.test(measures[at] ?? ""));
    const day = dayOf(date);
    const sanction = builder.sanction(
      draft,
      {
        program: ["1718 Designated Vessels List"],
        programId: ["UN-SC1718"],
        provisions: imposed.map((heading) => measureOf(heading) ?? heading),
        reason: reasons.filter((reason) => !/^na$/iu.test(reason)),
        listingDate: day,
      },
      date,
    );
    sanction.add("recordId", vessel.number === null ? null : String(vessel.number));
    const controller = imposed.map((heading) => /by (.+?) \((KPe\.\d{3})\)/iu.exec(heading)).find(Boolean);
    if (controller?.[1] !== undefined && controller[2] !== undefined) {
      const role = "Controls or operates";
      linkController(builder, draft, { name: controller[1], key: controller[2], role });
    }
  }
  return null;
}
