/** Round steps for an axis from zero to at least the largest value: 0, 5, 10, 15. */
export function ticksUpTo(largest: number, about = 4): readonly number[] {
  if (largest <= 0) return [0, 1];
  const rough = largest / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? power * 10;
  const whole = Math.max(1, Number.isInteger(largest) ? Math.ceil(step) : step);
  const count = Math.ceil(largest / whole);
  return Array.from({ length: count + 1 }, (_, at) => at * whole);
}
