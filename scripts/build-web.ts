/**
 * Builds the app from `src/web` into `dist/web`, where it is not built from these very files already.
 * Usage: node scripts/build-web.ts
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { brotliCompressSync, gzipSync, constants as zlib } from "node:zlib";
import { build } from "vite";

const root = join(import.meta.dirname, "..");
const folder = join(root, "dist/web");
const mark = join(folder, "made-from.txt");
const lock = join(root, "dist/web.lock");

/** Smaller files gain nothing from compression. */
const COMPRESS_BYTES_MIN = 1_000;
/** A build takes seconds; whoever waits for another's longer than this says so. */
const LOCK_MS_MAX = 180_000;

/** One hash over everything that the built app depends on. */
function digest(): string {
  const hash = createHash("sha256");
  const sources = globSync("src/{web,client,korean}/**/*.{ts,tsx,css,html,svg,json}", { cwd: root })
    .filter((file) => !file.startsWith("src/web/tests/") && !/\.test\.tsx?$/.test(file))
    .sort();
  const measures = globSync("data/measures/*.json", { cwd: root }).sort();
  for (const file of [...sources, ...measures, "vite.config.ts", "scripts/build-web.ts", "package-lock.json"])
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

const isBuilt = (made: string): boolean => existsSync(mark) && readFileSync(mark, "utf8") === made;

/** Compresses once what every browser asks for, as far as it can be compressed. */
function compressAssets(): void {
  for (const file of globSync("assets/*.{js,css}", { cwd: folder })) {
    const bytes = readFileSync(join(folder, file));
    if (bytes.length < COMPRESS_BYTES_MIN) continue;
    writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
    const params = { [zlib.BROTLI_PARAM_QUALITY]: 11, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params }));
  }
}

/** Takes the right to build; false where another process has built what is asked for meanwhile. */
async function takeLock(made: string): Promise<boolean> {
  mkdirSync(join(root, "dist"), { recursive: true });
  for (const begun = Date.now(); ; ) {
    if (isBuilt(made)) return false;
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return true;
    } catch {
      if (!isRunning(holder())) rmSync(lock, { force: true });
      else if (Date.now() - begun > LOCK_MS_MAX) throw new Error(`${lock} is held for too long`);
      else await wait(100);
    }
  }
}

function holder(): number {
  try {
    return Number(readFileSync(lock, "utf8"));
  } catch {
    return 0;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    // Zero: the holder has let go meanwhile.
    return pid === 0 || process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The build that users get, whoever asks for it: a test runner's own environment would give React's development build. */
async function buildForUse(): Promise<void> {
  const outside = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    await build({ configFile: join(root, "vite.config.ts"), logLevel: "warn", mode: "production" });
  } finally {
    if (outside === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = outside;
  }
}

/** Builds the app where it is not built from these very files; of several processes one does, and the others wait. */
export async function buildWebApp(): Promise<void> {
  const made = digest();
  if (isBuilt(made) || !(await takeLock(made))) return;
  try {
    console.log("Building the app, once …");
    await buildForUse();
    compressAssets();
    writeFileSync(mark, made);
  } finally {
    rmSync(lock, { force: true });
  }
}

if (import.meta.main) await buildWebApp();
