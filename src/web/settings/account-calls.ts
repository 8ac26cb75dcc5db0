import { ProblemError, problemOf } from "../api/problem.ts";

/** A session of the person, wherever it is. */
export type OwnSession = {
  readonly token: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
};

/** A passkey of the person. */
export type OwnPasskey = {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: string | null;
};

/** Reads from the sign-in library's own routes, which the API's document does not hold. Throws `ProblemError`. */
export async function accountRead<T>(path: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/auth${path}`, { credentials: "same-origin" });
  } catch {
    throw new ProblemError(problemOf(0, null));
  }
  const value: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ProblemError(problemOf(response.status, said(value)));
  return value as T;
}

/** The library says `message` where our own problems say `detail`. */
export function said(value: unknown): unknown {
  const message: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "message") : null;
  return typeof message === "string" ? { ...(value as object), detail: message } : value;
}

/** A change to the account. Throws `ProblemError`. */
export async function accountCall<T>(path: string, body: unknown): Promise<T> {
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
  if (!response.ok) throw new ProblemError(problemOf(response.status, said(value)));
  return value as T;
}

/** Has the browser make a passkey and brings it to the service. Throws `ProblemError`, or what the browser says. */
export async function addPasskey(name: string): Promise<void> {
  const options = await accountRead<PublicKeyCredentialCreationOptionsJSON>(
    "/passkey/generate-register-options",
  );
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = await navigator.credentials.create({ publicKey });
  if (!(made instanceof PublicKeyCredential))
    throw new DOMException("no passkey was made", "NotAllowedError");
  await accountCall("/passkey/verify-registration", { response: made.toJSON(), name });
}
