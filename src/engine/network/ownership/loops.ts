import type { DayGraph } from "./day-graph.ts";
import { MAX_OPEN, MIN_OPEN } from "./ranges.ts";
import { clearScratch, possiblyReached, type Scratch } from "./spread.ts";

function uncount(day: DayGraph, scratch: Scratch, edge: number): void {
  const pot = day.pot[edge] as number;
  const open = day.open[edge] as number;
  scratch.sum[pot] = (scratch.sum[pot] as number) - (day.high[edge] as number);
  scratch.sumLow[pot] = (scratch.sumLow[pot] as number) - (day.low[edge] as number);
  if ((open & MAX_OPEN) !== 0) scratch.opens[pot] = (scratch.opens[pot] as number) - 1;
  if ((open & MIN_OPEN) !== 0) scratch.minOpens[pot] = (scratch.minOpens[pot] as number) - 1;
}

function holds(day: DayGraph, scratch: Scratch, node: number): boolean {
  for (let pot = day.headPot[node] as number; pot >= 0; pot = day.nextPot[pot] as number) {
    if (possiblyReached(day, scratch, pot)) return true;
  }
  return false;
}

/** A set of nodes as a flag for each node and the list of those ever put in. */
type NodeSet = { readonly flags: Uint8Array; list: number[] };

/** Those of the set that listed owners hold something of, directly or through others of it; the others leave it. */
function keepSupported(day: DayGraph, set: NodeSet, blocked: (node: number) => boolean): void {
  const { flags } = set;
  const found: number[] = [];
  for (const node of set.list) {
    if (isHeldByBlocked(day, node, blocked)) {
      flags[node] = 2;
      found.push(node);
    }
  }
  for (let at = 0; at < found.length; at++) {
    for (let edge = day.headOut[found[at] as number] as number; edge >= 0; ) {
      const node = day.nodeOf[day.pot[edge] as number] as number;
      if ((day.high[edge] as number) > 0 && flags[node] === 1) {
        flags[node] = 2;
        found.push(node);
      }
      edge = day.nextOut[edge] as number;
    }
  }
  for (const node of set.list) flags[node] = flags[node] === 2 ? 1 : 0;
  set.list = found;
}

function isHeldByBlocked(day: DayGraph, node: number, blocked: (node: number) => boolean): boolean {
  for (let pot = day.headPot[node] as number; pot >= 0; pot = day.nextPot[pot] as number) {
    for (let edge = day.headIn[pot] as number; edge >= 0; edge = day.nextIn[edge] as number) {
      if ((day.high[edge] as number) > 0 && blocked(day.owner[edge] as number)) return true;
    }
  }
  return false;
}

/** Counts what the blocked and the nodes of the set hold in the pots of the set. */
function countInside(
  day: DayGraph,
  scratch: Scratch,
  set: NodeSet,
  blocked: (node: number) => boolean,
): void {
  for (const node of set.list) {
    for (let pot = day.headPot[node] as number; pot >= 0; pot = day.nextPot[pot] as number) {
      scratch.touched.push(pot);
      for (let edge = day.headIn[pot] as number; edge >= 0; edge = day.nextIn[edge] as number) {
        const owner = day.owner[edge] as number;
        if (set.flags[owner] === 0 && !blocked(owner)) continue;
        const open = day.open[edge] as number;
        scratch.sum[pot] = (scratch.sum[pot] as number) + (day.high[edge] as number);
        scratch.sumLow[pot] = (scratch.sumLow[pot] as number) + (day.low[edge] as number);
        if ((open & MAX_OPEN) !== 0) scratch.opens[pot] = (scratch.opens[pot] as number) + 1;
        if ((open & MIN_OPEN) !== 0) scratch.minOpens[pot] = (scratch.minOpens[pot] as number) + 1;
      }
    }
  }
}

/** Takes out, one after the other, the nodes that would not reach the threshold even with all others in. */
function peel(day: DayGraph, scratch: Scratch, set: NodeSet): void {
  const { flags } = set;
  const out: number[] = set.list.filter((node) => !holds(day, scratch, node));
  for (const node of out) flags[node] = 0;
  for (let at = 0; at < out.length; at++) {
    for (let edge = day.headOut[out[at] as number] as number; edge >= 0; ) {
      const node = day.nodeOf[day.pot[edge] as number] as number;
      // Those already out need no more counting.
      if (flags[node] !== 0) {
        uncount(day, scratch, edge);
        if (!holds(day, scratch, node)) {
          flags[node] = 0;
          out.push(node);
        }
      }
      edge = day.nextOut[edge] as number;
    }
  }
  set.list = set.list.filter((node) => flags[node] !== 0);
}

/**
 * The largest set of nodes, each of which reaches the threshold by the stakes of the blocked and of the set itself, and
 * in which blocked owners hold something: companies that own each other hide who is behind them. The least fixed point
 * leaves them out; a person must look. `scratch` must be empty but for its ranks, and is so again after.
 */
export function selfSupporting(
  day: DayGraph,
  scratch: Scratch,
  nodes: Iterable<number>,
  blocked: (node: number) => boolean,
): readonly number[] {
  const { flags } = scratch;
  const set: NodeSet = { flags, list: [] };
  for (const node of nodes) {
    if (flags[node] !== 0 || (day.headPot[node] as number) < 0 || blocked(node)) continue;
    flags[node] = 1;
    set.list.push(node);
  }
  for (let before = -1; before !== set.list.length && set.list.length > 0; ) {
    countInside(day, scratch, set, blocked);
    peel(day, scratch, set);
    clearScratch(scratch, []);
    before = set.list.length;
    keepSupported(day, set, blocked);
  }
  for (const node of set.list) flags[node] = 0;
  return set.list;
}
