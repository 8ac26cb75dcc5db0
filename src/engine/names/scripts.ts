/** Writing systems that are told apart; `indic` are Devanagari and its eight sisters, `other` keeps its letters as they are. */
export type Script =
  | "latin"
  | "cyrillic"
  | "greek"
  | "arabic"
  | "hebrew"
  | "thai"
  | "hangul"
  | "han"
  | "kana"
  | "armenian"
  | "georgian"
  | "indic"
  | "burmese"
  | "other";

const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x24f, "latin"],
  [0x250, 0x2af, "latin"],
  [0x370, 0x3ff, "greek"],
  [0x400, 0x52f, "cyrillic"],
  [0x530, 0x58f, "armenian"],
  [0x590, 0x5ff, "hebrew"],
  [0x600, 0x6ff, "arabic"],
  [0x750, 0x77f, "arabic"],
  [0x900, 0xdff, "indic"],
  [0xe00, 0xe7f, "thai"],
  [0x1000, 0x109f, "burmese"],
  [0x10a0, 0x10ff, "georgian"],
  [0x1100, 0x11ff, "hangul"],
  [0x1e00, 0x1eff, "latin"],
  [0x1f00, 0x1fff, "greek"],
  [0x3040, 0x30ff, "kana"],
  [0x3130, 0x318f, "hangul"],
  [0x3400, 0x4dbf, "han"],
  [0x4e00, 0x9fff, "han"],
  [0xac00, 0xd7a3, "hangul"],
  [0xf900, 0xfaff, "han"],
  [0x20000, 0x3ffff, "han"],
];

/** The script of a letter; digits and signs are `other`. */
export function scriptOf(codePoint: number): Script {
  if (codePoint < 0x80) return "latin";
  for (const [from, to, script] of RANGES) if (codePoint >= from && codePoint <= to) return script;
  return "other";
}
