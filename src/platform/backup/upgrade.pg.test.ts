import { readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { connectionOf } from "../database/database.ts";
import { MIGRATIONS_FOLDER, migrate, readMigrations } from "../database/migrate.ts";
import { emptyDatabase } from "../database/test-database.ts";
import { restore } from "./restore.ts";

/** One backup of each release, taken with its demonstration filled: `sluice backup`. They stay for ever. */
const RELEASES = join(import.meta.dirname, "fixtures");

for (const file of readdirSync(RELEASES).filter((name) => name.endsWith(".backup"))) {
  test(`the database of ${file} is brought up to this program with every row`, async () => {
    const target = await emptyDatabase();
    const client = new pg.Client(connectionOf(target.url));
    try {
      const migrations = readMigrations(MIGRATIONS_FOLDER);
      const { rows } = await restore({ ownerUrl: target.url, file: join(RELEASES, file), migrations });
      expect(rows).toBeGreaterThan(20);
      expect(await migrate(target.url, migrations)).toEqual([]);
      await client.connect();
      await client.query("select set_config('sluice.system', 'on', false)");
      const counted = await client.query(
        "select (select count(*) from receipts) as receipts, (select count(*) from subjects) as subjects",
      );
      expect(counted.rows[0].receipts).toBeGreaterThan(0);
      expect(counted.rows[0].subjects).toBeGreaterThan(0);
    } finally {
      await client.end();
      await target.drop();
    }
  });
}
