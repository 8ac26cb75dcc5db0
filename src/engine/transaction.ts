import { z } from "zod";
import { parseInput } from "../parse.ts";
import { daySchema } from "./day.ts";
import { isSchema } from "./entity/model.ts";
import { readBounds } from "./network/ownership/bounds.ts";
import { partyFlagsSchema } from "./redflags/party-flags.ts";

/** Bounds of one transaction: the largest real cases (a container's manifest, a payroll) are far below them. */
export const TRANSACTION_LIMITS = {
  partiesMax: 200,
  relatedMax: 100,
  recordsMax: 60,
  linesMax: 2_000,
  valuesMax: 500,
  textCharsMax: 4_000,
  routeMax: 50,
} as const;

const text = z.string().max(TRANSACTION_LIMITS.textCharsMax);
const words = text.min(1);
const country = z.string().regex(/^[A-Z]{2}$/, "a country is two capital letters (ISO 3166-1), such as KP");
const integer = z
  .string()
  .regex(/^(0|[1-9]\d{0,29})$/, "an exact whole number of at most 30 digits, as text");
const scale = z.int().min(0).max(12);

/** An exact amount: an integer count of `10^-scale` of a unit, so that 12.50 is `{ amount: "1250", scale: 2 }`. */
export const quantitySchema = z.strictObject({ amount: integer, scale, unit: words.max(40) }).readonly();
export type Quantity = z.infer<typeof quantitySchema>;

/** An exact amount of money, by the currency's ISO 4217 code. */
export const moneySchema = z
  .strictObject({
    amount: integer,
    scale,
    currency: z.string().regex(/^[A-Z]{3}$/, "a currency is three capital letters (ISO 4217), such as USD"),
  })
  .readonly();
export type Money = z.infer<typeof moneySchema>;

/** Exceptions that measures make, by what the parties rely on. */
export const exceptionSchema = z.enum([
  "civil-aircraft-spares",
  "food-or-medicine",
  "humanitarian-2664",
  /** A licence of the US Department of Commerce: since 16 February 2024 no second one of OFAC is needed. */
  "us-commerce-licensed",
  /** 31 CFR 510.512: activities of NGOs, notified to the State Department 30 days before. */
  "us-ngo-activities",
  /** 31 CFR 510.511: personal remittances, at most USD 5,000 a year. */
  "us-personal-remittance",
]);
export const serviceKindSchema = z.enum(["it-work", "labour", "financial", "transport", "other"]);

const properties = z
  .record(z.string().max(80), z.array(words).max(TRANSACTION_LIMITS.valuesMax).readonly())
  .readonly();

const subjectShape = {
  id: words.exactOptional(),
  /** A FollowTheMoney schema: Person, Company, Organization, LegalEntity, Vessel … */
  schema: words.max(80).refine(isSchema, "a FollowTheMoney schema, such as Person, Company or LegalEntity"),
  properties,
};

/** What an owner has, where it is not a stake: votes, the right to the board, control, or a stake as somebody's nominee. */
const ownerInterestSchema = z.enum([
  "ownership",
  "votes",
  "board-majority",
  "control",
  "influence",
  "nominee",
]);

/** How another person or company stands to a party; `owner` may state a share in percent, such as "50", "33.3" or "25-50". */
const relatedSchema = z
  .strictObject({
    relation: z.enum(["owner", "director", "founder", "employee", "subsidiary", "family", "other"]),
    share: z
      .string()
      .refine(
        (text) => typeof readBounds(text) !== "string",
        "a share in percent, such as 50, 33.3 or 25-50, at most 100",
      )
      .exactOptional(),
    interest: ownerInterestSchema.exactOptional(),
    /** The days from which and before which the relation stands; always where absent. */
    from: daySchema.exactOptional(),
    until: daySchema.exactOptional(),
    /** Id of the related subject that the relation is to; the party itself where absent. */
    of: words.max(200).exactOptional(),
    /** Who says so, where it is not the transaction's own papers. */
    source: words.max(400).exactOptional(),
    subject: z.strictObject(subjectShape).readonly(),
  })
  .readonly();
export type RelatedParty = z.infer<typeof relatedSchema>;

/** The part a party plays. Free words are kept in `roleNote`. */
const roleSchema = z.enum([
  "payer",
  "payee",
  "payer-bank",
  "payee-bank",
  "intermediary",
  "supplier",
  "manufacturer",
  "carrier",
  "forwarder",
  "vessel",
  "consignee",
  "end-user",
  "employer",
  "worker",
  "applicant",
  "other",
]);

/**
 * What the asker's own records know of the party and of those that facts join to it, as they stood when they were
 * gathered: a check is decided by what it holds, and can be decided again.
 */
