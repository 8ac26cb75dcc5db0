import { z } from "zod";
import { daySchema } from "../../engine/day.ts";
import { isSchema } from "../../engine/entity/model.ts";
import { REQUIRED_EVIDENCE } from "../../engine/match/required-evidence.ts";
import { capacitySchema, weightsSchema } from "./policy/policy.ts";

/** Bounds of one question about a party. */
const LIMITS = { propertiesMax: 100, valuesMax: 200, valueCharsMax: 4_000, matchesMax: 100 } as const;

/** The party asked about, in FollowTheMoney terms. */
export const SubjectBody = z
  .object({
    id: z.string().max(200).optional(),
    schema: z.string().refine(isSchema, "is no schema of the FollowTheMoney model"),
    properties: z
      .record(z.string().max(100), z.array(z.string().max(LIMITS.valueCharsMax)).max(LIMITS.valuesMax))
      .refine(
        (properties) => Object.keys(properties).length <= LIMITS.propertiesMax,
        "has too many properties",
      ),
  })
  .meta({ id: "ScreenedParty" });

/** `POST /api/v1/screen`. */
export const ScreenBody = z
  .object({
    subject: SubjectBody,
    at: daySchema.optional().describe("A day; the newest edition of each list where it is left out"),
    limit: z.int().min(1).max(LIMITS.matchesMax).optional(),
    policy: z
      .object({
        threshold: z.number().min(0).max(1).optional(),
        lists: z.array(z.string().max(100)).max(100).nullable().optional(),
        require: z
          .array(z.enum(REQUIRED_EVIDENCE))
          .optional()
          .describe("Evidence without which a match is no hit"),
        weights: weightsSchema
          .optional()
          .describe(
            "What kinds of evidence count for; 1 is as measured, and other scores are not calibrated",
          ),
        capacity: capacitySchema
          .optional()
          .describe("Hits that can be reviewed of so many screened: gives the threshold; not beside weights"),
      })
      .optional()
      .describe("Instead of what the organisation's policy in force says"),
  })
  .meta({ id: "ScreenRequest" });

const State = z.enum(["listed", "not-yet-listed", "delisted", "unknown"]);

const ListingBody = z.object({
  list: z.string(),
  entry: z.string(),
  programmes: z.array(z.string()),
  editions: z.array(z.string()).describe("Editions that hold the entry, oldest first"),
  listedOn: z.string().nullable(),
  listedOnSource: z.string().nullable(),
});

const Match = z
  .object({
    id: z.string(),
    caption: z.string(),
    schema: z.string(),
    score: z.number(),
    hit: z.boolean().describe("At or over the policy's threshold"),
    name: z.object({ query: z.string(), listed: z.string(), kind: z.string() }).nullable(),
    features: z.array(
      z.object({
        feature: z.string(),
        weight: z.number(),
        query: z.string().nullable(),
        listed: z.string().nullable(),
        words: z.string(),
      }),
    ),
    state: State,
    listings: z.array(z.object({ listing: ListingBody, state: State })),
  })
  .meta({ id: "Match" });

/** The answer: whom the subject may be, and from which lists that was said. */
export const ScreenAnswer = z
  .object({
    matches: z.array(Match).describe("Listed on the day, or perhaps"),
    outOfForce: z.array(Match).describe("Not yet listed, or no longer"),
    snapshot: z.string(),
    tookMs: z.number(),
  })
  .meta({ id: "ScreenAnswer" });

const Properties = z.record(z.string(), z.array(z.string()));

/** A listed party as `GET /api/v1/listed/{id}` shows it. */
export const ListedParty = z
  .object({
    id: z.string(),
    caption: z.string(),
    schema: z.string(),
    properties: Properties,
    edtf: Properties.optional().describe("Vague dates in ISO 8601-2"),
    snapshot: z.string(),
    listings: z.array(z.object({ listing: ListingBody, state: State })),
    relations: z
      .array(
        z.object({
          property: z.string().describe("The property that says it, of the side that says it"),
          direction: z.enum(["out", "in"]),
          entity: z.object({
            id: z.string(),
            caption: z.string(),
            schema: z.string(),
            properties: Properties,
            listed: z.boolean(),
          }),
          others: z
            .array(
              z.object({
                property: z.string(),
                id: z.string(),
                caption: z.string(),
                schema: z.string(),
                listed: z.boolean(),
              }),
            )
            .describe("Where the entity is a link, whom it links to"),
        }),
      )
      .describe("What the party refers to, and what refers to it"),
    relationsLeftOut: z.int(),
  })
  .meta({ id: "ListedParty" });

/** The query of `GET /api/v1/listed/{id}`. */
export const ListedQuery = z.object({ at: daySchema.optional() });
