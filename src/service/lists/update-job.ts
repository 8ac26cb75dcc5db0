import { sql } from "kysely";
import { z } from "zod";
import type { Database } from "../../platform/database/database.ts";
import { asSystem, inOrganization } from "../../platform/database/tenant.ts";
import { type JobHandler, jobHandler } from "../../platform/jobs/job-handler.ts";
import type { JobQueue } from "../../platform/jobs/jobs.ts";
import { INSTALLATION } from "../../platform/live/event.ts";
import type { EventFeed } from "../../platform/live/event-feed.ts";
import { publish } from "../../platform/live/publish.ts";
import type { LiveSnapshot } from "./live-snapshot.ts";
import type { UpdateReport } from "./update.ts";

const NAME = "lists-update";

export type ListsParts = {
  readonly database: Database;
  readonly live: LiveSnapshot;
  /** Asks the publishers and takes what is newer into force in this process; what became of each list. */
  readonly fetchLists: () => Promise<readonly UpdateReport[]>;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
};

/**
 * Looks for newer editions, in one process for all. Its result says what became of each list; where one was refused or
 * unreachable an event says so too, and what was in force stays.
 */
export function listsUpdateJob({ database, live, fetchLists, now }: ListsParts): JobHandler {
  return jobHandler({
    name: NAME,
    schema: z.object({}),
    attemptsMax: 2,
    secondsMax: 3_600,
    run: async () => {
      const reports = await fetchLists();
      const failed = reports.filter(({ outcome }) => outcome === "refused" || outcome === "unreachable");
      const { ok, problem } = live.lastUpdate;
      if (failed.length > 0 || !ok) {
        const data = { lists: failed.map(({ list, outcome }) => ({ list, outcome })), problem };
        await asSystem(database, (trx) =>
          publish(trx, {
            organizationId: INSTALLATION,
            kind: "lists.update-failed",
            id: "lists",
            at: now(),
            data,
          }),
        );
      }
      return {
        snapshot: live.isReady ? live.current().hash : null,
        problem,
        lists: reports.map(({ list, outcome, edition, words }) => ({ list, outcome, edition, words })),
      };
    },
  });
}

/** Asks for an update; where one already waits, that one is it. */
export async function askForUpdate(database: Database, jobs: JobQueue, now: () => Date): Promise<void> {
  await inOrganization(database, INSTALLATION, (trx) =>
    jobs.enqueue(trx, { organizationId: INSTALLATION, name: NAME, data: {}, at: now(), key: "lists" }),
  );
}

/**
 * Says when this process has taken other lists into force (once for each release, whichever process was first), and
 * follows when another has: a machine with a folder of its own fetches for itself. Resolves to what ends it.
 */
export async function followLists(
  parts: ListsParts & { readonly feed: EventFeed },
  changed: () => Promise<void>,
): Promise<() => void> {
  const { database, live, feed, now, onError, fetchLists } = parts;
  live.onChange((release) => {
    if (release === null) return;
    announce(database, release.hash, now()).then(changed).catch(onError);
  });
  return feed.watch(
    {
      organizationId: INSTALLATION,
      onEvents: (events) => {
        const newest = events.findLast(({ kind }) => kind === "lists.updated");
        if (newest === undefined || !live.isReady || live.current().hash === newest.subject) return;
        fetchLists().catch(onError);
      },
      onMissed: () => undefined,
    },
    null,
  );
}

async function announce(database: Database, hash: string, at: Date): Promise<void> {
  await asSystem(database, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('sluice lists announced'))`.execute(trx);
    const { rows } = await sql<{ subject_id: string }>`select subject_id from events
      where organization_id = ${INSTALLATION} and kind = 'lists.updated'
      order by xid desc, number desc limit 1`.execute(trx);
    if (rows[0]?.subject_id === hash) return;
    await publish(trx, { organizationId: INSTALLATION, kind: "lists.updated", id: hash, at });
  });
}
