import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { MIGRATIONS_FOLDER, migrate, readMigrations } from "../database/migrate.ts";
import { inOrganization } from "../database/tenant.ts";
import { emptyDatabase, type TestDatabase, testDatabase } from "../database/test-database.ts";
import { appendReceipt } from "../receipts/append.ts";
import { backUp } from "./backup.ts";
import { restore } from "./restore.ts";

let its: TestDatabase;
let target: Awaited<ReturnType<typeof emptyDatabase>>;
const folder = mkdtempSync(join(tmpdir(), "sluice-backup-"));
const file = join(folder, "sluice.backup");
const migrations = readMigrations(MIGRATIONS_FOLDER);
const AWKWARD = 'tab\t, newline\n, return\r, \\N and \\., "quotes", 안개, \u2028 and 🌊';

beforeAll(async () => {
  its = await testDatabase();
  await its.asOwner(
    "insert into auth.organization values ('org_a', $1, false, now()), ('org_b', 'B', true, now())",
    [AWKWARD],
  );
  await its.asOwner(
    `insert into auth."user" (id, name, email, "emailVerified") values ('usr_1', $1, 'one@bank.example', false)`,
    [AWKWARD],
  );
  await its.asOwner("insert into auth.membership values ('org_a', 'usr_1', 'owner', now())");
  for (const organizationId of ["org_a", "org_b"]) {
    for (let number = 1; number <= 5; number += 1) {
      await inOrganization(its.database, organizationId, (trx) =>
        appendReceipt(trx, {
          organizationId,
          kind: "check",
          body: { number, text: AWKWARD },
          at: new Date(),
        }),
      );
    }
  }
});
afterAll(async () => {
  await its.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  target = await emptyDatabase();
});
afterEach(() => target.drop());

const take = async (): Promise<ReturnType<typeof backUp>> => {
  rmSync(file, { force: true });
  return await backUp({ ownerUrl: its.ownerUrl, file, version: "test", now: () => new Date() });
};

test("what was backed up is restored row for row, with its chains, and backs up to the same bytes again", async () => {
  const report = await take();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(report.rows).toBeGreaterThan(20);
  expect(await restore({ ownerUrl: target.url, file, migrations })).toEqual(report);
  const again = join(folder, "again.backup");
  await backUp({ ownerUrl: target.url, file: again, version: "test", now: () => new Date() });
  // Between the header, which says when, and the trailer stands the same text.
  const rowsOf = (path: string): readonly string[] =>
    gunzipSync(readFileSync(path)).toString("utf8").split("\n").slice(1, -2);
  expect(rowsOf(again)).toEqual(rowsOf(file));
  rmSync(again);
  const text = rowsOf(file).join("\n");
  expect(text).toContain("안개");
});

test("a database in use is not restored over", async () => {
  await take();
  await expect(restore({ ownerUrl: its.ownerUrl, file, migrations })).rejects.toThrow(
    /people use it already/,
  );
  await migrate(target.url, migrations);
  await expect(restore({ ownerUrl: target.url, file, migrations })).rejects.toThrow(
    /has Sluice's tables already/,
  );
});

test("a backup that was cut off, changed or bent is refused, and nothing of it stays", async () => {
  await take();
  const whole = gunzipSync(readFileSync(file)).toString("latin1");
  const bent = join(folder, "bent.backup");
  const forgeries: readonly [string, string][] = [
    [whole.slice(0, Math.floor(whole.length / 2)), "cut in the middle"],
    [whole.slice(0, whole.lastIndexOf('{"rows"')), "without its end"],
    [whole.replace("one@bank.example", "two@bank.example"), "one address changed"],
    [whole.replace(/\tcheck\t/, "\tdecision\t"), "one receipt changed"],
    [whole.replace("COPY auth.organization", "COPY pg_catalog.pg_authid"), "another table"],
    ["nonsense", "nonsense"],
  ];
  for (const [text, words] of forgeries) {
    expect(text === whole, words).toBe(false);
    writeFileSync(bent, gzipSync(Buffer.from(text, "latin1")));
    const fresh = await emptyDatabase();
    await expect(restore({ ownerUrl: fresh.url, file: bent, migrations }), words).rejects.toThrow();
    await fresh.drop();
  }
  writeFileSync(bent, readFileSync(file).subarray(0, 500));
  await expect(restore({ ownerUrl: target.url, file: bent, migrations })).rejects.toThrow();
});

test("a backup of a newer program is refused by the migration's name", async () => {
  await take();
  const older = migrations.slice(0, -1);
  await expect(restore({ ownerUrl: target.url, file, migrations: older })).rejects.toThrow(
    migrations.at(-1)?.name,
  );
});
