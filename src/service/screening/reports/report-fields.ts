import { z } from "zod";
import { addBusinessDays } from "../../../engine/business-day.ts";
import { recordDaySchema } from "../storable.ts";

/** The reports that 31 CFR part 501 asks of those who block, reject or hold. */
export const REPORT_KINDS = [
  "blocked-property",
  "rejected-transaction",
  "unblocked-property",
  "annual-blocked-property",
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

const TEXT_CHARS_MAX = 4_000;
const NARRATIVE_CHARS_MAX = 20_000;
const ROWS_MAX = 200;
const HOLDINGS_MAX = 10_000;

const text = z.string().max(TEXT_CHARS_MAX).default("");
const amount = z
  .string()
  .regex(/^\d{1,18}(\.\d{1,6})?$/, "an amount such as 1250 or 1250.75")
  .or(z.literal(""))
  .default("");
const day = recordDaySchema.or(z.literal("")).default("");

const valueSchema = z
  .strictObject({
    amount,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .or(z.literal(""))
      .default(""),
    usd: amount,
    basis: z.enum(["actual", "estimated"]).default("actual"),
  })
  .readonly();

const partySchema = z
  .strictObject({ role: text, name: text, address: text, country: text, account: text })
  .readonly();

const targetSchema = z
  .strictObject({
    name: text,
    list: text,
    entry: text,
    programmes: z.array(z.string().max(200)).max(ROWS_MAX).readonly().default([]),
  })
  .readonly();

const holdingSchema = z
  .strictObject({
    report: z.string().max(100).default(""),
    blockedOn: day,
    owner: text,
    target: text,
    programmes: z.array(z.string().max(200)).max(ROWS_MAX).readonly().default([]),
    description: text,
    location: text,
    references: z.array(z.string().max(200)).max(ROWS_MAX).readonly().default([]),
    value: valueSchema,
  })
  .readonly();

/** On what ground blocked property went: what 31 CFR 501.603(b)(3) asks depends on it. */
export const RELEASE_GROUNDS = [
  "licence",
  "licence-asks-report",
  "delisting",
  "between-own-offices",
  "service-charge",
  "other",
] as const;
export type ReleaseGround = (typeof RELEASE_GROUNDS)[number];

/** The fields of a report; what is not known yet is empty, and `missingFields` names it. */
export const reportFieldsSchema = z
  .strictObject({
    filer: z
      .strictObject({
        name: text,
        address: text,
        contactName: text,
        contactPhone: text,
        contactEmail: text,
      })
      .readonly(),
    /** The day of blocking, rejection or release. */
    eventOn: day,
    legalAuthority: text,
    target: targetSchema,
    parties: z.array(partySchema).max(ROWS_MAX).readonly().default([]),
    property: z
      .strictObject({
        description: text,
        location: text,
        references: z.array(z.string().max(200)).max(ROWS_MAX).readonly().default([]),
      })
      .readonly(),
    value: valueSchema,
    narrative: z.string().max(NARRATIVE_CHARS_MAX).default(""),
    /** Attachments of the alert that go with it: payment instructions, trade documents. */
    copies: z.array(z.string().max(100)).max(ROWS_MAX).readonly().default([]),
    /** Of a release: the licence, or the rule that allows it. */
    releaseAuthority: text,
    /** Of a release: the report of the blocking, and to whom or where the property went. */
    releaseOf: z.string().max(100).exactOptional(),
    releaseGround: z.enum(RELEASE_GROUNDS).exactOptional(),
    releasedTo: z.string().max(TEXT_CHARS_MAX).exactOptional(),
    /** Of an annual report: the year, and what was held on 30 June. */
    year: z.int().min(1990).max(2200).nullable().default(null),
    holdings: z.array(holdingSchema).max(HOLDINGS_MAX).readonly().default([]),
  })
  .readonly();

export type ReportFields = z.infer<typeof reportFieldsSchema>;
export type ReportHolding = ReportFields["holdings"][number];

/** A report with nothing in it yet. */
export const EMPTY_FIELDS: ReportFields = reportFieldsSchema.parse({
  filer: {},
  target: {},
  property: {},
  value: {},
});

/** Business days within which the reports of single events are due (31 CFR 501.603(b) and 501.604(c)). */
const DUE_BUSINESS_DAYS = 10;

/** When a report is due: ten business days after the event; the annual one on 30 September of its year. */
export function reportDueOn(kind: ReportKind, eventOn: string): string {
  if (kind === "annual-blocked-property") return `${eventOn.slice(0, 4)}-09-30`;
  return addBusinessDays(eventOn, DUE_BUSINESS_DAYS, "us-federal");
}

/** Since when a report of what is unblocked or transferred is a general duty (89 FR 40372, of 10 May 2024). */
const RELEASE_DUTY_FROM = "2024-08-08";

/** Since when three grounds are excepted from it (89 FR 81358, of 8 October 2024). */
const RELEASE_EXCEPTIONS_FROM = "2024-11-07";

const EXCEPTIONS: Readonly<Partial<Record<ReleaseGround, string>>> = {
  licence: "it was allowed by a licence that asks for no report",
  delisting: "the person was taken off the SDN List",
  "between-own-offices": "the filer moved it between blocked accounts of its own offices",
};

/**
 * Why a release on this day and ground need not be reported (31 CFR 501.603(b)(3)), in words; null where it must be. A
 * licence that asks for a report is always obeyed.
 */
export function whyNotReported(ground: ReleaseGround | undefined, releasedOn: string): string | null {
  if (ground === "licence-asks-report") return null;
  if (releasedOn < RELEASE_DUTY_FROM)
    return "before 8 August 2024 a release was reported only where a licence asked for it";
  if (ground === "service-charge") return "it was an authorized debit for a normal service charge";
  if (ground === undefined || releasedOn < RELEASE_EXCEPTIONS_FROM) return null;
  return EXCEPTIONS[ground] ?? null;
}

/** What each report is, and where the law asks for it. */
export const REPORT_TITLES: Readonly<
  Record<ReportKind, { readonly title: string; readonly citation: string }>
> = {
  "blocked-property": { title: "Report of blocked property", citation: "31 CFR 501.603(b)(1)" },
  "rejected-transaction": { title: "Report of a rejected transaction", citation: "31 CFR 501.604" },
  "unblocked-property": {
    title: "Report of unblocked or transferred blocked property",
    citation: "31 CFR 501.603(b)(3)",
  },
  "annual-blocked-property": {
    title: "Annual report of blocked property (TD F 90-22.50)",
    citation: "31 CFR 501.603(b)(2)",
  },
};

/** Something that the law asks a report to state, by the field that states it. */
export const REPORT_NEEDS = {
  "filer.name": "the filer's name",
  "filer.address": "the filer's address",
  "filer.contactName": "a contact at the filer",
  "filer.contactPhone": "the contact's telephone or e-mail",
  eventOn: "the day of the event",
  legalAuthority: "the legal authority or programme",
  "target.name": "the sanctions target",
  parties: "a party",
  "property.description": "a description of the property",
  "property.references": "an account or reference number",
  "property.location": "where the property is",
  "value.amount": "the value",
  releaseAuthority: "the licence or rule that allows the release",
  year: "the year",
  holdings: "what was held on 30 June",
} as const;
type Need = keyof typeof REPORT_NEEDS;

/** A need of a report, and whether the report states it. */
export type ReportNeed = { readonly field: Need; readonly met: boolean };

const STATES: Readonly<Record<Need, (fields: ReportFields) => boolean>> = {
  "filer.name": ({ filer }) => filer.name !== "",
  "filer.address": ({ filer }) => filer.address !== "",
  "filer.contactName": ({ filer }) => filer.contactName !== "",
  "filer.contactPhone": ({ filer }) => filer.contactPhone + filer.contactEmail !== "",
  eventOn: ({ eventOn }) => eventOn !== "",
  legalAuthority: ({ legalAuthority }) => legalAuthority !== "",
  "target.name": ({ target }) => target.name !== "",
  parties: ({ parties }) => parties.some(({ name }) => name !== ""),
  "property.description": ({ property }) => property.description !== "",
  "property.references": ({ property }) => property.references.length > 0,
  "property.location": ({ property }) => property.location !== "",
  "value.amount": ({ value }) => value.amount !== "" && value.currency !== "",
  releaseAuthority: ({ releaseAuthority }) => releaseAuthority !== "",
  year: ({ year }) => year !== null,
  holdings: ({ holdings }) => holdings.length > 0,
};

const FILER = ["filer.name", "filer.address", "filer.contactName", "filer.contactPhone"] as const;
const EVENT = [
  "eventOn",
  "legalAuthority",
  "target.name",
  "parties",
  "property.description",
  "property.references",
  "value.amount",
] as const;

const NEEDS: Readonly<Record<ReportKind, readonly Need[]>> = {
  "blocked-property": [...EVENT, "property.location", ...FILER],
  "rejected-transaction": [...EVENT, ...FILER],
  "unblocked-property": [...EVENT, "releaseAuthority", ...FILER],
  "annual-blocked-property": ["year", "holdings", ...FILER],
};

/** What the law asks this report to state, and which of it is stated, in the order of the form. */
export function reportNeeds(kind: ReportKind, fields: ReportFields): readonly ReportNeed[] {
  return NEEDS[kind].map((field) => ({ field, met: STATES[field](fields) }));
}

/** What the law asks for that the report does not state yet, in words; none where it can be filed. */
export function missingFields(kind: ReportKind, fields: ReportFields): readonly string[] {
  return reportNeeds(kind, fields).flatMap(({ field, met }) => (met ? [] : [REPORT_NEEDS[field]]));
}

/** Where a report stands, which follows from its fields and the day. */
export const REPORT_STATES = ["draft", "ready", "overdue", "filed", "not-required"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Why this report need not be filed, in words; null where it must be. */
export function notRequired(report: {
  readonly kind: ReportKind;
  readonly fields: ReportFields;
}): string | null {
  const { releaseGround, eventOn } = report.fields;
  return report.kind === "unblocked-property" ? whyNotReported(releaseGround, eventOn) : null;
}

/** The state of a report on a day (YYYY-MM-DD). */
export function reportState(
  report: {
    readonly kind: ReportKind;
    readonly fields: ReportFields;
    readonly dueOn: string;
    readonly filedOn: string | null;
  },
  today: string,
): ReportState {
  if (report.filedOn !== null) return "filed";
  if (notRequired(report) !== null) return "not-required";
  if (today > report.dueOn) return "overdue";
  return missingFields(report.kind, report.fields).length === 0 ? "ready" : "draft";
}
