import { z } from "zod";
import { createWorld } from "../../../engine/check/world.ts";
import { replay } from "../../../engine/receipt.ts";
import { Fault } from "../../../fault.ts";
import { DOCUMENT_LANGUAGES } from "../../../korean/documents.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../../platform/http/page.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import { ById, callerOf, IdPlace } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { checkPdf } from "./check-pdf.ts";
import { listChecks, readCheck, receiptOf, receiptTextOf } from "./check-store.ts";
import {
  CHECK_BYTES_MAX,
  CheckAnswer,
  CheckMessage,
  CheckRequest,
  CheckRow,
  PreviewMessage,
  PreviewRequest,
  ReplayMessage,
} from "./messages.ts";
import { paymentRoutes } from "./payment-routes.ts";
import { checkPreviewer, checkRunner, type RunChecks } from "./run-checks.ts";

const tags = ["Checks"];
const KEY_CHARS_MAX = 200;

const Headers = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(KEY_CHARS_MAX)
    .optional()
    .describe("Names the request: sent again with the same key, it gets the same checks and makes no others"),
});
const ChecksQuery = PageQuery.extend({
  reference: z.string().max(200).optional(),
  answer: z.enum(["clear", "permitted", "refer", "prohibited"]).optional(),
});

/** May this go through? Asked, kept, shown again and decided again. */
export function checkRoutes(parts: DeskParts): Routes {
  const runChecks = checkRunner(parts);
  return (api) => {
    for (const url of ["/check", "/api/v1/check"]) addCheck(api, runChecks, url);
    for (const url of ["/checks/:id", "/api/v1/checks/:id"]) addShow(api, parts, url);
    addPreview(api, parts);
    addList(api, parts);
    addReplay(api, parts);
    addDocument(api, parts);
    paymentRoutes(api);
  };
}

function addCheck(api: Api, runChecks: RunChecks, url: string): void {
  api.route({
    method: "POST",
    url,
    bodyLimit: CHECK_BYTES_MAX,
    schema: {
      summary: "May this go through? One transaction or many, decided and kept",
      tags,
      headers: Headers,
      body: CheckRequest,
      response: { 200: CheckAnswer },
    },
    // What was decided here is as the schema says, which a test holds it to: reading it over would cost as much as deciding.
    serializerCompiler: () => JSON.stringify,
    config: { permission: "checks.create", heavy: true, keeps: true },
    handler: async (request, reply) => {
      const { transaction, transactions, at, waivers } = request.body;
      const many = transactions !== undefined;
      const { checks, replayed } = await runChecks(callerOf(request), {
        transactions: transactions ?? (transaction === undefined ? [] : [transaction]),
        at: at ?? null,
        waivers,
        many,
        idempotencyKey: request.headers["idempotency-key"] ?? null,
      });
      if (replayed) reply.header("idempotency-replayed", "true");
      const [only] = checks;
      return many || only === undefined ? { checks } : only;
    },
  });
}

function addPreview(api: Api, parts: DeskParts): void {
  const preview = checkPreviewer(parts);
  api.route({
    method: "POST",
    url: "/api/v1/check/preview",
    bodyLimit: CHECK_BYTES_MAX,
    schema: {
      summary: "What a check would answer now; no check, receipt or alert is made",
      tags,
      body: PreviewRequest,
      response: { 200: PreviewMessage },
    },
    config: { permission: "checks.create", heavy: true },
    handler: (request) => {
      const { transaction, at, waivers } = request.body;
      return preview(callerOf(request), { transaction, at: at ?? null, waivers });
    },
  });
}

function addShow(api: Api, parts: DeskParts, url: string): void {
  api.route({
    method: "GET",
    url,
    schema: { summary: "A check with its verdict", tags, params: ById, response: { 200: CheckMessage } },
    config: { permission: "checks.read" },
    handler: (request) =>
      atDesk(parts, callerOf(request).organizationId, (trx) => readCheck(trx, request.params.id)),
  });
  api.route({
    method: "GET",
    url: `${url}/receipt`,
    schema: { summary: "The receipt of a check, byte for byte, for `sluice replay`", tags, params: ById },
    config: { permission: "checks.read" },
    handler: async (request, reply) => {
      const { id } = request.params;
      const text = await atDesk(parts, callerOf(request).organizationId, (trx) => receiptTextOf(trx, id));
      return reply
        .header("content-type", "application/json; charset=utf-8")
        .header("content-disposition", `attachment; filename="${id}.receipt.json"`)
        .send(text);
    },
  });
}

function addDocument(api: Api, parts: DeskParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/checks/:id/document",
    schema: {
      summary: "A check with its verdict as a PDF, to print and to file",
      tags,
      params: ById,
      querystring: z.object({ language: z.enum(DOCUMENT_LANGUAGES).default("en") }),
    },
    config: { permission: "checks.read" },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { check, receipt } = await atDesk(parts, callerOf(request).organizationId, async (trx) => ({
        check: await readCheck(trx, id),
        receipt: await receiptOf(trx, id),
      }));
      return reply
        .header("content-type", "application/pdf")
        .header("content-disposition", `attachment; filename="${id}.pdf"`)
        .send(await checkPdf(check, receipt, request.query.language));
    },
  });
}

function addList(api: Api, parts: DeskParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/checks",
    schema: {
      summary: "Checks, the newest first",
      tags,
      querystring: ChecksQuery,
      response: { 200: pageSchema(CheckRow) },
    },
    config: { permission: "checks.read" },
    handler: async (request) => {
      const { limit, cursor, ...filter } = request.query;
      const before = cursor === undefined ? null : decodeCursor(cursor, IdPlace);
      const checks = await atDesk(parts, callerOf(request).organizationId, (trx) =>
        listChecks(trx, filter, { before, limit: limit + 1 }),
      );
      return pageOf(checks, limit, ({ id }) => id);
    },
  });
}

function addReplay(api: Api, parts: DeskParts): void {
  api.route({
    method: "POST",
    url: "/api/v1/checks/:id/replay",
    schema: {
      summary: "Decide a check again from its receipt, and compare byte for byte",
      tags,
      params: ById,
      response: { 200: ReplayMessage },
    },
    config: { permission: "receipts.read", heavy: true },
    handler: async (request) => {
      const receipt = await atDesk(parts, callerOf(request).organizationId, (trx) =>
        receiptOf(trx, request.params.id),
      );
      const current = parts.gate.current();
      const snapshot =
        current.hash === receipt.snapshot ? current.snapshot : await parts.openSnapshot(receipt.snapshot);
      if (snapshot === null) {
        throw new Fault({
          code: "edition-unavailable",
          list: receipt.editions.map(({ list, date }) => `${list} of ${date}`).join(", "),
          reason: "the snapshot of then is not at hand; `sluice replay` compiles it from its editions",
        });
      }
      const again = replay(receipt, createWorld(snapshot), parts.version, "receipt");
      const differences = again.same ? [] : again.differences;
      return { same: again.same, differences, snapshot: snapshot.hash, verdict: again.verdict };
    },
  });
}
