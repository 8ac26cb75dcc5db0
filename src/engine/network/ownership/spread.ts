import type { DayGraph } from "./day-graph.ts";
import { MAX_OPEN, MIN_OPEN } from "./ranges.ts";

/** What blocked owners hold in each pot, while blocking spreads; given back empty after each run. */
export type Scratch = {
  readonly sum: Float64Array;
  /** For the possible run: the certain part of the same owners' shares. */
  readonly sumLow: Float64Array;
  readonly opens: Int32Array;
  readonly minOpens: Int32Array;
  /** Order in which nodes joined, from 1; 0: not. */
  readonly rank: Int32Array;
  readonly touched: number[];
  /** Nodes under consideration for a loop. */
  readonly flags: Uint8Array;
  /** Ranks given before this run: later runs rank after them, so that what proves always ranks before what it proves. */
  base: number;
};

/** Room for the stakes of a question or two beside the graph's. */
const SPARE = 1024;

/** Room for one run at a time over a day's graph. */
export function makeScratch(day: DayGraph): Scratch {
  return {
    sum: new Float64Array(day.pots + SPARE),
    sumLow: new Float64Array(day.pots + SPARE),
    opens: new Int32Array(day.pots + SPARE),
    minOpens: new Int32Array(day.pots + SPARE),
    rank: new Int32Array(day.nodes + SPARE),
    touched: [],
    flags: new Uint8Array(day.nodes + SPARE),
    base: 0,
  };
}

/** Empties what a run has filled. */
export function clearScratch(scratch: Scratch, members: readonly number[]): void {
  for (const pot of scratch.touched) {
    scratch.sum[pot] = 0;
    scratch.sumLow[pot] = 0;
    scratch.opens[pot] = 0;
    scratch.minOpens[pot] = 0;
  }
  scratch.touched.length = 0;
  for (const node of members) scratch.rank[node] = 0;
}

/** True where the certain shares of blocked owners reach what the rule asks. */
export function certainlyReached(day: DayGraph, scratch: Scratch, pot: number): boolean {
  const twice = 2 * (scratch.sum[pot] as number);
  const need = day.needLow[pot] as number;
  if (twice !== need) return twice > need;
  return day.over[pot] === 0 || (scratch.opens[pot] as number) > 0;
}

/**
 * True where the shares of blocked owners may reach it: as much as they may hold, and no more than the others' certain
 * shares leave. An end that is open is not reached itself.
 */
export function possiblyReached(day: DayGraph, scratch: Scratch, pot: number): boolean {
  const held = scratch.sum[pot] as number;
  if (held === 0) return false;
  const left = (day.slack[pot] as number) + (scratch.sumLow[pot] as number);
  const most = Math.min(held, left);
  const need = day.needHigh[pot] as number;
  if (2 * most !== need) return 2 * most > need;
  if (day.over[pot] === 1) return false;
  const heldOpen = held === most && (scratch.opens[pot] as number) > 0;
  const leftOpen = left === most && (day.minOpens[pot] as number) > (scratch.minOpens[pot] as number);
  return !heldOpen && !leftOpen;
}

/** Counts an edge of a blocked owner in its pot. */
export function countEdge(day: DayGraph, scratch: Scratch, edge: number, possible: boolean): void {
  const pot = day.pot[edge] as number;
  if (scratch.sum[pot] === 0 && scratch.sumLow[pot] === 0) scratch.touched.push(pot);
  const open = day.open[edge] as number;
  if (!possible) {
    scratch.sum[pot] = (scratch.sum[pot] as number) + (day.low[edge] as number);
    if ((open & MIN_OPEN) !== 0) scratch.opens[pot] = (scratch.opens[pot] as number) + 1;
    return;
  }
  scratch.sum[pot] = (scratch.sum[pot] as number) + (day.high[edge] as number);
  scratch.sumLow[pot] = (scratch.sumLow[pot] as number) + (day.low[edge] as number);
  if ((open & MAX_OPEN) !== 0) scratch.opens[pot] = (scratch.opens[pot] as number) + 1;
  if ((open & MIN_OPEN) !== 0) scratch.minOpens[pot] = (scratch.minOpens[pot] as number) + 1;
}

/**
 * The least fixed point from the nodes in `members`, which grows by every node that joins, in order. Each owner's stakes
 * are counted once, when it joins, so that a loop ends and proves nothing by itself. `scratch.rank` must have the ranks
 * of those already in.
 */
export function spread(day: DayGraph, scratch: Scratch, members: number[], possible: boolean): void {
  const { rank } = scratch;
  for (let at = 0; at < members.length; at++) {
    const owner = members[at] as number;
    for (let edge = day.headOut[owner] as number; edge >= 0; edge = day.nextOut[edge] as number) {
      countEdge(day, scratch, edge, possible);
      const pot = day.pot[edge] as number;
      const node = day.nodeOf[pot] as number;
      if (rank[node] !== 0) continue;
      const reached = possible ? possiblyReached(day, scratch, pot) : certainlyReached(day, scratch, pot);
      if (!reached) continue;
      members.push(node);
      rank[node] = scratch.base + members.length;
    }
  }
}

/** Begins a run: these nodes are in. */
export function beginSpread(scratch: Scratch, seeds: readonly number[]): number[] {
  const members: number[] = [];
  for (const seed of seeds) {
    if (scratch.rank[seed] !== 0) continue;
    members.push(seed);
    scratch.rank[seed] = scratch.base + members.length;
  }
  return members;
}
