import { openIndexData } from "../../src/engine/match/index-data.ts";
import { queryOf } from "../../src/engine/match/query.ts";
import { scorerOf, scorerSpace } from "../../src/engine/match/scorer.ts";
import type { Subject } from "../../src/engine/match/subject.ts";
import type { Sections } from "../../src/engine/snapshot/sections.ts";

const RUNS = 7;

/** A subject and the place of the listed party that it is compared with. */
export type AskedPair = { readonly subject: Subject; readonly entity: number };

/**
 * Microseconds for one pair of names with their facts, by the model, the least of several runs for each: both analysed before, and
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
  const least = asked.map(() => ({ analyzed: Number.POSITIVE_INFINITY, fromText: Number.POSITIVE_INFINITY }));
  for (let run = 0; run < RUNS; run += 1) {
    const scorers = asked.map(({ subject }) => scorerOf(data, queryOf(data, subject), space));
    asked.forEach(({ subject, entity }, at) => {
      const one = least[at];
      const row = rowOf(entity);
      const start = performance.now();
      scorers[at]?.weighEntity(entity, 0, row);
      const between = performance.now();
      scorerOf(data, queryOf(data, subject), space).weighEntity(entity, 0, row);
      const end = performance.now();
      if (one === undefined) return;
      one.analyzed = Math.min(one.analyzed, between - start);
      one.fromText = Math.min(one.fromText, end - between);
    });
  }
  const mean = (of: (one: (typeof least)[number]) => number): number =>
    (least.reduce((sum, one) => sum + of(one), 0) * 1_000) / least.length;
  return { analyzed: mean(({ analyzed }) => analyzed), fromText: mean(({ fromText }) => fromText) };
}
