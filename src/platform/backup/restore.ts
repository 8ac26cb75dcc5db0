import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { z } from "zod";
import { Fault } from "../../fault.ts";
import { connectionOf, unavailable } from "../database/database.ts";
import { type Migration, migrate } from "../database/migrate.ts";
import type { BackupReport } from "./backup.ts";
import { readTables, type TableShape } from "./tables.ts";

const Header = z.object({
  sluice: z.literal("backup/1"),
  takenAt: z.iso.datetime(),
  version: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).max(10_000),
});
const Trailer = z.object({ rows: z.record(z.string(), z.int().min(0)), sha256: z.string() });

/** A row of COPY text is one line: no longer than the largest attachment, escaped. */
const LINE_CHARS_MAX = 256 * 1024 * 1024;
const COPY_LINE = /^COPY (\S+) \((.+)\) FROM stdin;$/;

export type RestoreOptions = {
  /** The owner's address; its database is empty, or was never used. */
  readonly ownerUrl: string;
  readonly file: string;
  readonly migrations: readonly Migration[];
};

/**
 * Puts a backup into an empty database, all of it or nothing: makes the schema that the rows were written under, checks
 * every row as it was checked when it was written (keys, references, the chain of receipts), and then brings the schema
 * forward to this program's. Throws `conflict` where the database is in use, `input-invalid` for a file that is no whole
 * backup, `migration-refused` for one of a newer program.
 */
