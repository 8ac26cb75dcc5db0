import { answerOf, type OwnershipAnswer } from "../../../engine/network/ownership/answer.ts";
import { readBounds } from "../../../engine/network/ownership/bounds.ts";
import { type PolicyName, ruleOn } from "../../../engine/network/ownership/policy.ts";
import {
  changeStake,
  type ListedParty,
  type Resolution,
  resolveOwnership,
} from "../../../engine/network/ownership/resolution.ts";
import { Fault, must } from "../../../fault.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import type { PolicyInForce } from "../policy/policy.ts";
import { policyInForce } from "../policy/policy-store.ts";
import { decidedListed, type KnownSubject, type Likeness, likenessOf, subjectsByRef } from "./identities.ts";
import { type Neighbourhood, neighbourhoodOf } from "./neighbourhood.ts";
import { listedOnDay, makeGraph, type OrganizationGraph } from "./organization-graph.ts";
import { networkVersion, readNetwork } from "./source-store.ts";
import { networkOf } from "./tables.ts";

/** Graphs that are kept ready; one of ten megabytes of files takes some fifty. */
const GRAPHS_KEPT_MAX = 8;
/** Parties of a whole graph whose names are looked for among the listed at once, some milliseconds each. */
export const NAMES_MAX = 500;

/** Keeps graphs of organisations ready, each until what it was made from changes. */
export class GraphShelf {
  readonly #kept = new Map<string, OrganizationGraph>();

  find(key: string): OrganizationGraph | null {
    const kept = this.#kept.get(key);
    if (kept === undefined) return null;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  keep(key: string, made: OrganizationGraph): OrganizationGraph {
    this.#kept.set(key, made);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= GRAPHS_KEPT_MAX) break;
      this.#kept.delete(oldest);
    }
    return made;
  }
}

/** What the network is asked: by which law, and on which day. */
export type NetworkQuestion = { readonly policy: PolicyName; readonly day: string };

/** The graph as it stands for one question: who is certainly listed in it, and who may be. */
export type OpenNetwork = {
  readonly whole: OrganizationGraph;
  readonly policy: PolicyInForce;
  readonly subjects: ReadonlyMap<string, KnownSubject>;
  readonly likeness: ReadonlyMap<string, Likeness>;
  readonly listed: readonly ListedParty[];
};

export type NetworkParts = DeskParts & { readonly shelf: GraphShelf };

/** The id by which the graph knows a party: a subject by its own number. */
async function graphId(parts: NetworkParts, organizationId: string, id: string): Promise<string> {
  if (!id.startsWith("sub_")) return id;
  return atDesk(parts, organizationId, async (trx) => {
    const row = await trx.selectFrom("subjects").select("ref").where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Fault({ code: "not-found", what: "subject", id });
    return row.ref ?? id;
  });
}

/** Opens the organisation's graph, with one party in it where one is asked about. */
export async function graphFor(
  parts: NetworkParts,
  organizationId: string,
  asked: string | null,
): Promise<{ readonly whole: OrganizationGraph; readonly policy: PolicyInForce }> {
  const { hash, snapshot } = parts.gate.current();
  return atDesk(parts, organizationId, async (trx, at, plain) => {
    const network = networkOf(plain);
    const isListed = asked !== null && snapshot.find(asked) >= 0;
    const key = `${organizationId} ${hash} ${await networkVersion(network)} ${isListed ? asked : ""}`;
    const whole =
      parts.shelf.find(key) ??
      parts.shelf.keep(key, makeGraph(await readNetwork(network), snapshot, isListed ? [asked] : []));
    return { whole, policy: await policyInForce(trx, at) };
  });
}

/** Who of these parties is listed on the day: by the lists' own ids, by what people decided, or perhaps by name. */
async function identify(
  parts: NetworkParts,
  organizationId: string,
  given: { readonly whole: OrganizationGraph; readonly policy: PolicyInForce; readonly day: string },
  nodes: readonly number[],
): Promise<OpenNetwork> {
  const { whole, policy, day } = given;
  const { snapshot } = parts.gate.current();
  const parties = nodes.flatMap((node) => whole.graph.parties[node] ?? []);
  const subjects = await atDesk(parts, organizationId, (trx) =>
    subjectsByRef(
      trx,
      parties.map(({ id }) => id),
    ),
  );
  const byLists = listedOnDay(snapshot, whole.roots, day);
  const certain = [
    ...byLists,
    ...whole.stated,
    ...[...subjects.values()].flatMap((one) => decidedListed(snapshot, one, day)),
  ];
  const known = new Set(certain.map(({ id }) => id));
  const today = parts.now().toISOString().slice(0, 10);
  const likeness = new Map<string, Likeness>();
  await Promise.all(
    parties.map(async (party) => {
      if (known.has(party.id) || snapshot.find(party.id) >= 0) return;
      const not = subjects.get(party.id)?.other ?? new Set<string>();
      const found = await likenessOf(parts, party, { policy, day: day === today ? null : day, not });
      if (found !== null) likeness.set(party.id, found);
    }),
  );
  const perhaps = [...likeness].map(([id, { caption, entityId }]): ListedParty => {
    return { id, from: null, until: null, certain: false, words: `may be ${caption} (${entityId})` };
  });
  return { whole, policy, subjects, likeness, listed: [...perhaps, ...certain] };
}

