/**
 * How many logins a second the service takes into PostgreSQL: kept as told, joined into states, and judged, by the code
 * that `POST /api/v1/workers/events` runs, in batches of a thousand, on an embedded server of its own. A second run of the
 * same events shows that nothing is taken twice.
 * Usage: npx node bench/workers/bench-ingest.ts [--events N,N…] [--per-account N]
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "../../src/platform/database/database.ts";
import { startEmbedded, stopEmbedded } from "../../src/platform/database/embedded.ts";
import {
  MIGRATIONS_FOLDER,
  migrate,
  openRoles,
  readMigrations,
} from "../../src/platform/database/migrate.ts";
import type { JobQueue } from "../../src/platform/jobs/jobs.ts";
import { Random } from "../../src/service/evaluation/random.ts";
import { judgeTouched } from "../../src/service/workers/cases/judge.ts";
import type { WorkersParts } from "../../src/service/workers/desk.ts";
import { acceptEvents } from "../../src/service/workers/events/accept-events.ts";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "10000,20000" },
    "per-account": { type: "string", default: "500" },
  },
});
const perAccount = Number(values["per-account"]);
const BATCH = 1_000;
const START = Date.UTC(2025, 0, 1);
const DAYS = 180;

const folder = mkdtempSync(join(tmpdir(), "sluice-bench-"));
chmodSync(folder, 0o755);
const embedded = await startEmbedded({ folder });
await migrate(embedded.ownerUrl, readMigrations(MIGRATIONS_FOLDER));
const { appUrl } = await openRoles(embedded.ownerUrl, "bench");
const database = await openDatabase({ url: appUrl, max: 2 });
const parts: WorkersParts = {
  database,
  now: () => new Date("2025-07-01T00:00:00Z"),
  publicUrl: "https://gate.example",
  organizationName: async () => "Bench",
};
// Judging is measured by itself: the queue that would start it is left out.
const jobs: JobQueue = { enqueue: async () => "job_1" as never };

const eventsOf = (count: number): readonly object[] => {
  const random = new Random(count);
  const accounts = Math.max(1, Math.round(count / perAccount));
  return Array.from({ length: count }, (_, at) => {
    const account = random.below(accounts);
    const way = random.below(3);
    return {
      kind: "login",
      id: `l${at}`,
      account: `a${account}`,
      at: new Date(START + Math.floor((at / count) * DAYS * 86_400_000)).toISOString(),
      ip: `10.${account % 250}.${Math.floor(account / 250) % 250}.${way}`,
      country: "US",
      device: `d${account}-${way % 2}`,
      addressType: "residential",
    };
  });
};

const timed = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
  const begun = performance.now();
  const result = await work();
  return [(performance.now() - begun) / 1_000, result];
};

console.log(
  "| logins | accounts | taken a second | told again, a second | accounts judged a second |\n|---:|---:|---:|---:|---:|",
);
try {
  for (const text of values.events.split(",")) {
    const count = Number(text);
    const organization = `org_${count}`;
    const events = eventsOf(count);
    const take = async (): Promise<number> => {
      let taken = 0;
      for (let from = 0; from < events.length; from += BATCH)
        taken += (await acceptEvents(parts, jobs, organization, events.slice(from, from + BATCH))).taken;
      return taken;
    };
    const [first, taken] = await timed(take);
    const [second, again] = await timed(take);
    if (taken !== count || again !== 0)
      throw new Error(`bug: ${taken} of ${count} taken, then ${again} again`);
    const [judging, judged] = await timed(() => judgeTouched(parts, organization));
    console.log(
      `| ${count} | ${judged} | ${Math.round(count / first)} | ${Math.round(count / second)} | ${Math.round(judged / judging)} |`,
    );
  }
} finally {
  await database.close();
  await stopEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
}
