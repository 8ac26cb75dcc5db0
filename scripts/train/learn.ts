import { BIRTH_CLASSES } from "../../src/engine/match/birth-date.ts";
import { INPUT_COUNT, INPUTS, inputPlace, weighTies } from "../../src/engine/match/inputs.ts";
import {
  type FactWeights,
  type Forest,
  type KindData,
  plantForest,
  weighForest,
} from "../../src/engine/match/model.ts";
import { trainBoostedTrees } from "./boosted-trees.ts";
import { type Case, fitCalibration } from "./calibration.ts";
import { FACTS } from "./facts.ts";
import { type Harvest, LABELS } from "./harvest.ts";
import { quantized } from "./model-file.ts";
import type { SubjectClass, TrainingSubject } from "./subjects.ts";

type Kind = "person" | "organization";

/** A model, by the questions that it answers: all of organizations, and of persons those in Hebrew and the others. */
type ModelName = Kind | "hebrew";

/** Few and bold: 200 trees at half the rate tell as much of subjects kept back and cost each pair weighed twice as long (decision 085). */
const TREES = { trees: 80, leavesMax: 15, learningRate: 0.2, leafHessianMin: 5, ridge: 1 } as const;

/** Beside the names' own log-odds those of facts are smaller: names that are like are like in many ways at once. */
const NAME_SCALE = 0.7;

/**
 * Of the subjects that a calibrated score speaks of, so many are listed, and this is how the others are divided. Questions
 * made up for training are harder than those of customers, so a little more than half of them are right ones.
 */
const MIX: Readonly<Record<Kind, Readonly<Partial<Record<SubjectClass, number>>>>> = {
  person: { listed: 0.64, clean: 0.1, foreign: 0.06, mixed: 0.06, hard: 0.14 },
  organization: { listed: 0.64, clean: 0.11, hard: 0.07, swapped: 0.18 },
};

/** What a question in Hebrew counts for beside the others that its model learns from too: its own are few. */
const HEBREW_WEIGHT = 4;

const kindOf = (model: ModelName): Kind => (model === "organization" ? model : "person");

/** True where a model answers a question. */
function answers(model: ModelName, subject: TrainingSubject): boolean {
  return subject.kind === kindOf(model) && (subject.hebrew ?? false) === (model === "hebrew");
}

/** One subject in so many is kept back from the trees, to calibrate on. */
const KEPT_BACK = 4;
const CALIBRATION_STEP = 0.5;

function trainTrees(
  model: ModelName,
  subjects: readonly TrainingSubject[],
  rows: Harvest,
): Pick<KindData, "base" | "trees"> {
  const own: number[] = [];
  for (let row = 0; row < rows.rows; row += 1) {
    const subject = rows.subject[row] as number;
    const of = subjects[subject] as TrainingSubject;
    // Few questions are in Hebrew: their model learns from the others as well, which learn nothing from it.
    const asked = answers(model, of) || (model === "hebrew" && answers("person", of));
    const company = rows.organization[row] === 1;
    if (
      asked &&
      company === (model === "organization") &&
      subject % KEPT_BACK !== 0 &&
      rows.label[row] !== LABELS.namesake
    )
      own.push(row);
  }
  const values = new Float32Array(own.length * INPUT_COUNT);
  own.forEach((row, at) => {
    values.set(rows.inputs.subarray(row * INPUT_COUNT, (row + 1) * INPUT_COUNT), at * INPUT_COUNT);
  });
  const labels = Uint8Array.from(own, (row) => (rows.label[row] === LABELS.right ? 1 : 0));
  const weights = Float32Array.from(own, (row) =>
    subjects[rows.subject[row] as number]?.hebrew === true ? HEBREW_WEIGHT : 1,
  );
  const monotone = INPUTS.map(([, direction]) => direction);
  return quantized(
    trainBoostedTrees({ values, labels, weights, features: INPUT_COUNT }, { ...TREES, monotone }),
  );
}

const EQUAL = inputPlace("equal");

/** Log-odds of a candidate as the engine would sum them, before calibration. */
function logOddsOf(
  forest: Forest,
  facts: FactWeights,
  rows: Harvest,
  row: number,
  withFacts: boolean,
): number {
  const inputs = rows.inputs.subarray(row * INPUT_COUNT, (row + 1) * INPUT_COUNT);
  const name =
    NAME_SCALE * (weighForest(forest, inputs) + weighTies(inputs)) +
    (rows.weak[row] === 1 ? facts.weakAlias : 0);
  if (!withFacts) return name;
  const birth = facts.birth[BIRTH_CLASSES[rows.birth[row] as number] ?? "none"];
  const country = rows.country[row] as number;
  return name + birth + (country > 0 ? facts.countrySame : country < 0 ? facts.countryDifferent : 0);
}

/** The first candidates of the subjects kept back, by the name alone and with the facts, and whether they were right. */
function casesOf(
  model: ModelName,
  forest: Forest,
  subjects: readonly TrainingSubject[],
  rows: Harvest,
): readonly Case[] {
  const made = new Map<SubjectClass, number>();
  const kind = kindOf(model);
  const speaksOf = (subject: TrainingSubject | undefined, at: number): boolean =>
    subject !== undefined && at % KEPT_BACK === 0 && answers(model, subject);
  subjects.forEach((subject, at) => {
    if (speaksOf(subject, at)) made.set(subject.made, (made.get(subject.made) ?? 0) + 1);
  });
  const cases: Case[] = [];
  for (const withFacts of [false, true]) {
    const first = new Map<number, { logOdds: number; row: number }>();
    for (let row = 0; row < rows.rows; row += 1) {
      const subject = rows.subject[row] as number;
      if (!speaksOf(subjects[subject], subject)) continue;
      const logOdds = logOddsOf(forest, FACTS[kind], rows, row, withFacts);
      const held = first.get(subject);
      if (held === undefined || logOdds > held.logOdds) first.set(subject, { logOdds, row });
    }
    for (const [at, { logOdds, row }] of first) {
      const subject = subjects[at] as TrainingSubject;
      const share = MIX[kind][subject.made] ?? 0;
      // Of several bearers of one name none is wrong as long as nothing but the name is asked.
      const namesake =
        rows.label[row] === LABELS.namesake && !withFacts && rows.inputs[row * INPUT_COUNT + EQUAL] === 1;
      const right = rows.label[row] === LABELS.right || namesake;
      cases.push({ logOdds, right, weight: share / (made.get(subject.made) ?? 1) / 2 });
    }
  }
  return cases;
}

/** Learns one of the models from what was retrieved. */
export function learn(
  model: ModelName,
  subjects: readonly TrainingSubject[],
  rows: Harvest,
  say: (text: string) => void,
): KindData {
  const { base, trees } = trainTrees(model, subjects, rows);
  say(`${model}: ${trees.length} trees grown`);
  const cases = casesOf(model, plantForest(base, trees), subjects, rows);
  const calibration = fitCalibration(cases, CALIBRATION_STEP);
  return { base, trees, nameScale: NAME_SCALE, facts: FACTS[kindOf(model)], calibration };
}
