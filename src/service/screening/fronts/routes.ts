import { z } from "zod";
import { isDay } from "../../../engine/day.ts";
import { type FrontFlag, frontFlags } from "../../../engine/network/fronts/front-flag.ts";
import { type ListedFacts, listedFacts } from "../../../engine/network/fronts/listed-facts.ts";
import {
  type FrontPath,
  type FrontWorld,
  nearestListed,
  type PathParty,
} from "../../../engine/network/fronts/nearest-listed.ts";
import { RecordBook } from "../../../engine/network/fronts/record-book.ts";
import { recordComparer } from "../../../engine/network/fronts/record-comparer.ts";
import { SAME_PARTY_LIMITS, samePartyProposals } from "../../../engine/network/fronts/same-party.ts";
import { sayStep } from "../../../engine/network/fronts/say-path.ts";
import { screen } from "../../../engine/screen.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import { Fault } from "../../../fault.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import { ById, callerOf } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { policyInForce } from "../policy/policy-store.ts";
import { readSubject, readSubjects, type StoredSubject } from "../subjects/subject-store.ts";
import type { DeskTransaction } from "../tables.ts";
import { DecisionRequest, FrontsMessage, SamePartiesMessage, SamePartyDecisionMessage } from "./messages.ts";
import { neighborsOf, writeFactKeys } from "./neighbors.ts";
import { namesakePairs } from "./same-party-pairs.ts";
import { addSamePartyDecision, decisionsAmong, standingDecisions } from "./same-party-store.ts";

const tags = ["Fronts"];
const DayQuery = z.object({
  at: z
    .string()
    .refine(isDay, "a day, YYYY-MM-DD")
    .optional()
    .describe("The day asked about; today where absent"),
});

/** Who a subject may stand in front of, and which subjects may be one party. */
export function frontRoutes(parts: DeskParts): Routes {
  const factsOf = factShelf();
  return (api) => {
    addFronts(api, parts, factsOf);
    addSameParties(api, parts);
  };
}

/** The facts of the lists in force, read once for each snapshot. */
function factShelf(): (snapshot: Snapshot) => ListedFacts {
  let kept: { readonly hash: string; readonly facts: ListedFacts } | null = null;
  return (snapshot) => {
    if (kept?.hash !== snapshot.hash) kept = { hash: snapshot.hash, facts: listedFacts(snapshot) };
    return kept.facts;
  };
}

function showParty(party: PathParty) {
  return { kind: party.kind, id: party.id, caption: party.caption };
}

function showPath({ steps, strength }: FrontPath) {
  return {
    strength,
    steps: steps.map((step) => ({
      tie: step.tie,
      from: showParty(step.from),
      to: showParty(step.to),
      written: step.written,
      role: step.role,
      sharers: step.sharers,
      ageYears: step.ageYears,
      strength: step.strength,
      words: { en: sayStep(step, "en"), ko: sayStep(step, "ko") },
    })),
  };
}

function showFlag(flag: FrontFlag) {
  const { target, ...rest } = flag;
  return { ...rest, target: target === null ? null : showParty(target) };
}

function addFronts(api: Api, parts: DeskParts, factsOf: (snapshot: Snapshot) => ListedFacts): void {
  api.route({
    method: "GET",
    url: "/api/v1/subjects/:id/fronts",
    schema: {
      summary: "The listed parties that a subject leads to over shared facts, and the signs of a front",
      tags,
      params: ById,
      querystring: DayQuery,
      response: { 200: FrontsMessage },
    },
    config: { permission: "subjects.read" },
    handler: (request) =>
      atDesk(parts, callerOf(request).organizationId, async (trx, now) => {
        const { id } = request.params;
        const day = request.query.at ?? now.toISOString().slice(0, 10);
        const { book, whole } = await neighborsOf(trx, id);
        const { policy } = await policyInForce(trx, now);
        const { snapshot } = parts.gate.current();
        const screenPolicy = { name: "fronts", ...policy.screen };
        const world: FrontWorld = {
          snapshot,
          lists: screenPolicy.lists,
          screen: (party, on) => screen(snapshot, party, screenPolicy, on),
          listed: factsOf(snapshot),
          book,
        };
        const search = nearestListed(world, id, day);
        return {
          at: day,
          snapshot: snapshot.hash,
          flags: frontFlags({ world, party: id, day, search }).map(showFlag),
          links: search.links.map(({ target, state, listings, paths, strength }) => ({
            target: showParty(target),
            state,
            listings: listings.map(({ list, entry, listedOn, programmes }) => ({
              list,
              entry,
              listedOn,
              programmes,
            })),
            strength,
            paths: paths.map(showPath),
          })),
          passedOver: search.passedOver,
          whole: whole && !search.cut,
        };
      }),
  });
}

