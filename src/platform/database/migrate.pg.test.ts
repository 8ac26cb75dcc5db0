import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { MIGRATIONS_FOLDER, migrate, openRoles, readMigrations } from "./migrate.ts";
import { emptyDatabase, TEST_SECRET } from "./test-database.ts";

let folder: string;
let its: Awaited<ReturnType<typeof emptyDatabase>>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sluice-migrations-"));
  its = await emptyDatabase();
  write("0001-fruit.sql", "create table fruit (name text);");
  write("0002-pear.sql", "insert into fruit values ('pear');");
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await its.drop();
});

function write(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql);
}

const forward = () => migrate(its.url, readMigrations(folder));

test("runs each migration once, in order, and what comes later on top", async () => {
  expect(await forward()).toEqual(["0001-fruit.sql", "0002-pear.sql"]);
  expect(await forward()).toEqual([]);
  write("0003-plum.sql", "insert into fruit values ('plum');");
  expect(await forward()).toEqual(["0003-plum.sql"]);
});

test("of many processes at once one migrates and the others find it done", async () => {
  const ran = await Promise.all(Array.from({ length: 5 }, forward));
  expect(ran.flat().sort()).toEqual(["0001-fruit.sql", "0002-pear.sql"]);
});

test("a migration that ran and was edited since is refused by name", async () => {
  await forward();
  write("0001-fruit.sql", "create table fruit (name text, color text);");
  await expect(forward()).rejects.toThrow(/^0001-fruit.sql: the file was changed after it ran/);
});

test("a database that is newer than the program is refused by name", async () => {
  await forward();
  rmSync(join(folder, "0002-pear.sql"));
  await expect(forward()).rejects.toThrow(/^0002-pear.sql: the database is newer/);
});

test("a migration that fails leaves nothing of itself, and the next start tries again", async () => {
  write("0003-plum.sql", "insert into fruit values ('plum'); insert into vegetables values (1);");
  await expect(forward()).rejects.toThrow(/^0003-plum.sql: failed: .*vegetables/);
  write("0003-plum.sql", "insert into fruit values ('plum');");
  expect(await forward()).toEqual(["0003-plum.sql"]);
});

test("two migrations with one number, or a name out of order, are refused", async () => {
  write("0002-plum.sql", "select 1;");
  expect(() => readMigrations(folder)).toThrow(/number of its own/);
  rmSync(join(folder, "0002-plum.sql"));
  write("3-plum.sql", "select 1;");
  expect(() => readMigrations(folder)).toThrow(/NNNN-noun/);
});

test("the roles get in with derived passwords, and not with any other", async () => {
  await migrate(its.url, readMigrations(MIGRATIONS_FOLDER));
  const { appUrl, authUrl } = await openRoles(its.url, TEST_SECRET);
  expect(await openRoles(its.url, TEST_SECRET)).toEqual({ appUrl, authUrl });
  for (const url of [appUrl, authUrl]) await (await openDatabase({ url, max: 1 })).close();
  const wrong = new URL(appUrl);
  wrong.password = "wrong";
  await expect(openDatabase({ url: wrong.href, max: 1 })).rejects.toThrow(/password/);
});
