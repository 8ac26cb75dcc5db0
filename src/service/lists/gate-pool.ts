import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { assert, Fault, type FaultDetails, must } from "../../fault.ts";
import { sharedNow } from "../../platform/telemetry/shared-clock.ts";
import { type Stages, stagesUnderWay } from "../../platform/telemetry/stages.ts";
import type { Release, ReleaseBytes } from "../screening/yente/release.ts";
import type { GateMessage, GateReply, GateResult, GateTask, Ran, TaskReply } from "./gate-work.ts";

/**
 * What lies at a thread: at least the task that runs and one that is ready, so that no thread waits for a message, and as
 * many as take so long by what tasks took lately, but no more than so many. What waits beyond goes in one message when half
 * of it is done: under load a message for each task would cost as much as a tenth of the task, to both threads.
 */
const AT_THREAD = { min: 2, ms: 2, max: 16 } as const;
/** How fast the measured time of a task follows the last one. */
const SMOOTHING = 0.05;
/** A task that runs longer is a bug or an attack: its thread is ended and started anew. */
const TASK_MS_MAX = 30_000;
/** One look at all threads in so long: a timer of each task's own would cost more than handing the task over. */
const WATCH_MS = 1_000;
/** A thread reads and hashes a release of 100 MB in half a second, on a busy machine in some. */
const OPEN_MS_MAX = 120_000;

type Waiting = {
  readonly id: number;
  readonly hash: string;
  readonly task: GateTask;
  /** Where the time of the request that asks is noted, or null where no request does. */
  readonly stages: Stages | null;
  /** By the clock that all threads share. */
  readonly askedMs: number;
  readonly resolve: (result: GateResult[GateTask["kind"]]) => void;
  readonly reject: (error: unknown) => void;
};

type Thread = {
  worker: Worker;
  /**
   * The task under way and those that lie ready, in the order in which they are replied to. No `Map`: each one that V8
   * replaces by a larger or a cleaner one leads on to the next, so that the requests in all of them outlive every young
   * collection.
   */
  running: Waiting[];
  /** When the task under way began. */
  busySince: number;
};

/** What the pool measures of itself. */
export type PoolState = {
  readonly threads: number;
  readonly queued: number;
  readonly running: number;
  /** What a task takes, smoothed. */
  readonly taskMs: number;
};

/** Threads that answer from releases that they share. */
export class GatePool {
  readonly #threads: Thread[] = [];
  readonly #queue: Waiting[] = [];
  readonly #releases = new Map<string, { readonly release: Release; readonly bytes: ReleaseBytes }>();
  readonly #opening = new Map<string, { left: number; readonly done: (problem: string | null) => void }>();
  #nextId = 1;
  #taskMs = 1;
  #closed = false;
  readonly #onRestart: (reason: string) => void;
  readonly #watch: NodeJS.Timeout;
  /** Tasks at the threads. */
  #running = 0;

  constructor(threads: number, onRestart: (reason: string) => void = () => {}) {
    this.#onRestart = onRestart;
    for (let at = 0; at < threads; at += 1) this.#threads.push(this.#start());
    this.#watch = setInterval(() => this.#endOverdue(performance.now()), WATCH_MS).unref();
  }

