import { ProblemError, problemOf } from "./problem.ts";

/** Sends a file as it is: the API takes it as the body. Throws `ProblemError`. */
export async function sendFile<T>(path: string, file: Blob, type: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": type === "" ? "application/octet-stream" : type },
      body: file,
    });
  } catch {
    throw new ProblemError(problemOf(0, null));
  }
  const value: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ProblemError(problemOf(response.status, value));
  return value as T;
}
