import { join } from "node:path";
import { sql } from "kysely";
import { Counter, Histogram, type Registry } from "prom-client";
import { z } from "zod";
import { auditRequests } from "../platform/audit/audit-hook.ts";
import { auditRoutes } from "../platform/audit/audit-routes.ts";
import type { Database } from "../platform/database/database.ts";
import { asSystem, inOrganization } from "../platform/database/tenant.ts";
import type { Api, Routes } from "../platform/http/routes.ts";
import { type JobHandler, jobHandler } from "../platform/jobs/job-handler.ts";
import { jobRoutes } from "../platform/jobs/job-routes.ts";
import { JOB_CHANNEL, type Jobs, startJobs } from "../platform/jobs/jobs.ts";
import { EventFeed, pruneEvents } from "../platform/live/event-feed.ts";
import { eventRoutes } from "../platform/live/event-routes.ts";
import { type Listener, openListener } from "../platform/live/listener.ts";
import { EVENT_CHANNEL, publish } from "../platform/live/publish.ts";
import { signLog } from "../platform/receipts/log-reader.ts";
import { receiptRoutes } from "../platform/receipts/receipt-routes.ts";
import { eraseBodies, ripeForErasure } from "../platform/receipts/retention.ts";
import { retentionRoutes } from "../platform/receipts/retention-routes.ts";
import { openSigner, type Signer } from "../platform/receipts/signing-key.ts";
import { addressGuard } from "../platform/webhooks/address-guard.ts";
import { Deliverer } from "../platform/webhooks/deliverer.ts";
import { DELIVERY_CHANNEL } from "../platform/webhooks/queue.ts";
import { secretBox } from "../platform/webhooks/signature.ts";
import { webhookRoutes } from "../platform/webhooks/webhook-routes.ts";

/** What keeps the record: the log of receipts, jobs, events, webhooks and the audit log, running. */
export type Records = {
  readonly jobs: Jobs;
  readonly feed: EventFeed;
  /** Signs for this installation; null where its key is on another machine. */
  readonly signer: Signer | null;
  readonly routes: readonly Routes[];
  /** What is added to the server before any route: every change is written down. */
  readonly hook: (api: Api) => void;
  readonly stop: () => Promise<void>;
};

export type RecordsOptions = {
  readonly database: Database;
  /** The service's role, for the connection that listens. */
  readonly appUrl: string;
  /** Where the signing key is kept. */
  readonly folder: string;
  readonly secret: string;
  /** Addresses besides the public ones that webhooks may reach. */
  readonly webhooksAllowed: readonly string[];
  readonly handlers: readonly JobHandler[];
  readonly registry: Registry;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
};

/** Where in the data folder the signing key is. */
export const KEYS_FOLDER = "keys";

/** Events and deliveries are news, not records: what is older is gone. */
const NEWS_DAYS = 7;
const DELIVERIES_DAYS = 30;
const RUNS_DAYS = 90;
const DAY_MS = 86_400_000;
const STOP_MS_MAX = 10_000;

/** Opens everything that keeps the record and starts its work. */
export async function openRecords(options: RecordsOptions): Promise<Records> {
  const { database, now, onError } = options;
  const counts = countersOf(options.registry);
  const channels = [EVENT_CHANNEL, DELIVERY_CHANNEL, JOB_CHANNEL];
  const listener = await openListener(options.appUrl, channels, onError);
  const signer = await openSigner({ folder: join(options.folder, KEYS_FOLDER), database, now });
  const feed = new EventFeed({ database, listener, onError });
  const box = secretBox(options.secret);
  const guard = addressGuard(options.webhooksAllowed);
  const deliverer = new Deliverer({
    database,
    listener,
    box,
    guard,
    now,
    onError,
    onAttempt: counts.attempt,
  });
  const jobs = await startJobs({
    database,
    listener,
    handlers: [...options.handlers, ...recordJobs({ database, signer, now })],
    now,
    onError,
    onEnd: counts.job,
  });
  return {
    jobs,
    feed,
    signer,
    routes: [
      receiptRoutes({ database, signer, now }),
      retentionRoutes({ database, now }),
      jobRoutes({ database, jobs, now }),
      eventRoutes({ feed }),
      webhookRoutes({ database, box, guard, now }),
      auditRoutes({ database }),
    ],
    hook: (api) => auditRequests(api, { database, now, onError }),
    stop: () => stopAll({ feed, deliverer, jobs, listener }),
  };
}

async function stopAll(parts: {
  readonly feed: EventFeed;
  readonly deliverer: Deliverer;
  readonly jobs: Jobs;
  readonly listener: Listener;
}): Promise<void> {
  await parts.feed.close();
  await parts.deliverer.stop();
  await parts.jobs.stop(STOP_MS_MAX);
  await parts.listener.close();
}

