import { must } from "../../../fault.ts";
import { assertUnchanged, type OpenedFile } from "./opened-file.ts";
import type { RowSource } from "./read-rows.ts";
import type { InputRow } from "./subject-of-cells.ts";
import { addTallies, NOTHING, type Tally } from "./tally.ts";
import type { BatchAnswer } from "./worker-messages.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Rows sent to a worker at once: enough that the sending costs nothing, few enough that results come as they are found. */
const BATCH_ROWS = 64;

/** Where lines of results go, in order. */
export type ResultSink = { readonly before: Tally; readonly append: (text: string) => Promise<void> };

/** Rows in batches, those already in the results left out. */
async function* batchesOf(source: RowSource, done: number): AsyncGenerator<readonly InputRow[]> {
  let batch: InputRow[] = [];
  for await (const rows of source.rows) {
    for (const row of rows) {
      if (row.row <= done) continue;
      batch.push(row);
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/**
 * Screens the rows of a file that the sink does not hold yet and appends their results in the order of the rows; gives
 * the tally of all rows, former ones included. Memory is bounded by the batches in flight.
 */
export async function screenRows(work: {
  readonly file: OpenedFile;
  readonly source: RowSource;
  readonly pool: WorkerPool;
  readonly sink: ResultSink;
  readonly onTally: (tally: Tally) => void;
}): Promise<Tally> {
  const { source, pool, sink } = work;
  let tally = addTallies(NOTHING, sink.before);
  const flying: Promise<BatchAnswer>[] = [];
  const land = async () => {
    const answer = await must(flying.shift(), "a batch is under way");
    await sink.append(answer.text);
    tally = addTallies(tally, answer.tally);
    work.onTally(tally);
  };
  for await (const rows of batchesOf(source, sink.before.rows)) {
    const answer = pool.submit(rows);
    // Awaited in its turn; until then a failure is not "unhandled".
    answer.catch(() => undefined);
    flying.push(answer);
    if (flying.length >= pool.inFlightMax) await land();
  }
  while (flying.length > 0) await land();
  await assertUnchanged(work.file);
  return tally;
}
