import { z } from "zod";
import { daySchema } from "../day.ts";
import { moneySchema, quantitySchema } from "../transaction.ts";
import { addCalendarDays, addMonths, addWorkingDays, type OfficeCalendar } from "./calendar.ts";
import type { WaiverTemplate } from "./template.ts";
import { periodLimitsSchema } from "./waiver.ts";
import { dayIn, instantIn } from "./zone.ts";

const words = z.string().trim().min(1).max(20_000);
const reason = z.string().trim().min(10).max(20_000);
const template = z.string().min(1).max(80);
const member = z.string().trim().min(1).max(200);

/** What is decided on one line of the annex. */
export const itemOutcomeSchema = z
  .strictObject({
    line: z.string().min(1).max(80),
    outcome: z.enum(["approved", "refused", "further-review"]),
    /** What is approved, at most what was asked for; all of it where absent. */
    quantity: quantitySchema.optional(),
    /** HS codes that the line covers; the code of the annex where absent. */
    hs: z
      .array(z.string().regex(/^\d{2}(\d{2}){0,4}$/))
      .min(1)
      .max(100)
      .readonly()
      .optional(),
    reason: words.optional(),
  })
  .readonly();
export type ItemOutcome = z.infer<typeof itemOutcomeSchema>;

/** What a reviewer proposes, for another person to confirm. */
export const proposalSchema = z
  .strictObject({
    /** The number that the letter will bear. */
    reference: z.string().trim().min(1).max(200),
    items: z.array(itemOutcomeSchema).min(1).max(2_000).readonly(),
    measures: z.array(z.string().min(1).max(120)).max(500).readonly().default([]),
    approvedOn: daySchema,
    from: daySchema,
    until: daySchema,
    parties: z.array(words).max(500).readonly().nullable().default(null),
    route: z.array(words).max(50).readonly().nullable().default(null),
    shipmentsMax: z.int().min(1).max(10_000).nullable().default(null),
    valueMax: moneySchema.optional(),
    periodLimits: periodLimitsSchema.optional(),
    returnsRestore: z.boolean().default(false),
    /** Whether the public page of the letter shows what remains. */
    publishRemaining: z.boolean().default(true),
    conditions: z.array(words).max(100).readonly().default([]),
    source: words.default("Decision recorded in this service"),
    reason,
  })
  .readonly();
export type Proposal = z.infer<typeof proposalSchema>;

/** What happens to an application; `template` says in which authority's course. */
export const applicationEventSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("submitted"),
    version: z.int(),
    approvals: z.array(template).min(1).readonly(),
  }),
  z.strictObject({ kind: z.literal("forwarded"), template, by: words }),
  z.strictObject({
    kind: z.literal("circulated"),
    template,
    members: z.array(member).min(1).max(200).readonly(),
    urgent: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("consented"), template, member }),
  z.strictObject({ kind: z.literal("held"), template, member, reason }),
  z.strictObject({ kind: z.literal("hold-extended"), template, member, reason }),
  z.strictObject({ kind: z.literal("hold-lifted"), template, member }),
  z.strictObject({ kind: z.literal("objected"), template, member, reason }),
  z.strictObject({ kind: z.literal("asked"), template, number: z.int().min(1), by: member, question: words }),
  z.strictObject({ kind: z.literal("answered"), template, number: z.int().min(1), answer: words }),
  z.strictObject({ kind: z.literal("noticed"), template, activitiesFrom: daySchema }),
  z.strictObject({ kind: z.literal("proposed"), template, decision: words }),
  z.strictObject({ kind: z.literal("sent-back"), template, decision: words, reason }),
  z.strictObject({
    kind: z.literal("decided"),
    template,
    decision: words,
    outcome: z.enum(["approved", "refused", "further-review"]),
    items: z.array(itemOutcomeSchema).readonly(),
    waiver: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal("appealed"), template, reason }),
  z.strictObject({ kind: z.literal("withdrawn"), reason }),
]);
export type ApplicationEvent = z.infer<typeof applicationEventSchema>;

/** An event with its instant, ISO 8601. */
export type DatedEvent = { readonly at: string; readonly event: ApplicationEvent };

/** Where one authority's course stands. */
export type CoursePhase =
  | "not-submitted"
  | "submitted"
  | "forwarded"
  | "circulated"
  | "on-hold"
  | "no-objection"
  | "objected"
  | "notice-running"
  | "may-proceed"
  | "proposed"
  | "approved"
  | "refused"
  | "further-review"
  | "appealed"
  | "withdrawn";