function countersOf(registry: Registry) {
  const registers = [registry];
  const jobs = new Counter({
    name: "sluice_job_attempts_total",
    help: "Attempts at jobs, by name and outcome (done, retrying, failed)",
    labelNames: ["name", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "sluice_job_seconds",
    help: "How long attempts at jobs took",
    labelNames: ["name"],
    buckets: [0.1, 1, 10, 60, 600, 3_600],
    registers,
  });
  const attempts = new Counter({
    name: "sluice_webhook_attempts_total",
    help: "Attempts at webhooks, by outcome (delivered, failed)",
    labelNames: ["outcome"],
    registers,
  });
  return {
    job: (end: { readonly name: string; readonly outcome: string; readonly ms: number }): void => {
      jobs.inc({ name: end.name, outcome: end.outcome });
      seconds.observe({ name: end.name }, end.ms / 1000);
    },
    attempt: ({ delivered }: { readonly delivered: boolean }): void => {
      attempts.inc({ outcome: delivered ? "delivered" : "failed" });
    },
  };
}

type JobsOf = { readonly database: Database; readonly signer: Signer | null; readonly now: () => Date };

function recordJobs(parts: JobsOf): readonly JobHandler[] {
  const { signer } = parts;
  const keep = jobHandler({
    name: "records-retention",
    schema: z.unknown(),
    cron: "40 1 * * *",
    run: async () => ({ erased: await eraseRipe(parts), removed: await removeOld(parts) }),
  });
  if (signer === null) return [keep];
  const sign = jobHandler({
    name: "receipts-sign",
    schema: z.unknown(),
    cron: "*/10 * * * *",
    run: async () => ({ signed: await signLogs({ ...parts, signer }) }),
  });
  return [keep, sign];
}

/** Signs every log that has grown since it was signed last; resolves to how many. */
export async function signLogs({
  database,
  signer,
  now,
}: {
  readonly database: Database;
  readonly signer: Signer;
  readonly now: () => Date;
}): Promise<number> {
  const { rows } = await asSystem(database, (trx) =>
    sql<{ organization_id: string }>`select l.organization_id from receipt_logs l
      where l.size > 0 and not exists (select from receipt_heads h
        where h.organization_id = l.organization_id and h.size = l.size)`.execute(trx),
  );
  let signed = 0;
  for (const { organization_id: organizationId } of rows) {
    const at = now();
    await inOrganization(database, organizationId, async (trx) => {
      const made = await signLog(trx, signer, { organizationId, at });
      if (made?.isNew !== true) return;
      signed += 1;
      const { size } = made.head;
      await publish(trx, { organizationId, kind: "receipts.signed", id: String(size), at, data: { size } });
    });
  }
  return signed;
}

/** Erases bodies whose retention is over, where no hold covers them; resolves to how many. */
async function eraseRipe({ database, now }: JobsOf): Promise<number> {
  const { rows } = await asSystem(database, (trx) =>
    sql<{ organization_id: string }>`select organization_id from receipt_logs`.execute(trx),
  );
  let erased = 0;
  for (const { organization_id: organizationId } of rows) {
    const at = now();
    erased += await inOrganization(database, organizationId, async (trx) => {
      const sequences = await ripeForErasure(trx, organizationId, at);
      if (sequences.length === 0) return 0;
      const by = { id: "records-retention", name: "Sluice" };
      const reason = "the time for which the organisation keeps receipts is over";
      await eraseBodies(trx, { organizationId, sequences, ground: "retention-ended", reason, by, at });
      return sequences.length;
    });
  }
  return erased;
}

/** Removes what is only kept for a time; the audit log's own triggers hold each organisation's retention. */
async function removeOld({ database, now }: JobsOf): Promise<number> {
  const before = (days: number): Date => new Date(now().getTime() - days * DAY_MS);
  return asSystem(database, async (trx) => {
    let removed = await pruneEvents(trx, before(NEWS_DAYS));
    const statements = [
      sql`delete from webhook_deliveries where created_at < ${before(DELIVERIES_DAYS)} and due_at is null`,
      sql`delete from job_runs where ended_at < ${before(RUNS_DAYS)}`,
      sql`delete from audit_origins o using audit_entries e where e.id = o.entry_id
        and e.at < now() - make_interval(days => coalesce(
          (select origins_days from retention_policies r where r.organization_id = o.organization_id), 365))`,
      sql`delete from audit_entries e where e.at < now() - make_interval(years => coalesce(
          (select audit_years from retention_policies r where r.organization_id = e.organization_id), 10))`,
    ];
    for (const statement of statements)
      removed += Number((await statement.execute(trx)).numAffectedRows ?? 0n);
    return removed;
  });
}
