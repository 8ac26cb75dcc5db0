import type { Money } from "../../../engine/transaction.ts";
import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import { publish } from "../../../platform/live/publish.ts";
import { appendReceipt } from "../../../platform/receipts/append.ts";
import type { Actor } from "../../screening/alerts/alert-state.ts";
import { plainOf, type WorkersTransaction } from "../tables.ts";

/** A payout that waits for a person. */
export type Hold = {
  readonly id: string;
  readonly account: string;
  readonly caseId: string | null;
  readonly checkId: string | null;
  readonly reference: string;
  readonly amount: Money | null;
  readonly reason: string;
  readonly heldAt: string;
  readonly heldBy: Actor;
  readonly endedAt: string | null;
  readonly endedBy: Actor | null;
  /** What became of the money: paid out, blocked by law, or given back to the payer. */
  readonly ending: "released" | "blocked" | "returned" | null;
  readonly endedReason: string | null;
};

function selectHolds(trx: WorkersTransaction) {
  return trx.selectFrom("worker_holds").selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof selectHolds>["executeTakeFirstOrThrow"]>>;

function holdOf(row: Row): Hold {
  return {
    id: row.id,
    account: row.account,
    caseId: row.case_id,
    checkId: row.check_id,
    reference: row.reference,
    amount: row.amount,
    reason: row.reason,
    heldAt: row.held_at.toISOString(),
    heldBy: row.held_by,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: row.ended_by,
    ending: row.ending,
    endedReason: row.ended_reason,
  };
}

/** Holds a payout. Gives its id. */
export async function holdPayout(
  trx: WorkersTransaction,
  asked: {
    readonly organizationId: string;
    readonly account: string;
    readonly caseId: string | null;
    readonly checkId: string | null;
    readonly reference: string;
    readonly amount: Money | null;
    readonly reason: string;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<string> {
  const id = newId("pho");
  const { organizationId, at } = asked;
  await trx
    .insertInto("worker_holds")
    .values({
      organization_id: organizationId,
      id,
      account: asked.account,
      case_id: asked.caseId,
      check_id: asked.checkId,
      reference: asked.reference,
      amount: asked.amount === null ? null : JSON.stringify(asked.amount),
      reason: asked.reason,
      held_at: at,
      held_by: JSON.stringify(asked.by),
      ended_at: null,
      ended_by: null,
      ending: null,
      ended_reason: null,
    })
    .execute();
  await publish(plainOf(trx), { organizationId, kind: "payout.held", id, at });
  return id;
}

/** One hold. Throws `not-found`. */
export async function readHold(trx: WorkersTransaction, id: string, lock = false): Promise<Hold> {
  const query = selectHolds(trx).where("id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "hold", id });
  return holdOf(row);
}

/** Holds after one, in the order of their ids, at most `limit`. */
export async function listHolds(
  trx: WorkersTransaction,
  filter: {
    readonly open?: boolean | undefined;
    readonly account?: string | undefined;
    readonly accounts?: readonly string[] | undefined;
  },
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly Hold[]> {
  let query = selectHolds(trx).orderBy("id").limit(page.limit);
  if (page.after !== null) query = query.where("id", ">", page.after);
  if (filter.open === true) query = query.where("ended_at", "is", null);
  if (filter.account !== undefined) query = query.where("account", "=", filter.account);
  if (filter.accounts !== undefined) query = query.where("account", "in", [...filter.accounts]);
  return (await query.execute()).map(holdOf);
}

/**
 * Ends a hold, once, with a receipt of who let the money go and why. Money of a blocked case is not paid out: throws
 * `rule-broken`.
 */
export async function endHold(
  trx: WorkersTransaction,
  hold: Hold,
  asked: {
    readonly organizationId: string;
    readonly ending: NonNullable<Hold["ending"]>;
    readonly reason: string;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<Hold> {
  if (hold.ending !== null)
    throw new Fault({
      code: "rule-broken",
      rule: "hold-ended",
      reason: `The hold has ended: the money was ${hold.ending}.`,
    });
  if (asked.ending === "released") await assertMayPay(trx, hold);
  const { organizationId, ending, reason, by, at } = asked;
  await trx
    .updateTable("worker_holds")
    .set({ ended_at: at, ended_by: JSON.stringify(by), ending, ended_reason: reason })
    .where("id", "=", hold.id)
    .execute();
  await publish(plainOf(trx), { organizationId, kind: "payout.released", id: hold.id, at, data: { ending } });
  await appendReceipt(plainOf(trx), {
    organizationId,
    kind: "payout-hold",
    at,
    body: { hold, ending, reason, by, at: at.toISOString() },
  });
  return { ...hold, endedAt: at.toISOString(), endedBy: by, ending, endedReason: reason };
}

async function assertMayPay(trx: WorkersTransaction, { account }: Hold): Promise<void> {
  const rows = await trx
    .selectFrom("worker_case_accounts")
    .innerJoin("worker_cases", "worker_cases.id", "worker_case_accounts.case_id")
    .select(["worker_cases.id", "worker_cases.standing"])
    .where("worker_case_accounts.account", "=", account)
    .where("worker_cases.standing", "in", ["open", "awaiting-second", "blocked"])
    .execute();
  const [one] = rows;
  if (one === undefined) return;
  const reason =
    one.standing === "blocked"
      ? "is blocked: the money is blocked or returned, not paid out"
      : "is not decided: decide it first";
  throw new Fault({
    code: "rule-broken",
    rule: "case-stands",
    reason: `Case ${one.id} of this account ${reason}.`,
  });
}
