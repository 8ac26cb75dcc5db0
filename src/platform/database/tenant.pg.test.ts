import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem, inOrganization } from "./tenant.ts";
import { type TestDatabase, testDatabase } from "./test-database.ts";

let its: TestDatabase;

type Tables = { notes: { organization_id: string; body: string } };

beforeAll(async () => {
  its = await testDatabase();
  await its.asOwner("create table notes (organization_id text not null, body text not null)");
  await its.asOwner("select sluice_protect('notes')");
  await its.asOwner("insert into notes values ('org_a', 'of a'), ('org_b', 'of b')");
});
afterAll(() => its.close());

const bodies = async (organizationId: string): Promise<readonly string[]> =>
  inOrganization(its.database, organizationId, async (trx) =>
    (await trx.withTables<Tables>().selectFrom("notes").select("body").execute()).map(({ body }) => body),
  );

test("an organisation's transaction sees its own rows and no others", async () => {
  expect(await bodies("org_a")).toEqual(["of a"]);
  expect(await bodies("org_b")).toEqual(["of b"]);
  expect(await bodies("org_c")).toEqual([]);
});

test("a query outside of any organisation sees nothing, also on a connection that was in one", async () => {
  await Promise.all(Array.from({ length: 10 }, () => bodies("org_a")));
  for (let round = 0; round < 10; round += 1) {
    const rows = await its.database.kysely.withTables<Tables>().selectFrom("notes").selectAll().execute();
    expect(rows).toEqual([]);
  }
});

test("no row can be written for another organisation, changed into another's, or reached by name", async () => {
  const write = (organizationId: string) =>
    inOrganization(its.database, "org_a", (trx) =>
      trx
        .withTables<Tables>()
        .insertInto("notes")
        .values({ organization_id: organizationId, body: "new" })
        .execute(),
    );
  await expect(write("org_b")).rejects.toThrow(/row-level security/);
  await expect(
    inOrganization(its.database, "org_a", (trx) =>
      trx.withTables<Tables>().updateTable("notes").set({ organization_id: "org_b" }).execute(),
    ),
  ).rejects.toThrow(/row-level security/);
  const removed = await inOrganization(its.database, "org_a", (trx) =>
    trx.withTables<Tables>().deleteFrom("notes").where("organization_id", "=", "org_b").executeTakeFirst(),
  );
  expect(removed.numDeletedRows).toBe(0n);
  expect(await bodies("org_b")).toEqual(["of b"]);
});

test("the system's transaction walks all organisations, and its sight ends with it", async () => {
  const seen = await asSystem(its.database, (trx) =>
    trx.withTables<Tables>().selectFrom("notes").selectAll().execute(),
  );
  expect(seen.length).toBe(2);
  expect(await bodies("org_c")).toEqual([]);
});

test("an organisation's query looks into the indexes of its rows, however many others there are", async () => {
  await its.asOwner(
    `insert into notes select 'org_' || at % 50, 'one of many' from generate_series(1, 5000) at;
     create index notes_of on notes (organization_id); analyze notes`,
  );
  const { rows } = await inOrganization(its.database, "org_7", (trx) =>
    sql<{ "QUERY PLAN": string }>`explain (costs off) select * from notes`.execute(trx),
  );
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("Index Cond: (organization_id =");
  expect(
    await its.asOwner(
      `select tablename from pg_policies
       where policyname = 'system_walks_all' and schemaname <> 'auth' and not 'sluice_system' = any (roles)`,
    ),
  ).toEqual([]);
});

test("who walks all organisations may in each table what the service's role may, and no more", async () => {
  const differing = await its.asOwner(
    `select relation.oid::regclass::text as name, what from pg_class relation,
       unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as what
     where relkind in ('r', 'p', 'v')
       and has_table_privilege('sluice_app', relation.oid, what)
         <> has_table_privilege('sluice_system', relation.oid, what)`,
  );
  expect(differing).toEqual([]);
});

test("the service's role owns nothing, bypasses nothing and cannot become another", async () => {
  const [facts] = await its.asOwner<Record<string, boolean>>(
    "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'sluice_app'",
  );
  expect(Object.values(facts ?? {})).toEqual([false, false, false, false]);
  const refused = [
    "set role sluice_owner",
    "set session authorization postgres",
    "alter table notes disable row level security",
  ];
  for (const statement of [
    ...refused,
    "create table mine (a int)",
    "set row_security = off; select * from notes",
  ]) {
    await expect(sql.raw(statement).execute(its.database.kysely), statement).rejects.toThrow();
  }
});
