import type { ScreenPolicy, Subject } from "../../engine/match/subject.ts";
import { screen } from "../../engine/screen.ts";
import type { Snapshot } from "../../engine/snapshot/snapshot.ts";
import { Fault } from "../../fault.ts";
import { budgetOf, recallAt, type Share, shareOf } from "./curve.ts";
import { expectedFinder } from "./expected.ts";
import { readLabelledSubjects, type SubjectRow } from "./screening-rows.ts";

/** Rows of either file: scores of all are kept for the curve, and their names for the list of those missed. */
export const EVALUATION_ROWS_MAX = 1_000_000;
/** Matches among which the expected party is looked for. */
const MATCHES_LOOKED_AT = 10;
/** Points of the curve: hits in a thousand of those who are not listed. */
export const CURVE_PER_THOUSAND = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100] as const;

/** A positive as it came out. `score` is the expected party's, 0 where it is not among the ten best. */
export type FoundPositive = {
  readonly row: number;
  readonly name: string;
  readonly expected: string;
  readonly score: number;
  /** The expected party's place among the matches, from 1; null where it is not among them. */
  readonly rank: number | null;
};

/** A row that counts for nothing, and why. */
export type LeftOut = {
  readonly file: "positives" | "negatives";
  readonly row: number;
  readonly problem: string;
};

/** What a threshold means: its hits in a thousand of the negatives, and the share of positives found. */
export type OperatingPoint = {
  readonly threshold: number;
  readonly hitsPerThousand: Share;
  readonly recall: Share;
};

/** Scores of a whole evaluation, for any threshold. */
export type ScreeningScores = {
  readonly positives: readonly FoundPositive[];
  /** The best score of each negative; 0 where it matches nobody. */
  readonly negatives: readonly number[];
  readonly leftOut: readonly LeftOut[];
};

/** The two files, and how they are screened. */
export type EvaluationInput = {
  readonly positives: string;
  readonly negatives: string;
  readonly schema: string | null;
  readonly policy: ScreenPolicy;
  readonly at: string | null;
  /** Told how much of the work is done, 0 to 1. */
  readonly onProgress: (fraction: number) => void;
};

function bounded(rows: number, file: string): void {
  if (rows <= EVALUATION_ROWS_MAX) return;
  throw new Fault({
    code: "limit-exceeded",
    limit: "evaluationRowsMax",
    allowed: EVALUATION_ROWS_MAX,
    where: file,
  });
}

/** Screens both files against the snapshot. Throws `input-invalid` where one is no table of parties. */
export async function scoreScreenings(snapshot: Snapshot, input: EvaluationInput): Promise<ScreeningScores> {
  const { schema, at } = input;
  const found = expectedFinder(snapshot);
  const policy = { ...input.policy, threshold: 0, limit: MATCHES_LOOKED_AT };
  const matchesOf = (subject: Subject, limit: number) =>
    screen(snapshot, subject, { ...policy, limit }, at).matches;
  const positives: FoundPositive[] = [];
  const negatives: number[] = [];
  const leftOut: LeftOut[] = [];
  const each = async (
    file: "positives" | "negatives",
    take: (row: SubjectRow) => string | null,
  ): Promise<void> => {
    const before = file === "positives" ? 0 : 0.5;
    const onProgress = (fraction: number): void => input.onProgress(before + fraction / 2);
    const options = { needsExpected: file === "positives", schema, onProgress };
    let rows = 0;
    for await (const some of readLabelledSubjects(input[file], options)) {
      for (const one of some) {
        bounded(++rows, input[file]);
        const problem = "problem" in one ? one.problem : take(one);
        if (problem !== null) leftOut.push({ file, row: one.row, problem });
      }
    }
  };
  await each("positives", ({ row, name, subject, expected }) => {
    const ids = found(expected ?? "");
    if (ids.size === 0) return `expected “${expected}”: no listed party has this id, reference or name`;
    const matches = matchesOf(subject, MATCHES_LOOKED_AT);
    const place = matches.findIndex(({ id }) => ids.has(id));
    const score = matches[place]?.score ?? 0;
    positives.push({ row, name, expected: expected ?? "", score, rank: place < 0 ? null : place + 1 });
    return null;
  });
  await each("negatives", ({ subject }) => {
    negatives.push(matchesOf(subject, 1)[0]?.score ?? 0);
    return null;
  });
  return { positives, negatives, leftOut };
}

/** What a threshold gives on these scores: a hit is a score at or over it. */
export function operatingPoint({ positives, negatives }: ScreeningScores, threshold: number): OperatingPoint {
  const hits = shareOf(negatives, (score) => score >= threshold);
  return {
    threshold,
    hitsPerThousand: { n: hits.n, value: hits.value * 1_000, low: hits.low * 1_000, high: hits.high * 1_000 },
    recall: shareOf(positives, ({ score }) => score >= threshold),
  };
}

/** The least that a score can be over another: they are given to six digits. */
const SCORE_STEP = 1e-6;

/**
 * The threshold that lets at most so many in a thousand of the negatives pass, with what it finds; null where there are
 * too few negatives to tell so small a share.
 */
export function pointAtBudget(scores: ScreeningScores, perThousand: number): OperatingPoint | null {
  if (scores.negatives.length * perThousand < 1_000) return null;
  const budget = budgetOf(scores.negatives, perThousand);
  const threshold = Number((budget.threshold + SCORE_STEP).toFixed(6));
  const recall = recallAt(
    scores.positives.map(({ score }) => score),
    budget,
  );
  return { ...operatingPoint(scores, threshold), recall };
}

/** The curve: recall at each number of hits in a thousand that the negatives are enough for. */
export function curveOf(
  scores: ScreeningScores,
): readonly (OperatingPoint & { readonly perThousand: number })[] {
  return CURVE_PER_THOUSAND.flatMap((perThousand) => {
    const point = pointAtBudget(scores, perThousand);
    return point === null ? [] : [{ perThousand, ...point }];
  });
}
