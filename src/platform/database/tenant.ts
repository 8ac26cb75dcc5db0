import { sql } from "kysely";
import pg from "pg";
import { assert } from "../../fault.ts";
import type { Database, DatabaseTransaction } from "./database.ts";
import { MARK } from "./statement-marks.ts";

/**
 * Runs `work` in one transaction that sees and writes only the rows of one organisation: row-level security holds it
 * there, whatever the queries say. What `work` throws rolls everything back.
 */
export function inOrganization<T>(
  database: Pick<Database, "kysely">,
  organizationId: string,
  work: (trx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  assert(organizationId !== "", "a transaction of an organisation names it");
  return transactionWith(database, settingOf("sluice.organization", organizationId), work);
}

/**
 * Runs `work` in one transaction that sees the rows of all organisations: for jobs that walk them, and nothing that
 * answers a request.
 */
export function asSystem<T>(
  database: Pick<Database, "kysely">,
  work: (trx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  return transactionWith(database, [settingOf("sluice.system", "on"), AS_SYSTEM].join(", "), work);
}

const settingOf = (name: string, value: string): string =>
  `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`;

/** The desks' role has the policy of an organisation alone, so that its queries find the indexes of that; see 0653. */
const AS_SYSTEM = `case when current_user = 'sluice_app' then ${settingOf("role", "sluice_system")} end`;

/** A transaction that begins, and is told whose it is, together with its first statement: every request makes some. */
function transactionWith<T>(
  { kysely }: Pick<Database, "kysely">,
  settings: string,
  work: (trx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  return kysely.connection().execute(async (connection) => {
    await sql.raw(`${MARK.ahead}begin; select ${settings}`).execute(connection);
    try {
      const result = await work(connection as unknown as DatabaseTransaction);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      // It fails where the connection broke, and then the server rolls back by itself.
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}
