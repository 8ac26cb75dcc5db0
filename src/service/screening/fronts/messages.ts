import { z } from "zod";
import { ActorMessage, Day, FeatureMessage, Instant, WORDS_MAX } from "../messages.ts";

const Said = z.object({ en: z.string(), ko: z.string() }).readonly();

const PathPartyMessage = z
  .object({ kind: z.enum(["record", "listed"]), id: z.string(), caption: z.string() })
  .readonly();

const StepMessage = z
  .object({
    tie: z.string().describe("What joins the two: a fact in common, a relation, or `name`"),
    from: PathPartyMessage,
    to: PathPartyMessage,
    written: z.object({ from: z.string(), to: z.string() }).readonly().nullable(),
    role: z.string().nullable(),
    sharers: z.int().describe("How many have the same"),
    ageYears: z.number().describe("Years since it was last known"),
    strength: z.number().describe("0 to 1: an order for a reviewer, no likelihood"),
    words: Said,
  })
  .readonly();

/** Whom a subject leads to. */
export const FrontsMessage = z
  .object({
    at: Day,
    snapshot: z.string(),
    flags: z
      .array(
        z
          .object({
            rule: z.string(),
            severity: z.enum(["high", "medium", "low"]),
            title: Said,
            innocent: Said.describe("What else it may mean"),
            source: z.string(),
            basis: z.enum(["read", "background"]),
            target: PathPartyMessage.nullable(),
            words: Said,
            evidence: z
              .array(z.object({ en: z.string(), ko: z.string(), of: z.string() }).readonly())
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    links: z
      .array(
        z
          .object({
            target: PathPartyMessage,
            state: z.enum(["listed", "not-yet-listed", "delisted", "unknown"]),
            listings: z
              .array(
                z
                  .object({
                    list: z.string(),
                    entry: z.string(),
                    listedOn: z.string().nullable(),
                    programmes: z.array(z.string()).readonly(),
                  })
                  .readonly(),
              )
              .readonly(),
            strength: z.number(),
            paths: z
              .array(z.object({ strength: z.number(), steps: z.array(StepMessage).readonly() }).readonly())
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    passedOver: z
      .array(z.object({ party: z.string(), fact: z.string(), sharers: z.int() }).readonly())
      .readonly()
      .describe("Facts that too many have, so that they join nobody"),
    whole: z.boolean().describe("False where a bound ended the search"),
  })
  .readonly()
  .meta({ id: "Fronts" });

/** What a person decides of two subjects. */
export const DecisionRequest = z
  .strictObject({
    a: z.string().min(1).max(100),
    b: z.string().min(1).max(100),
    same: z.boolean(),
    reason: z.string().trim().min(10).max(WORDS_MAX.reason),
  })
  .meta({ id: "SamePartyDecisionRequest" });

export const SamePartyDecisionMessage = z
  .object({
    id: z.string(),
    a: z.string(),
    b: z.string(),
    same: z.boolean(),
    reason: z.string(),
    at: Instant,
    by: ActorMessage,
  })
  .readonly()
  .meta({ id: "SamePartyDecision" });

const PartyMessage = z.object({ id: z.string(), ref: z.string().nullable(), caption: z.string() }).readonly();

/** Subjects that may be one party. */
export const SamePartiesMessage = z
  .object({
    items: z
      .array(
        z
          .object({
            a: PartyMessage,
            b: PartyMessage,
            shared: z
              .array(
                z.object({ fact: z.string(), a: z.string(), b: z.string(), sharers: z.int() }).readonly(),
              )
              .readonly(),
            features: z.array(FeatureMessage).readonly().describe("What speaks for it and against it"),
            score: z.number().nullable().describe("Of the names and facts alone"),
            strength: z.number().describe("0 to 1, to order by"),
            decision: SamePartyDecisionMessage.nullable(),
          })
          .readonly(),
      )
      .readonly(),
    whole: z.boolean(),
    limits: z.object({ namesakesMax: z.int(), holdersMax: z.int(), pairsMax: z.int() }).readonly(),
  })
  .readonly()
  .meta({ id: "SameParties" });
