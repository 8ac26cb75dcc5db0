/** More items than any list numbers in one cell. */
const ITEMS_MAX = 200;

type Mark = { readonly at: number; readonly end: number };

/** Full-width signs that Japanese lists mix with ASCII ones; one for one, so that places stay the same. */
function narrow(text: string): string {
  return text.replace(/[（）．０-９ａ-ｚＡ-Ｚ]/gu, (char) => char.normalize("NFKC"));
}

function findMark(text: string, label: string, from: number): Mark | null {
  const shape = new RegExp(`(?:\\(\\s?${label}\\s?\\)|(?<![\\p{L}\\p{N}(])${label}\\s?\\))[.:,]?`, "giu");
  shape.lastIndex = from;
  const found = shape.exec(text);
  return found === null ? null : { at: found.index, end: found.index + found[0].length };
}

function marksOf(text: string, label: (index: number) => string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let index = 0; index < ITEMS_MAX; index++) {
    const mark = findMark(text, label(index), marks.at(-1)?.end ?? 0);
    if (mark === null) break;
    const range = /^(?:\s*to\s*|[-–])\((\d{1,2})\)/u.exec(text.slice(mark.end, mark.end + 20));
    marks.push({ at: mark.at, end: mark.end + (range?.[0].length ?? 0) });
    if (range !== null) index = Math.max(index, Number(range[1]) - 1);
  }
  return marks;
}

/**
 * The items of a cell that numbers them, `(1) Sudan (2) Chad` or `a) 1955; b) circa 1960`, without their marks. A text
 * that does not begin with the first mark is one item. Blank items stay where `blanks` is set, so that two cells can be
 * read side by side. `(1) to (6) Algeria` is one item.
 */
export function splitEnumerated(
  text: string,
  options: { readonly blanks?: boolean } = {},
): readonly string[] {
  const plain = narrow(text).trim();
  const whole = text.trim();
  const marks = [(index: number) => String(index + 1), letter]
    .map((label) => marksOf(plain, label))
    .find((found) => found[0]?.at === 0);
  if (marks === undefined) return whole === "" ? [] : [whole];
  const items = marks.map((mark, index) => tidy(whole.slice(mark.end, marks[index + 1]?.at)));
  return options.blanks === true ? items : items.filter((item) => item !== "");
}

function letter(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : `${String.fromCharCode(97 + index - 26)}{2}`;
}

/** Drops what only divided one item from the next. */
function tidy(item: string): string {
  const bare = item
    .trim()
    .replace(/^[-–—.]+$/u, "")
    .replace(/[;,、；，\s]+$/u, "")
    .trim();
  return /^(?:to|and|or|及び|又は)$/iu.test(bare) ? "" : bare;
}
