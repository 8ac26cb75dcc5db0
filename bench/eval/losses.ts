import { PAIR_THRESHOLD } from "../../src/engine/match/pair-model.ts";
import { budgetOf } from "../../src/service/evaluation/curve.ts";
import type { Lookup } from "./measure-original-script.ts";
import type { ScoredPair } from "./measure-pairs.ts";
import { type Asked, type Left, rightScore, type Screenings } from "./measure-screening.ts";

/** Most cases of a kind that are written out. */
const CASES_MAX = 400;

type By = "withFacts" | "alone";

function askedCase(asked: Asked, by: By): unknown {
  const { positive } = asked;
  const subject = positive[by];
  return {
    class: `${positive.kind}: ${positive.nameClass}`,
    date: positive.dateClass,
    listed: positive.listed,
    asked: subject.properties,
    score: rightScore(asked, by),
    first: asked[by].matches[0] ?? null,
  };
}

function leftCase(left: Left, by: By): unknown {
  return { asked: left.negative[by].properties, first: left[by].matches[0] ?? null };
}

const topScore = (left: Left, by: By): number => left[by].matches[0]?.score ?? 0;

function hits(left: readonly Left[], by: By, threshold: number): readonly unknown[] {
  return left
    .filter((one) => topScore(one, by) >= threshold)
    .sort((one, other) => topScore(other, by) - topScore(one, by))
    .slice(0, CASES_MAX)
    .map((one) => leftCase(one, by));
}

function lost(asked: readonly Asked[], by: By, threshold: number): readonly unknown[] {
  return asked
    .filter((one) => rightScore(one, by) <= threshold)
    .slice(0, CASES_MAX)
    .map((one) => askedCase(one, by));
}

function thresholdOf(left: readonly Left[], by: By, perThousand: number): number {
  return budgetOf(
    left.map((one) => topScore(one, by)),
    perThousand,
  ).threshold;
}

/** The cases behind the figures that went wrong, for whoever improves the matcher. */
export function lossesOf(
  { positives, clean, hard, near }: Screenings,
  pairs: readonly ScoredPair[],
  lookups: readonly Lookup[],
): unknown {
  const organizations = positives.filter(({ positive }) => positive.kind === "organization");
  const facts = thresholdOf(clean, "withFacts", 1);
  const alone = thresholdOf(clean, "alone", 1);
  const nearTen = thresholdOf(near, "withFacts", 10);
  return {
    lostWithFacts: lost(positives, "withFacts", facts),
    lostAlone: lost(positives, "alone", alone),
    lostHard: lost(positives, "withFacts", thresholdOf(hard, "withFacts", 10)),
    lostNearTen: lost(organizations, "withFacts", nearTen),
    cleanHits: hits(clean, "withFacts", facts),
    cleanHitsAlone: hits(clean, "alone", alone),
    hardHits: hits(hard, "withFacts", thresholdOf(hard, "withFacts", 10)),
    nearHits: hits(near, "withFacts", nearTen),
    pairsWrong: pairs.filter(({ score, right }) => score >= PAIR_THRESHOLD !== right),
    originalsLost: lookups.filter(({ rank }) => rank < 0).slice(0, CASES_MAX),
  };
}
