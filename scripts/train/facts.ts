import { BIRTH_WEIGHTS } from "../../src/engine/match/birth-date.ts";
import type { FactWeights } from "../../src/engine/match/model.ts";

/** What facts say beside a name, in log-odds: the figures of two experiments on perturbed listings and clean customers. */
export const FACTS: Readonly<Record<"person" | "organization", FactWeights>> = {
  person: {
    birth: BIRTH_WEIGHTS,
    countrySame: 0.5,
    countryDifferent: -1.4,
    genderDifferent: -1.5,
    weakAlias: -0.8,
  },
  organization: {
    birth: BIRTH_WEIGHTS,
    countrySame: 0.5,
    countryDifferent: -0.7,
    genderDifferent: -1.5,
    weakAlias: -0.8,
  },
};
