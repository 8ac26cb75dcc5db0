import { describe, expect, it } from "vitest";
import { predict, trainBoostedTrees } from "./boosted-trees.ts";

/** A fixed stream of numbers in [0, 1), so that the test is the same on every run. */
function* stream() {
  let state = 7;
  while (true) {
    state = (state * 16807) % 2147483647;
    yield state / 2147483647;
  }
}

function sample(rows: number) {
  const numbers = stream();
  const next = () => numbers.next().value as number;
  const values = new Float32Array(rows * 3);
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const [a, b, noise] = [next(), next(), next()];
    values.set([a, b, noise], row * 3);
    labels[row] = a > 0.5 !== b > 0.5 ? 1 : 0;
  }
  return { values, labels, weights: new Float32Array(rows).fill(1), features: 3 };
}

const options = {
  trees: 60,
  leavesMax: 8,
  learningRate: 0.3,
  leafHessianMin: 1,
  ridge: 1,
  monotone: [0, 0, 0],
};

describe("boosted trees", () => {
  it("learn an exclusive or, which no sum of single features can", () => {
    const set = sample(2000);
    const model = trainBoostedTrees(set, options);
    let right = 0;
    for (let row = 0; row < 2000; row++)
      right += Number(predict(model, set.values, row * 3) > 0 === (set.labels[row] === 1));
    expect(right / 2000).toBeGreaterThan(0.98);
  });

  it("never lower the score as a feature marked +1 rises", () => {
    const set = sample(2000);
    const model = trainBoostedTrees(set, { ...options, monotone: [1, 0, 0] });
    for (const b of [0.1, 0.4, 0.6, 0.9]) {
      let last = Number.NEGATIVE_INFINITY;
      for (let a = 0; a <= 1; a += 0.02) {
        const score = predict(model, Float32Array.of(a, b, 0.5));
        expect(score).toBeGreaterThanOrEqual(last - 1e-6);
        last = score;
      }
    }
  });

  it("give the same model twice", () => {
    expect(trainBoostedTrees(sample(500), options)).toEqual(trainBoostedTrees(sample(500), options));
  });
});
