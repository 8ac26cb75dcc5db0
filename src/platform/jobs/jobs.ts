import { sql } from "kysely";
import { fromKysely, type JobWithMetadata, PgBoss } from "pg-boss";
import { ZodError, z } from "zod";
import { assert, Fault, type FaultCode } from "../../fault.ts";
import type { Database, DatabaseTransaction } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { INSTALLATION } from "../live/event.ts";
import type { Listener } from "../live/listener.ts";
import type { JobHandler, JobScope } from "./job-handler.ts";
import { type JobIdentity, recordProgress, recordQueued, recordState } from "./job-record.ts";

/** The channel on which a commit wakes the workers of a queue; its payload is the job's name. */
export const JOB_CHANNEL = "sluice_jobs";

/** Where jobs are put. */
export type JobQueue = {
  /**
   * Queues a job in the caller's transaction: it runs if that commits, and never otherwise. Resolves to its id. `key`:
   * while a job of this name with this key waits, another is not queued, and null is the answer.
   */
  readonly enqueue: <Key extends string | undefined = undefined>(
    trx: DatabaseTransaction,
    job: {
      readonly organizationId: string;
      readonly name: string;
      readonly data: object;
      readonly at: Date;
      readonly key?: Key;
    },
  ) => Promise<Key extends string ? string | null : string>;
};

/** A process's part in the jobs. */
export type Jobs = JobQueue & {
  /** Takes a waiting job back; false where it runs or has ended. */
  readonly cancel: (job: JobIdentity, at: Date) => Promise<boolean>;
  /** Gives a failed job another round of attempts; false where it has not failed. */
  readonly retry: (job: JobIdentity, at: Date) => Promise<boolean>;
  /** Takes no more, and waits for those that run, so long. */
  readonly stop: (timeoutMsMax: number) => Promise<void>;
};

export type JobsOptions = {
  readonly database: Database;
  readonly listener: Listener;
  readonly handlers: readonly JobHandler[];
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
  /** Told of each attempt's end, for the metrics. */
  readonly onEnd?: (end: { readonly name: string; readonly outcome: Outcome; readonly ms: number }) => void;
  /** False in a process that only asks for jobs. */
  readonly works?: boolean;
  /** First pause before another attempt; it doubles up to ten minutes. */
  readonly retrySeconds?: number;
};

export type Outcome = "done" | "retrying" | "failed";

/** Jobs whose attempts are used up, or that died with their process at the last one, end here to be recorded as failed. */
const DEAD = "dead";
const RETRY_SECONDS = 5;
const RETRY_SECONDS_MAX = 600;
/** A process that died is noticed after so long, and its jobs are taken over. */
const HEARTBEAT_SECONDS = 30;
const POLL_SECONDS = 2;
const PROGRESS_MS = 500;

/** Another attempt would meet the same. */
const LASTING: ReadonlySet<FaultCode> = new Set([
  "input-invalid",
  "data-invalid",
  "limit-exceeded",
  "not-found",
  "conflict",
  "rule-broken",
  "usage",
]);

const Envelope = z.object({ organizationId: z.string(), data: z.unknown() });

