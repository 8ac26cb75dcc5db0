import { describe, expect, it } from "vitest";
import { calibrate } from "../../src/engine/match/model.ts";
import { type Case, fitCalibration } from "./calibration.ts";

/** So many cases at one place, of which a share is right. */
function casesAt(logOdds: number, count: number, share: number): readonly Case[] {
  return Array.from({ length: count }, (_, at) => ({ logOdds, right: at < share * count, weight: 1 }));
}

const scoreAt = (cases: readonly Case[], logOdds: number): number =>
  1 / (1 + Math.exp(-calibrate(fitCalibration(cases, 0.5), logOdds)));

describe("calibration", () => {
  it("gives the share that is right", () => {
    const share = (place: number): number => 1 / (1 + Math.exp(-1.5 * place));
    const cases = Array.from({ length: 81 }, (_, at) => casesAt(at / 10 - 4, 100, share(at / 10 - 4))).flat();
    for (const place of [-2, -0.5, 0, 1, 2])
      expect(scoreAt(cases, place), String(place)).toBeCloseTo(share(place), 1);
  });

  it("takes a place where no case stands for no better than those below it", () => {
    const gap = [...casesAt(-9.4, 40, 0), ...casesAt(-4, 4_000, 0.01), ...casesAt(3, 4_000, 0.99)];
    for (const place of [-9, -8, -6, -3]) expect(scoreAt(gap, place), String(place)).toBeLessThan(0.05);
  });
});
