import { z } from "zod";
import type { Accounts } from "../../platform/auth/accounts.ts";
import { type ApiKey, createKey, listKeys, revokeKey } from "../../platform/auth/keys.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../platform/http/page.ts";
import type { Routes } from "../../platform/http/routes.ts";
import { callerOf } from "./caller.ts";
import { ById, KeyMessage, KeyRequest, NewKeyMessage } from "./messages.ts";

const tags = ["Keys"];
const DAY_MS = 86_400_000;

const keyMessage = (key: ApiKey) => ({
  id: key.id,
  name: key.name,
  start: key.start,
  permissions: [...key.permissions],
  createdBy: key.createdBy,
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt.toISOString(),
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  lastUsedFrom: key.lastUsedFrom,
  revokedAt: key.revokedAt?.toISOString() ?? null,
});

/** The organisation's API keys. */
export function keyRoutes(accounts: Accounts): Routes {
  return (api) => {
    const { database, now, principals } = accounts;
    api.route({
      method: "GET",
      url: "/api/v1/keys",
      schema: {
        summary: "API keys, also those that ended",
        tags,
        querystring: PageQuery,
        response: { 200: pageSchema(KeyMessage) },
      },
      config: { permission: "keys.manage" },
      handler: async (request) => {
        const { limit, cursor } = request.query;
        const after = cursor === undefined ? null : decodeCursor(cursor, z.string().max(64));
        const keys = await listKeys(database, callerOf(request).organizationId, { limit: limit + 1, after });
        const { items, next } = pageOf(keys, limit, ({ id }) => id);
        return { items: items.map(keyMessage), next };
      },
    });
    api.route({
      method: "POST",
      url: "/api/v1/keys",
      schema: {
        summary: "Make an API key; its text stands in the answer and nowhere else",
        tags,
        body: KeyRequest,
        response: { 201: NewKeyMessage },
      },
      config: { permission: "keys.manage" },
      handler: async (request, reply) => {
        const by = callerOf(request);
        const { name, permissions, days } = request.body;
        const at = now();
        const expiresAt = new Date(at.getTime() + days * DAY_MS);
        const { organizationId } = by;
        const made = await createKey(database, { organizationId, name, permissions, expiresAt, by, at });
        reply.header("cache-control", "no-store");
        return reply.code(201).send({ ...keyMessage(made), key: made.key });
      },
    });
    api.route({
      method: "DELETE",
      url: "/api/v1/keys/:id",
      schema: {
        summary: "Withdraw an API key: at once here, within five seconds in other processes",
        tags,
        params: ById,
        response: { 200: KeyMessage },
      },
      config: { permission: "keys.manage" },
      handler: async (request) => {
        const { organizationId } = callerOf(request);
        const { id } = request.params;
        const revoked = await revokeKey(database, { organizationId, id, at: now() });
        principals.forget(id);
        return keyMessage(revoked);
      },
    });
  };
}
