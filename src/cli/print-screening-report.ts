import type { Share } from "../service/evaluation/curve.ts";
import type { FoundPositive, OperatingPoint } from "../service/evaluation/evaluate-screening.ts";
import type { CurveRow, OwnCapacity, ScreeningReport } from "../service/evaluation/screening-report.ts";
import { sayNumber } from "./print-lists.ts";
import { paint, paragraph, type Terminal } from "./terminal.ts";

/** Missed positives that are shown; --json gives all. */
const SHOWN_MAX = 20;

function percent({ value, low, high }: Share): string {
  return `${(value * 100).toFixed(1)} % (${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)})`;
}

function hits({ value, low, high }: Share): string {
  return `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

function heading(terminal: Terminal, words: string): string {
  return `\n${paint(terminal, "bold", words)}\n`;
}

function curveLines(terminal: Terminal, curve: readonly CurveRow[]): string {
  if (curve.length === 0)
    return paragraph(terminal, { mark: "  ", text: "The negatives are too few for a curve: 10 at least." });
  const head = `  ${"hits".padStart(7)}  ${"threshold".padStart(9)}  found\n`;
  return `${head}${curve
    .map(({ perThousand, threshold, recall }) =>
      paragraph(terminal, {
        mark: `  ${`≤ ${perThousand}`.padStart(7)}  ${threshold.toFixed(4).padStart(9)}  `,
        text: percent(recall),
      }),
    )
    .join("")}`;
}

function missedLines(terminal: Terminal, missed: readonly FoundPositive[]): string {
  if (missed.length === 0) return paragraph(terminal, { mark: "  ", text: "Nobody is missed." });
  const more = missed.length - SHOWN_MAX;
  return [
    ...missed.slice(0, SHOWN_MAX).map(({ row, name, expected, score, rank }) => {
      const place = rank === null ? "not among the ten best" : `place ${rank}`;
      const text = `${name} for ${expected}: ${score.toFixed(4)}, ${place}`;
      return paragraph(terminal, { mark: `  row ${String(row).padStart(6)}  `, text });
    }),
    more > 0
      ? paragraph(terminal, { mark: "  ", text: `and ${sayNumber(more)} more; --json gives all` })
      : "",
  ].join("");
}

function pointLine(terminal: Terminal, { threshold, recall, hitsPerThousand }: OperatingPoint): string {
  const text = `${percent(recall)} found; ${hits(hitsPerThousand)} hits in 1,000 negatives`;
  return paragraph(terminal, { mark: `  ${threshold.toFixed(4)}  `, text });
}

function capacityLines(terminal: Terminal, own: OwnCapacity): string {
  const title = heading(
    terminal,
    `With ${sayNumber(own.capacity)} reviews for every ${sayNumber(own.per)} screened`,
  );
  if (own.point === null) {
    const text = `The negatives are too few to tell: ${sayNumber(own.negativesNeeded)} at least are needed, and many times that for a narrow interval.`;
    return title + paragraph(terminal, { mark: "  ", text });
  }
  const missed = paragraph(terminal, { mark: "  ", text: `Missed there: ${sayNumber(own.missed.length)}` });
  return [title, pointLine(terminal, own.point), missed, missedLines(terminal, own.missed)].join("");
}

/** What an evaluation on one's own files found: the threshold in use, the curve, the capacity, and who is missed. */
export function printScreeningReport(terminal: Terminal, report: ScreeningReport): string {
  const { positives, negatives, leftOut, first, firstFive, atThreshold, curve, missed, capacity } = report;
  const counted = `${sayNumber(positives)} positives and ${sayNumber(negatives)} negatives; numbers in brackets are 95 % intervals.`;
  return [
    paragraph(terminal, { mark: "", text: counted }),
    ...leftOut
      .slice(0, SHOWN_MAX)
      .map(({ file, row, problem }) =>
        paragraph(terminal, { mark: "! ", text: `${file}, row ${row} is left out: ${problem}` }),
      ),
    leftOut.length > SHOWN_MAX ? `! and ${sayNumber(leftOut.length - SHOWN_MAX)} more left out\n` : "",
    heading(terminal, "The expected party"),
    paragraph(terminal, { mark: "  is the first match      ", text: percent(first) }),
    paragraph(terminal, { mark: "  is among the first five ", text: percent(firstFive) }),
    heading(terminal, "At the threshold in use"),
    pointLine(terminal, atThreshold),
    heading(terminal, "Found, by hits in 1,000 negatives"),
    curveLines(terminal, curve),
    capacity === null ? "" : capacityLines(terminal, capacity),
    heading(terminal, `Missed at the threshold in use: ${sayNumber(missed.length)}`),
    missedLines(terminal, missed),
  ].join("");
}
