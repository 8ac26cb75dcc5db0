import { z } from "zod";
import { parseInput } from "../../parse.ts";
import { daySchema } from "../day.ts";
import { moneySchema, quantitySchema } from "../transaction.ts";
import { isZone } from "./zone.ts";

const words = z.string().min(1).max(4_000);

/** One item that a waiver allows: what, under which HS codes, and exactly how much. */
const waiverLineSchema = z
  .strictObject({
    line: words.max(80),
    item: words,
    /** HS chapters, headings or codes; a line of goods is covered where its code lies within one of them. */
    hs: z
      .array(z.string().regex(/^\d{2}(\d{2}){0,4}$/))
      .min(1)
      .max(100)
      .readonly(),
    quantity: quantitySchema,
  })
  .readonly();

/** A bound on what is drawn in each period, beside the bounds of the whole. */
const periodLimitSchema = z
  .discriminatedUnion("of", [
    z.strictObject({
      of: z.literal("line"),
      line: words.max(80),
      each: z.enum(["day", "month", "year"]),
      max: quantitySchema,
    }),
    z.strictObject({ of: z.literal("value"), each: z.enum(["day", "month", "year"]), max: moneySchema }),
    z.strictObject({
      of: z.literal("shipments"),
      each: z.enum(["day", "month", "year"]),
      max: z.int().min(1).max(10_000),
    }),
  ])
  .readonly();
export type PeriodLimit = z.infer<typeof periodLimitSchema>;
export const periodLimitsSchema = z.array(periodLimitSchema).max(50).readonly();

/** A time in which a waiver lies still. `until` is the first instant or day on which it holds again, or null. */
const suspensionSchema = z
  .strictObject({ from: z.string().max(40), until: z.string().max(40).nullable(), reason: words })
  .readonly();

/** What a past shipment has already used. */
const useSchema = z
  .strictObject({
    reference: words.max(200),
    date: daySchema,
    lines: z
      .array(z.strictObject({ line: words.max(80), quantity: quantitySchema }).readonly())
      .max(2_000)
      .readonly(),
    /** What it was worth, where the waiver limits the value. */
    value: moneySchema.exactOptional(),
  })
  .readonly();

export const waiverSchema = z
  .strictObject({
    reference: words.max(200),
    /** The authority that gave it, as measures name it: `un-1718`, `us`. */
    authority: words.max(80),
    title: words,
    /** The document that states it. */
    source: words,
    /** Measures that it lifts, by id. Fail closed: a measure that is not named is not lifted. */
    measures: z.array(words.max(120)).min(1).max(500).readonly(),
    approvedOn: daySchema,
    /** First and last day on which goods may pass. */
    from: daySchema,
    until: daySchema,
    revokedOn: daySchema.nullable().default(null),
    /** Names of all who may take part; null where the authority set no such limit. */
    parties: z.array(words).max(500).readonly().nullable(),
    /** The places passed, in order; null where the authority set no route. */
    route: z.array(words).max(50).readonly().nullable(),
    /** Consignments allowed in all; null where the authority set no number. */
    shipmentsMax: z.int().min(1).max(10_000).nullable(),
    lines: z.array(waiverLineSchema).min(1).max(5_000).readonly(),
    /** What all goods under it may be worth together. */
    valueMax: moneySchema.exactOptional(),
    periodLimits: periodLimitsSchema.exactOptional(),
    /** The authority's time zone (IANA): its days count. Days are UTC's where absent. */
    zone: z.string().max(60).refine(isZone, "an IANA time zone, such as America/New_York").exactOptional(),
    suspensions: z.array(suspensionSchema).max(100).readonly().exactOptional(),
    uses: z.array(useSchema).max(10_000).readonly().default([]),
    conditions: z.array(words).max(100).readonly().default([]),
  })
  .readonly();

/** An authority's permission, as its document states it, with what has been drawn so far. */
export type Waiver = z.infer<typeof waiverSchema>;
export type WaiverLine = z.infer<typeof waiverLineSchema>;

/** A waiver as it came from outside. Throws `input-invalid`. */
export function parseWaiver(value: unknown, file: string): Waiver {
  return parseInput(waiverSchema, value, file);
}
