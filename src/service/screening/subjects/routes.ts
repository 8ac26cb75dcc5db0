import { z } from "zod";
import { sha256 } from "../../../engine/digest.ts";
import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import { fileRoutes } from "../../../platform/http/file-routes.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../../platform/http/page.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { publish } from "../../../platform/live/publish.ts";
import { isUndecided } from "../alerts/alert-state.ts";
import { appendEvent, readAlerts } from "../alerts/alert-store.ts";
import { ById, type Caller, callerOf, IdPlace, tagOf, versionOf } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { formatOfName } from "../files/opened-file.ts";
import { IMPORT_JOB } from "../jobs.ts";
import { screenSubjects } from "../rescreen/screen-subjects.ts";
import { type DeskTransaction, plainOf } from "../tables.ts";
import {
  ImportMessage,
  SUBJECTS_PER_REQUEST_MAX,
  SubjectDocumentMessage,
  SubjectMessage,
  SubjectRequest,
  SubjectScreeningMessage,
  SubjectsBrought,
  SubjectsRequest,
  SubjectVersionMessage,
} from "./messages.ts";
import {
  listSubjects,
  markRemoved,
  readSubject,
  type StoredSubject,
  type SubjectInput,
  subjectDocuments,
  subjectScreenings,
  subjectVersions,
  unscreenedOf,
  upsertSubject,
} from "./subject-store.ts";

const tags = ["Subjects"];
/** Half a thousand subjects with long histories of names. */
const SUBJECTS_BYTES_MAX = 8 * 1024 * 1024;
/** A file of a hundred thousand customers has about ten megabytes. */
const IMPORT_BYTES_MAX = 50 * 1024 * 1024;

function shown({ screened, fingerprint: _, ...rest }: StoredSubject) {
  const { at, snapshot, near } = screened ?? { at: "", snapshot: "", near: [] };
  return { ...rest, screened: screened === null ? null : { at, snapshot, matches: near.length } };
}

/** Customers and counterparties: brought in, shown, taken out. */
export function subjectRoutes(parts: DeskParts, jobs: JobQueue): Routes {
  return (api) => {
    addReads(api, parts);
    addWrites(api, parts);
    addImports(api, parts, jobs);
  };
}

function addReads(api: Api, parts: DeskParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/subjects",
    schema: {
      summary: "Subjects, in the order of their arrival",
      tags,
      querystring: PageQuery.extend({
        q: z.string().max(200).optional().describe("Part of the name or of your own number"),
        ref: z.string().max(200).optional(),
        schema: z.string().max(80).optional(),
        businessLine: z.string().max(100).optional(),
        removed: z.enum(["true"]).optional().describe("Those taken out as well"),
      }),
      response: { 200: pageSchema(SubjectMessage) },
    },
    config: { permission: "subjects.read" },
    handler: async (request) => {
      const { limit, cursor, removed, ...filter } = request.query;
      const after = cursor === undefined ? null : decodeCursor(cursor, IdPlace);
      const rows = await atDesk(parts, callerOf(request).organizationId, (trx) =>
        listSubjects(trx, { ...filter, removed: removed !== undefined }, { after, limit: limit + 1 }),
      );
      const { items, next } = pageOf(rows, limit, ({ id }) => id);
      return { items: items.map(shown), next };
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/subjects/:id",
    schema: { summary: "One subject", tags, params: ById, response: { 200: SubjectMessage } },
    config: { permission: "subjects.read" },
    handler: async (request, reply) => {
      const subject = await atDesk(parts, callerOf(request).organizationId, (trx) =>
        readSubject(trx, request.params.id),
      );
      reply.header("etag", tagOf(subject.version));
      return shown(subject);
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/subjects/:id/versions",
    schema: {
      summary: "The versions of a subject's facts, the newest first",
      tags,
      params: ById,
      response: { 200: z.object({ items: z.array(SubjectVersionMessage).readonly() }) },
    },
    config: { permission: "subjects.read" },
    handler: (request) =>
      atDesk(parts, callerOf(request).organizationId, async (trx) => {
        await readSubject(trx, request.params.id);
        return { items: await subjectVersions(trx, request.params.id) };
      }),
  });
  api.route({
    method: "GET",
    url: "/api/v1/subjects/:id/screenings",
    schema: {
      summary: "The last screenings of a subject and what came of them, the newest first",
      tags,
      params: ById,
      response: { 200: z.object({ items: z.array(SubjectScreeningMessage).readonly() }) },
    },
    config: { permission: "subjects.read" },
    handler: (request) =>
      atDesk(parts, callerOf(request).organizationId, async (trx) => {
        await readSubject(trx, request.params.id);
        return { items: await subjectScreenings(trx, request.params.id) };
      }),
  });
  api.route({
    method: "GET",
    url: "/api/v1/subjects/:id/documents",
    schema: {
      summary: "Files kept with a subject's alerts, and reports that follow from them, the newest first",
      tags,
      params: ById,
      response: { 200: z.object({ items: z.array(SubjectDocumentMessage).readonly() }) },
    },
    config: { permission: "alerts.read" },
    handler: (request) =>
      atDesk(parts, callerOf(request).organizationId, async (trx) => {
        await readSubject(trx, request.params.id);
        return { items: await subjectDocuments(trx, request.params.id) };
      }),
  });
}

