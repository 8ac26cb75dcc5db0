import { afterAll, beforeAll, expect, it } from "vitest";
import { parseTransaction } from "../../../engine/transaction.ts";
import { inOrganization } from "../../../platform/database/tenant.ts";
import { eraseBodies } from "../../../platform/receipts/retention.ts";
import { type TestDesk, testDesk } from "../fixtures/test-desk.ts";
import { type DeskTransaction, deskOf } from "../tables.ts";
import { listChecks, readCheck, receiptOf, receiptTextOf, type StoredCheck } from "./check-store.ts";
import { checkRunner } from "./run-checks.ts";

const ORG = "org_a";
/** A name that looks like the part of a body that is looked for. */
const BY = { kind: "person", id: "usr_ann", name: 'Ann ,"receipt":{"a":1}' } as const;

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk([]);
});
afterAll(() => desk.close());

async function check(reference: string): Promise<StoredCheck> {
  const parties = [{ role: "other", schema: "Person", properties: { name: ["Ann Stranger"] } }];
  const transaction = parseTransaction(
    { kind: "party", reference, purpose: "", parties, jurisdictions: ["us"] },
    "test",
  );
  const { checks } = await checkRunner(desk)(
    { organizationId: ORG, by: BY },
    { transactions: [transaction], at: "2026-01-02", waivers: [], many: false, idempotencyKey: null },
  );
  return checks[0] ?? expect.fail();
}

const read = <T>(work: (trx: DeskTransaction) => Promise<T>): Promise<T> =>
  inOrganization(desk.database, ORG, (trx) => work(deskOf(trx)));

const erase = ({ receipt: { sequence } }: StoredCheck) =>
  inOrganization(desk.database, ORG, (trx) =>
    eraseBodies(trx, {
      organizationId: ORG,
      sequences: [sequence],
      ground: "law-requires",
      reason: "an erasure order",
      by: BY,
      at: desk.now(),
    }),
  );

it("gives a check as it was answered, and its receipt byte for byte, from what the log has of it", async () => {
  const made = await check("p-1");
  expect(await read((trx) => readCheck(trx, made.id))).toEqual(made);
  const { hash, ...rest } = await read((trx) => receiptOf(trx, made.id));
  expect(hash).toBe(made.receipt.hash);
  expect(rest.verdict).toEqual(made.verdict);
  const [row] = await desk.its.asOwner<{ body: string }>(
    "select body from receipt_bodies where organization_id = $1 and sequence = $2",
    [ORG, made.receipt.sequence],
  );
  expect(row?.body.endsWith(`,"receipt":${await read((trx) => receiptTextOf(trx, made.id))}}`)).toBe(true);
});

it("says of a check whose receipt was erased that it was, and by which receipt, and keeps nothing of it", async () => {
  const [erased, kept] = [await check("p-2"), await check("p-3")];
  const { sequence } = await erase(erased);
  const gone = `what check ${erased.id} said was erased; receipt ${sequence} of the log says by whom and why`;
  for (const ask of [readCheck, receiptTextOf, receiptOf])
    await expect(read<unknown>((trx) => ask(trx, erased.id))).rejects.toThrow(gone);
  const listed = await read((trx) => listChecks(trx, {}, { before: null, limit: 2 }));
  expect(listed.map(({ id, summary, erasedBy }) => ({ id, summary, erasedBy }))).toEqual([
    { id: kept.id, summary: kept.verdict.summary, erasedBy: null },
    { id: erased.id, summary: null, erasedBy: sequence },
  ]);
  const held = await desk.its.asOwner<{ found: string }>(
    "select to_jsonb(checks)::text as found from checks where organization_id = $1 and id = $2",
    [ORG, erased.id],
  );
  expect(held[0]?.found).not.toMatch(/Ann Stranger/);
});

it("erases with the body what a release before kept of the receipt beside the check", async () => {
  const made = await check("p-4");
  const text = await read((trx) => receiptTextOf(trx, made.id));
  await desk.its.asOwner("update checks set receipt = $2 where id = $1", [made.id, text]);
  expect(await read((trx) => receiptTextOf(trx, made.id))).toBe(text);
  await erase(made);
  const rows = await desk.its.asOwner("select receipt from checks where id = $1", [made.id]);
  expect(rows).toEqual([{ receipt: null }]);
});
