import { sql } from "kysely";
import type { DeskTransaction } from "../tables.ts";
import type { Phase } from "./alert-state.ts";

/** Whose alerts: the caller's own, all undecided, those that await a second person, or all that there ever were. */
export const VIEWS = ["mine", "team", "second", "all"] as const;
export type View = (typeof VIEWS)[number];

/** What a page of the queue is asked for by. */
export type AlertFilter = {
  readonly view: View;
  readonly person: string;
  readonly phase?: Phase | undefined;
  readonly assignee?: string | undefined;
  readonly subject?: string | undefined;
  readonly entity?: string | undefined;
  readonly channel?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly q?: string | undefined;
};

/** By due day and then by risk, by risk alone, or by arrival. */
export const QUEUE_ORDERS = ["due", "risk", "newest"] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** Where a row stands, whatever the order. */
export type QueuePlace = { readonly due: string; readonly score: number; readonly id: string };

const UNDECIDED = ["open", "in-review", "undetermined", "escalated"];
/** Stands after every day, for alerts without one. */
const NEVER = "9999-12-31";

const DUE = sql`coalesce(due_on, ${NEVER}::date)`;
/** The riskiest first. */
const RISK = sql`(-score)`;

/** True for alerts whose decision, if any, awaits a second person other than this one. */
const awaitsOther = (person: string) =>
  sql<boolean>`standing = 'awaiting-second' and not exists (
    select from alert_events e where e.organization_id = alerts.organization_id and e.alert_id = alerts.id
    and e.event ->> 'kind' = 'decided' and e.by ->> 'id' = ${person})`;

/** Ids of alerts in an order, after a place, at most `limit`, each with its place. */
export async function queueOf(
  trx: DeskTransaction,
  filter: AlertFilter,
  page: {
    readonly after: QueuePlace | null;
    readonly limit: number;
    readonly now: Date;
    readonly order: QueueOrder;
  },
): Promise<readonly QueuePlace[]> {
  const due = sql<string>`coalesce(due_on, ${NEVER}::date)::text`;
  let query = trx
    .selectFrom("alerts")
    .select(["id", "score", due.as("due")])
    .limit(page.limit);
  if (filter.view === "mine")
    query = query.where("assignee", "=", filter.person).where("standing", "in", UNDECIDED);
  if (filter.view === "team") query = query.where("standing", "in", UNDECIDED);
  if (filter.view === "second") query = query.where(awaitsOther(filter.person));
  if (filter.phase !== undefined) {
    const phase = sql<string>`case when standing = 'decided' and final_at <= ${page.now} then 'final' else standing end`;
    query = query.where(phase, "=", filter.phase);
  }
  if (filter.assignee !== undefined) query = query.where("assignee", "=", filter.assignee);
  if (filter.subject !== undefined) query = query.where("subject_id", "=", filter.subject);
  if (filter.entity !== undefined) query = query.where("entity_id", "=", filter.entity);
  if (filter.channel !== undefined) query = query.where("channel", "=", filter.channel);
  if (filter.overdue === true) {
    query = query
      .where("standing", "in", [...UNDECIDED, "awaiting-second"])
      .where("due_on", "<", page.now.toISOString().slice(0, 10));
  }
  if (filter.q !== undefined) {
    const like = `%${filter.q.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where(
      sql<boolean>`(record #>> '{subject,caption}' ilike ${like} or record #>> '{listed,caption}' ilike ${like}
        or record #>> '{subject,ref}' ilike ${like})`,
    );
  }
  const { after } = page;
  if (page.order === "newest") {
    query = query.orderBy("id", "desc");
    if (after !== null) query = query.where("id", "<", after.id);
    return query.execute();
  }
  // Rows are compared as a whole, so that none is met twice and none is left out.
  const [first, second] = page.order === "due" ? [DUE, RISK] : [RISK, DUE];
  query = query.orderBy(first).orderBy(second).orderBy("id");
  if (after !== null) {
    const [one, two] =
      page.order === "due"
        ? [sql`${after.due}::date`, sql`${-after.score}::float8`]
        : [sql`${-after.score}::float8`, sql`${after.due}::date`];
    query = query.where(sql<boolean>`(${first}, ${second}, id) > (${one}, ${two}, ${after.id})`);
  }
  return query.execute();
}

/** How many alerts wait, and for whom. */
export async function countAlerts(trx: DeskTransaction, person: string, now: Date) {
  const undecided = sql<boolean>`standing in ('open', 'in-review', 'undetermined', 'escalated')`;
  const today = now.toISOString().slice(0, 10);
  const counts = await trx
    .selectFrom("alerts")
    .select([
      sql<number>`count(*) filter (where ${undecided} and assignee = ${person})`.as("mine"),
      sql<number>`count(*) filter (where ${undecided})`.as("team"),
      sql<number>`count(*) filter (where ${undecided} and assignee is null)`.as("unassigned"),
      sql<number>`count(*) filter (where ${awaitsOther(person)})`.as("second"),
      sql<number>`count(*) filter (where standing = 'escalated')`.as("escalated"),
      sql<number>`count(*) filter (where (${undecided} or standing = 'awaiting-second') and due_on < ${today}::date)`.as(
        "overdue",
      ),
    ])
    .executeTakeFirstOrThrow();
  return counts;
}
