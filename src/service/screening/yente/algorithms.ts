import { Refusal } from "./refusal.ts";

/** What of the subject an algorithm looks at. */
export type Algorithm = {
  readonly name: string;
  readonly description: string;
  /** `name`: the name alone. `facts`: birth dates, countries, gender and identifiers as well. */
  readonly reads: "name" | "facts";
  /** The settings that a client may send for it, with yente's own defaults. */
  readonly config: Readonly<Record<string, { readonly description: string; readonly default: number }>>;
};

const NAME_CONFIG = {
  nm_number_mismatch: {
    description: "Taken from yente; Sluice weighs numbers in names itself.",
    default: 0.3,
  },
  nm_extra_query_name: { description: "Taken from yente; Sluice weighs words by rarity.", default: 0.8 },
  nm_extra_result_name: { description: "Taken from yente; Sluice weighs words by rarity.", default: 0.2 },
  nm_family_name_weight: { description: "Taken from yente; Sluice weighs words by rarity.", default: 1.3 },
  nm_fuzzy_cutoff_factor: { description: "Taken from yente; Sluice grades each edit.", default: 1 },
  nm_name_property: { description: "Taken from yente; Sluice compares every name property.", default: 0 },
} as const;

/** The names that yente's clients may ask for. One matcher stands behind all; what it reads of the subject differs. */
export const ALGORITHMS: readonly Algorithm[] = [
  {
    name: "logic-v2",
    description:
      "Sluice's matcher: names word by word with their rarity, in every script, and all other facts as evidence for or against.",
    reads: "facts",
    config: NAME_CONFIG,
  },
  {
    name: "logic-v1",
    description: "The same matcher under the name of yente's earlier one.",
    reads: "facts",
    config: {},
  },
  {
    name: "name-based",
    description: "The same matcher, given the subject's names alone.",
    reads: "name",
    config: {},
  },
  {
    name: "name-qualified",
    description: "The same matcher: names, and other facts that confirm or contradict.",
    reads: "facts",
    config: {},
  },
  {
    name: "ofac",
    description: "The same matcher, given the subject's names alone, as OFAC's own search compares them.",
    reads: "name",
    config: {},
  },
  {
    name: "regression-v1",
    description: "The same matcher under the name of yente's deprecated one.",
    reads: "facts",
    config: {},
  },
];

/** The algorithm of that name, `best` being the one that is given. Throws 400 where there is none. */
export function algorithmNamed(name: string, best: string): Algorithm {
  const wanted = name === "best" ? best : name;
  const found = ALGORITHMS.find((algorithm) => algorithm.name === wanted);
  if (found === undefined) throw new Refusal(400, `Invalid algorithm: ${name.slice(0, 100)}`);
  return found;
}
