import { addBusinessDays } from "../../../engine/business-day.ts";
import type { Suppression } from "../../../engine/check/suppression.ts";
import {
  factDifferences,
  fingerprint,
  type IdentityFacts,
  listingFacts,
  subjectFacts,
} from "../../../engine/match/identity.ts";
import type { ScreenMatch, ScreenResult } from "../../../engine/screen.ts";
import { listingStateOn } from "../../../engine/snapshot/listing-state.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import type { EventKind } from "../../../platform/live/event.ts";
import { publish } from "../../../platform/live/publish.ts";
import { type ClosedBecause, isUndecided, type OpenedBecause, SYSTEM } from "../alerts/alert-state.ts";
import { type Alert, appendEvent, openAlert, readAlerts } from "../alerts/alert-store.ts";
import { type Channel, recordHit } from "../alerts/hit-record.ts";
import { type PolicyInForce, thresholdFor } from "../policy/policy.ts";
import { engineSubject, type StoredSubject } from "../subjects/subject-store.ts";
import { suppressionState } from "../suppressions/lapse.ts";
import { suppressedFor } from "../suppressions/suppressed.ts";
import { noteLapse, type StoredSuppression, suppressionsOfPairs } from "../suppressions/suppression-store.ts";
import { type DeskTransaction, type NearMatch, plainOf } from "../tables.ts";
import { marginOf } from "./margin.ts";
import { touchKeys } from "./touch-keys.ts";

/** A screening of one subject, to be turned into alerts. */
export type Screening = {
  readonly organizationId: string;
  /** As it stands, locked by this transaction; not removed. */
  readonly subject: StoredSubject;
  readonly result: ScreenResult;
  readonly snapshot: Snapshot;
  readonly policy: PolicyInForce;
  readonly engine: string;
  readonly channel: Channel;
  readonly at: Date;
};

/** What a screening changed: ids of alerts opened and closed, and how many suppressions it found lapsed. */
export type Settled = {
  readonly opened: readonly string[];
  readonly closed: readonly string[];
  readonly lapsed: number;
};

/** By what a subject was screened: another engine or another policy means that it must be screened again. */
export function screenedWith(engine: string, policy: PolicyInForce): string {
  return `${engine.slice(0, 16)} policy-${policy.version}`;
}

type Side = { readonly fingerprint: string; readonly facts: IdentityFacts };
type Hit = { readonly match: ScreenMatch; readonly listing: Side };

/**
 * Turns the screening of a stored subject into alerts: new hits open one, what a person has settled stays settled while
 * the facts stand, what is no hit any more is closed with a note.
 */
export async function settleScreening(trx: DeskTransaction, screening: Screening): Promise<Settled> {
  const { subject, result, snapshot, policy } = screening;
  const hits: readonly Hit[] = result.matches
    .filter(({ hit }) => hit)
    .map((match) => {
      const facts = listingFacts(snapshot, match.index);
      return { match, listing: { facts, fingerprint: fingerprint(facts) } };
    });
  const near: readonly NearMatch[] = result.matches.map(({ id, score }) => [id, score]);
  const crowded = result.matches.length >= policy.policy.screen.limit;
  const alerts = await readAlerts(trx, { subjectId: subject.id, lock: true, now: screening.at });
  const latest = new Map<string, Alert>();
  for (const alert of alerts) {
    const known = latest.get(alert.entityId);
    if (known === undefined || known.round < alert.round) latest.set(alert.entityId, alert);
  }
  const suppressions = await suppressionsOfPairs(
    trx,
    subject.id,
    hits.map(({ match }) => match.id),
  );
  const opened: string[] = [];
  let lapsed = 0;
  for (const hit of hits) {
    const ofPair = suppressions.filter(({ entityId }) => entityId === hit.match.id);
    const settled = await settleHit(trx, screening, hit, latest.get(hit.match.id) ?? null, ofPair);
    if (settled.opened !== null) opened.push(settled.opened);
    lapsed += settled.lapsed;
  }
  const closed = await closeGone(trx, screening, [...latest.values()], { hits, crowded });
  const using = screenedWith(screening.engine, policy);
  await trx
    .updateTable("subjects")
    .set({
      // Another engine may bring other words of a name together: its keys are written with its first screening.
      ...(subject.screened?.with === using
        ? {}
        : { keys: touchKeys("subject", engineSubject(subject)) as number[] }),
      near: JSON.stringify(near),
      margin: marginOf(near, thresholdFor(policy.policy, engineSubject(subject))),
      crowded,
      screened_at: screening.at,
      screened_snapshot: snapshot.hash,
      screened_with: using,
    })
    .where("id", "=", subject.id)
    .execute();
  await trx
    .insertInto("subject_screenings")
    .values({
      organization_id: screening.organizationId,
      subject_id: subject.id,
      at: screening.at,
      snapshot: snapshot.hash,
      screened_with: using,
      channel: screening.channel,
      near: near.length,
      hits: hits.length,
      score: near[0]?.[1] ?? null,
      opened,
      closed: [...closed],
    })
    .execute();
  return { opened, closed, lapsed };
}

