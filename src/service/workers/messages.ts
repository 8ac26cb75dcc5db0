import { z } from "zod";
import { EVENT_SCHEMAS, type EventKind } from "../../engine/redflags/event.ts";
import { LINK_KINDS } from "../../engine/redflags/state/link-state.ts";
import { ActorMessage, Day, Instant } from "../screening/messages.ts";
import { recordDaySchema } from "../screening/storable.ts";
import { OUTCOMES } from "./cases/case-state.ts";
import { REPORT_IDS } from "./cases/playbook.ts";
import { REPLY_LIMITS } from "./cases/reply-store.ts";

/** Events that one request brings; a longer run is a stream. */
export const EVENTS_PER_REQUEST_MAX = 1_000;
/** A thousand events with their texts. */
export const EVENTS_BYTES_MAX = 8 * 1024 * 1024;

const Both = z.object({ en: z.string(), ko: z.string() }).readonly();
const EvidenceMessage = z
  .object({ at: z.string().nullable(), account: z.string(), fact: z.string(), value: z.string() })
  .readonly();

export const FlagMessage = z
  .object({
    rule: z.string(),
    account: z.string(),
    severity: z.enum(["high", "medium", "low"]),
    group: z.string(),
    weight: z.number().describe("What it adds to the log-odds: a proposal, learnt from nothing"),
    on: Day.nullable(),
    words: Both,
    innocent: Both.describe("What else it may mean"),
    evidence: z.array(EvidenceMessage).readonly(),
    rows: z.int().describe("Rows of evidence there are; `evidence` has the first of them"),
  })
  .readonly()
  .meta({ id: "RedFlag" });

export const LinkMessage = z
  .object({
    kind: z.enum(LINK_KINDS),
    value: z.string(),
    from: z.string(),
    to: z.string(),
    strength: z.number(),
    sameHours: z.int().exactOptional().describe("Of a device: in how many hours both were seen"),
  })
  .readonly()
  .meta({ id: "AccountLink" });

const ScoreMessage = z
  .object({
    sum: z.number(),
    logOdds: z.number(),
    probability: z.number(),
    groups: z
      .array(
        z.object({ group: z.string(), rules: z.array(z.string()).readonly(), weight: z.number() }).readonly(),
      )
      .readonly(),
    opens: z.boolean(),
    because: z.string(),
  })
  .readonly();

const ClusterMessage = z
  .object({
    id: z.string(),
    accounts: z.array(z.string()).readonly(),
    links: z.array(LinkMessage).readonly(),
    flags: z.array(FlagMessage).readonly(),
    score: ScoreMessage,
  })
  .readonly();

/** What became of events. */
export const AcceptedMessage = z
  .object({
    taken: z.int(),
    repeated: z.int().describe("Told before under the same id: nothing changed"),
    passedOver: z.int().describe("Understood, and nothing that a rule asks for"),
    refused: z
      .array(z.object({ index: z.int().describe("From 1"), reason: z.string() }).readonly())
      .readonly(),
    accounts: z.array(z.string()).readonly().describe("Accounts that are judged again"),
  })
  .readonly();

export const EventsRequest = z
  .strictObject({
    event: z.unknown().optional(),
    events: z.array(z.unknown()).min(1).max(EVENTS_PER_REQUEST_MAX).optional(),
  })
  .refine(
    ({ event, events }) => (event === undefined) !== (events === undefined),
    `either event, or events (at most ${EVENTS_PER_REQUEST_MAX})`,
  );

export const StreamedMessage = z
  .object({
    taken: z.int(),
    repeated: z.int(),
    passedOver: z.int(),
    refused: z.int(),
    refusedRows: z.array(z.object({ line: z.int(), reason: z.string() }).readonly()).readonly(),
  })
  .readonly();

const Kind = z.enum(Object.keys(EVENT_SCHEMAS) as [EventKind, ...EventKind[]]);

