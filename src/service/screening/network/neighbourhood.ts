import { tieAt } from "../../../engine/network/ownership/graph.ts";
import { compareShares } from "../../../engine/network/share.ts";
import type { OrganizationGraph } from "./organization-graph.ts";

/** Parties shown at once: more are a drawing that nobody reads. */
export const NODES_MAX = 150;
/** Neighbours of one party that are shown in one direction; the others are counted. */
const FAN_MAX = 12;

/** The part of the graph that is shown: parties by their places, nearest first, with how many more each has. */
export type Neighbourhood = {
  readonly nodes: readonly number[];
  readonly ties: readonly number[];
  readonly hops: ReadonlyMap<number, number>;
  readonly folded: ReadonlyMap<number, { readonly owners: number; readonly assets: number }>;
};

/** The part that a tie's owner certainly holds, for choosing which are shown first. */
function weightOf({ graph }: OrganizationGraph, tie: number) {
  const { share } = tieAt(graph, tie);
  return share?.max ?? { numerator: 0n, denominator: 1n };
}

/**
 * What stands above and below a party: upwards to the last owner, downwards to the last holding, the largest stakes of
 * each first. `kept` are parties that are shown whatever their stake is: those of the proof.
 */
export function neighbourhoodOf(
  whole: OrganizationGraph,
  center: number,
  kept: ReadonlySet<number>,
): Neighbourhood {
  const { graph } = whole;
  const hops = new Map([[center, 0]]);
  const ties = new Set<number>();
  const folded = new Map<number, { owners: number; assets: number }>();
  const walk = (direction: "owners" | "assets"): void => {
    const waiting = [center];
    const seen = new Set(waiting);
    for (const node of waiting) {
      const all = direction === "owners" ? graph.tiesInto(node) : whole.tiesOutOf(node);
      const ends = direction === "owners" ? graph.ownerOf : graph.assetOf;
      const sorted = all.toSorted(
        (a, b) =>
          Number(kept.has(ends[b] ?? -1)) - Number(kept.has(ends[a] ?? -1)) ||
          compareShares(weightOf(whole, b), weightOf(whole, a)),
      );
      const shown = new Set<number>();
      for (const tie of sorted) {
        const other = ends[tie] ?? 0;
        const isNew = !hops.has(other);
        const full = shown.size >= FAN_MAX || (isNew && hops.size >= NODES_MAX);
        if (full && !shown.has(other) && !kept.has(other)) {
          const count = folded.get(node) ?? { owners: 0, assets: 0 };
          folded.set(node, { ...count, [direction]: count[direction] + 1 });
          continue;
        }
        shown.add(other);
        ties.add(tie);
        if (isNew) hops.set(other, (hops.get(node) ?? 0) + 1);
        if (seen.has(other)) continue;
        seen.add(other);
        waiting.push(other);
      }
    }
  };
  walk("owners");
  walk("assets");
  return { nodes: [...hops.keys()], ties: [...ties].sort((a, b) => a - b), hops, folded };
}
