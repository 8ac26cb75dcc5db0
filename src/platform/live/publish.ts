import { sql } from "kysely";
import type { DatabaseTransaction } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { queueDeliveries } from "../webhooks/queue.ts";
import type { EventKind } from "./event.ts";
import type { EventTables } from "./tables.ts";

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
  const id = newId("evt");
  const { organizationId, kind, at, data = null } = event;
  await trx
    .withTables<EventTables>()
    .insertInto("events")
    .values({
      id,
      organization_id: organizationId,
      kind,
      subject_id: event.id,
      at,
      data: data === null ? null : JSON.stringify(data),
    })
    .execute();
  await queueDeliveries(trx, { id, organizationId, kind, subject: event.id, at, data });
  await sql`select pg_notify(${EVENT_CHANNEL}, ${organizationId})`.execute(trx);
}
