import { type Bounds, UNKNOWN_SHARE } from "./bounds.ts";
import type { Joint, OwnershipGraph } from "./graph.ts";
import type { OwnershipRule } from "./policy.ts";
import type { RangeCache } from "./ranges.ts";

/*
 * A graph as one rule reads it on one day. The nodes are the graph's parties, then one for each block of shares held or
 * used jointly. What an asset's owners hold in it is gathered in pots, one for each class that can make it blocked:
 *
 *   node ──headPot──▸ pot ──nextPot──▸ pot …        pot ──headIn──▸ edge ──nextIn──▸ edge … (who holds it)
 *   node ──headOut──▸ edge ──nextOut──▸ edge …      (what it holds)
 *
 * Shares are integers in parts of the pot's own `whole`, so that sums and comparisons are exact. Lists are linked, so
 * that an edge can be added, or weighed anew, without building the rest again.
 */

/** Classes of pots: stakes, votes, control by any one, and a block held jointly by all. */
export const CLASS = { ownership: 0, votes: 1, control: 2, jointly: 3 } as const;
export type PotClass = (typeof CLASS)[keyof typeof CLASS];

/** A block of shares that several hold or use together, as a node of its own. */
export type Block = { readonly joint: Joint; readonly asset: number };

export type DayGraph = {
  readonly graph: OwnershipGraph;
  readonly rule: OwnershipRule;
  readonly day: string;
  readonly blocks: Block[];
  /** Shares beyond the graph's own: sums of blocks. A share's place counts through both. */
  readonly moreShares: Bounds[];
  /** Shares in parts of a whole, met before. */
  readonly ranges: RangeCache;
  nodes: number;
  pots: number;
  edges: number;
  headPot: Int32Array;
  headOut: Int32Array;
  nextPot: Int32Array;
  nodeOf: Int32Array;
  classOf: Uint8Array;
  headIn: Int32Array;
  /** Parts that make up the whole of a pot. */
  whole: Float64Array;
  /** Twice the sum at which the pot certainly, or possibly, makes its node blocked; `over`: more than that. */
  needLow: Float64Array;
  needHigh: Float64Array;
  over: Uint8Array;
  /** What nobody certainly holds: the most that can be added to the certain shares of some owners. */
  slack: Float64Array;
  minOpens: Int32Array;
  nextIn: Int32Array;
  nextOut: Int32Array;
  owner: Int32Array;
  pot: Int32Array;
  low: Float64Array;
  high: Float64Array;
  open: Uint8Array;
  /** The share's place, and whether the tie certainly holds on the day. */
  share: Int32Array;
  certain: Uint8Array;
  /** The tie in the graph, or -1 for one of a block. */
  tie: Int32Array;
};

/** The share at a place, of the graph's table or the day's own. */
export function shareAt(day: DayGraph, place: number): Bounds {
  const { shares } = day.graph;
  return (place < shares.length ? shares[place] : day.moreShares[place - shares.length]) ?? UNKNOWN_SHARE;
}

/** The pot of a class at a node, or -1. */
export function potOf(day: DayGraph, node: number, potClass: PotClass): number {
  for (let pot = day.headPot[node] ?? -1; pot >= 0; pot = day.nextPot[pot] ?? -1) {
    if (day.classOf[pot] === potClass) return pot;
  }
  return -1;
}
