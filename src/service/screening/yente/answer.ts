import type { Catalogue } from "./catalogue.ts";
import { answerAlgorithms, answerCatalogue } from "./catalogue-answers.ts";
import { answerMatch, type Decided } from "./match.ts";
import { answerAdjacent, answerAdjacentProperty, answerEntity, type EntityAnswer } from "./nested.ts";
import { answerExtendProperty, answerManifest, answerReconcile, answerSuggest } from "./reconcile.ts";
import { Refusal } from "./refusal.ts";
import { answerSearch } from "./search.ts";

/** A request to one of yente's routes, as data: it can be answered in any thread. */
export type YenteRequest =
  | {
      readonly kind: "match";
      readonly dataset: string;
      readonly query: string;
      readonly body: Uint8Array;
      readonly decided: Decided | null;
    }
  | { readonly kind: "search"; readonly dataset: string; readonly query: string }
  | { readonly kind: "entity"; readonly id: string; readonly query: string }
  | { readonly kind: "adjacent"; readonly id: string; readonly query: string }
  | {
      readonly kind: "adjacent-property";
      readonly id: string;
      readonly property: string;
      readonly query: string;
    }
  | { readonly kind: "manifest"; readonly dataset: string; readonly query: string; readonly origin: string }
  | { readonly kind: "reconcile"; readonly dataset: string; readonly query: string; readonly form: string }
  | {
      readonly kind: "suggest";
      readonly dataset: string;
      readonly what: "entity" | "property" | "type";
      readonly query: string;
    }
  | { readonly kind: "extend-property"; readonly dataset: string; readonly query: string }
  | { readonly kind: "catalogue" }
  | { readonly kind: "algorithms" };

/** Status, headers beyond the usual, and the JSON of the body. */
export type YenteAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

function json(answer: unknown, headers: YenteAnswer["headers"] = {}): YenteAnswer {
  return { status: 200, headers, body: JSON.stringify(answer) };
}

function batch(given: { readonly answer: unknown; readonly batch: number }): YenteAnswer {
  return json(given.answer, { "x-batch-size": String(given.batch) });
}

function entity(found: EntityAnswer, path: string): YenteAnswer {
  if (found.kind === "answer") return json(found.answer);
  return { status: 308, headers: { location: `/entities/${encodeURIComponent(found.id)}${path}` }, body: "" };
}

function dispatch(catalogue: Catalogue, request: YenteRequest): YenteAnswer {
  switch (request.kind) {
    case "match":
      return batch(answerMatch(catalogue, request));
    case "search":
      return json(answerSearch(catalogue, request));
    case "entity":
      return entity(answerEntity(catalogue, request), "");
    case "adjacent":
      return entity(answerAdjacent(catalogue, request), "/adjacent");
    case "adjacent-property":
      return entity(
        answerAdjacentProperty(catalogue, request),
        `/adjacent/${encodeURIComponent(request.property)}`,
      );
    case "manifest":
      return json(answerManifest(catalogue, request));
    case "reconcile":
      return batch(answerReconcile(catalogue, request));
    case "suggest":
      return json(answerSuggest(catalogue, request));
    case "extend-property":
      return json(answerExtendProperty(catalogue, request));
    case "catalogue":
      return json(answerCatalogue(catalogue));
    case "algorithms":
      return json(answerAlgorithms(catalogue));
  }
}

/** Answers from one release of the data: a pure function of both. What is refused is an answer as well. */
export function answerYente(catalogue: Catalogue, request: YenteRequest): YenteAnswer {
  try {
    return dispatch(catalogue, request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, headers: {}, body: JSON.stringify(error.body) };
  }
}
