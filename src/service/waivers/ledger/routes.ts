import { z } from "zod";
import { quantitySchema } from "../../../engine/transaction.ts";
import { holds, operationSchema } from "../../../engine/waivers/ledger.ts";
import { reconcile } from "../../../engine/waivers/reconcile.ts";
import { quantityOf } from "../../../engine/waivers/unit.ts";
import { Fault } from "../../../fault.ts";
import { fileRoutes } from "../../../platform/http/file-routes.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../../platform/http/page.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import { ById, callerOf } from "../../screening/caller.ts";
import { Instant } from "../../screening/messages.ts";
import type { OpenWaivers } from "../desk.ts";
import { LedgerAnswerMessage, LedgerEntryMessage } from "../messages.ts";
import { atWaivers } from "../tables.ts";
import { readWaiver, readWaivers } from "../waiver-store.ts";
import { reservationOf } from "./stored-book.ts";
import { readUsage } from "./usage-file.ts";

const tags = ["Waiver ledger"];
const USAGE_BYTES_MAX = 10 * 1024 * 1024;
const PARTS_MAX = 20;
/** More than are on their way at once on any licence that was published; the ledger itself knows no such bound. */
const RESERVATIONS_MAX = 500;

const KeyHeader = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(200)
    .describe("Names the request: sent again with the same key, it is done once and answered the same"),
});

/** What is drawn on waivers: reserved, committed, released, returned, corrected, compared. */
export function ledgerRoutes(parts: OpenWaivers): Routes {
  return (api) => {
    addOperations(api, parts);
    addEntries(api, parts);
    addReservations(api, parts);
    addReconciliation(api, parts);
  };
}

function addOperations(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "POST",
    url: "/api/v1/waivers/:id/ledger",
    schema: {
      summary: "Reserve, draw, commit, release, return or correct on one waiver",
      tags,
      params: ById,
      headers: KeyHeader,
      body: operationSchema,
      response: { 200: LedgerAnswerMessage },
    },
    config: { permission: "waivers.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      const key = request.headers["idempotency-key"];
      return parts.ledger.ask(organizationId, {
        key,
        by,
        parts: [{ waiverId: request.params.id, operation: request.body }],
      });
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/drawdowns",
    schema: {
      summary: "The same on several waivers at once: all of it, or none",
      tags,
      headers: KeyHeader,
      body: z.strictObject({
        parts: z
          .array(
            z.strictObject({ waiverId: z.string().min(1).max(100), operation: operationSchema }).readonly(),
          )
          .min(1)
          .max(PARTS_MAX)
          .readonly(),
      }),
      response: { 200: LedgerAnswerMessage },
    },
    config: { permission: "waivers.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      const key = request.headers["idempotency-key"];
      return parts.ledger.ask(organizationId, { key, by, parts: request.body.parts });
    },
  });
}

const SequencePlace = z.int().min(1);

function addEntries(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "GET",
    url: "/api/v1/waivers/:id/ledger",
    schema: {
      summary: "The entries of a waiver’s ledger, the newest first",
      tags,
      params: ById,
      querystring: PageQuery,
      response: { 200: pageSchema(LedgerEntryMessage) },
    },
    config: { permission: "waivers.read" },
    handler: async (request) => {
      const { limit, cursor } = request.query;
      const before = cursor === undefined ? null : decodeCursor(cursor, SequencePlace);
      const rows = await atWaivers(parts, callerOf(request).organizationId, async (trx, at) => {
        const { id } = await readWaiver(trx, request.params.id, at);
        let query = trx
          .selectFrom("waiver_entries")
          .selectAll()
          .where("waiver_id", "=", id)
          .orderBy("sequence", "desc")
          .limit(limit + 1);
        if (before !== null) query = query.where("sequence", "<", before);
        return query.execute();
      });
      const items = rows.map((row) => ({
        sequence: row.sequence,
        at: row.at.toISOString(),
        by: row.by,
        kind: row.kind,
        reservation: row.reservation_id,
        reference: row.reference,
        lines: row.moved.map(({ line, amount, unit }) => ({
          line,
          quantity: quantityOf(BigInt(amount), unit),
        })),
        reason: row.reason,
      }));
      return pageOf(items, limit, ({ sequence }) => sequence);
    },
  });
}

