import { describe, expect, it } from "vitest";
import { indexOf } from "../../../bench/eval/built-index.ts";
import { Fault } from "../../fault.ts";
import { DEFAULT_POLICY, type PolicyInput, parsePolicy, policyFor } from "./policy.ts";
import { capacityPoint } from "./review-capacity.ts";
import type { Subject } from "./subject.ts";

const index = indexOf(
  [
    {
      schema: "Person",
      names: [{ text: "Tegavan Burrosel Amadio", kind: "name" as const }],
      identifiers: [],
      birthDates: ["1970-02-05"],
      countries: ["iq"],
      genders: [],
    },
  ],
  () => ({ id: "listed", schema: "Person", properties: { name: ["Tegavan Burrosel Amadio"] } }),
);

const person = (name: string, facts: Subject["properties"] = {}): Subject => ({
  schema: "Person",
  properties: { name: [name], ...facts },
});

function faultOf(input: unknown): string {
  try {
    parsePolicy(input as PolicyInput);
  } catch (error) {
    if (error instanceof Fault && error.code === "input-invalid") return error.message;
    throw error;
  }
  return "";
}

describe("a screening policy", () => {
  it("takes what is not stated from the default one, and the threshold from the algorithm named", () => {
    expect(parsePolicy({})).toEqual({ ...DEFAULT_POLICY, name: "policy" });
    expect(parsePolicy({ algorithm: "ofac-249" }).threshold).toBe(1);
  });

  it.each([
    [{ threshold: 1.2 }, "threshold"],
    [{ threshold: "0.5" }, "threshold"],
    [{ limit: 0.5 }, "limit"],
    [{ lists: [] }, "lists"],
    [{ require: ["birthday"] }, "require"],
    [{ weights: { birthDate: -1 } }, "weights.birthDate"],
    [{ weights: { nationality: 1 } }, "weights.nationality"],
    [{ capacity: { reviews: 50, of: 40 } }, "capacity.reviews"],
    [{ capacity: { reviews: 1, of: 9 }, weights: { country: 2 } }, "capacity"],
    [{ treshold: 0.5 }, "treshold"],
    [{ algorithm: "other" }, "algorithm"],
  ])("refuses %j and names the member", (input, where) => {
    expect(faultOf(input)).toContain(where);
  });

  it("with a review capacity has the threshold of the measured curve, by what is known of the subject", () => {
    const policy = parsePolicy({ capacity: { reviews: 5, of: 1_000 } });
    const alone = policyFor(policy, person("Ivan Petrov")).threshold;
    const dated = policyFor(policy, person("Ivan Petrov", { birthDate: ["1970"] })).threshold;
    expect(alone).toBe(capacityPoint(5, 1_000, "name-alone").threshold);
    expect(dated).toBe(capacityPoint(5, 1_000, "with-facts").threshold);
    expect(dated).toBeLessThan(alone);
  });

  it("counts no evidence whose weight is 0, and counts double what has the weight 2", () => {
    const subject = person("Tegavan Burrosel Amadio", { birthDate: ["1901-01-01"] });
    const weightOf = (times: number): number => {
      const [match] = index.match(subject, parsePolicy({ threshold: 0, weights: { birthDate: times } }));
      return match?.features.find(({ feature }) => feature === "birth-date-disjoint")?.weight ?? Number.NaN;
    };
    const measured = weightOf(1);
    expect(measured).toBeLessThan(-1);
    expect(weightOf(0)).toBeCloseTo(0, 6);
    expect(weightOf(2)).toBeCloseTo(2 * measured, 2);
  });

  it("leaves nothing of its weights to the next question", () => {
    const subject = person("Tegavan Burrosel Amadio", { birthDate: ["1901-01-01"] });
    const scoreOf = (): number | undefined => index.match(subject, DEFAULT_POLICY)[0]?.score;
    const before = scoreOf();
    index.match(subject, parsePolicy({ weights: { birthDate: 0 } }));
    expect(scoreOf()).toBe(before);
  });
});
