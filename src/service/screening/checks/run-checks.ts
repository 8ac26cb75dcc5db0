import { addBusinessDays } from "../../../engine/business-day.ts";
import type { Suppression } from "../../../engine/check/suppression.ts";
import { createWorld } from "../../../engine/check/world.ts";
import { sha256 } from "../../../engine/digest.ts";
import { canonicalJson, type Json } from "../../../engine/json.ts";
import { fingerprint, listingFacts, subjectFacts } from "../../../engine/match/identity.ts";
import type { Subject } from "../../../engine/match/subject.ts";
import { makeReceipt } from "../../../engine/receipt.ts";
import type { ScreenMatch } from "../../../engine/screen.ts";
import type { Transaction } from "../../../engine/transaction.ts";
import type { Verdict } from "../../../engine/verdict.ts";
import { parseWaiver, type Waiver } from "../../../engine/waivers/waiver.ts";
import { Fault, must } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import { publish } from "../../../platform/live/publish.ts";
import { appendReceipt, lockReceipts } from "../../../platform/receipts/append.ts";
import { heldWaivers } from "../../waivers/held-waivers.ts";
import { SYSTEM } from "../alerts/alert-state.ts";
import { openAlert, readAlerts } from "../alerts/alert-store.ts";
import { recordHit } from "../alerts/hit-record.ts";
import type { Caller } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { checkPolicyOf, type PolicyInForce } from "../policy/policy.ts";
import { policyInForce } from "../policy/policy-store.ts";
import { recordDaySchema } from "../storable.ts";
import { suppressedFor, suppressionsOfSubjects } from "../suppressions/suppressed.ts";
import { type DeskTransaction, plainOf } from "../tables.ts";
import { readChecks, type StoredCheck } from "./check-store.ts";

/** What is asked: transactions, the moment that the answers are for, the waivers relied on. */
export type CheckAsked = {
  readonly transactions: readonly Transaction[];
  /** A day or an instant; null for now. */
  readonly at: string | null;
  readonly waivers: readonly unknown[];
  readonly many: boolean;
  /** What the caller calls this request, so that it can be sent twice and be done once. */
  readonly idempotencyKey: string | null;
};

/** The checks, in the order asked, and whether they were made before under the same key. */
export type CheckedAll = { readonly checks: readonly StoredCheck[]; readonly replayed: boolean };

/** Lists and policy may change while a check is under way; more often than this in a row is no coincidence. */
const ATTEMPTS_MAX = 5;

/** A hit of a party that a person is to look at. */
type PartyHit = {
  readonly about: string;
  readonly words: string;
  readonly subject: Subject;
  readonly match: ScreenMatch;
};

type Decided = {
  readonly transaction: Transaction;
  readonly verdict: Verdict;
  readonly hits: readonly PartyHit[];
};

/**
 * Decides and keeps checks, each with its receipt in the organisation's log, all of them or none. The same request under
 * the same key gives the same checks again; another request under it throws `conflict`.
 */
export async function runChecks(parts: DeskParts, caller: Caller, asked: CheckAsked): Promise<CheckedAll> {
  const requestHash = sha256(
    canonicalJson({
      transactions: asked.transactions,
      at: asked.at,
      waivers: asked.waivers,
      many: asked.many,
    } as unknown as Json),
  );
  const before = await requestedBefore(parts, caller, asked, requestHash);
  if (before !== null) return before;
  const waivers = asked.waivers.map((waiver) => parseWaiver(waiver, "request"));
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const done = await tryChecks(parts, caller, { ...asked, waivers, requestHash });
    if (done !== null) return done;
  }
  throw new Fault({
    code: "conflict",
    what: "check",
    reason: "the lists or the policy changed each time; try again",
  });
}

async function requestedBefore(
  parts: DeskParts,
  { organizationId, by }: Caller,
  { idempotencyKey }: CheckAsked,
  requestHash: string,
): Promise<CheckedAll | null> {
  if (idempotencyKey === null) return null;
  return atDesk(parts, organizationId, async (trx) => {
    const row = await trx
      .selectFrom("check_requests")
      .select(["request_hash", "checks"])
      .where("principal_id", "=", by.id)
      .where("idempotency_key", "=", idempotencyKey)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (row.request_hash !== requestHash) {
      throw new Fault({
        code: "conflict",
        what: "Idempotency-Key",
        reason: "it was used for another request before; a new request needs a new key",
      });
    }
    return { checks: await readChecks(trx, row.checks), replayed: true };
  });
}

