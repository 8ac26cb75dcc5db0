import type { Figure, Row } from "./figure.ts";
import { wilson } from "./interval.ts";
import type { Screenings } from "./measure-screening.ts";

/** A score that was given, and whether it was right. */
export type Judged = { readonly score: number; readonly right: boolean };

const BINS = 10;
/** Scores under this are shown to nobody; counted, they would flatter the expected error. */
const SHOWN_MIN = 0.1;
/** A bin with fewer cases says nothing about the worst. */
const BIN_CASES_MIN = 50;
const ERROR_MAX = 0.03;

/** First matches of every subject screened, listed and not. */
export function judgedOf({ positives, clean, hard, near }: Screenings): readonly Judged[] {
  const judged: Judged[] = [];
  for (const { positive, withFacts, alone } of positives) {
    for (const { matches } of [withFacts, alone]) {
      const [top] = matches;
      if (top !== undefined) judged.push({ score: top.score, right: positive.right.includes(top.id) });
    }
  }
  for (const { withFacts, alone } of [...clean, ...hard, ...near]) {
    for (const { matches } of [withFacts, alone]) {
      const [top] = matches;
      if (top !== undefined) judged.push({ score: top.score, right: false });
    }
  }
  return judged;
}

/** Reliability over ten bins, and the expected error: the mean distance of score and truth, each bin by its cases. */
export function calibrationFigure(id: string, about: string, judged: readonly Judged[]): Figure {
  const shown = judged.filter(({ score }) => score >= SHOWN_MIN);
  let error = 0;
  let worst = 0;
  const rows: Row[] = [];
  for (let bin = 0; bin < BINS; bin += 1) {
    const own = judged.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === bin);
    const right = own.filter((one) => one.right).length;
    const mean = own.length === 0 ? 0 : own.reduce((sum, { score }) => sum + score, 0) / own.length;
    const share = own.length === 0 ? 0 : right / own.length;
    const apart = Math.abs(mean - share);
    if (bin > 0) error += (own.length / Math.max(1, shown.length)) * apart;
    if (own.length >= BIN_CASES_MIN) worst = Math.max(worst, apart);
    const name = `scores ${(bin / BINS).toFixed(1)} to ${((bin + 1) / BINS).toFixed(1)}`;
    rows.push({
      name,
      n: own.length,
      value: share,
      ...wilson(right, own.length),
      more: { "mean score": Number(mean.toFixed(3)) },
    });
  }
  const summary: Row = {
    name: "expected error, scores of 0.1 and more",
    n: shown.length,
    value: error,
    low: null,
    high: null,
    reach: ERROR_MAX,
    more: { "worst bin of 50 or more": Number(worst.toFixed(3)) },
  };
  return {
    id,
    title: `Calibration: ${id.replace("calibration-", "").replaceAll("-", " ")}`,
    about,
    unit: "share",
    smaller: true,
    rows: [...rows, summary],
  };
}
