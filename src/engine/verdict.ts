/** The answer in one word. `permitted` means prohibited, and covered by waivers in every part. */
export type Answer = "clear" | "permitted" | "refer" | "prohibited";

/** Where a finding stands in the world's documents. At least one of listing and measure is present in a finding that prohibits. */
export type Citation =
  | {
      readonly kind: "listing";
      readonly list: string;
      /** Date of the edition that was read. */
      readonly edition: string;
      readonly entry: string;
      readonly programmes: readonly string[];
      readonly listedOn: string | null;
      /** SHA-256 of the edition's files, in their order. */
      readonly files: readonly string[];
    }
  | {
      readonly kind: "measure";
      readonly id: string;
      readonly programme: string;
      /** The act: `UNSCR 2397 (2017)`. */
      readonly instrument: string;
      readonly paragraph: string;
      readonly inForceFrom: string;
      readonly inForceUntil: string | null;
      /** `read`: the paragraph was read in the source named; `background`: it was not, and must be confirmed. */
      readonly basis: "read" | "background";
      readonly source: string;
    }
  | {
      /** A red flag: what an authority or a researcher has published as a sign. */
      readonly kind: "indicator";
      readonly id: string;
      readonly title: string;
      readonly severity: "high" | "medium" | "low";
      /** The day on which it first stood in a text of its sources; null where that is not known. */
      readonly publishedOn: string | null;
      readonly basis: "read" | "background";
      readonly source: string;
    }
  | {
      readonly kind: "waiver";
      readonly authority: string;
      readonly reference: string;
      readonly line: string | null;
      readonly from: string;
      readonly until: string;
    };

/** One reason in a verdict. */
export type Finding = {
  /** A statement of fact: `party-listed`, `party-may-be-listed`, `goods-prohibited`, `waiver-covers-line`, `address-shared` … */
  readonly finding: string;
  /** What this finding alone would answer. `note` informs and decides nothing. */
  readonly effect: "prohibits" | "refers" | "permits" | "note";
  /** What it is about: `party:1`, `goods:2`, `service:1`, `transaction`. Counted from 1, as in the transaction. */
  readonly about: string;
  /** One plain sentence that an officer could read aloud. */
  readonly words: string;
  readonly citations: readonly Citation[];
  /** Facts compared, names aligned, links followed: what a reviewer looks at, in order. */
  readonly evidence: readonly {
    readonly fact: string;
    readonly query: string | null;
    readonly listed: string | null;
    readonly weight: number | null;
  }[];
  /** What would change this finding, in a sentence each: a fact to obtain, an approval to get. */
  readonly wouldChange: readonly string[];
  /** The step of the check that produced it. */
  readonly step: "screen" | "network" | "redflags" | "measures" | "waivers" | "coverage";
};

/** The answer with its proof. A pure function of the inputs named in `of`. */
export type Verdict = {
  readonly answer: Answer;
  /** The day (or instant) that the answer is for, ISO 8601. */
  readonly at: string;
  /** One sentence: the answer and its main reason. */
  readonly summary: string;
  readonly findings: readonly Finding[];
  /** What would change the answer. */
  readonly wouldChange: readonly string[];
  /** What this answer cannot see, e.g. a list of which no edition of that day is held. Never silent. */
  readonly reservations: readonly string[];
  readonly of: {
    readonly transaction: string;
    readonly snapshot: string;
    readonly measures: string;
    readonly waivers: readonly string[];
    readonly policy: string;
    /** References of the suppressions at hand; left out where there are none. */
    readonly suppressions?: readonly string[];
    /** Hash of the rules by which red flags were weighed; left out where no party has any. */
    readonly redFlags?: string;
  };
};
