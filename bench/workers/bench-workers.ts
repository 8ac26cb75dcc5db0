/**
 * How many events a second one core takes into states and judges, how that grows with accounts and events, and what
 * lies on disk. Each run writes a log of sign-ins of so many accounts, then does what `sluice workers FILE` does:
 * reads, checks, joins, writes states, judges every account and gathers cases, in one thread.
 * Usage: npx node bench/workers/bench-workers.ts [--events N,N…] [--per-account N]
 * The size that is promised (100,000 accounts, 50,000,000 logins) is `--events 50000000 --per-account 500`.
 */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundledRules } from "../../src/engine/redflags/rule.ts";
import { Random } from "../../src/service/evaluation/random.ts";
import { runEventFiles } from "../../src/service/workers/files/run-files.ts";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "100000,400000" },
    "per-account": { type: "string", default: "500" },
  },
});
const perAccount = Number(values["per-account"]);
/** What is promised for one core. */
const EVENTS_PER_SECOND_MIN = 20_000;
const DAYS = 180;
const START = Date.UTC(2025, 0, 1);

/** Sign-ins in the order of time, each of a random account from one of its few addresses and devices. */
async function writeLog(path: string, events: number): Promise<number> {
  const random = new Random(events);
  const accounts = Math.max(1, Math.round(events / perAccount));
  const out = createWriteStream(path);
  for (let at = 0; at < events; at += 1) {
    const account = random.below(accounts);
    const ms = START + Math.floor((at / events) * DAYS * 86_400_000);
    const way = random.below(3);
    const line = `{"kind":"login","id":"l${at}","account":"a${account}","at":"${new Date(ms).toISOString()}","ip":"10.${account % 250}.${Math.floor(account / 250) % 250}.${way}","country":"US","device":"d${account}-${way % 2}","addressType":"residential"}\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
  return accounts;
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

console.log(
  "| logins | accounts | seconds | logins a second | on disk, MB | memory at the end, MB |\n|---:|---:|---:|---:|---:|---:|",
);
let slowest = Number.POSITIVE_INFINITY;
for (const text of values.events.split(",")) {
  const events = Number(text);
  const folder = await mkdtemp(join(tmpdir(), "sluice-bench-workers-"));
  try {
    const log = join(folder, "log.jsonl");
    const accounts = await writeLog(log, events);
    const states = join(folder, "states");
    const begun = performance.now();
    const used = process.cpuUsage();
    const report = await runEventFiles(
      {
        book: bundledRules(),
        day: "2025-07-01",
        paths: [log],
        mapping: null,
        kind: null,
        now: Date.UTC(2025, 6, 1),
        folder: states,
        eventsPerSegment: Math.min(400_000, Math.ceil(events / 3)),
      },
      async () => {},
    );
    // Processor time and not the clock's: what is promised is for one core, whoever else uses the machine.
    const { user, system } = process.cpuUsage(used);
    const seconds = (user + system) / 1e6;
    const perSecond = events / seconds;
    slowest = Math.min(slowest, perSecond);
    if (report.accounts > accounts || report.rejected > 0)
      throw new Error("bug: the log was not taken whole");
    console.log(
      `| ${events} | ${report.accounts} | ${seconds.toFixed(1)} of processor, ${((performance.now() - begun) / 1e3).toFixed(1)} by the clock | ${Math.round(perSecond)} | ${((await sizeOf(states)) / 1e6).toFixed(1)} | ${Math.round(process.memoryUsage().rss / 1e6)} |`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
console.log(
  slowest >= EVENTS_PER_SECOND_MIN
    ? `\nat least ${EVENTS_PER_SECOND_MIN} a second and core: kept`
    : `\nat least ${EVENTS_PER_SECOND_MIN} a second and core: MISSED`,
);
