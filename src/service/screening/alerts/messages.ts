import { z } from "zod";
import { MEETINGS } from "../../../engine/match/grade.ts";
import {
  ActorMessage,
  Day,
  FactsMessage,
  FeatureMessage,
  Instant,
  OutcomeMessage,
  WORDS_MAX,
} from "../messages.ts";
import { weightsSchema } from "../policy/policy.ts";
import { REPORT_KINDS } from "../reports/report-fields.ts";
import { recordDaySchema } from "../storable.ts";
import { ACTIONS, CLOSED_BECAUSE, OPENED_BECAUSE, PHASES, REASON_CODES } from "./alert-state.ts";
import { CHANNELS } from "./hit-record.ts";
import { OUTCOMES } from "./steps.ts";

const NameMatch = z
  .object({
    query: z.string(),
    listed: z.string(),
    kind: z.enum(["name", "alias", "weakAlias", "previousName"]),
  })
  .readonly();

const MetWordMessage = z
  .object({
    ours: z.string().nullable(),
    listed: z.string().nullable(),
    how: z.enum(MEETINGS).nullable().describe("null where one side has nothing for it"),
    oursFrom: z.string().nullable().describe("Letters of another script that it was read from"),
    listedFrom: z.string().nullable(),
    oneIn: z.int().nullable().describe("One in so many parties bears the word"),
  })
  .readonly();

const ListingMessage = z
  .object({
    list: z.string(),
    title: z.string(),
    entry: z.string(),
    edition: Day.nullable(),
    files: z.array(z.string()).readonly().describe("SHA-256 of the edition's files"),
    programmes: z.array(z.string()).readonly(),
    listedOn: Day.nullable(),
    state: z.enum(["listed", "not-yet-listed", "delisted", "unknown"]),
  })
  .readonly();

const DecisionMessage = z
  .object({
    decision: z.string(),
    outcome: OutcomeMessage,
    reasonCode: z.enum(REASON_CODES),
    narrative: z.string(),
    action: z.enum(ACTIONS),
    legalAuthority: z.string().nullable(),
    suppressUntil: Day.nullable(),
    secondNeeded: z.boolean(),
    undoMinutes: z.int(),
    againstSteps: z.boolean().describe("The steps answered suggested another outcome"),
    at: Instant,
    by: ActorMessage,
  })
  .readonly();

const dated = { at: Instant, by: ActorMessage, receipt: z.int().nullable() };
const EventMessage = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("opened"),
      because: z.enum(OPENED_BECAUSE),
      words: z.string(),
      dueOn: Day,
      ...dated,
    }),
    z.object({ kind: z.literal("assigned"), to: z.string().nullable(), dueOn: Day.nullable(), ...dated }),
    z.object({ kind: z.literal("noted"), text: z.string(), ...dated }),
    z.object({ kind: z.literal("attached"), attachment: z.string(), name: z.string(), ...dated }),
    z.object({
      kind: z.literal("answered"),
      step: z.int(),
      answer: z.string(),
      words: z.string(),
      ...dated,
    }),
    z.object({ kind: z.literal("decided"), ...DecisionMessage.unwrap().shape, ...dated }),
    z.object({
      kind: z.literal("seconded"),
      decision: z.string(),
      agrees: z.boolean(),
      narrative: z.string(),
      ...dated,
    }),
    z.object({ kind: z.literal("undone"), decision: z.string(), reason: z.string(), ...dated }),
    z.object({ kind: z.literal("closed"), cause: z.enum(CLOSED_BECAUSE), words: z.string(), ...dated }),
    z.object({ kind: z.literal("seen-again"), words: z.string(), ...dated }),
  ])
  .meta({ id: "AlertEvent" });

/** An alert in the queue. */
export const AlertRow = z
  .object({
    id: z.string(),
    phase: z.enum(PHASES),
    outcome: OutcomeMessage.nullable(),
    subject: z
      .object({
        id: z.string().nullable(),
        ref: z.string().nullable(),
        caption: z.string(),
        schema: z.string(),
      })
      .readonly(),
    listed: z
      .object({
        id: z.string(),
        caption: z.string(),
        schema: z.string(),
        lists: z.array(z.string()).readonly(),
      })
      .readonly(),
    why: z.string().describe("The weightiest reason, in a sentence"),
    reasons: z.array(z.string()).readonly().describe("Features that speak for the hit, the weightiest first"),
    score: z.number(),
    channel: z.enum(CHANNELS),
    round: z.int(),
    assignee: z.string().nullable(),
    dueOn: Day.nullable(),
    overdue: z.boolean(),
    finalAt: Instant.nullable(),
    createdAt: Instant,
    version: z.string().describe("For If-Match"),
  })
  .readonly()
  .meta({ id: "AlertRow" });

const StepMessage = z
  .object({
    step: z.int(),
    question: z.string(),
    guidance: z.string(),
    answers: z
      .array(
        z
          .object({
            answer: z.string(),
            words: z.string(),
            leads: z.enum(["next", ...OUTCOMES]),
          })
          .readonly(),
      )
      .readonly(),
    given: z.string().nullable(),
    hint: z.string().describe("What the record says about it"),
  })
  .readonly();

