import { z } from "zod";
import { isSchema } from "../../engine/entity/model.ts";
import { waiverSchema } from "../../engine/waivers/waiver.ts";
import { isZone } from "../../engine/waivers/zone.ts";
import { Fault } from "../../fault.ts";
import { newId } from "../../platform/database/id.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../platform/http/page.ts";
import type { Api, Routes } from "../../platform/http/routes.ts";
import { ById, callerOf, IdPlace } from "../screening/caller.ts";
import { recordDaySchema } from "../screening/storable.ts";
import type { OpenWaivers } from "./desk.ts";
import { DueReportMessage, WaiverMessage, WaiverRow } from "./messages.ts";
import { reportsOf, waiverRow, waiverWhole } from "./show-waiver.ts";
import { atWaivers } from "./tables.ts";
import { addAct, keepWaiver, readWaiver, readWaivers } from "./waiver-store.ts";

const tags = ["Waivers"];
const LETTER_BYTES_MAX = 8 * 1024 * 1024;
const Reason = z.string().trim().min(10).max(4_000);

const RecordRequest = z.strictObject({
  waiver: waiverSchema.describe("What the authority's letter says, as `sluice check --waiver` takes it"),
  returnsRestore: z.boolean().default(false).describe("Whether goods that come back can be drawn again"),
  parties: z
    .array(
      z
        .strictObject({
          schema: z.string().max(80).refine(isSchema, "a FollowTheMoney schema"),
          properties: z
            .record(z.string().max(80), z.array(z.string().min(1).max(4_000)).max(100).readonly())
            .readonly(),
        })
        .readonly(),
    )
    .max(200)
    .readonly()
    .default([])
    .describe("Parties with more facts than their names, to be screened by"),
});
const StandingRequest = z.strictObject({
  act: z.enum(["suspended", "reinstated", "revoked", "surrendered"]),
  reason: Reason,
});
const FileReportRequest = z.strictObject({
  kind: z.enum(["delivery", "implementation", "diversion-risk"]),
  reference: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .describe("The shipment that it is of"),
  filedOn: recordDaySchema,
  body: z.string().trim().min(10).max(20_000),
});

/** Waivers: recorded, confirmed, suspended, reported on. */
export function waiverRoutes(parts: OpenWaivers): Routes {
  return (api) => {
    addReads(api, parts);
    addRecording(api, parts);
    addStanding(api, parts);
    addReports(api, parts);
    addMails(api, parts);
  };
}

function addReads(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "GET",
    url: "/api/v1/waivers",
    schema: {
      summary: "Waivers with what is left of each line, the newest first",
      tags,
      querystring: PageQuery,
      response: { 200: pageSchema(WaiverRow) },
    },
    config: { permission: "waivers.read" },
    handler: async (request) => {
      const { limit, cursor } = request.query;
      const before = cursor === undefined ? null : decodeCursor(cursor, IdPlace);
      const rows = await atWaivers(parts, callerOf(request).organizationId, async (trx, at) =>
        (await readWaivers(trx, { ids: null, at, before, limit: limit + 1 })).map((waiver) =>
          waiverRow(waiver, at.toISOString()),
        ),
      );
      return pageOf(rows, limit, ({ id }) => id);
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/waivers/:id",
    schema: { summary: "One waiver, whole", tags, params: ById, response: { 200: WaiverMessage } },
    config: { permission: "waivers.read" },
    handler: (request) => shown(parts, callerOf(request).organizationId, request.params.id),
  });
}

function shown(parts: OpenWaivers, organizationId: string, id: string) {
  return atWaivers(parts, organizationId, async (trx, at) =>
    waiverWhole(trx, await readWaiver(trx, id, at), at.toISOString()),
  );
}

function addRecording(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "POST",
    url: "/api/v1/waivers",
    bodyLimit: LETTER_BYTES_MAX,
    schema: {
      summary:
        "Record a waiver that an authority gave elsewhere; it counts when another person has confirmed it",
      tags,
      body: RecordRequest,
      response: { 200: WaiverMessage },
    },
    config: { permission: "waivers.write" },
    handler: async (request) => {
      const { organizationId, by } = callerOf(request);
      const { waiver, returnsRestore, parties } = request.body;
      if (waiver.uses.length > 0) {
        const reason = "what was used before is written into the ledger as drawings, not into the record";
        throw new Fault({ code: "input-invalid", file: "request", where: "waiver.uses", reason });
      }
      if (waiver.zone !== undefined && !isZone(waiver.zone))
        throw new Fault({
          code: "input-invalid",
          file: "request",
          where: "waiver.zone",
          reason: "no time zone",
        });
      const id = await atWaivers(parts, organizationId, async (trx, at) => {
        const terms = { ...waiver, returnsRestore, publishRemaining: true };
        const made = { organizationId, by, at };
        const kept = await keepWaiver(trx, { ...made, terms, parties, application: null, confirmedBy: null });
        await addAct(trx, { kind: "recorded" }, { ...made, waiverId: kept });
        return kept;
      });
      return shown(parts, organizationId, id);
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/waivers/:id/confirmation",
    schema: {
      summary: "Confirm another person’s record after comparing it with the letter",
      tags,
      params: ById,
      response: { 200: WaiverMessage },
    },
    config: { permission: "waivers.decide" },
    handler: async (request) => {
      const { organizationId, by } = callerOf(request);
      const { id } = request.params;
      await atWaivers(parts, organizationId, async (trx, at) => {
        const waiver = await readWaiver(trx, id, at, true);
        const refuse = (rule: string, reason: string) => new Fault({ code: "rule-broken", rule, reason });
        if (waiver.confirmedAt !== null) throw refuse("confirmed", "It is confirmed already.");
        if (waiver.recordedBy.id === by.id)
          throw refuse("four-eyes", "Whoever recorded a waiver cannot confirm it.");
        await trx
          .updateTable("waivers")
          .set({ confirmed_at: at, confirmed_by: JSON.stringify(by) })
          .where("id", "=", id)
          .execute();
        await addAct(trx, { kind: "confirmed" }, { organizationId, by, at, waiverId: id });
      });
      return shown(parts, organizationId, id);
    },
  });
}

