import fc from "fast-check";
import { describe, expect, it } from "vitest";
import curve from "../../../data/matching/operating-curve.json" with { type: "json" };
import { measuredAt, outlookAt, type Tuning } from "./outlook.ts";

const points = curve.curves["with-facts"];

const tuningOf = (counts: readonly number[]): Tuning => ({
  threshold: 0.7,
  thresholdMin: 0.3,
  policyVersion: 0,
  subjects: { total: 1_000, screened: 1_000, perDay: 100, alertsPerDay: 1, days: 30 },
  bins: counts.map((count, at) => ({
    from: (30 + at) / 100,
    subjects: count,
    matches: 2 * count,
    trueMatches: count,
    falsePositives: 0,
  })),
  curve: { about: "", over: "", clean: 1, positives: 1, withFacts: points, nameAlone: points },
});

describe("what a threshold would mean", () => {
  it("never shows more hits, and never misses fewer, for a stricter threshold", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 70, maxLength: 70 }),
        fc.integer({ min: 30, max: 99 }),
        (counts, hundredth) => {
          const loose = outlookAt(tuningOf(counts), hundredth / 100, 5);
          const strict = outlookAt(tuningOf(counts), (hundredth + 1) / 100, 5);
          expect(strict.hits).toBeLessThanOrEqual(loose.hits);
          expect(strict.missed).toBeGreaterThanOrEqual(loose.missed);
          expect(loose.hits / 2 + loose.missed).toBe(loose.known);
        },
      ),
    );
  });

  it("counts the hours of the hits that a day's new subjects bring", () => {
    const counts = Array.from({ length: 70 }, (_, at) => (at === 69 ? 50 : 0));
    expect(outlookAt(tuningOf(counts), 0.99, 6)).toMatchObject({
      hits: 100,
      subjects: 50,
      hitsPerDay: 10,
      hoursPerDay: 1,
    });
  });

  it("reads the published curve on the safe side, and not beyond its ends", () => {
    const [loose, strict] = points.slice(1, 3).toSorted((one, other) => one.threshold - other.threshold);
    const between = ((loose?.threshold ?? 0) + (strict?.threshold ?? 0)) / 2;
    expect(measuredAt(points, between)).toMatchObject({
      persons: strict?.persons,
      organizations: strict?.organizations,
      perThousandMax: loose?.perThousand,
    });
    expect(measuredAt(points, 1)).toBeNull();
  });
});
