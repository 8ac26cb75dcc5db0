import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { Readable } from "node:stream";
import { z } from "zod";
import { sha256 } from "../../../engine/digest.ts";
import { sheetNames } from "../../../engine/lists/workbook.ts";
import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import { fileRoutes } from "../../../platform/http/file-routes.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../../platform/http/page.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { ById, callerOf, IdPlace } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { formatOfName, openSubjects } from "../files/opened-file.ts";
import { readHead, type TableHead } from "../files/read-rows.ts";
import { type ResultFormat, type RowResult, resultHeader, resultLine } from "../files/row-result.ts";
import { plainOf } from "../tables.ts";
import { batchRows, listBatches, moveBatch, readBatch } from "./batch-store.ts";
import { BatchMessage, BatchRowMessage, MappingRequest } from "./messages.ts";
import { resultsWorkbook } from "./results-workbook.ts";
import { type BatchOptions, type BatchTransaction, batchesOf } from "./tables.ts";

/** Screens a batch's rows. */
export const BATCH_JOB = "batch-screen";

const tags = ["Batches"];
/** A file of a hundred thousand customers has about ten megabytes. */
const FILE_BYTES_MAX = 50 * 1024 * 1024;
/** Rows read at once for a download. */
const DOWNLOAD_ROWS = 1_000;

const NO_COLUMNS: TableHead = { columns: [], namesParty: true };
const Result = z.enum(["hit", "no-hit", "error"]);

/** Files that are screened row by row, without a row becoming a subject. */
export function batchRoutes(parts: DeskParts, jobs: JobQueue): Routes {
  return (api) => {
    addUpload(api, parts);
    addReads(api, parts);
    addMoves(api, parts, jobs);
    addDownload(api, parts);
  };
}

function atBatches<T>(
  parts: DeskParts,
  organizationId: string,
  work: (trx: BatchTransaction, at: Date) => Promise<T>,
): Promise<T> {
  return atDesk(parts, organizationId, (_desk, at, plain) => work(batchesOf(plain), at));
}

/** What the columns of a file are taken for, and the sheets of a workbook. */
async function headOf(
  name: string,
  bytes: Buffer,
  options: BatchOptions,
): Promise<TableHead & { readonly sheets: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "sluice-batch-"));
  const file = `rows${extname(name).toLowerCase()}`;
  try {
    const path = join(folder, file);
    await writeFile(path, bytes, { mode: 0o600 });
    const opened = await openSubjects(path);
    const head = opened.format === "jsonl" ? NO_COLUMNS : await readHead(opened, options);
    return { ...head, sheets: opened.format === "xlsx" ? sheetNames({ name, bytes }) : [] };
  } catch (error) {
    if (!(error instanceof Fault) || error.details.code !== "input-invalid") throw error;
    throw new Fault({ ...error.details, file: name }, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const UploadQuery = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe("The file's name; its ending says what it is: .csv, .xlsx, .jsonl"),
  sheet: z
    .string()
    .max(100)
    .optional()
    .describe("A sheet of a workbook by its name; the first where left out"),
});

function addUpload(api: Api, parts: DeskParts): void {
  fileRoutes(api, { bytesMax: FILE_BYTES_MAX }, (scope) => {
    scope.route({
      method: "POST",
      url: "/api/v1/batches",
      bodyLimit: FILE_BYTES_MAX,
      schema: {
        summary:
          "Bring a file (CSV, XLSX, JSON lines) to be screened, and see what its columns were taken for: the body is the file",
        tags,
        querystring: UploadQuery,
        response: { 201: BatchMessage },
      },
      config: { permission: "subjects.write" },
      handler: async (request, reply) => {
        const { organizationId, by } = callerOf(request);
        const { name, sheet } = request.query;
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        if (bytes.length === 0 || formatOfName(name) === null) {
          const reason =
            bytes.length === 0 ? "the file is empty" : "its name ends in none of .csv .xlsx .jsonl";
          throw new Fault({ code: "input-invalid", file: name, where: "file", reason });
        }
        const options: BatchOptions = { map: {}, schema: null, sheet: sheet ?? null };
        const head = await headOf(name, bytes, options);
        const id = newId("bat");
        const made = await atBatches(parts, organizationId, async (trx, at) => {
          await trx
            .insertInto("batches")
            .values({
              organization_id: organizationId,
              id,
              name,
              sha256: sha256(bytes),
              bytes,
              options: JSON.stringify(options),
              head: JSON.stringify(head),
              state: "draft",
              rows_total: null,
              snapshot: null,
              policy_version: null,
              failure: null,
              created_at: at,
              created_by: JSON.stringify(by),
              run_at: null,
              progress_at: null,
              ended_at: null,
            })
            .execute();
          return readBatch(trx, id);
        });
        return reply.code(201).send(made);
      },
    });
  });
}

