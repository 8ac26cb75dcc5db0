import type { Generated, JSONColumnType, Transaction } from "kysely";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import type { Actor } from "../alerts/alert-state.ts";
import type { TableHead } from "../files/read-rows.ts";
import type { RowOutcome, RowResult } from "../files/row-result.ts";

/** How a batch's file is to be read. */
export type BatchOptions = {
  /** Header to property; to `""` where the column is left out. */
  readonly map: Readonly<Record<string, string>>;
  readonly schema: string | null;
  readonly sheet: string | null;
};

/** Where a batch stands. A draft waits for a person to look at its columns. */
export const BATCH_STATES = ["draft", "waiting", "running", "stopped", "done", "failed"] as const;
export type BatchState = (typeof BATCH_STATES)[number];

type Stored<T extends object> = JSONColumnType<T, string, string>;

/** The tables of batches (migration 0170). */
export type BatchTables = {
  batches: {
    organization_id: string;
    id: string;
    name: string;
    sha256: string;
    bytes: Buffer | null;
    options: Stored<BatchOptions>;
    /** Empty columns for a file whose rows name their own facts. */
    head: Stored<TableHead & { readonly sheets?: readonly string[] }>;
    state: BatchState;
    run: Generated<number>;
    rows_total: number | null;
    rows_done: Generated<number>;
    hits: Generated<number>;
    clear: Generated<number>;
    errors: Generated<number>;
    suppressed: Generated<number>;
    snapshot: string | null;
    policy_version: number | null;
    failure: string | null;
    created_at: Date;
    created_by: Stored<Actor>;
    run_at: Date | null;
    run_from: Generated<number>;
    progress_at: Date | null;
    ended_at: Date | null;
  };
  batch_rows: {
    organization_id: string;
    batch_id: string;
    row: number;
    result: RowOutcome;
    body: Stored<RowResult>;
    snapshot: string;
  };
};

/** A transaction of one organisation that knows the tables of batches. */
export type BatchTransaction = Transaction<BatchTables>;

/** The transaction with the tables of batches in sight. */
export function batchesOf(trx: DatabaseTransaction): BatchTransaction {
  return trx.withTables<BatchTables>() as unknown as BatchTransaction;
}
