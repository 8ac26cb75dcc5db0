import { BIRTH_CLASSES } from "./birth-date.ts";
import type { Evidence } from "./evidence.ts";
import { INPUTS, type InputName, inputPlace, weighTies } from "./inputs.ts";
import {
  calibrate,
  explainForest,
  HEBREW_MODEL,
  type Model,
  ORGANIZATION_MODEL,
  PERSON_MODEL,
} from "./model.ts";
import { PAIR_MODELS } from "./pair-model.ts";

/** What an explanation has at hand: the values compared, as each side writes them. */
export type Values = {
  readonly name: { readonly query: string; readonly listed: string } | null;
  /** `“Songhwa” is written together or apart in “Song Hwa”` for each word that met inexactly. */
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

/** A statement about a pair of names: the model's inputs that speak of it, when it holds, and how it is put in words. */
type NameFeature = {
  readonly feature: string;
  readonly inputs: readonly InputName[];
  readonly holds: (evidence: Evidence) => boolean;
  readonly say: (evidence: Evidence, values: Values) => Saying;
};

/** A statement of fact beside the name, and what it adds to the log-odds of the two being one party. */
type FactFeature = {
  readonly feature: string;
  /** Log-odds; 0 where the statement does not hold. `evidence.sum` is what stands before it. */
  readonly weigh: (evidence: Evidence, model: Model) => number;
  /** True where it is to be said although it adds nothing. */
  readonly holds?: (evidence: Evidence) => boolean;
  readonly say: (evidence: Evidence, values: Values) => Saying;
};

/** The model by which two names are weighed: one for screenings, one for two parties set side by side. */
export function modelOf({
  organization,
  pair,
  hebrew,
}: Pick<Evidence, "organization" | "pair" | "hebrew">): Model {
  if (pair) return organization ? PAIR_MODELS.organization : PAIR_MODELS.person;
  return organization ? ORGANIZATION_MODEL : hebrew ? HEBREW_MODEL : PERSON_MODEL;
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

/** A person never matches a company: what a company's legal form in the listed name counts against a person. */
const COMPANY_AGAINST_PERSON = -8;

const ACRONYM = inputPlace("acronym");
const CUT_OFF = inputPlace("cutOff");
/** A word that one in 70 companies bears says nothing of who it is, in nats. */
const WEAK_WORD_MAX = 4.3;

/** Takes in what the inputs of statements that do not hold add: that nothing is left over says something as well. */
const CATCH_ALL = "name-words-matched";
/** Takes in how likely the listed spelling is. */
const OTHER_SCRIPT = "name-other-script";

/** The statements about names, and which of the model's inputs each speaks for; every input stands in one of them. */
export const NAME_FEATURES: readonly NameFeature[] = [
  {
    feature: "name-equal",
    inputs: ["equal"],
    holds: (e) => e.equal,
    say: (e, v) => ({
      ...names(v),
      words: e.romanized
        ? "The names are the same, letter for letter in their own script."
        : "The names are equal but for case, accents and punctuation.",
    }),
  },
  {
    feature: CATCH_ALL,
    inputs: [
      "matched",
      "matchedExact",
      "coverQuery",
      "coverListed",
      "exactWords",
      "wordsQuery",
      "wordsListed",
      "letterShareQuery",
      "letterShareListed",
      "rarestMatched",
      "secondRarestMatched",
    ],
    holds: () => true,
    say: (e, v) => ({
      ...names(v),
      words: `Of ${e.wordsQuery} ${e.wordsQuery === 1 ? "word" : "words"} asked about, ${e.meetings} of ${e.wordsListed} listed ${e.meetings === 1 ? "is" : "are"} met; the rarer the words, the more it says.`,
    }),
  },
  {
    feature: "name-words-altered",
    inputs: [
      "altered",
      "worstGrade",
      "edits",
      "soundCost",
      "soundShare",
      "joinedWords",
      "spellingWords",
      "nicknameWords",
      "abbreviatedWords",
      "initialWords",
      "editedWords",
      "knownQueryWord",
      "knownListedWord",
      "shortestAltered",
    ],
    holds: (e) => e.altered > 0,
    say: (_e, v) => ({ ...names(v), words: `Words meet inexactly: ${v.alterations.join("; ")}.` }),
  },
  {
    feature: "name-word-extra-subject",
    inputs: ["extraQuery", "rarestExtraQuery", "extraWordsQuery"],
    holds: (e) => e.extraQuery > 0,
    say: (_e, v) => ({
      query: v.extraQuery.join(" "),
      listed: null,
      words: `The listing has nothing for ${list(v.extraQuery)}.`,
    }),
  },
  {
    feature: "name-word-extra-listed",
    inputs: ["extraListed", "rarestExtraListed", "extraWordsListed", "fatherNames"],
    holds: (e) => e.extraListed > 0,
    say: (_e, v) => ({
      query: null,
      listed: v.extraListed.join(" "),
      words: `The subject has nothing for the listed ${list(v.extraListed)}.`,
    }),
  },
  {
    feature: "name-acronym",
    inputs: ["acronym"],
    holds: (e) => (e.inputs[ACRONYM] as number) > 0,
    say: (_e, v) => ({ ...names(v), words: "One name is made of the first letters of the other." }),
  },
  {
    feature: "name-cut-off",
    inputs: ["cutOff"],
    holds: (e) => (e.inputs[CUT_OFF] as number) > 0,
    say: (_e, v) => ({ ...names(v), words: "The name ends within the listed one, as where a line ends." }),
  },
  {
    feature: "name-word-swapped",
    inputs: ["swapped", "rarestSwapped", "initialsDiffer", "extrasLike"],
    holds: (e) => e.extraQuery > 0 && e.extraListed > 0,
    say: (_e, v) => ({
      query: v.extraQuery.join(" "),
      listed: v.extraListed.join(" "),
      words: `A word stands in place of another: ${list(v.extraQuery)} where the listing has ${list(v.extraListed)}.`,
    }),
  },
  {
    feature: "name-order-differs",
    inputs: ["disorder", "firstWord", "lastWord"],
    holds: (e) => e.outOfOrder,
    say: (_e, v) => ({ ...names(v), words: "The words stand in another order." }),
  },
  {
    feature: "name-number-differs",
    inputs: ["numbersDiffer", "numberExtra"],
    holds: (e) => e.numbersDiffer,
    say: (_e, v) => ({ ...names(v), words: "The names carry different numbers." }),
  },
  {
    feature: "legal-form-same",
    inputs: ["formsSame"],
    holds: (e) => e.forms > 0,
    say: (_e, v) => ({ ...v.forms, words: "Both names state a legal form of the same kind." }),
  },
  {
    feature: "legal-form-different",
    inputs: ["formsDiffer"],
    holds: (e) => e.forms < 0,
    say: (_e, v) => ({ ...v.forms, words: "The names state legal forms of different kinds." }),
  },
  {
    feature: "legal-form-missing",
    inputs: ["formsMissing"],
    holds: (e) => e.formsMissing,
    say: (_e, v) => ({ ...v.forms, words: "One of the names states a legal form, the other none." }),
  },
  {
    feature: OTHER_SCRIPT,
    inputs: ["romanized", "korean"],
    holds: (e) => e.romanized,
    say: (_e, v) => ({ ...names(v), words: "The name was read from another script." }),
  },
  {
    feature: "name-by-sound-alone",
    inputs: ["homophones"],
    holds: (e) => e.homophones && !e.equal,
    say: (_e, v) => ({
      ...names(v),
      words: "The characters were compared by their Mandarin sound, which many names share.",
    }),
  },
];

const FEATURE_OF_INPUT: readonly number[] = (() => {
  const places = new Array<number>(INPUTS.length).fill(-1);
  NAME_FEATURES.forEach(({ inputs }, feature) => {
    for (const input of inputs) places[inputPlace(input)] = feature;
  });
  return places;
})();

/**
 * Names alone leave people who were born years apart below even odds, however rare the names are: beyond a point the trees
 * say by chance how much surer three rare words are than two. A tenth of what is above stays, to keep the order.
 */
const NAMESAKE_MAX = -0.5;
const NAMESAKE_SHARE = 0.1;
const DISJOINT = BIRTH_CLASSES.indexOf("disjoint");

/** The table of facts beside the name: score and explanation both go through it from the top. */
export const FACT_FEATURES: readonly FactFeature[] = [
  {
    feature: "names-turned",
    weigh: (e, { nameScale }) => (e.named && e.pair ? nameScale * e.turned : 0),
    say: (_e, v) => ({
      ...names(v),
      words: "Asked the other way round the names say a little else; the mean of both is taken.",
    }),
  },
  {
    feature: "name-weak-alias",
    weigh: (e, { facts }) => (e.named && e.weakAlias ? e.weights.weakAlias * facts.weakAlias : 0),
    say: (_e, v) => ({ ...names(v), words: "The list marks this name as a weak alias." }),
  },
  ...BIRTH_CLASSES.slice(1).map(
    (name, at): FactFeature => ({
      feature: `birth-date-${name}`,
      weigh: (e, { facts }) => (e.birth === at + 1 ? e.weights.birthDate * facts.birth[name] : 0),
      holds: (e) => e.birth === at + 1,
      say: (_e, v) => ({ ...v.birth, words: BIRTH_WORDS[name] }),
    }),
  ),
  {
    feature: "country-same",
    weigh: (e, { facts }) => (e.country > 0 ? e.weights.country * facts.countrySame : 0),
    say: (e, v) => ({
      ...v.country,
      words: e.organization ? "A country is the same." : "A nationality is the same.",
    }),
  },
  {
    feature: "country-different",
    weigh: (e, { facts }) => (e.country < 0 ? e.weights.country * facts.countryDifferent : 0),
    say: (e, v) => ({
      ...v.country,
      words: e.organization ? "No country is the same." : "No nationality is the same.",
    }),
  },
  {
    feature: "gender-different",
    weigh: (e, { facts }) => (e.gender < 0 ? e.weights.gender * facts.genderDifferent : 0),
    say: (_e, v) => ({ ...v.gender, words: "The gender stated is different." }),
  },
  {
    feature: "score-calibrated",
    weigh: (e, { calibration }) => (e.named ? calibrate(calibration, e.sum) - e.sum : 0),
    say: () => ({ ...NOTHING, words: "How often such evidence was right where the truth is known." }),
  },
  {
    feature: "company-listed",
    weigh: (e) => (e.named && e.companyListed && e.identifier <= 0 ? COMPANY_AGAINST_PERSON : 0),
    say: (_e, v) => ({
      query: null,
      listed: v.forms.listed,
      words: "The listed name has a company's legal form, and the subject is a person.",
    }),
  },
  {
    feature: "identifier-equal",
    weigh: (e) => {
      if (e.identifier <= 0) return 0;
      // Names that disagree are one more fact, not a veto: front companies share numbers under other names.
      return 6 + Math.max(0, NAME_AGAINST_IDENTIFIER_MIN - e.sum);
    },
    say: (_e, v) => ({ ...v.identifier, words: "An identifier is the same." }),
  },
  {
    feature: "identifier-different",
    weigh: (e) => (e.identifier < 0 ? -2 : 0),
    say: (_e, v) => ({ ...v.identifier, words: "Identifiers that a party has only one of are different." }),
  },
  {
    feature: "name-part-alone",
    weigh: (e) => {
      // A company goes by its telling word: what is left over (Trading, Group) must say something.
      const tells = !e.organization || e.rarestExtraListed > WEAK_WORD_MAX;
      const part =
        tells && e.named && !e.pair && !e.equal && e.meetings <= 1 && e.wordsListed > 1 && e.identifier <= 0;
      return part && e.wordsQuery === 1 ? Math.min(0, PART_ALONE_MAX - e.sum) : 0;
    },
    say: (_e, v) => ({ ...names(v), words: "One word of a longer name never makes a hit." }),
  },
  {
    feature: "weak-alias-alone",
    weigh: (e) => (e.named && e.weakAlias && !isConfirmed(e) ? Math.min(0, WEAK_ALONE_MAX - e.sum) : 0),
    say: (_e, v) => ({
      ...names(v),
      words: "A weak alias confirms other facts; by itself it never makes a hit.",
    }),
  },
  {
    feature: "namesake-alone",
    weigh: (e) => {
      // A policy that trusts birth dates less than they were measured to be worth does not want them to decide.
      const decides = e.named && e.birth === DISJOINT && e.identifier <= 0 && e.weights.birthDate >= 1;
      return decides ? Math.min(0, (1 - NAMESAKE_SHARE) * (NAMESAKE_MAX - e.sum)) : 0;
    },
    say: (_e, v) => ({
      ...v.birth,
      words: "A name in common makes no hit of people who were born years apart.",
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

/** The table before and after the statements about birth dates, of which one holds at most. */
const BIRTH_FIRST = FACT_FEATURES.findIndex(({ feature }) => feature.startsWith("birth-date-"));
const BEFORE_BIRTH = FACT_FEATURES.slice(0, BIRTH_FIRST);
const AFTER_BIRTH = FACT_FEATURES.slice(BIRTH_FIRST + BIRTH_CLASSES.length - 1);

function addFacts(features: readonly FactFeature[], evidence: Evidence, model: Model): void {
  for (let at = 0; at < features.length; at += 1)
    evidence.sum += (features[at] as FactFeature).weigh(evidence, model);
}

/** Log-odds of the pair of parties, given what the model says of their best names. */
export function weighFacts(evidence: Evidence, nameSum: number): number {
  const model = modelOf(evidence);
  evidence.sum = evidence.named ? model.nameScale * nameSum : 0;
  addFacts(BEFORE_BIRTH, evidence, model);
  const birth = FACT_FEATURES[BIRTH_FIRST + evidence.birth - 1];
  if (evidence.birth > 0 && birth !== undefined) evidence.sum += birth.weigh(evidence, model);
  addFacts(AFTER_BIRTH, evidence, model);
  return evidence.sum;
}

/** A statement that holds, with what it added to the log-odds. */
export type Stated = Saying & { readonly feature: string; readonly weight: number };

/** What the names alone say, statement by statement; the weights add up to what the model says of them. */
function stateNames(evidence: Evidence, values: Values, model: Model): Stated[] {
  const shares = new Float64Array(INPUTS.length);
  const start = explainForest(model.forest, evidence.inputs, shares);
  const weights = NAME_FEATURES.map(() => 0);
  const held = NAME_FEATURES.map(({ holds }) => holds(evidence));
  const rest = NAME_FEATURES.findIndex(({ feature }) => feature === CATCH_ALL);
  shares.forEach((share, input) => {
    const own = FEATURE_OF_INPUT[input] ?? rest;
    const at = held[own] === true ? own : rest;
    weights[at] = (weights[at] ?? 0) + share;
  });
  weights[rest] = (weights[rest] ?? 0) + weighTies(evidence.inputs);
  const script = NAME_FEATURES.findIndex(({ feature }) => feature === OTHER_SCRIPT);
  const spoken = held[script] === true ? script : rest;
  weights[spoken] = (weights[spoken] ?? 0) + evidence.spelled;
  const prior: Stated = {
    feature: "prior",
    weight: model.nameScale * start,
    ...NOTHING,
    words: "What is assumed of a candidate before its words are compared.",
  };
  return [
    prior,
    ...NAME_FEATURES.flatMap(({ feature, say }, at): Stated[] =>
      held[at] === true
        ? [{ feature, weight: model.nameScale * (weights[at] ?? 0), ...say(evidence, values) }]
        : [],
    ),
  ];
}

/** All statements that hold for a weighed pair, in the order of the table; their weights add up to its log-odds. */
export function stateAll(evidence: Evidence, values: Values): readonly Stated[] {
  const model = modelOf(evidence);
  const stated = evidence.named ? stateNames(evidence, values, model) : [];
  evidence.sum = stated.reduce((sum, { weight }) => sum + weight, 0);
  for (const { feature, weigh, holds, say } of FACT_FEATURES) {
    const weight = weigh(evidence, model);
    evidence.sum += weight;
    if (weight !== 0 || holds?.(evidence) === true)
      stated.push({ feature, weight, ...say(evidence, values) });
  }
  return stated;
}

/** Score from 0 to 1 of log-odds. */
export function scoreOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
