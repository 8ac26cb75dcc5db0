import { Fault, must } from "../../fault.ts";
import type { DatabaseTransaction } from "../database/database.ts";
import { hexOf } from "./leaf.ts";
import {
  consistencyRanges,
  type Hash,
  inclusionRanges,
  type LeafRange,
  type NodePlace,
  placesOf,
  rangeHash,
  rootOf,
} from "./merkle.ts";
import type { Signer } from "./signing-key.ts";
import type { ReceiptTables } from "./tables.ts";
import { headText, type SignedHead } from "./tree-head.ts";

/** A receipt as it is handed out: hashes in hexadecimal, salt in base64; salt and body null once erased. */
export type LoggedReceipt = {
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly previous: string | null;
  readonly bodyDigest: string;
  readonly hash: string;
  readonly salt: string | null;
  /** The body's exact text, which is JSON. */
  readonly body: string | null;
  /** The receipt that says who erased the body, and why. */
  readonly erasedBy: number | null;
};

const of = (trx: DatabaseTransaction) => trx.withTables<ReceiptTables>();

/** Up to which receipt the organisation's log is signed; null where it never was. */
export async function signedSize(trx: DatabaseTransaction, organizationId: string): Promise<number | null> {
  const row = await of(trx)
    .selectFrom("receipt_heads")
    .select(({ fn }) => fn.max("size").as("size"))
    .where("organization_id", "=", organizationId)
    .executeTakeFirst();
  return row?.size ?? null;
}

/** How many receipts the organisation's log has. */
export async function logSize(trx: DatabaseTransaction, organizationId: string): Promise<number> {
  const row = await of(trx)
    .selectFrom("receipt_logs")
    .select("size")
    .where("organization_id", "=", organizationId)
    .executeTakeFirst();
  return row?.size ?? 0;
}

/** Receipts `from` to `to`, and no more than `limit`, in their order. */
export async function readReceipts(
  trx: DatabaseTransaction,
  wanted: {
    readonly organizationId: string;
    readonly from: number;
    readonly to: number;
    readonly limit: number;
    readonly kind?: string | undefined;
    readonly newestFirst?: boolean;
  },
): Promise<readonly LoggedReceipt[]> {
  let query = of(trx)
    .selectFrom("receipts as r")
    .leftJoin("receipt_bodies as b", (join) =>
      join.onRef("b.organization_id", "=", "r.organization_id").onRef("b.sequence", "=", "r.sequence"),
    )
    .leftJoin("receipt_erasures as e", (join) =>
      join.onRef("e.organization_id", "=", "r.organization_id").onRef("e.sequence", "=", "r.sequence"),
    )
    .select(["r.sequence", "r.kind", "r.at", "r.previous", "r.body_digest", "r.hash"])
    .select(["b.salt", "b.body", "e.erasure_sequence"])
    .where("r.organization_id", "=", wanted.organizationId)
    .where("r.sequence", ">=", wanted.from)
    .where("r.sequence", "<=", wanted.to)
    .orderBy("r.sequence", wanted.newestFirst === true ? "desc" : "asc")
    .limit(wanted.limit);
  if (wanted.kind !== undefined) query = query.where("r.kind", "=", wanted.kind);
  return (await query.execute()).map((row) => ({
    sequence: row.sequence,
    kind: row.kind,
    at: row.at.toISOString(),
    previous: row.previous === null ? null : hexOf(row.previous),
    bodyDigest: hexOf(row.body_digest),
    hash: hexOf(row.hash),
    salt: row.salt?.toString("base64") ?? null,
    body: row.body,
    erasedBy: row.erasure_sequence,
  }));
}

/** One receipt. Throws `not-found`. */
export async function readReceipt(
  trx: DatabaseTransaction,
  organizationId: string,
  sequence: number,
): Promise<LoggedReceipt> {
  const [receipt] = await readReceipts(trx, { organizationId, from: sequence, to: sequence, limit: 1 });
  if (receipt === undefined) throw new Fault({ code: "not-found", what: "receipt", id: String(sequence) });
  return receipt;
}

async function hashesAt(
  trx: DatabaseTransaction,
  organizationId: string,
  places: readonly NodePlace[],
): Promise<(place: NodePlace) => Hash> {
  const key = ({ level, position }: NodePlace): string => `${level}/${position}`;
  const found = new Map<string, Hash>();
  const leaves = places.filter(({ level }) => level === 0).map(({ position }) => position + 1);
  const inner = places.filter(({ level }) => level > 0);
  if (leaves.length > 0) {
    const rows = await of(trx)
      .selectFrom("receipts")
      .select(["sequence", "hash"])
      .where("organization_id", "=", organizationId)
      .where("sequence", "in", leaves)
      .execute();
    for (const { sequence, hash } of rows) found.set(`0/${sequence - 1}`, hash);
  }
  if (inner.length > 0) {
    const rows = await of(trx)
      .selectFrom("receipt_nodes")
      .select(["level", "position", "hash"])
      .where("organization_id", "=", organizationId)
      .where(({ eb, or, and }) =>
        or(inner.map(({ level, position }) => and([eb("level", "=", level), eb("position", "=", position)]))),
      )
      .execute();
    for (const row of rows) found.set(key(row), row.hash);
  }
  return (place) => must(found.get(key(place)), `the log has its node ${key(place)}`);
}

