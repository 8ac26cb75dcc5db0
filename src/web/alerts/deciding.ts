import { answerOf, api } from "../api/client.ts";
import { type Problem, problemIn } from "../api/problem.ts";
import type { Alert } from "../api/shapes.ts";

export const OUTCOMES = ["true-match", "false-positive", "undetermined", "escalated"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes that settle an alert, for which the steps must have led to an end. */
export function settles(outcome: Outcome): boolean {
  return outcome === "true-match" || outcome === "false-positive";
}

/** Reasons that speak for an outcome; the first is the usual one. */
export const REASONS = {
  "true-match": ["facts-agree", "identifier-equal", "owned-or-controlled", "other"],
  "false-positive": [
    "name-differs",
    "name-part-only",
    "birth-date-differs",
    "country-differs",
    "identifier-differs",
    "address-differs",
    "different-kind",
    "known-customer",
    "other",
  ],
  undetermined: ["facts-missing", "other"],
  escalated: ["authority-asked", "facts-missing", "other"],
} as const satisfies Readonly<Record<Outcome, readonly string[]>>;

export type ReasonCode = (typeof REASONS)[Outcome][number];

/** What is done with the party or the money; the service drafts the report that the law asks for. */
export const ACTIONS = ["none", "block", "freeze", "reject", "release", "report"] as const;
export type Action = (typeof ACTIONS)[number];

/** What a person decided, and why. */
export type Choice = {
  readonly outcome: Outcome;
  readonly reasonCode: ReasonCode;
  readonly narrative: string;
  readonly action: Action;
  /** Last day of the suppression; undefined for as long as the policy allows, null for none. */
  readonly suppressUntil: string | null | undefined;
};

/** The service asks for as many. */
export const NARRATIVE_CHARS_MIN = 10;

const ifMatch = (version: string) => ({ "If-Match": `"${version}"` });

/** Decides an alert as it was seen; fails where somebody was faster. */
export async function decide(
  alert: Pick<Alert, "id" | "version" | "phase">,
  choice: Choice,
  mayOnlySecond: boolean,
): Promise<Alert> {
  const { suppressUntil, ...rest } = choice;
  const asked = {
    params: { path: { id: alert.id } },
    headers: ifMatch(alert.version),
    body: {
      ...rest,
      legalAuthority: null,
      ...(suppressUntil === undefined ? {} : { suppressUntil }),
    },
  };
  const answer =
    mayOnlySecond && alert.phase === "escalated"
      ? await answerOf(api.POST("/api/v1/alerts/{id}/escalation", asked))
      : await answerOf(api.POST("/api/v1/alerts/{id}/decisions", asked));
  return answer.alert;
}

/** Answers a step of the review. */
export function answerStep(
  alert: Pick<Alert, "id" | "version">,
  step: number,
  answer: string,
): Promise<Alert> {
  return answerOf(
    api.POST("/api/v1/alerts/{id}/steps/{step}", {
      params: { path: { id: alert.id, step } },
      headers: ifMatch(alert.version),
      body: { answer, words: "" },
    }),
  );
}

/** Answers a step; where the alert was changed meanwhile in another way, on what it is now. */
export async function answerOn(
  alert: Pick<Alert, "id" | "version">,
  step: number,
  answer: string,
): Promise<Alert> {
  try {
    return await answerStep(alert, step, answer);
  } catch (error) {
    if (problemIn(error).status !== 412) throw error;
    const now = await answerOf(api.GET("/api/v1/alerts/{id}", { params: { path: { id: alert.id } } }));
    const other = now.steps.find((one) => one.step === step)?.given ?? null;
    if (now.decision !== null || (other !== null && other !== answer)) throw error;
    return answerStep(now, step, answer);
  }
}

/** Takes a decision back. */
export function undo(alert: Pick<Alert, "id" | "version">, reason: string): Promise<Alert> {
  return answerOf(
    api.POST("/api/v1/alerts/{id}/undo", {
      params: { path: { id: alert.id } },
      headers: ifMatch(alert.version),
      body: { reason },
    }),
  );
}

/** Confirms another person's decision, or does not. */
export async function second(
  alert: Pick<Alert, "id" | "version">,
  asked: { readonly agrees: boolean; readonly narrative: string },
): Promise<Alert> {
  const answer = await answerOf(
    api.POST("/api/v1/alerts/{id}/second", {
      params: { path: { id: alert.id } },
      headers: ifMatch(alert.version),
      body: asked,
    }),
  );
  return answer.alert;
}

/** Gives an alert to a person, or to nobody. */
export function assign(alert: Pick<Alert, "id" | "version">, to: string | null): Promise<Alert> {
  return answerOf(
    api.POST("/api/v1/alerts/{id}/assignment", {
      params: { path: { id: alert.id } },
      headers: ifMatch(alert.version),
      body: { to, dueOn: null },
    }),
  );
}

/** Adds a note, whatever happened to the alert meanwhile. */
export function addNote(id: string, text: string): Promise<Alert> {
  return answerOf(api.POST("/api/v1/alerts/{id}/notes", { params: { path: { id } }, body: { text } }));
}

/** What became of many alerts: those that changed, and why the others did not. */
export type BulkOutcome = {
  readonly changed: readonly Alert[];
  readonly failed: readonly { readonly id: string; readonly problem: Problem }[];
};

/** So many at once: the service answers others meanwhile. */
const AT_ONCE = 4;

/** Does the same with many alerts, a few at once, and tells how many are through. */
export async function forEach(
  ids: readonly string[],
  act: (id: string) => Promise<Alert>,
  onProgress: (done: number) => void,
): Promise<BulkOutcome> {
  const waiting = [...ids];
  const changed: Alert[] = [];
  const failed: { id: string; problem: Problem }[] = [];
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        changed.push(await act(id));
      } catch (error) {
        failed.push({ id, problem: problemIn(error) });
      }
      onProgress(changed.length + failed.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { changed, failed };
}

/** Answers the steps of one alert as they were answered for all, and decides it. */
export async function decideWithSteps(
  id: string,
  answers: ReadonlyMap<number, string>,
  choice: Choice,
): Promise<Alert> {
  let alert = await answerOf(api.GET("/api/v1/alerts/{id}", { params: { path: { id } } }));
  if (settles(choice.outcome))
    for (const [step, answer] of answers) alert = await answerStep(alert, step, answer);
  return decide(alert, choice, false);
}
