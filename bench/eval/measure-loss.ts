import { shareOf } from "../../src/service/evaluation/curve.ts";
import type { Figure } from "./figure.ts";
import type { Positive } from "./positives.ts";
import type { Screened } from "./screening-messages.ts";

/** Two scores of one pair may differ by rounding alone. */
const ROUNDING = 1e-6;

/** A right party with a lower score is one that nobody would see. */
const SEEN_MIN = 0.25;

/** How often the compiled index loses a right party, or scores it lower than comparing every one of its names does. */
export function lossFigure(
  positives: readonly Positive[],
  screened: readonly Screened[],
  limit: number,
): Figure {
  const cases = positives.flatMap((positive, at) => {
    const { matches = [], reference = [] } = screened[at] ?? {};
    const best = reference.reduce((most, { score }) => Math.max(most, score), 0);
    return best < SEEN_MIN ? [] : [{ positive, matches, best }];
  });
  // Where as many as are shown score as high, the right one is crowded out and not lost.
  const isLost = ({ positive, matches, best }: (typeof cases)[number]): boolean =>
    !matches.some(({ id, score }) => positive.right.includes(id) && score >= best - ROUNDING) &&
    matches.filter(({ score }) => score >= best - ROUNDING).length < limit;
  const row = (name: string, own: typeof cases, reach?: number): Figure["rows"][number] => {
    const lost = shareOf(own, isLost);
    return {
      name,
      n: lost.n,
      value: lost.value * 100,
      low: lost.low * 100,
      high: lost.high * 100,
      ...(reach === undefined ? {} : { reach }),
    };
  };
  return {
    id: "candidate-loss",
    title: "Loss of the compiled index against comparing every name",
    about: `Names alone, written otherwise: ${positives.length} queries. Each is compared with every name of its right parties; counted are those that score ${SEEN_MIN} or more so, and lost is what the compiled index misses or scores lower, although fewer than ${limit} others score as high.`,
    unit: "percent",
    smaller: true,
    rows: [
      row("right party lost", cases, 0.1),
      row(
        "persons",
        cases.filter(({ positive }) => positive.kind === "person"),
      ),
      row(
        "organizations",
        cases.filter(({ positive }) => positive.kind === "organization"),
      ),
    ],
  };
}

/** How many answers differ where the same subjects are asked about in another order and company. */
export function steadinessFigure(once: readonly Screened[], again: readonly Screened[]): Figure {
  const share = shareOf(once, (screened) => {
    const other = again[again.length - 1 - once.indexOf(screened)];
    return JSON.stringify(screened.matches) !== JSON.stringify(other?.matches);
  });
  return {
    id: "steadiness",
    title: "The same question in another order",
    about: "Queries asked again in reverse order: answers that differ from the first time.",
    unit: "percent",
    smaller: true,
    rows: [
      {
        name: "answers that differ",
        n: share.n,
        value: share.value * 100,
        low: share.low * 100,
        high: share.high * 100,
        reach: 0,
      },
    ],
  };
}
