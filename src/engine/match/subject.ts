import type { Properties } from "../entity/entity.ts";
import type { NameFinding } from "../names/normalize.ts";
import type { Script } from "../names/scripts.ts";
import type { AlgorithmName } from "./algorithms/algorithm.ts";
import type { Meeting } from "./grade.ts";
import type { PolicyWeights } from "./policy-weights.ts";
import type { RequiredEvidence } from "./required-evidence.ts";

/** The party asked about, in FollowTheMoney terms: schema and whatever facts are at hand. */
export type Subject = {
  readonly id?: string;
  /** A FollowTheMoney schema: Person, Company, Organization, LegalEntity, Vessel … `LegalEntity` where it is not known. */
  readonly schema: string;
  readonly properties: Properties;
};

/** How a screening is done. Part of every receipt. */
export type ScreenPolicy = {
  readonly name: string;
  /** A match at or over this score (0 to 1) is a hit. */
  readonly threshold: number;
  /** At most this many matches are returned, best first. */
  readonly limit: number;
  /** Only these lists; all where null. */
  readonly lists: readonly string[] | null;
  /** How parties are compared; Sluice's own model where absent. */
  readonly algorithm?: AlgorithmName;
  /** Evidence without which a match is no hit, whatever its score. */
  readonly require?: readonly RequiredEvidence[];
  /** What kinds of evidence count for beside what was measured; as measured where absent. */
  readonly weights?: PolicyWeights;
  /** Hits that can be reviewed: the threshold is then what the measured curve gives, whatever `threshold` says. */
  readonly capacity?: ReviewCapacity;
};

/** So many hits can be reviewed of so many screened. */
export type ReviewCapacity = { readonly reviews: number; readonly of: number };

/** Two words that met, as each side has them, and how. */
export type WordMeeting = {
  readonly query: string;
  readonly listed: string;
  readonly how: Meeting;
  /** What the subject's word was read from, where it stands in another script. */
  readonly from?: { readonly script: Script; readonly local: string };
};

/** How much a feature says for (positive) or against (negative) the two being one party. */
export type FeatureEvidence = {
  /** A statement of fact: `name-alignment`, `birth-date-equal`, `birth-year-disjoint`, `identifier-equal` … */
  readonly feature: string;
  /** What this feature added to the score's log-odds. */
  readonly weight: number;
  /** The subject's value that was compared, or null where it has none. */
  readonly query: string | null;
  /** The listing's value, as the list writes it. */
  readonly listed: string | null;
  /** One plain sentence for a person. */
  readonly words: string;
  /** The words that met inexactly, where the feature speaks of them. */
  readonly meetings?: readonly WordMeeting[];
};

/** A change of facts that would turn the answer round, and the score then. */
export type Counterfactual = { readonly words: string; readonly score: number };

/** A candidate with its score and the reasons for it. */
export type Match = {
  /** Id of the listed entity in the snapshot. */
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  /** 0 to 1. */
  readonly score: number;
  /** At or over the policy's threshold. */
  readonly hit: boolean;
  /** The best pair of names, or null where an identifier alone matched. */
  readonly name: {
    readonly query: string;
    readonly listed: string;
    readonly kind: "name" | "alias" | "weakAlias" | "previousName";
  } | null;
  readonly features: readonly FeatureEvidence[];
  /** The smallest change of facts beside the name that would turn a hit into none, or none into a hit; absent where none would. */
  readonly change?: Counterfactual | undefined;
  /** What was found in the writing of a name beside its letters; absent where nothing was. */
  readonly nameFindings?: readonly { readonly side: "query" | "listed"; readonly finding: NameFinding }[];
};
