import { describe, expect, it } from "vitest";
import { Fault } from "../../fault.ts";
import { bundledMeasures } from "./bundled-measures.ts";
import { compareHs, readHsCode, sayHs } from "./hs-code.ts";
import { inForceOn, type Measure, readMeasures } from "./measure.ts";

describe("HS codes", () => {
  it.each([
    ["85", "85"],
    ["8528.52", "852852"],
    ["8528 52 10", "85285210"],
    ["0101.21.0010", "0101210010"],
  ])("%s has the digits %s", (raw, digits) => {
    expect(readHsCode(raw)).toEqual({ kind: "code", digits });
  });

  it.each(["", "8", "852", "85285", "7701.10", "98", "00", "85x8", "８５２８", "85285210000"])(
    "“%s” is none",
    (raw) => {
      expect(readHsCode(raw).kind).toBe("invalid");
    },
  );

  it("lie within a scope, are wider than it, or outside", () => {
    expect([compareHs("852852", "85"), compareHs("85", "8528"), compareHs("84", "85")]).toEqual([
      "within",
      "wider",
      "outside",
    ]);
    expect([sayHs("85"), sayHs("852852")]).toEqual(["85", "8528.52"]);
  });
});

describe("measures", () => {
  const { all, hash } = bundledMeasures();
  const [first] = all as [Measure];
  const read = (value: unknown) => readMeasures([{ file: "m.json", value: { note: "", measures: value } }]);

  it("that ship are valid, in the order of their ids, and named by content", () => {
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted());
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(read([...all].reverse()).hash).toBe(hash);
    expect(read(all.slice(1)).hash).not.toBe(hash);
  });

  it("say what a person must judge wherever they leave something to judge", () => {
    for (const { id, effect, question, scope } of all) {
      const asks = effect !== "prohibits" || (scope.kind === "goods" && scope.except !== undefined);
      expect([id, !asks || question !== undefined]).toEqual([id, true]);
    }
  });

  it("name authorities, and end after they begin", () => {
    for (const { authorities, from, until } of all) {
      expect(authorities.length).toBeGreaterThan(0);
      if (until !== null) expect(until > from).toBe(true);
    }
  });

  it("hold from their first day to the day before they end", () => {
    const measure = { ...first, from: "2017-12-22", until: "2019-01-01" };
    expect(
      ["2017-12-21", "2017-12-22", "2018-12-31", "2019-01-01"].map((day) => inForceOn(measure, day)),
    ).toEqual([false, true, true, false]);
  });

  it.each([
    ["a wrong code", { ...first, scope: { kind: "goods", hs: ["850"] } }],
    ["a day that is none", { ...first, from: "2017-02-30" }],
    ["a member nobody knows", { ...first, colour: "red" }],
    ["nothing", null],
  ])("%s is refused with its place", (_, measure) => {
    expect(() => read([measure])).toThrow(Fault);
    expect(() => read([measure])).toThrow(/m\.json: measures\.0/);
  });

  it("of one id are refused", () => {
    expect(() => read([first, first])).toThrow(/used twice/);
  });
});
