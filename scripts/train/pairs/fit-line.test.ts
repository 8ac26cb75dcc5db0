import { describe, expect, it } from "vitest";
import { fitLine } from "./fit-line.ts";

describe("a line through log-odds and truth", () => {
  it("finds the line that cases were drawn from", () => {
    const cases = Array.from({ length: 4_000 }, (_, at) => {
      const place = (at % 80) / 10 - 4;
      const share = 1 / (1 + Math.exp(-(0.5 + 1.4 * place)));
      // As many of each place are right as the line says.
      return { at: place, right: Math.floor(at / 80) / 50 < share };
    });
    const { slope, base } = fitLine(cases);
    expect(slope).toBeCloseTo(1.4, 0);
    expect(base).toBeCloseTo(0.5, 0);
  });

  it("takes a case of twice the weight for two", () => {
    const cases = [-2, -1, 0, 1, 2, 3].map((at) => ({ at, right: at > 0 || at === -1 }));
    const weighed = cases.map((one) => ({ ...one, weight: one.right ? 2 : 1 }));
    const doubled = cases.flatMap((one) => (one.right ? [one, one] : [one]));
    expect(fitLine(weighed).slope).toBeCloseTo(fitLine(doubled).slope, 6);
    expect(fitLine(weighed).base).toBeCloseTo(fitLine(doubled).base, 6);
  });

  it("stays sane where all cases of a few are right", () => {
    const { slope, base } = fitLine([1, 2, 3].map((at) => ({ at, right: true })));
    expect(Number.isFinite(slope) && Number.isFinite(base)).toBe(true);
  });
});
