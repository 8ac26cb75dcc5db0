import { BIRTH_CLASSES, BIRTH_WEIGHTS } from "./birth-date.ts";
import type { Evidence } from "./evidence.ts";
import { MATCHED_MAX, type NameWeights, ORGANIZATION_WEIGHTS, PERSON_WEIGHTS } from "./weights.ts";

/** What an explanation has at hand: the values compared, as each side writes them. */
export type Values = {
  readonly name: { readonly query: string; readonly listed: string } | null;
  /** `Songhwa met Song Hwa (written together)` for each word that met inexactly. */
  readonly alterations: readonly string[];
  readonly extraQuery: readonly string[];
  readonly extraListed: readonly string[];
  readonly forms: Pair;
  readonly birth: Pair;
  readonly country: Pair;
  readonly gender: Pair;
  readonly identifier: Pair;
};
export type Pair = { readonly query: string | null; readonly listed: string | null };

type Saying = Pair & { readonly words: string };

/** A statement of fact about a pair, what it adds to the log-odds of their being one party, and how it is put in words. */
export type Feature = {
  readonly feature: string;
  /** `name` features are weighed for each pair of names, `fact` features once for the two parties. */
  readonly of: "name" | "fact";
  /** Log-odds; 0 where the statement does not hold. */
  readonly weigh: (evidence: Evidence) => number;
  readonly say: (evidence: Evidence, values: Values) => Saying;
};

function weightsOf(evidence: Evidence): NameWeights {
  return evidence.organization ? ORGANIZATION_WEIGHTS : PERSON_WEIGHTS;
}

function share(part: number, matched: number): number {
  return part === 0 ? 0 : part / (part + matched);
}

const NOTHING: Pair = { query: null, listed: null };

function names(values: Values): Pair {
  return values.name ?? NOTHING;
}

function list(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(", ");
}

/** A birth date at least as telling as a year, or an identifier: what a weak alias needs beside it. */
function isConfirmed(evidence: Evidence): boolean {
  const birth = BIRTH_CLASSES[evidence.birth] ?? "none";
  return (
    evidence.identifier > 0 || birth === "equal" || birth === "year-equal" || birth === "year-and-part-equal"
  );
}

/** A weak alias alone stays at even odds at most, a part of a name below them: no sensible threshold makes them hits. */
const WEAK_ALONE_MAX = 0;
const PART_ALONE_MAX = -0.5;
/** Whatever the names say against it, an identifier in common is not outweighed by more than this. */
const NAME_AGAINST_IDENTIFIER_MIN = -3.5;

/** However rare a name is, someone else may bear it: beyond these odds further likeness of the name counts a quarter. */
const NAMESAKE_FROM = 3.5;
const NAMESAKE_KEPT = 0.25;

