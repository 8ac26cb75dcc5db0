/** One measured number with its 95 % confidence interval; shares are percentages. */
export type Row = {
  readonly name: string;
  /** How many cases it was measured on. */
  readonly n: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The number to reach, where one is set. */
  readonly reach?: number;
  /** Anything else that was counted. */
  readonly more?: Readonly<Record<string, number>>;
};

/** A table of the evaluation. */
export type Figure = {
  /** Stable name in `bench/results/eval.json`. */
  readonly id: string;
  readonly title: string;
  /** What was measured on what, in one or two sentences. */
  readonly about: string;
  /** `percent`, `per thousand`, `F1` … */
  readonly unit: string;
  /** A smaller value is better. */
  readonly smaller?: boolean;
  readonly rows: readonly Row[];
};

/** An interval that reaches further than this from its middle says that the sample is too small to compare by. */
const HALF_WIDTH_MAX: Readonly<Record<string, number>> = { percent: 2.5, "per thousand": 1, F1: 0.04 };

/** True where the sample is too small for the number to be more than a hint. */
export function isSampleSmall(figure: Figure, row: Row): boolean {
  const allowed = HALF_WIDTH_MAX[figure.unit];
  if (row.low === null || row.high === null || allowed === undefined) return false;
  return (row.high - row.low) / 2 > allowed;
}

/** True where the number to reach lies within the interval: the sample cannot tell whether it is reached. */
function isUndecided({ reach, low, high }: Row): boolean {
  return reach !== undefined && low !== null && high !== null && low <= reach && reach <= high;
}

/** True where the number to reach is reached. */
export function isReached(figure: Figure, row: Row): boolean {
  if (row.reach === undefined) return true;
  return figure.smaller === true ? row.value <= row.reach : row.value >= row.reach;
}

function digitsOf(unit: string): number {
  return unit === "F1" || unit === "share" ? 3 : unit === "percent" ? 1 : 2;
}

function cellsOf(figure: Figure, row: Row): readonly string[] {
  const digits = digitsOf(figure.unit);
  const show = (value: number): string => value.toFixed(digits);
  const interval = row.low === null || row.high === null ? "" : `${show(row.low)} – ${show(row.high)}`;
  const sign = figure.smaller === true ? "≤" : "≥";
  const reach =
    row.reach === undefined ? "" : `${sign} ${row.reach} ${isReached(figure, row) ? "reached" : "missed"}`;
  const more = Object.entries(row.more ?? {}).map(([name, value]) => `${name} ${value}`);
  const small = isSampleSmall(figure, row) ? ["small sample"] : isUndecided(row) ? ["within chance"] : [];
  return [row.name, String(row.n), show(row.value), interval, reach, [...small, ...more].join(", ")];
}

/** The figure as a Markdown table that is plain to read in a terminal as well. */
export function tableOf(figure: Figure): string {
  const head = ["", "cases", figure.unit, "95 % interval", "to reach", "notes"];
  const cells = figure.rows.map((row) => cellsOf(figure, row));
  const widths = head.map((title, at) =>
    Math.max(title.length, ...cells.map((row) => (row[at] ?? "").length)),
  );
  const isNumber = (at: number): boolean => at === 1 || at === 2;
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (isNumber(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((width, at) => (isNumber(at) ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`;
  return [`### ${figure.title}`, "", figure.about, "", line(head), rule, ...cells.map(line)].join("\n");
}
