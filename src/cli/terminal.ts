import stringWidth from "string-width";

/** How a piece of text stands out, where colors are shown at all. */
export type Style = "bold" | "dim" | "red" | "green" | "yellow";

/** What a command may say to, and know of, the one who typed it. Only `main.ts` makes one. */
export type Terminal = {
  /** To standard output; resolves when it is taken, so that nothing piles up behind a slow pipe. */
  readonly write: (text: string) => Promise<void>;
  /** To standard error. */
  readonly warn: (text: string) => void;
  /** Width to lay text out in, in columns. */
  readonly columns: number;
  readonly color: boolean;
  /** True where standard error is a terminal that can show progress. */
  readonly showsProgress: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** Narrower than this nothing can be laid out; wider than this no line can be read. */
export const COLUMNS = { min: 24, usual: 80, max: 100 } as const;

const CODES: Readonly<Record<Style, string>> = { bold: "1", dim: "2", red: "31", green: "32", yellow: "33" };

/** The text in a style, or as it is where colors are off. */
export function paint(terminal: Pick<Terminal, "color">, style: Style, text: string): string {
  return terminal.color ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
}

/**
 * Text from outside made safe to print: control characters would drive the terminal, and marks that turn the direction
 * of writing can make a name read as another one.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
}

/** How many columns the text takes; Hangul and Hanzi take two each. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

const SEGMENTER = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The longest beginning of a text that fits, and the rest. */
function cutAt(text: string, width: number): readonly [string, string] {
  let head = "";
  let used = 0;
  for (const { segment } of SEGMENTER.segment(text)) {
    const wide = widthOf(segment);
    if (used + wide > width && head !== "") break;
    head += segment;
    used += wide;
  }
  return [head, text.slice(head.length)];
}

/** The text in lines no wider than `width`, broken at spaces; a longer word is broken where it must be. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/)) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const [head, rest] = cutAt(line, width);
      lines.push(head);
      line = rest;
    }
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

/** A paragraph under a first mark: `- the text, and where it goes on it stands under its beginning`. Ends in a line end. */
export function paragraph(
  terminal: Pick<Terminal, "columns">,
  layout: { readonly mark: string; readonly text: string; readonly paint?: (line: string) => string },
): string {
  const indent = widthOf(layout.mark);
  const style = layout.paint ?? ((line: string) => line);
  // A margin that takes half a narrow terminal is dropped to two columns after the first line.
  const narrow = indent > terminal.columns / 3;
  const margin = " ".repeat(narrow ? 2 : indent);
  return wrap(plainText(layout.text), Math.max(8, terminal.columns - indent))
    .map((line, at) => `${at === 0 ? layout.mark : margin}${style(line)}\n`)
    .join("");
}

/** The text cut to `width` columns with an ellipsis, or padded to it. */
export function fitTo(text: string, width: number): string {
  const clean = plainText(text);
  const wide = widthOf(clean);
  if (wide <= width) return clean + " ".repeat(width - wide);
  const [head] = cutAt(clean, width - 1);
  return `${head}…${" ".repeat(Math.max(0, width - 1 - widthOf(head)))}`;
}
