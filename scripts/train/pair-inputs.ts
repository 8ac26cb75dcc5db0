import { buildIndex } from "../../src/engine/match/build-index.ts";
import type { CandidateIndex } from "../../src/engine/match/candidate-index.ts";
import { openIndexData } from "../../src/engine/match/index-data.ts";
import { queryOf } from "../../src/engine/match/query.ts";
import { scorerOf } from "../../src/engine/match/scorer.ts";
import { indexTargetOf, namesOf } from "../../src/engine/match/target.ts";
import type { Section, Sections } from "../../src/engine/snapshot/sections.ts";
import { must } from "../../src/fault.ts";

/** Two names of one schema. */
export type NamesOfSchema = { readonly schema: string; readonly name1: string; readonly name2: string };

/** What the model is given of two names, and which of the models. */
export type PairInputs = { readonly values: Float32Array; readonly organization: boolean };

function sectionsOf(built: ReadonlyMap<string, Section>): Sections {
  const take = <T extends Section>(name: string): T => must(built.get(name), `section ${name}`) as T;
  return { u8: take, u16: take, u32: take, i32: take, f32: take };
}

/** Turns pairs of names into inputs as `sluice compare` does; null for two that share nothing to compare. */
export function pairInputsOf(
  index: Pick<CandidateIndex, "wordWeight">,
): (names: NamesOfSchema) => PairInputs | null {
  return ({ schema, name1, name2 }) => {
    const subject = { schema, properties: { name: [name1] } };
    const other = { id: "other", schema, properties: { name: [name2] } };
    const words = { ...indexTargetOf({ ...subject, id: "own" }), names: namesOf(subject) };
    const data = openIndexData(sectionsOf(buildIndex([indexTargetOf(other), words], index.wordWeight)));
    const query = queryOf(data, subject);
    const scorer = scorerOf(data, query);
    let best: { quick: number; reading: number; row: number } | null = null;
    query.readings.forEach((reading, place) => {
      for (let row = 0; row < (data.nameRow[data.entityName[1] as number] as number); row += 1) {
        const quick = scorer.weighRow(reading, row);
        if (best === null || quick > best.quick) best = { quick, reading: place, row };
      }
    });
    if (best === null) return null;
    const { reading, row } = best as { reading: number; row: number };
    scorer.weighEntity(0, reading, row);
    const { inputs, organization } = scorer.evidence;
    return { values: Float32Array.from(inputs), organization };
  };
}
