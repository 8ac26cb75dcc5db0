/**
 * What the service bears: capacity, latency at half of it, what is kept at four times of it, and its memory. `npm run
 * bench:http`; with `-- /check` that route alone. The load is made on the same machine, by a process of its own, and takes
 * processors away from the service: what it takes is printed, and so is what other programs took, for with them the times
 * are not the service's. With `-- --pinned` the service and its database have the first processor, the generator the
 * second (Linux): what one processor bears, whatever the generator takes.
 */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Order } from "./generator.ts";
import { type LoadResult, quantile, type Shot } from "./load.ts";
import { processorTime, residentMb, takenByOthers } from "./processors.ts";
import { serviceTimes, shareWithin } from "./service-times.ts";
import { column, sharesOfSlowest, unkept } from "./told-times.ts";

const ROOT = join(import.meta.dirname, "../..");
const PORT = Number(process.env.BENCH_PORT ?? (await freePort()));
const ORIGIN = `http://127.0.0.1:${PORT}`;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const PINNED = process.argv.includes("--pinned");
/** A route alone, where one is named. */
const ONLY = process.argv.slice(2).find((word) => word.startsWith("/"));
/** As the service counts by itself: a processor less than it may run on. */
const THREADS = PINNED ? 1 : Math.max(1, availableParallelism() - 1);
/** Of yente's own page on scaling: one processor, logic-v2. */
const YENTE_PER_SECOND = 4;

const GIVEN =
  "Maria Ivan Chen Fatima John Olga Pedro Amina Hiroshi Lars Sofia Omar Grace Minjun Elena Ahmed".split(" ");
const FAMILY =
  "Kowalski Petrov Wang Haddad Smith Nowak Garcia Diallo Tanaka Larsen Rossi Farouk Obi Kim Popescu Rahman".split(
    " ",
  );

/** A port that nobody has at this moment. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

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

/** The words by which a program is started, on one processor where the bench is pinned. */
function command(processor: number): readonly [string, readonly string[]] {
  return PINNED ? ["taskset", ["-c", String(processor), process.execPath]] : [process.execPath, []];
}

/** The process that makes the load. */
function startGenerator(): ChildProcess {
  const [execPath, words] = command(1);
  const module = join(import.meta.dirname, "generator.ts");
  return fork(module, [], { execPath, execArgv: [...words], serialization: "advanced" });
}

/** What became of a load that the generator makes. */
async function made(generator: ChildProcess, order: Order): Promise<LoadResult> {
  generator.send(order);
  const [result] = (await once(generator, "message")) as [LoadResult];
  return result;
}

