import type { PeerFigures, PeerRun } from "./answers.ts";

/** A program's line in the table. */
export type PeerRow = Pick<PeerRun, "program" | "version" | "work" | "startSeconds" | "megabytes"> &
  PeerFigures & {
    /** How many times as many screenings Sluice did in the same time. */
    readonly timesSlower: number;
  };

function percent({ value, low, high }: PeerFigures["withFacts"]): string {
  return `${(value * 100).toFixed(1)} % (${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)})`;
}

function short(ms: number): string {
  return ms < 10 ? ms.toFixed(2) : ms.toFixed(0);
}

/** The programs side by side, as a Markdown table that is plain to read in a terminal as well. */
export function peersTable(rows: readonly PeerRow[]): string {
  const head = [
    "",
    "a second and core",
    "Sluice is faster",
    "p50 ms",
    "p99 ms",
    "found, with facts",
    "found, name alone",
    "answered",
  ];
  const cells = rows.map((row) => [
    `${row.program} ${row.version}`,
    row.perSecond >= 100 ? row.perSecond.toFixed(0) : row.perSecond.toFixed(1),
    row.program === "Sluice" ? "" : `${row.timesSlower.toFixed(0)} times`,
    short(row.p50),
    short(row.p99),
    percent(row.withFacts),
    percent(row.nameAlone),
    String(row.answered),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...cells.map(line)].join("\n");
}
