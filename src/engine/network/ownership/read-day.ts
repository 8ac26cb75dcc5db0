import { WHOLE } from "../share.ts";
import { type Bounds, hull, sumOfBounds, UNKNOWN_SHARE } from "./bounds.ts";
import { type Block, CLASS, type DayGraph, type PotClass, potOf } from "./day-graph.ts";
import { INTERESTS, type Interest, type OwnershipGraph } from "./graph.ts";
import { type Presence, presenceOn } from "./period.ts";
import type { OwnershipRule } from "./policy.ts";
import { RangeCache } from "./ranges.ts";
import { weighPot } from "./weigh.ts";

type Growable = Int32Array | Float64Array | Uint8Array;

function grown<T extends Growable>(array: T, length: number): T {
  if (length <= array.length) return array;
  const Kind = array.constructor as new (size: number) => T;
  const larger = new Kind(Math.max(length, Math.ceil(array.length * 1.5), 64));
  larger.set(array);
  return larger;
}

function makePot(day: DayGraph, node: number, potClass: PotClass): number {
  const pot = day.pots;
  day.pots += 1;
  day.nextPot = grown(day.nextPot, day.pots);
  day.nodeOf = grown(day.nodeOf, day.pots);
  day.classOf = grown(day.classOf, day.pots);
  day.headIn = grown(day.headIn, day.pots);
  day.whole = grown(day.whole, day.pots);
  day.needLow = grown(day.needLow, day.pots);
  day.needHigh = grown(day.needHigh, day.pots);
  day.over = grown(day.over, day.pots);
  day.slack = grown(day.slack, day.pots);
  day.minOpens = grown(day.minOpens, day.pots);
  day.nextPot[pot] = day.headPot[node] ?? -1;
  day.headPot[node] = pot;
  day.nodeOf[pot] = node;
  day.classOf[pot] = potClass;
  day.headIn[pot] = -1;
  return pot;
}

type NewEdge = {
  readonly owner: number;
  readonly node: number;
  readonly potClass: PotClass;
  readonly share: number;
  readonly certain: boolean;
  readonly tie: number;
};

function makeEdge(day: DayGraph, made: NewEdge): number {
  const edge = day.edges;
  day.edges += 1;
  day.nextIn = grown(day.nextIn, day.edges);
  day.nextOut = grown(day.nextOut, day.edges);
  day.owner = grown(day.owner, day.edges);
  day.pot = grown(day.pot, day.edges);
  day.low = grown(day.low, day.edges);
  day.high = grown(day.high, day.edges);
  day.open = grown(day.open, day.edges);
  day.share = grown(day.share, day.edges);
  day.certain = grown(day.certain, day.edges);
  day.tie = grown(day.tie, day.edges);
  const known = potOf(day, made.node, made.potClass);
  const pot = known >= 0 ? known : makePot(day, made.node, made.potClass);
  day.nextIn[edge] = day.headIn[pot] ?? -1;
  day.headIn[pot] = edge;
  day.nextOut[edge] = day.headOut[made.owner] ?? -1;
  day.headOut[made.owner] = edge;
  day.owner[edge] = made.owner;
  day.pot[edge] = pot;
  day.share[edge] = made.share;
  day.certain[edge] = made.certain ? 1 : 0;
  day.tie[edge] = made.tie;
  return pot;
}

function ownShare(day: DayGraph, bounds: Bounds): number {
  return day.graph.shares.length + day.moreShares.push(bounds) - 1;
}

function makeNode(day: DayGraph): number {
  const node = day.nodes;
  day.nodes += 1;
  day.headPot = grown(day.headPot, day.nodes);
  day.headOut = grown(day.headOut, day.nodes);
  day.headPot[node] = -1;
  day.headOut[node] = -1;
  return node;
}

type Effect = { readonly potClass: PotClass; readonly certain: boolean; readonly whole: boolean };

