import { z } from "zod";
import { addDays } from "../../../engine/business-day.ts";
import { daySchema } from "../../../engine/day.ts";
import {
  fingerprint,
  type IdentityFacts,
  listingFacts,
  subjectFacts,
} from "../../../engine/match/identity.ts";
import { captionOf } from "../../../engine/snapshot/delta.ts";
import { Fault } from "../../../fault.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../../platform/http/page.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import { publish } from "../../../platform/live/publish.ts";
import { ById, callerOf, IdPlace } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { ActorMessage, Day, FactsMessage, Instant, WORDS_MAX } from "../messages.ts";
import { policyInForce } from "../policy/policy-store.ts";
import { screenSubjects } from "../rescreen/screen-subjects.ts";
import { engineSubject, readSubject, readSubjects } from "../subjects/subject-store.ts";
import { type DeskTransaction, plainOf } from "../tables.ts";
import { type SuppressionState, suppressionState } from "./lapse.ts";
import {
  addSuppression,
  listSuppressions,
  readSuppression,
  revokeSuppressions,
  type StoredSuppression,
} from "./suppression-store.ts";

const tags = ["Suppressions"];
const Reason = z.string().trim().min(10).max(WORDS_MAX.reason);

const SuppressionMessage = z
  .object({
    id: z.string(),
    state: z.enum(["holds", "revoked", "not-yet", "ended", "subject-changed", "listing-changed"]),
    words: z.string().nullable().describe("Why it does not hold"),
    alertId: z.string().nullable(),
    decisionId: z.string().nullable(),
    subjectId: z.string().nullable(),
    subjectFacts: FactsMessage,
    entityId: z.string(),
    listingCaption: z.string(),
    listingFacts: FactsMessage,
    reason: z.string(),
    from: Day,
    until: Day,
    createdAt: Instant,
    createdBy: ActorMessage,
    revokedAt: Instant.nullable(),
    revokedBy: ActorMessage.nullable(),
    lapsedAt: Instant.nullable(),
    lapsedBecause: z.string().nullable(),
  })
  .readonly()
  .meta({ id: "Suppression" });

const Query = PageQuery.extend({
  subject: z.string().max(100).optional(),
  entity: z.string().max(400).optional(),
  holds: z.enum(["true"]).optional().describe("Only those neither revoked, lapsed nor ended"),
});
const SuppressionRequest = z.strictObject({
  subjectId: z.string().max(100).describe("A stored subject"),
  entityId: z.string().max(400).describe("The listed party that it is not"),
  reason: Reason,
  until: daySchema,
});

const side = (facts: IdentityFacts) => ({ facts, fingerprint: fingerprint(facts) });

async function show(
  trx: DeskTransaction,
  { gate }: DeskParts,
  suppressions: readonly StoredSuppression[],
  now: Date,
) {
  const subjects = new Map(
    (await readSubjects(trx, [...new Set(suppressions.flatMap(({ subjectId }) => subjectId ?? []))])).map(
      (subject) => [subject.id, side(subjectFacts(engineSubject(subject)))],
    ),
  );
  const { snapshot } = gate.current();
  return suppressions.map((one) => {
    const index = snapshot.find(one.entityId);
    const state: SuppressionState = suppressionState(one, {
      subject: one.subjectId === null ? null : (subjects.get(one.subjectId) ?? null),
      listing: index < 0 ? null : side(listingFacts(snapshot, index)),
      day: now.toISOString().slice(0, 10),
    });
    return { ...one, state: state.kind, words: state.kind === "holds" ? null : state.words };
  });
}

/** The false positives that are remembered. */
export function suppressionRoutes(parts: DeskParts): Routes {
  return (api) => {
    addReads(api, parts);
    addWrites(api, parts);
  };
}

