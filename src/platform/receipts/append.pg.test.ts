import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../database/tenant.ts";
import { type TestDatabase, testDatabase } from "../database/test-database.ts";
import { appendReceipt, appendReceipts, type LogEnd, refusalOf } from "./append.ts";
import type { ReceiptTables } from "./tables.ts";

let its: TestDatabase;
beforeAll(async () => {
  its = await testDatabase({ max: 8 });
});
afterAll(() => its.close());

const AT = new Date("2026-11-24T10:00:00.123Z");
const append = (organizationId: string, body: unknown, kind = "check") =>
  inOrganization(its.database, organizationId, (trx) =>
    appendReceipt(trx, { organizationId, kind, body, at: AT }),
  );
const rowsOf = (organizationId: string) =>
  inOrganization(its.database, organizationId, (trx) =>
    trx.withTables<ReceiptTables>().selectFrom("receipts").selectAll().orderBy("sequence").execute(),
  );

test("receipts count from 1 and each names the one before", async () => {
  const first = await append("org_a", { answer: "clear" });
  const second = await append("org_a", { answer: "정성화 \u0000 \ud800" });
  expect(first).toMatchObject({ sequence: 1, previous: null });
  expect(second).toMatchObject({ sequence: 2, previous: first.hash });
});

test("many writers at once leave neither gap nor branch, whatever rolls back between them", async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 80 }, (_, index) =>
      inOrganization(its.database, index % 2 === 0 ? "org_b" : "org_c", async (trx) => {
        const organizationId = index % 2 === 0 ? "org_b" : "org_c";
        const receipts = Array.from({ length: 1 + (index % 3) }, (_, part) => ({
          kind: "check",
          body: { index, part },
          at: AT,
        }));
        const appended = await appendReceipts(trx, organizationId, receipts);
        if (index % 5 === 0) throw new Error("rolled back");
        return appended.receipts;
      }),
    ),
  );
  const acknowledged = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
  const rows = [...(await rowsOf("org_b")), ...(await rowsOf("org_c"))];
  expect(rows.length).toBe(acknowledged.length);
  for (const organizationId of ["org_b", "org_c"]) {
    const own = await rowsOf(organizationId);
    expect(own.map(({ sequence }) => sequence)).toEqual(own.map((_, index) => index + 1));
    for (const [index, { previous }] of own.entries()) {
      expect(previous?.toString("hex")).toBe(own[index - 1]?.hash.toString("hex"));
    }
  }
});

test("behind a remembered end is written while it is the end, and on the grounds named alone", async () => {
  const one = { kind: "check", body: { one: 1 }, at: AT };
  const behind = (end: LogEnd, grounds: boolean) =>
    inOrganization(its.database, "org_g", (trx) =>
      appendReceipts(trx, "org_g", [one], { behind: { end, grounds: sql<boolean>`${grounds}::boolean` } }),
    );
  const first = await inOrganization(its.database, "org_g", (trx) => appendReceipts(trx, "org_g", [one]));
  expect([first.end.size, Buffer.from(first.end.chain ?? []).toString("hex")]).toEqual([
    1,
    first.receipts[0]?.hash,
  ]);
  const second = await behind(first.end, true);
  expect(second.receipts).toMatchObject([{ sequence: 2, previous: first.receipts[0]?.hash }]);
  const refused = [
    [first.end, true, "moved"],
    [second.end, false, "unsound"],
    [first.end, false, "unsound"],
  ] as const;
  for (const [end, grounds, refusal] of refused)
    expect(refusalOf(await behind(end, grounds).catch((error: unknown) => error))).toBe(refusal);
  const third = await append("org_g", { three: 3 });
  expect(third.previous).toBe(second.receipts[0]?.hash);
  expect((await rowsOf("org_g")).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
});

test("nobody changes or removes a receipt: neither the service's role nor the owner", async () => {
  await append("org_d", { secret: 1 });
  for (const table of ["receipts", "receipt_nodes", "receipt_heads", "receipt_keys"]) {
    for (const statement of [`delete from ${table}`, `truncate ${table} cascade`]) {
      await expect(sql.raw(statement).execute(its.database.kysely), statement).rejects.toThrow(
        /permission denied/,
      );
    }
  }
  await expect(its.asOwner("update receipts set kind = 'other'")).rejects.toThrow(/append-only/);
  await expect(its.asOwner("delete from receipts")).rejects.toThrow(/append-only|without a recorded/);
  await expect(its.asOwner("truncate receipts cascade")).rejects.toThrow(/append-only/);
  await expect(its.asOwner("update receipt_bodies set body = 'x'")).rejects.toThrow(/refused/);
  await expect(
    inOrganization(its.database, "org_d", (trx) => sql`delete from receipt_bodies`.execute(trx)),
  ).rejects.toThrow(/without a recorded erasure/);
});

test("the database itself refuses a receipt that does not fit, and a body that is another's", async () => {
  const { hash } = await append("org_e", { one: 1 });
  const insert = (sequence: number, previous: string | null, own: string) =>
    inOrganization(its.database, "org_e", (trx) =>
      trx
        .withTables<ReceiptTables>()
        .insertInto("receipts")
        .values({
          organization_id: "org_e",
          sequence,
          kind: "check",
          at: AT,
          previous: previous === null ? null : Buffer.from(previous, "hex"),
          body_digest: Buffer.alloc(32),
          hash: Buffer.from(own, "hex"),
        })
        .execute(),
    );
  await expect(insert(2, hash, "00".repeat(32))).rejects.toThrow(/hash that is not its own/);
  const [{ leaf } = { leaf: "" }] = await its.asOwner<{ leaf: string }>(
    `select encode(sha256('\\x00'::bytea || convert_to(format(E'sluice-receipt/1\\nlog org_e\\nsequence 3\\nkind check\\nat 2026-11-24T10:00:00.123Z\\nprevious %s\\nbody %s\\n', '${hash}', repeat('00', 32)), 'UTF8')), 'hex') as leaf`,
  );
  await expect(insert(3, hash, leaf)).rejects.toThrow(/does not follow/);
  await its.asOwner("insert into receipt_logs values ('org_f', 0, null, '')");
  await expect(
    inOrganization(its.database, "org_e", (trx) =>
      sql`insert into receipt_bodies values ('org_e', 1, ${Buffer.alloc(32)}, '{}')`.execute(trx),
    ),
  ).rejects.toThrow(/commits to|duplicate/);
});

test("an organisation's receipts are out of every other's sight", async () => {
  await append("org_g", {});
  const seen = await inOrganization(its.database, "org_h", (trx) =>
    trx.withTables<ReceiptTables>().selectFrom("receipts").selectAll().execute(),
  );
  expect(seen).toEqual([]);
});

test("the owner can take away one organisation whole, and no other goes with it", async () => {
  await append("org_demo", {});
  const before = (await rowsOf("org_a")).length;
  await its.asOwner(
    `do $$ begin
       perform set_config('sluice.purge_organization', 'org_demo', true);
       delete from receipt_bodies where organization_id = 'org_demo';
       delete from receipt_nodes where organization_id = 'org_demo';
       delete from receipts where organization_id = 'org_demo';
       delete from receipt_logs where organization_id = 'org_demo';
     end $$`,
  );
  expect(await rowsOf("org_demo")).toEqual([]);
  expect((await rowsOf("org_a")).length).toBe(before);
});
