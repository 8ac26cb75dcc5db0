import type { Bounds } from "./bounds.ts";
import { CLASS, type DayGraph, potOf } from "./day-graph.ts";
import type { OwnershipGraph } from "./graph.ts";
import { selfSupporting } from "./loops.ts";
import { Members } from "./members.ts";
import type { OwnershipRule } from "./policy.ts";
import { addStake as addStakeToDay, readDay, reviseEdge } from "./read-day.ts";
import {
  beginSpread,
  certainlyReached,
  clearScratch,
  countEdge,
  makeScratch,
  possiblyReached,
  type Scratch,
  spread,
} from "./spread.ts";

/** A party that is listed, from a day and until another; null: not stated, and taken to be without end. */
export type ListedParty = {
  readonly id: string;
  readonly from: string | null;
  readonly until: string | null;
  /** False where it only may be the listed one. */
  readonly certain: boolean;
  /** Where it stands, in words. */
  readonly words: string | null;
};

/** Whether the law treats a party as listed. */
export type OwnershipStatus = "blocked" | "not-blocked" | "undetermined";

/** Why a node is in by itself. */
export type Seed =
  | { readonly kind: "listed"; readonly listed: ListedParty }
  | { readonly kind: "status"; readonly words: string; readonly instrument: string }
  | { readonly kind: "may-be-listed"; readonly listed: ListedParty }
  | { readonly kind: "unknown-owner" };

/** A graph resolved for one rule and day: who is blocked, who may be, and in what order that follows. */
export type Resolution = {
  readonly graph: OwnershipGraph;
  readonly rule: OwnershipRule;
  readonly day: DayGraph;
  readonly listed: ReadonlyMap<string, ListedParty>;
  readonly seeds: ReadonlyMap<number, Seed>;
  /** Places of groups' seeds where each listed owner is asked alone. */
  readonly certain: Members;
  readonly possible: Members;
  readonly loops: Members;
  readonly scratch: { current: Scratch };
};

const isOn = (
  { from, until }: { readonly from: string | null; readonly until: string | null },
  day: string,
) => (from === null || day >= from) && (until === null || day < until);

function seedOf(graph: OwnershipGraph, rule: OwnershipRule, day: string, node: number): Seed | null {
  const party = graph.parties[node];
  if (party === undefined) return null;
  if (party.kind === "unknown") return { kind: "unknown-owner" };
  if (party.kind !== "state") return null;
  const status = rule.byStatus.find((one) => one.country === party.country && isOn(one, day));
  return status === undefined ? null : { kind: "status", words: status.words, instrument: status.instrument };
}

function seedsOf(
  graph: OwnershipGraph,
  rule: OwnershipRule,
  day: string,
  listed: ReadonlyMap<string, ListedParty>,
): ReadonlyMap<number, Seed> {
  const seeds = new Map<number, Seed>();
  for (const one of listed.values()) {
    const node = graph.indexOf(one.id);
    if (node < 0 || !isOn(one, day)) continue;
    seeds.set(node, { kind: one.certain ? "listed" : "may-be-listed", listed: one });
  }
  for (let node = 0; node < graph.parties.length; node++) {
    const seed = seedOf(graph, rule, day, node);
    const known = seeds.get(node);
    if (seed !== null && (known === undefined || (known.kind === "may-be-listed" && seed.kind === "status")))
      seeds.set(node, seed);
  }
  return seeds;
}

const isCertain = (seed: Seed): boolean => seed.kind === "listed" || seed.kind === "status";

/** What a resolution asks of the graph: the law, the day and who is listed. */
export type OwnershipQuestion = {
  readonly rule: OwnershipRule;
  readonly day: string;
  readonly listed: readonly ListedParty[];
};

