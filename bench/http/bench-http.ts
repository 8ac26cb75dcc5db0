/**
 * What the service bears: capacity, latency at half of it, and what is kept at four times of it. `npm run bench:http`.
 * The load is made on the same machine, so it takes processors away from the service.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
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

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(ROOT, "bin/sluice.js"), "serve", "--port", String(PORT)], {
    env: { ...process.env, SLUICE_DATABASE: "none", SLUICE_LOG_LEVEL: "error", SLUICE_AUTO_UPDATE: "false" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let tries = 0; tries < 300; tries += 1) {
    await sleep(1000);
    const ready = await fetch(`${ORIGIN}/readyz`).catch(() => null);
    if (ready?.status === 200) return child;
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`);
  }
  throw new Error("the service is not ready after five minutes");
}

const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`.padStart(9);

function line(name: string, result: LoadResult): string {
  const rate = (result.good / result.seconds).toFixed(0).padStart(6);
  const shed = ((result.shed / Math.max(1, result.sent)) * 100).toFixed(1).padStart(5);
  return `${name.padEnd(26)}${rate} /s  p50 ${ms(quantile(result.goodMs, 0.5))}  p99 ${ms(quantile(result.goodMs, 0.99))}  refused ${shed} %  failed ${result.failed}\n`;
}

const child = await start();
try {
  const pid = child.pid ?? 0;
  const shots = mixed(strangers(), await listed());
  const threads = Math.max(1, availableParallelism() - 1);
  const out = process.stdout;
  out.write(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${threads} screening thread(s), load from the same machine\n`,
  );
  await closedLoad(ORIGIN, shots, threads * 4, Math.min(5, SECONDS));
  const best = await closedLoad(ORIGIN, shots, threads * 4, SECONDS);
  const capacity = best.good / best.seconds;
  out.write(line("POST /match, capacity", best));
  const before = residentMb(pid);
  const half = await openLoad(ORIGIN, shots, capacity / 2, SECONDS);
  out.write(line("at half of it", half));
  const over = await openLoad(ORIGIN, shots, capacity * 4, SECONDS);
  out.write(line("at four times of it", over));
  out.write(line("the same once more", await openLoad(ORIGIN, shots, capacity * 4, SECONDS)));
  const kept = over.good / over.seconds / capacity;
  out.write(
    `goodput kept at four times: ${(kept * 100).toFixed(1)} % (limit 90 %); refusals p50 ${ms(quantile(over.shedMs, 0.5)).trim()}, p99 ${ms(quantile(over.shedMs, 0.99)).trim()}\n`,
  );
  out.write(`p99 at half: ${ms(quantile(half.goodMs, 0.99)).trim()} (limit 10 ms)\n`);
  out.write(`resident memory: ${before.toFixed(0)} MB before, ${residentMb(pid).toFixed(0)} MB after\n`);
  out.write(
    `yente's published figure: ${YENTE_PER_SECOND} /s on one processor; ${(capacity / YENTE_PER_SECOND).toFixed(0)} times it\n`,
  );
  if (best.failed + half.failed + over.failed > 0) process.exitCode = 1;
} finally {
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
}
