/** An exact share of a whole: `numerator / denominator`, as integers; the denominator is positive. */
export type Share = { readonly numerator: bigint; readonly denominator: bigint };

/** Nothing, and the whole. */
export const NONE: Share = { numerator: 0n, denominator: 1n };
export const WHOLE: Share = { numerator: 1n, denominator: 1n };

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The same share in its lowest terms, so that equal shares are written alike. */
export function reduced({ numerator, denominator }: Share): Share {
  const common = divisor(numerator < 0n ? -numerator : numerator, denominator);
  return common <= 1n
    ? { numerator, denominator }
    : { numerator: numerator / common, denominator: denominator / common };
}

/** `33.3` percent as 333/1000. The text is digits with at most one dot. */
export function shareOfPercent(percent: string): Share {
  const [whole = "0", fraction = ""] = percent.split(".");
  return reduced({ numerator: BigInt(whole + fraction), denominator: 100n * 10n ** BigInt(fraction.length) });
}

/** The sum of two shares, exactly. */
export function addShares(a: Share, b: Share): Share {
  return reduced({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  });
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareShares(a: Share, b: Share): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** As percent, cut (never rounded up) after six digits. */
export function sayShare({ numerator, denominator }: Share): string {
  const micro = (numerator * 100_000_000n) / denominator;
  const fraction = (micro % 1_000_000n).toString().padStart(6, "0").replace(/0+$/, "");
  return `${micro / 1_000_000n}${fraction === "" ? "" : `.${fraction}`} %`;
}

/** As percent without loss: `33.3` where decimals end, else a fraction of percents, `100/3`. */
export function writePercent(share: Share): string {
  const { numerator, denominator } = reduced({
    numerator: share.numerator * 100n,
    denominator: share.denominator,
  });
  let [power, digits] = [1n, 0];
  while (power % denominator !== 0n && digits < 40) [power, digits] = [power * 10n, digits + 1];
  if (power % denominator !== 0n) return `${numerator}/${denominator}`;
  const text = ((numerator * power) / denominator).toString().padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
