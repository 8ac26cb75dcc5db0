import { sql } from "kysely";
import type { DatabaseTransaction } from "../database/database.ts";
import { newId } from "../database/id.ts";
import type { StatementParts } from "../database/statement-parts.ts";
import { DELIVERY_CHANNEL, insertDeliveries } from "../webhooks/queue.ts";
import type { EventKind } from "./event.ts";

/** The channel on which a commit wakes those who watch; its payload is the organisation. */
export const EVENT_CHANNEL = "sluice_events";

export type NewEvent = {
  readonly organizationId: string;
  readonly kind: EventKind;
  /** The id of what it is about. */
  readonly id: string;
  readonly at: Date;
  /** A few small facts for those who would otherwise have to ask at once; never personal data. */
  readonly data?: Readonly<Record<string, unknown>>;
};

/**
 * Says that something happened, in the transaction in which it does: watchers and webhooks are told when it commits,
 * and never of what rolled back. For `INSTALLATION` the transaction is the system's (`asSystem`).
 */
export async function publish(trx: DatabaseTransaction, event: NewEvent): Promise<void> {
  await publishAll(trx, event.organizationId, [event]);
}

/** Says that several things happened in one organisation, in their order and in one statement; as `publish`. */
export async function publishAll(
  trx: DatabaseTransaction,
  organizationId: string,
  events: readonly Omit<NewEvent, "organizationId">[],
): Promise<void> {
  if (events.length === 0) return;
  const { writes, results } = eventParts(organizationId, events);
  await sql`with ${sql.join(writes)} select ${sql.join(results)}`.execute(trx);
}

/** What `publishAll` does, as parts of a statement that writes other things as well. */
export function eventParts(
  organizationId: string,
  events: readonly Omit<NewEvent, "organizationId">[],
): StatementParts {
  const messages = events.map(({ kind, id, at, data = null }) => ({
    id: newId("evt"),
    kind,
    subject: id,
    at,
    data,
  }));
  return {
    writes: [
      sql`event as (insert into events (id, organization_id, kind, subject_id, at, data)
      select id, ${organizationId}, kind, subject, at, data::jsonb
      from unnest(${messages.map(({ id }) => id)}::text[], ${messages.map(({ kind }) => kind)}::text[],
        ${messages.map(({ subject }) => subject)}::text[],
        ${messages.map(({ at }) => at.toISOString())}::timestamptz[],
        ${messages.map(({ data }) => (data === null ? null : JSON.stringify(data)))}::text[])
        with ordinality as message (id, kind, subject, at, data, place)
      order by place)`,
      sql`delivery as (${insertDeliveries(organizationId, messages, null)} returning 1)`,
    ],
    // Who delivers is woken for what is to be delivered alone: to look for it costs more than the event.
    results: [
      sql`pg_notify(${EVENT_CHANNEL}, ${organizationId})`,
      sql`(select pg_notify(${DELIVERY_CHANNEL}, '') from delivery limit 1)`,
    ],
  };
}
