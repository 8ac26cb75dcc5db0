import { sql } from "kysely";
import type { PartyHit } from "../../../engine/check/hits.ts";
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
import { appendReceipts, type Behind, type LogEnd, refusalOf } from "../../../platform/receipts/append.ts";
import type { Caller } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { checkPolicyOf } from "../policy/policy.ts";
import { type DeskTransaction, plainOf } from "../tables.ts";
import { openCheckAlerts } from "./check-alerts.ts";
import { type CheckSetting, readSetting, settingIs, settledOn } from "./check-setting.ts";
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

/** Keeps what several requests of one organisation decided. */
export type KeepChecks = (organizationId: string, keepings: readonly Keeping[]) => Promise<readonly Kept[]>;

/** Organisations whose log's end is remembered; forgotten together, which costs each a reading. */
const ENDS_MAX = 10_000;
/** Where others write to a log as well, its end is read for so many groups before it is remembered again. */
const GROUPS_AFTER_OTHERS = 16;

/** How a group of an organisation is kept. */
type Course = {
  /** The end of the log that the last group left; null where the next is to read it. */
  readonly end: LogEnd | null;
  /** Groups that are yet to read the end before it is remembered. */
  readonly reads: number;
};

/**
 * Keeps what several requests decided, each with its receipt in the organisation's log, in one transaction: all, but for
 * those whose grounds have changed or that were kept before. Where nothing but these checks was written to the log since
 * the last, the grounds and the log's end are not read: they are held against what stands by the statement that writes.
 */
export function checkKeeper(parts: DeskParts): KeepChecks {
  const courses = new Map<string, Course>();
  return async (organizationId, keepings) => {
    const { end, reads } = courses.get(organizationId) ?? { end: null, reads: 0 };
    // Nothing is known until this one has ended.
    courses.delete(organizationId);
    let readsLeft = Math.max(0, reads - 1);
    let done: GroupKept | null = null;
    if (end !== null && restAlike(keepings)) {
      try {
        done = await keepBehind(parts, { organizationId, keepings, end });
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === null) throw error;
        if (refusal === "moved") readsLeft = GROUPS_AFTER_OTHERS;
      }
    }
    done ??= await keepAfterReading(parts, { organizationId, keepings });
    if (courses.size >= ENDS_MAX) courses.clear();
    courses.set(organizationId, { end: readsLeft === 0 ? done.end : null, reads: readsLeft });
    return done.kept;
  };
}

type Group = { readonly organizationId: string; readonly keepings: readonly Keeping[] };

type GroupKept = { readonly kept: readonly Kept[]; readonly end: LogEnd | null };

/** True where one statement can tell whether the grounds of all still stand: one policy, and no false positive at all. */
function restAlike(keepings: readonly Keeping[]): boolean {
  const [first] = keepings;
  return keepings.every(
    ({ setting: { policy, waivers, suppressions } }) =>
      suppressions.length === 0 &&
      policy.version === first?.setting.policy.version &&
      waivers === first.setting.waivers,
  );
}

/** Keeps a group on grounds, and behind an end, that are compared as it is written; fails where others stand by now. */
function keepBehind(
  parts: DeskParts,
  { organizationId, keepings, end }: Group & { readonly end: LogEnd },
): Promise<GroupKept> {
  return atDesk(parts, organizationId, (trx, now) => {
    const [first] = keepings;
    const grounds = settingIs(trx, must(first, "a group has one").setting, printsOf(keepings), now);
    return keepSound(trx, parts, { organizationId, keepings, now, behind: { end, grounds } });
  });
}

/** Keeps those of a group whose grounds stand, and tells the others what stands now. */
function keepAfterReading(parts: DeskParts, { organizationId, keepings }: Group): Promise<GroupKept> {
  return atDesk(parts, organizationId, async (trx, now) => {
    const setting = await readSetting(trx, printsOf(keepings), now);
    const sound = keepings.filter((keeping) => stands(keeping, setting));
    const { kept, end } = await keepSound(trx, parts, { organizationId, keepings: sound, now });
    const of = new Map(sound.map((keeping, at) => [keeping, kept[at]]));
    return { kept: keepings.map((keeping) => of.get(keeping) ?? { kind: "other-setting", setting }), end };
  });
}

const printsOf = (keepings: readonly Keeping[]): readonly string[] =>
  keepings.flatMap(({ decided }) => decided.flatMap(({ prints }) => [...prints]));

/** Keeps requests whose grounds stand, but for those that were kept before. */
async function keepSound(
  trx: DeskTransaction,
  parts: DeskParts,
  given: Group & { readonly now: Date; readonly behind?: Behind },
): Promise<GroupKept> {
  const { organizationId, keepings, now, behind } = given;
  const ids = new Map(keepings.map((keeping) => [keeping, keeping.decided.map(() => newId("chk"))]));
  const before = await askedBefore(trx, organizationId, keepings, { ids, now });
  const rows = keepings.flatMap((keeping) =>
    before.has(keeping)
      ? []
      : keeping.decided.map((one, at): Row => ({ keeping, one, id: must(ids.get(keeping)?.[at], "an id") })),
  );
  const { checks, end } = await keepRows(trx, parts, { organizationId, rows, now, behind });
  const kept = keepings.map((keeping): Kept => {
    if (before.has(keeping)) return { kind: "asked-before" };
    const own = must(ids.get(keeping), "ids of each request");
    return { kind: "kept", checks: own.map((id) => must(checks.get(id), "a check of each id")) };
  });
  return { kept, end };
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
  given: {
    readonly organizationId: string;
    readonly rows: readonly Row[];
    readonly now: Date;
    readonly behind?: Behind | undefined;
  },
): Promise<{ readonly checks: ReadonlyMap<string, StoredCheck>; readonly end: LogEnd | null }> {
  const { organizationId, rows, now, behind } = given;
  if (rows.length === 0) return { checks: new Map(), end: behind?.end ?? null };
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
  const written: Receipt[] = [];
  const kept = new Map<string, StoredCheck>();
  // Last of what waits for others: the log is locked from here on.
  const { end } = await appendReceipts(
    plainOf(trx),
    organizationId,
    rows.map((row) => (previous) => {
      const made = receiptOf(parts, row, previous);
      written.push(made.receipt);
      const by = JSON.stringify(row.keeping.by);
      const bodyText = `{"check":${JSON.stringify(row.id)},"by":${by},"receipt":${made.text}}`;
      return { kind: "check", at: now, bodyText };
    }),
    {
      behind,
      beside: (appended) => {
        const checks = rows.map((row, at) => {
          const receipt = must(written[at], "a receipt of each check");
          const { sequence } = must(appended[at], "a place of each receipt");
          const found = { alerts: alerts[at] ?? [], holds: holds[at] ?? [] };
          return storedOf(row, { receipt, sequence, ...found, now });
        });
        for (const check of checks) kept.set(check.id, check);
        return checkParts(trx, organizationId, { checks, now });
      },
    },
  );
  return { checks: kept, end };
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
  { checks, now }: { readonly checks: readonly StoredCheck[]; readonly now: Date },
): StatementParts {
  const rows = trx.insertInto("checks").values(
    checks.map((check) => ({
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
      receipt_hash: check.receipt.hash,
      receipt_sequence: check.receipt.sequence,
      alerts: JSON.stringify(check.alerts),
      holds: JSON.stringify(check.holds),
    })),
  );
  const { writes, results } = eventParts(
    organizationId,
    checks.map(({ id, answer }) => ({
      kind: "check.decided" as const,
      id,
      at: now,
      data: { answer },
    })),
  );
  return { writes: [sql`made as (${rows})`, ...writes], results };
}
