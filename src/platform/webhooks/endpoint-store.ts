import { Fault } from "../../fault.ts";
import type { DatabaseTransaction } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { queueDeliveries } from "./queue.ts";
import { newSecret, type SecretBox } from "./signature.ts";
import type { WebhookTables } from "./tables.ts";

/** Addresses that one organisation may have told. */
export const ENDPOINTS_MAX = 20;

/** An old secret is good beside the new one for so long. */
export const OVERLAP_HOURS = 24;

const of = (trx: DatabaseTransaction) => trx.withTables<WebhookTables>();

/** An address that is told, as it is shown; its secret never is. */
export type Endpoint = {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly kinds: readonly string[] | null;
  readonly createdAt: string;
  readonly disabledAt: string | null;
  readonly disabledNote: string | null;
  readonly failingSince: string | null;
};

type EndpointRow = {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly kinds: string[] | null;
  readonly created_at: Date;
  readonly disabled_at: Date | null;
  readonly disabled_note: string | null;
  readonly failing_since: Date | null;
};

function endpointOf(row: EndpointRow): Endpoint {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    kinds: row.kinds,
    createdAt: row.created_at.toISOString(),
    disabledAt: row.disabled_at?.toISOString() ?? null,
    disabledNote: row.disabled_note,
    failingSince: row.failing_since?.toISOString() ?? null,
  };
}

