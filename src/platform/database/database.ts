import { Kysely, type LogEvent, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { Fault } from "../../fault.ts";
import { stagesUnderWay } from "../telemetry/stages.ts";
import { heedingMarks, verbOf } from "./statement-marks.ts";

/** What a desk adds by `kysely.withTables<ItsTables>()` in its own store; the platform knows no table by itself. */
// biome-ignore lint/complexity/noBannedTypes: a database of no known tables is what each desk extends.
export type NoTables = {};

/** An open database: typed queries over a pool of connections. */
export type Database = {
  readonly kysely: Kysely<NoTables>;
  readonly pool: pg.Pool;
  /** Waits for what runs, then closes every connection. */
  readonly close: () => Promise<void>;
};

/** A transaction of a database of no known tables. */
export type DatabaseTransaction = Transaction<NoTables>;

export type DatabaseOptions = {
  /** `postgres://…`; a socket folder goes in `?host=`. */
  readonly url: string;
  /** Most connections at once. */
  readonly max: number;
  /** The schema where names are looked up; `public` where none is given. */
  readonly schema?: string;
  /** True where statements that are marked so may be planned once for each connection: no pooler in front forgets them. */
  readonly prepares?: boolean;
  /** Told of a connection that broke while nobody used it; the pool opens another. */
  readonly onError?: (error: Error) => void;
};

/** A query that runs longer is ended by the server: no request waits so long for its answer. */
const STATEMENT_MS_MAX = 60_000;
/** A transaction that sits idle holds locks that others wait for. */
const IDLE_IN_TRANSACTION_MS_MAX = 60_000;
const CONNECT_MS_MAX = 10_000;

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    if (oid === pg.types.builtins.INT8) return readInt8;
    // A day is a day: as a Date it would shift with the time zone of the machine.
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid);
  }) as pg.CustomTypesConfig["getTypeParser"],
};

function readInt8(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error(`bug: ${text} is beyond the safe integers`);
  return number;
}

/** The options of a connection that behaves as Sluice expects: bounded times, whole numbers, days as text. */
export function connectionOf(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: "sluice",
    connectionTimeoutMillis: CONNECT_MS_MAX,
    keepAlive: true,
    types: TYPES,
  };
}

/** A statement may be sent while the one before runs. The library's types do not know of it yet. */
const PIPELINED: object = { pipeline: true };

/** The time of a statement, in the stages of the request that it is for; of its text no more than the verb. */
function noteStatement({ query, queryDurationMillis: ms }: LogEvent): void {
  const verb = verbOf(query.sql);
  stagesUnderWay()?.add({ kind: "database", verb, startMs: performance.now() - ms, ms });
}

/** Opens a pool on the database; throws `database-unavailable` where it cannot be reached. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, max, schema, prepares = false, onError } = options;
  const pool = new pg.Pool({
    ...connectionOf(url),
    max,
    ...PIPELINED,
    ...(schema === undefined ? {} : { options: `-c search_path=${schema}` }),
    idleTimeoutMillis: 30_000,
    statement_timeout: STATEMENT_MS_MAX,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS_MAX,
  });
  let closing = false;
  // A server that is stopped right after tells its last connections so: nobody needs to hear of that.
  pool.on("error", (error) => {
    if (!closing) onError?.(error);
  });
  // One that breaks in the middle of a transaction tells its query, and this event, which would end the process unheard.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const dialect = new PostgresDialect({ pool: heedingMarks(pool, { prepares }) });
  const kysely = new Kysely<NoTables>({ dialect, log: noteStatement });
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    throw unavailable(error);
  }
  const close = (): Promise<void> => {
    closing = true;
    return kysely.destroy();
  };
  return { kysely, pool, close };
}

/** What PostgreSQL says when it cannot go on: connection lost, refused or full, stopping, a statement over its time. */
const AWAY_STATES = /^(08\w{3}|57P0[1-5]|57014|53300|25P03)$/;

/** What the system, or the pool, says when there is no connection to ask on. */
const AWAY_CODES: ReadonlySet<string> = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|timeout expired)/;

/** True for an error that says nothing of the question: the database is away or overloaded, and may be back soon. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  const code = "code" in error ? String(error.code) : "";
  const syscall = "syscall" in error ? String(error.syscall) : "";
  // A server on this machine listens at a file, which goes when it stops.
  const system = syscall !== "" && (AWAY_CODES.has(code) || (syscall === "connect" && code === "ENOENT"));
  const server = "severity" in error && AWAY_STATES.test(code);
  return system || server || AWAY_WORDS.test(error.message);
}

/** The fault for a database that did not answer; the address is in it, never the password. */
export function unavailable(error: unknown): Fault {
  const reason = error instanceof AggregateError ? error.errors.map(messageOf).join("; ") : messageOf(error);
  return new Fault({ code: "database-unavailable", reason }, error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
