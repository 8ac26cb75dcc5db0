import { z } from "zod";
import type { Database } from "../database/database.ts";
import { inOrganization } from "../database/tenant.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../http/page.ts";
import { principalOf, type Routes } from "../http/routes.ts";
import type { AuditTables } from "./tables.ts";

const Entry = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actor: z.object({
      kind: z.enum(["person", "key", "service", "nobody"]),
      id: z.string(),
      name: z.string(),
      role: z.string().nullable(),
    }),
    action: z.string(),
    target: z.object({ kind: z.string(), id: z.string() }),
    status: z.int().nullable().describe("HTTP status of a request; null for an act within one"),
    traceId: z.string().nullable(),
    details: z.record(z.string(), z.unknown()).nullable(),
    origin: z
      .object({ address: z.string(), program: z.string().nullable() })
      .nullable()
      .describe("Null once its retention is over"),
  })
  .meta({ id: "AuditEntry" });

const Query = PageQuery.extend({
  actor: z.string().max(200).optional(),
  target: z.string().max(400).optional(),
  action: z.string().max(200).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
});

/** `GET /api/v1/audit`: who did what, when, from where, the newest first. */
export function auditRoutes({ database }: { readonly database: Database }): Routes {
  return (api) => {
    api.route({
      method: "GET",
      url: "/api/v1/audit",
      schema: {
        summary: "Who did what, when, from where",
        tags: ["Audit"],
        querystring: Query,
        response: { 200: pageSchema(Entry) },
      },
      config: { permission: "audit.read" },
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        return inOrganization(database, organizationId, async (trx) => {
          const { limit, cursor, actor, target, action, from, until } = request.query;
          let query = trx
            .withTables<AuditTables>()
            .selectFrom("audit_entries as a")
            .leftJoin("audit_origins as o", "o.entry_id", "a.id")
            .selectAll("a")
            .select(["o.address", "o.program"])
            .where("a.organization_id", "=", organizationId)
            .orderBy("a.id", "desc")
            .limit(limit + 1);
          if (cursor !== undefined) query = query.where("a.id", "<", decodeCursor(cursor, z.string()));
          if (actor !== undefined) query = query.where("a.actor_id", "=", actor);
          if (target !== undefined) query = query.where("a.target_id", "=", target);
          if (action !== undefined) query = query.where("a.action", "=", action);
          if (from !== undefined) query = query.where("a.at", ">=", new Date(from));
          if (until !== undefined) query = query.where("a.at", "<", new Date(until));
          const { items, next } = pageOf(await query.execute(), limit, ({ id }) => id);
          return {
            next,
            items: items.map((row) => ({
              id: row.id,
              at: row.at.toISOString(),
              actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name, role: row.role },
              action: row.action,
              target: { kind: row.target_kind, id: row.target_id },
              status: row.status,
              traceId: row.trace_id,
              details: row.details as Record<string, unknown> | null,
              origin: row.address === null ? null : { address: row.address, program: row.program },
            })),
          };
        });
      },
    });
  };
}
