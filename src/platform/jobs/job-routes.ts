import { z } from "zod";
import { Fault } from "../../fault.ts";
import type { Database, DatabaseTransaction } from "../database/database.ts";
import { inOrganization } from "../database/tenant.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../http/page.ts";
import { principalOf, type Routes } from "../http/routes.ts";
import { INSTALLATION } from "../live/event.ts";
import type { Jobs } from "./jobs.ts";
import { JOB_STATES, type JobTables } from "./tables.ts";

const moment = z.iso.datetime();

const Job = z
  .object({
    id: z.string(),
    name: z.string(),
    everyone: z.boolean().describe("True for a job of the whole installation"),
    state: z.enum(JOB_STATES),
    attempts: z.int(),
    progress: z.object({ done: z.number(), total: z.number().nullable() }).nullable(),
    result: z.unknown(),
    words: z.string().nullable().describe("On the last failure, where there was one"),
    queuedAt: moment,
    startedAt: moment.nullable(),
    endedAt: moment.nullable(),
  })
  .meta({ id: "Job" });

const Id = z.object({ id: z.string().max(100) });
const tags = ["Jobs"];

function rowsOf(trx: DatabaseTransaction, organizationId: string) {
  return trx
    .withTables<JobTables>()
    .selectFrom("job_runs")
    .selectAll()
    .where("organization_id", "in", [organizationId, INSTALLATION]);
}

function shown(row: Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number]): z.infer<typeof Job> {
  return {
    id: row.id,
    name: row.name,
    everyone: row.organization_id === INSTALLATION,
    state: row.state,
    attempts: row.attempts,
    progress: row.progress_done === null ? null : { done: row.progress_done, total: row.progress_total },
    result: row.result,
    words: row.words,
    queuedAt: row.queued_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

export type JobParts = { readonly database: Database; readonly jobs: Jobs; readonly now: () => Date };

/** Jobs of the organisation and of the installation: how they stand, and having them again or not at all. */
export function jobRoutes({ database, jobs, now }: JobParts): Routes {
  const find = (organizationId: string, id: string) =>
    inOrganization(database, organizationId, async (trx) => {
      const row = await rowsOf(trx, organizationId).where("id", "=", id).executeTakeFirst();
      if (row === undefined) throw new Fault({ code: "not-found", what: "job", id });
      return row;
    });
  return (api) => {
    api.route({
      method: "GET",
      url: "/api/v1/jobs",
      schema: {
        summary: "Jobs, the newest first",
        tags,
        querystring: PageQuery.extend({
          name: z.string().max(60).optional(),
          state: z.enum(JOB_STATES).optional(),
        }),
        response: { 200: pageSchema(Job) },
      },
      config: { permission: "jobs.read" },
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        const { limit, cursor, name, state } = request.query;
        const rows = await inOrganization(database, organizationId, (trx) => {
          let query = rowsOf(trx, organizationId)
            .orderBy("id", "desc")
            .limit(limit + 1);
          if (cursor !== undefined) query = query.where("id", "<", decodeCursor(cursor, z.string()));
          if (name !== undefined) query = query.where("name", "=", name);
          if (state !== undefined) query = query.where("state", "=", state);
          return query.execute();
        });
        return pageOf(rows.map(shown), limit, ({ id }) => id);
      },
    });
    api.route({
      method: "GET",
      url: "/api/v1/jobs/:id",
      schema: { summary: "One job", tags, params: Id, response: { 200: Job } },
      config: { permission: "jobs.read" },
      handler: async (request) => shown(await find(principalOf(request).organizationId, request.params.id)),
    });
    for (const [part, summary] of [
      ["cancel", "Take a waiting job back"],
      ["retry", "Give a failed job another round of attempts"],
    ] as const) {
      api.route({
        method: "POST",
        url: `/api/v1/jobs/:id/${part}`,
        schema: { summary, tags, params: Id, response: { 200: Job } },
        config: { permission: "jobs.manage" },
        handler: async (request) => {
          const { organizationId } = principalOf(request);
          const { id, name, organization_id: of } = await find(organizationId, request.params.id);
          // The installation's jobs are run for everyone: no organisation stops them for the others.
          const own = of === organizationId;
          const changed = own && (await jobs[part]({ id, name, organizationId }, now()));
          const row = await find(organizationId, id);
          if (changed) return shown(row);
          const reason = own ? `it is ${row.state}` : "it is the whole installation's";
          throw new Fault({ code: "conflict", what: `job ${id}`, reason });
        },
      });
    }
  };
}
