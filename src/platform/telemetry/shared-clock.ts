/** What `performance.now()` of this thread began at, by the machine's own monotonic clock. */
const ORIGIN_MS = Number(process.hrtime.bigint()) / 1e6 - performance.now();

/** Milliseconds by a clock that is the same in all threads of the process: `performance.now()` begins with each. */
export function sharedNow(): number {
  return ORIGIN_MS + performance.now();
}

/** A moment of the shared clock as this thread's `performance.now()` would have told it. */
export function ownTimeOf(sharedMs: number): number {
  return sharedMs - ORIGIN_MS;
}
