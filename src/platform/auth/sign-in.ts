import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import type { Database } from "../database/database.ts";
import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN, refusePassword } from "./password.ts";

/** A company's own identity provider (OpenID Connect). */
export type IdentityProvider = {
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
};

export type SignInOptions = {
  /** Opened as the role `sluice_auth`, in the schema `auth`. */
  readonly database: Database;
  /** Where people reach the service: `https://sluice.bank.example`. */
  readonly publicUrl: string;
  /** At least 32 characters; signs cookies and encrypts what the second factor keeps. */
  readonly secret: string;
  readonly identityProvider: IdentityProvider | null;
  /** Whether somebody unknown whom the identity provider vouches for may have an account: who was invited. */
  readonly mayJoin: (email: string) => Promise<boolean>;
  /** Told of somebody whom the identity provider brought in. */
  readonly onJoined: (person: { readonly userId: string; readonly email: string }) => Promise<void>;
  /** Every address under which people open the service: a machine's own is known by two names. */
  readonly origins: readonly string[];
  /** False only in tests that ask more often than people do. */
  readonly limitsRate?: boolean;
};

/** The id of the identity provider in addresses: `/api/auth/callback/company`. */
export const PROVIDER_ID = "company";
/** Header that carries the caller's address to the library: set by us from the socket, never taken from a request. */
export const ADDRESS_HEADER = "x-sluice-address";
/** Every cookie of ours begins so; over TLS the library puts `__Secure-` before it. */
export const COOKIE_PREFIX = "sluice";
/** Everything of the library stands under this path. */
export const SIGN_IN_PATH = "/api/auth";

const DAY_S = 86_400;
/** NIST SP 800-63B-4, AAL2: sign in again after a day at most, and after an hour at rest; ours rests for eight. */
const SESSION_S_MAX = DAY_S / 3;
/** What changes who can get in asks for a session that began so recently. */
const FRESH_S_MAX = 15 * 60;
/** Tries per minute and address at what can be guessed. */
const GUESS_RULE = { window: 60, max: 10 } as const;

/**
 * The library that keeps accounts, sessions, passkeys and second factors. Nobody signs up by themselves: accounts come
 * from one-time links and from the company's identity provider.
 */
export function makeAuth(options: SignInOptions) {
  const { publicUrl, identityProvider } = options;
  const { hostname, origin, protocol } = new URL(publicUrl);
  return betterAuth({
    appName: "Sluice",
    baseURL: origin,
    basePath: SIGN_IN_PATH,
    secret: options.secret,
    trustedOrigins: [...options.origins],
    onAPIError: { errorURL: `${origin}/sign-in` },
    database: { db: options.database.kysely, type: "postgres", transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_CHARS_MIN,
      maxPasswordLength: PASSWORD_CHARS_MAX,
    },
    user: { deleteUser: { enabled: false }, changeEmail: { enabled: false } },
    account: {
      accountLinking: { enabled: true, trustedProviders: [] },
      encryptOAuthTokens: true,
    },
    session: {
      expiresIn: SESSION_S_MAX,
      updateAge: 15 * 60,
      freshAge: FRESH_S_MAX,
      additionalFields: {
        activeOrganizationId: { type: "string", required: false, input: false },
      },
    },
    rateLimit: {
      enabled: options.limitsRate ?? true,
      storage: "memory",
      window: 60,
      max: 120,
      customRules: {
        "/sign-in/*": GUESS_RULE,
        "/two-factor/*": GUESS_RULE,
        "/change-password": GUESS_RULE,
        "/passkey/verify-*": GUESS_RULE,
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: protocol === "https:",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    databaseHooks: {
      user: {
        create: {
          // Accounts from links are written by our own code: whatever comes here comes from the provider.
          before: async (user) => {
            if (user.emailVerified && (await options.mayJoin(user.email))) return;
            throw new APIError("FORBIDDEN", {
              code: "NOT_INVITED",
              message: "nobody here has invited this address",
            });
          },
          after: async (user) => {
            await options.onJoined({ userId: user.id, email: user.email });
          },
        },
      },
    },
    hooks: { before: guardNewPasswords },
    plugins: [
      twoFactor({ issuer: "Sluice", allowPasswordless: true }),
      passkey({ rpID: hostname, rpName: "Sluice", origin }),
      ...(identityProvider === null
        ? []
        : [
            genericOAuth({
              config: [
                {
                  providerId: PROVIDER_ID,
                  name: identityProvider.name,
                  discoveryUrl: identityProvider.discoveryUrl,
                  clientId: identityProvider.clientId,
                  clientSecret: identityProvider.clientSecret,
                  scopes: ["openid", "email", "profile"],
                  requireIdTokenVerification: true,
                  pkce: true,
                },
              ],
            }),
          ]),
    ],
  });
}

export type Auth = ReturnType<typeof makeAuth>;

const guardNewPasswords = createAuthMiddleware(async (context) => {
  const password: unknown = context.body?.newPassword;
  if (typeof password !== "string") return;
  const session = context.context.session?.user;
  const refused = refusePassword(password, session === undefined ? [] : [session.name, session.email]);
  if (refused !== null) throw new APIError("BAD_REQUEST", { code: "PASSWORD_REFUSED", message: refused });
});