/** What a file's beginning shows of it. */
export const EventFileHeadMessage = z
  .object({
    table: z.boolean().describe("False where records name their own members: nothing is to be mapped"),
    columns: z
      .array(
        z
          .object({
            header: z.string(),
            samples: z.array(z.string()).readonly(),
            member: z.string().nullable().describe("The member of an event that bears the column's name"),
          })
          .readonly(),
      )
      .readonly(),
    format: z
      .string()
      .nullable()
      .describe("The system whose report it is by its columns: it needs no mapping"),
    kind: Kind.nullable().describe("What the rows look like"),
    kinds: z.array(z.object({ kind: Kind, members: z.array(z.string()).readonly() }).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: "EventFileHead" });

/** An event as it was told. */
export const ToldEventMessage = z
  .object({ id: z.string(), kind: Kind, account: z.string(), at: Instant, body: z.looseObject({}) })
  .readonly();

const STANDINGS = ["open", "awaiting-second", "blocked", "cleared", "watched", "merged"] as const;
export const StandingMessage = z.enum(STANDINGS);

const DecisionMessage = z
  .object({
    outcome: z.enum(OUTCOMES),
    reason: z.string(),
    by: ActorMessage,
    at: Instant,
    secondedBy: ActorMessage.nullable(),
  })
  .readonly();

/** A case as a list shows it. */
export const CaseRow = z
  .object({
    id: z.string(),
    version: z.string(),
    standing: StandingMessage,
    openedAt: Instant,
    accounts: z.array(z.string()).readonly(),
    rules: z.array(z.string()).readonly(),
    weight: z.number(),
    because: z.string(),
    assignee: z.string().nullable(),
    dueOn: Day.nullable(),
    asked: z.int(),
    replied: z.int(),
  })
  .readonly()
  .meta({ id: "WorkerCaseRow" });

const ItemMessage = z
  .object({
    id: z.string(),
    words: Both,
    done: z.boolean(),
    note: z.string(),
    by: ActorMessage.nullable(),
    at: Instant.nullable(),
  })
  .readonly();

const FactsMessage = z
  .object({
    account: z.string(),
    names: z.array(z.string()).readonly(),
    emails: z.array(z.string()).readonly(),
    phones: z.array(z.string()).readonly(),
    addresses: z.array(z.string()).readonly(),
    country: z.string().nullable(),
    utcOffsetMinutes: z.int().nullable(),
    documents: z.array(z.string()).readonly(),
    payoutAccounts: z.array(z.string()).readonly(),
    wallets: z.array(z.string()).readonly(),
    ips: z.array(z.string()).readonly(),
    devices: z.array(z.string()).readonly(),
    companies: z.array(z.string()).readonly(),
    hours: z
      .array(z.int())
      .readonly()
      .describe("For each hour of the day (UTC) on how many days the account was in"),
    places: z
      .array(
        z.object({ country: z.string().nullable(), place: z.string().nullable(), days: z.int() }).readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: "WorkerAccountFacts" });

export const ReplyMessage = z
  .object({
    id: z.string(),
    account: z.string(),
    language: z.enum(["en", "ko"]),
    questions: z.array(z.object({ id: z.string(), words: z.string() }).readonly()).readonly(),
    createdAt: Instant,
    createdBy: ActorMessage,
    expiresAt: Instant,
    revokedAt: Instant.nullable(),
    answeredAt: Instant.nullable(),
    answers: z
      .array(z.object({ id: z.string(), words: z.string() }).readonly())
      .readonly()
      .nullable(),
  })
  .readonly()
  .meta({ id: "WorkerReply" });

const MoneyMessage = z.object({ amount: z.string(), scale: z.int(), currency: z.string() }).readonly();

export const HoldMessage = z
  .object({
    id: z.string(),
    account: z.string(),
    caseId: z.string().nullable(),
    checkId: z.string().nullable(),
    reference: z.string(),
    amount: MoneyMessage.nullable(),
    reason: z.string(),
    heldAt: Instant,
    heldBy: ActorMessage,
    endedAt: Instant.nullable(),
    endedBy: ActorMessage.nullable(),
    ending: z.enum(["released", "blocked", "returned"]).nullable(),
    endedReason: z.string().nullable(),
  })
  .readonly()
  .meta({ id: "PayoutHold" });

/** A case with all that a person needs to decide it. */
export const CaseMessage = CaseRow.unwrap()
  .extend({
    previousId: z.string().nullable(),
    mergedInto: z.string().nullable(),
    decision: DecisionMessage.nullable(),
    cluster: ClusterMessage,
    timeline: z
      .array(EvidenceMessage.unwrap().extend({ rule: z.string() }).readonly())
      .readonly()
      .describe("All rows of evidence with a time, the oldest first"),
    facts: z.array(FactsMessage).readonly(),
    prompts: z
      .array(z.object({ rule: z.string(), question: Both, why: z.string() }).readonly())
      .readonly()
      .describe("Questions that only a person can answer"),
    checklist: z.array(ItemMessage).readonly(),
    playbook: z.array(ItemMessage).readonly(),
    questions: z
      .array(z.object({ id: z.string(), words: Both }).readonly())
      .readonly()
      .describe("What a worker is usually asked"),
    replies: z.array(ReplyMessage).readonly(),
    holds: z.array(HoldMessage).readonly(),
    history: z
      .array(
        z
          .object({
            at: Instant,
            by: ActorMessage,
            receipt: z.int().nullable(),
            event: z.looseObject({ kind: z.string() }),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: "WorkerCase" });

export const AccountMessage = z
  .object({
    account: z.string(),
    judgedAt: Instant.nullable(),
    cases: z.array(z.string()).readonly(),
    flags: z.array(FlagMessage).readonly(),
    lifted: z.array(z.object({ rule: z.string(), at: Instant }).readonly()).readonly(),
    facts: FactsMessage,
    beyond: z
      .array(z.string())
      .readonly()
      .describe("What there is more of than is kept: the latest is looked at"),
  })
  .readonly()
  .meta({ id: "WorkerAccount" });

export const RuleMessage = z
  .object({
    id: z.string(),
    title: Both,
    severity: z.enum(["high", "medium", "low"]),
    mode: z.enum(["automatic", "prompt", "check"]),
    group: z.string(),
    weight: z.number(),
    thresholds: z.record(z.string(), z.number()),
    innocent: Both,
    basis: z.enum(["read", "background"]),
    publishedOn: Day.nullable(),
    sources: z.array(z.string()).readonly(),
    inputs: z.array(z.string()).readonly(),
  })
  .readonly()
  .meta({ id: "RedFlagRule" });

export const CountryShareMessage = z
  .object({ country: z.string().nullable(), accounts: z.int(), flagged: z.int(), inCases: z.int() })
  .readonly();

const words = z.string().trim().min(1).max(4_000);

export const AssignRequest = z.strictObject({
  to: z.string().max(100).nullable(),
  dueOn: recordDaySchema.nullable().default(null),
});
export const NoteRequest = z.strictObject({ text: words });
export const CheckItemRequest = z.strictObject({
  item: z.string().max(60),
  done: z.boolean(),
  words: z.string().max(4_000).default(""),
});
export const PromptRequest = z.strictObject({
  rule: z.string().regex(/^RF-\d{3}$/),
  account: z.string().min(1).max(500),
  answer: z.enum(["yes", "no", "unclear"]),
  words: z.string().max(4_000).default(""),
});
export const DecisionRequest = z.strictObject({ outcome: z.enum(OUTCOMES), reason: words });
export const SecondRequest = z.strictObject({ agrees: z.boolean(), reason: words });
export const ReasonRequest = z.strictObject({ reason: words });

export const AskRequest = z.strictObject({
  account: z.string().min(1).max(500),
  language: z.enum(["en", "ko"]).default("en"),
  questions: z
    .array(z.string().trim().min(1).max(REPLY_LIMITS.wordsMax))
    .min(1)
    .max(REPLY_LIMITS.questionsMax)
    .optional()
    .describe("What is asked; the usual questions where it is left out. They ask and do not accuse."),
  days: z.int().min(1).max(REPLY_LIMITS.daysMax).default(REPLY_LIMITS.daysUsual),
});

export const ReplyToken = z.strictObject({ token: z.string().max(200) });
export const ReplyAnswers = z.strictObject({
  token: z.string().max(200),
  answers: z
    .array(
      z
        .strictObject({ id: z.string().max(20), words: z.string().trim().min(1).max(REPLY_LIMITS.answerMax) })
        .readonly(),
    )
    .min(1)
    .max(REPLY_LIMITS.questionsMax)
    .readonly(),
});
export const OpenedReplyMessage = z
  .object({
    language: z.enum(["en", "ko"]),
    questions: z.array(z.object({ id: z.string(), words: z.string() }).readonly()).readonly(),
    expiresAt: Instant,
  })
  .readonly();

export const HoldRequest = z.strictObject({
  account: z.string().min(1).max(500),
  reference: z.string().min(1).max(200),
  amount: z
    .strictObject({
      amount: z.string().regex(/^\d{1,30}$/),
      scale: z.int().min(0).max(12),
      currency: z.string().regex(/^[A-Z]{3}$/),
    })
    .nullable()
    .default(null),
  reason: words,
});
export const EndHoldRequest = z.strictObject({
  ending: z.enum(["released", "blocked", "returned"]),
  reason: words,
});

export const PrefilledMessage = z
  .object({
    id: z.enum(REPORT_IDS),
    title: Both,
    to: z.string(),
    legal: z.string(),
    basis: z.enum(["read", "background"]),
    caseId: z.string(),
    madeAt: Instant,
    sections: z
      .array(
        z
          .object({ title: z.string(), rows: z.array(z.tuple([z.string(), z.string()])).readonly() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: "PrefilledReport" });

export const CaseReportMessage = z
  .object({
    ...PrefilledMessage.unwrap().shape,
    keptAtDesk: z.boolean().describe("Whether the desk of reports keeps it, with its day and its fields"),
    draft: z
      .object({ id: z.string(), state: z.enum(["draft", "ready", "overdue", "filed"]), dueOn: z.string() })
      .readonly()
      .nullable()
      .describe("The draft at the desk of reports; null where none was started"),
  })
  .readonly()
  .meta({ id: "CaseReport" });
