/**
 * Gradient-boosted trees for a yes-or-no question (logistic loss), grown leaf by leaf over histograms, with
 * monotone constraints: a feature marked +1 can only raise the score, one marked -1 only lower it. Deterministic.
 */
export type TrainingSet = {
  /** Row-major, `rows × features`. */
  readonly values: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
  readonly features: number;
};

export type TrainingOptions = {
  readonly trees: number;
  readonly leavesMax: number;
  readonly learningRate: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leafHessianMin: number;
  readonly ridge: number;
  /** -1, 0 or +1 per feature. */
  readonly monotone: readonly number[];
};

/** A tree as plain arrays: an inner node has a feature and goes left where value <= threshold; a leaf has feature -1. */
export type Tree = {
  readonly feature: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
  readonly value: number[];
};

export type BoostedTrees = { readonly base: number; readonly trees: readonly Tree[] };

const BINS = 64;

type Binned = { readonly bins: Uint8Array; readonly edges: readonly Float32Array[] };

/** Cuts each feature at its quantiles, so that a split is a comparison of small integers. */
function bin({ values, features }: TrainingSet): Binned {
  const rows = values.length / features;
  const bins = new Uint8Array(values.length);
  const edges: Float32Array[] = [];
  for (let feature = 0; feature < features; feature++) {
    const column = new Float32Array(rows);
    for (let row = 0; row < rows; row++) column[row] = values[row * features + feature] as number;
    const sorted = Float32Array.from(column).sort();
    const distinct = Float32Array.from(new Set(sorted));
    const cuts = new Set<number>();
    if (distinct.length <= BINS) for (const value of distinct) cuts.add(value);
    else for (let k = 1; k < BINS; k++) cuts.add(sorted[Math.floor((k * rows) / BINS)] as number);
    const edge = Float32Array.from(cuts).sort();
    edges.push(edge);
    for (let row = 0; row < rows; row++) {
      const value = column[row] as number;
      let low = 0;
      let high = edge.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((edge[middle] as number) < value) low = middle + 1;
        else high = middle;
      }
      bins[row * features + feature] = Math.min(low, BINS);
    }
  }
  return { bins, edges };
}

type Leaf = {
  readonly node: number;
  readonly rows: Int32Array;
  readonly gradient: number;
  readonly hessian: number;
  readonly low: number;
  readonly high: number;
  /** Sums of first and second derivatives by feature and bin. */
  readonly sums: Sums;
  split: { feature: number; bin: number; gain: number; leftGradient: number; leftHessian: number } | null;
};

type Sums = { readonly gradients: Float64Array; readonly hessians: Float64Array };

class Grower {
  readonly #set: TrainingSet;
  readonly #binned: Binned;
  readonly #options: TrainingOptions;
  readonly #gradients: Float64Array;
  readonly #hessians: Float64Array;

  constructor(
    set: TrainingSet,
    binned: Binned,
    options: TrainingOptions,
    gradients: Float64Array,
    hessians: Float64Array,
  ) {
    this.#set = set;
    this.#binned = binned;
    this.#options = options;
    this.#gradients = gradients;
    this.#hessians = hessians;
  }

