import { parseReceipt, type Receipt } from "../../../engine/receipt.ts";
import type { Answer, Verdict } from "../../../engine/verdict.ts";
import { Fault, must } from "../../../fault.ts";
import type { Actor } from "../alerts/alert-state.ts";
import type { DeskTransaction } from "../tables.ts";

/** A check that was kept. */
export type StoredCheck = {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly at: string;
  readonly answer: Answer;
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly policyVersion: number;
  readonly snapshot: string;
  readonly verdict: Verdict;
  readonly receipt: { readonly sequence: number; readonly hash: string };
  readonly alerts: readonly string[];
  /** Payouts that it held. */
  readonly holds: readonly string[];
};

/** A check without its verdict, which a list shows; without the sentence too where its receipt was erased. */
export type ListedCheck = Omit<StoredCheck, "verdict"> & {
  readonly summary: string | null;
  /** The place in the log of the receipt that says who erased this one, and why. */
  readonly erasedBy: number | null;
};

function selectChecks(trx: DeskTransaction) {
  return trx.selectFrom("kept_checks").selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof selectChecks>["executeTakeFirstOrThrow"]>>;

function factsOf(row: Row): Omit<StoredCheck, "verdict"> {
  return {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    at: row.at,
    answer: row.answer as Answer,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    policyVersion: row.policy_version,
    snapshot: row.snapshot,
    receipt: { sequence: row.receipt_sequence, hash: row.receipt_hash },
    alerts: row.alerts,
    holds: row.holds,
  };
}

const verdictIn = (receipt: string): Verdict => (JSON.parse(receipt) as Receipt).verdict as Verdict;

/** The receipt's text. Throws `erased`. */
function textOf({ id, receipt, erased_by }: Pick<Row, "id" | "receipt" | "erased_by">): string {
  if (receipt !== null) return receipt;
  throw new Fault({ code: "erased", what: `check ${id}`, by: must(erased_by, "a body goes by an erasure") });
}

function checkOf(row: Row): StoredCheck {
  return { ...factsOf(row), verdict: verdictIn(textOf(row)) };
}

/** Checks by their ids, in the order asked. Throws `erased` where one of them was. */
export async function readChecks(
  trx: DeskTransaction,
  ids: readonly string[],
): Promise<readonly StoredCheck[]> {
  if (ids.length === 0) return [];
  const rows = await selectChecks(trx)
    .where("id", "in", [...ids])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, checkOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** One check. Throws `not-found` and `erased`. */
export async function readCheck(trx: DeskTransaction, id: string): Promise<StoredCheck> {
  const [check] = await readChecks(trx, [id]);
  if (check === undefined) throw new Fault({ code: "not-found", what: "check", id });
  return check;
}

/** The receipt of a check as it was written, byte for byte. Throws `not-found` and `erased`. */
export async function receiptTextOf(trx: DeskTransaction, id: string): Promise<string> {
  const row = await trx
    .selectFrom("kept_checks")
    .select(["id", "receipt", "erased_by"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "check", id });
  return textOf(row);
}

/** The receipt of a check; its own hash must hold. Throws `not-found` and `erased`. */
export async function receiptOf(trx: DeskTransaction, id: string): Promise<Receipt> {
  return parseReceipt(JSON.parse(await receiptTextOf(trx, id)), `receipt of ${id}`);
}

/** Checks, the newest first, before one, at most `limit`. */
export async function listChecks(
  trx: DeskTransaction,
  filter: { readonly reference?: string | undefined; readonly answer?: Answer | undefined },
  page: { readonly before: string | null; readonly limit: number },
): Promise<readonly ListedCheck[]> {
  let query = selectChecks(trx).orderBy("id", "desc").limit(page.limit);
  if (page.before !== null) query = query.where("id", "<", page.before);
  if (filter.reference !== undefined) query = query.where("reference", "=", filter.reference);
  if (filter.answer !== undefined) query = query.where("answer", "=", filter.answer);
  return (await query.execute()).map((row) => ({
    ...factsOf(row),
    summary: row.receipt === null ? null : verdictIn(row.receipt).summary,
    erasedBy: row.erased_by,
  }));
}
