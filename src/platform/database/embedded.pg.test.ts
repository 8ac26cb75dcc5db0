import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connectionOf } from "./database.ts";
import { type EmbeddedEvent, startEmbedded, stopEmbedded } from "./embedded.ts";
import { isServing, serverPid } from "./embedded-pid.ts";

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), `sluice-test-${process.pid}-`));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await stopEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
});

const cluster = (): string => join(folder, "database", "cluster");

async function ask(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(connectionOf(url));
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function askUntilAnswered(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask(url, text);
    } catch (error) {
      if (tries > 200) throw error;
      await sleep(50);
    }
  }
}

test("is closed to the network, keeps its password to itself, and keeps what was written over a stop", async () => {
  const first = await startEmbedded({ folder });
  expect(await ask(first.ownerUrl, "show listen_addresses")).toEqual([{ listen_addresses: "" }]);
  expect(await ask(first.ownerUrl, "show fsync")).toEqual([{ fsync: "on" }]);
  expect(statSync(join(cluster(), "sluice-password")).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "database")).mode & 0o777).toBe(0o700);
  await expect(ask(first.ownerUrl.replace(/:[0-9a-f]{48}@/, ":wrong@"), "select 1")).rejects.toThrow(
    /password/,
  );
  await ask(first.ownerUrl, "create table kept as select 7 as seven");
  await first.stop();
  expect(serverPid(cluster())).toBe(null);
  const second = await startEmbedded({ folder });
  expect(await ask(second.ownerUrl, "select seven from kept")).toEqual([{ seven: 7 }]);
  await second.stop();
});

test("keeps files of its log ready from the first start on, so that no commit waits for one to be made", async () => {
  const look = `select pg_walfile_name(pg_current_wal_lsn()) as writing,
    (select count(*)::int from pg_ls_waldir() where size = 16 * 1024 * 1024) as files`;
  const its = await startEmbedded({ folder });
  const [before] = await ask(its.ownerUrl, look);
  expect(before?.files).toBeGreaterThanOrEqual(16);
  // More than a file holds.
  await ask(
    its.ownerUrl,
    "create table many as select repeat(n::text, 200) from generate_series(1, 50000) n",
  );
  const [after] = await ask(its.ownerUrl, look);
  expect(after?.writing).not.toBe(before?.writing);
  expect(after?.files).toBe(before?.files);
  await its.stop();
});

test("two services on one folder share the server, and the last one stops it", async () => {
  const [first, second] = await Promise.all([startEmbedded({ folder }), startEmbedded({ folder })]);
  expect(first.ownerUrl).toBe(second.ownerUrl);
  const pid = serverPid(cluster());
  await first.stop();
  expect(await ask(second.ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(serverPid(cluster())).toBe(pid);
  await second.stop();
  expect(pid !== null && isServing(cluster(), pid)).toBe(false);
});

test("a server that was killed is started again, with all that was committed", async () => {
  const events: EmbeddedEvent[] = [];
  const its = await startEmbedded({ folder, onEvent: (event) => events.push(event) });
  await ask(its.ownerUrl, "create table kept (n int)");
  for (let round = 1; round <= 3; round += 1) {
    await ask(its.ownerUrl, `insert into kept values (${round})`);
    process.kill(serverPid(cluster()) ?? 0, "SIGKILL");
    expect(await askUntilAnswered(its.ownerUrl, "select count(*) from kept")).toEqual([{ count: round }]);
    while (events.filter(({ kind }) => kind === "restarted").length < round) await sleep(20);
  }
  await its.stop();
});

test("a service that was killed leaves a server that the next one takes over and stops", async () => {
  const program = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "embedded.ts"))};
    await startEmbedded({ folder: ${JSON.stringify(folder)} });
    console.log("ready");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await once(child.stdout, "data");
  const pid = serverPid(cluster());
  child.kill("SIGKILL");
  await once(child, "exit");
  const next = await startEmbedded({ folder });
  expect(serverPid(cluster())).toBe(pid);
  await next.stop();
  expect(serverPid(cluster())).toBe(null);
});

test("a lock file that names a stranger's process does not keep the server from starting", async () => {
  const first = await startEmbedded({ folder });
  await ask(first.ownerUrl, "create table kept as select 7 as seven");
  const lock = readFileSync(join(cluster(), "postmaster.pid"), "utf8");
  await first.stop();
  const stranger = spawn("sleep", ["60"]);
  children.push(stranger);
  // As after a power cut in a container: the old number now belongs to somebody else.
  writeFileSync(join(cluster(), "postmaster.pid"), lock.replace(/^\d+/, String(stranger.pid)));
  const next = await startEmbedded({ folder });
  expect(await ask(next.ownerUrl, "select seven from kept")).toEqual([{ seven: 7 }]);
  expect(stranger.exitCode).toBe(null);
  await next.stop();
});

test("runs in a folder whose path is too long for a socket, and in one that only root can enter", async () => {
  const long = join(folder, "a".repeat(60), "b".repeat(60));
  mkdirSync(long, { recursive: true });
  chmodSync(folder, 0o700);
  const its = await startEmbedded({ folder: long });
  expect(await ask(its.ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  await its.stop();
  const again = await startEmbedded({ folder: long });
  await again.stop();
  // What a root's database was put behind.
  rmSync(realpathSync(join(long, "database")), { recursive: true });
});

test("a cluster of another version of PostgreSQL is refused in words", async () => {
  const its = await startEmbedded({ folder });
  await its.stop();
  writeFileSync(join(cluster(), "PG_VERSION"), "17\n");
  await expect(startEmbedded({ folder })).rejects.toThrow(/made by PostgreSQL 17, and this is 18/);
  writeFileSync(join(cluster(), "PG_VERSION"), "18\n");
});
