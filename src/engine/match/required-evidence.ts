import type { Match } from "./subject.ts";

/** Evidence that a policy may require of a hit beside the name. */
export const REQUIRED_EVIDENCE = ["birth-date", "country", "identifier", "name-equal"] as const;
export type RequiredEvidence = (typeof REQUIRED_EVIDENCE)[number];

/** Features that speak of each kind of evidence begin with this. */
const FEATURES: Readonly<Record<RequiredEvidence, string>> = {
  "birth-date": "birth-date-",
  country: "country-same",
  identifier: "identifier-equal",
  "name-equal": "name-equal",
};

const WORDS: Readonly<Record<RequiredEvidence, string>> = {
  "birth-date": "a birth date that agrees",
  country: "a country or nationality in common",
  identifier: "an identifier in common",
  "name-equal": "a name that is equal",
};

/** Name of the feature that says why a match is no hit though its score is high enough. */
const MISSING = "required-evidence-missing";

/**
 * The match as a policy with required evidence takes it: a hit only where each kind speaks for it. What is missing is
 * added as a feature that weighs nothing, so that nobody wonders where the hit went.
 */
export function withRequiredEvidence(match: Match, required: readonly RequiredEvidence[]): Match {
  if (!match.hit) return match;
  const missing = required.filter(
    (kind) => !match.features.some(({ feature, weight }) => weight > 0 && feature.startsWith(FEATURES[kind])),
  );
  if (missing.length === 0) return match;
  const words = `The policy asks for ${missing.map((kind) => WORDS[kind]).join(" and ")}; without it this is no hit.`;
  const feature = { feature: MISSING, weight: 0, query: null, listed: null, words };
  // What would change the score is not what would make it a hit here.
  const { change: _, ...rest } = match;
  return { ...rest, hit: false, features: [...match.features, feature] };
}