type Bringing = { readonly inputs: readonly SubjectInput[]; readonly ifVersion: string | null };

async function bring(parts: DeskParts, { organizationId, by }: Caller, { inputs, ifVersion }: Bringing) {
  const { subjects, unscreened } = await atDesk(parts, organizationId, async (trx, at) => {
    const brought = [];
    for (const input of inputs) {
      if (ifVersion !== null && input.id !== null) await assertVersion(trx, input.id, ifVersion);
      const upserted = await upsertSubject(trx, input, { organizationId, by, at, source: "api" });
      brought.push({ ...upserted, ref: input.ref });
    }
    return {
      subjects: brought,
      unscreened: await unscreenedOf(
        trx,
        brought.map(({ id }) => id),
      ),
    };
  });
  const fresh = subjects.every(({ change }) => change === "created");
  const channel = fresh ? "onboarding" : "change";
  const settled = await screenSubjects(parts, organizationId, unscreened, { channel });
  return { subjects, opened: settled.opened, closed: settled.closed };
}

async function assertVersion(trx: DeskTransaction, id: string, ifVersion: string): Promise<void> {
  const { version } = await readSubject(trx, id, true);
  if (String(version) !== ifVersion)
    throw new Fault({ code: "changed-meanwhile", what: `subject ${id}`, now: `version ${version}` });
}

function addWrites(api: Api, parts: DeskParts): void {
  api.route({
    method: "POST",
    url: "/api/v1/subjects",
    bodyLimit: SUBJECTS_BYTES_MAX,
    schema: {
      summary: `Bring subjects in, at most ${SUBJECTS_PER_REQUEST_MAX} at once, and screen them; one whose ref stands already is updated`,
      tags,
      body: SubjectsRequest,
      response: { 200: SubjectsBrought },
    },
    config: { permission: "subjects.write", heavy: true, keeps: true },
    handler: (request) =>
      bring(parts, callerOf(request), {
        inputs: request.body.subjects.map((subject) => ({ id: null, ...subject })),
        ifVersion: null,
      }),
  });
  api.route({
    method: "PUT",
    url: "/api/v1/subjects/:id",
    schema: {
      summary: "State a subject's facts anew, and screen it",
      tags,
      params: ById,
      body: SubjectRequest,
      response: { 200: SubjectsBrought },
    },
    config: { permission: "subjects.write", heavy: true, keeps: true },
    handler: (request) =>
      bring(parts, callerOf(request), {
        inputs: [{ id: request.params.id, ...request.body }],
        ifVersion: versionOf(request),
      }),
  });
  api.route({
    method: "DELETE",
    url: "/api/v1/subjects/:id",
    schema: {
      summary: "Take a subject out of those that are screened; its history stays",
      tags,
      params: ById,
      response: { 200: SubjectMessage },
    },
    config: { permission: "subjects.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      const { id } = request.params;
      return atDesk(parts, organizationId, async (trx, at) => {
        const subject = await readSubject(trx, id, true);
        if (subject.removedAt !== null) return shown(subject);
        for (const alert of await readAlerts(trx, { subjectId: id, lock: true, now: at })) {
          if (!isUndecided(alert.state.phase) && alert.state.phase !== "awaiting-second") continue;
          const words = `${subject.caption} is screened no longer.`;
          await appendEvent(trx, alert, { kind: "closed", cause: "subject-removed", words }, { by, at });
          await publish(plainOf(trx), { organizationId, kind: "alert.closed", id: alert.id, at });
        }
        await markRemoved(trx, id, at);
        return shown(await readSubject(trx, id));
      });
    },
  });
}

