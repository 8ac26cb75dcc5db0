import { countryCode } from "../../entity/country.ts";
import { sniff, unreadable } from "../decoding.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder } from "../edition-builder.ts";
import {
  addPersonName,
  applyFact,
  isOfacLabel,
  type OfacFact,
  OfacNames,
  type OfacParty,
  ofacSchema,
  type PendingLink,
  resolveLinks,
} from "../ofac-facts.ts";
import { applyRemarks } from "../ofac-remarks.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { readCsv, rowText, type Table, type TableRow, tableOf } from "../table.ts";

const FORMAT = "us-csl";
const REQUIRED = ["_id", "source", "entity_number", "type", "programs", "name", "addresses", "ids"];

/** Columns that the reader uses; another one is counted as unread. */
const KNOWN: ReadonlySet<string> = new Set([
  ...REQUIRED,
  ..."title federal_register_notice start_date end_date standard_order license_requirement license_policy".split(
    " ",
  ),
  ..."call_sign vessel_type gross_tonnage gross_registered_tonnage vessel_flag vessel_owner remarks".split(
    " ",
  ),
  ..."source_list_url alt_names citizenships dates_of_birth nationalities places_of_birth".split(" "),
  "source_information_url",
]);

/** The lists behind the consolidated one: what each means for the party, by the abbreviation in the source's name. */
const TOPICS: ReadonlyMap<string, readonly string[]> = new Map([
  ["SDN", ["sanction"]],
  ["SSI", ["sanction"]],
  ["PLC", ["sanction"]],
  ["CMIC", ["sanction"]],
  ["CAP", ["sanction"]],
  ["NS-MBS List", ["sanction"]],
  ["FSE", ["sanction"]],
  ["ISN", ["sanction", "export.control"]],
  ["EL", ["export.control"]],
  ["DPL", ["export.control"]],
  ["MEU", ["export.control"]],
  ["UVL", ["export.control", "export.risk"]],
  ["DTC", ["export.control", "debarment"]],
]);

type Source = { readonly abbreviation: string; readonly agency: string; readonly treasury: boolean };

/** `Entity List (EL) - Bureau of Industry and Security`. */
function sourceOf(text: string): Source | null {
  const abbreviation = /\(([^()]+)\)/.exec(text)?.[1];
  const agency = text.slice(text.lastIndexOf(" - ") + 3).trim();
  if (abbreviation === undefined || !text.includes(" - ")) return null;
  return { abbreviation, agency, treasury: agency === "Treasury Department" };
}

type Reading = {
  readonly edition: EditionBuilder;
  readonly table: Table;
  /** By source: two lists may name the same party. */
  readonly names: Map<string, OfacNames>;
  /** Of all sources: one list links to parties of another. */
  readonly allNames: OfacNames;
  readonly pending: Map<string, PendingLink[]>;
};

function several(text: string | null): readonly string[] {
  return (text ?? "").split(/;\s*/).flatMap((part) => {
    const bare = part.replace(/^and\s+/, "").trim();
    return bare === "" ? [] : [bare];
  });
}

/** `Far East Trading Company, Inc. (a.k.a. FETCO, Inc.)` states two names. */
function addNames(draft: Draft, stated: string): string {
  const name = stated.replace(/\s*\(\s*a\.?k\.?a\.?[:,]?\s*([^()]*)\)/gi, (_, others: string) => {
    draft.add("alias", ...several(others));
    return "";
  });
  const main = name.trim() === "" ? stated : name;
  draft.add("name", main);
  return main.trim();
}

