import { sql } from "kysely";
import { createWorld } from "../../../engine/check/world.ts";
import { type Receipt, writeReceipt } from "../../../engine/receipt.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import type { Transaction } from "../../../engine/transaction.ts";
import type { Verdict } from "../../../engine/verdict.ts";
import type { Waiver } from "../../../engine/waivers/waiver.ts";
import { must } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import type { StatementParts } from "../../../platform/database/statement-parts.ts";
import { eventParts } from "../../../platform/live/publish.ts";
import { appendReceipts } from "../../../platform/receipts/append.ts";
import type { Caller } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { checkPolicyOf } from "../policy/policy.ts";
import { type DeskTransaction, plainOf } from "../tables.ts";
import { openCheckAlerts, type PartyHit } from "./check-alerts.ts";
import { type CheckSetting, readSetting, settledOn } from "./check-setting.ts";
import type { StoredCheck } from "./check-store.ts";

/** A transaction with what was decided of it. */
export type Decided = {
  readonly transaction: Transaction;
  readonly verdict: Verdict;
  readonly hits: readonly PartyHit[];
  /** Fingerprints of the subjects that it names. */
  readonly prints: ReadonlySet<string>;
};

/** What one request decided, and on what grounds. */
export type Keeping = {
  readonly by: Caller["by"];
  /** The day or instant asked about. */
  readonly at: string;
  readonly request: { readonly key: string; readonly hash: string; readonly many: boolean } | null;
  readonly snapshot: Snapshot;
  readonly setting: CheckSetting;
  readonly waivers: readonly Waiver[];
  readonly decided: readonly Decided[];
};

/** Kept; decided on a setting that is another one now; or asked before under the same key. */
export type Kept =
  | { readonly kind: "kept"; readonly checks: readonly StoredCheck[] }
  | { readonly kind: "other-setting"; readonly setting: CheckSetting }
  | { readonly kind: "asked-before" };

type Row = { readonly keeping: Keeping; readonly id: string; readonly one: Decided };

/**
 * Keeps what several requests decided, each with its receipt in the organisation's log, in one transaction: all, but for
 * those whose grounds have changed or that were kept before.
 */
export function keepChecks(
  parts: DeskParts,
  organizationId: string,
  keepings: readonly Keeping[],
): Promise<readonly Kept[]> {
  return atDesk(parts, organizationId, async (trx, now) => {
    const prints = keepings.flatMap(({ decided }) => decided.flatMap((one) => [...one.prints]));
    const setting = await readSetting(trx, prints, now);
    const ids = new Map(keepings.map((keeping) => [keeping, keeping.decided.map(() => newId("chk"))]));
    const sound = keepings.filter((keeping) => stands(keeping, setting));
    const before = await askedBefore(trx, organizationId, sound, { ids, now });
    const kept = sound.filter((keeping) => !before.has(keeping));
    const rows = kept.flatMap((keeping) =>
      keeping.decided.map((one, at): Row => ({ keeping, one, id: must(ids.get(keeping)?.[at], "an id") })),
    );
    const checks = await keepRows(trx, parts, { organizationId, rows, now });
    return keepings.map((keeping): Kept => {
      if (before.has(keeping)) return { kind: "asked-before" };
      if (!kept.includes(keeping)) return { kind: "other-setting", setting };
      const own = must(ids.get(keeping), "ids of each request");
      return { kind: "kept", checks: own.map((id) => must(checks.get(id), "a check of each id")) };
    });
  });
}

/** True where everything that the request was decided on is what stands now. */
function stands({ at, setting: then, decided }: Keeping, now: CheckSetting): boolean {
  if (then.policy.version !== now.policy.version || then.waivers !== now.waivers) return false;
  const day = at.slice(0, 10);
  const names = (setting: CheckSetting, prints: ReadonlySet<string>): string =>
    settledOn(setting, day, prints)
      .map(({ reference }) => reference)
      .join();
  return decided.every(({ prints }) => names(then, prints) === names(now, prints));
}

