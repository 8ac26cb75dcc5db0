import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../database/database.ts";
import { type EmbeddedDatabase, startEmbedded, stopEmbedded } from "../database/embedded.ts";
import { serverPid } from "../database/embedded-pid.ts";
import { MIGRATIONS_FOLDER, migrate, openRoles, readMigrations } from "../database/migrate.ts";
import { inOrganization } from "../database/tenant.ts";
import { exportReceipts } from "./export.ts";
import { readReceipts } from "./log-reader.ts";
import { openSigner, type Signer } from "./signing-key.ts";
import { trustOf } from "./trust.ts";
import { verifyExport } from "./verify.ts";

/** `npm run test:crash` asks for 100; the usual tests have a short form. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? "4");
const ORG = "org_crash";
const WRITERS = 3;

let folder: string;
let embedded: EmbeddedDatabase;
let database: Database;
let appUrl: string;
let signer: Signer | null;
const children: ChildProcess[] = [];
const acknowledged = new Map<number, string>();
const problems: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), `sluice-test-${process.pid}-`));
  chmodSync(folder, 0o755);
  // With fsync, as the service has it: what is tested is what users get.
  embedded = await startEmbedded({ folder });
  await migrate(embedded.ownerUrl, readMigrations(MIGRATIONS_FOLDER));
  ({ appUrl } = await openRoles(embedded.ownerUrl, "crash"));
  database = await openDatabase({ url: appUrl, max: 2, onError: () => undefined });
  signer = await openSigner({ folder: join(folder, "keys"), database, now: () => new Date() });
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await database.close();
  await stopEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
});

function startWriter(): ChildProcess {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "fixtures", "crash-writer.ts"), appUrl, ORG, String(WRITERS)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  children.push(child);
  let rest = "";
  child.stdout?.on("data", (part: Buffer) => {
    rest += part.toString();
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [sequence = "", hash = ""] = line.split(" ");
      if (acknowledged.has(Number(sequence))) problems.push(`receipt ${sequence} was acknowledged twice`);
      acknowledged.set(Number(sequence), hash);
    }
  });
  return child;
}

async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt > 600) throw error;
      await sleep(50);
    }
  }
}

/** Receipts `from` and up: all that was acknowledged is there as it was, with its companions, and the chain is whole. */
async function look(from: number): Promise<number> {
  const within = <T>(work: Parameters<typeof inOrganization<T>>[2]) => inOrganization(database, ORG, work);
  const rows = await within((trx) =>
    readReceipts(trx, { organizationId: ORG, from, to: Number.MAX_SAFE_INTEGER, limit: 1_000_000 }),
  );
  const hashes = new Map(rows.map(({ sequence, hash }) => [sequence, hash]));
  for (const [sequence, hash] of acknowledged) {
    if (sequence >= from && hashes.get(sequence) !== hash) problems.push(`receipt ${sequence} was lost`);
  }
  async function* lines() {
    for await (const line of exportReceipts(
      { database, signer, now: () => new Date() },
      { organizationId: ORG, from, to: null },
    )) {
      yield JSON.stringify(line);
    }
  }
  const { problems: found, to } = await verifyExport(lines(), { trust: trustOf([]) });
  problems.push(...found);
  return to ?? from;
}

test(
  `${ROUNDS} kills of a writer and of the database lose nothing acknowledged and break no chain`,
  async () => {
    let seen = 1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = acknowledged.size;
      const writer = startWriter();
      while (acknowledged.size < before + 5) await sleep(5);
      await sleep(Math.random() * 150);
      if (round % 2 === 0) writer.kill("SIGKILL");
      else {
        process.kill(serverPid(join(folder, "database", "cluster")) ?? expect.fail("no server"), "SIGKILL");
        await sleep(20);
        // It goes on writing as soon as the database is back, and is killed then.
        const count = acknowledged.size;
        for (let wait = 0; wait < 1_000 && acknowledged.size < count + 3; wait += 1) await sleep(20);
        if (writer.exitCode !== null) problems.push("the writer did not outlive the database");
        writer.kill("SIGKILL");
      }
      if (writer.exitCode === null && writer.signalCode === null) await once(writer, "exit");
      await sleep(20);
      seen = await untilAnswered(() => look(Math.max(1, seen - 5)));
      expect(problems, `round ${round}`).toEqual([]);
    }
    await look(1);
    expect(problems).toEqual([]);
    const client = await openDatabase({ url: embedded.ownerUrl, max: 1 });
    const { rows } = await client.pool.query(
      `select (select count(*) from receipts) as receipts, (select count(*) from audit_entries) as entries,
        (select count(*) from events where kind = 'decision.made') as events`,
    );
    await client.close();
    const { receipts, entries, events } = rows[0] as { receipts: number; entries: number; events: number };
    // One transaction wrote each of the three, or none of them.
    expect([entries, events]).toEqual([receipts, receipts]);
    expect(receipts).toBeGreaterThanOrEqual(acknowledged.size);
    console.log(
      `${ROUNDS} kills: ${acknowledged.size} acknowledged, ${receipts} kept, none lost, chain whole`,
    );
  },
  60_000 + ROUNDS * 20_000,
);
