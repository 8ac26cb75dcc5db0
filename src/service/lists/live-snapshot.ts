import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Checked } from "../../engine/check.ts";
import type { ScreenPolicy, Subject } from "../../engine/match/subject.ts";
import type { ScreenResult } from "../../engine/screen.ts";
import type { ListRecord, Snapshot } from "../../engine/snapshot/snapshot.ts";
import type { Transaction } from "../../engine/transaction.ts";
import { Fault, type FaultDetails } from "../../fault.ts";
import type { CheckWorld, Gate } from "../screening/gate.ts";
import type { YenteRequest } from "../screening/yente/answer.ts";
import {
  type OpenRelease,
  openRelease,
  type Release as ReleaseFiles,
  type ReleasePlan,
  readRelease,
} from "../screening/yente/release.ts";
import type { GatePool } from "./gate-pool.ts";
import type { GateResult, GateTask } from "./gate-work.ts";
import { WARM_UP_LIMITS, warmUp, warmUpTasks } from "./warm-up.ts";

/** The lists in force: every answer names the release that it was given from. */
export type Release = {
  /** Hash of the snapshot. */
  readonly hash: string;
  readonly snapshot: Snapshot;
  readonly lists: readonly ListRecord[];
  /** When this process took it into force. */
  readonly openedAt: Date;
};

/** How the last update went. */
export type UpdateState = {
  readonly at: Date | null;
  readonly ok: boolean;
  /** One sentence where it failed, or what was left out. */
  readonly problem: string | null;
};

type InForce = {
  readonly files: ReleaseFiles;
  readonly open: OpenRelease;
  readonly openedAt: Date;
};

