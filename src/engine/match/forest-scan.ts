import { assert } from "../../fault.ts";

/** Trees in flat arrays, as they are walked: input that a node asks for (-1: a leaf), bound, left child, value of a leaf. */
type WalkedTrees = {
  readonly root: Int32Array;
  readonly input: Int16Array;
  readonly bound: Float32Array;
  readonly left: Int32Array;
  readonly value: Float32Array;
};

/**
 * The trees of a forest turned sideways (QuickScorer, Lucchese et al. 2015): all nodes that ask for one input together,
 * in the order of their bounds. A value passes the nodes whose bound it is over, and no others are looked at; each of
 * these goes right, so that the leaves on its left are out of reach. Of the leaves that all nodes leave, the leftmost is
 * where a walk would have ended.
 */
export type ForestScan = {
  /** Where the nodes of each input begin. */
  readonly starts: Uint16Array;
  readonly bounds: Float32Array;
  readonly trees: Uint16Array;
  /** Bits of the leaves that a node leaves where it goes right, the leftmost leaf's the highest: it is found by one count of zeros. */
  readonly masks: Int32Array;
  /** Where the leaves of each tree begin, from the left. */
  readonly leafStarts: Uint16Array;
  readonly leaves: Float32Array;
  /** Where the way from the root to each leaf begins: the inputs asked for on it, and what each step changes, in log-odds. */
  readonly wayStarts: Uint32Array;
  readonly wayInputs: Uint8Array;
  readonly waySteps: Float64Array;
  /** Leaves still in reach, by tree: scratch, written anew by each scan. */
  readonly reach: Int32Array;
};

/** One machine word of bits per tree. */
const LEAVES_MAX = 32;
const ALL = -1;
/** Bit of the leftmost leaf. */
const LEFTMOST = 1 << 31;

/** What a step on the way to a leaf changes. */
type Step = { readonly input: number; readonly change: number };
type Node = { readonly input: number; readonly bound: number; readonly tree: number; readonly mask: number };

/** Turns trees sideways. */
export function scanOf(trees: WalkedTrees): ForestScan {
  const nodes: Node[] = [];
  const leaves: number[] = [];
  const leafStarts: number[] = [];
  const wayStarts: number[] = [0];
  const steps: Step[] = [];
  const visit = (tree: number, node: number, way: readonly Step[]): void => {
    const input = trees.input[node] as number;
    if (input < 0) {
      leaves.push(trees.value[node] as number);
      steps.push(...way);
      wayStarts.push(steps.length);
      return;
    }
    const on = (next: number): readonly Step[] => [
      ...way,
      { input, change: (trees.value[next] as number) - (trees.value[node] as number) },
    ];
    const left = trees.left[node] as number;
    const from = leaves.length - (leafStarts[tree] ?? 0);
    visit(tree, left, on(left));
    const to = leaves.length - (leafStarts[tree] ?? 0);
    visit(tree, left + 1, on(left + 1));
    let mask = ALL;
    for (let leaf = from; leaf < to; leaf += 1) mask &= ~(LEFTMOST >>> leaf);
    nodes.push({ input, bound: trees.bound[node] as number, tree, mask });
  };
  trees.root.forEach((root, tree) => {
    leafStarts.push(leaves.length);
    visit(tree, root, []);
    assert(leaves.length - (leafStarts[tree] ?? 0) <= LEAVES_MAX, "a tree has at most 32 leaves");
  });
  nodes.sort((one, other) => one.input - other.input || one.bound - other.bound);
  const inputs = nodes.reduce((most, { input }) => Math.max(most, input + 1), 0);
  return {
    starts: Uint16Array.from(
      { length: inputs + 1 },
      (_, at) => nodes.filter(({ input }) => input < at).length,
    ),
    bounds: Float32Array.from(nodes, ({ bound }) => bound),
    trees: Uint16Array.from(nodes, ({ tree }) => tree),
    masks: Int32Array.from(nodes, ({ mask }) => mask),
    leafStarts: Uint16Array.from(leafStarts),
    leaves: Float32Array.from(leaves),
    wayStarts: Uint32Array.from(wayStarts),
    wayInputs: Uint8Array.from(steps, ({ input }) => input),
    waySteps: Float64Array.from(steps, ({ change }) => change),
    reach: new Int32Array(trees.root.length),
  };
}

/** Leaves in reach of each tree the leaves that these values leave it. */
function scanNodes(scan: ForestScan, values: Float32Array): void {
  const { starts, bounds, trees, masks, reach } = scan;
  reach.fill(ALL);
  for (let input = 0; input + 1 < starts.length; input += 1) {
    const value = values[input] as number;
    const from = starts[input] as number;
    // How many are passed is found first: the loop over them then compares nothing.
    let [passed, end] = [from, starts[input + 1] as number];
    while (passed < end) {
      const middle = (passed + end) >>> 1;
      if ((bounds[middle] as number) < value) passed = middle + 1;
      else end = middle;
    }
    for (let at = from; at < passed; at += 1) {
      const tree = trees[at] as number;
      reach[tree] = (reach[tree] as number) & (masks[at] as number);
    }
  }
}

/** Sum of the leaves that the trees lead these values to, tree by tree. */
export function scanForest(scan: ForestScan, values: Float32Array, base: number): number {
  const { leafStarts, leaves, reach } = scan;
  scanNodes(scan, values);
  let sum = base;
  for (let tree = 0; tree < reach.length; tree += 1) {
    sum += leaves[(leafStarts[tree] as number) + Math.clz32(reach[tree] as number)] as number;
  }
  return sum;
}

/** Adds to `shares`, input by input, what the steps to these leaves changed. */
export function scanShares(scan: ForestScan, values: Float32Array, shares: Float64Array): void {
  const { leafStarts, wayStarts, wayInputs, waySteps, reach } = scan;
  scanNodes(scan, values);
  for (let tree = 0; tree < reach.length; tree += 1) {
    const leaf = (leafStarts[tree] as number) + Math.clz32(reach[tree] as number);
    const end = wayStarts[leaf + 1] as number;
    for (let at = wayStarts[leaf] as number; at < end; at += 1) {
      const input = wayInputs[at] as number;
      shares[input] = (shares[input] as number) + (waySteps[at] as number);
    }
  }
}
