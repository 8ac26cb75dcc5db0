import { z } from "zod";
import { Fault } from "../../fault.ts";
import { parseData } from "../../parse.ts";
import { daySchema } from "../day.ts";
import { sha256 } from "../digest.ts";
import { canonicalJson, type Json } from "../json.ts";
import { exceptionSchema, moneySchema, quantitySchema, serviceKindSchema } from "../transaction.ts";

const hs = z.string().regex(/^\d{2}(\d{2}){0,4}$/, "an HS chapter, heading or code of 2 to 10 digits");

const countryCode = z.string().regex(/^[A-Z]{2}$/);

/** What a measure reaches. */
const scopeSchema = z.discriminatedUnion("kind", [
  /** Goods that go to, or come from, the country. `hs` null: all goods. */
  z
    .strictObject({
      kind: z.literal("goods"),
      hs: z.array(hs).min(1).readonly().nullable(),
      /** Codes that the paragraph leaves out on a condition, which a person must judge. */
      except: z.array(hs).readonly().exactOptional(),
      /** Only goods under this regime of export control. It follows the goods, whoever ships them. */
      control: z.enum(["ear"]).exactOptional(),
      /** Only goods that leave this country, or whose supplier is of it. */
      suppliedFrom: countryCode.exactOptional(),
      /** Only goods that are brought into this country, or whose receiver is of it. */
      deliveredTo: countryCode.exactOptional(),
      /** Only items worth more than this each. */
      itemValueAbove: moneySchema.exactOptional(),
    })
    .readonly(),
  /** Services to or from the country, by kind. */
  z
    .strictObject({
      kind: z.literal("services"),
      services: z.array(serviceKindSchema).min(1).readonly(),
    })
    .readonly(),
  /** Paid work by the country's nationals. */
  z.strictObject({ kind: z.literal("workers") }).readonly(),
  /** Projects with parties of the country. */
  z.strictObject({ kind: z.literal("projects") }).readonly(),
  /** Those on a list. `programmes` null: every listing there that no measure for its own programme reaches. */
  z
    .strictObject({
      kind: z.literal("listed"),
      lists: z.array(z.string()).min(1).readonly(),
      programmes: z.array(z.string()).readonly().nullable(),
    })
    .readonly(),
]);

/** A quantity that may be supplied in each period, in one or several units, any of which is enough to reach it. */
const capSchema = z
  .strictObject({
    limits: z.array(quantitySchema).min(1).readonly(),
    period: z.enum(["calendar-year", "twelve-months"]),
    /** Shares of the cap, in percent, at which the Committee gives notice. */
    noticesPercent: z.array(z.int().min(1).max(100)).readonly(),
  })
  .readonly();
export type Cap = z.infer<typeof capSchema>;

/** One prohibition (or requirement of a decision), dated and cited. */
const measureSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9.-]+$/),
    programme: z.string(),
    instrument: z.string(),
    paragraph: z.string(),
    /** What it forbids, as the middle of a sentence: “the supply of industrial machinery to North Korea”. */
    forbids: z.string(),
    /** ISO 3166-1 alpha-2, or null where no country is meant. */
    country: countryCode.nullable(),
    direction: z.enum(["to", "from", "any"]),
    scope: scopeSchema,
    /** Whom it binds: `all` for the United Nations, else a jurisdiction. */
    binds: z.string().regex(/^(all|[a-z]{2})$/),
    /**
     * `refers`: the paragraph turns on facts that a person must judge (caps, intent). `notes`: it reaches everything in
     * principle, and only a State can say that it reaches this.
     */
    effect: z.enum(["prohibits", "refers", "notes"]),
    /** What a person must judge, where the effect is `refers` or a code is among those `except`. */
    question: z.string().exactOptional(),
    /** The supply is forbidden beyond this; what was supplied so far is a fact that the transaction states. */
    cap: capSchema.exactOptional(),
    /** Exceptions made by the paragraph itself or by a later act, with their first day; a claim to one refers. */
    exceptions: z
      .array(z.strictObject({ exception: exceptionSchema, from: daySchema }).readonly())
      .readonly(),
    /** Authorities that must each agree before the forbidden may pass; empty: nobody can waive it. */
    authorities: z.array(z.string()).readonly(),
    from: daySchema,
    /** First day on which it no longer holds, or null. */
    until: daySchema.nullable(),
    basis: z.enum(["read", "background"]),
    source: z.string(),
  })
  .readonly();

export type Measure = z.infer<typeof measureSchema>;

/** All measures that a check reads, with the hash that names them in a receipt. */
export type Measures = { readonly all: readonly Measure[]; readonly hash: string };

/** Validates measures and names them by content. Throws `data-invalid` with the place and the reason; ids are unique. */
export function readMeasures(
  documents: readonly { readonly file: string; readonly value: unknown }[],
): Measures {
  const schema = z.strictObject({ note: z.string(), measures: z.array(measureSchema) });
  const all = documents.flatMap(({ file, value }) => parseData(schema, value, file).measures);
  const seen = new Set<string>();
  for (const { id } of all) {
    if (seen.has(id))
      throw new Fault({ code: "data-invalid", file: "measures", where: id, reason: "the id is used twice" });
    seen.add(id);
  }
  all.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { all, hash: sha256(canonicalJson(all as unknown as Json)) };
}

/** True where the measure is in force on the day (YYYY-MM-DD). */
export function inForceOn(measure: Measure, day: string): boolean {
  return measure.from <= day && (measure.until === null || day < measure.until);
}
