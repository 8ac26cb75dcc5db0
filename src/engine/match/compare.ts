import { must } from "../../fault.ts";
import type { Entity } from "../entity/entity.ts";
import type { Section, Sections } from "../snapshot/sections.ts";
import { buildIndex } from "./build-index.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import { openReference } from "./reference.ts";
import type { Match, Subject } from "./subject.ts";
import { indexTargetOf, namesOf } from "./target.ts";

/** Compares a subject with one other party as if that party were listed. */
export type PairComparer = (pair: ComparedPair, threshold: number) => Match | null;

/** Two parties: one asked about, the other standing for a listing. */
export type ComparedPair = { readonly subject: Subject; readonly other: Subject };

/** Id of the other party in a match of two that are on no list. */
export const OTHER_ID = "other";

function sectionsOf(built: ReadonlyMap<string, Section>): Sections {
  const take = <T extends Section>(name: string): T => must(built.get(name), `section ${name}`) as T;
  return { u8: take, u16: take, u32: take, i32: take, f32: take };
}

function entityOf({ schema, properties }: Subject): Entity {
  return { id: OTHER_ID, schema, properties };
}

/**
 * A comparer by the very table that screening goes through, with words as rare as on the lists of `index`; null where
 * the two can't be one party (a person and a ship) or one has neither name nor identifier. The listing's side counts:
 * a word that the listing has in excess weighs otherwise than one that the subject has.
 */
export function pairComparer(index: Pick<CandidateIndex, "wordWeight">): PairComparer {
  return ({ subject, other }, threshold) => {
    const entity = entityOf(other);
    const target = indexTargetOf(entity);
    // The subject stands in the index as a second party, so that its own words are weighed by the lists too.
    const words = { ...indexTargetOf(entityOf(subject)), identifiers: [], names: namesOf(subject) };
    const sections = sectionsOf(buildIndex([target, words], index.wordWeight));
    const reference = openReference(sections, { entity: (place) => (place === 0 ? entity : NOBODY) });
    const found = (least: number): Match | undefined =>
      reference
        .match(subject, { name: "compare", threshold: least, limit: 2, lists: null })
        .find(({ id }) => id === OTHER_ID);
    const near = found(threshold);
    if (near !== undefined) return near;
    // Far under the threshold a screening shows nothing; a comparison still says how far.
    const far = threshold === 0 ? undefined : found(0);
    if (far === undefined) return null;
    const { change: _ofAnotherThreshold, ...rest } = far;
    return { ...rest, hit: far.score >= threshold };
  };
}

const NOBODY: Entity = { id: "", schema: "Thing", properties: {} };
