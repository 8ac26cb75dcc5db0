import type { Generated } from "kysely";

/** What became of a job. `retrying` waits for its next attempt. */
export const JOB_STATES = ["queued", "running", "retrying", "done", "failed", "cancelled"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** The table that people see (migration 0120); pg-boss's own are its business. */
export type JobTables = {
  job_runs: {
    id: string;
    organization_id: string;
    name: string;
    state: JobState;
    attempts: Generated<number>;
    progress_done: Generated<number | null>;
    progress_total: Generated<number | null>;
    result: Generated<unknown>;
    words: Generated<string | null>;
    queued_at: Date;
    started_at: Generated<Date | null>;
    ended_at: Generated<Date | null>;
  };
};
