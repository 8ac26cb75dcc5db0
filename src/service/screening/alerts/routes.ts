import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { daySchema } from "../../../engine/day.ts";
import { sha256 } from "../../../engine/digest.ts";
import { Fault, must } from "../../../fault.ts";
import { fileRoutes } from "../../../platform/http/file-routes.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../../platform/http/page.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import { ById, callerOf, IdPlace, tagOf, versionOf } from "../caller.ts";
import {
  answerStep,
  assignAlert,
  attachFile,
  type Decided,
  decideAlert,
  noteAlert,
  type ReviewCall,
  secondAlert,
  undoDecision,
} from "../decisions/review.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { countAlerts, QUEUE_ORDERS, queueOf, VIEWS } from "./alert-queue.ts";
import { PHASES } from "./alert-state.ts";
import { type Alert, alertVersion, readAlert, readAlerts } from "./alert-store.ts";
import { CHANNELS } from "./hit-record.ts";
import {
  AlertCounts,
  AlertMessage,
  AlertRow,
  AssignRequest,
  DecidedMessage,
  DecisionRequest,
  NoteRequest,
  SecondRequest,
  StepRequest,
  UndoRequest,
} from "./messages.ts";
import { showAlert, showRow } from "./show-alert.ts";

const tags = ["Alerts"];

const Flag = z.enum(["true", "false"]).transform((text) => text === "true");
const QueueQuery = PageQuery.extend({
  view: z.enum(VIEWS).default("team"),
  order: z.enum(QUEUE_ORDERS).default("due"),
  phase: z.enum(PHASES).optional(),
  assignee: z.string().max(100).optional(),
  subject: z.string().max(100).optional(),
  entity: z.string().max(400).optional(),
  channel: z.enum(CHANNELS).optional(),
  overdue: Flag.optional(),
  q: z.string().max(200).optional().describe("Part of a name or of the organisation's own number"),
});
const QueuePlace = z.object({
  due: daySchema.refine((day) => day >= "1900"),
  score: z.number(),
  id: IdPlace,
});

const StepParams = ById.extend({ step: z.coerce.number().int().min(1).max(5) });

function reviewOf(request: FastifyRequest, alertId: string): ReviewCall {
  return { ...callerOf(request), alertId, ifVersion: versionOf(request) };
}

/** The queue of hits, and what persons do with them. */
export function alertRoutes(parts: DeskParts): Routes {
  return (api) => {
    addQueue(api, parts);
    addWork(api, parts);
    addDecisions(api, parts);
    addAttachments(api, parts);
  };
}

function shown(parts: DeskParts, organizationId: string, alert: Alert): Promise<AlertMessage> {
  return atDesk(parts, organizationId, (trx, at) => showAlert(trx, parts.gate, alert, at));
}

async function answer(
  parts: DeskParts,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  alert: Alert,
): Promise<AlertMessage> {
  reply.header("etag", tagOf(alertVersion(alert)));
  return shown(parts, callerOf(request).organizationId, alert);
}

function addQueue(api: Api, parts: DeskParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/alerts",
    schema: {
      summary: "Alerts that wait",
      tags,
      querystring: QueueQuery,
      response: { 200: pageSchema(AlertRow) },
    },
    config: { permission: "alerts.read" },
    handler: async (request) => {
      const { limit, cursor, view, order, ...filter } = request.query;
      const { organizationId, by } = callerOf(request);
      const after = cursor === undefined ? null : decodeCursor(cursor, QueuePlace);
      return atDesk(parts, organizationId, async (trx, now) => {
        const page = { after, limit: limit + 1, now, order };
        const places = await queueOf(trx, { ...filter, view, person: by.id }, page);
        const { items, next } = pageOf(places, limit, (place) => place);
        const alerts = await readAlerts(trx, { ids: items.map(({ id }) => id), now });
        const byId = new Map(alerts.map((alert) => [alert.id, alert]));
        return { items: items.map(({ id }) => showRow(must(byId.get(id), "an alert of the page"))), next };
      });
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/alerts/counts",
    schema: { summary: "How many alerts wait, and for whom", tags, response: { 200: AlertCounts } },
    config: { permission: "alerts.read" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return atDesk(parts, organizationId, (trx, now) => countAlerts(trx, by.id, now));
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/alerts/:id",
    schema: { summary: "All about one alert", tags, params: ById, response: { 200: AlertMessage } },
    config: { permission: "alerts.read" },
    handler: (request, reply) =>
      atDesk(parts, callerOf(request).organizationId, async (trx, now) => {
        const alert = await readAlert(trx, request.params.id, { now });
        reply.header("etag", tagOf(alertVersion(alert)));
        return showAlert(trx, parts.gate, alert, now);
      }),
  });
}

