import { ProblemError, problemOf } from "./problem.ts";

/** One call of the API at the page's own address. Throws `ProblemError` for anything but an answer. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers:
        body === undefined
          ? { accept: "application/json" }
          : { accept: "application/json", "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ProblemError(problemOf(0, null));
  }
  const text = await response.text();
  const value: unknown = text === "" ? null : parsed(text);
  if (!response.ok) throw new ProblemError(problemOf(response.status, value));
  return value as T;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
