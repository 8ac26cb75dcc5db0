import { PARTS } from "../../scripts/train/pairs/labelled.ts";
import {
  calibrationOf,
  crossValidate,
  crossValidateMade,
  makePairRows,
  type Unseen,
} from "../../scripts/train/pairs/learn-pairs.ts";
import { SubjectMaker } from "../../scripts/train/subjects.ts";
import { pairComparer } from "../../src/engine/match/compare.ts";
import { scoreOf } from "../../src/engine/match/features.ts";
import { calibrate } from "../../src/engine/match/model.ts";
import { PAIR_THRESHOLD } from "../../src/engine/match/pair-model.ts";
import type { Subject } from "../../src/engine/match/subject.ts";
import type { Snapshot } from "../../src/engine/snapshot/snapshot.ts";
import { must } from "../../src/fault.ts";
import { bestThreshold, measuredAt } from "../../src/service/evaluation/f1.ts";
import type { Figure, Row } from "./figure.ts";
import type { Judged } from "./measure-calibration.ts";

/** A labelled pair of names with the score that it was given. */
export type ScoredPair = Judged & {
  readonly schema: string;
  readonly name1: string;
  readonly name2: string;
  readonly disputed: boolean;
  /** Score of the model in force, which has learnt from this very pair. */
  readonly learnt: number;
};

/** Pairs of names with the scores that they were given. */
export type ScoredPairs = {
  readonly labelled: readonly ScoredPair[];
  /** Made up from the lists as those that the model learns from, each scored by trees that have not seen it. */
  readonly made: readonly Judged[];
};

/**
 * The labelled pairs and made-up ones by names alone, words as rare as on the bundled lists. As the model in force has learnt from them,
 * each is scored by trees that have not: in five parts, labelled pairs about one name in one part. The line that calibrates
 * each part is fitted to the other four.
 */
export function scorePairs(snapshot: Snapshot): ScoredPairs {
  const rows = makePairRows(snapshot.index, new SubjectMaker(snapshot));
  const unseen = { labelled: crossValidate(rows), made: crossValidateMade(rows) };
  const knots = Array.from({ length: PARTS }, (_, part) => calibrationOf(unseen, part));
  const scored = (part: number, logOdds: number): number =>
    scoreOf(calibrate(must(knots[part], "a line for each part"), logOdds));
  const compare = pairComparer(snapshot.index);
  const made = unseen.made.map(({ right, logOdds, part }) => ({ right, score: scored(part, logOdds) }));
  const labelled = unseen.labelled.map(({ pair, logOdds }: Unseen) => {
    const { schema, name1, name2, right, disputed } = pair;
    const named = (name: string): Subject => ({ schema, properties: { name: [name] } });
    const match = compare({ subject: named(name1), other: named(name2) }, PAIR_THRESHOLD);
    const score = scored(pair.part, logOdds);
    return { schema, name1, name2, right, disputed, score, learnt: match?.score ?? 0 };
  });
  return { labelled, made };
}

/** F1 of the labelled pairs at the default and at the best threshold, with and without the disputed labels. */
export function pairsFigure(pairs: readonly ScoredPair[]): Figure {
  const row = (name: string, own: readonly Judged[], threshold: number, reach?: number): Row => {
    const { precision, recall, f1 } = measuredAt(own, threshold);
    return {
      name,
      n: own.length,
      ...f1,
      ...(reach === undefined ? {} : { reach }),
      more: {
        threshold: Number(threshold.toFixed(3)),
        precision: Number(precision.value.toFixed(3)),
        recall: Number(recall.value.toFixed(3)),
      },
    };
  };
  const sure = pairs.filter(({ disputed }) => !disputed);
  const persons = sure.filter(({ schema }) => schema === "Person");
  const others = sure.filter(({ schema }) => schema !== "Person");
  const learnt = sure.map(({ right, learnt: score }) => ({ right, score }));
  const threshold = PAIR_THRESHOLD;
  return {
    id: "name-pairs",
    title: "Labelled pairs of names: F1",
    about:
      "Two names compared by themselves, words as rare as on the bundled lists. The model in force has learnt from these pairs, the disputed ones aside, so each is scored here by trees that have not seen it nor any pair about the same name (five parts); the last row says how much the model in force would flatter. The best threshold is chosen on these very pairs and flatters too. 410 pairs are few: differences under 0.04 say nothing.",
    unit: "F1",
    rows: [
      row("default threshold, undisputed", sure, threshold, 0.9),
      row("default threshold, all labels", pairs, threshold),
      row("best threshold, undisputed", sure, bestThreshold(sure)),
      row("best threshold, all labels", pairs, bestThreshold(pairs)),
      row("default threshold, persons", persons, threshold),
      row("default threshold, organizations and others", others, threshold),
      row("the model in force on what it has learnt", learnt, threshold),
    ],
  };
}
