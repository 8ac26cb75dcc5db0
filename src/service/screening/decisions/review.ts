import { addDays } from "../../../engine/business-day.ts";
import { Fault, must } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import type { EventKind } from "../../../platform/live/event.ts";
import { publish } from "../../../platform/live/publish.ts";
import { appendReceipt } from "../../../platform/receipts/append.ts";
import {
  type Action,
  type AlertEvent,
  assertMayDecide,
  assertMaySecond,
  assertMayUndo,
  type DecisionMade,
  isUndecided,
  type ReasonCode,
  type Reviewer,
} from "../alerts/alert-state.ts";
import { type Alert, alertVersion, appendEvent, readAlert } from "../alerts/alert-store.ts";
import { isAnswer, type Outcome, sayAnswer } from "../alerts/steps.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { businessLineOf, policyInForce } from "../policy/policy-store.ts";
import { type DeskTransaction, plainOf } from "../tables.ts";
import { carryOut, type Effects, takeBack } from "./effects.ts";

/** Who asks for a change, and the version that they have seen; null where they do not say. */
export type ReviewCall = {
  readonly organizationId: string;
  readonly alertId: string;
  readonly by: { readonly kind: "person" | "key"; readonly id: string; readonly name: string };
  readonly ifVersion: string | null;
};

type Work = {
  readonly trx: DeskTransaction;
  readonly alert: Alert;
  readonly by: Reviewer;
  readonly at: Date;
};

/** Runs a change of one alert that nobody else can change meanwhile. */
async function change<T>(parts: DeskParts, call: ReviewCall, work: (given: Work) => Promise<T>): Promise<T> {
  return atDesk(parts, call.organizationId, async (trx, at) => {
    const alert = await readAlert(trx, call.alertId, { now: at, lock: true });
    const version = alertVersion(alert);
    if (call.ifVersion !== null && call.ifVersion !== version) {
      throw new Fault({ code: "changed-meanwhile", what: `alert ${alert.id}`, now: `version ${version}` });
    }
    const by = { ...call.by, businessLine: await businessLineOf(trx, call.by.id) };
    return work({ trx, alert, by, at });
  });
}

async function add(
  { trx, alert, by, at }: Work,
  event: AlertEvent,
  kind: EventKind = "alert.changed",
  receipt: number | null = null,
): Promise<Alert> {
  const { businessLine: _, ...actor } = by;
  const changed = await appendEvent(trx, alert, event, { by: actor, at, receipt });
  await publish(plainOf(trx), { organizationId: alert.organizationId, kind, id: alert.id, at });
  return changed;
}

function assertLive(alert: Alert): void {
  const { phase } = alert.state;
  if (isUndecided(phase) || phase === "awaiting-second") return;
  throw new Fault({
    code: "rule-broken",
    rule: "alert-ended",
    reason: `The alert is ${phase}: it is not worked on any more.`,
  });
}

/** Gives an alert to a person or to nobody, and may set another due day. */
export function assignAlert(
  parts: DeskParts,
  call: ReviewCall,
  asked: { readonly to: string | null; readonly dueOn: string | null },
): Promise<Alert> {
  return change(parts, call, (work) => {
    assertLive(work.alert);
    return add(work, { kind: "assigned", ...asked });
  });
}

/** Adds a note, at any time. */
export function noteAlert(parts: DeskParts, call: ReviewCall, text: string): Promise<Alert> {
  return change(parts, call, (work) => add(work, { kind: "noted", text }));
}

/** Answers a step of the review; an earlier answer stays in the history. Throws `input-invalid`, `rule-broken`. */
export function answerStep(
  parts: DeskParts,
  call: ReviewCall,
  asked: { readonly step: number; readonly answer: string; readonly words: string },
): Promise<Alert> {
  return change(parts, call, (work) => {
    const { state } = work.alert;
    if (!isUndecided(state.phase)) assertLive({ ...work.alert, state: { ...state, phase: "decided" } });
    if (!isAnswer(asked.step, asked.answer)) {
      throw new Fault({
        code: "input-invalid",
        file: "request",
        where: "answer",
        reason: `step ${asked.step} has no answer “${asked.answer}”`,
      });
    }
    const { next } = state.guide;
    if (!state.answers.has(asked.step) && next !== null && asked.step > next) {
      throw new Fault({
        code: "rule-broken",
        rule: "steps-in-order",
        reason: `Step ${next} is to be answered first.`,
      });
    }
    return add(work, { kind: "answered", ...asked });
  });
}

/** What a person decides. `suppressUntil` undefined: as long as the policy allows; null: not at all. */
export type DecisionAsked = {
  readonly outcome: Outcome;
  readonly reasonCode: ReasonCode;
  readonly narrative: string;
  readonly action: Action;
  readonly legalAuthority: string | null;
  readonly suppressUntil: string | null | undefined;
  /** Asked by a second reviewer, to whom only escalated alerts come. */
  readonly escalatedOnly?: boolean;
};

/** An alert after a decision, and what followed from it. */
export type Decided = { readonly alert: Alert; readonly effects: Effects };

const NO_EFFECTS: Effects = { suppression: null, report: null };

/**
 * Decides an alert. A true match or false positive stands at once, or, where the organisation's policy asks for four
 * eyes, when another person confirms it. Throws `rule-broken` with the rule that does not allow it.
 */
