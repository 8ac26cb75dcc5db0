import { isExact, sayBounds, UNKNOWN_SHARE } from "./bounds.ts";
import { CLASS, type DayGraph } from "./day-graph.ts";
import { type Cone, evaluateCone, type Unknown } from "./evaluate-cone.ts";
import { tieAt } from "./graph.ts";
import { sayPeriod } from "./period.ts";
import { type NamedParty, namedNode } from "./proof.ts";
import type { Resolution } from "./resolution.ts";

/** Bounds of the search: within them the sets are the smallest there are, beyond them only irreducible. */
export const MISSING_LIMITS = {
  /** Stakes above a party that are looked at; more make the answer a list of its own open stakes. */
  coneEdgesMax: 1_000,
  /** Open facts above a party; in a mesh of companies that all own each other there are more than anybody could ask for. */
  unknownsMax: 200,
  /** Combinations tried for one set: all of 14 facts, and all triples of 45. */
  trialsMax: 16_384,
  /** Work of all trials together, in stakes looked at. */
  workMax: 400_000,
  factsToldMax: 200,
} as const;

/** A fact that is not known, and that bears on the answer. */
export type MissingFact = {
  readonly kind:
    | "share"
    | "dates"
    | "attestation"
    | "identity"
    | "owner"
    | "interest"
    | "joint"
    | "conflict"
    | "treasury"
    | "loop";
  readonly owner: NamedParty | null;
  readonly asset: NamedParty | null;
  /** The question to ask, in a sentence. */
  readonly words: string;
};

/**
 * The fewest facts that would decide: `toBlock` would, at the one end of what they may be, prove it blocked; `toClear`
 * would at the other end prove that it is not. `smallest` is the shorter of the two. `exact` is false where there were
 * too many to try: then none of a set can be left out, but another may be smaller.
 */
export type MissingFacts = {
  readonly smallest: readonly MissingFact[];
  readonly toBlock: readonly MissingFact[] | null;
  readonly toClear: readonly MissingFact[];
  readonly exact: boolean;
};

/** The cone above a node, nearest first; null where it is larger than what is searched. */
function coneOf(resolution: Resolution, target: number, group: number): Cone | null {
  const { day, possible, loops, certain, seeds } = resolution;
  const nodes = [target];
  const seen = new Set(nodes);
  const unknowns: Unknown[] = [];
  const looped: number[] = [];
  const sure: number[] = [];
  let edges = 0;
  for (const node of nodes) {
    const seed = seeds.get(node);
    const inGroup = resolution.rule.aggregate === "all" || node === group;
    if (seed !== undefined && inGroup && seed.kind !== "listed" && seed.kind !== "status") {
      unknowns.push({ kind: "seed", at: node });
    }
    if (loops.rank(node, group) > 0) looped.push(node);
    if (certain.rank(node, group) > 0) {
      sure.push(node);
      continue;
    }
    for (let pot = day.headPot[node] ?? -1; pot >= 0; pot = day.nextPot[pot] ?? -1) {
      let counts = false;
      for (let edge = day.headIn[pot] ?? -1; edge >= 0; edge = day.nextIn[edge] ?? -1) {
        edges += 1;
        if (edges > MISSING_LIMITS.coneEdgesMax) return null;
        const owner = day.owner[edge] ?? 0;
        const isIn = possible.rank(owner, group) > 0 || loops.rank(owner, group) > 0;
        if (isIn && day.low[edge] !== day.high[edge]) unknowns.push({ kind: "edge", at: edge });
        if (!isIn || (day.high[edge] ?? 0) === 0) continue;
        counts = true;
        if (seen.has(owner)) continue;
        seen.add(owner);
        nodes.push(owner);
      }
      const isShares = day.classOf[pot] === CLASS.ownership || day.classOf[pot] === CLASS.votes;
      if (counts && isShares && day.needLow[pot] !== day.needHigh[pot])
        unknowns.push({ kind: "pot", at: pot });
    }
  }
  if (unknowns.length > MISSING_LIMITS.unknownsMax) return null;
  if (looped.length > 0) unknowns.push({ kind: "loop", nodes: looped });
  return { target, nodes, seeds: sure, unknowns, edges };
}