/** What an interest counts for under a rule; null where it is told and decides nothing. */
function effectOf(interest: Interest, rule: OwnershipRule): Effect | null {
  const controls = rule.control !== "told";
  const control = (certain: boolean): Effect => ({ potClass: CLASS.control, certain, whole: true });
  switch (interest) {
    case "ownership":
      return { potClass: CLASS.ownership, certain: true, whole: false };
    case "unspecified":
      return { potClass: CLASS.ownership, certain: false, whole: false };
    case "nominator":
      return { potClass: CLASS.ownership, certain: true, whole: true };
    case "votes":
      return rule.votes === null ? null : { potClass: CLASS.votes, certain: true, whole: false };
    case "board-majority":
    case "control":
      return controls ? control(true) : null;
    case "influence":
    case "consolidated":
      return controls ? control(false) : null;
    case "settlor":
    case "trustee":
    case "beneficiary":
    case "protector":
    case "nominee":
      return control(false);
    case "profit":
    case "surplus":
    case "director":
    case "linked":
    case "rebutted-control":
      return null;
  }
}

/** Who holds a block, by block. */
type Blocks = Map<string, { readonly node: number; readonly ties: number[]; readonly potClass: PotClass }>;

/** Room for a question's own stakes beside the graph's. */
const SPARE = 1024;

class DayBuilder {
  readonly day: DayGraph;
  readonly #effects: readonly (Effect | null)[];
  readonly #presence: readonly Presence[];
  readonly #wholeShare: number;
  readonly #rebutted: ReadonlySet<number>;
  readonly #blocks: Blocks = new Map();

  constructor(graph: OwnershipGraph, rule: OwnershipRule, on: string) {
    const nodes = graph.parties.length;
    const edges = graph.size + SPARE;
    this.day = {
      graph,
      rule,
      day: on,
      blocks: [],
      moreShares: [],
      ranges: new RangeCache(),
      nodes,
      pots: 0,
      edges: 0,
      headPot: new Int32Array(nodes).fill(-1),
      headOut: new Int32Array(nodes).fill(-1),
      nextPot: new Int32Array(0),
      nodeOf: new Int32Array(0),
      classOf: new Uint8Array(0),
      headIn: new Int32Array(0),
      whole: new Float64Array(0),
      needLow: new Float64Array(0),
      needHigh: new Float64Array(0),
      over: new Uint8Array(0),
      slack: new Float64Array(0),
      minOpens: new Int32Array(0),
      nextIn: new Int32Array(edges),
      nextOut: new Int32Array(edges),
      owner: new Int32Array(edges),
      pot: new Int32Array(edges),
      low: new Float64Array(edges),
      high: new Float64Array(edges),
      open: new Uint8Array(edges),
      share: new Int32Array(edges),
      certain: new Uint8Array(edges),
      tie: new Int32Array(edges),
    };
    this.#wholeShare = ownShare(this.day, { ...UNKNOWN_SHARE, min: WHOLE });
    this.#effects = INTERESTS.map((interest) => effectOf(interest, rule));
    this.#presence = graph.periods.map((period) => presenceOn(period, on));
    this.#rebutted = rule.control === "presumed" ? this.#rebuttals() : new Set();
  }

