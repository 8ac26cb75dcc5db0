import { describe, expect, it } from "vitest";
import { budgetOf, recallAt, shareOf } from "./curve.ts";
import { wilson } from "./interval.ts";

const negatives = Array.from({ length: 10_000 }, (_, at) => at / 10_000);

describe("recall at a budget", () => {
  it("lets as many negatives pass as the budget allows, and not one more", () => {
    const { threshold } = budgetOf(negatives, 1);
    expect(negatives.filter((score) => score > threshold)).toHaveLength(10);
  });

  it("counts a positive that ties with the first negative too many as lost", () => {
    const budget = budgetOf([0.9, 0.9, 0.9, ...Array<number>(997).fill(0)], 1);
    expect(recallAt([0.9, 0.91], budget).value).toBe(0.5);
  });

  it("doubts the threshold as well as the positives", () => {
    const spread = Array.from({ length: 2_000 }, (_, at) => 0.99 + at / 200_000);
    const share = recallAt(spread, budgetOf(negatives, 1));
    const alone = wilson(share.value * share.n, share.n);
    expect(share.low).toBeLessThan(alone.low);
    expect(share.high).toBeGreaterThan(alone.high);
  });

  it("gives the same interval twice", () => {
    const make = () => recallAt([0.5, 0.9995, 0.9999], budgetOf(negatives, 1));
    expect(make()).toEqual(make());
  });

  it("gives the bounds that Wilson's formula is known for", () => {
    expect(wilson(0, 10).high).toBeCloseTo(0.2775, 4);
    expect(wilson(95, 100)).toMatchObject({
      low: expect.closeTo(0.8882, 4),
      high: expect.closeTo(0.9785, 4),
    });
    expect(shareOf([1, 2, 3, 4], (one) => one > 2).value).toBe(0.5);
  });
});
