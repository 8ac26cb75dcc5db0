import { z } from "zod";
import { parseMapping } from "../../../engine/redflags/adapters/mapping.ts";
import { EVENT_SCHEMAS, type EventKind } from "../../../engine/redflags/event.ts";
import { Fault } from "../../../fault.ts";
import { fileRoutes } from "../../../platform/http/file-routes.ts";
import type { Routes } from "../../../platform/http/routes.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { callerOf } from "../../screening/caller.ts";
import type { WorkersParts } from "../desk.ts";
import { EventFileHeadMessage, StreamedMessage } from "../messages.ts";
import { FILE_BYTES_MAX, headOfFile, takeFile } from "./take-file.ts";

const tags = ["Workers"];
/** A beginning in which every column shows itself. */
const HEAD_BYTES_MAX = 256 * 1024;

const Name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe("The file's name; its ending says what it is: .csv, .tsv, .txt are tables, all else is JSON");
const Kind = z.enum(Object.keys(EVENT_SCHEMAS) as [EventKind, ...EventKind[]]);

const FileQuery = z.object({
  name: Name,
  kind: Kind.optional().describe("What a table's rows are, where neither a column nor the mapping says it"),
  mapping: z
    .string()
    .max(20_000)
    .optional()
    .describe("JSON: kind, columns from the event's member to the table's column, constants"),
});

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new Fault({ code: "input-invalid", file: "request", where: "file", reason: "the file is empty" });
}

function mappingOf(text: string | undefined) {
  if (text === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Fault({ code: "input-invalid", file: "request", where: "mapping", reason: "not JSON" });
  }
  return parseMapping(value, "mapping");
}

/** Files of events, as people have them: exports and tables whose columns bear any names. */
export function eventFileRoutes(parts: WorkersParts, jobs: JobQueue): Routes {
  return (api) => {
    fileRoutes(api, { bytesMax: FILE_BYTES_MAX }, (scope) => {
      scope.route({
        method: "POST",
        url: "/api/v1/workers/events/file",
        bodyLimit: FILE_BYTES_MAX,
        schema: {
          summary: "Bring a file of events (CSV, JSON lines, a JSON document): the body is the file",
          description:
            "Rows that cannot be read are refused by their line, and the others are taken. The same file told again changes nothing.",
          tags,
          querystring: FileQuery,
          response: { 200: StreamedMessage },
        },
        config: { permission: "workers.write" },
        handler: (request) => {
          const { name, kind, mapping } = request.query;
          return takeFile(parts, jobs, callerOf(request).organizationId, {
            name,
            bytes: bytesOf(request.body),
            mapping: mappingOf(mapping),
            kind: kind ?? null,
          });
        },
      });
      scope.route({
        method: "POST",
        url: "/api/v1/workers/events/file/head",
        bodyLimit: HEAD_BYTES_MAX,
        schema: {
          summary: "What the beginning of a file shows of it: its columns, and what each can be",
          description: "Nothing is taken. The body is the file's beginning, a line or more.",
          tags,
          querystring: z.object({ name: Name }),
          response: { 200: EventFileHeadMessage },
        },
        config: { permission: "workers.write" },
        handler: async (request) => headOfFile(request.query.name, bytesOf(request.body).toString("utf8")),
      });
    });
  };
}