function addReads(api: Api, parts: DeskParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/batches",
    schema: {
      summary: "Batches, the newest first",
      tags,
      querystring: PageQuery,
      response: { 200: pageSchema(BatchMessage) },
    },
    config: { permission: "subjects.read" },
    handler: async (request) => {
      const { limit, cursor } = request.query;
      const before = cursor === undefined ? null : decodeCursor(cursor, IdPlace);
      const rows = await atBatches(parts, callerOf(request).organizationId, (trx) =>
        listBatches(trx, { before, limit: limit + 1 }),
      );
      return pageOf(rows, limit, ({ id }) => id);
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/batches/:id",
    schema: {
      summary: "One batch: its columns, and how far it is",
      tags,
      params: ById,
      response: { 200: BatchMessage },
    },
    config: { permission: "subjects.read" },
    handler: (request) =>
      atBatches(parts, callerOf(request).organizationId, (trx) => readBatch(trx, request.params.id)),
  });
  api.route({
    method: "GET",
    url: "/api/v1/batches/:id/rows",
    schema: {
      summary: "Results of a batch by row",
      tags,
      params: ById,
      querystring: PageQuery.extend({ result: Result.optional() }),
      response: { 200: pageSchema(BatchRowMessage) },
    },
    config: { permission: "subjects.read" },
    handler: async (request) => {
      const { limit, cursor, result } = request.query;
      const after = cursor === undefined ? 0 : decodeCursor(cursor, z.int());
      const rows = await atBatches(parts, callerOf(request).organizationId, async (trx) => {
        await readBatch(trx, request.params.id);
        return batchRows(trx, request.params.id, { after, limit: limit + 1, result: result ?? null });
      });
      return pageOf(rows, limit, ({ row }) => row);
    },
  });
}

