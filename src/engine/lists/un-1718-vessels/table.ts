/** Cells of the widest row met: 12. */
const CELLS_PER_ROW_MAX = 64;
/** Rows of the list of 59 vessels: 211. */
const ROWS_MAX = 100_000;

/** One row of an HTML table: the texts of its cells and the line that it begins on. */
export type HtmlRow = { readonly cells: readonly string[]; readonly line: number };

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/giu, (whole, name: string) => {
    const lower = name.toLowerCase();
    if (!lower.startsWith("#")) return ENTITIES.get(lower) ?? whole;
    const code = lower.startsWith("#x") ? Number.parseInt(lower.slice(2), 16) : Number(lower.slice(1));
    const valid = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return valid ? String.fromCodePoint(code) : " ";
  });
}

function plain(html: string): string {
  return decodeEntities(html.replace(/<[^>]*>/gu, " "))
    .replace(/\s+/gu, " ")
    .trim();
}

/** The rows of all tables in an HTML text, flat, without regard to spans; null where there are more than any list has. */
export function readRows(html: string): readonly HtmlRow[] | null {
  const rows: HtmlRow[] = [];
  let line = 1;
  let counted = 0;
  for (const part of html.matchAll(/<tr\b[^>]*>/giu)) {
    const from = part.index + part[0].length;
    const next = html.indexOf("<tr", from);
    const inside = html.slice(from, next < 0 ? html.length : next).split(/<\/(?:tr|table)>/iu, 1)[0] ?? "";
    for (; counted < part.index; counted++) if (html.charCodeAt(counted) === 10) line += 1;
    const cells = inside
      .split(/<t[dh]\b[^>]*>/iu)
      .slice(1, CELLS_PER_ROW_MAX + 1)
      .map(plain);
    rows.push({ cells, line });
    if (rows.length > ROWS_MAX) return null;
  }
  return rows;
}
