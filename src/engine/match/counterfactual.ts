import { BIRTH_CLASSES } from "./birth-date.ts";
import { rounded, SCORE_UNITS } from "./digits.ts";
import type { Evidence } from "./evidence.ts";
import { scoreOf, type Values, weighFacts } from "./features.ts";
import type { Counterfactual } from "./subject.ts";

type Change = { readonly facts: Partial<Evidence>; readonly words: string };

const EQUAL = BIRTH_CLASSES.indexOf("equal");
const DISJOINT = BIRTH_CLASSES.indexOf("disjoint");

/** Facts that would speak against the two being one party, as far as the listing states something to compare with. */
function against(evidence: Evidence, values: Values): Change[] {
  const changes: Change[] = [];
  const { birth, country, gender, identifier } = values;
  if (country.listed !== null && evidence.country >= 0)
    changes.push({ facts: { country: -1 }, words: `With another country than ${country.listed}` });
  if (gender.listed !== null && evidence.gender >= 0)
    changes.push({ facts: { gender: -1 }, words: `With another gender than ${gender.listed}` });
  if (birth.listed !== null && evidence.birth !== DISJOINT)
    changes.push({ facts: { birth: DISJOINT }, words: `With a birth date years away from ${birth.listed}` });
  if (evidence.identifier > 0)
    changes.push({ facts: { identifier: 0 }, words: `Without the identifier ${identifier.listed ?? ""}` });
  return changes;
}

/** Facts that would speak for it. */
function inFavor(evidence: Evidence, values: Values): Change[] {
  const changes: Change[] = [];
  const { birth, country, gender } = values;
  if (country.listed !== null && evidence.country <= 0)
    changes.push({ facts: { country: 1 }, words: `With the country ${country.listed}` });
  if (evidence.gender < 0 && gender.listed !== null)
    changes.push({ facts: { gender: 1 }, words: `With the gender ${gender.listed}` });
  if (birth.listed !== null && evidence.birth !== EQUAL)
    changes.push({ facts: { birth: EQUAL }, words: `With the birth date ${birth.listed}` });
  return changes;
}

/** Each change by itself, then each two together. */
function combinations(changes: readonly Change[]): readonly Change[] {
  const pairs = changes.flatMap((one, at) =>
    changes.slice(at + 1).map((other) => ({
      facts: { ...one.facts, ...other.facts },
      words: `${one.words} and ${other.words.charAt(0).toLowerCase()}${other.words.slice(1)}`,
    })),
  );
  return [...changes, ...pairs];
}

/**
 * The smallest change of the facts beside the name that turns a hit into none, or none into a hit, with the score that
 * the same table then gives; null where no one or two facts would. The evidence was weighed, and is left as it is.
 */
export function counterfactual(evidence: Evidence, values: Values, threshold: number): Counterfactual | null {
  const { nameSum } = evidence;
  const before = scoreOf(evidence.sum);
  const hit = before >= threshold;
  const found = (all: readonly Change[]): Counterfactual[] =>
    all.flatMap(({ facts, words }) => {
      const score = rounded(scoreOf(weighFacts({ ...evidence, ...facts }, nameSum)), SCORE_UNITS);
      return score >= threshold === hit
        ? []
        : [{ words: `${words}: ${score.toFixed(2)}, ${hit ? "no hit" : "a hit"}.`, score }];
    });
  const changes = hit ? against(evidence, values) : inFavor(evidence, values);
  const flips = found(changes);
  const [first, ...others] = flips.length > 0 ? flips : found(combinations(changes));
  if (first === undefined) return null;
  const near = (score: number): number => Math.abs(score - before);
  return others.reduce((best, one) => (near(one.score) < near(best.score) ? one : best), first);
}
