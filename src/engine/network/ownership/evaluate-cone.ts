import type { DayGraph } from "./day-graph.ts";
import { MAX_OPEN, MIN_OPEN } from "./ranges.ts";

/** One unknown of a cone: an edge, a node that may be in by itself, a pot whose threshold is open, or the loops. */
export type Unknown =
  | { readonly kind: "edge"; readonly at: number }
  | { readonly kind: "seed"; readonly at: number }
  | { readonly kind: "pot"; readonly at: number }
  | { readonly kind: "loop"; readonly nodes: readonly number[] };

/** What stands above a node in one group: all that its answer can depend on. */
export type Cone = {
  readonly target: number;
  readonly nodes: readonly number[];
  readonly seeds: readonly number[];
  readonly unknowns: readonly Unknown[];
  readonly edges: number;
};

/** Which unknowns of a cone are at their high end. */
type Highs = {
  readonly edges: ReadonlySet<number>;
  readonly pots: ReadonlySet<number>;
  readonly nodes: readonly number[];
};

function highsOf(cone: Cone, isHigh: (unknown: number) => boolean): Highs {
  const edges = new Set<number>();
  const pots = new Set<number>();
  const nodes: number[] = [];
  for (const [at, unknown] of cone.unknowns.entries()) {
    if (!isHigh(at)) continue;
    if (unknown.kind === "edge") edges.add(unknown.at);
    else if (unknown.kind === "pot") pots.add(unknown.at);
    else if (unknown.kind === "seed") nodes.push(unknown.at);
    else nodes.push(...unknown.nodes);
  }
  return { edges, pots, nodes };
}

/** True where the members' shares of a pot, each at the end chosen for it, reach the threshold chosen for it. */
function reaches(day: DayGraph, pot: number, members: ReadonlySet<number>, highs: Highs): boolean {
  let [sum, others, highOpens, lowOpens, otherOpens] = [0, 0, 0, 0, 0];
  for (let edge = day.headIn[pot] ?? -1; edge >= 0; edge = day.nextIn[edge] ?? -1) {
    const open = day.open[edge] ?? 0;
    const high = highs.edges.has(edge);
    if (!members.has(day.owner[edge] ?? 0)) {
      others += day.low[edge] ?? 0;
      otherOpens += open & MIN_OPEN;
    } else if (high) {
      sum += day.high[edge] ?? 0;
      highOpens += open & MAX_OPEN;
    } else {
      sum += day.low[edge] ?? 0;
      if (day.low[edge] !== day.high[edge]) lowOpens += open & MIN_OPEN;
    }
  }
  const left = day.slack[pot] === Number.POSITIVE_INFINITY ? sum : (day.whole[pot] ?? 1) - others;
  const most = Math.min(sum, left);
  const need = (highs.pots.has(pot) ? day.needHigh[pot] : day.needLow[pot]) ?? 0;
  if (most <= 0) return false;
  if (2 * most !== need) return 2 * most > need;
  if ((most === sum && highOpens > 0) || (sum > left && otherOpens > 0)) return false;
  return day.over[pot] === 0 || lowOpens > 0;
}

/** Whether the cone's target is blocked where these unknowns are at their high ends and the others at their low ones. */
export function evaluateCone(day: DayGraph, cone: Cone, isHigh: (unknown: number) => boolean): boolean {
  const highs = highsOf(cone, isHigh);
  const members = new Set([...cone.seeds, ...highs.nodes]);
  for (let grew = true; grew && !members.has(cone.target); ) {
    grew = false;
    for (const node of cone.nodes) {
      if (members.has(node)) continue;
      for (let pot = day.headPot[node] ?? -1; pot >= 0; pot = day.nextPot[pot] ?? -1) {
        if (!reaches(day, pot, members, highs)) continue;
        members.add(node);
        grew = true;
        break;
      }
    }
  }
  return members.has(cone.target);
}