/** Builds a release in a thread of its own, so that those that are served meanwhile do not wait; ended by the signal. */
export function buildInThread(plan: ReleasePlan, stop: AbortSignal): Promise<ReleaseFiles> {
  const module = new URL(`./release-thread${extname(import.meta.url)}`, import.meta.url);
  return new Promise((resolve, reject) => {
    const worker = new Worker(module, { workerData: plan });
    stop.addEventListener("abort", () => worker.terminate(), { once: true });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the builder ended with code ${code}`)));
    worker.once(
      "message",
      (message: { release: ReleaseFiles } | { details: FaultDetails | null; message: string }) => {
        if ("release" in message) resolve(message.release);
        else reject(message.details === null ? new Error(message.message) : new Fault(message.details));
      },
    );
  });
}

/** The release in force, replaced as a whole: a question is answered by the one that it met. */
export class LiveSnapshot implements Gate {
  readonly #pool: GatePool;
  readonly #now: () => Date;
  readonly #build: (plan: ReleasePlan, stop: AbortSignal) => Promise<ReleaseFiles>;
  readonly #stop = new AbortController();
  readonly #listeners: ((release: Release | null) => void)[] = [];
  #inForce: InForce | null = null;
  #update: UpdateState = { at: null, ok: true, problem: null };
  #updating: Promise<boolean> | null = null;

  constructor(options: {
    readonly pool: GatePool;
    readonly now: () => Date;
    /** How a release is built; tests give their own. */
    readonly build?: (plan: ReleasePlan, stop: AbortSignal) => Promise<ReleaseFiles>;
  }) {
    this.#pool = options.pool;
    this.#now = options.now;
    this.#build = options.build ?? buildInThread;
  }

  get isReady(): boolean {
    return this.#inForce !== null;
  }

  get lastUpdate(): UpdateState {
    return this.#update;
  }

  /** The files of the release in force, or null before the first. */
  get files(): ReleaseFiles | null {
    return this.#inForce?.files ?? null;
  }

  get openedAt(): Date | null {
    return this.#inForce?.openedAt ?? null;
  }

  get pool(): GatePool {
    return this.#pool;
  }

  /** Called after each release that is taken into force. */
  onChange(listener: (release: Release | null) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Builds what the plan says and takes it into force if it differs; true where it did. What fails leaves the release in
   * force, is told by `lastUpdate`, and is thrown. Updates asked for at the same time are one.
   */
  update(plan: (before: Readonly<Record<string, number>>) => Promise<ReleasePlan>): Promise<boolean> {
    this.#updating ??= this.#updateOnce(plan).finally(() => {
      this.#updating = null;
    });
    return this.#updating;
  }

  /** Ends what is being built: a process that is to end does not wait a minute for it. */
  stop(): void {
    this.#stop.abort();
  }

  async #updateOnce(
    plan: (before: Readonly<Record<string, number>>) => Promise<ReleasePlan>,
  ): Promise<boolean> {
    try {
      const before = (this.#inForce?.files.books ?? []).map(({ datasets, entities }) => [
        datasets[0] ?? "",
        entities,
      ]);
      const wanted = await plan(Object.fromEntries(before) as Record<string, number>);
      this.#stop.signal.throwIfAborted();
      const files = await this.#build(wanted, this.#stop.signal);
      const changed = await this.#take(files);
      this.#update = { at: this.#now(), ok: true, problem: files.problems[0] ?? null };
      return changed;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      this.#update = { at: this.#now(), ok: false, problem };
      throw error;
    }
  }

  async #take(files: ReleaseFiles): Promise<boolean> {
    const old = this.#inForce;
    if (old?.files.hash === files.hash) return false;
    const bytes = readRelease(files);
    const open = openRelease(files, bytes);
    await this.#pool.open(files, bytes);
    if (old === null) await this.#warmUp(files.hash, open);
    this.#inForce = { files, open, openedAt: this.#now() };
    for (const listener of this.#listeners) listener(this.#releaseOrNull());
    if (old !== null) this.#letGo(old.files.hash);
    return true;
  }

  /** Threads that have answered nothing yet are asked before anybody waits. */
  async #warmUp(hash: string, open: OpenRelease): Promise<void> {
    const width = 2 * this.#pool.state.threads;
    const run = (task: GateTask): Promise<unknown> => this.#pool.run(hash, task);
    await warmUp(warmUpTasks(open), run, { width, msMax: WARM_UP_LIMITS.msMax });
  }

  /** The old release is closed when the last question that met it is answered. */
  #letGo(hash: string): void {
    if (this.#inForce?.files.hash === hash) return;
    if (!this.#pool.isUsed(hash)) this.#pool.close(hash);
    else setTimeout(() => this.#letGo(hash), 1_000).unref();
  }

  #held(): InForce {
    if (this.#inForce !== null) return this.#inForce;
    throw new Fault({
      code: "edition-unavailable",
      list: "all lists",
      reason: "they are still being opened",
    });
  }

  #releaseOrNull(): Release | null {
    const held = this.#inForce;
    if (held === null || held.open.snapshot === null) return null;
    const { snapshot } = held.open;
    return { hash: snapshot.hash, snapshot, lists: snapshot.lists, openedAt: held.openedAt };
  }

  current(): Release {
    this.#held();
    const release = this.#releaseOrNull();
    if (release !== null) return release;
    const reason = "this service serves datasets of its own and no lists";
    throw new Fault({ code: "edition-unavailable", list: "all lists", reason });
  }

  async check(
    transaction: Transaction,
    at: string,
    world: CheckWorld,
  ): Promise<Checked & { readonly snapshot: string }> {
    const { hash } = this.current();
    const checked = await this.#pool.run(this.#held().files.hash, { kind: "check", transaction, at, world });
    return { ...checked, snapshot: hash };
  }

  async screen(
    subject: Subject,
    policy: ScreenPolicy,
    at: string | null,
  ): Promise<ScreenResult & { readonly snapshot: string }> {
    const { hash } = this.current();
    const result = await this.#pool.run(this.#held().files.hash, { kind: "screen", subject, policy, at });
    return { ...result, snapshot: hash };
  }

  /** The answer to one of yente's routes, with the release that gave it. */
  async answer(
    request: YenteRequest,
  ): Promise<{ readonly answer: GateResult["yente"]; readonly release: string }> {
    const { hash } = this.#held().files;
    return { answer: await this.#pool.run(hash, { kind: "yente", request }), release: hash };
  }
}
