/**
 * Committed drawdowns a second on one line of one waiver, on PostgreSQL with fsync as the service has it, from four processes
 * that each ask for many at once; before the time is told, the ledger is held against what was answered. Usage:
 * npm run bench:ledger [-- COUNT]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../src/platform/database/database.ts";
import { startEmbedded, stopEmbedded } from "../src/platform/database/embedded.ts";
import { MIGRATIONS_FOLDER, migrate, openRoles, readMigrations } from "../src/platform/database/migrate.ts";
import { keepMadeUp, madeUpTerms } from "../src/service/waivers/fixtures/made-up-waiver.ts";

const PROCESSES = 4;
const AT_ONCE = 200;
const WANTED = 2_000;
const total = Number(process.argv[2] ?? "40000");
const ORGANIZATION = "org_bench";

const folder = mkdtempSync(join(tmpdir(), "sluice-bench-"));
chmodSync(folder, 0o755);
try {
  const embedded = await startEmbedded({ folder });
  await migrate(embedded.ownerUrl, readMigrations(MIGRATIONS_FOLDER));
  const { appUrl } = await openRoles(embedded.ownerUrl, "bench");
  const database = await openDatabase({ url: appUrl, max: 2 });
  const terms = madeUpTerms();
  const lines = terms.lines.map((line) => ({
    ...line,
    quantity: { ...line.quantity, amount: String(total) },
  }));
  const waiverId = await keepMadeUp(database, ORGANIZATION, { ...terms, lines });
  let drawn = 0;
  const drawers = Array.from({ length: PROCESSES }, (_, at) => {
    const script = join(import.meta.dirname, "../src/service/waivers/fixtures/drawing.ts");
    const given = [appUrl, ORGANIZATION, waiverId, `p${at}`, String(total / PROCESSES), String(AT_ONCE)];
    const child = spawn(process.execPath, [script, ...given], { stdio: ["pipe", "pipe", "inherit"] });
    let rest = "";
    const ready = new Promise<void>((resolve) => {
      child.stdout.on("data", (part: Buffer) => {
        rest += part.toString();
        const whole = rest.split("\n");
        rest = whole.pop() ?? "";
        for (const line of whole) {
          if (line === "ready") resolve();
          if (line.startsWith("drawn ")) drawn += 1;
        }
      });
    });
    return { child, ready };
  });
  await Promise.all(drawers.map(({ ready }) => ready));
  const began = performance.now();
  const ends = drawers.map(({ child }) => once(child, "close"));
  for (const { child } of drawers) child.stdin.write("go\n");
  await Promise.all(ends);
  const seconds = (performance.now() - began) / 1000;
  const owner = await openDatabase({ url: embedded.ownerUrl, max: 1 });
  const { rows } = await owner.pool.query(
    `select (committed / 10::numeric ^ 12)::int as committed, (select count(*)::int from waiver_entries) as entries
     from waiver_lines where line = '1'`,
  );
  await owner.close();
  await database.close();
  const { committed, entries } = rows[0] as { committed: number; entries: number };
  const agrees = committed === drawn && entries === drawn && drawn === total;
  const rate = Math.round(drawn / seconds);
  process.stdout.write(
    `${drawn} drawdowns answered, ${committed} on the line, ${entries} entries: ${agrees ? "they agree" : "THEY DISAGREE"}\n` +
      `${rate} committed drawdowns a second on one line, ${PROCESSES} processes of ${AT_ONCE} at once (at least ${WANTED} wanted)\n`,
  );
  process.exitCode = agrees && rate >= WANTED ? 0 : 1;
} finally {
  await stopEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
}
