import { askSignIn } from "../api/client.ts";
import { memberOf, ProblemError, problemOf } from "../api/problem.ts";

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

/** Reads what the account holds. Throws `ProblemError`. */
export async function accountRead<T>(path: string): Promise<T> {
  return accountAnswer<T>(path);
}

/** A change to the account. Throws `ProblemError`. */
export async function accountCall<T>(path: string, body: unknown): Promise<T> {
  return accountAnswer<T>(path, body);
}

async function accountAnswer<T>(path: string, body?: unknown): Promise<T> {
  const { response, value } = await askSignIn(path, body);
  if (!response.ok) throw new ProblemError(problemOf(response.status, said(value)));
  return value as T;
}

/** The library says `message` where our own problems say `detail`, and `PASSWORD_REFUSED` where they say `password-refused`. */
export function said(value: unknown): unknown {
  const message = memberOf(value, "message");
  if (typeof message !== "string") return value;
  const code = memberOf(value, "code");
  return {
    ...(value as object),
    detail: message,
    ...(typeof code === "string" ? { code: code.toLowerCase().replaceAll("_", "-") } : {}),
  };
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
