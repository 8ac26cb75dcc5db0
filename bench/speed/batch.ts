import { closeSync, openSync, writeSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { valuesOf } from "../../src/engine/entity/entity.ts";
import { DEFAULT_POLICY } from "../../src/engine/match/policy.ts";
import { openSubjects } from "../../src/service/screening/files/opened-file.ts";
import { readRows } from "../../src/service/screening/files/read-rows.ts";
import { screenRows } from "../../src/service/screening/files/screen-file.ts";
import { NOTHING } from "../../src/service/screening/files/tally.ts";
import { screeningProgram, startWorkerPool } from "../../src/service/screening/files/worker-pool.ts";
import { cleanCustomers } from "../eval/negatives.ts";

const CLEAN_MAX = 30_000;
/** Rows after which the workers are warm: rate and memory are counted from there, memory in two parts. */
const [WARM_SHARE, LATE_SHARE] = [0.2, 0.6];

/** Rows written at once: the file is as long as is asked for, the memory is not. */
const ROWS_AT_ONCE = 10_000;

function writeCustomers(path: string, rows: number): void {
  const clean = cleanCustomers(CLEAN_MAX);
  const file = openSync(path, "w");
  writeSync(file, "id,name,birthDate,nationality\n");
  for (let from = 0; from < rows; from += ROWS_AT_ONCE)
    writeSync(file, csvOf(clean, from, Math.min(rows, from + ROWS_AT_ONCE)));
  closeSync(file);
}

function csvOf(clean: ReturnType<typeof cleanCustomers>, first: number, end: number): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = Array.from({ length: end - first }, (_, at) => {
    const row = first + at;
    // The same customers in other company: given names of one with family names of another, so that words come again and names do not.
    const one = clean[row % clean.length]?.withFacts ?? { schema: "Person", properties: {} };
    const other = clean[(row * 7 + Math.floor(row / clean.length)) % clean.length]?.withFacts ?? one;
    const given = (valuesOf(one, "name")[0] ?? "").split(" ").slice(0, -1).join(" ");
    const family = (valuesOf(other, "name")[0] ?? "").split(" ").at(-1) ?? "";
    const name = row < clean.length ? (valuesOf(one, "name")[0] ?? "") : `${given} ${family}`;
    return [String(row), name, valuesOf(one, "birthDate")[0] ?? "", valuesOf(one, "nationality")[0] ?? ""]
      .map(cell)
      .join(",");
  });
  return `${lines.join("\n")}\n`;
}

/** Screens a file of made-up customers on all cores: rows a second and core by the wall and by processor time, and the most memory in the first and in the second half. */
export async function measureBatch(
  snapshotPath: string,
  folder: string,
  rows: number,
): Promise<readonly (readonly string[])[]> {
  const path = join(folder, "customers.csv");
  writeCustomers(path, rows);
  const cores = availableParallelism();
  const file = await openSubjects(path);
  const source = readRows(file, { map: {}, schema: "Person", sheet: null, onProgress: () => undefined });
  const program = await screeningProgram({ snapshotPath, policy: DEFAULT_POLICY, at: null, format: "csv" });
  const pool = startWorkerPool(program, cores);
  let warm = { at: 0, rows: 0, cpu: process.cpuUsage() };
  const highest = { early: 0, late: 0 };
  try {
    const tally = await screenRows({
      file,
      source,
      pool,
      sink: { before: NOTHING, append: async () => undefined },
      onTally: (done) => {
        const { rss } = process.memoryUsage();
        if (done.rows < rows * WARM_SHARE) return;
        if (warm.at === 0) warm = { at: performance.now(), rows: done.rows, cpu: process.cpuUsage() };
        const part = done.rows < rows * LATE_SHARE ? "early" : "late";
        highest[part] = Math.max(highest[part], rss);
      },
    });
    const counted = tally.rows - warm.rows;
    const wall = (performance.now() - warm.at) / 1_000;
    const used = process.cpuUsage(warm.cpu);
    const processor = (used.user + used.system) / 1e6;
    return [
      [`batch of ${rows} rows, ${cores} cores`, "measured", "to reach"],
      ["rows a second and core, by the wall", (counted / wall / cores).toFixed(0), "6000"],
      ["rows a second of processor time", (counted / processor).toFixed(0), ""],
      ["most memory, from a fifth to three fifths", `${(highest.early / 1e6).toFixed(0)} MB`, ""],
      ["… and after them", `${(highest.late / 1e6).toFixed(0)} MB`, "flat"],
      ["hits, errors", `${tally.hits}, ${tally.errors}`, ""],
    ];
  } finally {
    await pool.close();
  }
}
