import { z } from "zod";
import { transactionSchema } from "../../../engine/transaction.ts";
import { ActorMessage, Day, Instant } from "../messages.ts";

/** Checks that one request may ask for; a payment run of more is sent in parts. */
export const CHECKS_PER_REQUEST_MAX = 100;
const WAIVERS_MAX = 100;

const Citation = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("listing"),
      list: z.string(),
      edition: Day,
      entry: z.string(),
      programmes: z.array(z.string()).readonly(),
      listedOn: Day.nullable(),
      files: z.array(z.string()).readonly(),
    }),
    z.object({
      kind: z.literal("measure"),
      id: z.string(),
      programme: z.string(),
      instrument: z.string(),
      paragraph: z.string(),
      inForceFrom: Day,
      inForceUntil: Day.nullable(),
      basis: z.enum(["read", "background"]),
      source: z.string(),
    }),
    z.object({
      kind: z.literal("indicator"),
      id: z.string(),
      title: z.string(),
      severity: z.enum(["high", "medium", "low"]),
      publishedOn: Day.nullable(),
      basis: z.enum(["read", "background"]),
      source: z.string(),
    }),
    z.object({
      kind: z.literal("waiver"),
      authority: z.string(),
      reference: z.string(),
      line: z.string().nullable(),
      from: Day,
      until: Day,
    }),
  ])
  .meta({ id: "Citation" });

const Finding = z
  .object({
    finding: z.string(),
    effect: z.enum(["prohibits", "refers", "permits", "note"]),
    about: z.string(),
    words: z.string(),
    citations: z.array(Citation).readonly(),
    evidence: z
      .array(
        z
          .object({
            fact: z.string(),
            query: z.string().nullable(),
            listed: z.string().nullable(),
            weight: z.number().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    wouldChange: z.array(z.string()).readonly(),
    step: z.enum(["screen", "network", "redflags", "measures", "waivers", "coverage"]),
  })
  .readonly()
  .meta({ id: "Finding" });

/** The answer with its proof. */
export const VerdictMessage = z
  .object({
    answer: z.enum(["clear", "permitted", "refer", "prohibited"]),
    at: z.string(),
    summary: z.string(),
    findings: z.array(Finding).readonly(),
    wouldChange: z.array(z.string()).readonly(),
    reservations: z.array(z.string()).readonly(),
    of: z
      .object({
        transaction: z.string(),
        snapshot: z.string(),
        measures: z.string(),
        waivers: z.array(z.string()).readonly(),
        policy: z.string(),
        suppressions: z.array(z.string()).readonly().exactOptional(),
        redFlags: z.string().exactOptional(),
      })
      .readonly(),
  })
  .readonly()
  .meta({ id: "Verdict" });

/** May this go through? One transaction, or many. */
export const CheckRequest = z
  .strictObject({
    transaction: transactionSchema.optional(),
    transactions: z.array(transactionSchema).min(1).max(CHECKS_PER_REQUEST_MAX).optional(),
    at: z
      .string()
      .max(40)
      .optional()
      .describe("The day or instant (ISO 8601, UTC) that the answer is for; now where it is left out"),
    waivers: z
      .array(z.unknown())
      .max(WAIVERS_MAX)
      .default([])
      .describe("Waivers that the transaction relies on, as `sluice check --waiver` takes them"),
  })
  .refine(
    ({ transaction, transactions }) => (transaction === undefined) !== (transactions === undefined),
    `either transaction, or transactions (at most ${CHECKS_PER_REQUEST_MAX})`,
  );

/** May this go through, if it were asked now? */
export const PreviewRequest = z.strictObject({
  transaction: transactionSchema,
  at: CheckRequest.shape.at,
  waivers: CheckRequest.shape.waivers,
});

/** What a check would answer; nothing of it is kept. */
export const PreviewMessage = z
  .object({
    verdict: VerdictMessage,
    policyVersion: z.int().describe("0: the policy that Sluice comes with"),
  })
  .meta({ id: "CheckPreview" });

/** A check with its verdict. */
export const CheckMessage = z
  .object({
    id: z.string(),
    reference: z.string(),
    kind: z.string(),
    at: z.string(),
    answer: z.enum(["clear", "permitted", "refer", "prohibited"]),
    createdAt: Instant,
    createdBy: ActorMessage,
    policyVersion: z.int(),
    snapshot: z.string(),
    verdict: VerdictMessage,
    receipt: z
      .object({
        sequence: z.int().describe("Its place in the organisation's log of receipts"),
        hash: z.string().describe("Hash of the receipt that `sluice replay` takes"),
      })
      .readonly(),
    alerts: z
      .array(z.string())
      .readonly()
      .describe("Alerts that its hits opened, or that await a decision on them"),
    holds: z
      .array(z.string())
      .readonly()
      .describe("Payouts that it held: the money waits until a person ends the hold"),
  })
  .readonly()
  .meta({ id: "Check" });
export type CheckMessage = z.infer<typeof CheckMessage>;

export const CheckAnswer = z.union([
  CheckMessage,
  z.object({ checks: z.array(CheckMessage).readonly() }).readonly(),
]);

/** A check as a list shows it. */
export const CheckRow = CheckMessage.unwrap()
  .omit({ verdict: true })
  .extend({
    summary: z.string().nullable().describe("The verdict in a sentence; null where its receipt was erased"),
    erasedBy: z
      .int()
      .nullable()
      .describe("Place in the log of the receipt that says who erased this one, and why"),
  })
  .readonly();

/** A check decided again. */
export const ReplayMessage = z
  .object({
    same: z.boolean(),
    differences: z.array(z.string()).readonly(),
    snapshot: z.string().describe("The snapshot that it was decided on now"),
    verdict: VerdictMessage,
  })
  .readonly();

/** Largest body of a check: a manifest of 2,000 lines has about a megabyte. */
export const CHECK_BYTES_MAX = 8 * 1024 * 1024;
