import { z } from "zod";
import { sha256 } from "../../../engine/digest.ts";
import { changeFile } from "../../../engine/waivers/application.ts";
import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import { fileRoutes } from "../../../platform/http/file-routes.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import { ById, callerOf } from "../../screening/caller.ts";
import type { OpenWaivers } from "../desk.ts";
import { ApplicationMessage } from "../messages.ts";
import { atWaivers } from "../tables.ts";
import { addAuthor, assertEditable, readApplication, saveFile } from "./application-store.ts";
import { withDecisions } from "./decide.ts";
import { importLines } from "./line-import.ts";

const tags = ["Waiver applications"];
/** A table of 2,000 lines, as a spreadsheet with its styles. */
const FILE_BYTES_MAX = 8 * 1024 * 1024;
/** A scanned letter of some pages. */
const ATTACHMENT_BYTES_MAX = 10 * 1024 * 1024;
/** Letters, invoices and data sheets of one project. */
const ATTACHMENTS_MAX = 100;

/** Kinds of file that may be kept, with how they begin where that tells. None is ever opened here. */
const ATTACHMENT_TYPES: Readonly<Record<string, readonly number[]>> = {
  "application/pdf": [0x25, 0x50, 0x44, 0x46],
  "image/png": [0x89, 0x50, 0x4e, 0x47],
  "image/jpeg": [0xff, 0xd8, 0xff],
  "text/plain": [],
};

/** Files that go with an application: the table that its lines are read from, and documents that are kept. */
export function uploadRoutes(parts: OpenWaivers): Routes {
  return (api) => {
    addUploads(api, parts);
    addRemoval(api, parts);
  };
}

function addUploads(api: Api, parts: OpenWaivers): void {
  fileRoutes(api, { bytesMax: ATTACHMENT_BYTES_MAX }, (scope) => {
    addLineImport(scope, parts);
    addAttachment(scope, parts);
  });
  api.route({
    method: "GET",
    url: "/api/v1/waiver-applications/:id/attachments/:attachment",
    schema: {
      summary: "A file kept with an application",
      tags,
      params: ById.extend({ attachment: z.string().max(100) }),
    },
    config: { permission: "waivers.read" },
    handler: async (request, reply) => {
      const { id, attachment } = request.params;
      const file = await atWaivers(parts, callerOf(request).organizationId, (trx) =>
        trx
          .selectFrom("waiver_attachments")
          .select(["name", "media_type", "bytes"])
          .where("id", "=", attachment)
          .where("application_id", "=", id)
          .executeTakeFirst(),
      );
      if (file === undefined) throw new Fault({ code: "not-found", what: "attachment", id: attachment });
      // Saved and never shown: what a stranger sent is not run in our pages.
      return reply
        .header("content-type", "application/octet-stream")
        .header("x-sluice-media-type", file.media_type)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(file.bytes);
    },
  });
}

function addLineImport(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "POST",
    url: "/api/v1/waiver-applications/:id/lines",
    bodyLimit: FILE_BYTES_MAX,
    schema: {
      summary: "Read the annex’s lines from a table (the body is a CSV or XLSX file)",
      tags,
      params: ById,
      querystring: z.object({
        name: z.string().trim().min(1).max(200).describe("Ends in .csv, .tsv or .xlsx"),
        mode: z.enum(["replace", "append"]).default("replace"),
      }),
      response: {
        200: z.object({
          application: ApplicationMessage,
          problems: z.array(z.object({ row: z.int(), problem: z.string() }).readonly()).readonly(),
        }),
      },
    },
    config: { permission: "waivers.write" },
    handler: async (request) => {
      const { organizationId, by } = callerOf(request);
      const { name, mode } = request.query;
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const read = await importLines(name, bytes);
      return atWaivers(parts, organizationId, async (trx, at) => {
        const before = await readApplication(trx, request.params.id, at, true);
        const lines = mode === "append" ? [...before.file.lines, ...read.lines] : read.lines;
        await saveFile(trx, before, { organizationId, by, at, file: changeFile(before.file, { lines }) });
        const application = await withDecisions(trx, await readApplication(trx, before.id, at));
        return { application, problems: read.problems };
      });
    },
  });
}

function addAttachment(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "POST",
    url: "/api/v1/waiver-applications/:id/attachments",
    bodyLimit: ATTACHMENT_BYTES_MAX,
    schema: {
      summary: "Keep a file with an application: the body is the file, a PDF, PNG, JPEG or text",
      tags,
      params: ById,
      querystring: z.object({
        name: z.string().trim().min(1).max(200),
        item: z.string().max(80).optional().describe("The item of the form that it belongs to"),
      }),
      response: { 200: z.object({ attachment: z.string(), application: ApplicationMessage }) },
    },
    config: { permission: "waivers.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      const mediaType = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const begins = ATTACHMENT_TYPES[mediaType];
      if (begins === undefined || bytes.length === 0 || !begins.every((byte, at) => bytes[at] === byte)) {
        const reason = "the file is empty, or no PDF, PNG, JPEG or text as its type says";
        throw new Fault({ code: "input-invalid", file: "request", where: "body", reason });
      }
      return atWaivers(parts, organizationId, async (trx, at) => {
        const before = await readApplication(trx, request.params.id, at, true);
        assertEditable(before);
        if (before.attachments.length >= ATTACHMENTS_MAX) {
          const limit = {
            code: "limit-exceeded",
            limit: "attachmentsMax",
            allowed: ATTACHMENTS_MAX,
          } as const;
          throw new Fault({ ...limit, where: "application" });
        }
        const id = newId("att");
        await trx
          .insertInto("waiver_attachments")
          .values({
            organization_id: organizationId,
            id,
            application_id: before.id,
            item: request.query.item ?? null,
            name: request.query.name,
            media_type: mediaType,
            size: bytes.length,
            sha256: sha256(bytes),
            bytes,
            at,
            by: JSON.stringify(by),
          })
          .execute();
        return {
          attachment: id,
          application: await withDecisions(trx, await readApplication(trx, before.id, at)),
        };
      });
    },
  });
}

function addRemoval(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "DELETE",
    url: "/api/v1/waiver-applications/:id/attachments/:attachment",
    schema: {
      summary: "Take a file out again; what an authority was given with the application stays",
      tags,
      params: ById.extend({ attachment: z.string().max(100) }),
      response: { 200: z.object({ application: ApplicationMessage }) },
    },
    config: { permission: "waivers.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      const { id, attachment } = request.params;
      return atWaivers(parts, organizationId, async (trx, at) => {
        const before = await readApplication(trx, id, at, true);
        assertEditable(before);
        const kept = await trx
          .selectFrom("waiver_attachments")
          .select("at")
          .where("id", "=", attachment)
          .where("application_id", "=", id)
          .executeTakeFirst();
        if (kept === undefined) throw new Fault({ code: "not-found", what: "attachment", id: attachment });
        const given = before.events.some(
          (one) => one.event.kind === "submitted" && one.at >= kept.at.toISOString(),
        );
        if (given)
          throw new Fault({
            code: "rule-broken",
            rule: "file-submitted",
            reason: "it was part of what an authority was given, and stays",
          });
        await trx.deleteFrom("waiver_attachments").where("id", "=", attachment).execute();
        await addAuthor(trx, id, { organizationId, by });
        return { application: await withDecisions(trx, await readApplication(trx, id, at)) };
      });
    },
  });
}