type Trying = Omit<CheckAsked, "waivers"> & {
  readonly waivers: readonly Waiver[];
  readonly requestHash: string;
};

/** Every subject that a transaction names. */
function subjectsOf(transaction: Transaction): readonly Subject[] {
  return transaction.parties.flatMap((party) => [
    party,
    ...(party.related ?? []).map(({ subject }) => subject),
  ]);
}

/** Null where the lists or the policy are others than when it began, or the same key came in at the same time. */
async function tryChecks(parts: DeskParts, caller: Caller, trying: Trying): Promise<CheckedAll | null> {
  const { organizationId } = caller;
  const release = parts.gate.current();
  const at = trying.at ?? parts.now().toISOString();
  const day = at.slice(0, 10);
  if (!recordDaySchema.safeParse(day).success)
    throw new Fault({
      code: "input-invalid",
      file: "request",
      where: "at",
      reason: `“${at}” is no day or instant from 1900 to 2200`,
    });
  const { payouts, ownFacts } = parts;
  const transactions = await Promise.all(
    trying.transactions.map(async (stated) => {
      const known = ownFacts === undefined ? stated : await ownFacts(organizationId, stated);
      return payouts === undefined ? known : payouts.join(organizationId, known, day);
    }),
  );
  const prints = transactions.map((transaction) =>
    subjectsOf(transaction).map(({ schema, properties }) =>
      fingerprint(subjectFacts({ schema, properties })),
    ),
  );
  const { policy, suppressions, held } = await atDesk(parts, organizationId, async (trx, now) => ({
    policy: await policyInForce(trx, now),
    held: await heldWaivers(plainOf(trx), trying.transactions, now),
    suppressions: await suppressionsOfSubjects(plainOf(trx), day, prints.flat()),
  }));
  // What is kept has a ledger: a copy that the request brings is not heard beside it.
  const kept = new Set(held.map(({ reference }) => reference));
  const waivers = [...held, ...trying.waivers.filter(({ reference }) => !kept.has(reference))];
  const decided = await Promise.all(
    transactions.map(async (transaction, index): Promise<Decided | null> => {
      const own = new Set(prints[index]);
      const settled = suppressions.filter(({ subject }) => own.has(subject));
      const world = { waivers, policy: checkPolicyOf(policy), suppressions: settled };
      const { verdict, snapshot } = await parts.gate.check(transaction, at, world);
      if (snapshot !== release.hash) return null;
      const hits = await hitsOf(parts, { transaction, verdict, day, policy, settled });
      return hits === null ? null : { transaction, verdict, hits };
    }),
  );
  const all = decided.flatMap((one) => (one === null ? [] : [one]));
  if (all.length < decided.length) return null;
  return keepChecks(
    parts,
    caller,
    { ...trying, waivers },
    { at, policy, suppressions, prints, release, decided: all },
  );
}

type Deciding = {
  readonly transaction: Transaction;
  readonly verdict: Verdict;
  readonly day: string;
  readonly policy: PolicyInForce;
  readonly settled: readonly Suppression[];
};

/** Hits of parties that a finding refers or prohibits, with what the matcher saw; null where the lists changed. */
async function hitsOf(parts: DeskParts, deciding: Deciding): Promise<readonly PartyHit[] | null> {
  const { transaction, verdict, day, policy, settled } = deciding;
  const release = parts.gate.current();
  const hits: PartyHit[] = [];
  for (const [index, party] of transaction.parties.entries()) {
    const about = `party:${index + 1}`;
    const finding = verdict.findings.find(
      (one) =>
        one.about === about &&
        one.step === "screen" &&
        (one.effect === "refers" || one.effect === "prohibits"),
    );
    if (finding === undefined) continue;
    const subject: Subject = { schema: party.schema, properties: party.properties };
    const found = await parts.gate.screen(subject, checkPolicyOf(policy).screen, day);
    if (found.snapshot !== verdict.of.snapshot || found.snapshot !== release.hash) return null;
    for (const match of found.matches) {
      const decided = suppressedFor(settled, release.snapshot, subject, match.id, day) !== null;
      if (match.hit && !decided) hits.push({ about, words: finding.words, subject, match });
    }
  }
  return hits;
}

