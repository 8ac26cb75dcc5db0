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
  readonly more: Readonly<Record<string, number>>;
} {
  const row = calibrationFigure("calibration-test", "", all).rows.at(-1);
  return { error: row?.value ?? Number.NaN, more: row?.more ?? {} };
}

describe("the expected error of calibration", () => {
  it("of scores that are right by construction is mostly chance on few cases, and little is left of it", () => {
    const left = Array.from({ length: 10 }, (_, seed) => summaryOf(judged(227, seed + 1, (score) => score)));
    const mean = (of: (one: (typeof left)[number]) => number): number =>
      left.reduce((sum, one) => sum + of(one), 0) / left.length;
    expect(mean(({ error }) => error)).toBeGreaterThan(0.03);
    expect(mean(({ more }) => more["left without chance"] ?? 1)).toBeLessThan(mean(({ error }) => error) / 2);
  });

  it("of scores that are too high stays, and no perfect score has as much by chance", () => {
    const { error, more } = summaryOf(judged(2_000, 7, (score) => score - 0.1));
    expect(error).toBeGreaterThan(0.08);
    expect(more["left without chance"]).toBeGreaterThan(0.07);
    expect(more["perfect scores with as much, of 100"]).toBe(0);
  });
});
