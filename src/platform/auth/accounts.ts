import { type Database, openDatabase } from "../database/database.ts";
import { acceptAllOf, type HashPassword, isInvited } from "./people.ts";
import { Principals } from "./principal.ts";
import { checkSecret } from "./secret.ts";
import { type Auth, type IdentityProvider, makeAuth } from "./sign-in.ts";

export type AccountsOptions = {
  /** Address of the role `sluice_auth`. */
  readonly authUrl: string;
  readonly connectionsMax: number;
  /** Where people reach the service; `http://localhost:…` also stands for the loopback address. */
  readonly publicUrl: string;
  readonly secret: string;
  readonly identityProvider: IdentityProvider | null;
  readonly now: () => Date;
  readonly onError?: (error: Error) => void;
  /** False only in tests that ask more often than people do. */
  readonly limitsRate?: boolean;
};

/** All that lets people and machines in; made once by the composition root. */
export type Accounts = {
  readonly auth: Auth;
  readonly database: Database;
  readonly principals: Principals;
  readonly publicUrl: string;
  readonly identityProvider: string | null;
  readonly hash: HashPassword;
  readonly now: () => Date;
  readonly close: () => Promise<void>;
};

/** Opens what lets people in. Throws `database-unavailable`, also for a secret that is not this database's. */
export async function openAccounts(options: AccountsOptions): Promise<Accounts> {
  const { now, publicUrl, secret, identityProvider } = options;
  const database = await openDatabase({
    url: options.authUrl,
    max: options.connectionsMax,
    schema: "auth",
    ...(options.onError === undefined ? {} : { onError: options.onError }),
  });
  try {
    await checkSecret(database, secret);
  } catch (error) {
    await database.close();
    throw error;
  }
  const origins = originsOf(publicUrl);
  const auth = makeAuth({
    database,
    publicUrl,
    origins,
    secret,
    identityProvider,
    mayJoin: (email) => isInvited(database, email, now()),
    onJoined: ({ userId, email }) => acceptAllOf(database, { userId, email, at: now() }),
    limitsRate: options.limitsRate ?? true,
  });
  const principals = new Principals({ auth, database, origins, now });
  return {
    auth,
    database,
    principals,
    publicUrl,
    identityProvider: identityProvider?.name ?? null,
    hash: async (password) => (await auth.$context).password.hash(password),
    now,
    close: async () => {
      await principals.close();
      await database.close();
    },
  };
}

/** The origin of an address, and of a machine's own address its other names. */
export function originsOf(publicUrl: string): readonly string[] {
  const { origin, hostname, protocol, port } = new URL(publicUrl);
  const names = ["localhost", "127.0.0.1", "[::1]"];
  if (!names.includes(hostname)) return [origin];
  return names.map((name) => new URL(`${protocol}//${name}${port === "" ? "" : `:${port}`}`).origin);
}
