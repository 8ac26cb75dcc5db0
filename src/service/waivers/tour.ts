import { z } from "zod";
import second from "../../../examples/2019-video-reunion/second-shipment.json" with { type: "json" };
import shipment from "../../../examples/2019-video-reunion/shipment.json" with { type: "json" };
import monitors from "../../../examples/2019-video-reunion/shipment-21-monitors.json" with { type: "json" };
import bySea from "../../../examples/2019-video-reunion/shipment-by-sea.json" with { type: "json" };
import tour from "../../../examples/2019-video-reunion/tour.json" with { type: "json" };
import unExemption from "../../../examples/2019-video-reunion/un-exemption.json" with { type: "json" };
import unUsed from "../../../examples/2019-video-reunion/un-exemption-used.json" with { type: "json" };
import usApproval from "../../../examples/2019-video-reunion/us-approval.json" with { type: "json" };
import usUsed from "../../../examples/2019-video-reunion/us-approval-used.json" with { type: "json" };
import { transactionSchema } from "../../engine/transaction.ts";
import { applicationEventSchema } from "../../engine/waivers/course.ts";
import { waiverSchema } from "../../engine/waivers/waiver.ts";

const twoLanguages = z.strictObject({ en: z.string(), ko: z.string() }).readonly();
const Place = z.enum(["/waivers", "/waivers/ask", "/desk"]);

const CourseAsk = z
  .strictObject({
    kind: z.literal("course"),
    template: z.string(),
    at: z.iso.datetime(),
    events: z
      .array(z.strictObject({ at: z.iso.datetime(), event: applicationEventSchema }).readonly())
      .readonly(),
    phase: z.string(),
    deadline: z.string().nullable(),
  })
  .readonly();
const checkShape = {
  kind: z.literal("check"),
  at: z.iso.date(),
  answer: z.enum(["clear", "permitted", "refer", "prohibited"]),
  says: z.string(),
  needs: z.array(z.string()).readonly().default([]),
};

const stepShape = {
  day: z.iso.date(),
  title: twoLanguages,
  words: twoLanguages,
  place: Place.nullable(),
  source: z.string(),
};

/** The tour as it lies beside the story's files: a check names the files of its shipment and its waivers. */
const tourFile = z.strictObject({
  title: twoLanguages,
  note: z.string(),
  steps: z
    .array(
      z.strictObject({
        ...stepShape,
        ask: z.discriminatedUnion("kind", [
          CourseAsk.unwrap(),
          z.strictObject({ ...checkShape, transaction: z.string(), waivers: z.array(z.string()).readonly() }),
        ]),
      }),
    )
    .readonly(),
});

export const TourMessage = z
  .object({
    title: twoLanguages,
    note: z.string(),
    steps: z
      .array(
        z
          .object({
            ...stepShape,
            ask: z.discriminatedUnion("kind", [
              CourseAsk.unwrap().describe("To be asked of /api/v1/waiver-courses; `phase` is what is right"),
              z
                .strictObject({
                  ...checkShape,
                  transaction: transactionSchema,
                  waivers: z.array(waiverSchema).readonly(),
                })
                .describe("To be asked of /api/v1/waiver-needs; `answer` is what is right"),
            ]),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: "WaiverTour" });
export type Tour = z.output<typeof TourMessage>;

const SHIPMENTS: Readonly<Record<string, unknown>> = {
  "shipment.json": shipment,
  "shipment-21-monitors.json": monitors,
  "shipment-by-sea.json": bySea,
  "second-shipment.json": second,
};
const WAIVERS: Readonly<Record<string, unknown>> = {
  "un-exemption.json": unExemption,
  "us-approval.json": usApproval,
  "un-exemption-used.json": unUsed,
  "us-approval-used.json": usUsed,
};

/** The story of 2019 step by step, each with what is asked of the service on that day and what it must answer. */
export function waiverTour(): Tour {
  const file = tourFile.parse(tour);
  return {
    title: file.title,
    note: file.note,
    steps: file.steps.map((step) => {
      const { ask } = step;
      if (ask.kind === "course") return { ...step, ask };
      return {
        ...step,
        ask: {
          ...ask,
          transaction: transactionSchema.parse(SHIPMENTS[ask.transaction]),
          waivers: ask.waivers.map((name) => waiverSchema.parse(WAIVERS[name])),
        },
      };
    }),
  };
}
