import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../database/tenant.ts";
import { type TestDatabase, testDatabase } from "../database/test-database.ts";
import { recordAct } from "./record.ts";
import type { AuditTables } from "./tables.ts";

let its: TestDatabase;
beforeAll(async () => {
  its = await testDatabase();
});
afterAll(() => its.close());

const record = (at: Date, name = "Kim") =>
  inOrganization(its.database, "org_a", (trx) =>
    recordAct(trx, {
      organizationId: "org_a",
      actor: { kind: "person", id: "usr_1", name, role: "analyst" },
      action: "alert.assign",
      target: { kind: "alert", id: "alr_1" },
      at,
      origin: { address: "::ffff:192.0.2.7", program: "x".repeat(5_000) },
    }),
  );
const run = (statement: string) =>
  inOrganization(its.database, "org_a", (trx) => sql.raw(statement).execute(trx));

test("an act is written down within bounds, with its origin apart", async () => {
  const id = await record(new Date(), "n".repeat(1_000));
  const [entry] = await inOrganization(its.database, "org_a", (trx) =>
    trx.withTables<AuditTables>().selectFrom("audit_entries").selectAll().where("id", "=", id).execute(),
  );
  expect(entry?.actor_name.length).toBe(200);
  const [origin] = await its.asOwner<{ program: string }>("select program from audit_origins");
  expect(origin?.program.length).toBe(300);
});

test("nobody changes an entry, or removes one before its retention is over; its origin goes earlier", async () => {
  const old = await record(new Date(Date.now() - 400 * 86_400_000));
  await expect(run("update audit_entries set action = 'x'")).rejects.toThrow(/permission denied/);
  await expect(its.asOwner("update audit_entries set action = 'x'")).rejects.toThrow(/append-only/);
  await expect(run("delete from audit_entries")).rejects.toThrow(/before its time is over/);
  await expect(run("delete from audit_origins")).rejects.toThrow(/before its time is over/);
  await run(`delete from audit_origins where entry_id = '${old}'`);
  await expect(run(`delete from audit_entries where id = '${old}'`)).rejects.toThrow(/before its time/);
  const ancient = await record(new Date(Date.now() - 11 * 366 * 86_400_000));
  await run(`delete from audit_entries where id = '${ancient}'`);
  const rows = await its.asOwner(`select from audit_origins where entry_id = '${ancient}'`);
  expect(rows).toEqual([]);
});
