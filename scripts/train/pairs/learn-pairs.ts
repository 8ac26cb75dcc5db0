import type { CandidateIndex } from "../../../src/engine/match/candidate-index.ts";
import { type ComparedNames, compareNames, likestNames } from "../../../src/engine/match/compared-pair.ts";
import { INPUT_COUNT, INPUTS } from "../../../src/engine/match/inputs.ts";
import {
  type Forest,
  type KindData,
  type Knot,
  plantForest,
  weighForest,
} from "../../../src/engine/match/model.ts";
import { Random } from "../../../src/service/evaluation/random.ts";
import { trainBoostedTrees } from "../boosted-trees.ts";
import { FACTS } from "../facts.ts";
import { quantized } from "../model-file.ts";
import { readPeople } from "../people.ts";
import type { SubjectMaker } from "../subjects.ts";
import { fitLine } from "./fit-line.ts";
import { type LabelledPair, PARTS, readLabelledPairs } from "./labelled.ts";
import { PairMaker } from "./pair-maker.ts";

type Kind = "person" | "organization";
type Names = { readonly schema: string; readonly name1: string; readonly name2: string };

/** A pair as the model sees it, asked both ways. */
export type PairRow = {
  readonly inputs: readonly Float32Array[];
  readonly kind: Kind;
  readonly right: boolean;
  /** Place among the labelled pairs' parts, or -1 for one that was made up. */
  readonly part: number;
};

const TREES = { trees: 90, leavesMax: 7, learningRate: 0.1, leafHessianMin: 5, ridge: 1 } as const;
/** Pairs made up of each kind and answer. */
const MADE = 4_000;
const SEED = 20_261_130;
/** A labelled pair counts for so many made-up ones: it is what people say, and there are few. */
const LABELLED_WEIGHT = 12;

/**
 * The numbers of the names that are likest by the quick look. Those that the model in force holds for likest would make
 * every model depend on the one before it.
 */
function inputsOfLikest({ data, query, scorer }: ComparedNames): readonly Float32Array[] {
  const { reading, row } = likestNames(data, query, (own, at) => scorer.weighRow(own, at));
  const likest = query.readings[reading];
  if (likest === undefined) return [];
  scorer.weighNames(likest, row);
  return [Float32Array.from(scorer.evidence.inputs)];
}

function rowOf(
  index: Pick<CandidateIndex, "wordWeight">,
  { schema, name1, name2 }: Names,
  right: boolean,
  part: number,
): PairRow | null {
  const [one, other] = [name1, name2].map((name) => ({ schema, properties: { name: [name] } }));
  if (one === undefined || other === undefined) return null;
  const both = [compareNames(index, one, other), compareNames(index, other, one)];
  const inputs = both.flatMap((compared) => (compared === null ? [] : inputsOfLikest(compared)));
  const organization = both[0]?.scorer.evidence.organization === true;
  return inputs.length < 2 ? null : { inputs, kind: organization ? "organization" : "person", right, part };
}

/** Made-up pairs and labelled ones, as inputs of the model. */
export type PairRows = {
  readonly made: readonly PairRow[];
  readonly labelled: readonly { readonly pair: LabelledPair; readonly row: PairRow | null }[];
};

/** Makes pairs up and compares them and the labelled ones; the same for the same lists. */
export function makePairRows(
  index: Pick<CandidateIndex, "wordWeight">,
  maker: SubjectMaker,
  scale = 1,
): PairRows {
  const amount = Math.ceil(MADE * scale);
  const pairs = new PairMaker({
    persons: maker.namesOf("person"),
    organizations: maker.namesOf("organization"),
    people: readPeople(),
  });
  const random = new Random(SEED);
  const made: PairRow[] = [];
  for (const kind of ["person", "organization"] as const) {
    for (const right of [true, false]) {
      for (let tries = 0, got = 0; got < amount && tries < amount * 4; tries += 1) {
        const pair = pairs.make(kind, right, random);
        if (pair === null) continue;
        const schema = kind === "person" ? "Person" : "Company";
        const row = rowOf(index, { schema, ...pair }, right, -1);
        if (row === null) continue;
        made.push(row);
        got += 1;
      }
    }
  }
  const labelled = readLabelledPairs().map((pair) => ({
    pair,
    row: rowOf(index, pair, pair.right, pair.part),
  }));
  return { made, labelled };
}

function grow(kind: Kind, rows: readonly PairRow[]): Pick<KindData, "base" | "trees"> {
  const own = rows
    .filter((row) => row.kind === kind)
    .flatMap((row) => row.inputs.map((inputs) => ({ row, inputs })));
  const values = new Float32Array(own.length * INPUT_COUNT);
  own.forEach(({ inputs }, at) => {
    values.set(inputs, at * INPUT_COUNT);
  });
  return quantized(
    trainBoostedTrees(
      {
        values,
        labels: Uint8Array.from(own, ({ row }) => (row.right ? 1 : 0)),
        weights: Float32Array.from(own, ({ row }) => (row.part < 0 ? 0.5 : LABELLED_WEIGHT / 2)),
        features: INPUT_COUNT,
      },
      { ...TREES, monotone: INPUTS.map(([, direction]) => direction) },
    ),
  );
}

