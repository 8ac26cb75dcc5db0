import { addBusinessDays } from "../../../engine/business-day.ts";
import type { PartyHit } from "../../../engine/check/hits.ts";
import { fingerprint, listingFacts, subjectFacts } from "../../../engine/match/identity.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import { must } from "../../../fault.ts";
import { publishAll } from "../../../platform/live/publish.ts";
import { SYSTEM } from "../alerts/alert-state.ts";
import { type NewestAlert, type OpeningAlert, openAlerts, readNewestAlerts } from "../alerts/alert-store.ts";
import { recordHit } from "../alerts/hit-record.ts";
import type { DeskParts } from "../desk.ts";
import { type PolicyInForce, thresholdFor } from "../policy/policy.ts";
import { type DeskTransaction, plainOf } from "../tables.ts";

/** The hits of one check, and what it was decided on. */
type CheckHits = {
  readonly check: string;
  readonly reference: string;
  readonly hits: readonly PartyHit[];
  readonly snapshot: Snapshot;
  readonly policy: PolicyInForce;
};

/** A pair that was hit: who the alert on it is, or that it is to be opened. */
type Pair = { readonly key: string; readonly entityId: string; readonly fingerprint: string };

type Placed = { readonly pair: Pair; readonly of: CheckHits; readonly hit: PartyHit };

function placedHits(checks: readonly CheckHits[]): readonly Placed[] {
  return checks.flatMap((of) =>
    of.hits.map((hit) => {
      const print = fingerprint(subjectFacts(hit.subject));
      const pair = { key: `${hit.match.id} ${print}`, entityId: hit.match.id, fingerprint: print };
      return { pair, of, hit };
    }),
  );
}

/** True where the alert waits for a person, or one has found that they are the same party. */
function stands({ standing, outcome }: NewestAlert): boolean {
  return (standing !== "decided" && standing !== "closed") || outcome === "true-match";
}

/**
 * Opens an alert on each hit, unless one on these facts waits already or found a true match. Gives the alerts of each
 * check, in as many statements for all of them as for one.
 */
export async function openCheckAlerts(
  trx: DeskTransaction,
  parts: DeskParts,
  given: { readonly organizationId: string; readonly checks: readonly CheckHits[]; readonly now: Date },
): Promise<readonly (readonly string[])[]> {
  const { organizationId, checks, now } = given;
  const placed = placedHits(checks);
  if (placed.length === 0) return checks.map(() => []);
  const known = await readNewestAlerts(
    trx,
    placed.map(({ pair }) => pair),
  );
  const newest = new Map(known.map((alert) => [`${alert.entityId} ${alert.fingerprint}`, alert]));
  const ids = new Map<string, string>();
  const opening = new Map<string, OpeningAlert>();
  for (const { pair, of, hit } of placed) {
    const alert = newest.get(pair.key);
    if (alert !== undefined && stands(alert)) ids.set(pair.key, alert.id);
    // The second check of a group that hits the pair finds the alert of the first.
    else if (!opening.has(pair.key)) opening.set(pair.key, openingOf(parts, { of, hit, alert, now }));
  }
  const opened = await openAlerts(trx, [...opening.values()], { organizationId, by: SYSTEM, at: now });
  for (const [at, key] of [...opening.keys()].entries())
    ids.set(key, must(opened[at], "an id of each alert"));
  await publishAll(
    plainOf(trx),
    organizationId,
    opened.map((id) => ({ kind: "alert.opened", id, at: now })),
  );
  return checks.map((check) => {
    const own = placed.filter(({ of }) => of === check);
    return [...new Set(own.map(({ pair }) => must(ids.get(pair.key), "an alert of each pair")))];
  });
}

function openingOf(
  parts: DeskParts,
  given: {
    readonly of: CheckHits;
    readonly hit: PartyHit;
    readonly alert: NewestAlert | undefined;
    readonly now: Date;
  },
): OpeningAlert {
  const { of, hit, alert, now } = given;
  const { about, words, subject, match } = hit;
  const { version, policy } = of.policy;
  const facts = subjectFacts(subject);
  const listed = listingFacts(of.snapshot, match.index);
  return {
    record: recordHit({
      snapshot: of.snapshot,
      match,
      listing: { facts: listed, fingerprint: fingerprint(listed) },
      of: {
        id: null,
        ref: of.reference,
        version: null,
        businessLine: null,
        subject,
        facts,
        fingerprint: fingerprint(facts),
      },
      channel: "check",
      threshold: thresholdFor(policy, subject),
      ...(policy.screen.weights === undefined ? {} : { weights: policy.screen.weights }),
      policyVersion: version,
      engine: parts.engine,
      check: { id: of.check, about, words },
    }),
    round: (alert?.round ?? 0) + 1,
    previousId: alert?.id ?? null,
    because: "check",
    words,
    dueOn: addBusinessDays(now.toISOString().slice(0, 10), policy.alertDueBusinessDays, policy.calendar),
  };
}
