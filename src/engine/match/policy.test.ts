import { beforeAll, describe, expect, it } from "vitest";
import { Fault } from "../../fault.ts";
import { openBundledSnapshot } from "../../service/lists/store.ts";
import { screen } from "../../sluice.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { DEFAULT_POLICY, type PolicyInput, parsePolicy, policyFor } from "./policy.ts";
import { capacityPoint } from "./review-capacity.ts";
import type { Subject } from "./subject.ts";

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await openBundledSnapshot();
}, 300_000);

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
    const listed = snapshot.entity(
      Array.from({ length: snapshot.targets }, (_, at) => at).find((at) => {
        const { schema, properties } = snapshot.entity(at);
        return (
          schema === "Person" && properties.birthDate?.length === 1 && properties.nationality !== undefined
        );
      }) ?? 0,
    );
    const subject = person(listed.properties.name?.[0] ?? "", { birthDate: ["1801-01-01"] });
    const weightOf = (times: number): number => {
      const { matches } = screen(snapshot, subject, { threshold: 0, weights: { birthDate: times } });
      const own = matches.find(({ id }) => id === listed.id);
      return own?.features.find(({ feature }) => feature === "birth-date-disjoint")?.weight ?? Number.NaN;
    };
    const measured = weightOf(1);
    expect(measured).toBeLessThan(-1);
    expect(weightOf(0)).toBe(0);
    expect(weightOf(2)).toBeCloseTo(2 * measured, 3);
  });

  it("with the weights as measured answers as without any", () => {
    const subject = person("Mohammed Ahmed Ali", { birthDate: ["1970-01-01"], nationality: ["iq"] });
    const plain = screen(snapshot, subject, {}).matches.filter(({ hit }) => hit);
    const weighed = screen(snapshot, subject, { weights: { country: 1 } }).matches.filter(({ hit }) => hit);
    expect(weighed.map(({ id, score }) => [id, score])).toEqual(plain.map(({ id, score }) => [id, score]));
  });
});
