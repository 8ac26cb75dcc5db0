import { sayDay } from "../day.ts";
import { sayQuantity } from "./amount.ts";
import type { ApplicationFile } from "./application.ts";
import { addMonths, type OfficeCalendar } from "./calendar.ts";
import { type ApplicationEvent, type Course, type CoursePhase, isHeldAt, type Proposal } from "./course.ts";
import type { WaiverTemplate } from "./template.ts";
import { countIn, quantityOf } from "./unit.ts";
import { dayIn } from "./zone.ts";

/** Phases in which an authority still works on the file. */
export const OPEN_PHASES: ReadonlySet<CoursePhase> = new Set([
  "submitted",
  "forwarded",
  "circulated",
  "on-hold",
  "no-objection",
  "notice-running",
  "may-proceed",
  "proposed",
  "appealed",
]);

const sayPhase = (phase: CoursePhase): string => phase.replaceAll("-", " ");

/** Why an event cannot happen in a course as it stands at that instant, in a sentence; null where it can. */
export function eventReason(
  event: ApplicationEvent,
  course: Course,
  template: WaiverTemplate,
  at: string,
): string | null {
  const here = `the course at ${template.office} stands at “${sayPhase(course.phase)}”`;
  if (event.kind === "submitted")
    return course.phase === "not-submitted" || course.phase === "further-review"
      ? null
      : `it was submitted already; ${here}`;
  if (event.kind === "withdrawn")
    return OPEN_PHASES.has(course.phase) ? null : `nothing is left to withdraw; ${here}`;
  if (event.kind === "appealed") return appealReason(course, at, here);
  if (!OPEN_PHASES.has(course.phase)) return here;
  switch (event.kind) {
    case "forwarded":
      return course.phase === "submitted" ? null : here;
    case "circulated":
      if (template.procedure.kind !== "no-objection")
        return `${template.office} decides without a circulation`;
      return course.circulation === null ? null : "it was circulated already";
    case "noticed":
      return template.procedure.kind === "notice" ? null : `${template.office} takes no notices`;
    case "consented":
    case "held":
    case "objected":
      return voteReason(event, course, at);
    case "hold-extended":
    case "hold-lifted":
      return holdReason(event, course, at);
    case "answered": {
      const asked = course.questions.find(({ number }) => number === event.number);
      if (asked === undefined) return `there is no question ${event.number}`;
      return asked.answer === null ? null : `question ${event.number} was answered already`;
    }
    default:
      return null;
  }
}

function appealReason(course: Course, at: string, here: string): string | null {
  if (course.phase !== "refused") return `only a refusal can be appealed; ${here}`;
  if (course.appealUntil === null) return "this authority's decision knows no appeal here";
  return at.slice(0, 10) <= course.appealUntil
    ? null
    : `the time for an appeal ended on ${sayDay(course.appealUntil)}`;
}

type Vote = Extract<ApplicationEvent, { readonly kind: "consented" | "held" | "objected" }>;

function voteReason(event: Vote, course: Course, at: string): string | null {
  const { circulation, notice } = course;
  if (notice !== null && event.kind === "objected")
    return at < notice.objectionUntil ? null : "the time to object to the notice is over";
  if (circulation === null) return "it has not been circulated";
  if (!circulation.members.includes(event.member))
    return `${event.member} is not among the members it went to`;
  const holds = course.holds.some((hold) => hold.member === event.member && isHeldAt(hold, at));
  if (event.kind === "held" && holds) return `${event.member} holds it already`;
  if (course.objections.some(({ member }) => member === event.member)) return `${event.member} has objected`;
  // Who holds may still object when the rest's time is over.
  if (at >= circulation.deadline && !(event.kind === "objected" && holds))
    return `the time to object ended at ${circulation.deadline}`;
  return null;
}

function holdReason(
  event: Extract<ApplicationEvent, { readonly kind: "hold-extended" | "hold-lifted" }>,
  course: Course,
  at: string,
): string | null {
  const hold = course.holds.find((one) => one.member === event.member && isHeldAt(one, at));
  if (hold === undefined) return `${event.member} holds nothing`;
  return event.kind === "hold-extended" && hold.extended ? "a hold is extended once only" : null;
}

