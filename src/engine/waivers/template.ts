import { z } from "zod";
import { Fault } from "../../fault.ts";
import { parseData } from "../../parse.ts";
import { APPLICANT_KINDS } from "./application.ts";
import { calendarSchema, type OfficeCalendar } from "./calendar.ts";

const words = z.string().min(1);

/** How an authority comes to its decision. */
const procedureSchema = z.discriminatedUnion("kind", [
  /** Members are asked; who is silent when the time is over has not objected. */
  z
    .strictObject({
      kind: z.literal("no-objection"),
      workingDays: z.int().min(1),
      urgentWorkingDays: z.int().min(1),
      /** The time of day, there, at which the last day ends. */
      closesAt: z.string().regex(/^\d{2}:\d{2}$/),
      members: z.int().min(1),
      /** A hold ends by itself after so long, and can be extended once by as much. */
      holdMonthsMax: z.int().min(1),
    })
    .readonly(),
  /** An officer decides. */
  z.strictObject({ kind: z.literal("decision") }).readonly(),
  /** The authority is told in advance, and may object within a time. */
  z
    .strictObject({
      kind: z.literal("notice"),
      daysBefore: z.int().min(1),
      objectionDays: z.int().min(1),
    })
    .readonly(),
]);

const reportSchema = z
  .strictObject({
    kind: z.enum(["delivery", "implementation", "diversion-risk"]),
    /** So many days after each shipment, or after the last day of the waiver. */
    after: z.enum(["shipment", "end"]),
    days: z.int().min(0),
    words,
  })
  .readonly();
export type ReportRule = z.infer<typeof reportSchema>;

/** The items that a form may ask for, by the member of the application's file. */
export const FORM_ITEMS = [
  "applicant",
  "nature",
  "recipients",
  "reason",
  "description",
  "transfer-dates",
  "transfer-routes",
  "parties",
  "payments",
  "annex",
  "anti-diversion",
  "changes",
  "state-notice",
] as const;
export type FormItem = (typeof FORM_ITEMS)[number];

const templateSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** As measures name it; null for an approval that lifts no measure here (a crossing, a fund). */
    authority: z.string().nullable(),
    office: words,
    title: words,
    instrument: words,
    calendar: z.string(),
    procedure: procedureSchema,
    /** When it is needed: a prohibition by a measure whose id begins so, or one of the facts. */
    needed: z
      .strictObject({
        measures: z.array(z.string()).readonly(),
        facts: z
          .array(z.enum(["from-kr-to-kp", "crosses-mdl", "us-ngo", "fund-money", "into-kp"]))
          .readonly(),
      })
      .readonly(),
    /** What the form asks for: item, the mark that it has there, and its words. */
    form: z
      .array(z.strictObject({ item: z.enum(FORM_ITEMS), mark: z.string(), words }).readonly())
      .readonly(),
    validity: z
      .strictObject({
        monthsUsual: z.int().min(1),
        monthsMax: z.int().min(1),
        shipmentsMax: z.int().min(1).nullable(),
      })
      .readonly()
      .nullable(),
    /** Approvals without which it is not given, or which it must not outlive. */
    dependsOn: z.array(z.string()).readonly(),
    /** How long it took as far as known, in days: for warnings, never for a promise. */
    daysUsual: z.int().min(0),
    appealDays: z.int().min(1).nullable(),
    directFiling: z
      .strictObject({
        kinds: z.array(z.enum(APPLICANT_KINDS)).readonly(),
        exemptions: z.int().min(1),
        months: z.int().min(1),
        emergency: z.boolean(),
      })
      .readonly()
      .nullable(),
    reports: z.array(reportSchema).readonly(),
    basis: z.enum(["read", "background"]),
    source: words,
  })
  .readonly();

/** One kind of approval: its authority, form, days and calendar, as data. */
export type WaiverTemplate = z.infer<typeof templateSchema>;

/** All templates and the calendars that they count by. */
export type WaiverForms = {
  readonly templates: readonly WaiverTemplate[];
  readonly calendars: ReadonlyMap<string, OfficeCalendar>;
};

/** Reads templates and calendars. Throws `data-invalid` with the place and the reason; every reference must lead somewhere. */
export function readForms(templates: unknown, calendars: unknown): WaiverForms {
  const invalid = (file: string, where: string, reason: string): Fault =>
    new Fault({ code: "data-invalid", file, where, reason });
  const document = z.strictObject({ note: z.string(), templates: z.array(templateSchema).readonly() });
  const offices = z.strictObject({ note: z.string(), calendars: z.array(calendarSchema).readonly() });
  const forms = parseData(document, templates, "data/waivers/templates.json").templates;
  const known = new Map(
    parseData(offices, calendars, "data/waivers/calendars.json").calendars.map((one) => [one.id, one]),
  );
  const ids = new Set(forms.map(({ id }) => id));
  for (const { id, calendar, dependsOn } of forms) {
    if (!known.has(calendar)) throw invalid("data/waivers/templates.json", id, `no calendar ${calendar}`);
    const missing = dependsOn.find((one) => !ids.has(one));
    if (missing !== undefined) throw invalid("data/waivers/templates.json", id, `no template ${missing}`);
  }
  return { templates: forms, calendars: known };
}
