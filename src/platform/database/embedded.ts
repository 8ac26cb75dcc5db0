import { execFile, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { Fault } from "../../fault.ts";
import { connectionOf, unavailable } from "./database.ts";
import {
  type Binaries,
  findBinaries,
  findServerUser,
  isReachable,
  reachableBinaries,
  reachableFolder,
  type ServerUser,
} from "./embedded-binaries.ts";
import { freeStaleLock, isServing, serverPid } from "./embedded-pid.ts";

const OWNER = "sluice_owner";
const DATABASE = "sluice";
const PG_VERSION = "18";
/** Port of the socket's name only: the server listens on no network. */
const SOCKET_PORT = 5432;
/** Longest path of a Unix socket is 107 bytes on Linux and 103 on macOS; `/.s.PGSQL.5432` takes 15. */
const SOCKET_FOLDER_CHARS_MAX = 88;
/** Recovery after a crash reads the log since the last checkpoint: seconds, a minute on a slow disk. */
const START_MS_MAX = 120_000;
const STOP_MS_MAX = 60_000;
const LOG_BYTES_MAX = 10_000_000;
/**
 * Files of the write-ahead log that are kept ready: a commit that has to make a new one waits for 16 MB of zeros to reach
 * the disk. A check writes some 8 KB, so these carry thirty thousand of them, and are used anew after each checkpoint.
 */
const WAL_FILES_AHEAD = 16;
const WAL_FILE_MB = 16;
/** Each service on this folder holds this lock shared; who gets it alone is the last, and stops the server. */
const LEASE_LOCK = 5_105_302;

export type EmbeddedOptions = {
  /** The service's data folder; the server keeps to `database` in it. */
  readonly folder: string;
  /** False only for tests: a crash of the machine may then lose what was committed. */
  readonly fsync?: boolean;
  readonly connectionsMax?: number;
  /** Told of a server that was found dead and was started again, and of one that could not be. */
  readonly onEvent?: (event: EmbeddedEvent) => void;
};

export type EmbeddedEvent =
  | { readonly kind: "restarted" }
  | { readonly kind: "restart-failed"; readonly error: unknown };

/** A server that runs for this process, alone or shared with others on the same folder. */
export type EmbeddedDatabase = {
  /** Address of the owner's connection. */
  readonly ownerUrl: string;
  /** Stops the server, unless another process still uses it: then the last one does. */
  readonly stop: () => Promise<void>;
};

type Place = {
  readonly cluster: string;
  readonly socketFolder: string;
  readonly log: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly user: ServerUser | null;
  readonly fsync: boolean;
  readonly connectionsMax: number;
  /** True where the cluster was made by this start. */
  readonly isNew: boolean;
};

/**
 * Starts PostgreSQL in `folder/database`, closed to the network, or joins the one that another process started there.
 * Makes the cluster at the first start, recovers it after a crash, and starts the server again whenever it dies.
 * Throws `database-unavailable` with what the server said.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = await prepare(options);
  const ownerUrl = urlOf(place, DATABASE);
  let stopping = false;
  let lease: pg.Client | null = null;

  const watch = (client: pg.Client): void => {
    lease = client;
    client.once("end", () => {
      if (stopping || lease !== client) return;
      revive().catch(() => undefined);
    });
  };
  const revive = async (): Promise<void> => {
    for (let attempt = 0; !stopping; attempt += 1) {
      try {
        const client = await takeLease(place);
        if (stopping) return await client.end();
        watch(client);
        options.onEvent?.({ kind: "restarted" });
        return;
      } catch (error) {
        options.onEvent?.({ kind: "restart-failed", error });
        await sleep(Math.min(10_000, 200 * 2 ** attempt), undefined, { ref: false });
      }
    }
  };

  const first = await takeLease(place);
  if (place.isNew && place.fsync) await makeLogAhead(first);
  watch(first);
  return {
    ownerUrl,
    stop: async () => {
      if (stopping) return;
      stopping = true;
      if (lease !== null) await leave(place, lease);
    },
  };
}

/** Stops a server whoever uses it: for a test's end, or to free a folder. */
export async function stopEmbedded(folder: string): Promise<void> {
  const inside = join(folder, "database");
  if (!existsSync(inside)) return;
  const cluster = join(realpathSync(inside), "cluster");
  const pid = serverPid(cluster);
  if (pid !== null && isServing(cluster, pid)) await endServer(cluster, pid);
}

/** Where the database of a data folder lies: in it, or, for a root whose folders the server's user can't reach, behind a link. */
function databaseFolder(folder: string, user: ServerUser | null): string {
  const inside = join(resolve(folder), "database");
  if (lstatSync(inside, { throwIfNoEntry: false })?.isSymbolicLink() === true) return realpathSync(inside);
  if (user === null || existsSync(join(inside, "cluster")) || isReachable(resolve(folder), user))
    return inside;
  const hash = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 12);
  const outside = reachableFolder(hash);
  mkdirSync(outside, { recursive: true });
  symlinkSync(outside, inside);
  return outside;
}

