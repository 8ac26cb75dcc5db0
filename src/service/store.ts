import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Logger } from "pino";
import { Fault } from "../fault.ts";
import { type Accounts, openAccounts } from "../platform/auth/accounts.ts";
import { readOrMakeSecret } from "../platform/auth/secret.ts";
import type { IdentityProvider } from "../platform/auth/sign-in.ts";
import type { Config } from "../platform/config/settings.ts";
import { type Database, openDatabase } from "../platform/database/database.ts";
import { startEmbedded } from "../platform/database/embedded.ts";
import { MIGRATIONS_FOLDER, migrate, openRoles, readMigrations } from "../platform/database/migrate.ts";

/** All that the service remembers with, open. */
export type Store = {
  readonly database: Database;
  readonly accounts: Accounts;
  /** Address of the owner, for what only the owner may do. */
  readonly ownerUrl: string;
  /** Address of the role that serves the desks, for connections of their own. */
  readonly appUrl: string;
  /** The data folder, for keys. */
  readonly folder: string;
  readonly secret: string;
  /** `embedded`, or the server's name. */
  readonly place: string;
  readonly close: () => Promise<void>;
};

/** The data folder: where it is set, else `sluice` in the user's data folder. */
export function dataFolderOf(config: Config, environment: NodeJS.ProcessEnv): string {
  if (config.dataFolder !== null) return config.dataFolder;
  const { XDG_DATA_HOME: data } = environment;
  return join(data !== undefined && data !== "" ? data : join(homedir(), ".local", "share"), "sluice");
}

/** Where the service remembers, or null where it is to remember nothing. Throws `usage` where the settings disagree. */
export function databaseOf(config: Config): "embedded" | "url" | null {
  const { database, databaseUrl } = config;
  const own = (config.datasets !== null || config.manifest !== null) && !config.withLists;
  if (database === "auto") return databaseUrl !== null ? "url" : own ? null : "embedded";
  if (database === "url" && databaseUrl === null)
    throw new Fault({ code: "usage", reason: "SLUICE_DATABASE is url, and DATABASE_URL is not set" });
  return database === "none" ? null : database;
}

/** The company's identity provider, or null where none is set. Throws `usage` where it is half set. */
function identityProviderOf(config: Config): IdentityProvider | null {
  const { oidcUrl, oidcClientId: clientId, oidcClientSecret: clientSecret, oidcName } = config;
  if (oidcUrl === null) return null;
  if (clientId === null || clientSecret === null) {
    const reason = "SLUICE_OIDC_URL is set; it needs SLUICE_OIDC_CLIENT_ID and SLUICE_OIDC_CLIENT_SECRET too";
    throw new Fault({ code: "usage", reason });
  }
  const discovery = "/.well-known/openid-configuration";
  const discoveryUrl = oidcUrl.endsWith(discovery) ? oidcUrl : `${oidcUrl.replace(/\/+$/, "")}${discovery}`;
  return { discoveryUrl, clientId, clientSecret, name: oidcName ?? "Company account" };
}

/**
 * Opens the database, brings it up to this program, and opens who gets in. Throws `database-unavailable` and
 * `migration-refused`.
 */
export async function openStore(options: {
  readonly config: Config;
  readonly environment: NodeJS.ProcessEnv;
  readonly kind: "embedded" | "url";
  readonly publicUrl: string;
  readonly log: Logger;
  readonly now: () => Date;
}): Promise<Store> {
  const { config, log, now, publicUrl } = options;
  const folder = dataFolderOf(config, options.environment);
  mkdirSync(folder, { recursive: true });
  const secret = config.secret ?? readOrMakeSecret(folder);
  const onError = (error: Error): void => log.warn({ err: error }, "a database connection broke");
  const embedded =
    options.kind === "embedded"
      ? await startEmbedded({
          folder,
          onEvent: (event) => log.error({ event: event.kind }, "the embedded database had died"),
        })
      : null;
  const closing: (() => Promise<unknown>)[] = embedded === null ? [] : [() => embedded.stop()];
  const close = async (): Promise<void> => {
    for (const one of closing.toReversed())
      await one().catch((error: unknown) => log.warn({ err: error }, "closing"));
  };
  try {
    const ownerUrl = embedded?.ownerUrl ?? config.databaseUrl ?? "";
    await migrate(ownerUrl, readMigrations(MIGRATIONS_FOLDER));
    const { appUrl, authUrl } = await openRoles(ownerUrl, secret);
    const { databaseConnections: max, databasePrepares: said } = config;
    const prepares = said === "auto" ? embedded !== null : said === "true";
    const database = await openDatabase({ url: appUrl, max, prepares, onError });
    closing.push(database.close);
    const accounts = await openAccounts({
      authUrl,
      connectionsMax: Math.max(2, Math.floor(config.databaseConnections / 2)),
      publicUrl,
      secret,
      identityProvider: identityProviderOf(config),
      now,
      onError,
    });
    closing.push(accounts.close);
    const place = embedded === null ? new URL(ownerUrl).host : `embedded in ${folder}`;
    return { database, accounts, ownerUrl, appUrl, folder, secret, place, close };
  } catch (error) {
    await close();
    throw error;
  }
}
