import type { Entity } from "../../src/engine/entity/entity.ts";
import { buildIndex } from "../../src/engine/match/build-index.ts";
import type { CandidateIndex } from "../../src/engine/match/candidate-index.ts";
import { openIndex } from "../../src/engine/match/open-index.ts";
import type { IndexTarget } from "../../src/engine/match/target.ts";
import type { Section, Sections } from "../../src/engine/snapshot/sections.ts";
import { must } from "../../src/fault.ts";

/** Sections as a loaded snapshot gives them, straight from the builder. */
export function sectionsOf(targets: readonly IndexTarget[]): Sections {
  const built = buildIndex(targets);
  const take = <T extends Section>(name: string): T => must(built.get(name), `section ${name}`) as T;
  return { u8: take, u16: take, u32: take, i32: take, f32: take };
}

/** An index in memory over parties that are no snapshot; `entityOf` gives the party at a place. */
export function indexOf(
  targets: readonly IndexTarget[],
  entityOf: (place: number) => Entity,
): CandidateIndex {
  return openIndex(sectionsOf(targets), { entity: entityOf });
}