export type Hold = {
  readonly member: string;
  readonly reason: string;
  readonly at: string;
  /** The instant at which it ends by itself. */
  readonly until: string;
  readonly extended: boolean;
  readonly liftedAt: string | null;
};

/** One authority's course as its events and the clock have it. */
export type Course = {
  readonly template: string;
  readonly phase: CoursePhase;
  readonly submittedAt: string | null;
  readonly forwardedBy: string | null;
  readonly circulation: {
    readonly at: string;
    readonly members: readonly string[];
    readonly urgent: boolean;
    /** Silence is consent from this instant on, and not before. */
    readonly deadline: string;
  } | null;
  /** How each member stands: silence counts only when the time is over. */
  readonly votes: readonly {
    readonly member: string;
    readonly vote: "silent" | "consents" | "holds" | "objects";
  }[];
  readonly holds: readonly Hold[];
  readonly objections: readonly { readonly member: string; readonly reason: string; readonly at: string }[];
  readonly questions: readonly {
    readonly number: number;
    readonly by: string;
    readonly question: string;
    readonly at: string;
    readonly answer: string | null;
  }[];
  /** For a notice: until when an objection counts, and the first day on which the activities may begin. */
  readonly notice: { readonly at: string; readonly objectionUntil: string; readonly mayBegin: string } | null;
  readonly decision: {
    readonly id: string;
    readonly at: string;
    readonly outcome: "approved" | "refused" | "further-review" | null;
    readonly items: readonly ItemOutcome[];
    readonly waiver: string | null;
  } | null;
  /** Last day on which a refusal can be appealed, or null. */
  readonly appealUntil: string | null;
};

type Making = { -readonly [K in keyof Course]: Course[K] };

/** Which template's course an event belongs to; null for one that is all courses'. */
export function templateOf(event: ApplicationEvent): string | null {
  return "template" in event ? event.template : null;
}

/** When the time to object is over: so many full working days after the day of circulation, at the hour that the office closes. */
export function objectionDeadline(
  template: WaiverTemplate,
  calendar: OfficeCalendar,
  circulated: { readonly at: string; readonly urgent: boolean },
): string {
  const { procedure } = template;
  if (procedure.kind !== "no-objection") return circulated.at;
  const days = circulated.urgent ? procedure.urgentWorkingDays : procedure.workingDays;
  const last = addWorkingDays(calendar, dayIn(calendar.zone, circulated.at), days);
  return instantIn(calendar.zone, last, procedure.closesAt);
}

/**
 * One authority's course at an instant (ISO 8601): a fold over the events until then, and what the clock adds. Nothing of it is
 * stored, so that nothing can be forgotten to be set.
 */
export function courseOf(
  template: WaiverTemplate,
  calendar: OfficeCalendar,
  events: readonly DatedEvent[],
  at: string,
): Course {
  const course: Making = {
    template: template.id,
    phase: "not-submitted",
    submittedAt: null,
    forwardedBy: null,
    circulation: null,
    votes: [],
    holds: [],
    objections: [],
    questions: [],
    notice: null,
    decision: null,
    appealUntil: null,
  };
  for (const dated of events) {
    const of = templateOf(dated.event);
    if (dated.at > at || (of !== null && of !== template.id)) continue;
    if (dated.event.kind === "submitted" && !dated.event.approvals.includes(template.id)) continue;
    apply(course, dated, template, calendar);
  }
  return { ...course, phase: phaseAt(course, template, at), votes: votesOf(course, at) };
}

