import { z } from "zod";
import { quantitySchema } from "../../engine/transaction.ts";
import { applicationFileSchema } from "../../engine/waivers/application.ts";
import { itemOutcomeSchema, proposalSchema } from "../../engine/waivers/course.ts";
import { waiverSchema } from "../../engine/waivers/waiver.ts";
import { ActorMessage, Day, Instant } from "../screening/messages.ts";

const texts = z.array(z.string()).readonly();

export const NoteMessage = z
  .object({ where: z.string().describe("The member of the file"), words: z.string() })
  .readonly()
  .meta({ id: "PaperNote" });

export const CourseMessage = z
  .object({
    template: z.string(),
    phase: z.enum([
      "not-submitted",
      "submitted",
      "forwarded",
      "circulated",
      "on-hold",
      "no-objection",
      "objected",
      "notice-running",
      "may-proceed",
      "proposed",
      "approved",
      "refused",
      "further-review",
      "appealed",
      "withdrawn",
    ]),
    submittedAt: Instant.nullable(),
    forwardedBy: z.string().nullable(),
    circulation: z
      .object({
        at: Instant,
        members: texts,
        urgent: z.boolean(),
        deadline: Instant.describe("Silence is consent from this instant on, and not before"),
      })
      .readonly()
      .nullable(),
    votes: z
      .array(
        z.object({ member: z.string(), vote: z.enum(["silent", "consents", "holds", "objects"]) }).readonly(),
      )
      .readonly(),
    holds: z
      .array(
        z
          .object({
            member: z.string(),
            reason: z.string(),
            at: Instant,
            until: Instant,
            extended: z.boolean(),
            liftedAt: Instant.nullable(),
          })
          .readonly(),
      )
      .readonly(),
    objections: z
      .array(z.object({ member: z.string(), reason: z.string(), at: Instant }).readonly())
      .readonly(),
    questions: z
      .array(
        z
          .object({
            number: z.int(),
            by: z.string(),
            question: z.string(),
            at: Instant,
            answer: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    notice: z.object({ at: Instant, objectionUntil: Instant, mayBegin: Day }).readonly().nullable(),
    decision: z
      .object({
        id: z.string(),
        at: Instant,
        outcome: z.enum(["approved", "refused", "further-review"]).nullable(),
        items: z.array(itemOutcomeSchema).readonly(),
        waiver: z.string().nullable(),
      })
      .readonly()
      .nullable(),
    appealUntil: Day.nullable(),
  })
  .readonly()
  .meta({ id: "ApprovalCourse" });

const applicationShape = {
  id: z.string(),
  title: z.string(),
  kind: z.enum(["new", "amendment", "extension"]),
  waiverId: z.string().nullable(),
  version: z.int(),
  applicant: ActorMessage,
  createdAt: Instant,
  updatedAt: Instant,
  courses: z.array(CourseMessage).readonly(),
  warnings: texts.describe("Approvals that do not fit in time, or wait for each other"),
};

export const ApplicationMessage = z
  .object({
    ...applicationShape,
    file: applicationFileSchema,
    authors: texts.describe("Persons who wrote in it: none of them takes part in deciding on it"),
    forms: z
      .array(z.object({ template: z.string(), missing: z.array(NoteMessage).readonly() }).readonly())
      .readonly(),
    conflicts: z.array(NoteMessage).readonly().describe("What in the file does not agree with itself"),
    attachments: z
      .array(
        z
          .object({
            id: z.string(),
            item: z.string().nullable(),
            name: z.string(),
            mediaType: z.string(),
            size: z.int(),
            sha256: z.string(),
          })
          .readonly(),
      )
      .readonly(),
    events: z
      .array(
        z
          .object({
            sequence: z.int(),
            at: Instant,
            by: ActorMessage,
            event: z.looseObject({ kind: z.string() }).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    decisions: z
      .array(
        z
          .object({
            id: z.string(),
            template: z.string(),
            proposal: proposalSchema,
            reviewerId: z.string(),
            proposedAt: Instant,
            countersignerId: z.string().nullable(),
            outcome: z.enum(["confirmed", "sent-back"]).nullable(),
            countersignedAt: Instant.nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: "WaiverApplication" });

export const ApplicationRow = z.object(applicationShape).readonly().meta({ id: "WaiverApplicationRow" });

/** How a waiver stands. */
export const StandingMessage = z.enum([
  "awaiting-confirmation",
  "not-yet",
  "in-force",
  "suspended",
  "exhausted",
  "expired",
  "revoked",
  "surrendered",
]);

export const WaiverLineMessage = z
  .object({
    line: z.string(),
    item: z.string(),
    requested: quantitySchema.describe("What was asked for"),
    allowed: quantitySchema,
    used: quantitySchema,
    reserved: quantitySchema,
    returned: quantitySchema,
    left: quantitySchema,
  })
  .readonly()
  .meta({ id: "WaiverLine" });

export const DueReportMessage = z
  .object({
    key: z.string(),
    kind: z.enum(["delivery", "implementation", "diversion-risk"]),
    reference: z.string().nullable(),
    words: z.string(),
    dueOn: Day,
    state: z.enum(["upcoming", "due-soon", "overdue", "filed"]),
  })
  .readonly()
  .meta({ id: "WaiverReport" });

const waiverShape = {
  id: z.string(),
  reference: z.string(),
  authority: z.string(),
  title: z.string(),
  standing: StandingMessage,
  reasons: texts.describe("Why it does not hold now, in a sentence each"),
  from: Day,
  until: Day,
  daysLeft: z.int(),
  version: z.int(),
  applicationId: z.string().nullable(),
  lines: z.array(WaiverLineMessage).readonly(),
};

export const WaiverRow = z.object(waiverShape).readonly().meta({ id: "WaiverRow" });

export const WaiverMessage = z
  .object({
    ...waiverShape,
    terms: waiverSchema
      .unwrap()
      .extend({ returnsRestore: z.boolean(), publishRemaining: z.boolean() })
      .readonly(),
    recordedAt: Instant,
    recordedBy: ActorMessage,
    confirmedAt: Instant.nullable(),
    confirmedBy: ActorMessage.nullable(),
    value: z
      .object({
        currency: z.string(),
        allowed: z.string(),
        used: z.string(),
        reserved: z.string(),
        left: z.string(),
      })
      .readonly()
      .nullable(),
    shipments: z
      .array(z.object({ reference: z.string(), day: Day, passed: z.boolean() }).readonly())
      .readonly(),
    acts: z
      .array(
        z
          .object({ at: Instant, by: ActorMessage, act: z.looseObject({ kind: z.string() }).readonly() })
          .readonly(),
      )
      .readonly(),
    reports: z.array(DueReportMessage).readonly(),
    letter: z.string().nullable().describe("Number of its letter, by which anybody verifies it"),
  })
  .readonly()
  .meta({ id: "WaiverPermission" });

export const LedgerAnswerMessage = z
  .object({
    at: Instant,
    replayed: z.boolean().describe("True where this very request was done before"),
    parts: z
      .array(
        z
          .object({
            waiverId: z.string(),
            waiver: z.string(),
            sequence: z.int(),
            kind: z.enum(["reserve", "draw", "commit", "release", "return", "correct"]),
            reservation: z.string(),
            reference: z.string(),
            expiresAt: Instant.nullable(),
            lines: z
              .array(
                z.object({ line: z.string(), quantity: quantitySchema, left: quantitySchema }).readonly(),
              )
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: "LedgerAnswer" });

export const LedgerEntryMessage = z
  .object({
    sequence: z.int(),
    at: Instant,
    by: ActorMessage,
    kind: z.string(),
    reservation: z.string(),
    reference: z.string(),
    lines: z.array(z.object({ line: z.string(), quantity: quantitySchema }).readonly()).readonly(),
    reason: z.string().nullable(),
  })
  .readonly()
  .meta({ id: "LedgerEntry" });
