import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { connectionOf, unavailable } from "../database/database.ts";
import { readTables, type TableShape } from "./tables.ts";

/** The first line of a backup. */
export type BackupHeader = {
  readonly sluice: "backup/1";
  readonly takenAt: string;
  readonly version: string;
  /** The migrations that made the schema of these rows. */
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
};

/** The last line: what tells a whole backup from one that was cut off or changed. */
export type BackupTrailer = { readonly rows: Readonly<Record<string, number>>; readonly sha256: string };

/** What a backup holds. */
export type BackupReport = { readonly tables: number; readonly rows: number; readonly bytes: number };

export type BackupOptions = {
  /** The owner's address. */
  readonly ownerUrl: string;
  readonly file: string;
  readonly version: string;
  readonly now: () => Date;
};

/**
 * Writes all that the service remembers into one file, as it stood at one moment, while the service goes on. The file
 * is gzip over lines: a header, PostgreSQL's own COPY text table by table, and a trailer with counts and a checksum.
 * It appears under its name when it is whole, readable by its owner alone.
 */
export async function backUp({ ownerUrl, file, version, now }: BackupOptions): Promise<BackupReport> {
  const client = new pg.Client({ ...connectionOf(ownerUrl), statement_timeout: 0 });
  client.on("error", () => undefined);
  await client.connect().catch((error: unknown) => {
    throw unavailable(error);
  });
  const partial = `${file}.${process.pid}.partial`;
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    await client.query("select set_config('sluice.system', 'on', true)");
    const tally = { rows: {} as Record<string, number>, bytes: 0 };
    const lines = linesOf(client, { sluice: "backup/1", takenAt: now().toISOString(), version }, tally);
    await pipeline(
      lines,
      createGzip({ level: 6 }),
      createWriteStream(partial, { mode: 0o600, flags: "wx", flush: true }),
    );
    await client.query("commit");
    await rename(partial, file);
    const counts = Object.values(tally.rows);
    return { tables: counts.length, rows: counts.reduce((sum, count) => sum + count, 0), bytes: tally.bytes };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

type Tally = { readonly rows: Record<string, number>; bytes: number };

async function* linesOf(
  client: pg.Client,
  start: Omit<BackupHeader, "migrations">,
  tally: Tally,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  const give = (chunk: Buffer): Buffer => {
    hash.update(chunk);
    tally.bytes += chunk.length;
    return chunk;
  };
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from sluice_migrations order by name",
  );
  yield give(Buffer.from(`${JSON.stringify({ ...start, migrations })}\n`));
  for (const table of await readTables(client)) {
    yield give(Buffer.from(`COPY ${table.name} (${table.columns.join(", ")}) FROM stdin;\n`));
    let count = 0;
    for await (const chunk of client.query(copyTo(copyOut(table))) as AsyncIterable<Buffer>) {
      // In COPY text a line feed is the end of a row and stands nowhere else.
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
      yield give(chunk);
    }
    yield give(Buffer.from("\\.\n"));
    tally.rows[table.name] = count;
  }
  const trailer: BackupTrailer = { rows: tally.rows, sha256: hash.digest("hex") };
  yield Buffer.from(`${JSON.stringify(trailer)}\n`);
}

function copyOut({ name, columns, order }: TableShape): string {
  const sorted = order.length === 0 ? "" : ` order by ${order.join(", ")}`;
  return `copy (select ${columns.join(", ")} from ${name}${sorted}) to stdout`;
}
