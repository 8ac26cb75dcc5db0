import type { Knot } from "../../src/engine/match/model.ts";

/** The log-odds that were given to a first match, whether it was right, and how many of the mix it stands for. */
export type Case = { readonly logOdds: number; readonly right: boolean; readonly weight: number };

type Block = { from: number; to: number; weight: number; right: number };

/** Share that is right as a function of the log-odds that never falls: neighbours out of order are put together. */
function isotonic(cases: readonly Case[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const { logOdds, right, weight } of cases.toSorted((one, other) => one.logOdds - other.logOdds)) {
    blocks.push({ from: logOdds, to: logOdds, weight, right: right ? weight : 0 });
    for (;;) {
      const [low, high] = [blocks.at(-2), blocks.at(-1)];
      if (low === undefined || high === undefined || low.right / low.weight < high.right / high.weight) break;
      blocks.splice(-2, 2, {
        from: low.from,
        to: high.to,
        weight: low.weight + high.weight,
        right: low.right + high.right,
      });
    }
  }
  return blocks;
}

/** Log-odds beyond which the sample says nothing, either way. */
const LOG_ODDS_MAX = 6;
/** Least rise between knots, so that a higher score stays higher. */
const SLOPE_MIN = 0.05;
const SLOPE_MAX = 4;

const logit = (share: number): number => Math.log(share / (1 - share));

/**
 * Knots that turn log-odds into what such log-odds were worth: isotonic regression, read off at even steps of the
 * log-odds, and always rising.
 */
export function fitCalibration(cases: readonly Case[], step: number): readonly Knot[] {
  const blocks = isotonic(cases);
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  // A pseudo-case on either side keeps empty ends from certainty.
  const doubt = total / cases.length / 2;
  const shareAt = (logOdds: number): number => {
    const near = blocks.filter(({ from, to }) => to >= logOdds - step / 2 && from <= logOdds + step / 2);
    // Where no case stands, those next below say what is known: a place without any is not even odds.
    const around = near.length > 0 ? near : [blocks.findLast(({ to }) => to < logOdds) ?? blocks[0]];
    let [weight, right] = [0, 0];
    for (const block of around) {
      weight += block?.weight ?? 0;
      right += block?.right ?? 0;
    }
    return (right + doubt) / (weight + 2 * doubt);
  };
  const sorted = cases.map(({ logOdds }) => logOdds).toSorted((one, other) => one - other);
  const low = Math.floor(sorted[Math.floor(sorted.length * 0.002)] ?? -5);
  const high = Math.ceil(sorted[Math.floor(sorted.length * 0.998)] ?? 5);
  const knots: [number, number][] = [];
  for (let at = low; at <= high; at += step) {
    const fitted = Math.max(-LOG_ODDS_MAX, Math.min(LOG_ODDS_MAX, logit(shareAt(at))));
    const before = knots.at(-1);
    const risen =
      before === undefined
        ? fitted
        : Math.max(before[1] + SLOPE_MIN * step, Math.min(before[1] + SLOPE_MAX * step, fitted));
    knots.push([Number(at.toFixed(3)), Number(risen.toFixed(3))]);
  }
  return knots;
}
