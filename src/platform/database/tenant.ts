import { sql } from "kysely";
import { assert } from "../../fault.ts";
import type { Database, DatabaseTransaction } from "./database.ts";

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
  return database.kysely.transaction().execute(async (trx) => {
    await sql`select set_config('sluice.organization', ${organizationId}, true)`.execute(trx);
    return await work(trx);
  });
}

/**
 * Runs `work` in one transaction that sees the rows of all organisations: for jobs that walk them, and nothing that
 * answers a request.
 */
export function asSystem<T>(
  database: Pick<Database, "kysely">,
  work: (trx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  return database.kysely.transaction().execute(async (trx) => {
    await sql`select set_config('sluice.system', 'on', true)`.execute(trx);
    return await work(trx);
  });
}
