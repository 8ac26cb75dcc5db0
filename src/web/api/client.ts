import { createSluiceClient } from "../../client/client.ts";
import { ProblemError, problemOf } from "./problem.ts";

/** The service that served this page, by its own generated client. */
export const api = createSluiceClient({ url: location.origin });

/** Told to the window when the service no longer knows who asks. */
export const SESSION_ENDED = "sluice:session-ended";

function tellEnded(status: number): void {
  if (status === 401) window.dispatchEvent(new Event(SESSION_ENDED));
}

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
  tellEnded(response.status);
  if (!response.ok || data === undefined || data === null)
    throw new ProblemError(problemOf(response.status, error));
  return data;
}

/** What the sign-in library's own routes answer, which the API's document does not hold; reads where there is no body to send. */
export async function askSignIn(
  path: string,
  body?: unknown,
): Promise<{ readonly response: Response; readonly value: unknown }> {
  let response: Response;
  try {
    response = await fetch(`/api/auth${path}`, {
      credentials: "same-origin",
      ...(body === undefined
        ? {}
        : {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(body),
          }),
    });
  } catch {
    throw new ProblemError(problemOf(0, null));
  }
  return { response, value: await response.json().catch(() => null) };
}

/** A call of the sign-in library's own routes. Throws `ProblemError`. */
export async function signInCall<T>(path: string, body: unknown): Promise<T> {
  const { response, value } = await askSignIn(path, body);
  if (!response.ok) throw new ProblemError(problemOf(response.status, value));
  return value as T;
}

/** Sends a file as the body of a request; throws `ProblemError` where it is refused. */
export async function uploadTo(path: string, file: File): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": file.type === "" ? "application/octet-stream" : file.type },
      body: file,
    });
  } catch {
    throw new ProblemError(problemOf(0, null));
  }
  tellEnded(response.status);
  const value: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ProblemError(problemOf(response.status, value));
  return value;
}
