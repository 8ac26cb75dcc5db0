/**
 * Measures how well names are matched, prints one table per figure, and writes the numbers to `bench/results/eval.json`
 * and the tables to `docs/matching-evaluation.md`. `--losses` writes out the cases that went wrong.
 * `--only` measures the names in other scripts alone, and writes nothing.
 * Usage: npm run eval [-- --full] [-- --losses FILE] [-- --only scripts | original-script]
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { ListRecord } from "../../src/engine/snapshot/snapshot.ts";
import { openSnapshot } from "../../src/service/lists/store.ts";
import { writeMatchingFiles } from "../pictures/pages.ts";
import { type Figure, isReached, tableOf } from "./figure.ts";
import { lossesOf } from "./losses.ts";
import { calibrationFigure, judgedOf } from "./measure-calibration.ts";
import { lossFigure, steadinessFigure } from "./measure-loss.ts";
import { lookUpOriginals, originalScriptFigure } from "./measure-original-script.ts";
import { pairsFigure, scorePairs } from "./measure-pairs.ts";
import { type Asked, type Left, type Screenings, screeningFigures } from "./measure-screening.ts";
import { scriptsFigure } from "./measure-scripts.ts";
import { unFigure } from "./measure-un.ts";
import { cleanCustomers, hardNegatives, type Negative, nearMisses } from "./negatives.ts";
import { writeOperatingCurve } from "./operating-curve.ts";
import { type Parties, partiesOf } from "./parties.ts";
import { furtherPositivesOf, type Positive, positivesOf } from "./positives.ts";
import { writeResults } from "./results.ts";
import { screenAll, screenSubjects } from "./screen-all.ts";

/** How many of each are taken, at most: `quick` is for every change, `full` for a release. */
const SIZES = {
  quick: {
    perClass: 250,
    clean: 30_000,
    hard: 3_000,
    near: 3_000,
    scripts: 2_500,
    originals: 1_500,
    steady: 300,
  },
  full: {
    perClass: 1_000,
    clean: 30_000,
    hard: 10_000,
    near: 6_000,
    scripts: 2_500,
    originals: 9_000,
    steady: 1_000,
  },
} as const;
type Sizes = (typeof SIZES)[keyof typeof SIZES];

/** Matches among which the right party is looked for. */
const LIMIT = 10;

async function screenNegatives(file: string, negatives: readonly Negative[]): Promise<readonly Left[]> {
  const screened = await screenSubjects(
    file,
    negatives.flatMap(({ withFacts, alone }) => [withFacts, alone]),
    1,
  );
  const nothing = { matches: [], reference: [] };
  return negatives.map((negative, at) => ({
    negative,
    withFacts: screened[at * 2] ?? nothing,
    alone: screened[at * 2 + 1] ?? nothing,
  }));
}

async function screenPositives(file: string, positives: readonly Positive[]): Promise<readonly Asked[]> {
  const screened = await screenSubjects(
    file,
    positives.flatMap(({ withFacts, alone }) => [withFacts, alone]),
    LIMIT,
  );
  const nothing = { matches: [], reference: [] };
  return positives.map((positive, at) => ({
    positive,
    withFacts: screened[at * 2] ?? nothing,
    alone: screened[at * 2 + 1] ?? nothing,
  }));
}

async function screenEverything(
  file: string,
  parties: Parties,
  positives: readonly Positive[],
  sizes: Sizes,
): Promise<Screenings> {
  return {
    positives: await screenPositives(file, positives),
    clean: await screenNegatives(file, cleanCustomers(sizes.clean)),
    hard: await screenNegatives(file, hardNegatives(parties, sizes.hard)),
    near: await screenNegatives(file, nearMisses(parties, sizes.near)),
    further: await screenPositives(file, furtherPositivesOf(parties, sizes.perClass)),
  };
}

function editionsOf(lists: readonly ListRecord[]): readonly string[] {
  return lists.map(({ id, editions }) => `${id} ${editions.at(-1)?.date ?? "none"}`);
}

