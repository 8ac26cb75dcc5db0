import file from "../../../data/matching/model.json" with { type: "json" };
import { assert } from "../../fault.ts";
import type { BirthClass } from "./birth-date.ts";
import { type ForestScan, scanForest, scanOf, scanShares } from "./forest-scan.ts";
import { INPUTS } from "./inputs.ts";

/** One tree as `npm run train` writes it: nodes in an order in which a node's right child follows its left one. */
export type TreeData = {
  /** Place of the input that the node asks for, or -1 for a leaf. */
  readonly input: readonly number[];
  /** Goes left at or under this, in thousandths. */
  readonly bound: readonly number[];
  /** Place of the left child in the tree. */
  readonly left: readonly number[];
  /** Log-odds in thousandths: what a leaf adds, and what a node would if one stopped there. */
  readonly value: readonly number[];
};

/** What facts beside the name add, in log-odds. */
export type FactWeights = {
  readonly birth: Readonly<Record<BirthClass, number>>;
  readonly countrySame: number;
  readonly countryDifferent: number;
  readonly genderDifferent: number;
  readonly weakAlias: number;
};

/** A point of the calibration: log-odds before and after. */
export type Knot = readonly [from: number, to: number];

/** The model for one kind of party, as it is written. */
export type KindData = {
  readonly base: number;
  readonly trees: readonly TreeData[];
  /** What the log-odds of the names count for beside the facts. */
  readonly nameScale: number;
  readonly facts: FactWeights;
  readonly calibration: readonly Knot[];
};

/** `data/matching/model.json`. */
export type ModelFile = {
  readonly date: string;
  readonly inputs: readonly string[];
  /** Hash of what the model was made from: the editions, the tables and the scripts. */
  readonly madeFrom: string;
  readonly person: KindData;
  /** Of persons asked for in Hebrew; the models of pairs have none. */
  readonly hebrew?: KindData;
  readonly organization: KindData;
};

/** Trees side by side in flat arrays: as they are walked, and as they are scanned. */
export type Forest = {
  readonly base: number;
  /** What stands at the roots of all trees together, with the base. */
  readonly start: number;
  readonly scan: ForestScan;
  readonly root: Int32Array;
  readonly input: Int16Array;
  readonly bound: Float32Array;
  readonly left: Int32Array;
  readonly value: Float32Array;
};

/** A model ready to be used. */
export type Model = {
  readonly forest: Forest;
  readonly nameScale: number;
  readonly facts: FactWeights;
  readonly calibration: readonly Knot[];
};

const THOUSANDTHS = 1_000;

/** Lays the trees of a model side by side. Throws where a tree has more leaves than a scan can tell apart. */
export function plantForest(base: number, trees: readonly TreeData[]): Forest {
  const nodes = trees.reduce((sum, { input }) => sum + input.length, 0);
  const forest: Omit<Forest, "scan" | "start"> = {
    base,
    root: new Int32Array(trees.length),
    input: new Int16Array(nodes),
    bound: new Float32Array(nodes),
    left: new Int32Array(nodes),
    value: new Float32Array(nodes),
  };
  let start = 0;
  trees.forEach((tree, at) => {
    forest.root[at] = start;
    tree.input.forEach((input, node) => {
      forest.input[start + node] = input;
      forest.bound[start + node] = (tree.bound[node] as number) / THOUSANDTHS;
      forest.left[start + node] = start + (tree.left[node] as number);
      forest.value[start + node] = (tree.value[node] as number) / THOUSANDTHS;
    });
    start += tree.input.length;
  });
  const roots = forest.root.reduce((sum, node) => sum + (forest.value[node] as number), base);
  return { ...forest, start: roots, scan: scanOf(forest) };
}

function openModel(data: KindData, columns: readonly number[]): Model {
  const { base, trees, nameScale, facts, calibration } = data;
  const placed = trees.map((tree) => ({
    ...tree,
    input: tree.input.map((at) => (at < 0 ? at : (columns[at] as number))),
  }));
  return { forest: plantForest(base, placed), nameScale, facts, calibration };
}

/** What the trees say of a pair's inputs, in log-odds: the same sum as `walkForest`, in half the time. */
export function weighForest({ base, scan }: Forest, values: Float32Array): number {
  return scanForest(scan, values, base);
}

/** The plain way to the same sum: from the root of each tree to its leaf. */
export function walkForest(forest: Forest, values: Float32Array): number {
  const { root, input, bound, left, value } = forest;
  let sum = forest.base;
  for (let tree = 0; tree < root.length; tree += 1) {
    let node = root[tree] as number;
    for (let asked = input[node] as number; asked >= 0; asked = input[node] as number) {
      node = (left[node] as number) + ((values[asked] as number) <= (bound[node] as number) ? 0 : 1);
    }
    sum += value[node] as number;
  }
  return sum;
}

/**
 * The same sum taken apart: `shares` gets what each input changed on the way from the root of each tree to its leaf, and
 * the answer is what stood at the roots. Both together are exactly what `weighForest` gives.
 */
export function explainForest(forest: Forest, values: Float32Array, shares: Float64Array): number {
  shares.fill(0);
  scanShares(forest.scan, values, shares);
  return forest.start;
}

/** Log-odds calibrated: straight lines between the knots, and on beyond the outer ones, so that more stays more. */
export function calibrate(knots: readonly Knot[], logOdds: number): number {
  let at = 1;
  while (at + 1 < knots.length && logOdds > (knots[at] as Knot)[0]) at += 1;
  const [low, high] = [knots[at - 1], knots[at]];
  if (low === undefined || high === undefined) return logOdds;
  return low[1] + ((logOdds - low[0]) / (high[0] - low[0])) * (high[1] - low[1]);
}

/** The models of a file, by kind of party. */
export type Models = { readonly person: Model; readonly hebrew: Model; readonly organization: Model };

/** Lays out the models of a file as the scorer walks them. */
export function openModels(models: ModelFile): Models {
  // Where the model's columns stand among the program's inputs: a program may know inputs that the model does not ask for.
  const columns = models.inputs.map((name) => INPUTS.findIndex(([own]) => own === name));
  assert(
    columns.every((at) => at >= 0),
    "the program has every input of the model: else npm run train makes it anew",
  );
  const person = openModel(models.person, columns);
  return {
    person,
    hebrew: models.hebrew === undefined ? person : openModel(models.hebrew, columns),
    organization: openModel(models.organization, columns),
  };
}

const MODELS = openModels(file as unknown as ModelFile);

/** The model for persons. */
export const PERSON_MODEL = MODELS.person;
/** The model for persons who are asked for in Hebrew. */
export const HEBREW_MODEL = MODELS.hebrew;
/** The model for all others. */
export const ORGANIZATION_MODEL = MODELS.organization;