function asEngine(one: StoredSuppression): Suppression {
  return {
    reference: one.id,
    subject: one.subjectFingerprint,
    entity: one.entityId,
    listing: one.listingFingerprint,
    from: one.from,
    until: one.until,
  };
}

type HitSettled = { readonly opened: string | null; readonly lapsed: number };
const NOTHING: HitSettled = { opened: null, lapsed: 0 };

async function settleHit(
  trx: DeskTransaction,
  screening: Screening,
  hit: Hit,
  alert: Alert | null,
  suppressions: readonly StoredSuppression[],
): Promise<HitSettled> {
  const { subject, snapshot, at } = screening;
  const day = at.toISOString().slice(0, 10);
  const standing = suppressions.filter(({ revokedAt }) => revokedAt === null).map(asEngine);
  if (suppressedFor(standing, snapshot, engineSubject(subject), hit.match.id, day) !== null) return NOTHING;
  if (alert !== null && (isUndecided(alert.state.phase) || alert.state.phase === "awaiting-second")) {
    await seeAgain(trx, screening, hit, alert);
    return NOTHING;
  }
  // A true match stays one: what was blocked is not asked about again because the list was edited.
  if (alert?.state.decision?.outcome === "true-match" && alert.state.phase !== "closed") return NOTHING;
  // What lapsed before the latest alert was decided has been asked about already.
  const last = suppressions.find(
    ({ alertId, createdAt }) => alert === null || alertId === alert.id || createdAt > alert.createdAt,
  );
  const lapse = last === undefined ? null : await lapseOf(trx, screening, hit, last);
  if (lapse !== null) {
    const opened = await open(trx, screening, hit, alert, ["suppression-lapsed", lapse]);
    return { opened, lapsed: 1 };
  }
  if (alert === null) {
    const words = `${hit.match.caption} matches with a score of ${hit.match.score.toFixed(2)}.`;
    return { opened: await open(trx, screening, hit, null, ["new-hit", words]), lapsed: 0 };
  }
  if (alert.state.phase === "closed") {
    const opened = await open(trx, screening, hit, alert, ["hit-again", "It matches again."]);
    return { opened, lapsed: 0 };
  }
  // A false positive without a suppression: decided for these facts, asked again when they change.
  const changed = changesSince(alert, screening, hit);
  if (changed === null) return NOTHING;
  return { opened: await open(trx, screening, hit, alert, ["hit-again", changed]), lapsed: 0 };
}

/** Why the suppression does not hold, written down with it; null where it does. */
async function lapseOf(
  trx: DeskTransaction,
  { organizationId, subject, at }: Screening,
  { listing }: Hit,
  suppression: StoredSuppression,
): Promise<string | null> {
  const day = at.toISOString().slice(0, 10);
  const state = suppressionState(suppression, { subject: sideOf(subject), listing, day });
  if (state.kind === "holds") return null;
  if (suppression.lapsedAt === null && suppression.revokedAt === null) {
    await noteLapse(trx, suppression.id, { at, words: state.words });
    await publish(plainOf(trx), { organizationId, kind: "suppression.lapsed", id: suppression.id, at });
  }
  return `The suppression ${suppression.id} holds no longer. ${state.words}`;
}

function sideOf(subject: StoredSubject): Side {
  return { fingerprint: subject.fingerprint, facts: subjectFacts(engineSubject(subject)) };
}

/** What differs on either side from the facts that an alert records, in words; null where nothing does. */
function changesSince({ record }: Alert, { subject }: Screening, { listing }: Hit): string | null {
  const parts: string[] = [];
  if (record.subject.fingerprint !== subject.fingerprint) {
    const what = factDifferences(record.subject.facts, sideOf(subject).facts);
    parts.push(`The subject's facts changed: ${what.join("; ")}.`);
  }
  if (record.listed.fingerprint !== listing.fingerprint) {
    const what = factDifferences(record.listed.facts, listing.facts);
    parts.push(`The listing's facts changed: ${what.join("; ")}.`);
  }
  return parts.length === 0 ? null : parts.join(" ");
}

