import { sql } from "kysely";
import type { DatabaseTransaction } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { INSTALLATION } from "../live/event.ts";

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

/** Queues a message to each endpoint that wants its kind (or to `only` that one), in the transaction of the event itself. */
export async function queueDeliveries(
  trx: DatabaseTransaction,
  message: WebhookMessage,
  only: string | null = null,
): Promise<void> {
  const { id, organizationId, kind, subject, at, data } = message;
  const payload = JSON.stringify({ type: kind, timestamp: at.toISOString(), data: { id: subject, ...data } });
  // An id of its own for each row: the prefix and the time from here, the rest from the database.
  await sql`insert into webhook_deliveries
      (id, organization_id, endpoint_id, event_id, kind, payload, created_at, due_at)
    select ${newId("dlv").slice(0, 17)} || substr(replace(gen_random_uuid()::text, '-', ''), 14),
      organization_id, id, ${id}, ${kind}, ${payload}, ${at}, ${at}
    from webhook_endpoints
    where removed_at is null and disabled_at is null
      and (organization_id = ${organizationId} or ${organizationId} = ${INSTALLATION})
      and (${only}::text is null and (kinds is null or ${kind} = any(kinds)) or id = ${only})`.execute(trx);
}
