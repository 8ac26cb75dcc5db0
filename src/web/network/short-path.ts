import type { Network, NetworkEdge } from "./network-words.ts";

/** The fewest lit ties that lead from the party asked about up to somebody listed; none where no lit tie does. */
export function shortPath(network: Pick<Network, "id" | "nodes" | "edges">): readonly NetworkEdge[] {
  const listed = new Set(network.nodes.filter((node) => node.listed !== null).map(({ id }) => id));
  const lit = network.edges.filter(({ onPath }) => onPath);
  const ways = new Map<string, readonly NetworkEdge[]>([[network.id, []]]);
  const waiting = [network.id];
  for (const at of waiting) {
    const way = ways.get(at) ?? [];
    if (at !== network.id && listed.has(at)) return way;
    // A stake before another tie: it is the stake that the rule counts.
    const up = lit
      .filter(({ asset, owner }) => asset === at && !ways.has(owner))
      .toSorted((a, b) => Number(b.interest === "ownership") - Number(a.interest === "ownership"));
    for (const edge of up) {
      if (ways.has(edge.owner)) continue;
      ways.set(edge.owner, [...way, edge]);
      waiting.push(edge.owner);
    }
  }
  return [];
}
