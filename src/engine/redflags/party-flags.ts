import { z } from "zod";
import { daySchema } from "../day.ts";

/** Bounds of what a transaction says of the accounts behind a party: a case of the largest ring met has some dozens. */
export const PARTY_FLAGS_LIMITS = {
  accountsMax: 200,
  flagsMax: 1_000,
  evidenceMax: 12,
  charsMax: 2_000,
} as const;

const words = z.string().min(1).max(PARTY_FLAGS_LIMITS.charsMax);

const evidenceSchema = z
  .strictObject({
    at: words.nullable(),
    account: words,
    fact: words,
    value: z.string().max(PARTY_FLAGS_LIMITS.charsMax),
  })
  .readonly();

/** The accounts behind a party, hanging together, and the red flags on them as they stood when they were gathered. */
export const partyFlagsSchema = z
  .strictObject({
    /** The case that they belong to, where there is one. */
    case: words.exactOptional(),
    accounts: z.array(words).min(1).max(PARTY_FLAGS_LIMITS.accountsMax).readonly(),
    flags: z
      .array(
        z
          .strictObject({
            rule: z.string().regex(/^RF-\d{3}$/, "a rule's id, such as RF-012"),
            account: words,
            on: daySchema.nullable(),
            words,
            evidence: z.array(evidenceSchema).max(PARTY_FLAGS_LIMITS.evidenceMax).readonly(),
          })
          .readonly(),
      )
      .max(PARTY_FLAGS_LIMITS.flagsMax)
      .readonly(),
  })
  .readonly();
export type PartyFlags = z.infer<typeof partyFlagsSchema>;
