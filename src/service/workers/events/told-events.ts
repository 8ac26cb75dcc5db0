import { sql } from "kysely";
import { z } from "zod";
import type { EventKind, WorkerEvent } from "../../../engine/redflags/event.ts";
import type { WorkersTransaction } from "../tables.ts";

/** Where an event stands among those of its accounts. */
export const EventMoment = z.object({ at: z.iso.datetime(), id: z.string().max(500) });

/** An event as it was told. */
export type ToldEvent = {
  readonly id: string;
  readonly kind: EventKind;
  readonly account: string;
  readonly at: string;
  readonly body: WorkerEvent;
};

/** Events of accounts before a moment, the newest first, at most `limit`. */
export async function toldEvents(
  trx: WorkersTransaction,
  accounts: readonly string[],
  page: { readonly before: z.infer<typeof EventMoment> | null; readonly limit: number },
): Promise<readonly ToldEvent[]> {
  if (accounts.length === 0) return [];
  const { before, limit } = page;
  let query = trx
    .selectFrom("worker_events")
    .select(["id", "account", "at", "body"])
    .where("account", "in", [...accounts])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
  if (before !== null)
    query = query.where(sql<boolean>`(at, id) < (${before.at}::timestamptz, ${before.id})`);
  const rows = await query.execute();
  return rows.map(({ id, account, at, body }) => ({
    id,
    kind: body.kind,
    account,
    at: at.toISOString(),
    body,
  }));
}
