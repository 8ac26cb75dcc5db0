import { z } from "zod";
import type { Database } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/tenant.ts";
import type { Routes } from "../../platform/http/routes.ts";
import { type JobHandler, jobHandler } from "../../platform/jobs/job-handler.ts";
import { publish } from "../../platform/live/publish.ts";
import { publicKeys, type Signer } from "../../platform/receipts/signing-key.ts";
import type { StoryClock } from "../accounts/story-clock.ts";
import type { Gate } from "../screening/gate.ts";
import { storable } from "../screening/storable.ts";
import { previewRoutes } from "./applications/preview-routes.ts";
import { applicationRoutes } from "./applications/routes.ts";
import { uploadRoutes } from "./applications/upload-routes.ts";
import type { OpenWaivers, WaiverParts } from "./desk.ts";
import { LedgerDesk } from "./ledger/ledger-desk.ts";
import { ledgerRoutes } from "./ledger/routes.ts";
import { letterRoutes } from "./letters/routes.ts";
import { needsRoutes } from "./needs-routes.ts";
import { waiverRoutes } from "./routes.ts";
import { reportsOf } from "./show-waiver.ts";
import { addressReminder, type ReportMails, sendReportMails } from "./standing/report-mails.ts";
import { screenAllWaivers, screenWaiver } from "./standing/screen-waivers.ts";
import { atWaivers, plainOf, waiversOf } from "./tables.ts";
import { readWaivers } from "./waiver-store.ts";

const NIGHTLY_JOB = "waivers-nightly";
const MAILS_JOB = "waivers-mails";
/** A request that is sent again after so many days is a new one. */
const REQUEST_DAYS_MAX = 400;
const DAY_MS = 86_400_000;

/** The waivers desk, ready to be mounted. */
export type WaiversDesk = {
  readonly handlers: readonly JobHandler[];
  readonly routes: (signer: Signer | null) => readonly Routes[];
  /** To be called when other lists have come into force: every waiver's parties are screened on them. */
  readonly listsChanged: () => Promise<void>;
};

/** The clock that the desk goes by. */
type DeskClock = Pick<StoryClock, "now" | "nowFor" | "told">;

/** Opens the desk over a database and a gate. */
export function waiversDesk(given: {
  readonly database: Database;
  readonly gate: Gate;
  readonly clock: DeskClock;
  readonly publicUrl: string;
  readonly mails?: ReportMails | null;
}): WaiversDesk {
  const { clock } = given;
  const parts: WaiverParts = {
    ...given,
    now: clock.now,
    nowFor: clock.nowFor,
    mails: given.mails ?? null,
  };
  const ledger = new LedgerDesk({
    database: parts.database,
    now: parts.now,
    told: clock.told,
    screening: {
      snapshot: () => snapshotOf(parts.gate),
      screen: (organizationId, waiverId) => screenWaiver(parts, organizationId, waiverId),
    },
  });
  const open = (signer: Signer | null): OpenWaivers => ({
    ...parts,
    signer,
    ledger,
    pemOf: async (keyId) => (await publicKeys(parts.database)).find(({ id }) => id === keyId)?.pem ?? "",
  });
  return {
    handlers: [nightly(parts), mailing(parts)],
    routes: (signer) => {
      const desk = open(signer);
      return [
        applicationRoutes(desk),
        uploadRoutes(desk),
        previewRoutes(desk),
        letterRoutes(desk),
        ledgerRoutes(desk),
        needsRoutes(desk),
        waiverRoutes(desk),
      ].map(storable);
    },
    listsChanged: async () => {
      await screenAllWaivers(parts);
    },
  };
}

/** The lists in force, or null while there are none. */
function snapshotOf(gate: Gate): string | null {
  try {
    return gate.current().hash;
  } catch {
    return null;
  }
}

/** Each night: reminders of reports, waivers that no list has been asked about yet, requests too old to be sent again. */
function nightly(parts: WaiverParts): JobHandler {
  return jobHandler({
    name: NIGHTLY_JOB,
    schema: z.unknown(),
    cron: "20 0 * * *",
    run: async () => {
      const screened = snapshotOf(parts.gate) === null ? 0 : await screenAllWaivers(parts);
      return { screened, reminded: await remindAll(parts) };
    },
  });
}

/** Every ten minutes: mails that were written down with reminders and are not sent. */
function mailing(parts: WaiverParts): JobHandler {
  return jobHandler({
    name: MAILS_JOB,
    schema: z.unknown(),
    cron: "*/10 * * * *",
    run: async () => (parts.mails === null ? { sent: 0, waiting: 0 } : sendReportMails(parts, parts.mails)),
  });
}

/** Says once for each stage that a report is due soon, and that it is overdue; resolves to how many it said. */
export async function remindAll(parts: Pick<WaiverParts, "database" | "now" | "mails">): Promise<number> {
  const rows = await asSystem(parts.database, (trx) =>
    waiversOf(trx).selectFrom("waivers").select("organization_id").distinct().execute(),
  );
  let reminded = 0;
  for (const { organization_id: organizationId } of rows) {
    reminded += await atWaivers(parts, organizationId, async (trx, at) => {
      let said = 0;
      for (const waiver of await readWaivers(trx, { ids: null, at })) {
        for (const { key, state, dueOn } of await reportsOf(trx, waiver, at.toISOString())) {
          if (state !== "due-soon" && state !== "overdue") continue;
          const { numInsertedOrUpdatedRows } = await trx
            .insertInto("waiver_reminders")
            .values({ organization_id: organizationId, waiver_id: waiver.id, report: key, stage: state, at })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
          if (numInsertedOrUpdatedRows !== 1n) continue;
          said += 1;
          if (parts.mails !== null)
            await addressReminder(trx, parts.mails, { waiver, report: key, stage: state, at });
          const event = { organizationId, kind: "waiver-report.due", id: waiver.id, at } as const;
          await publish(plainOf(trx), { ...event, data: { report: key, state, dueOn } });
        }
      }
      await trx
        .deleteFrom("waiver_requests")
        .where("at", "<", new Date(at.getTime() - REQUEST_DAYS_MAX * DAY_MS))
        .execute();
      return said;
    });
  }
  return reminded;
}
