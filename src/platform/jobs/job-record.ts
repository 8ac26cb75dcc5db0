import type { Database, DatabaseTransaction } from "../database/database.ts";
import { inOrganization } from "../database/tenant.ts";
import { publish } from "../live/publish.ts";
import type { JobState, JobTables } from "./tables.ts";

/** Longest sentence that is kept of a failure. */
const WORDS_CHARS_MAX = 1000;

export type JobIdentity = { readonly id: string; readonly organizationId: string; readonly name: string };

type Change = {
  readonly state: JobState;
  readonly at: Date;
  readonly attempts?: number;
  readonly result?: unknown;
  readonly words?: string | null;
};

/** Writes down that a job waits, in the transaction that asks for it. */
export async function recordQueued(trx: DatabaseTransaction, job: JobIdentity, at: Date): Promise<void> {
  await trx
    .withTables<JobTables>()
    .insertInto("job_runs")
    .values({
      id: job.id,
      organization_id: job.organizationId,
      name: job.name,
      state: "queued",
      queued_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Writes down a job's new state and tells those who watch; one that ended stays as it ended. */
export async function recordState(database: Database, job: JobIdentity, change: Change): Promise<void> {
  const { state, at, attempts, result, words } = change;
  const ended = state === "done" || state === "failed" || state === "cancelled";
  await inOrganization(database, job.organizationId, async (trx) => {
    await recordQueued(trx, job, at);
    const { numUpdatedRows } = await trx
      .withTables<JobTables>()
      .updateTable("job_runs")
      .set({
        state,
        ended_at: ended ? at : null,
        ...(state === "running" ? { started_at: at } : {}),
        ...(attempts === undefined ? {} : { attempts }),
        ...(result === undefined ? {} : { result: JSON.stringify(result) }),
        ...(words === undefined ? {} : { words: words === null ? null : words.slice(0, WORDS_CHARS_MAX) }),
      })
      .where("id", "=", job.id)
      .where("state", "not in", ["done", "cancelled", ...(ended ? (["failed"] as const) : [])])
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    const { organizationId } = job;
    await publish(trx, {
      organizationId,
      kind: "job.changed",
      id: job.id,
      at,
      data: { name: job.name, state },
    });
  });
}

/** Writes down how far a running job is, and tells those who watch. */
export async function recordProgress(
  database: Database,
  job: JobIdentity,
  progress: { readonly done: number; readonly total: number | null; readonly at: Date },
): Promise<void> {
  const { done, total, at } = progress;
  const { organizationId } = job;
  await inOrganization(database, organizationId, async (trx) => {
    await trx
      .withTables<JobTables>()
      .updateTable("job_runs")
      .set({ progress_done: done, progress_total: total })
      .where("id", "=", job.id)
      .execute();
    const data = { name: job.name, state: "running", done, total };
    await publish(trx, { organizationId, kind: "job.changed", id: job.id, at, data });
  });
}