async function prepare(options: EmbeddedOptions): Promise<Place> {
  mkdirSync(options.folder, { recursive: true });
  const user = findServerUser();
  const binaries = reachableBinaries(await findBinaries(), user);
  const home = databaseFolder(options.folder, user);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  own(home, user);
  const cluster = join(home, "cluster");
  const isNew = !existsSync(join(cluster, "PG_VERSION"));
  if (isNew) await initialise({ home, cluster, binaries, user });
  const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (version !== PG_VERSION) {
    const reason = `${cluster} was made by PostgreSQL ${version}, and this is ${PG_VERSION}; restore a backup into a new folder`;
    throw new Fault({ code: "database-unavailable", reason });
  }
  return {
    cluster,
    socketFolder: socketFolder(home, user),
    log: join(home, "server.log"),
    password: readFileSync(join(cluster, "sluice-password"), "utf8").trim(),
    binaries,
    user,
    fsync: options.fsync ?? true,
    connectionsMax: options.connectionsMax ?? 100,
    isNew,
  };
}

function own(path: string, user: ServerUser | null): void {
  if (user !== null) chownSync(path, user.uid, user.gid);
}

type Making = {
  readonly home: string;
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly user: ServerUser | null;
};

/** Makes the cluster aside and moves it into place: a start that was killed midway leaves none, and of two one wins. */
async function initialise({ home, cluster, binaries, user }: Making): Promise<void> {
  const aside = join(home, `cluster.${process.pid}.${randomBytes(4).toString("hex")}`);
  mkdirSync(aside, { mode: 0o700 });
  own(aside, user);
  const passwordFile = `${aside}.password`;
  const password = randomBytes(24).toString("hex");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  own(passwordFile, user);
  try {
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${aside}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // One order on every machine, and no dependence on the libc's collations.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
      ],
      { ...user, cwd: home, env: { ...process.env, LC_ALL: "C" } },
    );
    renameSync(passwordFile, join(aside, "sluice-password"));
    renameSync(aside, cluster);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (existsSync(join(cluster, "PG_VERSION"))) return;
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new Fault({ code: "database-unavailable", reason: `initdb: ${said}` }, error);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function socketFolder(home: string, user: ServerUser | null): string {
  if (Buffer.byteLength(home) <= SOCKET_FOLDER_CHARS_MAX) return home;
  // The path is too long for a socket's address: a short folder of our own stands for it.
  const hash = createHash("sha256").update(home).digest("hex").slice(0, 12);
  const short = join(tmpdir(), `sluice-${hash}`);
  const owner = user?.uid ?? process.getuid?.() ?? 0;
  mkdirSync(short, { recursive: true, mode: 0o700 });
  if (process.getuid?.() === 0) own(short, user);
  const facts = statSync(short);
  if (facts.uid !== owner || (facts.mode & 0o077) !== 0) {
    const reason = `${short} belongs to somebody else; choose a data folder with a shorter path`;
    throw new Fault({ code: "database-unavailable", reason });
  }
  return short;
}

function urlOf(place: Place, database: string): string {
  const host = encodeURIComponent(place.socketFolder);
  return `postgres://${OWNER}:${place.password}@localhost:${SOCKET_PORT}/${database}?host=${host}`;
}

