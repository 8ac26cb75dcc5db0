import { z } from "zod";
import type { Database } from "../database/database.ts";
import { inOrganization } from "../database/tenant.ts";
import { principalOf, type Routes } from "../http/routes.ts";
import {
  ERASURES_MAX,
  eraseBodies,
  placeHold,
  readHolds,
  readRetention,
  releaseHold,
  setRetention,
} from "./retention.ts";

const tags = ["Retention"];
const moment = z.iso.datetime();
const Reason = z.string().trim().min(3).max(2_000);
const sequence = z.int().min(1);

const RetentionPolicy = z
  .object({
    receiptsYears: z.int().min(1).max(100).describe("Bodies of receipts; their hashes stay for good"),
    auditYears: z.int().min(1).max(100),
    originsDays: z.int().min(1).max(3_660).describe("Addresses and programs in the audit log"),
  })
  .meta({ id: "RetentionPolicy" });

const Hold = z
  .object({
    id: z.string(),
    from: z.int().nullable(),
    to: z.int().nullable(),
    reason: z.string(),
    placedBy: z.string(),
    placedAt: moment,
    releasedBy: z.string().nullable(),
    releasedAt: moment.nullable(),
    releaseReason: z.string().nullable(),
  })
  .meta({ id: "Hold" });

export type RetentionParts = { readonly database: Database; readonly now: () => Date };

/** How long things are kept, holds, and erasure before time where a law asks for it. */
export function retentionRoutes(parts: RetentionParts): Routes {
  return (api) => {
    policyRoutes(parts)(api);
    holdRoutes(parts)(api);
    erasureRoute(parts)(api);
  };
}

function policyRoutes({ database, now }: RetentionParts) {
  return (api: Parameters<Routes>[0]): void => {
    api.route({
      method: "GET",
      url: "/api/v1/retention",
      schema: { summary: "How long the organisation keeps what", tags, response: { 200: RetentionPolicy } },
      config: { permission: "policy.read" },
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        return inOrganization(database, organizationId, (trx) => readRetention(trx, organizationId));
      },
    });
    api.route({
      method: "PUT",
      url: "/api/v1/retention",
      schema: {
        summary: "Change how long the organisation keeps what",
        tags,
        body: RetentionPolicy.extend({ reason: Reason }),
        response: { 200: RetentionPolicy },
      },
      config: { permission: "retention.manage" },
      handler: async (request) => {
        const { organizationId, id, name } = principalOf(request);
        const { reason, ...retention } = request.body;
        await inOrganization(database, organizationId, (trx) =>
          setRetention(trx, { organizationId, retention, reason, by: { id, name }, at: now() }),
        );
        return retention;
      },
    });
  };
}

function holdRoutes({ database, now }: RetentionParts) {
  const url = "/api/v1/retention/holds";
  return (api: Parameters<Routes>[0]): void => {
    api.route({
      method: "GET",
      url,
      schema: {
        summary: "Holds, the newest first",
        tags,
        response: { 200: z.object({ items: z.array(Hold) }) },
      },
      config: { permission: "policy.read" },
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        return {
          items: [
            ...(await inOrganization(database, organizationId, (trx) => readHolds(trx, organizationId))),
          ],
        };
      },
    });
    api.route({
      method: "POST",
      url,
      schema: {
        summary: "Place a hold: nothing in its range is erased",
        tags,
        body: z.strictObject({
          from: sequence.nullable().default(null),
          to: sequence.nullable().default(null),
          reason: Reason,
        }),
        response: { 201: z.object({ id: z.string() }) },
      },
      config: { permission: "retention.manage" },
      handler: async (request, reply) => {
        const { organizationId, id: by, name } = principalOf(request);
        const id = await inOrganization(database, organizationId, (trx) =>
          placeHold(trx, { ...request.body, organizationId, by: { id: by, name }, at: now() }),
        );
        return reply.code(201).send({ id });
      },
    });
    api.route({
      method: "POST",
      url: `${url}/:id/release`,
      schema: {
        summary: "Release a hold",
        tags,
        params: z.object({ id: z.string().max(100) }),
        body: z.strictObject({ reason: Reason }),
        response: { 200: z.object({ id: z.string() }) },
      },
      config: { permission: "retention.manage" },
      handler: async (request) => {
        const { organizationId, id: by, name } = principalOf(request);
        const { id } = request.params;
        await inOrganization(database, organizationId, (trx) =>
          releaseHold(trx, {
            organizationId,
            id,
            reason: request.body.reason,
            by: { id: by, name },
            at: now(),
          }),
        );
        return { id };
      },
    });
  };
}

function erasureRoute({ database, now }: RetentionParts) {
  return (api: Parameters<Routes>[0]): void => {
    api.route({
      method: "POST",
      url: "/api/v1/retention/erasures",
      schema: {
        summary: "Erase bodies of receipts; their hashes stay, and the log stays proven",
        tags,
        body: z.strictObject({
          sequences: z.array(sequence).min(1).max(ERASURES_MAX),
          ground: z.enum(["retention-ended", "law-requires"]),
          reason: Reason,
        }),
        response: { 201: z.object({ receipt: z.int().describe("The receipt of the erasure itself") }) },
      },
      config: { permission: "retention.manage" },
      handler: async (request, reply) => {
        const { organizationId, id, name } = principalOf(request);
        const { sequence: receipt } = await inOrganization(database, organizationId, (trx) =>
          eraseBodies(trx, { ...request.body, organizationId, by: { id, name }, at: now() }),
        );
        return reply.code(201).send({ receipt });
      },
    });
  };
}
