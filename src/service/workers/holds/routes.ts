import { z } from "zod";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../../platform/http/page.ts";
import type { Routes } from "../../../platform/http/routes.ts";
import { ById, callerOf, IdPlace } from "../../screening/caller.ts";
import { casesOfAccounts } from "../cases/case-store.ts";
import { atWorkers, type WorkersParts } from "../desk.ts";
import { EndHoldRequest, HoldMessage, HoldRequest } from "../messages.ts";
import { startDeskDraft } from "../reports/desk-draft.ts";
import { endHold, holdPayout, listHolds, readHold } from "./hold-store.ts";

const tags = ["Workers"];

/** Payouts that wait: held by a check or by a person, and what becomes of the money. */
export function holdRoutes(parts: WorkersParts): Routes {
  return (api) => {
    api.route({
      method: "GET",
      url: "/api/v1/workers/holds",
      schema: {
        summary: "Payouts that are held, or were",
        tags,
        querystring: PageQuery.extend({
          open: z.enum(["true"]).optional().describe("Only those that still are"),
          account: z.string().max(500).optional(),
        }),
        response: { 200: pageSchema(HoldMessage) },
      },
      config: { permission: "workers.read" },
      handler: async (request) => {
        const { limit, cursor, open, account } = request.query;
        const after = cursor === undefined ? null : decodeCursor(cursor, IdPlace);
        const holds = await atWorkers(parts, callerOf(request).organizationId, (trx) =>
          listHolds(trx, { open: open !== undefined, account }, { after, limit: limit + 1 }),
        );
        return pageOf(holds, limit, ({ id }) => id);
      },
    });
    api.route({
      method: "GET",
      url: "/api/v1/workers/holds/:id",
      schema: {
        summary: "One payout that is or was held",
        tags,
        params: ById,
        response: { 200: HoldMessage },
      },
      config: { permission: "workers.read" },
      handler: (request) =>
        atWorkers(parts, callerOf(request).organizationId, (trx) => readHold(trx, request.params.id)),
    });
    api.route({
      method: "POST",
      url: "/api/v1/workers/holds",
      schema: { summary: "Hold a payout", tags, body: HoldRequest, response: { 201: HoldMessage } },
      config: { permission: "workers.write" },
      handler: async (request, reply) => {
        const { organizationId, by } = callerOf(request);
        const hold = await atWorkers(parts, organizationId, async (trx, at) => {
          const known = await casesOfAccounts(trx, [request.body.account]);
          const id = await holdPayout(trx, {
            organizationId,
            ...request.body,
            caseId: known.at(-1)?.id ?? null,
            checkId: null,
            by,
            at,
          });
          return readHold(trx, id);
        });
        return reply.code(201).send(hold);
      },
    });
    api.route({
      method: "POST",
      url: "/api/v1/workers/holds/:id/end",
      schema: {
        summary: "End a hold: the money is paid out, blocked by law, or given back",
        description: "Money is paid out only after the account's case was decided otherwise than by a block.",
        tags,
        params: ById,
        body: EndHoldRequest,
        response: { 200: HoldMessage },
      },
      config: { permission: "workers.decide" },
      handler: async (request) => {
        const { organizationId, by } = callerOf(request);
        const organization = await parts.organizationName(organizationId);
        return atWorkers(parts, organizationId, async (trx, at) => {
          const held = await readHold(trx, request.params.id, true);
          const hold = await endHold(trx, held, { organizationId, ...request.body, by, at });
          // Whoever blocks property owes a report within ten business days (31 CFR 501.603): the draft begins to count.
          if (hold.ending === "blocked" && hold.caseId !== null)
            await startDeskDraft(trx, {
              organizationId,
              organization,
              caseId: hold.caseId,
              report: "ofac-blocked",
              by,
              at,
            });
          return hold;
        });
      },
    });
  };
}
