import type { Network } from "./network-words.ts";

/** Several parties' networks as one, the first party's own in front: what two of them hold is held once. */
export function mergeNetworks(networks: readonly Network[]): Network {
  const [first, ...others] = networks;
  if (first === undefined) throw new Error("bug: no network to merge");
  const nodes = new Map(first.nodes.map((node) => [node.id, node]));
  const edges = new Map(first.edges.map((edge) => [edge.id, edge]));
  const days = new Set(first.days);
  for (const network of others) {
    for (const node of network.nodes) {
      const held = nodes.get(node.id);
      // What an expansion shows is no longer folded; the path lit is that of the party asked about.
      if (held === undefined) nodes.set(node.id, { ...node, onPath: false });
      else if (node.id === network.id) nodes.set(node.id, { ...held, folded: node.folded });
    }
    for (const edge of network.edges) if (!edges.has(edge.id)) edges.set(edge.id, { ...edge, onPath: false });
    for (const day of network.days) days.add(day);
  }
  return { ...first, nodes: [...nodes.values()], edges: [...edges.values()], days: [...days].sort() };
}