/** All addresses of the organisation, the oldest first. */
export async function readEndpoints(
  trx: DatabaseTransaction,
  organizationId: string,
): Promise<readonly Endpoint[]> {
  const rows = await of(trx)
    .selectFrom("webhook_endpoints")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("removed_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(endpointOf);
}

/** One address. Throws `not-found`. */
export async function readEndpoint(
  trx: DatabaseTransaction,
  organizationId: string,
  id: string,
): Promise<Endpoint> {
  const endpoint = (await readEndpoints(trx, organizationId)).find((known) => known.id === id);
  if (endpoint === undefined) throw new Fault({ code: "not-found", what: "webhook", id });
  return endpoint;
}

/** Adds an address; resolves to its id and its secret, which is shown this once. Throws `limit-exceeded`. */
export async function addEndpoint(
  trx: DatabaseTransaction,
  box: SecretBox,
  wanted: {
    readonly organizationId: string;
    readonly url: string;
    readonly description: string;
    readonly kinds: readonly string[] | null;
    readonly by: string;
    readonly at: Date;
  },
): Promise<{ readonly id: string; readonly secret: string }> {
  const { organizationId, url, description, kinds, by, at } = wanted;
  if ((await readEndpoints(trx, organizationId)).length >= ENDPOINTS_MAX) {
    throw new Fault({
      code: "limit-exceeded",
      limit: "webhooksMax",
      allowed: ENDPOINTS_MAX,
      where: "webhooks",
    });
  }
  const id = newId("whk");
  const secret = newSecret();
  await of(trx)
    .insertInto("webhook_endpoints")
    .values({
      id,
      organization_id: organizationId,
      url,
      description,
      kinds: kinds === null ? null : [...kinds],
      created_by: by,
      created_at: at,
    })
    .execute();
  await of(trx)
    .insertInto("webhook_secrets")
    .values({
      organization_id: organizationId,
      endpoint_id: id,
      number: 1,
      sealed: box.seal(secret, id),
      created_at: at,
    })
    .execute();
  return { id, secret };
}

/** Changes an address; `enabled: true` also ends its being disabled. Throws `not-found`. */
export async function changeEndpoint(
  trx: DatabaseTransaction,
  wanted: {
    readonly organizationId: string;
    readonly id: string;
    readonly url?: string | undefined;
    readonly description?: string | undefined;
    readonly kinds?: readonly string[] | null | undefined;
    readonly enabled?: boolean | undefined;
    readonly at: Date;
  },
): Promise<void> {
  const { organizationId, id, url, description, kinds, enabled, at } = wanted;
  await readEndpoint(trx, organizationId, id);
  const change = {
    ...(url === undefined ? {} : { url }),
    ...(description === undefined ? {} : { description }),
    ...(kinds === undefined ? {} : { kinds: kinds === null ? null : [...kinds] }),
    ...(enabled === true ? { disabled_at: null, disabled_note: null, failing_since: null } : {}),
    ...(enabled === false ? { disabled_at: at, disabled_note: "turned off by hand" } : {}),
  };
  if (Object.keys(change).length === 0) return;
  await of(trx).updateTable("webhook_endpoints").set(change).where("id", "=", id).execute();
}

/** Takes an address away, with its secrets; what was delivered stays on record. Throws `not-found`. */
export async function removeEndpoint(
  trx: DatabaseTransaction,
  organizationId: string,
  id: string,
  at: Date,
): Promise<void> {
  await readEndpoint(trx, organizationId, id);
  await of(trx).updateTable("webhook_endpoints").set({ removed_at: at }).where("id", "=", id).execute();
  await of(trx)
    .updateTable("webhook_deliveries")
    .set({ due_at: null })
    .where("endpoint_id", "=", id)
    .execute();
  await of(trx).deleteFrom("webhook_secrets").where("endpoint_id", "=", id).execute();
}

/** A new secret; the ones before stay good for a day. Resolves to it, shown this once. Throws `not-found`. */
export async function rotateSecret(
  trx: DatabaseTransaction,
  box: SecretBox,
  wanted: { readonly organizationId: string; readonly id: string; readonly at: Date },
): Promise<{ readonly secret: string; readonly earlierUntil: Date }> {
  const { organizationId, id, at } = wanted;
  await readEndpoint(trx, organizationId, id);
  const earlierUntil = new Date(at.getTime() + OVERLAP_HOURS * 3_600_000);
  await of(trx)
    .deleteFrom("webhook_secrets")
    .where("endpoint_id", "=", id)
    .where("ends_at", "<=", at)
    .execute();
  await of(trx)
    .updateTable("webhook_secrets")
    .set({ ends_at: earlierUntil })
    .where("endpoint_id", "=", id)
    .where("ends_at", "is", null)
    .execute();
  const { last } = await of(trx)
    .selectFrom("webhook_secrets")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("endpoint_id", "=", id)
    .executeTakeFirstOrThrow();
  const secret = newSecret();
  await of(trx)
    .insertInto("webhook_secrets")
    .values({
      organization_id: organizationId,
      endpoint_id: id,
      number: (last ?? 0) + 1,
      sealed: box.seal(secret, id),
      created_at: at,
    })
    .execute();
  return { secret, earlierUntil };
}

/** Queues a message that says nothing but that it is a test. Throws `not-found`, and `conflict` for one turned off. */
export async function sendTest(
  trx: DatabaseTransaction,
  wanted: { readonly organizationId: string; readonly id: string; readonly at: Date },
): Promise<string> {
  const { organizationId, id, at } = wanted;
  const { disabledAt } = await readEndpoint(trx, organizationId, id);
  if (disabledAt !== null)
    throw new Fault({ code: "conflict", what: `webhook ${id}`, reason: "it is turned off" });
  const event = newId("evt");
  await queueDeliveries(
    trx,
    { id: event, organizationId, kind: "webhook.test", subject: id, at, data: null },
    id,
  );
  return event;
}

/** Makes a delivery due again at once, with all its attempts. Throws `not-found`. */
export async function redeliver(
  trx: DatabaseTransaction,
  wanted: {
    readonly organizationId: string;
    readonly id: string;
    readonly deliveryId: string;
    readonly at: Date;
  },
): Promise<void> {
  const { numUpdatedRows } = await of(trx)
    .updateTable("webhook_deliveries")
    .set({ due_at: wanted.at, attempts: 0, held_until: null, delivered_at: null })
    .where("organization_id", "=", wanted.organizationId)
    .where("endpoint_id", "=", wanted.id)
    .where("id", "=", wanted.deliveryId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Fault({ code: "not-found", what: "delivery", id: wanted.deliveryId });
}

/** One telling of one event to one address. */
export type Delivery = {
  readonly id: string;
  readonly eventId: string;
  readonly kind: string;
  readonly payload: string;
  readonly createdAt: string;
  readonly attempts: number;
  readonly state: "waiting" | "delivered" | "given-up";
  readonly dueAt: string | null;
  readonly deliveredAt: string | null;
  readonly lastAttemptAt: string | null;
  readonly lastStatus: number | null;
  readonly lastWords: string | null;
};

/** Deliveries to an address, the newest first, behind `after`. */
export async function readDeliveries(
  trx: DatabaseTransaction,
  wanted: {
    readonly organizationId: string;
    readonly id: string;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<readonly Delivery[]> {
  let query = of(trx)
    .selectFrom("webhook_deliveries")
    .selectAll()
    .where("organization_id", "=", wanted.organizationId)
    .where("endpoint_id", "=", wanted.id)
    .orderBy("id", "desc")
    .limit(wanted.limit);
  if (wanted.after !== null) query = query.where("id", "<", wanted.after);
  return (await query.execute()).map((row) => ({
    id: row.id,
    eventId: row.event_id,
    kind: row.kind,
    payload: row.payload,
    createdAt: row.created_at.toISOString(),
    attempts: row.attempts,
    state: row.delivered_at !== null ? "delivered" : row.due_at === null ? "given-up" : "waiting",
    dueAt: row.due_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    lastAttemptAt: row.last_attempt_at?.toISOString() ?? null,
    lastStatus: row.last_status,
    lastWords: row.last_words,
  }));
}
