import { writePercent } from "../share.ts";
import { type Bounds, hull, sumOfBounds, UNKNOWN_SHARE } from "./bounds.ts";
import { CLASS, type DayGraph, shareAt } from "./day-graph.ts";
import { EXACT_MAX, leastCommon, MIN_OPEN, type RangeCache } from "./ranges.ts";

/** Parts of the whole in which every share of the pot is an integer; 0 where there is none small enough. */
function commonWhole(shares: readonly Bounds[], cache: RangeCache, max: number): number {
  let whole = 2;
  for (const share of shares) {
    const denominator = cache.denominator(share);
    if (denominator === 0) return 0;
    whole = leastCommon(whole, denominator, max);
    if (whole === 0) return 0;
  }
  return whole;
}

function edgesOf(day: DayGraph, pot: number): number[] {
  const edges: number[] = [];
  for (let edge = day.headIn[pot] ?? -1; edge >= 0; edge = day.nextIn[edge] ?? -1) edges.push(edge);
  return edges;
}

/** What an edge says of its share on the day: one that may not hold may be nothing. */
function boundsOf(day: DayGraph, edge: number): Bounds {
  const share = shareAt(day, day.share[edge] ?? 0);
  if (day.certain[edge] === 1) return share;
  return { ...share, min: UNKNOWN_SHARE.min, minOpen: false };
}

const sameBounds = (a: Bounds, b: Bounds): boolean =>
  a === b ||
  (a.minOpen === b.minOpen &&
    a.maxOpen === b.maxOpen &&
    writePercent(a.min) === writePercent(b.min) &&
    writePercent(a.max) === writePercent(b.max));

/**
 * One owner's stakes by the sources that state them. Stakes of one source are parcels and add up; several sources speak
 * of the same stake, and where they differ the truth lies between them.
 */
function joinSources(day: DayGraph, edges: readonly number[]): Bounds {
  const { graph } = day;
  const bySource = Map.groupBy(edges, (edge) => {
    const tie = day.tie[edge] ?? -1;
    return tie < 0 ? -1 : (graph.sourceOf[tie] ?? 0);
  });
  const sums = [...bySource.values()].map((some) =>
    some.map((edge) => boundsOf(day, edge)).reduce(sumOfBounds),
  );
  return sums.reduce((a, b) => (sameBounds(a, b) ? a : hull(a, b)));
}

/** The bounds of each edge; where several sources state one stake, its first edge has all and the others nothing. */
function boundsOfAll(day: DayGraph, edges: readonly number[]): readonly Bounds[] {
  const plain = (): readonly Bounds[] => edges.map((edge) => boundsOf(day, edge));
  if (edges.length < 2 || day.graph.sources.length < 2) return plain();
  const byOwner = Map.groupBy(edges, (edge) => day.owner[edge] ?? 0);
  if (byOwner.size === edges.length) return plain();
  const nothing: Bounds = { ...UNKNOWN_SHARE, max: UNKNOWN_SHARE.min };
  const joined = new Map<number, Bounds>();
  for (const some of byOwner.values()) {
    for (const edge of some) joined.set(edge, nothing);
    joined.set(some[0] ?? 0, joinSources(day, some));
  }
  return edges.map((edge) => joined.get(edge) ?? nothing);
}

/** The parts of a whole that every edge of a pot can be counted in, exact where a common one is small enough. */
function wholeOf(bounds: readonly Bounds[], cache: RangeCache): number {
  const max = Math.floor(EXACT_MAX / (bounds.length + 2));
  const common = commonWhole(bounds, cache, max);
  return common > 0 ? common : 10 ** Math.floor(Math.log10(max));
}

function weighShares(day: DayGraph, pot: number): void {
  const edges = edgesOf(day, pot);
  const bounds = boundsOfAll(day, edges);
  const cache = day.ranges;
  const whole = wholeOf(bounds, cache);
  const node = day.nodeOf[pot] ?? 0;
  let lows = 0;
  let minOpens = 0;
  let treasury = 0;
  for (let at = 0; at < edges.length; at++) {
    const edge = edges[at] ?? 0;
    const { low, high, open } = cache.range(bounds[at] ?? UNKNOWN_SHARE, whole);
    lows += low;
    if ((open & MIN_OPEN) !== 0) minOpens += 1;
    const own = day.owner[edge] === node;
    if (own) treasury = Math.min(whole, treasury + high);
    day.low[edge] = own ? 0 : low;
    day.high[edge] = own ? 0 : high;
    day.open[edge] = open;
  }
  const excess = Math.max(0, lows - whole);
  day.whole[pot] = whole;
  // What is stated beyond the whole may be any owner's error: as much is taken off what is certain.
  day.needLow[pot] = whole + 2 * excess;
  // Shares that a company holds in itself count for nobody: the others may hold more of what is left.
  day.needHigh[pot] = whole - treasury;
  day.slack[pot] = excess > 0 ? Number.POSITIVE_INFINITY : whole - lows;
  day.minOpens[pot] = minOpens;
  const threshold = day.classOf[pot] === CLASS.votes ? day.rule.votes : day.rule.ownership;
  day.over[pot] = threshold === "moreThan" ? 1 : 0;
}

/** Pots of control need any one of their edges, those of a block held jointly need all. */
function weighControl(day: DayGraph, pot: number): void {
  const edges = edgesOf(day, pot);
  const all = day.classOf[pot] === CLASS.jointly;
  const whole = all ? new Set(edges.map((edge) => day.owner[edge])).size : 1;
  const counted = new Set<number>();
  for (const edge of edges) {
    const owner = day.owner[edge] ?? 0;
    const nothing = shareAt(day, day.share[edge] ?? 0).max.numerator === 0n || (all && counted.has(owner));
    counted.add(owner);
    day.low[edge] = !nothing && day.certain[edge] === 1 ? 1 : 0;
    day.high[edge] = nothing || owner === day.nodeOf[pot] ? 0 : whole;
    day.open[edge] = 0;
  }
  day.whole[pot] = whole;
  day.needLow[pot] = 2 * whole;
  day.needHigh[pot] = 2 * whole;
  day.slack[pot] = Number.POSITIVE_INFINITY;
  day.minOpens[pot] = 0;
  day.over[pot] = 0;
}

/** Computes a pot's whole, its edges in parts of it, and what it takes to reach the rule's threshold. */
export function weighPot(day: DayGraph, pot: number): void {
  const potClass = day.classOf[pot];
  if (potClass === CLASS.ownership || potClass === CLASS.votes) weighShares(day, pot);
  else weighControl(day, pot);
}
