import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledMeasures } from "./bundled-measures.ts";
import { capPeriodOn, capState } from "./cap.ts";
import type { Cap } from "./measure.ts";

const capOf = (id: string): Cap => {
  const cap = bundledMeasures().all.find((measure) => measure.id === id)?.cap;
  if (cap === undefined) throw new Error(`${id} has no cap`);
  return cap;
};
const REFINED = capOf("un-2397-5-refined");
const CRUDE = capOf("un-2397-4-crude");
const barrels = (amount: string, scale = 0) => ({ amount, scale, unit: "barrel" });

describe("the yearly caps on petroleum", () => {
  it.each([
    ["374999", null],
    ["375000", 75],
    ["449999", 75],
    ["450000", 90],
    ["475000", 95],
    ["500000", 95],
  ])("with %s barrels of refined petroleum the notice due is %s", (used, notice) => {
    expect(capState(REFINED, barrels(used), barrels("0"))?.notice).toBe(notice);
  });

  it("is not exceeded by exactly its amount, and is by the smallest part of a barrel more", () => {
    expect(capState(REFINED, barrels("499999"), barrels("1"))?.over).toBe(false);
    expect(capState(REFINED, barrels("499999"), barrels("1000000000001", 12))?.over).toBe(true);
  });

  it("counts crude oil in barrels or in tons, and nothing across the two", () => {
    const tons = (amount: string) => ({ amount, scale: 0, unit: "ton" });
    expect(capState(CRUDE, tons("525000"), tons("1"))?.over).toBe(true);
    expect(capState(CRUDE, tons("1"), barrels("1"))).toBeNull();
    expect(
      capState(CRUDE, { amount: "1", scale: 0, unit: "litre" }, { amount: "1", scale: 0, unit: "litre" }),
    ).toBeNull();
  });

  it("never falls when more is supplied", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(0n, 10n ** 9n), (used, added) => {
        const before = capState(REFINED, barrels(String(used)), barrels("0"));
        const after = capState(REFINED, barrels(String(used)), barrels(String(added)));
        return (
          (after?.percent ?? -1) >= (before?.percent ?? 0) && (after?.over === true || before?.over !== true)
        );
      }),
    );
  });
});

describe("the period of a cap", () => {
  it("is the calendar year for refined petroleum", () => {
    expect(capPeriodOn(REFINED, "2018-01-01", "2020-12-31")).toEqual({
      from: "2020-01-01",
      until: "2021-01-01",
    });
  });

  it("is twelve months from 22 December for crude oil", () => {
    expect(capPeriodOn(CRUDE, "2017-12-22", "2018-12-21")).toEqual({
      from: "2017-12-22",
      until: "2018-12-22",
    });
    expect(capPeriodOn(CRUDE, "2017-12-22", "2018-12-22")).toEqual({
      from: "2018-12-22",
      until: "2019-12-22",
    });
  });

  it("begins on 28 February where the measure began on a leap day", () => {
    expect(capPeriodOn(CRUDE, "2020-02-29", "2021-02-28")).toEqual({
      from: "2021-02-28",
      until: "2022-02-28",
    });
    expect(capPeriodOn(CRUDE, "2020-02-29", "2024-02-28")).toEqual({
      from: "2023-02-28",
      until: "2024-02-29",
    });
  });
});
