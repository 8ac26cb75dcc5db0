import { must } from "../../../fault.ts";
import { compareShares, NONE, type Share, writePercent } from "../share.ts";
import { CLASS, type DayGraph, potOf } from "./day-graph.ts";
import type { OwnershipFlag } from "./flag.ts";
import { flagsOf } from "./flags.ts";
import { type MissingFacts, missingFactsOf } from "./missing.ts";
import { type Proof, proofOf } from "./proof.ts";
import { MAX_OPEN, MIN_OPEN } from "./ranges.ts";
import { type OwnershipStatus, type Resolution, statusOf } from "./resolution.ts";

/** The part of a party that blocked owners hold, from the least to the most, in percent without loss. */
export type OwnershipInterval = {
  readonly min: string;
  readonly max: string;
  /** True where the share is strictly more than `min`, or strictly less than `max`. */
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
};

/** What is known of one party: its status under the rule, how much of it blocked owners hold, and why. */
export type OwnershipAnswer = {
  readonly id: string;
  readonly name: string | null;
  readonly status: OwnershipStatus;
  /** What the status rests on; null where nothing was found. */
  readonly basis:
    | "listed"
    | "status"
    | "owned"
    | "controlled"
    | "loop"
    | "may-be-listed"
    | "unknown-owner"
    | null;
  readonly interval: OwnershipInterval;
  /** Of a blocked party: who, how much, since when, by what source, at every step. */
  readonly proof: Proof | null;
  /** Of an undetermined one: the fewest facts that would decide. */
  readonly missing: MissingFacts | null;
  readonly flags: readonly OwnershipFlag[];
};

type Held = {
  readonly min: Share;
  readonly max: Share;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
};

const NOTHING: Held = { min: NONE, max: NONE, minOpen: false, maxOpen: false };

/** What the group's members hold of a node's stakes. */
function heldBy({ day, certain, possible, loops }: Resolution, pot: number, group: number): Held {
  const sums = { low: 0, high: 0, lowOfPossible: 0, minOpens: 0, maxOpens: 0, minOpensOfPossible: 0 };
  let treasury = 0;
  for (let edge = day.headIn[pot] ?? -1; edge >= 0; edge = day.nextIn[edge] ?? -1) {
    const owner = day.owner[edge] ?? 0;
    const [low, high, open] = [day.low[edge] ?? 0, day.high[edge] ?? 0, day.open[edge] ?? 0];
    if (owner === day.nodeOf[pot]) treasury += 1;
    else if (certain.rank(owner, group) > 0) {
      sums.low += low;
      sums.minOpens += open & MIN_OPEN;
    }
    if (possible.rank(owner, group) === 0 && loops.rank(owner, group) === 0) continue;
    sums.high += high;
    sums.lowOfPossible += low;
    sums.maxOpens += open & MAX_OPEN;
    sums.minOpensOfPossible += open & MIN_OPEN;
  }
  const whole = day.whole[pot] ?? 1;
  const excess = ((day.needLow[pot] ?? whole) - whole) / 2;
  const left = (day.slack[pot] ?? 0) + sums.lowOfPossible;
  const most = Math.min(sums.high, left, whole);
  const least = Math.max(0, sums.low - excess);
  const share = (parts: number): Share => ({ numerator: BigInt(parts), denominator: BigInt(whole) });
  return {
    min: share(least),
    max: share(Math.max(most, least)),
    minOpen: excess === 0 && sums.minOpens > 0 && treasury === 0,
    maxOpen:
      (most === sums.high && sums.maxOpens > 0) ||
      (most === left && (day.minOpens[pot] ?? 0) > sums.minOpensOfPossible),
  };
}

/** The groups that hold something in a node, directly. */
export function groupsInto(resolution: Resolution, node: number): ReadonlySet<number> {
  const { day, possible, loops } = resolution;
  const groups = new Set<number>();
  for (let pot = day.headPot[node] ?? -1; pot >= 0; pot = day.nextPot[pot] ?? -1) {
    for (let edge = day.headIn[pot] ?? -1; edge >= 0; edge = day.nextIn[edge] ?? -1) {
      const owner = day.owner[edge] ?? 0;
      for (const group of possible.groups(owner)) groups.add(group);
      for (const group of loops.groups(owner)) groups.add(group);
    }
  }
  return groups;
}

function intervalOf(resolution: Resolution, node: number): OwnershipInterval {
  const pot = potOf(resolution.day, node, CLASS.ownership);
  const groups = pot < 0 ? [] : [...groupsInto(resolution, node)];
  const held = groups.map((group) => heldBy(resolution, pot, group));
  const low = held.reduce((a, b) => (compareShares(b.min, a.min) > 0 ? b : a), NOTHING);
  const high = held.reduce((a, b) => (compareShares(b.max, a.max) > 0 ? b : a), NOTHING);
  return {
    min: writePercent(low.min),
    max: writePercent(high.max),
    minOpen: low.minOpen,
    maxOpen: high.maxOpen && compareShares(high.max, low.min) > 0,
  };
}

function basisOf(resolution: Resolution, node: number, day: DayGraph): OwnershipAnswer["basis"] {
  const seed = resolution.seeds.get(node);
  if (seed !== undefined && (seed.kind === "listed" || seed.kind === "status")) return seed.kind;
  const { certain, possible, loops } = resolution;
  if (certain.has(node)) return isOwned(resolution, node, day) ? "owned" : "controlled";
  if (seed !== undefined) return seed.kind;
  if (possible.has(node)) return potOf(day, node, CLASS.ownership) < 0 ? "controlled" : "owned";
  return loops.has(node) ? "loop" : null;
}

function isOwned({ certain }: Resolution, node: number, day: DayGraph): boolean {
  for (const group of certain.groups(node)) {
    for (const potClass of [CLASS.ownership, CLASS.votes]) {
      const pot = potOf(day, node, potClass);
      for (let edge = pot < 0 ? -1 : (day.headIn[pot] ?? -1); edge >= 0; edge = day.nextIn[edge] ?? -1) {
        const rank = certain.rank(day.owner[edge] ?? 0, group);
        if (rank > 0 && (day.low[edge] ?? 0) > 0 && rank < certain.rank(node, group)) return true;
      }
    }
  }
  return false;
}

/** The answer about the party with this id; null where the graph has none. */
export function answerOf(resolution: Resolution, id: string): OwnershipAnswer | null {
  const node = resolution.graph.indexOf(id);
  return node < 0 ? null : answerOfNode(resolution, node);
}

/** The answer about a party by its place in the graph. */
export function answerOfNode(resolution: Resolution, node: number): OwnershipAnswer {
  const party = must(resolution.graph.parties[node], "a party of the graph");
  const status = statusOf(resolution, node);
  return {
    id: party.id,
    name: party.name,
    status,
    basis: basisOf(resolution, node, resolution.day),
    interval: intervalOf(resolution, node),
    proof: status === "blocked" ? proofOf(resolution, node) : null,
    missing: status === "undetermined" ? missingFactsOf(resolution, node) : null,
    flags: flagsOf(resolution, node, status),
  };
}
