import { type Suppression, suppressionFor } from "../../../engine/check/suppression.ts";
import { valuesOf } from "../../../engine/entity/entity.ts";
import type { Match, Subject } from "../../../engine/match/subject.ts";
import { algorithmNamed } from "./algorithms.ts";
import { type Catalogue, chosenFrom, type Scope, type Shelf, scopeOf } from "./catalogue.ts";
import { type CleanExample, cleanExample, subjectOf } from "./example.ts";
import { readJsonBody, readMatchRequest } from "./match-request.ts";
import { type Filter, placeTest } from "./place-filter.ts";
import { QueryParameters } from "./query-parameters.ts";
import { Refusal } from "./refusal.ts";
import { searchWords } from "./search-words.ts";
import type { WireEntity } from "./wire-entity.ts";

/** An entity found, with its score and the reasons for it. */
export type ScoredEntity = WireEntity & {
  readonly score: number;
  readonly match: boolean;
  readonly explanations: Readonly<
    Record<
      string,
      {
        readonly detail: string;
        readonly score: number;
        readonly query: string | null;
        readonly candidate: string | null;
      }
    >
  >;
};

/** How a question is answered: whom it may find, from which score on, and how many. */
export type MatchPolicy = {
  readonly scope: Scope;
  readonly filter: Filter;
  readonly threshold: number;
  /** Results at or under this score are left out. */
  readonly cutoff: number;
  readonly limit: number;
  readonly decided: Decided | null;
};

/** What an organisation has decided before: pairs that are not one party. */
export type Decided = { readonly suppressions: readonly Suppression[]; readonly day: string };

export const MATCH_LIMITS = {
  /** Ids that a client may leave out. */
  excludedIdsMax: 50,
  /** Entities that are scored per result wanted, and in all. */
  candidatesPerResult: 10,
  candidatesMin: 20,
  candidatesMax: 500,
} as const;

export const THRESHOLD_USUAL = 0.7;

type Candidate = { readonly shelf: Shelf; readonly place: number; readonly match: Match };

/** Where a look is full of entities that don't count, the next goes so many times further. */
const LOOK_GROWTH = 8;

/** A shorter word is a name by itself. */
const JOINED_CHARS_MIN = 10;

/** The subject with the names that one of its words is when the spaces are put back, as this book writes them. */
function withSpaces(shelf: Shelf, subject: Subject): Subject {
  const names = valuesOf(subject, "name");
  const spaced = names.flatMap((name) => {
    const [word, ...others] = searchWords(name);
    if (word === undefined || others.length > 0 || word.length < JOINED_CHARS_MIN) return [];
    return shelf.book.namesWrittenAs(word);
  });
  if (spaced.length === 0) return subject;
  return { ...subject, properties: { ...subject.properties, name: [...names, ...spaced] } };
}

/** The candidates of one book that count, best first. */
function candidatesIn(
  shelf: Shelf,
  subject: Subject,
  policy: MatchPolicy,
  wanted: number,
): readonly Candidate[] {
  const { book } = shelf;
  const test = placeTest(shelf, policy.scope, policy.filter);
  const asked = withSpaces(shelf, subject);
  for (let look = wanted; ; look *= LOOK_GROWTH) {
    const seen = book.index.match(asked, {
      name: "yente",
      threshold: Math.max(0, Math.min(policy.threshold, policy.cutoff)),
      limit: look,
      lists: null,
    });
    const placed = seen.map((match) => ({ shelf, place: book.find(match.id), match }));
    const counted = test === null ? placed : placed.filter(({ place }) => test(place));
    if (seen.length < look || counted.length >= wanted) return counted.slice(0, wanted);
  }
}

function isSettled({ shelf, match }: Candidate, subject: Subject, decided: Decided | null): boolean {
  if (decided === null || shelf.snapshot === null) return false;
  const pair = { subject, entity: match.id, day: decided.day };
  return suppressionFor(decided.suppressions, shelf.snapshot, pair) !== null;
}