async function hashesOfRanges(
  trx: DatabaseTransaction,
  organizationId: string,
  ranges: readonly LeafRange[],
): Promise<readonly Hash[]> {
  const hashAt = await hashesAt(trx, organizationId, ranges.flatMap(placesOf));
  return ranges.map((range) => rangeHash(range, hashAt));
}

/** The perfect subtrees that the tree of `size` receipts falls into, from the left. */
export async function peaksAt(
  trx: DatabaseTransaction,
  organizationId: string,
  size: number,
): Promise<readonly Hash[]> {
  const places = placesOf({ start: 0, end: size });
  return places.map(await hashesAt(trx, organizationId, places));
}

/** The path that proves a receipt to be in the tree of `size` receipts (RFC 9162, 2.1.3). Throws `not-found`. */
export async function inclusionPath(
  trx: DatabaseTransaction,
  wanted: { readonly organizationId: string; readonly sequence: number; readonly size: number },
): Promise<readonly string[]> {
  const { organizationId, sequence, size } = wanted;
  if (size > (await logSize(trx, organizationId)) || sequence < 1 || sequence > size) {
    throw new Fault({ code: "not-found", what: "receipt in a tree of that size", id: `${sequence}/${size}` });
  }
  return (await hashesOfRanges(trx, organizationId, inclusionRanges(sequence - 1, size))).map(hexOf);
}

/** The path that proves the tree of `to` receipts to begin with that of `from` (RFC 9162, 2.1.4). Throws `not-found`. */
export async function consistencyPath(
  trx: DatabaseTransaction,
  wanted: { readonly organizationId: string; readonly from: number; readonly to: number },
): Promise<readonly string[]> {
  const { organizationId, from, to } = wanted;
  if (from < 1 || from > to || to > (await logSize(trx, organizationId))) {
    throw new Fault({ code: "not-found", what: "tree", id: `${from}..${to}` });
  }
  return (await hashesOfRanges(trx, organizationId, consistencyRanges(from, to))).map(hexOf);
}

/** Signed heads of sizes `from` and up, the newest first, and no more than `limit`. */
export async function readHeads(
  trx: DatabaseTransaction,
  wanted: {
    readonly organizationId: string;
    readonly from: number;
    readonly to: number;
    readonly limit: number;
  },
): Promise<readonly SignedHead[]> {
  const rows = await of(trx)
    .selectFrom("receipt_heads")
    .select(["size", "text", "signature"])
    .where("organization_id", "=", wanted.organizationId)
    .where("size", ">=", wanted.from)
    .where("size", "<=", wanted.to)
    .orderBy("size", "desc")
    .limit(wanted.limit)
    .execute();
  return rows.map(({ size, text, signature }) => ({ size, text, signature: signature.toString("base64") }));
}

/** Signs the log as it stands, unless it is empty or was signed at this size; resolves to the head of that size, if any. */
export async function signLog(
  trx: DatabaseTransaction,
  signer: Signer,
  wanted: { readonly organizationId: string; readonly at: Date },
): Promise<{ readonly head: SignedHead; readonly isNew: boolean } | null> {
  const { organizationId, at } = wanted;
  const size = await logSize(trx, organizationId);
  if (size === 0) return null;
  const standing = async () => (await readHeads(trx, { organizationId, from: size, to: size, limit: 1 }))[0];
  const before = await standing();
  if (before !== undefined) return { head: before, isNew: false };
  const root = rootOf(await peaksAt(trx, organizationId, size));
  const { hash } = await readReceipt(trx, organizationId, size);
  const chain = Buffer.from(hash, "hex");
  const { keyId } = signer;
  const text = headText({ log: organizationId, size, root, chain, at: at.toISOString(), keyId });
  const { numInsertedOrUpdatedRows } = await of(trx)
    .insertInto("receipt_heads")
    .values({
      organization_id: organizationId,
      size,
      at,
      root: Buffer.from(root),
      chain,
      key_id: keyId,
      text,
      signature: Buffer.from(signer.sign(text)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const head = must(await standing(), "a head stands once signed, by this process or another");
  return { head, isNew: numInsertedOrUpdatedRows === 1n };
}