function addMoves(api: Api, parts: DeskParts, jobs: JobQueue): void {
  api.route({
    method: "PUT",
    url: "/api/v1/batches/:id/mapping",
    schema: {
      summary: "Say what the columns of a draft are",
      tags,
      params: ById,
      body: MappingRequest,
      response: { 200: BatchMessage },
    },
    config: { permission: "subjects.write" },
    handler: async (request) => {
      const { organizationId } = callerOf(request);
      const { id } = request.params;
      const { name, bytes, options } = await atBatches(parts, organizationId, async (trx) => {
        await readBatch(trx, id);
        return trx
          .selectFrom("batches")
          .select(["name", "bytes", "options"])
          .where("id", "=", id)
          .executeTakeFirstOrThrow();
      });
      if (bytes === null) throw new Fault({ code: "conflict", what: `batch ${id}`, reason: "it has ended" });
      const changed: BatchOptions = { ...request.body, sheet: request.body.sheet ?? options.sheet };
      const head = await headOf(name, bytes, changed);
      return atBatches(parts, organizationId, async (trx) => {
        await moveBatch(trx, id, { from: ["draft", "failed"], to: "draft", options: changed });
        // Rows that were read in another way are read again.
        await trx.deleteFrom("batch_rows").where("batch_id", "=", id).execute();
        await trx
          .updateTable("batches")
          .set({
            head: JSON.stringify(head),
            rows_done: 0,
            hits: 0,
            clear: 0,
            errors: 0,
            suppressed: 0,
            ended_at: null,
          })
          .where("id", "=", id)
          .execute();
        return readBatch(trx, id);
      });
    },
  });
  const move = (part: "start" | "stop", summary: string) =>
    api.route({
      method: "POST",
      url: `/api/v1/batches/:id/${part}`,
      schema: { summary, tags, params: ById, response: { 200: BatchMessage } },
      config: { permission: "subjects.write" },
      handler: (request) => {
        const { organizationId } = callerOf(request);
        const { id } = request.params;
        return atDesk(parts, organizationId, async (desk, at, plain) => {
          const trx = batchesOf(plain);
          if (part === "stop") {
            await moveBatch(trx, id, { from: ["waiting", "running"], to: "stopped" });
            return readBatch(trx, id);
          }
          if (!(await readBatch(trx, id)).head.namesParty) {
            const reason = "no column says whom a row is about: name one as the name";
            throw new Fault({ code: "input-invalid", file: "request", where: "mapping", reason });
          }
          const run = await moveBatch(trx, id, { from: ["draft", "stopped", "failed"], to: "waiting" });
          await jobs.enqueue(plainOf(desk), {
            organizationId,
            name: BATCH_JOB,
            data: { batch: id, run },
            at,
          });
          return readBatch(trx, id);
        });
      },
    });
  move("start", "Start a draft, or go on where a batch was stopped");
  move("stop", "Stop a batch; what it has stays, and it can go on");
  api.route({
    method: "DELETE",
    url: "/api/v1/batches/:id",
    schema: {
      summary: "Remove a batch with its file and its results",
      tags,
      params: ById,
      response: { 204: z.null().describe("nothing") },
    },
    config: { permission: "subjects.write" },
    handler: async (request, reply) => {
      await atBatches(parts, callerOf(request).organizationId, async (trx) => {
        await readBatch(trx, request.params.id);
        await trx.deleteFrom("batches").where("id", "=", request.params.id).execute();
      });
      return reply.code(204).send(null);
    },
  });
}

const DownloadQuery = z.object({
  format: z.enum(["csv", "jsonl", "xlsx"]).default("csv"),
  result: Result.optional(),
});

const RESULT_TYPES = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

async function* resultLines(
  pages: AsyncIterable<readonly RowResult[]>,
  format: ResultFormat,
): AsyncGenerator<string> {
  // Spreadsheets read UTF-8 by its mark.
  yield format === "csv" ? `\uFEFF${resultHeader(format)}` : resultHeader(format);
  for await (const rows of pages) yield rows.map((row) => resultLine(row, format)).join("");
}

function addDownload(api: Api, parts: DeskParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/batches/:id/results",
    schema: {
      summary:
        "Results of a batch as a file (CSV, JSON lines, XLSX): a line for each row, as `sluice screen` writes it",
      tags,
      params: ById,
      querystring: DownloadQuery,
    },
    config: { permission: "subjects.read" },
    handler: async (request, reply) => {
      const { organizationId } = callerOf(request);
      const { format, result } = request.query;
      const { id, name } = await atBatches(parts, organizationId, (trx) => readBatch(trx, request.params.id));
      const file = `${name.replace(/\.\w+$/, "").replace(/[^\w.-]+/g, "-")}-results.${format}`;
      async function* pages(): AsyncGenerator<readonly RowResult[]> {
        for (let after = 0; ; ) {
          const page = { after, limit: DOWNLOAD_ROWS, result: result ?? null };
          const rows = await atBatches(parts, organizationId, (trx) => batchRows(trx, id, page));
          yield rows;
          after = rows.at(-1)?.row ?? after;
          if (rows.length < DOWNLOAD_ROWS) return;
        }
      }
      return reply
        .header("content-disposition", `attachment; filename="${file}"`)
        .header("content-type", RESULT_TYPES[format])
        .send(format === "xlsx" ? resultsWorkbook(pages()) : Readable.from(resultLines(pages(), format)));
    },
  });
}