/** The table: score and explanation both go through it from the top, so neither can say what the other does not. */
export const FEATURES: readonly Feature[] = [
  {
    feature: "prior",
    of: "name",
    weigh: (e) => (e.named ? weightsOf(e).prior : 0),
    say: () => ({ ...NOTHING, words: "What is assumed of a candidate before its words are compared." }),
  },
  {
    feature: "name-equal",
    of: "name",
    weigh: (e) => (e.named && e.equal ? weightsOf(e).equal : 0),
    say: (_e, v) => ({ ...names(v), words: "The names are equal but for case, accents and punctuation." }),
  },
  {
    feature: "name-words-matched",
    of: "name",
    weigh: (e) => (e.named ? weightsOf(e).matched * Math.min(e.matched, MATCHED_MAX) : 0),
    say: (e, v) => ({
      ...names(v),
      words: `Of ${e.wordsQuery} words asked about, ${e.meetings} of ${e.wordsListed} listed are met; the rarer the words, the more it says.`,
    }),
  },
  {
    feature: "name-words-altered",
    of: "name",
    weigh: (e) => {
      if (!e.named || e.altered === 0) return 0;
      const w = weightsOf(e);
      return (
        w.altered * e.altered +
        w.alteredShare * share(e.altered, e.matched) +
        w.worstGrade * (1 - e.worstGrade)
      );
    },
    say: (_e, v) => ({ ...names(v), words: `Words meet inexactly: ${v.alterations.join("; ")}.` }),
  },
  {
    feature: "name-word-extra-subject",
    of: "name",
    weigh: (e) => {
      if (!e.named || e.extraQuery === 0) return 0;
      const w = weightsOf(e);
      return w.extraQuery * e.extraQuery + w.extraQueryShare * share(e.extraQuery, e.matched);
    },
    say: (_e, v) => ({
      query: v.extraQuery.join(" "),
      listed: null,
      words: `The listing has nothing for ${list(v.extraQuery)}.`,
    }),
  },
  {
    feature: "name-word-extra-listed",
    of: "name",
    weigh: (e) => {
      if (!e.named || e.extraListed === 0) return 0;
      const w = weightsOf(e);
      return w.extraListed * e.extraListed + w.extraListedShare * share(e.extraListed, e.matched);
    },
    say: (_e, v) => ({
      query: null,
      listed: v.extraListed.join(" "),
      words: `The subject has nothing for the listed ${list(v.extraListed)}.`,
    }),
  },
  {
    feature: "name-word-swapped",
    of: "name",
    weigh: (e) => {
      if (!e.named || e.extraQuery === 0 || e.extraListed === 0) return 0;
      const w = weightsOf(e);
      const rarest = Math.min(e.rarestExtraQuery, e.rarestExtraListed);
      return w.swapped * Math.min(e.extraQuery, e.extraListed) + w.swappedRarest * rarest;
    },
    say: (_e, v) => ({
      query: v.extraQuery.join(" "),
      listed: v.extraListed.join(" "),
      words: `A word stands in place of another: ${list(v.extraQuery)} where the listing has ${list(v.extraListed)}.`,
    }),
  },
  {
    feature: "name-one-word-of-several",
    of: "name",
    weigh: (e) =>
      e.named && e.meetings <= 1 && Math.max(e.wordsQuery, e.wordsListed) > 1 ? weightsOf(e).oneWord : 0,
    say: (_e, v) => ({ ...names(v), words: "Only one word of a longer name meets." }),
  },
  {
    feature: "name-order-differs",
    of: "name",
    weigh: (e) => (e.named && e.outOfOrder ? weightsOf(e).outOfOrder : 0),
    say: (_e, v) => ({ ...names(v), words: "The words stand in another order." }),
  },
  {
    feature: "name-number-differs",
    of: "name",
    weigh: (e) => (e.named && e.numbersDiffer ? weightsOf(e).numbersDiffer : 0),
    say: (_e, v) => ({ ...names(v), words: "The names carry different numbers." }),
  },
  {
    feature: "legal-form-same",
    of: "name",
    weigh: (e) => (e.named && e.forms > 0 ? weightsOf(e).formsSame : 0),
    say: (_e, v) => ({ ...v.forms, words: "Both names state a legal form of the same kind." }),
  },
  {
    feature: "legal-form-different",
    of: "name",
    weigh: (e) => (e.named && e.forms < 0 ? weightsOf(e).formsDiffer : 0),
    say: (_e, v) => ({ ...v.forms, words: "The names state legal forms of different kinds." }),
  },
  {
    feature: "name-by-sound-alone",
    of: "name",
    weigh: (e) => (e.named && e.homophones && !e.equal && !e.organization ? -1.2 : 0),
    say: (_e, v) => ({
      ...names(v),
      words: "The characters were compared by their Mandarin sound, which many names share.",
    }),
  },
  {
    feature: "name-weak-alias",
    of: "name",
    weigh: (e) => (e.named && e.weakAlias ? -0.8 : 0),
    say: (_e, v) => ({ ...names(v), words: "The list marks this name as a weak alias." }),
  },
  {
    feature: "name-may-be-shared",
    of: "fact",
    weigh: (e) => (e.named && e.sum > NAMESAKE_FROM ? (NAMESAKE_KEPT - 1) * (e.sum - NAMESAKE_FROM) : 0),
    say: (_e, v) => ({ ...names(v), words: "Someone else may bear the same name; only other facts tell." }),
  },
  {
    feature: "identifier-equal",
    of: "fact",
    weigh: (e) => {
      if (e.identifier <= 0) return 0;
      // Names that disagree are one more fact, not a veto: front companies share numbers under other names.
      return 6 + Math.max(0, NAME_AGAINST_IDENTIFIER_MIN - e.sum);
    },
    say: (_e, v) => ({ ...v.identifier, words: "An identifier is the same." }),
  },
  {
    feature: "identifier-different",
    of: "fact",
    weigh: (e) => (e.identifier < 0 ? -2 : 0),
    say: (_e, v) => ({ ...v.identifier, words: "Identifiers that a party has only one of are different." }),
  },
  ...BIRTH_CLASSES.slice(1).map(
    (name, at): Feature => ({
      feature: `birth-date-${name}`,
      of: "fact",
      weigh: (e) => (e.birth === at + 1 ? BIRTH_WEIGHTS[name] : 0),
      say: (_e, v) => ({ ...v.birth, words: BIRTH_WORDS[name] }),
    }),
  ),
  {
    feature: "country-same",
    of: "fact",
    weigh: (e) => (e.country > 0 ? 0.5 : 0),
    say: (e, v) => ({
      ...v.country,
      words: e.organization ? "A country is the same." : "A nationality is the same.",
    }),
  },
  {
    feature: "country-different",
    of: "fact",
    weigh: (e) => (e.country < 0 ? (e.organization ? -0.7 : -1.4) : 0),
    say: (e, v) => ({
      ...v.country,
      words: e.organization ? "No country is the same." : "No nationality is the same.",
    }),
  },
  {
    feature: "gender-different",
    of: "fact",
    weigh: (e) => (e.gender < 0 ? -1.5 : 0),
    say: (_e, v) => ({ ...v.gender, words: "The gender stated is different." }),
  },
  {
    feature: "name-part-alone",
    of: "fact",
    weigh: (e) => {
      const part = e.named && !e.equal && e.meetings <= 1 && e.wordsListed > 1 && e.identifier <= 0;
      return part && e.wordsQuery === 1 ? Math.min(0, PART_ALONE_MAX - e.sum) : 0;
    },
    say: (_e, v) => ({ ...names(v), words: "One word of a longer name never makes a hit." }),
  },
  {
    feature: "weak-alias-alone",
    of: "fact",
    weigh: (e) => (e.named && e.weakAlias && !isConfirmed(e) ? Math.min(0, WEAK_ALONE_MAX - e.sum) : 0),
    say: (_e, v) => ({
      ...names(v),
      words: "A weak alias confirms other facts; by itself it never makes a hit.",
    }),
  },
];

