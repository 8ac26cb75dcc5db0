import { z } from "zod";
import { parseInput } from "../../parse.ts";
import { daySchema } from "../day.ts";
import { isSchema } from "../entity/model.ts";
import { moneySchema, quantitySchema } from "../transaction.ts";

/** Bounds of an application: UNICEF's largest annex that was reported had 56 lines. */
export const APPLICATION_LIMITS = {
  linesMax: 2_000,
  partiesMax: 200,
  transfersMax: 50,
  textCharsMax: 20_000,
} as const;

// A form saves as one types: every text may be empty, every fact unknown. What is missing is told, never refused.
const text = z.string().max(APPLICATION_LIMITS.textCharsMax).default("");
const short = z.string().max(400).default("");
const day = daySchema.nullable().default(null);
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, "a country is two capital letters (ISO 3166-1)")
  .nullable()
  .default(null);

/** Who applies, as routes of filing tell applicants apart. */
export const APPLICANT_KINDS = [
  "member-state",
  "un-agency",
  "red-cross-or-ioc",
  "international-organization",
  "ngo",
  "company",
] as const;

export const FILING_ROUTES = ["member-state", "resident-coordinator", "secretary", "direct"] as const;

/** One row of the annex: what is asked for. */
export const annexLineSchema = z
  .strictObject({
    line: z.string().min(1).max(80),
    item: short,
    hs: z.string().max(20).nullable().default(null),
    quantity: quantitySchema.nullable().default(null),
    unitValue: moneySchema.nullable().default(null),
    origin: country,
    maker: short,
    specification: text,
    supplier: short,
    /** Number of the shipment it goes with, counted from 1. */
    shipment: z.int().min(1).max(APPLICATION_LIMITS.transfersMax).nullable().default(null),
    shipOn: day,
    /** Number on a list of dual-use goods, where it has one; empty where it was looked up and has none. */
    controlNumber: z.string().max(40).nullable().default(null),
  })
  .readonly();
export type AnnexLine = z.infer<typeof annexLineSchema>;

const partySchema = z
  .strictObject({
    role: z.enum([
      "applicant",
      "supplier",
      "manufacturer",
      "carrier",
      "forwarder",
      "bank",
      "consignee",
      "end-user",
      "other",
    ]),
    schema: z
      .string()
      .max(80)
      .refine(isSchema, "a FollowTheMoney schema, such as Organization")
      .default("LegalEntity"),
    properties: z
      .record(z.string().max(80), z.array(z.string().min(1).max(4_000)).max(100).readonly())
      .readonly()
      .default({}),
  })
  .readonly();

const transferSchema = z
  .strictObject({
    from: day,
    until: day,
    route: z.array(z.string().min(1).max(200)).max(50).readonly().default([]),
    method: short,
    departure: short,
    entry: short,
  })
  .readonly();

export const applicationFileSchema = z
  .strictObject({
    applicant: z
      .strictObject({
        name: short,
        kind: z.enum(APPLICANT_KINDS).nullable().default(null),
        country,
        contact: text,
        /** Exemptions it was given before, with the day of each: two in 18 months open the way of direct filing. */
        exemptions: z
          .array(z.strictObject({ reference: z.string().min(1).max(200), approvedOn: daySchema }).readonly())
          .max(100)
          .readonly()
          .default([]),
        trackRecord: text,
      })
      .readonly()
      .prefault({}),
    /** Templates of the approvals that are asked for. */
    approvals: z.array(z.string().min(1).max(80)).max(30).readonly().default([]),
    route: z.enum(FILING_ROUTES).nullable().default(null),
    emergency: z.boolean().default(false),
    emergencyReason: text,
    /** Item a. */
    nature: text,
    /** Item b. */
    recipients: z
      .array(z.strictObject({ name: short, place: short }).readonly())
      .max(200)
      .readonly()
      .default([]),
    beneficiaryCriteria: text,
    /** Item c. */
    reason: text,
    provisions: z.array(z.string().min(1).max(200)).max(100).readonly().default([]),
    /** Item d. */
    description: text,
    /** Items e and f. */
    transfers: z.array(transferSchema).max(APPLICATION_LIMITS.transfersMax).readonly().default([]),
    /** Item g. */
    parties: z.array(partySchema).max(APPLICATION_LIMITS.partiesMax).readonly().default([]),
    /** Item h. */
    payments: z
      .array(
        z
          .strictObject({
            amount: moneySchema.nullable().default(null),
            payer: short,
            payee: short,
            banks: z.array(z.string().min(1).max(200)).max(20).readonly().default([]),
            on: day,
          })
          .readonly(),
      )
      .max(200)
      .readonly()
      .default([]),
    noPayments: z.boolean().default(false),
    /** Items d and i: the annex. */
    lines: z.array(annexLineSchema).max(APPLICATION_LIMITS.linesMax).readonly().default([]),
    /** What the annex says that its lines come to, where a cover letter states it. */
    statedTotal: moneySchema.nullable().default(null),
    /** Item j. */
    antiDiversion: text,
    from: day,
    until: day,
    /** Why a longer time or more shipments than usual are needed. */
    periodReason: text,
    goingFrom: country,
    goingTo: country,
    /** What an amendment or extension changes, in words. */
    changes: text,
    /** Numbers of earlier licences and cases. */
    earlierCases: text,
    notifiedStateOn: day,
  })
  .readonly();

/** An application as it is being written: one file for all authorities that are asked. */
export type ApplicationFile = z.infer<typeof applicationFileSchema>;

/** An empty file. */
export const EMPTY_APPLICATION: ApplicationFile = applicationFileSchema.parse({});

/** The file with some members replaced by those of `change`. Throws `input-invalid` for what no file has. */
export function changeFile(
  file: ApplicationFile,
  change: Readonly<Record<string, unknown>>,
): ApplicationFile {
  return parseInput(applicationFileSchema, { ...file, ...change }, "application");
}
