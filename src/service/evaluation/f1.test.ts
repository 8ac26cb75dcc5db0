import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracyAt, bestThreshold, type LabelledScore, measuredAt } from "./f1.ts";

const SCORES: readonly LabelledScore[] = [
  { score: 0.9, right: true },
  { score: 0.8, right: false },
  { score: 0.7, right: true },
  { score: 0.7, right: true },
  { score: 0.2, right: false },
  { score: 0.1, right: true },
];

describe("precision, recall and F1", () => {
  it("count hits at and over the threshold", () => {
    expect(accuracyAt(SCORES, 0.7)).toEqual({ precision: 0.75, recall: 0.75, f1: 0.75 });
    expect(accuracyAt(SCORES, 0.85)).toEqual({ precision: 1, recall: 0.25, f1: 0.4 });
  });

  it("are nothing where there is nothing", () => {
    expect(accuracyAt([], 0.5)).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(bestThreshold([])).toBe(1);
  });

  it("have intervals that hold the value and are the same twice", () => {
    const measured = measuredAt(SCORES, 0.7);
    expect(measuredAt(SCORES, 0.7)).toEqual(measured);
    for (const { value, low, high } of Object.values(measured)) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
  });

  it("are nowhere better than at the best threshold", () => {
    const scores = fc.array(
      fc.record({ score: fc.integer({ min: 0, max: 9 }).map((n) => n / 10), right: fc.boolean() }),
    );
    fc.assert(
      fc.property(scores, (some) => {
        const best = accuracyAt(some, bestThreshold(some)).f1;
        for (const { score } of some) expect(accuracyAt(some, score).f1).toBeLessThanOrEqual(best + 1e-12);
      }),
    );
  });
});
