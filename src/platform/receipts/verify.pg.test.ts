import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../database/tenant.ts";
import { type TestDatabase, testDatabase } from "../database/test-database.ts";
import { appendReceipt } from "./append.ts";
import { exportReceipts, proveReceipt } from "./export.ts";
import { ProofDocument } from "./export-lines.ts";
import { bodyDigest, hexOf, receiptHash } from "./leaf.ts";
import { consistencyPath, readHeads, signLog } from "./log-reader.ts";
import { rootsOfConsistency } from "./merkle.ts";
import { openSigner, publicKeys, rotateKey, type Signer } from "./signing-key.ts";
import { readHead } from "./tree-head.ts";
import { trustOf } from "./trust.ts";
import { type Verification, verifyExport, verifyProof } from "./verify.ts";

let its: TestDatabase;
let folder: string;
let signer: Signer;
const now = () => new Date("2026-11-24T12:00:00.000Z");
const ORG = "org_a";
const COUNT = 23;

const within = <T>(work: Parameters<typeof inOrganization<T>>[2]) => inOrganization(its.database, ORG, work);
const append = (body: unknown) =>
  within((trx) => appendReceipt(trx, { organizationId: ORG, kind: "check", body, at: now() }));

beforeAll(async () => {
  its = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "sluice-keys-"));
  signer =
    (await openSigner({ folder, database: its.database, now })) ?? expect.fail("the first key is made");
  for (let number = 1; number <= COUNT; number += 1) {
    await append({ number, name: "정성화" });
    if (number % 7 === 0) await within((trx) => signLog(trx, signer, { organizationId: ORG, at: now() }));
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await its.close();
});

async function linesOf(from = 1, to: number | null = null): Promise<string[]> {
  const lines: string[] = [];
  const source = { database: its.database, signer, now };
  for await (const line of exportReceipts(source, { organizationId: ORG, from, to }))
    lines.push(JSON.stringify(line));
  return lines;
}

async function* stream(lines: readonly string[]) {
  yield* lines;
}
const verifyLines = async (
  lines: readonly string[],
  heads: Parameters<typeof verifyExport>[1]["heads"] = [],
): Promise<Verification> => {
  const [key] = await publicKeys(its.database);
  return verifyExport(stream(lines), { trust: trustOf([{ file: "key.pem", pem: key?.pem ?? "" }]), heads });
};
const change = (lines: readonly string[], sequence: number, edit: (line: Record<string, unknown>) => void) =>
  lines.map((text) => {
    const line = JSON.parse(text) as Record<string, unknown>;
    if (line.line === "receipt" && line.sequence === sequence) edit(line);
    return JSON.stringify(line);
  });
const at = (lines: readonly string[], sequence: number) =>
  lines.findIndex((text) => text.includes(`"line":"receipt","sequence":${sequence},`));

test("the key is made once, readable by its owner alone, and found again", async () => {
  expect(readdirSync(folder)).toEqual(["receipts.key"]);
  expect(statSync(join(folder, "receipts.key")).mode & 0o777).toBe(0o600);
  expect((await openSigner({ folder, database: its.database, now }))?.keyId).toBe(signer.keyId);
  const elsewhere = mkdtempSync(join(tmpdir(), "sluice-keys-"));
  expect(await openSigner({ folder: elsewhere, database: its.database, now })).toBeNull();
  rmSync(elsewhere, { recursive: true });
});

test("an export proves itself whole, and so does any part of it", async () => {
  const whole = await verifyLines(await linesOf());
  expect(whole).toMatchObject({
    problems: [],
    from: 1,
    to: COUNT,
    receipts: COUNT,
    signedTo: COUNT,
    heads: 4,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: COUNT }),
      fc.integer({ min: 0, max: COUNT }),
      async (from, more) => {
        const to = Math.min(COUNT, from + more);
        const part = await verifyLines(await linesOf(from, to));
        expect(part).toMatchObject({ problems: [], from, to, receipts: to - from + 1, signedTo: to });
      },
    ),
    { numRuns: 40 },
  );
});

