import { sql } from "kysely";
import { Fault } from "../../fault.ts";
import type { DatabaseTransaction } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { type Appended, appendReceipt } from "./append.ts";
import type { ReceiptTables } from "./tables.ts";

/** How long an organisation keeps what. */
export type Retention = {
  /** Bodies of receipts; their hashes stay for good. */
  readonly receiptsYears: number;
  readonly auditYears: number;
  /** Addresses and programs in the audit log, which are personal data. */
  readonly originsDays: number;
};

/**
 * What holds where an organisation says nothing: ten years, as US law asks for records of transactions with a US nexus
 * (31 CFR 501.601, since 12 March 2025), because none of them can be ruled out in general.
 */
export const RETENTION: Retention = { receiptsYears: 10, auditYears: 10, originsDays: 365 };

/** A person or a key, as histories name it. */
export type Actor = { readonly id: string; readonly name: string };

/** A hold: while it is in force nothing in its range is erased. `from` and `to` null: the whole log, to come included. */
export type Hold = {
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: string;
  readonly releasedBy: string | null;
  readonly releasedAt: string | null;
  readonly releaseReason: string | null;
};

/** Why a body may go: its time is over, or a law asks for it before that (an erasure order, a court). */
export type ErasureGround = "retention-ended" | "law-requires";

/** Bodies that one request may erase. */
export const ERASURES_MAX = 1_000;

const of = (trx: DatabaseTransaction) => trx.withTables<ReceiptTables>();

/** The organisation's retention. */
export async function readRetention(trx: DatabaseTransaction, organizationId: string): Promise<Retention> {
  const row = await of(trx)
    .selectFrom("retention_policies")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .executeTakeFirst();
  if (row === undefined) return RETENTION;
  return { receiptsYears: row.receipts_years, auditYears: row.audit_years, originsDays: row.origins_days };
}

