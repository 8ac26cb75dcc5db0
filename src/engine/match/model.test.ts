import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INPUT_COUNT, INPUTS } from "./inputs.ts";
import {
  calibrate,
  explainForest,
  HEBREW_MODEL,
  type Model,
  ORGANIZATION_MODEL,
  PERSON_MODEL,
  walkForest,
  weighForest,
} from "./model.ts";

const MODELS: readonly (readonly [string, Model])[] = [
  ["persons", PERSON_MODEL],
  ["persons in Hebrew", HEBREW_MODEL],
  ["organizations", ORGANIZATION_MODEL],
];

const inputs = fc.float32Array({
  minLength: INPUT_COUNT,
  maxLength: INPUT_COUNT,
  min: 0,
  max: 12,
  noNaN: true,
});

describe.each(MODELS)("the model for %s", (_name, model) => {
  it("never lowers the score for more agreement, nor raises it for more disagreement", () => {
    fc.assert(
      fc.property(
        inputs,
        fc.nat(INPUT_COUNT - 1),
        fc.float({ min: 0, max: 12, noNaN: true }),
        (values, at, value) => {
          const direction = INPUTS[at]?.[1] ?? 0;
          fc.pre(direction !== 0);
          const more = values.slice();
          more[at] = Math.max(value, values[at] as number);
          const change = weighForest(model.forest, more) - weighForest(model.forest, values);
          // Leaves are rounded to thousandths: no more than half of one for each tree.
          expect(change * direction).toBeGreaterThanOrEqual(-0.0005 * 2 * model.forest.root.length);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("gives by scanning the sum that walking its trees gives, bit for bit", () => {
    fc.assert(
      fc.property(inputs, (values) => {
        expect(weighForest(model.forest, values)).toBe(walkForest(model.forest, values));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is what its explanation adds up to", () => {
    const shares = new Float64Array(INPUT_COUNT);
    fc.assert(
      fc.property(inputs, (values) => {
        const start = explainForest(model.forest, values, shares);
        expect(shares.reduce((sum, share) => sum + share, start)).toBeCloseTo(
          weighForest(model.forest, values),
          3,
        );
      }),
    );
  });

  it("keeps the order of scores when it calibrates them", () => {
    const odds = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(odds, odds, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const { calibration } = model;
        expect(calibrate(calibration, high)).toBeGreaterThanOrEqual(calibrate(calibration, low));
      }),
    );
  });
});
