/**
 * Makes `data/goods/nomenclature.json` from a folder with the sources named in `data/goods/SOURCES.md`: the codes of
 * the Harmonized System of 2022 in words, the codes of 2012 and 2017 that it replaced, and Korean titles of headings.
 * Usage: npx node scripts/build-goods.ts FOLDER
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";

const from = process.argv[2];
if (from === undefined) {
  console.error("usage: npx node scripts/build-goods.ts FOLDER");
  process.exit(64);
}
const folder = from;

function rowsOf(file: string): readonly (readonly string[])[] {
  return parse(readFileSync(join(folder, file), "utf8"), { bom: true, from_line: 2 }) as string[][];
}

/** Chapter 99 of the source is for trade that nobody classified. */
const CHAPTERS = 97;

/** Codes of 2, 4 and 6 digits with their words, in order. */
function codes(): Record<string, string> {
  const rows = rowsOf("harmonized-system.csv").flatMap(([, code = "", words = ""]) =>
    /^\d{2}(\d{2}){0,2}$/.test(code) && Number(code.slice(0, 2)) <= CHAPTERS
      ? [[code, words.replace(/\s+/g, " ").trim()] as const]
      : [],
  );
  return Object.fromEntries(rows.map(([code, words]) => [` ${code}`, words]));
}

/** Pairs of a correlation sheet: the newer code and the older. */
async function correlated(
  file: string,
  sheet: RegExp,
  older: number,
): Promise<(readonly [string, string])[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, "hs", file));
  const found = workbook.worksheets.find(({ name }) => sheet.test(name));
  if (found === undefined) throw new Error(`${file} has no sheet ${sheet}`);
  const pairs: (readonly [string, string])[] = [];
  found.eachRow((row) => {
    const newer = String(row.getCell(1).value ?? "").trim();
    const old = String(row.getCell(older).value ?? "").trim();
    if (/^\d{6}$/.test(newer) && /^\d{6}$/.test(old)) pairs.push([newer, old]);
  });
  return pairs;
}

/** Codes of an earlier edition that 2022 has no longer, each with those that took its place. */
function replaced(
  pairs: readonly (readonly [string, string])[],
  current: ReadonlySet<string>,
): Record<string, readonly string[]> {
  const by = new Map<string, Set<string>>();
  for (const [newer, old] of pairs) {
    if (current.has(old) || !current.has(newer)) continue;
    const held = by.get(old) ?? new Set<string>();
    by.set(old, held.add(newer));
  }
  return Object.fromEntries([...by].sort().map(([old, newer]) => [` ${old}`, [...newer].sort()]));
}

const OPENING = new Map([
  ["(", ")"],
  ["[", "]"],
]);

/** A title that the source cuts at the end of a line is cut here before the bracket left open, and says so by “…”. */
function title(raw: string): string {
  const text = raw.replace("(+)", "").replace(/\s+/g, " ").trim();
  const open: { readonly close: string; readonly at: number }[] = [];
  for (const [at, letter] of [...text].entries()) {
    const close = OPENING.get(letter);
    if (close !== undefined) open.push({ close, at });
    else if (open.at(-1)?.close === letter) open.pop();
  }
  const first = open[0];
  if (first !== undefined) return `${[...text].slice(0, first.at).join("").trim()} …`;
  return /[,ㆍ]$|[가-힣](의|를|을|나|이나|에|은|는|한)$/.test(text)
    ? `${text.replace(/[,ㆍ]$/, "")} …`
    : text;
}

const english = codes();
const current = new Set(Object.keys(english).map((key) => key.trim()));
const former2017 = replaced(await correlated("HS2022toHS2017.xlsx", /Correlations/, 2), current);
const former2012 = replaced(await correlated("HS2022toHS2012.xlsx", /Correlations/, 2), current);
const korean = Object.fromEntries(
  rowsOf("hs/hs4_titles_ko.csv").flatMap(([code = "", words = ""]) =>
    current.has(code) ? [[` ${code}`, title(words)] as const] : [],
  ),
);
// A space before each key keeps JSON's members in the order of the codes: keys like integers would be moved.
const text = JSON.stringify(
  { edition: 2022, codes: english, former: { "2012": former2012, "2017": former2017 }, korean },
  null,
  1,
)
  .replace(/" (\d+)":/g, '"$1":')
  .replace(/\[\s+("\d{6}"(?:,\s+"\d{6}")*)\s+\]/g, (_, inner: string) => `[${inner.replace(/\s+/g, " ")}]`);
const file = join(import.meta.dirname, "../data/goods/nomenclature.json");
writeFileSync(file, `${text}\n`);
console.log(
  `${current.size} codes, ${Object.keys(former2017).length} of 2017 and ${Object.keys(former2012).length} of 2012 replaced, ${Object.keys(korean).length} Korean titles: ${text.length} characters`,
);