type Keeping = {
  readonly at: string;
  readonly policy: PolicyInForce;
  readonly suppressions: readonly Suppression[];
  readonly prints: readonly (readonly string[])[];
  readonly release: ReturnType<DeskParts["gate"]["current"]>;
  readonly decided: readonly Decided[];
};

async function keepChecks(
  parts: DeskParts,
  caller: Caller,
  trying: Trying,
  keeping: Keeping,
): Promise<CheckedAll | null> {
  const { organizationId, by } = caller;
  return atDesk(parts, organizationId, async (trx, now) => {
    if ((await policyInForce(trx, now)).version !== keeping.policy.version) return null;
    const ids = keeping.decided.map(() => newId("chk"));
    if (trying.idempotencyKey !== null) {
      // Whoever sends the same key at the same time waits here, and then finds the checks of the first.
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto("check_requests")
        .values({
          organization_id: organizationId,
          principal_id: by.id,
          idempotency_key: trying.idempotencyKey,
          request_hash: trying.requestHash,
          checks: JSON.stringify(ids),
          many: trying.many,
          at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) return null;
    }
    const alerts: (readonly string[])[] = [];
    for (const [index, one] of keeping.decided.entries()) {
      const check = must(ids[index], "an id for each check");
      alerts.push(await alertsOf(trx, parts, caller, { check, one, keeping, now }));
    }
    for (const [index, one] of keeping.decided.entries()) {
      const id = must(ids[index], "an id for each check");
      await keepCheck(trx, parts, caller, {
        id,
        one,
        index,
        keeping,
        trying,
        alerts: alerts[index] ?? [],
        now,
      });
    }
    return { checks: await readChecks(trx, ids), replayed: false };
  }).then(
    async (done) => done ?? requestedBefore(parts, caller, { ...trying, waivers: [] }, trying.requestHash),
  );
}

/** Opens an alert on each hit, unless one on these facts waits already or found a true match. */
async function alertsOf(
  trx: DeskTransaction,
  parts: DeskParts,
  { organizationId }: Caller,
  given: { readonly check: string; readonly one: Decided; readonly keeping: Keeping; readonly now: Date },
): Promise<readonly string[]> {
  const { check, one, keeping, now } = given;
  const { snapshot } = keeping.release;
  const { version, policy } = keeping.policy;
  const ids: string[] = [];
  for (const { about, words, subject, match } of one.hits) {
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
          ref: one.transaction.reference,
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

async function keepCheck(
  trx: DeskTransaction,
  parts: DeskParts,
  { organizationId, by }: Caller,
  given: {
    readonly id: string;
    readonly one: Decided;
    readonly index: number;
    readonly keeping: Keeping;
    readonly trying: Trying;
    readonly alerts: readonly string[];
    readonly now: Date;
  },
): Promise<void> {
  const { id, one, keeping, trying, now } = given;
  const own = new Set(keeping.prints[given.index]);
  const suppressions = keeping.suppressions.filter(({ subject }) => own.has(subject));
  const policy = checkPolicyOf(keeping.policy);
  const { chain } = await lockReceipts(plainOf(trx), organizationId);
  const receipt = makeReceipt({
    world: createWorld(keeping.release.snapshot, trying.waivers, policy, suppressions),
    transaction: one.transaction,
    at: keeping.at,
    verdict: one.verdict,
    programVersion: parts.version,
    previous: chain,
  });
  const { sequence } = await appendReceipt(plainOf(trx), {
    organizationId,
    kind: "check",
    at: now,
    body: { check: id, by, receipt },
  });
  const holds =
    (await parts.payouts?.hold(plainOf(trx), {
      organizationId,
      checkId: id,
      transaction: one.transaction,
      verdict: one.verdict,
      by,
      at: now,
    })) ?? [];
  await trx
    .insertInto("checks")
    .values({
      organization_id: organizationId,
      id,
      reference: one.transaction.reference,
      kind: one.transaction.kind,
      at: keeping.at,
      answer: one.verdict.answer,
      created_at: now,
      created_by: JSON.stringify(by),
      policy_version: keeping.policy.version,
      snapshot: receipt.snapshot,
      receipt: canonicalJson(receipt as unknown as Json),
      receipt_hash: receipt.hash,
      receipt_sequence: sequence,
      alerts: JSON.stringify(given.alerts),
      holds: JSON.stringify(holds),
    })
    .execute();
  await publish(plainOf(trx), {
    organizationId,
    kind: "check.decided",
    id,
    at: now,
    data: { answer: one.verdict.answer },
  });
}
