import { type CapacityPoint, type CurveName, capacityPoint } from "../engine/match/review-capacity.ts";
import type { ScreenPolicy } from "../engine/match/subject.ts";
import type { Given } from "./command.ts";
import { capacityOf } from "./subject-flags.ts";

/** A policy with what its threshold follows from, where that is a review capacity. */
export type PolicyWithCapacity = { readonly policy: ScreenPolicy; readonly capacity: CapacityPoint | null };

/** The policy with the threshold that --capacity implies, if it is given; `curve` says what is known of those screened. */
export function withCapacity(policy: ScreenPolicy, given: Given, curve: CurveName): PolicyWithCapacity {
  const asked = capacityOf(given);
  if (asked === null) return { policy, capacity: null };
  const capacity = capacityPoint(asked.capacity, asked.per, curve);
  return { policy: { ...policy, name: "review-capacity", threshold: capacity.threshold }, capacity };
}

function perThousand(value: number): string {
  return `${Number(value.toPrecision(2))} in 1,000`;
}

/** What a capacity means, in sentences: the threshold, and what is missed there. */
export function capacityWords(capacity: CapacityPoint): string {
  const { asked, curve, beyondMeasure, threshold, persons, organizations } = capacity;
  const known = curve === "with-facts" ? "birth date and nationality known" : "by the name alone";
  const beyond = beyondMeasure
    ? ` So few can't be measured: the threshold is that for ${perThousand(capacity.perThousand)}, the least that was.`
    : "";
  const missed = (found: number): string => `${(100 - found).toFixed(1)} %`;
  return `A capacity of ${perThousand(asked)} customers means a threshold of ${threshold.toFixed(4)} (${known}).${beyond} Missed there, of listed names written otherwise: ${missed(persons)} of persons, ${missed(organizations)} of organizations. Measured on synthetic customers: "sluice eval" measures it on your own.`;
}