export function decideAlert(parts: DeskParts, call: ReviewCall, asked: DecisionAsked): Promise<Decided> {
  return change(parts, call, async (work) => {
    const { trx, alert, by, at } = work;
    if (asked.escalatedOnly === true && alert.state.phase !== "escalated") {
      throw new Fault({
        code: "rule-broken",
        rule: "not-escalated",
        reason: `The alert is ${alert.state.phase}: it was not escalated to you.`,
      });
    }
    assertMayDecide(alert.events, alert.state, { by, outcome: asked.outcome });
    const made = await decisionOf(work, asked);
    const settles = asked.outcome === "true-match" || asked.outcome === "false-positive";
    const effects =
      settles && !made.secondNeeded
        ? await carryOut(trx, parts.gate, alert, made, { by: actorOf(by), at })
        : NO_EFFECTS;
    const event: AlertEvent = { kind: "decided", ...made };
    const receipt = await receiptOf(work, event);
    return { alert: await add(work, event, "decision.made", receipt), effects };
  });
}

async function decisionOf({ trx, alert, at }: Work, asked: DecisionAsked): Promise<DecisionMade> {
  const { policy } = await policyInForce(trx, at);
  const today = at.toISOString().slice(0, 10);
  const last = addDays(today, policy.suppressionDaysMax);
  const falsePositive = asked.outcome === "false-positive";
  const until = !falsePositive ? null : asked.suppressUntil === undefined ? last : asked.suppressUntil;
  if (until !== null && (until > last || until < today)) {
    throw new Fault({
      code: "rule-broken",
      rule: "suppression-too-long",
      reason: `A suppression ends between ${today} and ${last} by the organisation's policy.`,
    });
  }
  const { suggests } = alert.state.guide;
  const settles = falsePositive || asked.outcome === "true-match";
  return {
    decision: newId("dec"),
    outcome: asked.outcome,
    reasonCode: asked.reasonCode,
    narrative: asked.narrative,
    action: asked.action,
    legalAuthority: asked.legalAuthority,
    suppressUntil: until,
    secondNeeded:
      (asked.outcome === "true-match" || asked.outcome === "false-positive") &&
      policy.fourEyes[asked.outcome],
    undoMinutes: policy.undoMinutes,
    againstSteps: settles && suggests !== asked.outcome,
  };
}

function actorOf({ businessLine: _, ...actor }: Reviewer) {
  return actor;
}

/** The organisation's receipt of a decision: what was decided, by whom, and all that it was decided on. */
async function receiptOf({ trx, alert, by, at }: Work, event: AlertEvent): Promise<number> {
  const { sequence } = await appendReceipt(plainOf(trx), {
    organizationId: alert.organizationId,
    kind: "decision",
    at,
    body: {
      alert: alert.id,
      event,
      by: actorOf(by),
      at: at.toISOString(),
      steps: [...alert.state.answers].map(([step, answer]) => ({
        step,
        answer,
        words: sayAnswer(step, answer),
      })),
      record: alert.record,
    },
  });
  return sequence;
}

/** Confirms a decision that awaits a second person, or disagrees with it: then a third person has to decide. */
export function secondAlert(
  parts: DeskParts,
  call: ReviewCall,
  asked: { readonly agrees: boolean; readonly narrative: string },
): Promise<Decided> {
  return change(parts, call, async (work) => {
    const { trx, alert, by, at } = work;
    assertMaySecond(alert.state, by);
    const decision = must(alert.state.decision, "a decision awaits its second");
    const effects = asked.agrees
      ? await carryOut(trx, parts.gate, alert, decision, { by: actorOf(by), at })
      : NO_EFFECTS;
    const event: AlertEvent = { kind: "seconded", decision: decision.decision, ...asked };
    const receipt = await receiptOf(work, event);
    return { alert: await add(work, event, "decision.made", receipt), effects };
  });
}

/** Takes a decision back while it is not final; the decision and the taking back both stay in the history. */
export function undoDecision(parts: DeskParts, call: ReviewCall, reason: string): Promise<Alert> {
  return change(parts, call, async (work) => {
    const { trx, alert, by, at } = work;
    assertMayUndo(alert.state, by);
    const decision = must(alert.state.decision, "there is a decision to take back");
    await takeBack(trx, decision, { by: actorOf(by), at, reason });
    const event: AlertEvent = { kind: "undone", decision: decision.decision, reason };
    const receipt = await receiptOf(work, event);
    return add(work, event, "decision.made", receipt);
  });
}

/** A file that goes with an alert. It is kept as it is, and never run or read. */
export type AttachmentAsked = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly sha256: string;
};

/** Files of one alert. */
const ATTACHMENTS_MAX = 50;

/** Keeps a file with an alert. Throws `limit-exceeded` for too many. */
export function attachFile(
  parts: DeskParts,
  call: ReviewCall,
  file: AttachmentAsked,
): Promise<{ readonly alert: Alert; readonly attachment: string }> {
  return change(parts, call, async (work) => {
    const { trx, alert, by, at } = work;
    const held = alert.events.filter(({ kind }) => kind === "attached").length;
    if (held >= ATTACHMENTS_MAX) {
      throw new Fault({
        code: "limit-exceeded",
        limit: "attachmentsPerAlertMax",
        allowed: ATTACHMENTS_MAX,
        where: alert.id,
      });
    }
    const attachment = newId("att");
    await trx
      .insertInto("alert_attachments")
      .values({
        organization_id: alert.organizationId,
        id: attachment,
        alert_id: alert.id,
        name: file.name,
        media_type: file.mediaType,
        size: file.bytes.length,
        sha256: file.sha256,
        bytes: file.bytes,
        at,
        by: JSON.stringify(actorOf(by)),
      })
      .execute();
    return { alert: await add(work, { kind: "attached", attachment, name: file.name }), attachment };
  });
}
