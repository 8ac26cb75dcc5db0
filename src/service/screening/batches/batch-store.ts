import { Fault } from "../../../fault.ts";
import type { Actor } from "../alerts/alert-state.ts";
import type { TableHead } from "../files/read-rows.ts";
import type { RowOutcome, RowResult } from "../files/row-result.ts";
import type { BatchOptions, BatchState, BatchTransaction } from "./tables.ts";

/** A batch as it stands. */
export type Batch = {
  readonly id: string;
  readonly name: string;
  readonly state: BatchState;
  readonly options: BatchOptions;
  /** Of a workbook, its sheets. */
  readonly sheets: readonly string[];
  readonly head: TableHead;
  readonly rowsTotal: number | null;
  readonly rows: number;
  readonly hits: number;
  readonly clear: number;
  readonly errors: number;
  /** Rows whose hits were all decided before and are remembered. */
  readonly suppressed: number;
  /** Of the latest run; null before a row was screened. */
  readonly rowsPerSecond: number | null;
  readonly snapshot: string | null;
  readonly policyVersion: number | null;
  readonly failure: string | null;
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly endedAt: string | null;
};

const COLUMNS = [
  ...(["id", "name", "state", "options", "head", "rows_total", "rows_done", "hits", "clear"] as const),
  ...(["errors", "suppressed", "snapshot", "policy_version", "failure", "created_at"] as const),
  ...(["created_by", "run_at", "run_from", "progress_at", "ended_at"] as const),
] as const;

function select(trx: BatchTransaction) {
  return trx.selectFrom("batches").select(COLUMNS);
}

function batchOf(row: Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>): Batch {
  const ms =
    row.run_at === null || row.progress_at === null ? 0 : row.progress_at.getTime() - row.run_at.getTime();
  const rows = row.rows_done - row.run_from;
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    options: row.options,
    // Batches from before sheets were listed have none.
    sheets: row.head.sheets ?? [],
    head: { columns: row.head.columns, namesParty: row.head.namesParty },
    rowsTotal: row.rows_total,
    rows: row.rows_done,
    hits: row.hits,
    clear: row.clear,
    errors: row.errors,
    suppressed: row.suppressed,
    rowsPerSecond: rows > 0 && ms > 0 ? Math.round((rows / ms) * 10_000) / 10 : null,
    snapshot: row.snapshot,
    policyVersion: row.policy_version,
    failure: row.failure,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

/** One batch. Throws `not-found`. */
export async function readBatch(trx: BatchTransaction, id: string): Promise<Batch> {
  const row = await select(trx).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "batch", id });
  return batchOf(row);
}

/** Batches, the newest first, after a cursor's id. */
export async function listBatches(
  trx: BatchTransaction,
  page: { readonly before: string | null; readonly limit: number },
): Promise<readonly Batch[]> {
  const query = select(trx).orderBy("id", "desc").limit(page.limit);
  const rows = await (page.before === null ? query : query.where("id", "<", page.before)).execute();
  return rows.map(batchOf);
}

/** Moves a batch from one of the states to another; throws `conflict` where it stands in none of them. */
export async function moveBatch(
  trx: BatchTransaction,
  id: string,
  move: { readonly from: readonly BatchState[]; readonly to: BatchState; readonly options?: BatchOptions },
): Promise<number> {
  const moved = await trx
    .updateTable("batches")
    .set((set) => ({
      state: move.to,
      failure: null,
      ...(move.to === "waiting" ? { run: set("run", "+", 1), ended_at: null } : {}),
      ...(move.options === undefined ? {} : { options: JSON.stringify(move.options) }),
    }))
    .where("id", "=", id)
    .where("state", "in", [...move.from])
    .returning("run")
    .executeTakeFirst();
  if (moved !== undefined) return moved.run;
  const { state } = await readBatch(trx, id);
  throw new Fault({ code: "conflict", what: `batch ${id}`, reason: `it is ${state}` });
}

/** A row's result with the lists that answered it. */
export type BatchRow = RowResult & { readonly snapshot: string };

/** Rows of a batch in their order, after a row; of one outcome where it is named. */
export async function batchRows(
  trx: BatchTransaction,
  id: string,
  page: { readonly after: number; readonly limit: number; readonly result: RowOutcome | null },
): Promise<readonly BatchRow[]> {
  const query = trx
    .selectFrom("batch_rows")
    .select(["body", "snapshot"])
    .where("batch_id", "=", id)
    .where("row", ">", page.after)
    .orderBy("row")
    .limit(page.limit);
  const rows = await (page.result === null ? query : query.where("result", "=", page.result)).execute();
  return rows.map(({ body, snapshot }) => ({ ...body, snapshot }));
}
