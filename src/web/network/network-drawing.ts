import type { WordKey } from "../words/words.ts";
import type { Drawing } from "./draw-network.ts";
import { groupOf, kindOf, type Network, nameOf, sayShareOf } from "./network-words.ts";

type Say = (key: WordKey, values?: Readonly<Record<string, string>>) => string;

/** A network as it is drawn: owners above, shares beside the lines, the deciding path lit. */
export function drawingOf(network: Network, t: Say): Drawing {
  return {
    nodes: network.nodes.map((node) => {
      const folded = node.folded.owners + node.folded.assets;
      return {
        id: node.id,
        kind: kindOf(node.kind),
        isCenter: node.id === network.id,
        isListed: node.listed !== null,
        onPath: node.onPath,
        label: `${node.listed === null ? "" : "⬣ "}${nameOf(network, node.id).replaceAll(" %", "\u00a0%")}${
          folded === 0 ? "" : `\n${t("network.folded", { count: String(folded) })}`
        }`,
      };
    }),
    edges: network.edges.map((edge) => {
      const group = groupOf(edge);
      const share = group === "ownership" ? sayShareOf(edge, t) : t(`network.interest.${edge.interest}`);
      return {
        id: edge.id,
        source: edge.owner,
        target: edge.asset,
        label: share,
        isOwnership: group === "ownership",
        isDirected: true,
        isSure: edge.presence === "holds" && edge.confidence !== "doubtful",
        onPath: edge.onPath,
      };
    }),
  };
}
