import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Subject } from "../../src/engine/match/subject.ts";
import type { Job, Screened } from "./screening-messages.ts";

/** Beyond this many workers the loading of the snapshot costs more than it saves. */
const WORKERS_MAX = 8;

function runWorker(job: Job): Promise<readonly Screened[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./screening-worker.ts", import.meta.url), { workerData: job });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

/** Does a job on all cores; the answers are in the order of the subjects, however many cores there are. */
export async function screenAll(job: Job): Promise<readonly Screened[]> {
  const workers = Math.min(WORKERS_MAX, availableParallelism(), Math.max(1, job.asked.length));
  const parts = await Promise.all(
    Array.from({ length: workers }, (_, worker) =>
      runWorker({ ...job, asked: job.asked.filter((_asked, at) => at % workers === worker) }),
    ),
  );
  return job.asked.map((_asked, at) => {
    const screened = parts[at % workers]?.[Math.floor(at / workers)];
    if (screened === undefined) throw new Error("bug: a worker answered less than it was asked");
    return screened;
  });
}

/** The subjects screened, `limit` matches each. */
export function screenSubjects(
  file: string,
  subjects: readonly Subject[],
  limit: number,
): Promise<readonly Screened[]> {
  return screenAll({ kind: "screen", file, asked: subjects.map((subject) => ({ subject })), limit });
}