const started = performance.now();
const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    losses: { type: "string" },
    only: { type: "string" },
  },
});
const sizes = values.full ? SIZES.full : SIZES.quick;
if (values.only === "scripts") {
  console.log(tableOf(scriptsFigure(sizes.scripts)));
  process.exit();
}
const { snapshot, file } = await openSnapshot({ bundledOnly: true });
const parties = partiesOf(snapshot);
const figures: Figure[] = [];
const show = (...made: readonly Figure[]): void => {
  for (const figure of made) {
    figures.push(figure);
    console.log(`${tableOf(figure)}\n`);
  }
};

if (values.only === "original-script") {
  console.log(tableOf(originalScriptFigure(lookUpOriginals(snapshot, parties, sizes.originals))));
  process.exit();
}
if (values.only !== undefined) throw new Error(`--only ${values.only}: scripts or original-script`);

const over = `${parties.all.length} parties in force: ${editionsOf(snapshot.lists).join(", ")}`;
console.log(`${values.full ? "Full" : "Quick"} run over ${over}.\n`);
const positives = positivesOf(parties, sizes.perClass);
const screenings = await screenEverything(file, parties, positives, sizes);
show(...screeningFigures(screenings));
const pairs = scorePairs(snapshot);
show(pairsFigure(pairs.labelled), await unFigure(file, parties), scriptsFigure(sizes.scripts));
const lookups = lookUpOriginals(snapshot, parties, sizes.originals);
show(originalScriptFigure(lookups));
const ABOUT_MIX =
  "Of the first matches with a score in a bin, how many are right. The mix is half listed subjects written otherwise, and for the rest clean customers, hard negatives and near-miss organizations in equal parts, each with facts and by name alone; an entry of another list for the same party counts as right. Where fewer of the subjects are listed, fewer matches of any score are right.";
show(
  calibrationFigure({ id: "calibration-screening", about: ABOUT_MIX }, judgedOf(screenings)),
  calibrationFigure(
    {
      id: "calibration-name-pairs",
      about:
        "The labelled pairs that are not disputed, each scored by trees and by a line that have not seen it. They are few: where every score were right by construction, chance alone would show the error that stands beside. The number to reach is therefore held against what is left without chance: the root of the square of the error less the mean square of what a thousand perfect samples show.",
      wanted: "beyond-chance",
    },
    pairs.labelled.filter(({ disputed }) => !disputed),
  ),
  calibrationFigure(
    {
      id: "calibration-made-pairs",
      about:
        "Sixteen thousand pairs made up from listed and common names, half of them one name written twice, the other half with a word replaced; in five parts, each scored by trees and by a line that have learnt from the others.",
    },
    pairs.made,
  ),
);
const compared = await screenAll({
  kind: "reference",
  file,
  asked: positives.map(({ alone, right }) => ({ subject: alone, right })),
  limit: LIMIT,
});
const sample = positives.filter((_positive, at) => at % Math.ceil(positives.length / sizes.steady) === 0);
const once = sample.map(({ withFacts }) => withFacts);
show(
  lossFigure(positives, compared, LIMIT),
  steadinessFigure(
    await screenSubjects(file, once, LIMIT),
    await screenSubjects(file, once.toReversed(), LIMIT),
  ),
);

const wanted = figures
  .flatMap((figure) => figure.rows.map((row) => ({ figure, row })))
  .filter(({ row }) => row.reach !== undefined);
const missed = wanted.filter(({ figure, row }) => !isReached(figure, row));
console.log(
  `${wanted.length - missed.length} of ${wanted.length} numbers reached. Missed: ${missed.map(({ figure, row }) => `${figure.id} (${row.name})`).join("; ") || "none"}.`,
);
if (values.losses !== undefined) {
  const losses = lossesOf(screenings, pairs.labelled, lookups);
  writeFileSync(values.losses, `${JSON.stringify(losses, null, 1)}\n`);
}
if (!values.full) writeOperatingCurve(screenings, over);
writeResults(figures, { run: values.full ? "full" : "quick", over });
if (!values.full) writeMatchingFiles();
console.log(`Took ${((performance.now() - started) / 1_000).toFixed(0)} s.`);
