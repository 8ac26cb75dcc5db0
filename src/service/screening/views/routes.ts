import { z } from "zod";
import { Fault } from "../../../fault.ts";
import { principalOf, type Routes } from "../../../platform/http/routes.ts";
import { ById, callerOf } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { ActorMessage, Instant } from "../messages.ts";
import { addView, readViews, removeView, type SavedView, VIEW_PAGES } from "./view-store.ts";

const tags = ["Views"];

const facts = {
  page: z.enum(VIEW_PAGES),
  name: z.string().trim().min(1).max(100),
  // As long as an address may get in the filters of a page.
  query: z
    .string()
    .max(2_000)
    .regex(/^[^?#]*$/, "what follows the ? of an address")
    .describe("What follows the ? of the page's address, as view=mine&order=score"),
  team: z.boolean().describe("Of the whole organisation; else of the caller alone"),
};
const ViewMessage = z
  .object({ id: z.string(), ...facts, createdAt: Instant, createdBy: ActorMessage })
  .readonly()
  .meta({ id: "SavedView" });
const ViewRequest = z.strictObject({ ...facts, team: facts.team.default(false) });

function showView(view: SavedView): z.infer<typeof ViewMessage> {
  return { ...view, createdAt: view.createdAt.toISOString() };
}

/** Views of a page under a name: each caller's own, and the team's, which those who assign alerts keep. */
export function viewRoutes(parts: DeskParts): Routes {
  return (api) => {
    api.route({
      method: "GET",
      url: "/api/v1/views",
      schema: {
        summary: "Saved views of a page: the team's and one's own",
        tags,
        querystring: z.object({ page: facts.page.default("alerts") }),
        response: { 200: z.object({ items: z.array(ViewMessage).readonly() }) },
      },
      config: { permission: "alerts.read" },
      handler: (request) => {
        const { organizationId, by } = callerOf(request);
        return atDesk(parts, organizationId, async (trx) => ({
          items: (await readViews(trx, { page: request.query.page, ownerId: by.id })).map(showView),
        }));
      },
    });
    api.route({
      method: "POST",
      url: "/api/v1/views",
      schema: {
        summary: "Save a view under a name; one of the team needs alerts.assign",
        tags,
        body: ViewRequest,
        response: { 201: ViewMessage },
      },
      config: { permission: "alerts.read", changes: true },
      handler: async (request, reply) => {
        const { organizationId, by } = callerOf(request);
        if (request.body.team && !principalOf(request).permissions.has("alerts.assign"))
          throw new Fault({ code: "forbidden", permission: "alerts.assign" });
        const view = await atDesk(parts, organizationId, (trx, at) =>
          addView(trx, organizationId, { ...request.body, createdAt: at, createdBy: by }),
        );
        return reply.code(201).send(showView(view));
      },
    });
    api.route({
      method: "DELETE",
      url: "/api/v1/views/:id",
      schema: {
        summary: "Remove a view of one's own; one of the team needs alerts.assign",
        tags,
        params: ById,
        response: { 204: z.null() },
      },
      config: { permission: "alerts.read", changes: true },
      handler: async (request, reply) => {
        const { organizationId, by } = callerOf(request);
        const team = principalOf(request).permissions.has("alerts.assign");
        await atDesk(parts, organizationId, (trx) =>
          removeView(trx, { id: request.params.id, ownerId: by.id, team }),
        );
        return reply.code(204).send(null);
      },
    });
  };
}
