import { sql } from "kysely";
import { z } from "zod";
import type { Database } from "../database/database.ts";
import { inOrganization } from "../database/tenant.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../http/page.ts";
import { principalOf, type Routes } from "../http/routes.ts";
import { EVENT_KINDS } from "../live/event.ts";
import type { AddressGuard } from "./address-guard.ts";
import {
  addEndpoint,
  changeEndpoint,
  readDeliveries,
  readEndpoint,
  readEndpoints,
  redeliver,
  removeEndpoint,
  rotateSecret,
  sendTest,
} from "./endpoint-store.ts";
import { DELIVERY_CHANNEL } from "./queue.ts";
import type { SecretBox } from "./signature.ts";

const Kinds = z
  .array(z.enum(EVENT_KINDS as unknown as readonly [string, ...string[]]))
  .min(1)
  .max(EVENT_KINDS.length);
const moment = z.iso.datetime();

const Webhook = z
  .object({
    id: z.string(),
    url: z.string(),
    description: z.string(),
    kinds: z.array(z.string()).nullable().describe("Null: every kind of event"),
    createdAt: moment,
    disabledAt: moment.nullable(),
    disabledNote: z.string().nullable(),
    failingSince: moment.nullable().describe("Since when nothing has reached it"),
  })
  .meta({ id: "Webhook" });

const NewWebhook = z
  .strictObject({
    url: z.string().min(1).max(2_000),
    description: z.string().max(500).default(""),
    kinds: Kinds.nullable().default(null),
  })
  .meta({ id: "NewWebhook" });

const WebhookChange = z
  .strictObject({
    url: z.string().min(1).max(2_000).optional(),
    description: z.string().max(500).optional(),
    kinds: Kinds.nullable().optional(),
    enabled: z.boolean().optional(),
  })
  .meta({ id: "WebhookChange" });

const Secret = z.string().describe("Shown this once: keep it where the receiver reads it");

const Delivery = z
  .object({
    id: z.string(),
    eventId: z.string(),
    kind: z.string(),
    payload: z.string(),
    createdAt: moment,
    attempts: z.int(),
    state: z.enum(["waiting", "delivered", "given-up"]),
    dueAt: moment.nullable(),
    deliveredAt: moment.nullable(),
    lastAttemptAt: moment.nullable(),
    lastStatus: z.int().nullable(),
    lastWords: z.string().nullable(),
  })
  .meta({ id: "WebhookDelivery" });

const Id = z.object({ id: z.string().max(100) });
const tags = ["Webhooks"];
const config = { permission: "webhooks.manage" } as const;

export type WebhookParts = {
  readonly database: Database;
  readonly box: SecretBox;
  readonly guard: AddressGuard;
  readonly now: () => Date;
};

/** Addresses that are told of events: adding, changing, testing, and what was told. */
export function webhookRoutes(parts: WebhookParts): Routes {
  return (api) => {
    endpointRoutes(parts)(api);
    deliveryRoutes(parts)(api);
  };
}

