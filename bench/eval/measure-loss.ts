import { shareOf } from "../../src/service/evaluation/curve.ts";
import type { Figure } from "./figure.ts";
import type { Positive } from "./positives.ts";
import type { Screened } from "./screening-messages.ts";

/** Two scores of one pair may differ by rounding alone. */
const ROUNDING = 1e-6;

/** How often the compiled index loses a right party that the exhaustive reference finds, or scores it lower. */
export function lossFigure(positives: readonly Positive[], screened: readonly Screened[]): Figure {
  const cases = positives.flatMap((positive, at) => {
    const { matches = [], reference = [] } = screened[at] ?? {};
    const right = reference.filter(({ id }) => positive.right.includes(id));
    return right.length === 0 ? [] : [{ matches, right }];
  });
  const lost = shareOf(cases, ({ matches, right }) =>
    right.some(
      ({ id, score }) => !matches.some((match) => match.id === id && match.score >= score - ROUNDING),
    ),
  );
  return {
    id: "candidate-loss",
    title: "Loss of the compiled index against the exhaustive reference",
    about: `Names alone, written otherwise. Of ${positives.length} queries the reference has the right party among its ten best with a score of 0.25 or more for those counted; lost is what the compiled index misses or scores lower.`,
    unit: "percent",
    smaller: true,
    rows: [
      {
        name: "right party lost",
        n: lost.n,
        value: lost.value * 100,
        low: lost.low * 100,
        high: lost.high * 100,
        reach: 0.1,
      },
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