function apply(
  course: Making,
  { at, event }: DatedEvent,
  template: WaiverTemplate,
  calendar: OfficeCalendar,
): void {
  switch (event.kind) {
    case "submitted":
      course.submittedAt ??= at;
      if (course.phase === "not-submitted" || course.phase === "further-review") course.phase = "submitted";
      return;
    case "forwarded":
      course.forwardedBy = event.by;
      course.phase = "forwarded";
      return;
    case "circulated": {
      const { members, urgent } = event;
      const deadline = objectionDeadline(template, calendar, { at, urgent });
      course.circulation = { at, members, urgent, deadline };
      course.phase = "circulated";
      return;
    }
    case "consented":
      course.votes = [...course.votes, { member: event.member, vote: "consents" }];
      return;
    case "held":
    case "hold-extended":
    case "hold-lifted":
      course.holds = heldAfter(course.holds, { at, event }, template, calendar);
      return;
    case "objected":
      course.objections = [...course.objections, { member: event.member, reason: event.reason, at }];
      return;
    case "asked":
      course.questions = [
        ...course.questions,
        { number: event.number, by: event.by, question: event.question, at, answer: null },
      ];
      return;
    case "answered":
      course.questions = course.questions.map((one) =>
        one.number === event.number ? { ...one, answer: event.answer } : one,
      );
      return;
    case "noticed":
      course.notice = noticeOf(template, calendar, at, event.activitiesFrom);
      course.phase = "notice-running";
      return;
    case "proposed":
      course.decision = { id: event.decision, at, outcome: null, items: [], waiver: null };
      return;
    case "sent-back":
      course.decision = null;
      return;
    case "decided": {
      const { decision: id, outcome, items, waiver } = event;
      course.decision = { id, at, outcome, items, waiver };
      course.appealUntil =
        template.appealDays === null || outcome !== "refused"
          ? null
          : addCalendarDays(dayIn(calendar.zone, at), template.appealDays);
      return;
    }
    case "appealed":
      course.phase = "appealed";
      course.decision = null;
      return;
    case "withdrawn":
      course.phase = "withdrawn";
  }
}

/** A hold ends by itself after some months; extended once, after as many again. */
function heldAfter(
  holds: readonly Hold[],
  { at, event }: DatedEvent,
  { procedure }: WaiverTemplate,
  calendar: OfficeCalendar,
): readonly Hold[] {
  const months = procedure.kind === "no-objection" ? procedure.holdMonthsMax : 6;
  const after = (from: string, count: number) =>
    instantIn(calendar.zone, addMonths(dayIn(calendar.zone, from), count), "23:59");
  if (event.kind === "held") {
    const { member: by, reason: why } = event;
    return [
      ...holds,
      { member: by, reason: why, at, until: after(at, months), extended: false, liftedAt: null },
    ];
  }
  if (event.kind !== "hold-extended" && event.kind !== "hold-lifted") return holds;
  return holds.map((hold) => {
    if (hold.member !== event.member || hold.liftedAt !== null) return hold;
    return event.kind === "hold-lifted"
      ? { ...hold, liftedAt: at }
      : { ...hold, until: after(hold.at, 2 * months), extended: true };
  });
}

function noticeOf({ procedure }: WaiverTemplate, calendar: OfficeCalendar, at: string, wanted: string) {
  const { daysBefore, objectionDays } =
    procedure.kind === "notice" ? procedure : { daysBefore: 0, objectionDays: 0 };
  const today = dayIn(calendar.zone, at);
  const earliest = addCalendarDays(today, daysBefore);
  return {
    at,
    objectionUntil: instantIn(calendar.zone, addCalendarDays(today, objectionDays + 1), "00:00"),
    mayBegin: wanted > earliest ? wanted : earliest,
  };
}

/** True while the hold stands in the way. */
export function isHeldAt({ liftedAt, until }: Hold, at: string): boolean {
  return liftedAt === null && at < until;
}

function phaseAt(course: Making, template: WaiverTemplate, at: string): CoursePhase {
  if (course.phase === "withdrawn") return "withdrawn";
  const outcome = course.decision?.outcome;
  if (outcome !== undefined && outcome !== null) return outcome;
  if (course.objections.length > 0 && course.phase !== "appealed") return "objected";
  if (course.decision !== null) return "proposed";
  if (course.phase === "circulated" && course.circulation !== null) {
    if (course.holds.some((hold) => isHeldAt(hold, at))) return "on-hold";
    return at >= course.circulation.deadline ? "no-objection" : "circulated";
  }
  if (course.phase === "notice-running" && course.notice !== null)
    return at >= course.notice.objectionUntil ? "may-proceed" : "notice-running";
  return course.phase === "not-submitted" && template.procedure.kind === "notice"
    ? "not-submitted"
    : course.phase;
}

function votesOf({ circulation, votes, holds, objections }: Making, at: string): Course["votes"] {
  return (circulation?.members ?? []).map((name) => {
    if (objections.some(({ member: by }) => by === name)) return { member: name, vote: "objects" };
    if (holds.some((hold) => hold.member === name && isHeldAt(hold, at)))
      return { member: name, vote: "holds" };
    return votes.some(({ member: by }) => by === name)
      ? { member: name, vote: "consents" }
      : { member: name, vote: "silent" };
  });
}