function endpointRoutes({ database, box, guard, now }: WebhookParts) {
  const url = "/api/v1/webhooks";
  return (api: Parameters<Routes>[0]): void => {
    api.route({
      method: "GET",
      url,
      schema: {
        summary: "Webhooks of the organisation",
        tags,
        response: { 200: z.object({ items: z.array(Webhook) }) },
      },
      config,
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        const items = await inOrganization(database, organizationId, (trx) =>
          readEndpoints(trx, organizationId),
        );
        return { items: items.map(mutable) };
      },
    });
    api.route({
      method: "POST",
      url,
      schema: {
        summary: "Add a webhook",
        tags,
        body: NewWebhook,
        response: { 201: z.object({ webhook: Webhook, secret: Secret }) },
      },
      config,
      handler: async (request, reply) => {
        const { organizationId, id: by } = principalOf(request);
        const wanted = { ...request.body, url: guard.checkUrl(request.body.url).href };
        const added = await inOrganization(database, organizationId, async (trx) => {
          const { id, secret } = await addEndpoint(trx, box, { ...wanted, organizationId, by, at: now() });
          return { webhook: mutable(await readEndpoint(trx, organizationId, id)), secret };
        });
        return reply.code(201).send(added);
      },
    });
    api.route({
      method: "PATCH",
      url: `${url}/:id`,
      schema: {
        summary: "Change a webhook, or turn it off or on",
        tags,
        params: Id,
        body: WebhookChange,
        response: { 200: Webhook },
      },
      config,
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        const { id } = request.params;
        const { url: given, ...rest } = request.body;
        const checked = given === undefined ? undefined : guard.checkUrl(given).href;
        return inOrganization(database, organizationId, async (trx) => {
          await changeEndpoint(trx, { ...rest, url: checked, organizationId, id, at: now() });
          return mutable(await readEndpoint(trx, organizationId, id));
        });
      },
    });
    api.route({
      method: "DELETE",
      url: `${url}/:id`,
      schema: { summary: "Take a webhook away", tags, params: Id, response: { 204: z.null() } },
      config,
      handler: async (request, reply) => {
        const { organizationId } = principalOf(request);
        await inOrganization(database, organizationId, (trx) =>
          removeEndpoint(trx, organizationId, request.params.id, now()),
        );
        return reply.code(204).send(null);
      },
    });
    api.route({
      method: "POST",
      url: `${url}/:id/secret`,
      schema: {
        summary: "A new secret; the one before stays good for a day",
        tags,
        params: Id,
        response: { 200: z.object({ secret: Secret, earlierUntil: moment }) },
      },
      config,
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        const { secret, earlierUntil } = await inOrganization(database, organizationId, (trx) =>
          rotateSecret(trx, box, { organizationId, id: request.params.id, at: now() }),
        );
        return { secret, earlierUntil: earlierUntil.toISOString() };
      },
    });
  };
}

function deliveryRoutes({ database, now }: WebhookParts) {
  const url = "/api/v1/webhooks/:id";
  const DeliveryId = Id.extend({ deliveryId: z.string().max(100) });
  return (api: Parameters<Routes>[0]): void => {
    api.route({
      method: "POST",
      url: `${url}/test`,
      schema: {
        summary: "Send a test message",
        tags,
        params: Id,
        response: { 202: z.object({ eventId: z.string() }) },
      },
      config,
      handler: async (request, reply) => {
        const { organizationId } = principalOf(request);
        const eventId = await inOrganization(database, organizationId, async (trx) => {
          const event = await sendTest(trx, { organizationId, id: request.params.id, at: now() });
          await sql`select pg_notify(${DELIVERY_CHANNEL}, '')`.execute(trx);
          return event;
        });
        return reply.code(202).send({ eventId });
      },
    });
    api.route({
      method: "GET",
      url: `${url}/deliveries`,
      schema: {
        summary: "What was told, and what it met",
        tags,
        params: Id,
        querystring: PageQuery,
        response: { 200: pageSchema(Delivery) },
      },
      config,
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        const { id } = request.params;
        const { limit, cursor } = request.query;
        const after = cursor === undefined ? null : decodeCursor(cursor, z.string());
        const rows = await inOrganization(database, organizationId, async (trx) => {
          await readEndpoint(trx, organizationId, id);
          return readDeliveries(trx, { organizationId, id, after, limit: limit + 1 });
        });
        return pageOf(rows, limit, (row) => row.id);
      },
    });
    api.route({
      method: "POST",
      url: `${url}/deliveries/:deliveryId/retry`,
      schema: {
        summary: "Tell it again",
        tags,
        params: DeliveryId,
        response: { 202: z.object({ id: z.string() }) },
      },
      config,
      handler: async (request, reply) => {
        const { organizationId } = principalOf(request);
        const { id, deliveryId } = request.params;
        await inOrganization(database, organizationId, async (trx) => {
          await redeliver(trx, { organizationId, id, deliveryId, at: now() });
          await sql`select pg_notify(${DELIVERY_CHANNEL}, '')`.execute(trx);
        });
        return reply.code(202).send({ id: deliveryId });
      },
    });
  };
}

function mutable<T extends { readonly kinds: readonly string[] | null }>(
  endpoint: T,
): Omit<T, "kinds"> & { kinds: string[] | null } {
  return { ...endpoint, kinds: endpoint.kinds === null ? null : [...endpoint.kinds] };
}