const ImportQuery = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe("The file's name; its ending says what it is: .csv, .xlsx, .jsonl"),
  schema: z.string().max(80).optional().describe("Schema of rows that state none"),
  sheet: z.string().max(100).optional(),
  businessLine: z.string().trim().min(1).max(100).optional(),
  map: z
    .string()
    .max(4_000)
    .optional()
    .describe('What headers mean where they are not recognized: {"HEADER":"name"} as JSON'),
});

const MapText = z.record(z.string().max(200), z.string().max(80));

function mapOf(text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined) return {};
  try {
    return MapText.parse(JSON.parse(text));
  } catch (error) {
    const reason = "an object of headers and properties as JSON";
    throw new Fault({ code: "input-invalid", file: "request", where: "map", reason }, error);
  }
}

function addImports(api: Api, parts: DeskParts, jobs: JobQueue): void {
  fileRoutes(api, { bytesMax: IMPORT_BYTES_MAX }, (scope) => {
    scope.route({
      method: "POST",
      url: "/api/v1/subjects/imports",
      bodyLimit: IMPORT_BYTES_MAX,
      schema: {
        summary: "Bring subjects in by a file (CSV, XLSX, JSON lines): the body is the file",
        tags,
        querystring: ImportQuery,
        response: { 202: ImportMessage },
      },
      config: { permission: "subjects.write" },
      handler: async (request, reply) => {
        const { organizationId, by } = callerOf(request);
        const { name, schema, sheet, businessLine, map } = request.query;
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        if (bytes.length === 0 || formatOfName(name) === null) {
          const reason =
            bytes.length === 0 ? "the file is empty" : "its name ends in none of .csv .xlsx .jsonl";
          throw new Fault({ code: "input-invalid", file: name, where: "file", reason });
        }
        const options = {
          map: mapOf(map),
          schema: schema ?? null,
          sheet: sheet ?? null,
          businessLine: businessLine ?? null,
        };
        const id = newId("imp");
        const made = await atDesk(parts, organizationId, async (trx, at) => {
          await trx
            .insertInto("subject_imports")
            .values({
              organization_id: organizationId,
              id,
              name,
              media_type: (request.headers["content-type"] ?? "").slice(0, 200),
              sha256: sha256(bytes),
              bytes,
              options: JSON.stringify(options),
              state: "waiting",
              problems: "[]",
              failure: null,
              created_at: at,
              created_by: JSON.stringify(by),
              ended_at: null,
            })
            .execute();
          await jobs.enqueue(plainOf(trx), { organizationId, name: IMPORT_JOB, data: { import: id }, at });
          return importOf(trx, id);
        });
        return reply.code(202).send(made);
      },
    });
  });
  api.route({
    method: "GET",
    url: "/api/v1/subjects/imports/:id",
    schema: { summary: "How far an import is", tags, params: ById, response: { 200: ImportMessage } },
    config: { permission: "subjects.read" },
    handler: (request) =>
      atDesk(parts, callerOf(request).organizationId, (trx) => importOf(trx, request.params.id)),
  });
}

async function importOf(trx: DeskTransaction, id: string) {
  const row = await trx
    .selectFrom("subject_imports")
    .select(["id", "name", "state", "rows_done", "created", "updated", "unchanged", "rejected", "alerts"])
    .select(["problems", "failure", "created_at", "created_by", "ended_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "import", id });
  const { rows_done: rows, created_at, created_by: createdBy, ended_at, ...rest } = row;
  return {
    ...rest,
    rows,
    createdBy,
    createdAt: created_at.toISOString(),
    endedAt: ended_at?.toISOString() ?? null,
  };
}
