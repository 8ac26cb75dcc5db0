import { Fault } from "../../../fault.ts";
import { parsePartialDate } from "../../entity/partial-date.ts";
import { damageOf, decodeText, sniff, unreadable } from "../decoding.ts";
import { EditionBuilder } from "../edition-builder.ts";
import {
  type EditionContent,
  LIST_LIMITS,
  type ListReader,
  type ReadContext,
  type SourceFile,
} from "../reader.ts";
import { type HtmlRow, readRows } from "./table.ts";
import { addVessel, beginVessel, continueVessel, measureOf, type VesselRows } from "./vessel.ts";

const FORMAT = "un-1718-vessels";
const TITLE = "1718 Designated Vessels List";
/** The five columns of measures; fewer and a column was lost, or the layout is another one. */
const MEASURES = 5;

function rowsOf(file: SourceFile): readonly HtmlRow[] {
  if (file.bytes.length > LIST_LIMITS.fileBytesMax) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "fileBytesMax",
      allowed: LIST_LIMITS.fileBytesMax,
      where: file.name,
    });
  }
  const damage = damageOf(file.bytes, "utf-8");
  if (damage !== null) throw unreadable(FORMAT, file, { where: "byte 0", reason: damage });
  const html = decodeText(file, FORMAT, "utf-8");
  if (!html.includes(TITLE)) {
    throw unreadable(FORMAT, file, { where: "line 1", reason: `the page is not headed "${TITLE}"` });
  }
  const rows = readRows(html);
  if (rows === null) throw unreadable(FORMAT, file, { where: "line 1", reason: "too many rows for a list" });
  if (!/<\/table>/iu.test(html)) {
    throw unreadable(FORMAT, file, { where: "its end", reason: "the file ends before its table does" });
  }
  return rows;
}

/** The headings of the columns of measures, in order: a measure is told by its heading and not by its place. */
function headingsOf(file: SourceFile, rows: readonly HtmlRow[]): readonly string[] {
  const headings = rows.find(({ cells }) => cells.some((cell) => measureOf(cell) !== null))?.cells ?? [];
  if (headings.length === MEASURES && headings.every((heading) => measureOf(heading) !== null))
    return headings;
  const reason = `the table has not the ${MEASURES} columns of measures that are known`;
  throw unreadable(FORMAT, file, { where: "the table's head", reason });
}

function dateIn(file: SourceFile): string | null {
  const stated = /1718 Designated Vessels List\s+(\d{1,2} \p{L}+ \d{4})/u.exec(sniff(file))?.[1];
  return stated === undefined ? null : (parsePartialDate(stated)?.values[0] ?? null);
}

function groupVessels(builder: EditionBuilder, rows: readonly HtmlRow[]): readonly VesselRows[] {
  const vessels: VesselRows[] = [];
  for (const row of rows) {
    const begun = beginVessel(row);
    const last = vessels.at(-1);
    if (begun !== null) vessels.push(begun);
    else if (last !== undefined && !continueVessel(last, row)) {
      builder.unread(`row ${(row.cells.find((cell) => cell !== "") ?? "").slice(0, 40)}`);
    }
  }
  return vessels;
}

/** A row for each number that the list passes over: an entry that the page's layout has hidden is not lost in silence. */
function reportGaps(builder: EditionBuilder, file: SourceFile, vessels: readonly VesselRows[]): void {
  const numbers = new Set(vessels.flatMap(({ number }) => (number === null ? [] : [number])));
  const unnumbered = vessels.filter(({ number }) => number === null).length;
  const highest = Math.min(Math.max(0, ...numbers), LIST_LIMITS.rejectedMax);
  const missing = Array.from({ length: highest }, (_, at) => at + 1).filter((number) => !numbers.has(number));
  if (missing.length <= unnumbered) return;
  for (const number of missing) {
    builder.row({ file: file.name, where: `number ${number}`, text: () => "" }, () => {
      return `number ${number} of the list is not among the vessels that could be read`;
    });
  }
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({ format: FORMAT, basis: "official", context, files });
  let date: string | null = null;
  for (const file of files) {
    const rows = rowsOf(file);
    const headings = headingsOf(file, rows);
    const vessels = groupVessels(builder, rows);
    for (const vessel of vessels) {
      const text = (): string => vessel.rows.map(({ cells }) => cells.join(" | ")).join("\n");
      builder.row({ file: file.name, where: `line ${vessel.line}, number ${vessel.number}`, text }, () =>
        addVessel(builder, vessel, headings),
      );
    }
    reportGaps(builder, file, vessels);
    date = dateIn(file) ?? date;
  }
  return builder.finish(date);
}

/** Reads the designated vessels of the Security Council's 1718 Committee from the page made of its document. */
export const un1718Vessels: ListReader = {
  format: FORMAT,
  basis: "official",
  recognizes: (files) =>
    files.length > 0 && files.every((file) => /<html/iu.test(sniff(file)) && sniff(file).includes(TITLE)),
  read,
};
