import { randomBytes } from "node:crypto";
import { chmodSync } from "node:fs";
import pg from "pg";
import { inject } from "vitest";
import { connectionOf, type Database, openDatabase } from "./database.ts";
import { startEmbedded } from "./embedded.ts";
import { MIGRATIONS_FOLDER, migrate, openRoles, readMigrations } from "./migrate.ts";

/**
 * The secret of every test's service. Roles belong to the whole server: with one of its own, a test would change the
 * passwords under the others.
 */
export const TEST_SECRET = "the secret of the tests, longer than thirty-two characters";

const TEMPLATE_LOCK = 5_105_303;

/** A migrated database of one test file's own. */
export type TestDatabase = {
  /** Opened as the service opens it: the role `sluice_app`, under row-level security. */
  readonly database: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly authUrl: string;
  /** Runs SQL as the owner, past row-level security: to arrange and to look. */
  readonly asOwner: <Row extends pg.QueryResultRow>(
    sql: string,
    values?: readonly unknown[],
  ) => Promise<Row[]>;
  readonly close: () => Promise<void>;
};

/** A server to test on: the one of `TEST_DATABASE_URL` or of the project (a role that may create databases and roles), else the run's own. */
async function serverUrl(): Promise<string> {
  const given = process.env.TEST_DATABASE_URL || inject("serverUrl");
  if (given !== null && given !== "") return given;
  const folder = inject("databaseFolder");
  chmodSync(folder, 0o755);
  const { ownerUrl } = await startEmbedded({ folder, fsync: false });
  return ownerUrl;
}

function urlOfDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOf(url));
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** An empty database on the test server, for tests of the schema itself; `close` drops it. */
export async function emptyDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const server = await serverUrl();
  const name = `sluice_test_${randomBytes(8).toString("hex")}`;
  await withClient(server, (client) => client.query(`create database ${name} template template0`));
  return {
    url: urlOfDatabase(server, name),
    drop: async () => {
      await withClient(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** A fresh database with the program's schema, cloned from a template that the run makes once. */
export async function testDatabase(options: { readonly max?: number } = {}): Promise<TestDatabase> {
  const server = await serverUrl();
  const migrations = readMigrations(MIGRATIONS_FOLDER);
  const version = migrations.map(({ checksum }) => checksum).join("");
  const template = `sluice_template_${Buffer.from(version, "hex").subarray(-8).toString("hex")}_${migrations.length}`;
  const name = `sluice_test_${randomBytes(8).toString("hex")}`;
  await withClient(server, async (client) => {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [template]);
    if (rowCount === 0) {
      const making = `${template}_making`;
      await client.query(`drop database if exists ${making} with (force)`);
      await client.query(`create database ${making} template template0`);
      await migrate(urlOfDatabase(server, making), migrations);
      await client.query(`alter database ${making} rename to ${template}`);
    }
    await client.query(`create database ${name} template ${template}`);
  });
  const ownerUrl = urlOfDatabase(server, name);
  const { appUrl, authUrl } = await openRoles(ownerUrl, TEST_SECRET);
  const database = await openDatabase({ url: appUrl, max: options.max ?? 5 });
  return {
    database,
    ownerUrl,
    appUrl,
    authUrl,
    asOwner: (sql, values = []) =>
      withClient(ownerUrl, async (client) => (await client.query(sql, [...values])).rows),
    close: async () => {
      await database.close();
      await withClient(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
