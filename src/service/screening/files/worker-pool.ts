import { basename, extname } from "node:path";
import { Worker } from "node:worker_threads";
import { must } from "../../../fault.ts";
import type { ScreeningWork } from "./screening-worker.ts";
import { readShared } from "./shared-file.ts";
import type { InputRow } from "./subject-of-cells.ts";
import type { BatchAnswer } from "./worker-messages.ts";

/** Batches that wait at one worker: enough that it never idles, few enough that memory stays flat. */
const BATCHES_PER_WORKER = 3;

/** Worker threads that screen batches side by side. */
export type WorkerPool = {
  /** Batches that may be under way before the caller should wait for the oldest. */
  readonly inFlightMax: number;
  readonly submit: (rows: readonly InputRow[]) => Promise<BatchAnswer>;
  readonly close: () => Promise<void>;
};

type Waiting = { readonly resolve: (answer: BatchAnswer) => void; readonly reject: (error: Error) => void };
type Member = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/** What the workers run: a module that serves batches, and the value it is started with. */
export type WorkerProgram = { readonly module: URL; readonly data: unknown };

/** What the rows of a file are screened against and how. */
export type FileScreening = Omit<ScreeningWork, "snapshot" | "snapshotName"> & {
  readonly snapshotPath: string;
};

/** The program that screens against a snapshot file, which is read once for all workers. */
export async function screeningProgram({ snapshotPath, ...how }: FileScreening): Promise<WorkerProgram> {
  const work: ScreeningWork = {
    ...how,
    snapshot: await readShared(snapshotPath),
    snapshotName: basename(snapshotPath),
  };
  // TypeScript in the clone, JavaScript in the published package.
  return { module: new URL(`./screening-worker${extname(import.meta.url)}`, import.meta.url), data: work };
}

/** A pool of up to `threads` workers; each is started when the ones before it are busy. */
export function startWorkerPool(program: WorkerProgram, threads: number): WorkerPool {
  const members: Member[] = [];
  let batches = 0;
  let failure: Error | null = null;

  const fail = (error: Error) => {
    failure ??= error;
    for (const { waiting } of members) {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    }
  };

  const start = (): Member => {
    const worker = new Worker(program.module, { workerData: program.data });
    const member: Member = { worker, waiting: new Map() };
    worker.on("message", (answer: BatchAnswer) => {
      member.waiting.get(answer.batch)?.resolve(answer);
      member.waiting.delete(answer.batch);
    });
    worker.on("error", (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", (code) => {
      if (member.waiting.size > 0) fail(new Error(`bug: a screening worker ended early (${code})`));
    });
    members.push(member);
    return member;
  };

  /** The least busy worker, or a new one where all are busy and there is room. */
  const choose = (): Member => {
    const free = members.find(({ waiting }) => waiting.size === 0);
    if (free !== undefined) return free;
    if (members.length < threads) return start();
    return must(
      members.reduce((least, next) => (next.waiting.size < least.waiting.size ? next : least)),
      "a pool has a worker",
    );
  };

  return {
    inFlightMax: threads * BATCHES_PER_WORKER,
    submit: (rows) =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure);
        const member = choose();
        const batch = ++batches;
        member.waiting.set(batch, { resolve, reject });
        member.worker.postMessage({ batch, rows });
      }),
    close: async () => {
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}
