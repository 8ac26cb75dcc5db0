import { must } from "../../../fault.ts";
import { sniff, unreadable } from "../decoding.ts";
import type { Draft } from "../draft.ts";
import { EditionBuilder } from "../edition-builder.ts";
import {
  addPersonName,
  aliasProperty,
  OfacNames,
  type OfacParty,
  ofacSchema,
  type PendingLink,
  resolveLinks,
} from "../ofac-facts.ts";
import { applyRemarks } from "../ofac-remarks.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import { readCsv, rowText, type TableRow } from "../table.ts";

const FORMAT = "ofac-legacy-csv";

/** The publisher's four files: parties, other names, addresses, and what did not fit into the remarks. */
type Kind = "primary" | "alt" | "add" | "comments";

/** No file has a header: what a column means is its place. */
const COLUMNS: Readonly<Record<Kind, number>> = { primary: 12, alt: 5, add: 6, comments: 2 };

/** The remarks column is cut here, within a word; the rest stands in the comments file. */
const REMARKS_CHARS_MAX = 1_000;

/** Fields of the first line, for recognition. */
function firstFields(file: SourceFile): readonly string[] {
  const line = sniff(file).split(/\r?\n/, 1)[0] ?? "";
  return [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"?|[^,]*)/g)].map((match) =>
    (match[1] ?? "").replace(/^"|"$/g, "").trim(),
  );
}

function kindOf(file: SourceFile): Kind | null {
  const [number, second, third, ...rest] = firstFields(file);
  if (number === undefined || !/^\d{1,9}$/.test(number)) return null;
  const count = rest.length + 3;
  const numbered = /^\d{1,9}$/.test(second ?? "");
  if (third === undefined) return second === undefined ? null : "comments";
  if (count === COLUMNS.alt && numbered && /^[afn]ka$/.test(third)) return "alt";
  if (count === COLUMNS.add && numbered) return "add";
  return count === COLUMNS.primary && /^(?:individual|vessel|aircraft|entity|-0-)$/.test(third)
    ? "primary"
    : null;
}

function stated(row: TableRow, column: number): string | null {
  const text = (row.cells[column] ?? "").trim();
  return text === "" || text === "-0-" ? null : text;
}

type Reading = {
  readonly edition: EditionBuilder;
  readonly names: OfacNames;
  readonly pending: PendingLink[];
  readonly comments: Map<string, string>;
};

function shapeOf(row: TableRow, kind: Kind): string | null {
  if (row.cells.length !== COLUMNS[kind])
    return `${row.cells.length} columns where ${COLUMNS[kind]} are expected`;
  return /^\d{1,9}$/.test((row.cells[0] ?? "").trim()) ? null : "the first column is not an entry number";
}

function addVessel({ edition, draft, pending }: OfacParty, row: TableRow): void {
  const owner = stated(row, 10);
  draft.add("callSign", stated(row, 5)).add("type", stated(row, 6)).add("tonnage", stated(row, 7));
  draft.add("grossRegisteredTonnage", stated(row, 8)).addCountry("flag", stated(row, 9));
  if (owner !== null) pending.push({ from: draft, name: owner, role: "Vessel Owner" });
  if (draft.schema !== "Vessel" && stated(row, 6) !== null) edition.unread("vessel type on another party");
}

function addName(draft: Draft, name: string): void {
  draft.add("name", name);
  const [last, ...first] = name.split(", ");
  if (draft.schema === "Person" && first.length > 0) addPersonName(draft, last, first.join(", "));
}

function remarksOf(reading: Reading, row: TableRow, reference: string): string {
  const remarks = (row.cells[11] ?? "").trim() === "-0-" ? "" : (row.cells[11] ?? "");
  const more = reading.comments.get(reference);
  if (more !== undefined) return remarks + more;
  if (remarks.length < REMARKS_CHARS_MAX) return remarks;
  // Its last statement is cut off, and half a passport number is worse than none.
  reading.edition.unread("remarks cut off at 1000 characters, without their continuation");
  return remarks.slice(0, Math.max(0, remarks.lastIndexOf(";")));
}

function takePrimary(reading: Reading, row: TableRow): string | null {
  const { edition, pending } = reading;
  const shape = shapeOf(row, "primary");
  if (shape !== null) return shape;
  const reference = (row.cells[0] ?? "").trim();
  const name = stated(row, 1);
  if (name === null) return "the entry has no name";
  const schema = ofacSchema(stated(row, 2) ?? "");
  if (schema === null) return `type ${stated(row, 2)} is not known`;
  const programs = (stated(row, 3) ?? "").split(/\]\s*\[/).map((program) => program.replace(/[[\]]/g, ""));
  if (programs.every((program) => program.trim() === "")) return "the entry has no programme";
  const draft = edition.begin(schema, reference);
  if (draft === null) return edition.duplicateReason(reference);
  addName(draft, name);
  draft.add("topics", "sanction");
  const sanction = edition.sanction(draft, { authorityId: [reference], program: programs });
  const party: OfacParty = { edition, draft, sanction, pending };
  const title = stated(row, 4);
  if (title !== null && draft.allows("position")) draft.add("position", title);
  else draft.keep(title);
  addVessel(party, row);
  applyRemarks(party, remarksOf(reading, row, reference));
  reading.names.learn(draft, "name", name);
  return null;
}

