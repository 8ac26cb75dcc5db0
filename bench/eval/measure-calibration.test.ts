import { describe, expect, it } from "vitest";
import { Random } from "../../src/service/evaluation/random.ts";
import { calibrationFigure, type Judged } from "./measure-calibration.ts";

/** Scores from .1 to 1, right as often as `chance` of the score says. */
function judged(count: number, seed: number, chance: (score: number) => number): readonly Judged[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const score = 0.1 + 0.9 * random.next();
    return { score, right: random.next() < chance(score) };
  });
}

function summaryOf(all: readonly Judged[]): {
  readonly error: number;
  readonly left: number;
  readonly more: Readonly<Record<string, number>>;
} {
  const rows = calibrationFigure({ id: "calibration-test", about: "" }, all).rows;
  const [summary, left] = rows.slice(-2);
  return {
    error: summary?.value ?? Number.NaN,
    left: left?.value ?? Number.NaN,
    more: summary?.more ?? {},
  };
}

describe("the expected error of calibration", () => {
  it("of scores that are right by construction is mostly chance on few cases, and little is left of it", () => {
    const small = Array.from({ length: 10 }, (_, seed) => summaryOf(judged(227, seed + 1, (score) => score)));
    const mean = (of: (one: (typeof small)[number]) => number): number =>
      small.reduce((sum, one) => sum + of(one), 0) / small.length;
    expect(mean(({ error }) => error)).toBeGreaterThan(0.03);
    expect(mean(({ left }) => left)).toBeLessThan(mean(({ error }) => error) / 2);
  });

  it("of scores that are too high stays, and no perfect score has as much by chance", () => {
    const { error, left, more } = summaryOf(judged(2_000, 7, (score) => score - 0.1));
    expect(error).toBeGreaterThan(0.08);
    expect(left).toBeGreaterThan(0.07);
    expect(more["perfect scores with as much, of 100"]).toBe(0);
  });
});
