import { z } from "zod";
import { ActorMessage, Instant } from "../messages.ts";
import { BATCH_STATES } from "./tables.ts";

const Options = z
  .object({
    map: z.record(z.string(), z.string()),
    schema: z.string().nullable(),
    sheet: z.string().nullable(),
  })
  .readonly();

const Head = z
  .object({
    columns: z
      .array(
        z
          .object({
            header: z.string(),
            property: z
              .string()
              .nullable()
              .describe("What the column was taken for; null where it is left out"),
            samples: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    namesParty: z.boolean().describe("False where no column says whom a row is about"),
  })
  .readonly();

/** A batch as it stands. */
export const BatchMessage = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(BATCH_STATES).describe("A draft waits for its columns to be confirmed"),
    options: Options,
    sheets: z
      .array(z.string())
      .readonly()
      .describe("Of a workbook: its sheets in their order; where none was chosen, the first is read"),
    head: Head,
    rowsTotal: z.int().nullable().describe("Null until they were counted"),
    rows: z.int().describe("Rows with a result"),
    hits: z.int(),
    clear: z.int(),
    errors: z.int(),
    suppressed: z.int().describe("Rows whose hits were all decided before"),
    rowsPerSecond: z.number().nullable(),
    snapshot: z.string().nullable().describe("The lists that answered last"),
    policyVersion: z.int().nullable(),
    failure: z.string().nullable(),
    createdAt: Instant,
    createdBy: ActorMessage,
    endedAt: Instant.nullable(),
  })
  .readonly()
  .meta({ id: "Batch" });

/** What a batch says of one row. */
export const BatchRowMessage = z
  .object({
    row: z.int().describe("Counts data rows from 1"),
    line: z.int().describe("Line or sheet row where it begins"),
    id: z.string().nullable(),
    name: z.string().nullable(),
    result: z.enum(["hit", "no-hit", "error"]),
    matches: z
      .array(
        z
          .object({
            id: z.string(),
            caption: z.string(),
            score: z.number(),
            state: z.string(),
            listings: z
              .array(
                z
                  .object({ list: z.string(), entry: z.string(), programmes: z.array(z.string()).readonly() })
                  .readonly(),
              )
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    problem: z.string().nullable(),
    notes: z.array(z.string()).readonly(),
    snapshot: z.string(),
  })
  .readonly()
  .meta({ id: "BatchRow" });

/** How the columns of a draft are to be read. */
export const MappingRequest = z.strictObject({
  map: z
    .record(z.string().max(1_000), z.string().max(80))
    .describe("Header to FollowTheMoney property; to an empty text where the column is left out"),
  schema: z.string().max(80).nullable().default(null).describe("Schema of rows that state none"),
  sheet: z
    .string()
    .max(100)
    .optional()
    .describe("Another sheet of the workbook; the one chosen before where left out"),
});
