import { z } from "zod";
import bundled from "../../../../data/ownership/policies.json" with { type: "json" };
import { must } from "../../../fault.ts";
import { parseData } from "../../../parse.ts";
import { daySchema } from "../../day.ts";

/** The laws about ownership that Sluice knows. */
export const POLICIES = ["ofac", "eu", "uk", "bis"] as const;
export type PolicyName = (typeof POLICIES)[number];

const windowSchema = z.strictObject({ from: daySchema, until: daySchema.nullable() }).readonly();
const threshold = z.enum(["atLeast", "moreThan"]);

const ruleSchema = z
  .strictObject({
    id: z.string().min(1),
    policy: z.enum(POLICIES),
    /** The text is read for days from `from` and before `until`; null: without end. */
    from: daySchema.nullable(),
    until: daySchema.nullable(),
    title: z.string().min(1),
    ownership: threshold,
    /** What votes count for; null where they are told and decide nothing. */
    votes: threshold.nullable(),
    /** Whether the stakes of all listed owners are added, or each is asked alone. */
    aggregate: z.enum(["all", "each"]),
    /** Whether those in a joint arrangement are each taken to hold what all of them hold. */
    joint: z.enum(["separate", "combined"]),
    control: z.enum(["told", "presumed", "counted"]),
    byStatus: z
      .array(
        z
          .strictObject({
            country: z.string(),
            kinds: z.array(z.enum(["state"])).readonly(),
            from: daySchema,
            until: daySchema.nullable(),
            words: z.string(),
            instrument: z.string(),
          })
          .readonly(),
      )
      .readonly(),
    /** The days on which the rule is law; on others it is computed all the same, and said not to be. */
    inForce: z.array(windowSchema).readonly(),
    instrument: z.string().min(1),
    paragraph: z.string().min(1),
    basis: z.enum(["read", "background"]),
    source: z.string().min(1),
  })
  .readonly();

/** One law on ownership and control in the wording of a time. */
export type OwnershipRule = z.infer<typeof ruleSchema>;

const within = (window: { readonly from: string | null; readonly until: string | null }, day: string) =>
  (window.from === null || day >= window.from) && (window.until === null || day < window.until);

/** Rules from a file's value, validated. Throws `data-invalid`. */
export function readRules(value: unknown, file: string): readonly OwnershipRule[] {
  return parseData(z.object({ note: z.string(), policies: z.array(ruleSchema).readonly() }), value, file)
    .policies;
}

/** The wording of a policy on a day (YYYY-MM-DD). Each policy has exactly one for each day. */
export function ruleOn(policy: PolicyName, day: string): OwnershipRule {
  const rules = readRules(bundled, "data/ownership/policies.json");
  return must(
    rules.find((rule) => rule.policy === policy && within(rule, day)),
    `policy ${policy} has a wording for every day`,
  );
}

/** True where the rule is law on the day. */
export function isLawOn(rule: OwnershipRule, day: string): boolean {
  return rule.inForce.some((window) => within(window, day));
}
