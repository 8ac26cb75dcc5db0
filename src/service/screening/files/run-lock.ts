import { readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { Fault } from "../../../fault.ts";

/** A lock says that it is alive at this interval … */
const BEAT_MS = 5_000;
/** … and one that has not for so long belongs to a machine or process that is gone. */
const STALE_MS = 60_000;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, and it is another user's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** True where the lock's owner was killed: no such process, or no sign of life. */
async function isStale(path: string, now: number): Promise<boolean> {
  const [text, facts] = await Promise.all([readFile(path, "utf8"), stat(path)]);
  const pid = Number(text.trim());
  return !Number.isInteger(pid) || pid < 1 || !isRunning(pid) || now - facts.mtimeMs > STALE_MS;
}

async function take(path: string): Promise<boolean> {
  try {
    await writeFile(path, `${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Keeps a second run from writing the same results: `FILE.lock` with the process that writes. Resolves to what lets it
 * go; throws `input-invalid` where another run holds it. A lock whose owner was killed is taken over.
 */
export async function holdLock(results: string, now: () => number): Promise<() => Promise<void>> {
  const path = `${results}.lock`;
  if (!(await take(path))) {
    if (await isStale(path, now()).catch(() => true)) await rm(path, { force: true });
    if (!(await take(path))) {
      const reason = `another run is writing it; wait for its end (or remove ${basename(path)} if there is none)`;
      throw new Fault({ code: "input-invalid", file: basename(results), where: "results", reason });
    }
  }
  const beat = setInterval(() => {
    const seconds = now() / 1000;
    // Only a sign of life: where it cannot be given, the run itself goes on.
    utimes(path, seconds, seconds).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  return async () => {
    clearInterval(beat);
    await rm(path, { force: true });
  };
}