/** Everything about one alert. */
export const AlertMessage = z
  .object({
    ...AlertRow.unwrap().shape,
    record: z
      .object({
        channel: z.enum(CHANNELS),
        subject: z
          .object({
            id: z.string().nullable(),
            ref: z.string().nullable(),
            version: z.int().nullable(),
            caption: z.string(),
            schema: z.string(),
            properties: FactsMessage,
            facts: FactsMessage,
            fingerprint: z.string(),
            businessLine: z.string().nullable(),
          })
          .readonly(),
        listed: z
          .object({
            id: z.string(),
            caption: z.string(),
            schema: z.string(),
            facts: FactsMessage,
            fingerprint: z.string(),
            listings: z.array(ListingMessage).readonly(),
          })
          .readonly(),
        score: z.number(),
        threshold: z.number(),
        weights: weightsSchema
          .exactOptional()
          .describe("What kinds of evidence counted for, where the policy says otherwise than was measured"),
        name: NameMatch.nullable(),
        features: z.array(FeatureMessage).readonly(),
        snapshot: z.string(),
        policyVersion: z.int(),
        engine: z.string(),
        check: z.object({ id: z.string(), about: z.string(), words: z.string() }).readonly().nullable(),
      })
      .readonly()
      .describe("The hit as it was when it was found; never changed"),
    facts: z
      .array(
        z
          .object({
            fact: z.string(),
            ours: z.array(z.string()).readonly(),
            listed: z.array(z.string()).readonly(),
            same: z.boolean().nullable().describe("null where one side does not state it"),
          })
          .readonly(),
      )
      .readonly()
      .describe("The facts of both sides beside each other"),
    words: z.array(MetWordMessage).readonly().describe("Which words of the two names met, and how"),
    steps: z.array(StepMessage).readonly(),
    nextStep: z.int().nullable(),
    suggests: OutcomeMessage.nullable(),
    decision: DecisionMessage.nullable(),
    secondedBy: ActorMessage.nullable(),
    wouldChange: z
      .array(z.string())
      .readonly()
      .describe("Facts that would take the score below the threshold"),
    earlier: z
      .array(
        z
          .object({
            id: z.string(),
            round: z.int(),
            phase: z.enum(PHASES),
            outcome: OutcomeMessage.nullable(),
            narrative: z.string().nullable(),
            createdAt: Instant,
          })
          .readonly(),
      )
      .readonly()
      .describe("Earlier alerts of the same subject and listed party, the newest first"),
    suppressions: z
      .array(
        z.object({ id: z.string(), until: Day, state: z.string(), words: z.string().nullable() }).readonly(),
      )
      .readonly(),
    reports: z
      .array(z.object({ id: z.string(), kind: z.enum(REPORT_KINDS), dueOn: Day }).readonly())
      .readonly(),
    attachments: z
      .array(
        z
          .object({
            id: z.string(),
            name: z.string(),
            mediaType: z.string(),
            size: z.int(),
            sha256: z.string(),
            at: Instant,
            by: ActorMessage,
          })
          .readonly(),
      )
      .readonly(),
    events: z.array(EventMessage).readonly(),
  })
  .readonly()
  .meta({ id: "Alert" });
export type AlertMessage = z.infer<typeof AlertMessage>;
export type AlertRow = z.infer<typeof AlertRow>;

/** How many alerts wait, and for whom. */
export const AlertCounts = z
  .object({
    mine: z.int(),
    team: z.int().describe("All that await a decision"),
    unassigned: z.int(),
    second: z.int().describe("Decisions of others that await a second person"),
    escalated: z.int(),
    overdue: z.int(),
  })
  .readonly()
  .meta({ id: "AlertCounts" });

export const AssignRequest = z.strictObject({
  to: z.string().min(1).max(100).nullable().describe("Id of a person, or null for nobody"),
  dueOn: recordDaySchema.nullable().default(null).describe("Another due day, or null to keep it"),
});
export const NoteRequest = z.strictObject({ text: z.string().trim().min(1).max(WORDS_MAX.note) });
export const StepRequest = z.strictObject({
  answer: z.string().max(40),
  words: z.string().max(WORDS_MAX.note).default("").describe("What was looked at, and what it showed"),
});
export const DecisionRequest = z.strictObject({
  outcome: z.enum(OUTCOMES),
  reasonCode: z.enum(REASON_CODES),
  narrative: z.string().trim().min(10).max(WORDS_MAX.narrative),
  action: z.enum(ACTIONS).default("none"),
  legalAuthority: z.string().max(WORDS_MAX.reason).nullable().default(null),
  suppressUntil: recordDaySchema
    .nullable()
    .optional()
    .describe(
      "Of a false positive: its last day; left out for as long as the policy allows, null for not at all",
    ),
});
export const SecondRequest = z.strictObject({
  agrees: z.boolean(),
  narrative: z.string().trim().min(1).max(WORDS_MAX.narrative),
});
export const UndoRequest = z.strictObject({ reason: z.string().trim().min(1).max(WORDS_MAX.reason) });

/** An alert after a decision, with what followed from it. */
export const DecidedMessage = z
  .object({ alert: AlertMessage, suppression: z.string().nullable(), report: z.string().nullable() })
  .readonly();