const BIRTH_WORDS: Readonly<Record<(typeof BIRTH_CLASSES)[number], string>> = {
  none: "A birth date is not stated.",
  equal: "The birth dates are equal.",
  "year-equal": "The birth dates agree as far as both are stated.",
  "year-and-part-equal": "The year of birth is the same, and the day or the month.",
  "within-range": "The birth date lies within the range stated.",
  "neighbor-year-day-equal": "Day and month of birth are the same, the year is the next one.",
  "day-month-swapped": "Day and month of birth are exchanged.",
  "year-digit": "One digit of the year of birth differs.",
  "neighbor-year": "The years of birth are neighbours.",
  "day-different": "The year of birth is the same, day and month are not.",
  "years-two-or-three": "The years of birth are two or three apart.",
  disjoint: "The birth dates are of different persons.",
};

const NAME_FEATURES = FEATURES.filter((feature) => feature.of === "name");
const FACT_FEATURES = FEATURES.filter((feature) => feature.of === "fact");

/** Log-odds of a pair of names; leaves the sum in the evidence. */
export function weighNames(evidence: Evidence): number {
  evidence.sum = 0;
  for (let at = 0; at < NAME_FEATURES.length; at += 1)
    evidence.sum += (NAME_FEATURES[at] as Feature).weigh(evidence);
  return evidence.sum;
}

/** Log-odds of the pair of parties, given that of their best names. */
export function weighFacts(evidence: Evidence, nameSum: number): number {
  evidence.sum = nameSum;
  for (let at = 0; at < FACT_FEATURES.length; at += 1)
    evidence.sum += (FACT_FEATURES[at] as Feature).weigh(evidence);
  return evidence.sum;
}

/** Score from 0 to 1 of log-odds. */
export function scoreOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
