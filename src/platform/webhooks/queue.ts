import { type RawBuilder, sql } from "kysely";
import type { DatabaseTransaction } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { INSTALLATION } from "../live/event.ts";

/** The channel on which a commit that queued a delivery wakes those who deliver. */
export const DELIVERY_CHANNEL = "sluice_deliveries";

/** What an endpoint is told: the body of Standard Webhooks, `type`, `timestamp`, `data`. */
export type WebhookMessage = {
  /** The event's id; the same on each attempt, so that a receiver can know it again. */
  readonly id: string;
  readonly organizationId: string;
  readonly kind: string;
  readonly subject: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>> | null;
};

/** Queues a message to `only` that endpoint, in the transaction of the event itself. */
export async function queueDeliveries(
  trx: DatabaseTransaction,
  message: WebhookMessage,
  only: string,
): Promise<void> {
  await insertDeliveries(message.organizationId, [message], only).execute(trx);
}

/**
 * The statement that queues messages of one organisation to each endpoint that wants their kind, or to `only` that one:
 * a part of the statement that writes the events.
 */
export function insertDeliveries(
  organizationId: string,
  messages: readonly Omit<WebhookMessage, "organizationId">[],
  only: string | null,
): RawBuilder<unknown> {
  const payloads = messages.map(({ kind, subject, at, data }) =>
    JSON.stringify({ type: kind, timestamp: at.toISOString(), data: { id: subject, ...data } }),
  );
  // An id of its own for each row: the prefix and the time from here, the rest from the database.
  return sql`insert into webhook_deliveries
      (id, organization_id, endpoint_id, event_id, kind, payload, created_at, due_at)
    select ${newId("dlv").slice(0, 17)} || substr(replace(gen_random_uuid()::text, '-', ''), 14),
      endpoint.organization_id, endpoint.id, message.id, message.kind, message.payload, message.at, message.at
    from webhook_endpoints endpoint,
      unnest(${messages.map(({ id }) => id)}::text[], ${messages.map(({ kind }) => kind)}::text[],
        ${payloads}::text[], ${messages.map(({ at }) => at.toISOString())}::timestamptz[])
        as message (id, kind, payload, at)
    where endpoint.removed_at is null and endpoint.disabled_at is null
      and (endpoint.organization_id = ${organizationId} or ${organizationId} = ${INSTALLATION})
      and (${only}::text is null and (endpoint.kinds is null or message.kind = any(endpoint.kinds))
        or endpoint.id = ${only})`;
}
