import type { EditionRecord, ListRecord } from "../engine/snapshot/snapshot.ts";
import { fitTo, paint, paragraph, type Terminal, widthOf } from "./terminal.ts";

const DAY_MS = 86_400_000;
/** An edition older than this stands out: publishers change their lists every few days. */
const OLD_DAYS = 30;

/** Days from the edition's date to now; a date ahead of the clock is no days old. */
export function ageDays(date: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(`${date}T00:00:00Z`)) / DAY_MS));
}

/** Thousands with commas, whatever the machine's language is. */
export function sayNumber(number: number): string {
  return number.toLocaleString("en-US");
}

type Row = {
  readonly id: string;
  readonly date: string;
  readonly days: number;
  readonly entries: string;
  readonly held: string;
  readonly title: string;
  readonly rejected: number;
  /** Why, with the publisher's own circumstances. */
  readonly rejectedFor: string;
};

function rowOf(list: ListRecord, nowMs: number): Row {
  const newest = list.editions.at(-1);
  return {
    id: list.id,
    date: newest?.date ?? "none",
    days: newest === undefined ? 0 : ageDays(newest.date, nowMs),
    entries: sayNumber(newest?.targets ?? 0),
    held: String(list.editions.length),
    title: `${list.title}, ${list.publisher}`,
    rejected: newest?.rejected ?? 0,
    rejectedFor: rejectedWords(newest),
  };
}

/** Where more rows than this share of the entries are not used, the edition's own notes say how that came about. */
const REJECTED_SHARE = 0.01;

/** Why rows of an edition are not used: the reasons, each with its rows where there are several. */
function rejectedWords(edition: EditionRecord | undefined): string {
  if (edition === undefined) return "";
  const reasons = edition.rejectedFor ?? [];
  const notes = edition.rejected > edition.targets * REJECTED_SHARE ? edition.notes : [];
  const many = reasons.length > 1;
  const said = reasons.map(({ reason, rows }) => (many ? `${reason} (${sayNumber(rows)})` : reason));
  return [`${said.join("; ")}.`, ...notes].join(" ");
}

function narrowRow(terminal: Terminal, row: Row): string {
  return [
    `${paint(terminal, "bold", row.id)}\n`,
    paragraph(terminal, { mark: "  ", text: row.title }),
    paragraph(terminal, {
      mark: "  ",
      text: `edition of ${row.date}, ${row.days} days old, ${row.entries} entries, editions held: ${row.held}`,
      paint: (line) => (row.days > OLD_DAYS ? paint(terminal, "yellow", line) : line),
    }),
  ].join("");
}

function wideTable(terminal: Terminal, table: readonly Row[]): string {
  const idWidth = Math.max(4, ...table.map(({ id }) => widthOf(id)));
  const fixed = idWidth + 2 + 10 + 2 + 10 + 2 + 8 + 2 + 4 + 2;
  const titleWidth = terminal.columns - fixed;
  const line = (id: string, date: string, age: string, entries: string, held: string, title: string) =>
    `${fitTo(id, idWidth)}  ${date.padEnd(10)}  ${age.padStart(10)}  ${entries.padStart(8)}  ${held.padStart(4)}  ${fitTo(title, titleWidth).trimEnd()}`;
  const head = paint(terminal, "bold", line("list", "edition", "age", "entries", "held", "title"));
  const rows = table.map((row) => {
    const text = line(row.id, row.date, `${row.days} days`, row.entries, row.held, row.title);
    return row.days > OLD_DAYS ? paint(terminal, "yellow", text) : text;
  });
  return `${[head, ...rows].join("\n")}\n`;
}

/** The lists held: newest edition, its age, how many entries, how many editions, and what was rejected. */
export function printLists(terminal: Terminal, lists: readonly ListRecord[], hash: string): string {
  const table = lists.map((list) => rowOf(list, terminal.now()));
  const idWidth = Math.max(0, ...table.map(({ id }) => widthOf(id)));
  const wide = terminal.columns >= idWidth + 60;
  const rejected = table.filter((row) => row.rejected > 0);
  return [
    wide ? wideTable(terminal, table) : table.map((row) => narrowRow(terminal, row)).join(""),
    "\n",
    paragraph(terminal, { mark: "", text: `Snapshot ${hash}` }),
    ...rejected.map((row) =>
      paragraph(terminal, {
        mark: "",
        text: `${row.id}: ${sayNumber(row.rejected)} ${row.rejected === 1 ? "row is" : "rows are"} not used: ${row.rejectedFor}`,
      }),
    ),
  ].join("");
}
