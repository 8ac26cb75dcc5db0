import { z } from "zod";
import { Fault } from "../../fault.ts";
import { asSystem } from "../../platform/database/tenant.ts";
import { type JobHandler, jobHandler } from "../../platform/jobs/job-handler.ts";
import type { JobQueue } from "../../platform/jobs/jobs.ts";
import { INSTALLATION } from "../../platform/live/event.ts";
import { runBatch } from "./batches/batch-run.ts";
import { BATCH_JOB } from "./batches/routes.ts";
import { batchesOf } from "./batches/tables.ts";
import { atDesk, type DeskParts } from "./desk.ts";
import { noteEndedSuppressions } from "./rescreen/lapses.ts";
import { rescreenOrganization } from "./rescreen/rescreen-run.ts";
import { runImport } from "./subjects/import-run.ts";
import { deskOf, plainOf } from "./tables.ts";

/** Brings an uploaded file in. */
export const IMPORT_JOB = "subjects-import";
/** Screens an organisation's subjects again. */
export const RESCREEN_JOB = "subjects-rescreen";
/** Each night: suppressions that have ended, requests whose keys nobody sends any more. */
const NIGHTLY_JOB = "screening-nightly";

/** A request that is sent again after so many days is a new one. */
const REQUEST_DAYS_MAX = 30;
/** Files and results of batches are customers' data that nobody keeps for the law: so many days, and they go. */
export const BATCH_DAYS_MAX = 90;
const DAY_MS = 86_400_000;
const RESCREEN_SECONDS_MAX = 6 * 3600;

/** The work that the desk does by itself. */
export function deskJobs(parts: DeskParts): readonly JobHandler[] {
  return [
    jobHandler({
      name: IMPORT_JOB,
      schema: z.object({ import: z.string() }),
      secondsMax: RESCREEN_SECONDS_MAX,
      run: async (data, { organizationId, progress, signal }) => {
        const onProgress = (rows: number) => progress(rows, null);
        await runImport(parts, organizationId, data.import, { onProgress, signal });
      },
    }),
    jobHandler({
      name: BATCH_JOB,
      schema: z.object({ batch: z.string(), run: z.int() }),
      secondsMax: RESCREEN_SECONDS_MAX,
      run: ({ batch: id, run }, { organizationId, progress, signal }) =>
        runBatch(parts, { organizationId, id, run }, { onProgress: progress, signal }),
    }),
    jobHandler({
      name: RESCREEN_JOB,
      schema: z.object({ full: z.boolean(), snapshot: z.string().nullable() }),
      secondsMax: RESCREEN_SECONDS_MAX,
      run: async ({ full, snapshot }, { organizationId, progress, signal }) => {
        if (snapshot !== null && parts.gate.current().hash !== snapshot) {
          // Another process took newer lists into force; this one will in a moment, and the attempt is made again.
          const reason = "this process serves other lists than those to screen with";
          throw new Fault({ code: "edition-unavailable", list: "all", reason });
        }
        return rescreenOrganization(parts, organizationId, { full, onProgress: progress, signal });
      },
    }),
    jobHandler({
      name: NIGHTLY_JOB,
      schema: z.unknown(),
      cron: "10 0 * * *",
      run: async () => {
        let ended = 0;
        for (const organizationId of await organizationsOf(parts)) {
          ended += await noteEndedSuppressions(parts, organizationId);
          // A policy may have come into force today; where nothing changed there is nothing to do.
          await rescreenOrganization(parts, organizationId);
          await forgetRequests(parts, organizationId);
          await forgetBatches(parts, organizationId);
        }
        return { suppressionsEnded: ended };
      },
    }),
  ];
}

async function organizationsOf({ database }: DeskParts): Promise<readonly string[]> {
  const rows = await asSystem(database, (trx) =>
    deskOf(trx)
      .selectFrom("subjects")
      .select("organization_id")
      .union(deskOf(trx).selectFrom("suppressions").select("organization_id"))
      .union(deskOf(trx).selectFrom("check_requests").select("organization_id"))
      .union(batchesOf(trx).selectFrom("batches").select("organization_id"))
      .execute(),
  );
  return rows.map(({ organization_id }) => organization_id).sort();
}

async function forgetRequests(parts: DeskParts, organizationId: string): Promise<void> {
  await atDesk(parts, organizationId, (trx, at) =>
    trx
      .deleteFrom("check_requests")
      .where("at", "<", new Date(at.getTime() - REQUEST_DAYS_MAX * DAY_MS))
      .execute(),
  );
}

async function forgetBatches(parts: DeskParts, organizationId: string): Promise<void> {
  await atDesk(parts, organizationId, (_desk, at, plain) =>
    batchesOf(plain)
      .deleteFrom("batches")
      .where("created_at", "<", new Date(at.getTime() - BATCH_DAYS_MAX * DAY_MS))
      .execute(),
  );
}

/** Asks for every organisation to be screened on the lists now in force. */
export async function enqueueRescreens(parts: DeskParts, jobs: JobQueue): Promise<void> {
  const snapshot = parts.gate.current().hash;
  for (const organizationId of await organizationsOf(parts)) {
    if (organizationId === INSTALLATION) continue;
    await atDesk(parts, organizationId, (trx, at) =>
      jobs.enqueue(plainOf(trx), {
        organizationId,
        name: RESCREEN_JOB,
        data: { full: false, snapshot },
        at,
        key: `rescreen ${organizationId} ${snapshot}`,
      }),
    );
  }
}
