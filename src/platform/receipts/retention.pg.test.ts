import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../database/tenant.ts";
import { type TestDatabase, testDatabase } from "../database/test-database.ts";
import { appendReceipt } from "./append.ts";
import { exportReceipts } from "./export.ts";
import { readReceipt } from "./log-reader.ts";
import {
  eraseBodies,
  placeHold,
  readRetention,
  releaseHold,
  ripeForErasure,
  setRetention,
} from "./retention.ts";
import { openSigner, type Signer } from "./signing-key.ts";
import { trustOf } from "./trust.ts";
import { verifyExport } from "./verify.ts";

let its: TestDatabase;
let folder: string;
let signer: Signer | null;
const organizationId = "org_a";
const by = { id: "usr_1", name: "Kim" };
const AT = new Date("2026-11-24T12:00:00Z");
const OLD = new Date("2016-11-24T11:59:59Z");

const within = <T>(work: Parameters<typeof inOrganization<T>>[2]) =>
  inOrganization(its.database, organizationId, work);
const append = (at: Date) =>
  within((trx) => appendReceipt(trx, { organizationId, kind: "check", body: { name: "정성화" }, at }));
const erase = (sequences: readonly number[], ground: "retention-ended" | "law-requires") =>
  within((trx) => eraseBodies(trx, { organizationId, sequences, ground, reason: "asked for", by, at: AT }));

beforeAll(async () => {
  its = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "sluice-keys-"));
  signer = await openSigner({ folder, database: its.database, now: () => AT });
  for (const at of [OLD, OLD, AT, AT]) await append(at);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await its.close();
});

test("ten years are kept by default; another policy stands in the log with its reason", async () => {
  expect(await within((trx) => readRetention(trx, organizationId))).toMatchObject({ receiptsYears: 10 });
  await expect(erase([3], "retention-ended")).rejects.toThrow(/kept for 10 years/);
  const retention = { receiptsYears: 12, auditYears: 5, originsDays: 30 };
  const change = (kept: typeof retention) =>
    within((trx) =>
      setRetention(trx, { organizationId, retention: kept, reason: "the regulator", by, at: AT }),
    );
  await change(retention);
  expect(await within((trx) => ripeForErasure(trx, organizationId, AT))).toEqual([]);
  const receipt = await change({ ...retention, receiptsYears: 10 });
  const { kind, body } = await within((trx) => readReceipt(trx, organizationId, receipt.sequence));
  expect(kind).toBe("retention");
  expect(JSON.parse(body ?? "")).toMatchObject({
    before: { receiptsYears: 12 },
    after: { receiptsYears: 10 },
  });
});

test("nothing under a hold is erased, by the program or past it, until that is released, once", async () => {
  const id = await within((trx) =>
    placeHold(trx, { organizationId, from: 2, to: null, reason: "litigation", by, at: AT }),
  );
  expect(await within((trx) => ripeForErasure(trx, organizationId, AT))).toEqual([1]);
  await expect(erase([1, 2], "law-requires")).rejects.toThrow(/under the hold/);
  const past = within(async (trx) => {
    await sql`insert into receipt_erasures values (${organizationId}, 2, 3, now())`.execute(trx);
    await sql`delete from receipt_bodies where sequence = 2`.execute(trx);
  });
  await expect(past).rejects.toThrow(/under a hold/);
  const release = () =>
    within((trx) => releaseHold(trx, { organizationId, id, reason: "settled", by, at: AT }));
  await release();
  await expect(release()).rejects.toThrow(/released already/);
  expect(await within((trx) => ripeForErasure(trx, organizationId, AT))).toEqual([1, 2]);
});

test("an erased body is gone, its reason stands in the log, and the log is proven as before", async () => {
  await erase([1], "retention-ended");
  const { sequence } = await erase([3], "law-requires");
  const gone = await within((trx) => readReceipt(trx, organizationId, 3));
  expect(gone).toMatchObject({ body: null, salt: null, erasedBy: sequence });
  const [raw] = await its.asOwner<{ found: string }>(
    "select count(*) as found from receipt_bodies where sequence in (1, 3)",
  );
  expect(Number(raw?.found)).toBe(0);
  await expect(erase([3], "law-requires")).rejects.toThrow(/erased already/);
  await expect(erase([sequence], "law-requires")).rejects.toThrow(/of the log itself/);
  const verifyEdited = async (edit: (line: string) => string) => {
    const source = { database: its.database, signer, now: () => AT };
    async function* lines() {
      for await (const line of exportReceipts(source, { organizationId, from: 1, to: null })) {
        yield edit(JSON.stringify(line));
      }
    }
    return verifyExport(lines(), { trust: trustOf([]) });
  };
  expect(await verifyEdited((line) => line)).toMatchObject({ problems: [], erased: 2 });
  const claimed = await verifyEdited((line) =>
    line.includes('"sequence":4,')
      ? line.replace(/"salt":.*/, `"salt":null,"body":null,"erasedBy":${sequence}}`)
      : line,
  );
  expect(claimed.problems).toEqual([`receipt 4 has no body, and ${sequence} is no erasure of it`]);
});