/** Why a proposal cannot be made: a sentence each; empty where it can. */
export function proposalReasons(
  proposal: Proposal,
  file: ApplicationFile,
  course: Course,
  office: { readonly template: WaiverTemplate; readonly calendar: OfficeCalendar },
  at: string,
): readonly string[] {
  const { template, calendar } = office;
  const approves = proposal.items.some(({ outcome }) => outcome === "approved");
  return [
    ...itemReasons(proposal, file),
    ...(approves ? timeReasons(course, template, at) : []),
    ...(approves ? windowReasons(proposal, template, calendar, course, at) : []),
  ];
}

function itemReasons({ items }: Proposal, { lines }: ApplicationFile): readonly string[] {
  const reasons: string[] = [];
  const seen = new Set<string>();
  for (const { line, outcome, quantity, reason } of items) {
    const asked = lines.find((one) => one.line === line);
    if (seen.has(line)) reasons.push(`line ${line} is decided twice`);
    seen.add(line);
    if (asked === undefined) {
      reasons.push(`the annex has no line ${line}`);
      continue;
    }
    if (outcome !== "approved" && reason === undefined)
      reasons.push(`line ${line} is not approved, and no reason is given`);
    if (outcome !== "approved" || quantity === undefined) continue;
    if (asked.quantity === null) {
      reasons.push(`line ${line} states no quantity to approve`);
      continue;
    }
    const unit = asked.quantity.unit;
    const [wanted, given] = [countIn(asked.quantity, unit), countIn(quantity, unit)];
    if (given.kind === "refused") reasons.push(`line ${line}: ${given.reason}`);
    else if (wanted.kind === "exact" && given.amount > wanted.amount)
      reasons.push(
        `line ${line}: ${sayQuantity(quantityOf(given.amount, unit))} are more than the ${sayQuantity(asked.quantity)} asked for`,
      );
  }
  const undecided = lines.filter(({ line }) => !seen.has(line));
  if (undecided.length > 0)
    reasons.push(`nothing is decided on ${undecided.map(({ line }) => `line ${line}`).join(", ")}`);
  return reasons;
}

function timeReasons(course: Course, { procedure, office }: WaiverTemplate, at: string): readonly string[] {
  if (course.objections.length > 0) return [`${course.objections[0]?.member ?? "a member"} has objected`];
  if (procedure.kind === "notice" && (course.notice === null || at < course.notice.objectionUntil))
    return ["the time to object to the notice is not over"];
  if (procedure.kind !== "no-objection") return [];
  const { circulation } = course;
  if (circulation === null) return [`it has not been circulated to the members of ${office}`];
  const hold = course.holds.find((one) => isHeldAt(one, at));
  if (hold !== undefined) return [`${hold.member} holds it: ${hold.reason}`];
  const silent = course.votes.some(({ vote }) => vote === "silent");
  // Where every member has spoken there is nothing to wait for.
  if (silent && at < circulation.deadline) return [`silence is consent only from ${circulation.deadline} on`];
  return [];
}

function windowReasons(
  { from, until, approvedOn, shipmentsMax, periodLimits, items }: Proposal,
  { validity }: WaiverTemplate,
  calendar: OfficeCalendar,
  course: Course,
  at: string,
): readonly string[] {
  const reasons: string[] = [];
  const today = dayIn(calendar.zone, at);
  if (approvedOn > today) reasons.push(`the day of approval, ${sayDay(approvedOn)}, has not come`);
  const { circulation } = course;
  if (circulation !== null && approvedOn < dayIn(calendar.zone, circulation.at))
    reasons.push(`it was circulated only on ${sayDay(dayIn(calendar.zone, circulation.at))}`);
  if (until < from) reasons.push("its last day is before its first");
  if (from < approvedOn) reasons.push("it cannot begin before it is approved");
  if (validity !== null) {
    const last = addMonths(from, validity.monthsMax);
    if (until > last) reasons.push(`it may last ${validity.monthsMax} months, until ${sayDay(last)}`);
    if (validity.shipmentsMax !== null && (shipmentsMax ?? Number.POSITIVE_INFINITY) > validity.shipmentsMax)
      reasons.push(`it allows at most ${validity.shipmentsMax} shipments`);
  }
  for (const limit of periodLimits ?? []) {
    if (limit.of === "line" && !items.some(({ line }) => line === limit.line))
      reasons.push(`a limit is set on line ${limit.line}, which there is not`);
  }
  return reasons;
}
