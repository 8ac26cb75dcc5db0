import type { z } from "zod";
import { isExact, sayBounds } from "../../../engine/network/ownership/bounds.ts";
import { tieAt } from "../../../engine/network/ownership/graph.ts";
import { presenceOn } from "../../../engine/network/ownership/period.ts";
import { isLawOn } from "../../../engine/network/ownership/policy.ts";
import {
  type OwnershipStatus,
  type Resolution,
  statusOf,
} from "../../../engine/network/ownership/resolution.ts";
import { writePercent } from "../../../engine/network/share.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import type { PartyInNetwork } from "./ask-network.ts";
import type { NetworkMessage } from "./messages.ts";

type Message = z.input<typeof NetworkMessage>;

/** The stakes that a proof counts, as owner and asset; of an undecided party those that its answer hangs on. */
function stakesOnPath(party: PartyInNetwork): ReadonlySet<string> {
  const { proof, missing } = party.answer;
  return new Set([
    ...(missing === null ? [] : openStakes(party)),
    ...(proof?.steps ?? []).flatMap(({ stakes }) =>
      stakes.map(({ owner, asset }) => `${owner.id}\n${asset.id}`),
    ),
    ...(missing?.smallest ?? []).map(({ owner, asset }) => `${owner?.id}\n${asset?.id}`),
  ]);
}

/** From the party up, every stake on the day whose owner is blocked or may be. */
function openStakes({ whole, center, resolution }: PartyInNetwork): readonly string[] {
  const { graph } = whole;
  const waiting = [center];
  const seen = new Set(waiting);
  const stakes: string[] = [];
  for (const node of waiting) {
    for (const place of graph.tiesInto(node)) {
      const tie = tieAt(graph, place);
      const owner = graph.ownerOf[place] ?? 0;
      if (
        statusOf(resolution, owner) === "not-blocked" ||
        presenceOn(tie.period, resolution.day.day) === "absent"
      )
        continue;
      stakes.push(`${tie.owner}\n${tie.asset}`);
      if (seen.has(owner)) continue;
      seen.add(owner);
      waiting.push(owner);
    }
  }
  return stakes;
}

function edgesOf(party: PartyInNetwork): Message["edges"] {
  const { whole, shown, resolution } = party;
  const onPath = stakesOnPath(party);
  return shown.ties.map((place) => {
    const tie = tieAt(whole.graph, place);
    const { share, period } = tie;
    return {
      id: `t${place}`,
      owner: tie.owner,
      asset: tie.asset,
      interest: tie.interest,
      share: share === null ? null : sayBounds(share),
      percent: share !== null && isExact(share) ? writePercent(share.min) : null,
      from: period.fromMin,
      until: period.untilMax,
      presence: presenceOn(period, resolution.day.day),
      confidence: tie.confidence,
      source: tie.source,
      reference: tie.reference,
      onPath: onPath.has(`${tie.owner}\n${tie.asset}`),
    };
  });
}

function nodesOf(party: PartyInNetwork, snapshot: Snapshot): Message["nodes"] {
  const { whole, shown, resolution, subjects, likeness, listed } = party;
  const words = new Map(listed.filter(({ certain }) => certain).map((one) => [one.id, one.words ?? one.id]));
  const onPath = new Set([...stakesOnPath(party)].flatMap((pair) => pair.split("\n")));
  return shown.nodes.flatMap((node) => {
    const one = whole.graph.parties[node];
    if (one === undefined) return [];
    const same = subjects.get(one.id)?.same[0];
    return {
      id: one.id,
      name: one.name,
      kind: one.kind,
      country: one.country,
      status: statusOf(resolution, node),
      hops: shown.hops.get(node) ?? 0,
      listed: words.get(one.id) ?? null,
      likeness: likeness.get(one.id) ?? null,
      subjectId: subjects.get(one.id)?.subjectId ?? null,
      listedId: snapshot.find(one.id) >= 0 ? one.id : (same ?? null),
      folded: shown.folded.get(node) ?? { owners: 0, assets: 0 },
      onPath: onPath.has(one.id) || one.id === party.id,
    };
  });
}

/** A party's network as the API gives it. */
export function showNetwork(party: PartyInNetwork, snapshot: Snapshot): Message {
  const { rule, day } = party.resolution;
  const edges = edgesOf(party);
  const days = edges.flatMap(({ from, until }) => [from, until].filter((one) => one !== null));
  return {
    id: party.id,
    name: party.answer.name,
    at: day.day,
    rule: {
      id: rule.id,
      policy: rule.policy,
      title: rule.title,
      instrument: rule.instrument,
      paragraph: rule.paragraph,
      source: rule.source,
      isLaw: isLawOn(rule, day.day),
    },
    answer: party.answer,
    nodes: nodesOf(party, snapshot),
    edges,
    days: [...new Set(days)].sort(),
    snapshot: snapshot.hash,
  };
}

/** The statuses of the parties shown, by their ids. */
export function statusesOf(party: PartyInNetwork, resolution: Resolution): Record<string, OwnershipStatus> {
  return Object.fromEntries(
    party.shown.nodes.map((node) => [party.whole.graph.parties[node]?.id ?? "", statusOf(resolution, node)]),
  );
}