export async function restore({ ownerUrl, file, migrations }: RestoreOptions): Promise<BackupReport> {
  const header = await readHeader(file);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const then = header.migrations.map(({ name, checksum }) => {
    const migration = known.get(name);
    if (migration?.checksum === checksum) return migration;
    const reason =
      "the backup was taken by a program with another migration of this name; restore it with that program";
    throw new Fault({ code: "migration-refused", file: name, reason });
  });
  const client = new pg.Client({ ...connectionOf(ownerUrl), statement_timeout: 0 });
  client.on("error", () => undefined);
  await client.connect().catch((error: unknown) => {
    throw unavailable(error);
  });
  try {
    await refuseUsed(client);
    await migrate(ownerUrl, then);
    const report = await fill(client, file);
    await migrate(ownerUrl, migrations);
    return report;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function damaged(file: string, where: string, reason: string): Fault {
  return new Fault({ code: "input-invalid", file, where, reason });
}

/** The lines of a backup. Latin-1 keeps every byte as it is. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file);
  const gunzip = createGunzip();
  input.on("error", (error) => gunzip.destroy(error)).pipe(gunzip);
  let rest = "";
  try {
    for await (const chunk of gunzip) {
      const lines = (rest + (chunk as Buffer).toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > LINE_CHARS_MAX)
        throw damaged(file, "rows", "a row is longer than any that a backup holds");
      yield* lines;
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new Fault(
      {
        code: "input-invalid",
        file,
        where: "file",
        reason: missing ? "is not there" : "is damaged or cut off",
      },
      error,
    );
  } finally {
    input.destroy();
  }
  if (rest !== "") throw damaged(file, "its end", "the file was cut off");
}

async function readHeader(file: string): Promise<z.infer<typeof Header>> {
  for await (const line of linesOf(file)) {
    const parsed = Header.safeParse(jsonOf(line));
    if (parsed.success) return parsed.data;
    break;
  }
  throw damaged(file, "line 1", "is not the beginning of a backup");
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(Buffer.from(line, "latin1").toString("utf8"));
  } catch {
    return null;
  }
}

async function refuseUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ used: boolean }>(
    `select to_regclass('auth."user"') is not null as used`,
  );
  if (rows[0]?.used !== true) return;
  await client.query("begin");
  await client.query("select set_config('sluice.system', 'on', true)");
  const { rowCount } = await client.query(`select from auth."user" limit 1`);
  await client.query("rollback");
  const reason =
    rowCount === 0
      ? "it has Sluice's tables already; restore into an empty one (createdb, or a new data folder)"
      : "people use it already; restore into an empty one (createdb, or a new data folder)";
  throw new Fault({ code: "conflict", what: "the database", reason });
}

async function fill(client: pg.Client, file: string): Promise<BackupReport> {
  await client.query("begin");
  try {
    await client.query("select set_config('sluice.system', 'on', true)");
    const tables = new Map((await readTables(client)).map((table) => [table.name, table]));
    // An owner that is no superuser may not COPY into a table whose security holds it too: lifted within this
    // transaction, in which nobody else sees these tables.
    const forced = [...tables.values()].filter((table) => table.forced);
    for (const { name } of forced) await client.query(`alter table ${name} no force row level security`);
    const report = await copyAll(client, file, tables);
    for (const { name } of forced) await client.query(`alter table ${name} force row level security`);
    for (const table of tables.values()) await continueNumbers(client, table);
    await client.query("commit");
    return report;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    if (error instanceof Fault) throw error;
    const said = error instanceof Error ? error.message : String(error);
    throw new Fault({ code: "input-invalid", file, where: "rows", reason: said }, error);
  }
}

/** One table under way. */
type Open = { readonly name: string; readonly copy: ReturnType<typeof openCopy>; count: number };

function openCopy(client: pg.Client, statement: string) {
  const stream = client.query(copyFrom(statement));
  const done = new Promise<void>((resolve, reject) => {
    stream.on("finish", resolve);
    stream.on("error", reject);
  });
  // Whoever waits for it hears of it.
  done.catch(() => undefined);
  const room = (): Promise<void> => new Promise((resolve) => stream.once("drain", resolve));
  return {
    write: async (row: Buffer) => {
      if (!stream.write(row)) await Promise.race([room(), done]);
    },
    end: async () => {
      stream.end();
      await done;
    },
    /** Without it the server would wait for the rest, and what comes next for the server. */
    abort: async () => {
      stream.destroy(new Error("the backup ended within a table"));
      await done.catch(() => undefined);
    },
  };
}

async function copyAll(
  client: pg.Client,
  file: string,
  tables: ReadonlyMap<string, TableShape>,
): Promise<BackupReport> {
  const state: { open: Open | null } = { open: null };
  try {
    return await copyLines(client, file, tables, state);
  } catch (error) {
    await state.open?.copy.abort();
    throw error;
  }
}

async function copyLines(
  client: pg.Client,
  file: string,
  tables: ReadonlyMap<string, TableShape>,
  state: { open: Open | null },
): Promise<BackupReport> {
  const hash = createHash("sha256");
  const rows: Record<string, number> = {};
  let bytes = 0;
  let first = true;
  for await (const line of linesOf(file)) {
    const raw = Buffer.from(`${line}\n`, "latin1");
    const { open } = state;
    if (open === null && line.startsWith('{"rows":')) {
      const trailer = Trailer.safeParse(jsonOf(line)).data;
      const whole =
        trailer?.sha256 === hash.digest("hex") && JSON.stringify(trailer.rows) === JSON.stringify(rows);
      if (!whole)
        throw damaged(file, "its end", "the checksum does not fit: the file was damaged or changed");
      const counts = Object.values(rows);
      return { tables: counts.length, rows: counts.reduce((sum, count) => sum + count, 0), bytes };
    }
    hash.update(raw);
    bytes += raw.length;
    if (first) first = false;
    else if (open === null) state.open = begin(client, file, line, tables);
    else if (line === "\\.") {
      await open.copy.end();
      rows[open.name] = open.count;
      state.open = null;
    } else {
      open.count += 1;
      await open.copy.write(raw);
    }
  }
  throw damaged(file, "its end", "the file was cut off");
}

function begin(client: pg.Client, file: string, line: string, tables: ReadonlyMap<string, TableShape>): Open {
  const [, name = "", columns = ""] = COPY_LINE.exec(line) ?? [];
  const table = tables.get(name);
  // What is written into SQL is the database's own spelling of its columns, never the file's.
  if (table === undefined || table.columns.join(", ") !== columns) {
    throw damaged(file, name === "" ? "a line" : name, "is no table of this schema");
  }
  return {
    name,
    copy: openCopy(client, `copy ${table.name} (${table.columns.join(", ")}) from stdin`),
    count: 0,
  };
}

/** Numbers that the database gives out itself go on after the highest that came in. */
async function continueNumbers(client: pg.Client, { name, columns }: TableShape): Promise<void> {
  for (const column of columns) {
    const plain = column.startsWith('"') ? column.slice(1, -1).replaceAll('""', '"') : column;
    const { rows } = await client.query<{ sequence: string | null }>(
      "select pg_get_serial_sequence($1, $2) as sequence",
      [name, plain],
    );
    const sequence = rows[0]?.sequence ?? null;
    if (sequence === null) continue;
    await client.query(`select setval($1, coalesce(max(${column}), 0) + 1, false) from ${name}`, [sequence]);
  }
}
