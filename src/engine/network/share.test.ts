import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addShares, compareShares, sayShare, shareOfPercent, writePercent } from "./share.ts";

const HALF = shareOfPercent("50");

describe("shares", () => {
  it("are exact where floating point is not", () => {
    const sixth = shareOfPercent("16.666666666666");
    const sum = addShares(addShares(sixth, sixth), sixth);
    expect(compareShares(sum, HALF)).toBeLessThan(0);
    expect(compareShares(addShares(sum, shareOfPercent("0.000000000002")), HALF)).toBe(0);
    expect(sayShare(sum)).toBe("49.999999 %");
    expect(writePercent(sum)).toBe("49.999999999998");
  });

  it.each([
    [1n, 2n, "50"],
    [1n, 3n, "100/3"],
    [1n, 8n, "12.5"],
    [1n, 10_000n, "0.01"],
    [0n, 7n, "0"],
  ])("%i of %i is written as percent without loss: %s", (numerator, denominator, text) => {
    expect(writePercent({ numerator, denominator })).toBe(text);
  });

  it("written as percent and read again, are the same", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (numerator) => {
        const share = { numerator, denominator: 10n ** 14n };
        expect(compareShares(shareOfPercent(writePercent(share)), share)).toBe(0);
      }),
    );
  });
});
