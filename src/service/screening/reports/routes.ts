import { z } from "zod";
import { Fault } from "../../../fault.ts";
import { DOCUMENT_LANGUAGES } from "../../../korean/documents.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../../platform/http/page.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import { publish } from "../../../platform/live/publish.ts";
import { ById, callerOf, IdPlace, tagOf, versionOf } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { ActorMessage, Day, Instant } from "../messages.ts";
import { recordDaySchema } from "../storable.ts";
import { plainOf } from "../tables.ts";
import { startAnnualReport, startReleaseReport } from "./held-property.ts";
import {
  EMPTY_FIELDS,
  RELEASE_GROUNDS,
  REPORT_KINDS,
  REPORT_NEEDS,
  REPORT_STATES,
  reportFieldsSchema,
} from "./report-fields.ts";
import { reportPdf } from "./report-pdf.ts";
import {
  editReport,
  fileReport,
  type LegalReport,
  listReports,
  readReport,
  startReport,
} from "./report-store.ts";
import { reportCsv } from "./report-text.ts";

const tags = ["Reports"];

const NEEDS = Object.keys(REPORT_NEEDS) as (keyof typeof REPORT_NEEDS)[];

const ReportMessage = z
  .object({
    id: z.string(),
    kind: z.enum(REPORT_KINDS),
    state: z.enum(REPORT_STATES),
    missing: z.array(z.string()).readonly().describe("What the law asks for that is not stated yet"),
    notRequired: z.string().nullable().describe("Why it need not be filed, in words; null where it must be"),
    needs: z
      .array(z.object({ field: z.enum(NEEDS), met: z.boolean() }).readonly())
      .readonly()
      .describe("What the law asks for, by the field that states it"),
    alertId: z.string().nullable(),
    caseId: z.string().nullable().describe("The case of disguised work that it follows from"),
    version: z.int(),
    fields: reportFieldsSchema,
    eventOn: Day,
    dueOn: Day,
    createdAt: Instant,
    createdBy: ActorMessage,
    updatedAt: Instant,
    filedOn: Day.nullable(),
    filedReference: z.string().nullable(),
    filedBy: ActorMessage.nullable(),
  })
  .readonly()
  .meta({ id: "LegalReport" });

const StartRequest = z.strictObject({
  kind: z.enum(REPORT_KINDS).exclude(["annual-blocked-property"]),
  eventOn: recordDaySchema.describe("The day of blocking, rejection or release"),
  fields: reportFieldsSchema.optional(),
  alertId: z.string().max(100).nullable().default(null),
});
const AnnualRequest = z.strictObject({
  year: z.int().min(1990).max(2200),
  filer: reportFieldsSchema.unwrap().shape.filer,
});
const ReleaseRequest = z.strictObject({
  on: recordDaySchema.describe("The day of release or transfer"),
  ground: z
    .enum(RELEASE_GROUNDS)
    .default("other")
    .describe(
      "On what ground: licences, delistings and transfers between own offices need no report since 7 November 2024",
    ),
  authority: z
    .string()
    .trim()
    .min(1)
    .max(4_000)
    .describe("The licence with its number, or the rule that allows it"),
  to: z.string().trim().max(4_000).default("").describe("To whom or where the property went"),
  amount: z
    .string()
    .regex(/^\d{1,18}(\.\d{1,6})?$/, "an amount such as 1250 or 1250.75")
    .nullable()
    .default(null)
    .describe("A part, in the currency of what was blocked; null for all that is left"),
  narrative: z.string().max(20_000).default(""),
});
const FileRequest = z.strictObject({ on: recordDaySchema, reference: z.string().trim().min(1).max(200) });

/** Reports of a year with every property held are larger than other bodies. */
const REPORT_BYTES_MAX = 8 * 1024 * 1024;

/** Starts the report of a release from that of the blocking. */
function addRelease(api: Api, parts: DeskParts): void {
  api.route({
    method: "POST",
    url: "/api/v1/reports/:id/release",
    schema: {
      summary: "Report that blocked property was released or transferred, all of it or a part",
      tags,
      params: ById,
      body: ReleaseRequest,
      response: { 200: ReportMessage },
    },
    config: { permission: "reports.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return atDesk(parts, organizationId, async (trx, at) => {
        // Locked, so that two releases at once cannot give away the same property.
        const blocked = await readReport(trx, request.params.id, at, true);
        const id = await startReleaseReport(trx, blocked, { organizationId, release: request.body, by, at });
        await publish(plainOf(trx), { organizationId, kind: "report.due", id, at });
        return readReport(trx, id, at);
      });
    },
  });
}

/** The reports that the law asks for, as documents. */
export function reportRoutes(parts: DeskParts): Routes {
  return (api) => {
    addReads(api, parts);
    addWrites(api, parts);
    addRelease(api, parts);
    addDocuments(api, parts);
  };
}

