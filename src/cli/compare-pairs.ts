import { open } from "node:fs/promises";
import { pairComparer } from "../engine/match/compare.ts";
import { Fault } from "../fault.ts";
import { bestThreshold, type LabelledScore, type Measured, measuredAt } from "../service/evaluation/f1.ts";
import { type PairFile, type ScoredRow, scorePairs } from "../service/evaluation/pairs.ts";
import { openTable } from "../service/evaluation/table-file.ts";
import { csvCell } from "../service/screening/files/row-result.ts";
import type { Context, Given } from "./command.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { sayNumber } from "./print-lists.ts";
import { showFraction } from "./progress.ts";
import { paragraph, type Terminal } from "./terminal.ts";

/** Labelled pairs whose scores are kept for the measures. */
const LABELLED_MAX = 1_000_000;

type Format = "csv" | "jsonl";

function headerLine(file: PairFile, format: Format): string {
  if (format === "jsonl") return "";
  return `${[...file.headers, "score", "problem", "notes"].map(csvCell).join(",")}\n`;
}

function rowLine(file: PairFile, row: ScoredRow, format: Format): string {
  if (format === "jsonl") {
    const cells = Object.fromEntries(file.headers.map((header, at) => [header, row.cells[at] ?? ""]));
    const { line, score, problem, notes } = row;
    return jsonLine({ row: row.row, line, cells, score, problem, notes });
  }
  const cells = file.headers.map((_header, at) => row.cells[at] ?? "");
  const score = row.score === null ? "" : row.score.toFixed(6);
  return `${[...cells, score, row.problem ?? "", row.notes.join("; ")].map(csvCell).join(",")}\n`;
}

type Outcome = {
  readonly rows: number;
  readonly notCompared: number;
  readonly labelled: readonly LabelledScore[];
};

async function writeRows(
  file: PairFile,
  format: Format,
  write: (text: string) => Promise<unknown>,
): Promise<Outcome> {
  const labelled: LabelledScore[] = [];
  let [rows, notCompared] = [0, 0];
  await write(headerLine(file, format));
  for await (const some of file.rows) {
    for (const { score, right } of some) {
      rows += 1;
      if (score === null) notCompared += 1;
      else if (right !== null) labelled.push({ score, right });
    }
    if (labelled.length > LABELLED_MAX) {
      throw new Fault({
        code: "limit-exceeded",
        limit: "labelledPairsMax",
        allowed: LABELLED_MAX,
        where: file.name,
      });
    }
    await write(some.map((row) => rowLine(file, row, format)).join(""));
  }
  return { rows, notCompared, labelled };
}

/** What the labels say of a threshold. */
type ThresholdReport = { readonly threshold: number } & ReturnType<typeof measuredAt>;

/** What `compare --pairs` says of a file beside its rows. */
type PairsReport = {
  readonly pairs: number;
  readonly notCompared: number;
  readonly labelled: number;
  readonly positives: number;
  /** Score at and over which two names are taken for one. */
  readonly threshold: number;
  readonly atThreshold: ThresholdReport | null;
  readonly atBest: ThresholdReport | null;
};

function reportOf({ rows, notCompared, labelled }: Outcome, threshold: number): PairsReport {
  const at = (value: number): ThresholdReport => ({ threshold: value, ...measuredAt(labelled, value) });
  const some = labelled.length > 0;
  return {
    pairs: rows,
    notCompared,
    labelled: labelled.length,
    positives: labelled.filter(({ right }) => right).length,
    threshold,
    atThreshold: some ? at(threshold) : null,
    atBest: some ? at(bestThreshold(labelled)) : null,
  };
}

function measured({ value, low, high }: Measured): string {
  return `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

function thresholdWords(terminal: Terminal, name: string, report: ThresholdReport): string {
  const { threshold, precision, recall, f1 } = report;
  return [
    `${name} ${threshold.toFixed(4)}\n`,
    ...(
      [
        ["precision", precision],
        ["recall", recall],
        ["F1", f1],
      ] as const
    ).map(([what, value]) => paragraph(terminal, { mark: `  ${what.padEnd(9)}  `, text: measured(value) })),
  ].join("");
}

function reportWords(terminal: Terminal, report: PairsReport): string {
  const { pairs, notCompared, labelled, positives, threshold, atThreshold, atBest } = report;
  const left = notCompared === 0 ? "" : `, ${sayNumber(notCompared)} not compared (see "problem")`;
  const head = paragraph(terminal, {
    mark: "",
    text: `${sayNumber(pairs)} pairs${left}. At a score of ${threshold} and more two names are taken for one.`,
  });
  if (atThreshold === null || atBest === null) return head;
  const about = `${sayNumber(labelled)} say whether they match, ${sayNumber(positives)} of them that they do; with 95 % intervals:`;
  const best = "The best threshold was chosen on these very pairs, so its numbers flatter.";
  return [
    head,
    paragraph(terminal, { mark: "", text: about }),
    thresholdWords(terminal, "at the threshold", atThreshold),
    thresholdWords(terminal, "at the best threshold", atBest),
    paragraph(terminal, { mark: "", text: best }),
  ].join("");
}

/** Scores every pair of a file; resolves to the exit code. */
export async function comparePairsFile(
  context: Context,
  given: Given,
  asked: { readonly path: string; readonly threshold: number },
): Promise<number> {
  const { terminal } = context;
  const out = given.value("out");
  const format: Format =
    (out === null && given.has("json")) || /\.(?:jsonl|ndjson|json)$/i.test(out ?? "") ? "jsonl" : "csv";
  const progress = showFraction(terminal, "pairs read");
  const table = await openTable(asked.path, progress.show);
  const { snapshot } = await context.openLists();
  const file = scorePairs(table, pairComparer(snapshot.index));
  const ignored = file.ignored.length === 0 ? "" : `; not used: ${file.ignored.join(", ")}`;
  terminal.warn(paragraph(terminal, { mark: "", text: `Columns: ${file.understood.join("; ")}${ignored}` }));
  const handle = out === null ? null : await open(out, "wx");
  let outcome: Outcome;
  try {
    const write = handle === null ? terminal.write : (text: string) => handle.write(text);
    outcome = await writeRows(file, format, write);
  } finally {
    progress.end();
    await handle?.close();
  }
  const report = reportOf(outcome, asked.threshold);
  if (out === null) terminal.warn(reportWords(terminal, report));
  else await terminal.write(given.has("json") ? jsonLine({ ...report, out }) : reportWords(terminal, report));
  return report.notCompared > 0 ? EXIT.refer : EXIT.clear;
}
