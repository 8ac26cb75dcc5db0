import { type Interval, wilson } from "../../src/service/evaluation/interval.ts";
import { Random } from "../../src/service/evaluation/random.ts";
import type { Figure, Row } from "./figure.ts";
import type { Screenings } from "./measure-screening.ts";
import type { Found } from "./screening-messages.ts";

/** A score that was given, and whether it was right; `weight` is how many cases of the mix it stands for (1 where absent). */
export type Judged = { readonly score: number; readonly right: boolean; readonly weight?: number };

const BINS = 10;
/** Scores under this are shown to nobody; counted, they would flatter the expected error. */
const SHOWN_MIN = 0.1;
/** A bin with fewer cases says nothing about the worst. */
const BIN_CASES_MIN = 50;
const ERROR_MAX = 0.03;

/**
 * First matches of every subject screened, weighted to one mix whatever the sizes of the samples: half of the subjects
 * are listed, and the others are clean customers, hard negatives and near-miss organizations in equal parts.
 */
export function judgedOf({ positives, clean, hard, near }: Screenings): readonly Judged[] {
  const judged: Judged[] = [];
  const add = (matches: readonly Found[], right: readonly string[], weight: number): void => {
    const [top] = matches;
    if (top !== undefined) judged.push({ score: top.score, right: right.includes(top.id), weight });
  };
  for (const { positive, withFacts, alone } of positives) {
    for (const { matches } of [withFacts, alone]) add(matches, positive.same, 1 / 2 / positives.length);
  }
  for (const left of [clean, hard, near]) {
    for (const { withFacts, alone } of left) {
      for (const { matches } of [withFacts, alone]) add(matches, [], 1 / 6 / left.length);
    }
  }
  return judged;
}

function weightOf(judged: readonly Judged[]): number {
  return judged.reduce((sum, { weight = 1 }) => sum + weight, 0);
}

/** Mean distance of a normal variable from its mean, in standard deviations. */
const NORMAL_MEAN_DEVIATION = Math.sqrt(2 / Math.PI);

/** Weighted share that is right and how far a perfect score would be from it through chance, with the interval of a sample of as many cases as the weights are worth. */
function reliabilityOf(
  own: readonly Judged[],
): Interval & { readonly share: number; readonly mean: number; readonly chance: number } {
  const total = weightOf(own);
  if (total === 0) return { share: 0, mean: 0, low: 0, high: 1, chance: 0 };
  const share = weightOf(own.filter(({ right }) => right)) / total;
  const mean = own.reduce((sum, { score, weight = 1 }) => sum + score * weight, 0) / total;
  const worth = total ** 2 / own.reduce((sum, { weight = 1 }) => sum + weight ** 2, 0);
  const chance = NORMAL_MEAN_DEVIATION * Math.sqrt((mean * (1 - mean)) / worth);
  return { share, mean, chance, ...wilson(share * worth, worth) };
}

/** Times that truth is drawn anew as the scores say, to see what chance alone does to the expected error. */
const DRAWS = 1_000;
const DRAWS_SEED = 20_261_130;

function binOf(score: number): number {
  return Math.min(BINS - 1, Math.floor(score * BINS));
}

/** Distance of score and truth of each bin, weighted; the mean of their sizes is the expected error. */
function errorOf(shown: readonly Judged[], rightOf: (one: Judged) => boolean): number {
  const apart = new Float64Array(BINS);
  for (const one of shown) {
    const { score, weight = 1 } = one;
    const bin = binOf(score);
    apart[bin] = (apart[bin] as number) + weight * (score - (rightOf(one) ? 1 : 0));
  }
  return apart.reduce((sum, one) => sum + Math.abs(one), 0) / weightOf(shown);
}

/**
 * What chance alone does to the expected error, by drawing truth anew as the scores say: the error that 95 of 100 such
 * samples stay under, the share of them whose error is at least the measured one, and the measured error without the
 * part that chance makes: chance and a true error add up as squares do. Under 0 it is 0: chance explains all of it.
 */
function beyondChance(
  shown: readonly Judged[],
  error: number,
): { readonly under: number; readonly asLarge: number; readonly left: number } {
  const random = new Random(DRAWS_SEED);
  const errors = Array.from({ length: DRAWS }, () =>
    errorOf(shown, ({ score }) => random.next() < score),
  ).sort((one, other) => one - other);
  const square = errors.reduce((sum, one) => sum + one ** 2, 0) / DRAWS;
  return {
    under: errors[Math.floor(0.95 * DRAWS)] ?? 0,
    asLarge: errors.filter((one) => one >= error).length / DRAWS,
    left: Math.sqrt(Math.max(0, error ** 2 - square)),
  };
}

/** What the error wanted is held against: the error as it is, or what of it chance does not explain. */
export type ErrorWanted = "as-measured" | "beyond-chance";

/**
 * Reliability over ten bins, and the expected error: the mean distance of score and truth, each bin by its weight. Where the
 * sample is so small that a perfect score would show more than is wanted, the number to reach is held against what is left
 * without the part that chance makes.
 */
export function calibrationFigure(
  {
    id,
    about,
    wanted = "as-measured",
  }: {
    readonly id: string;
    readonly about: string;
    readonly wanted?: ErrorWanted;
  },
  judged: readonly Judged[],
): Figure {
  const shown = judged.filter(({ score }) => score >= SHOWN_MIN);
  let error = 0;
  let byChance = 0;
  let worst = 0;
  const rows: Row[] = [];
  for (let bin = 0; bin < BINS; bin += 1) {
    const own = judged.filter(({ score }) => binOf(score) === bin);
    const { share, mean, chance, low, high } = reliabilityOf(own);
    const apart = Math.abs(mean - share);
    if (bin > 0) {
      error += (weightOf(own) / weightOf(shown)) * apart;
      byChance += (weightOf(own) / weightOf(shown)) * chance;
    }
    if (own.length >= BIN_CASES_MIN) worst = Math.max(worst, apart);
    const name = `scores ${(bin / BINS).toFixed(1)} to ${((bin + 1) / BINS).toFixed(1)}`;
    rows.push({
      name,
      n: own.length,
      value: share,
      low,
      high,
      more: { "mean score": Number(mean.toFixed(3)) },
    });
  }
  const chance = beyondChance(shown, error);
  const reachOf = (held: ErrorWanted): Pick<Row, "reach"> => (held === wanted ? { reach: ERROR_MAX } : {});
  const bare = { n: shown.length, low: null, high: null };
  const summary: readonly Row[] = [
    {
      name: "expected error, scores of 0.1 and more",
      ...bare,
      value: error,
      ...reachOf("as-measured"),
      more: {
        "a perfect score by chance": Number(byChance.toFixed(3)),
        "95 of 100 perfect scores under": Number(chance.under.toFixed(3)),
        "perfect scores with as much, of 100": Number((100 * chance.asLarge).toFixed(0)),
        "worst bin of 50 or more": Number(worst.toFixed(3)),
      },
    },
    { name: "… left without chance", ...bare, value: chance.left, ...reachOf("beyond-chance") },
  ];
  return {
    id,
    title: `Calibration: ${id.replace("calibration-", "").replaceAll("-", " ")}`,
    about,
    unit: "share",
    smaller: true,
    rows: [...rows, ...summary],
  };
}
