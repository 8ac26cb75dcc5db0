import type { z } from "zod";

/** What a running job may know and say. */
export type JobScope = {
  readonly jobId: string;
  /** Whose job it is; `INSTALLATION` for one of the whole installation. */
  readonly organizationId: string;
  /** From 1. */
  readonly attempt: number;
  /** Says how far it is; cheap, so say it often. `total` is null where nobody knows. */
  readonly progress: (done: number, total: number | null) => void;
  /** Fires when the process stops or the job has run too long: end soon, and the next attempt goes on. */
  readonly signal: AbortSignal;
};

/** A kind of job: what it is given and what it does. It may run more than once: after a crash it runs again. */
export type JobHandler = {
  /** Lower-case words with hyphens and dots; never changed once jobs may be waiting. */
  readonly name: string;
  /** First attempt included. */
  readonly attemptsMax: number;
  /** An attempt that takes longer is given up and tried again. */
  readonly secondsMax: number;
  /** How many at once in one process. */
  readonly atOnce: number;
  /** When it is run by itself, by all processes together once (UTC); null: only when asked for. */
  readonly cron: string | null;
  readonly run: (data: unknown, scope: JobScope) => Promise<unknown>;
};

/** Ties a job's work to the schema of its data; what does not fit the schema fails at once, without further attempts. */
export function jobHandler<Schema extends z.ZodType>(kind: {
  readonly name: string;
  readonly schema: Schema;
  readonly attemptsMax?: number;
  readonly secondsMax?: number;
  readonly atOnce?: number;
  readonly cron?: string | null;
  /** Resolves to a small JSON result for those who look at the job, or to nothing. */
  readonly run: (data: z.infer<Schema>, scope: JobScope) => Promise<unknown>;
}): JobHandler {
  return {
    name: kind.name,
    attemptsMax: kind.attemptsMax ?? 5,
    secondsMax: kind.secondsMax ?? 900,
    atOnce: kind.atOnce ?? 1,
    cron: kind.cron ?? null,
    run: async (data, scope) => await kind.run(kind.schema.parse(data), scope),
  };
}
