/**
 * Build, load, memory and screening figures over the bundled lists. A millisecond is only true on the machine that said
 * it; ratios, growth and the limits in the last column are what counts. Each question is asked several times and the least
 * time counts: another program's turn is not this one's work. `--growth` measures the same names among ten times as many
 * parties as well, `--batch ROWS` a file of so many customers on all cores; each takes some minutes. `--answers` measures
 * nothing: it prints a digest of all answers, which a change that is for speed alone leaves as it is.
 * Usage: npm run bench [-- --growth] [-- --batch 100000] [-- --answers]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { openIndexData } from "../src/engine/match/index-data.ts";
import { DEFAULT_POLICY } from "../src/engine/match/policy.ts";
import { screen } from "../src/engine/screen.ts";
import { compileSnapshot } from "../src/engine/snapshot/compile.ts";
import { openSnapshotFile } from "../src/engine/snapshot/file.ts";
import { loadSnapshot } from "../src/engine/snapshot/load.ts";
import type { EditionInput } from "../src/engine/snapshot/merge.ts";
import type { Sections } from "../src/engine/snapshot/sections.ts";
import type { Snapshot } from "../src/engine/snapshot/snapshot.ts";
import { must } from "../src/fault.ts";
import { readDesignations } from "../src/service/lists/catalogue.ts";
import { heldEditions } from "../src/service/lists/held-editions.ts";
import { readEditions } from "../src/service/lists/store.ts";
import { digestAnswers } from "./speed/answers.ts";
import { measureBatch } from "./speed/batch.ts";
import { measureGrowth } from "./speed/growth.ts";
import { measurePairs } from "./speed/pairs.ts";
import { APART, type Asked, pairsOf, queriesOf } from "./speed/questions.ts";

const REPEATS = 4;
const WARM_UP = 500;
const LOAD_RUNS = 5;
const MIX = "the mix";
/** The same, with the reasons and the listings of each match, which are worked out when they are read. */
const READ = "… reasons read";

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

type Screened = {
  readonly kind: string;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly worst: number;
  readonly rate: number;
  readonly recall: number;
};

type Row = { readonly kind: string; readonly asked: boolean; ms: number; found: boolean };

/** Each question with the least of the times that it took; with reasons and listings of all its matches, where they are to be read. */
function timed(snapshot: Snapshot, queries: readonly Asked[], reads: boolean): readonly Row[] {
  const rows = queries.map(({ wanted, kind }): Row => {
    return { kind, ms: Number.POSITIVE_INFINITY, asked: wanted !== null, found: false };
  });
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    queries.forEach(({ subject, wanted }, at) => {
      const row = must(rows[at], "a row for each query");
      const start = performance.now();
      const { matches, outOfForce } = screen(snapshot, subject, DEFAULT_POLICY, null);
      const all = [...matches, ...outOfForce];
      if (reads) {
        for (const { features, listings } of all) {
          must(features[0], "a match has a reason");
          must(listings[0], "a match stands on a list");
        }
      }
      row.ms = Math.min(row.ms, performance.now() - start);
      row.found = all.some(({ id }) => id === wanted);
    });
  }
  return rows;
}

function summed(kind: string, rows: readonly Row[]): Screened {
  const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
  const asked = rows.filter((row) => row.asked);
  return {
    kind,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    p999: quantile(times, 0.999),
    worst: quantile(times, 1),
    rate: rows.length / (times.reduce((sum, ms) => sum + ms, 0) / 1000),
    recall: asked.filter(({ found }) => found).length / asked.length,
  };
}

function screenAll(snapshot: Snapshot): readonly Screened[] {
  const queries = queriesOf(snapshot);
  for (const { subject } of queries.slice(0, WARM_UP)) screen(snapshot, subject, DEFAULT_POLICY, null);
  const rows = timed(snapshot, queries, false);
  const mixed = ({ kind }: { readonly kind: string }): boolean => !APART.includes(kind);
  const kinds = ["stranger", "listed", "mistyped", "other script", ...APART];
  return [
    summed(MIX, rows.filter(mixed)),
    summed(READ, timed(snapshot, queries.filter(mixed), true)),
    ...kinds.map((kind) =>
      summed(
        kind,
        rows.filter((row) => row.kind === kind),
      ),
    ),
  ];
}

/** Bytes of the index of names in the snapshot for each listed party. */
function indexBytes(sections: Sections, parties: number): number {
  const data: object = openIndexData(sections);
  const bytes = (value: unknown): number =>
    ArrayBuffer.isView(value)
      ? value.byteLength
      : typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.values(value).reduce((sum: number, part) => sum + bytes(part), 0)
        : 0;
  return bytes(data) / parties;
}

