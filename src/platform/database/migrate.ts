import { createHash, createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { Fault } from "../../fault.ts";
import { connectionOf, unavailable } from "./database.ts";

/** One step forward of the schema; its name is its file's, its checksum the SHA-256 of its text. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** The program's own migrations. */
export const MIGRATIONS_FOLDER = join(import.meta.dirname, "migrations");

/** One process migrates at a time; the number is any that nothing else locks on. */
const MIGRATION_LOCK = 5_105_301;

const NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

/** Reads a folder of `NNNN-noun.sql`, in their order. Throws `migration-refused` for a name that has no place in it. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).sort();
  const numbers = new Set<string>();
  return names.map((name) => {
    const number = name.slice(0, 4);
    if (!NAME.test(name) || numbers.has(number)) {
      throw new Fault({
        code: "migration-refused",
        file: name,
        reason: "a migration is named NNNN-noun.sql, each with a number of its own",
      });
    }
    numbers.add(number);
    const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

/**
 * Brings the schema forward to these migrations, each in a transaction of its own, one process at a time; resolves to
 * the names of those that ran. Throws `migration-refused` where one that ran before was edited, is missing here (the
 * database is newer than the program), or fails.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const client = new pg.Client(connectionOf(ownerUrl));
  client.on("error", () => undefined);
  await client.connect().catch((error: unknown) => {
    throw unavailable(error);
  });
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(`create table if not exists sluice_migrations (
      name text primary key, checksum text not null, ran_at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      "select name, checksum from sluice_migrations order by name",
    );
    const todo = pending(migrations, new Map(rows.map(({ name, checksum }) => [name, checksum])));
    for (const migration of todo) await run(client, migration);
    return todo.map(({ name }) => name);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function pending(migrations: readonly Migration[], ran: ReadonlyMap<string, string>): readonly Migration[] {
  const known = new Set(migrations.map(({ name }) => name));
  for (const name of ran.keys()) {
    if (!known.has(name)) {
      throw new Fault({
        code: "migration-refused",
        file: name,
        reason: "the database is newer than this program: it has a migration that this program does not know",
      });
    }
  }
  for (const { name, checksum } of migrations) {
    const before = ran.get(name);
    if (before !== undefined && before !== checksum) {
      throw new Fault({
        code: "migration-refused",
        file: name,
        reason: "the file was changed after it ran on this database; a change of schema is a new migration",
      });
    }
  }
  return migrations.filter(({ name }) => !ran.has(name));
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query("insert into sluice_migrations (name, checksum) values ($1, $2)", [
      migration.name,
      migration.checksum,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    const reason = `failed: ${error instanceof Error ? error.message : String(error)}`;
    throw new Fault({ code: "migration-refused", file: migration.name, reason }, error);
  }
}

/** Where the service connects: the same database as two roles that own nothing. */
export type RoleUrls = { readonly appUrl: string; readonly authUrl: string };

/**
 * Lets the service's two roles in, with passwords derived from a secret that every process on this database shares
 * (the owner's password where none is given), and resolves to their addresses. Throws `database-unavailable` where
 * there is no secret to derive from.
 */
export async function openRoles(ownerUrl: string, secret: string | null): Promise<RoleUrls> {
  const key = secret ?? new URL(ownerUrl).password;
  if (key === "") {
    throw new Fault({
      code: "database-unavailable",
      reason:
        "the address has no password to derive those of the service's roles from; set DATABASE_ROLE_SECRET",
    });
  }
  const client = new pg.Client(connectionOf(ownerUrl));
  client.on("error", () => undefined);
  await client.connect().catch((error: unknown) => {
    throw unavailable(error);
  });
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const urls = [];
    for (const role of ["sluice_app", "sluice_auth"]) {
      const password = createHmac("sha256", key).update(`sluice role ${role}`).digest("hex");
      urls.push(urlOfRole(ownerUrl, role, password));
      if (await lets(urlOfRole(ownerUrl, role, password))) continue;
      // Hexadecimal: nothing to escape. ALTER ROLE takes no parameter.
      await client.query(`alter role ${role} login password '${password}'`);
    }
    const [appUrl = "", authUrl = ""] = urls;
    return { appUrl, authUrl };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether the server lets somebody in at this address. */
export async function lets(url: string): Promise<boolean> {
  const client = new pg.Client(connectionOf(url));
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function urlOfRole(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
