import { Readable } from "node:stream";
import { z } from "zod";
import { Fault } from "../../fault.ts";
import type { Database } from "../database/database.ts";
import { inOrganization } from "../database/tenant.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../http/page.ts";
import { principalOf, type Routes } from "../http/routes.ts";
import { exportReceipts, proveReceipt } from "./export.ts";
import { consistencyPath, logSize, readHeads, readReceipt, readReceipts } from "./log-reader.ts";
import { publicKeys, type Signer } from "./signing-key.ts";

const moment = z.iso.datetime();
const tags = ["Receipts"];
const config = { permission: "receipts.read" } as const;
const Sequence = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

const Receipt = z
  .object({
    sequence: z.int(),
    kind: z.string(),
    at: moment,
    previous: z.string().nullable().describe("Hash of the receipt before; null for the first"),
    bodyDigest: z.string().describe("SHA-256 of salt and body"),
    hash: z.string(),
    salt: z.string().nullable().describe("Base64; null once erased"),
    body: z.string().nullable().describe("The exact JSON text that is committed to; null once erased"),
    erasedBy: z.int().nullable().describe("The receipt that says who erased the body, and why"),
  })
  .meta({ id: "Receipt" });

const Head = z.object({ size: z.int(), text: z.string(), signature: z.string() }).meta({ id: "SignedHead" });
const Key = z
  .object({
    id: z.string(),
    pem: z.string(),
    at: moment,
    vouchedBy: z.string().nullable(),
    vouch: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: "ReceiptKey" });

const Proof = z
  .object({
    format: z.literal("sluice-receipt-proof/1"),
    log: z.string(),
    receipt: Receipt,
    size: z.int(),
    path: z.array(z.string()),
    head: Head,
    keys: z.array(Key),
  })
  .meta({ id: "ReceiptProof" });

export type ReceiptParts = {
  readonly database: Database;
  readonly signer: Signer | null;
  readonly now: () => Date;
};

/** The log of receipts, its proofs and its export. */
export function receiptRoutes(parts: ReceiptParts): Routes {
  return (api) => {
    logRoutes(parts)(api);
    proofRoutes(parts)(api);
    exportRoute(parts)(api);
  };
}

function logRoutes({ database }: ReceiptParts) {
  return (api: Parameters<Routes>[0]): void => {
    api.route({
      method: "GET",
      url: "/api/v1/receipts",
      schema: {
        summary: "The log of receipts, the newest first",
        tags,
        querystring: PageQuery.extend({ kind: z.string().max(40).optional() }),
        response: { 200: pageSchema(Receipt.omit({ body: true, salt: true })) },
      },
      config,
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        const { limit, cursor, kind } = request.query;
        const to = cursor === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(cursor, z.int()) - 1;
        const rows = await inOrganization(database, organizationId, (trx) =>
          readReceipts(trx, { organizationId, from: 1, to, limit: limit + 1, kind, newestFirst: true }),
        );
        return pageOf(
          rows.map(({ body: _body, salt: _salt, ...row }) => row),
          limit,
          ({ sequence }) => sequence,
        );
      },
    });
    api.route({
      method: "GET",
      url: "/api/v1/receipts/:sequence",
      schema: {
        summary: "One receipt",
        tags,
        params: z.object({ sequence: Sequence }),
        response: { 200: Receipt },
      },
      config,
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        return inOrganization(database, organizationId, (trx) =>
          readReceipt(trx, organizationId, request.params.sequence),
        );
      },
    });
    api.route({
      method: "GET",
      url: "/api/v1/receipts/heads",
      schema: {
        summary: "Signed heads of the log, the newest first",
        tags,
        querystring: PageQuery,
        response: { 200: pageSchema(Head) },
      },
      config,
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        const { limit, cursor } = request.query;
        const to = cursor === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(cursor, z.int()) - 1;
        const rows = await inOrganization(database, organizationId, (trx) =>
          readHeads(trx, { organizationId, from: 1, to, limit: limit + 1 }),
        );
        return pageOf(rows, limit, ({ size }) => size);
      },
    });
    api.route({
      method: "GET",
      url: "/api/v1/receipts/keys",
      schema: {
        summary: "Public keys that signed heads, the oldest first",
        tags,
        response: { 200: z.object({ items: z.array(Key) }) },
      },
      config: { permission: "signed-in" },
      handler: async () => ({ items: [...(await publicKeys(database))] }),
    });
  };
}

function proofRoutes({ database, signer, now }: ReceiptParts) {
  return (api: Parameters<Routes>[0]): void => {
    api.route({
      method: "GET",
      url: "/api/v1/receipts/:sequence/proof",
      schema: {
        summary: "Proof that a receipt is in the log, for `sluice receipts verify`",
        tags,
        params: z.object({ sequence: Sequence }),
        response: { 200: Proof },
      },
      config,
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        const { sequence } = request.params;
        const proof = await proveReceipt({ database, signer, now }, { organizationId, sequence });
        if (proof !== null) return { ...proof, path: [...proof.path], keys: [...proof.keys] };
        const reason =
          "no head covers it yet, and the signing key is another machine's; it comes within minutes";
        throw new Fault({ code: "conflict", what: `receipt ${sequence}`, reason });
      },
    });
    api.route({
      method: "GET",
      url: "/api/v1/receipts/consistency",
      schema: {
        summary: "Proof that the log of `to` receipts begins with that of `from` (RFC 9162, 2.1.4)",
        tags,
        querystring: z.object({ from: Sequence, to: Sequence }),
        response: { 200: z.object({ from: z.int(), to: z.int(), path: z.array(z.string()) }) },
      },
      config,
      handler: async (request) => {
        const { organizationId } = principalOf(request);
        const { from, to } = request.query;
        const path = await inOrganization(database, organizationId, (trx) =>
          consistencyPath(trx, { organizationId, from, to }),
        );
        return { from, to, path: [...path] };
      },
    });
  };
}

function exportRoute({ database, signer, now }: ReceiptParts) {
  return (api: Parameters<Routes>[0]): void => {
    api.route({
      method: "GET",
      url: "/api/v1/receipts/export",
      schema: {
        summary: "Receipts with all that proves them, as JSON lines for `sluice receipts verify`",
        tags,
        querystring: z.object({ from: Sequence.default(1), to: Sequence.optional() }),
      },
      config,
      handler: async (request, reply) => {
        const { organizationId } = principalOf(request);
        const { from, to = null } = request.query;
        const size = await inOrganization(database, organizationId, (trx) => logSize(trx, organizationId));
        if (to !== null && (to < from || to > size)) {
          const reason = `the log has receipts 1 to ${size}`;
          throw new Fault({ code: "input-invalid", file: "request", where: "to", reason });
        }
        const lines = exportReceipts({ database, signer, now }, { organizationId, from, to });
        async function* texts(): AsyncGenerator<string> {
          for await (const line of lines) yield `${JSON.stringify(line)}\n`;
        }
        return reply
          .header("content-type", "application/jsonl; charset=utf-8")
          .header("content-disposition", `attachment; filename="receipts-${from}.jsonl"`)
          .header("cache-control", "no-store")
          .send(Readable.from(texts(), { objectMode: false }));
      },
    });
  };
}