/** Sets the organisation's retention, and writes that down as a receipt. */
export async function setRetention(
  trx: DatabaseTransaction,
  wanted: {
    readonly organizationId: string;
    readonly retention: Retention;
    readonly reason: string;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<Appended> {
  const { organizationId, retention, reason, by, at } = wanted;
  const before = await readRetention(trx, organizationId);
  const row = {
    receipts_years: retention.receiptsYears,
    audit_years: retention.auditYears,
    origins_days: retention.originsDays,
    reason,
    set_by: by.id,
    set_at: at,
  };
  await of(trx)
    .insertInto("retention_policies")
    .values({ organization_id: organizationId, ...row })
    .onConflict((conflict) => conflict.column("organization_id").doUpdateSet(row))
    .execute();
  return appendReceipt(trx, {
    organizationId,
    kind: "retention",
    body: { before, after: retention, reason, by },
    at,
  });
}

/** Places a hold, and writes that down as a receipt. */
export async function placeHold(
  trx: DatabaseTransaction,
  wanted: {
    readonly organizationId: string;
    readonly from: number | null;
    readonly to: number | null;
    readonly reason: string;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<string> {
  const { organizationId, from, to, reason, by, at } = wanted;
  const id = newId("hld");
  await of(trx)
    .insertInto("receipt_holds")
    .values({
      id,
      organization_id: organizationId,
      from_sequence: from,
      to_sequence: to,
      reason,
      placed_by: by.id,
      placed_at: at,
    })
    .execute();
  await appendReceipt(trx, { organizationId, kind: "hold.placed", body: { id, from, to, reason, by }, at });
  return id;
}

/** Releases a hold, once, and writes that down as a receipt. Throws `not-found` and `conflict`. */
export async function releaseHold(
  trx: DatabaseTransaction,
  wanted: {
    readonly organizationId: string;
    readonly id: string;
    readonly reason: string;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<void> {
  const { organizationId, id, reason, by, at } = wanted;
  const hold = (await readHolds(trx, organizationId)).find((known) => known.id === id);
  if (hold === undefined) throw new Fault({ code: "not-found", what: "hold", id });
  const { numUpdatedRows } = await of(trx)
    .updateTable("receipt_holds")
    .set({ released_by: by.id, released_at: at, release_reason: reason })
    .where("id", "=", id)
    .where("released_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw new Fault({ code: "conflict", what: `hold ${id}`, reason: "it is released already" });
  await appendReceipt(trx, { organizationId, kind: "hold.released", body: { id, reason, by }, at });
}

/** Every hold of the organisation, those released too, the newest first. */
export async function readHolds(trx: DatabaseTransaction, organizationId: string): Promise<readonly Hold[]> {
  const rows = await of(trx)
    .selectFrom("receipt_holds")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .orderBy("id", "desc")
    .limit(ERASURES_MAX)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    from: row.from_sequence,
    to: row.to_sequence,
    reason: row.reason,
    placedBy: row.placed_by,
    placedAt: row.placed_at.toISOString(),
    releasedBy: row.released_by,
    releasedAt: row.released_at?.toISOString() ?? null,
    releaseReason: row.release_reason,
  }));
}

/**
 * Erases bodies and their salts: their hashes stay, so that the chain is still proven, and nothing can be tried against
 * them. A receipt of kind `erasure` says which, why, on what ground and by whom; the records about the log itself
 * (erasures, holds, retention) are never erased. Throws `rule-broken` under a hold, before the retention ends where
 * that is the ground, and for a receipt that may not be erased; `not-found` for one that is not there.
 */
export async function eraseBodies(
  trx: DatabaseTransaction,
  wanted: {
    readonly organizationId: string;
    readonly sequences: readonly number[];
    readonly ground: ErasureGround;
    readonly reason: string;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<Appended> {
  const { organizationId, ground, reason, by, at } = wanted;
  const sequences = [...new Set(wanted.sequences)].sort((a, b) => a - b);
  if (sequences.length > ERASURES_MAX) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "erasuresMax",
      allowed: ERASURES_MAX,
      where: "erasure",
    });
  }
  await refuseHeld(trx, organizationId, sequences);
  await refuseUnripe(trx, { organizationId, sequences, ground, at });
  const body = { sequences, ground, reason, by };
  const receipt = await appendReceipt(trx, { organizationId, kind: "erasure", body, at });
  await of(trx)
    .insertInto("receipt_erasures")
    .values(
      sequences.map((sequence) => ({
        organization_id: organizationId,
        sequence,
        erasure_sequence: receipt.sequence,
        at,
      })),
    )
    .execute();
  await of(trx)
    .deleteFrom("receipt_bodies")
    .where("organization_id", "=", organizationId)
    .where("sequence", "in", sequences)
    .execute();
  return receipt;
}

async function refuseHeld(
  trx: DatabaseTransaction,
  organizationId: string,
  sequences: readonly number[],
): Promise<void> {
  const held = (await readHolds(trx, organizationId)).filter(({ releasedAt }) => releasedAt === null);
  for (const { id, from, to } of held) {
    const hit = sequences.find((sequence) => sequence >= (from ?? 1) && sequence <= (to ?? sequence));
    if (hit !== undefined) {
      throw new Fault({
        code: "rule-broken",
        rule: "legal-hold",
        reason: `receipt ${hit} is under the hold ${id}; nothing in it is erased before that is released`,
      });
    }
  }
}

/** What the log says of itself stays readable: it explains the bodies that are missing. */
const KEPT_KINDS: ReadonlySet<string> = new Set(["erasure", "hold.placed", "hold.released", "retention"]);

async function refuseUnripe(
  trx: DatabaseTransaction,
  wanted: {
    readonly organizationId: string;
    readonly sequences: readonly number[];
    readonly ground: ErasureGround;
    readonly at: Date;
  },
): Promise<void> {
  const { organizationId, sequences, ground, at } = wanted;
  const rows = await of(trx)
    .selectFrom("receipts as r")
    .leftJoin("receipt_erasures as e", (join) =>
      join.onRef("e.organization_id", "=", "r.organization_id").onRef("e.sequence", "=", "r.sequence"),
    )
    .select(["r.sequence", "r.kind", "r.at", "e.erasure_sequence"])
    .where("r.organization_id", "=", organizationId)
    .where("r.sequence", "in", sequences)
    .execute();
  const found = new Map(rows.map((row) => [row.sequence, row]));
  const { receiptsYears } = await readRetention(trx, organizationId);
  const before = yearsBefore(at, receiptsYears);
  for (const sequence of sequences) {
    const row = found.get(sequence);
    if (row === undefined) throw new Fault({ code: "not-found", what: "receipt", id: String(sequence) });
    if (row.erasure_sequence !== null) {
      throw new Fault({
        code: "conflict",
        what: `receipt ${sequence}`,
        reason: "its body is erased already",
      });
    }
    if (KEPT_KINDS.has(row.kind)) {
      const reason = `receipt ${sequence} is of the log itself (${row.kind}) and stays`;
      throw new Fault({ code: "rule-broken", rule: "log-kept", reason });
    }
    if (ground === "retention-ended" && row.at > before) {
      const reason = `receipt ${sequence} is kept for ${receiptsYears} years, which are not over`;
      throw new Fault({ code: "rule-broken", rule: "retention", reason });
    }
  }
}

/** The same day so many years before. */
export function yearsBefore(at: Date, years: number): Date {
  const before = new Date(at);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}

/** Receipts whose retention is over and that no hold covers, the oldest first, and no more than `ERASURES_MAX`. */
export async function ripeForErasure(
  trx: DatabaseTransaction,
  organizationId: string,
  at: Date,
): Promise<readonly number[]> {
  const { receiptsYears } = await readRetention(trx, organizationId);
  const rows = await of(trx)
    .selectFrom("receipts as r")
    .innerJoin("receipt_bodies as b", (join) =>
      join.onRef("b.organization_id", "=", "r.organization_id").onRef("b.sequence", "=", "r.sequence"),
    )
    .select("r.sequence")
    .where("r.organization_id", "=", organizationId)
    .where("r.at", "<=", yearsBefore(at, receiptsYears))
    .where("r.kind", "not in", [...KEPT_KINDS])
    .where(
      sql<boolean>`not exists (select from receipt_holds as h
        where h.organization_id = r.organization_id and h.released_at is null
          and r.sequence between coalesce(h.from_sequence, 1) and coalesce(h.to_sequence, r.sequence))`,
    )
    .orderBy("r.sequence")
    .limit(ERASURES_MAX)
    .execute();
  return rows.map(({ sequence }) => sequence);
}
