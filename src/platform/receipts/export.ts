import type { Database, DatabaseTransaction } from "../database/database.ts";
import { inOrganization } from "../database/tenant.ts";
import { hexOf } from "./leaf.ts";
import {
  consistencyPath,
  inclusionPath,
  type LoggedReceipt,
  logSize,
  peaksAt,
  readHeads,
  readReceipt,
  readReceipts,
  signLog,
} from "./log-reader.ts";
import { type PublicKey, publicKeys, type Signer } from "./signing-key.ts";
import type { SignedHead } from "./tree-head.ts";

/** The lines of an export, in the order in which they stand (docs/receipts.md). */
export type ExportLine =
  | {
      readonly line: "export";
      readonly format: "sluice-receipts/1";
      readonly log: string;
      readonly from: number;
      readonly to: number;
      readonly exportedAt: string;
    }
  | ({ readonly line: "key" } & PublicKey)
  | ({ readonly line: "head" } & SignedHead)
  | {
      readonly line: "base";
      readonly size: number;
      readonly chain: string;
      readonly peaks: readonly string[];
    }
  | ({ readonly line: "receipt" } & LoggedReceipt)
  /** Proves that the tree at the last receipt here is the beginning of a later tree whose head stands above. */
  | {
      readonly line: "extension";
      readonly from: number;
      readonly to: number;
      readonly path: readonly string[];
    }
  | { readonly line: "end"; readonly receipts: number };

/** One receipt with all that proves its place, in one document. */
export type ReceiptProof = {
  readonly format: "sluice-receipt-proof/1";
  readonly log: string;
  readonly receipt: LoggedReceipt;
  readonly size: number;
  readonly path: readonly string[];
  readonly head: SignedHead;
  readonly keys: readonly PublicKey[];
};

/** More would slow every verifier; the others are had from the list of heads, for `--head`. */
const HEADS_MAX = 1_000;
const PAGE_RECEIPTS = 200;
/** Bodies are up to 8 MB each: a page of large ones is read in smaller steps. */
const PAGE_BYTES = 8 * 1024 * 1024;

type Source = { readonly database: Database; readonly signer: Signer | null; readonly now: () => Date };

async function newestHead(
  trx: DatabaseTransaction,
  organizationId: string,
  from: number,
  to: number,
): Promise<SignedHead | null> {
  return (await readHeads(trx, { organizationId, from, to, limit: 1 }))[0] ?? null;
}

/**
 * Writes down receipts `from` to `to` (null: to the last) for someone who will trust nothing but the key: line by line,
 * in bounded memory. Where this process holds the key, the log is signed first, so that a head covers the last line.
 */
export async function* exportReceipts(
  { database, signer, now }: Source,
  wanted: { readonly organizationId: string; readonly from: number; readonly to: number | null },
): AsyncGenerator<ExportLine> {
  const { organizationId, from } = wanted;
  const within = <T>(work: Parameters<typeof inOrganization<T>>[2]): Promise<T> =>
    inOrganization(database, organizationId, work);
  if (signer !== null) await within((trx) => signLog(trx, signer, { organizationId, at: now() }));
  const size = await within((trx) => logSize(trx, organizationId));
  const to = Math.min(wanted.to ?? size, size);
  yield {
    line: "export",
    format: "sluice-receipts/1",
    log: organizationId,
    from,
    to,
    exportedAt: now().toISOString(),
  };
  for (const key of await publicKeys(database)) yield { line: "key", ...key };
  const heads = await within((trx) => readHeads(trx, { organizationId, from, to, limit: HEADS_MAX }));
  for (const head of [...heads].reverse()) yield { line: "head", ...head };
  const later =
    heads[0]?.size === to ? null : await within((trx) => newestHead(trx, organizationId, to + 1, size));
  if (later !== null && from <= to) {
    yield { line: "head", ...later };
    const path = await within((trx) => consistencyPath(trx, { organizationId, from: to, to: later.size }));
    yield { line: "extension", from: to, to: later.size, path };
  }
  if (from > 1 && from <= to) {
    const peaks = await within((trx) => peaksAt(trx, organizationId, from - 1));
    const { hash } = await within((trx) => readReceipt(trx, organizationId, from - 1));
    yield { line: "base", size: from - 1, chain: hash, peaks: peaks.map(hexOf) };
  }
  let limit = PAGE_RECEIPTS;
  for (let next = from; next <= to; ) {
    const page = await within((trx) => readReceipts(trx, { organizationId, from: next, to, limit }));
    for (const receipt of page) yield { line: "receipt", ...receipt };
    next += page.length;
    const bytes = page.reduce((sum, { body }) => sum + (body?.length ?? 0), 0);
    const each = Math.max(1, bytes / Math.max(1, page.length));
    limit = Math.max(1, Math.min(PAGE_RECEIPTS, Math.floor(PAGE_BYTES / each)));
  }
  yield { line: "end", receipts: Math.max(0, to - from + 1) };
}

/**
 * One receipt's proof against the newest signed head that covers it; null where none does yet and this process cannot
 * sign one. Throws `not-found` for a receipt that is not there.
 */
export async function proveReceipt(
  { database, signer, now }: Source,
  wanted: { readonly organizationId: string; readonly sequence: number },
): Promise<ReceiptProof | null> {
  const { organizationId, sequence } = wanted;
  const keys = await publicKeys(database);
  return inOrganization(database, organizationId, async (trx) => {
    const receipt = await readReceipt(trx, organizationId, sequence);
    const size = await logSize(trx, organizationId);
    const signed = signer === null ? null : await signLog(trx, signer, { organizationId, at: now() });
    const head = signed?.head ?? (await newestHead(trx, organizationId, sequence, size));
    if (head === null) return null;
    const path = await inclusionPath(trx, { organizationId, sequence, size: head.size });
    return {
      format: "sluice-receipt-proof/1",
      log: organizationId,
      receipt,
      size: head.size,
      path,
      head,
      keys,
    };
  });
}