/** Load time and resident memory of a fresh process that loads the file and answers once. */
function loadFresh(file: string): {
  readonly loadMs: number;
  readonly residentMb: number;
  readonly firstMs: number;
} {
  const source = (path: string): string => JSON.stringify(join(import.meta.dirname, "../src/engine", path));
  const code = `
    import { readFileSync } from "node:fs";
    import { loadSnapshot } from ${source("snapshot/load.ts")};
    import { DEFAULT_POLICY } from ${source("match/policy.ts")};
    const start = performance.now();
    const snapshot = loadSnapshot(readFileSync(${JSON.stringify(file)}), "bench");
    const loaded = performance.now();
    snapshot.index.match({ schema: "Person", properties: { name: ["Jong Song Hwa"] } }, DEFAULT_POLICY);
    const answered = performance.now();
    console.log(JSON.stringify({ loadMs: loaded - start, firstMs: answered - loaded, residentMb: process.memoryUsage().rss / 1e6 }));`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--input-type=module-typescript", "-e", code],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = must(rows[0], "a table has a head").map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    );
  }
  console.log("");
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

function measure(title: string, inputs: readonly EditionInput[], readMs: number, folder: string): void {
  const start = performance.now();
  const bytes = compileSnapshot(inputs, readDesignations());
  const compileMs = performance.now() - start;
  const file = join(folder, "bench.snapshot");
  writeFileSync(file, bytes);
  const runs = Array.from({ length: LOAD_RUNS }, () => loadFresh(file)).sort((a, b) => a.loadMs - b.loadMs);
  const load = must(runs[LOAD_RUNS >> 1], "there were runs");
  const snapshot = loadSnapshot(readFileSync(file), file);
  console.log(
    `${title}: ${snapshot.targets} parties, ${snapshot.size} entities, ${(bytes.length / 1e6).toFixed(1)} MB`,
  );
  print([
    ["", "measured", "limit"],
    ["build (read and compile)", ms(readMs + compileMs), "60000 ms"],
    ["load (median of 5)", ms(load.loadMs), "300 ms"],
    ["first answer after it", ms(load.firstMs), ""],
    ["resident memory", `${load.residentMb.toFixed(0)} MB`, "400 MB"],
  ]);
  const { sections } = openSnapshotFile(bytes, file);
  const pairs = measurePairs(sections, pairsOf(snapshot));
  print([
    ["index of names", "measured", "to reach"],
    ["bytes for each party", indexBytes(sections, snapshot.targets).toFixed(0), "1024"],
    ["one pair of names, analyzed", `${pairs.analyzed.toFixed(1)} µs`, "2 µs"],
    ["… the subject's from text", `${pairs.fromText.toFixed(1)} µs`, "15 µs"],
  ]);
  print([
    ["screening", "p50", "p99", "p99.9", "worst", "per second", "recall"],
    ...screenAll(snapshot).map(({ kind, p50, p99, p999, worst, rate, recall }) => [
      kind,
      ms(p50),
      ms(p99),
      ms(p999),
      ms(worst),
      rate.toFixed(0),
      Number.isNaN(recall) ? "" : `${(recall * 100).toFixed(1)} %`,
    ]),
  ]);
}

const folder = mkdtempSync(join(tmpdir(), "sluice-bench-"));
/** Reads the bundled lists, and measures all that was asked for. */
async function measureAll(): Promise<void> {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}\n`);
  const start = performance.now();
  const { inputs } = await readEditions(heldEditions(null));
  const readMs = performance.now() - start;
  if (process.argv.includes("--answers")) {
    print(digestAnswers(loadSnapshot(compileSnapshot(inputs, readDesignations()), "answers")));
    return;
  }
  measure("All bundled lists", inputs, readMs, folder);
  // Growth: the same questions over about a quarter of the parties show what grows with the lists and what does not.
  const few = inputs.filter(({ list }) => ["un-sc", "gb-uksl"].includes(list.id));
  measure("UN and UK alone", few, 0, folder);
  const rows = process.argv[process.argv.indexOf("--batch") + 1];
  if (process.argv.includes("--batch")) {
    const file = join(folder, "batch.snapshot");
    writeFileSync(file, compileSnapshot(inputs, readDesignations()));
    print(await measureBatch(file, folder, Number(rows)));
  }
  if (process.argv.includes("--growth")) {
    const snapshot = loadSnapshot(compileSnapshot(inputs, readDesignations()), "growth");
    print(measureGrowth(snapshot));
  }
}

try {
  await measureAll();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
