import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../platform/database/tenant.ts";
import { type TestDatabase, testDatabase } from "../platform/database/test-database.ts";
import { appendReceipt } from "../platform/receipts/append.ts";
import { exportReceipts, proveReceipt } from "../platform/receipts/export.ts";
import { openSigner, publicKeys } from "../platform/receipts/signing-key.ts";
import { openSmallLists, type Said, tryCommand } from "./fixtures/try-command.ts";

let its: TestDatabase;
let folder: string;
let sluice: (...typed: readonly string[]) => Promise<Said>;
const now = () => new Date("2026-11-24T12:00:00.000Z");
const organizationId = "org_a";
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  its = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "sluice-receipts-"));
  sluice = tryCommand(await openSmallLists());
  const signer = await openSigner({ folder: path("keys"), database: its.database, now });
  for (let number = 1; number <= 5; number += 1) {
    await inOrganization(its.database, organizationId, (trx) =>
      appendReceipt(trx, { organizationId, kind: "decision", body: { number }, at: now() }),
    );
  }
  const source = { database: its.database, signer, now };
  const lines: string[] = [];
  for await (const line of exportReceipts(source, { organizationId, from: 1, to: null }))
    lines.push(JSON.stringify(line));
  writeFileSync(path("whole.jsonl"), `${lines.join("\n")}\n`);
  writeFileSync(path("changed.jsonl"), lines.join("\n").replace('{\\"number\\":3}', '{\\"number\\":4}'));
  const proof = await proveReceipt(source, { organizationId, sequence: 2 });
  writeFileSync(path("proof.json"), JSON.stringify(proof, null, 2));
  writeFileSync(path("head.json"), JSON.stringify(proof?.head));
  const [key] = await publicKeys(its.database);
  writeFileSync(path("key.pem"), key?.pem ?? "");
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await its.close();
});

test("a whole export is proven, and whose key was believed is said", async () => {
  const said = await sluice("receipts", "verify", path("whole.jsonl"));
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toMatch(/^PROVEN\nReceipts 1 to 5 of log org_a: 5 read/);
  expect(said.out.replaceAll("\n", " ")).toContain("Compare it with the one you know");
  const keyed = await sluice(
    "receipts",
    "verify",
    path("whole.jsonl"),
    "--key",
    path("key.pem"),
    "--head",
    path("head.json"),
  );
  expect(keyed.code).toBe(0);
  expect(keyed.out).toContain("the key given");
});

test("a changed export is not proven, and what was changed is said", async () => {
  const said = await sluice("receipts", "verify", path("changed.jsonl"));
  expect(said.code).toBe(1);
  expect(said.out).toMatch(/^NOT PROVEN/);
  expect(said.out).toContain("receipt 3 was changed");
  const json = await sluice("receipts", "verify", path("changed.jsonl"), "--json");
  expect(JSON.parse(json.out)).toMatchObject({ proven: false, problemCount: 1 });
});

test("the proof of one receipt is proven by itself", async () => {
  const said = await sluice("receipts", "verify", path("proof.json"), "--key", path("key.pem"));
  expect(said.out).toMatch(/^PROVEN\nReceipt 2 of log org_a/);
});

test("what is no export, no key or not there is told in a line", async () => {
  writeFileSync(path("nonsense.txt"), "hello\n");
  expect((await sluice("receipts", "verify", path("nonsense.txt"))).out).toContain("line 1 is not JSON");
  const noKey = await sluice("receipts", "verify", path("whole.jsonl"), "--key", path("nonsense.txt"));
  expect(noKey).toMatchObject({ code: 65 });
  expect(noKey.err).toContain("not an Ed25519 public key in PEM");
  expect((await sluice("receipts", "verify", path("absent.jsonl"))).code).toBe(66);
  expect((await sluice("receipts", "verfy")).err).toContain("did you mean verify?");
});
