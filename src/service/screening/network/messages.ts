import { z } from "zod";
import { daySchema } from "../../../engine/day.ts";
import { isPartialDate } from "../../../engine/entity/partial-date.ts";
import { INTERESTS } from "../../../engine/network/ownership/graph.ts";
import { POLICIES } from "../../../engine/network/ownership/policy.ts";

/** An id in the network: the organisation's own number, a subject's, or a listed party's. */
const PartyId = z.string().min(1).max(400);
const text = (max: number) => z.string().trim().min(1).max(max);

/** A party in an address. */
export const ByParty = z.object({ id: PartyId });

/** By which law, and on which day: today where it is left out. */
export const NetworkQuery = z.object({ policy: z.enum(POLICIES).default("ofac"), at: daySchema.optional() });

const Named = z.object({ id: z.string(), name: z.string().nullable() }).readonly();
const Status = z.enum(["blocked", "not-blocked", "undetermined"]);

const Stake = z
  .object({
    owner: Named,
    asset: Named,
    interest: z.string(),
    share: z.string().describe("As stated, in words"),
    counted: z.string().describe("The part that is certain, in percent"),
    held: z.string(),
    source: z.string(),
    reference: z.string(),
  })
  .readonly();

const Fact = z
  .object({ kind: z.string(), owner: Named.nullable(), asset: Named.nullable(), words: z.string() })
  .readonly();

const AnswerMessage = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    status: Status,
    basis: z.string().nullable(),
    interval: z
      .object({ min: z.string(), max: z.string(), minOpen: z.boolean(), maxOpen: z.boolean() })
      .readonly()
      .describe("How much blocked parties hold, in percent; a fraction where decimals do not end"),
    proof: z
      .object({
        steps: z
          .array(
            z
              .object({
                party: Named,
                by: z.enum(["ownership", "votes", "control", "joint-block"]),
                total: z.string().nullable(),
                stakes: z.array(Stake).readonly(),
              })
              .readonly(),
          )
          .readonly(),
        listed: z
          .array(
            z
              .object({
                id: z.string(),
                name: z.string().nullable(),
                words: z.string().nullable(),
                since: z.string().nullable(),
              })
              .readonly(),
          )
          .readonly(),
        more: z.int(),
      })
      .readonly()
      .nullable(),
    missing: z
      .object({
        smallest: z.array(Fact).readonly().describe("The fewest facts that would decide"),
        toBlock: z.array(Fact).readonly().nullable(),
        toClear: z.array(Fact).readonly(),
        exact: z.boolean(),
      })
      .readonly()
      .nullable(),
    flags: z.array(z.object({ flag: z.string(), words: z.string() }).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: "OwnershipAnswer" });

const Node = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    kind: z.string(),
    country: z.string().nullable(),
    status: Status,
    hops: z.int().describe("From the party asked about"),
    listed: z.string().nullable().describe("Where it is listed, in words"),
    likeness: z
      .object({ entityId: z.string(), caption: z.string(), score: z.number() })
      .readonly()
      .nullable()
      .describe("Whom its name may be on the lists"),
    subjectId: z.string().nullable(),
    listedId: z.string().nullable(),
    folded: z.object({ owners: z.int(), assets: z.int() }).readonly().describe("Ties that are not shown"),
    onPath: z.boolean(),
  })
  .readonly();

const Edge = z
  .object({
    id: z.string(),
    owner: z.string(),
    asset: z.string(),
    interest: z.enum(INTERESTS),
    share: z.string().nullable().describe("In words; null where none is stated"),
    percent: z.string().nullable().describe("An exact share, in percent"),
    from: z.string().nullable(),
    until: z.string().nullable(),
    presence: z.enum(["holds", "may-hold", "absent"]).describe("On the day asked about"),
    confidence: z.enum(["confirmed", "stated", "doubtful"]),
    source: z.string(),
    reference: z.string(),
    onPath: z.boolean(),
  })
  .readonly();

/** Who is behind one party. */
export const NetworkMessage = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    at: z.string(),
    rule: z
      .object({
        id: z.string(),
        policy: z.enum(POLICIES),
        title: z.string(),
        instrument: z.string(),
        paragraph: z.string(),
        source: z.string(),
        isLaw: z.boolean().describe("False on days on which the rule is computed and is no law"),
      })
      .readonly(),
    answer: AnswerMessage,
    nodes: z.array(Node).readonly(),
    edges: z.array(Edge).readonly(),
    days: z.array(z.string()).readonly().describe("On which one of these ties began or ended"),
    snapshot: z.string(),
  })
  .readonly()
  .meta({ id: "Network" });

/** Stakes as they might be. */
export const WhatIfRequest = z.strictObject({
  policy: z.enum(POLICIES).default("ofac"),
  at: daySchema.optional(),
  changes: z
    .array(
      z.strictObject({
        owner: PartyId,
        asset: PartyId,
        share: z
          .string()
          .max(120)
          .nullable()
          .describe("49, 25-50, >50, 1/3; null where nothing would be held"),
      }),
    )
    .min(1)
    .max(20),
});

export const WhatIfMessage = z
  .object({
    before: AnswerMessage,
    after: AnswerMessage,
    statuses: z.record(z.string(), Status).describe("Of the parties shown, after the change"),
  })
  .readonly()
  .meta({ id: "WhatIf" });

/** A file of ownership. */
export const SourceMessage = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(["ftm", "bods", "csv", "gleif"]),
    size: z.int(),
    parties: z.int(),
    ties: z.int(),
    problems: z.int(),
    createdAt: z.string(),
    createdBy: z.object({ kind: z.string(), id: z.string(), name: z.string() }).readonly(),
  })
  .readonly()
  .meta({ id: "OwnershipSource" });

/** What the organisation's network holds, and who in it is blocked or may be. */
export const NetworkOverview = z
  .object({
    parties: z.int(),
    ties: z.int(),
    sources: z.array(SourceMessage).readonly(),
    items: z
      .array(
        z
          .object({
            id: z.string(),
            name: z.string().nullable(),
            kind: z.string(),
            country: z.string().nullable(),
            status: Status.nullable().describe(
              "Null in a network too large to resolve at once; ask about the party",
            ),
            listed: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    left: z.int().describe("Parties that are not shown"),
  })
  .readonly()
  .meta({ id: "NetworkOverview" });

const PartialDay = z.string().refine(isPartialDate, "a day, a month or a year: 2018-09-13, 2018-09, 2018");

/** A tie as somebody writes it down. */
export const FactRequest = z
  .strictObject({
    owner: PartyId.trim(),
    ownerName: text(400).nullable().default(null),
    asset: PartyId.trim(),
    assetName: text(400).nullable().default(null),
    interest: z.enum(INTERESTS).default("ownership"),
    share: text(120).nullable().default(null).describe("30, 25-50, >50, 1/3; null where it is not known"),
    from: PartialDay.nullable().default(null),
    until: PartialDay.nullable().default(null),
    source: text(400).describe("Where you have it from"),
    reference: z.string().trim().max(2_000).default(""),
  })
  .refine(({ owner, asset }) => owner !== asset, "a party cannot be its own owner here");

export const FactMessage = z
  .object({
    id: z.string(),
    owner: z.string(),
    asset: z.string(),
    interest: z.enum(INTERESTS),
    share: z.string().nullable(),
    from: z.string().nullable(),
    until: z.string().nullable(),
    source: z.string(),
    reference: z.string(),
    createdAt: z.string(),
    createdBy: z.object({ kind: z.string(), id: z.string(), name: z.string() }).readonly(),
  })
  .readonly()
  .meta({ id: "OwnershipFact" });