function takeAlt({ edition, names }: Reading, row: TableRow): string | null {
  const shape = shapeOf(row, "alt");
  if (shape !== null) return shape;
  const draft = edition.get((row.cells[0] ?? "").trim());
  if (draft === null) return "its entry is not in the file of parties";
  const name = stated(row, 3);
  if (name === null) return "the other name is blank";
  const kind = stated(row, 2) ?? "";
  if (!/^[afn]ka$/.test(kind)) return `kind of name ${kind} is not known`;
  draft.add(aliasProperty(kind, false), name).keep(stated(row, 4));
  names.learn(draft, "alias", name);
  return null;
}

/** `Yanji, Jilin 133000` has city, province and postal code in one column. */
function splitCity(text: string | null): {
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
} {
  if (text === null) return { city: null, region: null, postalCode: null };
  const postal = /^(.*?)[\s,]+((?=[^,]*\d)[A-Z0-9][A-Z0-9 -]{2,11})$/.exec(text);
  const place = postal?.[1] ?? text;
  const comma = place.indexOf(",");
  return {
    city: comma < 0 ? place : place.slice(0, comma),
    region: comma < 0 ? null : place.slice(comma + 1),
    postalCode: postal?.[2] ?? null,
  };
}

function takeAddress({ edition }: Reading, row: TableRow): string | null {
  const shape = shapeOf(row, "add");
  if (shape !== null) return shape;
  const draft = edition.get((row.cells[0] ?? "").trim());
  if (draft === null) return "its entry is not in the file of parties";
  const [street, place, country] = [2, 3, 4].map((column) => stated(row, column));
  const full = [street, place, country].filter((part) => part !== null && part !== undefined).join(", ");
  edition.address(draft, {
    ...(street === null && place === null ? {} : { full }),
    street,
    ...splitCity(place ?? null),
    country,
    remarks: stated(row, 5),
    key: (row.cells[1] ?? "").trim(),
  });
  return null;
}

function takeComment(
  { edition, comments }: Reading,
  row: TableRow,
  known: ReadonlySet<string>,
): string | null {
  const shape = shapeOf(row, "comments");
  if (shape !== null) return shape;
  const reference = (row.cells[0] ?? "").trim();
  if (!known.has(reference)) return "its entry is not in the file of parties";
  if (comments.has(reference)) edition.unread("remarks continued in two rows");
  comments.set(reference, (comments.get(reference) ?? "") + (row.cells[1] ?? ""));
  return null;
}

function each(
  reading: Reading,
  source: { readonly file: SourceFile; readonly rows: readonly TableRow[] },
  take: (row: TableRow) => string | null,
): void {
  for (const row of source.rows) {
    reading.edition.row({ file: source.file.name, where: `line ${row.line}`, text: () => rowText(row) }, () =>
      take(row),
    );
  }
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const sources = files.map((file) => {
    const kind = kindOf(file);
    const rows = readCsv(file, { format: FORMAT, dosEnd: true, fallback: "windows-1252" });
    if (kind === null) {
      const reason = "not one of the four files of this format (12, 5, 6 or 2 columns, numbered)";
      throw unreadable(FORMAT, file, { where: "line 1", reason });
    }
    return { file, kind, rows };
  });
  const of = (kind: Kind) => sources.filter((source) => source.kind === kind);
  const [primary, ...others] = of("primary");
  if (primary === undefined || others.length > 0) {
    const file = others[0]?.file ?? must(files[0], "an edition has a file");
    const reason =
      primary === undefined ? "the file of parties (12 columns) is missing" : "a second file of parties";
    throw unreadable(FORMAT, file, { where: "line 1", reason });
  }
  const edition = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  const reading: Reading = { edition, names: new OfacNames(), pending: [], comments: new Map() };
  const known = new Set(primary.rows.map((row) => (row.cells[0] ?? "").trim()));
  for (const source of of("comments")) each(reading, source, (row) => takeComment(reading, row, known));
  each(reading, primary, (row) => takePrimary(reading, row));
  for (const source of of("alt")) each(reading, source, (row) => takeAlt(reading, row));
  for (const source of of("add")) each(reading, source, (row) => takeAddress(reading, row));
  resolveLinks(edition, reading.pending, reading.names);
  return edition.finish(null);
}

/** OFAC's legacy CSV files: the SDN list (`sdn.csv`, `alt.csv`, `add.csv`, `sdn_comments.csv`) and the consolidated list (`cons_*.csv`). */
export const ofacLegacyCsv: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) => {
    const kinds = files.map(kindOf);
    return kinds.includes("primary") && !kinds.includes(null);
  },
  read,
};
