import {
  type Expression,
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type QueryExecutorProvider,
  sql,
} from "kysely";
import type pg from "pg";
import { assert } from "../../fault.ts";

/**
 * What a statement says of itself, in front of its text, to the connection that sends it. A trip to the database costs
 * more than most of what is done there, and planning costs the server more than many a statement.
 */
export const MARK = {
  /**
   * The next statement of the same transaction is sent without waiting for this one, and fails where this one did. For
   * statements whose result nobody needs, and inside a transaction only.
   */
  ahead: "/* ahead */ ",
  /** The server plans it once for each connection. Its text is the same each time, and its columns are named. */
  prepared: "/* prepared */ ",
} as const;

/** Each is a plan in the memory of each connection; a text beyond is planned each time. */
const PREPARED_MAX = 200;

const NOTHING: PostgresQueryResult<never> = { command: "SELECT", rowCount: 0, rows: [] };

/** Names of prepared statements by their texts: the same in all connections. */
class PreparedNames {
  readonly #names = new Map<string, string>();

  of(text: string): string | undefined {
    const held = this.#names.get(text);
    if (held !== undefined || this.#names.size >= PREPARED_MAX) return held;
    const name = `sluice_${this.#names.size + 1}`;
    this.#names.set(text, name);
    return name;
  }
}

/** The second, unless the first failed: then nothing else is told, since all that follows in a transaction fails for it. */
async function afterBoth<T>(first: Promise<unknown>, second: Promise<T>): Promise<T> {
  second.catch(() => undefined);
  await first;
  return second;
}

class MarkedConnection implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  /** Null where the server, or what stands in front of it, keeps no statements. */
  readonly #names: PreparedNames | null;
  /** What was sent and not waited for. */
  #ahead: Promise<unknown> | null = null;

  constructor(client: pg.PoolClient, names: PreparedNames | null) {
    this.#client = client;
    this.#names = names;
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    assert(typeof text === "string", "rows are read whole: a cursor would hold up what is sent behind it");
    return this.#send(text, values) as Promise<PostgresQueryResult<R>>;
  }

  async #send(text: string, values: readonly unknown[]): Promise<unknown> {
    const isAhead = text.startsWith(MARK.ahead);
    const rest = isAhead ? text.slice(MARK.ahead.length) : text;
    const name = rest.startsWith(MARK.prepared) ? this.#names?.of(rest) : undefined;
    const sent = this.#client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
    const before = this.#ahead;
    const both = before === null ? sent : afterBoth(before, sent);
    if (!isAhead) {
      this.#ahead = null;
      return await both;
    }
    this.#ahead = both;
    // Told by the next statement.
    both.catch(() => undefined);
    return NOTHING;
  }

  release(discard?: boolean): void {
    // Nobody would hear of it: who marked it had no transaction.
    const unheard = this.#ahead !== null;
    this.#ahead = null;
    this.#client.release(unheard || discard === true);
  }
}

/** A pool of PostgreSQL whose connections heed the marks of statements; it must have been opened with `pipeline`. */
export function heedingMarks(pool: pg.Pool, { prepares }: { readonly prepares: boolean }): PostgresPool {
  const names = prepares ? new PreparedNames() : null;
  const connections = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const held = connections.get(client);
      if (held !== undefined) return held;
      const made = new MarkedConnection(client, names);
      connections.set(client, made);
      return made;
    },
    end: () => pool.end(),
  };
}

/** The rows of a query whose columns are named, planned once where the connection may. */
export async function plannedOnce<Row>(
  trx: QueryExecutorProvider,
  query: Expression<Row>,
): Promise<readonly Row[]> {
  return (await sql<Row>`${sql.raw(MARK.prepared)}${query}`.execute(trx)).rows;
}

/** The verb of a statement, behind what it says of itself. */
export function verbOf(text: string): string | null {
  return /^(?:[\s(]|\/\*[^*]*\*\/)*(\w{1,20})/.exec(text)?.[1]?.toLowerCase() ?? null;
}