  get state(): PoolState {
    const [threads, queued] = [this.#threads.length, this.#queue.length];
    return { threads, queued, running: this.#running, taskMs: this.#taskMs };
  }

  /** How long a task that comes now would wait before it runs, in milliseconds, by what tasks took lately. */
  get expectedWaitMs(): number {
    const threads = this.#threads.length;
    const before = this.#queue.length + this.#running - threads + 1;
    return before <= 0 ? 0 : (before / threads) * this.#taskMs;
  }

  /** Opens a release in every thread; resolves when tasks may name it. Throws `snapshot-damaged` where one cannot. */
  async open(release: Release, bytes: ReleaseBytes): Promise<void> {
    if (this.#releases.has(release.hash)) return;
    const problem = await new Promise<string | null>((resolve) => {
      const timer = setTimeout(() => resolve(`not opened within ${OPEN_MS_MAX} ms`), OPEN_MS_MAX);
      const done = (reason: string | null): void => {
        clearTimeout(timer);
        resolve(reason);
      };
      this.#opening.set(release.hash, { left: this.#threads.length, done });
      for (const { worker } of this.#threads) send(worker, { kind: "open", release, bytes });
    });
    this.#opening.delete(release.hash);
    if (problem !== null) {
      this.close(release.hash);
      throw new Fault({ code: "snapshot-damaged", file: release.hash, reason: problem });
    }
    this.#releases.set(release.hash, { release, bytes });
  }

  /** Lets go of a release; tasks that name it must have been answered. */
  close(hash: string): void {
    this.#releases.delete(hash);
    for (const { worker } of this.#threads) send(worker, { kind: "close", hash });
  }

  /** True while a task that names the release waits or runs. */
  isUsed(hash: string): boolean {
    const names = (waiting: Waiting): boolean => waiting.hash === hash;
    return this.#queue.some(names) || this.#threads.some(({ running }) => running.some(names));
  }

  /** The answer of one release to a task. Throws what the task throws, and `overloaded` faults are the caller's to give. */
  run<K extends GateTask["kind"]>(
    hash: string,
    task: Extract<GateTask, { readonly kind: K }>,
  ): Promise<GateResult[K]> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId;
      this.#nextId += 1;
      const settle = resolve as (result: GateResult[GateTask["kind"]]) => void;
      const asked = { stages: stagesUnderWay(), askedMs: sharedNow() };
      this.#queue.push({ id, hash, task, ...asked, resolve: settle, reject });
      this.#feed();
    });
  }

  /** Ends all threads; who still waits, or was about to be answered, is refused. */
  async end(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#watch);
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
    const left = [...this.#threads.flatMap(({ running }) => running.splice(0)), ...this.#queue.splice(0)];
    for (const waiting of left) waiting.reject(new Error("the service stops"));
  }

  #start(): Thread {
    const module = new URL(`./gate-thread${extname(import.meta.url)}`, import.meta.url);
    const thread: Thread = { worker: new Worker(module), running: [], busySince: 0 };
    this.#listen(thread);
    return thread;
  }

  #listen(thread: Thread): void {
    const { worker } = thread;
    worker.on("message", (reply: GateReply) => this.#replied(thread, reply));
    worker.on("error", (error) =>
      this.#restart(thread, error instanceof Error ? error.message : String(error)),
    );
  }

  #replied(thread: Thread, reply: GateReply): void {
    if (reply.kind === "opened") {
      const opening = this.#opening.get(reply.hash);
      if (opening === undefined) return;
      opening.left -= 1;
      if (reply.problem !== null || opening.left === 0) opening.done(reply.problem);
      return;
    }
    thread.busySince = performance.now();
    for (const one of reply.replies) this.#settle(thread, one);
    this.#feed();
  }

  #settle(thread: Thread, reply: TaskReply): void {
    const waiting = must(thread.running.shift(), "a thread replies to what it was sent");
    assert(waiting.id === reply.id, "a thread replies in the order of its tasks");
    this.#running -= 1;
    this.#taskMs += SMOOTHING * (reply.ran.ms - this.#taskMs);
    if (waiting.stages !== null) noteRun(waiting.stages, waiting.askedMs, reply.ran);
    if (reply.kind === "done") waiting.resolve(reply.result);
    else
      waiting.reject(
        reply.details === null ? new Error(reply.message) : new Fault(reply.details as FaultDetails),
      );
  }

  #feed(): void {
    const atThread = Math.max(
      AT_THREAD.min,
      Math.min(AT_THREAD.max, Math.floor(AT_THREAD.ms / this.#taskMs)),
    );
    while (this.#queue.length > 0) {
      const least = this.#threads.reduce((one, other) =>
        other.running.length < one.running.length ? other : one,
      );
      if (least.running.length > atThread / 2) return;
      // No more than its part: what goes to one thread cannot go to another that is done sooner.
      const part = Math.ceil(this.#queue.length / this.#threads.length);
      const next = this.#queue.splice(0, Math.min(part, atThread - least.running.length));
      if (least.running.length === 0) least.busySince = performance.now();
      least.running.push(...next);
      this.#running += next.length;
      send(least.worker, { kind: "tasks", tasks: next.map(({ id, hash, task }) => ({ id, hash, task })) });
    }
  }

  #endOverdue(now: number): void {
    for (const thread of this.#threads)
      if (thread.running.length > 0 && now - thread.busySince > TASK_MS_MAX)
        this.#restart(thread, `a task ran for ${TASK_MS_MAX} ms`);
  }

  /** A thread that died takes its tasks with it; another takes its place with every release that is open. */
  #restart(thread: Thread, reason: string): void {
    if (this.#closed) return;
    this.#onRestart(reason);
    thread.worker.removeAllListeners();
    thread.worker.terminate().catch(() => {});
    for (const waiting of thread.running) waiting.reject(new Error(`the thread was ended: ${reason}`));
    this.#running -= thread.running.length;
    thread.running = [];
    thread.worker = this.#start().worker;
    thread.worker.removeAllListeners();
    this.#listen(thread);
    for (const { release, bytes } of this.#releases.values())
      send(thread.worker, { kind: "open", release, bytes });
    this.#feed();
  }
}

/** A question waited for a thread, was answered there, and its answer waited for the main thread. */
function noteRun(stages: Stages, askedMs: number, { startMs, ms }: Ran): void {
  const now = sharedNow();
  // Stages are told by the main thread's own clock.
  const own = performance.now() - now;
  const ended = startMs + ms;
  stages.add({ kind: "queue", verb: null, startMs: own + askedMs, ms: startMs - askedMs });
  stages.add({ kind: "screening", verb: null, startMs: own + startMs, ms });
  stages.add({ kind: "reply", verb: null, startMs: own + ended, ms: now - ended });
}

function send(worker: Worker, message: GateMessage): void {
  worker.postMessage(message);
}