test("a changed body, a changed fact, a missing, a doubled and a swapped receipt are each named", async () => {
  const lines = await linesOf();
  const problems = async (edited: readonly string[]) => (await verifyLines(edited)).problems.join("\n");
  expect(await problems(change(lines, 5, (line) => (line.body = '{"number":5,"name":"another"}')))).toContain(
    "receipt 5 was changed: its body",
  );
  expect(await problems(change(lines, 6, (line) => (line.at = "2020-01-01T00:00:00.000Z")))).toContain(
    "receipt 6 was changed: what it says",
  );
  const [fifth, sixth] = [lines[at(lines, 5)] ?? "", lines[at(lines, 6)] ?? ""];
  expect(await problems(lines.filter((line) => line !== fifth))).toContain(
    "receipt 5 is missing: receipt 4 is followed by 6",
  );
  expect(await problems(lines.toSpliced(at(lines, 6), 0, fifth))).toContain("out of order, or twice");
  expect(await problems(lines.toSpliced(at(lines, 5), 2, sixth, fifth))).toContain(
    "receipt 5 stands behind receipt 6",
  );
  expect(await problems(lines.slice(0, at(lines, 20)))).toContain("cut off after receipt 19");
});

test("a tail that was cut off whole is found by a head kept elsewhere", async () => {
  const earlier = (await linesOf()).filter(
    (text) => !text.includes('"line":"head"') || text.includes('"size":14,'),
  );
  const cut = [
    ...earlier.slice(0, at(earlier, 15)).map((text) => text.replace(`"to":${COUNT}`, '"to":14')),
    '{"line":"end","receipts":14}',
  ];
  expect((await verifyLines(cut)).problems).toEqual([]);
  const heads = await within((trx) =>
    readHeads(trx, { organizationId: ORG, from: COUNT, to: COUNT, limit: 1 }),
  );
  expect((await verifyLines(cut, heads)).problems[0]).toMatch(/^the log is cut short: it ends at receipt 14/);
});

test("a history written anew, correct in itself, does not pass under heads that were signed", async () => {
  const salt = Buffer.alloc(32, 7);
  let previous: Uint8Array | null = null;
  const forged = (await linesOf()).map((text) => {
    const line = JSON.parse(text) as Record<string, unknown> & { sequence: number; at: string; kind: string };
    if (line.line !== "receipt") return text;
    const body = line.sequence === 3 ? '{"number":3,"name":"forged"}' : String(line.body);
    const digest = bodyDigest(salt, body);
    const leaf = {
      log: ORG,
      sequence: line.sequence,
      kind: line.kind,
      at: new Date(line.at),
      previous,
      bodyDigest: digest,
    };
    const hash = receiptHash(leaf);
    const before = previous === null ? null : hexOf(previous);
    previous = hash;
    const salted = salt.toString("base64");
    return JSON.stringify({
      ...line,
      body,
      salt: salted,
      bodyDigest: hexOf(digest),
      hash: hexOf(hash),
      previous: before,
    });
  });
  const { problems, problemCount } = await verifyLines(forged);
  expect(problemCount).toBe(5);
  expect(problems[0]).toMatch(/^the receipts up to 7 are not those that key/);
  expect(problems.at(-1)).toMatch(/no signature covers receipts 1 to 23/);
});

test("no single changed character of an export passes unnoticed, but in what is not signed", async () => {
  const text = (await linesOf()).join("\n");
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.constantFrom("0", "a", "Z", '"', " "), async (seed, letter) => {
      const place = seed % text.length;
      if (text[place] === letter) return;
      const edited = text.slice(0, place) + letter + text.slice(place + 1);
      const result = await verifyLines(edited.split("\n"));
      if (result.problemCount > 0) return;
      const values = (lines: string) =>
        lines.split("\n").map((line) => {
          const { exportedAt: _, salt: __, ...rest } = JSON.parse(line) as Record<string, unknown>;
          return rest.line === "key" || rest.line === "head" ? { line: rest.line } : rest;
        });
      // Told apart only by the export's own date, the unused bits of a base64's last digit, or a key's dates.
      expect(values(edited)).toEqual(values(text));
    }),
    { numRuns: 400 },
  );
});

