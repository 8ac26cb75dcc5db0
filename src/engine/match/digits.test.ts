import fc from "fast-check";
import { expect, it } from "vitest";
import { rounded, SCORE_UNITS, WEIGHT_UNITS } from "./digits.ts";

it("rounds every number as toFixed does, but for a zero's sign", () => {
  const middles = fc.integer({ min: -2_000_000, max: 2_000_000 }).map((units) => (units + 0.5) / SCORE_UNITS);
  const numbers = fc.oneof(
    fc.double({ min: -60, max: 60, noNaN: true }),
    middles,
    fc.double({ noNaN: true }),
  );
  fc.assert(
    fc.property(numbers, (value) => {
      expect(rounded(value, SCORE_UNITS)).toBe(Number(value.toFixed(6)) + 0);
      expect(rounded(value, WEIGHT_UNITS)).toBe(Number(value.toFixed(4)) + 0);
    }),
    { numRuns: 2_000 },
  );
});
