/**
 * What the service bears: capacity, latency at half of it, what is kept at four times of it, and its memory. `npm run
 * bench:http`; with `-- /check` that route alone. The load is made on the same machine and takes processors away from the
 * service: what it takes is printed, and so is what other programs took, for with them the times are not the service's.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { closedLoad, type LoadResult, openLoad, quantile, type Shot } from "./load.ts";
import { processorTime, residentMb, takenByOthers } from "./processors.ts";
import { serviceTimes, shareWithin } from "./service-times.ts";

const ROOT = join(import.meta.dirname, "../..");
const PORT = Number(process.env.BENCH_PORT ?? 8137);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
/** Of yente's own page on scaling: one processor, logic-v2. */
const YENTE_PER_SECOND = 4;

const GIVEN =
  "Maria Ivan Chen Fatima John Olga Pedro Amina Hiroshi Lars Sofia Omar Grace Minjun Elena Ahmed".split(" ");
const FAMILY =
  "Kowalski Petrov Wang Haddad Smith Nowak Garcia Diallo Tanaka Larsen Rossi Farouk Obi Kim Popescu Rahman".split(
    " ",
  );

/** Customers who are on no list but by chance. */
function strangers(): readonly Shot[] {
  return GIVEN.flatMap((given, one) =>
    FAMILY.map((family, other) => {
      const properties = {
        name: [`${given} ${family}`],
        birthDate: [String(1950 + ((one * 16 + other) % 50))],
      };
      return {
        path: "/match/default",
        body: JSON.stringify({ queries: { q: { schema: "Person", properties } } }),
      };
    }),
  );
}

/** Listed parties, a letter lost in their names: one question in eight. */
async function listed(): Promise<readonly Shot[]> {
  const answer = await fetch(`${ORIGIN}/search/default?schema=LegalEntity&limit=40`);
  const { results } = (await answer.json()) as { results: { schema: string; caption: string }[] };
  return results.map(({ schema, caption }) => {
    const name = [caption.slice(0, 3) + caption.slice(4)];
    return {
      path: "/match/default",
      body: JSON.stringify({ queries: { q: { schema, properties: { name } } } }),
    };
  });
}

function mixed(many: readonly Shot[], few: readonly Shot[]): readonly Shot[] {
  return many.flatMap((shot, at) => {
    const other = few[Math.floor(at / 8) % few.length];
    return at % 8 === 7 && other !== undefined ? [shot, other] : [shot];
  });
}

