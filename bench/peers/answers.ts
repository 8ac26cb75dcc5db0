import { budgetOf, recallAt, type Share } from "../../src/service/evaluation/curve.ts";
import type { Query } from "./task.ts";

/** A program's answer to one question: how long it took, and its best matches. */
export type Answer = {
  /** Place of the question. */
  readonly at: number;
  readonly ms: number;
  readonly matches: readonly { readonly id: string; readonly score: number }[];
};

/** What a program was measured at. */
export type PeerRun = {
  readonly program: string;
  readonly version: string;
  /** What it does of the work, and what it is spared. */
  readonly work: string;
  /** Until it could answer, in seconds. */
  readonly startSeconds: number;
  readonly megabytes: number | null;
  /**
   * Processor seconds that the answers took, all threads together; null where they can't be told. Beside other work on
   * the machine they tell what wall time does not.
   */
  readonly processorSeconds: number | null;
  readonly answers: readonly Answer[];
};

/** Speed and quality of a program on the questions that it answered. */
export type PeerFigures = {
  readonly answered: number;
  /** Answers for each second of a processor's work; of wall time where that can't be told. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly withFacts: Share;
  readonly nameAlone: Share;
  readonly negatives: number;
};

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function recallOf(answers: readonly Answer[], queries: readonly Query[], mode: Query["mode"]): Share {
  const positives: number[] = [];
  const negatives: number[] = [];
  for (const { at, matches } of answers) {
    const query = queries[at];
    if (query === undefined || query.mode !== mode) continue;
    if (query.kind === "clean") negatives.push(matches[0]?.score ?? 0);
    else positives.push(matches.find(({ id }) => query.right.includes(id))?.score ?? 0);
  }
  return recallAt(positives, budgetOf(negatives, 1));
}

/** Figures of a run: recall at one hit in 1,000 clean customers beside the speed of the very same questions. */
export function figuresOf(
  { answers, processorSeconds }: Pick<PeerRun, "answers" | "processorSeconds">,
  queries: readonly Query[],
): PeerFigures {
  const times = answers.map(({ ms }) => ms).sort((one, other) => one - other);
  const seconds = processorSeconds ?? times.reduce((sum, ms) => sum + ms, 0) / 1_000;
  return {
    answered: answers.length,
    perSecond: seconds === 0 ? 0 : answers.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    withFacts: recallOf(answers, queries, "with-facts"),
    nameAlone: recallOf(answers, queries, "name-alone"),
    negatives: answers.filter(({ at }) => queries[at]?.kind === "clean" && queries[at]?.mode === "with-facts")
      .length,
  };
}
