import { z } from "zod";
import { changeFile } from "../../../engine/waivers/application.ts";
import {
  type ApplicationEvent,
  applicationEventSchema,
  proposalSchema,
} from "../../../engine/waivers/course.ts";
import { Fault } from "../../../fault.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../../platform/http/page.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import { ById, callerOf, IdPlace, tagOf, versionOf } from "../../screening/caller.ts";
import type { OpenWaivers } from "../desk.ts";
import { ApplicationMessage, ApplicationRow } from "../messages.ts";
import { partiesOfFile, screenParties } from "../standing/screen-waivers.ts";
import { atWaivers } from "../tables.ts";
import { readWaiver } from "../waiver-store.ts";
import {
  type Application,
  beginApplication,
  listApplications,
  readApplication,
  saveFile,
} from "./application-store.ts";
import { countersign, propose, withDecisions } from "./decide.ts";
import { applicantActs, type OfficeEvent, officeActs, submitApplication } from "./submit.ts";

const tags = ["Waiver applications"];
/** A file with an annex of 2,000 lines has about two megabytes. */
const FILE_BYTES_MAX = 8 * 1024 * 1024;

const BeginRequest = z.strictObject({
  title: z.string().trim().min(1).max(400),
  file: z.record(z.string(), z.unknown()).default({}).describe("Members of the file that are known already"),
  amends: z
    .strictObject({ kind: z.enum(["amendment", "extension"]), waiverId: z.string().min(1).max(100) })
    .nullable()
    .default(null),
});
const ChangeRequest = z.strictObject({
  title: z.string().trim().min(1).max(400).optional(),
  file: z
    .record(z.string(), z.unknown())
    .default({})
    .describe("The members that change; each takes the place of the one before"),
});
const Approvals = z.strictObject({ approvals: z.array(z.string().min(1).max(80)).min(1).max(30) });
const events = applicationEventSchema.options;
type Kind = ApplicationEvent["kind"];
const eventsOf = <K extends Kind>(kinds: readonly K[]) =>
  z.discriminatedUnion(
    "kind",
    events.filter((one) => (kinds as readonly Kind[]).includes(one.shape.kind.value)) as unknown as [
      (typeof events)[number],
    ],
  ) as unknown as z.ZodType<Extract<ApplicationEvent, { readonly kind: K }>>;

const ApplicantAct = eventsOf(["answered", "withdrawn", "appealed", "noticed"]);
const OfficeAct = eventsOf([
  "forwarded",
  "circulated",
  "consented",
  "held",
  "hold-extended",
  "hold-lifted",
  "objected",
  "asked",
]);

const PartiesMessage = z
  .object({
    snapshot: z.string(),
    parties: z
      .array(
        z
          .object({
            name: z.string(),
            state: z.enum(["clear", "may-be-listed", "listed"]),
            words: z.string(),
            listings: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: "ScreenedParties" });

/** Applications for waivers: written, submitted, decided. */
export function applicationRoutes(parts: OpenWaivers): Routes {
  return (api) => {
    addReads(api, parts);
    addWriting(api, parts);
    addActs(api, parts);
    addDecisions(api, parts);
  };
}

function addReads(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "GET",
    url: "/api/v1/waiver-applications",
    schema: {
      summary: "Applications, the newest first",
      tags,
      querystring: PageQuery,
      response: { 200: pageSchema(ApplicationRow) },
    },
    config: { permission: "waivers.read" },
    handler: async (request) => {
      const { limit, cursor } = request.query;
      const before = cursor === undefined ? null : decodeCursor(cursor, IdPlace);
      const rows = await atWaivers(parts, callerOf(request).organizationId, (trx, at) =>
        listApplications(trx, { before, limit: limit + 1 }, at),
      );
      return pageOf(rows, limit, ({ id }) => id);
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/waiver-applications/:id",
    schema: {
      summary: "One application: file, what is missing, how each authority’s course stands",
      tags,
      params: ById,
      response: { 200: ApplicationMessage },
    },
    config: { permission: "waivers.read" },
    handler: async (request, reply) => {
      const application = await atWaivers(parts, callerOf(request).organizationId, async (trx, at) =>
        withDecisions(trx, await readApplication(trx, request.params.id, at)),
      );
      reply.header("etag", tagOf(application.version));
      return application;
    },
  });
}

function addWriting(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "POST",
    url: "/api/v1/waiver-applications",
    bodyLimit: FILE_BYTES_MAX,
    schema: {
      summary: "Begin an application",
      tags,
      body: BeginRequest,
      response: { 200: ApplicationMessage },
    },
    config: { permission: "waivers.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return atWaivers(parts, organizationId, async (trx, at) => {
        const { amends } = request.body;
        if (amends !== null) await readWaiver(trx, amends.waiverId, at);
        const id = await beginApplication(trx, { ...request.body, organizationId, by, at });
        return withDecisions(trx, await readApplication(trx, id, at));
      });
    },
  });
  api.route({
    method: "PATCH",
    url: "/api/v1/waiver-applications/:id",
    bodyLimit: FILE_BYTES_MAX,
    schema: {
      summary: "Save what was written: only the members that changed, as often as one types",
      tags,
      params: ById,
      body: ChangeRequest,
      response: { 200: ApplicationMessage },
    },
    config: { permission: "waivers.write" },
    handler: (request, reply) => {
      const { organizationId, by } = callerOf(request);
      const ifVersion = versionOf(request);
      return atWaivers(parts, organizationId, async (trx, at) => {
        const before = await readApplication(trx, request.params.id, at, true);
        assertVersion(before, ifVersion);
        const { title, file } = request.body;
        await saveFile(trx, before, {
          organizationId,
          by,
          at,
          file: changeFile(before.file, file),
          ...(title === undefined ? {} : { title }),
        });
        const saved = await withDecisions(trx, await readApplication(trx, before.id, at));
        reply.header("etag", tagOf(saved.version));
        return saved;
      });
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/waiver-applications/:id/screening",
    schema: {
      summary: "Screen every party of an application on the lists in force, on the spot",
      tags,
      params: ById,
      response: { 200: PartiesMessage },
    },
    config: { permission: "waivers.read", heavy: true },
    handler: async (request) => {
      const { file } = await atWaivers(parts, callerOf(request).organizationId, (trx, at) =>
        readApplication(trx, request.params.id, at),
      );
      return screenParties(parts, partiesOfFile(file));
    },
  });
}

