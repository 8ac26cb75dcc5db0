/** A case to fit to: where it stands, whether it was right, and how much it counts (1 where absent). */
export type LineCase = { readonly at: number; readonly right: boolean; readonly weight?: number };

const ROUNDS = 50;
/** Keeps the fit from certainty where few cases are all right. */
const RIDGE = 0.5;

/** Log-odds of being right as a straight line of where a case stands (logistic regression by Newton's steps). */
export function fitLine(cases: readonly LineCase[]): { readonly slope: number; readonly base: number } {
  let [slope, base] = [1, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    let [gradientSlope, gradientBase] = [RIDGE * (1 - slope), 0];
    let [curveSlope, curveBoth, curveBase] = [RIDGE, 0, 1e-6];
    for (const { at, right, weight = 1 } of cases) {
      const share = 1 / (1 + Math.exp(-(base + slope * at)));
      const miss = weight * ((right ? 1 : 0) - share);
      const curve = weight * share * (1 - share);
      gradientSlope += miss * at;
      gradientBase += miss;
      curveSlope += curve * at * at;
      curveBoth += curve * at;
      curveBase += curve;
    }
    const determinant = curveSlope * curveBase - curveBoth * curveBoth;
    slope += (gradientSlope * curveBase - gradientBase * curveBoth) / determinant;
    base += (gradientBase * curveSlope - gradientSlope * curveBoth) / determinant;
  }
  return { slope, base };
}