const recordsSchema = z
  .strictObject({
    /** Id of the record that is the party's own. */
    self: words.max(200),
    parties: z
      .array(z.strictObject({ ...subjectShape, id: words.max(200), seen: daySchema.nullable() }).readonly())
      .min(1)
      .max(TRANSACTION_LIMITS.recordsMax)
      .readonly(),
    /** Facts that more have than are told here, with how many: what many have joins nobody. */
    sharers: z
      .array(z.strictObject({ fact: words, parties: z.int().min(0) }).readonly())
      .max(TRANSACTION_LIMITS.recordsMax * 20)
      .readonly(),
    /** Records that a person has confirmed to be one party. */
    same: z
      .array(z.strictObject({ a: words.max(200), b: words.max(200), reason: text }).readonly())
      .max(TRANSACTION_LIMITS.recordsMax)
      .readonly(),
  })
  .readonly();
export type PartyRecords = z.infer<typeof recordsSchema>;

/** A party to a transaction: what is known of it as a subject, its role, and whom its own records name beside it. */
const partySchema = z
  .strictObject({
    ...subjectShape,
    role: roleSchema,
    roleNote: text.exactOptional(),
    related: z.array(relatedSchema).max(TRANSACTION_LIMITS.relatedMax).readonly().exactOptional(),
    records: recordsSchema.exactOptional(),
    /** What the accounts behind the party do, where it is paid by a platform. */
    redFlags: partyFlagsSchema.exactOptional(),
  })
  .readonly();
export type Party = z.infer<typeof partySchema>;

/** One line of goods. */
const goodsLineSchema = z
  .strictObject({
    line: words.max(80),
    description: words,
    /** HS code of 2, 4, 6, 8 or 10 digits (dots and spaces are allowed), or null where it is not known. */
    hs: z.string().max(20).nullable(),
    quantity: quantitySchema,
    /** What one unit is worth: some measures begin at a value. */
    unitValue: moneySchema.exactOptional(),
    origin: country.exactOptional(),
    /** Export-control regimes that the line is subject to: `ear`. An empty list states that there are none. */
    controls: z
      .array(z.enum(["ear"]))
      .max(10)
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type GoodsLine = z.infer<typeof goodsLineSchema>;

/** A service, job or transfer of knowledge. */
const serviceLineSchema = z
  .strictObject({
    line: words.max(80),
    description: words,
    kind: serviceKindSchema,
  })
  .readonly();

/** An exception in a measure that the parties rely on. It never permits by itself: a person must verify it. */
const claimSchema = z
  .strictObject({
    exception: exceptionSchema,
    about: words.max(80),
    evidence: words,
  })
  .readonly();

/** What was supplied under a measure's cap so far in the period, as its keeper published it. */
const capUseSchema = z
  .strictObject({
    /** Id of the measure. */
    measure: words.max(200),
    used: quantitySchema,
    /** First day of the period that it counts for. */
    period: daySchema,
    source: words,
  })
  .readonly();

export const transactionSchema = z
  .strictObject({
    /** `party`: nothing is to move yet; somebody is asked about before any dealing. */
    kind: z.enum(["payment", "shipment", "hire", "project", "party"]),
    reference: words.max(200),
    purpose: text,
    parties: z.array(partySchema).max(TRANSACTION_LIMITS.partiesMax).readonly(),
    goods: z.array(goodsLineSchema).max(TRANSACTION_LIMITS.linesMax).readonly().default([]),
    services: z.array(serviceLineSchema).max(TRANSACTION_LIMITS.linesMax).readonly().default([]),
    from: country.nullable().default(null),
    to: country.nullable().default(null),
    /** Places passed in order, by UN/LOCODE or name; empty where not known. */
    route: z.array(words).max(TRANSACTION_LIMITS.routeMax).readonly().default([]),
    funds: moneySchema.nullable().default(null),
    /** Jurisdictions whose rules bind the transaction beside the United Nations': `us`, `eu`, `gb`, `ca`, `kr`. */
    jurisdictions: z
      .array(z.string().regex(/^[a-z]{2}$/))
      .max(30)
      .readonly()
      .default([]),
    /** References of waivers that the parties rely on; all those given to the check are tried where this is empty. */
    waivers: z.array(words).max(100).readonly().default([]),
    claims: z.array(claimSchema).max(100).readonly().default([]),
    /** What is already used of the caps that the goods fall under. */
    capUses: z.array(capUseSchema).max(20).readonly().exactOptional(),
  })
  .readonly();

/** What would happen: the question of a check. Countries are ISO 3166-1 alpha-2, places UN/LOCODE. */
export type Transaction = z.infer<typeof transactionSchema>;

/** A transaction as a caller writes it: members with a default may be left out. */
export type TransactionInput = z.input<typeof transactionSchema>;

/** A transaction as it came from outside, with the defaults filled in. Throws `input-invalid`. */
export function parseTransaction(value: unknown, file: string): Transaction {
  return parseInput(transactionSchema, value, file);
}
