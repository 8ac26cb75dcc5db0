import { parentPort, workerData } from "node:worker_threads";
import type { ScreenPolicy } from "../../../engine/match/subject.ts";
import { screen } from "../../../engine/screen.ts";
import { loadSnapshot } from "../../../engine/snapshot/load.ts";
import { must } from "../../../fault.ts";
import type { ResultFormat } from "./row-result.ts";
import { serveBatches } from "./worker-messages.ts";

/** What a screening worker is started with. */
export type ScreeningWork = {
  /** The snapshot file's bytes: one copy in memory for all workers. */
  readonly snapshot: SharedArrayBuffer;
  readonly snapshotName: string;
  readonly policy: ScreenPolicy;
  readonly at: string | null;
  readonly format: ResultFormat;
};

// Only the pool starts this file, with exactly this value.
const work = workerData as ScreeningWork;
const snapshot = loadSnapshot(new Uint8Array(work.snapshot), work.snapshotName);
serveBatches(must(parentPort, "this runs as a worker"), work.format, (subject) =>
  screen(snapshot, subject, work.policy, work.at),
);