function assertVersion({ id, version }: Application, ifVersion: string | null): void {
  if (ifVersion === null || ifVersion === String(version)) return;
  throw new Fault({ code: "changed-meanwhile", what: `application ${id}`, now: `version ${version}` });
}

function addActs(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "POST",
    url: "/api/v1/waiver-applications/:id/submission",
    schema: {
      summary: "Submit the file as it is to authorities; what is missing is told in words",
      tags,
      params: ById,
      body: Approvals,
      response: { 200: ApplicationMessage },
    },
    config: { permission: "waivers.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return atWaivers(parts, organizationId, async (trx, at) => {
        const made = { organizationId, by, at };
        return withDecisions(
          trx,
          await submitApplication(trx, request.params.id, request.body.approvals, made),
        );
      });
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/waiver-applications/:id/applicant-acts",
    schema: {
      summary: "Answer a question, give notice, appeal, or withdraw",
      tags,
      params: ById,
      body: ApplicantAct,
      response: { 200: ApplicationMessage },
    },
    config: { permission: "waivers.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return atWaivers(parts, organizationId, async (trx, at) =>
        withDecisions(
          trx,
          await applicantActs(trx, request.params.id, request.body, { organizationId, by, at }),
        ),
      );
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/waiver-applications/:id/office-acts",
    schema: {
      summary: "What happens at the authority: forwarded, circulated, held, lifted, objected, asked",
      tags,
      params: ById,
      body: OfficeAct,
      response: { 200: ApplicationMessage },
    },
    config: { permission: "waivers.decide" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return atWaivers(parts, organizationId, async (trx, at) => {
        const event: OfficeEvent = request.body;
        return withDecisions(
          trx,
          await officeActs(trx, request.params.id, event, { organizationId, by, at }),
        );
      });
    },
  });
}

function addDecisions(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "POST",
    url: "/api/v1/waiver-applications/:id/proposals",
    bodyLimit: FILE_BYTES_MAX,
    schema: {
      summary: "Propose what is decided, line by line; another person confirms it",
      tags,
      params: ById,
      body: z.strictObject({ template: z.string().min(1).max(80), proposal: proposalSchema }),
      response: { 200: ApplicationMessage },
    },
    config: { permission: "waivers.decide" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return atWaivers(parts, organizationId, async (trx, at) => {
        const asked = { ...request.body, applicationId: request.params.id, organizationId, by, at };
        return withDecisions(trx, await propose(trx, asked));
      });
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/waiver-applications/:id/countersignature",
    schema: {
      summary: "Confirm another person’s proposal, which grants it, or send it back",
      tags,
      params: ById,
      body: z.strictObject({
        template: z.string().min(1).max(80),
        confirms: z.boolean(),
        reason: z.string().trim().min(10).max(4_000),
      }),
      response: { 200: ApplicationMessage },
    },
    config: { permission: "waivers.decide" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return atWaivers(parts, organizationId, async (trx, at) => {
        const asked = { ...request.body, applicationId: request.params.id, organizationId, by, at };
        return withDecisions(trx, await countersign(trx, parts, asked));
      });
    },
  });
}