function addWork(api: Api, parts: DeskParts): void {
  api.route({
    method: "POST",
    url: "/api/v1/alerts/:id/assignment",
    schema: {
      summary: "Give an alert to a person, or to nobody",
      tags,
      params: ById,
      body: AssignRequest,
      response: { 200: AlertMessage },
    },
    config: { permission: "alerts.assign" },
    handler: async (request, reply) =>
      answer(
        parts,
        { request, reply },
        await assignAlert(parts, reviewOf(request, request.params.id), request.body),
      ),
  });
  api.route({
    method: "POST",
    url: "/api/v1/alerts/:id/notes",
    schema: {
      summary: "Add a note",
      tags,
      params: ById,
      body: NoteRequest,
      response: { 200: AlertMessage },
    },
    config: { permission: "alerts.decide" },
    handler: async (request, reply) =>
      answer(
        parts,
        { request, reply },
        await noteAlert(parts, reviewOf(request, request.params.id), request.body.text),
      ),
  });
  api.route({
    method: "POST",
    url: "/api/v1/alerts/:id/steps/:step",
    schema: {
      summary: "Answer a step of the guided review",
      tags,
      params: StepParams,
      body: StepRequest,
      response: { 200: AlertMessage },
    },
    config: { permission: "alerts.decide" },
    handler: async (request, reply) => {
      const { id, step } = request.params;
      const alert = await answerStep(parts, reviewOf(request, id), { step, ...request.body });
      return answer(parts, { request, reply }, alert);
    },
  });
}