  #value(gradient: number, hessian: number, low: number, high: number): number {
    return Math.min(high, Math.max(low, -gradient / (hessian + this.#options.ridge)));
  }

  #score(gradient: number, hessian: number, value: number): number {
    return -(gradient * value + 0.5 * (hessian + this.#options.ridge) * value * value);
  }

  #sum(rows: Int32Array): Sums {
    const { features } = this.#set;
    const { bins } = this.#binned;
    const width = BINS + 1;
    const gradients = new Float64Array(features * width);
    const hessians = new Float64Array(features * width);
    for (const row of rows) {
      const g = this.#gradients[row] as number;
      const h = this.#hessians[row] as number;
      const start = row * features;
      for (let feature = 0; feature < features; feature++) {
        const at = feature * width + (bins[start + feature] as number);
        gradients[at] = (gradients[at] as number) + g;
        hessians[at] = (hessians[at] as number) + h;
      }
    }
    return { gradients, hessians };
  }

  #leaf(node: number, rows: Int32Array, sums: Sums, low: number, high: number): Leaf {
    let gradient = 0;
    let hessian = 0;
    // The bins of any one feature hold all rows.
    for (let at = 0; at <= BINS; at++) {
      gradient += sums.gradients[at] as number;
      hessian += sums.hessians[at] as number;
    }
    const leaf: Leaf = { node, rows, gradient, hessian, sums, low, high, split: null };
    leaf.split = this.#bestSplit(leaf);
    return leaf;
  }

  #bestSplit(leaf: Leaf): Leaf["split"] {
    const { features } = this.#set;
    const { edges } = this.#binned;
    const { leafHessianMin, monotone } = this.#options;
    const width = BINS + 1;
    const { gradients, hessians } = leaf.sums;
    const here = this.#score(
      leaf.gradient,
      leaf.hessian,
      this.#value(leaf.gradient, leaf.hessian, leaf.low, leaf.high),
    );
    let best: Leaf["split"] = null;
    for (let feature = 0; feature < features; feature++) {
      let g = 0;
      let h = 0;
      const last = (edges[feature]?.length ?? 0) - 1;
      for (let at = 0; at <= last; at++) {
        g += gradients[feature * width + at] as number;
        h += hessians[feature * width + at] as number;
        if (h < leafHessianMin) continue;
        if (leaf.hessian - h < leafHessianMin) break;
        const left = this.#value(g, h, leaf.low, leaf.high);
        const right = this.#value(leaf.gradient - g, leaf.hessian - h, leaf.low, leaf.high);
        if ((right - left) * (monotone[feature] ?? 0) < 0) continue;
        const gain = this.#score(g, h, left) + this.#score(leaf.gradient - g, leaf.hessian - h, right) - here;
        if (gain > (best?.gain ?? 1e-6)) best = { feature, bin: at, gain, leftGradient: g, leftHessian: h };
      }
    }
    return best;
  }

  grow(rows: Int32Array): Tree {
    const tree: Tree = { feature: [-1], threshold: [0], left: [0], right: [0], value: [0] };
    const leaves: Leaf[] = [
      this.#leaf(0, rows, this.#sum(rows), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
    ];
    while (leaves.length < this.#options.leavesMax) {
      let chosen = -1;
      for (let at = 0; at < leaves.length; at++) {
        if ((leaves[at]?.split?.gain ?? 0) > (leaves[chosen]?.split?.gain ?? 0)) chosen = at;
      }
      const leaf = leaves[chosen];
      if (leaf?.split == null) break;
      leaves.splice(chosen, 1, ...this.#divide(leaf, leaf.split, tree));
    }
    for (const leaf of leaves) {
      tree.value[leaf.node] =
        this.#options.learningRate * this.#value(leaf.gradient, leaf.hessian, leaf.low, leaf.high);
    }
    return tree;
  }

  #divide(leaf: Leaf, split: NonNullable<Leaf["split"]>, tree: Tree): [Leaf, Leaf] {
    const { features } = this.#set;
    const goesLeft = (row: number) =>
      (this.#binned.bins[row * features + split.feature] as number) <= split.bin;
    const left = tree.feature.length;
    const right = left + 1;
    // What the node would have added as a leaf: the explanation of a score goes from node to node by it.
    tree.value[leaf.node] =
      this.#options.learningRate * this.#value(leaf.gradient, leaf.hessian, leaf.low, leaf.high);
    tree.feature[leaf.node] = split.feature;
    tree.threshold[leaf.node] = this.#binned.edges[split.feature]?.[split.bin] ?? 0;
    tree.left[leaf.node] = left;
    tree.right[leaf.node] = right;
    for (const array of [tree.threshold, tree.left, tree.right, tree.value]) array.push(0, 0);
    tree.feature.push(-1, -1);
    const direction = this.#options.monotone[split.feature] ?? 0;
    const middle =
      (this.#value(split.leftGradient, split.leftHessian, leaf.low, leaf.high) +
        this.#value(
          leaf.gradient - split.leftGradient,
          leaf.hessian - split.leftHessian,
          leaf.low,
          leaf.high,
        )) /
      2;
    const leftRows = leaf.rows.filter(goesLeft);
    const rightRows = leaf.rows.filter((row) => !goesLeft(row));
    // The larger child's sums are what the smaller one's leave of the parent's.
    const smaller = this.#sum(leftRows.length < rightRows.length ? leftRows : rightRows);
    const larger = without(leaf.sums, smaller);
    const [leftSums, rightSums] = leftRows.length < rightRows.length ? [smaller, larger] : [larger, smaller];
    const { low, high } = leaf;
    return [
      this.#leaf(left, leftRows, leftSums, direction < 0 ? middle : low, direction > 0 ? middle : high),
      this.#leaf(right, rightRows, rightSums, direction > 0 ? middle : low, direction < 0 ? middle : high),
    ];
  }
}

function without(all: Sums, part: Sums): Sums {
  return {
    gradients: all.gradients.map((sum, at) => sum - (part.gradients[at] as number)),
    hessians: all.hessians.map((sum, at) => sum - (part.hessians[at] as number)),
  };
}

/** The log-odds that a model gives to one row of values. */
export function predict(model: BoostedTrees, values: Float32Array, start = 0): number {
  let sum = model.base;
  for (const tree of model.trees) {
    let node = 0;
    while ((tree.feature[node] as number) >= 0) {
      node = (
        (values[start + (tree.feature[node] as number)] as number) <= (tree.threshold[node] as number)
          ? tree.left[node]
          : tree.right[node]
      ) as number;
    }
    sum += tree.value[node] as number;
  }
  return sum;
}

/** Grows the trees one after another, each on what the ones before it still get wrong. */
export function trainBoostedTrees(set: TrainingSet, options: TrainingOptions): BoostedTrees {
  const rows = set.labels.length;
  const binned = bin(set);
  let positive = 0;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    total += set.weights[row] as number;
    positive += (set.weights[row] as number) * (set.labels[row] as number);
  }
  const base = Math.log(positive / (total - positive));
  const odds = new Float64Array(rows).fill(base);
  const gradients = new Float64Array(rows);
  const hessians = new Float64Array(rows);
  const grower = new Grower(set, binned, options, gradients, hessians);
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round++) {
    for (let row = 0; row < rows; row++) {
      const probability = 1 / (1 + Math.exp(-(odds[row] as number)));
      const weight = set.weights[row] as number;
      gradients[row] = weight * (probability - (set.labels[row] as number));
      hessians[row] = Math.max(1e-9, weight * probability * (1 - probability));
    }
    const tree = grower.grow(all);
    trees.push(tree);
    const one: BoostedTrees = { base: 0, trees: [tree] };
    for (let row = 0; row < rows; row++)
      odds[row] = (odds[row] as number) + predict(one, set.values, row * set.features);
  }
  return { base, trees };
}
