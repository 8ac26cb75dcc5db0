import { randomBytes } from "node:crypto";
import { type Expression, type RawBuilder, sql } from "kysely";
import { assert, Fault, must } from "../../fault.ts";
import type { DatabaseTransaction } from "../database/database.ts";
import { MARK, plannedOnce } from "../database/statement-marks.ts";
import type { StatementParts } from "../database/statement-parts.ts";
import { bodyDigest, hexOf, receiptHash, SALT_BYTES } from "./leaf.ts";
import { addLeaf, HASH_BYTES, type Hash, peakCount, type TreeNode } from "./merkle.ts";
import type { ReceiptTables } from "./tables.ts";

/** A check of a manifest with 2,000 lines has about 2 MB with its verdict. */
export const RECEIPT_BYTES_MAX = 8 * 1024 * 1024;

/** What goes into the log: a body of any JSON value, or its text; the text is kept as it is written. */
export type NewReceipt = { readonly kind: string; readonly at: Date } & (
  | { readonly body: unknown }
  | { readonly bodyText: string }
);

/** A receipt that is written when the hash of the one before it is known (null for the first). */
export type NextReceipt = NewReceipt | ((previous: string | null) => NewReceipt);

/** Where a receipt stands: hashes in hexadecimal, `previous` null for an organisation's first. */
export type Appended = { readonly sequence: number; readonly hash: string; readonly previous: string | null };

/** The end of a log: how many receipts, the last one's hash, and the peaks of the tree above them. */
export type LogEnd = {
  readonly size: number;
  /** Null where there is none. */
  readonly chain: Hash | null;
  readonly peaks: readonly Hash[];
};

/** Where a log ended when it was last written to, so that its end need not be read again under its lock. */
export type Behind = {
  readonly end: LogEnd;
  /** What else must hold when it is written. */
  readonly grounds: Expression<boolean>;
};

/** What was appended, and the end of the log once the transaction has ended. */
export type AppendedAll = { readonly receipts: readonly Appended[]; readonly end: LogEnd };

type Row = {
  readonly sequence: number;
  readonly kind: string;
  readonly at: Date;
  readonly previous: Hash | null;
  readonly digest: Hash;
  readonly hash: Hash;
  readonly salt: Buffer;
  readonly body: string;
};

/** Why nothing was kept behind a remembered end: others wrote to the log since, or the grounds have changed. */
export type Refusal = "moved" | "unsound";

const REFUSALS: ReadonlyMap<unknown, Refusal> = new Map([
  ["SLM01", "moved"],
  ["SLM02", "unsound"],
]);

/** The refusal that an error of the database is, or null where it is something else. */
export function refusalOf(error: unknown): Refusal | null {
  return error instanceof Error && "code" in error ? (REFUSALS.get(error.code) ?? null) : null;
}