function addDecisions(api: Api, parts: DeskParts): void {
  const decided = async (
    exchange: { readonly request: FastifyRequest; readonly reply: FastifyReply },
    { alert, effects }: Decided,
  ) => ({ alert: await answer(parts, exchange, alert), ...effects });
  api.route({
    method: "POST",
    url: "/api/v1/alerts/:id/decisions",
    schema: {
      summary: "Decide an alert",
      tags,
      params: ById,
      body: DecisionRequest,
      response: { 200: DecidedMessage },
    },
    config: { permission: "alerts.decide" },
    handler: async (request, reply) => {
      const { suppressUntil, ...asked } = request.body;
      const call = reviewOf(request, request.params.id);
      return decided({ request, reply }, await decideAlert(parts, call, { ...asked, suppressUntil }));
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/alerts/:id/escalation",
    schema: {
      summary: "Decide an alert that was escalated to a second reviewer",
      tags,
      params: ById,
      body: DecisionRequest,
      response: { 200: DecidedMessage },
    },
    config: { permission: "alerts.second" },
    handler: async (request, reply) => {
      const { suppressUntil, ...asked } = request.body;
      const call = reviewOf(request, request.params.id);
      const made = { ...asked, suppressUntil, escalatedOnly: true };
      return decided({ request, reply }, await decideAlert(parts, call, made));
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/alerts/:id/second",
    schema: {
      summary: "Confirm another person's decision, or disagree with it",
      tags,
      params: ById,
      body: SecondRequest,
      response: { 200: DecidedMessage },
    },
    config: { permission: "alerts.second" },
    handler: async (request, reply) =>
      decided(
        { request, reply },
        await secondAlert(parts, reviewOf(request, request.params.id), request.body),
      ),
  });
  api.route({
    method: "POST",
    url: "/api/v1/alerts/:id/undo",
    schema: {
      summary: "Take a decision back while it is not final",
      tags,
      params: ById,
      body: UndoRequest,
      response: { 200: AlertMessage },
    },
    config: { permission: "alerts.decide" },
    handler: async (request, reply) =>
      answer(
        parts,
        { request, reply },
        await undoDecision(parts, reviewOf(request, request.params.id), request.body.reason),
      ),
  });
}

/** Scans of passports and payment instructions are below it. */
const ATTACHMENT_BYTES_MAX = 10 * 1024 * 1024;

/** Kinds of file that may be kept, with how they begin where that tells. None is ever opened here. */
const ATTACHMENT_TYPES: Readonly<Record<string, readonly number[]>> = {
  "application/pdf": [0x25, 0x50, 0x44, 0x46],
  "image/png": [0x89, 0x50, 0x4e, 0x47],
  "image/jpeg": [0xff, 0xd8, 0xff],
  "text/plain": [],
  "text/csv": [],
  "message/rfc822": [],
};

function assertFile(mediaType: string, bytes: Buffer): void {
  const begins = ATTACHMENT_TYPES[mediaType] ?? [];
  const fits = bytes.length > 0 && begins.every((byte, at) => bytes[at] === byte);
  // A text with a zero byte is none, whatever it is called.
  if (fits && !(mediaType.startsWith("text/") && bytes.includes(0))) return;
  throw new Fault({
    code: "input-invalid",
    file: "request",
    where: "body",
    reason: `the file is empty or no ${mediaType}`,
  });
}

function addAttachments(api: Api, parts: DeskParts): void {
  fileRoutes(api, { bytesMax: ATTACHMENT_BYTES_MAX, types: Object.keys(ATTACHMENT_TYPES) }, (scope) => {
    scope.route({
      method: "POST",
      url: "/api/v1/alerts/:id/attachments",
      bodyLimit: ATTACHMENT_BYTES_MAX,
      schema: {
        summary:
          "Keep a file with an alert: the body is the file, its type one of PDF, PNG, JPEG, text, CSV, e-mail",
        tags,
        params: ById,
        querystring: z.object({ name: z.string().trim().min(1).max(200) }),
        response: { 200: z.object({ attachment: z.string(), alert: AlertMessage }) },
      },
      config: { permission: "alerts.decide" },
      handler: async (request, reply) => {
        const mediaType = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        assertFile(mediaType, bytes);
        const { name } = request.query;
        const file = { name, mediaType, bytes, sha256: sha256(bytes) };
        const { alert, attachment } = await attachFile(parts, reviewOf(request, request.params.id), file);
        return { attachment, alert: await answer(parts, { request, reply }, alert) };
      },
    });
  });
  api.route({
    method: "GET",
    url: "/api/v1/alerts/:id/attachments/:attachment",
    schema: {
      summary: "A file kept with an alert",
      tags,
      params: ById.extend({ attachment: z.string().max(100) }),
    },
    config: { permission: "alerts.read" },
    handler: async (request, reply) => {
      const { id, attachment } = request.params;
      const file = await atDesk(parts, callerOf(request).organizationId, (trx) =>
        trx
          .selectFrom("alert_attachments")
          .select(["name", "media_type", "bytes"])
          .where("id", "=", attachment)
          .where("alert_id", "=", id)
          .executeTakeFirst(),
      );
      if (file === undefined) throw new Fault({ code: "not-found", what: "attachment", id: attachment });
      // Saved and never shown: what a stranger sent is not run in our pages.
      const name = encodeURIComponent(file.name);
      return reply
        .header("content-type", "application/octet-stream")
        .header("x-sluice-media-type", file.media_type)
        .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
        .send(file.bytes);
    },
  });
}