/** The service on an embedded database of its own, and what it said. */
async function start(data: string): Promise<{ readonly child: ChildProcess; readonly said: () => string }> {
  const settings = { SLUICE_DATABASE: "embedded", SLUICE_DATA: data, SLUICE_DEMO: "false" };
  // A line of the log for each request, as in production.
  const usual = { SLUICE_LOG_LEVEL: "info", SLUICE_AUTO_UPDATE: "false" };
  const log = join(data, "service.log");
  const profile = process.env.BENCH_PROFILE;
  const flags = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const serve = [...flags, join(ROOT, "bin/sluice.js"), "serve", "--port", String(PORT)];
  const [program, words] = command(0);
  const child = spawn(program, [...words, ...serve], {
    env: { ...process.env, ...settings, ...usual },
    stdio: ["ignore", "pipe", openSync(log, "w")],
  });
  let text = "";
  child.stdout?.on("data", (part: Buffer) => {
    text += part.toString("utf8");
  });
  for (let tries = 0; tries < 300; tries += 1) {
    await sleep(1000);
    const ready = await fetch(`${ORIGIN}/readyz`).catch(() => null);
    if (ready?.status === 200) return { child, said: () => text };
    if (child.exitCode !== null)
      throw new Error(`the service ended: ${readFileSync(log, "utf8").slice(-2_000)}`);
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
  const whole = column(result.answers, "whole");
  const [half, most] = [quantile(whole, 0.5), quantile(whole, 0.99)].map(ms);
  return `${name.padEnd(26)}${rate} /s  p50 ${half}  p99 ${most}  refused ${shed}  failed ${result.failed}\n`;
}

const out = process.stdout;

/** The share that is to be kept, the time within which answers are to come, and the rounds by which memory is looked at. */
const KEPT_MIN = 0.9;
const SECONDS_MAX = 0.01;
const ROUNDS = 3;

/** What other programs may take of the machine before the times are theirs as much as the service's. */
const OTHERS_MAX = 0.1;
let mostByOthers = 0;

/**
 * Callers for each thread who wait for their answers: so many as keep a thread busy, and a crowd. More callers are answered
 * at less cost each, since messages between threads and commits carry several; what the crowd gets is the most there is.
 */
const [CALLERS, CROWD] = [4, 16];

type Measured = {
  readonly name: string;
  readonly route: string;
  readonly shots: readonly Shot[];
  readonly pid: number;
  readonly generator: ChildProcess;
};

/** Runs a load, and tells what it took of the processors, and what others took meanwhile. */
async function loaded(
  name: string,
  { shots, pid, generator }: Measured,
  load: Order["load"],
): Promise<LoadResult> {
  const own = generator.pid ?? 0;
  const before = processorTime(pid, own);
  const result = await made(generator, { origin: ORIGIN, shots, seconds: SECONDS, load });
  const after = processorTime(pid, own);
  type Part = "service" | "database" | "generator" | "serviceWaited" | "generatorWaited";
  const each = (part: Part, count: number): string =>
    ms((after[part] - before[part]) / Math.max(1, count)).trim();
  mostByOthers = Math.max(mostByOthers, takenByOthers(before, after));
  out.write(line(name, result));
  out.write(
    `  processors: service ${each("service", result.good)} and database ${each("database", result.good)} for each answer, generator ${each("generator", result.sent)} for each question, other programs ${percent(takenByOthers(before, after))} of the machine\n  ready and without a processor: service ${each("serviceWaited", result.sent)}, generator ${each("generatorWaited", result.sent)} for each question\n`,
  );
  return result;
}

/** The last hundredth: those that a p99 is about. */
const SLOWEST = 0.01;

/** Where the time of the slowest answers went, as the generator saw it and the service told. */
function tellShares({ answers }: LoadResult): void {
  const told = Object.entries(sharesOfSlowest(answers, SLOWEST)).map(([name, mean]) => [
    name,
    ms(mean).trim(),
  ]);
  const words: Readonly<Record<string, string>> = {
    late: "sent late by the generator",
    outside: "kernel and generator",
    queue: "waiting for a thread",
    screening: "screened",
    reply: "waiting for the main thread",
    keep: "kept in the database",
    rest: "read, routed and written",
  };
  out.write(
    `  the slowest hundredth, on average: ${told.map(([name, mean]) => `${words[name ?? ""]} ${mean}`).join(", ")}\n`,
  );
}

/** Latency at half of what can be borne. */
async function atHalf(measured: Measured, capacity: number): Promise<LoadResult> {
  const half = { kind: "open", rate: capacity / 2 } as const;
  // At another rhythm the engine compiles once more what it runs: what is measured is a service that has been asked for
  // a while.
  await made(measured.generator, { origin: ORIGIN, shots: measured.shots, seconds: SECONDS, load: half });
  const before = await serviceTimes(ORIGIN, measured.route);
  const result = await loaded("at half of it", measured, half);
  const within = shareWithin(before, await serviceTimes(ORIGIN, measured.route), SECONDS_MAX);
  const p99 = (name: "whole" | "total"): string => ms(quantile(column(result.answers, name), 0.99)).trim();
  out.write(
    `  p99 at half: ${p99("whole")} from when it was due (limit 10 ms), ${p99("total")} by the service's own clock; the generator was late by ${ms(quantile(result.lateMs, 0.99)).trim()}; by the service's histogram ${percent(within)} within 10 ms (limit 99 %)\n`,
  );
  const kept = column(result.answers, "keep").at(-1) ?? 0;
  if (kept > 0) {
    const disk = ms(quantile(column(result.answers, "keep"), 0.99)).trim();
    out.write(
      `  of that the database kept the record for ${disk} at the 99th of 100; without it the service took ${ms(quantile(unkept(result.answers), 0.99)).trim()}\n`,
    );
  }
  tellShares(result);
  return result;
}

/** What is kept at four times of what can be borne, and the memory after each round of it. */
async function atFourTimes(measured: Measured, capacity: number, crowded: number): Promise<number> {
  const memory: string[] = [];
  let failed = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const name = round === 1 ? "at four times of it" : "the same once more";
    const result = await loaded(name, measured, { kind: "open", rate: capacity * 4 });
    const goodput = result.good / result.seconds;
    const kept = goodput / capacity;
    const of = (sorted: Float64Array): string =>
      `p50 ${ms(quantile(sorted, 0.5)).trim()}, p99 ${ms(quantile(sorted, 0.99)).trim()}`;
    out.write(
      `  kept of the goodput: ${percent(kept)} (limit ${percent(KEPT_MIN)}), ${percent(goodput / crowded)} of what the crowd got; refusals ${of(result.shedSentMs)} from when they were sent, ${of(result.shedMs)} from when they were due\n`,
    );
    failed += result.failed;
    memory.push(residentMb(measured.pid).toFixed(0));
  }
  out.write(`  resident memory after each round: ${memory.join(", ")} MB\n`);
  return failed;
}