test("a stranger's key is not believed, and a forged voucher neither", async () => {
  const lines = await linesOf();
  const other = mkdtempSync(join(tmpdir(), "sluice-keys-"));
  const their = await testDatabase();
  const stranger = await openSigner({ folder: other, database: their.database, now });
  const [key] = await publicKeys(their.database);
  await their.close();
  rmSync(other, { recursive: true });
  expect(stranger?.keyId).toBe(key?.id);
  const trust = trustOf([{ file: "other.pem", pem: key?.pem ?? "" }]);
  const result = await verifyExport(stream(lines), { trust });
  expect(result.problems[0]).toMatch(/is signed by key [0-9a-f]{16}, which is not believed/);
  expect(result.signedTo).toBeNull();
});

test("one receipt is proven by itself, and a bent proof is not", async () => {
  const source = { database: its.database, signer, now };
  const proof = ProofDocument.parse(
    JSON.parse(JSON.stringify(await proveReceipt(source, { organizationId: ORG, sequence: 9 }))),
  );
  const verify = (document: ProofDocument) => verifyProof(document, { trust: trustOf([]) }).problems;
  expect(verify(proof)).toEqual([]);
  expect(verify({ ...proof, path: proof.path.toReversed() })[0]).toMatch(/is not in the tree of 23/);
  const bent = { ...proof.receipt, body: '{"number":9,"name":"x"}' };
  expect(verify({ ...proof, receipt: bent })[0]).toMatch(/its body is not the one/);
  await expect(proveReceipt(source, { organizationId: ORG, sequence: 999 })).rejects.toThrow(
    /no receipt 999/,
  );
});

test("any two heads are proven consistent", async () => {
  const heads = await within((trx) => readHeads(trx, { organizationId: ORG, from: 1, to: COUNT, limit: 10 }));
  const facts = heads.map(({ text }) => readHead(text) ?? expect.fail());
  const [newest, ...older] = facts;
  for (const old of older) {
    const wanted = { organizationId: ORG, from: old.size, to: newest?.size ?? 0 };
    const path = (await within((trx) => consistencyPath(trx, wanted))).map((hash) =>
      Buffer.from(hash, "hex"),
    );
    const roots = rootsOfConsistency({ from: old.size, to: wanted.to, fromRoot: old.root, path });
    expect(hexOf(roots?.from ?? new Uint8Array())).toBe(hexOf(old.root));
    expect(hexOf(roots?.to ?? new Uint8Array())).toBe(hexOf(newest?.root ?? new Uint8Array()));
  }
});

test("after a rotation the first key still leads to what the second signs; a lost key is said to be lost", async () => {
  const second = await rotateKey({ folder, database: its.database, now });
  expect(second.keyId).not.toBe(signer.keyId);
  signer = second;
  await append({ number: COUNT + 1 });
  const lines = await linesOf();
  expect((await verifyLines(lines)).problems).toEqual([]);
  const forged = lines.map((text) =>
    text.includes('"vouchedBy":"') ? text.replace(/"vouch":"./, '"vouch":"B') : text,
  );
  expect((await verifyLines(forged)).problems[0]).toMatch(/not vouched for/);
  rmSync(join(folder, "receipts.key"));
  await expect(rotateKey({ folder, database: its.database, now })).rejects.toThrow(/not in this folder/);
  signer = await rotateKey({ folder, database: its.database, now, lostReason: "the disk failed" });
  await append({ number: COUNT + 2 });
  expect((await verifyLines(await linesOf())).problems[0]).toMatch(/no signature covers|is not believed/);
});