/** The service on an embedded database of its own, and what it said. */
async function start(data: string): Promise<{ readonly child: ChildProcess; readonly said: () => string }> {
  const settings = { SLUICE_DATABASE: "embedded", SLUICE_DATA: data, SLUICE_DEMO: "false" };
  const quiet = { SLUICE_LOG_LEVEL: "error", SLUICE_AUTO_UPDATE: "false" };
  const profile = process.env.BENCH_PROFILE;
  const flags = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const serve = [...flags, join(ROOT, "bin/sluice.js"), "serve", "--port", String(PORT)];
  const child = spawn(process.execPath, serve, {
    env: { ...process.env, ...settings, ...quiet },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout?.on("data", (part: Buffer) => {
    text += part.toString("utf8");
  });
  for (let tries = 0; tries < 300; tries += 1) {
    await sleep(1000);
    const ready = await fetch(`${ORIGIN}/readyz`).catch(() => null);
    if (ready?.status === 200) return { child, said: () => text };
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`);
  }
  throw new Error("the service is not ready after five minutes");
}

/** A key that may check, of an organisation that the one-time link makes. */
async function checkKey(said: string): Promise<string> {
  const origin = `http://localhost:${PORT}`;
  const token = /good once:\s+\S*\/(\S+)/.exec(said)?.[1];
  const post = (path: string, body: object, cookie = ""): Promise<Response> =>
    fetch(`${origin}${path}`, {
      method: "POST",
      headers: { origin, cookie, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const owner = { name: "Bench", email: "bench@example.com", organizationName: "Bench" };
  const joined = await post("/api/v1/links/use", { token, password: "lantern otter plinth vague", ...owner });
  const cookie = joined.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const made = await post("/api/v1/keys", { name: "bench", permissions: ["checks.create"] }, cookie);
  const { key } = (await made.json()) as { key?: string };
  if (key === undefined) throw new Error(`no key was made: ${made.status}`);
  return key;
}

/** Payments to the parties of these questions. */
function payments(shots: readonly Shot[], key: string): readonly Shot[] {
  return shots.map(({ body }, at) => {
    const { queries } = JSON.parse(body) as { queries: { q: object } };
    const parties = [{ role: "payee", ...queries.q }];
    const transaction = {
      kind: "payment",
      reference: `p-${at}`,
      purpose: "wages",
      from: "US",
      to: "DE",
      parties,
    };
    return {
      path: "/check",
      body: JSON.stringify({ at: "2026-01-02", transaction }),
      headers: { authorization: `Bearer ${key}` },
    };
  });
}

const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`.padStart(9);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function line(name: string, result: LoadResult): string {
  const rate = (result.good / result.seconds).toFixed(0).padStart(6);
  const shed = percent(result.shed / Math.max(1, result.sent)).padStart(7);
  const [half, most] = [quantile(result.goodMs, 0.5), quantile(result.goodMs, 0.99)].map(ms);
  return `${name.padEnd(26)}${rate} /s  p50 ${half}  p99 ${most}  refused ${shed}  failed ${result.failed}\n`;
}

const out = process.stdout;

/** The share that is to be kept, the time within which answers are to come, and the rounds by which memory is looked at. */
const KEPT_MIN = 0.9;
const SECONDS_MAX = 0.01;
const ROUNDS = 3;

/** Runs a load, and tells what others took of the machine meanwhile. */
async function loaded(
  name: string,
  pid: number,
  load: () => Promise<LoadResult>,
): Promise<{ readonly result: LoadResult; readonly service: number; readonly database: number }> {
  const before = processorTime(pid);
  const result = await load();
  const after = processorTime(pid);
  const had = (part: "service" | "database" | "own"): number => after[part] - before[part];
  out.write(line(name, result));
  out.write(
    `  processors: service ${ms(had("service") / Math.max(1, result.good)).trim()} and database ${ms(had("database") / Math.max(1, result.good)).trim()} for each answer, generator ${ms(had("own") / Math.max(1, result.sent)).trim()} for each question, other programs ${percent(takenByOthers(before, after))} of the machine\n`,
  );
  return { result, service: had("service"), database: had("database") };
}

type Measured = {
  readonly name: string;
  readonly route: string;
  readonly shots: readonly Shot[];
  readonly pid: number;
};

/** Latency at half of what can be borne. */
async function atHalf({ route, shots, pid }: Measured, capacity: number): Promise<LoadResult> {
  // At another rhythm the engine compiles once more what it runs: what is measured is a service that has been asked for
  // a while.
  await openLoad(ORIGIN, shots, capacity / 2, SECONDS);
  const before = await serviceTimes(ORIGIN, route);
  const load = (): Promise<LoadResult> => openLoad(ORIGIN, shots, capacity / 2, SECONDS);
  const { result } = await loaded("at half of it", pid, load);
  const within = shareWithin(before, await serviceTimes(ORIGIN, route), SECONDS_MAX);
  out.write(
    `  p99 at half: ${ms(quantile(result.goodMs, 0.99)).trim()} from when it was due (limit 10 ms), of which the generator was late by ${ms(quantile(result.lateMs, 0.99)).trim()}; by the service's own histogram ${percent(within)} within 10 ms (limit 99 %)\n`,
  );
  return result;
}

/** What is kept at four times of what can be borne, and the memory after each round of it. */
async function atFourTimes({ shots, pid }: Measured, capacity: number): Promise<number> {
  const memory: string[] = [];
  let failed = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const load = (): Promise<LoadResult> => openLoad(ORIGIN, shots, capacity * 4, SECONDS);
    const { result } = await loaded(round === 1 ? "at four times of it" : "the same once more", pid, load);
    const kept = result.good / result.seconds / capacity;
    const [half, most] = [quantile(result.shedMs, 0.5), quantile(result.shedMs, 0.99)].map((one) =>
      ms(one).trim(),
    );
    out.write(
      `  kept of the goodput: ${percent(kept)} (limit ${percent(KEPT_MIN)}); refusals p50 ${half}, p99 ${most}, of which the generator was late by ${ms(quantile(result.lateMs, 0.99)).trim()}\n`,
    );
    failed += result.failed;
    memory.push(residentMb(pid).toFixed(0));
  }
  out.write(`  resident memory after each round: ${memory.join(", ")} MB\n`);
  return failed;
}

/** Capacity, half of it and four times of it, for one kind of question; false where something failed. */
async function measure(measured: Measured): Promise<boolean> {
  const { name, shots, pid } = measured;
  const callers = Math.max(1, availableParallelism() - 1) * 4;
  await closedLoad(ORIGIN, shots, callers, SECONDS);
  const load = (): Promise<LoadResult> => closedLoad(ORIGIN, shots, callers, SECONDS);
  const { result: best } = await loaded(`POST ${name}, capacity`, pid, load);
  const capacity = best.good / best.seconds;
  const half = await atHalf(measured, capacity);
  const failed = await atFourTimes(measured, capacity);
  out.write(
    `  yente's published figure: ${YENTE_PER_SECOND} /s on one processor; ${(capacity / YENTE_PER_SECOND).toFixed(0)} times it\n\n`,
  );
  return best.failed + half.failed + failed === 0;
}

/** How long the disk takes to keep a page: a check is answered when its record is kept, and so no sooner than this. */
function diskMs(folder: string): string {
  const file = openSync(join(folder, "disk-probe"), "w");
  const times = Float64Array.from({ length: 200 }, () => {
    const start = performance.now();
    writeSync(file, Buffer.alloc(8192), 0, 8192, 0);
    fdatasyncSync(file);
    return performance.now() - start;
  }).sort();
  closeSync(file);
  return `p50 ${ms(quantile(times, 0.5)).trim()}, p99 ${ms(quantile(times, 0.99)).trim()}`;
}

const data = mkdtempSync(join(tmpdir(), "sluice-bench-"));
const { child, said } = await start(data);
try {
  const threads = Math.max(1, availableParallelism() - 1);
  out.write(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${threads} screening thread(s), load from the same machine; the disk keeps 8 KB in ${diskMs(data)}\n`,
  );
  const shots = mixed(strangers(), await listed());
  const pid = child.pid ?? 0;
  const only = process.argv[2];
  const loads: readonly (readonly [string, string, () => Promise<readonly Shot[]>])[] = [
    ["/match", "/match/:dataset", async () => shots],
    ["/check", "/check", async () => payments(shots, await checkKey(said()))],
  ];
  for (const [name, route, load] of loads) {
    if (only !== undefined && only !== name) continue;
    if (!(await measure({ name, route, shots: await load(), pid }))) process.exitCode = 1;
  }
} finally {
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  rmSync(data, { recursive: true, force: true });
}