function addSameParties(api: Api, parts: DeskParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/same-parties",
    schema: {
      summary: "Subjects that may be one party, and what was decided of such",
      tags,
      querystring: z.object({
        subject: z.string().max(100).optional().describe("Only pairs with this subject"),
        decided: z.enum(["true"]).optional().describe("Those decided, in place of those that wait"),
      }),
      response: { 200: SamePartiesMessage },
    },
    config: { permission: "subjects.read" },
    handler: (request) =>
      atDesk(parts, callerOf(request).organizationId, (trx) => {
        const { subject, decided } = request.query;
        return decided === undefined
          ? proposals(trx, parts, subject ?? null)
          : decisions(trx, subject ?? null);
      }),
  });
  api.route({
    method: "POST",
    url: "/api/v1/same-parties",
    schema: {
      summary: "Decide whether two subjects are one party",
      tags,
      body: DecisionRequest,
      response: { 200: SamePartyDecisionMessage },
    },
    config: { permission: "alerts.decide" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      const { a, b, same, reason } = request.body;
      if (a === b)
        throw new Fault({
          code: "rule-broken",
          rule: "two-subjects",
          reason: "A subject is one party with itself.",
        });
      return atDesk(parts, organizationId, async (trx, at) => {
        const subjects = [await readSubject(trx, a), await readSubject(trx, b)] as const;
        const id = await addSamePartyDecision(trx, { organizationId, subjects, same, reason, by, at });
        return { id, a, b, same, reason, at: at.toISOString(), by };
      });
    },
  });
}

type SameParties = z.infer<typeof SamePartiesMessage>;

async function proposals(
  trx: DeskTransaction,
  parts: DeskParts,
  subject: string | null,
): Promise<SameParties> {
  const written = await writeFactKeys(trx);
  const pairs = await namesakePairs(trx, subject);
  const subjects = new Map((await readSubjects(trx, pairs.ids)).map((one) => [one.id, one]));
  const book = new RecordBook();
  for (const { id, schema, properties, caption } of subjects.values())
    book.addParty({ id, schema, properties, caption, seen: null });
  const { snapshot } = parts.gate.current();
  const found = samePartyProposals(book.finish(), recordComparer(snapshot.index));
  const decided = new Set(
    standingDecisions(await decisionsAmong(trx, [...subjects.keys()]), subjects).map(
      ({ a, b }) => `${a} ${b}`,
    ),
  );
  const waiting = found.proposals.filter(
    ({ a, b }) => !decided.has(`${a} ${b}`) && (subject === null || a === subject || b === subject),
  );
  return {
    items: waiting.map((proposal) => ({
      ...proposal,
      a: partyOf(subjects, proposal.a),
      b: partyOf(subjects, proposal.b),
      features: proposal.features.map(({ feature, weight, query, listed, words }) => ({
        feature,
        weight,
        query,
        listed,
        words,
      })),
      decision: null,
    })),
    whole: written && pairs.whole && !found.cut,
    limits: SAME_PARTY_LIMITS,
  };
}

async function decisions(trx: DeskTransaction, subject: string | null): Promise<SameParties> {
  const rows = await trx
    .selectFrom("same_party_decisions")
    .select(["subject_a", "subject_b"])
    .$if(subject !== null, (query) =>
      query.where((where) => where.or([where("subject_a", "=", subject), where("subject_b", "=", subject)])),
    )
    .orderBy("id", "desc")
    .limit(SAME_PARTY_LIMITS.pairsMax)
    .execute();
  const ids = [...new Set(rows.flatMap(({ subject_a, subject_b }) => [subject_a, subject_b]))];
  const subjects = new Map((await readSubjects(trx, ids)).map((one) => [one.id, one]));
  const standing = standingDecisions(await decisionsAmong(trx, ids), subjects).filter(
    ({ a, b }) => subject === null || a === subject || b === subject,
  );
  return {
    items: standing.map(({ a, b, id, same, reason, at, by }) => ({
      a: partyOf(subjects, a),
      b: partyOf(subjects, b),
      shared: [],
      features: [],
      score: null,
      strength: same ? 1 : 0,
      decision: { id, a, b, same, reason, at, by },
    })),
    whole: true,
    limits: SAME_PARTY_LIMITS,
  };
}

function partyOf(subjects: ReadonlyMap<string, StoredSubject>, id: string) {
  const subject = subjects.get(id);
  return { id, ref: subject?.ref ?? null, caption: subject?.caption ?? id };
}