/** An alert that waits for a person is told what has changed since it was opened, once for each change. */
async function seeAgain(trx: DeskTransaction, screening: Screening, hit: Hit, alert: Alert): Promise<void> {
  const words = changesSince(alert, screening, hit);
  if (words === null) return;
  const told = alert.events.findLast(({ kind }) => kind === "seen-again");
  if (told?.kind === "seen-again" && told.words === words) return;
  await appendEvent(trx, alert, { kind: "seen-again", words }, { by: SYSTEM, at: screening.at });
  await say(trx, screening, "alert.changed", alert.id);
}

async function open(
  trx: DeskTransaction,
  screening: Screening,
  hit: Hit,
  previous: Alert | null,
  [because, words]: readonly [OpenedBecause, string],
): Promise<string> {
  const { subject, policy, at } = screening;
  const { alertDueBusinessDays, calendar, screen } = policy.policy;
  const asked = engineSubject(subject);
  const id = await openAlert(trx, {
    organizationId: screening.organizationId,
    record: recordHit({
      snapshot: screening.snapshot,
      match: hit.match,
      listing: hit.listing,
      of: { ...subject, subject: asked, facts: sideOf(subject).facts },
      channel: screening.channel,
      threshold: thresholdFor(policy.policy, asked),
      ...(screen.weights === undefined ? {} : { weights: screen.weights }),
      policyVersion: policy.version,
      engine: screening.engine,
      check: null,
    }),
    round: (previous?.round ?? 0) + 1,
    previousId: previous?.id ?? null,
    because,
    words,
    dueOn: addBusinessDays(at.toISOString().slice(0, 10), alertDueBusinessDays, calendar),
    by: SYSTEM,
    at,
  });
  await say(trx, screening, because === "new-hit" ? "alert.opened" : "alert.reopened", id);
  return id;
}

function say(
  trx: DeskTransaction,
  { organizationId, at }: Screening,
  kind: EventKind,
  id: string,
): Promise<void> {
  return publish(plainOf(trx), { organizationId, kind, id, at });
}

/** Closes what awaits a decision and is no hit any more. Of a crowded subject only what left the lists is known to be gone. */
async function closeGone(
  trx: DeskTransaction,
  screening: Screening,
  alerts: readonly Alert[],
  { hits, crowded }: { readonly hits: readonly Hit[]; readonly crowded: boolean },
): Promise<readonly string[]> {
  const still = new Set(hits.map(({ match }) => match.id));
  const closed: string[] = [];
  for (const alert of alerts) {
    const waits = isUndecided(alert.state.phase) || alert.state.phase === "awaiting-second";
    if (!waits || still.has(alert.entityId)) continue;
    const gone = goneBecause(screening, alert);
    if (crowded && gone.cause !== "listing-removed") continue;
    await appendEvent(trx, alert, { kind: "closed", ...gone }, { by: SYSTEM, at: screening.at });
    await say(trx, screening, "alert.closed", alert.id);
    closed.push(alert.id);
  }
  return closed;
}

function goneBecause(
  { result, snapshot, policy, subject }: Screening,
  alert: Alert,
): { readonly cause: ClosedBecause; readonly words: string } {
  const { caption } = alert.record.listed;
  const index = snapshot.find(alert.entityId);
  const out = result.outOfForce.find(({ id }) => id === alert.entityId);
  const scope = policy.policy.screen.lists;
  const listed =
    index >= 0 &&
    index < snapshot.targets &&
    snapshot.listings(index).some((listing) => {
      const list = snapshot.lists.find(({ id }) => id === listing.list);
      const inScope = scope === null || scope.includes(listing.list);
      return inScope && list !== undefined && listingStateOn(listing, list, null) === "listed";
    });
  if (out !== undefined || !listed) {
    return {
      cause: "listing-removed",
      words: `${caption} stands on none of the lists in force any more, so there is nothing left to decide.`,
    };
  }
  const changed = subject.fingerprint === alert.record.subject.fingerprint ? "listing's" : "subject's";
  return {
    cause: "no-hit-any-more",
    words: `With the ${changed} facts as they are now, ${caption} is below the threshold of ${thresholdFor(policy.policy, engineSubject(subject))}.`,
  };
}