/** Subsets of so many of the first `count` numbers, in order, until the caller has had enough. */
function* subsets(count: number, size: number): Generator<readonly number[]> {
  const at = Array.from({ length: size }, (_, index) => index);
  for (;;) {
    yield at;
    let moved = size - 1;
    while (moved >= 0 && at[moved] === count - size + moved) moved -= 1;
    if (moved < 0) return;
    at[moved] = (at[moved] ?? 0) + 1;
    for (let next = moved + 1; next < size; next++) at[next] = (at[next - 1] ?? 0) + 1;
  }
}

type Search = { readonly facts: readonly number[] | null; readonly exact: boolean };

/** The smallest set of unknowns for which the test holds; the test must hold for larger sets where it does for smaller. */
function smallestSet(cone: Cone, test: (set: ReadonlySet<number>) => boolean): Search {
  const count = cone.unknowns.length;
  const all = new Set(Array.from({ length: count }, (_, at) => at));
  if (!test(all)) return { facts: null, exact: true };
  const trialsMax = Math.min(
    MISSING_LIMITS.trialsMax,
    Math.ceil(MISSING_LIMITS.workMax / Math.max(1, cone.edges)),
  );
  let trials = 0;
  for (let size = 0; size <= count; size++) {
    for (const subset of subsets(count, size)) {
      if (trials++ >= trialsMax) return { facts: irreducible(all, test), exact: false };
      if (test(new Set(subset))) return { facts: [...subset], exact: true };
    }
  }
  return { facts: [...all], exact: true };
}

/** All facts, less each that can be left out, the farthest first. */
function irreducible(
  all: ReadonlySet<number>,
  test: (set: ReadonlySet<number>) => boolean,
): readonly number[] {
  const kept = new Set(all);
  for (const fact of [...all].reverse()) {
    kept.delete(fact);
    if (!test(kept)) kept.add(fact);
  }
  return [...kept];
}

/** The fewest missing facts that would decide about a party whose status is undetermined. */
export function missingFactsOf(resolution: Resolution, node: number): MissingFacts {
  const { possible, loops, day } = resolution;
  const groups = [...new Set([...possible.groups(node), ...loops.groups(node)])];
  let toBlock: readonly MissingFact[] | null = null;
  const toClear = new Map<string, MissingFact>();
  let exact = true;
  for (const group of groups) {
    const cone = coneOf(resolution, node, group);
    if (cone === null) {
      exact = false;
      for (const fact of openStakes(resolution, node)) toClear.set(fact.words, fact);
      continue;
    }
    const tell = (facts: readonly number[]) =>
      facts.flatMap((at) => {
        const unknown = cone.unknowns[at];
        return unknown === undefined ? [] : [sayUnknown(resolution, unknown)];
      });
    const block = smallestSet(cone, (set) => evaluateCone(day, cone, (at) => set.has(at)));
    const clear = smallestSet(cone, (set) => !evaluateCone(day, cone, (at) => !set.has(at)));
    exact &&= block.exact && clear.exact;
    if (block.facts !== null && (toBlock === null || block.facts.length < toBlock.length)) {
      toBlock = tell(block.facts);
    }
    for (const fact of tell(clear.facts ?? [])) toClear.set(fact.words, fact);
  }
  const clearing = [...toClear.values()];
  const smallest = toBlock !== null && toBlock.length < clearing.length ? toBlock : clearing;
  return {
    smallest: smallest.slice(0, MISSING_LIMITS.factsToldMax),
    toBlock: toBlock?.slice(0, MISSING_LIMITS.factsToldMax) ?? null,
    toClear: clearing.slice(0, MISSING_LIMITS.factsToldMax),
    exact: exact && smallest.length <= MISSING_LIMITS.factsToldMax,
  };
}

/** The node's own open stakes, where what stands above it is too much to search. */
function openStakes(resolution: Resolution, node: number): readonly MissingFact[] {
  const { day, possible, loops } = resolution;
  const facts: MissingFact[] = [];
  for (let pot = day.headPot[node] ?? -1; pot >= 0; pot = day.nextPot[pot] ?? -1) {
    for (let edge = day.headIn[pot] ?? -1; edge >= 0; edge = day.nextIn[edge] ?? -1) {
      const owner = day.owner[edge] ?? 0;
      if (!possible.has(owner) && !loops.has(owner)) continue;
      if (day.low[edge] !== day.high[edge]) facts.push(sayEdge(day, edge));
      else if (!resolution.certain.has(owner))
        facts.push({
          kind: "owner",
          owner: namedNode(day, owner),
          asset: namedNode(day, node),
          words: `Whether ${label(namedNode(day, owner))} is itself blocked.`,
        });
      if (facts.length >= MISSING_LIMITS.factsToldMax) return facts;
    }
  }
  return facts;
}

