import { describe, expect, it } from "vitest";
import { openSmallLists } from "../../cli/fixtures/try-command.ts";
import { capacityPoint } from "../../engine/match/review-capacity.ts";
import { curveOf, operatingPoint, pointAtBudget, type ScreeningScores } from "./evaluate-screening.ts";
import { expectedFinder } from "./expected.ts";
import { capacityPointOf, screeningReport } from "./screening-report.ts";
import { truthOf } from "./table-file.ts";

const positive = (row: number, score: number) => ({
  row,
  name: `name ${row}`,
  expected: "x",
  score,
  rank: score > 0 ? 1 : null,
});
const SCORES: ScreeningScores = {
  positives: [positive(1, 0.99), positive(2, 0.9), positive(3, 0.55), positive(4, 0)],
  negatives: Array.from({ length: 1_000 }, (_, at) => at / 1_000),
  leftOut: [],
};

describe("an evaluation on one's own files", () => {
  it("lets as many negatives pass as are allowed, and not one more", () => {
    for (const perThousand of [1, 5, 10, 100]) {
      const point = pointAtBudget(SCORES, perThousand);
      expect(point?.hitsPerThousand.value).toBe(perThousand);
    }
  });

  it("says nothing of a share that the negatives are too few for", () => {
    expect(pointAtBudget(SCORES, 0.5)).toBeNull();
    expect(capacityPointOf(SCORES, { capacity: 1, per: 5_000 })).toMatchObject({
      point: null,
      negativesNeeded: 5_000,
    });
    expect(curveOf(SCORES)[0]?.perThousand).toBe(1);
  });

  it("names those who are missed, the nearest to the threshold first", () => {
    const report = screeningReport(SCORES, 0.7);
    expect(report.missed.map(({ row }) => row)).toEqual([3, 4]);
    expect(report.first.value).toBe(0.75);
    expect(operatingPoint(SCORES, 0.7).recall.value).toBe(0.5);
    const { point, missed } = capacityPointOf(SCORES, { capacity: 50, per: 1_000 });
    expect(point?.threshold).toBeGreaterThan(0.949);
    expect(missed.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  it("never finds fewer where more hits are allowed", () => {
    const found = curveOf(SCORES).map(({ recall }) => recall.value);
    expect(found).toEqual([...found].sort((one, other) => one - other));
  });
});

describe("whom a row should find", () => {
  it("is told by id, by the publisher's reference, or by a listed name in any order", async () => {
    const { snapshot } = await openSmallLists();
    const find = expectedFinder(snapshot);
    for (const text of ["us-ofac-24979", "24979", "Song Hwa JONG", "jong, song-hwa"])
      expect([text, [...find(text)]]).toEqual([text, ["us-ofac-24979"]]);
    expect(find("us-ofac-1").size).toBe(0);
    expect(find("").size).toBe(0);
  });
});

describe("a review capacity", () => {
  it("means a lower threshold and fewer missed the more can be reviewed", () => {
    for (const curve of ["with-facts", "name-alone"] as const) {
      const points = [1, 5, 20, 100].map((capacity) => capacityPoint(capacity, 1_000, curve));
      for (const [at, point] of points.slice(1).entries()) {
        expect(point.threshold).toBeLessThanOrEqual(points[at]?.threshold ?? 0);
        expect(point.persons).toBeGreaterThanOrEqual(points[at]?.persons ?? 100);
      }
    }
  });

  it("takes the measured point with no more hits than asked for, and says where none was measured", () => {
    expect(capacityPoint(40, 5_000, "name-alone")).toMatchObject({
      perThousand: 8,
      asked: 8,
      beyondMeasure: false,
    });
    expect(capacityPoint(1, 1_000_000, "name-alone").beyondMeasure).toBe(true);
    expect(() => capacityPoint(0, 10, "name-alone")).toThrow(/capacity/);
    expect(() => capacityPoint(20, 10, "name-alone")).toThrow(/capacity/);
  });
});

describe("labels", () => {
  it.each([
    ["true", true],
    ["YES", true],
    ["0", false],
    ["일치", true],
    ["불일치", false],
    ["maybe", null],
    ["", null],
  ])("%s is %s", (text, truth) => {
    expect(truthOf(text)).toBe(truth);
  });
});
