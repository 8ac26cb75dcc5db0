import type { Entity } from "../../entity/entity.ts";
import { NAME_LIMITS } from "../../names/limits.ts";
import type { EntityIndex } from "../../snapshot/snapshot.ts";
import { mayBeOneParty } from "../scorer.ts";
import type { Match, ScreenPolicy, Subject } from "../subject.ts";
import { namesOf, PARTY_KINDS, partyKindOf } from "../target.ts";
import type { AlgorithmName, NamedAlgorithm, Resemblance } from "./algorithm.ts";
import { listedNamesOf } from "./listed-names.ts";
import { NAME_BASED } from "./name-based.ts";
import { OFAC_249 } from "./ofac-249.ts";

/** Every algorithm but Sluice's own. */
export const NAMED_ALGORITHMS: readonly NamedAlgorithm[] = [OFAC_249, NAME_BASED];

/** The algorithm of this name, or null for Sluice's own. */
export function namedAlgorithm(name: AlgorithmName): NamedAlgorithm | null {
  return NAMED_ALGORITHMS.find((known) => known.name === name) ?? null;
}

/** Matches under half the threshold are noise, as with Sluice's own. */
const SCORE_SHARE_MIN = 0.5;

/** Listed parties compared one by one, by another system's algorithm. */
export type AlgorithmIndex = {
  readonly match: (subject: Subject, policy: ScreenPolicy) => readonly Match[];
};

function rounded(value: number): number {
  return Number(value.toFixed(6));
}

function matchOf(
  found: Resemblance,
  subjectNames: readonly string[],
  entity: Entity,
  threshold: number,
): Match {
  const names = namesOf(entity);
  const listed = names[found.listedName];
  const query = subjectNames[found.subjectName];
  const name =
    listed === undefined || query === undefined ? null : { query, listed: listed.text, kind: listed.kind };
  const score = rounded(found.score);
  return {
    id: entity.id,
    caption: names[0]?.text ?? entity.id,
    schema: entity.schema,
    score,
    hit: score >= threshold,
    name,
    features: found.pieces.map(({ feature, weight, words }) => ({
      feature,
      weight: rounded(weight),
      query: query ?? null,
      listed: listed?.text ?? null,
      words,
    })),
  };
}

/**
 * An index for one named algorithm over the listed parties at places 0 to `targets - 1`. It compares every name: some
 * tens of milliseconds for a subject, which is the price of doing as the other system does.
 */
export function openAlgorithmIndex(
  algorithm: NamedAlgorithm,
  targets: number,
  entityOf: (index: EntityIndex) => Entity,
): AlgorithmIndex {
  const kinds = new Uint8Array(targets);
  const parties = function* (): Generator<{ readonly names: ReturnType<typeof namesOf> }> {
    for (let index = 0; index < targets; index += 1) {
      const entity = entityOf(index);
      kinds[index] = PARTY_KINDS.indexOf(partyKindOf(entity.schema));
      yield { names: namesOf(entity) };
    }
  };
  const comparer = algorithm.open(listedNamesOf(parties(), algorithm.wordsOf));
  return {
    match: (subject, policy) => {
      const kind = partyKindOf(subject.schema);
      const subjectNames = namesOf(subject)
        .slice(0, NAME_LIMITS.namesPerSubjectMax)
        .map(({ text }) => text);
      const compare = comparer(subjectNames);
      const least = policy.threshold * SCORE_SHARE_MIN;
      const found: { readonly index: number; readonly resemblance: Resemblance }[] = [];
      for (let index = 0; index < targets; index += 1) {
        if (!mayBeOneParty(kind, kinds[index] as number)) continue;
        const resemblance = compare(index);
        if (resemblance !== null && resemblance.score >= least) found.push({ index, resemblance });
      }
      return found
        .sort((one, other) => other.resemblance.score - one.resemblance.score || one.index - other.index)
        .slice(0, policy.limit)
        .map(({ index, resemblance }) =>
          matchOf(resemblance, subjectNames, entityOf(index), policy.threshold),
        );
    },
  };
}
