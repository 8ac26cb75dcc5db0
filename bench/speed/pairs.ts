import { openIndexData } from "../../src/engine/match/index-data.ts";
import { queryOf } from "../../src/engine/match/query.ts";
import { scorerOf, scorerSpace } from "../../src/engine/match/scorer.ts";
import type { Subject } from "../../src/engine/match/subject.ts";
import type { Sections } from "../../src/engine/snapshot/sections.ts";

const RUNS = 7;

/** A subject and the place of the listed party that it is compared with. */
export type AskedPair = { readonly subject: Subject; readonly entity: number };

/**
 * Microseconds for one pair of names with their facts, by the model, the least of several runs: both analysed before, and
 * the subject's from text. The listed side stands in the index.
 */
export function measurePairs(
  sections: Sections,
  pairs: readonly AskedPair[],
): { readonly analyzed: number; readonly fromText: number } {
  const data = openIndexData(sections);
  const space = scorerSpace();
  const rowOf = (entity: number): number => data.nameRow[data.entityName[entity] as number] as number;
  const asked = pairs.filter(({ subject }) => queryOf(data, subject).readings.length > 0);
  let [analyzed, fromText] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < RUNS; run += 1) {
    const scorers = asked.map(({ subject }) => scorerOf(data, queryOf(data, subject), space));
    const start = performance.now();
    for (let at = 0; at < asked.length; at += 1) {
      const entity = asked[at]?.entity as number;
      scorers[at]?.weighEntity(entity, 0, rowOf(entity));
    }
    const between = performance.now();
    for (const { subject, entity } of asked)
      scorerOf(data, queryOf(data, subject), space).weighEntity(entity, 0, rowOf(entity));
    const end = performance.now();
    analyzed = Math.min(analyzed, between - start);
    fromText = Math.min(fromText, end - between);
  }
  return { analyzed: (analyzed * 1_000) / asked.length, fromText: (fromText * 1_000) / asked.length };
}