const ReservationMessage = z
  .object({
    reservation: z.string(),
    reference: z.string().describe("The shipment that it is for"),
    expiresAt: Instant.nullable().describe("When it ends by itself"),
    lines: z.array(z.object({ line: z.string(), quantity: quantitySchema }).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: "OpenReservation" });

function addReservations(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "GET",
    url: "/api/v1/waivers/:id/reservations",
    schema: {
      summary: "What is reserved of a waiver now, those that end first",
      tags,
      params: ById,
      response: { 200: z.object({ items: z.array(ReservationMessage).readonly() }) },
    },
    config: { permission: "waivers.read" },
    handler: (request) =>
      atWaivers(parts, callerOf(request).organizationId, async (trx, at) => {
        const waiver = await readWaiver(trx, request.params.id, at);
        const units = new Map(waiver.lines.map(({ line, unit }) => [line, unit]));
        const rows = await trx
          .selectFrom("waiver_reservations")
          .selectAll()
          .where("waiver_id", "=", waiver.id)
          .where("counted", "=", true)
          .orderBy("expires_at")
          .orderBy("id")
          .limit(RESERVATIONS_MAX)
          .execute();
        const open = rows.map(reservationOf).filter((one) => holds(one, at.toISOString()));
        return {
          items: open.map(({ id, reference, expiresAt, lines }) => ({
            reservation: id,
            reference,
            expiresAt,
            lines: [...lines]
              .filter(([, held]) => held.open > 0n)
              .map(([line, held]) => ({ line, quantity: quantityOf(held.open, units.get(line) ?? "") })),
          })),
        };
      }),
  });
}

const DriftMessage = z
  .object({
    licence: z.string(),
    line: z.string(),
    kind: z.enum([
      "agrees",
      "they-have-more",
      "we-have-more",
      "over-allowance",
      "unknown-line",
      "unit",
      "repeated",
    ]),
    stated: quantitySchema.nullable(),
    kept: quantitySchema.nullable(),
    words: z.string(),
    rows: z.array(z.int()).readonly(),
  })
  .readonly()
  .meta({ id: "LedgerDrift" });

function addReconciliation(api: Api, parts: OpenWaivers): void {
  fileRoutes(api, { bytesMax: USAGE_BYTES_MAX }, (scope) => {
    scope.route({
      method: "POST",
      url: "/api/v1/waiver-reconciliations",
      bodyLimit: USAGE_BYTES_MAX,
      schema: {
        summary:
          "Compare our ledgers with an authority’s or customs’ usage file (the body is CSV); nothing is changed",
        tags,
        querystring: z.object({ name: z.string().trim().min(1).max(200).default("usage.csv") }),
        response: {
          200: z.object({
            agrees: z.boolean(),
            lines: z.array(DriftMessage).readonly(),
            problems: z.array(z.object({ row: z.int(), problem: z.string() }).readonly()).readonly(),
          }),
        },
      },
      config: { permission: "waivers.read" },
      handler: async (request) => {
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        if (bytes.length === 0)
          throw new Fault({
            code: "input-invalid",
            file: request.query.name,
            where: "body",
            reason: "empty",
          });
        const { uses, problems } = await readUsage(request.query.name, bytes);
        const waivers = await atWaivers(parts, callerOf(request).organizationId, (trx, at) =>
          readWaivers(trx, { ids: null, at }),
        );
        const lines = reconcile(
          uses,
          waivers.flatMap((waiver) =>
            waiver.lines.map((line) => ({
              licence: waiver.reference,
              line: line.line,
              unit: line.unit,
              allowed: BigInt(line.allowed),
              committed: BigInt(line.committed),
            })),
          ),
        );
        const agrees = problems.length === 0 && lines.every(({ kind }) => kind === "agrees");
        return { agrees, lines, problems };
      },
    });
  });
}
