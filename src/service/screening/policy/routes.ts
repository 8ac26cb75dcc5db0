import { z } from "zod";
import type { Routes } from "../../../platform/http/routes.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { publish } from "../../../platform/live/publish.ts";
import { ById, callerOf } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { RESCREEN_JOB } from "../jobs.ts";
import { ActorMessage, Instant, WORDS_MAX } from "../messages.ts";
import { plainOf } from "../tables.ts";
import { policySchema } from "./policy.ts";
import {
  businessLines,
  decidePolicy,
  policyHistory,
  policyInForce,
  proposePolicy,
  setBusinessLine,
} from "./policy-store.ts";

const tags = ["Policy"];
const Reason = z.string().trim().min(10).max(WORDS_MAX.reason);

const PolicyVersion = z
  .object({
    id: z.string(),
    version: z.int().nullable(),
    state: z.enum(["proposed", "approved", "rejected", "withdrawn"]),
    policy: policySchema,
    reason: z.string(),
    effectiveFrom: Instant,
    proposedAt: Instant,
    proposedBy: ActorMessage,
    decidedAt: Instant.nullable(),
    decidedBy: ActorMessage.nullable(),
    decidedReason: z.string().nullable(),
  })
  .readonly()
  .meta({ id: "PolicyVersion" });

const PolicyMessage = z
  .object({
    version: z.int().describe("0 is the default that ships with Sluice"),
    policy: policySchema,
    history: z.array(PolicyVersion).readonly().describe("Everything proposed, the newest first"),
  })
  .readonly()
  .meta({ id: "Policy" });

const ProposalRequest = z.strictObject({
  policy: policySchema,
  reason: Reason,
  effectiveFrom: z.iso.datetime().optional().describe("From when it holds; from its approval where left out"),
});
const DecisionRequest = z.strictObject({
  decision: z.enum(["approved", "rejected", "withdrawn"]),
  reason: Reason,
});

/** The organisation's own rules of screening and review: proposed by one person, approved by another. */
export function policyRoutes(parts: DeskParts, jobs: JobQueue): Routes {
  const shown = (organizationId: string) =>
    atDesk(parts, organizationId, async (trx, at) => ({
      ...(await policyInForce(trx, at)),
      history: await policyHistory(trx),
    }));
  return (api) => {
    api.route({
      method: "GET",
      url: "/api/v1/policy",
      schema: { summary: "The policy in force and its history", tags, response: { 200: PolicyMessage } },
      config: { permission: "policy.read" },
      handler: (request) => shown(callerOf(request).organizationId),
    });
    api.route({
      method: "POST",
      url: "/api/v1/policy/proposals",
      schema: { summary: "Propose a policy", tags, body: ProposalRequest, response: { 200: PolicyMessage } },
      config: { permission: "policy.write" },
      handler: async (request) => {
        const { organizationId, by } = callerOf(request);
        const { policy, reason, effectiveFrom } = request.body;
        await atDesk(parts, organizationId, (trx, at) =>
          proposePolicy(trx, {
            organizationId,
            policy,
            reason,
            effectiveFrom: effectiveFrom === undefined ? at : new Date(effectiveFrom),
            by,
            at,
          }),
        );
        return shown(organizationId);
      },
    });
    const decide = (permission: "policy.approve" | "policy.write", url: string, decisions: string) =>
      api.route({
        method: "POST",
        url,
        schema: {
          summary: decisions,
          tags,
          params: ById,
          body: DecisionRequest,
          response: { 200: PolicyMessage },
        },
        config: { permission },
        handler: async (request) => {
          const { organizationId, by } = callerOf(request);
          const { id } = request.params;
          await atDesk(parts, organizationId, async (trx, at) => {
            await decidePolicy(trx, { id, ...request.body, by, at });
            await publish(plainOf(trx), { organizationId, kind: "policy.changed", id, at });
            if (request.body.decision !== "approved") return;
            // What is a hit may be another matter now.
            const data = { full: false, snapshot: null };
            const key = `rescreen ${organizationId} policy`;
            await jobs.enqueue(plainOf(trx), { organizationId, name: RESCREEN_JOB, data, at, key });
          });
          return shown(organizationId);
        },
      });
    decide(
      "policy.approve",
      "/api/v1/policy/proposals/:id/decision",
      "Approve or reject another person's proposal",
    );
    decide("policy.write", "/api/v1/policy/proposals/:id/withdrawal", "Withdraw your own proposal");
    api.route({
      method: "GET",
      url: "/api/v1/business-lines",
      schema: {
        summary: "Which persons belong to which business line; who is not named belongs to none",
        tags,
        response: {
          200: z.object({
            items: z
              .array(z.object({ personId: z.string(), businessLine: z.string() }).readonly())
              .readonly(),
          }),
        },
      },
      config: { permission: "people.read" },
      handler: (request) =>
        atDesk(parts, callerOf(request).organizationId, async (trx) => ({ items: await businessLines(trx) })),
    });
    api.route({
      method: "PUT",
      url: "/api/v1/people/:id/business-line",
      schema: {
        summary: "State to which business line a person belongs: such a person is no second pair of eyes",
        tags,
        params: ById,
        body: z.strictObject({ businessLine: z.string().trim().min(1).max(100).nullable() }),
        response: { 200: z.object({ personId: z.string(), businessLine: z.string().nullable() }) },
      },
      config: { permission: "people.manage" },
      handler: async (request) => {
        const { organizationId, by } = callerOf(request);
        const { businessLine } = request.body;
        const personId = request.params.id;
        await atDesk(parts, organizationId, (trx, at) =>
          setBusinessLine(trx, { organizationId, personId, businessLine, by, at }),
        );
        return { personId, businessLine };
      },
    });
  };
}