const label = ({ id, name }: NamedParty): string => name ?? id;

function sayUnknown(resolution: Resolution, unknown: Unknown): MissingFact {
  const { day, seeds } = resolution;
  switch (unknown.kind) {
    case "edge":
      return sayEdge(day, unknown.at);
    case "pot":
      return sayPot(day, unknown.at);
    case "loop": {
      const names = unknown.nodes.slice(0, 5).map((node) => label(namedNode(day, node)));
      const others =
        unknown.nodes.length > names.length ? ` and ${unknown.nodes.length - names.length} more` : "";
      const words = `Who, beside each other, stands behind ${names.join(", ")}${others}: they own each other in a circle.`;
      return { kind: "loop", owner: null, asset: null, words };
    }
    case "seed": {
      const party = namedNode(day, unknown.at);
      const seed = seeds.get(unknown.at);
      return seed?.kind === "may-be-listed"
        ? {
            kind: "identity",
            owner: party,
            asset: null,
            words: `Whether ${label(party)} is the listed party${seed.listed.words === null ? "" : ` (${seed.listed.words})`}.`,
          }
        : {
            kind: "owner",
            owner: party,
            asset: null,
            words: `Who is ${label(party)}: the source says that there is such an owner, and not who.`,
          };
    }
  }
}

function sayEdge(day: DayGraph, edge: number): MissingFact {
  const pot = day.pot[edge] ?? 0;
  const [owner, asset] = [namedNode(day, day.owner[edge] ?? 0), namedNode(day, day.nodeOf[pot] ?? 0)];
  const place = day.tie[edge] ?? -1;
  const [who, what] = [label(owner), label(asset)];
  const fact = (kind: MissingFact["kind"], words: string): MissingFact => ({ kind, owner, asset, words });
  if (place < 0) return fact("joint", `What share ${who} are of the whole of ${what}.`);
  const tie = tieAt(day.graph, place);
  const potClass = day.classOf[pot];
  if (potClass === CLASS.jointly) return fact("joint", `What part of ${what} is ${who}'s.`);
  if (tie.confidence === "doubtful")
    return fact("attestation", `Whether ${who} does hold its stake in ${what}: the source is doubtful.`);
  if (tie.interest === "unspecified")
    return fact("interest", `What interest ${who} has in ${what}, and how much.`);
  if (potClass === CLASS.control) {
    const trusts = /^(?:settlor|trustee|beneficiary|protector)$/u.test(tie.interest);
    if (trusts) return fact("interest", `Whether ${what} is, in fact, ${who}'s, its ${tie.interest}.`);
    if (tie.interest === "nominee") return fact("owner", `For whom ${who} holds in ${what} as a nominee.`);
    if (day.certain[edge] === 1 || tie.interest === "influence" || tie.interest === "consolidated")
      return fact("interest", `Whether ${who} controls ${what} (stated: ${tie.interest}).`);
  }
  const share = tie.share ?? UNKNOWN_SHARE;
  const dated = day.certain[edge] === 0;
  if (dated && isExact(share))
    return fact(
      "dates",
      `Whether ${who} held its ${sayBounds(share)} of ${what} on ${day.day} (stated: ${sayPeriod(tie.period)}).`,
    );
  const stated = tie.share === null ? "not stated" : `stated: ${sayBounds(share)}`;
  const when = dated ? ` on ${day.day} (dates: ${sayPeriod(tie.period)})` : "";
  const of = tie.interest === "votes" ? "the votes of " : "";
  return fact("share", `What share ${who} holds of ${of}${what}${when} (${stated}).`);
}

function sayPot(day: DayGraph, pot: number): MissingFact {
  const asset = namedNode(day, day.nodeOf[pot] ?? 0);
  const excess = (day.needLow[pot] ?? 0) > (day.whole[pot] ?? 0);
  return excess
    ? {
        kind: "conflict",
        owner: null,
        asset,
        words: `Which of the stated shares of ${label(asset)} is wrong: together they are more than 100 %.`,
      }
    : {
        kind: "treasury",
        owner: null,
        asset,
        words: `Whether the shares that ${label(asset)} holds in itself count.`,
      };
}
