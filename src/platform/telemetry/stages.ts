import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What a request's time goes to: it waits for a screening thread, is screened there, its answer waits for the main thread,
 * a statement is with the database, what was found is kept with what others found.
 */
export const STAGE_KINDS = ["queue", "screening", "reply", "database", "keep"] as const;

export type StageKind = (typeof STAGE_KINDS)[number];

/** A part of a request's time. */
export type Stage = {
  readonly kind: StageKind;
  /** What a statement does (`select`); null for the other kinds. */
  readonly verb: string | null;
  /** By the main thread's `performance.now()`. */
  readonly startMs: number;
  readonly ms: number;
};

/** A request of a thousand rows has thousands of stages: the times of all are added up, and so many are kept one by one. */
const STAGES_MAX = 128;

/** Where the time of one request went. */
export class Stages {
  readonly #stages: Stage[] = [];
  readonly #totals = new Float64Array(STAGE_KINDS.length);
  #count = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** The first stages, in the order in which they ended. */
  get kept(): readonly Stage[] {
    return this.#stages;
  }

  add(stage: Stage): void {
    this.#count += 1;
    const kind = STAGE_KINDS.indexOf(stage.kind);
    this.#totals[kind] = (this.#totals[kind] ?? 0) + stage.ms;
    if (this.#stages.length < STAGES_MAX) this.#stages.push(stage);
  }

  /** Milliseconds of all stages of a kind: more than the request took where some ran beside each other. */
  totalMs(kind: StageKind): number {
    return this.#totals[STAGE_KINDS.indexOf(kind)] ?? 0;
  }

  /** The header `Server-Timing` of an answer after so many milliseconds: what each kind took, and the whole. */
  serverTiming(totalMs: number): string {
    let text = "";
    for (const kind of STAGE_KINDS) {
      const ms = this.totalMs(kind);
      if (ms > 0) text += `${kind};dur=${rounded(ms)}, `;
    }
    return `${text}total;dur=${rounded(totalMs)}`;
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

const current = new AsyncLocalStorage<Stages>();

/** Runs `work`, and what it starts, as part of the request that has these stages. */
export function withStages(stages: Stages, work: () => void): void {
  current.run(stages, work);
}

/** Those of the request under way; null where nobody asked (jobs), and nothing is measured. */
export function stagesUnderWay(): Stages | null {
  return current.getStore() ?? null;
}

/** What `work` gives, with the time until it did so noted. */
export async function timed<T>(kind: StageKind, work: () => Promise<T>): Promise<T> {
  const stages = stagesUnderWay();
  const startMs = performance.now();
  try {
    return await work();
  } finally {
    stages?.add({ kind, verb: null, startMs, ms: performance.now() - startMs });
  }
}
