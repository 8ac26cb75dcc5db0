import { describe, expect, it } from "vitest";
import { isLawOn, POLICIES, readRules, ruleOn } from "./policy.ts";

describe("the laws on ownership", () => {
  it("have exactly one wording each for every day", () => {
    const days = [
      "1990-01-01",
      "2008-02-14",
      "2014-08-12",
      "2014-08-13",
      "2024-07-02",
      "2024-07-03",
      "2099-12-31",
    ];
    for (const policy of POLICIES) for (const day of days) expect(ruleOn(policy, day).policy).toBe(policy);
  });

  it.each([
    ["ofac", "2008-02-13", false],
    ["ofac", "2014-08-13", true],
    ["uk", "2020-12-30", false],
    ["uk", "2020-12-31", true],
    ["bis", "2025-09-28", false],
    ["bis", "2025-09-29", true],
    ["bis", "2025-11-10", false],
    ["bis", "2026-11-10", true],
  ] as const)("%s on %s: law is %s", (policy, day, law) => {
    expect(isLawOn(ruleOn(policy, day), day)).toBe(law);
  });

  it("are refused where a row does not fit", () => {
    expect(() => readRules({ note: "", policies: [{ id: "x" }] }, "own.json")).toThrow(
      "own.json: policies.0.policy",
    );
  });
});
