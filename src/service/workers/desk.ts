import { sql } from "kysely";
import type { Database } from "../../platform/database/database.ts";
import { inOrganization } from "../../platform/database/tenant.ts";
import { type WorkersTransaction, workersOf } from "./tables.ts";

/** What the workers desk stands on. */
export type WorkersParts = {
  readonly database: Database;
  readonly now: () => Date;
  /** The address under which workers reach the service, without a slash at its end. */
  readonly publicUrl: string;
  /** Who files a report, as the organisation calls itself. */
  readonly organizationName: (organizationId: string) => Promise<string>;
};

/** Runs `work` in a transaction of the organisation that knows the desk's tables. */
export function atWorkers<T>(
  { database, now }: Pick<WorkersParts, "database" | "now">,
  organizationId: string,
  work: (trx: WorkersTransaction, at: Date) => Promise<T>,
): Promise<T> {
  return inOrganization(database, organizationId, (trx) => work(workersOf(trx), now()));
}

/**
 * Lets one transaction at a time change the organisation's states and cases: two that join events into one account would
 * each lose what the other knows.
 */
export async function lockStates(trx: WorkersTransaction, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`workers ${organizationId}`}, 0))`.execute(trx);
}
