import calendars from "../../../data/waivers/calendars.json" with { type: "json" };
import templates from "../../../data/waivers/templates.json" with { type: "json" };
import { must } from "../../fault.ts";
import type { OfficeCalendar } from "./calendar.ts";
import { readForms, type WaiverForms, type WaiverTemplate } from "./template.ts";

const FORMS: WaiverForms = readForms(templates, calendars);

/** The templates and calendars that ship with Sluice. */
export function bundledForms(): WaiverForms {
  return FORMS;
}

/** A template by its id, or null. */
export function templateNamed(id: string): WaiverTemplate | null {
  return FORMS.templates.find((one) => one.id === id) ?? null;
}

/** The calendar of a template. */
export function calendarOf({ calendar }: WaiverTemplate): OfficeCalendar {
  return must(FORMS.calendars.get(calendar), "every template names a calendar that there is");
}
