import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { budgetOf, recallAt } from "../../src/service/evaluation/curve.ts";
import { rightScore, type Screenings } from "./measure-screening.ts";

/** Hits in a thousand at which the curve is measured: from one in 30,000 to three in ten. */
const PER_THOUSAND = [
  0.04, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 4, 5, 7, 8, 10, 15, 20, 30, 40, 50, 70, 100,
  150, 200, 300,
];
/** A threshold lies just over the score that it keeps out; scores are given to six digits. */
const SCORE_STEP = 1e-6;

function pointsOf({ positives, clean }: Screenings, by: "withFacts" | "alone") {
  const negatives = clean.map((left) => left[by].matches[0]?.score ?? 0);
  const scoresOf = (kind: "person" | "organization"): readonly number[] =>
    positives.filter(({ positive }) => positive.kind === kind).map((asked) => rightScore(asked, by));
  const [persons, organizations] = [scoresOf("person"), scoresOf("organization")];
  const percent = (share: number): number => Number((share * 100).toFixed(2));
  return PER_THOUSAND.map((perThousand) => {
    const budget = budgetOf(negatives, perThousand);
    return {
      perThousand,
      threshold: Number(Math.min(1, budget.threshold + SCORE_STEP).toFixed(6)),
      persons: percent(recallAt(persons, budget).value),
      organizations: percent(recallAt(organizations, budget).value),
    };
  });
}

/** Writes what `screen --capacity` goes by: threshold and recall at each number of hits in a thousand clean customers. */
export function writeOperatingCurve(screenings: Screenings, over: string): void {
  const curves = {
    "with-facts": pointsOf(screenings, "withFacts"),
    "name-alone": pointsOf(screenings, "alone"),
  };
  const lines = Object.entries(curves).map(
    ([name, points]) =>
      `    ${JSON.stringify(name)}: [\n${points.map((point) => `      ${JSON.stringify(point)}`).join(",\n")}\n    ]`,
  );
  const about =
    "Measured by npm run eval: thresholds that so many in a thousand synthetic clean customers pass, and the percent of listed names written otherwise found there.";
  const folder = join(import.meta.dirname, "../../data/matching");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "operating-curve.json"),
    `{\n  "about": ${JSON.stringify(about)},\n  "over": ${JSON.stringify(over)},\n  "clean": ${screenings.clean.length},\n  "positives": ${screenings.positives.length},\n  "curves": {\n${lines.join(",\n")}\n  }\n}\n`,
  );
}
