import { openIndexData } from "../../src/engine/match/index-data.ts";
import { queryOf } from "../../src/engine/match/query.ts";
import { scorerOf, scorerSpace } from "../../src/engine/match/scorer.ts";
import type { Subject } from "../../src/engine/match/subject.ts";
import type { Sections } from "../../src/engine/snapshot/sections.ts";

const RUNS = 25;

/** A subject and the place of the listed party that it is compared with. */
export type AskedPair = { readonly subject: Subject; readonly entity: number };

/**
 * Microseconds for one pair of names with their facts, by the model, the least of several runs over all pairs: both analysed
 * before, and the subject's from text. The listed side stands in the index. One pair takes less than the clock tells
 * apart, so each run is timed as a whole.
 */
export function measurePairs(
  sections: Sections,
  pairs: readonly AskedPair[],
): { readonly analyzed: number; readonly fromText: number } {
  const data = openIndexData(sections);
  const space = scorerSpace();
  const rowOf = (entity: number): number => data.nameRow[data.entityName[entity] as number] as number;
  const asked = pairs.filter(({ subject }) => queryOf(data, subject).readings.length > 0);
  const scored = asked.map(({ subject, entity }) => {
    return { scorer: scorerOf(data, queryOf(data, subject), space), entity, row: rowOf(entity) };
  });
  const leastOf = (run: () => void): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < RUNS; at += 1) {
      const start = performance.now();
      run();
      least = Math.min(least, performance.now() - start);
    }
    return (least * 1_000) / asked.length;
  };
  return {
    analyzed: leastOf(() => {
      for (const { scorer, entity, row } of scored) scorer.weighEntity(entity, 0, row);
    }),
    fromText: leastOf(() => {
      for (const { subject, entity } of asked)
        scorerOf(data, queryOf(data, subject), space).weighEntity(entity, 0, rowOf(entity));
    }),
  };
}
