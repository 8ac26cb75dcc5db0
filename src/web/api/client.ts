import { createSluiceClient } from "../../client/client.ts";
import { ProblemError, problemOf } from "./problem.ts";

/** The service that served this page, by its own generated client. */
export const api = createSluiceClient({ url: location.origin });

/** What the client's calls resolve to. */
type Called<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response };

/** The answer of a call; throws `ProblemError` for anything else. */
export async function answerOf<T>(called: Promise<Called<T>>): Promise<NonNullable<T>> {
  let settled: Called<T>;
  try {
    settled = await called;
  } catch {
    throw new ProblemError(problemOf(0, null));
  }
  const { data, error, response } = settled;
  if (!response.ok || data === undefined || data === null)
    throw new ProblemError(problemOf(response.status, error));
  return data;
}

/** A call of the sign-in library's own routes, which the API's document does not hold. */
export async function signInCall<T>(path: string, body: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/auth${path}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new ProblemError(problemOf(0, null));
  }
  const value: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ProblemError(problemOf(response.status, value));
  return value as T;
}
