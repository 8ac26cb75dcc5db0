import { z } from "zod";
import { CALENDARS } from "../../../engine/business-day.ts";
import { type CheckPolicy, DEFAULT_CHECK_POLICY } from "../../../engine/check/world.ts";
import { DEFAULT_POLICY, policyFor } from "../../../engine/match/policy.ts";
import { WEIGHT_TIMES_MAX, type WeighedEvidence } from "../../../engine/match/policy-weights.ts";
import type { ScreenPolicy, Subject } from "../../../engine/match/subject.ts";

const times = z.number().min(0).max(WEIGHT_TIMES_MAX).exactOptional();

/** How much kinds of evidence count for beside what was measured: 0 leaves one out, 1 is as measured. */
export const weightsSchema = z
  .strictObject({ birthDate: times, country: times, gender: times, weakAlias: times } satisfies Record<
    WeighedEvidence,
    typeof times
  >)
  .readonly()
  .meta({ id: "EvidenceWeights" });

/** Most customers that a capacity is stated for: a year of a large bank. */
const CAPACITY_OF_MAX = 1_000_000_000;

/** So many hits can be reviewed of so many screened: the measured curve gives the threshold, whatever `threshold` says. */
export const capacitySchema = z
  .strictObject({
    reviews: z.number().positive().max(CAPACITY_OF_MAX),
    of: z.number().min(1).max(CAPACITY_OF_MAX),
  })
  .readonly()
  .refine(({ reviews, of }) => reviews <= of, "reviews more than are screened")
  .meta({ id: "ReviewCapacity" });

/** What an organisation has decided about its own screening and review. Every record names the version that it was made under. */
export const policySchema = z
  .strictObject({
    screen: z
      .strictObject({
        /** A match at or over this score is a hit. Below 0.3 nearly every name would be one. */
        threshold: z.number().min(0.3).max(1),
        /** Hits of one subject that are kept; whoever has more is screened again with every edition. */
        limit: z.int().min(1).max(200),
        /** Only these lists; all where null. */
        lists: z.array(z.string().min(1).max(80)).min(1).max(200).readonly().nullable(),
        /** As measured where absent: with weights of one's own a score is not calibrated. */
        weights: weightsSchema.exactOptional(),
        capacity: capacitySchema.exactOptional(),
      })
      .refine(
        ({ weights, capacity }) => weights === undefined || capacity === undefined,
        "has weights and a capacity: the curve was measured for the weights as they are",
      )
      .readonly(),
    certainScoreMin: z.number().min(0.5).max(1),
    editionAgeDaysMax: z.int().min(1).max(3_650),
    /** Outcomes that a second person must confirm. */
    fourEyes: z.strictObject({ "true-match": z.boolean(), "false-positive": z.boolean() }).readonly(),
    /** How long a decision can be taken back. */
    undoMinutes: z.int().min(0).max(10_080),
    alertDueBusinessDays: z.int().min(1).max(60),
    calendar: z.enum(CALENDARS),
    /** A false positive is remembered at most so long. */
    suppressionDaysMax: z.int().min(1).max(3_650),
    /** Years that records are kept after the transaction (31 CFR 501.601 asks for 10 since 12 March 2025). */
    retentionYears: z.int().min(1).max(100),
  })
  .readonly();

export type OrganizationPolicy = z.infer<typeof policySchema>;

/** The policy of an organisation that has decided none. */
export const DEFAULT_ORGANIZATION_POLICY: OrganizationPolicy = {
  screen: { threshold: DEFAULT_POLICY.threshold, limit: 50, lists: null },
  certainScoreMin: DEFAULT_CHECK_POLICY.certainScoreMin,
  editionAgeDaysMax: DEFAULT_CHECK_POLICY.editionAgeDaysMax,
  fourEyes: { "true-match": false, "false-positive": false },
  undoMinutes: 60,
  alertDueBusinessDays: 5,
  calendar: "us-federal",
  suppressionDaysMax: 365,
  retentionYears: 10,
};

/** A policy with the version by which records name it; 0 is the default. */
export type PolicyInForce = { readonly version: number; readonly policy: OrganizationPolicy };

/** The threshold that holds for a subject: what the policy states, or what its review capacity gives for what is known. */
export function thresholdFor(policy: OrganizationPolicy, subject: Subject): number {
  return policyFor({ name: "threshold", ...policy.screen }, subject).threshold;
}

const KNOWN_BY_NAME: Subject = { schema: "Person", properties: {} };
const KNOWN_WITH_DATE: Subject = { schema: "Person", properties: { birthDate: ["1970"] } };

/** All thresholds that hold under a policy, for one subject or another. */
export function thresholdsOf(policy: OrganizationPolicy): readonly number[] {
  return [...new Set([KNOWN_BY_NAME, KNOWN_WITH_DATE].map((subject) => thresholdFor(policy, subject)))];
}

/** The part of the policy that a check reads, and that its receipt keeps. */
export function checkPolicyOf({ version, policy }: PolicyInForce): CheckPolicy {
  const name = `organization-policy-${version}`;
  return {
    name,
    screen: { name, ...policy.screen } satisfies ScreenPolicy,
    certainScoreMin: policy.certainScoreMin,
    editionAgeDaysMax: policy.editionAgeDaysMax,
  };
}
