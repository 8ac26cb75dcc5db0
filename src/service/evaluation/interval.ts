import { Random } from "./random.ts";

/** Bounds of a 95 % confidence interval. */
export type Interval = { readonly low: number; readonly high: number };

const Z = 1.959964;

/** Wilson's interval of a share: sound for small counts and shares near 0 and 1. */
export function wilson(hits: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const share = hits / n;
  const scale = 1 + (Z * Z) / n;
  const middle = share + (Z * Z) / (2 * n);
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** Resamples drawn for an interval. */
const RESAMPLES = 500;
const SEED = 20_261_123;

/** A statistic over seeded resamples, `RESAMPLES` of it. */
export function resamples(statistic: (random: Random, at: number) => number): Float64Array {
  const random = new Random(SEED);
  return Float64Array.from({ length: RESAMPLES }, (_, at) => statistic(random, at));
}

/** The interval between the 2.5th and the 97.5th percentile of a statistic over seeded resamples. */
export function bootstrap(statistic: (random: Random, at: number) => number): Interval {
  const values = resamples(statistic).sort();
  return {
    low: values[Math.floor(0.025 * (RESAMPLES - 1))] ?? 0,
    high: values[Math.ceil(0.975 * (RESAMPLES - 1))] ?? 0,
  };
}