/** Capacity, half of it and four times of it, for one kind of question; false where something failed. */
async function measure(measured: Measured): Promise<boolean> {
  const { name, shots, generator } = measured;
  const load = { kind: "closed", callers: THREADS * CALLERS } as const;
  await made(generator, { origin: ORIGIN, shots, seconds: SECONDS, load });
  const best = await loaded(`POST ${name}, capacity`, measured, load);
  const capacity = best.good / best.seconds;
  const crowd = await loaded(`with ${THREADS * CROWD} callers`, measured, {
    kind: "closed",
    callers: THREADS * CROWD,
  });
  const half = await atHalf(measured, capacity);
  const failed = await atFourTimes(measured, capacity, crowd.good / crowd.seconds);
  out.write(
    `  yente's published figure: ${YENTE_PER_SECOND} /s on one processor; ${(capacity / YENTE_PER_SECOND).toFixed(0)} times it\n\n`,
  );
  return best.failed + crowd.failed + half.failed + failed === 0;
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
const generator = startGenerator();
try {
  const placed = PINNED
    ? "service and database on the first processor, the generator on the second"
    : "load from the same machine";
  out.write(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${THREADS} screening thread(s), ${placed}; the disk keeps 8 KB in ${diskMs(data)}\n`,
  );
  const shots = mixed(strangers(), await listed());
  const pid = child.pid ?? 0;
  const loads: readonly (readonly [string, string, () => Promise<readonly Shot[]>])[] = [
    ["/match", "/match/:dataset", async () => shots],
    ["/check", "/check", async () => payments(shots, await checkKey(said()))],
  ];
  for (const [name, route, load] of loads) {
    if (ONLY !== undefined && ONLY !== name) continue;
    if (!(await measure({ name, route, shots: await load(), pid, generator }))) process.exitCode = 1;
  }
  if (mostByOthers > OTHERS_MAX)
    out.write(
      `The machine was not quiet: other programs had up to ${percent(mostByOthers)} of it. Times, capacity and what was kept are theirs as much as the service's; memory and what is refused or fails are not.\n`,
    );
} finally {
  generator.disconnect();
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  rmSync(data, { recursive: true, force: true });
}