function addReads(api: Api, parts: DeskParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/suppressions",
    schema: {
      summary: "False positives that are remembered",
      tags,
      querystring: Query,
      response: { 200: pageSchema(SuppressionMessage) },
    },
    config: { permission: "suppressions.read" },
    handler: (request) => {
      const { limit, cursor, subject, entity, holds } = request.query;
      const after = cursor === undefined ? null : decodeCursor(cursor, IdPlace);
      return atDesk(parts, callerOf(request).organizationId, async (trx, now) => {
        const holdsOn = holds === undefined ? undefined : now.toISOString().slice(0, 10);
        const rows = await listSuppressions(trx, { subject, entity, holdsOn }, { after, limit: limit + 1 });
        const { items, next } = pageOf(rows, limit, ({ id }) => id);
        return { items: await show(trx, parts, items, now), next };
      });
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/suppressions/:id",
    schema: { summary: "One of them", tags, params: ById, response: { 200: SuppressionMessage } },
    config: { permission: "suppressions.read" },
    handler: (request) =>
      atDesk(parts, callerOf(request).organizationId, (trx, now) => one(trx, parts, request.params.id, now)),
  });
}

async function one(trx: DeskTransaction, parts: DeskParts, id: string, now: Date) {
  const [shown] = await show(trx, parts, [await readSuppression(trx, id)], now);
  if (shown === undefined) throw new Fault({ code: "not-found", what: "suppression", id });
  return shown;
}

function addWrites(api: Api, parts: DeskParts): void {
  api.route({
    method: "POST",
    url: "/api/v1/suppressions",
    schema: {
      summary: "Remember that a subject is not a listed party",
      tags,
      body: SuppressionRequest,
      response: { 200: SuppressionMessage },
    },
    config: { permission: "suppressions.write" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return atDesk(parts, organizationId, async (trx, at) => {
        const id = await remember(trx, parts, { ...request.body, organizationId, by, at });
        await publish(plainOf(trx), { organizationId, kind: "suppression.changed", id, at });
        return one(trx, parts, id, at);
      });
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/suppressions/:id/revocation",
    schema: {
      summary: "Revoke a suppression: what it kept quiet is asked about again",
      tags,
      params: ById,
      body: z.strictObject({ reason: Reason }),
      response: { 200: SuppressionMessage },
    },
    config: { permission: "suppressions.write" },
    handler: async (request) => {
      const { organizationId, by } = callerOf(request);
      const { id } = request.params;
      const subjectId = await atDesk(parts, organizationId, async (trx, at) => {
        const held = await readSuppression(trx, id, true);
        await revokeSuppressions(trx, { id }, { by, at, reason: request.body.reason });
        await publish(plainOf(trx), { organizationId, kind: "suppression.changed", id, at });
        return held.subjectId;
      });
      if (subjectId !== null)
        await screenSubjects(parts, organizationId, [subjectId], { channel: "periodic" });
      return atDesk(parts, organizationId, (trx, at) => one(trx, parts, id, at));
    },
  });
}

async function remember(
  trx: DeskTransaction,
  { gate }: DeskParts,
  asked: z.infer<typeof SuppressionRequest> & {
    readonly organizationId: string;
    readonly by: ReturnType<typeof callerOf>["by"];
    readonly at: Date;
  },
): Promise<string> {
  const { policy } = await policyInForce(trx, asked.at);
  const today = asked.at.toISOString().slice(0, 10);
  const last = addDays(today, policy.suppressionDaysMax);
  const refuse = (rule: string, reason: string) => new Fault({ code: "rule-broken", rule, reason });
  if (asked.by.kind !== "person")
    throw refuse("person-decides", "A person decides on a false positive, not a key.");
  if (policy.fourEyes["false-positive"])
    throw refuse(
      "four-eyes",
      "The policy asks for two persons: decide the alert, and let another confirm it.",
    );
  if (asked.until < today || asked.until > last)
    throw refuse("suppression-too-long", `A suppression ends between ${today} and ${last} by the policy.`);
  const subject = await readSubject(trx, asked.subjectId);
  const { snapshot } = gate.current();
  const index = snapshot.find(asked.entityId);
  if (index < 0 || index >= snapshot.targets)
    throw new Fault({ code: "not-found", what: "listed party", id: asked.entityId });
  return addSuppression(trx, {
    organizationId: asked.organizationId,
    alertId: null,
    decisionId: null,
    subjectId: subject.id,
    subject: side(subjectFacts(engineSubject(subject))),
    entityId: asked.entityId,
    listingCaption: captionOf(snapshot.entity(index)),
    listing: side(listingFacts(snapshot, index)),
    reason: asked.reason,
    from: today,
    until: asked.until,
    by: asked.by,
    at: asked.at,
  });
}
