import type { ListedNames } from "./listed-names.ts";

/** How parties are compared: by Sluice's own model, or as another system does it, for users who must reproduce that. */
export const ALGORITHM_NAMES = ["sluice", "ofac-249", "name-based"] as const;
export type AlgorithmName = (typeof ALGORITHM_NAMES)[number];

/** What an algorithm says of a subject and one listed party: the pieces, 0 to 1, that its score is made of. */
export type Resemblance = {
  readonly score: number;
  /** Places of the best pair of names among the subject's and the listed ones; -1 where names are compared in one bag. */
  readonly subjectName: number;
  readonly listedName: number;
  readonly pieces: readonly { readonly feature: string; readonly weight: number; readonly words: string }[];
};

/** A published algorithm over names alone: no other fact changes its score. */
export type NamedAlgorithm = {
  readonly name: Exclude<AlgorithmName, "sluice">;
  /** What it does and whose it is, in a sentence or two. */
  readonly about: string;
  /** The threshold that the system it reproduces starts with. */
  readonly threshold: number;
  /** A name as the words that it compares. */
  readonly wordsOf: (text: string) => readonly string[];
  /** Takes the listed names, then a subject's, then one listed party after another by place; null where nothing is alike. */
  readonly open: (
    listed: ListedNames,
  ) => (subjectNames: readonly string[]) => (entity: number) => Resemblance | null;
};
