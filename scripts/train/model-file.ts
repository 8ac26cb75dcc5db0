import { INPUTS } from "../../src/engine/match/inputs.ts";
import type { KindData, ModelFile, TreeData } from "../../src/engine/match/model.ts";
import type { BoostedTrees, Tree } from "./boosted-trees.ts";

const THOUSANDTHS = 1_000;

/** A tree with bounds and values in thousandths; a bound is rounded up, so that the values at it still go left. */
function quantizedTree({ feature, threshold, left, value }: Tree): TreeData {
  return {
    input: feature,
    bound: threshold.map((bound, node) =>
      (feature[node] ?? -1) < 0 ? 0 : Math.ceil(bound * THOUSANDTHS - 1e-4),
    ),
    left: left.map((place, node) => ((feature[node] ?? -1) < 0 ? 0 : place)),
    value: value.map((share) => Math.round(share * THOUSANDTHS)),
  };
}

/** The trees as they are written and read: training looks at their answers, not at those before rounding. */
export function quantized({ base, trees }: BoostedTrees): Pick<KindData, "base" | "trees"> {
  return { base: Number(base.toFixed(3)), trees: trees.map(quantizedTree) };
}

/** The model as text, a line for each tree. */
export function writeModel(made: Omit<ModelFile, "inputs">): string {
  const kind = ({ trees, ...rest }: KindData): string =>
    `${JSON.stringify(rest).slice(0, -1)},"trees":[\n${trees.map((tree) => JSON.stringify(tree)).join(",\n")}\n]}`;
  const head = { date: made.date, madeFrom: made.madeFrom, inputs: INPUTS.map(([name]) => name) };
  return `${JSON.stringify(head).slice(0, -1)},\n"person":${kind(made.person)},${made.hebrew === undefined ? "" : `\n"hebrew":${kind(made.hebrew)},`}\n"organization":${kind(made.organization)}}\n`;
}
