/**
 * Build, load, memory and screening figures over the bundled lists. A millisecond is only true on the machine that said
 * it; ratios, growth and the limits in the last column are what counts. `--growth` measures the same names among ten times
 * as many parties as well, which takes some minutes. Usage: npm run bench [-- --growth]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { type Entity, valuesOf } from "../src/engine/entity/entity.ts";
import { DEFAULT_POLICY } from "../src/engine/match/policy.ts";
import type { Subject } from "../src/engine/match/subject.ts";
import { namesOf } from "../src/engine/match/target.ts";
import { compileSnapshot } from "../src/engine/snapshot/compile.ts";
import { loadSnapshot } from "../src/engine/snapshot/load.ts";
import type { EditionInput } from "../src/engine/snapshot/merge.ts";
import type { Snapshot } from "../src/engine/snapshot/snapshot.ts";
import { must } from "../src/fault.ts";
import { readDesignations } from "../src/service/lists/catalogue.ts";
import { heldEditions } from "../src/service/lists/held-editions.ts";
import { readEditions } from "../src/service/lists/store.ts";
import { isLatin } from "./eval/fold.ts";
import { measureGrowth } from "./speed/growth.ts";

const QUERIES = 4_000;
const WARM_UP = 500;
const SEED = 20_190_314;
const LOAD_RUNS = 5;

/** mulberry32: small, and the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mistyped(name: string, random: () => number): string {
  const letters = [...name];
  const at = Math.floor(random() * Math.max(1, letters.length - 1));
  [letters[at], letters[at + 1]] = [letters[at + 1] ?? "", letters[at] ?? ""];
  return letters.join("");
}

/** The facts that a customer's record has beside the name. */
function factsOf(entity: Entity): Record<string, readonly string[]> {
  const facts = ["birthDate", "nationality"].map(
    (name) => [name, valuesOf(entity, name).slice(0, 1)] as const,
  );
  return Object.fromEntries(facts.filter(([, values]) => values.length > 0));
}

/**
 * Half are strangers made of the lists' own words, a quarter listed names as they stand (in all scripts), a quarter with
 * two letters swapped; with birth date and nationality where the listed party has them.
 */
function queriesOf(snapshot: Snapshot): readonly { subject: Subject; wanted: string | null; kind: string }[] {
  const random = seeded(SEED);
  const pick = (): { entity: Entity; text: string } => {
    for (;;) {
      const entity = snapshot.entity(Math.floor(random() * snapshot.targets));
      const names = namesOf(entity).filter(({ kind }) => kind !== "weakAlias");
      const name = names[Math.floor(random() * names.length)];
      if (name !== undefined) return { entity, text: name.text };
    }
  };
  return Array.from({ length: QUERIES }, (_, at) => {
    const { entity, text } = pick();
    const { id, schema } = entity;
    const ask = (name: string, wanted: string | null, kind: string) => ({
      subject: { schema, properties: { name: [name], ...factsOf(entity) } },
      wanted,
      kind,
    });
    if (at % 4 === 2) return ask(text, id, isLatin(text) ? "listed" : "other script");
    if (at % 4 === 3) return ask(mistyped(text, random), id, "mistyped");
    const other = pick().text.split(" ");
    return ask([...text.split(" ").slice(0, 1), ...other.slice(-1)].join(" "), null, "stranger");
  });
}

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

function screenAll(snapshot: Snapshot): readonly Screened[] {
  const queries = queriesOf(snapshot);
  for (const { subject } of queries.slice(0, WARM_UP)) snapshot.index.match(subject, DEFAULT_POLICY);
  const rows = queries.map(({ subject, wanted, kind }) => {
    const start = performance.now();
    const matches = snapshot.index.match(subject, DEFAULT_POLICY);
    const ms = performance.now() - start;
    return { kind, ms, asked: wanted !== null, found: matches.some(({ id }) => id === wanted) };
  });
  return ["stranger", "listed", "mistyped", "other script", "all"].map((kind) => {
    const chosen = rows.filter((row) => kind === "all" || row.kind === kind);
    const times = chosen.map(({ ms }) => ms).sort((a, b) => a - b);
    const asked = chosen.filter((row) => row.asked);
    return {
      kind,
      p50: quantile(times, 0.5),
      p99: quantile(times, 0.99),
      p999: quantile(times, 0.999),
      worst: quantile(times, 1),
      rate: chosen.length / (times.reduce((sum, ms) => sum + ms, 0) / 1000),
      recall: asked.filter(({ found }) => found).length / asked.length,
    };
  });
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
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}\n`);
  const start = performance.now();
  const { inputs } = await readEditions(heldEditions(null));
  const readMs = performance.now() - start;
  measure("All bundled lists", inputs, readMs, folder);
  // Growth: the same questions over about a quarter of the parties show what grows with the lists and what does not.
  const few = inputs.filter(({ list }) => ["un-sc", "gb-uksl"].includes(list.id));
  measure("UN and UK alone", few, 0, folder);
  if (process.argv.includes("--growth")) {
    const snapshot = loadSnapshot(compileSnapshot(inputs, readDesignations()), "growth");
    print(measureGrowth(snapshot));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
