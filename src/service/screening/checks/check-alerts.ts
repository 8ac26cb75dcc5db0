import { addBusinessDays } from "../../../engine/business-day.ts";
import { fingerprint, listingFacts, subjectFacts } from "../../../engine/match/identity.ts";
import type { Subject } from "../../../engine/match/subject.ts";
import type { ScreenMatch } from "../../../engine/screen.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import { publish } from "../../../platform/live/publish.ts";
import { SYSTEM } from "../alerts/alert-state.ts";
import { openAlert, readAlerts } from "../alerts/alert-store.ts";
import { recordHit } from "../alerts/hit-record.ts";
import type { DeskParts } from "../desk.ts";
import type { PolicyInForce } from "../policy/policy.ts";
import { type DeskTransaction, plainOf } from "../tables.ts";

/** A hit of a party that a person is to look at. */
export type PartyHit = {
  readonly about: string;
  readonly words: string;
  readonly subject: Subject;
  readonly match: ScreenMatch;
};

/** Opens an alert on each hit, unless one on these facts waits already or found a true match. */
export async function openCheckAlerts(
  trx: DeskTransaction,
  parts: DeskParts,
  given: {
    readonly organizationId: string;
    readonly check: string;
    readonly reference: string;
    readonly hits: readonly PartyHit[];
    readonly snapshot: Snapshot;
    readonly policy: PolicyInForce;
    readonly now: Date;
  },
): Promise<readonly string[]> {
  const { organizationId, check, snapshot, now } = given;
  const { version, policy } = given.policy;
  const ids: string[] = [];
  for (const { about, words, subject, match } of given.hits) {
    const facts = subjectFacts(subject);
    const print = fingerprint(facts);
    const known = await trx
      .selectFrom("alerts")
      .select("id")
      .where("entity_id", "=", match.id)
      .where("subject_fingerprint", "=", print)
      .orderBy("id", "desc")
      .limit(1)
      .execute();
    const [alert] = await readAlerts(trx, { ids: known.map(({ id }) => id), now });
    const { phase, decision } = alert?.state ?? { phase: null, decision: null };
    const asks = phase !== null && phase !== "final" && phase !== "closed" && phase !== "decided";
    if (alert !== undefined && (asks || decision?.outcome === "true-match")) {
      ids.push(alert.id);
      continue;
    }
    const listed = listingFacts(snapshot, match.index);
    const id = await openAlert(trx, {
      organizationId,
      record: recordHit({
        snapshot,
        match,
        listing: { facts: listed, fingerprint: fingerprint(listed) },
        of: {
          id: null,
          ref: given.reference,
          version: null,
          businessLine: null,
          subject,
          facts,
          fingerprint: print,
        },
        channel: "check",
        threshold: policy.screen.threshold,
        policyVersion: version,
        engine: parts.engine,
        check: { id: check, about, words },
      }),
      round: (alert?.round ?? 0) + 1,
      previousId: alert?.id ?? null,
      because: "check",
      words,
      dueOn: addBusinessDays(now.toISOString().slice(0, 10), policy.alertDueBusinessDays, policy.calendar),
      by: SYSTEM,
      at: now,
    });
    await publish(plainOf(trx), { organizationId, kind: "alert.opened", id, at: now });
    ids.push(id);
  }
  return [...new Set(ids)];
}
