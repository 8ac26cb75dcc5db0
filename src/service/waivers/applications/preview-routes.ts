import { z } from "zod";
import { calendarOf } from "../../../engine/waivers/bundled-forms.ts";
import { applicationEventSchema, courseOf, proposalSchema } from "../../../engine/waivers/course.ts";
import { changesBetween, waiverOf } from "../../../engine/waivers/grant.ts";
import { proposalReasons } from "../../../engine/waivers/rules.ts";
import { Fault } from "../../../fault.ts";
import { DOCUMENT_LANGUAGES } from "../../../korean/documents.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import { ById, callerOf } from "../../screening/caller.ts";
import type { OpenWaivers } from "../desk.ts";
import { letterOf, letterSchema } from "../letters/letter.ts";
import { draftPdf } from "../letters/letter-pdf.ts";
import { CourseMessage } from "../messages.ts";
import { atWaivers } from "../tables.ts";
import { readWaiver } from "../waiver-store.ts";
import { readApplication, templateOrFault } from "./application-store.ts";
import { courseIn } from "./submit.ts";

const tags = ["Waiver applications"];
const BODY_BYTES_MAX = 8 * 1024 * 1024;
/** More than any procedure of a Committee had: fifteen members, each of whom holds, asks and lifts a few times. */
const EVENTS_MAX = 500;

/** What would come of it: the letter before anybody signs it, and an authority's clock before anything happens. */
export function previewRoutes(parts: OpenWaivers): Routes {
  return (api) => {
    addPreview(api, parts);
    addClock(api);
  };
}

function addPreview(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "POST",
    url: "/api/v1/waiver-applications/:id/preview",
    bodyLimit: BODY_BYTES_MAX,
    schema: {
      summary:
        "The letter that a proposal would give, as a draft, and what stands against it; nothing is kept",
      tags,
      params: ById,
      querystring: z.object({
        format: z.enum(["json", "pdf"]).default("json"),
        language: z.enum(DOCUMENT_LANGUAGES).default("en").describe("Of the paper"),
      }),
      body: z.strictObject({ template: z.string().min(1).max(80), proposal: proposalSchema }),
      response: {
        200: z.object({
          letter: letterSchema.nullable().describe("Null where no line would be approved"),
          reasons: z.array(z.string()).readonly().describe("Why it cannot be proposed as it is"),
          changes: z.array(z.string()).readonly().describe("What it changes in the waiver that it amends"),
        }),
      },
    },
    config: { permission: "waivers.read" },
    handler: async (request, reply) => {
      const { organizationId } = callerOf(request);
      const { template: id, proposal } = request.body;
      const answer = await atWaivers(parts, organizationId, async (trx, at) => {
        const application = await readApplication(trx, request.params.id, at);
        const template = templateOrFault(id);
        const office = { template, calendar: calendarOf(template) };
        const course = { ...courseIn(application, id, at), decision: null };
        const reasons = proposalReasons(proposal, application.file, course, office, at.toISOString());
        const terms = waiverOf(proposal, application.file, office);
        if (terms === null) return { letter: null, reasons, changes: [] };
        const amended =
          application.waiverId === null ? null : await readWaiver(trx, application.waiverId, at);
        const facts = {
          id: "draft",
          organization: organizationId,
          waiverId: amended?.id ?? "",
          version: (amended?.version ?? 0) + 1,
          replaces: null,
          at,
          publicUrl: parts.publicUrl,
        };
        const letter = letterOf(terms, facts, { keyId: parts.signer?.keyId ?? "" });
        return { letter, reasons, changes: amended === null ? [] : changesBetween(amended.terms, terms) };
      });
      if (request.query.format === "json") return answer;
      if (answer.letter === null)
        throw new Fault({ code: "rule-broken", rule: "letter", reason: "no line would be approved" });
      return (
        reply
          .header("content-type", "application/pdf")
          .header("content-disposition", 'attachment; filename="draft.pdf"')
          // A document in place of the answer that the schema describes.
          .serializer((bytes: unknown) => bytes as string)
          .send((await draftPdf(answer.letter, request.query.language)) as never)
      );
    },
  });
}

function addClock(api: Api): void {
  api.route({
    method: "POST",
    url: "/api/v1/waiver-courses",
    schema: {
      summary: "How an authority’s course would stand at an instant after these events; nothing is kept",
      tags,
      body: z.strictObject({
        template: z.string().min(1).max(80),
        at: z.iso.datetime().describe("The instant asked about, in UTC"),
        events: z
          .array(z.strictObject({ at: z.iso.datetime(), event: applicationEventSchema }).readonly())
          .max(EVENTS_MAX)
          .readonly()
          .describe("In the order in which they happen"),
      }),
      response: { 200: CourseMessage },
    },
    config: { permission: "waivers.read" },
    handler: async (request) => {
      const template = templateOrFault(request.body.template);
      // Instants are compared as text: all of them in one form.
      const instant = (at: string) => new Date(at).toISOString();
      const events = request.body.events.map(({ at, event }) => ({ at: instant(at), event }));
      return courseOf(template, calendarOf(template), events, instant(request.body.at));
    },
  });
}
