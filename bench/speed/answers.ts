import { sha256 } from "../../src/engine/digest.ts";
import { OTHER_ID, pairComparer } from "../../src/engine/match/compare.ts";
import { PAIR_THRESHOLD } from "../../src/engine/match/pair-model.ts";
import { DEFAULT_POLICY } from "../../src/engine/match/policy.ts";
import { screen } from "../../src/engine/screen.ts";
import type { Snapshot } from "../../src/engine/snapshot/snapshot.ts";
import { pairsOf, queriesOf } from "./questions.ts";

/** Questions that are asked for everything the votes find as well, and pairs compared: both cost some milliseconds. */
const EVERYTHING = 400;
const WANTED = 100;

/** A digest of the answers to all questions of the bench, with every score and word: equal digests are equal programs. */
export function digestAnswers(snapshot: Snapshot): readonly (readonly string[])[] {
  const queries = queriesOf(snapshot);
  const digest = (answers: readonly unknown[]): string => sha256(JSON.stringify(answers)).slice(0, 16);
  const screened = queries.map(({ subject }) => screen(snapshot, subject, DEFAULT_POLICY, null));
  const everything = { ...DEFAULT_POLICY, threshold: 0, limit: WANTED };
  const few = queries.filter((_, at) => at % Math.ceil(queries.length / EVERYTHING) === 0);
  const ranked = few.map(({ subject }) => [
    snapshot.index.candidates(subject, WANTED),
    snapshot.index.match(subject, everything).map(({ id, score }) => [id, score]),
  ]);
  const compare = pairComparer(snapshot.index);
  const compared = pairsOf(snapshot)
    .slice(0, EVERYTHING)
    .map(({ subject, entity }) => {
      const { schema, properties } = snapshot.entity(entity);
      return compare({ subject, other: { id: OTHER_ID, schema, properties } }, PAIR_THRESHOLD);
    });
  return [
    ["answers", "asked", "digest"],
    ["screened by the default policy", String(screened.length), digest(screened)],
    ["all that the votes find", String(ranked.length), digest(ranked)],
    ["two parties compared", String(compared.length), digest(compared)],
  ];
}
