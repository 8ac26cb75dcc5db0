/**
 * Milliseconds by the machine's own monotonic clock, which is the same in all threads: `performance.now()` begins with each,
 * and how far two of them are apart cannot be measured on a machine that is busy.
 */
export function sharedNow(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