/** Notes the requests that have a key; gives those whose key is there already, after whoever brings it in has ended. */
async function askedBefore(
  trx: DeskTransaction,
  organizationId: string,
  keepings: readonly Keeping[],
  made: { readonly ids: ReadonlyMap<Keeping, readonly string[]>; readonly now: Date },
): Promise<ReadonlySet<Keeping>> {
  const keyed = keepings.flatMap((keeping) =>
    keeping.request === null ? [] : [{ keeping, request: keeping.request, checks: made.ids.get(keeping) }],
  );
  if (keyed.length === 0) return new Set();
  // In one order everywhere: two processes that wait for each other's keys would never end.
  keyed.sort((a, b) => (a.request.key < b.request.key ? -1 : 1));
  const noted = await trx
    .insertInto("check_requests")
    .values(
      keyed.map(({ keeping, request, checks }) => ({
        organization_id: organizationId,
        principal_id: keeping.by.id,
        idempotency_key: request.key,
        request_hash: request.hash,
        checks: JSON.stringify(checks),
        many: request.many,
        at: made.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("checks")
    .execute();
  const firstIds = new Set(noted.map(({ checks }) => checks[0]));
  return new Set(keyed.flatMap(({ keeping, checks }) => (firstIds.has(checks?.[0]) ? [] : [keeping])));
}

async function keepRows(
  trx: DeskTransaction,
  parts: DeskParts,
  given: { readonly organizationId: string; readonly rows: readonly Row[]; readonly now: Date },
): Promise<ReadonlyMap<string, StoredCheck>> {
  const { organizationId, rows, now } = given;
  if (rows.length === 0) return new Map();
  const alerts = await openCheckAlerts(trx, parts, {
    organizationId,
    checks: rows.map(({ id, one, keeping }) => ({
      check: id,
      reference: one.transaction.reference,
      hits: one.hits,
      snapshot: keeping.snapshot,
      policy: keeping.setting.policy,
    })),
    now,
  });
  const holds: (readonly string[])[] = [];
  for (const { id, one, keeping } of rows) {
    const { transaction, verdict } = one;
    const held = { organizationId, checkId: id, transaction, verdict, by: keeping.by, at: now };
    holds.push((await parts.payouts?.hold(plainOf(trx), held)) ?? []);
  }
  const written: ReturnType<typeof writeReceipt>[] = [];
  const kept = new Map<string, StoredCheck>();
  // Last of what waits for others: the log is locked from here on.
  await appendReceipts(
    plainOf(trx),
    organizationId,
    rows.map((row) => (previous) => {
      const made = receiptOf(parts, row, previous);
      written.push(made);
      const by = JSON.stringify(row.keeping.by);
      const bodyText = `{"check":${JSON.stringify(row.id)},"by":${by},"receipt":${made.text}}`;
      return { kind: "check", at: now, bodyText };
    }),
    (appended) => {
      const checks = rows.map((row, at) => {
        const { receipt, text } = must(written[at], "a receipt of each check");
        const { sequence } = must(appended[at], "a place of each receipt");
        const found = { alerts: alerts[at] ?? [], holds: holds[at] ?? [] };
        return { text, check: storedOf(row, { receipt, sequence, ...found, now }) };
      });
      for (const { check } of checks) kept.set(check.id, check);
      return checkParts(trx, organizationId, { checks, now });
    },
  );
  return kept;
}

function storedOf(
  { id, one: { transaction, verdict }, keeping }: Row,
  made: {
    readonly receipt: Receipt;
    readonly sequence: number;
    readonly alerts: readonly string[];
    readonly holds: readonly string[];
    readonly now: Date;
  },
): StoredCheck {
  const { receipt, sequence, alerts, holds, now } = made;
  return {
    id,
    reference: transaction.reference,
    kind: transaction.kind,
    at: keeping.at,
    answer: verdict.answer,
    createdAt: now.toISOString(),
    createdBy: keeping.by,
    policyVersion: keeping.setting.policy.version,
    snapshot: receipt.snapshot,
    verdict,
    receipt: { sequence, hash: receipt.hash },
    alerts,
    holds,
  };
}

function receiptOf(
  parts: DeskParts,
  { keeping, one }: Row,
  previous: string | null,
): ReturnType<typeof writeReceipt> {
  const { snapshot, setting, at, waivers } = keeping;
  const suppressions = settledOn(setting, at.slice(0, 10), one.prints);
  return writeReceipt({
    world: createWorld(snapshot, waivers, checkPolicyOf(setting.policy), suppressions),
    transaction: one.transaction,
    at,
    verdict: one.verdict,
    programVersion: parts.version,
    previous,
  });
}

/** The checks and what is told of them, as parts of a statement. */
function checkParts(
  trx: DeskTransaction,
  organizationId: string,
  given: {
    readonly checks: readonly { readonly check: StoredCheck; readonly text: string }[];
    readonly now: Date;
  },
): StatementParts {
  const { checks, now } = given;
  const rows = trx.insertInto("checks").values(
    checks.map(({ check, text }) => ({
      organization_id: organizationId,
      id: check.id,
      reference: check.reference,
      kind: check.kind,
      at: check.at,
      answer: check.answer,
      created_at: now,
      created_by: JSON.stringify(check.createdBy),
      policy_version: check.policyVersion,
      snapshot: check.snapshot,
      receipt: text,
      receipt_hash: check.receipt.hash,
      receipt_sequence: check.receipt.sequence,
      alerts: JSON.stringify(check.alerts),
      holds: JSON.stringify(check.holds),
    })),
  );
  const { writes, end } = eventParts(
    organizationId,
    checks.map(({ check: { id, answer } }) => ({
      kind: "check.decided" as const,
      id,
      at: now,
      data: { answer },
    })),
  );
  return { writes: sql`made as (${rows}), ${writes}`, end };
}
