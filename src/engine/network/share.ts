/** An exact share of a whole: `numerator / denominator`, as integers. */
export type Share = { readonly numerator: bigint; readonly denominator: bigint };

/** `33.3` percent as 333/1000. The text is digits with at most one dot. */
export function shareOfPercent(percent: string): Share {
  const [whole = "0", fraction = ""] = percent.split(".");
  return { numerator: BigInt(whole + fraction), denominator: 100n * 10n ** BigInt(fraction.length) };
}

export function addShares(a: Share, b: Share): Share {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** True where the share is 50 % or more, exactly. */
export function atLeastHalf({ numerator, denominator }: Share): boolean {
  return numerator * 2n >= denominator;
}

/** As percent, cut (never rounded up) after six digits. */
export function sayShare({ numerator, denominator }: Share): string {
  const micro = (numerator * 100_000_000n) / denominator;
  const fraction = (micro % 1_000_000n).toString().padStart(6, "0").replace(/0+$/, "");
  return `${micro / 1_000_000n}${fraction === "" ? "" : `.${fraction}`} %`;
}
