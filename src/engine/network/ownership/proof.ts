import { addShares, NONE, type Share, writePercent } from "../share.ts";
import { sayBounds, UNKNOWN_SHARE } from "./bounds.ts";
import { CLASS, type DayGraph, shareAt } from "./day-graph.ts";
import { type Interest, tieAt } from "./graph.ts";
import { sayPeriod } from "./period.ts";
import { MIN_OPEN } from "./ranges.ts";
import type { Resolution } from "./resolution.ts";

/** Steps that a proof tells; the deepest real chain of holdings met has 17. */
const STEPS_MAX = 200;
/** Stakes that one step tells: two large owners prove what ten thousand small ones would. */
const STAKES_MAX = 100;

/** A party as a proof names it. */
export type NamedParty = { readonly id: string; readonly name: string | null };

/** One stake that a proof counts. */
export type ProofStake = {
  readonly owner: NamedParty;
  readonly asset: NamedParty;
  readonly interest: Interest | "joint-block";
  /** As stated, in words; `counted` is the part that is certain, in percent. */
  readonly share: string;
  readonly counted: string;
  /** `since 2017-11-01`; empty where the source has no dates. */
  readonly held: string;
  readonly source: string;
  readonly reference: string;
};

/** Why one party is blocked: what blocked owners certainly hold of it, or that one of them controls it. */
export type ProofStep = {
  readonly party: NamedParty;
  readonly by: "ownership" | "votes" | "control" | "joint-block";
  /** What the stakes come to, in percent; null for control. */
  readonly total: string | null;
  readonly stakes: readonly ProofStake[];
};

/** From the party up to the listed, each step once. `listed` are those at the top; `more` counts the steps left out. */
export type Proof = {
  readonly steps: readonly ProofStep[];
  readonly listed: readonly (NamedParty & { readonly words: string | null; readonly since: string | null })[];
  readonly more: number;
};

/** A node as people know it: a party, or a block of shares. */
export function namedNode({ graph, blocks }: DayGraph, node: number): NamedParty {
  const party = graph.parties[node];
  if (party !== undefined) return { id: party.id, name: party.name };
  const block = blocks[node - graph.parties.length];
  const asset = graph.parties[block?.asset ?? 0];
  const held = block?.joint.kind === "arrangement" ? "exercised together" : "held jointly";
  return {
    id: `joint:${block?.joint.id ?? node}`,
    name: `the shares of ${asset?.name ?? asset?.id ?? ""} ${held} (${block?.joint.id ?? ""})`,
  };
}

const STEP_KINDS = ["ownership", "votes", "control", "joint-block"] as const;

/** An edge as a proof tells it. */
export function stakeOf(day: DayGraph, edge: number): ProofStake {
  const pot = day.pot[edge] ?? 0;
  const place = day.tie[edge] ?? -1;
  const tie = place < 0 ? null : tieAt(day.graph, place);
  const whole = BigInt(day.whole[pot] ?? 1);
  const share: Share = { numerator: BigInt(day.low[edge] ?? 0), denominator: whole };
  const counts = day.classOf[pot] === CLASS.ownership || day.classOf[pot] === CLASS.votes;
  const stated = tie === null ? shareAt(day, day.share[edge] ?? 0) : (tie.share ?? UNKNOWN_SHARE);
  return {
    owner: namedNode(day, day.owner[edge] ?? 0),
    asset: namedNode(day, day.nodeOf[pot] ?? 0),
    interest: tie?.interest ?? "joint-block",
    share: counts ? sayBounds(stated) : "",
    counted: counts ? writePercent(share) : "",
    held: tie === null ? "" : sayPeriod(tie.period),
    source: tie?.source ?? "",
    reference: tie?.reference ?? "",
  };
}

type Found = { readonly pot: number; readonly edges: readonly number[]; readonly total: Share };

/** The fewest certain stakes of earlier members that reach what the pot needs; null where it is not reached. */
function reachedBy(resolution: Resolution, pot: number, group: number): Found | null {
  const { day, certain } = resolution;
  const rank = certain.rank(day.nodeOf[pot] ?? 0, group);
  const edges: number[] = [];
  for (let edge = day.headIn[pot] ?? -1; edge >= 0; edge = day.nextIn[edge] ?? -1) {
    const of = certain.rank(day.owner[edge] ?? 0, group);
    const counts = (day.low[edge] ?? 0) > 0 || ((day.open[edge] ?? 0) & MIN_OPEN) !== 0;
    if (of > 0 && of < rank && counts) edges.push(edge);
  }
  edges.sort((a, b) => (day.low[b] ?? 0) - (day.low[a] ?? 0) || (day.owner[a] ?? 0) - (day.owner[b] ?? 0));
  const need = day.needLow[pot] ?? 0;
  const used: number[] = [];
  let [sum, opens] = [0, 0];
  for (const edge of edges) {
    used.push(edge);
    sum += day.low[edge] ?? 0;
    opens += (day.open[edge] ?? 0) & MIN_OPEN;
    if (2 * sum > need || (2 * sum === need && (day.over[pot] === 0 || opens > 0))) {
      const whole = BigInt(day.whole[pot] ?? 1);
      const total = used
        .map((one): Share => ({ numerator: BigInt(day.low[one] ?? 0), denominator: whole }))
        .reduce(addShares, NONE);
      return { pot, edges: used, total };
    }
  }
  return null;
}

function stepOf(resolution: Resolution, node: number, group: number): Found | null {
  const { day } = resolution;
  const found: Found[] = [];
  for (let pot = day.headPot[node] ?? -1; pot >= 0; pot = day.nextPot[pot] ?? -1) {
    const one = reachedBy(resolution, pot, group);
    if (one !== null) found.push(one);
  }
  // Ownership convinces before votes, votes before control.
  found.sort((a, b) => (day.classOf[a.pot] ?? 0) - (day.classOf[b.pot] ?? 0));
  return found[0] ?? null;
}

/** The proof that a party is blocked: well-founded, since each step rests on owners that were blocked before. */
export function proofOf(resolution: Resolution, node: number): Proof {
  const { day, certain, seeds } = resolution;
  const [group = 0] = certain.groups(node);
  const waiting = [node];
  const seen = new Set(waiting);
  const steps: ProofStep[] = [];
  const listed: Proof["listed"][number][] = [];
  let more = 0;
  for (const at of waiting) {
    const seed = seeds.get(at);
    if (seed?.kind === "listed" || seed?.kind === "status") {
      const since = seed.kind === "listed" ? seed.listed.from : null;
      const words = seed.kind === "listed" ? seed.listed.words : `${seed.words} (${seed.instrument})`;
      listed.push({ ...namedNode(day, at), words, since });
      continue;
    }
    const found = stepOf(resolution, at, group);
    if (found === null) continue;
    for (const edge of found.edges) {
      const owner = day.owner[edge] ?? 0;
      if (seen.has(owner)) continue;
      seen.add(owner);
      waiting.push(owner);
    }
    if (steps.length >= STEPS_MAX) {
      more += 1;
      continue;
    }
    const by = STEP_KINDS[day.classOf[found.pot] ?? 0] ?? "ownership";
    steps.push({
      party: namedNode(day, at),
      by,
      total: by === "ownership" || by === "votes" ? writePercent(found.total) : null,
      stakes: found.edges.slice(0, STAKES_MAX).map((edge) => stakeOf(day, edge)),
    });
  }
  return { steps, listed, more };
}
