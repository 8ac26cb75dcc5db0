import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { zstdDecompressSync } from "node:zlib";
import type { Subject } from "../../src/engine/match/subject.ts";
import type { Answer, PeerRun } from "./answers.ts";
import { lastWords, runProcess } from "./process.ts";
import { LIST, type Task } from "./task.ts";

/** The newest release whose modules all come through the module proxy where this was written. */
const VERSION = "v0.60.0";
const MODULE = "github.com/moov-io/watchman";
const BUILD_MS = 1_200_000;
/** Until the list is read and the port is open. */
const START_MS = 180_000;
const ENTRY = /^us-ofac-/;

/** A run, or why there is none. */
export type WatchmanRun = { readonly run: PeerRun } | { readonly skipped: string };

async function built(folder: string): Promise<string | { readonly skipped: string }> {
  const binary = join(folder, `watchman-${VERSION}`);
  if (existsSync(binary)) return binary;
  const go = await runProcess("go", ["version"], { timeoutMs: 20_000 });
  if (go.code !== 0) return { skipped: "no Go on this machine" };
  const asked = await runProcess("go", ["mod", "download", "-json", `${MODULE}@${VERSION}`], {
    cwd: folder,
    timeoutMs: 300_000,
  });
  if (asked.code !== 0) return { skipped: `not to be had through the module proxy: ${lastWords(asked)}` };
  const { Dir } = JSON.parse(asked.out) as { readonly Dir: string };
  const made = await runProcess("go", ["build", "-p", "1", "-o", binary, "./cmd/server"], {
    cwd: Dir,
    env: { GOFLAGS: "-buildvcs=false" },
    timeoutMs: BUILD_MS,
  });
  return made.code === 0 ? binary : { skipped: `not to be built: ${lastWords(made)}` };
}

/** OFAC's own files of the edition that Sluice holds, as Watchman reads them. */
function writeList(folder: string): void {
  const editions = join(import.meta.dirname, "../../data/editions", LIST);
  const newest = readdirSync(editions).sort().at(-1) ?? "";
  mkdirSync(folder, { recursive: true });
  for (const name of ["sdn.csv", "alt.csv", "add.csv"]) {
    writeFileSync(
      join(folder, name),
      zstdDecompressSync(readFileSync(join(editions, newest, `${name}.zst`))),
    );
  }
  // The overflow file of remarks is not bundled; without it Watchman would go and fetch one.
  writeFileSync(join(folder, "sdn_comments.csv"), "");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function searchAddress(port: number, { schema, properties }: Subject): string {
  const asked = new URLSearchParams({
    name: properties.name?.[0] ?? "",
    type: schema === "Person" ? "person" : "business",
    limit: "10",
    minMatch: "0.01",
  });
  const birth = properties.birthDate?.[0];
  if (schema === "Person" && birth !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(birth))
    asked.set("birthDate", birth);
  return `http://127.0.0.1:${port}/v2/search?${asked}`;
}

type Found = { readonly entities?: readonly { readonly sourceID: string; readonly match: number }[] | null };

async function ask(task: Task, port: number, seconds: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  const until = performance.now() + seconds * 1_000;
  for (const [at, { subject }] of task.queries.entries()) {
    if (performance.now() > until) break;
    const before = performance.now();
    const answer = await fetch(searchAddress(port, subject));
    const found = (await answer.json()) as Found;
    const ms = performance.now() - before;
    const matches = (found.entities ?? []).map(({ sourceID, match }) => ({
      id: ENTRY.test(sourceID) ? sourceID : `us-ofac-${sourceID}`,
      score: match,
    }));
    answers.push({ at, ms, matches });
  }
  return answers;
}

function megabytesOf(pid: number | undefined): number | null {
  const status = `/proc/${pid}/status`;
  if (pid === undefined || !existsSync(status)) return null;
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
}

/** Hundredths of a second that a process has worked (utime and stime of proc_pid_stat(5)), or null where nobody says. */
function ticksOf(pid: number | undefined): number | null {
  const stat = `/proc/${pid}/stat`;
  if (pid === undefined || !existsSync(stat)) return null;
  const fields = readFileSync(stat, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

/** Builds Watchman under `folder`, starts it on OFAC's list, asks it over loopback for at most so many seconds, ends it. */
export async function askWatchman(task: Task, folder: string, seconds: number): Promise<WatchmanRun> {
  mkdirSync(folder, { recursive: true });
  const binary = await built(folder);
  if (typeof binary !== "string") return binary;
  const data = join(folder, "watchman-list");
  writeList(data);
  const [port, admin] = [await freePort(), await freePort()];
  const config = join(folder, "watchman.yml");
  writeFileSync(
    config,
    `Watchman:\n  Servers:\n    BindAddress: "127.0.0.1:${port}"\n    AdminAddress: "127.0.0.1:${admin}"\n  Download:\n    RefreshInterval: "240h"\n    InitialDataDirectory: ${JSON.stringify(data)}\n    IncludedLists: ["us_ofac"]\n`,
  );
  const started = performance.now();
  const server = spawn(binary, [], {
    cwd: folder,
    env: { ...process.env, APP_CONFIG: config, GOMAXPROCS: "1" },
    stdio: "ignore",
  });
  try {
    for (;;) {
      const ready = await fetch(`http://127.0.0.1:${port}/v2/listinfo`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) break;
      if (performance.now() - started > START_MS || server.exitCode !== null)
        return { skipped: "did not open its port" };
      await wait(250);
    }
    const startSeconds = (performance.now() - started) / 1_000;
    const before = ticksOf(server.pid);
    const answers = await ask(task, port, seconds);
    const after = ticksOf(server.pid);
    const megabytes = megabytesOf(server.pid);
    return {
      run: {
        program: "Watchman",
        version: VERSION.slice(1),
        work: "A server of its own on one processor (GOMAXPROCS=1), asked over HTTP on loopback: HTTP is a fraction of a millisecond of each answer. It has no field for nationality, and takes whole birth dates only.",
        startSeconds,
        megabytes,
        processorSeconds: before === null || after === null ? null : (after - before) / 100,
        answers,
      },
    };
  } finally {
    server.kill();
  }
}