function addReads(api: Api, parts: DeskParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/reports",
    schema: {
      summary: "Reports",
      tags,
      querystring: PageQuery.extend({
        kind: z.enum(REPORT_KINDS).optional(),
        open: z.enum(["true"]).optional().describe("Only those not filed yet"),
      }),
      response: { 200: pageSchema(ReportMessage) },
    },
    config: { permission: "reports.read" },
    handler: async (request) => {
      const { limit, cursor, kind, open } = request.query;
      const after = cursor === undefined ? null : decodeCursor(cursor, IdPlace);
      const rows = await atDesk(parts, callerOf(request).organizationId, (trx, now) =>
        listReports(trx, { kind, open: open !== undefined }, { after, limit: limit + 1, now }),
      );
      return pageOf(rows, limit, ({ id }) => id);
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/reports/:id",
    schema: { summary: "One report", tags, params: ById, response: { 200: ReportMessage } },
    config: { permission: "reports.read" },
    handler: async (request, reply) => {
      const report = await read(parts, callerOf(request).organizationId, request.params.id);
      reply.header("etag", tagOf(report.version));
      return report;
    },
  });
}

function read(parts: DeskParts, organizationId: string, id: string): Promise<LegalReport> {
  return atDesk(parts, organizationId, (trx, now) => readReport(trx, id, now));
}

function addWrites(api: Api, parts: DeskParts): void {
  api.route({
    method: "POST",
    url: "/api/v1/reports",
    bodyLimit: REPORT_BYTES_MAX,
    schema: { summary: "Start a report", tags, body: StartRequest, response: { 200: ReportMessage } },
    config: { permission: "reports.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      const { kind, eventOn, fields, alertId } = request.body;
      return atDesk(parts, organizationId, async (trx, at) => {
        const stated = { ...(fields ?? EMPTY_FIELDS), eventOn };
        const asked = { organizationId, kind, alertId, fields: stated, eventOn, by, at };
        const id = await startReport(trx, asked);
        await publish(plainOf(trx), { organizationId, kind: "report.due", id, at });
        return readReport(trx, id, at);
      });
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/reports/annual",
    schema: {
      summary: "Start the annual report of a year, with what was held on 30 June",
      tags,
      body: AnnualRequest,
      response: { 200: ReportMessage },
    },
    config: { permission: "reports.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return atDesk(parts, organizationId, async (trx, at) => {
        const id = await startAnnualReport(trx, { ...request.body, organizationId, by, at });
        return readReport(trx, id, at);
      });
    },
  });
  api.route({
    method: "PUT",
    url: "/api/v1/reports/:id",
    bodyLimit: REPORT_BYTES_MAX,
    schema: {
      summary: "Write a report's fields",
      tags,
      params: ById,
      body: reportFieldsSchema,
      response: { 200: ReportMessage },
    },
    config: { permission: "reports.write" },
    handler: (request, reply) => {
      const { organizationId, by } = callerOf(request);
      const ifVersion = versionOf(request);
      return atDesk(parts, organizationId, async (trx, at) => {
        const report = await readReport(trx, request.params.id, at, true);
        assertVersion(report, ifVersion);
        await editReport(trx, report, { organizationId, fields: request.body, by, at });
        const edited = await readReport(trx, report.id, at);
        reply.header("etag", tagOf(edited.version));
        return edited;
      });
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/reports/:id/filing",
    schema: {
      summary: "Write down that a report was filed",
      tags,
      params: ById,
      body: FileRequest,
      response: { 200: ReportMessage },
    },
    config: { permission: "reports.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      const ifVersion = versionOf(request);
      return atDesk(parts, organizationId, async (trx, at) => {
        const report = await readReport(trx, request.params.id, at, true);
        assertVersion(report, ifVersion);
        await fileReport(trx, report, { ...request.body, by, at });
        return readReport(trx, report.id, at);
      });
    },
  });
}

function assertVersion({ id, version }: LegalReport, ifVersion: string | null): void {
  if (ifVersion === null || ifVersion === String(version)) return;
  throw new Fault({ code: "changed-meanwhile", what: `report ${id}`, now: `version ${version}` });
}

function addDocuments(api: Api, parts: DeskParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/reports/:id/document",
    schema: {
      summary: "A report as a document: PDF, CSV or JSON",
      tags,
      params: ById,
      querystring: z.object({
        format: z.enum(["pdf", "csv", "json"]).default("pdf"),
        language: z.enum(DOCUMENT_LANGUAGES).default("en").describe("Of the PDF; the others are data"),
        show: z.enum(["true"]).optional().describe("To look at it in a browser, not to keep it"),
      }),
    },
    config: { permission: "reports.read" },
    handler: async (request, reply) => {
      const { format, language, show } = request.query;
      const report = await read(parts, callerOf(request).organizationId, request.params.id);
      const way = show === undefined ? "attachment" : "inline";
      reply.header("content-disposition", `${way}; filename="${report.kind}-${report.id}.${format}"`);
      if (format === "json")
        return reply
          .header("content-type", "application/json; charset=utf-8")
          .send(JSON.stringify(report, null, 2));
      if (format === "csv")
        return reply.header("content-type", "text/csv; charset=utf-8").send(reportCsv(report));
      return reply.header("content-type", "application/pdf").send(await reportPdf(report, language));
    },
  });
}
