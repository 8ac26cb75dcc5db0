import { z } from "zod";
import { needsOf } from "../../engine/check/needs.ts";
import { createWorld } from "../../engine/check/world.ts";
import { transactionSchema } from "../../engine/transaction.ts";
import { applicationFileSchema } from "../../engine/waivers/application.ts";
import { bundledForms } from "../../engine/waivers/bundled-forms.ts";
import { waiverSchema } from "../../engine/waivers/waiver.ts";
import { inOrganization } from "../../platform/database/tenant.ts";
import type { Api, Routes } from "../../platform/http/routes.ts";
import { callerOf } from "../screening/caller.ts";
import { VerdictMessage } from "../screening/checks/messages.ts";
import { recordDaySchema } from "../screening/storable.ts";
import type { OpenWaivers } from "./desk.ts";
import { heldWaivers } from "./held-waivers.ts";
import { TourMessage, waiverTour } from "./tour.ts";

const tags = ["Waiver applications"];
const BODY_BYTES_MAX = 8 * 1024 * 1024;
/** As many as a check takes. */
const WAIVERS_MAX = 100;

const TemplateMessage = z
  .object({
    id: z.string(),
    authority: z.string().nullable(),
    office: z.string(),
    title: z.string(),
    instrument: z.string(),
    calendar: z.string(),
    procedure: z.looseObject({ kind: z.enum(["no-objection", "decision", "notice"]) }).readonly(),
    form: z.array(z.object({ item: z.string(), mark: z.string(), words: z.string() }).readonly()).readonly(),
    validity: z
      .object({ monthsUsual: z.int(), monthsMax: z.int(), shipmentsMax: z.int().nullable() })
      .readonly()
      .nullable(),
    dependsOn: z.array(z.string()).readonly(),
    daysUsual: z.int().describe("How long it took as far as known"),
    appealDays: z.int().nullable(),
    reports: z.array(z.looseObject({ kind: z.string() }).readonly()).readonly(),
    basis: z.enum(["read", "background"]),
    source: z.string(),
  })
  .readonly()
  .meta({ id: "WaiverTemplate" });

const NeedMessage = z
  .object({
    template: z.string(),
    office: z.string(),
    title: z.string(),
    because: z.array(z.string()).readonly(),
    lines: z.array(z.string()).readonly(),
    measures: z.array(z.string()).readonly(),
    isHeld: z.boolean().describe("True where waivers that the organisation holds cover it already"),
    dependsOn: z.array(z.string()).readonly(),
    daysUsual: z.int(),
    basis: z.enum(["read", "background"]),
  })
  .readonly()
  .meta({ id: "WaiverNeed" });

/** Which approvals there are, and which one would need. */
export function needsRoutes(parts: OpenWaivers): Routes {
  return (api) => {
    addTemplates(api);
    addNeeds(api, parts);
    addTour(api);
  };
}

function addTour(api: Api): void {
  api.route({
    method: "GET",
    url: "/api/v1/waiver-tour",
    schema: {
      summary: "The video reunion of 2019 step by step: what to ask for each day, and what must be answered",
      tags,
      response: { 200: TourMessage },
    },
    config: { permission: "waivers.read" },
    handler: async () => waiverTour(),
  });
}

function addTemplates(api: Api): void {
  api.route({
    method: "GET",
    url: "/api/v1/waiver-templates",
    schema: {
      summary: "The kinds of approval that there are, with form, procedure and days",
      tags,
      response: {
        200: z.object({
          templates: z.array(TemplateMessage).readonly(),
          calendars: z
            .array(
              z
                .object({
                  id: z.string(),
                  name: z.string(),
                  zone: z.string(),
                  years: z.array(z.int()).readonly(),
                  basis: z.enum(["read", "background"]),
                })
                .readonly(),
            )
            .readonly(),
        }),
      },
    },
    config: { permission: "waivers.read" },
    handler: async () => {
      const { templates, calendars } = bundledForms();
      return {
        templates: templates.map(({ needed: _, directFiling: __, ...template }) => template),
        calendars: [...calendars.values()].map(({ id, name, zone, years, basis }) => ({
          id,
          name,
          zone,
          years,
          basis,
        })),
      };
    },
  });
}

function addNeeds(api: Api, parts: OpenWaivers): void {
  api.route({
    method: "POST",
    url: "/api/v1/waiver-needs",
    bodyLimit: BODY_BYTES_MAX,
    schema: {
      summary: "What would I need to send this? The approvals with their reasons, and the form begun",
      tags,
      body: z.strictObject({
        transaction: transactionSchema,
        at: recordDaySchema.optional(),
        usNgo: z.boolean().default(false).describe("A non-governmental organisation that US rules bind asks"),
        fundMoney: z.boolean().default(false).describe("The Inter-Korean Cooperation Fund pays"),
        waivers: z
          .array(waiverSchema)
          .max(WAIVERS_MAX)
          .optional()
          .describe("Asked as if these were held, in place of those that the organisation holds"),
      }),
      response: {
        200: z.object({
          verdict: VerdictMessage,
          needs: z.array(NeedMessage).readonly(),
          first: z
            .array(z.string())
            .readonly()
            .describe("What no approval here lifts, and doubts that come before any application"),
          file: applicationFileSchema.describe("The application's file as it can be begun"),
        }),
      },
    },
    config: { permission: "waivers.read", heavy: true },
    handler: async (request) => {
      const { transaction, at, usNgo, fundMoney, waivers } = request.body;
      const { organizationId } = callerOf(request);
      const held =
        waivers ??
        (await inOrganization(parts.database, organizationId, (trx) =>
          heldWaivers(trx, [transaction], parts.now()),
        ));
      const world = createWorld(parts.gate.current().snapshot, held);
      const day = at ?? parts.now().toISOString();
      const { verdict, needs, first, file } = needsOf(world, transaction, day, { usNgo, fundMoney });
      return {
        verdict,
        first,
        file,
        needs: needs.map(({ template, because, lines, measures, isHeld }) => ({
          template: template.id,
          office: template.office,
          title: template.title,
          because,
          lines,
          measures,
          isHeld,
          dependsOn: template.dependsOn,
          daysUsual: template.daysUsual,
          basis: template.basis,
        })),
      };
    },
  });
}
