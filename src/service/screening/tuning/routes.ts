import { z } from "zod";
import curve from "../../../../data/matching/operating-curve.json" with { type: "json" };
import type { Routes } from "../../../platform/http/routes.ts";
import { callerOf } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { policyInForce } from "../policy/policy-store.ts";
import { captionOfEntity } from "../yente/wire-entity.ts";
import { pairsBetween, SCORE_MIN, scoreBins, subjectFlow } from "./tuning-store.ts";

const tags = ["Policy"];
/** Pairs shown of those between two thresholds: as many as a person looks at before deciding. */
const PAIRS_MAX = 100;

const CurvePoint = z
  .object({
    perThousand: z.number().describe("Hits in a thousand clean customers"),
    threshold: z.number(),
    persons: z.number().describe("Percent of listed persons, written otherwise, that are found"),
    organizations: z.number(),
  })
  .readonly();

const TuningMessage = z
  .object({
    threshold: z.number().describe("In force"),
    thresholdMin: z.number(),
    policyVersion: z.int(),
    subjects: z
      .object({
        total: z.int(),
        screened: z.int(),
        perDay: z.number().describe("New ones, on average of the last days"),
        alertsPerDay: z.number(),
        days: z.int().describe("Days of the averages"),
      })
      .readonly(),
    bins: z
      .array(
        z
          .object({
            from: z.number().describe("Scores from here, a hundredth wide"),
            subjects: z.int().describe("Subjects whose nearest match is here"),
            matches: z.int(),
            trueMatches: z.int().describe("Alerts of this score decided so"),
            falsePositives: z.int(),
          })
          .readonly(),
      )
      .readonly(),
    curve: z
      .object({
        about: z.string(),
        over: z.string(),
        clean: z.int(),
        positives: z.int(),
        withFacts: z.array(CurvePoint).readonly(),
        nameAlone: z.array(CurvePoint).readonly(),
      })
      .readonly(),
  })
  .readonly()
  .meta({ id: "Tuning" });

const PairMessage = z
  .object({
    subjectId: z.string(),
    caption: z.string(),
    entityId: z.string(),
    entityCaption: z.string().nullable(),
    score: z.number(),
    alertId: z.string().nullable(),
    outcome: z.string().nullable(),
  })
  .readonly();

const score = z.coerce.number().min(0).max(1.01);

/** What another threshold would mean for the organisation's own subjects, before anybody proposes it. */
export function tuningRoutes(parts: DeskParts): Routes {
  return (api) => {
    api.route({
      method: "GET",
      url: "/api/v1/tuning",
      schema: {
        summary: "Scores of the own subjects and of what was decided, and the published operating curve",
        tags,
        response: { 200: TuningMessage },
      },
      config: { permission: "policy.read" },
      handler: (request) =>
        atDesk(parts, callerOf(request).organizationId, async (trx, at) => {
          const { version, policy } = await policyInForce(trx, at);
          return {
            threshold: policy.screen.threshold,
            thresholdMin: SCORE_MIN,
            policyVersion: version,
            subjects: await subjectFlow(trx, at),
            bins: await scoreBins(trx),
            curve: {
              about: curve.about,
              over: curve.over,
              clean: curve.clean,
              positives: curve.positives,
              withFacts: curve.curves["with-facts"],
              nameAlone: curve.curves["name-alone"],
            },
          };
        }),
    });
    api.route({
      method: "GET",
      url: "/api/v1/tuning/pairs",
      schema: {
        summary: "Subjects and listed parties whose score lies between two thresholds, the highest first",
        tags,
        querystring: z.object({ from: score, until: score }),
        response: { 200: z.object({ items: z.array(PairMessage).readonly() }) },
      },
      config: { permission: "subjects.read" },
      handler: async (request) => {
        const { from, until } = request.query;
        const pairs = await atDesk(parts, callerOf(request).organizationId, (trx) =>
          pairsBetween(trx, { from: Math.max(from, SCORE_MIN), until, limit: PAIRS_MAX }),
        );
        const { snapshot } = parts.gate.current();
        return {
          items: pairs.map((pair) => {
            const place = snapshot.find(pair.entityId);
            return {
              ...pair,
              entityCaption: place < 0 ? null : captionOfEntity(snapshot.entity(place), null),
            };
          }),
        };
      },
    });
  };
}
