import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { problemOf, sendProblem } from "../http/problem.ts";
import type { Accounts } from "./accounts.ts";
import { ADDRESS_HEADER, PROVIDER_ID, SIGN_IN_PATH } from "./sign-in.ts";

/** Passkey answers are the largest bodies, of some kilobytes. */
const BODY_BYTES_MAX = 65_536;

/**
 * What of the library's own routes is open: signing in and out, and what people do about their own account. Everything
 * else of it (signing up, its own administration) has no door here.
 */
const DOORS: ReadonlySet<string> = new Set([
  "POST /sign-in/email",
  "POST /sign-in/social",
  `GET /callback/${PROVIDER_ID}`,
  `POST /callback/${PROVIDER_ID}`,
  "POST /sign-out",
  "GET /get-session",
  "GET /list-sessions",
  "POST /revoke-session",
  "POST /revoke-other-sessions",
  "POST /change-password",
  "POST /update-user",
  "POST /link-social",
  "GET /list-accounts",
  "POST /two-factor/enable",
  "POST /two-factor/disable",
  "POST /two-factor/get-totp-uri",
  "POST /two-factor/verify-totp",
  "POST /two-factor/verify-backup-code",
  "POST /two-factor/generate-backup-codes",
  "GET /passkey/generate-register-options",
  "POST /passkey/verify-registration",
  "GET /passkey/generate-authenticate-options",
  "POST /passkey/verify-authentication",
  "GET /passkey/list-user-passkeys",
  "POST /passkey/delete-passkey",
  "POST /passkey/update-passkey",
]);

/** Headers that the library reads; the caller's address is told by us. */
const PASSED_HEADERS = [
  "accept",
  "accept-language",
  "content-type",
  "cookie",
  "origin",
  "referer",
  "sec-fetch-dest",
  "sec-fetch-mode",
  "sec-fetch-site",
  "user-agent",
] as const;

/** Mounts signing in under `/api/auth`, in a scope of its own where bodies stay unread until the library reads them. */
export async function signInRoutes(app: FastifyInstance, accounts: Accounts): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "*",
      { parseAs: "buffer", bodyLimit: BODY_BYTES_MAX },
      (_request, body, done) => done(null, body),
    );
    scope.route({
      method: ["GET", "POST"],
      url: `${SIGN_IN_PATH}/*`,
      // Said by the library's own documentation, not by our OpenAPI.
      schema: { hide: true },
      config: { permission: "public" },
      handler: (request, reply) => pass(accounts, request, reply),
    });
  });
}

async function pass(accounts: Accounts, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const url = new URL(request.url, accounts.publicUrl);
  if (!DOORS.has(`${request.method} ${url.pathname.slice(SIGN_IN_PATH.length)}`))
    return sendProblem(reply, problemOf("unknown-route", "There is no such address here."));
  const headers = new Headers({ [ADDRESS_HEADER]: request.ip });
  for (const name of PASSED_HEADERS) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const answer = await accounts.auth.handler(
    new Request(url, {
      method: request.method,
      headers,
      ...(Buffer.isBuffer(request.body) ? { body: new Uint8Array(request.body) } : {}),
    }),
  );
  return await sendAnswer(reply, answer);
}

/** Sends an answer of the library, with all its cookies. */
export async function sendAnswer(reply: FastifyReply, answer: Response): Promise<unknown> {
  reply.status(answer.status).header("cache-control", "no-store");
  for (const [name, value] of answer.headers) if (name !== "set-cookie") reply.header(name, value);
  copyCookies(reply, answer);
  return reply.send(Buffer.from(await answer.arrayBuffer()));
}

/** Gives the caller the cookies of an answer of the library. */
export function copyCookies(reply: FastifyReply, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) reply.header("set-cookie", cookie);
}
