import { z } from "zod";
import { isA, isSchema } from "../../../engine/entity/model.ts";
import { TRANSACTION_LIMITS } from "../../../engine/transaction.ts";
import { CHANNELS } from "../alerts/hit-record.ts";
import { ActorMessage, FactsMessage, Instant } from "../messages.ts";

/** Subjects that one request may bring; more come as a file. */
export const SUBJECTS_PER_REQUEST_MAX = 500;
const PROPERTIES_MAX = 100;

function isParty(schema: string): boolean {
  return (
    schema === "Thing" ||
    (isSchema(schema) && ["LegalEntity", "Vehicle", "CryptoWallet"].some((kind) => isA(schema, kind)))
  );
}

/** What is known of a subject, as it comes in. */
export const SubjectRequest = z
  .strictObject({
    ref: z.string().trim().min(1).max(200).nullable().default(null).describe("Your own number for the party"),
    schema: z
      .string()
      .max(80)
      .refine(isParty, "a FollowTheMoney schema of a party, such as Person, Company or Vessel"),
    properties: z
      .record(
        z.string().max(80),
        z
          .array(z.string().min(1).max(TRANSACTION_LIMITS.textCharsMax))
          .max(TRANSACTION_LIMITS.valuesMax)
          .readonly(),
      )
      .refine(
        (properties) => Object.keys(properties).length <= PROPERTIES_MAX,
        `at most ${PROPERTIES_MAX} properties`,
      )
      .refine(
        (properties) => Object.values(properties).some((values) => values.length > 0),
        "at least one fact, such as a name",
      )
      .readonly(),
    businessLine: z.string().trim().min(1).max(100).nullable().default(null),
  })
  .meta({ id: "SubjectRequest" });

export const SubjectsRequest = z.strictObject({
  subjects: z.array(SubjectRequest).min(1).max(SUBJECTS_PER_REQUEST_MAX),
});

/** A subject as it stands. */
export const SubjectMessage = z
  .object({
    id: z.string(),
    ref: z.string().nullable(),
    caption: z.string(),
    schema: z.string(),
    properties: FactsMessage,
    businessLine: z.string().nullable(),
    version: z.int(),
    createdAt: Instant,
    updatedAt: Instant,
    removedAt: Instant.nullable(),
    screened: z
      .object({
        at: Instant,
        snapshot: z.string(),
        matches: z
          .int()
          .describe("Listed parties that resemble it at all; the hits among them are its alerts"),
      })
      .readonly()
      .nullable()
      .describe("The last screening; null where there was none yet"),
  })
  .readonly()
  .meta({ id: "Subject" });

/** What became of a subject that was brought in. */
export const SubjectBrought = z
  .object({
    id: z.string(),
    ref: z.string().nullable(),
    version: z.int(),
    change: z.enum(["created", "updated", "unchanged"]),
  })
  .readonly();

/** Subjects brought in, and the alerts that their screening opened and closed. */
export const SubjectsBrought = z
  .object({
    subjects: z.array(SubjectBrought).readonly(),
    opened: z.array(z.string()).readonly().describe("Ids of alerts"),
    closed: z.array(z.string()).readonly(),
  })
  .readonly()
  .meta({ id: "SubjectsBrought" });

export const SubjectVersionMessage = z
  .object({
    version: z.int(),
    schema: z.string(),
    properties: FactsMessage,
    at: Instant,
    by: ActorMessage,
    source: z.string(),
  })
  .readonly();

export const SubjectScreeningMessage = z
  .object({
    at: Instant,
    snapshot: z.string().describe("SHA-256 of the lists that it was screened on"),
    channel: z.enum(CHANNELS).describe("What asked for it"),
    near: z.int().describe("Listed parties that were near"),
    hits: z.int().describe("Those at or over the policy's threshold"),
    score: z.number().nullable().describe("Of the nearest"),
    opened: z.array(z.string()).readonly().describe("Alerts that it opened"),
    closed: z.array(z.string()).readonly().describe("Alerts that it closed"),
  })
  .readonly();

export const SubjectDocumentMessage = z
  .object({
    kind: z.enum(["file", "report"]),
    id: z.string(),
    alertId: z.string(),
    name: z.string().describe("The file's own name, or the kind of the report"),
    at: Instant,
    by: ActorMessage,
  })
  .readonly();

/** A file of subjects, and how far it is. */
export const ImportMessage = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(["waiting", "running", "done", "failed"]),
    rows: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    alerts: z.int(),
    problems: z
      .array(z.object({ row: z.int(), line: z.int(), problem: z.string() }).readonly())
      .readonly()
      .describe("The first of the rows that were not taken"),
    failure: z.string().nullable(),
    createdAt: Instant,
    createdBy: ActorMessage,
    endedAt: Instant.nullable(),
  })
  .readonly()
  .meta({ id: "SubjectImport" });
