import {
  fingerprint,
  type IdentityFacts,
  listingFacts,
  subjectFacts,
} from "../../../engine/match/identity.ts";
import type { Action, Actor, DecisionMade } from "../alerts/alert-state.ts";
import type { Alert } from "../alerts/alert-store.ts";
import type { Gate } from "../gate.ts";
import { draftFromAlert } from "../reports/report-store.ts";
import { engineSubject, readSubject } from "../subjects/subject-store.ts";
import { addSuppression, revokeSuppressions } from "../suppressions/suppression-store.ts";
import type { DeskTransaction } from "../tables.ts";

type Made = { readonly by: Actor; readonly at: Date };

/** What follows from a decision once it stands: ids of what was made. */
export type Effects = { readonly suppression: string | null; readonly report: string | null };

/** Actions after which the law asks for a report. */
const REPORTED: ReadonlySet<Action> = new Set(["block", "freeze", "reject"]);

/**
 * Carries out a decision that stands (by one person, or by two where the policy asks): a false positive is remembered
 * with the facts of both sides as they are now; what was blocked or rejected gets the draft of its report.
 */
export async function carryOut(
  trx: DeskTransaction,
  gate: Gate,
  alert: Alert,
  decision: DecisionMade,
  made: Made,
): Promise<Effects> {
  const day = made.at.toISOString().slice(0, 10);
  let suppression: string | null = null;
  if (decision.outcome === "false-positive" && decision.suppressUntil !== null) {
    const sides = await factsNow(trx, gate, alert);
    suppression = await addSuppression(trx, {
      organizationId: alert.organizationId,
      alertId: alert.id,
      decisionId: decision.decision,
      subjectId: alert.subjectId,
      ...sides,
      entityId: alert.entityId,
      listingCaption: alert.record.listed.caption,
      reason: decision.narrative,
      from: day,
      // A second person may confirm it after the day that the first had in mind.
      until: [decision.suppressUntil, day].sort().at(-1) ?? day,
      ...made,
    });
  }
  const reported = decision.outcome === "true-match" && REPORTED.has(decision.action);
  const report = reported ? await draftFromAlert(trx, alert, decision, made) : null;
  return { suppression, report };
}

/** Takes back what followed from a decision: its suppression is revoked; a report stays, as a person may have filed it. */
export async function takeBack(
  trx: DeskTransaction,
  decision: DecisionMade,
  made: Made & { readonly reason: string },
): Promise<void> {
  await revokeSuppressions(trx, { decisionId: decision.decision }, made);
}

type Side = { readonly fingerprint: string; readonly facts: IdentityFacts };

/** The facts of both sides as they stand; those of the alert's record where a side is not held here. */
async function factsNow(
  trx: DeskTransaction,
  gate: Gate,
  alert: Alert,
): Promise<{ readonly subject: Side; readonly listing: Side }> {
  const { record } = alert;
  const { snapshot } = gate.current();
  const index = snapshot.find(alert.entityId);
  const listing = index < 0 ? record.listed.facts : listingFacts(snapshot, index);
  const subject =
    alert.subjectId === null
      ? record.subject.facts
      : subjectFacts(engineSubject(await readSubject(trx, alert.subjectId)));
  return {
    subject: { facts: subject, fingerprint: fingerprint(subject) },
    listing: { facts: listing, fingerprint: fingerprint(listing) },
  };
}
