import { z } from "zod";
import { OUTCOMES } from "./alerts/steps.ts";

/** Who did something. */
export const ActorMessage = z
  .object({ kind: z.enum(["person", "key", "system"]), id: z.string(), name: z.string() })
  .readonly()
  .meta({ id: "Actor" });

/** Facts by name, each with its values. */
export const FactsMessage = z.record(z.string(), z.array(z.string()).readonly()).readonly();

/** An instant, ISO 8601 in UTC. */
export const Instant = z.string().describe("ISO 8601, UTC");
export const Day = z.string().describe("YYYY-MM-DD");

export const OutcomeMessage = z.enum(OUTCOMES);

/** Why and how a match scores as it does: one feature. */
export const FeatureMessage = z
  .object({
    feature: z.string(),
    weight: z.number().describe("What it added to the score's log-odds"),
    query: z.string().nullable(),
    listed: z.string().nullable(),
    words: z.string(),
  })
  .readonly()
  .meta({ id: "Feature" });

/** Limits of what a request may say, so that nothing grows without bounds. */
export const WORDS_MAX = { reason: 4_000, note: 20_000, narrative: 20_000 } as const;
