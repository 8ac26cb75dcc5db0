import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** No process has a number beyond this (PID_MAX_LIMIT of Linux is 2^22; macOS ends at 99,999). */
const PID_OF_NOBODY = 4_194_305;

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** The process that says it serves this cluster, or null where none does. */
export function serverPid(cluster: string): number | null {
  const pid = Number(textOf(join(cluster, "postmaster.pid"))?.split("\n")[0]);
  return Number.isInteger(pid) && pid > 1 && pid < PID_OF_NOBODY ? pid : null;
}

/** True where that process runs and is PostgreSQL on this cluster: after a crash its number may be anybody's. */
export function isServing(cluster: string, pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const stat = textOf(`/proc/${pid}/stat`);
  // A zombie has ended, and only its parent has not yet heard.
  if (stat !== null && / Z /.test(stat.slice(stat.lastIndexOf(")")))) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    // No /proc, or not ours to look into: the command line says which cluster it serves.
  }
  try {
    const line = execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return line.includes(cluster);
  } catch {
    return textOf(`/proc/${pid}/cmdline`)?.includes(cluster) ?? false;
  }
}

/**
 * Frees a cluster whose lock file names a process that runs and is not its server (a number used again, as happens at
 * each restart of a container). The number is replaced by nobody's and the rest is left: PostgreSQL then still looks
 * whether the old server's shared memory is in use, which it could not if the file were removed.
 */
export function freeStaleLock(cluster: string, socketFolder: string): void {
  const pid = serverPid(cluster);
  if (pid === null || isServing(cluster, pid)) return;
  for (const path of [join(cluster, "postmaster.pid"), join(socketFolder, ".s.PGSQL.5432.lock")]) {
    const [first, ...rest] = textOf(path)?.split("\n") ?? [];
    if (first !== undefined) writeFileSync(path, [PID_OF_NOBODY, ...rest].join("\n"));
  }
}