function addStanding(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "POST",
    url: "/api/v1/waivers/:id/standing",
    schema: {
      summary: "Suspend, reinstate, revoke or surrender a waiver; what was drawn stays drawn",
      tags,
      params: ById,
      body: StandingRequest,
      response: { 200: WaiverMessage },
    },
    config: { permission: "waivers.decide" },
    handler: async (request) => {
      const { organizationId, by } = callerOf(request);
      const { id } = request.params;
      const { act, reason } = request.body;
      await atWaivers(parts, organizationId, async (trx, at) => {
        const waiver = await readWaiver(trx, id, at, true);
        const refuse = (words: string) => new Fault({ code: "rule-broken", rule: "standing", reason: words });
        if (waiver.standing === "revoked" || waiver.standing === "surrendered")
          throw refuse(`It is ${waiver.standing} already.`);
        if (act === "reinstated" && waiver.standing !== "suspended") throw refuse("It is not suspended.");
        if (act === "suspended" && waiver.standing === "suspended") throw refuse("It is suspended already.");
        const made = { organizationId, by, at, waiverId: id };
        await addAct(
          trx,
          act === "suspended" ? { kind: act, reason, impact: null } : { kind: act, reason },
          made,
        );
      });
      return shown(parts, organizationId, id);
    },
  });
}

function addReports(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "GET",
    url: "/api/v1/waiver-reports",
    schema: {
      summary: "Reports that authorities expect on waivers, those due first",
      tags,
      response: {
        200: z.object({
          items: z
            .array(DueReportMessage.unwrap().extend({ waiverId: z.string(), waiver: z.string() }).readonly())
            .readonly(),
        }),
      },
    },
    config: { permission: "waivers.read" },
    handler: (request) =>
      atWaivers(parts, callerOf(request).organizationId, async (trx, at) => {
        const items = [];
        for (const waiver of await readWaivers(trx, { ids: null, at }))
          for (const report of await reportsOf(trx, waiver, at.toISOString()))
            if (report.state !== "filed")
              items.push({ ...report, waiverId: waiver.id, waiver: waiver.reference });
        return { items: items.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)) };
      }),
  });
  api.route({
    method: "POST",
    url: "/api/v1/waivers/:id/reports",
    schema: {
      summary: "Write down that a report was filed with the authority",
      tags,
      params: ById,
      body: FileReportRequest,
      response: { 200: WaiverMessage },
    },
    config: { permission: "waivers.write" },
    handler: async (request) => {
      const { organizationId, by } = callerOf(request);
      const { id } = request.params;
      const { kind, reference, filedOn, body } = request.body;
      await atWaivers(parts, organizationId, async (trx, at) => {
        await readWaiver(trx, id, at);
        await trx
          .insertInto("waiver_reports")
          .values({
            organization_id: organizationId,
            id: newId("wrp"),
            waiver_id: id,
            kind,
            reference,
            filed_on: filedOn,
            body,
            at,
            by: JSON.stringify(by),
          })
          .execute();
      });
      return shown(parts, organizationId, id);
    },
  });
}

const MailNotices = z
  .object({
    isSetUp: z.boolean().describe("False where the service has no mail server"),
    wanted: z.boolean().describe("Whether the caller gets reminders of reports by mail"),
  })
  .readonly();

function addMails(api: Api, parts: OpenWaivers): void {
  const tell = async (organizationId: string, personId: string) => {
    const refusal = await atWaivers(parts, organizationId, (trx) =>
      trx
        .selectFrom("waiver_mail_refusals")
        .select("person_id")
        .where("person_id", "=", personId)
        .executeTakeFirst(),
    );
    return { isSetUp: parts.mails !== null, wanted: refusal === undefined };
  };
  api.route({
    method: "GET",
    url: "/api/v1/waiver-mails",
    schema: {
      summary: "Whether the caller gets reminders of reports by mail",
      tags,
      response: { 200: MailNotices },
    },
    config: { permission: "waivers.read" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return tell(organizationId, by.id);
    },
  });
  api.route({
    method: "PUT",
    url: "/api/v1/waiver-mails",
    schema: {
      summary: "Get reminders of reports by mail, or get none",
      tags,
      body: z.strictObject({ wanted: z.boolean() }),
      response: { 200: MailNotices },
    },
    config: { permission: "waivers.read" },
    handler: async (request) => {
      const { organizationId, by } = callerOf(request);
      const refusal = { organization_id: organizationId, person_id: by.id };
      await atWaivers(parts, organizationId, async (trx) => {
        if (request.body.wanted)
          await trx.deleteFrom("waiver_mail_refusals").where("person_id", "=", by.id).execute();
        else
          await trx
            .insertInto("waiver_mail_refusals")
            .values(refusal)
            .onConflict((conflict) => conflict.doNothing())
            .execute();
      });
      return tell(organizationId, by.id);
    },
  });
}