function addAddress(edition: EditionBuilder, draft: Draft, text: string): void {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  const code = /^[A-Z]{2}$/.test(last) ? countryCode(last) : null;
  if (code === null) edition.address(draft, { full: parts.join(", ") });
  else if (parts.length === 1) draft.add("country", code);
  else edition.address(draft, { full: parts.join(", "), country: code });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * `RU, 7707083893, Tax ID No.` and `JO, 2014-08-30, 2009-08-31, K475336, Passport`: country, days of expiry and of issue
 * where they are known, value, label. A day that stands alone may be either, and stays with the value's own remarks.
 */
function idOf(text: string): { readonly fact: OfacFact; readonly day: string | null } | null {
  const parts = text.split(/,\s+/);
  const label = parts.at(-1) ?? "";
  if (parts.length < 2 || !isOfacLabel(label)) return null;
  const rest = parts.slice(0, -1);
  const country = rest.length > 1 && /^[A-Z]{2}$/.test(rest[0] ?? "") ? rest.shift() : null;
  const days: string[] = [];
  while (rest.length > 1 && days.length < 2 && DAY.test(rest[0] ?? "")) days.push(rest.shift() ?? "");
  const [expires, issued] = days.length === 2 ? days : [null, null];
  return {
    fact: { label, value: rest.join(", "), country, issued, expires },
    day: days.length === 1 ? (days[0] ?? null) : null,
  };
}

function addIds(party: OfacParty, text: string | null): void {
  let carried = "";
  for (const piece of several(text)) {
    const whole = carried === "" ? piece : `${carried}; ${piece}`;
    const id = idOf(whole);
    // A value may itself hold a semicolon: its label then stands in a later piece.
    carried = id === null ? whole : "";
    if (id === null) continue;
    applyFact(party, id.fact);
    if (id.day !== null) party.draft.keep(`${id.fact.label} ${id.fact.value}: dated ${id.day}`);
  }
  if (carried === "") return;
  party.edition.unread("id of no known type");
  party.draft.keep(carried);
}

function addFacts(party: OfacParty, { table }: Reading, row: TableRow): void {
  const lists: readonly (readonly [string, string])[] = [
    ["DOB", "dates_of_birth"],
    ["POB", "places_of_birth"],
    ["nationality", "nationalities"],
    ["citizen", "citizenships"],
  ];
  for (const [label, column] of lists) {
    for (const value of several(table.cell(row, column))) applyFact(party, { label, value });
  }
  const single: readonly (readonly [string, string])[] = [
    ["Vessel Call Sign", "call_sign"],
    ["Vessel Type", "vessel_type"],
    ["Vessel Tonnage", "gross_tonnage"],
    ["Vessel Gross Registered Tonnage", "gross_registered_tonnage"],
    ["Vessel Flag", "vessel_flag"],
    ["Vessel Owner", "vessel_owner"],
  ];
  for (const [label, column] of single) {
    const value = table.cell(row, column);
    if (value !== null) applyFact(party, { label, value });
  }
}

function addSanction({ edition, table }: Reading, draft: Draft, row: TableRow, source: Source): Draft {
  const requirement = table.cell(row, "license_requirement");
  const policy = table.cell(row, "license_policy");
  const order = table.cell(row, "standard_order");
  const sanction = edition.sanction(draft, {
    program: [table.cell(row, "source"), ...several(table.cell(row, "programs"))],
    authorityId: [table.cell(row, "entity_number")],
    reason: [table.cell(row, "federal_register_notice")],
    provisions: [
      requirement === null ? null : `License requirement: ${requirement}`,
      policy === null ? null : `License policy: ${policy}`,
      order === null ? null : `Standard order: ${order}`,
    ],
    sourceUrl: [table.cell(row, "source_list_url"), table.cell(row, "source_information_url")],
    startDate: table.cell(row, "start_date"),
    endDate: table.cell(row, "end_date"),
  });
  // The consolidated list is a mirror: the agency that lists the party is the one behind it.
  return sanction.add("authority", source.agency);
}

function learnNames(reading: Reading, draft: Draft, source: string, main: string): void {
  const names = reading.names.get(source) ?? new OfacNames(reading.allNames);
  reading.names.set(source, names);
  for (const known of [names, reading.allNames]) {
    known.learn(draft, "name", main);
    for (const alias of draft.values("alias")) known.learn(draft, "alias", alias);
  }
}

function takeRow(reading: Reading, row: TableRow): string | null {
  const { edition, table } = reading;
  if (row.cells.length !== table.columns.length) {
    return `${row.cells.length} columns where ${table.columns.length} are expected`;
  }
  const text = table.cell(row, "source") ?? "";
  const source = sourceOf(text);
  const topics = TOPICS.get(source?.abbreviation ?? "");
  if (source === null || topics === undefined) return `source ${text.slice(0, 80)} is not known`;
  const name = table.cell(row, "name");
  if (name === null) return "the entry has no name";
  const id = table.cell(row, "_id");
  if (id === null) return "the entry has no reference";
  const type = table.cell(row, "type");
  // The lists outside the Treasury do not say whether a party is a person.
  const schema = type === null ? "LegalEntity" : ofacSchema(type);
  if (schema === null) return `type ${type} is not known`;
  const reference = `${source.abbreviation}-${id}`;
  const draft = edition.begin(schema, reference);
  if (draft === null) return edition.duplicateReason(reference);
  const main = addNames(draft, name);
  draft.add("topics", ...topics).add("alias", ...several(table.cell(row, "alt_names")));
  const [last, ...first] = main.split(", ");
  if (schema === "Person" && first.length > 0) addPersonName(draft, last, first.join(", "));
  const sanction = addSanction(reading, draft, row, source);
  const pending = reading.pending.get(text) ?? [];
  reading.pending.set(text, pending);
  const party: OfacParty = { edition, draft, sanction, pending };
  for (const title of several(table.cell(row, "title"))) {
    if (draft.allows("position")) draft.add("position", title);
    else draft.keep(title);
  }
  addFacts(party, reading, row);
  addIds(party, table.cell(row, "ids"));
  for (const address of several(table.cell(row, "addresses"))) addAddress(edition, draft, address);
  const remarks = table.cell(row, "remarks");
  if (source.treasury) applyRemarks(party, remarks ?? "");
  else draft.keep(remarks);
  learnNames(reading, draft, text, main);
  return null;
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const edition = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  for (const file of files) {
    const table = tableOf(readCsv(file, { format: FORMAT }), { format: FORMAT, file, required: REQUIRED });
    for (const column of table.columns)
      if (!KNOWN.has(column)) edition.unread(`column ${column.slice(0, 60)}`);
    if (table.rows.length === 0) throw unreadable(FORMAT, file, { where: "line 2", reason: "no rows" });
    const reading: Reading = {
      edition,
      table,
      names: new Map(),
      allNames: new OfacNames(),
      pending: new Map(),
    };
    for (const row of table.rows) {
      edition.row({ file: file.name, where: `line ${row.line}`, text: () => rowText(row) }, () =>
        takeRow(reading, row),
      );
    }
    for (const [source, pending] of reading.pending) {
      resolveLinks(edition, pending, reading.names.get(source) ?? reading.allNames);
    }
  }
  return edition.finish(null);
}

/**
 * The United States Consolidated Screening List. Each listing's Sanction names the list behind it as its first program,
 * so that a caller who reads that list itself can leave these entries out.
 */
export const usCsl: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) =>
    files.length > 0 && files.every((file) => sniff(file).startsWith("_id,source,entity_number,")),
  read,
};