  /** Takes a tie in; the pot that it changed, or -1 where it does not count on the day. */
  add(tie: number): number {
    const { graph, rule } = this.day;
    const effect = this.#effects[graph.interestOf[tie] ?? 0];
    const presence = this.#presence[graph.periodOf[tie] ?? 0];
    if (effect === null || effect === undefined || presence === "absent") return -1;
    const owner = graph.ownerOf[tie] ?? 0;
    const node = graph.assetOf[tie] ?? 0;
    if (effect.potClass === CLASS.control && this.#rebutted.has(owner * graph.parties.length + node))
      return -1;
    const certain = effect.certain && presence === "holds" && graph.confidenceOf[tie] !== 2;
    const share = effect.whole ? this.#wholeShare : (graph.shareOf[tie] ?? 0);
    const joint = graph.joints[graph.jointOf[tie] ?? 0] ?? null;
    const counted = effect.potClass === CLASS.ownership || effect.potClass === CLASS.votes;
    if (joint !== null && counted && (joint.kind === "holding" || rule.joint === "combined")) {
      this.#addToBlock(tie, { joint, asset: node }, effect.potClass);
      return -1;
    }
    // Each of those who hold shares jointly, through an arrangement that is no trust, is taken to hold them all.
    const whole = counted && rule.joint === "combined" && graph.parties[node]?.kind === "arrangement";
    const edge: NewEdge = { owner, node, potClass: effect.potClass, share, certain, tie };
    const pot = makeEdge(
      this.day,
      whole ? { ...edge, potClass: CLASS.control, share: this.#wholeShare } : edge,
    );
    // An interest of which nobody says what it is may be control as well.
    if (INTERESTS[graph.interestOf[tie] ?? 0] === "unspecified" && rule.control !== "told") {
      makeEdge(this.day, { ...edge, potClass: CLASS.control, share: this.#wholeShare, certain: false });
    }
    return pot;
  }

  finish(): DayGraph {
    const { day } = this;
    for (const block of this.#blocks.values()) this.#finishBlock(block);
    for (let pot = 0; pot < day.pots; pot++) weighPot(day, pot);
    return day;
  }

  #rebuttals(): ReadonlySet<number> {
    const { graph } = this.day;
    const code = INTERESTS.indexOf("rebutted-control");
    const found = new Set<number>();
    for (let tie = 0; tie < graph.size; tie++) {
      if (graph.interestOf[tie] !== code) continue;
      if (this.#presence[graph.periodOf[tie] ?? 0] !== "holds" || graph.confidenceOf[tie] === 2) continue;
      found.add((graph.ownerOf[tie] ?? 0) * graph.parties.length + (graph.assetOf[tie] ?? 0));
    }
    return found;
  }

  #addToBlock(tie: number, block: Block, potClass: PotClass): void {
    const key = `${block.asset} ${potClass} ${block.joint.kind} ${block.joint.id}`;
    const known = this.#blocks.get(key);
    if (known !== undefined) known.ties.push(tie);
    else {
      this.day.blocks.push(block);
      this.#blocks.set(key, { node: makeNode(this.day), ties: [tie], potClass });
    }
  }

  /**
   * A block held jointly is one share, whoever of its holders states it; whose it is where one of them is listed and
   * another is not stays open, but in the United Kingdom each is taken to hold it. In an arrangement each holds all.
   */
  #finishBlock({
    node,
    ties,
    potClass,
  }: {
    node: number;
    ties: readonly number[];
    potClass: PotClass;
  }): void {
    const { day } = this;
    const { graph, rule } = day;
    const block = day.blocks[node - graph.parties.length];
    if (block === undefined) return;
    const states = ties.map((tie) => ({
      owner: graph.ownerOf[tie] ?? 0,
      share: graph.shares[graph.shareOf[tie] ?? 0] ?? UNKNOWN_SHARE,
      certain: this.#presence[graph.periodOf[tie] ?? 0] === "holds" && graph.confidenceOf[tie] !== 2,
      tie,
    }));
    const shares = states.map(({ share }) => share);
    const bounds = block.joint.kind === "holding" ? shares.reduce(hull) : shares.reduce(sumOfBounds);
    const any = block.joint.kind === "arrangement" || rule.joint === "combined";
    for (const { owner, certain, tie } of states) {
      const held = any ? CLASS.control : CLASS.jointly;
      makeEdge(day, { owner, node, potClass: held, share: this.#wholeShare, certain, tie });
    }
    makeEdge(day, {
      owner: node,
      node: block.asset,
      potClass,
      share: ownShare(day, bounds),
      certain: states.every(({ certain }) => certain),
      tie: -1,
    });
  }
}

/** The graph as the rule reads it on the day. */
export function readDay(graph: OwnershipGraph, rule: OwnershipRule, on: string): DayGraph {
  const builder = new DayBuilder(graph, rule, on);
  for (let tie = 0; tie < graph.size; tie++) builder.add(tie);
  return builder.finish();
}

/** Nobody holds a share of the class any more, or another one: its pot must be weighed anew. */
export function reviseEdge(day: DayGraph, edge: number, share: Bounds | null, certain: boolean): number {
  day.share[edge] = ownShare(day, share ?? { ...UNKNOWN_SHARE, max: { numerator: 0n, denominator: 1n } });
  day.certain[edge] = certain ? 1 : 0;
  const pot = day.pot[edge] ?? 0;
  weighPot(day, pot);
  return pot;
}

/** A stake that was not in the graph. */
export function addStake(
  day: DayGraph,
  stake: { readonly owner: number; readonly asset: number; readonly share: Bounds },
): number {
  const pot = makeEdge(day, {
    owner: stake.owner,
    node: stake.asset,
    potClass: CLASS.ownership,
    share: ownShare(day, stake.share),
    certain: true,
    tie: -1,
  });
  weighPot(day, pot);
  return pot;
}
