import type { Cluster } from "../../../engine/redflags/case.ts";
import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import type { EventKind } from "../../../platform/live/event.ts";
import { publish } from "../../../platform/live/publish.ts";
import type { Actor } from "../../screening/alerts/alert-state.ts";
import { plainOf, type WorkersTransaction } from "../tables.ts";
import {
  type CaseEvent,
  type CaseState,
  caseState,
  type DatedCaseEvent,
  type Standing,
} from "./case-state.ts";

/** A case with its history and what follows from it. */
export type WorkerCase = {
  readonly id: string;
  readonly organizationId: string;
  readonly cluster: Cluster;
  readonly openedAt: string;
  readonly previousId: string | null;
  readonly events: readonly DatedCaseEvent[];
  readonly state: CaseState;
};

/** Events of one case: people's work, and a machine's only where something new is known. */
const EVENTS_MAX = 2_000;

/** The version of a case, for ETag and If-Match. */
export function caseVersion({ events }: Pick<WorkerCase, "events">): string {
  return String(events.length);
}

/** Cases by their ids, each with its history, in the order of their ids. */
export async function readCases(
  trx: WorkersTransaction,
  ids: readonly string[],
  lock = false,
): Promise<readonly WorkerCase[]> {
  if (ids.length === 0) return [];
  const query = trx
    .selectFrom("worker_cases")
    .selectAll()
    .where("id", "in", [...ids])
    .orderBy("id");
  const rows = await (lock ? query.forUpdate() : query).execute();
  if (rows.length === 0) return [];
  const events = await trx
    .selectFrom("worker_case_events")
    .selectAll()
    .where(
      "case_id",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("case_id")
    .orderBy("sequence")
    .execute();
  const byCase = Map.groupBy(events, ({ case_id }) => case_id);
  return rows.map((row) => {
    const history = (byCase.get(row.id) ?? []).map(({ at, by, event, receipt_sequence }) => ({
      event,
      at: at.toISOString(),
      by,
      receipt: receipt_sequence,
    }));
    return {
      id: row.id,
      organizationId: row.organization_id,
      cluster: row.cluster,
      openedAt: row.opened_at.toISOString(),
      previousId: row.previous_id,
      events: history,
      state: caseState(history),
    };
  });
}

/** One case. Throws `not-found`. */
export async function readCase(trx: WorkersTransaction, id: string, lock = false): Promise<WorkerCase> {
  const [one] = await readCases(trx, [id], lock);
  if (one === undefined) throw new Fault({ code: "not-found", what: "case", id });
  return one;
}

/** Ids of cases in which an account stands, the oldest first; those that were merged into others are left out. */
export async function casesOfAccounts(
  trx: WorkersTransaction,
  accounts: readonly string[],
): Promise<readonly { readonly id: string; readonly standing: Standing }[]> {
  if (accounts.length === 0) return [];
  return trx
    .selectFrom("worker_case_accounts")
    .innerJoin("worker_cases", "worker_cases.id", "worker_case_accounts.case_id")
    .select(["worker_cases.id", "worker_cases.standing"])
    .distinct()
    .where("worker_case_accounts.account", "in", [...accounts])
    .where("worker_cases.standing", "!=", "merged")
    .orderBy("worker_cases.id")
    .execute();
}

/** Accounts of cases that two persons have blocked. */
export async function confirmedAccounts(trx: WorkersTransaction): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom("worker_case_accounts")
    .innerJoin("worker_cases", "worker_cases.id", "worker_case_accounts.case_id")
    .select("worker_case_accounts.account")
    .where("worker_cases.standing", "=", "blocked")
    .execute();
  return new Set(rows.map(({ account }) => account));
}

/** Opens a case on a cluster. Gives its id. */
export async function openCase(
  trx: WorkersTransaction,
  asked: {
    readonly organizationId: string;
    readonly cluster: Cluster;
    readonly previousId: string | null;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<string> {
  const { organizationId, cluster, previousId, by, at } = asked;
  const id = newId("cas");
  const event: CaseEvent = {
    kind: "opened",
    because: cluster.score.because,
    rules: rulesOf(cluster),
    accounts: cluster.accounts,
  };
  await trx
    .insertInto("worker_cases")
    .values({
      organization_id: organizationId,
      id,
      cluster: JSON.stringify(cluster),
      weight: cluster.score.sum,
      opened_at: at,
      previous_id: previousId,
      events: 1,
      standing: "open",
      assignee: null,
      due_on: null,
    })
    .execute();
  await trx
    .insertInto("worker_case_events")
    .values({
      organization_id: organizationId,
      case_id: id,
      sequence: 1,
      at,
      by: JSON.stringify(by),
      event: JSON.stringify(event),
      receipt_sequence: null,
    })
    .execute();
  await setAccounts(trx, organizationId, id, cluster.accounts);
  await publish(plainOf(trx), { organizationId, kind: "worker-case.opened", id, at });
  return id;
}

/** The rules of a cluster's flags, each once. */
export function rulesOf({ flags }: Pick<Cluster, "flags">): readonly string[] {
  return [...new Set(flags.map(({ rule }) => rule))].sort();
}

async function setAccounts(
  trx: WorkersTransaction,
  organizationId: string,
  id: string,
  accounts: readonly string[],
): Promise<void> {
  await trx
    .insertInto("worker_case_accounts")
    .values(accounts.map((account) => ({ organization_id: organizationId, case_id: id, account })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Puts what is known now into a case; an account that stood in it stays in it. */
export async function updateCluster(
  trx: WorkersTransaction,
  { id, organizationId }: Pick<WorkerCase, "id" | "organizationId">,
  cluster: Cluster,
): Promise<void> {
  await trx
    .updateTable("worker_cases")
    .set({ cluster: JSON.stringify(cluster), weight: cluster.score.sum })
    .where("id", "=", id)
    .execute();
  await setAccounts(trx, organizationId, id, cluster.accounts);
}

/** Adds an event to a case that is locked, and tells those who watch. */
export async function appendCaseEvent(
  trx: WorkersTransaction,
  one: WorkerCase,
  event: CaseEvent,
  made: {
    readonly by: Actor;
    readonly at: Date;
    readonly receipt?: number | null;
    readonly tells?: EventKind;
  },
): Promise<WorkerCase> {
  const { by, at, receipt = null, tells = "worker-case.changed" } = made;
  if (one.events.length >= EVENTS_MAX)
    throw new Fault({
      code: "limit-exceeded",
      limit: "eventsPerCaseMax",
      allowed: EVENTS_MAX,
      where: one.id,
    });
  const events = [...one.events, { event, at: at.toISOString(), by, receipt }];
  const state = caseState(events);
  await trx
    .insertInto("worker_case_events")
    .values({
      organization_id: one.organizationId,
      case_id: one.id,
      sequence: events.length,
      at,
      by: JSON.stringify(by),
      event: JSON.stringify(event),
      receipt_sequence: receipt,
    })
    .execute();
  await trx
    .updateTable("worker_cases")
    .set({ events: events.length, standing: state.standing, assignee: state.assignee, due_on: state.dueOn })
    .where("id", "=", one.id)
    .execute();
  await publish(plainOf(trx), { organizationId: one.organizationId, kind: tells, id: one.id, at });
  return { ...one, events, state };
}
