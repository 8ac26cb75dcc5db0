import type { Snapshot } from "../../engine/snapshot/snapshot.ts";
import type { Transaction } from "../../engine/transaction.ts";
import type { Database, DatabaseTransaction } from "../../platform/database/database.ts";
import { inOrganization } from "../../platform/database/tenant.ts";
import type { Gate } from "./gate.ts";
import type { PayoutDesk } from "./payout-desk.ts";
import { type DeskTransaction, deskOf } from "./tables.ts";

/** What the screening desk stands on. */
export type DeskParts = {
  readonly database: Database;
  readonly gate: Gate;
  readonly now: () => Date;
  /** The program's version, as receipts name it. */
  readonly version: string;
  /** Names the engine's code and data (`programVersion`): subjects screened with another one are screened again in full. */
  readonly engine: string;
  /** A snapshot of the past by its hash, for what changed since and for replays; null where it cannot be had any more. */
  readonly openSnapshot: (hash: string) => Promise<Snapshot | null>;
  /** Who knows the accounts that payouts go to; absent where nobody does. */
  readonly payouts?: PayoutDesk;
  /** Adds to a transaction what the organisation's own records know of its parties; absent where none are kept. */
  readonly ownFacts?: (organizationId: string, transaction: Transaction) => Promise<Transaction>;
};

/** Runs `work` in a transaction of the organisation that knows the desk's tables, and the moment that it runs at. */
export function atDesk<T>(
  { database, now }: Pick<DeskParts, "database" | "now">,
  organizationId: string,
  work: (trx: DeskTransaction, at: Date, plain: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  return inOrganization(database, organizationId, (trx) => work(deskOf(trx), now(), trx));
}
