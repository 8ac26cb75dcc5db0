import { sql } from "kysely";
import { z } from "zod";
import { FACT_KINDS } from "../../../engine/snapshot/entry-facts.ts";
import { Fault } from "../../../fault.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../../platform/http/page.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { ById, callerOf, IdPlace } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { RESCREEN_JOB } from "../jobs.ts";
import { plainOf } from "../tables.ts";

const tags = ["Subjects"];
const Instant = z.iso.datetime();

/** What a run of re-screening did. */
const RescreenMessage = z
  .object({
    id: z.string(),
    kind: z.enum(["delta", "full"]),
    snapshotBefore: z.string().nullable(),
    snapshotAfter: z.string(),
    listingsTouched: z.int(),
    subjectsScreened: z.int(),
    subjectsTotal: z.int(),
    alertsOpened: z.int(),
    alertsClosed: z.int(),
    suppressionsLapsed: z.int(),
    touches: z.int().describe("Changes of listed parties that are or were hits of ours"),
    startedAt: Instant,
    endedAt: Instant.nullable(),
  })
  .readonly()
  .meta({ id: "Rescreen" });

/** Which change of the lists touched which subject. */
const TouchMessage = z
  .object({
    subject: z.object({ id: z.string(), caption: z.string().describe("Empty where it was removed") }),
    listed: z.object({ id: z.string(), caption: z.string(), lists: z.array(z.string()).readonly() }),
    change: z.enum(["listed", "changed", "delisted"]),
    changes: z
      .array(
        z.object({
          kind: z.enum(FACT_KINDS),
          fact: z.string(),
          gained: z.array(z.string()).readonly(),
          lost: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
    scoreBefore: z.number().nullable(),
    scoreAfter: z.number().nullable(),
    alert: z.string().nullable().describe("The newest alert of the two"),
  })
  .readonly()
  .meta({ id: "RescreenTouch" });

const TouchQuery = PageQuery.extend({ list: z.string().max(100).optional().describe("Only of this list") });

/** Screening the subjects again, what the runs did, and which change of the lists touched whom. */
export function rescreenRoutes(parts: DeskParts, jobs: JobQueue): Routes {
  return (api) => {
    addRescreens(api, parts, jobs);
    addTouches(api, parts);
  };
}

function addRescreens(api: Api, parts: DeskParts, jobs: JobQueue): void {
  api.route({
    method: "POST",
    url: "/api/v1/rescreens",
    schema: {
      summary: "Screen the subjects again: whom changed lists, policy or facts can touch, or all of them",
      tags,
      body: z.strictObject({ full: z.boolean().default(false) }),
      response: { 202: z.object({ job: z.string().nullable().describe("null where one waits already") }) },
    },
    config: { permission: "subjects.write" },
    handler: async (request, reply) => {
      const { organizationId } = callerOf(request);
      const job = await atDesk(parts, organizationId, (trx, at) =>
        jobs.enqueue(plainOf(trx), {
          organizationId,
          name: RESCREEN_JOB,
          data: { full: request.body.full, snapshot: null },
          at,
          key: `rescreen ${organizationId} ${request.body.full}`,
        }),
      );
      return reply.code(202).send({ job });
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/rescreens",
    schema: {
      summary: "What the runs of re-screening did, the newest first",
      tags,
      querystring: PageQuery,
      response: { 200: pageSchema(RescreenMessage) },
    },
    config: { permission: "subjects.read" },
    handler: async (request) => {
      const { limit, cursor } = request.query;
      const before = cursor === undefined ? null : decodeCursor(cursor, IdPlace);
      const rows = await atDesk(parts, callerOf(request).organizationId, (trx) => {
        const query = trx
          .selectFrom("rescreens")
          .selectAll()
          .orderBy("id", "desc")
          .limit(limit + 1);
        return (before === null ? query : query.where("id", "<", before)).execute();
      });
      const { items, next } = pageOf(rows, limit, ({ id }) => id);
      return {
        items: items.map((row) => ({
          id: row.id,
          kind: row.kind,
          snapshotBefore: row.snapshot_before,
          snapshotAfter: row.snapshot_after,
          listingsTouched: row.listings_touched,
          subjectsScreened: row.subjects_screened,
          subjectsTotal: row.subjects_total,
          alertsOpened: row.alerts_opened,
          alertsClosed: row.alerts_closed,
          suppressionsLapsed: row.suppressions_lapsed,
          touches: row.touches,
          startedAt: row.started_at.toISOString(),
          endedAt: row.ended_at?.toISOString() ?? null,
        })),
        next,
      };
    },
  });
}

function addTouches(api: Api, parts: DeskParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/rescreens/:id/touches",
    schema: {
      summary: "Which change of the lists touched which subject in a run",
      tags,
      params: ById,
      querystring: TouchQuery,
      response: { 200: pageSchema(TouchMessage) },
    },
    config: { permission: "subjects.read" },
    handler: async (request) => {
      const { limit, cursor, list } = request.query;
      const after = cursor === undefined ? -1 : decodeCursor(cursor, z.int().min(0));
      const { id } = request.params;
      const rows = await atDesk(parts, callerOf(request).organizationId, async (trx) => {
        const run = await trx.selectFrom("rescreens").select("id").where("id", "=", id).executeTakeFirst();
        if (run === undefined) throw new Fault({ code: "not-found", what: "re-screening", id });
        const query = trx
          .selectFrom("rescreen_touches as touch")
          .leftJoin("subjects as subject", (join) =>
            join
              .onRef("subject.organization_id", "=", "touch.organization_id")
              .onRef("subject.id", "=", "touch.subject_id"),
          )
          .select(["number", "subject_id", "entity_id", "touch.caption", "lists", "change", "changes"])
          .select(["score_before", "score_after", "subject.caption as subject"])
          .select(({ selectFrom }) =>
            selectFrom("alerts")
              .select("alerts.id")
              .whereRef("alerts.organization_id", "=", "touch.organization_id")
              .whereRef("alerts.subject_id", "=", "touch.subject_id")
              .whereRef("alerts.entity_id", "=", "touch.entity_id")
              .orderBy("alerts.id", "desc")
              .limit(1)
              .as("alert"),
          )
          .where("run_id", "=", id)
          .where("number", ">", after)
          .orderBy("number")
          .limit(limit + 1);
        return (list === undefined ? query : query.where(sql<boolean>`${list} = any(lists)`)).execute();
      });
      const { items, next } = pageOf(rows, limit, ({ number }) => number);
      return {
        items: items.map((row) => ({
          subject: { id: row.subject_id, caption: row.subject ?? "" },
          listed: { id: row.entity_id, caption: row.caption, lists: row.lists },
          change: row.change,
          changes: row.changes,
          scoreBefore: row.score_before,
          scoreAfter: row.score_after,
          alert: row.alert,
        })),
        next,
      };
    },
  });
}