async function lockEnd(trx: DatabaseTransaction, organizationId: string): Promise<LogEnd> {
  const tables = trx.withTables<ReceiptTables>();
  const read = async () => {
    const log = tables
      .selectFrom("receipt_logs")
      .select(["size", "chain", "peaks"])
      .where("organization_id", "=", organizationId)
      .forUpdate();
    return (await plannedOnce(trx, log))[0];
  };
  let row = await read();
  if (row === undefined) {
    await tables
      .insertInto("receipt_logs")
      .values({ organization_id: organizationId, size: 0, chain: null, peaks: Buffer.alloc(0) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    row = must(await read(), "the log's row is there once inserted");
  }
  const peaks = Array.from({ length: row.peaks.length / HASH_BYTES }, (_, at) =>
    row.peaks.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
  assert(peaks.length === peakCount(row.size), "a tree has the peaks of its size");
  return { size: row.size, chain: row.chain, peaks };
}

/**
 * Appends one receipt in the caller's transaction: with it, or not at all. Others who append for this organisation wait
 * until it ends, so that the log has neither gaps nor branches: do it last. Throws `limit-exceeded` for a body over
 * `RECEIPT_BYTES_MAX`.
 */
export async function appendReceipt(
  trx: DatabaseTransaction,
  receipt: NewReceipt & { readonly organizationId: string },
): Promise<Appended> {
  const { receipts } = await appendReceipts(trx, receipt.organizationId, [receipt]);
  return must(receipts[0], "one receipt in, one out");
}

/**
 * Appends several receipts in their order, in one go; as `appendReceipt`. What `beside` makes of their places is written in
 * the same statement: each trip to the database is time under the lock. Behind a known end nothing is read before, and
 * where that is the end no more, the transaction fails with an error that `refusalOf` knows, at its commit at latest.
 */
export async function appendReceipts(
  trx: DatabaseTransaction,
  organizationId: string,
  receipts: readonly NextReceipt[],
  given: {
    readonly beside?: (appended: readonly Appended[]) => StatementParts;
    readonly behind?: Behind | undefined;
  } = {},
): Promise<AppendedAll> {
  assert(receipts.length > 0, "something is appended");
  const { beside, behind } = given;
  const before = behind?.end ?? (await lockEnd(trx, organizationId));
  const { rows, nodes, end } = rowsBehind(before, organizationId, receipts);
  const appended = rows.map(({ sequence, hash, previous }) => ({
    sequence,
    hash: hexOf(hash),
    previous: previous === null ? null : hexOf(previous),
  }));
  const { writes, results } = beside?.(appended) ?? { writes: [], results: [] };
  const sound = sql`sound as (select ${behind?.grounds ?? sql<boolean>`true`} as grounds)`;
  const stands =
    behind === undefined
      ? sql`true`
      : sql`size = ${before.size} and chain is not distinct from ${before.chain} and (select grounds from sound)`;
  const log = sql`log as (update receipt_logs
      set size = ${end.size}, chain = ${end.chain}, peaks = ${Buffer.concat(end.peaks)}
      where organization_id = ${organizationId} and ${stands} returning 1)`;
  const all = [receiptParts(organizationId, rows, nodes), sound, log, ...writes];
  // Asked for first, and so done before anything else is: whatever comes after it is behind this end.
  const wrote = sql`case when exists (select from log) then 1
      else sluice_refuse_append((select grounds from sound)) end`;
  await sql`${sql.raw(MARK.ahead + MARK.prepared)}with ${sql.join(all)} select ${sql.join([wrote, ...results])}`.execute(
    trx,
  );
  return { receipts: appended, end };
}

type RowsBehind = {
  readonly rows: readonly Row[];
  readonly nodes: readonly TreeNode[];
  readonly end: LogEnd;
};

/** The rows of receipts behind an end, and the end behind them. */
function rowsBehind(before: LogEnd, organizationId: string, receipts: readonly NextReceipt[]): RowsBehind {
  let { size, chain, peaks } = before;
  const nodes: TreeNode[] = [];
  const rows = receipts.map((next) => {
    const receipt = typeof next === "function" ? next(chain === null ? null : hexOf(chain)) : next;
    const { kind, at } = receipt;
    const salt = randomBytes(SALT_BYTES);
    const body = textOf(receipt);
    const digest = bodyDigest(salt, body);
    const sequence = size + 1;
    const hash = receiptHash({
      log: organizationId,
      sequence,
      kind,
      at,
      previous: chain,
      bodyDigest: digest,
    });
    const row = { sequence, kind, at, previous: chain, digest, hash, salt, body };
    const added = addLeaf(peaks, size, hash);
    nodes.push(...added.nodes);
    ({ peaks } = added);
    size = sequence;
    chain = hash;
    return row;
  });
  return { rows, nodes, end: { size, chain, peaks } };
}

/** Receipts, their bodies and the nodes above them, as parts of a statement. */
function receiptParts(
  organizationId: string,
  rows: readonly Row[],
  nodes: readonly TreeNode[],
): RawBuilder<unknown> {
  const previous = rows.map((row) => (row.previous === null ? null : Buffer.from(row.previous)));
  // A body is checked against its receipt as it is written, and so is read from behind it.
  return sql`receipt as (insert into receipts (organization_id, sequence, kind, at, previous, body_digest, hash)
      select ${organizationId}, * from unnest(${rows.map(({ sequence }) => sequence)}::bigint[],
        ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ at }) => at.toISOString())}::timestamptz[],
        ${previous}::bytea[], ${rows.map(({ digest }) => Buffer.from(digest))}::bytea[],
        ${rows.map(({ hash }) => Buffer.from(hash))}::bytea[]) as leaf (sequence)
      order by leaf.sequence returning sequence),
    body as (insert into receipt_bodies (organization_id, sequence, salt, body)
      select ${organizationId}, sequence, made.salt, made.body
      from receipt join unnest(${rows.map(({ sequence }) => sequence)}::bigint[],
        ${rows.map(({ salt }) => salt)}::bytea[], ${rows.map(({ body }) => body)}::text[])
        as made (sequence, salt, body) using (sequence)),
    node as (insert into receipt_nodes (organization_id, level, position, hash)
      select ${organizationId}, * from unnest(${nodes.map(({ level }) => level)}::smallint[],
        ${nodes.map(({ position }) => position)}::bigint[],
        ${nodes.map(({ hash }) => Buffer.from(hash))}::bytea[]))`;
}

function textOf(receipt: NewReceipt): string {
  const text = "bodyText" in receipt ? receipt.bodyText : JSON.stringify(receipt.body);
  assert(typeof text === "string", "a receipt's body is JSON");
  // PostgreSQL's text holds every character but this one; JSON writes it as an escape, so it can only stand raw by a bug.
  assert(!text.includes("\0"), "JSON text has no raw NUL");
  if (Buffer.byteLength(text) > RECEIPT_BYTES_MAX) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "receiptBytesMax",
      allowed: RECEIPT_BYTES_MAX,
      where: "receipt",
    });
  }
  return text;
}