/** One party in the network of an organisation, answered under one law on one day. */
export type PartyInNetwork = OpenNetwork & {
  readonly id: string;
  readonly center: number;
  readonly resolution: Resolution;
  readonly answer: OwnershipAnswer;
  readonly shown: Neighbourhood;
};

/** Everything above a party, for whom names are looked up. */
function coneOf(whole: OrganizationGraph, center: number): readonly number[] {
  return neighbourhoodOf(whole, center, new Set()).nodes;
}

/** Answers who is behind a party. Throws `not-found` where neither files nor lists know it. */
export async function askParty(
  parts: NetworkParts,
  organizationId: string,
  asked: NetworkQuestion & { readonly id: string },
): Promise<PartyInNetwork> {
  const id = await graphId(parts, organizationId, asked.id);
  const { whole, policy } = await graphFor(parts, organizationId, id);
  const center = whole.graph.indexOf(id);
  if (center < 0) throw new Fault({ code: "not-found", what: "party in the network", id: asked.id });
  const open = await identify(
    parts,
    organizationId,
    { whole, policy, day: asked.day },
    coneOf(whole, center),
  );
  const resolution = resolveOwnership(whole.graph, {
    rule: ruleOn(asked.policy, asked.day),
    day: asked.day,
    listed: open.listed,
  });
  const answer = must(answerOf(resolution, id), "the party is in the graph");
  return {
    ...open,
    id,
    center,
    resolution,
    answer,
    shown: neighbourhoodOf(whole, center, pathOf(whole, answer)),
  };
}

/** The places of all parties that a proof, or a missing fact, names. */
function pathOf({ graph }: OrganizationGraph, { proof, missing }: OwnershipAnswer): ReadonlySet<number> {
  const named = [
    ...(proof?.steps ?? []).flatMap(({ party, stakes }) => [
      party.id,
      ...stakes.map(({ owner }) => owner.id),
    ]),
    ...(missing?.smallest ?? []).flatMap(({ owner, asset }) => [owner?.id ?? "", asset?.id ?? ""]),
  ];
  return new Set(named.map((id) => graph.indexOf(id)).filter((place) => place >= 0));
}

/** A stake as it might be: null where the owner would hold nothing. */
export type Supposition = { readonly owner: string; readonly asset: string; readonly share: string | null };

/** What the answer would be if stakes were others. Nothing is written down. Throws `input-invalid` for what is no share. */
export async function askWhatIf(
  parts: NetworkParts,
  organizationId: string,
  asked: NetworkQuestion & { readonly id: string },
  changes: readonly Supposition[],
): Promise<{
  readonly before: PartyInNetwork;
  readonly after: OwnershipAnswer;
  readonly resolution: Resolution;
}> {
  const before = await askParty(parts, organizationId, asked);
  const { graph } = before.whole;
  const resolution = resolveOwnership(graph, {
    rule: before.resolution.rule,
    day: asked.day,
    listed: before.listed,
  });
  for (const { owner, asset, share } of changes) {
    const refuse = (reason: string): never => {
      throw new Fault({ code: "input-invalid", file: "request", where: `${owner} in ${asset}`, reason });
    };
    for (const id of [owner, asset]) if (graph.indexOf(id) < 0) refuse(`the network knows no ${id}`);
    const bounds = share === null ? null : readBounds(share);
    if (typeof bounds === "string") refuse(`“${share}” is ${bounds}`);
    else changeStake(resolution, { owner, asset, share: bounds });
  }
  return { before, after: must(answerOf(resolution, before.id), "the party is in the graph"), resolution };
}

/** The whole graph of an organisation resolved; null where it is too large to look for all its names at once. */
export async function resolveAll(
  parts: NetworkParts,
  organizationId: string,
  asked: NetworkQuestion,
): Promise<{
  readonly whole: OrganizationGraph;
  readonly resolution: Resolution | null;
  readonly open: OpenNetwork | null;
}> {
  const { whole, policy } = await graphFor(parts, organizationId, null);
  const { parties } = whole.graph;
  if (parties.length > NAMES_MAX) return { whole, resolution: null, open: null };
  const nodes = parties.map((_, node) => node);
  const open = await identify(parts, organizationId, { whole, policy, day: asked.day }, nodes);
  const rule = ruleOn(asked.policy, asked.day);
  return {
    whole,
    open,
    resolution: resolveOwnership(whole.graph, { rule, day: asked.day, listed: open.listed }),
  };
}