/** Resolves the whole graph: every party blocked, possibly blocked, or in a loop that hides who owns it. */
export function resolveOwnership(graph: OwnershipGraph, question: OwnershipQuestion): Resolution {
  const { rule, day: on } = question;
  const listed = new Map(question.listed.map((one) => [one.id, one]));
  const seeds = seedsOf(graph, rule, on, listed);
  const day = readDay(graph, rule, on);
  const one = rule.aggregate === "all";
  const resolution: Resolution = {
    graph,
    rule,
    day,
    listed,
    seeds,
    certain: new Members(day.nodes, one),
    possible: new Members(day.nodes, one),
    loops: new Members(day.nodes, one),
    scratch: { current: makeScratch(day) },
  };
  for (const { group, certain, possible } of groupsOf(resolution)) {
    run(resolution, group, certain, false);
    run(resolution, group, possible, true);
  }
  findLoops(resolution, allNodes(day));
  resolution.scratch.current.base = resolution.day.nodes;
  return resolution;
}

type Group = {
  readonly group: number;
  readonly certain: readonly number[];
  readonly possible: readonly number[];
};

function groupsOf({ seeds, rule }: Resolution): readonly Group[] {
  const certain = [...seeds].flatMap(([node, seed]) => (isCertain(seed) ? [node] : []));
  if (rule.aggregate === "all") return [{ group: 0, certain, possible: [...seeds.keys()] }];
  return [...seeds].map(([node, seed]) => ({
    group: node,
    certain: isCertain(seed) ? [node] : [],
    possible: [node],
  }));
}

function run(resolution: Resolution, group: number, seeds: readonly number[], possible: boolean): void {
  const { day } = resolution;
  const scratch = resolution.scratch.current;
  const members = beginSpread(scratch, seeds);
  spread(day, scratch, members, possible);
  const layer = possible ? resolution.possible : resolution.certain;
  for (const node of members) layer.add(node, group, scratch.rank[node] ?? 0);
  clearScratch(scratch, members);
}

function* allNodes(day: DayGraph): Generator<number> {
  for (let node = 0; node < day.nodes; node++) yield node;
}

/** Companies that own each other, and listed owners something of them: in no proof, and not cleared either. */
function findLoops(resolution: Resolution, nodes: Iterable<number>): void {
  const { day, rule, possible, loops } = resolution;
  const scratch = resolution.scratch.current;
  const isIn = (node: number) => possible.has(node) || loops.has(node);
  const found = selfSupporting(day, scratch, nodes, isIn);
  if (found.length === 0) return;
  if (rule.aggregate === "all") {
    for (const node of found) loops.add(node, 0, 1);
    return;
  }
  const groups = new Set<number>();
  for (const node of found) {
    for (const owner of ownersOf(day, node)) {
      for (const group of [...possible.groups(owner), ...loops.groups(owner)]) groups.add(group);
    }
  }
  for (const group of groups) {
    const inGroup = (node: number) => possible.rank(node, group) > 0 || loops.rank(node, group) > 0;
    for (const node of selfSupporting(day, scratch, found, inGroup)) loops.add(node, group, 1);
  }
}

function ownersOf(day: DayGraph, node: number): readonly number[] {
  const owners: number[] = [];
  for (let pot = day.headPot[node] ?? -1; pot >= 0; pot = day.nextPot[pot] ?? -1) {
    for (let edge = day.headIn[pot] ?? -1; edge >= 0; edge = day.nextIn[edge] ?? -1) {
      owners.push(day.owner[edge] ?? 0);
    }
  }
  return owners;
}

/** The status of a party by its node. */
export function statusOf({ certain, possible, loops }: Resolution, node: number): OwnershipStatus {
  if (certain.has(node)) return "blocked";
  return possible.has(node) || loops.has(node) ? "undetermined" : "not-blocked";
}

/** A change to one stake: of an edge that is there, or a new one. */
export type StakeChange = {
  readonly owner: string;
  readonly asset: string;
  /** Null: the owner holds nothing any more. */
  readonly share: Bounds | null;
};