/** Sees to it that the server runs and the database is there, and joins those who use it. */
async function takeLease(place: Place): Promise<pg.Client> {
  const until = Date.now() + START_MS_MAX;
  let spawned: Spawned | null = null;
  for (let wait = 10; ; wait = Math.min(250, wait * 2)) {
    const client = new pg.Client(connectionOf(urlOf(place, "postgres")));
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("set application_name = 'sluice lease'");
      await client.query("select pg_advisory_lock_shared($1)", [LEASE_LOCK]);
      await makeDatabase(client);
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (Date.now() > until) throw withLog(place, error);
      if (isRefusal(error)) throw unavailable(error);
    }
    if (spawned === null || spawned.ended()) {
      if (spawned !== null) freeStaleLock(place.cluster, place.socketFolder);
      const pid = serverPid(place.cluster);
      if (pid === null || !isServing(place.cluster, pid)) spawned = spawnServer(place);
    }
    await sleep(wait);
  }
}

/** Errors that trying again does not mend: a wrong password, no such role. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["28P01", "28000"].includes(String(error.code));
}

async function makeDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
  if (rowCount !== 0) return;
  await client.query(`create database ${DATABASE}`).catch((error: unknown) => {
    // 42P04, 23505: another process made it in this moment.
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code !== "42P04" && code !== "23505") throw error;
  });
}

/** Makes files of the write-ahead log before anybody waits for one: each is begun, left, and at the checkpoint put by for later. */
async function makeLogAhead(client: pg.Client): Promise<void> {
  for (let file = 0; file < WAL_FILES_AHEAD; file += 1) {
    await client.query("select pg_logical_emit_message(false, 'sluice', '')");
    await client.query("select pg_switch_wal()");
  }
  await client.query("checkpoint");
}

type Spawned = { readonly ended: () => boolean };

/**
 * Starts the server in a session of its own, so that a Ctrl-C meant for the service does not end the database under
 * requests that still drain.
 */
function spawnServer(place: Place): Spawned {
  if ((statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX) {
    renameSync(place.log, `${place.log}.1`);
  }
  const log = openSync(place.log, "a", 0o600);
  try {
    const settings = {
      listen_addresses: "",
      unix_socket_directories: place.socketFolder,
      unix_socket_permissions: "0700",
      port: String(SOCKET_PORT),
      max_connections: String(place.connectionsMax),
      fsync: place.fsync ? "on" : "off",
      full_page_writes: place.fsync ? "on" : "off",
      timezone: "UTC",
      log_timezone: "UTC",
      log_min_messages: "warning",
      // No statement and no row's value in the log: both hold what people are called.
      log_min_error_statement: "panic",
      log_error_verbosity: "terse",
      shared_buffers: "128MB",
      min_wal_size: `${WAL_FILES_AHEAD * WAL_FILE_MB}MB`,
      // Without the operating system's semaphores and segments of a session that ends (systemd's RemoveIPC).
      dynamic_shared_memory_type: "posix",
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const child = spawn(place.binaries.postgres, ["-D", place.cluster, ...flags], {
      ...place.user,
      cwd: place.cluster,
      detached: true,
      stdio: ["ignore", log, log],
      env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    });
    let ended = false;
    child.on("exit", () => {
      ended = true;
    });
    child.on("error", () => {
      ended = true;
    });
    child.unref();
    return { ended: () => ended };
  } finally {
    closeSync(log);
    chmodSync(place.log, 0o600);
  }
}

function withLog(place: Place, error: unknown): Fault {
  const said = existsSync(place.log)
    ? readFileSync(place.log, "utf8").trim().split("\n").slice(-3).join(" | ")
    : "";
  const { message } = unavailable(error);
  return new Fault(
    { code: "database-unavailable", reason: said === "" ? message : `${message}; it said: ${said}` },
    error,
  );
}

async function leave(place: Place, lease: pg.Client): Promise<void> {
  try {
    await lease.query("select pg_advisory_unlock_shared($1)", [LEASE_LOCK]);
    const { rows } = await lease.query<{ alone: boolean }>("select pg_try_advisory_lock($1) as alone", [
      LEASE_LOCK,
    ]);
    const pid = serverPid(place.cluster);
    if (rows[0]?.alone === true && pid !== null) await endServer(place.cluster, pid);
  } catch {
    // The server is gone already: nothing to stop.
  } finally {
    await lease.end().catch(() => undefined);
  }
}

/** Ends the server by a fast shutdown: what is committed stays, what is not is rolled back. */
async function endServer(cluster: string, pid: number): Promise<void> {
  const until = Date.now() + STOP_MS_MAX;
  process.kill(pid, "SIGINT");
  while (isServing(cluster, pid) && Date.now() < until) await sleep(20);
}