function uuidOf(id: string): string {
  const hex = id.slice(id.indexOf("_") + 1);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function idOf(uuid: string): string {
  return `job_${uuid.replaceAll("-", "")}`;
}

function wordsOf(error: unknown): string {
  if (error instanceof ZodError) return `its data do not fit: ${error.issues[0]?.message ?? "unknown"}`;
  return error instanceof Error ? error.message : String(error);
}

/** Starts this process's part: queues made known, workers working, schedules set. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { database, handlers } = options;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    schema: "jobs",
    // The schema comes by a migration of ours, run by its owner; this role cannot change it.
    migrate: false,
    createSchema: false,
    reindex: false,
    schedule: options.works !== false,
    supervise: options.works !== false,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    cronMonitorIntervalSeconds: 15,
  });
  boss.on("error", options.onError);
  await boss.start();
  await boss.createQueue(DEAD, { retryLimit: 3 });
  for (const handler of handlers) await declareQueue(boss, handler, options.retrySeconds ?? RETRY_SECONDS);
  const stopping = new AbortController();
  const forget = options.works === false ? () => undefined : await work(boss, options, stopping.signal);
  const queue = queueOn(boss);
  return {
    ...queue,
    cancel: async (job, at) => {
      const found = await boss.getJobById(job.name, uuidOf(job.id));
      if (found === null || !["created", "retry"].includes(found.state)) return false;
      await boss.cancel(job.name, found.id);
      await recordState(database, job, { state: "cancelled", at });
      return true;
    },
    retry: async (job, at) => {
      const found = await boss.getJobById(job.name, uuidOf(job.id));
      if (found?.state !== "failed") return false;
      await recordState(database, job, { state: "queued", at });
      await boss.retry(job.name, found.id);
      return true;
    },
    stop: async (timeoutMsMax) => {
      forget();
      stopping.abort();
      await boss.stop({ graceful: true, timeout: timeoutMsMax, close: false });
    },
  };
}

async function declareQueue(boss: PgBoss, handler: JobHandler, retrySeconds: number): Promise<void> {
  assert(/^[a-z][a-z.-]{0,60}$/.test(handler.name) && handler.name !== DEAD, "a job has a plain name");
  const settings = {
    retryLimit: handler.attemptsMax - 1,
    retryDelay: retrySeconds,
    retryBackoff: true,
    retryDelayMax: RETRY_SECONDS_MAX,
    expireInSeconds: handler.secondsMax,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deadLetter: DEAD,
  };
  await boss.createQueue(handler.name, { ...settings, policy: "short" });
  await boss.updateQueue(handler.name, settings);
  if (handler.cron === null) await boss.unschedule(handler.name);
  else
    await boss.schedule(
      handler.name,
      handler.cron,
      { organizationId: INSTALLATION, data: {} },
      { tz: "UTC" },
    );
}

function queueOn(boss: PgBoss): JobQueue {
  return {
    enqueue: async (trx, job) => {
      const id = newId("job");
      const sent = await boss.send(
        job.name,
        { organizationId: job.organizationId, data: job.data },
        // One waiting job for each key; without a key of its own a job has its id for one.
        { id: uuidOf(id), db: fromKysely(trx), singletonKey: job.key ?? id },
      );
      if (sent === null) {
        assert(job.key !== undefined, "only a job with a key is left out");
        return null as never;
      }
      await recordQueued(trx, { id, organizationId: job.organizationId, name: job.name }, job.at);
      await sql`select pg_notify(${JOB_CHANNEL}, ${job.name})`.execute(trx);
      return id as never;
    },
  };
}

async function work(boss: PgBoss, options: JobsOptions, stopping: AbortSignal): Promise<() => void> {
  const settings = { includeMetadata: true, batchSize: 1, pollingIntervalSeconds: POLL_SECONDS } as const;
  const workers: { readonly name: string; readonly id: string }[] = [];
  const wake = (name: string | null): void => {
    for (const worker of workers) if (name === null || worker.name === name) boss.notifyWorker(worker.id);
  };
  for (const handler of options.handlers) {
    for (let place = 0; place < handler.atOnce; place += 1) {
      const id = await boss.work<unknown, object | null, typeof settings>(
        handler.name,
        settings,
        async ([job]) => {
          assert(job !== undefined, "a batch of one has one job");
          try {
            return await attempt(options, handler, job, stopping);
          } finally {
            // Where one waited another may: look again at once instead of after a pause.
            wake(handler.name);
          }
        },
      );
      workers.push({ name: handler.name, id });
    }
  }
  await boss.work<unknown, void, typeof settings>(DEAD, settings, async ([dead]) => {
    if (dead !== undefined) await bury(options, dead);
  });
  return options.listener.listen(JOB_CHANNEL, wake);
}

/** One attempt at one job; throws to have another, resolves where there is nothing more to try. */
async function attempt(
  options: JobsOptions,
  handler: JobHandler,
  job: JobWithMetadata<unknown>,
  stopping: AbortSignal,
): Promise<object | null> {
  const { database, now } = options;
  const envelope = Envelope.parse(job.data);
  const identity = { id: idOf(job.id), organizationId: envelope.organizationId, name: handler.name };
  const began = now();
  const ends = (outcome: Outcome): void =>
    options.onEnd?.({ name: handler.name, outcome, ms: now().getTime() - began.getTime() });
  await recordState(database, identity, { state: "running", at: began, attempts: job.retryCount + 1 });
  const meter = progressMeter(options, identity);
  const scope: JobScope = {
    jobId: identity.id,
    organizationId: identity.organizationId,
    attempt: job.retryCount + 1,
    progress: meter.progress,
    signal: AbortSignal.any([job.signal, stopping]),
  };
  try {
    const result = await handler.run(envelope.data, scope);
    await meter.settle();
    await recordState(database, identity, {
      state: "done",
      at: now(),
      words: null,
      ...(result === undefined ? {} : { result }),
    });
    ends("done");
    return null;
  } catch (error) {
    await meter.settle();
    options.onError(error);
    const lasting = error instanceof ZodError || (error instanceof Fault && LASTING.has(error.code));
    const last = lasting || job.retryCount >= job.retryLimit;
    await recordState(database, identity, {
      state: last ? "failed" : "retrying",
      at: now(),
      words: wordsOf(error),
    });
    ends(last ? "failed" : "retrying");
    if (lasting) return { failed: wordsOf(error) };
    throw error;
  }
}

/** Writes progress down at most twice a second, the last word always. */
function progressMeter(options: JobsOptions, identity: JobIdentity) {
  let written = 0;
  let latest: { readonly done: number; readonly total: number | null } | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = (): void => {
    const progress = latest;
    if (progress === null) return;
    latest = null;
    written = performance.now();
    writing = writing
      .then(() => recordProgress(options.database, identity, { ...progress, at: options.now() }))
      .catch(options.onError);
  };
  return {
    progress: (done: number, total: number | null): void => {
      latest = { done, total };
      if (performance.now() - written >= PROGRESS_MS) write();
    },
    settle: async (): Promise<void> => {
      write();
      await writing;
    },
  };
}

async function bury(options: JobsOptions, dead: JobWithMetadata<unknown>): Promise<void> {
  const envelope = Envelope.safeParse(dead.data);
  if (!envelope.success || dead.sourceId === null || dead.sourceName === null) return;
  const identity = {
    id: idOf(dead.sourceId),
    organizationId: envelope.data.organizationId,
    name: dead.sourceName,
  };
  await recordState(options.database, identity, {
    state: "failed",
    at: options.now(),
    words: "its attempts are used up; the last one ended without a word, as when its process is killed",
  });
}