/** Both ways that a pair is asked count alike. */
function meanLogOdds(forest: Forest, inputs: PairRow["inputs"]): number {
  return inputs.reduce((sum, one) => sum + weighForest(forest, one), 0) / inputs.length;
}

/** Log-odds of a labelled pair by trees that have not learnt from it. */
export type Unseen = { readonly pair: LabelledPair; readonly kind: Kind; readonly logOdds: number };

/** Each part of the labelled pairs weighed by trees grown on the others: what the model is worth on new pairs. */
export function crossValidate({ made, labelled }: PairRows): readonly Unseen[] {
  const sure = labelled.filter(({ pair }) => !pair.disputed);
  return Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const learnt = [...made, ...sure.flatMap(({ row }) => (row === null || row.part === part ? [] : [row]))];
    return (["person", "organization"] as const).flatMap((kind) => {
      const { base, trees } = grow(kind, learnt);
      const forest = plantForest(base, trees);
      return labelled.flatMap(({ pair, row }): Unseen[] => {
        if (row === null || row.kind !== kind || row.part !== part) return [];
        return [{ pair, kind, logOdds: meanLogOdds(forest, row.inputs) }];
      });
    });
  });
}

/** A made-up pair weighed by trees that have learnt from others alone. */
export type UnseenMade = {
  readonly kind: Kind;
  readonly right: boolean;
  readonly logOdds: number;
  /** Part that it is measured in. */
  readonly part: number;
};

/** Made-up pairs in as many parts as the labelled ones, each weighed by trees grown on the other parts and all labels. */
export function crossValidateMade({ made, labelled }: PairRows): readonly UnseenMade[] {
  const sure = labelled.flatMap(({ pair, row }) => (row === null || pair.disputed ? [] : [row]));
  return Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const learnt = [...made.filter((_row, at) => at % PARTS !== part), ...sure];
    const kept = made.filter((_row, at) => at % PARTS === part);
    return (["person", "organization"] as const).flatMap((kind) => {
      const { base, trees } = grow(kind, learnt);
      const forest = plantForest(base, trees);
      return kept.flatMap(({ kind: own, right, inputs }): UnseenMade[] => {
        if (own !== kind) return [];
        return [{ kind, right, logOdds: meanLogOdds(forest, inputs), part }];
      });
    });
  });
}

/** Beyond these log-odds the few labels tell no more: what is surer counts a quarter. */
const TOLD_MAX = 4;
const UNTOLD_SHARE = 0.25;

function told(logOdds: number): number {
  const within = Math.max(-TOLD_MAX, Math.min(TOLD_MAX, logOdds));
  return within + UNTOLD_SHARE * (logOdds - within);
}

/** Pairs weighed by trees that have not seen them: those that people have labelled, and those that were made up. */
export type UnseenPairs = { readonly labelled: readonly Unseen[]; readonly made: readonly UnseenMade[] };

/**
 * What a made-up pair counts for beside a labelled one. There are some forty times as many: so they tell the line where the
 * labels are too few, and together count about twice as much.
 */
const MADE_WEIGHT = 0.05;

/**
 * A line through log-odds and truth that bends at both ends: the calibration of few pairs can be no finer. Pairs of the
 * part left out, if one is, are not looked at: what is measured on them is then nobody's own line.
 */
export function calibrationOf({ labelled, made }: UnseenPairs, partLeftOut = -1): readonly Knot[] {
  const sure = labelled.filter(({ pair }) => !pair.disputed && pair.part !== partLeftOut);
  const { slope, base } = fitLine([
    ...sure.map(({ logOdds, pair }) => ({ at: told(logOdds), right: pair.right })),
    ...made
      .filter(({ part }) => part !== partLeftOut)
      .map(({ logOdds, right }) => ({ at: told(logOdds), right, weight: MADE_WEIGHT })),
  ]);
  return [-4 * TOLD_MAX, -TOLD_MAX, TOLD_MAX, 4 * TOLD_MAX].map(
    (at): Knot => [at, Number((base + slope * told(at)).toFixed(3))],
  );
}

/** Learns the models of pairs from all of them; calibrated on what trees say of pairs that they have not seen. */
export function learnPairs(
  rows: PairRows,
  say: (text: string) => void,
): { person: KindData; organization: KindData } {
  const calibration = calibrationOf({ labelled: crossValidate(rows), made: crossValidateMade(rows) });
  const learnt = [
    ...rows.made,
    ...rows.labelled.flatMap(({ pair, row }) => (row === null || pair.disputed ? [] : [row])),
  ];
  const kindOf = (kind: Kind): KindData => ({
    ...grow(kind, learnt),
    nameScale: 1,
    facts: FACTS[kind],
    calibration,
  });
  const models = { person: kindOf("person"), organization: kindOf("organization") };
  say(`pairs: learnt from ${rows.made.length} made up and ${rows.labelled.length} labelled`);
  return models;
}
