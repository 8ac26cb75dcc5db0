/**
 * What the service bears: capacity, latency at half of it, and what is kept at four times of it. `npm run bench:http`;
 * with `-- /check` that route alone.
 * The load is made on the same machine, so it takes processors away from the service.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { closedLoad, type LoadResult, openLoad, quantile, type Shot } from "./load.ts";

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

function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kb ?? 0) / 1024;
}

/** Ticks of the kernel's clock in a second: what `getconf CLK_TCK` says on every Linux of today. */
const TICKS_PER_SECOND = 100;

/** Processor time in milliseconds that a process has had, and those that it started: its database's servers. */
function processorMs(pid: number): { readonly service: number; readonly database: number } {
  const stats = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, "utf8");
        // The name of the program stands in brackets and may hold anything.
        const fields = text
          .slice(text.lastIndexOf(")") + 2)
          .split(" ")
          .map(Number);
        return [{ pid: Number(name), parent: fields[1], ticks: (fields[11] ?? 0) + (fields[12] ?? 0) }];
      } catch {
        return [];
      }
    });
  const own = new Set([pid]);
  for (let size = 0; size < own.size; ) {
    size = own.size;
    for (const one of stats) if (own.has(one.parent ?? 0)) own.add(one.pid);
  }
  const msOf = (fits: (other: number) => boolean): number =>
    (stats.reduce((sum, one) => sum + (fits(one.pid) ? one.ticks : 0), 0) / TICKS_PER_SECOND) * 1000;
  return {
    service: msOf((other) => other === pid),
    database: msOf((other) => other !== pid && own.has(other)),
  };
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

function line(name: string, result: LoadResult): string {
  const rate = (result.good / result.seconds).toFixed(0).padStart(6);
  const shed = ((result.shed / Math.max(1, result.sent)) * 100).toFixed(1).padStart(5);
  return `${name.padEnd(26)}${rate} /s  p50 ${ms(quantile(result.goodMs, 0.5))}  p99 ${ms(quantile(result.goodMs, 0.99))}  refused ${shed} %  failed ${result.failed}\n`;
}

const out = process.stdout;

/** Capacity, half of it and four times of it, for one kind of question; false where something failed. */
async function measure(name: string, shots: readonly Shot[], pid: number): Promise<boolean> {
  const callers = Math.max(1, availableParallelism() - 1) * 4;
  await closedLoad(ORIGIN, shots, callers, Math.min(5, SECONDS));
  const idle = processorMs(pid);
  const best = await closedLoad(ORIGIN, shots, callers, SECONDS);
  const busy = processorMs(pid);
  const each = (part: "service" | "database"): string =>
    ms((busy[part] - idle[part]) / Math.max(1, best.good)).trim();
  const capacity = best.good / best.seconds;
  out.write(line(`POST ${name}, capacity`, best));
  out.write(`processor time of an answer: service ${each("service")}, database ${each("database")}\n`);
  const before = residentMb(pid);
  // At another rhythm the engine compiles once more what it runs: what is measured is a service that has been asked for
  // a while.
  await openLoad(ORIGIN, shots, capacity / 2, 2 * SECONDS);
  const half = await openLoad(ORIGIN, shots, capacity / 2, SECONDS);
  out.write(line("at half of it", half));
  const over = await openLoad(ORIGIN, shots, capacity * 4, SECONDS);
  out.write(line("at four times of it", over));
  const again = await openLoad(ORIGIN, shots, capacity * 4, SECONDS);
  out.write(line("the same once more", again));
  const kept = over.good / over.seconds / capacity;
  out.write(
    `goodput kept at four times: ${(kept * 100).toFixed(1)} % (limit 90 %); refusals p50 ${ms(quantile(over.shedMs, 0.5)).trim()}, p99 ${ms(quantile(over.shedMs, 0.99)).trim()}\n`,
  );
  out.write(`p99 at half: ${ms(quantile(half.goodMs, 0.99)).trim()} (limit 10 ms)\n`);
  out.write(`resident memory: ${before.toFixed(0)} MB before, ${residentMb(pid).toFixed(0)} MB after\n`);
  out.write(
    `yente's published figure: ${YENTE_PER_SECOND} /s on one processor; ${(capacity / YENTE_PER_SECOND).toFixed(0)} times it\n\n`,
  );
  return best.failed + half.failed + over.failed + again.failed === 0;
}

const data = mkdtempSync(join(tmpdir(), "sluice-bench-"));
const { child, said } = await start(data);
try {
  const threads = Math.max(1, availableParallelism() - 1);
  out.write(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${threads} screening thread(s), load from the same machine\n`,
  );
  const shots = mixed(strangers(), await listed());
  const pid = child.pid ?? 0;
  const only = process.argv[2];
  const loads: readonly (readonly [string, () => Promise<readonly Shot[]>])[] = [
    ["/match", async () => shots],
    ["/check", async () => payments(shots, await checkKey(said()))],
  ];
  for (const [name, load] of loads) {
    if (only !== undefined && only !== name) continue;
    if (!(await measure(name, await load(), pid))) process.exitCode = 1;
  }
} finally {
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  rmSync(data, { recursive: true, force: true });
}