/**
 * Changes what one owner holds in one asset, and resolves again only what that can touch: the asset and what it owns,
 * down to the last. Returns how many nodes that were. Both parties must be in the graph.
 */
export function changeStake(resolution: Resolution, change: StakeChange): number {
  const { graph, day } = resolution;
  const [owner, asset] = [graph.indexOf(change.owner), graph.indexOf(change.asset)];
  if (owner < 0 || asset < 0) return 0;
  const pot = potOf(day, asset, CLASS.ownership);
  let known = -1;
  for (let edge = pot < 0 ? -1 : (day.headIn[pot] ?? -1); edge >= 0; edge = day.nextIn[edge] ?? -1) {
    if (day.owner[edge] !== owner) continue;
    if (known >= 0) reviseEdge(day, edge, null, true);
    else known = edge;
  }
  if (known >= 0) reviseEdge(day, known, change.share, true);
  else if (change.share !== null) addStakeToDay(day, { owner, asset, share: change.share });
  return resolveAgain(resolution, asset);
}

/** All that the node owns something of, down to the last, and itself. */
function below(day: DayGraph, node: number): ReadonlySet<number> {
  const found = new Set([node]);
  for (const owner of found) {
    for (let edge = day.headOut[owner] ?? -1; edge >= 0; edge = day.nextOut[edge] ?? -1) {
      found.add(day.nodeOf[day.pot[edge] ?? 0] ?? 0);
    }
  }
  return found;
}

function resolveAgain(resolution: Resolution, changed: number): number {
  const { day, certain, possible, loops, seeds } = resolution;
  const touched = below(day, changed);
  const groups = new Set<number>();
  for (const node of touched) {
    for (const layer of [certain, possible, loops]) layer.remove(node);
    if (seeds.has(node)) groups.add(resolution.rule.aggregate === "all" ? 0 : node);
  }
  for (const node of touched) {
    for (const owner of ownersOf(day, node)) for (const group of possible.groups(owner)) groups.add(group);
  }
  const held = resolution.scratch.current;
  if (held.sum.length < day.pots || held.rank.length < day.nodes) {
    resolution.scratch.current = { ...makeScratch(day), base: held.base };
  }
  for (const group of groups) {
    regrow(resolution, group, touched, false);
    regrow(resolution, group, touched, true);
  }
  resolution.scratch.current.base += touched.size;
  findLoops(resolution, touched);
  return touched.size;
}

/** One group's run inside the touched nodes; what is outside stands, and counts for what it owns inside. */
function regrow(
  resolution: Resolution,
  group: number,
  touched: ReadonlySet<number>,
  possible: boolean,
): void {
  const { day, seeds, rule } = resolution;
  const scratch = resolution.scratch.current;
  const layer = possible ? resolution.possible : resolution.certain;
  const own = [...touched].filter((node) => {
    const seed = seeds.get(node);
    const counts = seed !== undefined && (possible || isCertain(seed));
    return counts && (rule.aggregate === "all" || node === group);
  });
  const members = beginSpread(scratch, own);
  for (const node of touched) {
    let reached = false;
    for (let pot = day.headPot[node] ?? -1; pot >= 0; pot = day.nextPot[pot] ?? -1) {
      for (let edge = day.headIn[pot] ?? -1; edge >= 0; edge = day.nextIn[edge] ?? -1) {
        const owner = day.owner[edge] ?? 0;
        if (!touched.has(owner) && layer.rank(owner, group) > 0) countEdge(day, scratch, edge, possible);
      }
      reached ||= possible ? possiblyReached(day, scratch, pot) : certainlyReached(day, scratch, pot);
    }
    if (!reached || scratch.rank[node] !== 0) continue;
    members.push(node);
    scratch.rank[node] = scratch.base + members.length;
  }
  spread(day, scratch, members, possible);
  for (const node of members) layer.add(node, group, scratch.rank[node] ?? 0);
  clearScratch(scratch, members);
}
