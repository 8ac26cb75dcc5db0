import { z } from "zod";
import { quantitySchema } from "../../../engine/transaction.ts";
import { dayIn } from "../../../engine/waivers/zone.ts";
import { Fault } from "../../../fault.ts";
import { DOCUMENT_LANGUAGES } from "../../../korean/documents.ts";
import { inOrganization } from "../../../platform/database/tenant.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import { ById, callerOf } from "../../screening/caller.ts";
import { Day, Instant } from "../../screening/messages.ts";
import type { OpenWaivers } from "../desk.ts";
import { StandingMessage } from "../messages.ts";
import { linesOf, reasonsOf } from "../show-waiver.ts";
import { atWaivers, waiversOf } from "../tables.ts";
import { readWaiver } from "../waiver-store.ts";
import { signedLetterSchema } from "./letter.ts";
import { letterPdf } from "./letter-pdf.ts";
import { type KeptLetter, letterOfWaiver, publicLetter } from "./letter-store.ts";

const tags = ["Letters"];

const VerifyMessage = z
  .object({
    letter: signedLetterSchema,
    valid: z
      .boolean()
      .describe("True where goods may pass under it today, as far as its lines have something left"),
    standing: z.enum([...StandingMessage.options, "superseded"]),
    reasons: z.array(z.string()).readonly(),
    /** The letter that took its place, or null. */
    supersededBy: z.string().nullable(),
    lines: z
      .array(
        z
          .object({
            line: z.string(),
            item: z.string(),
            hs: z.array(z.string()).readonly(),
            allowed: quantitySchema,
            left: quantitySchema.nullable().describe("Null where the authority does not publish it"),
          })
          .readonly(),
      )
      .readonly(),
    shipmentsLeft: z.int().nullable().describe("Null where there is no limit, or it is not published"),
    today: Day.describe("The day where the authority is"),
    checkedAt: Instant,
  })
  .readonly()
  .meta({ id: "LetterVerification" });

/** Letters as documents, and how they stand, for anybody who holds one. */
export function letterRoutes(parts: OpenWaivers): Routes {
  return (api) => {
    addDocuments(api, parts);
    addVerification(api, parts);
  };
}

async function pemsOf(parts: OpenWaivers, keyId: string): Promise<(id: string) => string> {
  const pem = await parts.pemOf(keyId);
  return () => pem;
}

async function read(parts: OpenWaivers, organizationId: string, waiverId: string): Promise<KeptLetter> {
  const kept = await atWaivers(parts, organizationId, (trx) => letterOfWaiver(trx, waiverId, () => ""));
  const pem = await parts.pemOf(kept.signed.key.id);
  return { ...kept, signed: { ...kept.signed, key: { id: kept.signed.key.id, pem } } };
}

function addDocuments(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "GET",
    url: "/api/v1/waivers/:id/letter",
    schema: {
      summary: "A waiver’s letter with its annex: PDF, signed JSON, or a verifiable credential (W3C VC 2.0)",
      tags,
      params: ById,
      querystring: z.object({
        format: z.enum(["pdf", "json", "vc"]).default("pdf"),
        language: z.enum(DOCUMENT_LANGUAGES).default("en").describe("Of the paper; what is signed has none"),
      }),
    },
    config: { permission: "waivers.read" },
    handler: async (request, reply) => {
      const { format, language } = request.query;
      const kept = await read(parts, callerOf(request).organizationId, request.params.id);
      const ending = format === "vc" ? "vc.json" : format;
      reply.header("content-disposition", `attachment; filename="${kept.id}.${ending}"`);
      if (format === "pdf")
        return reply.header("content-type", "application/pdf").send(await letterPdf(kept.signed, language));
      if (format === "vc")
        return reply.header("content-type", "application/vc; charset=utf-8").send(kept.credential);
      return reply
        .header("content-type", "application/json; charset=utf-8")
        .send(`${JSON.stringify(kept.signed, null, 2)}\n`);
    },
  });
}

function addVerification(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "GET",
    url: "/api/v1/verify/:letter",
    schema: {
      summary:
        "Is this letter genuine, and may goods pass under it today? For whoever holds it, without an account",
      tags,
      params: z.object({ letter: z.string().regex(/^[\w-]{1,100}$/) }),
      response: { 200: VerifyMessage },
    },
    config: { permission: "public", knowsCallers: true },
    handler: async (request, reply) => {
      reply.header("cache-control", "no-store");
      const id = request.params.letter;
      const kept = await publicLetter(parts.database, id, () => "");
      if (kept === null) throw new Fault({ code: "not-found", what: "letter", id });
      const pemOf = await pemsOf(parts, kept.signed.key.id);
      const signed = { ...kept.signed, key: { id: kept.signed.key.id, pem: pemOf(kept.signed.key.id) } };
      return inOrganization(parts.database, kept.organizationId, async (plain) => {
        const trx = waiversOf(plain);
        const at = parts.nowFor(kept.organizationId);
        const waiver = await readWaiver(trx, kept.waiverId, at);
        const newest = await letterOfWaiver(trx, kept.waiverId, () => "");
        const isNewest = newest.id === kept.id;
        const publishes = waiver.terms.publishRemaining;
        const left = new Map(linesOf(waiver).map((line) => [line.line, line.left]));
        const { shipmentsMax, zone } = waiver.terms;
        const reasons = isNewest
          ? reasonsOf(waiver, at.toISOString())
          : [`letter ${newest.id} has taken its place`, ...reasonsOf(waiver, at.toISOString())];
        return {
          letter: signed,
          valid: isNewest && waiver.standing === "in-force",
          standing: isNewest ? waiver.standing : ("superseded" as const),
          reasons,
          supersededBy: isNewest ? null : newest.id,
          lines: signed.letter.lines.map(({ line, item, hs, quantity }) => ({
            line,
            item,
            hs,
            allowed: quantity,
            left: publishes && isNewest ? (left.get(line) ?? null) : null,
          })),
          shipmentsLeft:
            shipmentsMax === null || !publishes ? null : Math.max(0, shipmentsMax - waiver.shipments.length),
          today: dayIn(zone ?? "UTC", at.toISOString()),
          checkedAt: at.toISOString(),
        };
      });
    },
  });
}
