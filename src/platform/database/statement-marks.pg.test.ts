import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, isDatabaseAway, openDatabase } from "./database.ts";
import { MARK, verbOf } from "./statement-marks.ts";
import { inOrganization } from "./tenant.ts";
import { type TestDatabase, testDatabase } from "./test-database.ts";

let its: TestDatabase;

beforeAll(async () => {
  its = await testDatabase();
  await its.asOwner("create table numbers (organization_id text not null, number int primary key)");
  await its.asOwner("select sluice_protect('numbers')");
});
afterAll(() => its.close());

function insertAhead(number: number): RawBuilder<unknown> {
  return sql`${sql.raw(MARK.ahead)}insert into numbers values ('org_a', ${number})`;
}

async function numbers(): Promise<readonly number[]> {
  const rows = await its.asOwner<{ number: number }>("select number from numbers order by number");
  return rows.map(({ number }) => number);
}

test("what is sent ahead is done before what follows, and kept with it", async () => {
  const seen = await inOrganization(its.database, "org_a", async (trx) => {
    await insertAhead(1).execute(trx);
    await insertAhead(2).execute(trx);
    return (await sql<{ count: number }>`select count(*)::int as count from numbers`.execute(trx)).rows;
  });
  expect(seen).toEqual([{ count: 2 }]);
  expect(await numbers()).toEqual([1, 2]);
});

test.each([
  [
    "the next statement",
    async (trx: Parameters<RawBuilder<unknown>["execute"]>[0]) => sql`select 1`.execute(trx),
  ],
  ["the commit", async () => undefined],
])("what fails ahead is told by %s, and nothing is kept", async (_by, follow) => {
  const before = await numbers();
  const failed = inOrganization(its.database, "org_a", async (trx) => {
    await insertAhead(50).execute(trx);
    await insertAhead(1).execute(trx);
    await follow(trx);
  });
  await expect(failed).rejects.toMatchObject({ code: "23505" });
  expect(await numbers()).toEqual(before);
  // The connection is as good as new.
  await inOrganization(its.database, "org_a", (trx) => insertAhead(before.length + 1).execute(trx));
  expect(await numbers()).toEqual([...before, before.length + 1]);
});

test("a transaction whose connection breaks fails as one whose database is away, and the next one has another", async () => {
  const broken = inOrganization(its.database, "org_a", async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await its.asOwner("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await insertAhead(80).execute(trx);
  });
  await expect(broken).rejects.toSatisfy(isDatabaseAway);
  await inOrganization(its.database, "org_a", (trx) => insertAhead(90).execute(trx));
  expect((await numbers()).slice(-1)).toEqual([90]);
});

test("a statement sent ahead outside of any transaction ends its connection, since nobody would hear that it failed", async () => {
  const pid = async (): Promise<number | undefined> =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(one.kysely)).rows[0]?.pid;
  const one = await openDatabase({ url: its.appUrl, max: 1 });
  try {
    const before = await pid();
    expect(await pid()).toBe(before);
    await sql.raw(`${MARK.ahead}select 1 / 0`).execute(one.kysely);
    expect(await pid()).not.toBe(before);
  } finally {
    await one.close();
  }
});

/** Plans that the connection of a database keeps after the same statement was asked three times. */
async function keptPlans(prepares: boolean): Promise<readonly string[]> {
  const database: Database = await openDatabase({ url: its.appUrl, max: 1, prepares });
  try {
    for (const number of [1, 2, 3])
      await sql`${sql.raw(MARK.prepared)}select ${number}::int as number`.execute(database.kysely);
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      database.kysely,
    );
    return rows.map(({ statement }) => statement);
  } finally {
    await database.close();
  }
}

test("a plan is kept where it was asked for, once, and nowhere else", async () => {
  expect(await keptPlans(true)).toEqual([expect.stringContaining("select $1::int as number")]);
  expect(await keptPlans(false)).toEqual([]);
});

test("the verb of a statement stands behind its marks", () => {
  expect(verbOf(`${MARK.ahead}${MARK.prepared}with receipt as (select 1)`)).toBe("with");
  expect(verbOf(`${MARK.prepared}(select 1)`)).toBe("select");
  expect(verbOf("  select 1")).toBe("select");
  expect(verbOf("--")).toBeNull();
});
