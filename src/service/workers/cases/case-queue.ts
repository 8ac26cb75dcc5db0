import { sql } from "kysely";
import { z } from "zod";
import type { WorkersTransaction } from "../tables.ts";
import type { Standing } from "./case-state.ts";
import { readCases, type WorkerCase } from "./case-store.ts";

/** Parts of the queue: whose turn it is. */
export const CASE_VIEWS = ["mine", "open", "second", "decided", "all"] as const;
export type CaseView = (typeof CASE_VIEWS)[number];

export const CASE_ORDERS = ["newest", "risk", "due"] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];

/** Where a case stands in the queue, in any of its orders. */
export const CasePlace = z.object({ id: z.string().max(100), weight: z.number(), due: z.string().max(10) });
type Place = z.infer<typeof CasePlace>;

/** A case without a due day stands behind all that have one. */
const NEVER = "9999-12-31";

export const placeOf = ({ id, cluster, state }: WorkerCase): Place => ({
  id,
  weight: cluster.score.sum,
  due: state.dueOn ?? NEVER,
});

const WAITING: readonly Standing[] = ["open", "awaiting-second"];

const STANDINGS: Readonly<Record<CaseView, readonly Standing[] | null>> = {
  mine: WAITING,
  open: WAITING,
  second: ["awaiting-second"],
  decided: ["blocked", "cleared", "watched"],
  all: null,
};

/** What the queue is asked for. */
export type QueueFilter = {
  readonly view: CaseView;
  readonly order: CaseOrder;
  /** Whose “mine” is. */
  readonly me: string;
  readonly standing?: Standing | undefined;
  readonly account?: string | undefined;
  readonly assignee?: string | undefined;
  /** A part of an account's name. */
  readonly q?: string | undefined;
};

const due = sql<string>`coalesce(due_on, date ${sql.lit(NEVER)})`;

function queueOf(trx: WorkersTransaction, { view, me, standing, account, assignee, q }: QueueFilter) {
  let query = trx.selectFrom("worker_cases").select("id");
  const standings = STANDINGS[view];
  if (standings !== null) query = query.where("standing", "in", standings);
  if (view === "mine") query = query.where("assignee", "=", me);
  if (standing !== undefined) query = query.where("standing", "=", standing);
  if (assignee !== undefined) query = query.where("assignee", "=", assignee);
  if (account !== undefined)
    query = query.where("id", "in", (inner) =>
      inner.selectFrom("worker_case_accounts").select("case_id").where("account", "=", account),
    );
  if (q !== undefined)
    query = query.where("id", "in", (inner) =>
      inner
        .selectFrom("worker_case_accounts")
        .select("case_id")
        .where("account", "ilike", `%${q.replace(/[\\%_]/g, "\\$&")}%`),
    );
  return query;
}

/** Cases after a place of the queue, in its order, at most `limit`. */
export async function listCases(
  trx: WorkersTransaction,
  filter: QueueFilter,
  page: { readonly after: Place | null; readonly limit: number },
): Promise<readonly WorkerCase[]> {
  const { after, limit } = page;
  let query = queueOf(trx, filter).limit(limit);
  switch (filter.order) {
    case "newest":
      query = query.orderBy("id", "desc");
      if (after !== null) query = query.where("id", "<", after.id);
      break;
    case "risk":
      query = query.orderBy("weight", "desc").orderBy("id", "desc");
      if (after !== null)
        query = query.where(sql<boolean>`(weight, id) < (${after.weight}::double precision, ${after.id})`);
      break;
    case "due":
      query = query.orderBy(due).orderBy("id");
      if (after !== null) query = query.where(sql<boolean>`(${due}, id) > (${after.due}::date, ${after.id})`);
      break;
  }
  const ids = (await query.execute()).map(({ id }) => id);
  const read = new Map((await readCases(trx, ids)).map((one) => [one.id, one]));
  return ids.flatMap((id) => read.get(id) ?? []);
}

/** How many cases wait, in each part of the queue. */
export async function countCases(
  trx: WorkersTransaction,
  me: string,
): Promise<{
  readonly mine: number;
  readonly open: number;
  readonly second: number;
  readonly decided: number;
}> {
  const waits = sql`standing in ('open', 'awaiting-second')`;
  return trx
    .selectFrom("worker_cases")
    .select([
      sql<number>`(count(*) filter (where ${waits} and assignee = ${me}))::int`.as("mine"),
      sql<number>`(count(*) filter (where ${waits}))::int`.as("open"),
      sql<number>`(count(*) filter (where standing = 'awaiting-second'))::int`.as("second"),
      sql<number>`(count(*) filter (where standing in ('blocked', 'cleared', 'watched')))::int`.as("decided"),
    ])
    .executeTakeFirstOrThrow();
}
