import type { MessagePort } from "node:worker_threads";
import type { Subject } from "../../../engine/match/subject.ts";
import type { ScreenResult } from "../../../engine/screen.ts";
import { Fault } from "../../../fault.ts";
import {
  problemResult,
  type ResultFormat,
  type RowResult,
  resultLine,
  screenedResult,
} from "./row-result.ts";
import type { InputRow } from "./subject-of-cells.ts";
import { countRow, NOTHING, type Tally } from "./tally.ts";

/** Rows on their way to a worker. */
export type BatchRequest = { readonly batch: number; readonly rows: readonly InputRow[] };

/** Lines of the results file for a batch, in the order of its rows. */
export type BatchAnswer = { readonly batch: number; readonly text: string; readonly tally: Tally };

function resultOf(row: InputRow, screenSubject: (subject: Subject) => ScreenResult): RowResult {
  if ("problem" in row) return problemResult(row, row.problem);
  try {
    return screenedResult(row, screenSubject(row.subject));
  } catch (error) {
    // A row on which the matcher fails stays in the results as what it is: not screened.
    const reason = error instanceof Error ? error.message : String(error);
    return problemResult(row, error instanceof Fault ? reason : `not screened: ${reason}`);
  }
}

/** Screens a batch of rows into lines of results. */
export function answerBatch(
  request: BatchRequest,
  format: ResultFormat,
  screenSubject: (subject: Subject) => ScreenResult,
): BatchAnswer {
  let tally = NOTHING;
  const lines = request.rows.map((row) => {
    const result = resultOf(row, screenSubject);
    tally = countRow(tally, result.result);
    return resultLine(result, format);
  });
  return { batch: request.batch, text: lines.join(""), tally };
}

/** Answers batches on a worker's port until it is closed. */
export function serveBatches(
  port: MessagePort,
  format: ResultFormat,
  screenSubject: (subject: Subject) => ScreenResult,
): void {
  port.on("message", (request: BatchRequest) => {
    port.postMessage(answerBatch(request, format, screenSubject));
  });
}
