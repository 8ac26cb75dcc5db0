/** An error of the API as the app shows it: RFC 9457, with what to do. */
export type Problem = {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly todo: string | null;
  readonly status: number;
  /** Place in the log of the receipt that says why, where one does. */
  readonly receipt?: number;
};

/** A failed call, thrown to whoever waits for its answer. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The member of a value that may be anything; undefined where it has none. */
export function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** Reads what the server answered; anything that is no problem document becomes one. */
export function problemOf(status: number, body: unknown): Problem {
  const text = (key: string): string | null => {
    const value = memberOf(body, key);
    return typeof value === "string" ? value : null;
  };
  const receipt = memberOf(body, "receipt");
  return {
    ...(typeof receipt === "number" ? { receipt } : {}),
    status,
    code: text("code") ?? (status === 0 ? "unreachable" : `http-${status}`),
    title: text("title") ?? "",
    detail:
      text("detail") ??
      (status === 0 ? "The server cannot be reached." : `The server answered with ${status}.`),
    todo: text("todo"),
  };
}

/** The problem behind whatever was thrown. */
export function problemIn(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  // A part of the app that could not be fetched for want of a network is nothing wrong with the page.
  if (!navigator.onLine && /module/i.test(detail)) return problemOf(0, null);
  return { status: 500, code: "page-failed", title: "", detail, todo: null };
}