function scored({ shelf, place, match }: Candidate, threshold: number): ScoredEntity {
  const explanations = match.features.map(({ feature, words, weight, query, listed }) => [
    feature,
    { detail: words, score: weight, query, candidate: listed },
  ]);
  return {
    ...shelf.book.wire(place),
    score: match.score,
    match: match.score >= threshold,
    explanations: Object.fromEntries(explanations) as ScoredEntity["explanations"],
  };
}

/** Whom the subject may be, best first; `total` counts all at or over the threshold. */
export function matchSubject(
  subject: Subject,
  policy: MatchPolicy,
): { readonly results: readonly ScoredEntity[]; readonly total: number } {
  const { candidatesPerResult, candidatesMin, candidatesMax } = MATCH_LIMITS;
  const wanted = Math.min(candidatesMax, Math.max(candidatesMin, policy.limit * candidatesPerResult));
  const candidates = policy.scope.shelves
    .flatMap((shelf) => candidatesIn(shelf, subject, policy, wanted))
    .filter((candidate) => !isSettled(candidate, subject, policy.decided))
    .sort((one, other) => other.match.score - one.match.score)
    .slice(0, wanted);
  const kept = candidates.filter(({ match }) => match.score > policy.cutoff);
  return {
    results: kept.slice(0, policy.limit).map((candidate) => scored(candidate, policy.threshold)),
    total: candidates.filter(({ match }) => match.score >= policy.threshold).length,
  };
}

type MatchAnswer = {
  readonly responses: Readonly<Record<string, unknown>>;
  readonly limit: number;
};

function readPolicy(
  catalogue: Catalogue,
  dataset: string,
  parameters: QueryParameters,
): { readonly policy: MatchPolicy; readonly algorithm: string } {
  const { rules } = catalogue;
  const limit = parameters.integer("limit", rules.matchPage, rules.matchesMax);
  const threshold = parameters.decimal("threshold", THRESHOLD_USUAL);
  const cutoff = Math.min(parameters.decimal("cutoff", THRESHOLD_USUAL), threshold);
  const algorithm = parameters.text("algorithm", rules.defaultAlgorithm);
  const include = parameters.texts("include_dataset");
  const exclude = parameters.texts("exclude_dataset");
  const filter: Filter = {
    schemata: null,
    excludeSchemata: parameters.texts("exclude_schema"),
    groups: [{ column: "topic", values: parameters.texts("topics"), every: false }],
    changedSince: parameters.moment("changed_since"),
    excludeIds: parameters.texts("exclude_entity_ids", MATCH_LIMITS.excludedIdsMax),
  };
  parameters.done();
  const scope = chosenFrom(scopeOf(catalogue, dataset), include, exclude, catalogue.datasets);
  return { policy: { scope, filter, threshold, cutoff, limit, decided: null }, algorithm };
}

/** `POST /match/{dataset}`. */
export function answerMatch(
  catalogue: Catalogue,
  request: {
    readonly dataset: string;
    readonly query: string;
    readonly body: Uint8Array;
    readonly decided: Decided | null;
  },
): { readonly answer: MatchAnswer; readonly batch: number } {
  const parameters = new QueryParameters(request.query);
  const body = readJsonBody(request.body);
  const { queries, config } = readMatchRequest(body, catalogue.rules.batchMax);
  const { policy, algorithm: name } = readPolicy(catalogue, request.dataset, parameters);
  const algorithm = algorithmNamed(name, catalogue.rules.bestAlgorithm);
  for (const key of config) {
    if (Object.hasOwn(algorithm.config, key)) continue;
    throw new Refusal(
      400,
      `Invalid configuration parameter: ${key.slice(0, 100)} for algorithm ${algorithm.name}`,
    );
  }
  const examples = queries.map(([key, example]): [string, CleanExample] => [key, cleanExample(example)]);
  const responses = examples.map(([key, example]) => {
    const subject = subjectOf(example, algorithm.reads);
    const { results, total } = matchSubject(subject, { ...policy, decided: request.decided });
    const answer = { status: 200, results, total: { value: total, relation: "eq" }, query: example };
    return [key, answer];
  });
  return {
    answer: {
      responses: Object.fromEntries(responses) as MatchAnswer["responses"],
      limit: policy.limit,
    },
    batch: examples.length,
  };
}
